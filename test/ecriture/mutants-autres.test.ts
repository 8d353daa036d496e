// Les mutants de l'aperçu, de la purge, de l'effacement et de l'ajout dans un tableau : une protection ôtée chacun, chacun doit être vu.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type * as Ajout from '../../src/socle/ecriture/ajout';
import type * as Apercu from '../../src/socle/ecriture/apercu';
import type * as Effacement from '../../src/socle/ecriture/effacement';
import type * as PlanEffacement from '../../src/socle/ecriture/effacement-plan';
import type * as Purge from '../../src/socle/ecriture/purge';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import { desaccords } from './accord';
import { avecSauvegardes, JOUR } from './autres-ecritures';
import { epreuveFictive } from './classeurs';
import { copieRegistre, fais, GESTES } from './gestes';
import { image } from './reprises';

type Modules = { readonly ajout: typeof Ajout; readonly apercu: typeof Apercu; readonly effacement: typeof Effacement & typeof PlanEffacement; readonly purge: typeof Purge };
type Mutant = { readonly nom: string; /** Un fichier de src/socle/ecriture. */ readonly fichier: string; readonly change: readonly [string, string]; readonly trahi: (m: Modules) => boolean };

/** L'aperçu et l'écriture se contredisent quelque part. */
const seContredit = ({ apercu }: Modules): boolean => {
  for (let graine = 1; graine <= 120; graine++) {
    const de = hasard(graine);
    const e = epreuveFictive(graine, ecrisRapport, ecrisRapport, apercu.prevoisRapport);
    const [c, r] = [e.depart.copie('immediat', graine), copieRegistre(e.registre)];
    for (let n = de.entre(0, 3); n > 0; n--) fais(de.parmi(GESTES), c, r, e.genre, de, e.attendus[0]!.banniere);
    if ([1, 1].some((version) => desaccords(e, c, version).fautes.length > 0)) return true;
  }
  return false;
};
/** Ce qui devait être refusé a changé le classeur. */
const change = (c: ClasseurMemoire, geste: () => unknown): boolean => {
  const avant = image(c);
  try {
    geste();
  } catch {
    // un refus
  }
  return image(c) !== avant;
};
const tableau = (dessous: string | null): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute('Plan');
  ['Numéro', 'Libellé'].forEach((v, j) => c.tape('Plan', 1, j + 1, v));
  ['A1', 'Relire'].forEach((v, j) => c.tape('Plan', 2, j + 1, v));
  if (dessous !== null) c.tape('Plan', 3, 2, dessous);
  c.pourEcrire('Plan').tableaux = [{ nom: 'Actions', ligne: 1, colonne: 1, lignes: 2, colonnes: 2, total: false }];
  return c;
};
const AJOUT = { feuille: 'Plan', entete: 1, colonneNumero: 1, numero: 'A2', valeurs: new Map([[2, 'Former']]) };
const zone = (feuille: string) => ({ feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: 1 });

/** Un effacement coupé, une saisie, la reprise : la saisie n'y est plus. */
const effaceUneSaisie = ({ prepareEffacement, efface }: Modules['effacement'], lignes: number): boolean => {
  const c = new ClasseurMemoire();
  c.ajoute('Réponses');
  for (let ligne = 1; ligne <= lignes; ligne++) for (const colonne of [1, 2]) c.tape('Réponses', ligne, colonne, `${ligne}-${colonne}`);
  const plan = conduis(prepareEffacement([{ feuille: 'Réponses', ligne: 1, colonne: 1, lignes, colonnes: 2 }]), c);
  c.memoire.set('effacement', JSON.stringify(plan));
  c.tape('Réponses', 1, 1, 'saisie depuis');
  change(c, () => conduis(efface(plan, 'EFFACER'), c));
  return ![...c.trouve('Réponses')!.cases.values()].some(({ v }) => v === 'saisie depuis');
};

const MUTANTS: readonly Mutant[] = [
  { nom: 'l’aperçu tait la sauvegarde', fichier: 'apercu', change: ['...(aSauver.length > 0 ?', '...(aSauver.length < 0 ?'], trahi: seContredit },
  { nom: 'l’aperçu tait un refus', fichier: 'apercu', change: ['if (examen.refus !== null) return', 'if (examen.union.lignes < 0 && examen.refus !== null) return'], trahi: seContredit },
  { nom: 'l’aperçu annonce une création pour une réécriture', fichier: 'apercu', change: [': existe\n', ': !existe\n'], trahi: seContredit },
  { nom: 'l’aperçu dit « rien » à tort', fichier: 'apercu', change: ["examen.aJour && !examen.suspens ? 'rien'", "examen.existe ? 'rien'"], trahi: seContredit },
  { nom: 'la purge se passe de confirmation', fichier: 'effacement', change: ['if (confirmation.trim().toUpperCase() !== MOT_DE_CONFIRMATION)', "if (confirmation === '\\u0000')"], trahi: ({ purge }) => {
    const c = avecSauvegardes();
    return change(c, () => conduis(purge.videSauvegardes(conduis(purge.preparePurge(), c), 'oui', JOUR), c));
  } },
  { nom: 'la purge suit un plan qui vise une autre feuille', fichier: 'purge', change: ['if (intruse !== undefined)', 'if (intruse === null)'], trahi: ({ purge, effacement }) => {
    const c = avecSauvegardes();
    const plan = conduis(purge.preparePurge(), c);
    return change(c, () => conduis(purge.videSauvegardes({ ...plan, effacement: conduis(effacement.prepareEffacement([zone('Sauvegarde du maire')]), c) }, 'EFFACER', JOUR), c));
  } },
  { nom: 'une sauvegarde vidée compte encore', fichier: 'purge', change: ['ecrisMarque({ ...lue, videe: true })', 'ecrisMarque(lue)'], trahi: ({ purge }) => {
    const c = avecSauvegardes();
    conduis(purge.videSauvegardes(conduis(purge.preparePurge(), c), 'EFFACER', JOUR), c);
    return conduis(purge.preparePurge(), c).sauvegardes.length > 0;
  } },
  { nom: 'un effacement en route est oublié', fichier: 'effacement-examen', change: ['if (autre && enRoute', 'if (!autre && enRoute !== null && enRoute'], trahi: ({ effacement }) => {
    const c = avecSauvegardes();
    c.memoire.set('effacement', JSON.stringify(conduis(effacement.prepareEffacement([zone('Résultats')]), c)));
    return change(c, () => conduis(effacement.efface(conduis(effacement.prepareEffacement([zone('Sauvegarde du maire')]), c), 'EFFACER'), c));
  } },
  { nom: 'la reprise d’un effacement vide ce qui a été saisi depuis', fichier: 'effacement-examen', change: ['voulues.push(intact)', 'voulues.push(intact || reprise)'], trahi: ({ effacement }) => effaceUneSaisie(effacement, 2) },
  { nom: 'un bloc qui ne peut pas se décider est vidé', fichier: 'effacement-examen', change: ['if (pas > 1) return', 'if (pas > 1) voulues.splice(debut, pas, ...cellules.map(() => true)); if (pas < 0) return'], trahi: ({ effacement }) => effaceUneSaisie(effacement, 900) },
  { nom: 'le tableau n’est pas étendu', fichier: 'ajout', change: ['...(agrandi ? [', '...(agrandi && ligne < 0 ? ['], trahi: ({ ajout }) => {
    const c = tableau(null);
    change(c, () => conduis(ajout.ajouteLigne(AJOUT), c));
    return c.feuilles[0]!.tableaux[0]!.lignes !== 3;
  } },
  { nom: 'ce qui est écrit sous le tableau est pris', fichier: 'ajout', change: ['if (dessous && ligne > tableau', 'if (dessous && ligne < tableau'], trahi: ({ ajout }) => {
    const c = tableau('à vérifier');
    return change(c, () => conduis(ajout.ajouteLigne(AJOUT), c));
  } },
];

const dossier = mkdtempSync(path.join(os.tmpdir(), 'mutants-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Le socle recopié, tel quel ou une protection en moins ; un texte introuvable fait échouer : le mutant doit suivre le code. */
const modules = (rang: number, fichier?: string, [avant, apres]: readonly [string, string] = ['', '']): Modules => {
  const la = path.join(dossier, String(rang));
  cpSync('src/socle', la, { recursive: true });
  if (fichier !== undefined) {
    const cible = path.join(la, 'ecriture', `${fichier}.ts`);
    const texte = readFileSync(cible, 'utf8');
    if (texte.split(avant).length !== 2) throw new Error(`Le mutant ne s’applique plus à ${fichier}.ts : ${avant}`);
    writeFileSync(cible, texte.replace(avant, () => apres));
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- des modules fabriqués pour ce test
  const charge = (nom: string): object => require(path.join(la, 'ecriture', `${nom}.ts`)) as object;
  return { ajout: charge('ajout'), apercu: charge('apercu'), effacement: { ...charge('effacement'), ...charge('effacement-plan') }, purge: charge('purge') } as Modules;
};

test.each(MUTANTS.map((mutant, rang) => ({ nom: mutant.nom, mutant, rang })))('vu : $nom', ({ mutant: { fichier, change: texte, trahi }, rang }) => {
  expect(trahi(modules(rang, fichier, texte))).toBe(true);
});

test('le code tel quel n’est trahi nulle part', () => {
  const sain = modules(MUTANTS.length);
  expect(MUTANTS.filter(({ trahi }) => trahi(sain)).map(({ nom }) => nom)).toEqual([]);
});
