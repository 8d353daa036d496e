// L'adaptateur d'Excel, au-delà du contrat : calendrier 1904, lignes masquées, refus dits en français, annulation groupée, ce qui ne part jamais sur le fil.
import { hoteExcel } from '../../addin/hote';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { versCellules } from '../../src/socle/ecriture/cellule-sure';
import type { Modification } from '../../src/socle/classeur';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { branche, CONSTRUCTIONS } from '../hotes/excel/client';
import { Serveur } from '../hotes/excel/serveur';

const feuille = (nom: string, rangees: readonly (readonly (string | number | null)[])[]): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  c.ajoute(nom);
  rangees.forEach((rangee, i) => rangee.forEach((v, j) => c.tape(nom, i + 1, j + 1, v)));
  return c;
};
const avec = (c: ClasseurMemoire, ensembles?: Record<string, string>): Serveur => {
  const serveur = new Serveur(c);
  branche(serveur, 'excel-win32-16.01', ensembles);
  return serveur;
};
const ecrire = (nom: string, ligne: number, colonne: number, valeurs: readonly (readonly (string | number | null)[])[]): Modification => ({ genre: 'ecrire', feuille: nom, ligne, colonne, valeurs: versCellules(valeurs) });
const zone = (nom: string, ligne: number, colonne: number, lignes: number, colonnes: number) => ({ feuille: nom, ligne, colonne, lignes, colonnes });

describe('un classeur qui compte ses jours depuis 1904', () => {
  test('ses dates se lisent en 1900, ses nombres restent', async () => {
    const c = feuille('Suivi', [['Reçu le', 'N°'], [44538, 44538]]);
    c.tape('Suivi', 2, 1, 44538, { format: 'date' });
    avec(c).etat.date1904 = true;
    const { feuilles, plages } = await hoteExcel().lis({ tetes: 5, zones: [zone('Suivi', 2, 1, 1, 2)] });
    expect([feuilles[0]!.tete[1], plages[0]]).toEqual([[46000, 44538], [[46000, 44538]]]);
  });
  test('les dates que nous y écrivons aussi', async () => {
    const c = feuille('Suivi', [['Reçu le']]);
    avec(c).etat.date1904 = true;
    const hote = hoteExcel();
    await hote.ecris([{ genre: 'vider', zone: zone('Suivi', 2, 1, 1, 2) }, ecrire('Suivi', 2, 1, [[46000, 46000]]), { genre: 'styler', zone: zone('Suivi', 2, 1, 1, 1), style: { format: 'date' } }]);
    expect([c.trouve('Suivi')!.cases.get(clef(2, 1))!.v, c.trouve('Suivi')!.cases.get(clef(2, 2))!.v]).toEqual([44538, 46000]);
    expect((await hote.lis({ zones: [zone('Suivi', 2, 1, 1, 2)] })).plages[0]).toEqual([[46000, 46000]]);
  });
});

test.each([[[], []], [[3, 4, 7], [3, 4, 7]], [[1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 3, 4, 5, 6, 7, 8]]])('lignes masquées %j', async (masquees, attendues) => {
  const c = feuille('Suivi', Array.from({ length: 8 }, (_, i) => [i]));
  c.pourEcrire('Suivi').lignesMasquees = new Set(masquees);
  const serveur = avec(c);
  const { masquees: lues } = await hoteExcel().lis({ masquees: ['Suivi'] });
  expect([...lues[0]!].sort((a, b) => a - b)).toEqual(attendues);
  // Un envoi de plus seulement quand une partie des lignes est masquée.
  expect(serveur.envois).toHaveLength(masquees.length === 3 ? 3 : 2);
});

test('la tête d’un tableau décalé garde sa place', async () => {
  const c = new ClasseurMemoire();
  c.ajoute('Suivi');
  c.tape('Suivi', 3, 2, 'Reçu le');
  c.tape('Suivi', 4, 3, 46000);
  avec(c);
  const [f] = (await hoteExcel().lis({ tetes: 10 })).feuilles;
  expect([f!.lignes, f!.colonnes, f!.tete]).toEqual([4, 3, [[], [], ['', 'Reçu le', ''], ['', '', 46000]]]);
});

test('un onglet ajouté, renommé ou supprimé depuis se relit', async () => {
  const c = feuille('Suivi', [['a']]);
  avec(c);
  const hote = hoteExcel();
  await hote.lis({});
  c.ajoute('Neuf');
  expect((await hote.lis({})).feuilles.map(({ nom }) => nom)).toEqual(['Suivi', 'Neuf']);
  c.pourEcrire('Neuf').nom = 'Renommé';
  expect((await hote.lis({})).feuilles.map(({ nom }) => nom)).toEqual(['Suivi', 'Renommé']);
  c.feuilles.pop();
  expect((await hote.lis({ tetes: 1 })).feuilles.map(({ nom }) => nom)).toEqual(['Suivi']);
});

test('la mémoire est celle que l’hôte .xlsx a laissée, ou ôtée', async () => {
  const c = feuille('Suivi', [['a']]);
  c.memoire.set('demandes-ecrites', '{"v":1,"saisies":{"zone":"La Réunion"}}');
  avec(c);
  const hote = hoteExcel();
  expect((await hote.lis({})).memoire).toEqual({ 'demandes-ecrites': '{"v":1,"saisies":{"zone":"La Réunion"}}' });
  await hote.ecris([{ genre: 'memoriser', clef: 'volet', valeur: '{"v":1}' }]);
  expect([...c.memoire.keys()]).toEqual(['demandes-ecrites', 'volet']);
});

test.each([
  ['AccessDenied', 'protégé'], ['InvalidOperationInCellEditMode', 'Terminez la saisie'], ['InactiveWorkbook', 'Revenez à ce classeur'], ['FilteredRangeConflict', 'Ôtez le filtre'],
  ['MergedRangeConflict', 'fusionnées'], ['MemoryLimitReached', 'mémoire'], ['Conflict', 'Quelqu’un d’autre'], ['UnsupportedSheet', 'autre feuille'], ['CodeInconnu', 'CodeInconnu'],
])('%s se dit en français', async (code, extrait) => {
  const serveur = avec(feuille('Suivi', [['a']]));
  serveur.guet = ({ ecrit }) => (ecrit ? { quand: 'avant', code } : null);
  const refus = hoteExcel().ecris([ecrire('Suivi', 1, 1, [['b']])]);
  await expect(refus).rejects.toBeInstanceOf(ErreurClasseur);
  await expect(refus).rejects.toThrow(extrait);
});

test('une lecture interrompue se recommence, trois fois au plus', async () => {
  const serveur = avec(feuille('Suivi', [['a']]));
  let pannes = 2;
  serveur.guet = () => (pannes-- > 0 ? { quand: 'avant', code: 'GeneralException' } : null);
  expect((await hoteExcel().lis({})).feuilles).toHaveLength(1);
  pannes = 3;
  await expect(hoteExcel().lis({})).rejects.toThrow('GeneralException');
});

describe('Ctrl+Z', () => {
  const lot = [ecrire('Suivi', 1, 1, [['b']])];
  test('un travail entier tient dans un seul Excel.run, là où Excel sait grouper', async () => {
    avec(feuille('Suivi', [['a']]), { ExcelApi: '1.20' });
    const ouvertures: unknown[] = [];
    const { run } = Excel;
    Object.assign(Excel, { run: (options: unknown, travail: unknown) => {
      ouvertures.push(options);
      return (run as unknown as (o: unknown, t: unknown) => Promise<unknown>)(options, travail);
    } });
    const hote = hoteExcel();
    await hote.enUnGeste(async () => {
      await hote.lis({});
      await hote.ecris(lot);
      await hote.lis({});
    });
    expect(ouvertures).toEqual([{ delayForCellEdit: true, mergeUndoGroup: true }]);
  });
  test('un Excel qui refuse de grouper ce lot l’écrit quand même, une fois', async () => {
    const serveur = avec(feuille('Suivi', [['a']]), { ExcelApi: '1.20' });
    const hote = hoteExcel();
    let refus = 1;
    serveur.guet = ({ ecrit }) => (ecrit && refus-- > 0 ? { quand: 'avant', code: 'UndoNotSupported' } : null);
    await hote.enUnGeste(() => hote.ecris(lot));
    expect(serveur.classeurMemoire.trouve('Suivi')!.cases.get(clef(1, 1))!.v).toBe('b');
  });
});

describe.each(CONSTRUCTIONS)('la bibliothèque %s', (construction) => {
  test('laisse partir une Date en texte : l’hôte strict la refuse', async () => {
    branche(new Serveur(feuille('Suivi', [['a']])), construction);
    await expect(Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').getRangeByIndexes(0, 0, 1, 1).values = [[new Date(0)]];
      await context.sync();
    })).rejects.toMatchObject({ code: 'DateSurLeFil' });
  });
  test('ce qui n’est pas modélisé échoue, et se compte', async () => {
    const serveur = new Serveur(feuille('Suivi', [['a']]));
    branche(serveur, construction);
    await expect(Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Suivi').freezePanes.freezeRows(1);
      await context.sync();
    })).rejects.toMatchObject({ code: 'NonModelise' });
    expect(serveur.nonModelises).toEqual(['Worksheet.FreezePanes']);
  });
  test('au-delà des ensembles déclarés, c’est la bibliothèque qui refuse', async () => {
    branche(new Serveur(feuille('Suivi', [['a']])), construction, { ExcelApi: '1.7' });
    await expect(hoteExcel().lis({})).rejects.toMatchObject({ message: expect.stringContaining('trop ancienne') as unknown });
  });
  test('lire avant l’envoi échoue, comme dans Excel', async () => {
    branche(new Serveur(feuille('Suivi', [['a']])), construction);
    await expect(Excel.run(async (context) => context.workbook.worksheets.getItem('Suivi').load('name').name)).rejects.toMatchObject({ code: 'PropertyNotLoaded' });
  });
});
