// L'aperçu d'une liste et d'un effacement : ce qu'il annonce est ce qui est fait, sur des classeurs intacts, modifiés, protégés ou coupés en route.
import { prevoisEffacement, efface } from '../../src/socle/ecriture/effacement';
import { effacementInterrompu, prepareEffacement, type PlanEffacement } from '../../src/socle/ecriture/effacement-plan';
import { ecrisListe } from '../../src/socle/ecriture/liste';
import { prevoisListe } from '../../src/socle/ecriture/liste-apercu';
import type { Liste } from '../../src/socle/ecriture/liste-examen';
import type { Apercu, CompteRendu } from '../../src/socle/outil';
import { conduis, type Suite } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, colonneDe, ligneDe, type Mode } from '../hotes/classeur-memoire';
import { hasard, type Hasard } from '../hotes/hasard';
import { HoteEnPanne, MODES } from '../hotes/pannes';
import { image } from './reprises';

const entiere = (c: ClasseurMemoire): string => image(c) + JSON.stringify([...c.memoire]);
const prevois = (suite: Suite<Apercu>, c: ClasseurMemoire): Apercu => {
  const avant = entiere(c);
  const apercu = conduis(suite, { lis: (lecture) => c.lis(lecture), ecris: () => { throw new Error('l’aperçu écrit'); } });
  expect(entiere(c)).toBe(avant);
  return apercu;
};
const phrases = ({ lignes }: Apercu): string[] => lignes.map(({ effet, phrase, adresse }) => `${effet} ${adresse ?? '-'} ${phrase}`);
type Fait = { readonly rendu: CompteRendu | null; readonly refus: string };
const fait = (suite: Suite<CompteRendu>, c: ClasseurMemoire): Fait => {
  try {
    return { rendu: conduis(suite, c), refus: '' };
  } catch (cause) {
    return { rendu: null, refus: (cause as Error).message };
  }
};
/** Le nombre que porte la phrase de l'aperçu, 0 quand elle n'y est pas. */
const annonce = ({ lignes }: Apercu, mots: RegExp): number => lignes.filter(({ phrase }) => mots.test(phrase)).reduce((total, { phrase }) => total + Number(/(\d+) (?:ligne|cellule)/.exec(phrase)?.[1] ?? 0), 0);
const coupee = (suite: Suite<unknown>, c: ClasseurMemoire, de: Hasard, points: number): void => {
  try {
    conduis(suite, new HoteEnPanne(c, de.entre(1, points), de.parmi([...MODES])));
  } catch {
    // l'aperçu doit le voir
  }
};
/** Les cellules du second classeur qui ne sont pas celles du premier. */
const changees = (avant: ClasseurMemoire, apres: ClasseurMemoire, nom: string): [number, number, unknown][] => {
  const [a, b] = [avant.trouve(nom)?.cases, apres.trouve(nom)?.cases];
  return [...new Set([...(a?.keys() ?? []), ...(b?.keys() ?? [])])].filter((k) => (a?.get(k)?.v ?? null) !== (b?.get(k)?.v ?? null)).map((k) => [ligneDe(k), colonneDe(k), b?.get(k)?.v ?? null]);
};

const PARTIE = 'n’est plus dans la source';
const liste = (...lignes: [string, string][]): Liste => ({
  genre: 'plan.suivi', nom: 'Suivi', banniere: 'À jour au 22/11/2026', titres: ['Numéro', 'Libellé', 'Commentaire', 'État'], colonneNumero: 1, calculees: [4],
  disparue: { colonne: 4, texte: PARTIE }, lignes: lignes.map(([numero, etat]) => ({ numero, valeurs: [numero, `Action ${numero}`, '', etat] })),
});

describe('une liste annonce', () => {
  const tenue = (): ClasseurMemoire => {
    const c = new ClasseurMemoire();
    c.ajoute('Notes');
    conduis(ecrisListe(liste(['A1', 'en cours'], ['A2', 'prévue'])), c);
    c.tape('Suivi', 3, 3, 'vu avec le maire');
    return c;
  };
  const SUITE = ['reecrit Suivi!A1 La bannière et les titres seront remis à jour.', 'garde - Ce que des personnes ont écrit dans leurs colonnes ne change pas.', 'garde - Vos autres feuilles ne changent pas.'];
  test('la première fois, à côté d’un onglet de la personne', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Suivi');
    c.tape('Suivi', 1, 1, 'à moi');
    const apercu = prevois(prevoisListe(liste(['A1', 'en cours'])), c);
    expect(apercu).toMatchObject({ feuille: 'Suivi (2)', verdict: 'possible' });
    expect(phrases(apercu)).toEqual(['cree - L’onglet « Suivi (2) » sera créé.', 'cree Suivi (2)!A3 1 ligne sera ajoutée au pied de la liste.', 'garde - Votre onglet « Suivi » ne change pas : il n’a pas été créé par Classeur+.', 'garde - Vos autres feuilles ne changent pas.']);
  });
  test.each<[string, string, string | null, boolean]>([
    ['un onglet de la personne, à la casse près', 'SUIVI', null, true],
    ['un onglet à nous d’un autre genre', 'Suivi', '{"v":1,"genre":"essai.autre","etat":"ok","lignes":1,"colonnes":1,"empreinte":""}', false],
    ['un onglet d’un autre nom', 'Notes', null, false],
  ])('%s : « votre onglet » n’est dit que du sien, s’il porte ce nom', (_, nom, posee, dit) => {
    const c = new ClasseurMemoire();
    c.ajoute(nom).marque = posee;
    c.ajoute('Registre');
    expect(phrases(prevois(prevoisListe(liste(['A1', 'en cours'])), c)).some((phrase) => phrase.startsWith('garde - Votre onglet'))).toBe(dit);
  });
  test('ce qui change, ce qui s’ajoute, ce qui a disparu de la source', () => {
    expect(phrases(prevois(prevoisListe(liste(['A1', 'finie'], ['A3', 'prévue'], ['A4', 'prévue'])), tenue()))).toEqual(['cree Suivi!A5 2 lignes seront ajoutées au pied de la liste.', 'reecrit Suivi!D3 1 cellule sera mise à jour.', 'garde Suivi!D4 1 ligne n’est plus dans la source : elle reste, et le dira.', ...SUITE]);
  });
  test('rien à faire', () => {
    expect(prevois(prevoisListe(liste(['A1', 'en cours'], ['A2', 'prévue'])), tenue())).toEqual({ feuille: 'Suivi', verdict: 'rien', lignes: [{ effet: 'garde', phrase: '« Suivi » est déjà à jour.', adresse: null }] });
  });
  test('deux lignes du même numéro', () => {
    const c = tenue();
    c.tape('Suivi', 5, 1, 'A1');
    expect(prevois(prevoisListe(liste(['A1', 'finie'])), c)).toEqual({ feuille: null, verdict: 'impossible', lignes: [{ effet: 'refuse', phrase: expect.stringContaining('Deux lignes portent le numéro A1'), adresse: 'Suivi!A5' }] });
  });
});

test('ce que l’aperçu d’une liste annonce est ce que l’écriture fait', () => {
  const vus = new Map<string, number>();
  for (let graine = 1; graine <= plusCourt(500); graine++) {
    const de = hasard(graine);
    const tiree = (): Liste => liste(...['A1', 'A2', 'A3', 'A4'].filter(() => de.chance(0.6)).map((n): [string, string] => [n, de.parmi(['prévue', 'finie', '=x'])]));
    const c = new ClasseurMemoire(de.parmi(['immediat', 'tampon'] as Mode[]), graine);
    c.ajoute('Notes');
    if (de.chance(0.7)) conduis(ecrisListe(tiree()), c);
    if (de.chance(0.5)) coupee(ecrisListe(tiree()), c, de, 30);
    if (c.trouve('Suivi')) {
      for (let n = de.entre(0, 3); n > 0; n--) c.tape('Suivi', de.entre(1, 7), de.entre(1, 4), de.parmi(['A1', 'à moi', null, 3]));
      if (de.chance(0.1)) c.pourEcrire('Suivi').protegee = true;
    }
    const voulue = tiree();
    for (const passage of [1, 2]) {
      const apercu = prevois(prevoisListe(voulue), c);
      const avant = c.copie();
      const { rendu, refus } = fait(ecrisListe(voulue), c);
      const la = { graine, passage };
      vus.set(apercu.verdict, (vus.get(apercu.verdict) ?? 0) + 1);
      expect({ ...la, verdict: apercu.verdict }).toEqual({ ...la, verdict: rendu === null ? 'impossible' : rendu.ecrit ? 'possible' : 'rien' });
      if (rendu === null) {
        expect({ ...la, phrases: apercu.lignes.map(({ phrase }) => phrase) }).toEqual({ ...la, phrases: [refus] });
        expect(entiere(c)).toBe(entiere(avant));
        continue;
      }
      const nom = apercu.feuille!;
      expect({ ...la, nom }).toEqual({ ...la, nom: rendu.feuille });
      const dessous = changees(avant, c, nom).filter(([ligne]) => ligne > 2);
      const pied = Math.max(2, ...[...(avant.trouve(nom)?.cases ?? [])].filter(([k, { v }]) => v !== null && v !== '' && colonneDe(k) <= 4).map(([k]) => ligneDe(k)));
      const parties = dessous.filter(([ligne, , v]) => ligne <= pied && v === PARTIE).length;
      const compte = { creees: new Set(dessous.filter(([ligne]) => ligne > pied).map(([ligne]) => ligne)).size, parties, misesAJour: dessous.filter(([ligne]) => ligne <= pied).length - parties };
      expect({ ...la, creees: annonce(apercu, /ajoutée/), parties: annonce(apercu, /plus dans la source/), misesAJour: annonce(apercu, /mises? à jour\./) }).toEqual({ ...la, ...compte });
      expect({ ...la, onglet: apercu.lignes.some(({ phrase }) => /sera créé\.$/.test(phrase)) }).toEqual({ ...la, onglet: c.trouve(nom)!.marque !== null && (avant.trouve(nom)?.marque ?? null) === null });
      for (const mots of ['ajoutée', 'mise à jour', 'plus dans', 'interrompue', 'sera créé.']) if (apercu.lignes.some(({ phrase }) => phrase.includes(mots))) vus.set(mots, (vus.get(mots) ?? 0) + 1);
    }
  }
  expect(['possible', 'rien', 'impossible', 'ajoutée', 'mise à jour', 'plus dans', 'interrompue', 'sera créé.'].filter((cas) => (vus.get(cas) ?? 0) <= plusCourt(10))).toEqual([]);
});

const ZONES = [{ feuille: 'Réponses', ligne: 2, colonne: 2, lignes: 2, colonnes: 2 }, { feuille: 'Contacts', ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }];
const enquete = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  for (const nom of ['Réponses', 'Contacts']) {
    c.ajoute(nom);
    for (let i = 1; i <= 4; i++) for (let j = 1; j <= 3; j++) c.tape(nom, i, j, `${i}-${j}`);
  }
  return c;
};
const FIN = 'garde - Les autres cellules ne changent pas. L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu. Tapez EFFACER pour confirmer.';

test('un effacement annonce ses zones, ce qui reste d’une saisie, ou pourquoi il refuse', () => {
  const c = enquete();
  const plan = conduis(prepareEffacement(ZONES), c);
  const CONTACT = 'reecrit Contacts!A1 Contacts!A1 : 1 cellule sera effacée ; sa mise en forme reste.';
  expect(phrases(prevois(prevoisEffacement(plan), c))).toEqual(['reecrit Réponses!B2 Réponses!B2:C3 : 4 cellules seront effacées ; leur mise en forme reste.', CONTACT, FIN]);
  c.tape('Réponses', 3, 3, 'saisie depuis');
  expect(prevois(prevoisEffacement(plan), c)).toEqual({ feuille: 'Réponses', verdict: 'impossible', lignes: [{ effet: 'refuse', phrase: expect.stringContaining('Des cellules ont changé depuis'), adresse: 'Réponses!C3' }] });
  c.memoire.set('effacement', JSON.stringify(plan));
  expect(phrases(prevois(prevoisEffacement(plan), c))).toEqual(['reecrit Réponses!B2 Réponses!B2:C3 : 3 cellules seront effacées ; leur mise en forme reste.', CONTACT, 'garde Réponses!C3 1 cellule a changé depuis : laissée telle quelle, Réponses!C3.', FIN]);
  expect(prevois(prevoisEffacement({ zones: [], pas: 1, empreintes: [] }), c)).toMatchObject({ feuille: null, verdict: 'rien' });
});

test('ce que l’aperçu d’un effacement annonce est ce que l’effacement fait', () => {
  const vus = new Map<string, number>();
  for (let graine = 1; graine <= 400; graine++) {
    const de = hasard(graine);
    const c = enquete(de.parmi(['immediat', 'tampon'] as Mode[]), graine);
    let plan: PlanEffacement = conduis(prepareEffacement(ZONES), c);
    if (de.chance(0.7)) coupee(efface(plan, 'EFFACER'), c, de, 9);
    for (let n = de.parmi([0, 0, 1, 2]); n > 0; n--) c.tape(de.parmi(['Réponses', 'Contacts']), de.entre(1, 4), de.entre(1, 3), de.parmi([`saisie ${n}`, n, null]));
    if (de.chance(0.1)) c.pourEcrire('Contacts').protegee = true;
    if (de.chance(0.1)) c.feuilles = c.feuilles.filter(({ nom }) => nom !== 'Contacts');
    else if (de.chance(0.3)) plan = conduis(prepareEffacement(de.chance(0.5) ? ZONES : [ZONES[1]!]), c);
    else plan = effacementInterrompu(c.lis({}).memoire) ?? plan;
    const apercu = prevois(prevoisEffacement(plan), c);
    const avant = c.copie();
    const { rendu, refus } = fait(efface(plan, 'EFFACER'), c);
    vus.set(apercu.verdict, (vus.get(apercu.verdict) ?? 0) + 1);
    expect([graine, apercu.verdict]).toEqual([graine, rendu === null ? 'impossible' : 'possible']);
    if (rendu === null) {
      expect([graine, ...apercu.lignes.map(({ phrase }) => phrase)]).toEqual([graine, refus]);
      expect(entiere(c)).toBe(entiere(avant));
      continue;
    }
    expect([graine, annonce(apercu, /effacée/)]).toEqual([graine, Number.parseInt(rendu.message, 10)]);
    const reste = apercu.lignes.find(({ phrase }) => phrase.includes('depuis :'))?.phrase ?? '';
    vus.set('reste', (vus.get('reste') ?? 0) + (reste === '' ? 0 : 1));
    expect(rendu.message).toContain(reste);
    expect(rendu.message.includes('depuis :')).toBe(reste !== '');
  }
  expect(['possible', 'impossible', 'reste'].filter((cas) => (vus.get(cas) ?? 0) <= 10)).toEqual([]);
});
