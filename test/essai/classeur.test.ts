// Le classeur de la page : il lit comme le fichier, n'écrit que ce que la personne a changé, et tout est là au retour.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, strFromU8 } from 'fflate';
import { jourDe } from '../../src/socle/jours';
import type { ErreurClasseur } from '../../src/socle/erreurs';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { ouvreClasseur, type ClasseurDePage } from '../../src/essai/classeur';
import { enRectangle } from '../../src/essai/feuille';
import { contenuTape } from '../../src/essai/modification';
import { duFichier } from '../../src/essai/formules/traduction';
import { clefDe } from '../../src/fichier/xlsx-vue';

const AUJOURDHUI = jourDe(2026, 11, 22);
const DOSSIER = path.join(__dirname, '..', 'classeurs');
const fichiers = ['', 'riche'].flatMap((sous) => readdirSync(path.join(DOSSIER, sous)).filter((nom) => /\.(xlsx|xlsm|csv)$/.test(nom)).map((nom) => path.join(sous, nom)));
const octetsDe = (nom: string): Uint8Array => new Uint8Array(readFileSync(path.join(DOSSIER, nom)));
const ouvre = (nom: string): Promise<ClasseurDePage> => ouvreClasseur(octetsDe(nom), nom, AUJOURDHUI);
const tape = (classeur: ClasseurDePage, feuille: string, ligne: number, colonne: number, texte: string): Promise<void> => classeur.change([{ feuille, ligne, colonne, contenu: contenuTape(texte, true, false, AUJOURDHUI) }]);
const parties = (octets: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, strFromU8(contenu, true)]));
const changees = (avant: Uint8Array, apres: Uint8Array): string[] => {
  const [a, b] = [parties(avant), parties(apres)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((nom) => a[nom] !== b[nom]).sort();
};

/** Un .csv rend « » pour un vide, un .xlsx rend null : les deux sont une cellule vide. */
const sansVides = (plages: readonly (readonly (readonly unknown[])[])[]): unknown => plages.map((plage) => plage.map((ligne) => ligne.map((v) => v || (v === 0 || v === false ? v : null))));

describe('le port de la page lit comme celui du fichier', () => {
  it.each(fichiers)('%s', async (nom) => {
    const octets = octetsDe(nom);
    let attendu: ReturnType<typeof ouvreFichier>;
    try {
      attendu = ouvreFichier(octets, nom);
      attendu.lis({});
    } catch (cause) {
      await expect(ouvreClasseur(octets, nom, AUJOURDHUI)).rejects.toThrow((cause as ErreurClasseur).message);
      return;
    }
    const classeur = await ouvreClasseur(octets, nom, AUJOURDHUI);
    const voulu = attendu.lis({ tetes: 20 });
    const noms = voulu.feuilles.map((f) => f.nom);
    const lecture = { tetes: 20, zones: voulu.feuilles.map((f) => ({ feuille: f.nom, ligne: 1, colonne: 1, lignes: Math.max(1, f.lignes), colonnes: Math.max(1, f.colonnes) })), masquees: noms };
    // Une formule jamais calculée l'est par la page : c'est la seule différence permise.
    const [a, b] = [attendu.lis(lecture), await classeur.lis(lecture)];
    const jamais = JSON.stringify(a.plages).includes('#NON_CALCULÉE');
    const sansTete = (releve: typeof a): unknown => releve.feuilles.map((f) => ({ ...f, tete: null }));
    expect(sansTete(b)).toEqual(sansTete(a));
    expect(b.memoire).toEqual(a.memoire);
    expect(b.masquees).toEqual(a.masquees);
    if (!jamais) expect(sansVides(b.plages)).toEqual(sansVides(a.plages));
    expect(classeur.modifie()).toBe(nom.endsWith('.csv'));
    if (!nom.endsWith('.csv')) expect((await classeur.enregistre()).octets).toBe(octets);
  });
});

describe('enregistrer une copie', () => {
  it('un réglage retenu est à enregistrer ; « déjà vu », que le volet note pour lui, ne l’est pas', async () => {
    const classeur = await ouvre('b37-formules-recalculees.xlsx');
    await classeur.ecris([{ genre: 'memoriser', clef: 'volet', valeur: '{"v":1,"saisies":{"vu":"oui"}}' }]);
    expect(classeur.modifie()).toBe(false);
    await classeur.ecris([{ genre: 'memoriser', clef: 'demandes-ecrites', valeur: '{"v":1,"saisies":{"seuils":"15"}}' }]);
    expect(classeur.modifie()).toBe(true);
  });

  it('ne change que la cellule tapée et ce qui en dépend', async () => {
    const octets = octetsDe('b37-formules-recalculees.xlsx');
    const classeur = await ouvre('b37-formules-recalculees.xlsx');
    const [feuille] = classeur.feuilles();
    const ligne = feuille!.etendue().lignes + 3;
    await tape(classeur, feuille!.nom, ligne, 2, 'une note');
    const { octets: apres, cellules } = await classeur.enregistre();
    expect(cellules).toBe(1);
    const xml = (o: Uint8Array): string => parties(o)['xl/worksheets/sheet1.xml']!;
    const trace = '<c r="B' + ligne + '" t="inlineStr"><is><t>une note</t></is></c>';
    expect(xml(apres)).toContain(trace);
    expect(changees(octets, apres).filter((nom) => nom !== 'xl/workbook.xml')).toEqual(['xl/worksheets/sheet1.xml']);
  });

  it.each(['riche/riche.xlsx', 'riche/riche-macros.xlsm', 'riche/riche-libreoffice.xlsx', 'riche/riche-exceljs.xlsx', 'riche/riche-prefixe.xlsx'])('%s : une date, un taux, une formule ; les autres parties à l’octet près, tout est là au retour', async (nom) => {
    const octets = octetsDe(nom);
    const classeur = await ouvreClasseur(octets, nom, AUJOURDHUI);
    const feuille = classeur.feuilles().find((f) => !f.protegee && f.etendue().lignes > 1)!;
    const ligne = feuille.etendue().lignes + 2;
    await tape(classeur, feuille.nom, ligne, 1, '12/03/2026');
    await tape(classeur, feuille.nom, ligne, 2, '71,3 %');
    await tape(classeur, feuille.nom, ligne, 3, `=DELAI_REPONSE("05/01/2026";"09/01/2026")+A${ligne}`);
    const { octets: apres, laissees } = await classeur.enregistre();
    expect(laissees).toBe(0);
    const retour = (await ouvreClasseur(apres, nom, AUJOURDHUI)).feuilles().find((f) => f.nom === feuille.nom)!;
    expect([1, 2, 3].map((c) => retour.valeur(ligne, c))).toEqual([46093, 0.713, 46097]);
    expect(duFichier(retour.formule(clefDe(ligne, 3))!.texte)).toBe(`DELAI_REPONSE("05/01/2026";"09/01/2026")+A${ligne}`);
    const touchees = changees(octets, apres).filter((partie) => !/^xl\/(worksheets\/sheet\d+\.xml|styles\.xml|workbook\.xml|_rels\/workbook\.xml\.rels|calcChain\.xml)$|^\[Content_Types\]\.xml$/.test(partie));
    expect(touchees).toEqual([]);
  });

  it('un résultat que la page ne sait pas refaire est ôté, dit, et laissé au tableur', async () => {
    const depart = await ouvreClasseur(nouveauXlsx([{ nom: 'F', plage: [[1, 2]] }]), 'a.xlsx', AUJOURDHUI);
    await tape(depart, 'F', 1, 3, '=RECHERCHEX(A1;A1:B1;A1:B1)');
    await tape(depart, 'F', 1, 4, '=C1+1');
    const { octets, laissees } = await depart.enregistre();
    expect(laissees).toBe(2);
    const xml = parties(octets)['xl/worksheets/sheet1.xml']!;
    expect(xml).toContain('<c r="C1"><f>_xlfn.XLOOKUP(A1,A1:B1,A1:B1)</f></c><c r="D1"><f>C1+1</f></c>');
    expect(parties(octets)['xl/workbook.xml']).toContain('fullCalcOnLoad="1"');
  });

  it('une formule partagée dont on change la tête laisse la leur aux autres', async () => {
    const feuille = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>6</v></c></row>';
    const { zippe } = await import('../../src/fichier/archive');
    const brut = unzipSync(nouveauXlsx([{ nom: 'F', plage: [[1]] }]));
    const xml = strFromU8(brut['xl/worksheets/sheet1.xml']!).replace(/<sheetData>.*<\/sheetData>/s, `<sheetData>${feuille}</sheetData>`);
    const octets = zippe(Object.entries({ ...brut, 'xl/worksheets/sheet1.xml': new TextEncoder().encode(xml) }));
    const classeur = await ouvreClasseur(octets, 'a.xlsx', AUJOURDHUI);
    await tape(classeur, 'F', 1, 2, '50');
    await tape(classeur, 'F', 3, 1, '10');
    const apres = (await classeur.enregistre()).octets;
    expect(parties(apres)['xl/worksheets/sheet1.xml']).toContain('<c r="B1"><v>50</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>A2*2</f><v>4</v></c></row><row r="3"><c r="A3"><v>10</v></c><c r="B3"><f>A3*2</f><v>20</v></c></row>');
  });

  it('un .csv s’ouvre, se change et s’enregistre en .xlsx', async () => {
    const classeur = await ouvre('b48-csv-virgules.csv');
    const [feuille] = classeur.feuilles();
    await tape(classeur, feuille!.nom, 2, 1, 'nouvelle');
    const retour = await ouvreClasseur((await classeur.enregistre()).octets, 'b.xlsx', AUJOURDHUI);
    expect(retour.feuilles()[0]!.valeur(2, 1)).toBe('nouvelle');
    expect(retour.feuilles()[0]!.valeur(1, 1)).toBe(feuille!.valeur(1, 1));
  });
});

describe('une cellule que la page ne change pas', () => {
  it.each([
    ['b22-feuille-protegee.xlsx', 1, 1, 'est protégée'],
    ['b38-tableau-excel.xlsx', 1, 1, 'Ce titre est celui d’un tableau'],
  ])('%s', async (nom, ligne, colonne, phrase) => {
    const classeur = await ouvre(nom);
    const feuille = classeur.feuilles().find((f) => f.vue.tableaux.length > 0) ?? classeur.feuilles()[0]!;
    const tableau = enRectangle(feuille.vue.tableaux[0]?.ref ?? '');
    await expect(tape(classeur, feuille.nom, tableau?.haut ?? ligne, tableau?.gauche ?? colonne, 'x')).rejects.toThrow(phrase);
  });
});
