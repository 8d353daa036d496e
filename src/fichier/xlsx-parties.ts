// Les parties qu'un classeur gagne ou perd : une feuille, des styles, la chaîne de calcul.
import { erreur } from '../socle/erreurs';
import { NOM_FEUILLE_MAX } from './limites';
import { ajouteDans, attributs, enfant, enfants, racine } from './xml';
import { code } from './xml-texte';
import { attributLien, CONTENU } from './xlsx-espaces';
import { feuilleVide } from './xlsx-feuille';
import { STYLES_MINIMAUX } from './xlsx-nouveau';
import type { Paquet } from './xlsx-paquet';
import { lisSommaire, memeNom, type Sommaire } from './xlsx-sommaire';

export const creeFeuille = (paquet: Paquet, nom: string): void => {
  const sommaire = lisSommaire(paquet);
  if (sommaire.structureProtegee) throw erreur('La structure du classeur est protégée : on ne peut pas y ajouter de feuille', 'Ôtez la protection du classeur dans votre tableur');
  if (nom.trim() === '' || nom.length > NOM_FEUILLE_MAX || /[[\]:*?/\\]/.test(nom) || /^'|'$/.test(nom)) {
    throw erreur(`« ${nom} » ne peut pas nommer une feuille`, `Choisissez un nom de ${NOM_FEUILLE_MAX} caractères au plus, sans [ ] : * ? / \\ ni apostrophe au bord`);
  }
  if (sommaire.onglets.some((onglet) => memeNom(onglet.nom, nom))) throw erreur(`La feuille « ${nom} » existe déjà`, 'Choisissez un autre nom');
  const partie = paquet.libre('xl/worksheets/sheet#.xml');
  paquet.pose(partie, feuilleVide(sommaire.espaces));
  paquet.declare(partie, CONTENU.feuille);
  const id = paquet.ajouteLien(sommaire.partie, sommaire.espaces.type('worksheet'), partie);
  const xml = paquet.texte(sommaire.partie);
  const feuilles = enfant(xml, racine(xml), 'sheets')!;
  const numero = Math.max(0, ...enfants(xml, feuilles).map((element) => Number(attributs(xml, element)['sheetId']) || 0)) + 1;
  const onglet = `<${feuilles.prefixe}sheet name="${code(nom)}" sheetId="${numero}" ${attributLien(xml, racine(xml), sommaire.espaces, id)}/>`;
  paquet.pose(sommaire.partie, ajouteDans(xml, feuilles, onglet));
};

export const partieStyles = (paquet: Paquet, sommaire: Sommaire): string => {
  const connue = paquet.liens(sommaire.partie).find((l) => l.type === 'styles')?.cible;
  if (connue !== undefined && paquet.existe(connue)) return connue;
  const partie = paquet.existe('xl/styles.xml') ? paquet.libre('xl/styles#.xml') : 'xl/styles.xml';
  paquet.pose(partie, STYLES_MINIMAUX.replace(/xmlns="[^"]*"/, `xmlns="${sommaire.espaces.feuille}"`));
  paquet.declare(partie, CONTENU.styles);
  if (connue === undefined) paquet.ajouteLien(sommaire.partie, sommaire.espaces.type('styles'), partie);
  return partie;
};

/** calcChain cite les cellules à formule ; une de moins et Excel croit le fichier abîmé. Il la reconstruit quand elle manque. */
export const oteChaineDeCalcul = (paquet: Paquet, classeur: string): void => {
  for (const l of paquet.liens(classeur).filter((x) => x.type === 'calcChain')) {
    paquet.retireLien(classeur, l.id);
    paquet.retireDeclaration(l.cible);
    paquet.supprime(l.cible);
  }
};
