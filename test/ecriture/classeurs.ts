// Des classeurs de départ tirés au sort : registres de formes diverses, onglets homonymes, masqués, protégés, et ce que nos passages d'avant ont laissé.
import { prevoisRapport } from '../../src/socle/ecriture/apercu';
import type { Rapport } from '../../src/socle/ecriture/rapport-examen';
import type { Apercu, CompteRendu, Contexte } from '../../src/socle/outil';
import { resultats } from '../../src/outils/demandes-ecrites/resultats';
import { conduis, type Suite } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';
import type { Epreuve } from './campagne';
import { fais, type Geste, type Registre } from './gestes';
import { GENRE, OUTIL, rapportFictif } from './rapports';

const AVANT: readonly Geste[] = ['dessous', 'à côté', 'dans la zone', 'efface', 'renomme', 'masque', 'graphique', 'homonyme', 'onglet vide'];

const classeurDePersonne = (graine: number): { c: ClasseurMemoire; r: Registre } => {
  const de = hasard(graine);
  const c = new ClasseurMemoire('immediat', graine);
  const r: Registre = { siennes: new Set(), saisies: [], graphiques: [], compteur: 0 };
  const onglet = (nom: string): void => {
    if (c.trouve(nom)) return;
    r.siennes.add(c.ajoute(nom).uid);
  };
  onglet('Registre');
  const colonnes = de.entre(2, 4);
  for (let i = 1; i <= de.entre(2, 8); i++) for (let j = 1; j <= colonnes; j++) if (i === 1 || de.chance(0.9)) c.tape('Registre', i, j, i === 1 ? `Col ${j}` : de.parmi([46000 + i, 'Mairie', "=SOMME(A1)", '01000', 3.5]), i === 1 ? { gras: true } : {});
  c.pourEcrire('Registre').largeurs.set(1, 20);
  if (de.chance(0.3)) c.pourEcrire('Registre').graphiques.set('sien', 'sien');
  if (de.chance(0.3)) c.pourEcrire('Registre').fusions.push({ feuille: 'Registre', ligne: 1, colonne: 1, lignes: 1, colonnes: 2 });
  for (const nom of ['Résultats', 'résultats (2)', 'Sauvegarde Résultats', 'Masquée', 'Protégée', 'Feuil1']) {
    if (!de.chance(0.3)) continue;
    onglet(nom);
    if (nom !== 'Feuil1' && de.chance(0.7)) c.tape(nom, de.entre(1, 3), de.entre(1, 3), `à moi ${nom}`, { couleur: 'FF0000' });
    if (nom === 'Masquée') c.pourEcrire(nom).masquee = true;
    if (nom === 'Protégée') c.pourEcrire(nom).protegee = true;
  }
  if (de.chance(0.3)) c.memoire.set('autre-outil', '{"v":1}');
  return { c, r };
};

/** @param ecris le protocole à éprouver : le vrai, ou un mutant */
export const epreuveFictive = (graine: number, ecris: (rapport: Rapport) => Suite<CompteRendu>, ecrisSain: (rapport: Rapport) => Suite<CompteRendu> = ecris, prevois: (rapport: Rapport) => Suite<Apercu> = prevoisRapport): Epreuve => {
  const de = hasard(graine + 500_000);
  const { c, r } = classeurDePersonne(graine);
  const banniere = { ligne: de.entre(1, 2), colonne: de.entre(1, 2) };
  const versions = [0, 1, 2].map((version) => rapportFictif(de, version, banniere));
  const passees = de.parmi([0, 0, 1, 1, 1]);
  if (passees > 0) {
    conduis(ecrisSain(versions[0]!.rapport), c);
    for (let n = de.entre(0, 3); n > 0; n--) fais(de.parmi(AVANT), c, r, GENRE, de, banniere);
  }
  const premiere = passees > 0 && de.chance(0.2) ? 0 : 1;
  return { graine, depart: c, registre: r, genre: GENRE, outil: OUTIL, attendus: versions.map(({ attendu }) => attendu), versions: [premiere, de.chance(0.3) ? 2 : premiere], execute: (version) => ecris(versions[version]!.rapport), prevois: (version) => prevois(versions[version]!.rapport) };
};

/** Les rapports inventés fusionnent des cellules pleines, ce qu'aucun vrai rapport ne fait : Excel n'en garderait que la première. */
export const sansFusion = (ecris: (rapport: Rapport) => Suite<CompteRendu>): ((rapport: Rapport) => Suite<CompteRendu>) => (rapport) => ecris({ ...rapport, feuille: { ...rapport.feuille, habillage: (nom) => rapport.feuille.habillage(nom).filter(({ genre }) => genre !== 'fusionner') } });

/** La vraie commande « Onglet Résultats » sur un petit registre, avec ou sans passage d'avant. */
export const epreuveResultats = (graine: number): Epreuve => {
  const de = hasard(graine);
  const c = new ClasseurMemoire('immediat', graine);
  const r: Registre = { siennes: new Set(), saisies: [], graphiques: [], compteur: 0 };
  r.siennes.add(c.ajoute('Registre').uid);
  ['N°', 'Canal', 'Date de réception', 'AR', 'Date de réponse', 'Service'].forEach((titre, j) => c.tape('Registre', 1, j + 1, titre, { gras: true }));
  for (let i = 2; i <= 8; i++) [i - 1, de.parmi(['Courrier', 'Courriel']), 46280 + de.entre(0, 60), null, de.chance(0.7) ? 46345 + de.entre(0, 20) : null, '=Service'].forEach((v, j) => c.tape('Registre', i, j + 1, v));
  if (de.chance(0.5)) {
    r.siennes.add(c.ajoute('Résultats').uid);
    c.tape('Résultats', 1, 1, 'à moi');
  }
  const outil = 'demandes-ecrites';
  const genre = `${outil}.resultats`;
  const contexte = (version: number): Contexte => ({ au: 46348 + version, aujourdhui: 46400, saisies: {} });
  const execute = (version: number): Suite<CompteRendu> => resultats.execute(contexte(version));
  const attendus = [0, 1].map((version) => {
    const essai = c.copie();
    conduis(execute(version), essai);
    const f = essai.feuilles.find(({ marque }) => marque?.includes(genre))!;
    const m = JSON.parse(f.marque!) as { lignes: number; colonnes: number };
    return { valeurs: Array.from({ length: m.lignes }, (_, i) => Array.from({ length: m.colonnes }, (__, j) => f.cases.get(clef(i + 1, j + 1))?.v ?? null)), lignes: m.lignes, colonnes: m.colonnes, banniere: { ligne: 2, colonne: 1 } };
  });
  if (de.chance(0.5)) {
    conduis(execute(0), c);
    for (let n = de.entre(0, 2); n > 0; n--) fais(de.parmi(AVANT), c, r, genre, de, { ligne: 2, colonne: 1 });
  }
  return { graine, depart: c, registre: r, genre, outil, attendus, versions: [1, 1], execute, prevois: (version) => resultats.prevois(contexte(version)) };
};
