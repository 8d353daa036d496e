// Une cellule dessinée : son texte selon son format, ses couleurs, sa place ; un texte n'y est jamais que du texte.
import { estErreur, lettres, type Cellule } from '../../socle/cellule';
import type { Apparence } from '../../fichier/xlsx-apparence';
import { clefDe } from '../../fichier/xlsx-vue';
import { affiche, PREDEFINIS } from '../affichage';
import { contientCellule, type Feuille } from '../feuille';
import type { Axe } from './geometrie';
import { largeurDe } from './police';

const apparenceDe = (feuille: Feuille, apparences: readonly Apparence[], ligne: number, colonne: number): Apparence | undefined => apparences[feuille.vue.styles.get(ligne - 1)?.[colonne - 1] ?? 0];

/** Le format de nombre qui vaut pour cette cellule : celui que la saisie vient de lui donner, sinon celui du fichier. */
export const formatDe = (feuille: Feuille, apparences: readonly Apparence[], ligne: number, colonne: number): string => {
  const code = feuille.codes.get(clefDe(ligne, colonne));
  if (code !== undefined) return code;
  const format = apparenceDe(feuille, apparences, ligne, colonne)?.format ?? 0;
  return typeof format === 'number' ? (PREDEFINIS[format] ?? 'General') : format;
};

export const texteDe = (feuille: Feuille, apparences: readonly Apparence[], ligne: number, colonne: number): string => affiche(feuille.valeur(ligne, colonne), formatDe(feuille, apparences, ligne, colonne));

const classesDe = (valeur: Cellule, a: Apparence | undefined, coupe: boolean, phrase: boolean): string => {
  const classes = ['cellule'];
  if (valeur !== null && valeur !== '') classes.push('pleine');
  if (a?.gras) classes.push('gras');
  if (a?.italique) classes.push('italique');
  if (a?.souligne) classes.push('souligne');
  if (a?.renvoi) classes.push('renvoi');
  else if (coupe) classes.push('coupe');
  const erreur = estErreur(valeur);
  if (erreur) classes.push('erreur');
  if (phrase) classes.push('expliquee');
  const cote = a?.alignement ?? (erreur || typeof valeur === 'boolean' ? 'centre' : typeof valeur === 'number' ? 'droite' : null);
  if (cote && cote !== 'gauche') classes.push(cote);
  if (a && a.vertical !== 'bas') classes.push(a.vertical);
  return classes.join(' ');
};

export type Zone = { readonly feuille: Feuille; readonly apparences: readonly Apparence[]; readonly lignes: Axe; readonly colonnes: Axe };

/** Une cellule, ou null s'il n'y a rien à voir. */
export const CelluleVue = ({ zone, ligne, colonne, active }: { zone: Zone; ligne: number; colonne: number; active: boolean }) => {
  const { feuille, apparences, lignes, colonnes } = zone;
  const fusion = feuille.fusions.find((f) => contientCellule(f, ligne, colonne));
  if (fusion && (fusion.haut !== ligne || fusion.gauche !== colonne)) return null;
  const valeur = feuille.valeur(ligne, colonne);
  const a = apparenceDe(feuille, apparences, ligne, colonne);
  const vide = valeur === null || valeur === '';
  if (vide && !active && !fusion && !a?.fond && !(a && Object.values(a.bordures).some(Boolean))) return null;
  const phrase = feuille.phrases.get(clefDe(ligne, colonne));
  const voisine = feuille.valeur(ligne, colonne + 1);
  const largeur = colonnes.debut((fusion?.droite ?? colonne) + 1) - colonnes.debut(colonne);
  const hauteur = lignes.debut((fusion?.bas ?? ligne) + 1) - lignes.debut(ligne);
  const texte = texteDe(feuille, apparences, ligne, colonne);
  // Un bord commun à deux cellules ne se trace qu'une fois.
  const trait = (couleur: string | null | undefined): string | undefined => (couleur ? `1px solid ${couleur}` : undefined);
  const gauche = apparenceDe(feuille, apparences, ligne, colonne - 1)?.bordures.droite ? undefined : trait(a?.bordures.gauche);
  const haut = apparenceDe(feuille, apparences, ligne - 1, colonne)?.bordures.bas ? undefined : trait(a?.bordures.haut);
  // Un nombre trop long pour sa colonne ne se lit pas à moitié.
  const cache = typeof valeur === 'number' && !a?.renvoi && (largeurDe(texte, a?.gras ?? false) * (a?.taille ?? 11)) / 11 > largeur - 1;
  return (
    <div
      id={`c-${lettres(colonne)}${ligne}`}
      role="gridcell"
      aria-colindex={colonne}
      aria-selected={active}
      class={classesDe(valeur, a, fusion !== undefined || (voisine !== null && voisine !== ''), phrase !== undefined)}
      title={phrase ?? (cache ? texte : undefined)}
      style={{
        left: `${colonnes.debut(colonne)}px`, width: `${largeur}px`, height: `${hauteur}px`, color: a?.couleur ?? undefined, borderLeft: gauche, borderTop: haut, borderRight: trait(a?.bordures.droite), borderBottom: trait(a?.bordures.bas), background: a?.fond ?? undefined, fontSize: a && a.taille !== 11 ? `${Math.round((a.taille * 13) / 11)}px` : undefined,
      }}
    >
      {cache ? '#'.repeat(Math.max(1, Math.floor(largeur / 9))) : texte}
    </div>
  );
};
