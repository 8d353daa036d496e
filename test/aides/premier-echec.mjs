// Sous Stryker seulement : dès qu'un test voit le mutant, les suivants sont passés. Jest ne sait pas s'arrêter au milieu d'un fichier.
import Environnement from '@stryker-mutator/jest-runner/jest-env/node';

/** Le dernier mutant vu ; un mutant n'est posé qu'une fois, et tous ses tests passent dans ce processus. */
let vu;

export default class extends Environnement {
  handleTestEvent({ name, test }) {
    const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
    if (name === 'test_start' && mutant !== undefined && vu === mutant) test.mode = 'skip';
    if (name === 'test_fn_failure') vu = mutant;
  }
}
