// Quelles feuilles du classeur sont des registres, et par quelles colonnes les lire.
import type { Anomalie } from '../../socle/anomalie';
import { adresse, estErreur, estVide, lettres, numeroColonne, type Plage } from '../../socle/cellule';
import type { Feuille } from '../../socle/classeur';
import { dsv } from '../../socle/csv-colle';
import { lisDateTexte, PAS_UNE_DATE } from '../../socle/dates-texte';
import { erreur } from '../../socle/erreurs';
import { sansAccents } from '../../socle/normalise';
import type { Saisies } from '../../socle/reglage';
import { enteteDesignee, trouveEntete, type Entete } from '../../socle/tableau/entete';
import { COLONNES, estRegistre, type ClefColonne } from './colonnes';
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

/** Une colonne « Reçus » qui n'a que des nombres ou des mots est un décompte, pas des dates de réception. */
const sansDate = (lignes: Plage, colonne: number): boolean => {
  const valeurs = lignes.map((ligne) => ligne[colonne - 1] ?? null).filter((valeur) => !estVide(valeur) && !estErreur(valeur));
  return valeurs.length >= 2 && !valeurs.some((valeur) => (typeof valeur === 'number' ? valeur > 366 : typeof valeur === 'string' && lisDateTexte(valeur) !== PAS_UNE_DATE));
};

const reconnais = (feuille: Feuille, tete: Plage, separateur: string | null, reglages: ReglagesDemandes, saisies: Saisies): Registre | null => {
  const corrigees = corrections(saisies);
  const accepte = (colonnes: Readonly<Record<string, number>>): boolean => estRegistre({ ...colonnes, ...corrigees });
  const entete = reglages.entete === null ? trouveEntete(tete, COLONNES, accepte) : enteteDesignee(tete, reglages.entete, COLONNES);
  if (entete === null) return null;
  const colonnes = corrige(entete, corrigees);
  const designee = corrigees['reception'] !== undefined || reglages.entete !== null;
  if (!designee && sansDate(tete.slice(entete.ligne), colonnes['reception'] ?? 0)) return null;
  return estRegistre(colonnes) ? { feuille, entete, colonnes, separateur } : null;
};

/** Une feuille dont tout tient dans la colonne A, avec des séparateurs : un .csv ouvert sans être découpé (§8 cas 23). */
const separateurColle = (tete: Plage): string | null => {
  if (tete.some((ligne) => ligne.slice(1).some((valeur) => !estVide(valeur)))) return null;
  const premiere = tete.find((ligne) => typeof ligne[0] === 'string' && ligne[0] !== '')?.[0];
  if (typeof premiere !== 'string') return null;
  return [';', '\t', ','].find((separateur) => premiere.split(separateur).length >= 3) ?? null;
};

export type Reconnaissance = { readonly registres: readonly Registre[]; readonly anomalies: readonly Anomalie[] };

const aUneReponse = ({ colonnes }: Registre): boolean => colonnes.reponse !== undefined;

/** Les registres du classeur, dans l'ordre des onglets. Nos feuilles et les feuilles masquées sont laissées de côté ; c'est dit. */
export const trouveRegistres = (feuilles: readonly Feuille[], reglages: ReglagesDemandes, saisies: Saisies): Reconnaissance => {
  const anomalies: Anomalie[] = [];
  const candidats: Registre[] = [];
  const choisie = reglages.feuille === null ? null : sansAccents(reglages.feuille);
  if (choisie !== null && !feuilles.some(({ nom }) => sansAccents(nom) === choisie)) {
    throw erreur(`Le classeur n’a pas de feuille « ${reglages.feuille} »`, `Choisissez parmi : ${feuilles.map(({ nom }) => nom).join(', ')}`);
  }
  for (const feuille of feuilles) {
    if (feuille.marque !== null || (choisie !== null && sansAccents(feuille.nom) !== choisie)) continue;
    const separateur = separateurColle(feuille.tete);
    const tete = separateur === null ? feuille.tete : feuille.tete.map((ligne) => dsv(separateur, ligne[0]));
    const registre = reconnais(feuille, tete, separateur, reglages, saisies);
    if (feuille.masquee && choisie === null) {
      if (feuille.lignes === 0) continue;
      const ressemblance = registre === null ? '' : ' ressemble à un registre ; elle';
      anomalies.push({ adresse: adresse(feuille.nom, 1, 1), gravite: 'information', message: `La feuille masquée « ${feuille.nom} »${ressemblance} n’est pas lue. Affichez-la, ou choisissez-la, pour la compter.` });
    } else if (registre !== null) candidats.push(registre);
  }
  const avecReponse = candidats.some(aUneReponse);
  return { registres: candidats.filter((r) => !avecReponse || aUneReponse(r) || r.colonnes.accuse !== undefined), anomalies };
};

/** La lettre d'une colonne reconnue ; tout est en A dans un .csv collé. */
export const lettreDe = (registre: Registre, clef: ClefColonne): string => {
  const colonne = registre.colonnes[clef];
  return colonne === undefined ? '' : lettres(registre.separateur === null ? colonne : 1);
};
