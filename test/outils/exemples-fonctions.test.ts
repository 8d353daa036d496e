// Les exemples de l'aide sont vrais : ce que la personne lit est ce que la fonction répond.
import { fonctions } from '../../src/registre';
import type { Cellule } from '../../src/socle/cellule';
import { appelle, signature, type Resultat } from '../../src/socle/fonction';
import { dateFr } from '../../src/socle/format';

/** Une date comme elle s'affiche ; un nombre à 12 chiffres, ceux que l'aide donne. */
const affiche = (rend: string, resultat: Resultat): Resultat => {
  if (Array.isArray(resultat)) return (resultat as readonly (readonly Cellule[])[]).map((ligne) => ligne.map((valeur) => affiche(rend, valeur) as Cellule));
  if (typeof resultat !== 'number') return resultat as Cellule;
  return rend === 'date' ? dateFr(resultat) : Number(resultat.toPrecision(12));
};

describe.each(fonctions.map((f) => ({ nom: f.nom, f })))('$nom', ({ f }) => {
  test.each(f.exemples.map((e) => ({ ...e })))('$phrase', ({ args, donne }) => {
    expect(affiche(f.rend, appelle(f, args))).toEqual(f.rend === 'date' ? donne : affiche(f.rend, donne));
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
    'ECHANTILLON_TAUX(grille; [moins_de])',
    'ECHANTILLON_TAUX_REPONSE(grille)',
    'ECHANTILLON_MOYENNE(grille)',
    'ECHANTILLON_INTERVALLE(grille; [moins_de])',
    'TIRAGE_DATES(annee; graine; [zone]; [fermetures])',
    'STATUT_ACTION(demarrage; fin_prevue; fin_reelle; au; [statut_saisi])',
    'RETARD_ACTION(fin_prevue; fin_reelle; au)',
    'AVANCEMENT_PLAN(statuts)',
    'NUMERO_ACTION(numeros; [au])',
    'TAUX_RETOUR(complets; distribues; [invalides])',
    'CONFORMITE_RGPD(reponses)',
    'PREUVE_CONSENTEMENT(identite; consentement; date; [date_reponse]; [retrait])',
    'INTERVALLE_CONFIANCE(succes; n; [population])',
    'MARGE_ERREUR(taux; n; [population])',
    'TAILLE_ECHANTILLON(population; marge; [taux])',
    'COMPARER_TAUX(succes1; n1; succes2; n2)',
    'MOYENNE_CONCERNES(valeurs; [zeros_exclus])',
    'TABLEAU_CROISE(lignes; colonnes)',
    'KHI2(tableau)',
    'KHI2_P(tableau)',
    'V_CRAMER(tableau)',
    'CORRELATION(x; y; [methode])',
    'REPRESENTATIVITE(effectifs; parts)',
    'MASQUER_EFFECTIF(effectif; [seuil])',
  ]);
});

test('TABLEAU_DELAIS dit que « AR conforme » a besoin du canal', () => expect(fonctions.find((f) => f.nom === 'TABLEAU_DELAIS')?.resume).toMatch(/« AR conforme » .* canal/));

test('TAUX_REPONSE et TAUX_RETOUR se nomment l’une l’autre', () => {
  const resume = (nom: string): string => fonctions.find((f) => f.nom === nom)?.resume ?? '';
  expect(resume('TAUX_REPONSE')).toContain('TAUX_RETOUR');
  expect(resume('TAUX_RETOUR')).toContain('TAUX_REPONSE');
});
