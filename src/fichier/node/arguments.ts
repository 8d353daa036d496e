// Lit la ligne de commande ; une faute est une phrase et le code de sortie 2.
import { parseArgs } from 'node:util';
import { deIso, type Jour } from '../../socle/jours';
import { lisDate } from '../../socle/dates-colonne';
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
  readonly aide: boolean;
};

export type Demande = { readonly commande: string; readonly restes: readonly string[]; readonly options: Options };

const lisAu = (texte: string | undefined): Jour | null => {
  if (texte === undefined) return null;
  const jour = deIso(texte) ?? lisDate(texte);
  if (jour <= 0) throw new ErreurUsage(`--au attend une date comme 2026-11-22, pas « ${texte} ».`);
  return jour;
};

const lisSaisies = (reglages: readonly string[], feuille: string | undefined): Saisies => {
  const saisies: Record<string, string> = {};
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
        json: { type: 'boolean', default: false },
        demandes: { type: 'boolean', default: false },
        au: { type: 'string' },
        feuille: { type: 'string' },
        reglage: { type: 'string', multiple: true, default: [] },
        sortie: { type: 'string', short: 'o' },
        'sur-place': { type: 'boolean', default: false },
        aide: { type: 'boolean', short: 'h', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    const option = /'(-[^' ]*)/.exec(cause instanceof Error ? cause.message : '')?.[1];
    throw new ErreurUsage(option ? `L’option ${option} n’est pas comprise, ou il lui manque une valeur.` : 'La commande n’est pas comprise.');
  }
};

export const lisArguments = (args: readonly string[]): Demande => {
  const { values, positionals } = decoupe(args);
  const [commande = 'aide', ...restes] = positionals;
  return {
    commande,
    restes,
    options: {
      json: values.json, demandes: values.demandes, au: lisAu(values.au), saisies: lisSaisies(values.reglage, values.feuille),
      sortie: values.sortie ?? null, surPlace: values['sur-place'], aide: values.aide || values.help,
    },
  };
};
