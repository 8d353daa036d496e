// Le verbe « lis » sur les feuilles en mémoire : ce que la page montre est ce que l'outil calcule, saisies comprises.
import type { Plage, Zone } from '../socle/cellule';
import type { Montre } from '../fichier/xlsx-montre';
import type { Lecture, Releve } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import { colonneDeClef, ligneDeClef, type Feuille } from './feuille';

const plage = (feuille: Feuille, ligne: number, colonne: number, lignes: number, colonnes: number): Plage => {
  const etendue = feuille.etendue();
  const [bas, droite] = [Math.min(ligne + lignes - 1, etendue.lignes), Math.min(colonne + colonnes - 1, etendue.colonnes)];
  const rendue = [];
  for (let i = ligne; i <= bas; i++) {
    const rangee = feuille.vue.valeurs[i - 1]!;
    const morceau = rangee.slice(colonne - 1, droite);
    while (morceau.length < droite - colonne + 1) morceau.push(null);
    rendue.push(morceau);
  }
  return rendue;
};

const formulesDe = (feuille: Feuille, { ligne, colonne, lignes, colonnes }: Zone): Plage => {
  const rendue: (true | null)[][] = Array.from({ length: lignes }, () => Array.from({ length: colonnes }, () => null));
  for (const clef of feuille.clefsDesFormules()) {
    const rangee = rendue[ligneDeClef(clef) - ligne];
    const j = colonneDeClef(clef) - colonne;
    if (rangee !== undefined && j >= 0 && j < colonnes) rangee[j] = true;
  }
  return rendue;
};

export const lisPort = (feuilles: readonly Feuille[], { memoire, annexes }: Montre, { tetes = 0, zones = [], masquees = [], formules, annexes: voulues = false }: Lecture): Releve => {
  const trouve = (nom: string): Feuille => {
    const feuille = feuilles.find((f) => f.nom.toLowerCase() === nom.toLowerCase());
    if (!feuille) throw erreur(`La feuille « ${nom} » n’existe pas dans ce classeur`, 'Vérifiez le nom de l’onglet');
    return feuille;
  };
  return {
    feuilles: feuilles.map((feuille) => {
      const { nom, masquee, protegee, marque } = feuille;
      const etendue = feuille.etendue();
      return { nom, ...etendue, masquee, protegee, marque, tete: tetes > 0 ? plage(feuille, 1, 1, tetes, etendue.colonnes) : [] };
    }),
    plages: zones.map((zone) => plage(trouve(zone.feuille), zone.ligne, zone.colonne, zone.lignes, zone.colonnes)),
    masquees: masquees.map((nom) => trouve(nom).vue.masquees),
    memoire: memoire(),
    ...(formules === undefined ? {} : { formules: formules.map((zone) => formulesDe(trouve(zone.feuille), zone)) }),
    ...(voulues ? { annexes: annexes() } : {}),
  };
};
