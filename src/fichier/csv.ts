// Un .csv vu comme un classeur d'une feuille. Dès qu'on y écrit, il devient un .xlsx en mémoire, ses données gardées telles quelles.
import { dsvFormat } from 'd3-dsv';
import type { Cellule, Plage } from '../socle/cellule';
import type { HoteSynchrone, Lecture, Releve } from '../socle/classeur';
import { erreur } from '../socle/erreurs';
import { texteInconnu } from './encodage';
import { COLONNES_MAX, LIGNES_MAX, NOM_FEUILLE_MAX } from './limites';
import { nouveauXlsx } from './xlsx-nouveau';
import { ouvreXlsx, type ClasseurXlsx } from './xlsx';
import { memeNom } from './xlsx-sommaire';

/** Nombre de séparateurs hors guillemets dans chacune des premières lignes non vides. */
const comptes = (texte: string, separateur: string): number[] => {
  const lignes: number[] = [];
  let nombre = 0;
  let entreGuillemets = false;
  let vide = true;
  for (let i = 0; i < texte.length && lignes.length < 30; i++) {
    const lettre = texte[i]!;
    if (lettre === '"') entreGuillemets = !entreGuillemets;
    if (!entreGuillemets && (lettre === '\n' || lettre === '\r')) {
      if (!vide) lignes.push(nombre);
      nombre = 0;
      vide = true;
      continue;
    }
    vide = false;
    if (!entreGuillemets && lettre === separateur) nombre++;
  }
  if (!vide) lignes.push(nombre);
  return lignes;
};

/** Le séparateur qui coupe le plus de lignes en autant de morceaux ; à égalité, le point-virgule des tableurs français. */
export const separateurDe = (texte: string): string => {
  let [meilleur, record] = [';', 0];
  for (const separateur of [';', '\t', ',']) {
    const lignes = comptes(texte.slice(0, 200_000), separateur);
    const accords = new Map<number, number>();
    for (const n of lignes) if (n > 0) accords.set(n, (accords.get(n) ?? 0) + 1);
    const score = Math.max(0, ...[...accords].map(([n, fois]) => fois * 100 + Math.min(n, 99)));
    if (score > record) [meilleur, record] = [separateur, score];
  }
  return meilleur;
};

const nomDeFeuille = (fichier: string): string => {
  const base = fichier.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  const propre = base.replace(/[[\]:*?/\\]/g, ' ').replace(/^'+|'+$/g, '').slice(0, NOM_FEUILLE_MAX).trim();
  return propre || 'Feuil1';
};

const lisCsv = (octets: Uint8Array): Plage => {
  const texte = texteInconnu(octets);
  if (texte.includes('\0')) throw erreur('Le fichier n’est pas un texte', 'Choisissez un fichier .csv ou .xlsx enregistré par votre tableur');
  // « sep=; » en première ligne est une consigne pour Excel, qui ne la montre pas.
  const consigne = /^sep=(.)\r?\n/i.exec(texte);
  const corps = consigne ? texte.slice(consigne[0].length) : texte;
  const lignes = dsvFormat(consigne?.[1] ?? separateurDe(corps)).parseRows(corps);
  if (lignes.length > LIGNES_MAX || lignes.some((ligne) => ligne.length > COLONNES_MAX)) {
    throw erreur('Le fichier dépasse les limites d’un tableur (1 048 576 lignes, 16 384 colonnes)', 'Découpez-le en plusieurs fichiers');
  }
  return lignes;
};

const lecteurCsv = (nom: string, donnees: Plage): ((lecture: Lecture) => Releve) => {
  let [lignes, colonnes] = [0, 0];
  donnees.forEach((ligne, i) => {
    for (let j = ligne.length; j > 0; j--)
      if (ligne[j - 1] !== '') {
        lignes = i + 1;
        colonnes = Math.max(colonnes, j);
        break;
      }
  });
  const plage = (haut: number, gauche: number, hauteur: number, largeur: number): Plage => {
    const fin = Math.min(colonnes, gauche - 1 + largeur);
    return donnees.slice(haut - 1, Math.min(lignes, haut - 1 + hauteur)).map((ligne) => {
      const morceau: Cellule[] = ligne.slice(gauche - 1, fin);
      while (morceau.length < fin - gauche + 1) morceau.push(null);
      return morceau;
    });
  };
  const connue = (feuille: string): void => {
    if (!memeNom(feuille, nom)) throw erreur(`La feuille « ${feuille} » n’existe pas dans ce fichier`, 'Vérifiez le nom de l’onglet');
  };
  return ({ tetes = 0, zones = [], masquees = [] }) => {
    [...zones.map((zone) => zone.feuille), ...masquees].forEach(connue);
    return {
      feuilles: [{ nom, lignes, colonnes, masquee: false, protegee: false, marque: null, tete: plage(1, 1, tetes, colonnes) }],
      plages: zones.map((zone) => plage(zone.ligne, zone.colonne, zone.lignes, zone.colonnes)),
      masquees: masquees.map(() => new Set<number>()),
      memoire: {},
    };
  };
};

/** Le même contenu dans un classeur .xlsx : une feuille, tout en texte, pour qui veut montrer ou changer des cellules. */
export const csvEnXlsx = (octets: Uint8Array, fichier: string): ClasseurXlsx => ouvreXlsx(nouveauXlsx([{ nom: nomDeFeuille(fichier), plage: lisCsv(octets), enTexte: true }]));

export const ouvreCsv = (octets: Uint8Array, fichier: string): HoteSynchrone & { modifie(): boolean; octets(): Uint8Array } => {
  const donnees = lisCsv(octets);
  const nom = nomDeFeuille(fichier);
  const lis = lecteurCsv(nom, donnees);
  let classeur: ClasseurXlsx | null = null;
  return {
    lis: (lecture) => (classeur ? classeur.lis(lecture) : lis(lecture)),
    ecris: (lot) => {
      if (lot.length === 0) return;
      const cible = classeur ?? ouvreXlsx(nouveauXlsx([{ nom, plage: donnees, enTexte: true }]));
      cible.ecris(lot);
      classeur = cible;
    },
    modifie: () => classeur !== null,
    octets: () => classeur?.octets() ?? octets,
  };
};
