// L'aperçu dit ce que l'écriture va faire : sur des classeurs de toutes sortes, intacts, modifiés, occupés, protégés ou coupés en route.
import { ecrisRapport } from '../../src/socle/ecriture/rapport';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import type { Apercu } from '../../src/socle/outil';
import { conduis } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import { HoteEnPanne, MODES } from '../hotes/pannes';
import { desaccords } from './accord';
import { epreuveFictive, epreuveResultats } from './classeurs';
import { copieRegistre, fais, GESTES } from './gestes';

test('ce que l’aperçu annonce est ce que l’écriture fait', () => {
  const verdicts = new Map<string, number>();
  const fautes: string[] = [];
  for (let graine = 1; graine <= plusCourt(600); graine++) {
    const de = hasard(graine);
    const e = graine % 40 === 0 ? epreuveResultats(graine) : epreuveFictive(graine, ecrisRapport);
    const c = e.depart.copie(de.parmi(['immediat', 'tampon']), graine);
    const r = copieRegistre(e.registre);
    if (de.chance(0.5)) {
      try {
        conduis(e.execute(0), new HoteEnPanne(c, de.entre(1, 40), de.parmi([...MODES])));
      } catch {
        // coupé en route : l'aperçu doit le voir
      }
    }
    for (let n = de.entre(0, 3); n > 0; n--) fais(de.parmi(GESTES), c, r, e.genre, de, e.attendus[0]!.banniere);
    for (const version of [1, 1, 0]) {
      const { apercu, fautes: vues } = desaccords(e, c, version);
      for (const effet of [apercu?.verdict ?? '', ...(apercu?.lignes ?? []).map((l) => l.effet)]) verdicts.set(effet, (verdicts.get(effet) ?? 0) + 1);
      fautes.push(...vues.map((faute) => `graine ${graine}, version ${version} : ${faute}`));
    }
  }
  expect(fautes.slice(0, 5)).toEqual([]);
  // Chaque cas a été rencontré : sinon l'accord ne dirait rien.
  expect(['possible', 'rien', 'impossible', 'cree', 'reecrit', 'garde', 'sauvegarde', 'refuse'].filter((effet) => (verdicts.get(effet) ?? 0) <= plusCourt(10))).toEqual([]);
});

describe('la commande « Onglet Résultats » annonce en phrases', () => {
  const registre = (): ClasseurMemoire => {
    const c = new ClasseurMemoire();
    c.ajoute('Registre');
    [['N°', 'Canal', 'Date de réception', 'Date de réponse'], [1, 'courrier', 46300, 46305], [2, 'courriel', 46310, null]].forEach((ligne, i) => ligne.forEach((v, j) => c.tape('Registre', i + 1, j + 1, v)));
    return c;
  };
  const contexte = { au: 46348, aujourdhui: 46400, saisies: {} };
  const apercu = (c: ClasseurMemoire, saisies = {}): Apercu => conduis(resultats.prevois({ ...contexte, saisies }), c);
  const phrases = (a: Apercu): string[] => a.lignes.map(({ effet, phrase, adresse }) => `${effet} ${adresse ?? '-'} ${phrase}`);

  test('la première fois', () => {
    const c = registre();
    expect(apercu(c)).toMatchObject({ feuille: 'Résultats', verdict: 'possible' });
    expect(phrases(apercu(c))).toEqual([expect.stringMatching(/^cree - L’onglet « Résultats » sera créé \(\d+ lignes, 9 colonnes\)\.$/), 'garde - Vos autres feuilles ne changent pas.']);
    expect(c.feuilles.map(({ nom }) => nom)).toEqual(['Registre']);
  });
  test('quand rien n’a changé', () => {
    const c = registre();
    conduis(resultats.execute(contexte), c);
    expect(apercu(c)).toEqual({ feuille: 'Résultats', verdict: 'rien', lignes: [{ effet: 'garde', phrase: '« Résultats » est déjà à jour.', adresse: null }, { effet: 'garde', phrase: 'Vos autres feuilles ne changent pas.', adresse: null }] });
  });
  test('quand quelqu’un a corrigé un chiffre du rapport', () => {
    const c = registre();
    conduis(resultats.execute(contexte), c);
    c.tape('Résultats', 8, 2, 0.99);
    expect(phrases(apercu(c))).toEqual(['sauvegarde Résultats!B8 Ce que quelqu’un a changé dans « Résultats » (1 cellule) sera d’abord copié dans un onglet « Sauvegarde Résultats ».', expect.stringMatching(/^reecrit Résultats!A1 L’onglet « Résultats » sera réécrit/), 'garde - Vos autres feuilles ne changent pas.']);
  });
  test('quand un onglet de ce nom est déjà à la personne', () => {
    const c = registre();
    c.ajoute('Résultats');
    c.tape('Résultats', 1, 1, 'à moi');
    expect(apercu(c).feuille).toBe('Résultats (2)');
    expect(phrases(apercu(c))).toContain('garde - Votre onglet « Résultats » ne change pas : il n’a pas été créé par Classeur+.');
  });
  test('quand la feuille est protégée', () => {
    const c = registre();
    conduis(resultats.execute(contexte), c);
    c.pourEcrire('Résultats').protegee = true;
    expect(apercu(c)).toMatchObject({ feuille: 'Résultats', verdict: 'impossible', lignes: [{ effet: 'refuse', phrase: 'La feuille « Résultats » est protégée ; rien n’a été changé. Ôtez sa protection, puis recommencez.' }] });
  });
  test('quand un réglage nouveau sera retenu', () => {
    const c = registre();
    conduis(resultats.execute(contexte), c);
    expect(phrases(apercu(c, { unite: 'ouvres' }))).toContain('reecrit - Le classeur retiendra vos réglages.');
  });
  test('quand il n’y a pas de registre', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Vide');
    expect(apercu(c)).toMatchObject({ feuille: null, verdict: 'impossible', lignes: [{ effet: 'refuse', phrase: expect.stringContaining('Aucun registre de demandes reconnu') }] });
  });
  test('une saisie à corriger reste une erreur, pas un aperçu', () => {
    expect(() => apercu(registre(), { feuille: 'Autre' })).toThrow('pas de feuille « Autre »');
  });
});
