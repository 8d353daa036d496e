// L'aperçu et l'écriture se contredisent-ils ? L'un est lu sur un classeur, l'autre y est faite, et ce qui a été dit se compare à ce qui est là.
import type { HoteSynchrone } from '../../src/socle/classeur';
import type { Apercu, CompteRendu } from '../../src/socle/outil';
import { conduis } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import type { Epreuve } from './campagne';
import { marqueDe } from './gestes';

/** @returns ce que l'aperçu a dit et que l'écriture n'a pas fait, ou l'inverse */
export const desaccords = (e: Epreuve, c: ClasseurMemoire, version: number): { readonly apercu: Apercu | null; readonly fautes: string[] } => {
  const fautes: string[] = [];
  const lecteur: HoteSynchrone = { lis: (lecture) => c.lis(lecture), ecris: () => void fautes.push('l’aperçu écrit') };
  let apercu: Apercu;
  try {
    apercu = conduis(e.prevois(version), lecteur);
  } catch (erreur) {
    return { apercu: null, fautes: [...fautes, `l’aperçu échoue : ${String(erreur)}`] };
  }
  const avant = c.copie();
  let rendu: CompteRendu | null = null;
  let refus = '';
  let ecritures = 0;
  try {
    rendu = conduis(e.execute(version), { lis: (lecture) => c.lis(lecture), ecris: (lot) => void (ecritures++, c.ecris(lot)) });
  } catch (erreur) {
    refus = erreur instanceof Error ? erreur.message : 'erreur sans phrase';
  }
  const note = (dit: unknown, fait: unknown, quoi: string): void => void (JSON.stringify(dit) !== JSON.stringify(fait) && fautes.push(`${quoi} : dit ${JSON.stringify(dit)}, fait ${JSON.stringify(fait)}`));
  const effets = (effet: string): Apercu['lignes'] => apercu.lignes.filter((l) => l.effet === effet);

  note(apercu.verdict, rendu === null ? 'impossible' : ecritures === 0 ? 'rien' : 'possible', 'verdict');
  if (rendu === null) {
    note(effets('refuse').map(({ phrase }) => phrase), [refus], 'refus');
    return { apercu, fautes };
  }
  note(rendu.ecrit, ecritures > 0, 'ecrit');
  note(apercu.feuille, rendu.feuille, 'feuille');
  const neuves = c.feuilles.filter(({ uid }) => !avant.feuilles.some((f) => f.uid === uid));
  const copies = neuves.filter((f) => marqueDe(f)?.genre?.startsWith('sauvegarde'));
  note(effets('sauvegarde').flatMap(({ phrase }) => /copié dans un onglet « (.+) »/.exec(phrase)?.[1] ?? []), copies.map(({ nom }) => nom), 'sauvegarde');
  const entamee = avant.feuilles.find((f) => f.nom === apercu.feuille)?.marque === null;
  note(effets('cree').length, entamee || neuves.length > copies.length ? 1 : 0, 'création');
  const notre = c.trouve(apercu.feuille ?? '');
  const changee = avant.trouve(apercu.feuille ?? '')?.cases !== notre?.cases;
  note(effets('reecrit').some(({ adresse }) => adresse !== null) || effets('cree').length > 0, changee, 'réécriture');
  note(effets('reecrit').some(({ phrase }) => phrase.includes('réglages')), avant.memoire.get(e.outil) !== c.memoire.get(e.outil), 'réglages retenus');
  return { apercu, fautes };
};
