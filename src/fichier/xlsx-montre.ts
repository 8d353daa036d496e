// Ce qu'un classeur offre à qui le montre (la page locale) : ses onglets, la vue de chaque feuille, l'apparence des cellules, les noms.
import type { Annexes } from '../socle/classeur';
import { apparences, type Apparence } from './xlsx-apparence';
import { graphiquesDe, type GraphiqueLu } from './xlsx-graphique-lu';
import { lecteurDeContexte, ossature } from './xlsx-lecture';
import { lisAnnexes } from './xlsx-annexes';
import { lisMemoire } from './xlsx-memoire';
import type { Paquet } from './xlsx-paquet';
import { lisSommaire, trouveOnglet } from './xlsx-sommaire';
import { nomsDefinis, vueDeFeuille, type VueDeFeuille } from './xlsx-vue';

export type Montre = {
  /** Les feuilles de calcul, dans l'ordre ; `version` change quand la feuille change. */
  onglets(): { readonly nom: string; readonly masquee: boolean; readonly version: number }[];
  etat(nom: string): { readonly protegee: boolean; readonly marque: string | null };
  memoire(): Readonly<Record<string, string>>;
  /** Commentaires, noms, tableaux croisés. */
  annexes(): Annexes;
  vue(nom: string): Generator<{ readonly fait: number; readonly total: number }, VueDeFeuille>;
  apparences(): readonly Apparence[];
  noms(): ReadonlyMap<string, string>;
  graphiques(nom: string): readonly GraphiqueLu[];
};

export const montreur = (paquet: Paquet): Montre => {
  const contexte = lecteurDeContexte(paquet);
  const partieDe = (type: string): string | null => {
    const { partie } = lisSommaire(paquet);
    return paquet.liens(partie).find((l) => l.type === type && paquet.existe(l.cible))?.cible ?? null;
  };
  return {
    onglets: () => lisSommaire(paquet).onglets.filter(({ deCalcul }) => deCalcul).map(({ nom, masquee, partie }) => ({ nom, masquee, version: paquet.version(partie) })),
    etat: (nom) => {
      const { protegee, marque } = ossature(paquet, trouveOnglet(lisSommaire(paquet), nom));
      return { protegee, marque };
    },
    annexes: () => lisAnnexes(paquet),
    memoire: () => lisMemoire(paquet, lisSommaire(paquet).partie),
    vue: function* (nom) {
      const sommaire = lisSommaire(paquet);
      const onglet = trouveOnglet(sommaire, nom);
      for (const partie of [onglet.partie, partieDe('sharedStrings')]) {
        if (partie === null) continue;
        const total = paquet.taille(partie);
        for (const lecture = paquet.prepare(partie); ; ) {
          const etape = lecture.next();
          if (etape.done) break;
          yield { fait: etape.value / 2, total };
        }
      }
      return yield* vueDeFeuille(paquet, onglet, contexte(sommaire));
    },
    apparences: () => {
      const [styles, theme] = [partieDe('styles'), partieDe('theme')];
      return styles === null ? [] : apparences(paquet.texte(styles), theme === null ? null : paquet.texte(theme));
    },
    noms: () => nomsDefinis(paquet.texte(lisSommaire(paquet).partie)),
    graphiques: (nom) => graphiquesDe(paquet, trouveOnglet(lisSommaire(paquet), nom).partie),
  };
};
