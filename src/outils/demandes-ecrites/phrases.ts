// Les phrases qui accompagnent les chiffres, les mêmes dans l'onglet et dans la ligne de commande.
import { pluriel } from '../../socle/format';
import type { Comptes, Regles } from './mesures';
import type { ReglagesDemandes } from './reperes';

const compte = (n: number, singulier: string, auPluriel: string): string => `${n} ${pluriel(n, singulier, auPluriel)}`;

/** Ce que sont devenues les lignes lues : comptées, à corriger, écartées… */
export const phraseEffectifs = (e: Readonly<Record<string, number>>): string =>
  [
    `${compte(e['lignes'] ?? 0, 'ligne lue', 'lignes lues')} : ${compte(e['utilisables'] ?? 0, 'demande comptée', 'demandes comptées')}`,
    `${e['a-corriger'] ?? 0} à corriger`,
    e['hors-champ'] ? `${e['hors-champ']} hors champ (${pluriel(e['hors-champ'], 'reçue', 'reçues')} après l’arrêté)` : '',
    e['hors-perimetre'] ? `${e['hors-perimetre']} hors périmètre` : '',
    e['ecartee'] ? `${compte(e['ecartee'], 'écartée', 'écartées')} par les filtres` : '',
    e['reiterations'] ? compte(e['reiterations'], 'réitération', 'réitérations') : '',
  ].filter(Boolean).join(', ');

/** La règle des jours ouvrés, rendue à part : elle ne vaut que pour les courriels. */
export const phraseArOuvre = ({ arOuvres }: Regles, { arOuvre: { numerateur, denominateur } }: Comptes): string =>
  `Accusé de réception électronique en ${compte(arOuvres, 'jour ouvré', 'jours ouvrés')} au plus (code des relations entre le public et l’administration, R. 112-11-2) : ${denominateur === 0 ? 'sans objet' : `${numerateur}/${denominateur}`}.`;

/** « zone La Réunion, 2 jours de fermeture » : ce qui décide des jours ouvrés ; rien en jours calendaires. */
export const phraseZone = ({ unite, zone, fermetures }: ReglagesDemandes): string =>
  unite === 'calendaires' ? '' : [`zone ${zone}`, fermetures.length === 0 ? '' : compte(fermetures.length, 'jour de fermeture', 'jours de fermeture')].filter(Boolean).join(', ');
