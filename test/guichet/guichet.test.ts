// Le guichet sur deux hôtes : ce que le volet demande, ce qu'il montre, ce qu'il retient, ce qu'il finit.
import { DEFAUT_DU_PROGRAMME, repond, REFUS_DE_L_HOTE } from '../../src/guichet';
import type { Demande, Reponse } from '../../src/guichet/demande';
import { outils } from '../../src/registre';
import type { HoteSynchrone } from '../../src/socle/classeur';
import { conduisAsync } from '../../src/socle/suite';
import { analyseFichier } from '../../src/fichier/node/analyse-fichier';
import { AUJOURDHUI, delais, demande, enMemoire, enXlsx, EXEMPLE, exemple, LIGNES, ouvre, produit, refus } from './demandes';

describe.each([['en mémoire', enMemoire], ['.xlsx', enXlsx]] as const)('Un classeur %s', (_, nouveau) => {
  test('ouvre : ce qui est reconnu, avec une ligne d’exemple', () => {
    const { analyse } = delais(ouvre(nouveau()));
    expect(analyse?.feuilles).toEqual([{
      feuille: 'Suivi', outil: 'demandes-ecrites', entete: 1, lignes: 3, derniere: 4, colonnes: { identifiant: 'A', canal: 'B', reception: 'C', accuse: 'D', reponse: 'E', service: 'F' }, supposees: [],
      titres: LIGNES[0]!.map((titre, i) => ({ lettre: 'ABCDEF'[i], titre, clef: ['identifiant', 'canal', 'reception', 'accuse', 'reponse', 'service'][i] })),
      exemple: 'Ligne 2 : reçue le 02/11/2026, répondue le 11/11/2026, soit 9 jours.',
    }]);
    expect(analyse?.alertes).toMatchObject({ total: 1, enRetard: 1, bientot: 0, liste: [{ adresse: 'Suivi!C3' }] });
    expect(analyse?.anomalies).toMatchObject({ total: 1, par: { erreur: 1, avertissement: 0, information: 0 }, liste: [{ adresse: 'Suivi!C4' }] });
  });
  test('les quatre taux essentiels, chacun avec définition, période, effectifs et filtres', () => {
    const { analyse } = delais(ouvre(nouveau()));
    expect(analyse?.essentiels.map(({ titre, cible }) => [titre, cible])).toEqual([['Moins de 8 jours', null], ['Moins de 15 jours', null], ['Moins de 30 jours', null], ['Non répondu', null]]);
    for (const { id } of analyse?.essentiels ?? []) {
      const montre = analyse?.indicateurs.find((i) => i.id === id && i.canal === 'tous');
      expect(montre).toMatchObject({ definition: expect.stringMatching(/parmi : /), periode: { du: '2026-10-01', au: '2026-11-22' }, filtres: 'aucun', denominateur: expect.any(Number) });
    }
  });
  test('retient un réglage et une colonne, puis les oublie', () => {
    const c = nouveau();
    demande(c, { genre: 'retiens', outil: 'demandes-ecrites', reglages: { cibles: '8=60;15=80', cibleNonRepondu: '5', 'colonne.reponse': 'D' } });
    const apres = delais(ouvre(c));
    expect(apres.analyse?.essentiels.map(({ cible, sens }) => [cible, sens])).toEqual([[0.6, 'au-moins'], [0.8, 'au-moins'], [null, 'au-moins'], [0.05, 'au-plus']]);
    expect(apres.analyse?.feuilles[0]?.colonnes['reponse']).toBe('D');
    expect(apres.rubriques.flatMap(({ reglages }) => reglages).find(({ clef }) => clef === 'cibles')).toMatchObject({ valeur: '8=60;15=80', defaut: '' });
    demande(c, { genre: 'retiens', outil: 'demandes-ecrites', reglages: { cibles: '', cibleNonRepondu: '', 'colonne.reponse': '' } });
    expect(c.lis({}).memoire).toEqual({});
  });
  test('retient ce que le volet lui confie, sans toucher au reste', () => {
    const c = nouveau();
    demande(c, { genre: 'retiens', outil: 'demandes-ecrites', reglages: { denominateur: 'tous' } });
    demande(c, { genre: 'retiens', volet: { vu: 'oui' } });
    expect([ouvre(c).volet, delais(ouvre(c)).rubriques.flatMap(({ reglages }) => reglages).find(({ clef }) => clef === 'denominateur')?.valeur]).toEqual([{ vu: 'oui' }, 'tous']);
  });
  test.each([
    [{ seuils: 'beaucoup' }, 'Le réglage « seuils » ne peut pas valoir « beaucoup »'],
    [{ cibles: '8=600' }, 'Le réglage « cibles » ne peut pas valoir « 8=600 »'],
    [{ 'colonne.reception': 'ZZ' }, 'aucune feuille n’a de colonne ZZ'],
    [{ inconnu: '1' }, 'Le réglage « inconnu » n’existe pas'],
  ])('refuse %j et ne retient rien', (reglages, phrase) => {
    const c = nouveau();
    expect(refus(c, { genre: 'retiens', outil: 'demandes-ecrites', reglages: reglages as unknown as Record<string, string> })).toContain(phrase);
    expect(c.lis({}).memoire).toEqual({});
  });
  test('exécute, puis dit où est la feuille et sa date d’arrêté', () => {
    const c = nouveau();
    expect(produit(c)).toMatchObject({ genre: 'fait', feuille: 'Résultats', ecrit: true });
    expect(delais(ouvre(c)).commandes[0]).toMatchObject({ id: 'resultats', feuille: 'Résultats', arrete: { adresse: 'Résultats!B3', jour: '2026-11-22' } });
    expect(ouvre(c).onglets.map(({ nom, aNous }) => [nom, aNous])).toEqual([['Suivi', false], ['Résultats', true]]);
    expect(produit(c)).toMatchObject({ ecrit: false });
  });
  test('prévoit avant d’écrire, sans rien écrire', () => {
    const c = nouveau();
    const prevu = () => demande(c, { genre: 'prevois', outil: 'demandes-ecrites', commande: 'resultats' });
    expect(prevu()).toMatchObject({ genre: 'apercu', apercu: { feuille: 'Résultats', verdict: 'possible', lignes: [{ effet: 'cree' }, {}] } });
    expect(ouvre(c).onglets).toHaveLength(1);
    produit(c);
    expect(prevu()).toMatchObject({ apercu: { verdict: 'rien' } });
  });
  test('une écriture interrompue se voit et se finit', () => {
    const c = nouveau();
    produit(c);
    const { marque } = c.lis({}).feuilles[1]!;
    c.ecris([{ genre: 'marquer', feuille: 'Résultats', marque: JSON.stringify({ ...JSON.parse(marque!), etat: 'ecriture' }) }]);
    expect(ouvre(c).interrompues).toEqual([{ feuille: 'Résultats', outil: 'demandes-ecrites', commande: 'resultats', titre: 'Onglet Résultats', sauvegarde: null }]);
    expect(demande(c, { genre: 'finis', feuille: 'Résultats' })).toMatchObject({ genre: 'fait', feuille: 'Résultats' });
    expect(ouvre(c).interrompues).toEqual([]);
    expect(refus(c, { genre: 'finis', feuille: 'Résultats' })).toContain('n’a pas d’écriture interrompue');
  });
  test('compare une feuille à sa sauvegarde, cellule à cellule', () => {
    const c = nouveau();
    produit(c);
    c.ecris([{ genre: 'ecrire', feuille: 'Résultats', ligne: 1, colonne: 1, valeurs: [[7]] }]);
    produit(c);
    expect(ouvre(c).sauvegardes).toEqual([{ feuille: 'Sauvegarde Résultats', de: 'Résultats', jour: '2026-11-22' }]);
    expect(demande(c, { genre: 'compare', feuille: 'Résultats', sauvegarde: 'Sauvegarde Résultats' })).toEqual({
      genre: 'differences', total: 1, liste: [{ adresse: 'Résultats!A1', avant: '7', apres: 'Résultats – suivi des réponses aux demandes écrites' }],
    });
    expect(refus(c, { genre: 'compare', feuille: 'Suivi', sauvegarde: 'Résultats' })).toContain('« Suivi » n’est plus dans le classeur, ou n’a pas été créée par Classeur+');
  });
  test('regarde les premières lignes d’une feuille', () => {
    expect(demande(nouveau(), { genre: 'regarde', feuille: 'Suivi' })).toMatchObject({ lignes: [LIGNES[0], ['1', 'courrier', '02/11/2026', '', '11/11/2026', 'Nord'], {}, {}] });
  });
});

test('un filtre ne vaut que pour cette ouverture', () => {
  const c = enXlsx();
  const filtree = delais(ouvre(c, { saisies: { 'demandes-ecrites': { canal: 'courrier' } } }));
  expect([filtree.analyse?.indicateurs[0]?.filtres, delais(ouvre(c)).analyse?.indicateurs[0]?.filtres]).toEqual([expect.stringContaining('courrier'), 'aucun']);
});

test('les chiffres sont ceux de la ligne de commande', () => {
  const ligne = analyseFichier(EXEMPLE, { aujourdhui: AUJOURDHUI, au: null, saisies: {} }, () => undefined);
  const { analyse } = delais(ouvre(exemple()));
  expect(analyse?.indicateurs).toEqual(ligne.indicateurs);
  expect([analyse?.alertes.total, analyse?.anomalies.total]).toEqual([ligne.alertes.length, ligne.anomalies.length]);
});

test('un hôte qui casse donne une phrase, jamais son exception', () => {
  const hote = (cause: Error): HoteSynchrone => ({ lis: () => { throw cause; }, ecris: () => undefined });
  expect(refus(hote(new Error('GenericException')), { genre: 'ouvre' })).toBe(REFUS_DE_L_HOTE);
  // Une faute du programme n'envoie pas la personne vérifier son classeur.
  expect(refus(hote(new TypeError('undefined is not an object')), { genre: 'ouvre' })).toBe(DEFAUT_DU_PROGRAMME);
});

describe('Annuler n’est ni un refus ni une panne', () => {
  /** L'hôte fait ce que la personne ferait : elle annule pendant la lecture de ce rang. */
  const annule = (quoi: Demande, rang: number): Promise<Reponse> => {
    const [hote, arret] = [enMemoire(), { aborted: false }];
    let lectures = 0;
    return conduisAsync(repond(quoi, AUJOURDHUI), { lis: async (lecture) => { arret.aborted = ++lectures >= rang; return hote.lis(lecture); }, ecris: async () => { throw new Error('rien ne doit être écrit'); } }, undefined, arret);
  };
  const produire = { outil: 'demandes-ecrites', commande: 'resultats' } as const;
  test.each<[Demande, number]>([
    [{ genre: 'ouvre' }, 1], [{ genre: 'ouvre' }, 2], [{ genre: 'ouvre' }, 3], [{ genre: 'prevois', ...produire }, 1], [{ genre: 'prevois', ...produire }, 2], [{ genre: 'execute', ...produire }, 1], [{ genre: 'prevoisPurge' }, 1],
  ])('%j, à la lecture %i', async (quoi, rang) => expect(await annule(quoi, rang)).toEqual({ genre: 'annule', message: 'C’est annulé : rien n’a été modifié. Relancez quand vous voulez.' }));
  test('trop tard pour annuler, l’échec d’une écriture reste un refus', async () => {
    const [hote, arret] = [enMemoire(), { aborted: false }];
    const reponse = await conduisAsync(repond({ genre: 'execute', ...produire }, AUJOURDHUI), { lis: async (lecture) => hote.lis(lecture), ecris: async () => { arret.aborted = true; throw new Error('RichApi'); } }, undefined, arret);
    expect(reponse).toEqual({ genre: 'refus', message: REFUS_DE_L_HOTE, adresse: null });
  });
});

test.each<[Demande, string]>([
  [{ genre: 'execute', outil: 'demandes-ecrites', commande: 'effacer' }, 'La commande « effacer » n’existe pas'],
  [{ genre: 'ouvre', au: '31/02/2026' }, 'La date d’arrêté « 31/02/2026 » n’existe pas'],
  [{ genre: 'regarde', feuille: 'Autre' }, 'Le classeur n’a pas de feuille « Autre »'],
  [{ genre: 'danse' } as unknown as Demande, 'Le volet et le classeur ne se comprennent pas'],
])('%j : « %s »', (quoi, phrase) => expect(refus(enXlsx(), quoi)).toContain(phrase));

describe('Chaque outil est prêt pour le volet', () => {
  test.each(outils.map((outil) => [outil.id, outil] as const))('%s : chaque réglage est dans une rubrique et une seule, le nom court tient dans un onglet', (_, { reglages, rubriques, nomCourt }) => {
    expect(rubriques.flatMap((rubrique) => rubrique.reglages).sort()).toEqual(Object.keys(reglages).sort());
    expect(nomCourt.length).toBeLessThanOrEqual(12);
  });
});

describe.each([['en mémoire', enMemoire], ['en .xlsx', enXlsx]] as const)('Vider les sauvegardes, %s', (_, neuf) => {
  test('elles se montrent, se vident sur confirmation, et ne se montrent plus', () => {
    const hote = neuf();
    demande(hote, { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' });
    hote.ecris([{ genre: 'ecrire', feuille: 'Résultats', ligne: 1, colonne: 1, valeurs: [[0.5]] }]);
    demande(hote, { genre: 'execute', outil: 'demandes-ecrites', commande: 'resultats' });
    expect(ouvre(hote).sauvegardes.map(({ feuille, jour }) => [feuille, jour])).toEqual([['Sauvegarde Résultats', '2026-11-22']]);
    const montree = demande(hote, { genre: 'prevoisPurge' });
    if (montree.genre !== 'purge') throw new Error(JSON.stringify(montree));
    expect(montree).toMatchObject({ mot: 'EFFACER', apercu: { verdict: 'possible', lignes: [{ effet: 'reecrit', adresse: 'Sauvegarde Résultats!A1' }, { effet: 'garde' }, { effet: 'garde' }] } });
    expect(refus(hote, { genre: 'purge', plan: montree.plan, confirmation: 'oui' })).toContain('Tapez EFFACER');
    expect(ouvre(hote).purgeInterrompue).toBe(false);
    const coupe: HoteSynchrone = { lis: (lecture) => hote.lis(lecture), ecris: (lot) => { hote.ecris(lot.slice(0, lot.findIndex(({ genre }) => genre === 'barriere') + 1)); throw new Error('coupé'); } };
    expect(refus(coupe, { genre: 'purge', plan: montree.plan, confirmation: 'EFFACER' })).toBe(REFUS_DE_L_HOTE);
    expect(ouvre(hote).purgeInterrompue).toBe(true);
    expect(demande(hote, { genre: 'purge', plan: montree.plan, confirmation: 'effacer' })).toMatchObject({ genre: 'fait', ecrit: true });
    expect(ouvre(hote)).toMatchObject({ sauvegardes: [], purgeInterrompue: false });
    expect(hote.lis({}).feuilles.map(({ nom }) => nom)).toContain('Sauvegarde Résultats');
  });
});
