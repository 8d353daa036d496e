// Le volet dans un vrai Chromium : un seul lancement pour tous les parcours. Sans Chromium, tout est compté « skipped ».
import type { Browser } from 'playwright-core';
import { ecrans } from './ecrans';
import { hostiles } from './hostiles';
import { CHROMIUM, compile, lance, ouvreBanc, type Banc } from './navigateur';
import { parcours } from './parcours';
import { parcoursReglages } from './parcours-reglages';
import { sheets } from './sheets';

const enChromium = CHROMIUM === null ? describe.skip : describe;
jest.setTimeout(120_000);

enChromium('Le volet', () => {
  let navigateur: Browser;
  let banc: Banc;
  beforeAll(async () => {
    navigateur = await lance();
    banc = await ouvreBanc(navigateur, compile());
    banc.page.setDefaultTimeout(20_000);
  }, 180_000);
  afterAll(() => navigateur?.close());
  afterEach(() => expect(banc.fuites.splice(0)).toEqual([]));

  describe('parcours', () => parcours(() => banc));
  describe('réglages et formules', () => parcoursReglages(() => banc));
  describe('écrans', () => ecrans(() => banc));
  describe('textes hostiles', () => hostiles(() => banc));
  describe('le fichier de Google Sheets', () => sheets(() => navigateur));
});
