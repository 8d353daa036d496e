// Ce que le classeur retient d'un passage à l'autre, ce qu'il oublie, et ce qui ne vaut plus.
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { ErreurReglage } from '../../src/socle/erreurs';
import { analyseAvec, apresProduire, classeur } from './registres';

const LIGNES = ['1;courrier;01/06/2026;;03/06/2026;Nord', '2;courriel;02/06/2026;;20/06/2026;Sud'];

describe('Le classeur retient', () => {
  test('un dénominateur et une colonne désignée', () => {
    const a = analyseAvec(apresProduire(classeur(LIGNES), { denominateur: 'tous', 'colonne.service': '-' }));
    expect([a.reglages.denominateur, a.feuilles[0]?.colonnes['service']]).toEqual(['tous', undefined]);
  });
  test.each([['canal', 'courriel'], ['service', 'Nord'], ['du', '02/06/2026'], ['jusquau', '01/06/2026'], ['visibles', 'oui']])('mais pas le filtre %s=%s, qui ne vaut qu’une fois', (clef, valeur) => {
    const rouvert = apresProduire(classeur(LIGNES), { [clef]: valeur, denominateur: 'echus' });
    expect([analyseAvec(rouvert).filtres, analyseAvec(rouvert).effectifs['utilisables'], analyseAvec(rouvert).reglages.denominateur]).toEqual(['aucun', 2, 'echus']);
  });
});

describe('Une saisie vide', () => {
  test('rend la valeur par défaut pour cette fois', () => {
    const rouvert = apresProduire(classeur(LIGNES), { denominateur: 'tous', entete: '1', 'colonne.service': '-' });
    const a = analyseAvec(rouvert, { denominateur: '', entete: '', 'colonne.service': ' ' });
    expect([a.reglages.denominateur, a.reglages.entete, a.feuilles[0]?.colonnes['service']]).toEqual(['cohorte', null, 'F']);
  });
  test('fait oublier le réglage au passage suivant de « produire »', () => {
    const retenu = apresProduire(classeur(LIGNES), { denominateur: 'tous', 'colonne.service': '-' });
    const oublie = apresProduire(retenu, { denominateur: '', 'colonne.service': '' });
    // Il n'y reste que la clef du passage qui a écrit l'onglet.
    expect(Object.keys(oublie.lis({}).memoire).filter((clef) => !clef.startsWith('passage.'))).toEqual([]);
    expect(analyseAvec(oublie).reglages.denominateur).toBe('cohorte');
  });
});

describe('Un réglage retenu qui ne vaut plus est ignoré, et c’est dit', () => {
  /** Un classeur qui a retenu ces saisies, dont certaines ne valent plus. */
  const quiARetenu = (saisies: Record<string, string>) => {
    const rouvert = apresProduire(classeur(LIGNES), {});
    rouvert.ecris([{ genre: 'memoriser', clef: 'demandes-ecrites', valeur: JSON.stringify({ v: 1, saisies }) }]);
    return rouvert;
  };
  test.each([
    ['feuille', 'Ancien nom', 'Le classeur n’a pas de feuille « Ancien nom ». Choisissez parmi : r.'],
    ['denominateur', 'moitié', 'cohorte, echus, tous'],
    ['couleur', 'bleu', 'Le réglage « couleur » n’existe pas'],
    ['colonne.reception', 'ZZZ', 'aucune feuille n’a de colonne ZZZ'],
    ['colonne.humeur', 'B', 'La colonne « humeur » n’existe pas'],
    ['toString', '1', 'Le réglage « toString » n’existe pas'],
  ])('%s = %s', (clef, valeur, phrase) => {
    const a = analyseAvec(quiARetenu({ [clef]: valeur, denominateur: clef === 'denominateur' ? valeur : 'tous' }));
    const dits = a.anomalies.filter(({ message }) => message.startsWith('Réglage retenu'));
    expect(dits).toEqual([{ adresse: 'r!A1', gravite: 'information', message: expect.stringContaining(phrase) }]);
    expect(dits[0]?.message).toContain(`« ${clef} = ${valeur} »`);
    expect([a.effectifs['utilisables'], a.reglages.denominateur]).toEqual([2, clef === 'denominateur' ? 'cohorte' : 'tous']);
  });
  test('donné cette fois, le même réglage arrête l’analyse : c’est lui qu’il faut corriger', () => {
    const perimees: Record<string, string>[] = [{ feuille: 'Ancien nom' }, { 'colonne.reception': 'ZZZ' }];
    for (const saisies of perimees) expect(() => analyseAvec(classeur(LIGNES), saisies)).toThrow(ErreurReglage);
  });
  test('un réglage de cette fois remplace celui qui ne vaut plus, sans un mot', () => {
    expect(analyseAvec(quiARetenu({ feuille: 'Ancien nom' }), { feuille: 'r' }).anomalies).toEqual([]);
  });
});

test('une colonne désignée que seule une feuille a est sans effet sur les autres', () => {
  const large = [['N°', 'Canal', 'Vu le', 'x', 'y', 'Date', 'Réponse'], ['1', 'courriel', '01/06/2026', '', '', '02/06/2026', '03/06/2026']];
  const etroite = [['N°', 'Réponse'], ['1', 'oui'], ['2', 'non']];
  const a = analyseAvec(ouvreFichier(nouveauXlsx([{ nom: 'Suivi', plage: large }, { nom: 'Sondage', plage: etroite }]), 'deux.xlsx'), { 'colonne.reception': 'F' });
  expect(a.feuilles.map(({ feuille, colonnes }) => [feuille, colonnes['reception']])).toEqual([['Suivi', 'F']]);
  expect(a.anomalies.filter(({ gravite }) => gravite === 'erreur')).toEqual([]);
});
