// Sous Stryker, chaque mutant relance les campagnes : elles y sont vingt fois plus courtes. Rien ne change dans les tests courants.
const SOUS_STRYKER = process.env['STRYKER_MUTATOR_WORKER'] !== undefined;

export const plusCourt = (nombre: number): number => (SOUS_STRYKER ? Math.ceil(nombre / 20) : nombre);
