// TAUX_REPONSE : la part des demandes répondues, ou répondues en moins de k jours.
import { facultatif, fonction, nombre } from '../../../socle/fonction';
import { mesure } from '../mesures';
import { reglesDeFonction } from '../regles';
import { lisCouples } from './couples';
import { AU, joursEntiers, MODE, modeDe, RECEPTIONS, REPONSES } from './options';
import { delaisEnUnPassage, enMoinsDe, joursSimples, omis } from './voie-rapide';

export const TAUX_REPONSE = fonction({
  nom: 'TAUX_REPONSE',
  resume: 'Part des demandes écrites qui ont eu une réponse, entre 0 et 1 ; en moins de k jours si « moins_de » est donné (moins de 15 : 14 jours au plus). Pour une enquête, voyez TAUX_RETOUR.',
  rend: 'taux',
  voirAussi: 'TAUX_RETOUR',
  parametres: [RECEPTIONS, REPONSES, facultatif(nombre('moins_de', 'Seuil k en jours : 15 compte les réponses de 0 à 14 jours.')), AU, MODE],
  exemples: [
    { phrase: 'Trois demandes sur quatre ont une réponse', args: [[['05/01/2026'], ['12/01/2026'], ['02/02/2026'], ['09/02/2026']], [['09/01/2026'], ['02/02/2026'], ['NR'], ['10/02/2026']]], donne: 0.75 },
    { phrase: 'Le jour 14 est « moins de 15 jours », le jour 15 ne l’est pas', args: [[['02/02/2026'], ['02/02/2026']], [['16/02/2026'], ['17/02/2026']], 15], donne: 0.5 },
    { phrase: 'Avec une date d’arrêté, une demande reçue hier n’est pas encore jugée', args: [[['02/02/2026'], ['20/02/2026']], [['10/02/2026'], ['']], 15, '21/02/2026'], donne: 1 },
    { phrase: 'Avec le mode « tous », elle compte', args: [[['02/02/2026'], ['20/02/2026']], [['10/02/2026'], ['']], 15, '21/02/2026', 'tous'], donne: 0.5 },
    { phrase: 'Sans demande, pas de taux', args: [[['']], [['']]], donne: '' },
  ],
  rapide: ([receptions, reponses, moinsDe, au, mode]) => {
    const k = omis(moinsDe) ? Infinity : joursSimples(moinsDe, 1);
    const delais = k === null || !omis(au) || !omis(mode) ? null : delaisEnUnPassage(receptions, reponses);
    if (delais === null || k === null) return undefined;
    return delais.demandes === 0 ? null : enMoinsDe(delais, k) / delais.demandes;
  },
  calcule: (receptions, reponses, moinsDe, au, mode) => {
    const entrees = lisCouples('TAUX_REPONSE', { receptions, reponses });
    const seuils = moinsDe === null ? [] : [joursEntiers(moinsDe, 'TAUX_REPONSE', 'moins_de', 1)];
    const { tous } = mesure(entrees, reglesDeFonction(au, modeDe(mode, 'TAUX_REPONSE'), seuils));
    const { numerateur, denominateur } = tous.moinsDe[0] ?? { numerateur: tous.repondues, denominateur: tous.utilisables };
    return denominateur === 0 ? null : numerateur / denominateur;
  },
});
