// Lire les cases d'une grille reconnue : délais, NR, cases vides, et chaque saisie douteuse par son adresse.
import type { Anomalie, Gravite } from '../../socle/anomalie';
import { montre } from '../../socle/argument';
import { adresse, type Cellule, type Plage } from '../../socle/cellule';
import { dateFr, nombre } from '../../socle/format';
import { civil, jourSemaine } from '../../socle/jours';
import { lisSaisi } from './delai-saisi';
import type { ColonneDeGrille, Grille } from './grille';
import type { DateLue } from './mesures';
import { COURRIERS_PAR_DATE } from './tirage';

type DateDeGrille = ColonneDeGrille & DateLue & { readonly manquantes: number };

export type GrilleLue = {
  readonly feuille: string;
  readonly grille: Grille;
  readonly dates: readonly DateDeGrille[];
  readonly anomalies: readonly Anomalie[];
};

const REFUS = {
  negatif: 'un délai ne peut pas être négatif',
  texte: 'ce n’est ni un délai ni NR',
  erreur: 'la formule est en erreur',
  date: 'ce n’est pas un délai vraisemblable',
} as const;

const NOMS_DES_MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'] as const;

export const nomDuMois = (mois: number): string => NOMS_DES_MOIS[mois - 1] ?? '';

/** Ce qui se dit d'une date tapée en tête de colonne. */
const doutesDeDate = ({ date, mois }: ColonneDeGrille, deja: boolean): readonly [Gravite, string] | null => {
  if (date === null) return null;
  if (deja) return ['avertissement', `Le ${dateFr(date)} sert deux fois : ses courriers se ressemblent, la précision est surestimée. Choisissez une autre date.`];
  if (mois !== null && civil(date).mois !== mois) return ['avertissement', `Le ${dateFr(date)} est dans la colonne de ${nomDuMois(mois)}. Vérifiez la date.`];
  return jourSemaine(date) > 5 ? ['information', `Le ${dateFr(date)} est un ${jourSemaine(date) === 6 ? 'samedi' : 'dimanche'} : vérifiez que des courriers sont bien arrivés ce jour-là.`] : null;
};

export const lisGrille = (plage: Plage, feuille: string, grille: Grille): GrilleLue => {
  const anomalies: Anomalie[] = [];
  const signale = (ligne: number, colonne: number, gravite: Gravite, message: string): void => void anomalies.push({ adresse: adresse(feuille, ligne, colonne), gravite, message });
  const valeurDe = (ligne: number, colonne: number): Cellule => plage[ligne - 1]?.[colonne - 1] ?? null;
  const vues = new Set<number>();
  const dates = grille.colonnes.map((colonne): DateDeGrille => {
    const doute = doutesDeDate(colonne, colonne.date !== null && vues.has(colonne.date));
    if (doute !== null) signale(grille.entete, colonne.colonne, ...doute);
    if (colonne.date !== null) vues.add(colonne.date);
    const delais: number[] = [];
    let nr = 0;
    for (const { ligne } of grille.lignes) {
      const valeur = valeurDe(ligne, colonne.colonne);
      const saisi = lisSaisi(valeur);
      if (saisi.genre === 'nr') nr++;
      else if (saisi.genre === 'zero') signale(ligne, colonne.colonne, 'erreur', 'Délai de 0 jour : la case n’est pas comptée. Pour une réponse du jour même, saisir 1 ; sans réponse, saisir NR.');
      else if (saisi.genre === 'refus') signale(ligne, colonne.colonne, 'erreur', `${montre(valeur)} : ${REFUS[saisi.motif]}, la case n’est pas comptée. Saisissez un nombre de jours, ou NR.`);
      else if (saisi.genre === 'titre') signale(ligne, colonne.colonne, 'erreur', `${montre(valeur)} : ce n’est ni un délai ni NR, la case n’est pas comptée. Saisissez un nombre de jours, ou NR.`);
      else if (saisi.genre === 'delai') {
        delais.push(saisi.jours);
        if (!Number.isInteger(saisi.jours)) signale(ligne, colonne.colonne, 'avertissement', `Un délai se compte en jours entiers : ${nombre(saisi.jours, 1)} est gardé tel quel. Vérifiez-le.`);
        else if (saisi.jours > 365) signale(ligne, colonne.colonne, 'avertissement', `Un délai de ${nombre(saisi.jours)} jours : plus d’un an. Vérifiez-le.`);
      }
    }
    const recus = grille.recus === null ? null : valeurDe(grille.recus, colonne.colonne);
    return { ...colonne, delais, nr, recus: typeof recus === 'number' && recus > 0 ? recus : null, manquantes: Math.max(0, COURRIERS_PAR_DATE - delais.length - nr) };
  });
  return { feuille, grille, dates, anomalies };
};
