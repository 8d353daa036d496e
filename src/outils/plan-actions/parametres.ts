// La commande « Paramètres » : les listes de choix des fiches, créées une fois, complétées ensuite sans toucher à ce qui y a été écrit.
import { apercuOuRefus } from '../../socle/ecriture/apercu';
import { ecrisFiche, prevoisFiche } from '../../socle/ecriture/fiche';
import type { Fiche } from '../../socle/ecriture/fiche-examen';
import type { Commande, Contexte } from '../../socle/outil';
import type { Suite } from '../../socle/suite';
import { analyse } from './analyse';
import { ficheParametres, GENRE_PARAMETRES } from './feuille-parametres';
import { personnes } from './lecture';

const rangees = (noms: readonly string[]): string[] => [...new Set(noms)].sort((a, b) => (a < b ? -1 : 1));

function* preparee(contexte: Contexte): Suite<Fiche> {
  const { plan } = yield* analyse(contexte);
  const colonne = plan?.colonnes.contributeurs;
  return ficheParametres({
    responsables: rangees(plan?.actions.flatMap(({ responsables }) => responsables) ?? []),
    contributeurs: rangees(colonne === undefined ? [] : (plan?.actions ?? []).flatMap(({ cellules }) => personnes(cellules[colonne - 1]))),
  });
}

export const parametres: Commande = {
  id: 'parametres',
  titre: 'Paramètres',
  resume: 'Les listes où les fiches prennent leurs choix : thématiques, engagements, responsables, contributeurs. Modifiez-les directement.',
  genre: GENRE_PARAMETRES,
  *execute(contexte) {
    return yield* ecrisFiche(yield* preparee(contexte));
  },
  prevois: (contexte) => apercuOuRefus((function* () {
    return yield* prevoisFiche(yield* preparee(contexte));
  })()),
};
