// Le verbe « ecris » sur Google Sheets : chaque modification dans l'ordre du lot, flush() pour barrière. Aucun mot du métier.
import type { Modification } from '../src/socle/classeur';
import { erreur } from '../src/socle/erreurs';
import { ouvreChantier, type Chantier } from './chantier';
import { dessine } from './graphiques';
import { marque } from './marques';
import { retireNotes } from './annexes';
import { memorise } from './memoire';
import { colore, liste, listeDepuis, vide } from './regles';
import { poseStyles, type Stylage } from './styles';
import { ecrisValeurs } from './valeurs';

/** Un caractère fait environ 7 pixels, plus la marge ; un point en fait 4/3. */
const pixelsDeSignes = (signes: number): number => Math.round(signes * 7 + 5);
const pixelsDePoints = (points: number): number => Math.round((points * 4) / 3);

/** Les suites de valeurs égales : un appel chacune. */
const suites = (valeurs: readonly number[]): { readonly debut: number; readonly nombre: number; readonly valeur: number }[] => {
  const trouvees: { debut: number; nombre: number; valeur: number }[] = [];
  valeurs.forEach((valeur, i) => {
    const derniere = trouvees[trouvees.length - 1];
    if (derniere?.valeur === valeur) derniere.nombre++;
    else trouvees.push({ debut: i, nombre: 1, valeur });
  });
  return trouvees;
};

const taillesDe = ({ tailles }: Chantier, nom: string): { largeurs: Map<number, number>; hauteurs: Map<number, number> } => {
  const connues = tailles.get(nom) ?? { largeurs: new Map<number, number>(), hauteurs: new Map<number, number>() };
  tailles.set(nom, connues);
  return connues;
};

const largeurs = (chantier: Chantier, nom: string, signes: readonly number[]): void => {
  chantier.plage({ feuille: nom, ligne: 1, colonne: 1, lignes: 1, colonnes: Math.max(1, signes.length) });
  const pixels = signes.map(pixelsDeSignes);
  for (const { debut, nombre, valeur } of suites(pixels)) chantier.feuille(nom).setColumnWidths(debut + 1, nombre, valeur);
  pixels.forEach((valeur, i) => taillesDe(chantier, nom).largeurs.set(i + 1, valeur));
};

const hauteurs = (chantier: Chantier, nom: string, ligne: number, points: readonly number[]): void => {
  chantier.plage({ feuille: nom, ligne, colonne: 1, lignes: Math.max(1, points.length), colonnes: 1 });
  const pixels = points.map(pixelsDePoints);
  for (const { debut, nombre, valeur } of suites(pixels)) chantier.feuille(nom).setRowHeightsForced(ligne + debut, nombre, valeur);
  pixels.forEach((valeur, i) => taillesDe(chantier, nom).hauteurs.set(ligne + i, valeur));
};

/** Un onglet neuf, à la fin ; l'onglet que la personne regarde reste devant elle. */
const cree = ({ classeur }: Chantier, nom: string): void => {
  const feuilles = classeur.getSheets();
  if (feuilles.some((feuille) => feuille.getName().toLowerCase() === nom.toLowerCase())) throw erreur(`Un onglet s’appelle déjà « ${nom} » ; rien n’a été changé`, 'Recommencez');
  const regardee = classeur.getActiveSheet();
  classeur.insertSheet(nom, feuilles.length);
  classeur.setActiveSheet(regardee);
};

const applique = (chantier: Chantier, m: Exclude<Modification, Stylage>): void => {
  switch (m.genre) {
    case 'barriere': return SpreadsheetApp.flush();
    case 'creer-feuille': return cree(chantier, m.feuille);
    case 'copier': {
      const origine = chantier.partie(m.zone);
      if (origine !== null) origine.copyTo(chantier.plage({ ...m.zone, feuille: m.vers, lignes: origine.getNumRows(), colonnes: origine.getNumColumns() }));
      return;
    }
    case 'ecrire': return ecrisValeurs(chantier, m);
    case 'vider': return vide(chantier, m.zone);
    case 'largeurs': return largeurs(chantier, m.feuille, m.largeurs);
    case 'hauteurs': return hauteurs(chantier, m.feuille, m.ligne, m.hauteurs);
    case 'fusionner': return m.zones.forEach((zone) => void chantier.plage(zone).merge());
    case 'lister': return liste(chantier, m.zone, m.choix);
    case 'lister-depuis': return listeDepuis(chantier, m.zone, m.source);
    case 'colorer-selon': return colore(chantier, m.zone, m.regles);
    case 'dessiner': return dessine(chantier, m.graphique);
    // Google ne laisse pas un script régler l'impression : rien à faire, la page d'aide le dit. La feuille, elle, doit exister.
    case 'mettre-en-page': return void chantier.feuille(m.page.feuille);
    case 'redimensionner-tableau': throw erreur(`Google Sheets ne laisse pas un script étendre le tableau « ${m.nom} »`, 'Étendez-le à la main');
    case 'nommer': return chantier.classeur.setNamedRange(m.nom, chantier.plage(m.zone));
    case 'retirer-commentaires': return retireNotes(chantier, m.cellules);
    // Un nom de Google Sheets ne désigne qu'une plage ; ses tableaux croisés et ses graphiques suivent les cellules d'eux-mêmes.
    case 'vider-nom': throw erreur(`Google Sheets ne donne pas de texte à un nom (« ${m.nom} »)`, 'Relisez les plages nommées');
    case 'oublier': return;
    case 'marquer': return marque(chantier.feuille(m.feuille), m.marque);
    case 'memoriser': return memorise(m.clef, m.valeur);
    default: throw new Error(`Modification inconnue : ${JSON.stringify(m satisfies never)}`);
  }
};

/** @param aChaqueBarriere ce qui précède est alors dans le classeur ; lever ici arrête proprement */
export const ecris = (lot: readonly Modification[], aChaqueBarriere: () => void = () => undefined): void => {
  const chantier = ouvreChantier();
  let styles: Stylage[] = [];
  const poseEnAttente = (): void => {
    if (styles.length > 0) poseStyles(chantier, styles);
    styles = [];
  };
  for (const m of lot) {
    if (m.genre === 'styler') {
      styles.push(m);
      continue;
    }
    poseEnAttente();
    applique(chantier, m);
    if (m.genre === 'barriere') aChaqueBarriere();
  }
  poseEnAttente();
  SpreadsheetApp.flush();
};
