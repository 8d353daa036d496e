// Ajouter une ligne au pied d'une liste que la personne a désignée : dans des cellules que l'on vient de lire vides, une seule fois.
import { adresse, estVide, type Cellule, type Plage } from '../cellule';
import type { Modification, Releve, Tableau } from '../classeur';
import { empreinte } from '../empreinte';
import { erreur, type ErreurClasseur } from '../erreurs';
import type { Apercu, CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { impossible } from './apercu';
import { versCellule } from './cellule-sure';
import { prends, rends, type Tour } from './tour';
import { refusDesVerrous } from './verrous';

export type Ajout = {
  readonly feuille: string;
  /** Ligne d'en-tête de la liste. */
  readonly entete: number;
  /** Colonne du numéro : c'est lui qui dit si la ligne est déjà là. */
  readonly colonneNumero: number;
  /** Jamais vide. */
  readonly numero: string | number;
  /** Les autres cellules, par colonne. */
  readonly valeurs: ReadonlyMap<number, Cellule>;
};

type Examen = {
  readonly refus: ErreurClasseur | null;
  readonly ligne: number;
  readonly deja: boolean;
  /** Ce qui reste à écrire, sans le numéro. */
  readonly manquantes: readonly (readonly [number, Cellule])[];
  /** Le tableau Excel à étendre à la ligne, ou null. */
  readonly aEtendre: Tableau | null;
};

const meme = (a: Cellule | undefined, b: Cellule): boolean => String(a ?? '').trim() === String(b ?? '').trim();

const refuse = (refus: ErreurClasseur): Examen => ({ refus, ligne: 0, deja: false, manquantes: [], aEtendre: null });

const tableauDe = (releve: Releve, { feuille, entete, colonneNumero }: Ajout): Tableau | null =>
  releve.feuilles.find(({ nom }) => nom === feuille)?.tableaux?.find(({ ligne, colonne, colonnes }) => ligne === entete && colonne <= colonneNumero && colonneNumero < colonne + colonnes) ?? null;

/** La première ligne libre : sous la dernière ligne remplie, en ne regardant que les colonnes du tableau quand c'en est un. */
const piedDe = (lignes: Plage, tableau: Tableau | null): number =>
  lignes.reduce((derniere, ligne, i) => ((tableau === null ? ligne : ligne.slice(tableau.colonne - 1, tableau.colonne - 1 + tableau.colonnes)).some((valeur) => !estVide(valeur)) ? i + 1 : derniere), 0);

/** Où irait la ligne, ou pourquoi elle n'irait pas ; rien n'est écrit. */
function* examine(ajout: Ajout): Suite<Examen> {
  const { feuille, entete, colonneNumero, numero, valeurs } = ajout;
  const depart: Releve = yield* lis({ tableaux: true, verrous: true });
  const cible = depart.feuilles.find(({ nom }) => nom === feuille);
  if (cible === undefined) return refuse(erreur(`La feuille « ${feuille} » n’existe plus`, 'Désignez de nouveau la liste'));
  if (cible.protegee) return refuse(erreur(`La feuille « ${feuille} » est protégée ; rien n’a été changé`, 'Ôtez la protection, ou demandez à la personne qui l’a posée'));
  const tableau = tableauDe(depart, ajout);
  if (tableau?.total) return refuse(erreur(`Le tableau « ${tableau.nom} » a une ligne de total, sous laquelle rien ne s’ajoute ; rien n’a été changé`, 'Décochez « Ligne Total » dans l’onglet Création de tableau, puis recommencez'));
  const largeur = Math.max(cible.colonnes, colonneNumero, ...valeurs.keys());
  const hauteur = Math.max(cible.lignes, tableau === null ? 0 : tableau.ligne + tableau.lignes - 1) - entete;
  const { plages } = yield* lis({ zones: [{ feuille, ligne: entete + 1, colonne: 1, lignes: Math.max(0, hauteur) + 1, colonnes: largeur }] });
  const lignes = plages[0] ?? [];

  const deja = lignes.findIndex((ligne) => meme(ligne[colonneNumero - 1], numero));
  const rang = deja >= 0 ? deja : piedDe(lignes, tableau);
  const ligne = entete + 1 + rang;
  const enPlace = lignes[rang] ?? [];
  const manquantes = [...valeurs].filter(([colonne, valeur]) => !estVide(valeur) && !meme(enPlace[colonne - 1], valeur));
  const prise = manquantes.find(([colonne]) => !estVide(enPlace[colonne - 1]));
  if (prise !== undefined) {
    return refuse(deja >= 0
      ? erreur(`Le numéro ${numero} est déjà pris par une autre ligne ; rien n’a été changé`, 'Choisissez un autre numéro', adresse(feuille, ligne, colonneNumero))
      : erreur('Cette cellule, à côté du tableau, n’est pas vide ; rien n’a été changé', 'Déplacez-la, puis recommencez', adresse(feuille, ligne, prise[0])));
  }
  const dessous = tableau !== null && ligne >= tableau.ligne + tableau.lignes;
  // Un tableau ne s'étend que d'une ligne à la fois : plus bas, ce serait prendre au passage ce que quelqu'un a écrit sous lui.
  if (dessous && ligne > tableau.ligne + tableau.lignes) return refuse(erreur(`Quelque chose est écrit sous le tableau « ${tableau.nom} » ; rien n’a été changé`, 'Déplacez-le, puis recommencez', adresse(feuille, tableau.ligne + tableau.lignes, tableau.colonne)));
  const ferme = refusDesVerrous(cible, [...(deja >= 0 ? [] : [colonneNumero]), ...manquantes.map(([colonne]) => colonne)].map((colonne) => ({ ligne, colonne, lignes: 1, colonnes: 1 })));
  if (ferme !== null) return refuse(ferme);
  return { refus: null, ligne, deja: deja >= 0, manquantes, aEtendre: dessous ? tableau : null };
}

const complete = ({ deja, manquantes, aEtendre }: Examen): boolean => deja && manquantes.length === 0 && aEtendre === null;

export function* prevoisAjout(ajout: Ajout): Suite<Apercu> {
  const examen = yield* examine(ajout);
  const { feuille, numero, colonneNumero } = ajout;
  if (examen.refus !== null) return { ...impossible(examen.refus), feuille };
  if (complete(examen)) return { feuille, verdict: 'rien', lignes: [{ effet: 'garde', phrase: `La ligne ${numero} est déjà enregistrée.`, adresse: adresse(feuille, examen.ligne, colonneNumero) }] };
  return {
    feuille, verdict: 'possible',
    lignes: [
      { effet: 'cree', phrase: examen.deja ? `La ligne ${numero} sera complétée.` : `La ligne ${numero} sera ajoutée au pied de la liste.`, adresse: adresse(feuille, examen.ligne, colonneNumero) },
      ...(examen.aEtendre === null ? [] : [{ effet: 'reecrit' as const, phrase: `Le tableau « ${examen.aEtendre.nom} » sera étendu d’une ligne.`, adresse: null }]),
      { effet: 'garde', phrase: 'Les lignes déjà là ne changent pas.', adresse: null },
    ],
  };
}

/**
 * Le numéro s'écrit d'abord, seul : une coupure laisse soit rien, soit une ligne que le même ajout reconnaît et complète. Dans un tableau Excel,
 * la ligne va sous lui, puis il est étendu.
 * @throws ErreurClasseur feuille absente ou protégée, numéro déjà pris par une autre ligne, tableau qui ne peut pas grandir, valeur que le tableur n'a pas gardée
 */
export function* ajouteLigne(ajout: Ajout): Suite<CompteRendu> {
  const { feuille, colonneNumero, numero, valeurs } = ajout;
  const avant: Examen = yield* examine(ajout);
  if (avant.refus !== null) throw avant.refus;
  if (complete(avant)) return { message: `La ligne ${numero} est déjà enregistrée.`, feuille, ecrit: false };
  const tour: Tour = { liste: empreinte(`${feuille}!${ajout.entete}`).slice(0, 8), jeton: empreinte(JSON.stringify([numero, ...valeurs])).slice(0, 8) };
  yield* prends(tour);
  // Pendant que nous attendions, une autre ligne a pu venir : la place se regarde de nouveau.
  const examen: Examen = yield* examine(ajout);
  const { refus, ligne, deja, manquantes, aEtendre } = examen;
  if (refus !== null || complete(examen)) yield* ecris([rends(tour)]);
  if (refus !== null) throw refus;
  if (complete(examen)) return { message: `La ligne ${numero} est déjà enregistrée.`, feuille, ecrit: false };

  const pose = (colonne: number, valeur: Cellule): Modification => ({ genre: 'ecrire', feuille, ligne, colonne, valeurs: [[versCellule(valeur)]] });
  const agrandi = aEtendre && { feuille, ligne: aEtendre.ligne, colonne: aEtendre.colonne, lignes: ligne - aEtendre.ligne + 1, colonnes: aEtendre.colonnes };
  yield* ecris([
    ...(deja ? [] : [pose(colonneNumero, numero), { genre: 'barriere' } as const]),
    ...manquantes.map(([colonne, valeur]) => pose(colonne, valeur)),
    ...(agrandi ? [{ genre: 'barriere' } as const, { genre: 'redimensionner-tableau', nom: aEtendre.nom, zone: agrandi } as const] : []),
    { genre: 'barriere' }, rends(tour),
  ]);

  const largeur = Math.max(colonneNumero, ...valeurs.keys());
  const apres: Releve = yield* lis({ tableaux: true, zones: [{ feuille, ligne, colonne: 1, lignes: 1, colonnes: largeur }] });
  const lue = apres.plages[0]?.[0] ?? [];
  const fautive = [[colonneNumero, numero] as const, ...valeurs].find(([colonne, valeur]) => !estVide(valeur) && !meme(lue[colonne - 1], valeur));
  if (fautive !== undefined) throw erreur('Le tableur n’a pas gardé ce qui devait être écrit', 'Vérifiez cette ligne, puis recommencez', adresse(feuille, ligne, fautive[0]));
  const tableau = tableauDe(apres, ajout);
  if (tableau !== null && ligne >= tableau.ligne + tableau.lignes) throw erreur(`Le tableau « ${tableau.nom} » n’a pas pris la ligne ajoutée`, 'Recommencez', adresse(feuille, ligne, colonneNumero));
  return { message: `La ligne ${numero} est ajoutée en ${adresse(feuille, ligne, colonneNumero)}.`, feuille, ecrit: true };
}
