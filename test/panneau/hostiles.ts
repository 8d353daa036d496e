// Des textes hostiles partout où un classeur en porte : cellules, titres, noms d'onglets, nom du fichier. Rien ne s'exécute, rien ne sort.
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import type { Banc } from './navigateur';

const GESTES = ['onerror', 'onload', 'onfocus', 'onmouseover', 'ontoggle', 'onanimationstart', 'onbegin'];
const BALISES = ['img src=x', 'svg', 'body', 'input autofocus', 'details open', 'video src=x', 'iframe', 'marquee', 'style', 'math', 'object data=x', 'audio src=x', 'select autofocus', 'textarea autofocus'];
/** Plus de cent : toutes les balises et tous les gestes, et ce qui sort d'un attribut, d'un script, d'une adresse, d'un modèle, d'une formule. */
const CHARGES: readonly string[] = [
  ...BALISES.flatMap((balise) => GESTES.map((geste) => `<${balise} ${geste}=alert(1)>`)),
  '<script>alert(1)</script>', '</script><script>alert(1)</script>', '<!--<script>alert(1)//-->', '"><script>alert(1)</script>', "'-alert(1)-'", '`${alert(1)}`', '${alert(1)}', '{{constructor.constructor("alert(1)")()}}',
  'javascript:alert(1)', 'data:text/html,<script>alert(1)</script>', '<a href="javascript:alert(1)">x</a>', '<base href="//pirate.invalid/">', '<link rel=stylesheet href=//pirate.invalid/x.css>', '<meta http-equiv=refresh content="0;url=//pirate.invalid">',
  '<form action=//pirate.invalid><button>x</button></form>', '<img src=//pirate.invalid/x.png>', '<style>@import url(//pirate.invalid/x.css)</style>', '=HYPERLINK("http://pirate.invalid","x")', '=WEBSERVICE("http://pirate.invalid")', "=cmd|'/c calc'!A1",
  '<svg><script>alert(1)</script></svg>', '<math><mtext><script>alert(1)</script></mtext></math>', '<?php echo 1 ?>', '<template><img src=x onerror=alert(1)></template>', '__proto__', 'constructor', '&lt;script&gt;alert(1)&lt;/script&gt;', '\u202e<img src=x onerror=alert(1)>',
];

/** Un nom d'onglet : 31 signes, sans \ / ? * : [ ]. */
const onglet = (charge: string, rang: number): string => `${rang}${charge.replace(/[\\/?*:[\]']/g, '')}`.slice(0, 31);

const feuilles = () => {
  const par = Math.ceil(CHARGES.length / 12);
  return Array.from({ length: 12 }, (_, k) => {
    const lot = CHARGES.slice(k * par, (k + 1) * par);
    return {
      nom: onglet(lot[0] ?? '<b>', k),
      plage: [['N°', 'Canal', 'Reçu le', 'Répondu le', ...lot], ...lot.map((charge, i) => [charge, i % 2 === 0 ? charge : 'courriel', '01/10/2026', i % 3 === 0 ? charge : '', charge])],
    };
  });
};

export const hostiles = (de: () => Banc): void => {
  test('il y en a plus de cent', () => expect(new Set(CHARGES).size).toBeGreaterThanOrEqual(100));

  test.each([['classeur', false], ['fichier .csv dont le nom en est un', true]] as const)('dans un %s : 0 exécutée, 0 requête', async (_, csv) => {
    const banc = de();
    const octets = csv ? new TextEncoder().encode(['N°;Canal;Reçu le;Répondu le', ...CHARGES.map((c, i) => `"${c.replace(/"/g, '""')}";courriel;01/10/2026;${i % 3 === 0 ? `"${c.replace(/"/g, '""')}"` : ''}`)].join('\n')) : nouveauXlsx(feuilles());
    await banc.ouvre(octets, {}, csv ? '<img src=x onerror=alert(1)>.csv' : '<img src=x onerror=alert(1)>.xlsx');
    const { page } = banc;
    const vus: string[] = [];
    const regarde = async (): Promise<void> => void vus.push(await page.locator('#volet').innerText());
    await regarde();
    await banc.entre();
    for (const nom of [/en retard/, /à vérifier/, 'Vérifier les colonnes', 'Réglages', 'Fonctions', 'Aide']) {
      await page.getByRole('button', { name: nom }).first().click();
      await banc.repos();
      while (await page.getByRole('button', { name: /Afficher la suite/ }).first().isVisible()) await page.getByRole('button', { name: /Afficher la suite/ }).first().click();
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => details.setAttribute('open', '')));
      await regarde();
      await page.keyboard.press('Escape');
    }
    await page.getByRole('button', { name: /^Onglet Résultats/ }).click();
    await banc.repos();
    // Les textes se lisent, en toutes lettres ; rien d'eux n'est devenu un élément, et rien n'est sorti (voir `fuites`).
    expect(vus.join('\n')).toContain('<img src=x onerror=alert(1)>');
    expect(await page.evaluate(() => document.querySelectorAll('#volet :is(script, iframe, img, object, video, audio, link, meta, base, form[action], math, body, marquee, template)').length)).toBe(0);
    expect(banc.fuites).toEqual([]);
  });
};
