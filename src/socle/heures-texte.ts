// L'heure qui suit une date écrite : elle n'est pas gardée (seuls les jours entiers comptent, domaine §8 cas 5), mais elle doit être vraie.

// Ce qui relie la date à l'heure (« T », « à », virgule, tiret, espace), l'heure (8:15:30,123 · 8h15 · 8 h 15 min · 081530 · 8 PM), le fuseau.
const HEURE =
  /^(?:(\s*t\s*)|\s*,?\s*[àa]\s*|\s*,\s*|\s+(?:-\s+)?)(?:(\d{1,2})\s?:\s?(\d{2})(?:\s?:\s?(\d{2})(?:[.,]\d{1,9})?)?|(\d{1,2})\s?h(?:eures?|rs?)?(?:\s?(\d{1,2})(?:\s?(?:min|mn))?)?|(\d{2})(\d{2})(\d{2})?|(\d{1,2})(?=\s?[ap]\.?m))(?:\s?([ap])\.?m\.?)?(?:\s?(?:z|utc|gmt|(?:utc|gmt)?\s?[+-]\d{2}(?::?\d{2})?)(?:\s?\([^()]*\))?)?\s*$/i;

const chiffre = (texte: string, i: number): number => {
  const valeur = texte.charCodeAt(i) - 48;
  return valeur >= 0 && valeur <= 9 ? valeur : -100;
};

/** Les exports écrivent presque tous « 08:15 » ou « T08:15:30 » : ces formes se lisent sans expression régulière. */
const formeCourante = (texte: string, debut: number): boolean => {
  const longueur = texte.length - debut;
  const lien = texte.charCodeAt(debut);
  if ((longueur !== 6 && longueur !== 9) || (lien !== 32 && lien !== 84) || texte.charCodeAt(debut + 3) !== 58) return false;
  const heure = chiffre(texte, debut + 1) * 10 + chiffre(texte, debut + 2);
  const minute = chiffre(texte, debut + 4) * 10 + chiffre(texte, debut + 5);
  if (heure < 0 || heure > 23 || minute < 0 || minute > 59) return false;
  if (longueur === 6) return true;
  const seconde = chiffre(texte, debut + 7) * 10 + chiffre(texte, debut + 8);
  return texte.charCodeAt(debut + 6) === 58 && seconde >= 0 && seconde <= 59;
};

/** Vrai si le texte, à partir de `debut`, est une heure possible et rien d'autre. */
export const estUneHeure = (texte: string, debut: number): boolean => {
  if (formeCourante(texte, debut)) return true;
  const parties = HEURE.exec(texte.slice(debut));
  if (!parties) return false;
  const [, t, h1, m1, s1, h2, m2, h3, m3, s3, h4, demi] = parties;
  // Quatre ou six chiffres collés ne sont une heure qu'après le T de la norme ISO.
  if (h3 !== undefined && t === undefined) return false;
  const heure = Number(h1 ?? h2 ?? h3 ?? h4);
  const minute = Number(m1 ?? m2 ?? m3 ?? 0);
  const seconde = Number(s1 ?? s3 ?? 0);
  return (demi === undefined ? heure <= 23 : heure >= 1 && heure <= 12) && minute <= 59 && seconde <= 59;
};
