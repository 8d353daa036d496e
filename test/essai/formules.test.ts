// Des formules telles qu'on les tape en français, et ce que la cellule montre.
import { fonctions } from '../../src/registre';
import { aideFonctions } from '../../src/guichet/aide-fonctions';
import { jourDe } from '../../src/socle/jours';
import { affiche } from '../../src/essai/affichage';
import { clefDe } from '../../src/fichier/xlsx-vue';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { ouvreClasseur, type ClasseurDePage } from '../../src/essai/classeur';
import { contenuTape } from '../../src/essai/modification';
import { duFichier, versFichier } from '../../src/essai/formules/traduction';

const AUJOURDHUI = jourDe(2026, 11, 22);

const SUIVI = [
  ['Canal', 'Reçu le', 'Répondu le', 'Délai'],
  ['courriel', 46027, 46031, 4],
  ['courrier', 46034, 46055, 21],
  ['courriel', 46055, null, null],
  ['Courriel', 46062, 46063, 1],
];
const ouvre = (): Promise<ClasseurDePage> => ouvreClasseur(nouveauXlsx([{ nom: 'Feuil1', plage: [] }, { nom: 'Suivi délais', plage: SUIVI }]), 'essai.xlsx', AUJOURDHUI);
const tape = (classeur: ClasseurDePage, feuille: string, ligne: number, colonne: number, texte: string): Promise<void> => classeur.change([{ feuille, ligne, colonne, contenu: contenuTape(texte, true, false, AUJOURDHUI) }]);

const lu = (classeur: ClasseurDePage, ligne: number, colonne: number, rang = 0): string => {
  const feuille = classeur.feuilles()[rang]!;
  return affiche(feuille.valeur(ligne, colonne), feuille.codes.get(clefDe(ligne, colonne)) ?? 'General');
};

describe('une formule tapée en français', () => {
  it.each([
    ['=1+2*3^2', '19'],
    ['=-2^2', '4'],
    ['=50%*3', '1,5'],
    ['="a"&1,5&VRAI', 'a1,5VRAI'],
    ['=2>1', 'VRAI'],
    ['="Été"="été"', 'VRAI'],
    ['=SOMME(\'Suivi délais\'!D2:D5)', '26'],
    ["=MOYENNE('Suivi délais'!D:D)", '8,666666667'],
    ["=MEDIANE('Suivi délais'!D2:D5)", '4'],
    ["=médiane('suivi délais'!d2:d5)", '4'],
    ["=NB('Suivi délais'!D1:D5)", '3'],
    ["=NBVAL('Suivi délais'!A1:A9)", '5'],
    ["=NB.VIDE('Suivi délais'!D1:D5)", '1'],
    ['=MIN(3;1;2)&MAX(3;1;2)', '13'],
    ["=NB.SI('Suivi délais'!A2:A5;\"courriel\")", '3'],
    ["=NB.SI('Suivi délais'!A2:A5;\"cour*l\")", '3'],
    ["=NB.SI.ENS('Suivi délais'!A2:A5;\"courriel\";'Suivi délais'!D2:D5;\">3\")", '1'],
    ["=SOMME.SI('Suivi délais'!A2:A5;\"courriel\";'Suivi délais'!D2:D5)", '5'],
    ["=SOMME.SI.ENS('Suivi délais'!D2:D5;'Suivi délais'!A2:A5;\"courrier\")", '21'],
    ["=SOMMEPROD(('Suivi délais'!A2:A5=\"courriel\")*('Suivi délais'!D2:D5>3))", '1'],
    ['=SI(1>2;"oui";"non")', 'non'],
    ['=SI(VRAI;"oui";1/0)', 'oui'],
    ['=SIERREUR(1/0;"rien")', 'rien'],
    ['=ET(VRAI;1)&OU(FAUX;0)&NON(0)', 'VRAIFAUXVRAI'],
    ['=ESTVIDE(A40)', 'VRAI'],
    ['=ARRONDI(1,005;2)', '1,01'],
    ['=ARRONDI(-2,5;0)', '-3'],
    ['=AUJOURDHUI()', '22/11/2026'],
    ['=DATE(2026;3;12)', '12/03/2026'],
    ["=ANNEE('Suivi délais'!B2)&MOIS('Suivi délais'!B2)&JOUR('Suivi délais'!B2)", '202615'],
    ['=NB.JOURS.OUVRES(DATE(2026;1;5);DATE(2026;1;18))', '10'],
    ['=CONCATENER("a";1;"b")', 'a1b'],
    ['=TEXTE(0,713;"0,0 %")', '71,3 %'],
    ['=TEXTE(46027;"jj/mm/aaaa")', '05/01/2026'],
    ['="12/03/2026"+1', '46094'],
    ['="12,5"*2', '25'],
    ['=TAUX_REPONSE(\'Suivi délais\'!B2:B5;\'Suivi délais\'!C2:C5)', '75,0\u00a0%'],
    ['=SP.TAUX_RÉPONSE(\'Suivi délais\'!B2:B5;\'Suivi délais\'!C2:C5;15)', '50,0\u00a0%'],
    ['=DATE_LIMITE("02/02/2026";15)', '17/02/2026'],
    ['=RECHERCHEV("courrier";\'Suivi délais\'!A2:D5;4;FAUX)', '21'],
    ['=SOMME({1,5;2;3})', '6,5'],
    ['=INDEX({1.2;3.4};2;1)', '3'],
    ['=INDEX(\'Suivi délais\'!A2:D5;2;1)', 'courrier'],
  ])('%s donne %s', async (formule, attendu) => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, formule);
    expect(lu(classeur, 1, 1)).toBe(attendu);
  });

  it.each([
    ['=1/0', '#DIV/0!', 'division par zéro'],
    ['=INCONNUE(1)', '#NOM?', 'La fonction « INCONNUE » n’existe pas.'],
    ['=bonjour', '#NOM?', 'Le nom « bonjour » n’existe pas dans ce classeur.'],
    ['="a"+1', '#VALEUR!', 'attend un nombre et a reçu « a »'],
    ['=Autre!A1', '#REF!', 'La feuille « Autre » n’existe pas'],
    ['=A1', '#REF!', 'dépend d’elle-même'],
    ['=RECHERCHEX(1;B1:B2;C1:C2)', '#NON_CALCULÉE', 'La page ne calcule pas RECHERCHEX'],
    ['=TAUX_REPONSE(B2:B5;C2:C4)', '#VALEUR!', 'même'],
    ['=MOIS.DECALER("coucou";1)', '#VALEUR!', 'coucou'],
    ['=SI(1)', '#VALEUR!', 'SI a reçu 1 argument'],
  ])('%s montre %s et dit pourquoi', async (formule, code, phrase) => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, formule);
    expect(lu(classeur, 1, 1)).toBe(code);
    expect(classeur.feuilles()[0]!.phrases.get(clefDe(1, 1))).toContain(phrase);
  });

  it.each([['=1+'], ['=(1'], ['=SOMME(1,2,3)'], ['=A1 B1'], ['={1;A2}'], ['=Tableau1[Reçu]']])('%s est refusée, la cellule ne change pas', async (formule) => {
    const classeur = await ouvre();
    const essai = async (): Promise<void> => tape(classeur, 'Feuil1', 1, 1, formule);
    await expect(essai()).rejects.toMatchObject({ name: 'ErreurClasseur' });
    expect(classeur.feuilles()[0]!.valeur(1, 1)).toBeNull();
  });
});

/** L'aide dit « 75,0 % », « 14 », « 16/03/2026 », « VRAI » ou « vide » : la cellule, à son format près, dit la même chose. */
describe('chaque exemple de l’aide se tape dans une cellule', () => {
  const exemples = aideFonctions().flatMap(({ nom, exemples: siens }) => siens.map((e) => [nom, e.phrase, e.formule, e.donne] as const)).filter(([, , formule]) => !formule.includes('…'));
  it('il y en a pour toutes nos fonctions', () => expect(fonctions.map(({ nom }) => nom).filter((nom) => !exemples.some(([autre]) => autre === nom))).toEqual([]));
  it.each(exemples)('%s : %s', async (_, __, formule, donne) => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, formule);
    const montre = lu(classeur, 1, 1);
    const sans = (texte: string): string => texte.replace(/[\u00a0\u202f]/g, ' ');
    if (donne.startsWith('un tableau')) expect(classeur.feuilles()[0]!.formule(clefDe(1, 1))!.etendue).not.toBeNull();
    else if (donne === 'vide') expect(montre).toBe('');
    else if (/^-?[\d ]+(,\d+)?$/.test(sans(donne)) && !/^0\d/.test(donne)) expect(Number(montre.replace(',', '.')).toFixed((donne.split(',')[1] ?? '').length).replace('.', ',')).toBe(sans(donne).replace(/ /g, ''));
    else expect(sans(montre)).toBe(sans(donne));
  });
});

describe('un changement se propage', () => {
  it('à travers les feuilles, dans l’ordre, et Ctrl+Z le défait', async () => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, "=SOMME('Suivi délais'!D2:D5)");
    await tape(classeur, 'Feuil1', 2, 1, '=A1*2');
    await tape(classeur, 'Suivi délais', 4, 4, '10');
    expect([lu(classeur, 1, 1), lu(classeur, 2, 1)]).toEqual(['36', '72']);
    await classeur.annule();
    expect([lu(classeur, 1, 1), lu(classeur, 2, 1), lu(classeur, 4, 4, 1)]).toEqual(['26', '52', '']);
  });

  it('un cercle est dit, et rompu il se refait', async () => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, '=B1+1');
    await tape(classeur, 'Feuil1', 1, 2, '=A1+1');
    expect([lu(classeur, 1, 1), lu(classeur, 1, 2)]).toEqual(['#REF!', '#REF!']);
    await tape(classeur, 'Feuil1', 1, 2, '5');
    expect([lu(classeur, 1, 1), lu(classeur, 1, 2)]).toEqual(['6', '5']);
  });

  it('un tableau s’étale, gêne et laisse la place', async () => {
    const classeur = await ouvre();
    const formule = "=TABLEAU_DELAIS('Suivi délais'!B2:B5;'Suivi délais'!C2:C5)";
    await tape(classeur, 'Feuil1', 1, 1, formule);
    expect([lu(classeur, 1, 1), lu(classeur, 1, 4), lu(classeur, 17, 1)]).toEqual(['Indicateur', 'Dénominateur', 'AR conforme']);
    await expect(tape(classeur, 'Feuil1', 3, 2, '1')).rejects.toThrow('Cette cellule fait partie du résultat de la formule de A1');
    await tape(classeur, 'Feuil1', 1, 1, '');
    expect(lu(classeur, 17, 1)).toBe('');
    await tape(classeur, 'Feuil1', 3, 2, 'gêne');
    await tape(classeur, 'Feuil1', 1, 1, formule);
    expect(lu(classeur, 1, 1)).toBe('#PROPAGATION!');
    expect(classeur.feuilles()[0]!.phrases.get(clefDe(1, 1))).toContain('Feuil1!B3 n’est pas vide');
  });

  it('une formule qui lit ce que la page ne calcule pas attend Excel, elle aussi', async () => {
    const classeur = await ouvre();
    await tape(classeur, 'Feuil1', 1, 1, '=RECHERCHEX(1;B1:B2;C1:C2)');
    await tape(classeur, 'Feuil1', 2, 1, '=SIERREUR(A1;0)');
    expect(lu(classeur, 2, 1)).toBe('#NON_CALCULÉE');
  });
});

describe('ce que garde le fichier', () => {
  it.each([
    ['SOMME(A1:A3;1,5)', 'SUM(A1:A3,1.5)'],
    ["SI('Suivi délais'!$A$2>0;VRAI;FAUX)", "IF('Suivi délais'!$A$2>0,TRUE,FALSE)"],
    ['TAUX_REPONSE(A2:A9;C2:C9;15)', '_xldudf_SP_TAUX_REPONSE(A2:A9,C2:C9,15)'],
    ['CONCAT(A1:B1)', '_xlfn.CONCAT(A1:B1)'],
    ['NB.SI(A:A;"a;b,c")', 'COUNTIF(A:A,"a;b,c")'],
    ['ESTNA(#N/A)', 'ISNA(#N/A)'],
    ['SOMME({1,5.2;VRAI."a;b"})', 'SUM({1.5,2;TRUE,"a;b"})'],
  ])('%s s’écrit %s et se relit', (francais, fichier) => {
    expect(versFichier(francais)).toBe(fichier);
    expect(duFichier(fichier)).toBe(francais);
  });
  it.each([['SP.TAUX_REPONSE(A2,B2)'], ['_xldudf_SP_TAUX_REPONSE(A2,B2)'], ['TAUX_REPONSE(A2,B2)']])('%s est la nôtre', (fichier) => {
    expect(duFichier(fichier)).toBe('TAUX_REPONSE(A2;B2)');
  });
});
