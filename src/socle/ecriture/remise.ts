// Une commande qui prépare une feuille et la remet à la personne : une fois écrite, sa marque est ôtée, et nous ne faisons plus que la lire.
import type { Commande, CompteRendu, Contexte } from '../outil';
import { ecris, type Suite } from '../suite';
import { apercuOuRefus, prevoisRapport } from './apercu';
import { ecrisRapport } from './rapport';
import type { Rapport } from './rapport-examen';

export type ARemettre = {
  readonly rapport: Rapport;
  /** La feuille qui est déjà là, ou null. */
  readonly deja: string | null;
  /** Une feuille finie dont une coupure a laissé la marque, ou null. */
  readonly aRemettre: string | null;
};

type Definition = Pick<Commande, 'id' | 'titre' | 'resume' | 'genre'> & {
  prepare(contexte: Contexte): Suite<ARemettre>;
  readonly dejaLa: (feuille: string) => string;
  /** Ce que la personne en fait, dit après « L'onglet est créé. ». */
  readonly ensuite: string;
};

/** Elle n'a besoin d'aucune feuille reconnue. */
export const commandeDeRemise = ({ id, titre, resume, genre, prepare, dejaLa, ensuite }: Definition): Commande => ({
  id, titre, resume, genre,
  sansDonnees: true,
  *execute(contexte): Suite<CompteRendu> {
    const { rapport, deja, aRemettre } = yield* prepare(contexte);
    if (aRemettre !== null) yield* ecris([{ genre: 'marquer', feuille: aRemettre, marque: null }]);
    if (deja !== null) return { message: dejaLa(deja), feuille: deja, ecrit: false };
    const rendu = yield* ecrisRapport(rapport);
    if (rendu.feuille !== null) yield* ecris([{ genre: 'marquer', feuille: rendu.feuille, marque: null }]);
    return { ...rendu, message: `${rendu.message} ${ensuite}` };
  },
  prevois: (contexte) => apercuOuRefus((function* () {
    const { rapport, deja, aRemettre } = yield* prepare(contexte);
    if (deja !== null) return { feuille: deja, verdict: 'rien' as const, lignes: [{ effet: 'garde' as const, phrase: dejaLa(deja), adresse: null }] };
    // Une feuille finie ne compte plus : une autre sera créée à côté.
    return yield* prevoisRapport(aRemettre === null ? rapport : { ...rapport, genre: `${genre}.suivante` });
  })()),
});
