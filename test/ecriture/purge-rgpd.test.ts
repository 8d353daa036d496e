// Effacer les données personnelles d'une enquête : exactement elles, un procès-verbal vrai même après une coupure, et plus rien d'elles dans le fichier.
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { apercuDePurgeRgpd, preparePurgeRgpd, purgeRgpd } from '../../src/outils/rgpd/purge';
import type { Cellule } from '../../src/socle/cellule';
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { ErreurClasseur } from '../../src/socle/erreurs';
import type { CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import { ClasseurMemoire, clef, type Mode } from '../hotes/classeur-memoire';
import { ErreurDePanne, HoteEnPanne, MODES } from '../hotes/pannes';
import { JOUR, rapportCourt } from './autres-ecritures';

const REPONSES: readonly (readonly Cellule[])[] = [['Enquête accueil'], ['Nom', 'E-mail', 'Note', 'Commentaire'], ['Aube', 'aube@exemple.fr', 4, 'Rien à dire'], ['Brun', 'brun@exemple.fr', 2, 'Appelez le 06 12 34 56 78'], ['Clair', '', 5, 'Merci à Mme Doux']];
const TUS = ['Aube', 'aube@', 'Brun', 'brun@', 'Clair', '06 12 34', 'Mme Doux'];
const depart = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute('Réponses');
  REPONSES.forEach((ligne, i) => ligne.forEach((v, j) => v !== '' && c.tape('Réponses', i + 1, j + 1, v)));
  // Une sauvegarde, comme un rapport corrigé à la main puis refait en laisse une.
  conduis(ecrisRapport(rapportCourt(1)), c);
  c.tape('Résultats', 2, 1, 'vu avec Mme Brun');
  conduis(ecrisRapport(rapportCourt(2)), c);
  return c;
};
function* efface(mot = 'EFFACER'): Suite<CompteRendu> {
  return yield* purgeRgpd(yield* preparePurgeRgpd(JOUR), mot, JOUR);
}
const textes = (c: ClasseurMemoire): string => [...c.feuilles.flatMap(({ cases }) => [...cases.values()].map(({ v }) => String(v ?? ''))), ...[...c.memoire].flat()].join('\n');
const reste = (c: ClasseurMemoire): unknown[] => REPONSES.map((ligne, i) => ligne.map((_, j) => c.trouve('Réponses')!.cases.get(clef(i + 1, j + 1))?.v ?? ''));
const ATTENDU = [['Enquête accueil'], ['Nom', 'E-mail', 'Note', 'Commentaire'], ['', '', 4, 'Rien à dire'], ['', '', 2, ''], ['', '', 5, '']];
const pv = (c: ClasseurMemoire): unknown[] => [...c.feuilles.find(({ nom }) => nom.startsWith('Procès'))!.cases].sort(([a], [b]) => a - b).map(([, { v }]) => v).filter((v) => v !== null).slice(2, 15);

test('l’aperçu nomme chaque colonne et son compte', () => expect(apercuDePurgeRgpd(conduis(preparePurgeRgpd(JOUR), depart())).lignes.map(({ phrase }) => phrase).slice(0, 4)).toEqual([
  '« Réponses », colonne A : 3 cellules seront effacées.', '« Réponses », colonne B : 2 cellules seront effacées.', '« Réponses », colonne D : 2 cellules seront effacées.', 'La sauvegarde « Sauvegarde Résultats » sera vidée (2 cellules).',
]));

test('efface ce qui désigne des personnes, garde le reste, et le procès-verbal compte juste', () => {
  const c = depart();
  expect(conduis(efface(), c).message).toMatch(/^7 cellules effacées, 1 sauvegarde vidée ; le procès-verbal est dans « Procès-verbal d’effacement »/);
  expect(reste(c)).toEqual(ATTENDU);
  expect(TUS.filter((mot) => textes(c).includes(mot))).toEqual([]);
  expect(pv(c)).toEqual(['7 cellules effacées, 1 sauvegarde vidée. Les réponses qui restent ne portent plus de donnée personnelle reconnue ; elles ne sont pas « anonymes » pour autant.', 'Feuille', 'Colonne', 'Cellules effacées', 'Réponses', 'A', 3, 'Réponses', 'B', 2, 'Réponses', 'D', 2]);
});

test('sans le mot, rien n’est touché', () => {
  const c = depart();
  expect(() => conduis(efface('effacer svp'), c)).toThrow('L’effacement n’est pas confirmé ; rien n’a été changé. Tapez EFFACER pour confirmer.');
  expect(reste(c)).toEqual(REPONSES);
});

test('une cellule changée depuis l’aperçu arrête tout', () => {
  const c = depart();
  const plan = conduis(preparePurgeRgpd(JOUR), c);
  c.tape('Réponses', 3, 1, 'Autre');
  expect(() => conduis(purgeRgpd({ ...plan, sauvegardes: { ...plan.sauvegardes, sauvegardes: [] } }, 'EFFACER', JOUR), c)).toThrow('Des cellules ont changé depuis que vous avez vu le plan ; rien n’a été effacé');
  expect(reste(c)[3]).toEqual(REPONSES[3]);
});

test('rien de personnel : le dit', () => {
  const c = new ClasseurMemoire();
  c.ajoute('Notes');
  expect(conduis(efface(), c)).toMatchObject({ ecrit: false, message: 'Aucune donnée personnelle reconnue : rien n’a été effacé.' });
});

describe('Beaucoup de réponses', () => {
  const beaucoup = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
    const c = new ClasseurMemoire(mode, graine);
    c.ajoute('Réponses');
    ['N°', 'Commentaire'].forEach((titre, j) => c.tape('Réponses', 1, j + 1, titre));
    // Une réponse sur deux nomme quelqu'un : autant de zones d'une cellule, plus qu'un lot n'en tient.
    for (let i = 0; i < 300; i++) [i, i % 2 ? 'RAS' : `Vu Mme Durand${i}`].forEach((v, j) => c.tape('Réponses', i + 2, j + 1, v));
    return c;
  };
  const nommes = (c: ClasseurMemoire): number => (textes(c).match(/Durand/g) ?? []).length;
  test('s’effacent toutes, en plusieurs lots', () => {
    const c = beaucoup();
    expect(conduis(efface(), c).message).toMatch(/^150 cellules effacées/);
    expect([nommes(c), (textes(c).match(/RAS/g) ?? []).length]).toEqual([0, 150]);
  });
  test('une cellule du dernier lot changée depuis l’aperçu : rien n’est effacé, pas même le premier lot', () => {
    const c = beaucoup();
    const plan = conduis(preparePurgeRgpd(JOUR), c);
    c.tape('Réponses', 300, 2, 'Vu Mme Durand, autre');
    expect(() => conduis(purgeRgpd(plan, 'EFFACER', JOUR), c)).toThrow('rien n’a été effacé');
    expect(nommes(c)).toBe(150);
  });
  test.each(MODES)('%s, de loin en loin : recommencer finit, et le procès-verbal compte 150', (panne) => {
    for (let k = 1; k < 2_000; k += 13) {
      const c = beaucoup('tampon', k);
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(efface(), hote);
      } catch (cause) {
        if (!(cause instanceof ErreurDePanne) && !(cause instanceof ErreurClasseur)) throw cause;
      }
      conduis(efface(), c);
      expect([panne, k, nommes(c), pv(c).slice(4)]).toEqual([panne, k, 0, ['Réponses', 'B', 150, 'Total', 150, expect.stringMatching(/^Non effacé/), 'Fait par (nom, qualité) :', expect.any(String)]]);
      if (hote.depassee) return;
    }
    throw new Error('la commande a plus de points d’appel que prévu');
  });
});

describe.each(['immediat', 'tampon'] as const)('hôte %s', (mode) => {
  test.each(MODES)('%s à chaque point : recommencer finit, et le procès-verbal est vrai', (panne) => {
    const attendu = depart();
    conduis(efface(), attendu);
    for (let k = 1; k < 200; k++) {
      const c = depart(mode, k);
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(efface(), hote);
      } catch (cause) {
        if (!(cause instanceof ErreurDePanne) && !(cause instanceof ErreurClasseur)) throw cause;
      }
      conduis(efface(), c);
      expect([panne, k, reste(c), pv(c), TUS.filter((mot) => textes(c).includes(mot)), [...c.memoire.keys()].filter((une) => /^(effacement|rgpd)/.test(une))]).toEqual([panne, k, ATTENDU, pv(attendu), [], []]);
      if (hote.depassee) return;
    }
    throw new Error('la commande a plus de points d’appel que prévu');
  });
});

test('dans un fichier .xlsx : plus aucune valeur effacée dans aucune partie, le reste pareil', () => {
  const fichier = ouvreFichier(nouveauXlsx([{ nom: 'Réponses', plage: REPONSES.map((ligne) => [...ligne]) }]), 'enquete.xlsx');
  conduis(efface(), fichier);
  const parties = Object.entries(unzipSync(fichier.octets())).map(([nom, octets]) => [nom, strFromU8(octets)] as const);
  expect(parties.flatMap(([nom, texte]) => TUS.filter((mot) => texte.includes(mot)).map((mot) => `${nom} : ${mot}`))).toEqual([]);
  const relu = ouvreFichier(fichier.octets(), 'enquete.xlsx').lis({ zones: [{ feuille: 'Réponses', ligne: 1, colonne: 1, lignes: 5, colonnes: 4 }] }).plages[0]!;
  expect(REPONSES.map((ligne, i) => ligne.map((_, j) => relu[i]?.[j] ?? ''))).toEqual(ATTENDU);
});

test('un classeur aux textes partagés, n’en garde rien non plus', () => {
  const nom = path.join(__dirname, '..', 'enquetes', 'personnes.xlsx');
  const fichier = ouvreFichier(readFileSync(nom), 'personnes.xlsx');
  conduis(efface(), fichier);
  const parties = Object.entries(unzipSync(fichier.octets())).map(([partie, octets]) => [partie, strFromU8(octets)] as const);
  expect(parties.flatMap(([partie, texte]) => TUS.filter((mot) => texte.includes(mot)).map((mot) => `${partie} : ${mot}`))).toEqual([]);
  expect(parties.map(([, texte]) => texte).join('')).toContain('Rien à dire');
});
