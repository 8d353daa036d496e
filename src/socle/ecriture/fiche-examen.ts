// Ce qu'écrire une fiche ferait, décidé en lisant seulement. Une fiche est une feuille à nous dont les cases sont aussi aux personnes : une case que
// quelqu'un a changée est à lui. L'empreinte de ce que nous y avions mis, gardée dans la marque, le dit case par case, sans garder son contenu.
import { estVide, type Cellule, type Plage, type Zone } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { empreinte } from '../empreinte';
import { erreur, type ErreurClasseur } from '../erreurs';
import { lis, type Suite } from '../suite';
import { versCellule } from './cellule-sure';
import { feuilleCommencee, nomLibre } from './creation';
import { feuilleDe, type Marque } from './marque';
import { BANNIERE_INTERROMPUE } from './rapport-examen';
import { refusDesVerrous } from './verrous';

export type CaseDeFiche = { readonly clef: string; readonly libelle: string; readonly ligne: number; readonly colonne: number; readonly valeur: Cellule; /** Offerte à la personne : une fois posée, elle est à elle. */ readonly offerte?: boolean };

export type Fiche = {
  /** « plan-actions.fiche:2026-04 » : une feuille par genre. */
  readonly genre: string;
  /** Le genre sous lequel elle était tenue, quand elle en change : une action neuve reçoit son numéro. */
  readonly depuis?: string;
  readonly nom: string;
  /** Les textes qui ne changent pas, posés à la création ; les cases y sont vides. */
  readonly modele: Plage;
  readonly largeur: number;
  readonly banniere: { readonly ligne: number; readonly colonne: number; readonly texte: string };
  readonly habillage: (nom: string) => readonly Modification[];
  readonly cases: readonly CaseDeFiche[];
};

/** Une case telle qu'elle est, et ce que l'on en ferait. */
type CaseVue = CaseDeFiche & { readonly lue: Cellule; readonly empreintes: readonly string[]; readonly effet: 'ecrire' | 'rien' | 'garder' };

export type ExamenFiche = {
  readonly existe: boolean;
  readonly nom: string;
  readonly refus: ErreurClasseur | null;
  readonly releve: Releve;
  readonly marque: Marque;
  readonly zone: Zone;
  readonly enPlace: Plage;
  readonly cases: readonly CaseVue[];
  /** Faux : quelqu'un a écrit à la place de notre phrase ; elle reste la sienne. */
  readonly banniereANous: boolean;
  readonly empreintesDeBanniere: readonly string[];
  /** Le modèle reste à poser, en tout ou partie. */
  readonly neuve: boolean;
  readonly aJour: boolean;
};

const SEPARE = { case: ',', empreinte: '|' } as const;
const SIGNES = 8;

export const empreinteDeCase = (valeur: Cellule | undefined): string => empreinte(estVide(valeur) ? '' : String(valeur).trim()).slice(0, SIGNES);

export const VIDE = empreinteDeCase(null);

/** Ce que la marque retient de chaque case, dans l'ordre des cases. */
const lisCases = ({ cases = '' }: Marque): readonly (readonly string[])[] => cases.split(SEPARE.case).map((une) => une.split(SEPARE.empreinte).filter((e) => e !== ''));

export const ecrisCases = (cases: readonly (readonly string[])[]): string => cases.map((une) => [...new Set(une)].join(SEPARE.empreinte)).join(SEPARE.case);

const vue = (c: CaseDeFiche, lue: Cellule, empreintes: readonly string[], neuve: boolean): CaseVue => {
  const valeur = versCellule(c.valeur);
  const posee = empreinteDeCase(lue);
  if (posee === empreinteDeCase(valeur)) return { ...c, valeur, lue, empreintes, effet: 'rien' };
  // Une création coupée laisse des cases vides que nous devions remplir : elles sont encore à nous.
  const aNous = empreintes.includes(posee) || (neuve && estVide(lue));
  return { ...c, valeur, lue, empreintes, effet: aNous ? 'ecrire' : 'garder' };
};

/** Lit la fiche en place. @throws ErreurClasseur la feuille a disparu au même moment */
export function* examineFiche({ genre, depuis, nom: voulu, modele, largeur, banniere, cases }: Fiche): Suite<ExamenFiche> {
  const depart: Releve = yield* lis({});
  const existante = feuilleDe(depart.feuilles, (marque) => marque.genre === genre) ?? (depuis === undefined ? null : feuilleDe(depart.feuilles, (marque) => marque.genre === depuis));
  const nom = existante?.nom ?? feuilleCommencee(depart, genre) ?? nomLibre(voulu, depart.feuilles);
  const etendue = { lignes: Math.max(modele.length, existante?.marque.lignes ?? 0), colonnes: Math.max(largeur, existante?.marque.colonnes ?? 0) };
  const zone: Zone = { feuille: nom, ligne: 1, colonne: 1, ...etendue };
  const vierge: Marque = { v: 1, genre, etat: 'neuf', lignes: modele.length, colonnes: largeur, empreinte: '' };
  if (existante === null) return { existe: false, nom, refus: null, releve: depart, marque: vierge, zone, enPlace: [], cases: cases.map((c) => vue(c, null, [], true)), banniereANous: true, empreintesDeBanniere: [], neuve: true, aJour: false };
  const releve: Releve = yield* lis({ zones: [zone], verrous: true });
  const enPlace = releve.plages[0] ?? [];
  const { marque } = existante;
  const retenues = lisCases(marque);
  const neuve = marque.etat === 'neuf' || marque.neuve === true;
  const vues = cases.map((c, i) => vue(c, enPlace[c.ligne - 1]?.[c.colonne - 1] ?? null, retenues[i] ?? [], neuve));
  // La phrase du haut est retenue comme une case de plus.
  const phrase = empreinteDeCase(enPlace[banniere.ligne - 1]?.[banniere.colonne - 1]);
  const aJourEnTete = phrase === empreinteDeCase(banniere.texte);
  const empreintesDeBanniere = retenues[cases.length] ?? [];
  const banniereANous = aJourEnTete || [VIDE, empreinteDeCase(BANNIERE_INTERROMPUE), ...empreintesDeBanniere].includes(phrase);
  const retenue = ({ effet, empreintes, valeur }: CaseVue): boolean => effet === 'garder' || (effet === 'rien' && empreintes.join() === empreinteDeCase(valeur));
  const aJour = marque.etat === 'ok' && marque.genre === genre && vues.every(retenue) && (aJourEnTete || !banniereANous);
  const cible = releve.feuilles.find((feuille) => feuille.nom === nom);
  // Une fiche neuve reçoit tout son modèle ; ensuite, seulement les cases que nous réécrivons.
  const touchees = aJour ? [] : neuve ? [zone] : [...(banniereANous ? [banniere] : []), ...vues.filter(({ effet }) => effet === 'ecrire')].map(({ ligne, colonne }) => ({ ligne, colonne, lignes: 1, colonnes: 1 }));
  return {
    existe: true, nom, releve, marque, zone, enPlace, cases: vues, banniereANous, empreintesDeBanniere, neuve, aJour,
    refus: existante.protegee ? erreur(`La feuille « ${nom} » est protégée ; rien n’a été changé`, 'Ôtez sa protection, puis recommencez') : cible === undefined ? null : refusDesVerrous(cible, touchees),
  };
}
