// P5 : le même calcul dans LibreOffice (recalcul seul, formules déjà en place) et dans HyperFormula, sur les mêmes données, alternés.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { charge } from '../../webpack.catalogue.mjs';
import { juge, rapports, resume } from '../alterne.mjs';
import { colonnes, suite } from '../donnees.mjs';
import { fonctionsExcel } from '../fonctions.mjs';
import { ouvreLibreOffice } from '../libreoffice.mjs';
import { COMMENT_INSTALLER, PAIRS } from '../pair-fluent.mjs';

export const titre = 'À côté de LibreOffice et d’HyperFormula';
const CANAUX = ['Courrier', 'Courriel'];
const SATISFACTION = ['Tout à fait', 'Plutôt', 'Plutôt pas', 'Pas du tout'];
const SERVICES = ['Accueil', 'État civil', 'Urbanisme', 'Voirie', 'Aide'];
/** Le 1er janvier 2026 moins douze mois : les mois de `colonnes` sont numérotés depuis là. */
const AU = 46_022;

/** A réception · B réponse · C délai · D canal · E mois · F avis · G service. */
const tableau = ({ receptions, reponses, courriel }, moisDe) => {
  const hasard = suite(7);
  return receptions.map(([recue], i) => {
    const reponse = reponses[i][0];
    return [recue, reponse, reponse === '' ? '' : reponse - recue, CANAUX[courriel[i] ? 1 : 0], moisDe(recue), SATISFACTION[Math.floor(hasard() * 4)], SERVICES[Math.floor(hasard() * 5)]];
  });
};

/** Le meilleur de `fois` passages : le pair vient de vider les caches, et un passage dure une milliseconde. */
const chrono = (geste, fois = 1) => {
  let [ms, valeur] = [Infinity, null];
  for (let k = 0; k < fois; k++) {
    const debut = performance.now();
    valeur = geste();
    ms = Math.min(ms, performance.now() - debut);
  }
  return { ms, valeur };
};

const egal = (quoi, a, b) => {
  if (Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(b))) throw new Error(`P5, ${quoi} : ${a} au lieu de ${b}`);
};

const hyperformula = (lignes) => {
  if (!existsSync(path.join(PAIRS, 'node_modules/hyperformula'))) return null;
  const { HyperFormula } = createRequire(path.join(PAIRS, 'package.json'))('hyperformula');
  const classeur = HyperFormula.buildFromArray(lignes.map((ligne) => [ligne[2] === '' ? null : ligne[2]]), { licenseKey: 'gpl-v3', maxRows: 2_000_000 });
  classeur.setCellContents({ sheet: 0, row: 0, col: 3 }, [[`=COUNTIFS(A1:A${lignes.length},"<15")`]]);
  let tour = 0;
  // Une cellule de la colonne change (hors du compte) : il recalcule ce qui en dépend.
  return () => {
    const { ms } = chrono(() => classeur.setCellContents({ sheet: 0, row: lignes.length - 1, col: 0 }, [[5000 + tour++]]));
    return { ms, valeur: classeur.getCellValue({ sheet: 0, row: 0, col: 3 }) };
  };
};

export const mesure = async ({ n, tours }) => {
  const [{ mesure: compte }, { mesureMois }, { reglesDe }, { reglagesDe }, { moisDe }] = await Promise.all(['demandes-ecrites/mesures', 'demandes-ecrites/mois', 'demandes-ecrites/regles', 'demandes-ecrites/reperes', '../socle/jours'].map((nom) => charge(`src/outils/${nom}.ts`)));
  const { TAUX_REPONSE, TABLEAU_CROISE, KHI2 } = fonctionsExcel();
  const donnees = colonnes(n);
  const lignes = tableau(donnees, moisDe);
  // La dernière ligne est celle qu'HyperFormula change : sans réponse partout.
  lignes[n - 1][1] = lignes[n - 1][2] = '';
  const reponses = lignes.map((ligne) => [ligne[1]]);
  const [avis, services] = [lignes.map((ligne) => [ligne[5]]), lignes.map((ligne) => [ligne[6]])];
  const entier = (rang) => Int32Array.from(lignes, (ligne) => (ligne[rang] === '' ? 0 : ligne[rang]));
  const entrees = { taille: n, reception: entier(0), reponse: entier(1), accuse: null, limite: null, arSansDate: null, canal: Uint8Array.from(donnees.courriel, (un) => (un ? 2 : 1)) };
  const regles = { ...reglesDe(reglagesDe({}), AU), au: AU };
  const colonne = (lettre) => `$${lettre}$1:$${lettre}$${n}`;
  const premier = moisDe(AU) - 11;

  const nous = {
    taux: () => TAUX_REPONSE(donnees.receptions, reponses, 15),
    tout: () => [compte(entrees, regles), mesureMois(entrees, regles)][1],
    croise: () => {
      const bloc = TABLEAU_CROISE(avis, services);
      return [bloc, KHI2(bloc)][0];
    },
  };
  const formules = {
    compte: [[`=COUNTIFS(${colonne('C')};"<15")`]],
    produits: [[`=SUMPRODUCT((${colonne('B')}<>"")*(${colonne('B')}-${colonne('A')}<15))`]],
    mois: Array.from({ length: 12 }, (_, m) => [...CANAUX, ...CANAUX, '*'].map((canal, k) => `=COUNTIFS(${colonne('E')};${premier + m};${colonne('D')};"${canal}"${k > 1 && k < 4 ? `;${colonne('C')};"<15"` : ''})`)),
    croise: SATISFACTION.map((un) => SERVICES.map((autre) => `=COUNTIFS(${colonne('F')};"${un}";${colonne('G')};"${autre}")`)),
    ouvres: Array.from({ length: 2000 }, (_, i) => [`=NETWORKDAYS(A${i + 1};A${i + 1}+30)`]),
  };
  const bureau = await ouvreLibreOffice(lignes);
  const autre = hyperformula(lignes);
  const { calendrier } = await charge('src/socle/calendrier.ts');
  const jours = calendrier('Métropole', []);
  const deuxMille = () => { let s = 0; for (let t = 0; t < 50; t++) for (let i = 0; i < 2000; i++) s += jours.ouvresEntre(lignes[i][0] - 1, lignes[i][0] + 30); return s; };
  const temps = { taux: [], temoin: [], tout: [], croise: [], ouvres: [], ...(bureau === null ? {} : Object.fromEntries(Object.keys(formules).map((nom) => [`lo-${nom}`, []]))), ...(autre === null ? {} : { hf: [] }) };
  const rendus = {};
  try {
    for (let tour = -2; tour < Math.max(5, Math.round(tours / 3)); tour++) {
      const note = (nom, { ms, valeur }) => {
        rendus[nom] = valeur;
        if (tour >= 0) temps[nom].push(ms);
      };
      note('taux', chrono(nous.taux, 9));
      if (bureau !== null) for (const [nom, bloc] of Object.entries(formules)) {
        const { ms, valeurs } = await bureau.recalcule(bloc);
        note(`lo-${nom}`, { ms, valeur: valeurs });
      }
      if (autre !== null) note('hf', autre());
      note('temoin', chrono(nous.taux, 9));
      note('tout', chrono(nous.tout, 3));
      note('croise', chrono(nous.croise, 3));
      note('ouvres', chrono(deuxMille));
    }
  } finally {
    await bureau?.ferme();
  }
  const denominateur = lignes.filter((ligne) => ligne[0] > 0).length;
  const attendu = rendus.taux * denominateur;
  const fois = (eux, nom, objectif, quoi, part = 1) => juge(quoi, rapports(temps, eux, nom).map((un) => un * part), objectif, 'au-moins');
  const mesures = [];
  const manques = [];
  if (bureau === null) manques.push('LibreOffice ou son module Python « uno » absent : non comparé');
  else {
    egal('COUNTIFS', rendus['lo-compte'][0][0], attendu);
    egal('SUMPRODUCT', rendus['lo-produits'][0][0], attendu);
    rendus['lo-mois'].forEach((ligne, m) => egal('12 mois', ligne[4], rendus.tout.tous[m].recues));
    rendus['lo-croise'].forEach((ligne, i) => ligne.forEach((un, j) => egal('tableau croisé', un, croiseDe(rendus.croise, SATISFACTION[i], SERVICES[j]))));
    mesures.push(
      fois('lo-compte', 'taux', 10, `COUNTIFS de LibreOffice (délai déjà calculé) contre TAUX_REPONSE, n = ${n}`),
      fois('lo-produits', 'taux', 30, 'SUMPRODUCT de LibreOffice (même travail) contre TAUX_REPONSE'),
      fois('lo-mois', 'tout', 100, '60 COUNTIFS (12 mois × canal) de LibreOffice contre tout « Résultats »'),
      fois('lo-croise', 'croise', 25, '20 COUNTIFS de LibreOffice contre le tableau croisé et son χ²'),
      fois('lo-ouvres', 'ouvres', 50, 'NETWORKDAYS de LibreOffice (sans fériés) contre nos jours ouvrés', 50),
    );
  }
  if (autre === null) manques.push(`HyperFormula absent (${COMMENT_INSTALLER}) : non comparé`);
  else {
    egal('HyperFormula', rendus.hf, attendu);
    mesures.push(fois('hf', 'taux', 50, 'COUNTIFS d’HyperFormula (délai déjà calculé) contre TAUX_REPONSE'));
  }
  const aa = resume(rapports(temps, 'temoin', 'taux')).ratio;
  return { aa, valable: aa >= 0.95 && aa <= 1.05, mesures, manque: manques.join(' ; ') };
};

/** L'effectif d'une case du bloc que rend TABLEAU_CROISE (titres en première ligne et colonne). */
const croiseDe = (bloc, ligne, colonne) => bloc.find((une) => une[0] === ligne)[bloc[0].indexOf(colonne)];
