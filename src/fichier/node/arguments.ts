// Lit la ligne de commande ; une faute est une phrase et le code de sortie 2.
import { parseArgs } from 'node:util';
import { deIso, type Jour } from '../../socle/jours';
import { estVraisemblable, lisDate } from '../../socle/dates-colonne';
import type { Saisies } from '../../socle/reglage';

/** Un mauvais usage de la commande : la phrase à montrer, suivie d'un renvoi à l'aide. */
export class ErreurUsage extends Error {}

export type Options = {
  readonly json: boolean;
  readonly demandes: boolean;
  readonly au: Jour | null;
  readonly saisies: Saisies;
  readonly sortie: string | null;
  readonly surPlace: boolean;
  readonly apercu: boolean;
  readonly cellule: string | null;
  readonly aide: boolean;
};

export type Demande = { readonly commande: string; readonly restes: readonly string[]; readonly options: Options };

const lisAu = (texte: string | undefined): Jour | null => {
  if (texte === undefined) return null;
  const jour = deIso(texte) ?? lisDate(texte);
  if (!estVraisemblable(jour)) throw new ErreurUsage(`--au attend une date de 1950 à 2099, comme 2026-11-22, pas « ${texte} ».`);
  return jour;
};

const lisSaisies = (reglages: readonly string[], feuille: string | undefined): Saisies => {
  // Sans prototype : « __proto__ » y est une clef comme une autre, que l'outil refuse.
  const saisies = Object.create(null) as Record<string, string>;
  for (const reglage of reglages) {
    const egal = reglage.indexOf('=');
    if (egal < 1) throw new ErreurUsage(`--reglage attend clef=valeur, pas « ${reglage} ».`);
    saisies[reglage.slice(0, egal).trim()] = reglage.slice(egal + 1).trim();
  }
  if (feuille !== undefined) saisies['feuille'] = feuille;
  return saisies;
};

const decoupe = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        demandes: { type: 'boolean' },
        au: { type: 'string' },
        feuille: { type: 'string' },
        reglage: { type: 'string', multiple: true },
        sortie: { type: 'string', short: 'o' },
        'sur-place': { type: 'boolean' },
        apercu: { type: 'boolean' },
        cellule: { type: 'string' },
        aide: { type: 'boolean', short: 'h' },
        help: { type: 'boolean' },
      },
    });
  } catch (cause) {
    const option = /'(-[^' ]*)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    throw new ErreurUsage(option ? `L’option ${option} n’est pas comprise, ou il lui manque une valeur.` : 'La commande n’est pas comprise.');
  }
};

/** Ce que chaque commande comprend : une option sans effet tromperait. */
const OPTIONS: ReadonlyMap<string, readonly string[]> = new Map([
  ['analyser', ['json', 'demandes', 'au', 'feuille', 'reglage']],
  ['consolider', ['json', 'sortie', 'au', 'feuille', 'reglage']],
  ['produire', ['sortie', 'sur-place', 'apercu', 'au', 'feuille', 'reglage', 'cellule']],
  ['calculer', ['json', 'au', 'feuille']],
  ['fonctions', ['json']],
  ['aide', []],
]);

const refuseEnTrop = (commande: string, donnees: readonly string[]): void => {
  const comprises = OPTIONS.get(commande);
  if (comprises === undefined) throw new ErreurUsage(`La commande « ${commande} » n’existe pas.`);
  const enTrop = donnees.find((option) => !comprises.includes(option));
  if (enTrop !== undefined) throw new ErreurUsage(`${commande} n’a pas d’option --${enTrop}.`);
  if (donnees.includes('apercu') && (donnees.includes('sortie') || donnees.includes('sur-place'))) throw new ErreurUsage('--apercu n’écrit rien : ôtez -o et --sur-place.');
  if (donnees.includes('demandes') && !donnees.includes('json')) throw new ErreurUsage('--demandes complète --json : ajoutez --json.');
};

export const lisArguments = (args: readonly string[]): Demande => {
  const { values, positionals } = decoupe(args);
  const [commande = 'aide', ...restes] = positionals;
  const aide = values.aide === true || values.help === true;
  if (!aide) refuseEnTrop(commande, Object.keys(values));
  return {
    commande,
    restes,
    options: {
      json: values.json === true, demandes: values.demandes === true, au: lisAu(values.au), saisies: lisSaisies(values.reglage ?? [], values.feuille),
      sortie: values.sortie ?? null, surPlace: values['sur-place'] === true, apercu: values.apercu === true, cellule: values.cellule ?? null, aide,
    },
  };
};
