// Une demande à la fois : accusé de réception, état, taux et douze mois, à leurs bords ; les attendus sont écrits à la main.
import { arConforme, arConformeOuvre } from '../../src/outils/demandes-ecrites/accuse';
import { SIGNE, type Demandes } from '../../src/outils/demandes-ecrites/demandes';
import { dateLimite, etatDe, texteAlerte } from '../../src/outils/demandes-ecrites/etats';
import { mesure, type Entrees, type Mode, type Regles } from '../../src/outils/demandes-ecrites/mesures';
import { mesureMois, type Mois } from '../../src/outils/demandes-ecrites/mois';
import { CANAL } from '../../src/outils/demandes-ecrites/mots';
import { reglesDeFonction } from '../../src/outils/demandes-ecrites/regles';
import { deIso } from '../../src/socle/jours';

const j = (iso: string): number => (iso === '' ? 0 : deIso(iso)!);
/** Le mercredi 30 septembre 2026. */
const AU = '2026-09-30';
const regles = (reste: Partial<Regles> = {}): Regles & { au: number } => ({ ...reglesDeFonction(j(AU), 'cohorte', [15, 30]), delaiParDefaut: 14, seuilNonRepondu: 14, arCourriel: 7, arCourrier: 14, arOuvres: 10, ...reste }) as Regles & { au: number };

describe('L’AR', () => {
  const RECUE = '2026-09-01';
  test.each<[string, number, string, boolean, string, string, boolean | null]>([
    ['un courriel accusé le septième jour', CANAL.courriel, '2026-09-08', true, '', AU, true],
    ['un courriel accusé le huitième', CANAL.courriel, '2026-09-09', true, '', AU, false],
    ['un courriel sans AR', CANAL.courriel, '', false, '', AU, false],
    ['un courrier accusé le quatorzième jour', CANAL.courrier, '2026-09-15', true, '', AU, true],
    ['un courrier accusé le quinzième', CANAL.courrier, '2026-09-16', true, '', AU, false],
    ['un courrier sans AR', CANAL.courrier, '', false, '', AU, false],
    ['répondu le septième jour : plus d’AR dû', CANAL.courriel, '', false, '2026-09-08', AU, null],
    ['répondu le huitième, sans AR', CANAL.courriel, '', false, '2026-09-09', AU, false],
    ['arrêté le septième jour : trop tôt pour juger', CANAL.courriel, '', false, '', '2026-09-08', null],
    ['arrêté le huitième', CANAL.courriel, '', false, '', '2026-09-09', false],
    ['un AR envoyé sans date', CANAL.courriel, '', true, '', AU, null],
    ['un autre canal', CANAL.autre, '', false, '', AU, null],
    ['un canal inconnu', CANAL.inconnu, '', false, '', AU, null],
    ['sans date d’arrêté', CANAL.courriel, '2026-09-08', true, '', '', null],
  ])('%s', (_cas, canal, accuse, envoye, reponse, au, voulu) => {
    expect(arConforme(canal, j(RECUE), j(accuse), envoye, j(reponse), regles({ au: au === '' ? null : j(au) }))).toBe(voulu);
  });

  // Reçu le mardi 1er septembre : le dixième jour ouvré est le mardi 15.
  test.each<[string, number, string, boolean, string, string, boolean | null]>([
    ['accusé le dixième jour ouvré', CANAL.courriel, '2026-09-15', true, '', AU, true],
    ['accusé le onzième', CANAL.courriel, '2026-09-16', true, '', AU, false],
    ['sans AR', CANAL.courriel, '', false, '', AU, false],
    ['répondu le dixième jour ouvré', CANAL.courriel, '', false, '2026-09-15', AU, null],
    ['répondu le onzième, sans AR', CANAL.courriel, '', false, '2026-09-16', AU, false],
    ['arrêté le dixième', CANAL.courriel, '', false, '', '2026-09-15', null],
    ['arrêté le onzième', CANAL.courriel, '', false, '', '2026-09-16', false],
    ['un AR envoyé sans date', CANAL.courriel, '', true, '', AU, null],
    ['un courrier n’a pas de règle en jours ouvrés', CANAL.courrier, '', false, '', AU, null],
    ['sans date d’arrêté', CANAL.courriel, '2026-09-15', true, '', '', null],
  ])('en jours ouvrés : %s', (_cas, canal, accuse, envoye, reponse, au, voulu) => {
    expect(arConformeOuvre(canal, j(RECUE), j(accuse), envoye, j(reponse), regles({ au: au === '' ? null : j(au) }))).toBe(voulu);
  });
});

describe('L’état d’une demande', () => {
  const demande = (recue: string, reponse: string, limite: string, signes = 0): Demandes => ({
    taille: 1, reception: Int32Array.of(j(recue)), accuse: Int32Array.of(0), reponse: Int32Array.of(j(reponse)), limite: Int32Array.of(j(limite)), canal: Uint8Array.of(0), signes: Uint8Array.of(signes), ligne: Int32Array.of(2), origine: Uint16Array.of(0), registres: [], identifiants: [''],
  });
  test.each<[string, string, string, number, string]>([
    ['2026-09-01', '2026-09-15', '', 0, 'repondu-dans-delai'], ['2026-09-01', '2026-09-16', '', 0, 'repondu-hors-delai'], ['2026-09-01', '2026-09-20', '2026-09-20', 0, 'repondu-dans-delai'],
    ['2026-09-16', '', '', 0, 'en-cours'], ['2026-09-15', '', '', 0, 'en-retard'], ['2026-09-16', AU, '', 0, 'repondu-dans-delai'], ['2026-09-15', '2026-10-01', '', 0, 'en-retard'],
    [AU, '', '', 0, 'en-cours'], ['2026-10-01', '', '', 0, 'hors-champ'],
    ['2026-09-01', '2026-09-02', '', SIGNE.aCorriger, 'a-corriger'], ['2026-10-01', '', '', SIGNE.aCorriger, 'a-corriger'], ['2026-10-01', '', '', SIGNE.horsPerimetre, 'hors-champ'],
    ['2026-09-01', '', '', SIGNE.horsPerimetre, 'hors-perimetre'], ['2026-09-01', '', '', SIGNE.ecartee, 'ecartee'], ['2026-09-01', '', '', SIGNE.arSansDate, 'en-retard'], ['2026-09-01', '', '', SIGNE.horsPerimetre | SIGNE.ecartee, 'hors-perimetre'],
  ])('reçue le %s, répondue le « %s », limite « %s », signes %i : %s', (recue, reponse, limite, signes, voulu) => expect(etatDe(demande(recue, reponse, limite, signes), 0, regles(), j(AU))).toBe(voulu));

  test('la date limite est celle que la ligne annonce, sinon réception + 14', () => {
    expect(dateLimite(demande('2026-09-01', '', '2026-12-25'), 0, regles())).toBe(j('2026-12-25'));
    expect(dateLimite(demande('2026-09-01', '', ''), 0, regles())).toBe(j('2026-09-15'));
  });
  test.each([[-2, 'Dépassée depuis 2 j'], [-1, 'Dépassée depuis 1 j'], [0, "Aujourd'hui"], [1, 'Dans 1 j'], [3, 'Dans 3 j'], [4, '']])('à %i jours : « %s »', (restants, voulu) => expect(texteAlerte(restants, 3)).toBe(voulu));
});

type Ligne = readonly [recue: string, reponse?: string, canal?: number, accuse?: string];
const entrees = (lignes: readonly Ligne[], reste: Partial<Entrees> = {}): Entrees => ({
  taille: lignes.length, reception: Int32Array.from(lignes, ([recue]) => j(recue)), reponse: Int32Array.from(lignes, ([, reponse]) => j(reponse ?? '')),
  accuse: Int32Array.from(lignes, ([, , , accuse]) => j(accuse ?? '')), canal: Uint8Array.from(lignes, ([, , canal]) => canal ?? CANAL.courriel), limite: null, arSansDate: null, ...reste,
});

describe('Les douze mois', () => {
  const chiffres = ({ recues, repondues, moinsDe8, moinsDe15, moinsDe30, nonRepondues, base15, taux15, sommeDelais }: Mois): number[] => [recues, repondues, moinsDe8, moinsDe15, moinsDe30, nonRepondues, base15, taux15, sommeDelais];
  const seul = (ligne: Ligne, mode: Mode = 'cohorte'): number[] => chiffres(mesureMois(entrees([ligne]), { ...regles(), mode }).tous.find(({ recues }) => recues > 0)!);

  // reçues, répondues, < 8, < 15, < 30, non répondues, base, dans le taux, somme des délais
  test.each<[string, Ligne, number[]]>([
    ['répondue en 7 jours', ['2026-08-03', '2026-08-10'], [1, 1, 1, 1, 1, 0, 1, 1, 7]],
    ['répondue en 8 jours', ['2026-08-03', '2026-08-11'], [1, 1, 0, 1, 1, 0, 1, 1, 8]],
    ['répondue en 14 jours', ['2026-08-03', '2026-08-17'], [1, 1, 0, 1, 1, 0, 1, 1, 14]],
    ['répondue en 15 jours', ['2026-08-03', '2026-08-18'], [1, 1, 0, 0, 1, 1, 1, 0, 15]],
    ['répondue en 29 jours', ['2026-08-03', '2026-09-01'], [1, 1, 0, 0, 1, 1, 1, 0, 29]],
    ['répondue en 30 jours', ['2026-08-03', '2026-09-02'], [1, 1, 0, 0, 0, 1, 1, 0, 30]],
    ['ouverte depuis 14 jours', ['2026-09-16'], [1, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['ouverte depuis 15 jours', ['2026-09-15'], [1, 0, 0, 0, 0, 1, 1, 0, 0]],
    ['répondue, mais trop jeune pour la base', ['2026-09-20', '2026-09-22'], [1, 1, 1, 1, 1, 0, 0, 0, 2]],
    ['répondue le jour de l’arrêté', ['2026-09-01', AU], [1, 1, 0, 0, 1, 1, 1, 0, 29]],
    ['répondue après l’arrêté : ouverte', ['2026-09-01', '2026-10-01'], [1, 0, 0, 0, 0, 1, 1, 0, 0]],
    ['reçue le jour de l’arrêté', [AU], [1, 0, 0, 0, 0, 0, 0, 0, 0]],
  ])('%s', (_cas, ligne, voulus) => expect(seul(ligne)).toEqual(voulus));

  test.each<[Mode, number[]]>([['cohorte', [0, 0]], ['echus', [1, 1]], ['tous', [1, 1]]])('en mode « %s », une réponse rapide à une demande jeune', (mode, voulus) => expect(seul(['2026-09-20', '2026-09-22'], mode).slice(6, 8)).toEqual(voulus));
  test.each<[Mode, number[]]>([['cohorte', [0, 0]], ['echus', [0, 0]], ['tous', [1, 0]]])('en mode « %s », une demande jeune sans réponse', (mode, voulus) => expect(seul(['2026-09-20'], mode).slice(6, 8)).toEqual(voulus));

  test('vont d’octobre à septembre ; ce qui précède, ce qui suit et les lignes vides ne comptent pas', () => {
    const { tous } = mesureMois(entrees([['2025-09-30'], ['2025-10-01'], ['2026-09-30'], ['2026-10-01'], ['']]), regles());
    expect(tous.map(({ libelle, recues }) => `${libelle} ${recues}`)).toEqual(['oct. 2025 1', 'nov. 2025 0', 'déc. 2025 0', 'janv. 2026 0', 'févr. 2026 0', 'mars 2026 0', 'avr. 2026 0', 'mai 2026 0', 'juin 2026 0', 'juil. 2026 0', 'août 2026 0', 'sept. 2026 1']);
  });
  test('disent incomplets les mois dont une demande peut être trop jeune', () => {
    const incomplets = (au: string): string[] => mesureMois(entrees([]), regles({ au: j(au) }) as Regles & { au: number }).tous.filter(({ incomplet }) => incomplet).map(({ libelle }) => libelle);
    expect([incomplets('2026-09-14'), incomplets('2026-09-15'), incomplets('2026-09-30')]).toEqual([['août 2026', 'sept. 2026'], ['sept. 2026'], ['sept. 2026']]);
  });
  test('se comptent par canal ; sans colonne de canal, tout est dans « tous »', () => {
    const lignes: Ligne[] = [['2026-09-01', '', CANAL.courrier], ['2026-09-01', '', CANAL.courriel], ['2026-09-01', '', CANAL.courriel], ['2026-09-01', '', CANAL.autre]];
    const sept = (d: { tous: readonly Mois[]; courrier: readonly Mois[]; courriel: readonly Mois[] }): number[] => [d.tous, d.courrier, d.courriel].map((mois) => mois[11]!.recues);
    expect(sept(mesureMois(entrees(lignes), regles()))).toEqual([4, 1, 2]);
    expect(sept(mesureMois(entrees(lignes, { canal: null }), regles()))).toEqual([4, 0, 0]);
  });
});

describe('Le compte, une demande à la fois', () => {
  const un = (ligne: Ligne, r: Partial<Regles> = {}, reste: Partial<Entrees> = {}) => mesure(entrees([ligne], reste), regles(r)).tous;
  const etat = ({ enRetard, enCours, directes, avecAr, arSeul, sansSuite }: ReturnType<typeof un>): object => ({ enRetard, enCours, directes, avecAr, arSeul, sansSuite });
  const RIEN = { enRetard: 0, enCours: 0, directes: 0, avecAr: 0, arSeul: 0, sansSuite: 0 };

  test.each<[string, Ligne, Partial<Regles>, Partial<Entrees>, object]>([
    ['ouverte, limite le jour même', ['2026-09-16'], {}, {}, { ...RIEN, enCours: 1, sansSuite: 1 }],
    ['ouverte, limite la veille', ['2026-09-15'], {}, {}, { ...RIEN, enRetard: 1, sansSuite: 1 }],
    ['ouverte, limite annoncée à venir', ['2026-09-01'], {}, { limite: Int32Array.of(j('2026-12-01')) }, { ...RIEN, enCours: 1, sansSuite: 1 }],
    ['ouverte, colonne de limite vide', ['2026-09-01'], {}, { limite: Int32Array.of(0) }, { ...RIEN, enRetard: 1, sansSuite: 1 }],
    ['ouverte, sans date d’arrêté', ['2026-09-01'], { au: null }, {}, { ...RIEN, enCours: 1, sansSuite: 1 }],
    ['ouverte avec AR', ['2026-09-01', '', CANAL.courriel, '2026-09-02'], {}, {}, { ...RIEN, enRetard: 1, arSeul: 1 }],
    ['AR d’après l’arrêté : pas encore', ['2026-09-01', '', CANAL.courriel, '2026-10-02'], {}, {}, { ...RIEN, enRetard: 1, sansSuite: 1 }],
    ['AR du jour de l’arrêté', ['2026-09-01', '', CANAL.courriel, AU], {}, {}, { ...RIEN, enRetard: 1, arSeul: 1 }],
    ['AR sans date', ['2026-09-01'], {}, { arSansDate: Uint8Array.of(1) }, { ...RIEN, enRetard: 1, arSeul: 1 }],
    ['colonne d’AR sans date, vide', ['2026-09-01'], {}, { arSansDate: Uint8Array.of(0) }, { ...RIEN, enRetard: 1, sansSuite: 1 }],
    ['sans colonne d’AR', ['2026-09-01'], {}, { accuse: null }, { ...RIEN, enRetard: 1, sansSuite: 1 }],
    ['répondue avec AR', ['2026-09-01', '2026-09-09', CANAL.courriel, '2026-09-02'], {}, {}, { ...RIEN, avecAr: 1 }],
    ['répondue directement', ['2026-09-01', '2026-09-09'], {}, {}, { ...RIEN, directes: 1 }],
    ['répondue le jour de l’arrêté', ['2026-09-01', AU], {}, {}, { ...RIEN, directes: 1 }],
  ])('%s', (_cas, ligne, r, reste, voulu) => expect(etat(un(ligne, r, reste))).toEqual(voulu));

  // base, moins de 8, de 8 à 14, considérées comme non répondues
  test.each<[string, Ligne, Partial<Regles>, number[]]>([
    ['7 jours', ['2026-08-03', '2026-08-10'], {}, [1, 1, 0, 0]], ['8 jours', ['2026-08-03', '2026-08-11'], {}, [1, 0, 1, 0]], ['14 jours', ['2026-08-03', '2026-08-17'], {}, [1, 0, 1, 0]],
    ['15 jours', ['2026-08-03', '2026-08-18'], {}, [1, 0, 0, 1]], ['14 jours, seuil strict : ni l’un ni l’autre', ['2026-08-03', '2026-08-17'], { seuil14Strict: true }, [1, 0, 0, 0]], ['13 jours, seuil strict', ['2026-08-03', '2026-08-16'], { seuil14Strict: true }, [1, 0, 1, 0]],
    ['ouverte 15 jours', ['2026-09-15'], {}, [1, 0, 0, 1]], ['ouverte 14 jours', ['2026-09-16'], {}, [0, 0, 0, 0]], ['ouverte 14 jours, toutes comptées', ['2026-09-16'], { mode: 'tous' }, [1, 0, 0, 0]],
    ['répondue trop jeune', ['2026-09-28', '2026-09-29'], {}, [0, 0, 0, 0]], ['répondue trop jeune, échues', ['2026-09-28', '2026-09-29'], { mode: 'echus' }, [1, 1, 0, 0]],
  ])('classe : %s', (_cas, ligne, r, voulus) => {
    const { base, courte, moyenne, nonRepondu } = un(ligne, r).classes;
    expect([base, courte, moyenne, nonRepondu]).toEqual(voulus);
  });

  test('par seuil, moins de k jours veut dire k − 1 au plus', () => {
    const deux = (reponse: string): number[][] => un(['2026-08-03', reponse]).moinsDe.map(({ numerateur, denominateur }) => [numerateur, denominateur]);
    expect([deux('2026-08-17'), deux('2026-08-18'), deux('2026-09-01'), deux('2026-09-02')]).toEqual([[[1, 1], [1, 1]], [[0, 1], [1, 1]], [[0, 1], [1, 1]], [[0, 1], [0, 1]]]);
    expect(un(['2026-09-10']).moinsDe.map(({ denominateur }) => denominateur)).toEqual([1, 0]);
  });

  test('sans date d’arrêté, une demande n’a pas d’âge : elle est dans toutes les bases', () => {
    const { moinsDe, classes } = un(['2026-09-01', '2026-09-05'], { au: null });
    expect([moinsDe, classes.base]).toEqual([[{ numerateur: 1, denominateur: 1 }, { numerateur: 1, denominateur: 1 }], 1]);
  });

  test('AR en jours et en jours ouvrés, comptés à part', () => {
    const ar = (ligne: Ligne): number[] => { const c = un(ligne); return [c.ar.numerateur, c.ar.denominateur, c.arOuvre.numerateur, c.arOuvre.denominateur]; };
    expect(ar(['2026-09-01', '', CANAL.courriel, '2026-09-08'])).toEqual([1, 1, 1, 1]);
    expect(ar(['2026-09-01', '', CANAL.courriel, '2026-09-09'])).toEqual([0, 1, 1, 1]);
    expect(ar(['2026-09-01', '', CANAL.courriel, '2026-09-16'])).toEqual([0, 1, 0, 1]);
    expect(ar(['2026-09-01', '', CANAL.courrier, '2026-09-15'])).toEqual([1, 1, 0, 0]);
    expect(ar(['2026-09-01', '', CANAL.autre])).toEqual([0, 0, 0, 0]);
  });

  test('la première réception est la plus ancienne qui compte ; vides et reçues après l’arrêté n’y sont pas', () => {
    const m = mesure(entrees([[''], ['2026-10-01'], ['2026-09-05'], ['2026-09-02', '', CANAL.courrier], ['2026-09-09', '', CANAL.autre], [AU]]), regles());
    expect([m.premiere, m.tous.utilisables, m.courrier.utilisables, m.courriel.utilisables]).toEqual([j('2026-09-02'), 4, 1, 2]);
    expect(mesure(entrees([['2026-09-05', '', CANAL.courrier]], { canal: null }), regles()).courrier.utilisables).toBe(0);
    expect(mesure(entrees([['2036-09-05', '2036-09-09']]), regles({ au: null })).tous.repondues).toBe(1);
    expect(mesure(entrees([]), regles()).premiere).toBe(0);
  });
});
