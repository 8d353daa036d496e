// Les formules de la page contre LibreOffice : le même classeur, les mêmes formules, calculées par deux programmes qui ne se connaissent pas.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { jourDe } from '../../src/socle/jours';
import { zippe } from '../../src/fichier/archive';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { ouvreClasseur } from '../../src/essai/classeur';
import { contenuTape } from '../../src/essai/modification';
import { cherche, siPresent } from '../aides/programmes';

/** Un registre, et ce qui trompe : vides, textes qui ressemblent à des nombres, casse, zéros, nombres négatifs. */
const DONNEES = [
  ['Canal', 'Reçu', 'Répondu', 'Délai', 'Note', 'Divers'],
  ['courriel', 46027, 46031, 4, 'bien', 1.005],
  ['courrier', 46034, 46055, 21, 'très bien', -2.5],
  ['COURRIEL', 46055, null, null, '', 0],
  ['courriel', 46062, 46063, 1, 'b*n', '12'],
  ['téléphone', 46069, 46083, 14, null, true],
  [null, 46076, 46080, 4, 'bien', '12,5'],
];

const FORMULES = [
  '=1+2*3^2-4/8', '=-2^2', '=2^3^2', '=10%*50', '=(1+2)*3', '=1=1', '="a"<"b"', '="Été"="été"', '="a"&1&VRAI', '=2>"a"', '=VRAI>"z"', '=1/3', '=-A1', '=--"3"',
  '=SOMME(D2:D7)', '=SOMME(F2:F7)', '=SOMME(D2:D7;10;VRAI)', '=MOYENNE(D2:D7)', '=MOYENNE(F2:F7)', '=MEDIANE(D2:D7)', '=MEDIANE(1;2;3;10)', '=NB(A1:F7)', '=NBVAL(A1:F7)', '=NB.VIDE(D1:E7)', '=MIN(D2:F7)', '=MAX(D2:F7)', '=PRODUIT(D2:D3)',
  '=GRANDE.VALEUR(D2:D7;2)', '=PETITE.VALEUR(D2:D7;1)', '=CENTILE(D2:D7;0,9)', '=QUARTILE(D2:D7;1)', '=ECARTYPE(D2:D7)', '=VAR(D2:D7)', '=SOMMEPROD(D2:D7;B2:B7)', '=SOMMEPROD((A2:A7="courriel")*(D2:D7>3))',
  '=NB.SI(A2:A7;"courriel")', '=NB.SI(A2:A7;"c*")', '=NB.SI(E2:E7;"b~*n")', '=NB.SI(D2:D7;">=4")', '=NB.SI(D2:D7;4)', '=NB.SI(A2:A7;"<>courriel")', '=NB.SI(E2:E7;"")', '=NB.SI(D2:D7;">"&3)', '=NB.SI(F2:F7;12)', '=NB.SI.ENS(A2:A7;"courriel";D2:D7;">1")',
  '=SOMME.SI(A2:A7;"courriel";D2:D7)', '=SOMME.SI(D2:D7;">3")', '=SOMME.SI.ENS(D2:D7;A2:A7;"courriel";D2:D7;"<10")', '=MOYENNE.SI(A2:A7;"courriel";D2:D7)', '=MOYENNE.SI.ENS(D2:D7;A2:A7;"c*")',
  '=SI(D2>3;"oui";"non")', '=SI(D4;1;2)', '=SI(FAUX;1)', '=ET(D2>0;D3>0)', '=OU(D2>5;D3>50)', '=NON(D2)', '=SIERREUR(1/0;"x")', '=SIERREUR(D2;"x")', '=ESTVIDE(D4)', '=ESTVIDE(E4)', '=ESTNUM(F5)', '=ESTTEXTE(A2)', '=ESTERREUR(1/0)', '=ESTNA(NA())',
  '=ARRONDI(F2;2)', '=ARRONDI(F3;0)', '=ARRONDI(1234,5;-2)', '=ARRONDI.SUP(2,1;0)', '=ARRONDI.INF(-2,9;0)', '=ENT(-2,5)', '=ABS(F3)', '=MOD(-7;3)', '=TRONQUE(-2,7)', '=RACINE(16)', '=PUISSANCE(2;10)',
  '=DATE(2026;3;12)', '=DATE(2026;14;35)', '=ANNEE(B2)', '=MOIS(B2)', '=JOUR(B2)', '=JOURSEM(B2)', '=JOURSEM(B2;2)', '=FIN.MOIS(B2;1)', '=MOIS.DECALER(DATE(2026;1;31);1)', '=NB.JOURS.OUVRES(B2;C3)', '=NB.JOURS.OUVRES(C3;B2)', '=NB.JOURS.OUVRES(B2;C3;B3:B4)',
  '=GAUCHE(A2;3)', '=DROITE(A2;3)', '=STXT(A2;2;3)', '=NBCAR(A6)', '=MAJUSCULE(A6)', '=MINUSCULE(A4)', '=SUPPRESPACE("  a   b ")', '=SUBSTITUE(A2;"r";"R")', '=CONCATENER(A2;"-";D2)', '=TEXTE(B2;"jj/mm/aaaa")', '=TEXTE(0,713;"0,0%")', '=TEXTE(1234,5;"0,00")',
  '=RECHERCHEV("courrier";A2:D7;4;FAUX)', '=RECHERCHEV("absent";A2:D7;4;FAUX)', '=EQUIV("téléphone";A2:A7;0)', '=EQUIV(5;{1};0)', '=INDEX(A2:D7;3;2)', '=LIGNES(A2:A7)', '=COLONNES(A2:D7)', '=LIGNE(D4)', '=COLONNE(D4)',
  '=1/0', '=NA()', '="a"+1', '=MOYENNE(E2:E3)', '=SOMME(D2:D7)/NB(D2:D7)', '=D4', '=D4&"x"', '=A7=""', '=A7=0',
].filter((formule) => !formule.includes('{'));

type Lue = string | number | boolean | null;
let page: Lue[];
let autre: Lue[] | null = null;

beforeAll(async () => {
  const classeur = await ouvreClasseur(nouveauXlsx([{ nom: 'F', plage: DONNEES }]), 'a.xlsx', jourDe(2026, 11, 22));
  await classeur.change(FORMULES.map((formule, i) => ({ feuille: 'F', ligne: 20 + i, colonne: 1, contenu: { ...contenuTape(formule, true, false, 0), code: null } })));
  page = FORMULES.map((_, i) => classeur.feuilles()[0]!.valeur(20 + i, 1));
  if (!cherche('soffice')) return;
  // Sans nos résultats : LibreOffice doit les calculer lui-même.
  const parties = unzipSync((await classeur.enregistre()).octets);
  const feuille = strFromU8(parties['xl/worksheets/sheet1.xml']!).replace(/(<c r="[A-Z]+\d+")(?: t="\w+")?(><f>(?:[^<]*)<\/f>)<v>[^<]*<\/v>/g, '$1$2');
  const dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  try {
    writeFileSync(path.join(dossier, 'a.xlsx'), zippe(Object.entries({ ...parties, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(feuille) })));
    execFileSync(cherche('soffice')!, ['--headless', `-env:UserInstallation=file://${dossier}/profil`, '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', path.join(dossier, 'lu'), path.join(dossier, 'a.xlsx')], { stdio: 'ignore', timeout: 120_000 });
    const lu = ouvreFichier(new Uint8Array(readFileSync(path.join(dossier, 'lu', 'a.xlsx'))), 'a.xlsx');
    const plage = lu.lis({ zones: [{ feuille: 'F', ligne: 20, colonne: 1, lignes: FORMULES.length, colonnes: 1 }] }).plages[0]!;
    autre = FORMULES.map((_, i) => plage[i]?.[0] ?? null);
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}, 150_000);

/** Là où LibreOffice s'écarte d'Excel, que la page suit ; chaque écart dit sa raison. */
const ECARTS: Readonly<Record<string, string>> = {
  '="a"&1&VRAI': 'LibreOffice écrit VRAI comme 1',
  '=VRAI>"z"': 'dans LibreOffice un logique est un nombre, donc avant les textes',
  '=SOMME(F2:F7)': 'LibreOffice compte VRAI pour 1 dans une plage, Excel ne le compte pas',
  '=MOYENNE(F2:F7)': 'LibreOffice compte VRAI pour 1 dans une plage, Excel ne le compte pas',
  '=NB(A1:F7)': 'LibreOffice compte VRAI comme un nombre dans une plage, Excel non',
  '=TEXTE(B2;"jj/mm/aaaa")': 'le format est un texte que chaque tableur lit dans sa langue : LibreOffice est ici en anglais',
  '=TEXTE(0,713;"0,0%")': 'même raison',
  '=TEXTE(1234,5;"0,00")': 'même raison',
};

const proche = (lue: Lue): unknown => (typeof lue === 'number' ? Number(lue.toPrecision(12)) : (lue ?? ''));

describe('chaque formule donne ce que donne LibreOffice', () => {
  FORMULES.forEach((formule, i) => {
    siPresent('soffice')(formule, () => {
      if (ECARTS[formule] !== undefined) return expect(proche(page[i]!)).not.toEqual(proche(autre![i]!));
      expect(proche(page[i]!)).toEqual(proche(autre![i]!));
    });
  });
});
