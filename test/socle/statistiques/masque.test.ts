// Aucune case masquée ne se recalcule : pour chacune, un autre tableau d'effectifs explique tout ce qui reste visible.
import fc from 'fast-check';
import { masqueListe, masqueTableau } from '../../../src/socle/statistiques/masque';

type Tableau = readonly (readonly number[])[];

const somme = (valeurs: readonly number[]): number => valeurs.reduce((a, b) => a + b, 0);
const avecTotaux = (t: Tableau): number[][] => {
  const lignes = t.map((ligne) => [...ligne, somme(ligne)]);
  return [...lignes, lignes[0]!.map((_, j) => somme(lignes.map((ligne) => ligne[j]!)))];
};

/** Toutes les valeurs que chaque case peut prendre, par énumération des tableaux d'entiers qui montrent les mêmes cases visibles. */
const possibles = (t: Tableau, cachees: readonly (readonly boolean[])[], borne: number): Set<number>[][] => {
  const vrai = avecTotaux(t);
  const [L, C] = [t.length, t[0]!.length];
  const vues = vrai.map((ligne) => ligne.map(() => new Set<number>()));
  const essai = t.map((ligne) => [...ligne]);
  const visite = (k: number): void => {
    if (k === L * C) {
      const complet = avecTotaux(essai);
      if (complet.every((ligne, i) => ligne.every((v, j) => cachees[i]![j] || v === vrai[i]![j]))) complet.forEach((ligne, i) => ligne.forEach((v, j) => vues[i]![j]!.add(v)));
      return;
    }
    const [i, j] = [Math.floor(k / C), k % C];
    // Une ligne finie dont le total visible n'est pas le bon ne mènera nulle part.
    if (j === 0 && i > 0 && !cachees[i - 1]![C] && somme(essai[i - 1]!) !== vrai[i - 1]![C]) return;
    const vraie = t[i]![j]!;
    for (let v = cachees[i]![j] ? Math.max(0, vraie - borne) : vraie; v <= (cachees[i]![j] ? vraie + borne : vraie); v++) {
      essai[i]![j] = v;
      visite(k + 1);
    }
    essai[i]![j] = vraie;
  };
  visite(0);
  return vues;
};

const tableaux = fc.integer({ min: 1, max: 3 }).chain((l) => fc.integer({ min: 1, max: 3 }).chain((c) => fc.array(fc.array(fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 5, max: 40 })), { minLength: c, maxLength: c }), { minLength: l, maxLength: l })));

test('tout tableau croisé : ce qui est sous le seuil est masqué, et aucune case masquée ne se déduit', () => {
  fc.assert(fc.property(tableaux, fc.constantFrom(3, 5, 11), (t, seuil) => {
    const masque = masqueTableau(t, seuil);
    const complet = avecTotaux(t);
    complet.forEach((ligne, i) => ligne.forEach((v, j) => v < seuil && expect(masque[i]![j]).toBe(true)));
    if (complet[t.length]![t[0]!.length]! < seuil) return;
    const vues = possibles(t, masque, 1);
    masque.forEach((ligne, i) => ligne.forEach((cachee, j) => {
      if (cachee) expect(vues[i]![j]!.size).toBeGreaterThan(1);
      else expect(vues[i]![j]!.size).toBe(1);
    }));
  }), { numRuns: 400, seed: 7 });
});

test('tout tri simple : une seule modalité sous le seuil en fait masquer une autre', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 2, maxLength: 5 }), fc.constantFrom(5, 11), (effectifs, seuil) => {
    const masque = masqueListe(effectifs, seuil);
    const total = somme(effectifs);
    if (total < seuil) return expect(masque.every(Boolean)).toBe(true);
    // La dernière case est le total ; seule la somme de la liste est publiée.
    const cachees = effectifs.map((_, i) => masque[i]!);
    effectifs.forEach((v, i) => v < seuil && expect(cachees[i]).toBe(true));
    if (masque[effectifs.length]) return;
    const somme_ = somme(effectifs.filter((_, i) => cachees[i]));
    const nombre = cachees.filter(Boolean).length;
    expect(nombre === 0 || (nombre >= 2 && somme_ >= 1)).toBe(true);
  }), { numRuns: 500, seed: 7 });
});

test('à la main : une case de 3 en fait masquer trois autres, les moins nombreuses possible', () => {
  // Avec les totaux, masquer la seule case 3 la laisserait se retrouver par soustraction.
  expect(masqueTableau([[3, 20, 30], [25, 12, 40], [50, 60, 70]], 5)).toEqual([
    [true, true, false, false],
    [true, true, false, false],
    [false, false, false, false],
    [false, false, false, false],
  ]);
});

test('rien sous le seuil : rien de masqué ; tout sous le seuil : tout est masqué', () => {
  expect(masqueTableau([[11, 12], [13, 14]], 11).flat()).not.toContain(true);
  expect(masqueTableau([[1, 2], [1, 2]], 11).flat()).not.toContain(false);
  expect(masqueListe([40, 60], 11)).toEqual([false, false, false]);
});
