// Chaque écran du volet, dans ses deux peaux et ses deux thèmes : accessible, sans débordement, avec des cibles assez grandes.
import type { Page } from 'playwright-core';
import { etats, type EtatMontre } from './etats';
import { IMAGES, type Banc } from './navigateur';

const APPARENCES = (['excel', 'sheets'] as const).flatMap((peau) => (['clair', 'sombre'] as const).map((theme) => ({ peau, theme })));
const LARGEURS = [300, 320, 350];
/** WCAG 1.4.4 (texte à 200 %) et 1.4.12 (espacement du texte). */
const GENES: readonly (readonly [string, string])[] = [
  ['', ''],
  ['texte à 200 %', 'html{font-size:200%}'],
  ['texte espacé', '.volet *{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}.volet p{margin-bottom:2em!important}'],
];

/** Remplace la feuille de style du test. */
const gene = (page: Page, css: string): Promise<void> =>
  page.evaluate((regles) => {
    const derniere = document.adoptedStyleSheets.find((feuille) => (feuille as { gene?: boolean }).gene === true) ?? Object.assign(new CSSStyleSheet(), { gene: true });
    derniere.replaceSync(regles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.filter((feuille) => feuille !== derniere), derniere];
  }, css);

const habille = (page: Page, peau: string, theme: string): Promise<void> =>
  page.evaluate(([p, t]) => void Object.assign(document.getElementById('volet')!.dataset, { peau: p, theme: t }), [peau, theme] as const);

/** Ce qui dépasse du volet à droite ou à gauche, ou d'un bouton. */
const debords = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const volet = document.getElementById('volet')!;
    const bord = volet.getBoundingClientRect().left + volet.clientWidth;
    return [...volet.querySelectorAll<HTMLElement>('*')]
      .filter((e) => e.closest('svg, .cache, details:not([open]) > :not(summary)') === null && e.getClientRects().length > 0)
      .filter((e) => e.getBoundingClientRect().right > bord + 0.5 || e.getBoundingClientRect().left < -0.5 || (e.tagName === 'BUTTON' && e.scrollWidth > e.clientWidth + 1))
      .map((e) => `${e.tagName}.${e.className} « ${(e.textContent ?? '').slice(0, 30)} »`);
  });

const petites = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.querySelectorAll<HTMLElement>('#volet :is(button, summary, input, select)')]
    .filter((e) => e.getClientRects().length > 0)
    .map((e) => ({ e, r: e.getBoundingClientRect() }))
    .filter(({ r }) => r.width < 24 || r.height < 24)
    .map(({ e, r }) => `${e.tagName} « ${(e.textContent ?? '').slice(0, 30)} » ${Math.round(r.width)}×${Math.round(r.height)}`));

declare const axe: { run(cible: string, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
const fautes = (page: Page, sauf: readonly string[] = []): Promise<string[]> =>
  page.evaluate(async (regles) => {
    const { violations } = await axe.run('#volet', { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules: Object.fromEntries(regles.map((regle) => [regle, { enabled: false }])) });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} : ${html.slice(0, 160)}`));
  }, sauf);

/** Les traits d'un dessin qui porte une information, quand ils ont la couleur du fond. */
const invisibles = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const fond = getComputedStyle(document.body).backgroundColor.replace('rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)');
    return [...document.querySelectorAll('#volet .puce .mesure, #volet .puce .repere, #volet .douze .barre, #volet .douze .point, #volet .douze .courbe, #volet .douze .seuil')]
      .filter((e) => e.getClientRects().length > 0)
      .filter((e) => [getComputedStyle(e).fill, getComputedStyle(e).stroke].every((couleur) => couleur === 'none' || couleur === fond))
      .map((e) => String((e as SVGElement).className.baseVal));
  });

/** Un état tel qu'on le voit : dans Excel ; l'écran principal aussi de nuit, dans Google Sheets, et au plus petit. */
const photographie = async (page: Page, { id }: EtatMontre): Promise<void> => {
  const prend = (nom: string): Promise<Buffer> => page.screenshot({ path: `${IMAGES}/volet-${nom}.png` });
  await page.mouse.move(0, 759);
  if (id === 'principal') await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.evaluate(() => document.getElementById('volet')!.scrollTo(0, 0));
  await prend(id);
  if (id !== 'principal') return;
  await habille(page, 'excel', 'sombre');
  await prend(`${id}-nuit`);
  await habille(page, 'sheets', 'clair');
  await page.setViewportSize({ width: 300, height: 760 });
  await prend(`${id}-sheets`);
  await habille(page, 'excel', 'clair');
  await page.setViewportSize({ width: 350, height: 378 });
  await prend(`${id}-petit`);
};

export const ecrans = (de: () => Banc): void => {
  afterAll(() => gene(de().page, ''));

  test.each(etats.map((etat) => [etat.nom, etat] as const))('%s', async (_, etat) => {
    const { page } = de();
    await page.setViewportSize({ width: 350, height: 760 });
    await gene(page, '');
    await etat.atteint(de());
    if (IMAGES !== undefined) return photographie(page, etat);
    const trouvees: string[] = [];
    for (const { peau, theme } of APPARENCES) {
      await habille(page, peau, theme);
      trouvees.push(...(await fautes(page)).map((faute) => `${peau}, ${theme} : ${faute}`));
    }
    // Couleurs imposées (contraste élevé de Windows) : les contrastes y sont ceux du système.
    await page.emulateMedia({ forcedColors: 'active' });
    trouvees.push(...(await fautes(page, ['color-contrast'])).map((faute) => `couleurs imposées : ${faute}`));
    trouvees.push(...(await invisibles(page)).map((dessin) => `couleurs imposées : ${dessin} ne se voit pas`));
    await page.emulateMedia({ forcedColors: 'none' });
    for (const width of LARGEURS) {
      await page.setViewportSize({ width, height: 760 });
      for (const [nom, css] of GENES) {
        await gene(page, css);
        trouvees.push(...(await debords(page)).map((debord) => `${width} px, ${nom} : dépasse ${debord}`));
        trouvees.push(...(await petites(page)).map((cible) => `${width} px, ${nom} : trop petit ${cible}`));
      }
    }
    await gene(page, '');
    await page.setViewportSize({ width: 350, height: 760 });
    expect(trouvees).toEqual([]);
  });

  test('à 350 × 378, alertes, quatre taux et bouton principal se voient sans défiler', async () => {
    const { page } = de();
    await etats.find(({ id }) => id === 'principal')!.atteint(de());
    await page.setViewportSize({ width: 350, height: 378 });
    for (const peau of ['excel', 'sheets']) {
      await habille(page, peau, 'clair');
      const bas = await page.evaluate(() => [...document.querySelectorAll('#volet .alertes .alerte, #volet .taux li, #volet .bouton.premier')].map((e) => e.getBoundingClientRect().bottom));
      expect(bas).toHaveLength(7);
      expect(Math.max(...bas)).toBeLessThanOrEqual(378);
    }
    await page.setViewportSize({ width: 350, height: 760 });
  });

  test('tout ce que Tab rejoint montre son focus', async () => {
    const { page } = de();
    await etats.find(({ id }) => id === 'principal')!.atteint(de());
    const vus: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const { nom, visible } = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(e);
        return { nom: e === document.body ? '' : (e.getAttribute('aria-label') ?? e.textContent ?? ''), visible: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 };
      });
      if (nom === '' || vus.includes(nom)) break;
      vus.push(nom);
      expect([nom, visible]).toEqual([nom, true]);
    }
    expect(vus.length).toBeGreaterThan(10);
  });
};
