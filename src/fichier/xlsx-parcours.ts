// Parcourt les cellules d'une feuille, code de caractère par code de caractère : une feuille de 800 000 cellules se lit en une fraction de seconde.
import { COLONNES_MAX, LIGNES_MAX } from './limites';
import { finBalise, illisible, passe, type Element } from './xml';
import { ARRETER, ENTRER, NOMBRE, SAUTER, genreDe, type Curseur, type Visiteur } from './xlsx-curseur';

const entier = (texte: string, debut: number, fin: number): number => {
  let n = 0;
  for (let i = debut; i < fin; i++) {
    const chiffre = texte.charCodeAt(i) - 48;
    if (chiffre >= 0 && chiffre <= 9) n = n * 10 + chiffre;
  }
  return n;
};

/** @param depuis ligne après laquelle reprendre, quand `donnees.contenu` vise une ligne du milieu */
export const parcours = (texte: string, donnees: Element, visiteur: Visiteur, depuis = 0): void => {
  const p = donnees.prefixe.length;
  const limite = donnees.finContenu;
  const c: Curseur = { ligne: depuis, masquee: false, debutLigne: 0, contenuLigne: 0, ligneSeule: false, colonne: 0, explicite: true, style: 0, genre: NOMBRE, debut: 0, fin: 0, valeur: -1, finValeur: -1, formule: -1 };
  /** Nombre de chiffres du numéro de la ligne en cours. */
  let chiffres = 0;
  const { ligne: surLigne, cellule: surCellule, finLigne } = visiteur;

  const cherche = (motif: string, depuis: number): number => {
    const i = texte.indexOf(motif, depuis);
    if (i < 0 || i > limite) throw illisible();
    return i;
  };
  /** Position du prochain « < » de balise à partir de `i`. */
  const balise = (depuis: number): number => {
    let i = depuis;
    for (;;) {
      if (texte.charCodeAt(i) !== 60) i = cherche('<', i);
      const suivant = texte.charCodeAt(i + 1);
      if (suivant !== 33 && suivant !== 63) return i;
      i = passe(texte, i);
    }
  };
  /** Passe un élément inconnu (« extLst ») avec son contenu. */
  const passeElement = (i: number): number => {
    const fin = finBalise(texte, i);
    if (texte.charCodeAt(fin - 2) === 47) return fin;
    let finNom = i + 1;
    while (texte.charCodeAt(finNom) > 47 && texte.charCodeAt(finNom) !== 62) finNom++;
    return finBalise(texte, cherche(`</${texte.slice(i + 1, finNom)}`, fin));
  };

  /** Attributs de « <row » : `r` et `hidden`. Rend la position qui suit « > ». */
  const ouvreLigne = (debut: number): number => {
    const fin = finBalise(texte, debut);
    c.ligne += 1;
    c.explicite = false;
    c.masquee = false;
    let i = debut + 4 + p;
    while (i < fin) {
      const egal = texte.indexOf('=', i);
      if (egal < 0 || egal >= fin) break;
      const code = texte.charCodeAt(egal + 1) === 34 ? '"' : texte.charCodeAt(egal + 1) === 39 ? "'" : null;
      const ouvre = code ? egal + 1 : Math.min(...['"', "'"].map((g) => texte.indexOf(g, egal)).filter((g) => g > 0));
      const ferme = texte.indexOf(texte[ouvre]!, ouvre + 1);
      if (!(ferme > 0 && ferme < fin)) break;
      const nom = texte.slice(i, egal).trim();
      if (nom === 'r') {
        c.ligne = entier(texte, ouvre + 1, ferme) || c.ligne;
        c.explicite = true;
        chiffres = ferme - ouvre - 1;
      } else if (nom === 'hidden') c.masquee = texte.charCodeAt(ouvre + 1) === 49 || texte.charCodeAt(ouvre + 1) === 116;
      i = ferme + 1;
    }
    return fin;
  };

  /** Attributs de « <c » : `r`, `s`, `t`, une lettre chacun. Rend la position du « > ». */
  const ouvreCellule = (debut: number): number => {
    c.colonne += 1;
    c.explicite = false;
    c.style = 0;
    c.genre = NOMBRE;
    let i = debut + 2 + p;
    // La forme de presque toutes les cellules, « <c r="B12" » : ses chiffres sont ceux de la ligne, on les saute.
    if (texte.charCodeAt(i + 1) === 114 && texte.charCodeAt(i + 2) === 61 && texte.charCodeAt(i + 3) === 34) {
      let j = i + 4;
      let colonne = 0;
      for (let lettre = texte.charCodeAt(j); lettre >= 65 && lettre <= 90; lettre = texte.charCodeAt(++j)) colonne = colonne * 26 + lettre - 64;
      if (colonne > 0 && texte.charCodeAt(j + chiffres) === 34) {
        c.colonne = colonne;
        c.explicite = true;
        i = j + chiffres + 1;
        if (texte.charCodeAt(i) === 62) return i;
      }
    }
    for (;;) {
      const code = texte.charCodeAt(i);
      if (code === 62) return i;
      if (code <= 32 || code === 47) {
        i++;
        continue;
      }
      let nom = i;
      let long = 0;
      while (i < limite && texte.charCodeAt(i) !== 61) {
        if (texte.charCodeAt(i) > 32) long++;
        i++;
      }
      i++;
      while (texte.charCodeAt(i) <= 32) i++;
      const guillemet = texte.charCodeAt(i);
      if (guillemet !== 34 && guillemet !== 39) throw illisible();
      const valeur = ++i;
      nom = long === 1 ? texte.charCodeAt(nom) : 0;
      if (nom === 114) {
        let colonne = 0;
        let lettre = texte.charCodeAt(i) | 32;
        while (lettre >= 97 && lettre <= 122) {
          colonne = colonne * 26 + lettre - 96;
          lettre = texte.charCodeAt(++i) | 32;
        }
        if (colonne > 0) {
          c.colonne = colonne;
          c.explicite = true;
        }
      }
      while (i < limite && texte.charCodeAt(i) !== guillemet) i++;
      if (i >= limite) throw illisible();
      if (nom === 115) c.style = entier(texte, valeur, i);
      else if (nom === 116) c.genre = genreDe(texte, valeur, i - valeur);
      i++;
    }
  };

  /** Contenu d'une cellule : formule, valeur, texte riche. Rend la position qui suit « </c> ». */
  const contenuCellule = (depuis: number): number => {
    let i = depuis;
    for (;;) {
      i = balise(i);
      if (texte.charCodeAt(i + 1) === 47) return texte.charCodeAt(i + 3 + p) === 62 ? i + 4 + p : cherche('>', i) + 1;
      const nom = texte.charCodeAt(i + 1 + p);
      if (nom === 118) {
        const ouvert = texte.charCodeAt(i + 2 + p) === 62 ? i + 3 + p : finBalise(texte, i);
        if (texte.charCodeAt(ouvert - 2) === 47) {
          i = ouvert;
          continue;
        }
        let fin = ouvert;
        while (fin < limite && texte.charCodeAt(fin) !== 60) fin++;
        if (fin >= limite) throw illisible();
        // Une section CDATA dans la valeur : la fin est la balise fermante.
        while (texte.charCodeAt(fin + 1) !== 47) fin = cherche('<', passe(texte, fin) > fin ? passe(texte, fin) : fin + 1);
        c.valeur = ouvert;
        c.finValeur = fin;
        i = fin + 4 + p;
        if (texte.charCodeAt(i - 1) !== 62) i = cherche('>', fin) + 1;
      } else if (nom === 102) {
        c.formule = i;
        i = passeElement(i);
      } else if (nom === 105) {
        const ouvert = finBalise(texte, i);
        if (texte.charCodeAt(ouvert - 2) !== 47) {
          c.valeur = ouvert;
          c.finValeur = cherche(`</${donnees.prefixe}is`, ouvert);
          i = cherche('>', c.finValeur) + 1;
        } else i = ouvert;
      } else i = passeElement(i);
    }
  };

  let i = donnees.contenu;
  while (i < limite) {
    i = texte.indexOf('<', i);
    if (i < 0 || i >= limite) return;
    const suivant = texte.charCodeAt(i + 1);
    if (suivant === 33 || suivant === 63) {
      i = passe(texte, i);
      continue;
    }
    if (texte.charCodeAt(i + 1 + p) !== 114) {
      i = passeElement(i);
      continue;
    }
    c.debutLigne = i;
    c.contenuLigne = ouvreLigne(i);
    if (c.ligne > LIGNES_MAX) throw illisible();
    i = c.contenuLigne;
    c.ligneSeule = texte.charCodeAt(i - 2) === 47;
    const choix = surLigne ? surLigne(c) : ENTRER;
    if (choix === ARRETER) return;
    if (c.ligneSeule) {
      if (choix === ENTRER) finLigne?.(c, i);
      continue;
    }
    if (choix === SAUTER) {
      i = finBalise(texte, cherche(`</${donnees.prefixe}row`, i));
      continue;
    }
    c.colonne = 0;
    for (;;) {
      i = balise(i);
      if (texte.charCodeAt(i + 1) === 47) break;
      if (texte.charCodeAt(i + 1 + p) !== 99 || texte.charCodeAt(i + 2 + p) > 62) {
        i = passeElement(i);
        continue;
      }
      c.debut = i;
      c.valeur = -1;
      c.finValeur = -1;
      c.formule = -1;
      i = ouvreCellule(i);
      if (c.colonne > COLONNES_MAX) throw illisible();
      c.fin = texte.charCodeAt(i - 1) === 47 ? i + 1 : contenuCellule(i + 1);
      i = c.fin;
      surCellule?.(c);
    }
    finLigne?.(c, i);
    i = finBalise(texte, i);
  }
};
