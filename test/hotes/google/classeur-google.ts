// Un classeur Google dont l'état est celui de l'hôte en mémoire : lu et écrit par notre vrai lot Apps Script, dans un domaine JavaScript nu.
import { estVide, type Rectangle } from '../../../src/socle/cellule';
import type { Lecture, Modification, Releve } from '../../../src/socle/classeur';
import { ClasseurMemoire, colonneDe, ligneDe, type FeuilleMemoire, type Guet, type Mode } from '../classeur-memoire';
import { hasard } from '../hasard';
import { nouveauDomaine, type Domaine, type Retouche } from './domaine';
import { ecranVide, type Ecran } from './ecran';
import type { Compte } from './strict';

/** Ce que Google garde d'une feuille et que l'hôte en mémoire n'a pas. */
export type Annexe = { lignes: number; colonnes: number; filtre: boolean; readonly donnees: Map<string, string>; /** Des plages protégées qui n'arrêtent pas la personne : elle y a droit, ou n'en est qu'avertie. */ readonly sansEffet: (Rectangle & { readonly avertit: boolean })[] };

type Geste = (c: ClasseurGoogle) => void;
/** Une écriture de Google : son effet entier, ce qu'une coupure au milieu en laisse, et ce qu'un hôte infidèle en ferait. */
export type Effet = { readonly fait: Geste; readonly moitie?: Geste; readonly altere?: Geste };

const CELLULES_MAX = 10_000_000;

export class ClasseurGoogle extends ClasseurMemoire {
  annexes = new Map<number, Annexe>();
  /** Le fuseau réglé dans le classeur. */
  fuseau = 'Europe/Paris';
  /** « formule » : Google refuse toute écriture ; « aucune » (AuthMode.NONE) : il ne laisse que poser un menu. */
  autorisation: 'complete' | 'formule' | 'aucune' = 'complete';
  /** Un autre calcul tient le verrou du document. */
  verrouPris = false;
  readonly ecran: Ecran = ecranVide();
  readonly compte: Compte = { appels: 0, parNom: new Map() };
  cellulesLues = 0;
  active: number | null = null;
  /** Une faute glissée dans le lot, pour voir l'essai échouer. */
  retouche: Retouche | undefined;
  private guet: Guet = () => null;
  private attente: Geste[] = [];
  private garde: ClasseurGoogle | null = null;
  private domaine: Domaine | null = null;
  private readonly tirage;

  constructor(mode: Mode = 'immediat', graine = 1) {
    super(mode, graine);
    this.tirage = hasard(graine + 17);
  }

  /** Le même classeur, chez Google. */
  static depuis(c: ClasseurMemoire): ClasseurGoogle {
    const { feuilles, memoire, noms, croises, structureProtegee } = c.copie();
    return Object.assign(new ClasseurGoogle(c.mode), { feuilles, memoire, noms, croises, structureProtegee });
  }

  override copie(mode: Mode = this.mode, graine = 1): ClasseurGoogle {
    const base = super.copie(mode, graine);
    const neuf = new ClasseurGoogle(mode, graine);
    neuf.feuilles = base.feuilles;
    neuf.memoire = base.memoire;
    neuf.noms = base.noms;
    neuf.croises = base.croises;
    neuf.structureProtegee = base.structureProtegee;
    neuf.fuseau = this.fuseau;
    neuf.retouche = this.retouche;
    neuf.annexes = copieAnnexes(this.annexes);
    return neuf;
  }

  /** @returns la feuille de ce numéro, à soi pour la changer */
  changee(uid: number): FeuilleMemoire {
    return this.pourEcrire(this.vue(uid).nom);
  }

  vue(uid: number): FeuilleMemoire {
    const f = this.feuilles.find((feuille) => feuille.uid === uid);
    if (f === undefined) throw new Error(`Sheet ${uid} not found`);
    return f;
  }

  etendue(uid: number): [number, number] {
    let [lignes, colonnes] = [0, 0];
    for (const [k, { v }] of this.vue(uid).cases) {
      if (estVide(v)) continue;
      lignes = Math.max(lignes, ligneDe(k));
      colonnes = Math.max(colonnes, colonneDe(k));
    }
    return [lignes, colonnes];
  }

  annexe(uid: number): Annexe {
    let a = this.annexes.get(uid);
    const [lignes, colonnes] = this.etendue(uid);
    if (a === undefined) this.annexes.set(uid, (a = { lignes: 1000, colonnes: 26, filtre: false, donnees: new Map(), sansEffet: [] }));
    // Ce qu'une personne a tapé plus loin a agrandi la grille.
    a.lignes = Math.max(a.lignes, lignes);
    a.colonnes = Math.max(a.colonnes, colonnes);
    return a;
  }

  /** @throws Error au-delà des dix millions de cellules d'un classeur */
  agrandis(uid: number, lignes: number, colonnes: number): void {
    const autres = this.feuilles.reduce((total, f) => total + (f.uid === uid ? 0 : this.annexe(f.uid).lignes * this.annexe(f.uid).colonnes), 0);
    if (autres + lignes * colonnes > CELLULES_MAX) throw new Error('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
    Object.assign(this.annexe(uid), { lignes, colonnes });
  }

  /** Toute écriture de Google passe ici : refus, panne injectée, tampon jusqu'au prochain flush(). */
  change(methode: string, pseudo: Modification, { fait, moitie, altere }: Effet): void {
    if (this.autorisation !== 'complete') throw new Error(`You do not have permission to call ${methode}`);
    const incident = this.guet(pseudo);
    if (incident === null) return this.pousse(fait);
    if (incident.quand === 'altere') return this.pousse(altere ?? fait);
    if (incident.quand === 'apres') this.pousse(fait);
    if (incident.quand === 'milieu' && (moitie !== undefined || this.tirage.chance(0.5))) this.tente(moitie ?? fait);
    this.coupe();
    throw incident.erreur;
  }

  /** Ce qui n'attend jamais : propriétés du document. */
  changeAussitot(methode: string, fait: () => void): void {
    if (this.autorisation !== 'complete') throw new Error(`You do not have permission to call ${methode}`);
    const incident = this.guet({ genre: 'barriere' });
    if (incident === null || incident.quand === 'altere') return fait();
    if (incident.quand === 'apres' || (incident.quand === 'milieu' && this.tirage.chance(0.5))) fait();
    this.coupe();
    throw incident.erreur;
  }

  flush(): void {
    const incident = this.guet({ genre: 'barriere' });
    if (incident !== null && incident.quand !== 'altere') {
      if (incident.quand === 'apres') this.scelle();
      this.coupe();
      throw incident.erreur;
    }
    this.scelle();
  }

  private scelle(): void {
    this.attente = [];
    if (this.mode === 'tampon') this.garde = this.copie();
  }

  private pousse(geste: Geste): void {
    geste(this);
    if (this.mode === 'tampon') this.attente.push(geste);
  }

  private tente(geste: Geste): void {
    try {
      this.pousse(geste);
    } catch {
      // Ce qui suivait une création perdue se perd aussi.
    }
  }

  /** Une coupure : du tampon, une partie quelconque survit ; le domaine, lui, est mort. */
  private coupe(): void {
    this.domaine = null;
    if (this.mode !== 'tampon' || this.garde === null) return;
    const { feuilles, noms, annexes } = this.garde.copie();
    Object.assign(this, { feuilles, noms, annexes });
    const part = this.tirage.parmi([0, 0.3, 0.5, 0.7, 1]);
    const attente = this.attente;
    this.attente = [];
    for (const geste of attente) if (this.tirage.chance(part)) this.tente(geste);
    this.attente = [];
  }

  private port(): Domaine {
    return (this.domaine ??= nouveauDomaine(this, this.retouche));
  }

  override lis(lecture: Lecture): Releve {
    this.calcule();
    return this.port().port().lis(lecture);
  }

  override ecris(lot: readonly Modification[], guet: Guet = () => null): void {
    this.guet = guet;
    this.attente = [];
    if (this.mode === 'tampon') this.garde = this.copie();
    try {
      this.port().port().ecris(lot);
    } finally {
      this.guet = () => null;
    }
  }
}

const copieAnnexes = (annexes: ReadonlyMap<number, Annexe>): Map<number, Annexe> => new Map([...annexes].map(([uid, a]) => [uid, { ...a, donnees: new Map(a.donnees), sansEffet: [...a.sansEffet] }]));
