// Les classeurs en désordre : chacun est lu comme une personne l'a prévu à la main, chaque doute à la bonne cellule.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { etatDe } from '../../src/outils/demandes-ecrites/etats';
import { NOMS_CANAUX } from '../../src/outils/demandes-ecrites/mots';
import { deIso, versIso } from '../../src/socle/jours';
import { sansAccents } from '../../src/socle/normalise';
import { conduis } from '../../src/socle/suite';

type Attendu = {
  situation: string;
  fichier?: string;
  refus?: string;
  au: string;
  aujourdhui?: boolean;
  reglages?: Record<string, string>;
  feuilles?: { feuille: string; entete: number; lignes: number; colonnes: Record<string, string | null> }[];
  demandes?: { ligne: string; reception?: string | null; accuse?: string | null; reponse?: string | null; canal?: string | null; etat?: string }[];
  indicateurs?: { canal: string; id: string; numerateur: number; denominateur: number }[];
  anomalies?: { adresse: string; gravite: string; motif?: string }[];
};

const RACINE = path.join(__dirname, '..', 'classeurs');
const EXTENSIONS = ['.xlsx', '.xlsm', '.csv'];

const cas = ['', 'riche'].flatMap((sous) => {
  const dossier = path.join(RACINE, sous);
  const noms = readdirSync(dossier);
  return noms.filter((nom) => nom.endsWith('.attendu.json')).sort().map((nom) => {
    const base = nom.replace('.attendu.json', '');
    const attendu = JSON.parse(readFileSync(path.join(dossier, nom), 'utf8')) as Attendu;
    const fichier = attendu.fichier ?? noms.find((autre) => EXTENSIONS.some((extension) => autre === base + extension)) ?? `${base} : classeur absent`;
    return { base, attendu, chemin: path.join(dossier, fichier) };
  });
});

const analyseDe = (chemin: string, { au, aujourdhui, reglages }: Attendu): AnalyseDemandes => {
  const jour = deIso(au) as number;
  const classeur = ouvreFichier(readFileSync(chemin), path.basename(chemin));
  return conduis(analyse({ au: jour, aujourdhui: aujourdhui === true ? jour : jour + 3650, saisies: reglages ?? {} }), classeur);
};

/** Les demandes lues, par « Feuille!ligne ». Ce qui n'existe pas encore à la date d'arrêté n'y est pas. */
const demandesLues = (analysee: AnalyseDemandes): Map<string, Record<string, string | null>> => {
  const { demandes, regles, au } = analysee;
  const iso = (jour: number): string | null => (jour === 0 || jour > au ? null : versIso(jour));
  return new Map(Array.from({ length: demandes.taille }, (_, i) => {
    const feuille = demandes.registres[demandes.origine[i] as number]?.feuille.nom ?? '';
    return [`${feuille}!${demandes.ligne[i]}`, {
      reception: demandes.reception[i] === 0 ? null : versIso(demandes.reception[i] as number),
      accuse: iso(demandes.accuse[i] as number),
      reponse: iso(demandes.reponse[i] as number),
      canal: NOMS_CANAUX[demandes.canal[i] as number] ?? null,
      etat: etatDe(demandes, i, regles, au),
    }];
  }));
};

const clefs = (anomalies: readonly { adresse: string; gravite: string }[], gravites: readonly string[]): string[] =>
  anomalies.filter(({ gravite }) => gravites.includes(gravite)).map(({ adresse, gravite }) => `${adresse} ${gravite}`).sort();

const simple = (texte: string): string => sansAccents(texte).replace(/[^a-z0-9]+/g, ' ');

test('le corpus a au moins quarante classeurs', () => expect(cas.length).toBeGreaterThanOrEqual(40));

describe.each(cas.filter(({ attendu }) => attendu.refus !== undefined))('$base est refusé par une phrase', ({ chemin, attendu }) => {
  test(`« ${attendu.refus} »`, () => {
    expect(() => ouvreFichier(readFileSync(chemin), path.basename(chemin)).lis({ tetes: 60 })).toThrow(expect.objectContaining({ name: 'ErreurClasseur', message: expect.stringMatching(new RegExp(attendu.refus as string, 'i')) }));
  });
});

describe.each(cas.filter(({ attendu }) => attendu.refus === undefined))('$base', ({ chemin, attendu }) => {
  let analysee: AnalyseDemandes;
  beforeAll(() => {
    analysee = analyseDe(chemin, attendu);
  });

  test(`${attendu.situation} : feuilles, en-têtes et colonnes reconnues`, () => {
    expect(analysee.feuilles.map(({ feuille, entete, lignes }) => ({ feuille, entete, lignes }))).toEqual((attendu.feuilles ?? []).map(({ feuille, entete, lignes }) => ({ feuille, entete, lignes })));
    (attendu.feuilles ?? []).forEach(({ colonnes }, rang) => {
      const lues = analysee.feuilles[rang]?.colonnes ?? {};
      expect(Object.fromEntries(Object.keys(colonnes).map((clef) => [clef, lues[clef] ?? null]))).toEqual(colonnes);
    });
  });

  test('chaque demande est lue comme prévu', () => {
    const lues = demandesLues(analysee);
    for (const { ligne, ...prevue } of attendu.demandes ?? []) {
      const lue = lues.get(ligne);
      const seulementPrevu = lue && Object.fromEntries(Object.keys(prevue).filter((clef) => clef in lue).map((clef) => [clef, lue[clef]]));
      expect({ ligne, ...seulementPrevu }).toEqual({ ligne, ...Object.fromEntries(Object.entries(prevue).filter(([clef]) => lue === undefined || clef in lue)) });
    }
  });

  test('les indicateurs sont ceux comptés à la main', () => {
    const calcules = (attendu.indicateurs ?? []).map(({ canal, id }) => {
      const { numerateur, denominateur } = analysee.indicateurs.find((i) => i.canal === canal && i.id === id) ?? {};
      return { canal, id, numerateur, denominateur };
    });
    expect(calcules).toEqual((attendu.indicateurs ?? []).map(({ canal, id, numerateur, denominateur }) => ({ canal, id, numerateur, denominateur })));
  });

  test('chaque doute est à la bonne cellule, et seulement ceux-là', () => {
    const graves = ['erreur', 'avertissement'];
    expect(clefs(analysee.anomalies, graves)).toEqual(clefs(attendu.anomalies ?? [], graves));
    expect(clefs(analysee.anomalies, ['information'])).toEqual(expect.arrayContaining(clefs(attendu.anomalies ?? [], ['information'])));
    for (const { adresse, gravite, motif } of attendu.anomalies ?? []) {
      if (motif === undefined) continue;
      const messages = analysee.anomalies.filter((a) => a.adresse === adresse && a.gravite === gravite).map((a) => simple(a.message));
      expect({ adresse, trouve: messages.some((message) => message.includes(simple(motif).trim())), messages }).toMatchObject({ adresse, trouve: true });
    }
  });
});
