// Un nom de fichier ou d'onglet peut porter des signes qui ne se voient pas, et qui feraient écrire au terminal autre chose que ce qu'ils disent.

/** Les blancs de toute sorte deviennent une espace ; les autres caractères de contrôle, et ceux qui changent le sens de lecture, se voient. */
export const texteNet = (texte: string): string => texte.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '\ufffd');
