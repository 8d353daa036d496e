// Masquer les petits effectifs d'un tableau sans qu'un total les trahisse : d'autres cases sont masquées jusqu'à ce qu'aucune ne se recalcule.

export type Masque = readonly (readonly boolean[])[];

/** Une case du tableau étendu (totaux compris) : `signe` −1 pour un total, qui baisse quand la case étendue monte. */
type Etendu = { readonly valeurs: readonly (readonly number[])[]; readonly cachees: boolean[][]; readonly libres: readonly (readonly boolean[])[] };

const somme = (valeurs: readonly number[]): number => valeurs.reduce((total, valeur) => total + valeur, 0);

/** Toutes les lignes et les colonnes du tableau étendu ont une somme nulle : un seul raisonnement pour les cases et les totaux. */
const etends = (effectifs: readonly (readonly number[])[]): number[][] => {
  const avecTotal = effectifs.map((ligne) => [...ligne, -somme(ligne)]);
  return [...avecTotal, Array.from({ length: avecTotal[0]?.length ?? 0 }, (_, j) => -somme(avecTotal.map((ligne) => ligne[j] as number)))];
};

/**
 * Le chemin le moins coûteux par lequel une unité ajoutée (sens 1) ou ôtée (sens −1) en (l, c) se compense ailleurs, chaque case restant
 * positive ou nulle. Une case déjà masquée ne coûte rien, une visible coûte son effectif. Null s'il n'y en a pas.
 */
const compense = ({ valeurs, cachees, libres }: Etendu, l: number, c: number, sens: 1 | -1): { cout: number; cases: [number, number][] } | null => {
  const [lignes, colonnes] = [valeurs.length, valeurs[0]?.length ?? 0];
  // Sommets : les lignes puis les colonnes. On part de la colonne c pour revenir à la ligne l.
  const cout = Array.from({ length: lignes + colonnes }, () => Infinity);
  const venu: ([number, number] | null)[] = cout.map(() => null);
  const fait = cout.map(() => false);
  cout[lignes + c] = 0;
  for (;;) {
    let ici = -1;
    for (let s = 0; s < cout.length; s++) if (!fait[s] && (cout[s] as number) < (ici < 0 ? Infinity : (cout[ici] as number))) ici = s;
    if (ici < 0 || ici === l) break;
    fait[ici] = true;
    const parColonne = ici >= lignes;
    for (let autre = 0; autre < (parColonne ? lignes : colonnes); autre++) {
      const [i, j] = parColonne ? [autre, ici - lignes] : [ici, autre];
      if (i === l && j === c) continue;
      const baisse = parColonne ? sens : (-sens as 1 | -1);
      const valeur = valeurs[i]?.[j] as number;
      // `baisse` 1 : la case étendue diminue. Un effectif doit alors valoir au moins 1 ; un total, négatif ici, ne baisse que quand il monte.
      const total = (i === lignes - 1) !== (j === colonnes - 1);
      const possible = (libres[i]?.[j] ?? false) || (baisse === 1) === total || Math.abs(valeur) >= 1;
      if (!possible) continue;
      const nouveau = (cout[ici] as number) + (cachees[i]?.[j] ? 0 : 1 + Math.abs(valeur));
      const sommet = parColonne ? autre : lignes + autre;
      if (nouveau < (cout[sommet] as number)) {
        cout[sommet] = nouveau;
        venu[sommet] = [i, j];
      }
    }
  }
  if (cout[l] === Infinity) return null;
  const cases: [number, number][] = [];
  for (let sommet = l, parLigne = true; sommet !== lignes + c; parLigne = !parLigne) {
    const [i, j] = venu[sommet] as [number, number];
    cases.push([i, j]);
    sommet = parLigne ? lignes + j : i;
  }
  return { cout: cout[l] as number, cases };
};

const protege = (etendu: Etendu): void => {
  const { valeurs, cachees, libres } = etendu;
  valeurs.forEach((ligne, i) => ligne.forEach((valeur, j) => {
    if (!cachees[i]?.[j] || libres[i]?.[j]) return;
    const total = (i === valeurs.length - 1) !== (j === ligne.length - 1);
    const peutBaisser = Math.abs(valeur) >= 1;
    const monte = !total || peutBaisser ? compense(etendu, i, j, 1) : null;
    const descend = total || peutBaisser ? compense(etendu, i, j, -1) : null;
    const choisi = monte === null || (descend !== null && descend.cout < monte.cout) ? descend : monte;
    for (const [a, b] of choisi?.cases ?? []) (cachees[a] as boolean[])[b] = true;
  }));
};

/**
 * Quelles cases d'un tableau croisé masquer avant de le diffuser avec ses totaux.
 * @param effectifs lignes × colonnes, sans les totaux
 * @param seuil une case ou un total d'effectif inférieur est masqué
 * @returns (lignes + 1) × (colonnes + 1), totaux compris ; aucune case masquée ne se déduit des autres
 */
export const masqueTableau = (effectifs: readonly (readonly number[])[], seuil: number): Masque => {
  const valeurs = etends(effectifs);
  const total = Math.abs(valeurs[valeurs.length - 1]?.[(valeurs[0]?.length ?? 1) - 1] ?? 0);
  const cachees = valeurs.map((ligne) => ligne.map((valeur) => total < seuil || Math.abs(valeur) < seuil));
  if (total >= seuil) protege({ valeurs, cachees, libres: valeurs.map((ligne) => ligne.map(() => false)) });
  return cachees;
};

/** Quelles modalités d'un tri simple masquer : même garantie, avec le seul total. Rend une case de plus que les effectifs, le total. */
export const masqueListe = (effectifs: readonly number[], seuil: number): readonly boolean[] => {
  const valeurs = etends([effectifs]);
  const total = somme(effectifs);
  const cachees = valeurs.map((ligne, i) => ligne.map((valeur) => i === 1 || total < seuil || Math.abs(valeur) < seuil));
  // La seconde ligne n'est publiée nulle part : elle absorbe tout.
  if (total >= seuil) protege({ valeurs, cachees, libres: valeurs.map((ligne, i) => ligne.map(() => i === 1)) });
  return cachees[0] ?? [];
};
