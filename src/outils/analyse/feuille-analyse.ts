// La feuille « Analyse » : chaque question avec son tableau, ses phrases et son graphique, puis les croisements et comparaisons.
import { dateFr, nombre } from '../../socle/format';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { lettres } from '../../socle/cellule';
import { COULEURS, PALETTE, page, type Page } from '../../socle/page';
import type { AnalyseEnquete } from './analyse';
import { reponses, type Bloc } from './bloc';
import type { Table } from './table';

const LARGEURS = [36, 12, 12, 12, 12, 12, 12, 12, 12];
const LARGEUR = LARGEURS.length;
/** La cellule de la date d'arrêté : une vraie date, à laquelle les formules peuvent se référer. */
export const ARRETE = { ligne: 3, colonne: 2 };
/** Assez haut pour lire un graphique, pas plus que le tableau à côté quand il est plus haut. */
const HAUTEUR_GRAPHIQUE = 10;
const COLONNE_GRAPHIQUE = 5;

/** À droite du tableau s'il est étroit, sinon dessous. */
const poseGraphique = (p: Page, { titre, lignes: rangees, entetes, graphique }: Bloc, rang: number, entete: number): void => {
  if (graphique === null || graphique.lignes === 0) return;
  const { colonne, colonnes = 1, lignes, enPourcent, lecture } = graphique;
  const debut = entete + 1;
  const aDroite = entetes.length < COLONNE_GRAPHIQUE;
  const depart = aDroite ? entete : p.lignes() + 1;
  for (let reste = HAUTEUR_GRAPHIQUE - (aDroite ? rangees.length + 1 : 0); reste > 0; reste--) p.pose([]);
  p.dessine({
    id: `bloc-${rang + 1}`, genre: 'evolution', titre, lecture,
    categories: { ligne: debut, colonne: 1, lignes, colonnes: 1 },
    series: Array.from({ length: colonnes }, (_, i) => ({
      titre: { ligne: entete, colonne: colonne + i, lignes: 1, colonnes: 1 }, valeurs: { ligne: debut, colonne: colonne + i, lignes, colonnes: 1 }, forme: 'barres' as const, couleur: PALETTE[i % PALETTE.length] ?? COULEURS.bleu, enPourcent,
    })),
    place: { ligne: depart, colonne: aDroite ? COLONNE_GRAPHIQUE : 1, lignes: Math.max(HAUTEUR_GRAPHIQUE, aDroite ? rangees.length + 1 : 0), colonnes: aDroite ? LARGEUR - COLONNE_GRAPHIQUE + 1 : LARGEUR },
  });
};

const poseBloc = (p: Page, bloc: Bloc, rang: number): void => {
  p.espace();
  p.titre(bloc.titre);
  p.phrase(bloc.precision, { couleur: COULEURS.gris, taille: 9 });
  if (bloc.lignes.length > 0) {
    const entete = p.pose(bloc.entetes, 27);
    p.style(entete, 1, 1, bloc.entetes.length, { gras: true, couleur: COULEURS.blanc, fond: COULEURS.bleu, alignement: 'centre', vertical: 'milieu', renvoi: true });
    const debut = p.lignes() + 1;
    for (const ligne of bloc.lignes) p.pose(ligne);
    bloc.formats.forEach((format, j) => p.style(debut, j + 1, bloc.lignes.length, 1, { format, bordure: 'fine', ...(j === 0 ? {} : { alignement: format === 'texte' && j === bloc.formats.length - 1 && bloc.formats.length > 3 ? ('gauche' as const) : ('droite' as const) }) }));
    poseGraphique(p, bloc, rang, entete);
  }
  for (const texte of bloc.phrases) p.phrase(texte, { taille: 9 });
};

/** @param analysee une table y est lue */
export const feuilleAnalyse = ({ au, blocs, variables, reglages, filtres }: AnalyseEnquete, table: Table): FeuilleDeRapport => {
  const p = page(LARGEURS);
  p.phrase(`Analyse – ${table.feuille}`, { gras: true, taille: 16 });
  p.phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
  const arrete = p.pose(['Date d’arrêté', au]);
  p.style(arrete, 1, 1, 1, { couleur: COULEURS.gris });
  p.style(arrete, ARRETE.colonne, 1, 1, { gras: true, format: 'date', alignement: 'gauche' });
  p.phrase(`Feuille « ${table.feuille} », ${reponses(table.lignes.length)}${reglages.populationEnquetee === null ? '' : ` pour une population de ${nombre(reglages.populationEnquetee)}`} — Filtre(s) éventuel(s) : ${filtres}`, { couleur: COULEURS.gris });
  p.phrase(`Types des questions, à corriger s’il le faut par le réglage « types » : ${variables.map(({ colonne, titre, type }) => `${lettres(colonne)} ${titre} (${type})`).join(' · ')}.`, { couleur: COULEURS.gris, taille: 9 });
  blocs.forEach((bloc, rang) => poseBloc(p, bloc, rang));
  p.espace();
  p.titre('Définitions');
  for (const texte of [
    'Intervalle d’un taux : Wilson, 95 % ; d’une moyenne : Student, 95 %. Ils supposent des répondants tirés au hasard : une enquête où chacun choisit de répondre n’a pas de marge d’erreur calculable.',
    'Écart-type et variance : de l’échantillon (n − 1), sauf réglage contraire. Quartiles et P90 : CENTILE.INCLURE.',
    'χ² sans correction de Yates ; règle de Cochran : attendus tous ≥ 1 et ≥ 5 pour 80 % des cases. Seuil de preuve : 5 %.',
  ]) p.phrase(texte, { taille: 8, couleur: COULEURS.gris });
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  return { ...p.rend('portrait'), largeur: LARGEUR, banniere: { ligne: 2, colonne: 1 } };
};
