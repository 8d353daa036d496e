// Les colonnes d'un registre de consentements et d'une feuille de réponses, et les mots par lesquels on les appelle (domaine.md §5.3).
import type { ColonneVoulue } from '../../socle/tableau/colonne-voulue';

type ClefConsentement = 'id' | 'identite' | 'consentement' | 'date' | 'modalite' | 'version' | 'finalite' | 'retrait' | 'purge' | 'reponse';

const ID: ColonneVoulue<'id'> = { clef: 'id', synonymes: ['id répondant', 'identifiant', 'identifiant du répondant', 'pseudonyme', 'code répondant', 'numéro de répondant', 'n° répondant', 'id', 'n°', 'numéro', 'réf'], sauf: ['téléphone', 'date'] };
const IDENTITE: ColonneVoulue<'identite'> = { clef: 'identite', synonymes: ['identité', 'nom', 'nom et prénom', 'nom prénom', 'répondant', 'personne', 'usager', 'participant', 'courriel', 'e-mail', 'adresse mail', 'adresse e-mail', 'mail', 'email'], sauf: ['date', 'consentement', 'service', 'agent'] };
const REPONSE: ColonneVoulue<'reponse'> = { clef: 'reponse', synonymes: ['date de la réponse', 'date de réponse', 'réponse le', 'répondu le', 'date réponse', 'soumis le', 'date de soumission', 'horodateur', 'date d’envoi'], sauf: ['consentement', 'accord', 'retrait'], date: true };

export const COLONNES_CONSENTEMENT: readonly ColonneVoulue<ClefConsentement>[] = [
  { clef: 'consentement', synonymes: ['consentement', 'accord', 'accord préalable', 'consentement donné', 'accepte', 'j’accepte', 'autorisation', 'opt in', 'consent'], sauf: ['date', 'retrait', 'modalité', 'version', 'preuve'] },
  { clef: 'retrait', synonymes: ['date de retrait', 'retrait', 'retiré le', 'retrait du consentement', 'date du retrait', 'opposition le'], sauf: [] },
  { clef: 'purge', synonymes: ['purge prévue le', 'purge prévue', 'effacement prévu le', 'à effacer le', 'à purger le', 'date de purge', 'conservé jusqu’au', 'fin de conservation'], sauf: [], date: true },
  { clef: 'date', synonymes: ['date du consentement', 'date de consentement', 'date et heure', 'date de l’accord', 'consenti le', 'recueilli le', 'horodatage', 'date accord', 'date'], sauf: ['retrait', 'réponse', 'naissance', 'purge'], date: true },
  REPONSE,
  { clef: 'modalite', synonymes: ['modalité', 'mode de recueil', 'moyen', 'recueilli par', 'support'], sauf: ['date'] },
  { clef: 'version', synonymes: ['version de la mention', 'version', 'texte accepté', 'version du texte'], sauf: ['date'] },
  { clef: 'finalite', synonymes: ['finalité', 'objet', 'pour quoi', 'enquête'], sauf: ['date'] },
  ID, IDENTITE,
];
export const COLONNES_REPONSE: readonly ColonneVoulue<'id' | 'identite' | 'reponse'>[] = [REPONSE, ID, IDENTITE];

/** Un consentement, et de quoi dire de qui ou de quand. */
export const estUnRegistre = (colonnes: Readonly<Record<string, number>>): boolean => colonnes['consentement'] !== undefined && (colonnes['identite'] !== undefined || colonnes['id'] !== undefined);
