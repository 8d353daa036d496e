// DELAI_MOYEN et DELAI_MEDIAN : le délai de réponse résumé, sur les demandes répondues.
import { fonction } from '../../../socle/fonction';
import { histogramme, type Histogramme } from '../../../socle/histogramme';
import { mesure } from '../mesures';
import { reglesDeFonction } from '../regles';
import { lisCouples } from './couples';
import { FERMETURES, joursDe, RECEPTIONS, REPONSES, UNITE, ZONE } from './options';
import { delaisEnUnPassage, omis } from './voie-rapide';

const PARAMETRES = [RECEPTIONS, REPONSES, UNITE, ZONE, FERMETURES] as const;

const delais = (nom: string, [receptions, reponses, unite, zone, fermetures]: readonly [readonly unknown[] | null, readonly unknown[] | null, string | null, string | null, readonly unknown[] | null]): Histogramme => {
  const regles = reglesDeFonction(null, 'tous', [], joursDe(nom, unite, zone, fermetures));
  return mesure(lisCouples(nom, { receptions, reponses }), regles).tous.delais;
};

/** En jours calendaires seulement : le reste demande un calendrier. */
const vite = ([receptions, reponses, ...reste]: readonly unknown[]): Histogramme | null => {
  const delais = reste.every(omis) ? delaisEnUnPassage(receptions, reponses) : null;
  return delais === null ? null : histogramme(delais.comptes);
};

export const DELAI_MOYEN = fonction({
  nom: 'DELAI_MOYEN',
  resume: 'Délai moyen de réponse, en jours, sur les demandes répondues ; vide si aucune ne l’est.',
  rend: 'nombre',
  parametres: PARAMETRES,
  exemples: [
    { phrase: 'Des délais de 4, 8 et 15 jours', args: [[['01/06/2026'], ['01/06/2026'], ['01/06/2026'], ['01/06/2026']], [['05/06/2026'], ['09/06/2026'], ['16/06/2026'], ['NR']]], donne: 9 },
    { phrase: 'Aucune réponse', args: [[['01/06/2026']], [['']]], donne: '' },
  ],
  rapide: (args) => vite(args)?.moyenne(),
  calcule: (...args) => delais('DELAI_MOYEN', args).moyenne(),
});

export const DELAI_MEDIAN = fonction({
  nom: 'DELAI_MEDIAN',
  resume: 'Délai médian de réponse, en jours : une demande répondue sur deux a eu sa réponse en moins de temps.',
  rend: 'nombre',
  parametres: PARAMETRES,
  exemples: [
    { phrase: 'Des délais de 4, 8 et 30 jours', args: [[['01/06/2026'], ['01/06/2026'], ['01/06/2026']], [['05/06/2026'], ['09/06/2026'], ['01/07/2026']]], donne: 8 },
    { phrase: 'Un nombre pair de délais : la médiane est au milieu', args: [[['01/06/2026'], ['01/06/2026']], [['05/06/2026'], ['10/06/2026']]], donne: 6.5 },
  ],
  rapide: (args) => vite(args)?.quantile(0.5),
  calcule: (...args) => delais('DELAI_MEDIAN', args).quantile(0.5),
});
