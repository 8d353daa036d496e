// Ce qui, dans un texte libre, désigne une personne : adresse électronique, téléphone, NIR, IBAN, plaque, nom après une civilité. Signalé, jamais changé.

export type Genre = 'courriel' | 'telephone' | 'nir' | 'iban' | 'plaque' | 'allocataire' | 'nom';

export const LIBELLES_GENRES: Readonly<Record<Genre, string>> = { courriel: 'adresse électronique', telephone: 'numéro de téléphone', nir: 'numéro de sécurité sociale', iban: 'IBAN', plaque: 'plaque d’immatriculation', allocataire: 'numéro d’allocataire', nom: 'nom après une civilité' };

const COURRIEL = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/u;
/** Un numéro français : 0 ou +33 et neuf chiffres, séparés comme on veut. */
const TELEPHONE = /(?<![\d.])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.\u00a0\u202f-]?\d{2}){4}(?!\d)/;
const NIR = /(?<!\d)([1-478])[\s.]?(\d{2})[\s.]?(\d{2})[\s.]?(\d{2}|2[AB])[\s.]?(\d{3})[\s.]?(\d{3})[\s.]?(\d{2})(?!\d)/gi;
const IBAN = /(?<![A-Z0-9])([A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{2,4}){3,8})(?![A-Z0-9])/gi;
/** Depuis 2009 : deux lettres, trois chiffres, deux lettres, sans I, O ni U. */
const PLAQUE = /(?<![\p{L}\p{N}])[A-HJ-NP-TV-Z]{2}[\s-]?\d{3}[\s-]?[A-HJ-NP-TV-Z]{2}(?![\p{L}\p{N}])/iu;
const ALLOCATAIRE = /allocataire[^\d\n]{0,15}\d{6,9}(?!\d)/i;
/** Un nom a sa majuscule, avec ou sans particule (« Monsieur Le Gall ») ; « Madame la directrice », « Monsieur Le maire » sont des fonctions. */
const NOM = /(?<!\p{L})(?:MM?\.|M|[Mm]mes?|[Mm]lles?|Monsieur|Madame|Mademoiselle|Dr|Docteur|Maître|Me)[\s\u00a0]+(?:(?:[Ll]e|[Ll]a|[Dd]e|[Dd]u|[Dd]es|[Dd]['’]|[Ll]['’])[\s\u00a0]?)?(?!(?:Le|La|Les|Tout|Tous|Bonjour|Merci|Monsieur|Madame)(?!\p{L}))\p{Lu}[\p{L}'’-]+/u;
/** « mme dupont » : sans majuscule, l'abréviation seule désigne, et jamais devant un petit mot. */
const NOM_MINUSCULE = /(?<!\p{L}|\d[\s\u00a0]?)(?:m\.|mme|mlle)[\s\u00a0]+(?!(?:le|la|les|l|est|a|au|aux|de|du|des|et|ou|en|qui|que|ne|n|pas|tout|tous|bonjour|merci|puis|pour|par|dans|sur|avec)(?!\p{L}))\p{L}[\p{L}'’-]{2,}/iu;

/** Clef du NIR : 97 − (nombre mod 97) ; la Corse compte 2A pour 19 et 2B pour 18 (Insee, « numéro d'inscription au répertoire »). */
export const clefNir = (treize: string): number => {
  const nombre = treize.toUpperCase().replace('2A', '19').replace('2B', '18');
  // Le nombre dépasse ce qu'un entier de JavaScript garde exactement : reste par morceaux.
  const reste = [...nombre].reduce((r, chiffre) => (r * 10 + Number(chiffre)) % 97, 0);
  return 97 - reste;
};

/** Chaque place où le motif se trouve (`matchAll` n'est pas d'ES2019). */
const toutes = (texte: string, motif: RegExp): RegExpExecArray[] => {
  const trouvees: RegExpExecArray[] = [];
  motif.lastIndex = 0;
  for (let une = motif.exec(texte); une !== null; une = motif.exec(texte)) trouvees.push(une);
  return trouvees;
};

const estNir = (texte: string): boolean => {
  for (const [, sexe, annee, mois, departement, commune, ordre, clef] of toutes(texte, NIR)) {
    const m = Number(mois);
    // Mois de naissance connu, ou codes 20 et plus d'un état civil étranger ou incomplet.
    if ((m >= 1 && m <= 12) || m >= 20) if (clefNir(`${sexe}${annee}${mois}${departement}${commune}${ordre}`) === Number(clef)) return true;
  }
  return false;
};

/** Contrôle d'un IBAN : les quatre premiers signes à la fin, A = 10…, reste 1 modulo 97 (ISO 13616). */
export const estIbanValide = (brut: string): boolean => {
  const serre = brut.replace(/[\s\u00a0]/g, '').toUpperCase();
  if (serre.length < 15 || serre.length > 34) return false;
  const tourne = serre.slice(4) + serre.slice(0, 4);
  let reste = 0;
  for (const signe of tourne) {
    const valeur = parseInt(signe, 36);
    reste = (valeur > 9 ? reste * 100 + valeur : reste * 10 + valeur) % 97;
  }
  return reste === 1;
};

const estIban = (texte: string): boolean => {
  for (const [, trouve = ''] of toutes(texte, IBAN)) {
    // Ce qui suit le numéro peut lui ressembler : on essaie aussi sans les derniers groupes.
    for (let mots = trouve.split(/[ \u00a0]/); mots.length > 0; mots = mots.slice(0, -1)) if (estIbanValide(mots.join(''))) return true;
  }
  return false;
};

/** Ce que le texte laisse voir, sans doublon. */
export const detecte = (texte: string): Genre[] => [
  ...(COURRIEL.test(texte) ? ['courriel' as const] : []),
  ...(estNir(texte) ? ['nir' as const] : []),
  ...(estIban(texte) ? ['iban' as const] : []),
  ...(TELEPHONE.test(texte) && !estNir(texte) ? ['telephone' as const] : []),
  ...(PLAQUE.test(texte) ? ['plaque' as const] : []),
  ...(ALLOCATAIRE.test(texte) ? ['allocataire' as const] : []),
  ...(NOM.test(texte) || NOM_MINUSCULE.test(texte) ? ['nom' as const] : []),
];
