// Les gestes d'une personne devant le volet, et ce qu'elle y lit.
import type { Banc } from './navigateur';

const desEspaces = (texte: string): string => texte.replace(/\s+/g, ' ');
type Fenetre = { readonly banc: { change(feuille: string, ligne: number, colonne: number, valeur: number): void; regle(options: object): void } };

export const gestes = (de: () => Banc) => {
  const bouton = (nom: string | RegExp) => de().page.getByRole('button', { name: nom });
  const focalise = (): Promise<string> => de().page.evaluate(() => document.activeElement?.textContent ?? '');
  return {
    bouton, focalise,
    clique: async (nom: string | RegExp): Promise<void> => {
      await bouton(nom).first().click();
      await de().repos();
    },
    texte: async (): Promise<string> => desEspaces(await de().page.locator('#volet').innerText()),
    /** Tab, jusqu'à ce que le focus y soit. */
    jusqua: async (nom: RegExp): Promise<void> => {
      for (let i = 0; i < 40; i++) {
        await de().page.keyboard.press('Tab');
        if (nom.test(await focalise())) return;
      }
      throw new Error(`${nom} ne se rejoint pas au clavier`);
    },
    /** Une autre main change une cellule. */
    change: (feuille: string, ligne: number, colonne: number, valeur: number): Promise<void> =>
      de().page.evaluate(([f, l, c, v]) => (window as unknown as Fenetre).banc.change(f, l, c, v), [feuille, ligne, colonne, valeur] as const),
    regle: (options: object): Promise<void> => de().page.evaluate((o) => (window as unknown as Fenetre).banc.regle(o), options),
  };
};
