// Des réglages à la grille à écrire : la période, les dates tirées, leur nom, et la ligne qui permet de refaire le tirage.
import { erreur } from '../../socle/erreurs';
import { dateFr } from '../../socle/format';
import { moisDe, premierDuMois, type Jour } from '../../socle/jours';
import { hasard } from '../../socle/statistiques/hasard';
import type { DateTiree, GrilleAFaire } from './grille-vierge';
import { nomDuMois } from './lecture';
import { remplis, type Recues } from './remplissage';
import type { ReglagesEchantillon } from './reperes';
import { ouvresDe, tireDates } from './tirage';

const DATES_DE_PIC = 10;

const vierge = (jour: Jour | null): DateTiree => ({ jour, saisies: [], recus: null });

const majuscule = (mot: string): string => `${mot.charAt(0).toUpperCase()}${mot.slice(1)}`;
/** « Janvier » dans une année civile, « Novembre 2025 » quand les douze mois en touchent deux. */
const titreDeMois = (mois: number, avecAnnee: boolean): string => `${majuscule(nomDuMois((mois % 12) + 1))}${avecAnnee ? ` ${Math.floor(mois / 12)}` : ''}`;

const tirageDe = ({ graine, zone, fermetures, canalGrille }: ReglagesEchantillon, periode: string, recues: Recues | null): string =>
  `Tirage ${canalGrille === 'courriel' ? 'des courriels' : 'des courriers'} ${periode} : graine ${graine}, générateur xoshiro128**, jours ouvrés de la zone ${zone}${fermetures.length === 0 ? '' : `, ${fermetures.length} jour${fermetures.length > 1 ? 's' : ''} de fermeture`}${recues === null ? '' : ', dates et courriers tirés du registre'}.`;

/** @param recues les demandes du registre par jour, ou null pour une grille vide */
export const prepareGrille = (reglages: ReglagesEchantillon, au: Jour, recues: Recues | null): { readonly nom: string; readonly grille: GrilleAFaire } => {
  const { canalGrille: canal, zone, fermetures, graine, pics } = reglages;
  const nomCanal = `${canal}s`;
  if (pics.length > 0) {
    const jours = pics.reduce<Jour[]>((tous, [debut, fin]) => tous.concat(ouvresDe(debut, fin, zone, fermetures)), []);
    const distincts = [...new Set(jours)].sort((a, b) => a - b);
    const dates = recues === null ? hasard(graine).choisis(distincts, DATES_DE_PIC).map(vierge) : (remplis([distincts], recues, graine, DATES_DE_PIC)[0] ?? []);
    if (dates.length === 0) throw erreur('Vos périodes de pic n’ont aucun jour ouvré', 'Vérifiez leurs dates et vos jours de fermeture');
    const periode = pics.map(([debut, fin]) => `du ${dateFr(debut)} au ${dateFr(fin)}`).join(', ');
    return { nom: `Grille pics ${nomCanal}`, grille: { canal, mois: [], dates, tirage: tirageDe(reglages, periode, recues) } };
  }
  const premier = reglages.anneeGrille === null ? moisDe(au) - 12 : reglages.anneeGrille * 12;
  const mois = Array.from({ length: 12 }, (_, i) => premier + i);
  const dates = recues === null
    ? tireDates(premier, 12, graine, zone, fermetures).map((duMois) => [0, 1].map((i) => vierge(duMois[i] ?? null)))
    : remplis(mois.map((m) => ouvresDe(premierDuMois(m), premierDuMois(m + 1) - 1, zone, fermetures)), recues, graine);
  if (recues !== null && dates.every((duMois) => duMois.every(({ jour }) => jour === null))) throw erreur(`Le registre n’a aucun ${canal} reçu un jour ouvré de la période, assez ancien pour être jugé`, 'Choisissez une autre année, l’autre canal, ou une grille vide');
  const civile = premier % 12 === 0;
  const periode = `du ${dateFr(premierDuMois(premier))} au ${dateFr(premierDuMois(premier + 12) - 1)}`;
  return {
    nom: `Grille ${nomCanal} ${civile ? premier / 12 : `${Math.floor(premier / 12)}-${Math.floor((premier + 11) / 12)}`}`,
    grille: { canal, mois: mois.map((m) => titreDeMois(m, !civile)), dates: dates.reduce((toutes, duMois) => toutes.concat(duMois), []), tirage: tirageDe(reglages, periode, recues) },
  };
};
