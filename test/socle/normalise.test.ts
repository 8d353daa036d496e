// Comparer deux textes écrits par des gens (domaine §8, cas 12 et 15).
import fc from 'fast-check';
import { estBlanc, sansAccents } from '../../src/socle/normalise';

test.each([
  ['Date de réception', 'date de reception'],
  ['DATE DE RÉCEPTION', 'date de reception'],
  ['Date de re\u0301ception', 'date de reception'],
  ['  Date \r\n de\u00a0la\u202fréponse  finale ', 'date de la reponse finale'],
  ['\ufeffIdentifiant', 'identifiant'],
  ['Identi\u200bfiant', 'identifiant'],
  ['tab\tulation', 'tab ulation'],
  ['Date d’arrivée', "date d'arrivee"],
  ['Date d‘arrivée', "date d'arrivee"],
  ['Date d´arrivée', "date d'arrivee"],
  ['date d`arrivee', "date d'arrivee"],
  ['Mél', 'mel'],
  ['e‑mail', 'e-mail'],
  ['E–mail', 'e-mail'],
  ['Cœur', 'coeur'],
  ['ŒUVRE', 'oeuvre'],
  ['ex æquo', 'ex aequo'],
  ['ÆQUO', 'aequo'],
  ['Île de Nœl à ï ç ñ', 'ile de noel a i c n'],
  ['ﬁn juin', 'fin juin'],
  ['N° ', 'n°'],
  ['déjà normal', 'deja normal'],
  ['deja normal', 'deja normal'],
  ['', ''],
  [' ', ''],
  ['\u00a0', ''],
  ['a', 'a'],
  ['A  B', 'a b'],
  ['a\nb', 'a b'],
  ['a\u0000b', 'a b'],
  ['Très satisfait(e)', 'tres satisfait(e)'],
])('%j se compare comme %j', (texte, attendu) => expect(sansAccents(texte)).toBe(attendu));

test('ce qui est normal le reste, sans majuscule, sans blanc double, ni au bord', () => {
  const texte = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('a', 'É', ' ', '\u00a0', '\n', 'œ', '’', 'Z', '\u200b') }));
  fc.assert(
    fc.property(texte, (saisie) => {
      const normal = sansAccents(saisie);
      expect(sansAccents(normal)).toBe(normal);
      expect(normal).not.toMatch(/^\s|\s$|\s\s|[A-Z\u00a0’œ]|\p{Mn}/u);
    }),
    { numRuns: 1000 },
  );
});

test('sont blancs tous les caractères que JavaScript dit blancs, et ceux qui n’ont pas de largeur ; aucun signe visible de base', () => {
  for (let code = 0; code < 0x10000; code++) if (/\s/.test(String.fromCharCode(code)) && code !== 0x1680) expect([code, estBlanc(code)]).toEqual([code, true]);
  for (const code of [0x200b, 0x200d, 0x2060, 0xfeff, 0xad]) expect(estBlanc(code)).toBe(true);
  for (let code = 33; code < 127; code++) expect(estBlanc(code)).toBe(false);
  for (const lettre of 'éÉàçœÿ°«»€–’') expect(estBlanc(lettre.charCodeAt(0))).toBe(false);
});
