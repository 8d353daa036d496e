// L'état de chaque demande à la date d'arrêté, ses colonnes calculées et les alertes.
import { adresse, numeroColonne } from '../../socle/cellule';
import { versIso, type Jour } from '../../socle/jours';
import type { Alerte } from '../../socle/outil';
import { SIGNE, type Demandes } from './demandes';
import { NOMS_CANAUX } from './mots';
import type { Regles } from './mesures';
import { lettreDe } from './reconnaissance';

export type Etat = 'a-corriger' | 'hors-champ' | 'hors-perimetre' | 'ecartee' | 'repondu-dans-delai' | 'repondu-hors-delai' | 'en-cours' | 'en-retard';

/** La date limite d'une demande : délai annoncé s'il y en a un, sinon le délai par défaut. */
const dateLimite = (demandes: Demandes, i: number, regles: Regles): Jour =>
  (demandes.limite[i] as number) || regles.echeance(demandes.reception[i] as number, regles.delaiParDefaut);

export const etatDe = (demandes: Demandes, i: number, regles: Regles, au: Jour): Etat => {
  const signes = demandes.signes[i] as number;
  if (signes & SIGNE.aCorriger) return 'a-corriger';
  if ((demandes.reception[i] as number) > au) return 'hors-champ';
  if (signes & SIGNE.horsPerimetre) return 'hors-perimetre';
  if (signes & SIGNE.ecartee) return 'ecartee';
  const limite = dateLimite(demandes, i, regles);
  const reponse = demandes.reponse[i] as number;
  if (reponse !== 0 && reponse <= au) return reponse <= limite ? 'repondu-dans-delai' : 'repondu-hors-delai';
  return au > limite ? 'en-retard' : 'en-cours';
};

/** « Dépassée depuis 3 j », « Aujourd'hui », « Dans 2 j », ou rien au-delà du préavis. Espaces et apostrophe simples : le texte se compare dans une formule. */
export const texteAlerte = (joursRestants: number, preavis: number): string => {
  if (joursRestants < 0) return `Dépassée depuis ${-joursRestants} j`;
  if (joursRestants === 0) return "Aujourd'hui";
  return joursRestants <= preavis ? `Dans ${joursRestants} j` : '';
};

/** Les demandes en retard ou bientôt dues, la plus ancienne échéance d'abord. */
export const alertes = (demandes: Demandes, regles: Regles, au: Jour, preavis: number): Alerte[] => {
  const trouvees: Alerte[] = [];
  for (let i = 0; i < demandes.taille; i++) {
    const etat = etatDe(demandes, i, regles, au);
    if (etat !== 'en-retard' && etat !== 'en-cours') continue;
    const limite = dateLimite(demandes, i, regles);
    const alerte = texteAlerte(limite - au, preavis);
    const registre = demandes.registres[demandes.origine[i] as number];
    if (alerte === '' || registre === undefined) continue;
    trouvees.push({
      adresse: adresse(registre.feuille.nom, demandes.ligne[i] as number, numeroColonne(lettreDe(registre, 'reception')) || 1),
      identifiant: demandes.identifiants[i] as string,
      canal: NOMS_CANAUX[demandes.canal[i] as number] ?? '',
      etat, alerte,
      limite: versIso(limite),
      joursRestants: limite - au,
    });
  }
  return trouvees.sort((a, b) => a.joursRestants - b.joursRestants);
};
