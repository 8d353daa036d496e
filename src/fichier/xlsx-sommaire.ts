// La partie principale d'un classeur : ses feuilles dans l'ordre des onglets, son calendrier, sa protection.
import { abime } from './archive-annuaire';
import { erreur } from '../socle/erreurs';
import { attributs, enfant, enfants, lien, racine } from './xml';
import { espacesDuTexte, type Espaces } from './xlsx-espaces';
import type { Paquet } from './xlsx-paquet';

export type Onglet = {
  readonly nom: string;
  /** Rang parmi tous les onglets, graphiques compris : c'est le `localSheetId` des noms définis. */
  readonly rang: number;
  readonly partie: string;
  /** Faux pour une feuille graphique ou de macros : elle compte dans les rangs et les noms, pas dans la lecture. */
  readonly deCalcul: boolean;
  readonly masquee: boolean;
};

export type Sommaire = {
  readonly partie: string;
  readonly onglets: readonly Onglet[];
  readonly date1904: boolean;
  readonly structureProtegee: boolean;
  readonly espaces: Espaces;
};

export const vrai = (valeur: string | undefined): boolean => valeur === '1' || valeur === 'true';

/** Excel ne distingue pas « suivi » de « Suivi ». */
export const memeNom = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

const partieClasseur = (paquet: Paquet): string => {
  const partie = paquet.liens('').find((l) => l.type === 'officeDocument')?.cible ?? 'xl/workbook.xml';
  if (/\.bin$/i.test(partie)) throw erreur('Le fichier est un classeur binaire (.xlsb)', 'Ouvrez-le dans votre tableur et enregistrez-le au format .xlsx');
  if (!paquet.existe(partie)) throw erreur('Le fichier ne contient pas de classeur', 'Choisissez un fichier .xlsx enregistré par votre tableur');
  return partie;
};

export const lisSommaire = (paquet: Paquet): Sommaire => {
  const partie = partieClasseur(paquet);
  const xml = paquet.texte(partie);
  const base = racine(xml);
  if (base.nom !== 'workbook') throw erreur('Le fichier n’est pas un classeur', 'Choisissez un fichier .xlsx ou .csv');
  const proprietes = enfant(xml, base, 'workbookPr');
  const protection = enfant(xml, base, 'workbookProtection');
  const liste = enfant(xml, base, 'sheets');
  const cibles = new Map(paquet.liens(partie).map((l) => [l.id, l]));
  const onglets = (liste ? enfants(xml, liste) : []).map((element, rang): Onglet => {
    const attrs = attributs(xml, element);
    const cible = cibles.get(lien(attrs) ?? '');
    if (!cible || !paquet.existe(cible.cible)) throw abime(`la feuille « ${attrs['name'] ?? rang + 1} » manque`);
    return {
      nom: attrs['name'] ?? '',
      rang,
      partie: cible.cible,
      deCalcul: cible.type === 'worksheet',
      masquee: attrs['state'] === 'hidden' || attrs['state'] === 'veryHidden',
    };
  });
  if (!onglets.some((onglet) => onglet.deCalcul)) throw erreur('Le classeur ne contient aucune feuille de calcul', 'Choisissez un autre fichier');
  return {
    partie,
    onglets,
    date1904: vrai(proprietes && attributs(xml, proprietes)['date1904']),
    structureProtegee: vrai(protection && attributs(xml, protection)['lockStructure']),
    espaces: espacesDuTexte(xml),
  };
};

export const trouveOnglet = (sommaire: Sommaire, nom: string): Onglet => {
  const onglet = sommaire.onglets.find((o) => memeNom(o.nom, nom));
  if (!onglet?.deCalcul) throw erreur(`La feuille « ${nom} » n’existe pas dans ce classeur`, 'Vérifiez le nom de l’onglet');
  return onglet;
};
