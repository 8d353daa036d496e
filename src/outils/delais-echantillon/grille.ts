// Reconnaître une grille d'échantillonnage dans une feuille : ses dates en colonnes, ses courriers en lignes, même dérangée (domaine.md §3.13, §8 cas 2 et 22).
import { estVide, type Cellule, type Plage } from '../../socle/cellule';
import { estVraisemblable, lisDate } from '../../socle/dates-colonne';
import { dateFr } from '../../socle/format';
import { civil, type Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';

export type ColonneDeGrille = {
  readonly colonne: number;
  /** Le titre tel qu'il se lit : « Date 5 », « 05/03/2026 ». */
  readonly titre: string;
  /** 1 à 12, ou null quand rien ne dit le mois. */
  readonly mois: number | null;
  readonly date: Jour | null;
};

export type Grille = {
  /** La ligne des « Date 1, Date 2… ». */
  readonly entete: number;
  readonly colonnes: readonly ColonneDeGrille[];
  /** Lignes des courriers, et leur libellé. */
  readonly lignes: readonly { readonly ligne: number; readonly libelle: string }[];
  /** La ligne « Courriers reçus ce jour-là », ou null. */
  readonly recus: number | null;
  readonly titre: string;
  readonly canal: 'courrier' | 'courriel' | null;
  readonly pic: boolean;
};

const MOIS = ['janv', 'fevr', 'mars', 'avr', 'mai', 'juin', 'juil', 'aout', 'sept', 'oct', 'nov', 'dec'];
const TITRE_DE_DATE = /^(date|jour)s? ?(n|no|n°|numero)? ?\d{1,2}$/;
const RESULTAT = /^(taux|moyenne|mediane|total|resultat|nombre|p90|maximum|ecart)/;
const RECUS = /(recus?|arrives?|total) (ce|le|du) jour|nombre de (courrier|courriel|mail)s? recus|(courrier|courriel|mail)s? recus/;
const COURRIER = /^(courrier|courriel|mail|e-?mail|mel|message|lettre|demande|dossier|pli)s? ?(n|no|n°|numero)? ?\d+$/;

const texte = (valeur: Cellule | undefined): string => (typeof valeur === 'string' ? sansAccents(valeur) : '');

/** 1 à 12 pour « Mars », « mars 2026 », « MARS » ; null sinon. */
const moisDit = (valeur: Cellule | undefined): number | null => {
  const mot = texte(valeur);
  const rang = /^[a-z]+\.?( \d{2,4})?$/.test(mot) ? MOIS.findIndex((debut) => mot.startsWith(debut)) : -1;
  return rang < 0 ? null : rang + 1;
};

/** Une date tapée par-dessus « Date 5 » ; un délai n'en est pas une. */
const dateDite = (valeur: Cellule | undefined): Jour | null => {
  if (estVide(valeur) || (typeof valeur === 'number' && valeur < 18264)) return null;
  const jour = Math.floor(lisDate(valeur as Cellule));
  return estVraisemblable(jour) ? jour : null;
};

const estTitreDeDate = (valeur: Cellule | undefined): boolean => TITRE_DE_DATE.test(texte(valeur).replace(/[^a-z0-9° ]+/g, ' ').trim());

const compte = (ligne: readonly Cellule[] | undefined, test: (valeur: Cellule | undefined) => boolean): number => (ligne ?? []).filter(test).length;

/** La ligne est celle des dates : « Date n » au moins deux fois, des dates tapées par-dessus, ou juste sous les mois. */
const estEntete = (plage: Plage, i: number): boolean => {
  const ligne = plage[i] ?? [];
  const [titres, dates] = [compte(ligne, estTitreDeDate), compte(ligne, (v) => dateDite(v) !== null)];
  if (titres >= 2) return true;
  const sousLesMois = compte(plage[i - 1], (v) => moisDit(v) !== null) >= 2;
  if (titres + dates >= 2 && sousLesMois) return true;
  // Toutes les dates tapées, sans mois au-dessus : les lignes qui suivent doivent être des courriers numérotés.
  return dates >= 3 && [1, 2, 3].every((k) => (plage[i + k] ?? []).some((v) => COURRIER.test(texte(v))));
};

const titreDe = (valeur: Cellule | undefined): string => (estVide(valeur) ? '' : String(valeur).trim());

const colonnesDe = (plage: Plage, i: number): ColonneDeGrille[] => {
  const entete = plage[i] ?? [];
  // Un mois fusionné n'est écrit que dans sa première colonne : il vaut jusqu'au suivant, deux colonnes en tout.
  const ditsAuDessus = plage[i - 1] ?? [];
  const sousLesMois = compte(ditsAuDessus, (v) => moisDit(v) !== null) >= 2;
  const datesDessous = compte(plage[i + 1], (v) => dateDite(v) !== null) >= 2 ? plage[i + 1] : undefined;
  let [courant, depuis] = [null as number | null, 0];
  return Array.from({ length: Math.max(entete.length, sousLesMois ? ditsAuDessus.length : 0) }, (_, j) => {
    const dit = sousLesMois ? moisDit(ditsAuDessus[j]) : null;
    [courant, depuis] = dit !== null ? [dit, 0] : [courant, depuis + 1];
    const date = dateDite(entete[j]) ?? dateDite(datesDessous?.[j]);
    const mois = courant !== null && depuis < 2 ? courant : date === null ? null : civil(date).mois;
    return { colonne: j + 1, titre: typeof entete[j] === 'number' && date !== null ? dateFr(date) : titreDe(entete[j]), mois, date, garde: estTitreDeDate(entete[j]) || date !== null || (dit !== null || (courant !== null && depuis < 2 && sousLesMois)) };
  }).filter(({ garde }) => garde).map(({ colonne, titre, mois, date }) => ({ colonne, titre, mois, date }));
};

const canalDe = (dits: string): Grille['canal'] => {
  const [electronique, postal] = [/courriel|e-?mail|\bmails?\b|\bmels?\b/.test(dits), /courrier|lettre|postal/.test(dits)];
  return electronique === postal ? null : electronique ? 'courriel' : 'courrier';
};

/** Les grilles d'une feuille, de haut en bas. */
export const grillesDe = (plage: Plage, nom: string): readonly Grille[] => {
  const trouvees: Grille[] = [];
  for (let i = 0; i < plage.length; i++) {
    if (!estEntete(plage, i)) continue;
    const colonnes = colonnesDe(plage, i);
    const premiere = colonnes[0]?.colonne ?? 1;
    const libelleDe = (ligne: readonly Cellule[]): string => ligne.slice(0, premiere - 1).map(titreDe).filter(Boolean).join(' ');
    const lignes: { ligne: number; libelle: string }[] = [];
    let [recus, vides] = [null as number | null, 0];
    let k = i + 1;
    for (; k < plage.length && vides < 3; k++) {
      const ligne = plage[k] ?? [];
      const libelle = libelleDe(ligne);
      const dit = sansAccents(libelle);
      const remplies = colonnes.filter(({ colonne }) => !estVide(ligne[colonne - 1])).length;
      if (estEntete(plage, k) || estEntete(plage, k + 1) || RESULTAT.test(dit)) break;
      if (RECUS.test(dit)) recus = k + 1;
      else if (libelle === '' && remplies === 0) {
        vides++;
        continue;
      } else if (compte(ligne, (v) => dateDite(v) !== null) < 2) lignes.push({ ligne: k + 1, libelle });
      vides = 0;
    }
    // Des lignes sans étiquette ni saisie, après la dernière étiquetée, ne sont pas de la grille.
    while (lignes.length > 0 && !COURRIER.test(sansAccents(lignes[lignes.length - 1]?.libelle ?? '')) && colonnes.every(({ colonne }) => estVide(plage[(lignes[lignes.length - 1]?.ligne ?? 1) - 1]?.[colonne - 1]))) lignes.pop();
    if (lignes.length >= 1 && colonnes.length >= 2) {
      const dessus = plage.slice(Math.max(0, i - 6), i).map((ligne) => ligne.map(texte).filter((v) => v.length > 8).join(' ')).join(' ');
      const titre = plage.slice(Math.max(0, i - 6), i).map((ligne) => ligne.map(titreDe).find((v) => v.length > 12) ?? '').find((v) => /estimation|d[ée]lai/i.test(v)) ?? '';
      const sansMois = colonnes.every(({ mois, date }) => mois === null || date !== null) && compte(plage[i - 1], (v) => moisDit(v) !== null) < 2;
      trouvees.push({
        entete: i + 1, colonnes, lignes, recus, titre,
        canal: canalDe(sansAccents(titre)) ?? canalDe(lignes.map(({ libelle }) => sansAccents(libelle)).join(' ')) ?? canalDe(sansAccents(nom)) ?? canalDe(dessus),
        pic: /\bpics?\b/.test(dessus) || /\bpics?\b/.test(sansAccents(nom)) || (sansMois && colonnes.length <= 10),
      });
    }
    i = k - 1;
  }
  return trouvees;
};
