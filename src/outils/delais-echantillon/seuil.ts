// Le seuil de la grille : « en moins de deux semaines », 14 jours compris (domaine.md §3.13, jour 14).
export const MOINS_DE = 15;
