// « Copie pseudonymisée » : les réponses sans ce qui désigne les personnes, mêlées au hasard, dates, âges et codes postaux généralisés.
// Pseudonymisées, jamais « anonymes » (domaine.md §5.7). La table de correspondance est une feuille à part, que l'on garde ou non.
import { adresse, lettres, type Cellule } from '../../socle/cellule';
import { empreinte } from '../../socle/empreinte';
import { erreur, erreurDeReglage } from '../../socle/erreurs';
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { dateFr, nombre, pluriel } from '../../socle/format';
import { COULEURS, page } from '../../socle/page';
import type { Contexte } from '../../socle/outil';
import { hasard } from '../../socle/statistiques/hasard';
import { lis, type Suite } from '../../socle/suite';
import { LIGNES_DE_TETE } from '../../socle/tableau/entete';
import { feuilleDEnquete, lisTable, sansLignes, type Table } from '../analyse/table';
import { variableDe, type Variable } from '../analyse/variables';
import { analyse, ID } from './analyse';
import { exclues } from './exclusion';
import { generalise, generalisationDe, LIBELLES, recoupe } from './generalise';
import { cherche } from './recherche';
import { phraseSortes, sortes } from './sortes';

type Colonne = { readonly titre: string; readonly colonne: number; readonly valeurs: readonly Cellule[]; readonly comment: string | null };

type Copie = {
  readonly au: number;
  readonly table: Table;
  readonly colonnes: readonly Colonne[];
  readonly retirees: readonly string[];
  /** Les rangs des réponses dans leur nouvel ordre : la première devient R1. */
  readonly ordre: readonly number[];
  readonly combien: readonly number[];
  readonly recoupees: readonly string[];
  readonly filtres: string | null;
};

const nomme = ({ colonne, titre }: { readonly colonne: number; readonly titre: string }): string => `${lettres(colonne)} « ${titre} »`;

/** L'ordre des lignes désignerait les personnes : il est tiré, d'après ce que la copie ne montre pas ; les mêmes réponses donnent la même copie. */
const meles = (variables: readonly Variable[], taille: number): number[] => {
  const tirage = hasard(Number.parseInt(empreinte(JSON.stringify(variables.map(({ valeurs }) => valeurs))).slice(0, 8), 16));
  const ordre = Array.from({ length: taille }, (_, i) => i);
  for (let i = ordre.length - 1; i > 0; i--) {
    const j = tirage.entier(i + 1);
    [ordre[i], ordre[j]] = [ordre[j] as number, ordre[i] as number];
  }
  return ordre;
};

const pseudonyme = (rang: number, taille: number): string => `R${String(rang + 1).padStart(String(taille).length, '0')}`;

/** Pourquoi une colonne n'est pas dans la copie ; null : elle y est. */
const retrait = (v: Variable, personnelles: ReadonlySet<number>, textesLibres: boolean): string | null => {
  if (personnelles.has(v.colonne)) return 'désigne des personnes';
  if (v.type === 'identifiant') return 'identifiant';
  return v.type === 'texte' && !textesLibres && generalisationDe(v) === null ? 'réponses libres' : null;
};

const choisies = (colonnes: readonly (Colonne & { readonly defaut: boolean })[], quasi: readonly string[]): readonly Colonne[] => {
  if (quasi.length === 0) return colonnes.filter(({ defaut }) => defaut);
  return quasi.map((lettre) => {
    const trouvee = colonnes.find(({ colonne }) => lettres(colonne) === lettre.toUpperCase());
    if (trouvee === undefined) throw erreurDeReglage(`La copie n’a pas de colonne « ${lettre} »`, `Choisissez parmi : ${colonnes.map(nomme).join(', ')}`);
    return trouvee;
  });
};

function* prepareCopie(contexte: Contexte): Suite<Copie & { readonly saisies: Contexte['saisies'] }> {
  const { saisies, reglages, au, consentements } = yield* analyse(contexte);
  const releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const feuille = feuilleDEnquete(releve.feuilles, reglages.feuilleReponses ?? consentements?.reponses?.feuille.nom ?? null);
  if (feuille === null) throw erreur('Aucune feuille ne ressemble à une enquête', 'Choisissez la feuille des réponses dans les réglages');
  const lue = yield* lisTable(feuille, null);
  const ecartees = consentements === null ? null : yield* exclues(releve, feuille.nom, 'retirees');
  const table = ecartees === null ? lue : sansLignes(lue, ecartees.lignes);
  if (table.lignes.length === 0) throw erreur(`« ${feuille.nom} » n’a aucune réponse à copier`, 'Vérifiez la feuille des réponses dans les réglages');
  const personnelles = new Set((yield* cherche()).filter((une) => une.feuille === feuille.nom).map(({ colonne }) => colonne));
  const variables = table.titres.flatMap((titre, j) => (titre === '' ? [] : [variableDe(j + 1, titre, table.lignes.map((ligne) => ligne[j] ?? null), undefined)]));
  const gardees = variables.filter((v) => retrait(v, personnelles, reglages.textesLibres) === null).map((v) => {
    const quoi = generalisationDe(v);
    const valeurs = quoi === null ? v.valeurs : v.valeurs.map((_, i) => generalise(quoi, v, i));
    return { titre: v.titre, colonne: v.colonne, valeurs, comment: quoi === null ? null : LIBELLES[quoi], defaut: quoi !== null || recoupe(v) };
  });
  const quasi = choisies(gardees, (reglages.quasi ?? '').split(/[\s;,]+/).filter(Boolean));
  return {
    saisies, au, table, colonnes: gardees, ordre: meles(variables, table.lignes.length), filtres: ecartees?.phrase ?? null, recoupees: quasi.map(({ titre }) => titre),
    retirees: variables.flatMap((v) => { const motif = retrait(v, personnelles, reglages.textesLibres); return motif === null ? [] : [`${nomme(v)} (${motif})`]; }),
    combien: sortes(quasi.map(({ valeurs }) => valeurs), table.lignes.length),
  };
}

export const copie = commandeDeRapport({
  outil: ID,
  id: 'copie',
  titre: 'Copie pseudonymisée',
  resume: 'Les réponses sans les noms ni les coordonnées, mêlées, dates et âges généralisés. Vos réponses ne sont pas changées.',
  nom: 'Réponses pseudonymisées',
  sansDonnees: true,
  *prepare(contexte) {
    const { saisies, au, table, colonnes, retirees, ordre, combien, recoupees, filtres } = yield* prepareCopie(contexte);
    const n = table.lignes.length;
    const generalisees = colonnes.flatMap((une) => (une.comment === null ? [] : [`${nomme(une)} ${une.comment}`]));
    const p = page([11, ...colonnes.map(({ titre }) => Math.min(32, Math.max(14, titre.length)))]);
    p.phrase('Réponses pseudonymisées', { gras: true, taille: 16 });
    p.phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
    p.phrase(`Feuille « ${table.feuille} », ${nombre(n)} ${pluriel(n, 'réponse', 'réponses')} — Filtre(s) éventuel(s) : ${filtres ?? 'aucun'}`, { couleur: COULEURS.gris });
    p.phrase('Pseudonymisées, pas anonymes : qui connaît une personne peut encore la reconnaître à ses réponses. Cette feuille reste une donnée personnelle.', { gras: true, couleur: COULEURS.orange });
    p.phrase(`${retirees.length === 0 ? 'Aucune colonne retirée' : `Retiré : ${retirees.join(', ')}`}. ${generalisees.length === 0 ? '' : `Généralisé : ${generalisees.join(', ')}. `}Les lignes sont mêlées au hasard.`, { couleur: COULEURS.gris });
    p.phrase(phraseSortes(combien, recoupees));
    p.espace();
    p.entete(['Réponse', ...colonnes.map(({ titre }) => titre)]);
    const debut = p.lignes() + 1;
    ordre.forEach((i, rang) => p.pose([pseudonyme(rang, n), ...colonnes.map(({ valeurs }) => valeurs[i] ?? null)]));
    p.style(debut, 1, n, colonnes.length + 1, { bordure: 'fine', vertical: 'haut' });
    return { saisies, feuille: { ...p.rend('paysage'), largeur: colonnes.length + 1, banniere: { ligne: 2, colonne: 1 } } };
  },
});

export const correspondance = commandeDeRapport({
  outil: ID,
  id: 'correspondance',
  titre: 'Table de correspondance',
  resume: 'Où est, dans vos réponses, chaque ligne de la copie pseudonymisée. À garder à part, ou à ne pas faire.',
  nom: 'Correspondance',
  sansDonnees: true,
  *prepare(contexte) {
    const { saisies, au, table, ordre, combien } = yield* prepareCopie(contexte);
    const n = table.lignes.length;
    const p = page([14, 34, 26]);
    p.phrase('Table de correspondance', { gras: true, taille: 16 });
    p.phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
    p.phrase('Elle permet de retrouver les personnes : ne la diffusez jamais avec la copie, effacez-la dès qu’elle ne sert plus.', { gras: true, couleur: COULEURS.orange });
    p.espace();
    p.entete(['Réponse', 'Ligne d’origine', 'Réponses de la même sorte']);
    const debut = p.lignes() + 1;
    ordre.forEach((i, rang) => p.pose([pseudonyme(rang, n), adresse(table.feuille, table.rangs[i] as number, 1), combien[i] as number]));
    p.style(debut, 1, n, 3, { bordure: 'fine' });
    p.style(debut, 3, n, 1, { format: 'entier' });
    return { saisies, feuille: { ...p.rend('portrait'), largeur: 3, banniere: { ligne: 2, colonne: 1 } } };
  },
});
