// La machine à pannes : au k-ième point d'appel (chaque lecture, chaque modification d'un lot), une coupure de l'un des genres connus.
import type { HoteSynchrone, Lecture, Modification, Releve } from '../../src/socle/classeur';
import type { ClasseurMemoire, Incident } from './classeur-memoire';

/** Les six coupures de l'essai E1. */
export const MODES = ['échec avant', 'accusé perdu', 'écriture partielle', 'tué avant', 'tué après', 'tué au milieu'] as const;
/** En plus des six : l'hôte change une écriture sans rien dire. */
export const ALTERE = 'altéré en silence';
export type Panne = (typeof MODES)[number] | typeof ALTERE;

const QUAND = { 'échec avant': 'avant', 'accusé perdu': 'apres', 'écriture partielle': 'milieu', 'tué avant': 'avant', 'tué après': 'apres', 'tué au milieu': 'milieu' } as const;

export class ErreurDePanne extends Error {}

/** Un hôte qui tombe en panne au point `k` ; une fois tué, plus aucun appel n'a d'effet : aucun code de nettoyage ne peut aider. */
export class HoteEnPanne implements HoteSynchrone {
  points = 0;
  survenue = false;
  private tue = false;
  constructor(private readonly classeur: ClasseurMemoire, private readonly k: number, private readonly panne: Panne) {}

  private vivant(): void {
    if (this.tue) throw new ErreurDePanne('hôte arrêté');
  }

  private incident(modification: Modification | null): Incident {
    this.points++;
    if (this.points !== this.k) return null;
    if (this.panne === ALTERE) {
      // Hors de ce que le protocole relit, une altération ne se voit pas : elle n'est injectée que dans les valeurs.
      if (modification === null || (modification.genre !== 'ecrire' && modification.genre !== 'vider' && modification.genre !== 'copier')) return null;
      this.survenue = true;
      return { quand: 'altere' };
    }
    this.survenue = true;
    this.tue = this.panne.startsWith('tué');
    return { quand: QUAND[this.panne], erreur: new ErreurDePanne(this.panne) };
  }

  lis(lecture: Lecture): Releve {
    this.vivant();
    const incident = this.incident(null);
    if (incident !== null && 'erreur' in incident) throw incident.erreur;
    return this.classeur.lis(lecture);
  }

  ecris(lot: readonly Modification[]): void {
    this.vivant();
    this.classeur.ecris(lot, (m) => this.incident(m));
  }

  /** Vrai quand le travail a fini sans atteindre le point k : la boucle peut s'arrêter. */
  get depassee(): boolean {
    return this.points < this.k;
  }
}
