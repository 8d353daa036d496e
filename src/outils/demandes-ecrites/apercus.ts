// Ce que l'on montre d'abord d'une analyse : les feuilles reconnues avec une ligne d'exemple, les taux essentiels et leurs cibles, les douze mois.
import { lettres } from '../../socle/cellule';
import { dateFr, pluriel, pourcent } from '../../socle/format';
import type { Essentiel, Evolution, FeuilleReconnue } from '../../socle/outil';
import type { ClefColonne } from './colonnes';
import type { Colonnes } from './lecture';
import { lettreDe } from './lieu';
import type { Regles } from './mesures';
import type { Mois } from './mois';
import { estSupposee, type Registre } from './reconnaissance';
import type { ReglagesDemandes } from './reperes';

/** Une ligne dont la réponse donne un délai ; à défaut, la première reçue. */
const exemple = ({ taille, reception, reponse, lignes }: Colonnes, regles: Regles, ouvres: boolean): string | null => {
  const datees = (i: number): boolean => (reception.jours[i] as number) > 0;
  const complete = Array.from({ length: taille }, (_, i) => i).find((i) => datees(i) && (reponse.jours[i] as number) >= (reception.jours[i] as number));
  const rang = complete ?? Array.from({ length: taille }, (_, i) => i).find(datees);
  if (rang === undefined) return null;
  const recue = reception.jours[rang] as number;
  const debut = `Ligne ${lignes[rang]} : reçue le ${dateFr(recue)}`;
  if (complete === undefined) return `${debut}, sans réponse.`;
  const delai = regles.duree(recue, reponse.jours[rang] as number);
  return `${debut}, répondue le ${dateFr(reponse.jours[rang] as number)}, soit ${delai} ${ouvres ? pluriel(delai, 'jour ouvré', 'jours ouvrés') : pluriel(delai, 'jour', 'jours')}.`;
};

export const reconnue = (outil: string, registre: Registre, colonnes: Colonnes, regles: Regles, ouvres: boolean): FeuilleReconnue => {
  const clefs = Object.keys(registre.colonnes) as ClefColonne[];
  const largeur = Math.max(registre.entete.titres.length, ...clefs.map((clef) => registre.colonnes[clef] ?? 0));
  return {
    feuille: registre.feuille.nom,
    outil,
    entete: registre.entete.ligne,
    lignes: colonnes.taille,
    derniere: registre.feuille.lignes,
    colonnes: Object.fromEntries(clefs.map((clef) => [clef, lettreDe(registre, clef)])),
    supposees: clefs.filter((clef) => estSupposee(registre, clef)),
    titres: Array.from({ length: largeur }, (_, i) => ({ lettre: lettres(i + 1), titre: registre.entete.titres[i] ?? '', clef: clefs.find((clef) => registre.colonnes[clef] === i + 1) ?? null })),
    exemple: exemple(colonnes, regles, ouvres),
  };
};

/** Trois seuils au plus, sans celui qui redirait « non répondu » ; puis « non répondu ». */
export const essentiels = ({ seuils, seuilNonRepondu, cibles, cibleNonRepondu }: ReglagesDemandes): readonly Essentiel[] => {
  const montres = seuils.filter((k) => k !== seuilNonRepondu || seuils.length <= 3).slice(0, 3);
  const part = (cible: number | null | undefined): number | null => (cible === null || cible === undefined ? null : cible / 100);
  return [
    ...montres.map((k): Essentiel => ({ id: `moins-de-${k}`, titre: `Moins de ${k} ${pluriel(k, 'jour', 'jours')}`, cible: part(cibles?.[k]), sens: 'au-moins' })),
    { id: 'considere-non-repondu', titre: 'Non répondu', cible: part(cibleNonRepondu), sens: 'au-plus' },
  ];
};

export const evolution = (mois: readonly Mois[], { seuilNonRepondu, cibles }: ReglagesDemandes): Evolution => {
  const k = seuilNonRepondu + 1;
  const cible = cibles?.[k];
  const [recues, base, tenues] = mois.reduce(([r, b, t], m) => [r + m.recues, b + m.base15, t + m.taux15] as [number, number, number], [0, 0, 0] as [number, number, number]);
  return {
    titre: '12 derniers mois',
    lecture: `De ${mois[0]?.libelle ?? ''} à ${mois[11]?.libelle ?? ''} : ${recues} ${pluriel(recues, 'demande reçue', 'demandes reçues')}${base === 0 ? '' : `, ${pourcent(tenues / base)} répondues en moins de ${k} jours (${tenues} sur ${base})`}.`,
    rangs: mois.map(({ libelle }) => libelle),
    volume: { titre: 'Demandes reçues', valeurs: mois.map((m) => m.recues) },
    taux: { titre: `Répondues en moins de ${k} jours`, valeurs: mois.map((m) => (m.base15 === 0 ? null : m.taux15 / m.base15)), cible: cible === undefined ? null : cible / 100 },
  };
};
