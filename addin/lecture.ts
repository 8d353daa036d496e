// Le verbe « lis » d'Excel : un seul envoi quand on connaît déjà les onglets, un de plus sinon, puis un par tranche de 4 Mo.
import { reunion } from '../src/fichier/xlsx-memoire';
import type { Plage, Zone } from '../src/socle/cellule';
import type { Lecture, Releve } from '../src/socle/classeur';
import { erreur } from '../src/socle/erreurs';
import { lisAnnexes } from './annexes';
import { oublie, type Connu } from './connu';
import { demandeDebords, lisDebords } from './debords';
import { codeOffice } from './erreurs-office';
import { demandeDetails, demandeOnglets, etendueMasquee, retiensDetails, retiensOnglets, type Details } from './inventaire';
import { demandeTableaux, lisTableaux } from './tableaux';
import { octetsParCellule, valeursDe } from './valeurs';
import { plageDe } from './zones';

/** Excel sur le web refuse 5 Mo par réponse. */
const BUDGET = 4_000_000;

type Morceau = { readonly rang: number; readonly zone: Zone };

/** Découpe les zones en envois de 4 Mo au plus, d'après le poids attendu d'une cellule. */
const decoupe = (zones: readonly Morceau[], octets: number): Morceau[][] => {
  const envois: Morceau[][] = [];
  let reste = 0;
  for (const { rang, zone } of zones) {
    for (let fait = 0; fait < zone.lignes; ) {
      const parLigne = zone.colonnes * octets;
      if (reste < parLigne) {
        envois.push([]);
        reste = Math.max(BUDGET, parLigne);
      }
      const lignes = Math.min(zone.lignes - fait, Math.floor(reste / parLigne));
      envois[envois.length - 1]?.push({ rang, zone: { ...zone, ligne: zone.ligne + fait, lignes } });
      reste -= lignes * parLigne;
      fait += lignes;
    }
  }
  return envois;
};

const enGroupes = (noms: readonly string[], taille: number): string[][] => Array.from({ length: Math.ceil(noms.length / taille) }, (_, i) => noms.slice(i * taille, (i + 1) * taille));

const demandeMorceaux = ({ workbook }: Excel.RequestContext, connu: Connu, morceaux: readonly Morceau[]): Excel.Range[] =>
  morceaux.map(({ zone }) => plageDe(workbook.worksheets.getItem(zone.feuille), zone).load(connu.date1904 ? 'values,numberFormat' : 'values'));

/** Les lignes masquées (filtre ou main) : ce qu'Excel ne dit pas visible. */
const lignesMasquees = async (context: Excel.RequestContext, details: Details, noms: readonly string[]): Promise<ReadonlySet<number>[]> => {
  const demandes = noms.map((nom) => {
    const etendue = etendueMasquee(details, nom);
    const visibles = etendue === null || etendue.toutes ? null : plageDe(context.workbook.worksheets.getItem(nom), etendue.zone).getSpecialCellsOrNullObject(Excel.SpecialCellType.visible).load('address');
    return { etendue, visibles };
  });
  if (demandes.some(({ visibles }) => visibles !== null)) await context.sync();
  return demandes.map(({ etendue, visibles }) => {
    const masquees = new Set<number>();
    if (etendue === null) return masquees;
    for (let i = 0; i < etendue.zone.lignes; i++) masquees.add(etendue.zone.ligne + i);
    const adresses = visibles === null || visibles.isNullObject ? '' : visibles.address;
    for (const [, debut, fin] of adresses.matchAll(/!\$?[A-Z]+\$?(\d+)(?::\$?[A-Z]+\$?(\d+))?(?=\s*,|$)/g)) {
      for (let ligne = Number(debut); ligne <= Number(fin ?? debut); ligne++) masquees.delete(ligne);
    }
    return masquees;
  });
};

/** Une formule pèse plus que sa valeur. */
const OCTETS_DE_FORMULE = 60;

/** Où sont les formules : une tranche de 4 Mo par envoi. */
const lisFormules = async (context: Excel.RequestContext, zones: readonly Zone[]): Promise<Plage[]> => {
  const plages: (readonly (true | null)[])[][] = zones.map(() => []);
  for (const envoi of decoupe(zones.map((zone, rang): Morceau => ({ rang, zone })).filter(({ zone }) => zone.lignes > 0 && zone.colonnes > 0), OCTETS_DE_FORMULE)) {
    const lues = envoi.map(({ zone }) => plageDe(context.workbook.worksheets.getItem(zone.feuille), zone).load('formulas'));
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- une tranche de 4 Mo par envoi
    await context.sync();
    envoi.forEach(({ rang }, i) => plages[rang]!.push(...(lues[i]!.formulas as unknown[][]).map((rangee) => rangee.map((contenu) => (typeof contenu === 'string' && contenu.startsWith('=') ? true : null)))));
  }
  return plages;
};

const lisTout = async (context: Excel.RequestContext, connu: Connu, { tetes = 0, zones = [], masquees = [], tableaux = false, verrous = false, formules, annexes = false }: Lecture): Promise<Releve> => {
  const plages: (readonly (readonly (string | number | boolean | null)[])[])[] = zones.map(() => []);
  const pleines = zones.map((zone, rang): Morceau => ({ rang, zone })).filter(({ zone }) => zone.lignes > 0 && zone.colonnes > 0);
  const lis = (plage: Excel.Range): Plage => valeursDe(plage, connu.date1904 === true);

  let envois = decoupe(pleines, connu.octets);
  let onglets = demandeOnglets(context, connu);
  if (connu.onglets === null) {
    await context.sync();
    retiensOnglets(onglets, connu);
    onglets = demandeOnglets(context, connu);
  }
  const attendus = connu.onglets ?? [];
  const [groupe, ...autres] = enGroupes(attendus, connu.groupe);
  let details = demandeDetails(context, connu, groupe ?? [], tetes, masquees);
  const tables = tableaux ? demandeTableaux(context) : null;
  const debords = verrous ? demandeDebords(context, pleines.flatMap(({ zone }) => (connu.marquees.has(zone.feuille) ? [zone] : []))) : [];
  let premiers = envois.shift() ?? [];
  let lues = demandeMorceaux(context, connu, premiers);
  await context.sync();
  const date1904 = connu.date1904;
  const parties = [...(connu.parties?.keys() ?? [])].join();
  retiensOnglets(onglets, connu);
  // Un onglet, la mémoire ou le calendrier ne sont pas ceux que l'on croyait : ce qui vient d'être lu est à redemander.
  if (connu.onglets?.join('\n') !== attendus.join('\n') || connu.date1904 !== date1904 || [...(connu.parties?.keys() ?? [])].join() !== parties) throw new OngletsChanges();
  for (const suivants of autres) {
    const plus = demandeDetails(context, connu, suivants, tetes, masquees);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- un groupe de cinquante onglets par envoi
    await context.sync();
    details = { ...details, parOnglet: new Map([...details.parOnglet, ...plus.parOnglet]) };
  }
  const feuilles = retiensDetails(onglets, details, connu, lis);
  const rends = (): void => {
    premiers.forEach(({ rang }, i) => {
      const valeurs = lis(lues[i]!);
      connu.octets = Math.max(octetsParCellule(valeurs), connu.octets * 0.5, 4);
      plages[rang] = plages[rang]!.length === 0 ? valeurs : plages[rang]!.concat(valeurs);
    });
  };
  rends();
  while (envois.length > 0) {
    envois = decoupe(envois.flat(), connu.octets);
    premiers = envois.shift() ?? [];
    lues = demandeMorceaux(context, connu, premiers);
    // eslint-disable-next-line office-addins/no-context-sync-in-loop -- une tranche de 4 Mo par envoi
    await context.sync();
    rends();
  }
  const parFeuille = tables && (await lisTableaux(context, tables));
  const aCheval = lisDebords(debords);
  return { feuilles: feuilles.map((f) => ({ ...f, ...(parFeuille && { tableaux: parFeuille.get(f.nom) ?? [] }), ...(aCheval.has(f.nom) && { debords: aCheval.get(f.nom) ?? [] }) })), plages, masquees: await lignesMasquees(context, details, masquees), memoire: reunion([...(connu.parties?.values() ?? [])]), ...(formules === undefined ? {} : { formules: await lisFormules(context, formules) }), ...(annexes ? { annexes: await lisAnnexes(context) } : {}) };
};

class OngletsChanges extends Error {}

/** La réponse ne tenait pas : quatre fois moins à la fois. Ce que pèse vraiment une cellule se mesurera à la prochaine réponse. */
const reduit = (connu: Connu, { zones = [] }: Lecture): void => {
  const cellules = zones.reduce((total, { lignes, colonnes }) => total + lignes * colonnes, 0);
  if (cellules > 0) connu.octets = (4 * BUDGET) / Math.min(cellules, BUDGET / connu.octets);
  connu.groupe = Math.max(1, Math.floor(connu.groupe / 4));
};

/** Lire est sans effet : on peut recommencer. Les trois causes de nouvel essai : onglets changés, réponse trop grosse, Excel occupé. */
const aReessayer = (cause: unknown): boolean => cause instanceof OngletsChanges || ['ItemNotFound', 'ResponsePayloadSizeLimitExceeded', 'GeneralException', 'RequestAborted', 'ServiceNotAvailable'].includes(codeOffice(cause) ?? '');

const ESSAIS = 3;
/** Un classeur où quelqu'un d'autre écrit change entre deux envois, mais pas sans cesse. */
const ESSAIS_SI_CHANGE = 5;

export const lis = async (ouvre: <T>(travail: (context: Excel.RequestContext) => Promise<T>) => Promise<T>, connu: Connu, lecture: Lecture): Promise<Releve> => {
  for (let essai = 1; ; essai++) {
    try {
      return await ouvre((context) => lisTout(context, connu, lecture));
    } catch (cause) {
      const change = cause instanceof OngletsChanges;
      if (essai === (change || codeOffice(cause) === 'ItemNotFound' ? ESSAIS_SI_CHANGE : ESSAIS) || !aReessayer(cause)) {
        oublie(connu);
        throw change ? erreur('Quelqu’un d’autre modifie ce classeur en ce moment', 'Attendez un instant, puis recommencez') : cause;
      }
      if (codeOffice(cause) === 'ResponsePayloadSizeLimitExceeded') reduit(connu, lecture);
      if (!change) oublie(connu);
    }
  }
};
