// Tout ce qu'un effacement toucherait : les cellules trouvées, leurs copies, les commentaires et les noms ; et ce qu'il laisse, dit en phrases.
import { adresse, lettres, type Cellule, type Zone } from '../../socle/cellule';
import type { Annexes, Case, Feuille, Releve } from '../../socle/classeur';
import { sauvegardes } from '../../socle/ecriture/sauvegarde';
import { empreinte } from '../../socle/empreinte';
import { erreurDeReglage } from '../../socle/erreurs';
import { dateFr, nombre, pluriel } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { saisiesEnMemoire } from '../../socle/memoire';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { ID } from './analyse';
import { annexesDe, commentairesARetirer, dans, nomsAVider, nomsVises, type CommentaireARetirer, type NomAVider } from './hors-cellules';
import { lisConsentements } from './lecture';
import { cherche, type Trouvee } from './recherche';
import { reglagesDe, type ReglagesRgpd } from './reperes';
import { chercheReprises, couvrantes, textesDe } from './reprises';

/** Une formule, et l'empreinte de ce qu'elle montre. */
export type FormuleGardee = Case & { readonly empreinte: string };

export type Effacables = {
  readonly zones: readonly Zone[];
  /** Les zones qui reprennent ailleurs un texte effacé. */
  readonly copies: readonly Zone[];
  /** Les formules qui montrent ce qui s'efface : elles restent, et se recalculent. */
  readonly formules: readonly FormuleGardee[];
  readonly commentaires: readonly CommentaireARetirer[];
  readonly noms: readonly NomAVider[];
  /** Ce qui reste, et pourquoi : à dire avant, et au procès-verbal. */
  readonly gardes: readonly string[];
};

/** Les lignes qui se suivent font une zone. */
const suites = (lignes: readonly number[], feuille: string, colonne: number): Zone[] => {
  const zones: Zone[] = [];
  for (const ligne of [...new Set(lignes)].sort((a, b) => a - b)) {
    const derniere = zones[zones.length - 1];
    if (derniere !== undefined && derniere.ligne + derniere.lignes === ligne) zones[zones.length - 1] = { ...derniere, lignes: derniere.lignes + 1 };
    else zones.push({ feuille, ligne, colonne, lignes: 1, colonnes: 1 });
  }
  return zones;
};

const empreinteDe = (valeur: Cellule): string => empreinte(String(valeur ?? '')).slice(0, 8);

/** Une colonne dite personnelle par son titre s'efface entière, titre gardé ; ailleurs, les cellules trouvées. */
const lignesDe = ({ parTitre, remplies, entete, genres }: Trouvee): number[] => (parTitre ? remplies.filter((ligne) => ligne > entete) : [...genres.values()].flat().filter((ligne) => ligne !== entete));

/** « Réponses!C;Thèmes!B » @throws ErreurClasseur ce n'est pas la colonne d'une feuille */
const colonnesGardees = ({ garder }: ReglagesRgpd, feuilles: readonly Feuille[]): ReadonlySet<string> =>
  new Set((garder ?? '').split(';').map((mot) => mot.trim()).filter(Boolean).map((mot) => {
    const [, nom = '', colonne = ''] = /^'?(.+?)'?!\$?([A-Za-z]{1,3})(?::.*)?$/.exec(mot) ?? [];
    const feuille = feuilles.find((une) => une.nom.toLowerCase() === nom.toLowerCase());
    if (feuille === undefined) throw erreurDeReglage(`« ${mot} » n’est pas la colonne d’une feuille de ce classeur ; rien n’a été effacé`, 'Écrivez la feuille, un point d’exclamation et la lettre, par exemple Réponses!C');
    return `${feuille.nom}!${colonne.toUpperCase()}`;
  }));

type Preuves = { readonly feuille: string; readonly lignes: ReadonlySet<number>; readonly phrase: string };

/** Les lignes du registre des consentements que leur date n'atteint pas : la preuve se garde pendant tout le traitement (domaine.md §5.2). */
function* preuvesGardees(feuilles: readonly Feuille[], reglages: ReglagesRgpd, jour: Jour): Suite<Preuves | null> {
  const lus = yield* lisConsentements(feuilles, reglages);
  if (lus === null || reglages.base !== 'consentement') return null;
  const { registre: { feuille: { nom }, entete }, reponses, echeances } = lus;
  // Réponses et preuves dans une seule feuille, sans aucune date : elles finissent ensemble.
  if (reponses === null && entete.colonnes['purge'] === undefined && reglages.purgeConsentements === null) return null;
  const gardees = echeances.filter(({ le }) => (le ?? reglages.purgeConsentements ?? Infinity) > jour);
  if (gardees.length === 0) return null;
  const dates = gardees.map(({ le }) => le ?? reglages.purgeConsentements).filter((le) => le !== null);
  const n = gardees.length;
  const quand = dates.length === 0 ? ' : écrivez quand les effacer dans « Purge prévue le » ou dans les réglages' : `, ${n === 1 ? '' : 'la première '}le ${dateFr(Math.min(...dates))}`;
  return { feuille: nom, lignes: new Set(gardees.map(({ ligne }) => ligne)), phrase: `« ${nom} » garde ${nombre(n)} ${pluriel(n, 'preuve de consentement', 'preuves de consentement')} jusqu’à ${pluriel(n, 'sa', 'leur')} date${quand}.` };
}

/** Ce que la personne lira des tableaux croisés, des noms, de ce que l'hôte ne montre pas. */
const phrasesDesAnnexes = (annexes: Annexes, zones: readonly Zone[]): string[] => {
  const vises = nomsVises(annexes, zones);
  const croises = annexes.croises.map(({ nom, feuille }) => `« ${nom} » (« ${feuille} »)`);
  return [
    ...(vises.length === 0 ? [] : [`${pluriel(vises.length, 'Le nom', 'Les noms')} ${vises.map((nom) => `« ${nom} »`).join(', ')} ${pluriel(vises.length, 'désigne', 'désignent')} des cellules effacées : ${pluriel(vises.length, 'il reste', 'ils restent')}, sans rien montrer d’elles.`]),
    ...(croises.length === 0 ? [] : [`${pluriel(croises.length, 'Le tableau croisé', 'Les tableaux croisés')} ${croises.join(', ')} ${pluriel(croises.length, 'oublie', 'oublient')} ce qui est effacé ; vérifiez-${pluriel(croises.length, 'le', 'les')}.`]),
    ...annexes.nonLus.map((quoi) => `À effacer vous-même : ${quoi}.`),
  ];
};

function* formulesParmi(zones: readonly Zone[]): Suite<FormuleGardee[]> {
  const blocs = couvrantes(zones);
  const { plages, formules }: Releve = yield* lis({ zones: blocs, formules: blocs });
  return blocs.flatMap(({ feuille, ligne, colonne, lignes }, i) => Array.from({ length: lignes }, (_, di) => di)
    .filter((di) => formules?.[i]?.[di]?.[0] === true && dans(zones, { feuille, ligne: ligne + di, colonne }))
    .map((di) => ({ feuille, ligne: ligne + di, colonne, empreinte: empreinteDe(plages[i]?.[di]?.[0] ?? null) })));
}

/** Les zones, d'une colonne chacune, coupées autour de leurs formules. */
const sansFormules = (zones: readonly Zone[], formules: readonly FormuleGardee[]): Zone[] => {
  const gardees = new Set(formules.map(({ feuille, ligne, colonne }) => adresse(feuille, ligne, colonne)));
  return formules.length === 0 ? [...zones] : zones.flatMap(({ feuille, ligne, colonne, lignes }) => suites(Array.from({ length: lignes }, (_, di) => ligne + di).filter((la) => !gardees.has(adresse(feuille, la, colonne))), feuille, colonne));
};

const phrasesDesFormules = (formules: readonly FormuleGardee[]): string[] => {
  const parColonne = new Map<string, number>();
  for (const { feuille, colonne } of formules) parColonne.set(`« ${feuille} », colonne ${lettres(colonne)}`, (parColonne.get(`« ${feuille} », colonne ${lettres(colonne)}`) ?? 0) + 1);
  return [...parColonne].map(([ou, n]) => `${ou} : ${nombre(n)} ${pluriel(n, 'formule reste et se recalcule', 'formules restent et se recalculent')}.`);
};

/** Les formules que l'effacement n'a pas changées : elles montrent encore ce qu'elles montraient. */
export function* formulesInchangees(formules: readonly FormuleGardee[]): Suite<readonly string[]> {
  if (formules.length === 0) return [];
  const { plages }: Releve = yield* lis({ zones: formules.map(({ feuille, ligne, colonne }) => ({ feuille, ligne, colonne, lignes: 1, colonnes: 1 })) });
  return formules.filter(({ empreinte: avant }, i) => empreinteDe(plages[i]?.[0]?.[0] ?? null) === avant).map(({ feuille, ligne, colonne }) => adresse(feuille, ligne, colonne));
}

/** @param reprises les zones qu'un effacement coupé a déjà : elles ne se comptent pas deux fois */
export function* effacables(jour: Jour, reprises: readonly Zone[]): Suite<Effacables> {
  const releve: Releve = yield* lis({ tetes: LIGNES_DE_TETE, annexes: true });
  const [{ memoire, feuilles }, annexes] = [releve, annexesDe(releve)];
  const reglages = reglagesDe(saisiesEnMemoire(memoire, ID));
  const gardees = colonnesGardees(reglages, feuilles);
  const preuves = yield* preuvesGardees(feuilles, reglages, jour);
  const nosCopies = new Set(sauvegardes(feuilles).map(({ feuille }) => feuille));
  const croises = annexes.croises.flatMap(({ feuille, zone }) => (zone === null ? [] : [{ feuille, ...zone }]));
  const garde = (ou: Case): boolean => gardees.has(`${ou.feuille}!${lettres(ou.colonne)}`) || (preuves?.feuille === ou.feuille && preuves.lignes.has(ou.ligne));
  const laisse = (ou: Case): boolean => garde(ou) || nosCopies.has(ou.feuille) || dans(croises, ou) || dans(reprises, ou);

  const zones = (yield* cherche()).flatMap((trouvee) => {
    const { feuille, colonne } = trouvee;
    return suites(lignesDe(trouvee).filter((ligne) => !laisse({ feuille, ligne, colonne })), feuille, colonne);
  });
  const textes = yield* textesDe(zones);
  const trouvees = yield* chercheReprises(feuilles.filter(({ nom }) => !nosCopies.has(nom)), textes, (feuille, ligne, colonne) => laisse({ feuille, ligne, colonne }) || dans(zones, { feuille, ligne, colonne }));
  const copies = [...trouvees].flatMap(([feuille, cases]) => [...new Set(cases.map(([, colonne]) => colonne))].sort((a, b) => a - b).flatMap((colonne) => suites(cases.filter(([, autre]) => autre === colonne).map(([ligne]) => ligne), feuille, colonne)));
  const formules = yield* formulesParmi([...zones, ...copies]);
  const [saisies, reprisesSaisies] = [sansFormules(zones, formules), sansFormules(copies, formules)];
  const toutes = [...saisies, ...reprisesSaisies, ...reprises];
  return {
    zones: saisies, copies: reprisesSaisies, formules,
    commentaires: commentairesARetirer(annexes, toutes, textes, garde),
    noms: nomsAVider(annexes, textes),
    gardes: [...(preuves === null ? [] : [preuves.phrase]), ...(gardees.size === 0 ? [] : [`Gardé, d’après vos réglages : ${[...gardees].join(', ')}.`]), ...phrasesDesFormules(formules), ...phrasesDesAnnexes(annexes, toutes)],
  };
}
