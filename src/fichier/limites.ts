// Les bornes d'un fichier raisonnable : au-delà, on refuse avec une phrase plutôt que d'épuiser la machine.

const Mo = 1024 * 1024;

/** Limites du format lui-même (Excel 2007 et suivants). */
export const LIGNES_MAX = 1_048_576;
export const COLONNES_MAX = 16_384;
export const TEXTE_MAX = 32_767;
export const NOM_FEUILLE_MAX = 31;

/** Un classeur réel a quelques dizaines de parties ; les plus chargés (images, commentaires) quelques milliers. */
export const PARTIES_MAX = 20_000;
/** Une partie devient une chaîne : V8 ne va pas plus loin que 2^29 − 24 caractères. */
export const PARTIE_MAX = 480 * Mo;
export const TOTAL_MAX = 2048 * Mo;
/** Le XML d'un tableur se comprime de 5 à 60 fois ; au-delà de 250 sur une grosse partie, c'est une bombe. */
export const RAPPORT_MAX = 250;
export const RAPPORT_TOLERE_JUSQU_A = 32 * Mo;
/** Total des feuilles décompressées gardées en mémoire d'une lecture à l'autre, en caractères. */
export const CACHE_MAX = 160 * Mo;
