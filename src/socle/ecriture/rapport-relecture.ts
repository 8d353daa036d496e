// Relire ce que l'on vient d'écrire : la feuille ne peut pas avoir l'air complète si elle ne l'est pas.
import type { Modification, Releve } from '../classeur';
import type { Zone } from '../cellule';
import { erreur } from '../erreurs';
import { ecris, lis, type Suite } from '../suite';
import { versCellules, type CelluleSure } from './cellule-sure';
import { ecrisMarque, lisMarque, type Etendue, type Marque } from './marque';
import { BANNIERE_INTERROMPUE, ecart, empreinteDe, type FeuilleDeRapport } from './rapport-examen';

const BARRIERE: Modification = { genre: 'barriere' };

/**
 * Relit la feuille : elle porte notre marque et ces valeurs, sinon une phrase. Une marque « ok » qui ne dit pas vrai (un autre calcul a fini
 * au milieu du nôtre, l'hôte a changé une valeur) est ôtée, et la bannière remise si elle manque : la feuille ne peut pas avoir l'air complète.
 */
export function* exige(nom: string, marque: Marque, voulues: readonly (readonly CelluleSure[])[], { ligne, colonne }: FeuilleDeRapport['banniere']): Suite<Releve> {
  const zone = ({ lignes, colonnes }: Etendue): Zone => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes });
  const releve: Releve = yield* lis({ zones: [zone(marque)] });
  const posee = releve.feuilles.find((f) => f.nom === nom)?.marque ?? null;
  const fautive = ecart(voulues, releve.plages[0] ?? [], nom);
  if (posee === ecrisMarque(marque) && fautive === null) return releve;
  const lue = lisMarque(posee);
  if (lue?.genre === marque.genre) {
    const { plages } = yield* lis({ zones: [zone(lue)] });
    const fausse = lue.etat === 'ok' ? empreinteDe(plages[0] ?? [], lue) !== lue.empreinte : posee === ecrisMarque(marque);
    if (fausse) {
      yield* ecris([
        { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...lue, etat: 'ecriture', empreinte: '' }) }, BARRIERE,
        { genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules([[BANNIERE_INTERROMPUE]]) }, BARRIERE,
      ]);
    }
  }
  if (posee !== ecrisMarque(marque)) throw erreur(`Un autre calcul écrit dans « ${nom} »`, 'Attendez qu’il finisse, puis recommencez');
  throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit en ${fautive} ; « ${nom} » reste marquée incomplète`, 'Si quelqu’un d’autre y écrit, attendez qu’il finisse ; puis recommencez');
}
