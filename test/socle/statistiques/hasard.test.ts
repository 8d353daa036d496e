// Le tirage : les mêmes entiers que l'algorithme publié (oracles/hasard.py), et des choix sans remise.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { hasard } from '../../../src/socle/statistiques/hasard';

const cas = JSON.parse(readFileSync(path.join(__dirname, 'oracles', 'hasard.json'), 'utf8')) as [number, number, number[]][];

test.each(cas)('graine %i, entiers sous %i', (graine, n, attendus) => {
  const h = hasard(graine);
  expect(attendus.map(() => h.entier(n))).toEqual(attendus);
});

test('choisir ne prend jamais deux fois le même élément, garde l’ordre, et rend tout quand il y a moins à prendre', () => {
  const h = hasard(7);
  const liste = Array.from({ length: 21 }, (_, i) => i);
  for (let tour = 0; tour < 200; tour++) {
    const pris = h.choisis(liste, 2);
    expect(pris).toHaveLength(2);
    expect(pris[0]).toBeLessThan(pris[1]!);
  }
  expect(h.choisis([4, 5], 10)).toEqual([4, 5]);
  expect(h.choisis([], 2)).toEqual([]);
});

test('chaque paire de jours a sa chance : sur 21 000 tirages de 2 parmi 7, chacune des 21 paires sort de 850 à 1 150 fois', () => {
  const h = hasard(20261126);
  const comptes = new Map<string, number>();
  for (let tour = 0; tour < 21_000; tour++) {
    const paire = h.choisis([0, 1, 2, 3, 4, 5, 6], 2).join();
    comptes.set(paire, (comptes.get(paire) ?? 0) + 1);
  }
  expect(comptes.size).toBe(21);
  for (const compte of comptes.values()) {
    expect(compte).toBeGreaterThan(850);
    expect(compte).toBeLessThan(1150);
  }
});
