// Une grille neuve, dans la forme officielle : douze mois de deux dates, ou dix dates de pic, dix courriers par date.
import type { Cellule } from '../../socle/cellule';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import type { Jour } from '../../socle/jours';
import { COULEURS, page } from '../../socle/page';
import { COURRIERS_PAR_DATE, DATES_PAR_MOIS } from './tirage';

export type DateTiree = { readonly jour: Jour | null; /** Ce qui se saisit pour chaque courrier, si le registre le dit. */ readonly saisies: readonly (number | 'NR')[]; readonly recus: number | null };

export type GrilleAFaire = {
  readonly canal: 'courrier' | 'courriel';
  /** Un nom par mois, ou aucun pour une grille de pic. */
  readonly mois: readonly string[];
  readonly dates: readonly DateTiree[];
  /** Ce qui permet de refaire le même tirage. */
  readonly tirage: string;
};

const LIGNE_BANNIERE = 3;

export const feuilleGrille = ({ canal, mois, dates, tirage }: GrilleAFaire): FeuilleDeRapport => {
  const largeurs = [30, ...dates.map(() => 8.8)];
  const p = page(largeurs);
  const nom = canal === 'courriel' ? 'Courriel' : 'Courrier';
  p.phrase(`Estimation des délais moyens de réponse à un ${canal} - ${mois.length > 0 ? 'Vue globale sur l’année' : 'Périodes de pics d’activité'}`, { gras: true, taille: 14 });
  p.phrase('Saisissez pour chaque date le nombre de jours entre la réception et l’envoi de la réponse : 1 pour une réponse du jour même, NR sans réponse ; laissez vide ce qui n’a pas été relevé.', { couleur: COULEURS.gris });
  p.phrase(tirage, { italique: true, taille: 9, couleur: COULEURS.gris });
  if (mois.length > 0) {
    const ligne = p.entete([null, ...mois.flatMap((m) => [m, ...Array.from({ length: DATES_PAR_MOIS - 1 }, () => null)])]);
    mois.forEach((_, i) => p.fusionne(ligne, 2 + DATES_PAR_MOIS * i, DATES_PAR_MOIS));
  }
  const entete = p.pose([null, ...dates.map((_, i) => `Date ${i + 1}`)]);
  p.style(entete, 1, 1, largeurs.length, { gras: true, fond: COULEURS.fond, bordure: 'fine', alignement: 'centre' });
  const jours = p.pose(['Jour tiré', ...dates.map(({ jour }) => jour)] as Cellule[]);
  p.style(jours, 1, 1, 1, { couleur: COULEURS.gris, bordure: 'fine' });
  p.style(jours, 2, 1, dates.length, { format: 'date', bordure: 'fine', alignement: 'centre', taille: 8 });
  for (let k = 0; k < COURRIERS_PAR_DATE; k++) p.pose([`${nom} ${k + 1}`, ...dates.map(({ saisies }) => saisies[k] ?? null)], 20);
  p.style(jours + 1, 1, COURRIERS_PAR_DATE, 1, { bordure: 'fine' });
  p.style(jours + 1, 2, COURRIERS_PAR_DATE, dates.length, { bordure: 'fine', alignement: 'centre' });
  const recus = p.pose([`${nom}s reçus ce jour-là (facultatif)`, ...dates.map(({ recus: n }) => n)]);
  p.style(recus, 1, 1, largeurs.length, { bordure: 'fine', couleur: COULEURS.gris, taille: 9 });
  return { ...p.rend('paysage'), largeur: largeurs.length, banniere: { ligne: LIGNE_BANNIERE, colonne: 1 } };
};
