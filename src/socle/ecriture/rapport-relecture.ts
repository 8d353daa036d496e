// Relire ce que l'on vient d'écrire : la feuille ne peut pas avoir l'air complète si elle ne l'est pas.
import type { Modification, Releve } from '../classeur';
import type { Zone } from '../cellule';
import { erreur } from '../erreurs';
import { ecris, lis, type Suite } from '../suite';
import { versCellules, type CelluleSure } from './cellule-sure';
import { ecrisMarque, lisMarque, union, type Etendue, type Marque } from './marque';
import { estDoublee } from './passage';
import { BANNIERE_INTERROMPUE, ecart, empreinteDe, type FeuilleDeRapport } from './rapport-examen';

const BARRIERE: Modification = { genre: 'barriere' };

/**
 * Relit la feuille : elle porte notre marque et ces valeurs, et personne ne nous a doublés, sinon une phrase. Une marque qui ne dit pas vrai
 * (un autre calcul est passé au milieu du nôtre, l'hôte a changé une valeur) est reposée « écriture », et la bannière remise : la feuille ne
 * peut pas avoir l'air complète.
 */
export function* exige(nom: string, marque: Marque, voulues: readonly (readonly CelluleSure[])[], { ligne, colonne }: FeuilleDeRapport['banniere']): Suite<Releve> {
  const zone = ({ lignes, colonnes }: Etendue): Zone => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes });
  const prise = { lignes: voulues.length, colonnes: voulues[0]?.length ?? 0 };
  const releve: Releve = yield* lis({ zones: [zone(prise)] });
  const posee = releve.feuilles.find((f) => f.nom === nom)?.marque ?? null;
  const fautive = ecart(voulues, releve.plages[0] ?? [], nom);
  const doubles = estDoublee(marque, releve.memoire);
  if (posee === ecrisMarque(marque) && fautive === null && !doubles) return releve;
  const lue = lisMarque(posee);
  if (lue?.genre === marque.genre) {
    const tout = union(lue, prise);
    const plage = (yield* lis({ zones: [zone(tout)] })).plages[0] ?? [];
    // Ce que nous avons écrit plus loin que le rapport qui a fini n'est à personne : il faut l'ôter.
    const reste = doubles && empreinteDe(plage, tout) !== empreinteDe(plage.slice(0, lue.lignes).map((rangee) => rangee.slice(0, lue.colonnes)), tout);
    const fausse = posee === ecrisMarque(marque) || (lue.etat === 'ok' && (reste || empreinteDe(plage, lue) !== lue.empreinte));
    if (fausse) {
      yield* ecris([
        { genre: 'marquer', feuille: nom, marque: ecrisMarque({ ...lue, ...tout, etat: 'ecriture', empreinte: '' }) }, BARRIERE,
        { genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules([[BANNIERE_INTERROMPUE]]) }, BARRIERE,
      ]);
    }
  }
  if (posee !== ecrisMarque(marque) || doubles) throw erreur(`Un autre calcul écrit dans « ${nom} »`, 'Attendez qu’il finisse, puis recommencez');
  throw erreur(`Le tableur n’a pas gardé ce qui devait être écrit en ${fautive} ; « ${nom} » reste marquée incomplète`, 'Si quelqu’un d’autre y écrit, attendez qu’il finisse ; puis recommencez');
}
