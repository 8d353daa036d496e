// Les mutants de l'effacement des données personnelles : une précaution ôtée chacun ; les coupures à chaque point, ou l'état final, doivent le voir.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type * as Purge from '../../src/outils/rgpd/purge';
import { ErreurClasseur } from '../../src/socle/erreurs';
import type { CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import { ErreurDePanne, HoteEnPanne } from '../hotes/pannes';
import { JOUR } from './autres-ecritures';
import { depart, verifie } from './enquete-a-effacer';

const MUTANTS: readonly { readonly nom: string; readonly fichier: string; readonly change: readonly [string, string] }[] = [
  { nom: 'les originaux partent avant leurs copies', fichier: 'rgpd/purge', change: ['...(yield* enLots(reprises)), ...(yield* enLots(zones))]', '...(yield* enLots(zones)), ...(yield* enLots(reprises))]'] },
  { nom: 'les commentaires se retirent sans que le classeur le retienne d’abord', fichier: 'rgpd/retrait', change: ['yield* ecris([note({ ...fait, enCours: lot.map(({ clef }) => clef) }), { genre: \'barriere\' }]);', ''] },
  { nom: 'la part faite d’un retrait coupé n’est pas comptée', fichier: 'rgpd/purge', change: ['compteRepris(note.retires, annexes)', 'note.retires'] },
  { nom: 'un retrait coupé compte tout, fait ou non', fichier: 'rgpd/retrait', change: ['enCours.filter((clef) => !restent.has(clef))', 'enCours.filter((clef) => restent !== null && clef)'] },
  { nom: 'l’hôte garde à part ce qui est effacé', fichier: 'rgpd/purge', change: ['compte: empreinteDe(lot) })], true)', 'compte: empreinteDe(lot) })], false)'] },
  { nom: 'les commentaires restent', fichier: 'rgpd/purge', change: ['  retires = yield* retire(plan, retires, (suivants) => noteAvec({ retires: suivants }));\n', ''] },
  { nom: 'un lot compté et coupé se compte deux fois', fichier: 'rgpd/purge', change: ['empreinteDe(lot) === plan.compte ? faites :', 'empreinteDe(lot) === null ? faites :'] },
  { nom: 'les preuves s’effacent avant leur date', fichier: 'rgpd/effacables', change: ['(le ?? reglages.purgeConsentements ?? Infinity) > jour', '(le ?? reglages.purgeConsentements ?? Infinity) > jour + 400'] },
  { nom: 'un commentaire d’une preuve gardée part', fichier: 'rgpd/hors-cellules', change: ['!garde(une) && ', ''] },
  { nom: 'une formule qui suit s’efface', fichier: 'rgpd/effacables', change: ['const formules = yield* formulesParmi([...zones, ...copies]);', 'const formules = yield* formulesParmi([]);'] },
  { nom: 'les formules d’un passage coupé s’oublient', fichier: 'rgpd/purge', change: ['reunies(note?.formules ?? [], formules)', 'reunies([], formules)'] },
  { nom: 'les places des tableaux croisés s’écrivent', fichier: 'rgpd/effacables', change: ['dans(croises, ou) || ', ''] },
];

const dossier = mkdtempSync(path.join(os.tmpdir(), 'mutants-rgpd-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

/** Les sources recopiées, telles quelles ou une précaution en moins ; un texte introuvable fait échouer : le mutant doit suivre le code. */
const module_ = (rang: number, fichier?: string, [avant, apres]: readonly [string, string] = ['', '']): typeof Purge => {
  const la = path.join(dossier, String(rang));
  for (const partie of ['socle', 'outils']) cpSync(path.join('src', partie), path.join(la, partie), { recursive: true });
  if (fichier !== undefined) {
    const cible = path.join(la, 'outils', `${fichier}.ts`);
    const texte = readFileSync(cible, 'utf8');
    if (texte.split(avant).length !== 2) throw new Error(`Le mutant ne s’applique plus à ${fichier}.ts : ${avant}`);
    writeFileSync(cible, texte.replace(avant, () => apres));
  }
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- un module fabriqué pour ce test
  return require(path.join(la, 'outils/rgpd/purge.ts')) as typeof Purge;
};

/** Ce que l'effacement laisse n'est pas ce qu'il doit laisser : sans coupure, ou coupé quelque part puis recommencé. */
const trahi = ({ preparePurgeRgpd, purgeRgpd }: typeof Purge): boolean => {
  function* efface(): Suite<CompteRendu> {
    return yield* purgeRgpd(yield* preparePurgeRgpd(JOUR), 'EFFACER', JOUR);
  }
  for (const panne of ['tué avant', 'tué au milieu'] as const) {
    for (let k = 1; k < 300; k++) {
      const c = depart('immediat', k);
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(efface(), hote);
      } catch (cause) {
        // Une copie du code a sa propre classe d'erreur.
        if (!(cause instanceof ErreurDePanne) && (cause as Error).name !== ErreurClasseur.prototype.constructor.name) return true;
      }
      try {
        if (c.feuilles.every(({ nom }) => !nom.startsWith('Procès')) || c.memoire.has('rgpd.purge')) conduis(efface(), c);
        verifie(c);
      } catch {
        return true;
      }
      if (hote.depassee) break;
    }
  }
  return false;
};

test.each(MUTANTS.map((mutant, rang) => ({ ...mutant, rang })))('vu : $nom', ({ fichier, change, rang }) => expect(trahi(module_(rang, fichier, change))).toBe(true));

test('le code tel quel n’est trahi nulle part', () => expect(trahi(module_(MUTANTS.length))).toBe(false));
