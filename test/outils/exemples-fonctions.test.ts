// Les exemples de l'aide sont vrais : ce que la personne lit est ce que la fonction répond.
import { fonctions } from '../../src/registre';
import { appelle, signature, type Resultat } from '../../src/socle/fonction';
import { dateFr } from '../../src/socle/format';

const affiche = (rend: string, resultat: Resultat): Resultat => (rend === 'date' && typeof resultat === 'number' ? dateFr(resultat) : resultat);

describe.each(fonctions.map((f) => ({ nom: f.nom, f })))('$nom', ({ f }) => {
  test.each(f.exemples.map((e) => ({ ...e })))('$phrase', ({ args, donne }) => {
    expect(affiche(f.rend, appelle(f, args))).toEqual(donne);
  });

  test('une aide complète : résumé, exemples, paramètres expliqués, facultatifs à la fin', () => {
    expect(f.resume.length).toBeGreaterThan(20);
    expect(f.exemples.length).toBeGreaterThan(0);
    for (const { aide } of f.parametres) expect(aide).toMatch(/\.$/);
    const premierFacultatif = f.parametres.findIndex((p) => p.facultatif);
    if (premierFacultatif >= 0) expect(f.parametres.slice(premierFacultatif).every((p) => p.facultatif)).toBe(true);
  });
});

test('les signatures sont celles que la documentation promet', () => {
  expect(fonctions.map(signature)).toEqual([
    'TAUX_REPONSE(receptions; reponses; [moins_de]; [au]; [mode])',
    'DELAI_REPONSE(reception; reponse; [unite]; [zone]; [fermetures])',
    'DELAI_MOYEN(receptions; reponses; [unite]; [zone]; [fermetures])',
    'DELAI_MEDIAN(receptions; reponses; [unite]; [zone]; [fermetures])',
    'NON_REPONDUS(receptions; reponses; [au_dela_de]; [au])',
    'JOURS_OUVRES(debut; fin; [zone]; [fermetures])',
    'EST_FERIE(date; [zone])',
    'DATE_LIMITE(reception; jours; [unite]; [zone]; [fermetures])',
    'DATE_SILENCE(reception)',
    'ALERTE_DELAI(reception; reponse; delai; au)',
    'TABLEAU_DELAIS(receptions; reponses; [accuses]; [au]; [mode])',
    'TAUX_RETOUR(complets; distribues; [invalides])',
  ]);
});

test('TABLEAU_DELAIS dit que « AR conforme » a besoin du canal', () => expect(fonctions.find((f) => f.nom === 'TABLEAU_DELAIS')?.resume).toMatch(/« AR conforme » .* canal/));

test('TAUX_REPONSE et TAUX_RETOUR se nomment l’une l’autre', () => {
  const resume = (nom: string): string => fonctions.find((f) => f.nom === nom)?.resume ?? '';
  expect(resume('TAUX_REPONSE')).toContain('TAUX_RETOUR');
  expect(resume('TAUX_RETOUR')).toContain('TAUX_REPONSE');
});
