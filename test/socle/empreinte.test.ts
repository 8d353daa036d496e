// L'empreinte d'un contenu : valeurs calculées à part (FNV-1a sur 32 bits, deux départs, en Python), et morceaux qui ne se confondent pas.
import { empreinte, hacheur } from '../../src/socle/empreinte';

it.each([
  ['', '1a0c7e2e7b8393d0'],
  ['a', '3224db49be2ee58f'],
  ['é', '70fb93417cddc497'],
  ['😀', '865892e5b720b607'],
  ['17', '0e3109ea3b6088f8'],
  ['Résultats au 22/11/2026', '9b28389bb6951d01'],
])('%j', (texte, voulue) => expect(empreinte(texte)).toBe(voulue));

const de = (...morceaux: string[]): string => {
  const hache = hacheur();
  morceaux.forEach(hache.ajoute);
  return hache.rend();
};

it('sans morceau, rend ses deux départs ; « ab », « c » n’est pas « a », « bc »', () => {
  expect(de()).toBe('811c9dc5deadbeef');
  expect(de('ab', 'c')).toBe('34f40c4113d55397');
  expect(de('a', 'bc')).toBe('a1fef9ab31566439');
});

it('garde toujours seize chiffres, zéros de tête compris', () => {
  const rendues = Array.from({ length: 3000 }, (_, i) => empreinte(String(i)));
  expect(rendues.filter((rendue) => !/^[0-9a-f]{16}$/.test(rendue))).toEqual([]);
  expect([rendues.some((rendue) => rendue.startsWith('0')), rendues.some((rendue) => rendue[8] === '0')]).toEqual([true, true]);
  expect(new Set(rendues).size).toBe(3000);
});
