// Chaque modification du port et son geste dans Excel. Aucun n'est de ceux qui vident la pile d'annulation (test/hotes/excel/annulation.test.ts).
import { formuleDeChoix } from '../src/socle/choix';
import { erreur } from '../src/socle/erreurs';
import { adresse, type Cellule } from '../src/socle/cellule';
import type { Modification, Regle } from '../src/socle/classeur';
import { MARQUE } from '../src/fichier/xlsx-memoire';
import { pose } from './cellules';
import type { Connu } from './connu';
import { largeurEnPoints, style } from './formats';
import { dessine, nomDe } from './graphiques';
import type { Memoire } from './memoire';
import { misEnTexte, zoneDe, type Prepare } from './preparation';
import { plageDe } from './zones';

type Geste<G extends Modification['genre']> = (m: Extract<Modification, { genre: G }>) => void;
export type Gestes = { readonly [G in Modification['genre']]: Geste<G> };

/** Excel n'accepte pas plus de 255 caractères de choix dans la cellule même. */
const CHOIX_MAX = 255;
const OPERATEURS = { egal: 'EqualTo', superieur: 'GreaterThan', inferieur: 'LessThan' } as const;

const constante = (valeur: Cellule): string => (typeof valeur === 'number' ? String(valeur) : typeof valeur === 'boolean' ? (valeur ? '=TRUE' : '=FALSE') : `="${(valeur ?? '').replace(/"/g, '""')}"`);

const regle = (plage: Excel.Range, { operateur, valeur, style: apparence }: Regle): void => {
  const contenu = operateur === 'contient';
  const posee = plage.conditionalFormats.add(contenu ? 'ContainsText' : 'CellValue');
  const { font, fill } = (contenu ? posee.textComparison : posee.cellValue).format;
  if (contenu) posee.textComparison.rule = { operator: 'Contains', text: String(valeur ?? '') };
  else posee.cellValue.rule = { formula1: constante(valeur), operator: OPERATEURS[operateur] };
  if (apparence.gras !== undefined) font.bold = apparence.gras;
  if (apparence.couleur !== undefined) font.color = `#${apparence.couleur}`;
  if (apparence.fond !== undefined) fill.color = `#${apparence.fond}`;
};

/** Les gestes d'un lot ; chacun ne fait que mettre en file, l'envoi vient après. */
export const gestesDe = ({ workbook }: Excel.RequestContext, connu: Connu, lot: readonly Modification[], prepare: Prepare, memoire: Memoire): Gestes => {
  const ouvertes = new Map<string, Excel.Worksheet>();
  const feuille = (nom: string): Excel.Worksheet => {
    const ouverte = ouvertes.get(nom) ?? workbook.worksheets.getItem(nom);
    ouvertes.set(nom, ouverte);
    return ouverte;
  };
  const dates1904 = connu.date1904 ? lot.flatMap((m) => (m.genre === 'styler' && m.style.format === 'date' ? [m.zone] : [])) : null;
  return {
    // Excel exécute un lot dans l'ordre.
    barriere: () => undefined,
    'creer-feuille': ({ feuille: nom }) => void ouvertes.set(nom, workbook.worksheets.add(nom)),
    copier: ({ zone, vers }) => plageDe(feuille(vers), { ...zone, feuille: vers }).copyFrom(plageDe(feuille(zone.feuille), zone), 'All', false, false),
    ecrire: (m) => {
      const zone = zoneDe(m);
      if (zone.lignes > 0 && zone.colonnes > 0) pose(feuille(m.feuille), { zone, valeurs: m.valeurs, formats: prepare.formats.get(m), misEnTexte: misEnTexte(lot, m), dates1904 });
    },
    vider: ({ zone }) => {
      const plage = plageDe(feuille(zone.feuille), zone);
      // Défusionner d'abord : Excel refuse de vider une partie d'une cellule fusionnée (MergedRangeConflict).
      plage.unmerge();
      plage.clear('All');
      plage.dataValidation.clear();
      plage.conditionalFormats.clearAll();
    },
    styler: ({ zone, style: voulu }) => style(plageDe(feuille(zone.feuille), zone), voulu, zone.lignes, zone.colonnes),
    largeurs: ({ feuille: nom, largeurs }) => largeurs.forEach((largeur, i) => {
      plageDe(feuille(nom), { feuille: nom, ligne: 1, colonne: i + 1, lignes: 1, colonnes: 1 }).format.columnWidth = largeurEnPoints(largeur);
    }),
    hauteurs: ({ feuille: nom, ligne, hauteurs }) => {
      for (let debut = 0; debut < hauteurs.length; ) {
        let fin = debut + 1;
        while (fin < hauteurs.length && hauteurs[fin] === hauteurs[debut]) fin++;
        plageDe(feuille(nom), { feuille: nom, ligne: ligne + debut, colonne: 1, lignes: fin - debut, colonnes: 1 }).format.rowHeight = hauteurs[debut]!;
        debut = fin;
      }
    },
    fusionner: ({ zones }) => zones.forEach((zone) => {
      if (zone.lignes * zone.colonnes > 1) plageDe(feuille(zone.feuille), zone).merge(false);
    }),
    lister: ({ zone, choix }) => {
      const source = choix.join(',');
      if (choix.some((texte) => texte.includes(',') || texte.trim() === '') || source.length > CHOIX_MAX) throw erreur('Cette liste de choix ne tient pas dans une cellule', `Gardez des choix courts (${CHOIX_MAX} caractères en tout) et sans virgule`);
      const { dataValidation } = plageDe(feuille(zone.feuille), zone);
      dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source } };
    },
    'lister-depuis': (m) => {
      const { dataValidation } = plageDe(feuille(m.zone.feuille), m.zone);
      dataValidation.clear();
      dataValidation.rule = { list: { inCellDropDown: true, source: `=${formuleDeChoix(m)}` } };
      // Une aide à la saisie, pas une clôture.
      dataValidation.errorAlert = { showAlert: false, style: 'Information', title: '', message: '' };
    },
    'colorer-selon': ({ zone, regles }) => {
      const plage = plageDe(feuille(zone.feuille), zone);
      plage.conditionalFormats.clearAll();
      for (const r of regles) regle(plage, r);
    },
    dessiner: ({ graphique }) => {
      const nom = graphique.place.feuille;
      const existants = connu.graphiques.get(nom) ?? [];
      dessine(graphique, { feuille, titres: prepare.titres, existants });
      connu.graphiques.set(nom, [...new Set([...existants, nomDe(graphique)])]);
    },
    'mettre-en-page': ({ page }) => {
      const { pageLayout } = feuille(page.feuille);
      pageLayout.orientation = page.orientation === 'portrait' ? 'Portrait' : 'Landscape';
      pageLayout.paperSize = 'A4';
      pageLayout.zoom = page.hauteurLibre ? { horizontalFitToPages: 1 } : { horizontalFitToPages: 1, verticalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
      pageLayout.setPrintMargins('Inches', { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 });
      // Dans un pied de page, « & » annonce un code : un vrai « & » se double.
      pageLayout.headersFooters.defaultForAllPages.leftFooter = page.pied.replace(/&/g, '&&');
      pageLayout.headersFooters.defaultForAllPages.rightFooter = '&P / &N';
      pageLayout.setPrintArea(plageDe(feuille(page.feuille), { ...page.zone, feuille: page.feuille }));
    },
    nommer: ({ nom, zone }) => {
      const plage = plageDe(feuille(zone.feuille), zone);
      if (prepare.noms.has(nom)) workbook.names.getItem(nom).delete();
      workbook.names.add(nom, plage);
    },
    // ExcelApi 1.13.
    'redimensionner-tableau': ({ nom, zone }) => workbook.tables.getItem(nom).resize(plageDe(feuille(zone.feuille), zone)),
    'retirer-commentaires': ({ cellules }) => {
      const voulues = new Set(cellules.map(({ feuille: nom, ligne, colonne }) => adresse(nom, ligne, colonne)));
      for (const { objet, feuille: nom, ligne, colonne } of prepare.commentaires) if (voulues.has(adresse(nom, ligne, colonne))) objet.delete();
    },
    'vider-nom': ({ nom, feuille: portee }) => void ((portee === null ? workbook : feuille(portee)).names.getItem(nom).formula = '=""'),
    // Excel ne garde à part que la mémoire des tableaux croisés ; le reste suit les cellules.
    oublier: () => workbook.pivotTables.refreshAll(),
    marquer: ({ feuille: nom, marque }) => {
      const { customProperties } = feuille(nom);
      if (marque !== null) customProperties.add(MARQUE, marque);
      else if (prepare.marques.has(nom)) customProperties.getItem(MARQUE).delete();
    },
    memoriser: ({ clef, valeur }) => memoire.memorise(clef, valeur),
  };
};
