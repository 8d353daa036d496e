// Ctrl+C : le travail en cours s'arrête de lui-même, et a le temps de ne rien laisser derrière lui.

/** Le code de sortie d'une commande arrêtée par Ctrl+C, comme le rend un terminal : 128 + 2 (SIGINT). */
export const ARRETE = 130;

export const ecouteArret = (): { readonly signal: AbortSignal; oublie(): void } => {
  const arret = new AbortController();
  const entend = (): void => arret.abort();
  const SIGNAUX = ['SIGINT', 'SIGTERM'] as const;
  for (const nom of SIGNAUX) process.on(nom, entend);
  return {
    signal: arret.signal,
    oublie: () => SIGNAUX.forEach((nom) => process.off(nom, entend)),
  };
};
