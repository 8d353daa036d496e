// La date qu'une personne tape dans un champ : 18/12/2026, 18/12, 18 déc., +15, demain… Moins de formes qu'un registre (dates-texte.ts),
// pour un volet léger ; celles qu'elle lit, elle les lit de même : un test les compare. Une année qui manque est celle qui rend la date la plus proche.
import { civil, existe, jourDe, jourSemaine, type Jour } from './jours';

const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];
const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
/** Sans casse, sans accents, apostrophe droite : ce qu'un champ d'une ligne peut contenir. */
const simple = (texte: string): string => texte.trim().toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/’/g, "'");

const RELATIVES: ReadonlyMap<string, number> = new Map([["aujourd'hui", 0], ['aujourdhui', 0], ['demain', 1], ['apres-demain', 2], ['hier', -1], ['avant-hier', -2]]);

/** « 18 déc. », « 1er janvier » : trois lettres suffisent, quatre pour juin et juillet. */
const rangDuMois = (mot: string): number => {
  const trouves = MOIS.flatMap((mois, rang) => (simple(mois).startsWith(mot) ? [rang + 1] : []));
  return mot.length >= 3 && trouves.length === 1 ? (trouves[0] as number) : 0;
};

const anneeDe = (texte: string): number => (texte.length === 4 ? Number(texte) : Number(texte) + (Number(texte) < 50 ? 2000 : 1900));

const plusProche = (mois: number, jour: number, aujourdhui: Jour): Jour | null => {
  const { annee } = civil(aujourdhui);
  const possibles = [annee - 1, annee, annee + 1].filter((a) => existe(a, mois, jour)).map((a) => jourDe(a, mois, jour));
  return possibles.reduce<Jour | null>((meilleur, date) => (meilleur === null || Math.abs(date - aujourdhui) < Math.abs(meilleur - aujourdhui) ? date : meilleur), null);
};

/** Le jour saisi, ou null quand ce n'en est pas un. */
export const lisDateSaisie = (texte: string, aujourdhui: Jour): Jour | null => {
  const propre = simple(texte).replace(/^(le )?((lun|mar|mercre|jeu|vendre|same)di |dimanche )?/, '');
  const relative = RELATIVES.get(propre);
  if (relative !== undefined) return aujourdhui + relative;
  const ecart = /^([+-]) ?(\d{1,4}) ?j?(our)?s?$/.exec(propre);
  if (ecart !== null) return aujourdhui + Number(`${ecart[1]}${ecart[2]}`);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(propre);
  const [, j = '', m = '', a = ''] = iso !== null ? ['', iso[3], iso[2], iso[1]] : (/^(\d{1,2})(?:er)? ?[-/. ] ?(\d{1,2}|[a-z]{3,9})\.?(?: ?[-/. ] ?(\d{4}|\d{2}))?$/.exec(propre) ?? []);
  const mois = /\d/.test(m) ? Number(m) : rangDuMois(m);
  if (a === '') return plusProche(mois, Number(j), aujourdhui);
  return existe(anneeDe(a), mois, Number(j)) ? jourDe(anneeDe(a), mois, Number(j)) : null;
};

/** « vendredi 18 décembre 2026 », « dimanche 1er novembre 2026 » */
export const dateLongue = (jour: Jour): string => {
  const { annee, mois, jour: quantieme } = civil(jour);
  return `${JOURS[jourSemaine(jour) - 1] ?? ''} ${quantieme === 1 ? '1er' : quantieme} ${MOIS[mois - 1] ?? ''} ${annee}`;
};
