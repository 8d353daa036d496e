// L'instant d'une heure murale dans un fuseau, par le décalage écrit (« GMT+11:00 ») : sans le code du produit, qui fait l'inverse autrement.
const decalage = (instant: number, fuseau: string): number => {
  const nom = new Intl.DateTimeFormat('en-US', { timeZone: fuseau, timeZoneName: 'longOffset' }).formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const m = /^GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/.exec(nom);
  if (m === null) throw new Error(`décalage inconnu : ${nom}`);
  return (m[1] === '-' ? -1 : 1) * ((Number(m[2] ?? 0) * 60 + Number(m[3] ?? 0)) * 60 + Number(m[4] ?? 0)) * 1000;
};

/** @param serie jour de série du calendrier 1900, l'heure en fraction @returns les millisecondes de la Date que Google en donne */
export const instantDe = (serie: number, fuseau: string): number => {
  const mur = Math.round((serie - 25569) * 86_400_000);
  return mur - decalage(mur - decalage(mur, fuseau), fuseau);
};
