// Ce que le classeur retient : ce qui tient, ce qui ne tient pas, ce qu'une autre version a écrit.
import { OCTETS_MAX, retiens, saisiesEnMemoire } from '../../src/socle/memoire';

const valeur = (saisies: Record<string, string>, memoire: Record<string, string> = {}): string | null => {
  const modification = retiens(memoire, 'outil', saisies);
  return modification?.genre === 'memoriser' ? modification.valeur : null;
};

test('ce qui est retenu se relit, clefs rangées, avec une version', () => {
  const texte = valeur({ b: '2', a: 'é😀' })!;
  expect(texte).toBe('{"v":1,"saisies":{"a":"é😀","b":"2"}}');
  expect(saisiesEnMemoire({ outil: texte }, 'outil')).toEqual({ a: 'é😀', b: '2' });
});
test('les mêmes saisies ne font rien écrire, aucune saisie efface', () => {
  const texte = valeur({ a: '1' })!;
  expect(retiens({ outil: texte }, 'outil', { a: '1' })).toBeNull();
  expect(retiens({}, 'outil', {})).toBeNull();
  expect(retiens({ outil: texte }, 'outil', {})).toEqual({ genre: 'memoriser', clef: 'outil', valeur: null });
});
test.each([['ascii', 'a', 1], ['accents', 'é', 2], ['signes larges', '＝', 3], ['émoticônes', '😀', 4]])('la limite compte en octets UTF-8 : %s', (_, signe, poids) => {
  const enveloppe = '{"v":1,"saisies":{"a":""}}'.length;
  const nombre = Math.floor((OCTETS_MAX - enveloppe) / poids);
  expect(Buffer.byteLength(valeur({ a: signe.repeat(nombre) })!)).toBeLessThanOrEqual(OCTETS_MAX);
  expect(() => retiens({}, 'outil', { a: signe.repeat(nombre + 1) })).toThrow('trop longs pour être retenus');
});
test('trop long : une phrase nomme le réglage à raccourcir', () => {
  expect(() => retiens({}, 'outil', { unite: 'ouvres', fermetures: '02/01/2026;'.repeat(900) })).toThrow(/^Ces réglages sont trop longs pour être retenus dans le classeur \(\d+ octets, 8000 au plus\) ; rien n’a été changé\. Raccourcissez « fermetures », puis recommencez\.$/);
});
test.each([['abîmée', '{"v":1,'], ['sans version', '{"saisies":{"a":"1"}}'], ['d’une autre version', '{"v":2,"saisies":{"a":"1"}}'], ['d’une autre forme', '{"v":1,"saisies":3}']])('une mémoire %s compte comme vide', (_, texte) => {
  expect(saisiesEnMemoire({ outil: texte }, 'outil')).toEqual({});
});
test('une mémoire d’une version plus récente n’est pas écrasée', () => {
  expect(retiens({ outil: '{"v":2,"neuf":true}' }, 'outil', { a: '1' })).toBeNull();
});
