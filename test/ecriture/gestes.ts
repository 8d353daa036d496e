// Ce qu'une personne fait dans son classeur entre deux passages, et le registre de ce qu'elle y a mis : c'est lui que le vérificateur croit.
import type { Cellule } from '../../src/socle/cellule';
import { clef, type ClasseurMemoire, type FeuilleMemoire } from '../hotes/classeur-memoire';
import type { Hasard } from '../hotes/hasard';

/** Une cellule que la personne a remplie (ou vidée : `v` null) dans une feuille à nous. */
type Saisie = { readonly uid: number; readonly ligne: number; readonly colonne: number; readonly v: Cellule; readonly avant: Cellule; readonly dansZone: boolean; /** Ce qu'elle y avait déjà mis, et qu'annuler remet. */ readonly dessous: Saisie | null; /** La marque d'alors : après une réécriture, annuler n'annule plus, c'est une saisie de plus. */ readonly marque: string | null };

export type Registre = {
  /** Les feuilles de la personne. */
  readonly siennes: Set<number>;
  saisies: Saisie[];
  /** Les graphiques qu'elle a posés sur notre feuille. */
  graphiques: { readonly uid: number; readonly id: string }[];
  compteur: number;
};

export const copieRegistre = (r: Registre): Registre => ({ siennes: new Set(r.siennes), saisies: [...r.saisies], graphiques: [...r.graphiques], compteur: r.compteur });

type Lue = { readonly v?: unknown; readonly genre?: string; readonly etat?: string; readonly lignes?: number; readonly colonnes?: number };
/** La marque, lue sans le code du produit. */
export const marqueDe = (f: FeuilleMemoire): Lue | null => (f.marque === null ? null : (JSON.parse(f.marque) as Lue));

export const feuillesDuGenre = (c: ClasseurMemoire, genre: string): FeuilleMemoire[] => c.feuilles.filter((f) => marqueDe(f)?.genre === genre);

/** La feuille du rapport, même avant sa marque. */
export const laNotre = (c: ClasseurMemoire, r: Registre, genre: string): FeuilleMemoire | undefined =>
  feuillesDuGenre(c, genre)[0] ?? c.feuilles.find((f) => !r.siennes.has(f.uid) && f.marque === null);

export const tapeChezNous = (c: ClasseurMemoire, r: Registre, f: FeuilleMemoire, ligne: number, colonne: number, v: Cellule): void => {
  const m = marqueDe(f);
  const dansZone = ligne <= (m?.lignes ?? 0) && colonne <= (m?.colonnes ?? 0);
  const avant = f.cases.get(clef(ligne, colonne))?.v ?? null;
  c.tape(f.nom, ligne, colonne, v, v === null ? (f.cases.get(clef(ligne, colonne))?.s ?? {}) : { italique: true });
  const ici = (s: Saisie): boolean => s.uid === f.uid && s.ligne === ligne && s.colonne === colonne;
  // Une saisie d'avant, si elle est encore là : un passage a pu la recouvrir entre-temps.
  const dessous = r.saisies.find((s) => ici(s) && s.v === avant) ?? null;
  r.saisies = [...r.saisies.filter((s) => !ici(s)), { uid: f.uid, ligne, colonne, v, avant, dansZone, dessous, marque: f.marque }];
};

export type Geste = 'dessous' | 'à côté' | 'dans la zone' | 'efface' | 'annule' | 'homonyme' | 'onglet vide' | 'renomme' | 'masque' | 'supprime' | 'graphique' | 'protège' | 'source' | 'renomme la source';
export const GESTES: readonly Geste[] = ['dessous', 'à côté', 'dans la zone', 'dans la zone', 'efface', 'annule', 'annule', 'homonyme', 'onglet vide', 'renomme', 'masque', 'supprime', 'graphique', 'protège'];

/** Fait un geste ; rien quand il n'a pas d'objet. La cellule de la bannière est la seule où la personne n'écrit pas. */
export const fais = (geste: Geste, c: ClasseurMemoire, r: Registre, genre: string, de: Hasard, banniere: { readonly ligne: number; readonly colonne: number }): void => {
  const f = laNotre(c, r, genre);
  const m = f && marqueDe(f);
  const unique = (): string => `saisie ${++r.compteur}`;
  const sienne = (nom: string, pleine: boolean): void => {
    if (c.trouve(nom)) return;
    const neuve = c.ajoute(nom);
    r.siennes.add(neuve.uid);
    if (pleine) c.tape(nom, de.entre(1, 4), de.entre(1, 3), unique());
  };
  const dedans = (): [number, number] | null => {
    if (!m?.lignes || !m.colonnes) return null;
    const [ligne, colonne] = [de.entre(1, m.lignes), de.entre(1, m.colonnes)];
    return ligne === banniere.ligne && colonne === banniere.colonne ? null : [ligne, colonne];
  };
  switch (geste) {
    case 'homonyme': return sienne(de.parmi(['Résultats', 'résultats', 'RÉSULTATS (2)', 'Sauvegarde Résultats', 'Sauvegarde Résultats (2)']), true);
    case 'onglet vide': return sienne(de.parmi(['Feuil7', 'Feuil8']), false);
    case 'source': return c.tape('Registre', de.entre(2, 12), de.entre(1, 3), unique());
    case 'renomme la source': if (!c.trouve('Registre (ancien)')) c.pourEcrire('Registre').nom = 'Registre (ancien)'; return;
    default: break;
  }
  if (!f) return;
  // Une feuille que nous n'avons pas encore marquée, où la personne écrit ou qu'elle renomme, devient la sienne.
  if (f.marque === null && geste !== 'masque' && geste !== 'supprime') {
    if (geste === 'graphique' || geste === 'efface' || geste === 'annule') return;
    r.siennes.add(f.uid);
    if (geste !== 'renomme' && geste !== 'protège') return c.tape(f.nom, 1, 1, unique());
  }
  switch (geste) {
    case 'dessous': return tapeChezNous(c, r, f, (m?.lignes ?? 0) + de.entre(1, 4), de.entre(1, 3), unique());
    case 'à côté': return tapeChezNous(c, r, f, de.entre(1, 4), (m?.colonnes ?? 0) + de.entre(1, 3), unique());
    case 'dans la zone': case 'efface': {
      const ou = dedans();
      if (ou) tapeChezNous(c, r, f, ou[0], ou[1], geste === 'efface' ? null : unique());
      return;
    }
    case 'annule': {
      const s = [...r.saisies].reverse().find(({ uid, dansZone }) => uid === f.uid && dansZone);
      if (!s || f.cases.get(clef(s.ligne, s.colonne))?.v !== s.v) return;
      if (s.marque !== f.marque) return tapeChezNous(c, r, f, s.ligne, s.colonne, s.avant);
      c.tape(f.nom, s.ligne, s.colonne, s.avant, f.cases.get(clef(s.ligne, s.colonne))?.s ?? {});
      r.saisies = [...r.saisies.filter((autre) => autre !== s), ...(s.dessous ? [s.dessous] : [])];
      return;
    }
    case 'renomme': {
      const nom = `Bilan ${++r.compteur}`;
      c.pourEcrire(f.nom).nom = nom;
      return;
    }
    case 'masque': c.pourEcrire(f.nom).masquee = true; return;
    case 'protège': c.pourEcrire(f.nom).protegee = true; return;
    case 'supprime':
      c.feuilles = c.feuilles.filter(({ uid }) => uid !== f.uid);
      r.saisies = r.saisies.filter(({ uid }) => uid !== f.uid);
      r.graphiques = r.graphiques.filter(({ uid }) => uid !== f.uid);
      return;
    case 'graphique': {
      const id = `sien ${++r.compteur}`;
      c.pourEcrire(f.nom).graphiques.set(id, id);
      r.graphiques.push({ uid: f.uid, id });
    }
  }
};
