// Une enquête (fictive) à effacer, avec tout ce qui est hors de ses réponses : copies masquées, commentaires, noms, tableau croisé, preuves datées.
import type { Cellule } from '../../src/socle/cellule';
import { ClasseurMemoire, clef, type Mode } from '../hotes/classeur-memoire';
import { JOUR } from './autres-ecritures';

export const FEUILLES: Readonly<Record<string, readonly (readonly Cellule[])[]>> = {
  Réponses: [['Nom', 'Note', 'Commentaire'], ['Aube', 4, 'Rien à dire'], ['Brun', 2, 'Appelez le 06 12 34 56 78'], ['Clair', 5, '']],
  Tirage: [['Gagnants', 'Lot'], ['brun ', 'livre'], ['AUBE', 'livre'], ['personne', 'livre']],
  Stats: [['Étiquettes', 'Nombre'], ['Aube', 1], ['Brun', 1], ['Clair', 1]],
  Consentements: [['Identité', 'Consentement', 'Date du consentement', 'Purge prévue le'], ['Aube', 'Oui', 46000, JOUR - 1], ['Brun', 'Oui', 46000, JOUR + 30], ['Clair', 'Oui', 46000, null]],
};
export const depart = (mode: Mode = 'immediat', graine = 1): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  for (const [nom, lignes] of Object.entries(FEUILLES)) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && v !== '' && c.tape(nom, i + 1, j + 1, v)));
  }
  c.pourEcrire('Tirage').masquee = true;
  for (const [feuille, ligne, colonne, texte] of [['Réponses', 2, 1, 'Rappelée le 3 mars'], ['Réponses', 2, 2, 'À vérifier'], ['Réponses', 4, 2, 'Voir avec Mme Sec'], ['Tirage', 4, 2, 'remis à Clair, en main propre'], ['Consentements', 3, 1, 'formulaire papier de Brun']] as const) c.pourEcrire(feuille).commentaires.set(clef(ligne, colonne), { texte });
  c.noms.set('Repondants', JSON.stringify({ feuille: 'Réponses', ligne: 2, colonne: 1, lignes: 3, colonnes: 1 }));
  c.noms.set('Lots', JSON.stringify({ feuille: 'Tirage', ligne: 2, colonne: 2, lignes: 3, colonnes: 1 }));
  c.constantes.set('Contact', 'le dossier de Clair');
  c.constantes.set('Version', 'mars 2026');
  // Une formule qui suit la réponse, une autre qui prend son nom ailleurs : toutes deux restent.
  c.ajoute('Suivi');
  c.tape('Suivi', 1, 1, 'Qui');
  c.calculeDans('Suivi', 2, 1, (la) => la.trouve('Réponses')?.cases.get(clef(2, 1))?.v ?? null);
  c.calculeDans('Suivi', 3, 1, () => 'Brun');
  c.croises = [{ nom: 'Croisé', feuille: 'Stats', zone: { ligne: 1, colonne: 1, lignes: 4, colonnes: 2 }, textes: ['Aube', 'Brun', 'Clair'] }];
  return c;
};
export const plage = (c: ClasseurMemoire, nom: string): unknown[] => FEUILLES[nom]!.map((ligne, i) => ligne.map((_, j) => c.trouve(nom)!.cases.get(clef(i + 1, j + 1))?.v ?? null));
export const commentaires = (c: ClasseurMemoire): string[] => c.feuilles.flatMap((f) => [...f.commentaires.values()].map(({ texte }) => texte));
const pv = (c: ClasseurMemoire): string => [...c.feuilles.find(({ nom }) => nom.startsWith('Procès'))!.cases].sort(([a], [b]) => a - b).map(([, { v }]) => v).filter((v) => v !== null).join(' | ').replace(/[\u00a0\u202f]/g, ' ');
/** Tout ce que le classeur dit, où que ce soit. */
export const tout = (c: ClasseurMemoire): string => [...c.feuilles.flatMap((f) => [...f.cases.values()].map(({ v }) => String(v ?? ''))), ...commentaires(c), ...c.constantes.values(), ...c.croises.flatMap(({ textes }) => textes), ...[...c.memoire].flat()].join('\n').toLowerCase();

const RESTE = {
  Réponses: [['Nom', 'Note', 'Commentaire'], [null, 4, 'Rien à dire'], [null, 2, null], [null, 5, null]],
  Tirage: [['Gagnants', 'Lot'], [null, 'livre'], [null, 'livre'], ['personne', 'livre']],
  // « Brun » et « Clair » sont encore dans le registre gardé : le tableau croisé, refait, ne les montre que de là.
  Consentements: [FEUILLES['Consentements']![0], [null, 'Oui', 46000, JOUR - 1], ...FEUILLES['Consentements']!.slice(2)],
};
/** Ce que l'effacement du 22/11/2026 doit laisser, où que ce soit ; chez Google, un nom ne vaut jamais un texte. */
export const verifie = (c: ClasseurMemoire, constantes = true): void => {
  c.calcule();
  for (const [nom, attendu] of Object.entries(RESTE)) expect([nom, plage(c, nom)]).toEqual([nom, attendu]);
  expect(commentaires(c)).toEqual(['À vérifier', 'formulaire papier de Brun']);
  if (constantes) expect([c.constantes.get('Contact'), c.constantes.get('Version')]).toEqual(['', 'mars 2026']);
  expect(c.noms.size).toBe(2);
  expect(tout(c)).not.toMatch(/aube|06 12|sec\b|rappelée/);
  expect([...c.memoire.keys()].filter((une) => /^(effacement|rgpd\.)/.test(une))).toEqual([]);
  expect(pv(c)).toContain(`7 cellules effacées, 3 commentaires retirés${constantes ? ', 1 nom vidé' : ''}.`);
  expect(pv(c)).toContain('1 formule montre encore une donnée personnelle : Suivi!A3. Effacez d’où elles viennent.');
  expect(c.trouve('Suivi')!.formules.size).toBe(2);
  expect(pv(c)).toContain('« Consentements » garde 2 preuves de consentement jusqu’à leur date');
};

