// Pose un calque sur le texte d'une feuille : les lignes et les cellules qu'il ne nomme pas restent à l'octet près.
import { lettres, numeroColonne, type Cellule } from '../socle/cellule';
import { erreur } from '../socle/erreurs';
import { attributs, enfant, enfants, finBalise, poseAttributs, racine, remplace, type Element } from './xml';
import type { Calque, LigneRetouchee, Retouche } from './xlsx-calque';
import { DECALAGE_1904 } from './xlsx-dates';
import { code } from './xml-texte';
import { xmlCellule, xmlFormule } from './xlsx-nouveau';
import { FEUILLE, insere } from './xlsx-ordre';
import { ARRETER, ENTRER, NOMBRE, SAUTER, type Curseur } from './xlsx-curseur';
import { parcours } from './xlsx-parcours';
import type { Styliste } from './xlsx-styles';
import { vrai } from './xlsx-sommaire';
import { nombre } from './xlsx-valeurs';

export type Pose = { readonly feuille: string; readonly styles: Styliste; readonly date1904: boolean };
export type Resultat = { readonly texte: string; readonly formulesOtees: boolean };

/** « B2:D9 » → ses quatre bornes ; une seule cellule en fait deux fois la même. */
export const bornesDe = (reference: string): { haut: number; gauche: number; bas: number; droite: number } | null => {
  const m = /^\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(reference);
  if (!m) return null;
  const [gauche, haut] = [numeroColonne(m[1]!), Number(m[2])];
  return { gauche, haut, droite: m[3] ? numeroColonne(m[3]) : gauche, bas: m[4] ? Number(m[4]) : haut };
};

/** Texte qu'un tableur prendrait pour une formule si on le retouchait : Excel le note d'une apostrophe invisible. */
const ressembleAUneFormule = (valeur: Cellule | undefined): boolean => typeof valeur === 'string' && /^[=+\-@\t\r\n'＝＋－＠]/.test(valeur);

/** Le style d'une cellule qui n'existait pas : celui de sa ligne, sinon celui de sa colonne, comme dans Excel. */
const stylesDeColonnes = (texte: string): ((colonne: number) => number) => {
  const cols = enfant(texte, racine(texte), 'cols');
  const plages = cols ? enfants(texte, cols).map((col) => attributs(texte, col)) : [];
  return (colonne) => Number(plages.find(({ min, max }) => Number(min) <= colonne && colonne <= Number(max))?.['style'] ?? 0);
};

export const poseCalque = (depart: string, calque: Calque, { feuille, styles, date1904 }: Pose): Resultat => {
  let texte = depart;
  const trouve = (): Element | undefined => enfant(texte, racine(texte), 'sheetData');
  const p = racine(texte).prefixe;
  let donnees = trouve();
  if (!donnees) texte = insere(texte, FEUILLE, 'sheetData', `<${p}sheetData></${p}sheetData>`);
  else if (donnees.seul) texte = remplace(texte, donnees.debut, donnees.fin, `<${p}sheetData></${p}sheetData>`);
  donnees = trouve()!;
  const styleColonne = stylesDeColonnes(texte);
  /** Une formule de moins ou de plus : la chaîne de calcul du fichier ne vaut plus. */
  let formulesOtees = false;

  /** Une formule partagée ou matricielle ne s'ôte que tout entière : les autres cellules en dépendent. */
  const verifieFormule = (c: Curseur, { reprise }: Retouche): void => {
    formulesOtees = true;
    if (reprise) return;
    const { t, ref } = attributs(texte, { debut: c.formule, contenu: finBalise(texte, c.formule) });
    const portee = ref === undefined ? null : bornesDe(ref);
    if (!portee || t === undefined || t === 'normal') return;
    for (let ligne = portee.haut; ligne <= portee.bas; ligne++)
      for (let colonne = portee.gauche; colonne <= portee.droite; colonne++)
        if (calque.get(ligne)?.cellules.get(colonne)?.valeur === undefined)
          throw erreur('Cette cellule porte une formule dont d’autres cellules dépendent', 'Remplacez d’abord la formule par ses valeurs dans votre tableur', `${feuille}!${lettres(c.colonne)}${c.ligne}`);
  };

  const neutre = (valeur: Cellule, rang: number): Cellule => (date1904 && typeof valeur === 'number' && styles.estDate(rang) ? valeur - DECALAGE_1904 : valeur);

  const cellule = (ligne: number, colonne: number, retouche: Retouche, base: number): string => {
    const valeur = retouche.valeur ?? null;
    const rang = styles.derive(retouche.efface ? 0 : base, retouche.style, retouche.formule === undefined && ressembleAUneFormule(valeur));
    if (retouche.formule !== undefined) {
      formulesOtees = true;
      const { texte: formule, portee } = retouche.formule;
      return xmlFormule(p, `${lettres(colonne)}${ligne}`, rang, `<${p}f${portee === null ? '' : ` t="array" ref="${portee}"`}>${code(formule)}</${p}f>`, neutre(valeur, rang));
    }
    return xmlCellule(p, `${lettres(colonne)}${ligne}`, rang, neutre(valeur, rang));
  };
  /** Une cellule sans valeur ni style n'a pas besoin d'exister. */
  const neuve = (ligne: number, colonne: number, retouche: Retouche, styleLigne: number): string => {
    const base = styleLigne || styleColonne(colonne);
    const inutile = (retouche.valeur ?? null) === null && retouche.formule === undefined && retouche.style === undefined && (retouche.efface === undefined || base === 0);
    return inutile ? '' : cellule(ligne, colonne, retouche, base);
  };

  const restylee = (c: Curseur, retouche: Retouche): string => {
    const rang = styles.derive(c.style, retouche.style);
    const change = date1904 && c.genre === NOMBRE && c.valeur >= 0 && c.formule < 0 && styles.estDate(rang) !== styles.estDate(c.style);
    if (change) {
      const lue = nombre(texte, c.valeur, c.finValeur) + (styles.estDate(c.style) ? DECALAGE_1904 : 0);
      return xmlCellule(p, `${lettres(c.colonne)}${c.ligne}`, rang, neutre(lue, rang));
    }
    const xml = texte.slice(c.debut, c.fin);
    return rang === c.style ? xml : poseAttributs(xml, racine(xml), { s: rang === 0 ? null : String(rang) });
  };

  /** La formule telle qu'elle est écrite, avec un autre résultat. */
  const recalculee = (c: Curseur, retouche: Retouche): string => {
    const ouvert = finBalise(texte, c.formule);
    const fin = texte.charCodeAt(ouvert - 2) === 47 ? ouvert : finBalise(texte, texte.indexOf(`</${p}f`, ouvert));
    return xmlFormule(p, `${lettres(c.colonne)}${c.ligne}`, c.style, texte.slice(c.formule, fin), neutre(retouche.valeur ?? null, c.style));
  };

  const numeros = [...calque.keys()].sort((a, b) => a - b);
  const morceaux: string[] = [];
  let copie = donnees.contenu;
  let prochaine = 0;
  const copieJusqu = (fin: number): void => {
    morceaux.push(texte.slice(copie, fin));
    copie = fin;
  };
  const attrsHauteur = (ligne: LigneRetouchee): string => (ligne.hauteur === undefined ? '' : ` ht="${ligne.hauteur}" customHeight="1"`);
  const ligneNeuve = (numero: number): void => {
    const ligne = calque.get(numero)!;
    const cellules = [...ligne.cellules].sort(([a], [b]) => a - b).map(([colonne, retouche]) => neuve(numero, colonne, retouche, 0));
    const contenu = cellules.join('');
    if (contenu || ligne.hauteur !== undefined) morceaux.push(`<${p}row r="${numero}"${attrsHauteur(ligne)}>${contenu}</${p}row>`);
  };

  let ouverture = '';
  let styleLigne = 0;
  let ajoutees = false;
  let colonnes: [number, Retouche][] = [];
  let rangColonne = 0;
  let implicite = false;
  let effacees: number[] = [];
  let debutContenu = 0;
  const neuvesAvant = (ligne: number, colonne: number, position: number): void => {
    for (; rangColonne < colonnes.length && colonnes[rangColonne]![0] < colonne; rangColonne++) {
      const xml = neuve(ligne, colonnes[rangColonne]![0], colonnes[rangColonne]![1], styleLigne);
      if (!xml) continue;
      copieJusqu(position);
      morceaux.push(xml);
      ajoutees = true;
    }
  };

  parcours(texte, donnees, {
    ligne: (c) => {
      for (; prochaine < numeros.length && numeros[prochaine]! < c.ligne; prochaine++) {
        copieJusqu(c.debutLigne);
        ligneNeuve(numeros[prochaine]!);
      }
      if (prochaine >= numeros.length) return ARRETER;
      if (numeros[prochaine] !== c.ligne) return SAUTER;
      copieJusqu(c.debutLigne);
      copie = c.contenuLigne;
      ouverture = texte.slice(c.debutLigne, c.contenuLigne);
      const attrs = attributs(ouverture, { debut: 0, contenu: ouverture.length });
      styleLigne = vrai(attrs['customFormat']) ? Number(attrs['s'] ?? 0) : 0;
      colonnes = [...calque.get(c.ligne)!.cellules].sort(([a], [b]) => a - b);
      rangColonne = 0;
      ajoutees = false;
      implicite = false;
      effacees = [];
      debutContenu = morceaux.length;
      return ENTRER;
    },
    cellule: (c) => {
      if (!c.explicite) implicite = true;
      neuvesAvant(c.ligne, c.colonne, c.debut);
      if (colonnes[rangColonne]?.[0] !== c.colonne) return;
      const retouche = colonnes[rangColonne++]![1];
      copieJusqu(c.debut);
      copie = c.fin;
      if (retouche.recalcul && c.formule >= 0) morceaux.push(recalculee(c, retouche));
      else if (retouche.valeur === undefined) morceaux.push(restylee(c, retouche));
      else {
        if (c.formule >= 0) verifieFormule(c, retouche);
        if (retouche.efface && (retouche.valeur ?? null) === null && !retouche.style) effacees.push(morceaux.length);
        morceaux.push(cellule(c.ligne, c.colonne, retouche, c.style));
      }
    },
    finLigne: (c, fin) => {
      neuvesAvant(c.ligne, Infinity, fin);
      copieJusqu(fin);
      const ligne = calque.get(c.ligne)!;
      // « spans » annonce les colonnes occupées : avec des cellules de plus, il mentirait ; il est facultatif.
      const poses = { ...(ajoutees ? { spans: null } : {}), ...(ligne.hauteur === undefined ? {} : { ht: String(ligne.hauteur), customHeight: '1' }) };
      // Une cellule effacée disparaît, sauf si d'autres tiennent leur place d'elle.
      if (!implicite) for (const rang of effacees) morceaux[rang] = '';
      const balise = poseAttributs(ouverture, { debut: 0, contenu: ouverture.length, seul: c.ligneSeule }, poses);
      const contenu = morceaux.splice(debutContenu).join('');
      morceaux.push(c.ligneSeule && contenu ? `${balise.slice(0, -2)}>${contenu}</${p}row>` : balise + contenu);
      prochaine++;
    },
  });
  copieJusqu(donnees.finContenu);
  for (; prochaine < numeros.length; prochaine++) ligneNeuve(numeros[prochaine]!);
  return { texte: remplace(texte, donnees.contenu, donnees.finContenu, morceaux.join('')), formulesOtees };
};
