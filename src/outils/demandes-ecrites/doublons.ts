// Demandes saisies deux fois et réitérations : même identifiant, ligne identique, même expéditeur et même objet en une semaine.
import type { Anomalie } from '../../socle/anomalie';
import { dateFr } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';
import { progression, type Suite } from '../../socle/suite';
import type { ClefColonne } from './colonnes';
import { SIGNE, type Demandes } from './demandes';
import { RESPIRATION } from './lecture';
import { lieuDeDemande } from './lieu';

/** Deux demandes de la même personne sur le même objet, à 7 jours au plus : une réitération (Services Publics + veut les éviter). */
const JOURS_REITERATION = 7;

export type Textes = { readonly expediteur: readonly string[]; readonly objet: readonly string[]; readonly empreinte: (i: number) => string };

const clefTexte = (texte: string): string => sansAccents(texte).replace(/[^a-z0-9]+/g, '');

/** « c 001 » et « C001 » sont le même ; un simple numéro d'ordre recommence sur chaque feuille (une par mois, une par canal). */
const clefIdentifiant = (identifiant: string, feuille: number): string => `${/^\d{1,4}$/.test(identifiant) ? feuille : ''}#${identifiant.toUpperCase().replace(/\s+/g, '')}`;

/** Les anomalies de doublons, et le nombre de réitérations. */
export function* cherchesDoublons(demandes: Demandes, textes: Textes, au: Jour, ajoute: (anomalie: Anomalie) => void): Suite<number> {
  const { taille, identifiants, reception, signes, origine } = demandes;
  const ou = (i: number, clef: ClefColonne): string => lieuDeDemande(demandes, i, clef);
  const repere = (i: number): string => ou(i, 'reception').replace(/![A-Z]+/, '!');

  const dejaVus = new Map<string, number>();
  const parPersonne = new Map<string, number[]>();
  for (let i = 0; i < taille; i++) {
    if (i > 0 && i % RESPIRATION === 0) yield* progression(i, taille, 'Recherche des demandes saisies deux fois');
    const identifiant = identifiants[i] as string;
    const clef = identifiant === '' ? textes.empreinte(i) : clefIdentifiant(identifiant, origine[i] as number);
    const premier = clef === '' ? undefined : dejaVus.get(clef);
    if (premier !== undefined) {
      const message = identifiant === '' ? `Ligne identique à ${repere(premier)}. Vérifiez qu’elle n’est pas saisie deux fois.` : `Identifiant « ${identifiant} » déjà vu à ${ou(premier, 'identifiant')}. Vérifiez qu’il s’agit de deux demandes.`;
      ajoute({ adresse: ou(i, identifiant === '' ? 'reception' : 'identifiant'), gravite: 'avertissement', message });
      continue;
    }
    if (clef !== '') dejaVus.set(clef, i);
    const personne = clefTexte(textes.expediteur[i] ?? '');
    const objet = clefTexte(textes.objet[i] ?? '');
    if (personne === '' || objet === '' || reception[i] === 0 || (reception[i] as number) > au || (signes[i] as number) & (SIGNE.aCorriger | SIGNE.ecartee)) continue;
    const suite = parPersonne.get(`${personne}|${objet}`);
    if (suite) suite.push(i);
    else parPersonne.set(`${personne}|${objet}`, [i]);
  }

  let reiterations = 0;
  for (const suite of parPersonne.values()) {
    suite.sort((a, b) => (reception[a] as number) - (reception[b] as number) || a - b);
    for (let k = 1; k < suite.length; k++) {
      const [avant, i] = [suite[k - 1] as number, suite[k] as number];
      if ((reception[i] as number) - (reception[avant] as number) > JOURS_REITERATION) continue;
      reiterations++;
      ajoute({ adresse: ou(i, 'expediteur'), gravite: 'avertissement', message: `Réitération : même expéditeur et même objet que ${repere(avant)}, reçue le ${dateFr(reception[avant] as number)}.` });
    }
  }
  return reiterations;
}
