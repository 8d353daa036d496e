// Le format de nombre qu'une personne écrit en français (« jj/mm/aaaa », « # ##0,0 ») dans l'écriture du fichier.

/** Null quand le format mêle ce que l'on ne sait pas traduire sans deviner. */
export const codeDuFichier = (francais: string): string | null => {
  if (/["\\[\];]/.test(francais)) return null;
  const nu = francais.replace(/[\u00a0\u202f]/g, ' ');
  if (/[ja]/i.test(nu) || /^m{1,4}$/i.test(nu) || /h/i.test(nu)) return nu.replace(/j/gi, 'd').replace(/a/gi, 'y');
  if (!/^[#0 ,%€]+$/.test(nu)) return null;
  return nu.replace(/,/g, '.').replace(/([#0]) (?=[#0])/g, '$1,').replace(/ ([%€])/g, '" "$1');
};
