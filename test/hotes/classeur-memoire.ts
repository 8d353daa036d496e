// L'hôte en mémoire : un classeur strict, adaptateur compris. Il lève pour tout ce qui n'est pas modélisé, et interprète les textes comme un vrai.
import { estVide, reference, type Cellule, type Plage, type Rectangle, type Zone } from '../../src/socle/cellule';
import type { Annexes, HoteAsynchrone, HoteSynchrone, Lecture, Modification, Releve, Style, Tableau } from '../../src/socle/classeur';
import { texteProtege, type CelluleSure } from '../../src/socle/ecriture/cellule-sure';
import { hasard, type Hasard } from './hasard';
import { interprete } from './interprete';

/** Une cellule ; immuable, pour que deux copies d'un classeur se comparent par référence. */
type Case = { readonly v: Cellule; readonly s: Style };

export type FeuilleMemoire = {
  /** Survit à un changement de nom : c'est par lui que le vérificateur suit une feuille. */
  readonly uid: number;
  nom: string;
  masquee: boolean;
  protegee: boolean;
  /** Les plages que la personne ne peut pas modifier. */
  verrous: Rectangle[];
  marque: string | null;
  cases: Map<number, Case>;
  lignesMasquees: Set<number>;
  fusions: Zone[];
  tableaux: Tableau[];
  largeurs: Map<number, number>;
  hauteurs: Map<number, number>;
  listes: Map<string, string>;
  conditions: Map<string, string>;
  graphiques: Map<string, string>;
  page: string | null;
  /** Les formules : ce qu'elles calculent, et leur dernier résultat ; une cellule qui en a un autre a été récrite. */
  formules: Map<number, { readonly calcul: (c: ClasseurMemoire) => Cellule; readonly vu: Cellule }>;
  /** Notes et fils de commentaires (une ligne par message), par cellule. */
  commentaires: Map<number, { readonly texte: string; readonly fil?: boolean }>;
};

/** Un tableau croisé : sa place, qu'on ne peut pas écrire, et les textes que sa mémoire garde jusqu'à ce qu'on l'actualise. */
export type Croise = { readonly nom: string; readonly feuille: string; readonly zone: Rectangle; readonly textes: readonly string[] };

export type Mode = 'immediat' | 'tampon';
const LIGNES = 1_048_576;
const COLONNES = 16_384;
export const clef = (ligne: number, colonne: number): number => ligne * COLONNES + colonne - 1;
export const ligneDe = (k: number): number => Math.floor(k / COLONNES);
export const colonneDe = (k: number): number => (k % COLONNES) + 1;

/** Ce qui arrive à une modification : rien, ou une panne à un moment donné ; `erreur` est levée une fois l'effet posé. */
export type Incident = { readonly quand: 'avant' | 'apres' | 'milieu'; readonly erreur: Error } | { readonly quand: 'altere' } | null;
export type Guet = (modification: Modification) => Incident;

const SANS_STYLE: Style = {};
const copieFeuille = (f: FeuilleMemoire): FeuilleMemoire => ({
  ...f, cases: new Map(f.cases), lignesMasquees: new Set(f.lignesMasquees), fusions: [...f.fusions], tableaux: [...f.tableaux], largeurs: new Map(f.largeurs), hauteurs: new Map(f.hauteurs),
  listes: new Map(f.listes), conditions: new Map(f.conditions), graphiques: new Map(f.graphiques), commentaires: new Map(f.commentaires), formules: new Map(f.formules),
});

export const dedans = (z: Omit<Zone, 'feuille'>, dans: Omit<Zone, 'feuille'>): boolean =>
  z.ligne >= dans.ligne && z.colonne >= dans.colonne && z.ligne + z.lignes <= dans.ligne + dans.lignes && z.colonne + z.colonnes <= dans.colonne + dans.colonnes;
export const croise = (a: Omit<Zone, 'feuille'>, b: Omit<Zone, 'feuille'>): boolean =>
  a.ligne < b.ligne + b.lignes && b.ligne < a.ligne + a.lignes && a.colonne < b.colonne + b.colonnes && b.colonne < a.colonne + a.colonnes;
export const texteZone = ({ ligne, colonne, lignes, colonnes }: Omit<Zone, 'feuille'>): string => `${ligne},${colonne},${lignes},${colonnes}`;
export const zoneDeTexte = (texte: string): Omit<Zone, 'feuille'> => {
  const [ligne = 0, colonne = 0, lignes = 0, colonnes = 0] = texte.split(',').map(Number);
  return { ligne, colonne, lignes, colonnes };
};

let prochain = 1;

export class ClasseurMemoire implements HoteSynchrone {
  feuilles: FeuilleMemoire[] = [];
  memoire = new Map<string, string>();
  noms = new Map<string, string>();
  /** Les noms qui valent un texte. */
  constantes = new Map<string, string>();
  croises: readonly Croise[] = [];
  mode: Mode;
  /** La structure protégée : personne ne crée de feuille. */
  structureProtegee = false;
  private sien = new Set<FeuilleMemoire>();
  private de: Hasard;

  constructor(mode: Mode = 'immediat', graine = 1) {
    this.mode = mode;
    this.de = hasard(graine);
  }

  /** Une copie indépendante ; les feuilles ne sont recopiées que si l'un des deux y touche. */
  copie(mode: Mode = this.mode, graine = 1): ClasseurMemoire {
    const neuf = new ClasseurMemoire(mode, graine);
    neuf.feuilles = [...this.feuilles];
    neuf.memoire = new Map(this.memoire);
    neuf.noms = new Map(this.noms);
    neuf.constantes = new Map(this.constantes);
    neuf.croises = this.croises;
    neuf.structureProtegee = this.structureProtegee;
    this.sien.clear();
    return neuf;
  }

  trouve(nom: string): FeuilleMemoire | undefined {
    return this.feuilles.find((f) => f.nom.toLowerCase() === nom.toLowerCase());
  }

  /** La feuille, à soi pour la changer. */
  pourEcrire(nom: string): FeuilleMemoire {
    const rang = this.feuilles.findIndex((f) => f.nom.toLowerCase() === nom.toLowerCase());
    if (rang < 0) throw new Error(`ItemNotFound : ${nom}`);
    const feuille = this.feuilles[rang]!;
    if (this.sien.has(feuille)) return feuille;
    const mienne = copieFeuille(feuille);
    this.feuilles[rang] = mienne;
    this.sien.add(mienne);
    return mienne;
  }

  ajoute(nom: string): FeuilleMemoire {
    if (nom.length === 0 || nom.length > 31 || /[\\/?*:[\]]/.test(nom)) throw new Error(`InvalidArgument : ${nom}`);
    if (this.trouve(nom)) throw new Error(`ItemAlreadyExists : ${nom}`);
    const feuille: FeuilleMemoire = {
      uid: prochain++, nom, masquee: false, protegee: false, verrous: [], marque: null, cases: new Map(), lignesMasquees: new Set(), fusions: [], tableaux: [], largeurs: new Map(), hauteurs: new Map(),
      listes: new Map(), conditions: new Map(), graphiques: new Map(), page: null, commentaires: new Map(), formules: new Map(),
    };
    this.feuilles.push(feuille);
    this.sien.add(feuille);
    return feuille;
  }

  /** La main d'une personne dans une cellule ; rien ne l'interprète. */
  tape(nom: string, ligne: number, colonne: number, v: Cellule, s: Style = SANS_STYLE): void {
    const { cases } = this.pourEcrire(nom);
    if (estVide(v) && Object.keys(s).length === 0) cases.delete(clef(ligne, colonne));
    else cases.set(clef(ligne, colonne), { v: estVide(v) ? null : v, s });
  }

  lis(lecture: Lecture): Releve {
    const connues = ['tetes', 'zones', 'masquees', 'masqueesDues', 'tableaux', 'verrous', 'annexes', 'formules'];
    for (const demande of Object.keys(lecture)) if (!connues.includes(demande)) throw new Error(`Lecture non modélisée : ${demande}`);
    this.calcule();
    const etendue = (f: FeuilleMemoire): [number, number] => {
      let [lignes, colonnes] = [0, 0];
      for (const [k, { v }] of f.cases) {
        if (estVide(v)) continue;
        lignes = Math.max(lignes, ligneDe(k));
        colonnes = Math.max(colonnes, colonneDe(k));
      }
      return [lignes, colonnes];
    };
    const plage = (f: FeuilleMemoire, ligne: number, colonne: number, lignes: number, colonnes: number): Plage =>
      Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => f.cases.get(clef(ligne + i, colonne + j))?.v ?? (this.de.chance(0.5) ? '' : null)));
    const exige = (nom: string): FeuilleMemoire => {
      const f = this.trouve(nom);
      if (!f) throw new Error(`ItemNotFound : ${nom}`);
      return f;
    };
    return {
      feuilles: this.feuilles.map((f) => {
        const [lignes, colonnes] = etendue(f);
        return { nom: f.nom, lignes, colonnes, masquee: f.masquee, protegee: f.protegee, marque: f.marque, tete: plage(f, 1, 1, Math.min(lecture.tetes ?? 0, lignes), colonnes), ...(lecture.tableaux ? { tableaux: f.tableaux } : {}), ...(lecture.verrous ? { verrous: f.verrous } : {}) };
      }),
      plages: (lecture.zones ?? []).map((zone) => {
        const f = exige(zone.feuille);
        this.verifie(zone);
        const [lignes, colonnes] = etendue(f);
        // Hors de l'étendue utilisée, un hôte donne des vides ou s'arrête : les deux sont permis.
        const [nl, nc] = this.de.chance(0.5) ? [zone.lignes, zone.colonnes] : [Math.max(0, Math.min(zone.lignes, lignes - zone.ligne + 1)), Math.max(0, Math.min(zone.colonnes, colonnes - zone.colonne + 1))];
        return plage(f, zone.ligne, zone.colonne, nl, nc);
      }),
      masquees: (lecture.masquees ?? []).map((nom) => new Set(exige(nom).lignesMasquees)),
      memoire: Object.fromEntries(this.memoire),
      ...(lecture.formules ? { formules: lecture.formules.map((zone) => Array.from({ length: zone.lignes }, (_, i) => Array.from({ length: zone.colonnes }, (__, j) => (exige(zone.feuille).formules.has(clef(zone.ligne + i, zone.colonne + j)) ? true : null)))) } : {}),
      ...(lecture.annexes ? { annexes: this.lisAnnexes() } : {}),
    };
  }

  /** Refait les résultats ; une formule récrite à la main n'en est plus une. */
  calcule(): void {
    for (const { nom, formules } of this.feuilles) {
      if (formules.size === 0) continue;
      const f = this.pourEcrire(nom);
      for (const [k, { calcul, vu }] of f.formules) {
        const v = calcul(this);
        if (f.cases.has(k) && f.cases.get(k)!.v === vu) {
          f.cases.set(k, { v, s: f.cases.get(k)!.s });
          f.formules.set(k, { calcul, vu: v });
        } else f.formules.delete(k);
      }
    }
  }

  /** La main d'une personne, qui tape une formule. */
  calculeDans(nom: string, ligne: number, colonne: number, calcul: (c: ClasseurMemoire) => Cellule): void {
    const v = calcul(this);
    const f = this.pourEcrire(nom);
    f.cases.set(clef(ligne, colonne), { v, s: SANS_STYLE });
    f.formules.set(clef(ligne, colonne), { calcul, vu: v });
  }

  private lisAnnexes(): Annexes {
    return {
      commentaires: this.feuilles.flatMap(({ nom, commentaires }) => [...commentaires].map(([k, { texte }]) => ({ feuille: nom, ligne: ligneDe(k), colonne: colonneDe(k), texte }))),
      noms: [...[...this.noms].map(([nom, zone]) => ({ nom, feuille: null, formule: `=${reference(JSON.parse(zone) as Zone, true)}` })), ...[...this.constantes].map(([nom, texte]) => ({ nom, feuille: null, formule: `="${texte}"` }))],
      croises: this.croises.map(({ nom, feuille, zone }) => ({ nom, feuille, zone })),
      nonLus: [],
    };
  }

  /** Les tableaux croisés refaits : ce qui n'est plus dans aucune autre cellule n'y est plus. */
  actualise(): void {
    this.calcule();
    const horsCroises = new Set(this.feuilles.flatMap((f) => [...f.cases].filter(([k]) => !this.dansUnCroise(f.nom, { ligne: ligneDe(k), colonne: colonneDe(k), lignes: 1, colonnes: 1 })).map(([, { v }]) => String(v ?? ''))));
    for (const { feuille, zone } of this.croises) {
      const f = this.pourEcrire(feuille);
      // Sous ses titres, une étiquette qui n'est plus nulle part s'en va.
      this.chaque({ feuille, ...zone, ligne: zone.ligne + 1, lignes: zone.lignes - 1 }, (k) => {
        const v = f.cases.get(k)?.v;
        if (typeof v === 'string' && !horsCroises.has(v)) f.cases.delete(k);
      });
    }
    this.croises = this.croises.map((une) => ({ ...une, textes: une.textes.filter((texte) => horsCroises.has(texte)) }));
  }

  dansUnCroise(feuille: string, rect: Rectangle): boolean {
    return this.croises.some((une) => une.feuille === feuille && croise(une.zone, rect));
  }

  ecris(lot: readonly Modification[], guet: Guet = () => null): void {
    if (this.mode === 'immediat') {
      for (const m of lot) this.subit(m, guet(m), (quoi) => this.applique(quoi));
      return;
    }
    let attente: Modification[] = [];
    const pousse = (m: Modification): void => {
      if (m.genre !== 'barriere') return void attente.push(m);
      const segment = attente;
      attente = [];
      for (const quoi of segment) this.applique(quoi);
    };
    for (const m of lot) {
      const incident = guet(m);
      try {
        this.subit(m, incident, pousse);
      } catch (cause) {
        // Une coupure laisse une partie quelconque de ce qui n'était pas encore passé.
        const part = this.de.parmi([0, 0.3, 0.5, 0.7, 1]);
        for (const quoi of attente) if (this.de.chance(part)) this.essaie(quoi);
        throw cause;
      }
    }
    pousse({ genre: 'barriere' });
  }

  private subit(m: Modification, incident: Incident, geste: (m: Modification) => void): void {
    if (incident === null) return geste(m);
    if (incident.quand === 'altere') return geste(this.altere(m));
    if (incident.quand === 'apres') geste(m);
    if (incident.quand === 'milieu') this.essaie(this.moitie(m));
    throw incident.erreur;
  }

  private essaie(m: Modification): void {
    try {
      this.applique(m);
    } catch {
      // Ce qui suivait une création perdue se perd aussi.
    }
  }

  /** Une écriture coupée : ses premières rangées seulement, ou le début de la zone vidée. */
  private moitie(m: Modification): Modification {
    if (m.genre === 'ecrire') return { ...m, valeurs: m.valeurs.slice(0, this.de.entre(0, m.valeurs.length)) };
    if (m.genre === 'vider' || m.genre === 'copier') return { ...m, zone: { ...m.zone, lignes: this.de.entre(0, m.zone.lignes) } };
    return this.de.chance(0.5) ? m : { genre: 'barriere' };
  }

  /** Un hôte qui change une écriture sans le dire : une valeur remplacée, une rangée ou un effacement perdus. */
  private altere(m: Modification): Modification {
    if (m.genre === 'vider') return { genre: 'barriere' };
    if (m.genre === 'copier') return { ...m, zone: { ...m.zone, lignes: this.de.entre(0, m.zone.lignes - 1) } };
    if (m.genre !== 'ecrire' || m.valeurs.length === 0) return m;
    const rang = this.de.entre(0, m.valeurs.length - 1);
    if (this.de.chance(0.3)) return { ...m, valeurs: m.valeurs.slice(0, rang) };
    const change = (v: CelluleSure): CelluleSure => (typeof v === 'number' ? v + 1 : (7 as CelluleSure));
    return { ...m, valeurs: m.valeurs.map((rangee, i) => (i === rang ? rangee.map(change) : rangee)) };
  }

  private verifie(zone: Omit<Zone, 'feuille'>): void {
    const { ligne, colonne, lignes, colonnes } = zone;
    if (![ligne, colonne, lignes, colonnes].every(Number.isInteger) || ligne < 1 || colonne < 1 || lignes < 0 || colonnes < 0 || ligne + lignes - 1 > LIGNES || colonne + colonnes - 1 > COLONNES) throw new Error('RangeExceedsLimit : hors de la grille');
  }

  /** La feuille à modifier, la zone dans la grille ; une feuille ou une plage protégée refuse. */
  private cible(zone: Zone): FeuilleMemoire {
    this.verifie(zone);
    const f = this.pourEcrire(zone.feuille);
    if (f.protegee || f.verrous.some((verrou) => croise(verrou, zone))) throw new Error(`AccessDenied : ${f.nom}`);
    return f;
  }

  private chaque(zone: Zone, geste: (k: number) => void): void {
    for (let i = 0; i < zone.lignes; i++) for (let j = 0; j < zone.colonnes; j++) geste(clef(zone.ligne + i, zone.colonne + j));
  }

  /** Ce que fait l'adaptateur d'une cellule sûre, puis ce que le tableur en garde. */
  private pose(f: FeuilleMemoire, k: number, valeur: CelluleSure): void {
    const avant = f.cases.get(k)?.s ?? SANS_STYLE;
    if (valeur === null) {
      if (avant === SANS_STYLE || Object.keys(avant).length === 0) f.cases.delete(k);
      else f.cases.set(k, { v: null, s: avant });
    } else if (typeof valeur === 'string') {
      const s: Style = { ...avant, format: 'texte' };
      f.cases.set(k, { v: interprete(texteProtege(valeur), s.format === 'texte'), s });
    } else {
      // Sous « @ », un nombre deviendrait un texte : l'adaptateur ôte le format d'abord.
      const { format, ...reste } = avant;
      f.cases.set(k, { v: valeur, s: format === 'texte' ? reste : avant });
    }
  }

  applique(m: Modification): void {
    switch (m.genre) {
      case 'barriere': return;
      case 'creer-feuille':
        if (this.structureProtegee) throw new Error('AccessDenied : structure');
        return void this.ajoute(m.feuille);
      case 'copier': {
        this.verifie(m.zone);
        const origine = this.trouve(m.zone.feuille);
        if (!origine) throw new Error(`ItemNotFound : ${m.zone.feuille}`);
        const f = this.cible({ ...m.zone, feuille: m.vers });
        this.chaque(m.zone, (k) => {
          const c = origine.cases.get(k);
          if (c) f.cases.set(k, c);
          else f.cases.delete(k);
        });
        return;
      }
      case 'ecrire': {
        const largeur = Math.max(0, ...m.valeurs.map((rangee) => rangee.length));
        const zone = { feuille: m.feuille, ligne: m.ligne, colonne: m.colonne, lignes: m.valeurs.length, colonnes: largeur };
        const f = this.cible(zone);
        if (this.dansUnCroise(f.nom, zone)) throw new Error('InvalidOperation : un tableau croisé');
        m.valeurs.forEach((rangee, i) => rangee.forEach((valeur, j) => this.pose(f, clef(m.ligne + i, m.colonne + j), valeur)));
        return;
      }
      case 'vider': {
        const f = this.cible(m.zone);
        if (m.zone.lignes * m.zone.colonnes > 50_000) {
          for (const k of [...f.cases.keys()]) if (dedans({ ligne: ligneDe(k), colonne: colonneDe(k), lignes: 1, colonnes: 1 }, m.zone)) f.cases.delete(k);
        } else this.chaque(m.zone, (k) => f.cases.delete(k));
        f.fusions = f.fusions.filter((z) => !dedans(z, m.zone));
        for (const regles of [f.listes, f.conditions]) for (const texte of [...regles.keys()]) if (dedans(zoneDeTexte(texte), m.zone)) regles.delete(texte);
        return;
      }
      case 'styler': {
        const f = this.cible(m.zone);
        this.chaque(m.zone, (k) => {
          const c = f.cases.get(k);
          f.cases.set(k, { v: c?.v ?? null, s: { ...c?.s, ...m.style } });
        });
        return;
      }
      case 'largeurs': {
        const f = this.cible({ feuille: m.feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: m.largeurs.length });
        return m.largeurs.forEach((largeur, i) => f.largeurs.set(i + 1, largeur));
      }
      case 'hauteurs': {
        const f = this.cible({ feuille: m.feuille, ligne: m.ligne, colonne: 1, lignes: m.hauteurs.length, colonnes: 1 });
        return m.hauteurs.forEach((hauteur, i) => f.hauteurs.set(m.ligne + i, hauteur));
      }
      case 'fusionner':
        for (const zone of m.zones) {
          const f = this.cible(zone);
          f.fusions = [...f.fusions.filter((z) => !croise(z, zone)), zone];
        }
        return;
      case 'lister-depuis': return void this.cible(m.zone).listes.set(texteZone(m.zone), `=${texteZone(m.source)}`);
      case 'lister': return void this.cible(m.zone).listes.set(texteZone(m.zone), m.choix.join('\n'));
      case 'colorer-selon': return void this.cible(m.zone).conditions.set(texteZone(m.zone), JSON.stringify(m.regles));
      case 'dessiner': {
        const f = this.cible(m.graphique.place);
        for (const zone of [m.graphique.categories, ...m.graphique.series.flatMap((s) => [s.titre, s.valeurs])]) if (!this.trouve(zone.feuille)) throw new Error(`ItemNotFound : ${zone.feuille}`);
        return void f.graphiques.set(m.graphique.id, JSON.stringify({ ...m.graphique }));
      }
      case 'mettre-en-page': {
        this.cible({ ...m.page.zone, feuille: m.page.feuille }).page = JSON.stringify(m.page);
        return;
      }
      case 'nommer':
        this.verifie(m.zone);
        if (!this.trouve(m.zone.feuille)) throw new Error(`ItemNotFound : ${m.zone.feuille}`);
        return void this.noms.set(m.nom, JSON.stringify(m.zone));
      case 'redimensionner-tableau': {
        const f = this.cible(m.zone);
        const tableau = f.tableaux.find(({ nom }) => nom === m.nom);
        if (!tableau) throw new Error(`ItemNotFound : ${m.nom}`);
        const { ligne, colonne, lignes, colonnes } = m.zone;
        if (tableau.total || ligne !== tableau.ligne || colonne !== tableau.colonne || colonnes !== tableau.colonnes || lignes < 2) throw new Error('InvalidArgument : taille de tableau');
        f.tableaux = f.tableaux.map((t) => (t === tableau ? { ...t, lignes } : t));
        return;
      }
      case 'retirer-commentaires': return m.cellules.forEach(({ feuille, ligne, colonne }) => void this.cible({ feuille, ligne, colonne, lignes: 1, colonnes: 1 }).commentaires.delete(clef(ligne, colonne)));
      case 'vider-nom':
        if (m.feuille !== null || !this.constantes.has(m.nom)) throw new Error(`ItemNotFound : ${m.nom}`);
        return void this.constantes.set(m.nom, '');
      case 'oublier': return this.actualise();
      case 'marquer': {
        this.cible({ feuille: m.feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }).marque = m.marque;
        return;
      }
      case 'memoriser':
        if (m.valeur === null) this.memoire.delete(m.clef);
        else this.memoire.set(m.clef, m.valeur);
        return;
      default: throw new Error(`Modification non modélisée : ${JSON.stringify(m satisfies never)}`);
    }
  }
}

/** Le jumeau asynchrone : les mêmes gestes, chacun rendu au tour suivant. */
export const enAsynchrone = (hote: HoteSynchrone): HoteAsynchrone => ({
  lis: async (lecture) => {
    await Promise.resolve();
    return hote.lis(lecture);
  },
  ecris: async (lot) => {
    await Promise.resolve();
    hote.ecris(lot);
  },
});
