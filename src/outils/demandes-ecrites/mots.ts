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

const SANS_REPONSE = /^(|nr|n r|n a|na|0|non|faux|false|no|neant|rien|(non|pas) (encore )?(repond|reponse|trait|fait|clos).*|pas encore.*|(sans|pas de|aucune?) (reponse|suite)|aucune?|(en )?(cours|attente).*|a (traiter|faire|repondre|envoyer))$/;
const HORS_PERIMETRE = /^(sans objet|s o|so|class(e|ee|es|ees)( .*)?|transmi(s|se|ses|ssion)( .*)?|transfere(e|s|es)?( .*)?|reoriente(e|s|es)?( .*)?|hors perimetre|redirige(e|s|es)?( .*)?)$/;
const AR_SEUL = /^(ar|are|accuse( de)?( reception)?)( (seul|seulement|uniquement|envoye|fait|le .*|du .*|\d.*))?$/;
const SANS_AR = /^(|nr|n r|n a|na|0|non|faux|false|no|neant|aucun|pas d ar|sans ar|en cours|en attente|a faire|a envoyer)$/;
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
  if (SANS_REPONSE.test(mot)) return MOT.sansReponse;
  if (AR_SEUL.test(mot)) return MOT.arSeul;
  return HORS_PERIMETRE.test(mot) ? MOT.horsPerimetre : 0;
};

/** Une cellule d'accusé de réception qui n'est pas une date. */
export const motDAccuse = (texte: string): number => {
  if (commenceParUnChiffre(texte) && texte !== '1') return 0;
  const mot = epure(texte);
  if (OUI.has(mot)) return MOT.arSansDate;
  return SANS_AR.test(mot) || HORS_PERIMETRE.test(mot) ? MOT.sansReponse : 0;
};

export const CANAL = { inconnu: 0, courrier: 1, courriel: 2, autre: 3 } as const;
export const NOMS_CANAUX = [null, 'courrier', 'courriel', 'autre'] as const;

const COURRIEL = /\b(courriels?|e courriers?|mails?|e ?mails?|mel|mels|internet|web|formulaires?|en ligne|electroniques?|demat|dematerialise(e|s|es)?|tele ?services?|tele ?procedures?|sve|lre|numerique|online|site|messagerie)\b/;
const COURRIER = /\b(courriers?|lettres?|postal|postale|poste|l ?r ?a ?r|rar|lr|recommandes?|papiers?|plis?|letters?|post)\b/;

/** Le canal que dit un texte ; « formulaire papier » est du papier, « courrier électronique » un courriel, les deux à la fois ni l'un ni l'autre. */
export const canalDe = (texte: string): number => {
  if (texte.trim() === '@') return CANAL.courriel;
  const mot = epure(texte).replace(/\b(courrier|lettre)s? (recommandee? )?electroniques?\b/g, 'courriel').replace(/\be courriers?\b/g, 'courriel');
  if (mot === '') return CANAL.inconnu;
  if (/\bpapiers?\b/.test(mot)) return CANAL.courrier;
  const [electronique, postal] = [COURRIEL.test(mot), COURRIER.test(mot)];
  if (electronique && postal) return CANAL.autre;
  if (electronique) return CANAL.courriel;
  return postal ? CANAL.courrier : CANAL.autre;
};

/** Le canal que dit le nom d'une feuille ou d'un fichier ; seuls les mots sans équivoque comptent (« site-nord » n'est pas un courriel). */
export const canalDuNom = (nom: string): number => {
  const mot = epure(nom);
  const electronique = /\b(courriels?|mails?|e mails?|mels?)\b/.test(mot);
  const postal = /\b(courriers?|lettres?)\b/.test(mot.replace(/\bcourriers? electroniques?\b/g, 'courriel'));
  if (electronique === postal) return CANAL.inconnu;
  return electronique ? CANAL.courriel : CANAL.courrier;
};
