// Douze registres tirés au hasard, comptés par R et par LibreOffice d'après la règle écrite : le produit dit la même chose qu'eux, par toutes ses portes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { analyse, type AnalyseDemandes } from '../../src/outils/demandes-ecrites/analyse';
import { definitions } from '../../src/outils/demandes-ecrites/indicateurs';
import { mesure, type Comptes, type Entrees, type Mode, type Regles } from '../../src/outils/demandes-ecrites/mesures';
import { mesureMois, type Mois } from '../../src/outils/demandes-ecrites/mois';
import { CANAL } from '../../src/outils/demandes-ecrites/mots';
import { reglesDe, reglesDeFonction } from '../../src/outils/demandes-ecrites/regles';
import { reglagesDe } from '../../src/outils/demandes-ecrites/reperes';
import { fonctions } from '../../src/registre';
import { appelle, type Resultat } from '../../src/socle/fonction';
import { dateFr } from '../../src/socle/format';
import { deIso } from '../../src/socle/jours';
import { conduis } from '../../src/socle/suite';

type Canal = 'tous' | 'courrier' | 'courriel';
type Couple = [numerateur: number, denominateur: number];
type Ligne = [canal: 'courrier' | 'courriel' | 'autre', reception: string | null, accuse: string | null, reponse: string | null, annonce: number | null, motif: string | null];
type Delais = Record<'n' | 'moyen' | 'median' | 'p90' | 'moyen-ouvres' | 'median-ouvres', number | null>;
type Attendu = {
  taux: Record<Mode, Record<string, Couple>>;
  constats: Record<string, Couple>;
  delais: Delais;
  /** Mois, reçues, répondues, < 8, < 15, < 30, non répondues, somme des délais. */
  mois: [string, number, number, number, number, number, number, number][];
};
type Registre = { rang: number; au: string; lignes: Ligne[]; attendu: Record<Canal, Attendu> };

const lis = (nom: string): unknown => JSON.parse(readFileSync(path.join(__dirname, 'oracles', nom), 'utf8'));
const registres = lis('registres.json') as Registre[];
const parLibreOffice = lis('registres-lo.json') as Pick<Registre, 'rang' | 'attendu'>[];

const MODES: readonly Mode[] = ['cohorte', 'echus', 'tous'];
const CANAUX: readonly Canal[] = ['tous', 'courrier', 'courriel'];
const SEUILS = [8, 14, 15, 30];

const jour = (iso: string | null): number => (iso === null ? 0 : (deIso(iso) as number));
const titre = ({ rang, au, lignes }: Registre): string => `registre ${rang} (${lignes.length} demandes, arrêté au ${dateFr(jour(au))})`;
const cas = registres.map((registre) => ({ nom: titre(registre), registre }));

/** Une moyenne, une médiane, un centile : à 1e-12 près, ou absents tous les deux. */
const memeDelai = (ou: string, obtenu: unknown, attendu: number | null): void => {
  if (attendu === null) expect([ou, obtenu]).toEqual([ou, null]);
  else expect({ ou, obtenu, attendu, ecart: Math.abs((obtenu as number) - attendu) <= 1e-12 * Math.max(1, Math.abs(attendu)) }).toEqual({ ou, obtenu, attendu, ecart: true });
};

const memesDelais = (ou: string, obtenus: Partial<Record<keyof Delais, unknown>>, attendus: Delais): void => {
  for (const [clef, obtenu] of Object.entries(obtenus)) memeDelai(`${ou}, ${clef}`, obtenu, attendus[clef as keyof Delais]);
};

const sans = <T>(objet: Readonly<Record<string, T>>, ...clefs: readonly string[]): Record<string, T> => Object.fromEntries(Object.entries(objet).filter(([clef]) => !clefs.includes(clef)));

const taux = ([numerateur, denominateur]: Couple): number | null => (denominateur ? numerateur / denominateur : null);

describe('Les deux oracles', () => {
  test('couvrent douze registres, de 0 à 900 demandes', () => {
    expect(registres.map(({ lignes }) => lignes.length)).toEqual([0, 1, 2, 5, 30, 200, 200, 500, 12, 60, 350, 900]);
    expect(parLibreOffice.map(({ rang }) => rang)).toEqual(registres.map(({ rang }) => rang));
  });

  test.each(cas)('R et LibreOffice s’accordent sur le $nom', ({ registre }) => {
    const autre = parLibreOffice[registre.rang - 1]?.attendu as Registre['attendu'];
    for (const canal of CANAUX) {
      const { delais, ...comptes } = registre.attendu[canal];
      const { delais: autresDelais, ...autresComptes } = autre[canal];
      expect(autresComptes).toEqual(comptes);
      memesDelais(`LibreOffice, ${canal}`, autresDelais, delais);
    }
  });

  test('passent par les bords : réponse ou AR après l’arrêté, jour 14, demande du jour, limite du jour même', () => {
    const toutes = registres.flatMap(({ au, lignes }) => lignes.map(([canal, r, a, f, annonce, motif]) => ({ canal, t: jour(au), r: jour(r), a: jour(a), f: jour(f), annonce, motif })));
    const combien = (filtre: (ligne: (typeof toutes)[number]) => boolean): number => toutes.filter((ligne) => ligne.r > 0 && ligne.motif === null && filtre(ligne)).length;
    const vus = {
      'réceptions après l’arrêté': combien(({ r, t }) => r > t),
      'réponses après l’arrêté': combien(({ r, f, t }) => r <= t && f > t),
      'AR après l’arrêté': combien(({ r, a, t }) => r <= t && a > t),
      'réponses au jour 14': combien(({ r, f }) => f !== 0 && f - r === 14),
      'ouvertes de 14 jours': combien(({ r, f, t }) => f === 0 && t - r === 14),
      'ouvertes de 15 jours': combien(({ r, f, t }) => f === 0 && t - r === 15),
      'reçues le jour de l’arrêté': combien(({ r, t }) => r === t),
      'délais annoncés échus le jour même': combien(({ r, f, t, annonce }) => f === 0 && annonce !== null && r + annonce === t),
      'délais annoncés échus la veille': combien(({ r, f, t, annonce }) => f === 0 && annonce !== null && r + annonce === t - 1),
      'AR le dernier jour d’un courriel': combien(({ canal, r, a }) => canal === 'courriel' && a !== 0 && a - r === 7),
      'AR le dernier jour d’un courrier': combien(({ canal, r, a }) => canal === 'courrier' && a !== 0 && a - r === 14),
      'lignes hors du compte': toutes.filter(({ motif }) => motif !== null).length,
    };
    expect(Object.entries(vus).filter(([, nombre]) => nombre < 5)).toEqual([]);
  });
});

// --- Le compte lui-même ----------------------------------------------------------------------------------------------------------------------

const CODES = { courrier: CANAL.courrier, courriel: CANAL.courriel, autre: CANAL.autre } as const;

const entreesDe = ({ lignes }: Registre): Entrees => ({
  taille: lignes.length,
  reception: Int32Array.from(lignes, ([, r, , , , motif]) => (motif === null ? jour(r) : 0)),
  accuse: Int32Array.from(lignes, ([, , a]) => jour(a)),
  reponse: Int32Array.from(lignes, ([, , , f]) => jour(f)),
  canal: Uint8Array.from(lignes, ([canal]) => CODES[canal]),
  limite: Int32Array.from(lignes, ([, r, , , annonce]) => (annonce === null || r === null ? 0 : jour(r) + annonce)),
  arSansDate: null,
});

const ouvres = (regles: Regles): Regles => ({ ...regles, duree: regles.dureeOuvree });

/** Les indicateurs d'un ensemble de demandes, par leur nom. */
const valeursDe = (comptes: Comptes, regles: Regles): Record<string, { valeur: number | null; numerateur: number | null; denominateur: number }> =>
  Object.fromEntries(definitions(regles, false).map(({ id, calcule }) => [id, calcule(comptes)]));

type Valeurs = ReturnType<typeof valeursDe>;

/** Tous les indicateurs d'un canal sont ceux de l'oracle : comptes et taux exacts, délais à 1e-12. */
const memesIndicateurs = (ou: string, obtenus: Valeurs, { taux: parMode, constats, delais }: Attendu, mode: Mode): void => {
  const attendus = { ...sans(parMode[mode], 'classe-0-7', 'classe-8-14'), ...constats };
  const proportions = Object.fromEntries(Object.keys(attendus).map((id) => [id, obtenus[id]]));
  expect({ ou, ...proportions }).toEqual({ ou, ...Object.fromEntries(Object.entries(attendus).map(([id, couple]) => [id, { valeur: taux(couple), numerateur: couple[0], denominateur: couple[1] }])) });
  const resumes = { moyen: 'delai-moyen', median: 'delai-median', p90: 'delai-p90' } as const;
  for (const [clef, id] of Object.entries(resumes)) {
    expect([ou, id, obtenus[id]?.numerateur, obtenus[id]?.denominateur]).toEqual([ou, id, null, delais.n]);
    memeDelai(`${ou}, ${id}`, obtenus[id]?.valeur, delais[clef as keyof Delais]);
  }
  // Rien n'est publié que l'oracle n'ait compté.
  expect(Object.keys(obtenus).sort()).toEqual([...Object.keys(attendus), ...Object.values(resumes)].sort());
};

const lignesDeMois = (mois: readonly Mois[]): number[][] => mois.map((m) => [m.recues, m.repondues, m.moinsDe8, m.moinsDe15, m.moinsDe30, m.nonRepondues, m.sommeDelais]);
const moisAttendus = ({ mois }: Attendu): number[][] => mois.map(([, ...nombres]) => nombres);

describe('Le compte des demandes', () => {
  describe.each(MODES)('en mode « %s »', (mode) => {
    test.each(cas)('donne tous les indicateurs du $nom, tous canaux et par canal', ({ registre }) => {
      const au = jour(registre.au);
      const entrees = entreesDe(registre);
      for (const [source, regles] of [['réglages', reglesDe(reglagesDe({ denominateur: mode }), au)], ['fonction', reglesDeFonction(au, mode, SEUILS)]] as const) {
        const mesures = mesure(entrees, regles);
        for (const canal of CANAUX) {
          const attendu = registre.attendu[canal];
          memesIndicateurs(`${source}, ${canal}`, valeursDe(mesures[canal], regles), attendu, mode);
          const { base, courte, moyenne, nonRepondu } = mesures[canal].classes;
          expect([[courte, base], [moyenne, base], [nonRepondu, base]]).toEqual(['classe-0-7', 'classe-8-14', 'considere-non-repondu'].map((classe) => attendu.taux[mode][classe]));
          expect(mesures[canal].utilisables).toBe(attendu.constats['sans-suite']?.[1]);
        }
      }
    });

    test.each(cas)('compte les douze mois du $nom', ({ registre }) => {
      const au = jour(registre.au);
      const douze = mesureMois(entreesDe(registre), { ...reglesDeFonction(au, mode, SEUILS), au });
      for (const canal of CANAUX) expect([canal, lignesDeMois(douze[canal])]).toEqual([canal, moisAttendus(registre.attendu[canal])]);
    });
  });

  test.each(cas)('en jours ouvrés, donne le délai moyen et médian du $nom', ({ registre }) => {
    const mesures = mesure(entreesDe(registre), ouvres(reglesDeFonction(jour(registre.au), 'tous', [])));
    for (const canal of CANAUX) memesDelais(canal, { 'moyen-ouvres': mesures[canal].delais.moyenne(), 'median-ouvres': mesures[canal].delais.quantile(0.5) }, registre.attendu[canal].delais);
  });

  test('ne dépend pas de l’ordre des demandes', () => {
    for (const registre of registres) {
      const regles = reglesDeFonction(jour(registre.au), 'echus', SEUILS);
      const aLEnvers = mesure(entreesDe({ ...registre, lignes: [...registre.lignes].reverse() }), regles);
      for (const canal of CANAUX) memesIndicateurs(`à l’envers, ${canal}`, valeursDe(aLEnvers[canal], regles), registre.attendu[canal], 'echus');
    }
  });
});

// --- Les fonctions de feuille ----------------------------------------------------------------------------------------------------------------

const f = (nom: string, ...args: unknown[]): Resultat => {
  const definition = fonctions.find((fonction) => fonction.nom === nom);
  if (definition === undefined) throw new Error(nom);
  return appelle(definition, args);
};

type Ecriture = (iso: string) => string | number;
const enTexte: Ecriture = (iso) => dateFr(jour(iso));
const enSerie: Ecriture = (iso) => jour(iso);

/** Les colonnes d'un registre comme une feuille les montre : la date, ou rien ; « sans objet » pour une demande hors périmètre. */
const colonnes = (lignes: readonly Ligne[], ecris: Ecriture) => {
  const cellule = (iso: string | null): [string | number] => [iso === null ? '' : ecris(iso)];
  // Une plage facultative d'une seule cellule vide vaut un argument omis (socle/argument.ts) : la plage va jusqu'à la ligne vide qui suit.
  const plage = (cellules: [string | number][]): [string | number][] => (cellules.length === 1 ? [...cellules, ['']] : cellules);
  return {
    receptions: plage(lignes.map(([, r]) => cellule(r))),
    accuses: plage(lignes.map(([, , a]) => cellule(a))),
    reponses: plage(lignes.map(([, , , rep, , motif]) => (motif === 'hors-perimetre' ? ['sans objet'] : cellule(rep)))),
  };
};

const duCanal = ({ lignes }: Registre, canal: Canal): Ligne[] => lignes.filter(([sien]) => canal === 'tous' || sien === canal);
/** Une fonction sans plage d'AR ne peut pas voir qu'un AR précède la réception. */
const sansAccuseFaux = (lignes: readonly Ligne[]): Ligne[] => lignes.filter(([, , , , , motif]) => motif !== 'accuse-avant');
const vide = (valeur: number | null): number | '' => valeur ?? '';

describe('Les fonctions de feuille', () => {
  describe.each([['des dates en texte', enTexte], ['de vraies dates', enSerie]] as const)('sur %s', (_, ecris) => {
    test.each(cas.filter(({ registre }) => registre.lignes.length > 0))('TAUX_REPONSE et NON_REPONDUS donnent les valeurs du $nom', ({ registre }) => {
      const au = ecris(registre.au);
      for (const canal of CANAUX) {
        const lignes = sansAccuseFaux(duCanal(registre, canal));
        if (lignes.length === 0) continue;
        const { receptions, reponses } = colonnes(lignes, ecris);
        const attendu = registre.attendu[canal];
        for (const mode of MODES) for (const k of SEUILS) expect([canal, mode, k, f('TAUX_REPONSE', receptions, reponses, k, au, mode)]).toEqual([canal, mode, k, vide(taux(attendu.taux[mode][`moins-de-${k}`] as Couple))]);
        for (const k of SEUILS) expect([canal, k, f('TAUX_REPONSE', receptions, reponses, k, au)]).toEqual([canal, k, vide(taux(attendu.taux.cohorte[`moins-de-${k}`] as Couple))]);
        const [sansReponse, utilisables] = attendu.constats['sans-reponse-finale'] as Couple;
        expect([canal, f('TAUX_REPONSE', receptions, reponses, null, au)]).toEqual([canal, vide(taux([utilisables - sansReponse, utilisables]))]);
        expect([canal, f('NON_REPONDUS', receptions, reponses, null, au)]).toEqual([canal, sansReponse]);
        expect([canal, f('NON_REPONDUS', receptions, reponses, 14, au)]).toEqual([canal, attendu.taux.tous['considere-non-repondu']?.[0]]);
      }
    });

    test.each(cas.filter(({ registre }) => registre.lignes.length > 0))('DELAI_MOYEN et DELAI_MEDIAN donnent les délais du $nom, calendaires et ouvrés', ({ registre }) => {
      for (const canal of CANAUX) {
        // Ces deux fonctions n'ont pas de date d'arrêté : on leur montre le registre tel qu'il était ce jour-là.
        const ceJourLa = sansAccuseFaux(duCanal(registre, canal)).map(([c, r, a, rep, annonce, motif]): Ligne => [c, r !== null && r <= registre.au ? r : null, a, rep !== null && rep <= registre.au ? rep : null, annonce, motif]);
        if (ceJourLa.length === 0) continue;
        const { receptions, reponses } = colonnes(ceJourLa, ecris);
        const resume = (nom: string, unite: string): unknown => {
          const rendu = f(nom, receptions, reponses, unite);
          return rendu === '' ? null : rendu;
        };
        memesDelais(canal, {
          moyen: resume('DELAI_MOYEN', 'calendaires'), median: resume('DELAI_MEDIAN', 'calendaires'),
          'moyen-ouvres': resume('DELAI_MOYEN', 'ouvres'), 'median-ouvres': resume('DELAI_MEDIAN', 'ouvres'),
        }, registre.attendu[canal].delais);
      }
    });
  });

  test.each(cas.filter(({ registre }) => registre.lignes.length > 0))('TABLEAU_DELAIS donne tous les indicateurs du $nom', ({ registre }) => {
    for (const canal of CANAUX) {
      const lignes = duCanal(registre, canal);
      if (lignes.length === 0) continue;
      for (const mode of MODES) memesIndicateurs(`${canal}, ${mode}`, tableau(lignes, registre.au, mode), sansDelaiAnnonce(registre.attendu[canal]), mode);
    }
  });
});

/** TABLEAU_DELAIS, par nom d'indicateur ; sans canal, il ne dit rien des AR conformes. */
const tableau = (lignes: readonly Ligne[], au: string, mode: Mode): Valeurs => {
  const { receptions, accuses, reponses } = colonnes(lignes, enSerie);
  const rendu = f('TABLEAU_DELAIS', receptions, reponses, accuses, jour(au), mode) as (string | number)[][];
  const noms = definitions(reglesDeFonction(jour(au), mode, SEUILS), false);
  expect(rendu.slice(1).map(([libelle]) => libelle)).toEqual(noms.map(({ libelle }) => libelle));
  const nombre = (cellule: string | number | undefined): number | null => (cellule === '' ? null : (cellule as number));
  return Object.fromEntries(rendu.slice(1).map(([, valeur, numerateur, denominateur], rang) => [noms[rang]?.id as string, { valeur: nombre(valeur), numerateur: nombre(numerateur), denominateur: nombre(denominateur) as number }]));
};

/**
 * Ce que TABLEAU_DELAIS peut savoir : pas de délai annoncé (en retard = ouverte depuis plus de 14 jours), pas de canal (AR conforme vide).
 * En retard = considérées comme non répondues, moins les réponses de plus de 14 jours.
 */
const sansDelaiAnnonce = (attendu: Attendu): Attendu => {
  const { 'considere-non-repondu': nonRepondu, 'moins-de-15': dans14 } = attendu.taux.tous as Record<string, Couple>;
  const [ouvertes, utilisables] = attendu.constats['sans-reponse-finale'] as Couple;
  const retard = (nonRepondu as Couple)[0] - ((attendu.delais.n as number) - (dans14 as Couple)[0]);
  return { ...attendu, constats: { ...attendu.constats, 'en-retard': [retard, utilisables], 'en-cours': [ouvertes - retard, utilisables], 'ar-conforme': [null, null] as unknown as Couple } };
};

// --- Le fichier entier -----------------------------------------------------------------------------------------------------------------------

const ENTETES = ['Identifiant', 'Canal', 'Date de réception', 'Date AR', 'Délai annoncé (j)', 'Date de la réponse finale'];
const AUTRE = 'guichet';

const enLignes = ({ lignes }: Registre, ecris: Ecriture): (string | number | null)[][] => {
  const { receptions, accuses, reponses } = colonnes(lignes, ecris);
  return lignes.map(([canal, , , , annonce], i) => [`D${i + 1}`, canal === 'autre' ? AUTRE : canal, receptions[i]?.[0] ?? '', accuses[i]?.[0] ?? '', annonce, reponses[i]?.[0] ?? '']);
};

const enCsv = (registre: Registre): Uint8Array => Buffer.from([ENTETES, ...enLignes(registre, enTexte)].map((ligne) => ligne.map((cellule) => cellule ?? '').join(';')).join('\r\n'), 'utf8');
const enXlsx = (registre: Registre): Uint8Array => nouveauXlsx([{ nom: 'registre', plage: [ENTETES, ...enLignes(registre, enSerie)] }]);

const analyseDe = (octets: Uint8Array, nom: string, au: string, saisies: Record<string, string>): AnalyseDemandes =>
  conduis(analyse({ au: jour(au), aujourdhui: jour(au) + 3650, saisies }), ouvreFichier(octets, nom));

const indicateursPar = ({ indicateurs }: AnalyseDemandes, canal: Canal): Valeurs =>
  Object.fromEntries(indicateurs.filter((indicateur) => indicateur.canal === canal).map(({ id, valeur, numerateur, denominateur }) => [id, { valeur, numerateur, denominateur: denominateur as number }]));

describe('Les mêmes résultats viennent du .csv, du .xlsx et des fonctions de feuille', () => {
  describe.each(MODES)('en mode « %s »', (mode) => {
    test.each(cas)('$nom', ({ registre }) => {
      const csv = analyseDe(enCsv(registre), 'registre.csv', registre.au, { denominateur: mode });
      const xlsx = analyseDe(enXlsx(registre), 'registre.xlsx', registre.au, { denominateur: mode });
      for (const canal of CANAUX) {
        const attendu = registre.attendu[canal];
        memesIndicateurs(`.csv, ${canal}`, indicateursPar(csv, canal), attendu, mode);
        memesIndicateurs(`.xlsx, ${canal}`, indicateursPar(xlsx, canal), attendu, mode);
        expect(lignesDeMois(csv.mois[canal])).toEqual(moisAttendus(attendu));
        expect(lignesDeMois(xlsx.mois[canal])).toEqual(moisAttendus(attendu));
      }
      expect(xlsx.indicateurs).toEqual(csv.indicateurs);
      expect(xlsx.effectifs).toEqual(csv.effectifs);
      expect(csv.effectifs).toMatchObject(effectifsAttendus(registre));
      for (const canal of CANAUX) {
        const lignes = duCanal(registre, canal);
        if (lignes.length === 0) continue;
        // Le tableau ignore les délais annoncés et les canaux : tout le reste est identique, au dernier bit.
        expect(indicateursPar(csv, canal)).toMatchObject(sans(tableau(lignes, registre.au, mode), 'en-retard', 'en-cours', 'ar-conforme'));
      }
    });
  });

  test.each(cas)('les délais ouvrés du $nom, réglage « unite = ouvres »', ({ registre }) => {
    for (const [octets, nom] of [[enCsv(registre), 'registre.csv'], [enXlsx(registre), 'registre.xlsx']] as const) {
      const analysee = analyseDe(octets, nom, registre.au, { unite: 'ouvres' });
      for (const canal of CANAUX) {
        const { 'delai-moyen': moyen, 'delai-median': median } = indicateursPar(analysee, canal);
        memesDelais(`${nom}, ${canal}`, { 'moyen-ouvres': moyen?.valeur, 'median-ouvres': median?.valeur }, registre.attendu[canal].delais);
      }
    }
  });
});

/** Ce qu'il advient des lignes : la somme des états est le nombre de demandes. */
const effectifsAttendus = ({ au, lignes, attendu }: Registre): Record<string, number> => {
  const aCorriger = lignes.filter(([, , , , , motif]) => motif !== null && motif !== 'hors-perimetre').length;
  const horsChamp = lignes.filter(([, r, , , , motif]) => (motif === null || motif === 'hors-perimetre') && r !== null && r > au).length;
  const horsPerimetre = lignes.filter(([, r, , , , motif]) => motif === 'hors-perimetre' && r !== null && r <= au).length;
  const { 'en-retard': retard, 'en-cours': cours } = attendu.tous.constats as Record<string, Couple>;
  return {
    lignes: lignes.length, utilisables: lignes.length - aCorriger - horsChamp - horsPerimetre, 'a-corriger': aCorriger, 'hors-champ': horsChamp, 'hors-perimetre': horsPerimetre,
    'en-retard': (retard as Couple)[0], 'en-cours': (cours as Couple)[0],
  };
};
