// Le vérificateur : il ne lit ni le code ni les intentions du protocole, seulement le classeur d'avant, celui d'après et le registre de la personne.
import { estVide, type Cellule } from '../../src/socle/cellule';
import { clef, colonneDe, ligneDe, type ClasseurMemoire, type FeuilleMemoire } from '../hotes/classeur-memoire';
import { feuillesDuGenre, marqueDe, type Registre } from './gestes';
import type { Attendu } from './rapports';

const INTERROMPUE = /^⚠ .*interrompue/;

const egal = (a: Cellule | undefined, b: Cellule | undefined): boolean => (estVide(a) ? estVide(b) : a === b);
const val = (f: FeuilleMemoire, ligne: number, colonne: number): Cellule => f.cases.get(clef(ligne, colonne))?.v ?? null;

const image = (f: FeuilleMemoire): string =>
  JSON.stringify([f.nom, f.masquee, f.protegee, f.marque, [...f.cases].sort(([a], [b]) => a - b), [...f.lignesMasquees], f.fusions, [...f.largeurs], [...f.hauteurs], [...f.listes], [...f.conditions], [...f.graphiques], f.page]);

const interrompue = (f: FeuilleMemoire, { banniere }: Attendu): boolean => INTERROMPUE.test(String(val(f, banniere.ligne, banniere.colonne)));

/**
 * Ce qui est à la personne n'a pas bougé : ses feuilles, ses cellules chez nous, ses graphiques, sa mémoire. Une valeur qu'elle a tapée dans la
 * zone, la même que celle que ce passage y calcule, est celle du rapport : coupé, il peut ne pas l'avoir encore remise, sa bannière le dit.
 */
export const perdu = (avant: ClasseurMemoire, apres: ClasseurMemoire, r: Registre, outil: string, attendu?: Attendu): string[] => {
  const fautes: string[] = [];
  const parUid = new Map(apres.feuilles.map((f) => [f.uid, f]));
  for (const f of avant.feuilles) {
    const la = parUid.get(f.uid);
    if (!la) fautes.push(`feuille « ${f.nom} » disparue`);
    else if (r.siennes.has(f.uid) && la !== f && image(la) !== image(f)) fautes.push(`feuille « ${f.nom} » changée`);
    else if (la.nom !== f.nom || la.masquee !== f.masquee || la.protegee !== f.protegee) fautes.push(`notre feuille « ${f.nom} » renommée, masquée ou protégée`);
  }
  const rangs = avant.feuilles.map((f) => apres.feuilles.findIndex(({ uid }) => uid === f.uid)).filter((rang) => rang >= 0);
  if (rangs.some((rang, i) => i > 0 && rang < rangs[i - 1]!)) fautes.push('ordre des onglets changé');
  const copies = apres.feuilles.filter((f) => !r.siennes.has(f.uid) && marqueDe(f)?.genre?.startsWith('sauvegarde') && marqueDe(f)?.etat === 'ok');
  for (const s of r.saisies) {
    const f = parUid.get(s.uid);
    if (!f) continue;
    const c = f.cases.get(clef(s.ligne, s.colonne));
    const enPlace = egal(c?.v, s.v) && (s.v === null || s.dansZone || c?.s.italique === true);
    if (attendu && s.dansZone && egal(attendu.valeurs[s.ligne - 1]?.[s.colonne - 1], s.v) && interrompue(f, attendu)) continue;
    if (!enPlace && s.v !== null && !(s.dansZone && copies.some((copie) => egal(val(copie, s.ligne, s.colonne), s.v)))) fautes.push(`saisie ${String(s.v)} ${s.dansZone ? 'dans' : 'hors de'} la zone perdue (${s.ligne},${s.colonne})`);
  }
  for (const { uid, id } of r.graphiques) if (!parUid.get(uid)?.graphiques.has(id)) fautes.push(`graphique ${id} perdu`);
  for (const [k, v] of avant.memoire) if (!/^(journal|passage)\./.test(k) && k !== outil && apres.memoire.get(k) !== v) fautes.push(`mémoire ${k} changée`);
  if (JSON.stringify([...avant.noms]) !== JSON.stringify([...apres.noms])) fautes.push('noms changés');
  return fautes;
};

/** Les cellules de la feuille sont celles de ce rapport, en entier, sans reste d'un autre ; `saisies` : la personne a pu en changer. */
const porte = (f: FeuilleMemoire, a: Attendu, r: Registre, saisies: boolean): boolean => {
  const laissee = (ligne: number, colonne: number, v: Cellule): boolean => r.saisies.some((s) => s.uid === f.uid && s.ligne === ligne && s.colonne === colonne && egal(s.v, v));
  for (let i = 1; i <= a.lignes; i++) {
    for (let j = 1; j <= a.colonnes; j++) {
      const v = val(f, i, j);
      if (!egal(v, a.valeurs[i - 1]?.[j - 1] ?? null) && !(saisies && laissee(i, j, v))) return false;
    }
  }
  for (const [k, { v }] of f.cases) {
    const [i, j] = [ligneDe(k), colonneDe(k)];
    if (!estVide(v) && (i > a.lignes || j > a.colonnes) && !laissee(i, j, v)) return false;
  }
  return true;
};

/** Aucune feuille à nous n'a l'air complète sans l'être : elle est vide, complète, ou sa bannière dit qu'elle ne vaut rien. */
export const trompeur = (c: ClasseurMemoire, r: Registre, genre: string, attendus: readonly Attendu[]): string[] => {
  const fautes: string[] = [];
  for (const f of c.feuilles) {
    const m = marqueDe(f);
    if (r.siennes.has(f.uid) || (m !== null && m.genre !== genre)) continue;
    const propre = [...f.cases].some(([k, { v }]) => !estVide(v) && !r.saisies.some((s) => s.uid === f.uid && clef(s.ligne, s.colonne) === k && s.v === v));
    const entier = attendus.find((a) => porte(f, a, r, true));
    if (m?.etat === 'ok' && (!entier || entier.lignes !== m.lignes || entier.colonnes !== m.colonnes)) fautes.push('marque « ok » sur une feuille fausse');
    else if (propre && !entier && !attendus.some((a) => interrompue(f, a))) fautes.push('feuille fausse sans bannière d’interruption');
  }
  return fautes;
};

/** Après un passage qui dit avoir fini : la feuille, une seule, juste ; rien d'entamé ne reste. */
export const inacheve = (c: ClasseurMemoire, r: Registre, genre: string, attendu: Attendu): string[] => {
  const fautes: string[] = [];
  const notres = feuillesDuGenre(c, genre);
  if (notres.length !== 1) fautes.push(`${notres.length} feuilles du rapport`);
  for (const f of notres) {
    const m = marqueDe(f);
    if (m?.etat !== 'ok' || m.lignes !== attendu.lignes || m.colonnes !== attendu.colonnes) fautes.push(`marque ${f.marque ?? 'absente'}`);
    if (!porte(f, attendu, r, false)) fautes.push('valeurs fausses');
  }
  for (const f of c.feuilles) {
    if (r.siennes.has(f.uid)) continue;
    const m = marqueDe(f);
    if (m === null) fautes.push(`feuille « ${f.nom} » orpheline sans marque`);
    else if (m.etat !== 'ok') fautes.push(`feuille « ${f.nom} » (${m.genre ?? ''}) restée « ${m.etat ?? ''} »`);
    else if (![...f.cases.values()].some(({ v }) => !estVide(v))) fautes.push(`feuille « ${f.nom} » vide`);
  }
  for (const k of c.memoire.keys()) if (k.startsWith('journal.')) fautes.push(`${k} resté ouvert`);
  return fautes;
};
