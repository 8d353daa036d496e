// Ce qu'un .xlsx porte hors de ses cellules : notes et fils de commentaires, noms définis, tableaux croisés. Les lire ; les retirer quand on le demande.
import { zoneDeCellule } from '../socle/cellule';
import type { Annexes, Case } from '../socle/classeur';
import { attributs, contenu, enfant, enfants, extrait, racine, remplace, type Element } from './xml';
import { decode } from './xml-texte';
import type { Paquet } from './xlsx-paquet';
import { lisSommaire, memeNom, trouveOnglet, type Onglet } from './xlsx-sommaire';

const sans = (xml: string, aOter: readonly Element[]): string => [...aOter].reverse().reduce((reste, { debut, fin }) => remplace(reste, debut, fin, ''), xml);

const partiesDe = (paquet: Paquet, { partie }: Onglet, type: string): string[] => paquet.liens(partie).filter((lien) => lien.type === type && !lien.externe && paquet.existe(lien.cible)).map(({ cible }) => cible);

/** Les fils d'Excel (2018) et les notes ; un fil a aussi une note, pour les Excel plus anciens. */
const commentairesDe = (xml: string): Element[] => {
  const base = racine(xml);
  const liste = base.nom === 'comments' ? enfant(xml, base, 'commentList') : base;
  return liste === undefined ? [] : enfants(xml, liste).filter(({ nom }) => nom === 'comment' || nom === 'threadedComment');
};

const texteDe = (xml: string, element: Element): string => {
  const texte = enfant(xml, element, 'text');
  if (texte === undefined) return '';
  if (element.nom === 'threadedComment') return decode(contenu(xml, texte));
  return (extrait(xml, texte).match(/<(?:\w+:)?t(?:\s[^>]*)?>[^<]*/g) ?? []).map((morceau) => decode(morceau.slice(morceau.indexOf('>') + 1))).join('');
};

const lisCommentaires = (paquet: Paquet, onglet: Onglet): Annexes['commentaires'] => {
  const par = new Map<string, string[]>();
  for (const partie of [...partiesDe(paquet, onglet, 'comments'), ...partiesDe(paquet, onglet, 'threadedComment')]) {
    const xml = paquet.texte(partie);
    for (const element of commentairesDe(xml)) {
      const { ref = '' } = attributs(xml, element);
      par.set(ref, [...(par.get(ref) ?? []), texteDe(xml, element)]);
    }
  }
  return [...par].map(([ref, textes]) => {
    const { ligne, colonne } = zoneDeCellule(ref);
    return { feuille: onglet.nom, ligne, colonne, texte: textes.join('\n') };
  });
};

/** Les noms que le tableur se donne (zone d'impression, filtre) ne sont pas ceux de quelqu'un. */
const DU_TABLEUR = /^_xlnm\./i;

const nomsDefinis = (xml: string): Element[] => {
  const liste = enfant(xml, racine(xml), 'definedNames');
  return liste === undefined ? [] : enfants(xml, liste);
};

export const lisAnnexes = (paquet: Paquet): Annexes => {
  const { partie, onglets } = lisSommaire(paquet);
  const xml = paquet.texte(partie);
  const deCalcul = onglets.filter((onglet) => onglet.deCalcul);
  return {
    commentaires: deCalcul.flatMap((onglet) => lisCommentaires(paquet, onglet)),
    noms: nomsDefinis(xml).flatMap((element) => {
      const { name = '', localSheetId } = attributs(xml, element);
      return DU_TABLEUR.test(name) ? [] : [{ nom: name, feuille: localSheetId === undefined ? null : (onglets[Number(localSheetId)]?.nom ?? null), formule: `=${decode(contenu(xml, element))}` }];
    }),
    // Un fichier fermé se laisse écrire partout ; le tableur refera le tableau croisé en l'ouvrant.
    croises: deCalcul.flatMap((onglet) => partiesDe(paquet, onglet, 'pivotTable').map((cible) => {
      const croise = paquet.texte(cible);
      return { nom: attributs(croise, racine(croise))['name'] ?? '', feuille: onglet.nom, zone: null };
    })),
    nonLus: [],
  };
};

/** Le dessin d'une note : sa ligne et sa colonne, comptées à partir de 0. */
const sansDessins = (vml: string, cases: readonly Case[]): string =>
  vml.replace(/<v:shape\b[\s\S]*?<\/v:shape>/g, (forme) => {
    const [ligne, colonne] = ['Row', 'Column'].map((nom) => Number(new RegExp(`<x:${nom}>\\s*(\\d+)`).exec(forme)?.[1] ?? -1) + 1);
    return cases.some((une) => une.ligne === ligne && une.colonne === colonne) ? '' : forme;
  });

export const retireCommentaires = (paquet: Paquet, cellules: readonly Case[]): void => {
  const sommaire = lisSommaire(paquet);
  for (const nom of new Set(cellules.map(({ feuille }) => feuille))) {
    const onglet = trouveOnglet(sommaire, nom);
    const cases = cellules.filter(({ feuille }) => memeNom(feuille, nom));
    for (const partie of [...partiesDe(paquet, onglet, 'comments'), ...partiesDe(paquet, onglet, 'threadedComment')]) {
      const xml = paquet.texte(partie);
      const otes = commentairesDe(xml).filter((element) => {
        const { ligne, colonne } = zoneDeCellule(attributs(xml, element)['ref'] ?? '');
        return cases.some((une) => une.ligne === ligne && une.colonne === colonne);
      });
      if (otes.length > 0) paquet.pose(partie, sans(xml, otes));
    }
    for (const partie of partiesDe(paquet, onglet, 'vmlDrawing')) {
      const vml = paquet.texte(partie);
      const reste = sansDessins(vml, cases);
      if (reste !== vml) paquet.pose(partie, reste);
    }
  }
};

/** Le nom garde sa place et vaut « » : une formule qui l'emploie ne rend pas #NOM?. */
export const videNom = (paquet: Paquet, nom: string, feuille: string | null): void => {
  const { partie, onglets } = lisSommaire(paquet);
  const xml = paquet.texte(partie);
  const rang = feuille === null ? undefined : onglets.find((onglet) => memeNom(onglet.nom, feuille))?.rang;
  const element = nomsDefinis(xml).find((un) => {
    const { name = '', localSheetId } = attributs(xml, un);
    return memeNom(name, nom) && localSheetId === (rang === undefined ? undefined : String(rang));
  });
  if (element !== undefined) paquet.pose(partie, remplace(xml, element.contenu, element.finContenu, '""'));
};
