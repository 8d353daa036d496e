// « 12/03 » sans année : les lignes voisines disent l'année, ou personne ; les dates attendues sont écrites à la main.
import { devineAnnees } from '../../src/socle/annees-devinees';
import { deIso, versIso } from '../../src/socle/jours';

/** Une colonne : des dates complètes (ISO), des dates sans année, des trous (''). Rend l'année devinée de chaque date sans année. */
const devine = (colonne: readonly string[], receptions: readonly string[] | null = null): (string | null)[] => {
  const jours = Int32Array.from(colonne, (texte) => deIso(texte) ?? 0);
  const incompletes = colonne.flatMap((texte, rang) => (texte !== '' && deIso(texte) === null ? [{ rang, texte }] : []));
  const devinees = devineAnnees(jours, incompletes, 'jour-mois', receptions && Int32Array.from(receptions, (texte) => deIso(texte) ?? 0));
  return incompletes.map(({ rang }) => (devinees.has(rang) ? versIso(devinees.get(rang)!) : null));
};

it.each<[string, string[], (string | null)[]]>([
  ['deux voisins de la même année', ['2026-03-01', '12/03', '2026-03-20'], ['2026-03-12']],
  ['la même année, même si la date sort de l’ordre', ['2026-03-01', '12/09', '2026-03-20'], ['2026-09-12']],
  ['un voisin d’avant seulement', ['2026-03-01', '12/03'], ['2026-03-12']],
  ['un voisin d’après seulement', ['12/03', '2026-03-20'], ['2026-03-12']],
  ['aucun voisin', ['12/03'], [null]],
  ['des voisins vides entre', ['2026-03-01', '', '12/03', '', '2026-03-20'], ['2026-03-12']],
  ['une ligne vide avant le voisin d’après', ['12/03', '', '2026-03-20'], ['2026-03-12']],
  ['un passage d’année, une ligne vide avant le voisin d’après', ['2025-12-01', '05/01', '', '2026-01-10'], ['2026-01-05']],
  ['un passage d’année : décembre reste à l’ancienne', ['2025-12-01', '20/12', '2026-01-10'], ['2025-12-20']],
  ['un passage d’année : janvier est de la nouvelle', ['2025-12-01', '05/01', '2026-01-10'], ['2026-01-05']],
  ['un passage d’année à rebours (registre trié du plus récent)', ['2026-01-10', '20/12', '2025-12-01'], ['2025-12-20']],
  ['le jour même du voisin d’avant', ['2025-12-20', '20/12', '2026-01-10'], ['2025-12-20']],
  ['le jour même du voisin d’après', ['2025-12-20', '10/01', '2026-01-10'], ['2026-01-10']],
  ['entre deux années, mais hors des deux dates', ['2025-12-20', '15/06', '2026-01-10'], [null]],
  ['trois ans entre les voisins : la première année possible', ['2023-12-01', '15/06', '2026-01-10'], ['2024-06-15']],
  ['un 29 février d’une année qui en a un', ['2024-02-01', '29/02', '2024-03-10'], ['2024-02-29']],
  ['un 29 février d’une année qui n’en a pas', ['2026-02-01', '29/02', '2026-03-10'], [null]],
  ['un 29 février entre deux années, dont une seule en a un', ['2023-12-01', '29/02', '2024-03-10'], ['2024-02-29']],
  ['un 29 février entre deux années, la première n’en a pas', ['2023-01-15', '29/02', '2024-03-10'], ['2024-02-29']],
  ['une date devinée sert de voisine à la suivante', ['2025-12-01', '20/12', '05/01', '2026-01-10'], ['2025-12-20', '2026-01-05']],
  ['une date devinée sans voisin d’après sert encore', ['2025-12-30', '31/12', '31/12'], ['2025-12-31', '2025-12-31']],
  ['plusieurs trous, chacun avec ses voisins', ['2024-05-01', '02/05', '2024-05-03', '', '2026-05-01', '02/05', '2026-05-03'], ['2024-05-02', '2026-05-02']],
  ['un texte qui n’est pas une date', ['2026-03-01', 'rien', '2026-03-20'], [null]],
  ['un jour de la semaine qui s’accorde (le 12/03/2026 est un jeudi)', ['2026-03-01', 'jeudi 12 mars', '2026-03-20'], ['2026-03-12']],
  ['un jour de la semaine qui contredit', ['2026-03-01', 'lundi 12 mars', '2026-03-20'], [null]],
  ['un jour de la semaine après des espaces', ['2026-03-01', '  lundi 12 mars ', '2026-03-20'], [null]],
])('%s', (_cas, colonne, voulues) => expect(devine(colonne)).toEqual(voulues));

it.each<[string, string[], string[], (string | null)[]]>([
  ['une réponse de janvier à une demande de décembre est de l’année suivante', ['2025-12-10', '03/01'], ['2025-12-01', '2025-12-20'], ['2026-01-03']],
  ['une réponse d’après la réception reste de son année', ['2025-12-10', '22/12'], ['2025-12-01', '2025-12-20'], ['2025-12-22']],
  ['le jour même de la réception', ['2025-12-10', '20/12'], ['2025-12-01', '2025-12-20'], ['2025-12-20']],
  ['183 jours après : encore plausible', ['2025-12-10', '01/07'], ['2025-12-01', '2025-12-30'], ['2026-07-01']],
  ['184 jours après : plus plausible, l’année du voisin reste', ['2025-12-10', '02/07'], ['2025-12-01', '2025-12-30'], ['2025-07-02']],
  ['une réception inconnue', ['2025-12-10', '03/01'], ['2025-12-01', ''], ['2025-01-03']],
  ['le 29 février n’existe pas l’année suivante', ['2024-12-10', '29/02'], ['2024-12-01', '2024-12-20'], ['2024-02-29']],
])('avec les réceptions : %s', (_cas, colonne, receptions, voulues) => expect(devine(colonne, receptions)).toEqual(voulues));

it('lit les dates dans le sens donné, jour de la semaine compris', () => {
  const jours = Int32Array.from([deIso('2026-03-01')!, 0]);
  const lue = (texte: string, ordre: 'jour-mois' | 'mois-jour'): string | null => {
    const jour = devineAnnees(jours, [{ rang: 1, texte }], ordre, null).get(1);
    return jour === undefined ? null : versIso(jour);
  };
  expect([lue('03/12', 'mois-jour'), lue('03/12', 'jour-mois')]).toEqual(['2026-03-12', '2026-12-03']);
  // Le 13 mars 2026 est un vendredi.
  expect([lue('vendredi 03/13', 'mois-jour'), lue('jeudi 03/13', 'mois-jour'), lue('vendredi 13/03', 'jour-mois')]).toEqual(['2026-03-13', null, '2026-03-13']);
});
