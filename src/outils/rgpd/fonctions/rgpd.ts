// CONFORMITE_RGPD et PREUVE_CONSENTEMENT : l'avancement de la liste de contrôle, et ce que vaut la preuve d'un accord.
import { montre } from '../../../socle/argument';
import { erreur } from '../../../socle/erreurs';
import { cellule, depuis, facultatif, fonction, plage } from '../../../socle/fonction';
import { avancement, lisReponse } from '../points';
import { preuveDe } from '../preuve';

/** Plus long, ce n'est plus une liste de points : c'est une colonne entière, dont les cellules vides compteraient. */
const POINTS_MAX = 200;

export const CONFORMITE_RGPD = fonction({
  nom: 'CONFORMITE_RGPD',
  resume: 'Part des points applicables de la liste de contrôle RGPD qui sont tenus : l’avancement de la liste, pas une attestation de conformité.',
  rend: 'taux',
  colonneEntiere: 'gardee',
  parametres: [plage('reponses', 'Les réponses aux points : Oui, Non ou Sans objet. Un point sans réponse compte comme applicable et pas tenu.')],
  exemples: [
    { phrase: 'Deux points tenus sur quatre, un sans objet', args: [[['Oui'], ['Non'], ['Sans objet'], ['Oui'], ['']]], donne: 0.5 },
    { phrase: 'Rien n’est encore répondu', args: [[[''], ['']]], donne: 0 },
    { phrase: 'Aucun point n’est applicable', args: [[['Sans objet'], ['sans objet']]], donne: '' },
  ],
  calcule: (reponses) => {
    const toutes = reponses ?? [];
    if (toutes.length > POINTS_MAX) throw erreur('CONFORMITE_RGPD : une colonne entière compterait ses cellules vides comme des points non tenus', 'Donnez la plage des points seulement, par exemple C5:C27');
    const ambigue = toutes.find((valeur) => lisReponse(valeur) === 'ambigue');
    if (ambigue !== undefined) throw erreur(`CONFORMITE_RGPD : ${montre(ambigue)} est ambigu`, 'Écrivez Oui, Non ou Sans objet');
    const { tenus, applicables } = avancement(toutes);
    return applicables === 0 ? null : tenus / applicables;
  },
});

export const PREUVE_CONSENTEMENT = fonction({
  nom: 'PREUVE_CONSENTEMENT',
  resume: 'Ce que vaut la preuve d’un consentement : complète, ou ce qui y manque. Il faut l’identité, l’accord et sa date, au plus tard celle de la réponse.',
  rend: 'texte',
  parametres: [
    depuis('identite', cellule('identite', 'La personne : son nom, son adresse, ou l’identifiant qui la désigne.')),
    depuis('consentement', cellule('consentement', 'Oui, Non ou Retiré.')),
    depuis('date', cellule('date', 'La date où l’accord a été donné.')),
    facultatif(depuis('reponse', cellule('date_reponse', 'La date de sa réponse : l’accord doit la précéder.'))),
    facultatif(depuis('retrait', cellule('retrait', 'La date où l’accord a été retiré, ou vide.'))),
  ],
  exemples: [
    { phrase: 'Tout y est, avant la réponse', args: ['A. Exemple', 'Oui', '01/03/2026', '05/03/2026'], donne: 'Complète' },
    { phrase: 'La date manque', args: ['A. Exemple', 'Oui', ''], donne: 'Date du consentement manquante' },
    { phrase: 'L’accord vient après la réponse', args: ['A. Exemple', 'Oui', '07/03/2026', '05/03/2026'], donne: 'Consentement du 07/03/2026, postérieur à la réponse du 05/03/2026' },
    { phrase: 'L’accord a été retiré', args: ['A. Exemple', 'Oui', '01/03/2026', '05/03/2026', '10/04/2026'], donne: 'Retiré le 10/04/2026 : excluez la réponse des calculs' },
    { phrase: 'Rien n’a été gardé', args: ['', '', ''], donne: 'Aucune preuve de consentement' },
  ],
  calcule: (identite, consentement, date, reponse, retrait) => preuveDe({ identite, consentement, date, reponse, retrait }).phrase,
});
