// L'analyse d'une enquête : chaque garde-fou est la phrase que l'agent lit.
import { analyse, type AnalyseEnquete } from '../../src/outils/analyse/analyse';
import type { Bloc } from '../../src/outils/analyse/bloc';
import { ongletAnalyse } from '../../src/outils/analyse/onglet-analyse';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire } from '../hotes/classeur-memoire';

type Colonnes = Record<string, readonly unknown[]>;
const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies });

const classeur = (feuilles: Record<string, Colonnes>): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const [nom, colonnes] of Object.entries(feuilles)) {
    c.ajoute(nom);
    Object.entries(colonnes).forEach(([titre, valeurs], j) => {
      c.tape(nom, 1, j + 1, titre);
      valeurs.forEach((v, i) => v !== null && c.tape(nom, i + 2, j + 1, v as string));
    });
  }
  return c;
};
const lis = (colonnes: Colonnes, saisies: Record<string, string> = {}, autres: Record<string, Colonnes> = {}): AnalyseEnquete => conduis(analyse(contexte({ masque: '0', ...saisies })), classeur({ Enquête: colonnes, ...autres }));

/** Une liste de réponses : { Oui: 3, Non: 2 } → Oui, Oui, Oui, Non, Non. */
const fois = (comptes: Record<string, number>): string[] => Object.entries(comptes).flatMap(([mot, n]) => Array.from({ length: n }, () => mot));
const suite = (n: number, f: (i: number) => unknown): unknown[] => Array.from({ length: n }, (_, i) => f(i));
const bloc = ({ blocs }: AnalyseEnquete, titre: string): Bloc => {
  const trouve = blocs.find((b) => b.titre === titre);
  if (trouve === undefined) throw new Error(`pas de bloc « ${titre} » parmi ${blocs.map((b) => b.titre).join(' | ')}`);
  return trouve;
};
const phrases = (lu: AnalyseEnquete, titre: string): string[] => bloc(lu, titre).phrases.map((p) => p.replace(/\u00a0/g, ' ').replace(/\u202f/g, ' '));

describe('Le type de chaque question est proposé', () => {
  const colonnes: Colonnes = {
    'N°': suite(40, (i) => i + 1),
    'Horodatage': suite(40, (i) => `${String((i % 28) + 1).padStart(2, '0')}/03/2026`),
    Canal: suite(40, (i) => ['Accueil', 'Internet'][i % 2]),
    'Satisfaction': suite(40, (i) => ['Très satisfait', 'Plutôt satisfait', 'Pas du tout satisfait'][i % 3]),
    'Votre âge': suite(40, (i) => ['18-29 ans', '30-49 ans', 'moins de 18 ans'][i % 3]),
    'Note sur 10': suite(40, (i) => i % 11),
    'Délai (jours)': suite(40, (i) => i * 2),
    'Démarches': suite(40, (i) => (i % 2 ? 'Impôts; Logement' : 'Impôts')),
    'Taux de réponse du site': suite(40, (i) => 0.5 + i / 100),
    'Remarques': suite(40, (i) => `remarque numéro ${i}`),
    'Recommandez-vous ?': suite(40, (i) => (i % 3 ? 'Oui' : 'non')),
  };
  test.each([['N°', 'identifiant'], ['Horodatage', 'date'], ['Canal', 'nominale'], ['Satisfaction', 'ordinale'], ['Votre âge', 'ordinale'], ['Note sur 10', 'intervalle'], ['Délai (jours)', 'ratio'], ['Démarches', 'multiple'], ['Taux de réponse du site', 'pourcentage'], ['Remarques', 'texte'], ['Recommandez-vous ?', 'nominale']])('« %s » : %s', (titre, type) => {
    expect(lis(colonnes).variables.find((v) => v.titre === titre)?.type).toBe(type);
  });
  test('et se corrige', () => expect(lis(colonnes, { types: 'F=ordinale;K=texte' }).variables.filter(({ titre }) => /Note|Recommandez/.test(titre)).map(({ type }) => type)).toEqual(['ordinale', 'texte']));
  test('un type qui n’existe pas est refusé', () => expect(() => lis(colonnes, { types: 'F=chiffre' })).toThrow(/« types » ne peut pas valoir « F=chiffre »/));
  test('une échelle se lit dans son ordre, du plus favorable au moins', () => expect(bloc(lis(colonnes), 'Satisfaction').lignes.map(([l]) => l)).toEqual(['Très satisfait', 'Plutôt satisfait', 'Pas du tout satisfait', 'Total']));
  test('les tranches d’âge aussi', () => expect(bloc(lis(colonnes), 'Votre âge').lignes.map(([l]) => l)).toEqual(['moins de 18 ans', '18-29 ans', '30-49 ans', 'Total']));
});

describe('Les garde-fous du guide', () => {
  test('30 répondants ne se généralisent pas, 31 oui', () => {
    const garde = 'Effectif de 30 (30 ou moins) : non généralisable. Ces résultats ne valent que pour ceux qui ont répondu.';
    expect(phrases(lis({ Avis: fois({ Satisfait: 20, 'Pas satisfait': 10 }), B: fois({ x: 30 }) }), 'Avis')).toContain(garde);
    expect(phrases(lis({ Avis: fois({ Satisfait: 21, 'Pas satisfait': 10 }), B: fois({ x: 31 }) }), 'Avis').join()).not.toContain('non généralisable');
  });
  test('la moyenne de pourcentages n’est pas calculée', () => {
    const lu = lis({ Site: fois({ Nord: 20, Sud: 20 }), 'Taux de satisfaction': suite(40, (i) => 0.5 + i / 100) });
    expect(phrases(lu, 'Taux de satisfaction')).toEqual(['« Taux de satisfaction » contient des pourcentages : leur moyenne n’est pas calculée, elle mélangerait des études de tailles ou de contextes différents. Additionnez les effectifs, puis divisez.']);
    expect(bloc(lu, 'Taux de satisfaction').lignes).toEqual([]);
  });
  test('une question à choix multiples n’a que des citations', () => {
    const lu = lis({ A: fois({ x: 20, y: 20 }), 'Démarches': fois({ 'Impôts; Logement': 20, 'Impôts': 10, 'impôts; Passeport': 10 }) });
    expect(bloc(lu, 'Démarches').lignes).toEqual([['Impôts', 40], ['Logement', 20], ['Passeport', 10]]);
    expect(phrases(lu, 'Démarches')).toEqual(['Question à choix multiples : les citations dépassent le nombre de répondants. Aucun pourcentage n’est donné : les réponses ne se comparent pas entre elles.']);
  });
  test('une variable nominale n’a ni moyenne ni médiane, une ordinale pas de moyenne', () => {
    const lu = lis({ Canal: fois({ Accueil: 60, Internet: 40 }), Avis: fois({ 'Très satisfait': 30, Satisfait: 30, 'Peu satisfait': 40 }) });
    expect(phrases(lu, 'Canal')).toContain('Une variable nominale ne se classe pas : ni moyenne ni médiane.');
    expect(phrases(lu, 'Avis')).toContain('Réponse médiane : « Satisfait ». Une variable ordinale se classe mais ne s’additionne pas : pas de moyenne.');
  });
  test('un taux se dit avec sa marge', () => {
    expect(phrases(lis({ Canal: fois({ Accueil: 60, Internet: 40 }), B: fois({ x: 100 }) }), 'Canal')[0]).toBe('« Accueil » : 60,0 % des réponses, à ± 9,6 points près ; la part réelle est sans doute entre 50,2 % et 69,1 % (95 %), si les répondants ont été tirés au hasard.');
  });
  test('une moyenne se dit avec son effectif, son écart-type et la règle des zéros', () => {
    const colonnes = { 'Note sur 10': [...suite(40, () => 8), ...suite(10, () => 0)], Canal: fois({ Accueil: 50 }) };
    expect(phrases(lis(colonnes), 'Note sur 10').slice(0, 3)).toEqual(['En moyenne 6,40 (50 réponses), écart-type 3,23 ; une réponse sur deux est au plus à 8,00.', 'La moyenne réelle est sans doute entre 5,48 et 7,32 (95 %), si les répondants ont été tirés au hasard.', 'Les réponses « 0 » comptent dans cette moyenne.']);
    expect(phrases(lis(colonnes, { zeros: 'non' }), 'Note sur 10')).toContain('Les 10 réponses « 0 » ne comptent pas dans cette moyenne.');
    expect(phrases(lis(colonnes), 'Note sur 10')).toContain('L’écart-type ne se lit pas seul : il dit si les réponses sont groupées autour de la moyenne ou dispersées.');
  });
  test('toute la population a répondu : variance divisée par n, pas d’intervalle', () => {
    const lu = lis({ 'Note sur 10': [1, 2, 3, 4, ...suite(36, () => 5)], B: fois({ x: 40 }) }, { recensement: 'oui' });
    expect(bloc(lu, 'Note sur 10').lignes[3]?.[0]).toBe('Variance (population)');
    expect(phrases(lu, 'Note sur 10').join()).not.toContain('moyenne réelle');
  });
});

describe('Le croisement', () => {
  const croisement = (a: Record<string, Record<string, number>>): AnalyseEnquete => {
    const lignes = Object.entries(a).flatMap(([groupe, comptes]) => fois(comptes).map((r) => [r, groupe] as const));
    return lis({ Avis: lignes.map(([r]) => r), Canal: lignes.map(([, g]) => g) }, { croiser: 'A;B' });
  };
  test('un lien démontré n’est pas une cause', () => {
    // L'exemple du domaine §10 : χ² 33,34, V 0,43.
    expect(phrases(croisement({ Accueil: { 'Très satisfait': 10, Satisfait: 25, 'Peu satisfait': 40, 'Pas satisfait': 25 }, Internet: { 'Très satisfait': 30, Satisfait: 30, 'Peu satisfait': 15, 'Pas satisfait': 5 } }), 'Avis selon Canal')).toEqual([
      'Un lien entre « Avis » et « Canal » est démontré (χ² = 33,34, 3 degrés de liberté, p < 0,001). Lien moyen : V de Cramér 0,43. Ce n’est pas une cause : d’autres facteurs peuvent jouer.',
      '« Très satisfait » est moins fréquent qu’attendu pour « Accueil » ; « Très satisfait » est plus fréquent qu’attendu pour « Internet ».',
    ]);
  });
  test('un écart qui peut venir du hasard ne se commente pas', () => {
    expect(phrases(croisement({ Accueil: { Satisfait: 30, 'Pas satisfait': 20 }, Internet: { Satisfait: 28, 'Pas satisfait': 22 } }), 'Avis selon Canal')).toEqual(['Aucun lien démontré entre « Avis » et « Canal » (χ² = 0,16, 1 degré de liberté, p = 0,685) : ne commentez pas les écarts de ce tableau.']);
  });
  test('de petits effectifs, deux réponses par deux groupes : test exact de Fisher, et colonne à ne pas généraliser', () => {
    expect(phrases(croisement({ Accueil: { Satisfait: 3, 'Pas satisfait': 7 }, Internet: { Satisfait: 5, 'Pas satisfait': 2 } }), 'Avis selon Canal')).toEqual([
      'Aucun lien démontré entre « Avis » et « Canal » (test exact de Fisher, p = 0,153) : ne commentez pas les écarts de ce tableau.',
      '« Accueil » n’a que 10 réponses (30 ou moins) : ne généralisez pas cette colonne.',
      '« Internet » n’a que 7 réponses (30 ou moins) : ne généralisez pas cette colonne.',
    ]);
  });
  test('la règle de Cochran arrête la conclusion', () => {
    expect(phrases(croisement({ Accueil: { 'Très satisfait': 40, Satisfait: 2, 'Peu satisfait': 1 }, Internet: { 'Très satisfait': 35, Satisfait: 1, 'Peu satisfait': 3 } }), 'Avis selon Canal')[0]).toBe('Effectifs trop petits pour conclure sur un lien entre « Avis » et « Canal » (66,7 % des effectifs attendus sont inférieurs à 5) : regroupez des réponses voisines, puis recommencez.');
  });
  test('donne les effectifs, puis les pourcentages en colonne et en ligne', () => {
    const lu = croisement({ Accueil: { Satisfait: 30, 'Pas satisfait': 10 }, Internet: { Satisfait: 20, 'Pas satisfait': 20 } });
    expect(bloc(lu, 'Avis selon Canal').lignes).toEqual([['Satisfait', 30, 20, 50], ['Pas satisfait', 10, 20, 30], ['Total', 40, 40, 80]]);
    expect(bloc(lu, 'Avis selon Canal : pourcentages en colonne').lignes).toEqual([['Satisfait', 0.75, 0.5], ['Pas satisfait', 0.25, 0.5]]);
    expect(bloc(lu, 'Avis selon Canal : pourcentages en ligne').lignes).toEqual([['Satisfait', 0.6, 0.4], ['Pas satisfait', 10 / 30, 20 / 30]]);
  });
  test('une note selon un profil : des moyennes, et le test de Welch', () => {
    const lu = lis({ 'Note sur 10': [...suite(40, (i) => 5 + (i % 3)), ...suite(40, (i) => 7 + (i % 3))], Canal: fois({ Accueil: 40, Internet: 40 }) });
    expect(bloc(lu, 'Note sur 10 selon Canal').lignes.map((l) => l.slice(0, 3))).toEqual([['Accueil', 40, 5.975], ['Internet', 40, 7.975]]);
    expect(phrases(lu, 'Note sur 10 selon Canal')).toEqual(['Les moyennes diffèrent selon « Canal » : c’est démontré (test de Welch, p < 0,001). Ce n’est pas une cause.', 'De « Accueil » à « Internet », l’écart de +2,00 est sans doute entre +1,63 et +2,37.']);
  });
  test('avec trois groupes, aucun écart par paire n’est dit', () => {
    const lu = lis({ 'Note sur 10': suite(120, (i) => 5 + (i % 3) + (i > 79 ? 2 : 0)), Canal: fois({ Accueil: 40, Internet: 40, Courrier: 40 }) });
    expect(phrases(lu, 'Note sur 10 selon Canal').filter((phrase) => phrase.startsWith('De «'))).toEqual([]);
  });
  test('le graphique des parts : une série par profil, lue en toutes lettres', () => {
    const lu = lis({ Avis: [...fois({ Satisfait: 30, 'Pas satisfait': 10 }), ...fois({ Satisfait: 20, 'Pas satisfait': 20 })], Canal: fois({ Accueil: 40, Internet: 40 }) });
    expect(bloc(lu, 'Avis selon Canal : pourcentages en colonne').graphique).toEqual({ colonne: 2, colonnes: 2, lignes: 2, enPourcent: true, lecture: expect.stringMatching(/^Accueil : Satisfait 75,0.%, Pas satisfait 25,0.%\. Internet : Satisfait 50,0.%, Pas satisfait 50,0.%$/) });
  });
});

describe('Corrélation, population, enquêtes successives', () => {
  const XY = { 'Délai (jours)': [3, 5, 7, 8, 12, 14, 15, 21, 24, 30], 'Note sur 10': [9, 9, 8, 8, 7, 7, 6, 5, 5, 3] };
  const quatreFois = Object.fromEntries(Object.entries(XY).map(([t, v]) => [t, [...v, ...v, ...v, ...v]]));
  test('30 couples ou moins ne se commentent pas', () => expect(phrases(lis(XY), 'Délai (jours) et Note sur 10')).toEqual(['10 couples de réponses (30 ou moins) : cette corrélation ne se commente pas.']));
  test('une corrélation est possible, jamais une cause', () => {
    expect(phrases(lis(quatreFois), 'Délai (jours) et Note sur 10')).toEqual(['Quand « Délai (jours) » augmente, « Note sur 10 » tend à diminuer : corrélation forte (-0,99, p < 0,001). Il est possible que les deux soient liés ; ce n’est pas une cause.']);
  });
  test('une échelle se corrèle par ses rangs', () => {
    const lu = lis({ 'Délai (jours)': suite(40, (i) => i), Avis: suite(40, (i) => ['Très satisfait', 'Satisfait', 'Peu satisfait', 'Pas satisfait'][Math.floor(i / 10)]) }, { correler: 'A;B' });
    expect(bloc(lu, 'Délai (jours) et Avis').precision).toMatch(/Spearman/);
    expect(phrases(lu, 'Délai (jours) et Avis')[0]).toMatch(/^Quand « Délai \(jours\) » augmente, le rang de « Avis » \(1 : « Très satisfait »\) tend à augmenter : corrélation forte \(0,97, p < 0,001\)/);
  });
  test('un échantillon qui s’écarte de la population ne se généralise pas sans redresser', () => {
    const lu = lis({ Sexe: fois({ Femme: 146, Homme: 94 }), B: fois({ x: 240 }) }, { parts: 'A:Femme=52;Homme=48' });
    expect(phrases(lu, 'Représentativité : Sexe')).toEqual([
      'L’échantillon n’est pas représentatif selon « Sexe » (χ², p = 0,006) : « Femme » y pèse 60,8 % au lieu de 52,0 %. Ne généralisez pas sans redresser.',
      'Redressé par ces poids (bornés de 0,3 à 3), l’échantillon de 240 réponses renseigne autant que 232 réponses non redressées.',
    ]);
  });
  test('proche de la population, rien ne montre qu’il ne l’est pas', () => {
    expect(phrases(lis({ Sexe: fois({ Femme: 60, Homme: 40 }), B: fois({ x: 100 }) }, { parts: 'A:Femme=52 %;Homme=48 %' }), 'Représentativité : Sexe')[0]).toBe('Rien ne montre que l’échantillon ne soit pas représentatif selon « Sexe » (χ², p = 0,109). Cela ne dit rien des autres critères.');
  });
  const vague = (oui: number, non: number, mois: string): Colonnes => ({ 'Date de réponse': suite(oui + non, (i) => `${String((i % 28) + 1).padStart(2, '0')}/${mois}/2026`), 'Satisfait ?': fois({ Oui: oui, Non: non }) });
  test('80 % puis 86 % avec 200 réponses : pas d’évolution démontrée', () => {
    const lu = lis(vague(172, 28, '03'), { feuilleAvant: '2025' }, { 2025: vague(160, 40, '03') });
    expect(phrases(lu, 'De « 2025 » à « Enquête »')).toEqual(['« Satisfait ? », « Oui » : pas d’évolution démontrée (+6,0 points, entre −1,4 et +13,4 ; test z, p = 0,110).', 'Une évolution qui n’est pas démontrée ne s’évoque pas.']);
  });
  test('une évolution significative, à un autre moment de l’année', () => {
    const lu = lis(vague(180, 20, '03'), { feuilleAvant: '2025' }, { 2025: vague(140, 60, '09') });
    expect(phrases(lu, 'De « 2025 » à « Enquête »').slice(0, 2)).toEqual([
      expect.stringMatching(/^« Satisfait \? », « Oui » : évolution significative \(\+20,0 points, entre \+12,\d et \+27,\d ; test z, p < 0,001\)\.$/),
      'Les deux enquêtes ne se sont pas déroulées au même moment de l’année : l’écart peut venir de la saison.',
    ]);
  });
});

test('une note d’une enquête à l’autre : l’écart et son intervalle', () => {
  const notes = (de: number): Colonnes => ({ 'Note sur 10': suite(40, (i) => de + (i % 3)), B: fois({ x: 40 }) });
  expect(phrases(lis(notes(7), { feuilleAvant: '2025' }, { 2025: notes(5) }), 'De « 2025 » à « Enquête »')).toContain('« Note sur 10 », moyenne : évolution significative (+2,00, entre +1,63 et +2,37 ; test de Welch, p < 0,001).');
});

describe('Les petits effectifs', () => {
  const colonnes = { Avis: fois({ Satisfait: 60, 'Pas satisfait': 3, 'Peu satisfait': 20 }), Canal: [...fois({ Accueil: 40, Internet: 20 }), ...fois({ Accueil: 3 }), ...fois({ Accueil: 8, Internet: 12 })] };
  test('un tri simple masque la petite modalité et une autre', () => {
    expect(bloc(lis(colonnes, { masque: '5' }), 'Avis').lignes).toEqual([['Satisfait', 60, 60 / 83], ['Peu satisfait', 'masqué', 'masqué'], ['Pas satisfait', 'masqué', 'masqué'], ['Total', 83, 1]]);
    expect(phrases(lis(colonnes, { masque: '5' }), 'Avis')).toContain('Les effectifs inférieurs à 5 sont masqués, et d’autres avec eux pour qu’aucun ne se retrouve par soustraction.');
  });
  test('un pourcentage masqué ne se montre pas plus que son effectif', () => {
    const lu = lis(colonnes, { masque: '5', croiser: 'A;B' });
    const masquees = bloc(lu, 'Avis selon Canal').lignes.slice(0, -1).map((l) => l.slice(1, -1).map((v) => v === 'masqué'));
    expect(masquees.flat()).toContain(true);
    for (const titre of ['Avis selon Canal : pourcentages en colonne', 'Avis selon Canal : pourcentages en ligne']) {
      bloc(lu, titre).lignes.forEach((l, i) => l.slice(1).forEach((v, j) => masquees[i]![j] && expect(v).toBe('masqué')));
    }
  });
});

describe('L’onglet Analyse', () => {
  test('s’écrit, puis ne se réécrit pas', () => {
    const c = classeur({ Enquête: { Avis: fois({ Satisfait: 50, 'Pas satisfait': 30 }), Canal: fois({ Accueil: 40, Internet: 40 }) } });
    expect(conduis(ongletAnalyse.execute(contexte()), c)).toMatchObject({ message: 'L’onglet « Analyse » est créé.', ecrit: true });
    expect(conduis(ongletAnalyse.execute(contexte()), c)).toMatchObject({ ecrit: false });
  });
  test('sans enquête, dit que faire', () => {
    expect(() => conduis(ongletAnalyse.execute(contexte()), classeur({ Stocks: { Article: ['vis', 'clou'], Prix: [1, 2] } }))).toThrow('Aucune feuille ne ressemble à une enquête. Choisissez la feuille des réponses par le réglage « feuille ».');
  });
  test('un registre de demandes n’est pas pris pour une enquête', () => {
    expect(conduis(analyse(contexte()), classeur({ Suivi: { 'N°': [1, 2, 3], 'Date de réception': [46023, 46024, 46025], Canal: ['courrier', 'courriel', 'courrier'], 'Date de réponse': [46030, null, 46031] } })).table).toBe(null);
  });
});
