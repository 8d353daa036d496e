// La fiche action : d'une ligne du plan à une page, de la page au plan. Ce que les personnes ont écrit n'est jamais changé sans elles.
import { enregistrer } from '../../src/outils/plan-actions/commande-enregistrer';
import { ficheAction, nouvelleFiche } from '../../src/outils/plan-actions/commande-fiche';
import type { ClefFiche } from '../../src/outils/plan-actions/feuille-fiche';
import { nouveauPlan } from '../../src/outils/plan-actions/nouveau-plan';
import { parametres } from '../../src/outils/plan-actions/parametres';
import type { Cellule } from '../../src/socle/cellule';
import { ClasseurMemoire } from '../hotes/classeur-memoire';
import { caseDe, classeur, en, lance, LIGNES, plan, remplit, UNE } from './fiche-gestes';

describe('La fiche de la ligne choisie', () => {
  test('porte les libellés officiels, dans leur ordre', () => {
    const c = classeur();
    expect(lance(c, ficheAction, 'Plan!C3')).toEqual({ message: `L’onglet « ${UNE} » est créé.`, feuille: UNE, ecrit: true });
    const textes = Array.from({ length: 40 }, (_, i) => en(c, UNE, i + 1, 1)).filter((v) => v !== null);
    expect(textes.slice(1, 14)).toEqual([
      'FICHE ACTION', 'Thématique de l’engagement Services Publics', 'Intitulé de l’engagement Services Publics', 'Libellé de la fiche action', 'Numéro fiche action', 'Responsable de l’action', 'Contributeurs',
      'Démarrage de l’action', 'Fin prévue de l’action', 'Problématique identifiée :', 'Objectif :', 'Moins d’appels', 'Descriptif de l’action :',
    ]);
    expect(textes[14]).toBe('Indicateurs de suivi de l’action :');
    expect([caseDe(c, UNE, 'libelle'), caseDe(c, UNE, 'responsable'), caseDe(c, UNE, 'finPrevue'), caseDe(c, UNE, 'numero')]).toEqual(['Afficher les horaires', 'Mme Roux', 'oct-26', '2026-01']);
  });
  test('se refait sans rien écrire ; le plan n’a pas changé', () => {
    const c = classeur();
    const avant = plan(c);
    lance(c, ficheAction, 'Plan!C3');
    expect(lance(c, ficheAction, 'Plan!A3')).toMatchObject({ ecrit: false, message: `« ${UNE} » est déjà à jour : rien n’a été écrit.` });
    expect(plan(c)).toEqual(avant);
  });
  test('garde ce que l’on y a écrit, et prend du plan ce qui y a changé', () => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    remplit(c, UNE, 'objectif', 'Diviser les appels par deux');
    c.tape('Plan', 3, 4, 'M. Petit');
    expect(lance(c, ficheAction, `${UNE}!A1`)).toMatchObject({ message: `« ${UNE} » est à jour. Gardé tel que vous l’avez écrit : Objectif.` });
    expect([caseDe(c, UNE, 'objectif'), caseDe(c, UNE, 'responsable')]).toEqual(['Diviser les appels par deux', 'M. Petit']);
  });
  test.each<[string | null, string]>([
    [null, 'Aucune action n’est choisie. Choisissez une cellule de l’action dans « Plan », à partir de la ligne 3, puis recommencez.'],
    ['Notes!A3', 'Aucune action n’est choisie. Choisissez une cellule de l’action dans « Plan », à partir de la ligne 3, puis recommencez.'],
    ['Plan!B2', 'Plan!A2 : La ligne 2 n’est pas une action du plan. Choisissez une cellule de l’action dans « Plan », à partir de la ligne 3, puis recommencez.'],
  ])('sans action choisie (%s), dit quoi choisir', (cellule, phrase) => expect(() => lance(classeur(), ficheAction, cellule)).toThrow(phrase));
  test('deux lignes du même numéro : rien n’est écrit', () => expect(() => lance(classeur([...LIGNES, ['2026-01', '', 'Autre', '', '', '', '']]), ficheAction, 'Plan!A5')).toThrow('Les lignes 3 et 5 portent le numéro 2026-01 ; rien n’a été écrit'));
});

describe('Enregistrer l’action', () => {
  test('écrit dans le plan ce que la fiche a de nouveau, et rien d’autre', () => {
    const c = classeur();
    const avant = plan(c);
    lance(c, ficheAction, 'Plan!C3');
    remplit(c, UNE, 'objectif', 'Diviser les appels par deux');
    remplit(c, UNE, 'finPrevue', 46400);
    expect(lance(c, enregistrer, `${UNE}!B7`).message).toBe('L’action 2026-01 est à jour dans « Plan » (Fin prévue de l’action, Objectif).');
    expect(plan(c)).toEqual([avant[0]!.map((v, j) => (j === 4 ? 46400 : j === 6 ? 'Diviser les appels par deux' : v)), ...avant.slice(1)]);
    expect(lance(c, enregistrer, `${UNE}!B7`)).toMatchObject({ ecrit: false, message: 'Le plan dit déjà tout ce que dit la fiche : rien n’a été écrit.' });
    expect(lance(c, ficheAction, `${UNE}!A1`)).toMatchObject({ ecrit: false });
  });
  test('laisse ce que d’autres ont changé dans le plan', () => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    c.tape('Plan', 3, 4, 'M. Petit');
    remplit(c, UNE, 'libelle', 'Afficher les horaires d’été');
    lance(c, enregistrer, `${UNE}!A1`);
    expect(plan(c)[0]!.slice(2, 4)).toEqual(['Afficher les horaires d’été', 'M. Petit']);
    expect(caseDe(c, UNE, 'responsable')).toBe('M. Petit');
  });
  test('la même information changée des deux côtés : rien n’est écrit, les deux cellules sont nommées', () => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    c.tape('Plan', 3, 4, 'M. Petit');
    remplit(c, UNE, 'responsable', 'Mme Durand');
    remplit(c, UNE, 'objectif', 'Autre');
    const avant = plan(c);
    expect(() => lance(c, enregistrer, `${UNE}!A1`)).toThrow(`${UNE}!B8 : « Responsable de l’action » a changé dans le plan (Plan!D3) depuis cette fiche, qui dit autre chose ; rien n’a été enregistré. Écrivez la même chose aux deux endroits, puis recommencez.`);
    expect(plan(c)).toEqual(avant);
  });
  test('ce que le plan n’a pas de colonne pour recevoir reste dans la fiche', () => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    remplit(c, UNE, 'descriptif', 'Panneau à l’entrée');
    expect(lance(c, enregistrer).message).toBe('Le plan dit déjà tout ce que dit la fiche : rien n’a été écrit. « Plan » n’a pas de colonne pour : Descriptif de l’action ; c’est gardé dans la fiche seule.');
    expect(caseDe(c, UNE, 'descriptif')).toBe('Panneau à l’entrée');
  });
  test.each<[ClefFiche, Cellule, string]>([
    ['finPrevue', 'un jour', '« un jour » n’est pas une date reconnue pour « Fin prévue de l’action » ; rien n’a été enregistré'],
    ['libelle', null, 'La fiche n’a pas de libellé ; rien n’a été enregistré'],
    ['numero', '2026-02', 'Cette fiche est celle de l’action 2026-01 ; rien n’a été enregistré'],
  ])('%s = %p est refusé', (champ, v, phrase) => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    remplit(c, UNE, champ, v);
    expect(() => lance(c, enregistrer)).toThrow(phrase);
  });
  test('plusieurs fiches, aucune affichée : on demande laquelle', () => {
    const c = classeur();
    lance(c, ficheAction, 'Plan!C3');
    lance(c, ficheAction, 'Plan!C4');
    expect(() => lance(c, enregistrer, 'Plan!A1')).toThrow('Le classeur a 2 fiches : on ne sait pas laquelle enregistrer. Affichez la fiche à enregistrer, puis recommencez.');
  });
  test('une action sans numéro en reçoit un par sa fiche ; un numéro pris est refusé', () => {
    const c = classeur([['', 'Accueil', 'Sans numéro', '', '', '', ''], ...LIGNES]);
    const { feuille } = lance(c, ficheAction, 'Plan!C3');
    remplit(c, feuille!, 'numero', '2026-02');
    expect(() => lance(c, enregistrer)).toThrow(`${feuille}!B7 : Le numéro 2026-02 est déjà celui de l’action de la ligne 5 ; rien n’a été enregistré. Choisissez un autre numéro.`);
    remplit(c, feuille!, 'numero', '2026-09');
    expect(lance(c, enregistrer).message).toBe('L’action de la ligne 3 est à jour dans « Plan » (Numéro fiche action).');
    expect(plan(c)[0]!.slice(0, 3)).toEqual(['2026-09', 'Accueil', 'Sans numéro']);
    expect(lance(c, ficheAction, 'Plan!C3')).toMatchObject({ feuille, ecrit: false });
  });
  test('une action sans numéro se retrouve par son libellé', () => {
    const c = classeur([['', 'Accueil', 'Sans numéro', '', '', '', '']]);
    const { feuille } = lance(c, ficheAction, 'Plan!C3');
    remplit(c, feuille!, 'libelle', 'Renommée');
    expect(lance(c, enregistrer).message).toBe('L’action de la ligne 3 est à jour dans « Plan » (Libellé de la fiche action).');
    expect(lance(c, ficheAction, 'Plan!C3')).toMatchObject({ feuille, ecrit: false });
  });
});

describe('Une fiche neuve', () => {
  const NEUVE = 'Fiche n° 2026-03';
  test('prend le numéro suivant, se remplit, s’ajoute au plan', () => {
    const c = classeur();
    const avant = plan(c);
    expect(lance(c, nouvelleFiche)).toMatchObject({ feuille: NEUVE, ecrit: true });
    expect(lance(c, nouvelleFiche)).toMatchObject({ feuille: NEUVE, ecrit: false });
    remplit(c, NEUVE, 'libelle', 'Boîte à idées');
    remplit(c, NEUVE, 'finPrevue', 'juin 2027');
    expect(lance(c, enregistrer).message).toBe('L’action 2026-03 est ajoutée en Plan!A5.');
    expect(plan(c)).toEqual([avant[0], avant[1], ['2026-03', null, 'Boîte à idées', null, 'juin 2027', null, null], avant[3]]);
    expect(lance(c, enregistrer)).toMatchObject({ ecrit: false });
    expect(lance(c, nouvelleFiche)).toMatchObject({ feuille: 'Fiche n° 2026-04' });
  });
  test('le numéro pris entre-temps : l’action reçoit le suivant, et cela se dit', () => {
    const c = classeur();
    lance(c, nouvelleFiche);
    remplit(c, NEUVE, 'libelle', 'Boîte à idées');
    ['2026-03', '', 'Prise par une autre'].forEach((v, j) => c.tape('Plan', 5, j + 1, v));
    expect(lance(c, enregistrer).message).toBe('L’action 2026-04 est ajoutée en Plan!A6. Le numéro 2026-03 venait d’être pris : l’action porte le 2026-04.');
    expect(plan(c)[2]!.slice(0, 3)).toEqual(['2026-03', null, 'Prise par une autre']);
    expect(caseDe(c, NEUVE, 'numero')).toBe('2026-04');
    expect(lance(c, enregistrer)).toMatchObject({ ecrit: false });
  });
  test('un numéro choisi à la main et déjà pris est refusé', () => {
    const c = classeur();
    lance(c, nouvelleFiche);
    remplit(c, NEUVE, 'libelle', 'Boîte à idées');
    remplit(c, NEUVE, 'numero', '2026-01');
    expect(() => lance(c, enregistrer)).toThrow(`${NEUVE}!B7 : Le numéro 2026-01 est déjà celui de l’action de la ligne 3 ; rien n’a été enregistré. Choisissez un autre numéro.`);
  });
  test('un plan numéroté 1, 2 continue en nombres', () => {
    const c = classeur([[1, '', 'A', 'x', '', '', ''], [2, '', 'B', 'x', '', '', '']]);
    lance(c, nouvelleFiche);
    remplit(c, 'Fiche n° 3', 'libelle', 'C');
    lance(c, enregistrer);
    expect(plan(c)[2]![0]).toBe(3);
  });
  test('un plan sans colonne de numéro dit d’en ajouter une', () => {
    const c = classeur();
    for (let i = 2; i < 5; i++) c.tape('Plan', i, 1, null);
    expect(() => lance(c, nouvelleFiche)).toThrow('« Plan » n’a pas de colonne pour le numéro des actions. Ajoutez une colonne « N° » à la ligne 2, puis recommencez.');
  });
  test('un plan neuf, une fiche, une action', () => {
    const c = new ClasseurMemoire();
    c.ajoute('Notes');
    expect(lance(c, nouveauPlan).message).toBe('L’onglet « Plan d’actions » est créé. Il est à vous : remplissez-le à la main, ou fiche par fiche.');
    expect(lance(c, nouveauPlan)).toMatchObject({ ecrit: false });
    const { feuille } = lance(c, nouvelleFiche);
    for (const champ of ['libelle', 'problematique', 'objectif', 'descriptif', 'indicateurs', 'contributeurs', 'thematique', 'engagement'] as const) remplit(c, feuille!, champ, champ);
    expect(lance(c, enregistrer).message).toBe('L’action 2026-01 est ajoutée en Plan d’actions!A3.');
    expect(Array.from({ length: 13 }, (_, j) => en(c, 'Plan d’actions', 3, j + 1))).toEqual(['2026-01', 'thematique', 'engagement', 'libelle', 'problematique', 'objectif', 'descriptif', 'indicateurs', null, null, null, null, 'contributeurs']);
  });
});

describe('« Paramètres »', () => {
  test('liste les deux référentiels et les noms du plan ; ce que l’on y change reste', () => {
    const c = classeur();
    lance(c, parametres);
    expect([en(c, 'Paramètres', 4, 1), en(c, 'Paramètres', 4, 4), en(c, 'Paramètres', 20, 4), en(c, 'Paramètres', 4, 6), en(c, 'Paramètres', 5, 6)]).toEqual(['Un service public plus proche', '1. Dans le respect mutuel, vous êtes accueillis avec bienveillance et avez le droit à l’erreur', '9. Nous sommes éco-responsables', 'M. Petit', 'Mme Roux']);
    c.tape('Paramètres', 11, 4, '8. Notre engagement vert');
    c.tape('Paramètres', 21, 4, '10. À nous');
    lance(c, parametres);
    expect([en(c, 'Paramètres', 11, 4), en(c, 'Paramètres', 21, 4)]).toEqual(['8. Notre engagement vert', '10. À nous']);
  });
  test('donne leurs choix aux fiches', () => {
    const c = classeur();
    lance(c, parametres);
    const { feuille } = lance(c, ficheAction, 'Plan!A3');
    expect([...c.trouve(feuille!)!.listes.values()]).toHaveLength(4);
  });
});
