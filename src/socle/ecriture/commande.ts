// Une commande qui écrit un rapport : la même préparation sert à l'aperçu et à l'écriture.
import type { Commande, Contexte } from '../outil';
import type { Suite } from '../suite';
import { apercuOuRefus, prevoisRapport } from './apercu';
import { ecrisRapport } from './rapport';
import type { FeuilleDeRapport, Rapport } from './rapport-examen';

type Definition = Pick<Commande, 'id' | 'titre' | 'resume' | 'arrete' | 'sansDonnees'> & {
  readonly outil: string;
  /** Le nom voulu de l'onglet. */
  readonly nom: string;
  /** Analyse, sans rien écrire ; un refus est une ErreurClasseur. */
  prepare(contexte: Contexte): Suite<{ readonly saisies: Rapport['saisies']; readonly feuille: FeuilleDeRapport }>;
};

export const commandeDeRapport = ({ outil, id, titre, resume, arrete, sansDonnees = false, nom, prepare }: Definition): Commande => {
  const genre = `${outil}.${id}`;
  function* rapport(contexte: Contexte): Suite<Rapport> {
    return { genre, nom, outil, aujourdhui: contexte.aujourdhui, ...(yield* prepare(contexte)) };
  }
  return {
    id, titre, resume, genre, sansDonnees, ...(arrete === undefined ? {} : { arrete }),
    *execute(contexte) {
      return yield* ecrisRapport(yield* rapport(contexte));
    },
    prevois: (contexte) => apercuOuRefus((function* () {
      return yield* prevoisRapport(yield* rapport(contexte));
    })()),
  };
};
