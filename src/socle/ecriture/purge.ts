// Vider les sauvegardes sur demande : elles contiennent des copies des données. Nous ne supprimons jamais d'onglet (Excel y perdrait aussi son
// annulation) : leurs cellules sont effacées après confirmation en toutes lettres, et chacune dit qu'elle l'a été.
import { adresse, estVide, type Zone } from '../cellule';
import type { Modification, Releve } from '../classeur';
import { erreur } from '../erreurs';
import { dateFr } from '../format';
import type { Jour } from '../jours';
import type { Apercu, CompteRendu } from '../outil';
import { ecris, lis, type Suite } from '../suite';
import { versCellules } from './cellule-sure';
import { efface, exigeConfirmation } from './effacement';
import { effacementInterrompu, prepareEffacement, type PlanEffacement } from './effacement-plan';
import { ecrisMarque, lisMarque } from './marque';
import { sauvegardes, type Sauvegarde } from './sauvegarde';

export type PlanDePurge = {
  readonly effacement: PlanEffacement;
  readonly sauvegardes: readonly (Sauvegarde & { readonly cellules: number; readonly protegee: boolean })[];
};

const zonesDe = ({ feuilles }: Releve, noms: readonly string[]): Zone[] =>
  feuilles.filter(({ nom, lignes }) => noms.includes(nom) && lignes > 0).map(({ nom, lignes, colonnes }) => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes }));

/** Ce qui serait vidé, à montrer avant de demander la confirmation ; rien n'est écrit. */
export function* preparePurge(): Suite<PlanDePurge> {
  const depart: Releve = yield* lis({ verrous: true });
  const listees = sauvegardes(depart.feuilles);
  const zones = zonesDe(depart, listees.map(({ feuille }) => feuille));
  // Une purge coupée reprend ses zones, et se confirme de nouveau : ce qui y est écrit depuis se voit dans le compte.
  const enRoute = effacementInterrompu(depart.memoire);
  const sienne = enRoute !== null && enRoute.zones.every(({ feuille }) => listees.some((une) => une.feuille === feuille));
  const effacement: PlanEffacement = yield* prepareEffacement(sienne ? enRoute.zones : zones);
  const { plages } = yield* lis({ zones });
  const remplies = new Map(zones.map(({ feuille }, i) => [feuille, (plages[i] ?? []).reduce((total, ligne) => total + ligne.filter((valeur) => !estVide(valeur)).length, 0)]));
  return { effacement, sauvegardes: listees.map((une) => ({ ...une, cellules: remplies.get(une.feuille) ?? 0, protegee: depart.feuilles.some(({ nom, protegee, verrous = [] }) => nom === une.feuille && (protegee || verrous.length > 0)) })) };
}

export const apercuDePurge = ({ sauvegardes: listees }: PlanDePurge): Apercu => {
  const protegees = listees.filter(({ protegee }) => protegee);
  if (listees.length === 0) return { feuille: null, verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'Ce classeur n’a pas de sauvegarde à vider.', adresse: null }] };
  if (protegees.length > 0) return { feuille: null, verdict: 'impossible', lignes: protegees.map(({ feuille }) => ({ effet: 'refuse', phrase: `L’onglet « ${feuille} » est protégé : ôtez sa protection, puis recommencez.`, adresse: adresse(feuille, 1, 1) })) };
  return {
    feuille: null, verdict: 'possible',
    lignes: [
      ...listees.map(({ feuille, de, jour, cellules }) => ({ effet: 'reecrit' as const, phrase: `« ${feuille} » (copie de « ${de} » du ${dateFr(jour)}) : ${cellules} cellule${cellules > 1 ? 's seront effacées' : ' sera effacée'}.`, adresse: adresse(feuille, 1, 1) })),
      { effet: 'garde', phrase: 'Les onglets restent, vides : vous pourrez les supprimer vous-même.', adresse: null },
      { effet: 'garde', phrase: 'L’historique des versions (OneDrive, SharePoint, Google Drive) garde l’ancien contenu.', adresse: null },
    ],
  };
};

/**
 * Vide les sauvegardes du plan. Interrompue, la purge se recommence : ce qui est déjà vide le reste.
 * @param confirmation ce que la personne a tapé
 * @throws ErreurClasseur confirmation absente, onglet protégé, ou cellules changées depuis que le plan a été montré : rien n'est effacé
 */
export function* videSauvegardes(plan: PlanDePurge, confirmation: string, jour: Jour): Suite<CompteRendu> {
  exigeConfirmation(confirmation);
  const noms = plan.sauvegardes.map(({ feuille }) => feuille);
  if (noms.length === 0) return { message: 'Ce classeur n’a pas de sauvegarde à vider : rien n’a été écrit.', feuille: null, ecrit: false };
  const depart: Releve = yield* lis({});
  const siennes = sauvegardes(depart.feuilles).map(({ feuille }) => feuille);
  const intruse = [...noms, ...plan.effacement.zones.map(({ feuille }) => feuille)].find((nom) => !siennes.includes(nom));
  if (intruse !== undefined) throw erreur(`« ${intruse} » n’est pas une sauvegarde, ou n’existe plus ; rien n’a été effacé`, 'Relisez la liste, puis confirmez de nouveau');
  if (plan.effacement.zones.length > 0) yield* efface(plan.effacement, confirmation);
  const { feuilles } = yield* lis({});
  const vides = feuilles.flatMap(({ nom, marque, lignes }) => {
    const lue = noms.includes(nom) ? lisMarque(marque) : null;
    return lue === null ? [] : [{ nom, lue, lignes }];
  });
  const reprise = vides.find(({ lignes }) => lignes > 0);
  if (reprise !== undefined) throw erreur(`Quelqu’un écrit dans « ${reprise.nom} »`, 'Attendez qu’il finisse, puis recommencez', adresse(reprise.nom, 1, 1));
  const { annexes } = yield* lis({ annexes: true });
  const notes = (annexes?.commentaires ?? []).filter(({ feuille }) => noms.includes(feuille)).map(({ feuille, ligne, colonne }) => ({ feuille, ligne, colonne }));
  if (notes.length > 0) yield* ecris([{ genre: 'retirer-commentaires', cellules: notes }]);
  yield* ecris(vides.flatMap(({ nom, lue }): Modification[] => [
    // Styles, listes de choix et mises en forme copiés avec les valeurs : plus rien de la copie ne reste.
    { genre: 'vider', zone: { feuille: nom, ligne: 1, colonne: 1, lignes: Math.max(1, lue.lignes), colonnes: Math.max(1, lue.colonnes) } },
    { genre: 'ecrire', feuille: nom, ligne: 1, colonne: 1, valeurs: versCellules([[`Sauvegarde vidée le ${dateFr(jour)} : vous pouvez supprimer cet onglet.`]]) }, { genre: 'barriere' },
    { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...lue, videe: true }) },
  ]));
  const s = noms.length > 1 ? 's' : '';
  return { message: `${noms.length} sauvegarde${s} vidée${s} ; les onglets restent, à supprimer si vous voulez. Tant que le classeur est ouvert, « Annuler » peut en ramener le contenu ; l’historique des versions (OneDrive, SharePoint, Google Drive) le garde.`, feuille: null, ecrit: true };
}
