// La typographie française des textes affichés : espaces insécables, guillemets, apostrophe, points de suspension (domaine.md §2.4).
const INSECABLE = '\u00a0';
const FINE_INSECABLE = '\u202f';
/** Ce qui ne se sépare pas du nombre qui précède. */
const UNITES = 'jours?|j|mois|ans?|lignes?|demandes?|réponses?|cellules?|feuilles?|pts?|points?|px|sur|min|s|€';
const APRES_NOMBRE = new RegExp(`(\\d|^) (?=(?:${UNITES})(?![\\wà-ÿ]))`, 'g');

/** Le texte, avec ses espaces et ses signes français ; le refaire ne change rien. */
export const typographie = (texte: string): string =>
  texte
    .replace(/«[ \u00a0]?/g, `«${INSECABLE}`)
    .replace(/[ \u00a0]?»/g, `${INSECABLE}»`)
    .replace(/ ([;!?])(?=\s|$)/g, `${FINE_INSECABLE}$1`)
    .replace(/ :(?=\s|$)/g, `${INSECABLE}:`)
    .replace(/(\d|^) (?=%)/g, `$1${INSECABLE}`)
    .replace(APRES_NOMBRE, `$1${INSECABLE}`)
    .replace(/n° (?=\S)/g, `n°${INSECABLE}`)
    .replace(/([A-Za-zÀ-ÿ])'(?=[A-Za-zÀ-ÿ])/g, '$1’')
    .replace(/\.\.\./g, '…');

/** Un texte à nous autour de valeurs : fr`Feuille « ${nom} »`. Les valeurs restent telles quelles. */
export const fr = (morceaux: TemplateStringsArray, ...valeurs: readonly (string | number)[]): string =>
  morceaux.reduce((texte, morceau, i) => {
    // Entre un nombre et le mot qui le suit, rien ne se coupe.
    const joint = morceau === ' ' && /\d$/.test(texte) ? INSECABLE : typographie(morceau);
    return `${texte}${joint}${i < valeurs.length ? String(valeurs[i]) : ''}`;
  }, '');
