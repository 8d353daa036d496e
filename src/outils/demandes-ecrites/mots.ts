// Les mots que les agents écrivent à la place d'une date, et ceux par lesquels ils nomment un canal (domaine.md §8 cas 6 et 15).
import { LU } from '../../socle/dates-colonne';
import { sansAccents } from '../../socle/normalise';

/** Ce que dit une cellule de réponse ou d'AR qui n'est pas une date. */
export const MOT = {
  sansReponse: LU.motConnu,
  horsPerimetre: LU.motConnu + 1,
  arSeul: LU.motConnu + 2,
  arSansDate: LU.motConnu + 3,
} as const;

const SANS_REPONSE = new Set(['nr', 'n r', 'non repondu', 'non repondue', 'non repondus', 'non traite', 'non traitee', 'sans reponse', 'pas de reponse', 'pas repondu', 'aucune', 'aucune reponse', 'neant', 'non', 'faux', 'false', 'no', 'en cours', 'en attente', 'a traiter', 'a faire', '0', '']);
const HORS_PERIMETRE = /^(sans objet|s o|so|class(e|ee|es)( .*)?|transmi(s|se|ssion)( .*)?|transfere(e|s)?( .*)?|reoriente(e|s)?( .*)?|hors perimetre|redirige(e|s)?( .*)?)$/;
const AR_SEUL = /^(ar|are|accuse( de reception)?)( (seul|seulement|uniquement|envoye|fait))?$/;
const OUI = new Set(['oui', 'o', 'x', '1', 'ok', 'fait', 'envoye', 'vrai', 'true', 'yes', 'y', 'ar', '✓', '✔']);

/** « N.R. » → « n r » : lettres et chiffres seuls, pour que la ponctuation ne compte pas. */
const epure = (texte: string): string => sansAccents(texte).replace(/[^a-z0-9✓✔]+/g, ' ').trim();

const commenceParUnChiffre = (texte: string): boolean => {
  const code = texte.charCodeAt(0);
  return code >= 49 && code <= 57;
};

/** Une cellule de réponse finale qui n'est pas une date. */
export const motDeReponse = (texte: string): number => {
  if (commenceParUnChiffre(texte)) return 0;
  const mot = epure(texte);
  if (SANS_REPONSE.has(mot)) return MOT.sansReponse;
  if (AR_SEUL.test(mot)) return MOT.arSeul;
  return HORS_PERIMETRE.test(mot) ? MOT.horsPerimetre : 0;
};

/** Une cellule d'accusé de réception qui n'est pas une date. */
export const motDAccuse = (texte: string): number => {
  if (commenceParUnChiffre(texte) && texte !== '1') return 0;
  const mot = epure(texte);
  if (OUI.has(mot)) return MOT.arSansDate;
  return SANS_REPONSE.has(mot) || HORS_PERIMETRE.test(mot) ? MOT.sansReponse : 0;
};

export const CANAL = { inconnu: 0, courrier: 1, courriel: 2, autre: 3 } as const;
export const NOMS_CANAUX = [null, 'courrier', 'courriel', 'autre'] as const;

const COURRIEL = /\b(courriels?|mails?|e ?mails?|mel|mels|internet|web|formulaires?|en ligne|electroniques?|dematerialise|teleservices?|numerique|online|site|messagerie)\b/;
const COURRIER = /\b(courriers?|lettres?|postal|postale|poste|lrar|lr|recommandes?|papiers?|plis?|letters?|post)\b/;

/** Le canal que dit un texte ; « formulaire papier » est du papier, « courrier électronique » un courriel. */
export const canalDe = (texte: string): number => {
  const mot = epure(texte);
  if (mot === '') return CANAL.inconnu;
  if (/\bpapiers?\b/.test(mot)) return CANAL.courrier;
  if (COURRIEL.test(mot)) return CANAL.courriel;
  return COURRIER.test(mot) ? CANAL.courrier : CANAL.autre;
};
