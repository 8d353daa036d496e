// Les variables d'un tableau de réponses : leur type, proposé d'après les valeurs et le titre, et ce qu'il permet de calculer.
import type { Cellule } from '../../socle/cellule';
import { estErreur, estVide } from '../../socle/cellule';
import { lisDateTexte } from '../../socle/dates-texte';
import { lisNombreTexte } from '../../socle/nombres-texte';
import { sansAccents } from '../../socle/normalise';
import { estNonConcerne } from '../../socle/plage-nombres';
import { detecte } from '../rgpd/detecteurs';
import { titrePersonnel } from '../rgpd/titres';
import { clefDe, modalitesDe, type Modalites } from './croise';
import { echelleDe, rangsDe } from './echelles';

/** Les quatre types du guide, et ce qui ne s'analyse pas comme eux. */
export const TYPES = ['nominale', 'ordinale', 'intervalle', 'ratio', 'multiple', 'pourcentage', 'date', 'texte', 'identifiant'] as const;
export type TypeDeVariable = (typeof TYPES)[number];

export type Variable = {
  readonly colonne: number;
  readonly titre: string;
  readonly type: TypeDeVariable;
  /** Une valeur par ligne de réponse ; null pour un blanc ou un « non concerné ». */
  readonly valeurs: readonly Cellule[];
  /** Les valeurs en nombres, quand le type en a. */
  readonly nombres: readonly (number | null)[];
  readonly modalites: Modalites;
  /** Blancs, puis « NSP » et « non concerné ». */
  readonly vides: number;
  readonly nonConcernes: number;
};

export const estQuantitative = ({ type }: Variable): boolean => type === 'intervalle' || type === 'ratio';
export const estQualitative = ({ type }: Variable): boolean => type === 'nominale' || type === 'ordinale';

const MODALITES_MAX = 20;
const SEPARATEUR = /\s*[;|\n]\s*/;

/** Les réponses d'une case à choix multiples. */
export const choixDe = (valeur: Cellule): string[] => (typeof valeur === 'string' ? valeur.split(SEPARATEUR).filter((mot) => mot.trim() !== '') : estVide(valeur) ? [] : [String(valeur)]);

const nombreDe = (valeur: Cellule): number | null => (typeof valeur === 'number' ? valeur : typeof valeur === 'string' ? lisNombreTexte(valeur) : null);

const IDENTIFIANT = /^(id|identifiant|n|no|numero|ref|reference|repondant|code)( .*)?$/;
const POURCENTAGE = /%|\b(taux|pourcentage|part)\b/;
const RATIO = /\b(age|anciennete|delai|duree|temps|nombre|nb|montant|salaire|revenu|distance|cout|prix|jours?|minutes?|heures?|annees? de|fois|visites?)\b/;

const LIBRE = /\b(commentaires?|remarques?|suggestions?|observations?|precisez|precisions?|verbatims?)\b/;

const typeNumerique = (titre: string, nombres: readonly number[], distincts: number): TypeDeVariable => {
  if (IDENTIFIANT.test(titre) && distincts === nombres.length) return 'identifiant';
  if (nombres.every((v) => v > 18264 && v < 73051) && /\b(date|jour|horodat\w*|timestamp|created at|le)\b/.test(titre)) return 'date';
  if (POURCENTAGE.test(titre)) return 'pourcentage';
  if (RATIO.test(titre)) return 'ratio';
  // Une note bornée (1 à 5, 0 à 10) a un zéro de convention : intervalle. Le reste compte quelque chose : ratio.
  return nombres.every((v) => v >= 0 && v <= 10 && Number.isInteger(v)) || /\bnote|satisf|score|recommand|annee\b/.test(titre) ? 'intervalle' : 'ratio';
};

const typePropose = (titre: string, valeurs: readonly Cellule[]): TypeDeVariable => {
  const remplies = valeurs.filter((v) => v !== null);
  const propre = sansAccents(titre).replace(/[^a-z0-9%]+/g, ' ').trim();
  if (remplies.length === 0) return 'texte';
  const nombres = remplies.map(nombreDe);
  const clefs = remplies.map((v) => clefDe(v));
  const distincts = new Set(clefs);
  if (remplies.some((v) => typeof v === 'string' && /%\s*$/.test(v)) && nombres.every((v) => v !== null)) return 'pourcentage';
  if (nombres.filter((v) => v !== null).length >= 0.9 * remplies.length && !remplies.every((v) => typeof v === 'boolean')) return typeNumerique(propre, nombres.filter((v): v is number => v !== null), distincts.size);
  if (remplies.filter((v) => typeof v === 'string' && lisDateTexte(v) > 0).length >= 0.9 * remplies.length) return 'date';
  if (IDENTIFIANT.test(propre) && distincts.size === remplies.length) return 'identifiant';
  const multiples = remplies.filter((v) => choixDe(v).length > 1).length;
  if (multiples >= 0.1 * remplies.length && new Set(remplies.reduce<string[]>((tous, v) => tous.concat(choixDe(v).map(clefDe)), [])).size <= MODALITES_MAX) return 'multiple';
  if (distincts.size > MODALITES_MAX || (distincts.size > 8 && distincts.size > remplies.length / 2)) return 'texte';
  const liste = [...distincts];
  // Peu de réponses ne suffisent pas à faire une question fermée : un nom, une adresse, un commentaire ne se recopient pas dans l'analyse.
  if (titrePersonnel(titre) || LIBRE.test(propre) || [...new Set(remplies)].some((v) => typeof v === 'string' && detecte(v).length > 0)) return 'texte';
  return echelleDe(liste) !== null || new Set(rangsDe(liste)).size > 1 ? (liste.every((c) => c === 'oui' || c === 'non') ? 'nominale' : 'ordinale') : 'nominale';
};

/** @param corrige le type que la personne a donné à cette colonne */
export const variableDe = (colonne: number, titre: string, brutes: readonly Cellule[], corrige: TypeDeVariable | undefined): Variable => {
  let [vides, nonConcernes] = [0, 0];
  const valeurs = brutes.map((valeur): Cellule => {
    if (estVide(valeur) || (typeof valeur === 'string' && (valeur.trim() === '' || estErreur(valeur)))) {
      vides++;
      return null;
    }
    if (typeof valeur === 'string' && estNonConcerne(valeur)) {
      nonConcernes++;
      return null;
    }
    return valeur;
  });
  const type = corrige ?? typePropose(titre, valeurs);
  const enNombres = type === 'intervalle' || type === 'ratio';
  const modalites = modalitesDe(type === 'multiple' ? valeurs.reduce<string[]>((tous, v) => tous.concat(choixDe(v)), []) : type === 'texte' || type === 'date' || type === 'identifiant' ? [] : valeurs);
  // Une ordinale se corrèle par ses rangs : ceux de son échelle.
  const nombres = valeurs.map((v) => (v === null ? null : enNombres ? nombreDe(v) : type === 'ordinale' ? (modalites.rangDe.get(clefDe(v)) ?? null) : null));
  return { colonne, titre, type, valeurs, nombres, modalites, vides, nonConcernes };
};
