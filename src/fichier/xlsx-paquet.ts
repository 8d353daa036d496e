// Le paquet OOXML : ses parties en texte, ses liens, ses types de contenu. Tout l'état modifiable du classeur est ici, d'où le retour en arrière facile.
import { strToU8 } from 'fflate';
import { abime } from './archive-annuaire';
import { clef, ouvreArchive } from './archive';
import { texteXml } from './encodage';
import { CACHE_MAX } from './limites';
import { ajouteDans, attributs, enfants, racine, remplace, type Element } from './xml';
import { code } from './xml-texte';
import { ENTETE, LIENS, TYPES } from './xlsx-espaces';

type Lien = { readonly id: string; readonly type: string; readonly cible: string; readonly externe: boolean };

export type Paquet = {
  existe(partie: string): boolean;
  taille(partie: string): number;
  /** Change à chaque écriture de la partie : de quoi savoir si ce qu'on en a déduit vaut encore. */
  version(partie: string): number;
  texte(partie: string): string;
  brut(partie: string): Uint8Array;
  pose(partie: string, contenu: string | Uint8Array): void;
  supprime(partie: string): void;
  /** Premier nom libre d'une famille : `libre('xl/charts/chart#.xml')`. */
  libre(modele: string): string;
  /** Les liens d'une partie, cibles ramenées à des noms de parties ; ceux du paquet pour « ». */
  liens(partie: string): Lien[];
  ajouteLien(partie: string, type: string, cible: string): string;
  retireLien(partie: string, id: string): void;
  declare(partie: string, type: string): void;
  retireDeclaration(partie: string): void;
  modifie(): boolean;
  octets(): Uint8Array;
  /** Comme `octets`, en respirant. */
  octetsParTranches(): Generator<number, Uint8Array>;
  /** Décompresse une partie en respirant : `texte` la rendra ensuite sans attendre. */
  prepare(partie: string): Generator<number, void>;
  /** Exécute un travail d'un bloc : s'il échoue, rien n'a changé. */
  toutOuRien(travail: () => void): void;
};

const dossier = (partie: string): string => partie.slice(0, partie.lastIndexOf('/') + 1);
export const nomDesLiens = (partie: string): string => `${dossier(partie)}_rels/${partie.slice(dossier(partie).length)}.rels`;

/** Une cible est absolue (« /xl/… ») ou relative au dossier de la partie qui la cite. */
const resous = (partie: string, cible: string): string => {
  const chemin = cible.startsWith('/') ? cible.slice(1) : dossier(partie) + cible;
  const pas: string[] = [];
  for (const morceau of chemin.replace(/\\/g, '/').split('/')) {
    if (morceau === '..') pas.pop();
    else if (morceau !== '.' && morceau !== '') pas.push(morceau);
  }
  return pas.join('/');
};

/** La cible relative qu'Excel écrirait : `../drawings/drawing1.xml` vu depuis `xl/worksheets/sheet1.xml`. */
const relative = (partie: string, cible: string): string => {
  const depart = dossier(partie).split('/').slice(0, -1);
  const but = cible.split('/');
  let communs = 0;
  while (communs < depart.length && depart[communs] === but[communs]) communs++;
  return '../'.repeat(depart.length - communs) + but.slice(communs).join('/');
};

export const ouvrePaquet = (origine: Uint8Array): Paquet => {
  const nomsNeufs = new Map<string, string>();
  const archive = ouvreArchive(origine, (c) => nomsNeufs.get(c) ?? c);
  let poses = new Map<string, string | Uint8Array | null>();
  // Les gros textes lus : gardés tant qu'ils tiennent, les plus anciens partent d'abord.
  const lus = new Map<string, string>();
  const versions = new Map<string, number>();
  let compteur = 0;

  const retiens = (c: string, texte: string): string => {
    lus.delete(c);
    lus.set(c, texte);
    let total = 0;
    for (const gardee of lus.values()) total += gardee.length;
    for (const [ancienne, gardee] of lus) {
      if (total <= CACHE_MAX || ancienne === c) break;
      lus.delete(ancienne);
      total -= gardee.length;
    }
    return texte;
  };

  const brut = (partie: string): Uint8Array => {
    const pose = poses.get(clef(partie));
    if (pose === null) throw abime(`${partie} manque`);
    if (pose === undefined) return archive.lis(partie);
    return typeof pose === 'string' ? strToU8(pose) : pose;
  };
  const texte = (partie: string): string => {
    const c = clef(partie);
    const pose = poses.get(c);
    if (typeof pose === 'string') return pose;
    return retiens(c, lus.get(c) ?? texteXml(brut(partie)));
  };
  const existe = (partie: string): boolean => {
    const pose = poses.get(clef(partie));
    return pose === undefined ? archive.existe(partie) : pose !== null;
  };
  const change = (partie: string): void => {
    versions.set(clef(partie), ++compteur);
    lus.delete(clef(partie));
  };
  const pose = (partie: string, contenu: string | Uint8Array): void => {
    if (!archive.existe(partie)) nomsNeufs.set(clef(partie), partie);
    poses.set(clef(partie), contenu);
    change(partie);
  };
  const supprime = (partie: string): void => {
    poses.set(clef(partie), null);
    change(partie);
  };
  const changements = (): Map<string, Uint8Array | null> => new Map([...poses].map(([c, contenu]) => [c, typeof contenu === 'string' ? strToU8(contenu) : contenu]));

  const liens = (partie: string): Lien[] => {
    const nom = nomDesLiens(partie);
    if (!existe(nom)) return [];
    const xml = texte(nom);
    return enfants(xml, racine(xml)).map((element) => {
      const { Id = '', Type = '', Target = '', TargetMode } = attributs(xml, element);
      const externe = TargetMode === 'External';
      return { id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), cible: externe ? Target : resous(partie, Target), externe };
    });
  };
  const ajouteLien = (partie: string, type: string, cible: string): string => {
    const nom = nomDesLiens(partie);
    const xml = existe(nom) ? texte(nom) : `${ENTETE}<Relationships xmlns="${LIENS}"></Relationships>`;
    const pris = new Set(liens(partie).map((lien) => lien.id));
    let n = 1;
    while (pris.has(`rId${n}`)) n++;
    const base = racine(xml);
    pose(nom, ajouteDans(xml, base, `<${base.prefixe}Relationship Id="rId${n}" Type="${type}" Target="${code(relative(partie, cible))}"/>`));
    return `rId${n}`;
  };
  const retire = (nom: string, choix: (attrs: Record<string, string>) => boolean): void => {
    const xml = texte(nom);
    const cible = enfants(xml, racine(xml)).find((element) => choix(attributs(xml, element)));
    if (cible) pose(nom, remplace(xml, cible.debut, cible.fin, ''));
  };

  const types = '[Content_Types].xml';
  const declaration = (xml: string, partie: string): Element | undefined =>
    enfants(xml, racine(xml)).find((element) => element.nom === 'Override' && clef(attributs(xml, element)['PartName'] ?? '') === clef(partie));

  return {
    existe,
    taille: (partie) => {
      const contenu = poses.get(clef(partie));
      return contenu ? contenu.length : archive.taille(partie);
    },
    version: (partie) => versions.get(clef(partie)) ?? 0,
    texte,
    brut,
    pose,
    supprime,
    libre: (modele) => {
      let n = 1;
      while (existe(modele.replace('#', String(n)))) n++;
      return modele.replace('#', String(n));
    },
    liens,
    ajouteLien,
    retireLien: (partie, id) => retire(nomDesLiens(partie), (attrs) => attrs['Id'] === id),
    declare: (partie, type) => {
      const xml = existe(types) ? texte(types) : `${ENTETE}<Types xmlns="${TYPES}"></Types>`;
      if (declaration(xml, partie)) return;
      const base = racine(xml);
      pose(types, ajouteDans(xml, base, `<${base.prefixe}Override PartName="/${code(partie)}" ContentType="${type}"/>`));
    },
    retireDeclaration: (partie) => {
      const xml = texte(types);
      const cible = declaration(xml, partie);
      if (cible) pose(types, remplace(xml, cible.debut, cible.fin, ''));
    },
    modifie: () => poses.size > 0 && archive.effectifs(changements()).size > 0,
    octets: () => (poses.size === 0 ? origine : archive.assemble(changements())),
    octetsParTranches: function* () {
      return poses.size === 0 ? origine : yield* archive.assembleParTranches(changements());
    },
    prepare: function* (partie) {
      const c = clef(partie);
      if (!poses.has(c) && !lus.has(c)) retiens(c, texteXml(yield* archive.lisParTranches(partie)));
    },
    toutOuRien: (travail) => {
      const avant = new Map(poses);
      try {
        travail();
      } catch (cause) {
        for (const c of poses.keys()) change(c);
        poses = avant;
        throw cause;
      }
    },
  };
};
