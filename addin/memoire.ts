// La mémoire du classeur dans Excel : une partie XML par clef. Deux agents qui écrivent à la fois ne s'effacent rien, puisque aucun ne récrit la clef de l'autre.
import { estSeule, memoireXml, type Entrees } from '../src/fichier/xlsx-memoire';
import type { Modification } from '../src/socle/classeur';

/** Les parties de notre espace de noms, par identifiant. Une partie de plusieurs clefs vient de l'hôte .xlsx. */
export type Parties = ReadonlyMap<string, Entrees>;

type Tenue = { readonly id: string | null; readonly objet: Excel.CustomXmlPart | null; entrees: Entrees };

export type Memoire = {
  memorise(clef: string, valeur: string | null): void;
  /** Ce que le lot laisse ; à demander après l'envoi, qui donne leur identifiant aux parties neuves. */
  parties(): Parties;
};

const porte = ({ entrees }: Tenue, clef: string): boolean => Object.keys(entrees).includes(clef);

/** Touche d'abord chaque partie que le lot changera : si un autre agent l'a ôtée, Excel refuse l'envoi avant d'en avoir rien fait. */
export const ouvreMemoire = ({ workbook }: Excel.RequestContext, connues: Parties, lot: readonly Modification[]): Memoire => {
  const clefs = lot.flatMap((m) => (m.genre === 'memoriser' ? [m.clef] : []));
  let tenues = [...connues].map(([id, entrees]): Tenue => ({ id, entrees, objet: clefs.some((clef) => Object.keys(entrees).includes(clef)) ? workbook.customXmlParts.getItem(id).load('id') : null }));
  const ote = (tenue: Tenue): void => {
    tenue.objet?.delete();
    tenues = tenues.filter((autre) => autre !== tenue);
  };
  const pose = (tenue: Tenue, entrees: Entrees): void => {
    tenue.objet?.setXml(memoireXml(entrees));
    tenue.entrees = entrees;
  };
  /** Une partie de plusieurs clefs ne se récrit que pour en ôter une, et celles qui ont depuis leur partie à elles. */
  const allege = (partagee: Tenue, clef: string): void => {
    const reste = Object.entries(partagee.entrees).filter(([autre]) => autre !== clef && !tenues.some((tenue) => estSeule(tenue.entrees) && porte(tenue, autre)));
    if (reste.length > 0) pose(partagee, Object.fromEntries(reste));
    else ote(partagee);
  };
  return {
    memorise: (clef, valeur) => {
      const siennes = tenues.filter((tenue) => porte(tenue, clef));
      const seules = siennes.filter(({ entrees }) => estSeule(entrees));
      if (valeur === null) {
        for (const partagee of siennes.filter(({ entrees }) => !estSeule(entrees))) allege(partagee, clef);
        return seules.forEach(ote);
      }
      const derniere = seules.pop();
      // Deux agents ont posé la même clef à la fois : une partie suffit.
      seules.forEach(ote);
      const entrees = { [clef]: valeur };
      if (derniere) pose(derniere, entrees);
      else tenues.push({ id: null, objet: workbook.customXmlParts.add(memoireXml(entrees)).load('id'), entrees });
    },
    parties: () => new Map(tenues.map(({ id, objet, entrees }) => [id ?? objet!.id, entrees])),
  };
};
