// Sous Stryker seulement : dès qu'un test voit le mutant, les suivants sont passés. Jest ne sait pas s'arrêter au milieu d'un fichier.
import Environnement from '@stryker-mutator/jest-runner/jest-env/node';
import { etat } from './jest-circus-mutation.mjs';

export default class extends Environnement {
  handleTestEvent({ name, test }) {
    const mutant = etat.mutant();
    if (name === 'test_start' && mutant !== undefined && etat.vu === mutant) test.mode = 'skip';
    if (name === 'test_fn_failure') etat.vu = mutant;
  }
}
