// TABLEAU_DELAIS : tous les indicateurs en un seul bloc ; un appel coûte bien moins que douze.
import { depuis, facultatif, fonction, plage, type Resultat } from '../../../socle/fonction';
import { definitions } from '../indicateurs';
import { mesure, type Comptes, type Regles } from '../mesures';
import { reglesDeFonction } from '../regles';
import { REGLAGES } from '../reperes';
import { lisCouples } from './couples';
import { AU, MODE, modeDe, RECEPTIONS, REPONSES } from './options';
import { comptesDe, delaisEnUnPassage, omis } from './voie-rapide';

/** Sans date d'arrêté on ne sait pas ce qui est en retard ; sans les AR, rien de ce qui les compte ; sans canal, pas de conformité. */
const SANS_AU = ['en-retard', 'en-cours'];
const SANS_ACCUSES = ['reponses-directes', 'reponses-avec-ar', 'ar-seul', 'sans-suite'];
const JAMAIS = ['ar-conforme'];

const tableau = (comptes: Comptes, regles: Regles, avecAccuses: boolean): Resultat => {
  const absents = new Set([...JAMAIS, ...(regles.au === null ? SANS_AU : []), ...(avecAccuses ? [] : SANS_ACCUSES)]);
  const lignes = definitions(regles, false).map(({ id, libelle, calcule }) => {
    if (absents.has(id)) return [libelle, null, null, null];
    const { valeur, numerateur, denominateur } = calcule(comptes);
    return [libelle, valeur, numerateur, denominateur];
  });
  return [['Indicateur', 'Valeur', 'Numérateur', 'Dénominateur'], ...lignes];
};

export const TABLEAU_DELAIS = fonction({
  nom: 'TABLEAU_DELAIS',
  resume: 'Tous les indicateurs de délai en un tableau : indicateur, valeur, numérateur, dénominateur. « AR conforme » y reste vide : sa règle dépend du canal, que seul l’onglet « Résultats » connaît. Laissez de la place sous la cellule et à sa droite.',
  rend: 'tableau',
  parametres: [RECEPTIONS, REPONSES, facultatif(depuis('accuse', plage('accuses', 'Plage des dates d’accusé de réception, de même taille. Sans elle, les quatre lignes qui comptent les AR restent vides.'))), AU, MODE],
  exemples: [
    {
      phrase: 'Une seule demande, répondue en 4 jours, à la date d’arrêté du 1er mars',
      args: [[['05/01/2026']], [['09/01/2026']], null, '01/03/2026'],
      donne: [
        ['Indicateur', 'Valeur', 'Numérateur', 'Dénominateur'],
        ['Répondu en moins de 8 jours (délai Marianne)', 1, 1, 1],
        ['Répondu en moins de 14 jours', 1, 1, 1],
        ['Répondu en moins de 15 jours', 1, 1, 1],
        ['Répondu en moins de 30 jours', 1, 1, 1],
        ['Considéré comme non répondu (plus de 14 jours)', 0, 0, 1],
        ['Sans réponse finale', 0, 0, 1],
        ['En retard', 0, 0, 1],
        ['En cours', 0, 0, 1],
        ['Réponses directes', '', '', ''],
        ['Réponses avec AR', '', '', ''],
        ['AR seul', '', '', ''],
        ['Sans suite', '', '', ''],
        ['Délai moyen', 4, '', 1],
        ['Délai médian', 4, '', 1],
        ['Délai P90', 4, '', 1],
        ['AR conforme', '', '', ''],
      ],
    },
  ],
  rapide: ([receptions, reponses, accuses, au, mode]) => {
    const delais = [accuses, au, mode].every(omis) ? delaisEnUnPassage(receptions, reponses) : null;
    if (delais === null) return undefined;
    const regles = reglesDeFonction(null, 'tous', REGLAGES.seuils.defaut);
    return tableau(comptesDe(delais, regles), regles, false);
  },
  calcule: (receptions, reponses, accuses, au, mode): Resultat => {
    const regles = reglesDeFonction(au, modeDe(mode, 'TABLEAU_DELAIS'), REGLAGES.seuils.defaut);
    return tableau(mesure(lisCouples('TABLEAU_DELAIS', { receptions, reponses, accuses }), regles).tous, regles, accuses !== null);
  },
});
