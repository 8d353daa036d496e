// Une formule prête à insérer : elle cite les cellules reconnues et la date d'arrêté de l'onglet, et donne le chiffre du volet.
import type { AideFonction } from '../../src/guichet/demande';
import { ecrisFormule, formuleDe } from '../../src/guichet/formule';
import { zoneDeCellule } from '../../src/socle/cellule';
import { fonctions } from '../../src/registre';
import type { HoteSynchrone } from '../../src/socle/classeur';
import { appelle } from '../../src/socle/fonction';
import { delais, demande, enXlsx, exemple, ouvre, produit } from './demandes';

describe('Une formule prête à insérer', () => {
  const aides = (): readonly AideFonction[] => {
    const reponse = demande(enXlsx(), { genre: 'fonctions' });
    return reponse.genre === 'fonctions' ? reponse.fonctions : [];
  };
  const texte = (nom: string, c: HoteSynchrone, saisis = {}): string | null => {
    const { analyse, commandes, rubriques } = delais(ouvre(c));
    const formule = formuleDe(aides().find((f) => f.nom === nom)!, { feuille: analyse!.feuilles[0]!, arrete: commandes[0]!.arrete, reglages: rubriques.flatMap(({ reglages }) => reglages) }, saisis);
    return formule && ecrisFormule(formule, 'SP.', ';');
  };
  test('se réfère à la cellule de la date d’arrêté, et donne le chiffre du volet', () => {
    const c = exemple();
    produit(c);
    const ouverture = delais(ouvre(c));
    const feuille = ouverture.analyse!.feuilles[0]!;
    const aide = aides().find(({ nom }) => nom === 'TAUX_REPONSE')!;
    const formule = formuleDe(aide, { feuille, arrete: ouverture.commandes[0]!.arrete, reglages: [] }, { moins_de: 15 })!;
    expect(ecrisFormule(formule, '', ';')).toMatch(/^=TAUX_REPONSE\('[^']+'![A-Z]+\d+:[A-Z]+\d+;'[^']+'![A-Z]+\d+:[A-Z]+\d+;15;'Résultats'!\$B\$3\)$/);
    const valeurs = formule.arguments.map((a) => (a.genre === 'zone' ? c.lis({ zones: [a.zone] }).plages[0] : a.genre === 'valeur' ? a.valeur : null));
    const montre = ouverture.analyse!.indicateurs.find(({ id, canal }) => id === 'moins-de-15' && canal === 'tous')!;
    // Le doute du registre d'exemple (une date impossible) arrêterait la formule : on la vide, comme la personne la corrigerait.
    const sains = valeurs.map((v) => (Array.isArray(v) ? v.map((ligne) => ligne.map((x: unknown) => (typeof x === 'string' && x.startsWith('31/02') ? '' : x))) : v));
    expect(appelle(fonctions.find(({ nom }) => nom === 'TAUX_REPONSE')!, sains)).toBe(montre.valeur);
  });
  test('reprend le réglage qui change le compte, et rien quand il est par défaut', () => {
    const c = enXlsx();
    produit(c);
    expect(texte('TAUX_REPONSE', c, { moins_de: 8 })).toBe("=SP.TAUX_REPONSE('Suivi'!C2:C4;'Suivi'!E2:E4;8;'Résultats'!$B$3)");
    demande(c, { genre: 'retiens', outil: 'demandes-ecrites', reglages: { denominateur: 'tous' } });
    expect(texte('TAUX_REPONSE', c)).toBe("=SP.TAUX_REPONSE('Suivi'!C2:C4;'Suivi'!E2:E4;;'Résultats'!$B$3;\"tous\")");
    expect(texte('DELAI_REPONSE', c)).toBe("=SP.DELAI_REPONSE('Suivi'!C2;'Suivi'!E2)");
    expect(texte('ALERTE_DELAI', c)).toBe("=SP.ALERTE_DELAI('Suivi'!C2;'Suivi'!E2;14;'Résultats'!$B$3)");
  });
  test('n’existe pas tant qu’il manque de quoi la remplir', () => {
    expect(texte('TAUX_RETOUR', enXlsx())).toBeNull();
    expect(texte('ALERTE_DELAI', enXlsx())).toBeNull();
  });
  test('une apostrophe dans le nom d’un onglet est doublée, un guillemet aussi', () => {
    expect(ecrisFormule({ fonction: 'F', arguments: [{ genre: 'zone', zone: zoneDeCellule('Suivi d\'avril!C37'), fixe: false }, { genre: 'valeur', valeur: 'a"b' }, { genre: 'omis' }] }, '', ',')).toBe('=F(\'Suivi d\'\'avril\'!C37,"a""b")');
  });
});
