// Une page se redessine après le geste : on relit jusqu'à ce que ce soit ce qu'on attend, cinq secondes au plus. La dernière lecture est jugée.
const ESSAIS = 100;
const PAUSE = 50;

export const devient = async <T>(lis: () => Promise<T>, attendu: T): Promise<void> => {
  for (let essai = 0; essai < ESSAIS && JSON.stringify(await lis()) !== JSON.stringify(attendu); essai++) await new Promise((suite) => setTimeout(suite, PAUSE));
  expect(await lis()).toEqual(attendu);
};

export const contient = async (lis: () => Promise<string | null>, extrait: string): Promise<void> => {
  for (let essai = 0; essai < ESSAIS && !(await lis())?.includes(extrait); essai++) await new Promise((suite) => setTimeout(suite, PAUSE));
  expect(await lis()).toContain(extrait);
};
