// L'effacement des données personnelles dans un vrai .xlsx : plus aucune valeur effacée dans aucune partie du fichier, et tout le reste à l'identique.
import { strFromU8, unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { decode } from '../../src/fichier/xml-texte';
import { analyse } from '../../src/outils/rgpd/analyse';
import { apercuDePurgeRgpd, preparePurgeRgpd, purgeRgpd } from '../../src/outils/rgpd/purge';
import { adresse, estVide } from '../../src/socle/cellule';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';

const DEPART = readFileSync(path.join(__dirname, '..', 'enquetes', 'a-effacer.xlsx'));
const JOUR = deIso('2026-11-22')!;
type Fichier = ReturnType<typeof ouvreFichier>;
const ouvre = (octets: Uint8Array = DEPART): Fichier => ouvreFichier(octets, 'a-effacer.xlsx');
const parties = (octets: Uint8Array): Map<string, string> => new Map(Object.entries(unzipSync(octets)).map(([nom, contenu]) => [nom, decode(strFromU8(contenu))]));
const efface = (fichier: Fichier, jour: number): string => conduis((function* () {
  return (yield* purgeRgpd(yield* preparePurgeRgpd(jour), 'EFFACER', jour)).message;
})(), fichier);
/** Toutes les cellules remplies : « Feuille!A1 » et sa valeur. */
const cellules = (fichier: Fichier): Map<string, unknown> => {
  const { feuilles } = fichier.lis({});
  const { plages } = fichier.lis({ zones: feuilles.map(({ nom, lignes, colonnes }) => ({ feuille: nom, ligne: 1, colonne: 1, lignes, colonnes })) });
  return new Map(feuilles.flatMap(({ nom }, f) => plages[f]!.flatMap((rangee, i) => rangee.flatMap((v, j) => (estVide(v) ? [] : [[adresse(nom, i + 1, j + 1), v] as const])))));
};

/** Ce qui désigne les cinq personnes dont rien ne se garde ; la date de naissance sous ses trois écritures. */
const TUS = ['Alouette', 'Bergeronnette', 'Cormoran', 'Draine', 'Fauvette', '@exemple.fr', '0612345678', '07 98 76 54 32', '11 22 33 44', '55.44.33.22', 'AB-123-CD', '2 55 08 14', 'FR76', '29292', '1980-03-12', '30/11/1991'];
const GARDEE = 'Étourneau';
const quiRestent = (octets: Uint8Array, mots: readonly string[]): string[] => [...parties(octets)].flatMap(([nom, texte]) => mots.filter((mot) => texte.toLowerCase().includes(mot.toLowerCase())).map((mot) => `${nom} : ${mot}`));

test('au départ, chacune est en plusieurs endroits du fichier', () => {
  for (const mot of ['Alouette', 'Draine', 'Étourneau']) expect(quiRestent(DEPART, [mot]).length).toBeGreaterThan(3);
});

test('les preuves, réponse par réponse, sans rien désigner', () => {
  expect(conduis(analyse({ aujourdhui: JOUR, au: null, saisies: {} }), ouvre()).anomalies.map(({ adresse: ou, message }) => `${ou} ${message}`)).toEqual([
    'Réponses!A5 Date du consentement manquante.', 'Réponses!A6 Consentement du 20/03/2026, postérieur à la réponse du 06/03/2026.', 'Réponses!A7 Retiré le 15/03/2026 : excluez la réponse des calculs.',
    'Réponses!A8 Consentement refusé : excluez la réponse des calculs.', 'Réponses!A9 Aucune preuve de consentement dans « Consentements ».',
  ]);
});

test('l’aperçu les nomme toutes', () => expect(apercuDePurgeRgpd(conduis(preparePurgeRgpd(JOUR), ouvre())).lignes.map(({ phrase }) => phrase.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
  '« Tirage » (feuille masquée), colonne A : 2 cellules seront effacées (copies de textes effacés ailleurs).',
  '« Réponses », colonne B : 6 cellules seront effacées.', '« Réponses », colonne C : 5 cellules seront effacées.', '« Réponses », colonne D : 3 cellules seront effacées.',
  '« Réponses », colonne E : 4 cellules seront effacées.', '« Réponses », colonne I : 4 cellules seront effacées.',
  '« Consentements », colonne B : 4 cellules seront effacées.',
  '« Croisé », colonne A : 7 cellules seront effacées.',
  'Le commentaire de Réponses!B4 sera retiré.', 'Le commentaire de Réponses!H7 sera retiré.',
  'Le nom « Suivi_par » restera, sa valeur sera effacée.',
  'Un onglet « Procès-verbal d’effacement » dira la date, les colonnes et les comptes, sans aucun contenu.',
  '« Consentements » garde 1 preuve de consentement jusqu’à sa date, le 31/12/2026.',
  '« Synthèse », colonne C : 3 formules restent et se recalculent.',
  'Le nom « Repondants » désigne des cellules effacées : il reste, sans rien montrer d’elles.',
  'Le tableau croisé « Réponses par personne » (« Croisé ») oublie ce qui est effacé ; vérifiez-le.',
  'Non effacé par Classeur+ : les images, les zones de texte, l’historique des versions (OneDrive, SharePoint, Google Drive), les copies envoyées ou imprimées.',
]));

describe('après l’effacement du 22/11/2026', () => {
  const fichier = ouvre();
  const message = efface(fichier, JOUR);
  const octets = fichier.octets();

  test('plus rien dans aucune partie ; la preuve gardée n’est que dans le registre', () => {
    expect(quiRestent(octets, TUS)).toEqual([]);
    expect(quiRestent(octets, [GARDEE])).toEqual(['xl/sharedStrings.xml : Étourneau']);
    expect([...cellules(ouvre(octets))].filter(([, v]) => String(v).includes(GARDEE)).map(([ou]) => ou)).toEqual(['Consentements!B6']);
  });
  test('les autres cellules ne changent pas ; les effacées sont celles de l’aperçu', () => {
    const [avant, apres] = [cellules(ouvre()), cellules(ouvre(octets))];
    const neuves = [...apres].filter(([ou, v]) => avant.get(ou) !== v && !ou.startsWith('Procès-verbal'));
    expect(neuves).toEqual([]);
    const parties_ = [...avant].filter(([ou]) => !apres.has(ou)).map(([ou]) => ou.replace(/\d+$/, ''));
    expect(Object.fromEntries([...new Set(parties_)].map((colonne) => [colonne, parties_.filter((une) => une === colonne).length]))).toEqual({
      'Réponses!B': 6, 'Réponses!C': 5, 'Réponses!D': 3, 'Réponses!E': 4, 'Réponses!I': 4, 'Consentements!B': 4, 'Tirage!A': 2, 'Croisé!A': 7,
      // Des formules, que le tableur recalculera.
      'Synthèse!C': 3,
    });
    expect(message.replace(/[\u00a0\u202f]/g, ' ')).toMatch(/^\d+ cellules effacées, 2 commentaires retirés, 1 nom vidé ; /);
  });
  test('les parties que rien ne concerne sont les mêmes, à l’octet près', () => {
    const [avant, apres] = [unzipSync(DEPART), unzipSync(octets)];
    const changees = Object.keys(avant).filter((nom) => apres[nom] === undefined || Buffer.compare(Buffer.from(avant[nom]!), Buffer.from(apres[nom])) !== 0);
    expect(changees.sort()).toEqual([
      '[Content_Types].xml', 'xl/_rels/workbook.xml.rels', 'xl/charts/chart1.xml', 'xl/comments1.xml', 'xl/drawings/vmlDrawing1.vml', 'xl/externalLinks/externalLink1.xml',
      'xl/pivotCache/pivotCacheDefinition1.xml', 'xl/pivotCache/pivotCacheRecords1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/threadedComments/threadedComment1.xml', 'xl/workbook.xml',
      ...[1, 2, 3, 4, 5].map((n) => `xl/worksheets/sheet${n}.xml`),
    ]);
  });
  test('le tableau croisé se refera à l’ouverture, ses éléments restent différents entre eux', () => {
    const definition = parties(octets).get('xl/pivotCache/pivotCacheDefinition1.xml')!;
    expect(definition).toContain('refreshOnLoad="1"');
    const items = [...definition.matchAll(/<s v="([^"]*)"/g)].map(([, v]) => v);
    expect([items.length, new Set(items).size]).toEqual([6, 6]);
  });
  test('une formule garde sa formule, et se recalculera', () => {
    const feuille = parties(octets).get('xl/worksheets/sheet4.xml')!;
    expect(feuille).toContain('Réponses!B4&" a mis "&Réponses!G4');
    expect(parties(octets).get('xl/workbook.xml')).toContain('fullCalcOnLoad="1"');
  });
  test('à sa date, le registre s’efface aussi', () => {
    const plusTard = ouvre(octets);
    efface(plusTard, deIso('2027-01-02')!);
    expect(quiRestent(plusTard.octets(), [...TUS, GARDEE])).toEqual([]);
  });
});
