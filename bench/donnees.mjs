// Les mêmes données fictives à chaque séance, dans la forme où un tableur les donne à une fonction : une matrice d'une colonne, par cellule un nombre ou ''.
/** Un générateur congruentiel. */
export const suite = (graine) => () => (graine = (Math.imul(graine, 1664525) + 1013904223) >>> 0) / 2 ** 32;

/** Un registre : réceptions, AR et réponses en numéros de série. */
export const colonnes = (n) => {
  const hasard = suite(2026);
  const lignes = Array.from({ length: n }, () => {
    const recue = 45_700 + Math.floor(hasard() * 640);
    return { recue, accuse: hasard() < 0.4 ? recue + Math.floor(hasard() * 12) : '', reponse: hasard() < 0.85 ? recue + Math.floor(hasard() ** 2 * 60) : '', courriel: hasard() < 0.5 };
  });
  const colonne = (clef) => lignes.map((ligne) => [ligne[clef]]);
  return { receptions: colonne('recue'), accuses: colonne('accuse'), reponses: colonne('reponse'), courriel: lignes.map(({ courriel }) => courriel) };
};

const deux = (nombre) => String(nombre).padStart(2, '0');
/** Une série en jj/mm/aaaa. */
export const texteDe = (serie) => {
  const jour = new Date((serie - 25569) * 86_400_000);
  return `${deux(jour.getUTCDate())}/${deux(jour.getUTCMonth() + 1)}/${jour.getUTCFullYear()}`;
};

/** La limite : un seul passage, chaque valeur regardée, rien d'autre. */
export const compteUnPassage = (receptions, reponses, k) => {
  let numerateur = 0;
  let denominateur = 0;
  for (let i = 0; i < receptions.length; i++) {
    const recue = receptions[i][0];
    if (typeof recue !== 'number' || recue <= 0) continue;
    const repondue = reponses[i][0];
    if (typeof repondue === 'number' && repondue > 0) {
      if (repondue < recue) continue;
      if (repondue - recue < k) numerateur++;
    }
    denominateur++;
  }
  return numerateur / denominateur;
};
