// Quelles feuilles du classeur sont des registres, et par quelles colonnes les lire.
import type { Anomalie } from '../../socle/anomalie';
import { adresse, estErreur, estVide, lettres, numeroColonne, type Cellule, type Plage } from '../../socle/cellule';
import type { Feuille } from '../../socle/classeur';
import { dsv } from '../../socle/csv-colle';
import { lisDateTexte, PAS_UNE_DATE } from '../../socle/dates-texte';
import { erreur } from '../../socle/erreurs';
import { sansAccents } from '../../socle/normalise';
import type { Saisies } from '../../socle/reglage';
import { EXACT, motsDe } from '../../socle/tableau/colonne-voulue';
import { ASSEZ_SUR, enteteDesignee, trouveEntete, type Entete } from '../../socle/tableau/entete';
import { COLONNES, estRegistre, type ClefColonne } from './colonnes';
import { lieu } from './lieu';
import { CLEF_COLONNE, type ReglagesDemandes } from './reperes';

export type Registre = {
  readonly feuille: Feuille;
  readonly entete: Entete;
  readonly colonnes: Readonly<Partial<Record<ClefColonne, number>>>;
  /** Séparateur d'un .csv collé dans la colonne A, ou null : les colonnes sont alors des morceaux de A. */
  readonly separateur: string | null;
};

/** Les colonnes que la personne a désignées : « colonne.reception = D » ; « - » retire une colonne mal devinée. */
export const corrections = (saisies: Saisies): Record<string, number> => {
  const trouvees: Record<string, number> = {};
  for (const [clef, valeur] of Object.entries(saisies)) {
    const nom = CLEF_COLONNE.exec(clef)?.[1];
    if (nom === undefined) continue;
    if (!COLONNES.some((colonne) => colonne.clef === nom)) throw erreur(`La colonne « ${nom} » n’existe pas`, `Choisissez parmi : ${COLONNES.map((c) => c.clef).join(', ')}`);
    if (valeur.trim() === '') continue;
    const colonne = numeroColonne(valeur.trim());
    if (colonne === 0 && valeur.trim() !== '-') throw erreur(`Le réglage « ${clef} » ne peut pas valoir « ${valeur} »`, 'Donnez la lettre d’une colonne, par exemple D');
    trouvees[nom] = colonne;
  }
  return trouvees;
};

const corrige = (entete: Entete, corrigees: Readonly<Record<string, number>>): Record<string, number> => {
  const colonnes: Record<string, number> = { ...entete.colonnes };
  for (const [clef, colonne] of Object.entries(corrigees)) {
    for (const autre of Object.keys(colonnes)) if (colonnes[autre] === colonne) delete colonnes[autre];
    if (colonne) colonnes[clef] = colonne;
    else delete colonnes[clef];
  }
  return colonnes;
};

const RESSEMBLE_A_UNE_DATE = /\d{1,2}\s?[/.-]\s?\d{1,2}|\b(19|20)\d\d\b/;

/** Une colonne « Reçus » qui n'a que des nombres ou des mots est un décompte, pas des dates de réception ; des dates mal écrites restent des dates. */
const sansDate = (lignes: Plage, colonne: number): boolean => {
  const valeurs = lignes.map((ligne) => ligne[colonne - 1] ?? null).filter((valeur) => !estVide(valeur) && !estErreur(valeur));
  const date = (valeur: Cellule): boolean => (typeof valeur === 'number' ? valeur > 366 : typeof valeur === 'string' && (lisDateTexte(valeur) !== PAS_UNE_DATE || RESSEMBLE_A_UNE_DATE.test(valeur)));
  return valeurs.length >= 2 && !valeurs.some(date);
};

/** Colonnes de la feuille, ou morceaux d'un .csv collé. */
export const largeurDe = (feuille: Feuille, { tete }: Tete = teteDecoupee(feuille)): number => tete.reduce((largeur, ligne) => Math.max(largeur, ligne.length), feuille.colonnes);

const reconnais = (feuille: Feuille, decoupee: Tete, enteteVoulue: number | null, voulues: Readonly<Record<string, number>>): Registre | null => {
  const { tete, separateur } = decoupee;
  // Une colonne que cette feuille n'a pas y est sans effet ; qu'aucune ne l'ait est refusé avant (souvenirs.ts).
  const corrigees = Object.fromEntries(Object.entries(voulues).filter(([, colonne]) => colonne <= largeurDe(feuille, decoupee)));
  const certaines = Object.fromEntries(Object.keys(corrigees).map((clef) => [clef, EXACT]));
  const accepte = (colonnes: Readonly<Record<string, number>>, notes: Readonly<Record<string, number>>): boolean => estRegistre({ ...colonnes, ...corrigees }, { ...notes, ...certaines });
  const entete = enteteVoulue === null ? trouveEntete(tete, COLONNES, accepte) : enteteDesignee(tete, enteteVoulue, COLONNES);
  if (entete === null) return null;
  const colonnes = corrige(entete, corrigees);
  const designee = corrigees['reception'] !== undefined || enteteVoulue !== null;
  if (!designee && sansDate(tete.slice(entete.ligne), colonnes['reception'] ?? 0)) return null;
  return estRegistre(colonnes, { ...entete.notes, ...certaines }) ? { feuille, entete, colonnes, separateur } : null;
};

type Tete = { readonly tete: Plage; readonly separateur: string | null };

/** Une feuille dont presque tout tient dans la colonne A, avec des séparateurs : un .csv ouvert sans être découpé (§8 cas 23). */
const teteDecoupee = (feuille: Feuille): Tete => {
  const debordent = feuille.tete.filter((ligne) => ligne.slice(1).some((valeur) => !estVide(valeur))).length;
  const textes = feuille.tete.map((ligne) => ligne[0]).filter((valeur): valeur is string => typeof valeur === 'string');
  const separateur = debordent > feuille.tete.length / 10 ? null : ([';', '\t', ','].find((s) => textes.filter((texte) => texte.split(s).length >= 3).length >= Math.max(1, textes.length / 2)) ?? null);
  return separateur === null ? { tete: feuille.tete, separateur } : { tete: feuille.tete.map((ligne) => dsv(separateur, ligne[0])), separateur };
};

export type Reconnaissance = { readonly registres: readonly Registre[]; readonly anomalies: readonly Anomalie[] };

const aUneReponse = ({ colonnes }: Registre): boolean => colonnes.reponse !== undefined;

/** Vrai pour une colonne de date que son titre ne nomme que de loin et que personne n'a désignée. */
export const estSupposee = ({ entete, colonnes }: Registre, clef: ClefColonne): boolean =>
  colonnes[clef] !== undefined && colonnes[clef] === entete.colonnes[clef] && (entete.notes[clef] ?? 0) < ASSEZ_SUR;

/** Ce que la reconnaissance a supposé, et que la personne doit pouvoir corriger. */
const doutes = (registre: Registre): Anomalie[] => {
  const { entete, colonnes } = registre;
  const titre = (colonne: number): string => `« ${entete.titres[colonne - 1] ?? ''} » (${lettres(colonne)})`;
  const supposees = (['reception', 'accuse', 'reponse'] as const).filter((clef) => estSupposee(registre, clef));
  const trouves: Anomalie[] = supposees.map((clef) => ({
    adresse: lieu(registre, clef), gravite: 'information',
    message: `Colonne ${titre(colonnes[clef] as number)} prise pour la ${LIBELLES[clef]}. Si ce n’est pas elle, désignez la bonne (réglage « colonne.${clef} »).`,
  }));
  if (entete.doubles.length > 0) trouves.push({ adresse: lieu(registre, 'reception'), gravite: 'avertissement', message: `La feuille a deux tableaux côte à côte, ou une colonne en double : ${entete.doubles.map(titre).join(', ')} n’est pas lue. Séparez-les sur deux feuilles.` });
  if (colonnes.reponse === undefined) trouves.push({ adresse: lieu(registre, 'reception'), gravite: 'avertissement', message: 'Aucune colonne de réponse reconnue : toutes les demandes comptent comme sans réponse. Désignez la bonne colonne (réglage « colonne.reponse »).' });
  return trouves;
};

const LIBELLES = { reception: 'date de réception', accuse: 'date de l’accusé de réception', reponse: 'date de réponse' } as const;

/** Une feuille laissée de côté faute de réponse ; si elle porte la même réception que les registres, c'est sans doute l'un d'eux. */
const laissee = (registre: Registre, gardes: readonly Registre[]): Anomalie => {
  const titre = ({ entete, colonnes }: Registre): string => motsDe(entete.titres[(colonnes.reception ?? 1) - 1] ?? '').join(' ');
  const soeur = gardes.some((garde) => titre(garde) === titre(registre));
  return { adresse: lieu(registre, 'reception'), gravite: soeur ? 'avertissement' : 'information', message: `La feuille « ${registre.feuille.nom} » n’est pas lue : elle n’a ni réponse ni accusé de réception reconnus. Si c’est un registre, nommez sa colonne de réponse comme dans les autres feuilles.` };
};

/** Les registres du classeur, dans l'ordre des onglets. Nos feuilles et les feuilles masquées sont laissées de côté ; c'est dit. */
export const trouveRegistres = (feuilles: readonly Feuille[], reglages: ReglagesDemandes, saisies: Saisies): Reconnaissance => {
  const choisie = reglages.feuille === null ? null : sansAccents(reglages.feuille);
  const visees = feuilles.filter(({ marque, nom }) => marque === null && (choisie === null || sansAccents(nom) === choisie));
  const corrigees = corrections(saisies);
  const corrige = reglages.entete !== null || Object.keys(corrigees).length > 0;
  const lues = visees.map((feuille) => {
    const tete = teteDecoupee(feuille);
    return { feuille, tete, seule: reconnais(feuille, tete, null, {}) };
  });
  // Une correction vaut pour les feuilles qui ne se lisent pas sans elle ; s'il n'y en a pas, pour toutes.
  const aCorriger = lues.filter(({ seule }) => seule === null);
  const corrigeToutes = lues.length - aCorriger.length < 2 || aCorriger.length === 0;
  const anomalies: Anomalie[] = [];
  const candidats: Registre[] = [];
  for (const { feuille, tete, seule } of lues) {
    const registre = corrige && (corrigeToutes || seule === null) ? reconnais(feuille, tete, reglages.entete, corrigees) : seule;
    if (feuille.masquee && choisie === null) {
      if (feuille.lignes === 0) continue;
      const ressemblance = registre === null ? '' : ' ressemble à un registre ; elle';
      anomalies.push({ adresse: adresse(feuille.nom, 1, 1), gravite: 'information', message: `La feuille masquée « ${feuille.nom} »${ressemblance} n’est pas lue. Affichez-la, ou choisissez-la, pour la compter.` });
    } else if (registre !== null) candidats.push(registre);
  }
  const avecReponse = candidats.some(aUneReponse);
  const registres = candidats.filter((r) => !avecReponse || aUneReponse(r) || r.colonnes.accuse !== undefined);
  for (const registre of candidats) {
    if (registres.includes(registre)) anomalies.push(...doutes(registre));
    else anomalies.push(laissee(registre, registres));
  }
  return { registres, anomalies };
};
