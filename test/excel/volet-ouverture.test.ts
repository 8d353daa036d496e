// L'ouverture automatique du volet avec le classeur : le bouton du ruban la pose et l'ôte dans les réglages du document.
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { fermeNavigateur, lanceNavigateur, ouvre, ruban, siChromium, type Bureau } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import { attend } from '../hotes/excel/volet';

beforeAll(lanceNavigateur, 60_000);
afterAll(fermeNavigateur);

const reglages = ({ page }: Bureau): Promise<unknown> => page.evaluate(() => (window as unknown as { __reglages: unknown }).__reglages);
const OUVERTURE = 'Office.AutoShowTaskpaneWithDocument';

siChromium('le bouton « ouverture » fait ouvrir le volet avec ce classeur, puis cesse de le faire, et le dit', async () => {
  const c = new ClasseurMemoire();
  c.ajoute('Registre');
  const bureau = await ouvre(new Serveur(c), 'volet.html');
  await ruban(bureau, 'ouverture');
  await attend(bureau, 'Le volet s’ouvrira avec ce classeur');
  expect(await reglages(bureau)).toEqual({ [OUVERTURE]: expect.stringContaining('true') as unknown });
  await ruban(bureau, 'ouverture');
  await attend(bureau, 'Le volet ne s’ouvrira plus avec ce classeur.');
  expect(await reglages(bureau)).toEqual({});
  await bureau.ferme();
}, 60_000);
