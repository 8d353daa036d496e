// Les échelles de réponse que les agents emploient, du plus favorable au moins : elles ordonnent les réponses et les disent ordinales.

/** Chaque échelle, par les débuts de mots de ses degrés, sans accents ni genre. */
const ECHELLES: readonly (readonly string[])[] = [
  ['tres satisfait', 'plutot satisfait', 'satisfait', 'moyennement satisfait', 'peu satisfait', 'plutot insatisfait', 'plutot pas satisfait', 'pas satisfait', 'insatisfait', 'tres insatisfait', 'pas du tout satisfait'],
  ['tout a fait', 'plutot oui', 'plutot', 'ni oui ni non', 'moyennement', 'plutot non', 'plutot pas', 'pas vraiment', 'pas du tout'],
  ["tout a fait d'accord", "plutot d'accord", "d'accord", "ni d'accord ni pas d'accord", "plutot pas d'accord", "pas d'accord", "pas du tout d'accord"],
  ['tres facile', 'plutot facile', 'facile', 'moyen', 'plutot difficile', 'difficile', 'tres difficile'],
  ['tres simple', 'simple', 'peu simple', 'pas simple', 'pas du tout simple', 'complique', 'tres complique'],
  ['tres bien', 'plutot bien', 'bien', 'assez bien', 'moyen', 'passable', 'plutot mal', 'mal', 'tres mal'],
  ['excellent', 'tres bon', 'bon', 'moyen', 'mauvais', 'tres mauvais'],
  ['beaucoup', 'assez', 'un peu', 'pas du tout'],
  ['tres', 'assez', 'plutot', 'peu', 'pas du tout'],
  ['toujours', 'souvent', 'parfois', 'rarement', 'jamais'],
  ['fort', 'moyen', 'faible'],
  ['oui', 'non'],
];

/** « satisfait(e) », « Satisfaits », « satisfaite » → satisfait. */
const degre = (clef: string): string => clef.replace(/\((e|s|es|ve)\)|·e?s?/g, '').replace(/(satisfait|content|simple|facile|difficile|complique|bon|mauvais)(e?s?)$/, '$1').trim();

/** L'échelle dont toutes ces réponses sont des degrés, ou null. « Oui / Non » ordonne mais n'est pas une échelle d'opinion. */
export const echelleDe = (clefs: readonly string[]): readonly string[] | null => (clefs.length < 2 ? null : (ECHELLES.find((echelle) => clefs.every((clef) => echelle.includes(degre(clef)))) ?? null));

const TRANCHE = /^(moins de |plus de |de |< ?|> ?)?(\d+)/;

/** Un rang par réponse : degré d'une échelle connue, nombre, début de tranche (« 18-25 ans », « moins de 18 ans ») ; tous égaux sinon. */
export const rangsDe = (clefs: readonly string[]): number[] => {
  const echelle = echelleDe(clefs);
  if (echelle !== null) return clefs.map((clef) => echelle.indexOf(degre(clef)));
  const nombres = clefs.map((clef) => {
    const [, avant = '', chiffres] = TRANCHE.exec(clef) ?? [];
    if (chiffres === undefined) return NaN;
    const signe = /^-/.test(clef) ? -1 : 1;
    return signe * Number(chiffres) + (/moins|</.test(avant) ? -0.5 : /plus|>/.test(avant) ? 0.5 : 0);
  });
  if (clefs.every((clef) => /^-?\d+([.,]\d+)?$/.test(clef))) return clefs.map((clef) => Number(clef.replace(',', '.')));
  return nombres.every((n) => !Number.isNaN(n)) ? nombres : clefs.map(() => 0);
};

/** Les degrés favorables d'une échelle d'opinion à l'œuvre dans ces réponses (sa moitié haute), « oui » pour Oui / Non ; null sinon. */
export const favorables = (clefs: readonly string[]): readonly string[] | null => {
  const echelle = echelleDe(clefs);
  if (echelle === null) return null;
  return clefs.filter((clef) => FAVORABLES.test(degre(clef)));
};

const FAVORABLES = /^(oui|tres( (satisfait|facile|simple|bien|bon))?|plutot( (satisfait|oui|facile|bien))?|satisfait|tout a fait.*|plutot d'accord|d'accord|facile|simple|bien|bon|excellent|beaucoup|assez( bien)?|toujours|souvent|fort)$/;
