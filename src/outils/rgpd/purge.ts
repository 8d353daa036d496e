// Effacer les données personnelles d'une enquête : exactement ce que la personne a vu, par lots qui se finissent chacun, procès-verbal à la fin (domaine.md §5.7).
import { adresse, lettres, numeroColonne, type Zone } from '../../socle/cellule';
import type { Modification, Releve } from '../../socle/classeur';
import { efface, exigeConfirmation } from '../../socle/ecriture/effacement';
import { examineEffacement } from '../../socle/ecriture/effacement-examen';
import { effacementInterrompu, prepareEffacement, type PlanEffacement } from '../../socle/ecriture/effacement-plan';
import { preparePurge, videSauvegardes, type PlanDePurge } from '../../socle/ecriture/purge';
import { ecrisRapport } from '../../socle/ecriture/rapport';
import { sauvegardes } from '../../socle/ecriture/sauvegarde';
import { empreinte } from '../../socle/empreinte';
import { nombre, pluriel } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import type { Apercu, CompteRendu } from '../../socle/outil';
import { ecris, lis, type Suite } from '../../socle/suite';
import { ID } from './analyse';
import { effacables, formulesInchangees, type FormuleGardee } from './effacables';
import type { CommentaireARetirer, NomAVider } from './hors-cellules';
import { NON_EFFACE, phraseAilleurs, procesVerbal, totalDe, type LigneDeBilan } from './proces-verbal';
import { compteRepris, exigeAnnexesIntactes, retire, RIEN_RETIRE, type Retires } from './retrait';

export type PlanDePurgeRgpd = {
  /** Ce qui s'efface, en plans assez petits pour que la mémoire du classeur tienne chacun. */
  readonly lots: readonly PlanEffacement[];
  readonly sauvegardes: PlanDePurge;
  /** Ce qu'un passage coupé avait déjà effacé, en lots entiers. */
  readonly faites: readonly LigneDeBilan[];
  /** Parmi les cellules des lots, celles qui reprennent ailleurs un texte effacé. */
  readonly reprises: readonly LigneDeBilan[];
  /** Les feuilles masquées : on ne les voit pas, elles se disent. */
  readonly masquees: readonly string[];
  readonly formules: readonly FormuleGardee[];
  readonly commentaires: readonly CommentaireARetirer[];
  readonly noms: readonly NomAVider[];
  /** Ce que des passages coupés ont déjà retiré. */
  readonly retires: Retires;
  /** Ce qui reste, et pourquoi. */
  readonly gardes: readonly string[];
  /** Les sauvegardes vidées, celles d'avant une coupure comprises. */
  readonly videes: number;
  /** Le lot coupé, s'il est déjà dans `faites` ; « » sinon. */
  readonly compte: string;
};

/** Ce que le classeur garde tant que l'effacement n'est pas fini : une coupure ne rend pas le procès-verbal faux. Aucun contenu. */
type Note = { readonly faites: readonly LigneDeBilan[]; readonly videes: number; readonly retires: Retires; readonly formules: readonly FormuleGardee[]; /** Le dernier lot compté : coupé entre son compte et sa fin, il ne se compte pas deux fois. */ readonly compte: string };

const empreinteDe = ({ zones }: Pick<PlanEffacement, 'zones'>): string => empreinte(JSON.stringify(zones));

const CLEF = 'rgpd.purge';
/** Zones d'un lot : leurs adresses et leurs empreintes tiennent dans une propriété de Google Sheets. */
const ZONES_PAR_LOT = 40;
/** Formules dont on vérifie qu'elles ne montrent plus ce qu'elles montraient : leurs adresses tiennent dans la même propriété. */
const FORMULES_SUIVIES = 30;
const FORMULES_NOMMEES = 8;

const lisNote = (memoire: Readonly<Record<string, string>>): Note | null => {
  try {
    const lu = JSON.parse(memoire[CLEF] ?? 'null') as Partial<Note> | null;
    return lu !== null && Array.isArray(lu.faites) && typeof lu.videes === 'number' && typeof lu.compte === 'string' ? ({ retires: RIEN_RETIRE, formules: [], ...lu } as Note) : null;
  } catch {
    return null;
  }
};

const noteLe = (note: Note | null): Modification => ({ genre: 'memoriser', clef: CLEF, valeur: note === null ? null : JSON.stringify(note) });

const compte = (avant: readonly LigneDeBilan[], zones: readonly Zone[]): LigneDeBilan[] => {
  const par = new Map(avant.map((ligne) => [`${ligne.feuille}\n${ligne.colonne}`, ligne]));
  for (const { feuille, colonne, lignes } of zones) {
    const clef = `${feuille}\n${lettres(colonne)}`;
    par.set(clef, { feuille, colonne: lettres(colonne), cellules: (par.get(clef)?.cellules ?? 0) + lignes });
  }
  return [...par.values()];
};

/** Celles d'un passage coupé, et les nouvelles. */
const reunies = (notees: readonly FormuleGardee[], neuves: readonly FormuleGardee[]): FormuleGardee[] => [...notees, ...neuves.filter((une) => !notees.some(({ feuille, ligne, colonne }) => feuille === une.feuille && ligne === une.ligne && colonne === une.colonne))];

const enLots = function* (zones: readonly Zone[]): Suite<PlanEffacement[]> {
  const lots: PlanEffacement[] = [];
  for (let i = 0; i < zones.length; i += ZONES_PAR_LOT) lots.push(yield* prepareEffacement(zones.slice(i, i + ZONES_PAR_LOT)));
  return lots;
};

/** Ce qui serait effacé ; rien n'est écrit. Un effacement coupé reprend d'abord son lot, et son compte. */
export function* preparePurgeRgpd(jour: Jour): Suite<PlanDePurgeRgpd> {
  const { memoire, feuilles, annexes }: Releve = yield* lis({ annexes: true });
  const coupe = effacementInterrompu(memoire);
  const note = lisNote(memoire);
  // Un lot de sauvegardes coupé est repris par leur propre purge.
  const sien = note !== null && coupe !== null && !coupe.zones.every(({ feuille }) => sauvegardes(feuilles).some((une) => une.feuille === feuille)) ? coupe.zones : [];
  const { zones, copies: reprises, formules, commentaires, noms, gardes } = yield* effacables(jour, sien);
  // Les copies d'abord : tant que l'original est là, un passage coupé les retrouve.
  const lots = [...(sien.length === 0 ? [] : [yield* prepareEffacement(sien)]), ...(yield* enLots(reprises)), ...(yield* enLots(zones))];
  const copies: PlanDePurge = sien.length === 0 ? yield* preparePurge() : { effacement: { zones: [], pas: 1, empreintes: [] }, sauvegardes: [] };
  return {
    lots, reprises: compte([], reprises), masquees: feuilles.filter(({ masquee }) => masquee).map(({ nom }) => nom), formules: reunies(note?.formules ?? [], formules).slice(0, FORMULES_SUIVIES), commentaires, noms, gardes, sauvegardes: copies, faites: note?.faites ?? [], compte: note?.compte ?? '', videes: Math.max(copies.sauvegardes.length, note?.videes ?? 0),
    retires: note === null || annexes === undefined ? RIEN_RETIRE : compteRepris(note.retires, annexes),
  };
}

const aEffacer = ({ lots }: PlanDePurgeRgpd): LigneDeBilan[] => compte([], lots.flatMap(({ zones }) => zones));

/** Rien à faire, et rien de commencé. */
const sansObjet = ({ lots, commentaires, noms, sauvegardes: { sauvegardes: copies }, faites, retires }: PlanDePurgeRgpd): boolean =>
  lots.length + commentaires.length + noms.length + copies.length + faites.length + retires.commentaires + retires.noms === 0;

/** Des formules qui montrent quelqu'un ne sont pas rien, mais ne s'effacent pas. */
const sansDonnee = ({ formules }: PlanDePurgeRgpd): string => (formules.length === 0 ? 'Aucune donnée personnelle reconnue' : 'Aucune cellule à effacer, hors des formules');

/** La première cellule qui s'efface dans la colonne. */
const premiereDe = ({ lots }: PlanDePurgeRgpd, { feuille, colonne }: LigneDeBilan): string =>
  adresse(feuille, Math.min(...lots.flatMap(({ zones }) => zones).filter((zone) => zone.feuille === feuille && lettres(zone.colonne) === colonne).map(({ ligne }) => ligne)), numeroColonne(colonne));

const phraseDeColonne = ({ reprises, masquees }: PlanDePurgeRgpd, { feuille, colonne, cellules }: LigneDeBilan): string => {
  const copies = reprises.find((une) => une.feuille === feuille && une.colonne === colonne)?.cellules ?? 0;
  const dont = copies === 0 ? '' : copies === cellules ? ` (${pluriel(copies, 'copie d’un texte effacé', 'copies de textes effacés')} ailleurs)` : ` (dont ${nombre(copies)} ${pluriel(copies, 'copie', 'copies')})`;
  return `« ${feuille} »${masquees.includes(feuille) ? ' (feuille masquée)' : ''}, colonne ${colonne} : ${nombre(cellules)} ${pluriel(cellules, 'cellule sera effacée', 'cellules seront effacées')}${dont}.`;
};

export const apercuDePurgeRgpd = (plan: PlanDePurgeRgpd): Apercu => {
  const { sauvegardes: { sauvegardes: copies }, faites, commentaires, noms, gardes } = plan;
  const laisses = gardes.map((phrase) => ({ effet: 'garde' as const, phrase, adresse: null }));
  if (sansObjet(plan)) return { feuille: null, verdict: 'rien', lignes: [...laisses, { effet: 'garde', phrase: `${sansDonnee(plan)}. Relisez les réponses libres : un programme ne reconnaît pas tout.`, adresse: null }] };
  return {
    feuille: null, verdict: 'possible',
    lignes: [
      ...aEffacer(plan).map((ligne) => ({ effet: 'reecrit' as const, phrase: phraseDeColonne(plan, ligne), adresse: premiereDe(plan, ligne) })),
      ...commentaires.map(({ feuille, ligne, colonne }) => ({ effet: 'reecrit' as const, phrase: `Le commentaire de ${adresse(feuille, ligne, colonne)} sera retiré.`, adresse: adresse(feuille, ligne, colonne) })),
      ...noms.map(({ nom }) => ({ effet: 'reecrit' as const, phrase: `Le nom « ${nom} » restera, sa valeur sera effacée.`, adresse: null })),
      ...copies.map(({ feuille, cellules }) => ({ effet: 'reecrit' as const, phrase: `La sauvegarde « ${feuille} » sera vidée (${nombre(cellules)} ${pluriel(cellules, 'cellule', 'cellules')}).`, adresse: adresse(feuille, 1, 1) })),
      ...(faites.length === 0 ? [] : [{ effet: 'garde' as const, phrase: `Un effacement a été interrompu : les ${nombre(totalDe(faites))} ${pluriel(totalDe(faites), 'cellule déjà effacée', 'cellules déjà effacées')} seront au procès-verbal.`, adresse: null }]),
      { effet: 'cree', phrase: 'Un onglet « Procès-verbal d’effacement » dira la date, les colonnes et les comptes, sans aucun contenu.', adresse: null },
      ...laisses,
      { effet: 'garde', phrase: NON_EFFACE, adresse: null },
    ],
  };
};

/** Tout ce qui a été montré est encore là : sinon rien ne s'efface, pas même le premier lot. */
function* exigeIntacts(lots: readonly PlanEffacement[]): Suite<void> {
  for (const lot of lots) {
    const { refus } = yield* examineEffacement(lot);
    if (refus !== null) throw refus;
  }
}

/**
 * Vide nos sauvegardes, efface ce que le plan montre, écrit le procès-verbal. Interrompu, il se recommence et finit.
 * @param confirmation ce que la personne a tapé
 * @throws ErreurClasseur confirmation absente, feuille protégée, ou cellules changées depuis que le plan a été montré : rien n'est effacé
 */
export function* purgeRgpd(plan: PlanDePurgeRgpd, confirmation: string, jour: Jour): Suite<CompteRendu> {
  exigeConfirmation(confirmation);
  const { lots, sauvegardes: copies, videes } = plan;
  if (sansObjet(plan)) return { message: `${sansDonnee(plan)} : rien n’a été effacé.`, feuille: null, ecrit: false };
  // Un lot coupé se finit avant que les suivants puissent seulement s'examiner.
  if (effacementInterrompu((yield* lis({})).memoire) === null) yield* exigeIntacts(lots);
  yield* exigeAnnexesIntactes(plan);
  let faites = plan.faites;
  let retires = plan.retires;
  const noteAvec = (quoi: Partial<Note>): Modification => noteLe({ faites, videes, compte: plan.compte, retires, formules: plan.formules, ...quoi });
  yield* ecris([noteAvec({}), { genre: 'barriere' }]);
  // Les sauvegardes d'abord : une fois vides, rien ne peut plus arrêter l'effacement des feuilles à moitié fait.
  if (copies.sauvegardes.length > 0) yield* videSauvegardes(copies, confirmation, jour);
  retires = yield* retire(plan, retires, (suivants) => noteAvec({ retires: suivants }));
  for (const lot of lots) {
    const suivantes = empreinteDe(lot) === plan.compte ? faites : compte(faites, lot.zones);
    yield* efface(lot, confirmation, [noteAvec({ faites: suivantes, compte: empreinteDe(lot) })], true);
    faites = suivantes;
  }
  const ailleurs = { videes, commentaires: retires.commentaires, noms: retires.noms };
  const inchangees = yield* formulesInchangees(plan.formules);
  const restent = inchangees.length === 0 ? [] : [`${nombre(inchangees.length)} ${pluriel(inchangees.length, 'formule montre encore une donnée personnelle', 'formules montrent encore des données personnelles')} : ${inchangees.slice(0, FORMULES_NOMMEES).join(', ')}${inchangees.length > FORMULES_NOMMEES ? '…' : ''}. Effacez d’où elles viennent.`];
  const rendu = yield* ecrisRapport({ genre: `${ID}.proces-verbal`, nom: 'Procès-verbal d’effacement', outil: ID, saisies: null, aujourdhui: jour, feuille: procesVerbal(faites, ailleurs, [...restent, ...plan.gardes], jour) });
  yield* ecris([noteLe(null)]);
  const total = totalDe(faites);
  return { message: `${nombre(total)} ${pluriel(total, 'cellule effacée', 'cellules effacées')}${phraseAilleurs(ailleurs)} ; le procès-verbal est dans « ${rendu.feuille ?? ''} ».${restent.map((phrase) => ` ${phrase}`).join('')} Tant que le classeur est ouvert, « Annuler » peut en ramener le contenu ; l’historique des versions le garde.`, feuille: rendu.feuille, ecrit: true };
}
