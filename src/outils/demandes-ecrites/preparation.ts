// Réunit les registres lus en un seul jeu de demandes ; les copies sont écartées, les doutes dits.
import type { Anomalie } from '../../socle/anomalie';
import { enTexte } from '../../socle/cellule';
import { hacheur } from '../../socle/empreinte';
import { sansAccents } from '../../socle/normalise';
import { progression, type Suite } from '../../socle/suite';
import { canaux } from './canaux';
import { controleColonnes, controleDates, type Moment } from './controle';
import { controleFiltres } from './controle-filtres';
import { limites } from './delais-annonces';
import { SIGNE, type Demandes } from './demandes';
import { cherchesDoublons } from './doublons';
import { filtre } from './filtres';
import { RESPIRATION, type Colonnes } from './lecture';
import { lieu } from './lieu';
import type { Regles } from './mesures';
import type { Registre } from './reconnaissance';
import type { ReglagesDemandes } from './reperes';

export type Lu = { readonly registre: Registre; readonly colonnes: Colonnes };
export type Preparation = { readonly demandes: Demandes; readonly reiterations: number };

/** Tout ce qu'une feuille dit, en une empreinte ; deux feuilles de même empreinte et de même taille sont la même. */
const empreinteDe = ({ registre, colonnes }: Lu): string => {
  const { taille, reception, reponse, accuse, valeurs } = colonnes;
  const hache = hacheur();
  hache.ajoute(`${taille}|${Object.keys(registre.colonnes).sort().join()}`);
  const autres = Object.entries(valeurs).sort(([a], [b]) => (a < b ? -1 : 1));
  for (let i = 0; i < taille; i++) {
    hache.ajoute(`${reception.jours[i]}|${reponse.jours[i]}|${accuse.jours[i]}`);
    for (const [, colonne] of autres) hache.ajoute(enTexte(colonne?.[i]));
  }
  return hache.rend();
};

/** Deux feuilles qui disent exactement la même chose sont une copie (« Suivi (2) »), pas deux registres. */
const sansCopies = (lus: readonly Lu[], ajoute: (anomalie: Anomalie) => void): Lu[] => {
  const empreintes = new Map<string, string>();
  return lus.filter((lu) => {
    const { registre, colonnes } = lu;
    if (colonnes.taille === 0 || !lus.some((autre) => autre !== lu && autre.colonnes.taille === colonnes.taille)) return true;
    const empreinte = empreinteDe(lu);
    const original = empreintes.get(empreinte);
    if (original === undefined) {
      empreintes.set(empreinte, registre.feuille.nom);
      return true;
    }
    ajoute({ adresse: lieu(registre, 'reception'), gravite: 'avertissement', message: `La feuille « ${registre.feuille.nom} » est la copie exacte de « ${original} » : elle n’est pas comptée. Supprimez-la ou choisissez la feuille à lire.` });
    return false;
  });
};

/** Toutes les demandes des registres lus, dans l'ordre des onglets. */
export function* prepare(tousLus: readonly Lu[], reglages: ReglagesDemandes, regles: Regles, moment: Moment, ajoute: (anomalie: Anomalie) => void): Suite<Preparation> {
  const lus = sansCopies(tousLus, ajoute);
  const taille = lus.reduce((total, { colonnes }) => total + colonnes.taille, 0);
  const demandes = {
    taille, reception: new Int32Array(taille), accuse: new Int32Array(taille), reponse: new Int32Array(taille), limite: new Int32Array(taille),
    canal: new Uint8Array(taille), signes: new Uint8Array(taille), ligne: new Int32Array(taille), origine: new Uint16Array(taille),
    registres: lus.map(({ registre }) => registre), identifiants: [] as string[],
  };
  const textes = { expediteur: [] as string[], objet: [] as string[] };
  const sources: { colonnes: Colonnes; depart: number }[] = [];
  let depart = 0;
  const avance = (fait: number): Suite<void> => progression(fait, taille, 'Examen des demandes');
  for (const [origine, lu] of lus.entries()) {
    const { registre, colonnes } = lu;
    const canal = canaux(lu, ajoute);
    const signes = demandes.signes.subarray(depart, depart + colonnes.taille);
    controleColonnes(registre, colonnes, ajoute);
    controleDates(registre, colonnes, canal, signes, moment, ajoute);
    const garde = filtre(lu, canal, reglages);
    for (let i = 0; i < colonnes.taille; i++) {
      if (i > 0 && i % RESPIRATION === 0) yield* avance(depart + i);
      if (!garde(i)) signes[i] = (signes[i] as number) | SIGNE.ecartee;
      demandes.identifiants.push(enTexte(colonnes.valeurs.identifiant?.[i]));
      textes.expediteur.push(enTexte(colonnes.valeurs.expediteur?.[i]));
      textes.objet.push(enTexte(colonnes.valeurs.objet?.[i]) || enTexte(colonnes.valeurs.theme?.[i]));
    }
    demandes.reception.set(colonnes.reception.jours, depart);
    demandes.accuse.set(colonnes.accuse.jours, depart);
    demandes.reponse.set(colonnes.reponse.jours, depart);
    demandes.limite.set(limites(lu, reglages.delaiParDefaut, regles, ajoute), depart);
    demandes.canal.set(canal, depart);
    demandes.ligne.set(colonnes.lignes, depart);
    demandes.origine.fill(origine, depart, depart + colonnes.taille);
    sources.push({ colonnes, depart });
    depart += colonnes.taille;
  }
  controleFiltres(lus, demandes, reglages, ajoute);
  const empreinte = (i: number): string => {
    const source = sources[demandes.origine[i] as number];
    if (source === undefined || demandes.reception[i] === 0) return '';
    const k = i - source.depart;
    const valeurs = Object.entries(source.colonnes.valeurs).map(([clef, colonne]) => (clef === 'delai' ? '' : sansAccents(enTexte(colonne?.[k]))));
    if (valeurs.every((texte) => texte === '')) return '';
    return `${demandes.reception[i]}|${demandes.accuse[i]}|${demandes.reponse[i]}|${valeurs.join('|')}`;
  };
  return { demandes, reiterations: yield* cherchesDoublons(demandes, { ...textes, empreinte }, moment.au, ajoute) };
}
