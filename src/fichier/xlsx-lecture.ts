// Le verbe « lis » d'un .xlsx : les feuilles, leurs têtes, les zones demandées, les lignes masquées, la mémoire.
import type { Plage, Zone } from '../socle/cellule';
import type { Feuille, Lecture, Releve } from '../socle/classeur';
import { attributs, enfants, racine, type Element } from './xml';
import { lisAnnexes } from './xlsx-annexes';
import { chainesPartagees } from './xlsx-chaines';
import { stylesDeDate } from './xlsx-dates';
import { lisMarque, lisMemoire } from './xlsx-memoire';
import type { Paquet } from './xlsx-paquet';
import { lisSommaire, memeNom, trouveOnglet, vrai, type Onglet, type Sommaire } from './xlsx-sommaire';
import { lisTableaux } from './xlsx-tableaux';
import { lecteurDeValeurs, type Contexte } from './xlsx-valeurs';
import { etendue, lignesMasquees, lisZones } from './xlsx-zones';

type Ossature = { readonly donnees: Element | undefined; readonly prefixe: string; readonly protegee: boolean; readonly marque: string | null };

/** Se souvient d'un calcul tant que les parties dont il dépend n'ont pas changé. */
const souvenir = <T>(paquet: Paquet): ((clef: string, parties: readonly string[], calcule: () => T) => T) => {
  const connus = new Map<string, { readonly versions: string; readonly valeur: T }>();
  return (clef, parties, calcule) => {
    const versions = parties.map((partie) => paquet.version(partie)).join();
    const connu = connus.get(clef);
    if (connu?.versions === versions) return connu.valeur;
    const valeur = calcule();
    connus.set(clef, { versions, valeur });
    return valeur;
  };
};

/** Ce qu'il faut pour comprendre une cellule : textes partagés, styles de date, calendrier. */
export const lecteurDeContexte = (paquet: Paquet): ((sommaire: Sommaire) => Contexte) => {
  const contextes = souvenir<Contexte>(paquet);
  return (sommaire) => {
    const liens = paquet.liens(sommaire.partie);
    const partie = (type: string): string => liens.find((l) => l.type === type && paquet.existe(l.cible))?.cible ?? '';
    const [chaines, styles] = [partie('sharedStrings'), partie('styles')];
    return contextes('', [sommaire.partie, chaines, styles], () => {
      let table: ((rang: number) => string | null) | undefined;
      return {
        // La table des chaînes n'est lue que si une cellule demandée y renvoie.
        chaine: (rang) => (table ??= chaines ? chainesPartagees(paquet.texte(chaines)) : () => null)(rang),
        dates: styles ? stylesDeDate(paquet.texte(styles)) : new Uint8Array(0),
        date1904: sommaire.date1904,
      };
    });
  };
};

/** Ce qu'une feuille est, hors de ses cellules. */
export const ossature = (paquet: Paquet, onglet: Onglet): Ossature => {
  const xml = paquet.texte(onglet.partie);
  const base = racine(xml);
  const morceaux = enfants(xml, base);
  const trouve = (nom: string): Element | undefined => morceaux.find((element) => element.nom === nom);
  const protection = trouve('sheetProtection');
  return {
    donnees: trouve('sheetData'),
    prefixe: base.prefixe,
    protegee: vrai(protection && attributs(xml, protection)['sheet']),
    marque: lisMarque(paquet, onglet.partie, xml, trouve('customProperties')),
  };
};

export type Lecteur = {
  lis(lecture: Lecture): Releve;
  /** Une zone, sans lire aucune autre feuille que la sienne. */
  plage(zone: Zone): Plage;
};

export const lecteur = (paquet: Paquet): Lecteur => {
  const etendues = souvenir<ReturnType<typeof etendue>>(paquet);
  const contexte = lecteurDeContexte(paquet);

  const lisOnglets = (lecture: Lecture, garde: (onglet: Onglet) => boolean): Releve => {
    const sommaire = lisSommaire(paquet);
    const commun = contexte(sommaire);
    const zones = lecture.zones ?? [];
    const plages: Plage[] = zones.map(() => []);
    const formules: Plage[] = (lecture.formules ?? []).map(() => []);
    const masquees: Set<number>[] = (lecture.masquees ?? []).map(() => new Set());
    for (const nom of [...[...zones, ...(lecture.formules ?? [])].map((zone) => zone.feuille), ...(lecture.masquees ?? [])]) trouveOnglet(sommaire, nom);

    /** Un seul passage par feuille : sa tête et ses zones ensemble, pendant que son texte est là. */
    const lisFeuille = (onglet: Onglet): Feuille => {
      const xml = paquet.texte(onglet.partie);
      const { donnees, prefixe, protegee, marque } = ossature(paquet, onglet);
      const { etendue: limites, calculee } = etendues(onglet.partie, [onglet.partie], () => etendue(xml, donnees));
      const siennes = zones.map((zone, rang) => ({ zone, rang })).filter(({ zone }) => memeNom(zone.feuille, onglet.nom));
      const valeur = lecteurDeValeurs(xml, prefixe, commun, calculee);
      const lisLa = (demandees: readonly Omit<Zone, 'feuille'>[]): Plage[] => lisZones(xml, donnees, demandees, limites, valeur);
      if (siennes.length > 0) lisLa(siennes.map(({ zone }) => zone)).forEach((plage, i) => (plages[siennes[i]!.rang] = plage));
      (lecture.masquees ?? []).forEach((nom, rang) => {
        if (memeNom(nom, onglet.nom)) masquees[rang] = lignesMasquees(xml, donnees);
      });
      const deFormules = (lecture.formules ?? []).map((zone, rang) => ({ zone, rang })).filter(({ zone }) => memeNom(zone.feuille, onglet.nom));
      if (deFormules.length > 0) lisZones(xml, donnees, deFormules.map(({ zone }) => zone), limites, (c) => (c.formule >= 0 ? true : null)).forEach((plage, i) => (formules[deFormules[i]!.rang] = plage));
      const tete = lecture.tetes ? lisLa([{ ligne: 1, colonne: 1, lignes: lecture.tetes, colonnes: limites.colonnes }])[0]! : [];
      return { nom: onglet.nom, ...limites, masquee: onglet.masquee, protegee, marque, tete, ...(lecture.tableaux ? { tableaux: lisTableaux(paquet, onglet.partie) } : {}) };
    };

    const feuilles = sommaire.onglets.filter((onglet) => onglet.deCalcul && garde(onglet)).map(lisFeuille);
    return { feuilles, plages, masquees, memoire: lisMemoire(paquet, sommaire.partie), ...(lecture.formules ? { formules } : {}), ...(lecture.annexes ? { annexes: lisAnnexes(paquet) } : {}) };
  };
  return {
    lis: (lecture) => lisOnglets(lecture, () => true),
    plage: (zone) => lisOnglets({ zones: [zone] }, ({ nom }) => memeNom(nom, zone.feuille)).plages[0] ?? [],
  };
};
