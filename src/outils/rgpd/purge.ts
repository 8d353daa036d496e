// Effacer les données personnelles d'une enquête, et en laisser un procès-verbal qui n'en contient aucune : date, feuilles, colonnes, comptes (domaine.md §5.7).
import { adresse, lettres, type Zone } from '../../socle/cellule';
import type { Releve } from '../../socle/classeur';
import { efface, exigeConfirmation } from '../../socle/ecriture/effacement';
import { effacementInterrompu, prepareEffacement, type PlanEffacement } from '../../socle/ecriture/effacement-plan';
import { preparePurge, videSauvegardes, type PlanDePurge } from '../../socle/ecriture/purge';
import { sauvegardes } from '../../socle/ecriture/sauvegarde';
import { ecrisRapport } from '../../socle/ecriture/rapport';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { empreinte } from '../../socle/empreinte';
import { dateFr, nombre, pluriel } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import type { Apercu, CompteRendu } from '../../socle/outil';
import { COULEURS, page } from '../../socle/page';
import { ecris, lis, type Suite } from '../../socle/suite';
import { ID } from './analyse';
import { cherche, type Trouvee } from './recherche';

/** Ce qui a été effacé, colonne par colonne : rien de ce qu'elles contenaient. */
type Ligne = { readonly feuille: string; readonly colonne: string; readonly cellules: number };

/** `videes` : les sauvegardes que l'effacement vide, celles d'avant une coupure comprises. */
export type PlanDePurgeRgpd = { readonly effacement: PlanEffacement; readonly sauvegardes: PlanDePurge; readonly bilan: readonly Ligne[]; readonly videes: number };

/** Ce que le classeur garde tant que l'effacement n'est pas fini : une coupure ne rend pas le procès-verbal faux. Aucun contenu. */
type Note = { readonly bilan: readonly Ligne[]; readonly videes: number; /** L'empreinte de ce qui allait être effacé. */ readonly empreinte: string };

const CLEF = 'rgpd.purge';
const NON_EFFACE = 'Non effacé par Classeur+ : les commentaires, les images, les noms de plages, la mémoire des tableaux croisés (actualisez-les), l’historique des versions (OneDrive, SharePoint, Google Drive), les copies envoyées ou imprimées.';
const AUCUN: PlanEffacement = { zones: [], pas: 1, empreintes: [] };

const empreinteDe = (effacement: PlanEffacement): string => empreinte(JSON.stringify(effacement));

const lisNote = (memoire: Readonly<Record<string, string>>): Note | null => {
  try {
    const lu = JSON.parse(memoire[CLEF] ?? 'null') as Partial<Note> | null;
    return lu !== null && Array.isArray(lu.bilan) && typeof lu.videes === 'number' && typeof lu.empreinte === 'string' ? (lu as Note) : null;
  } catch {
    return null;
  }
};

const ajoute = (avant: readonly Ligne[], zones: readonly Zone[]): Ligne[] => {
  const par = new Map(avant.map((ligne) => [`${ligne.feuille}\n${ligne.colonne}`, ligne]));
  for (const { feuille, colonne, lignes } of zones) {
    const clef = `${feuille}\n${lettres(colonne)}`;
    par.set(clef, { feuille, colonne: lettres(colonne), cellules: (par.get(clef)?.cellules ?? 0) + lignes });
  }
  return [...par.values()];
};

/** Les lignes qui se suivent font une zone. */
const suites = (lignes: readonly number[], feuille: string, colonne: number): Zone[] => {
  const zones: Zone[] = [];
  for (const ligne of [...new Set(lignes)].sort((a, b) => a - b)) {
    const derniere = zones[zones.length - 1];
    if (derniere !== undefined && derniere.ligne + derniere.lignes === ligne) zones[zones.length - 1] = { ...derniere, lignes: derniere.lignes + 1 };
    else zones.push({ feuille, ligne, colonne, lignes: 1, colonnes: 1 });
  }
  return zones;
};

/** Une colonne dite personnelle par son titre s'efface entière, titre gardé ; ailleurs, les cellules trouvées. */
const zonesDe = ({ feuille, colonne, parTitre, remplies, entete, genres }: Trouvee): Zone[] =>
  suites(parTitre ? remplies.filter((ligne) => ligne > entete) : [...genres.values()].flat().filter((ligne) => ligne !== entete), feuille, colonne);

/** Ce qui serait effacé ; rien n'est écrit. Un effacement coupé reprend ses propres zones, et son compte. */
export function* preparePurgeRgpd(): Suite<PlanDePurgeRgpd> {
  const { memoire, feuilles }: Releve = yield* lis({});
  const enRoute = effacementInterrompu(memoire);
  const note = lisNote(memoire);
  const desSauvegardes = enRoute !== null && enRoute.zones.every(({ feuille }) => sauvegardes(feuilles).some((une) => une.feuille === feuille));
  if (note !== null && enRoute !== null && !desSauvegardes) return { effacement: enRoute, sauvegardes: { effacement: AUCUN, sauvegardes: [] }, bilan: note.bilan, videes: note.videes };
  const zones = (yield* cherche()).flatMap(zonesDe);
  const effacement = yield* prepareEffacement(zones);
  const copies = yield* preparePurge();
  // Coupé avant d'effacer : tout est encore là, rien n'est déjà compté.
  const deja = note === null || note.empreinte === empreinteDe(effacement) ? [] : note.bilan;
  return { effacement, sauvegardes: copies, bilan: ajoute(deja, zones), videes: Math.max(copies.sauvegardes.length, note?.videes ?? 0) };
}

const total = (bilan: readonly Ligne[]): number => bilan.reduce((somme, { cellules }) => somme + cellules, 0);

export const apercuDePurgeRgpd = ({ bilan, sauvegardes: copies }: PlanDePurgeRgpd): Apercu => {
  if (bilan.length === 0 && copies.sauvegardes.length === 0) return { feuille: null, verdict: 'rien', lignes: [{ effet: 'garde', phrase: 'Aucune donnée personnelle reconnue. Relisez les réponses libres : un programme ne reconnaît pas tout.', adresse: null }] };
  return {
    feuille: null, verdict: 'possible',
    lignes: [
      ...bilan.map(({ feuille, colonne, cellules }) => ({ effet: 'reecrit' as const, phrase: `« ${feuille} », colonne ${colonne} : ${nombre(cellules)} ${pluriel(cellules, 'cellule sera effacée', 'cellules seront effacées')}.`, adresse: `${feuille}!${colonne}1` })),
      ...copies.sauvegardes.map(({ feuille, cellules }) => ({ effet: 'reecrit' as const, phrase: `La sauvegarde « ${feuille} » sera vidée (${nombre(cellules)} ${pluriel(cellules, 'cellule', 'cellules')}).`, adresse: adresse(feuille, 1, 1) })),
      { effet: 'cree', phrase: 'Un onglet « Procès-verbal d’effacement » dira la date, les colonnes et les comptes, sans aucun contenu.', adresse: null },
      { effet: 'garde', phrase: NON_EFFACE, adresse: null },
    ],
  };
};

const procesVerbal = (bilan: readonly Ligne[], videes: number, jour: Jour): FeuilleDeRapport => {
  const p = page([44, 12, 16]);
  p.phrase('Procès-verbal d’effacement', { gras: true, taille: 16 });
  p.phrase(`Effacement du ${dateFr(jour)}`, { gras: true, couleur: COULEURS.bleu });
  p.phrase(`${nombre(total(bilan))} ${pluriel(total(bilan), 'cellule effacée', 'cellules effacées')}${videes === 0 ? '' : `, ${videes} ${pluriel(videes, 'sauvegarde vidée', 'sauvegardes vidées')}`}. Les réponses qui restent ne portent plus de donnée personnelle reconnue ; elles ne sont pas « anonymes » pour autant.`);
  p.entete(['Feuille', 'Colonne', 'Cellules effacées']);
  const debut = p.lignes() + 1;
  for (const { feuille, colonne, cellules } of bilan) p.pose([feuille, colonne, cellules]);
  const fin = p.pose(['Total', null, total(bilan)]);
  p.style(debut, 1, bilan.length + 1, 3, { bordure: 'fine' });
  p.style(debut, 3, bilan.length + 1, 1, { format: 'entier' });
  p.style(fin, 1, 1, 3, { gras: true });
  p.espace();
  p.phrase(NON_EFFACE, { couleur: COULEURS.gris });
  const nom = p.pose(['Fait par (nom, qualité) :'], 22);
  p.style(nom, 1, 1, 1, { couleur: COULEURS.gris });
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  return { ...p.rend('portrait'), largeur: 3, banniere: { ligne: 2, colonne: 1 } };
};

/**
 * Efface ce que le plan montre, vide nos sauvegardes, écrit le procès-verbal. Interrompu, il se recommence et finit.
 * @param confirmation ce que la personne a tapé
 * @throws ErreurClasseur confirmation absente, feuille protégée, ou cellules changées depuis que le plan a été montré : rien n'est effacé
 */
export function* purgeRgpd(plan: PlanDePurgeRgpd, confirmation: string, jour: Jour): Suite<CompteRendu> {
  exigeConfirmation(confirmation);
  if (plan.bilan.length === 0 && plan.sauvegardes.sauvegardes.length === 0) return { message: 'Aucune donnée personnelle reconnue : rien n’a été effacé.', feuille: null, ecrit: false };
  const note: Note = { bilan: plan.bilan, videes: plan.videes, empreinte: empreinteDe(plan.effacement) };
  yield* ecris([{ genre: 'memoriser', clef: CLEF, valeur: JSON.stringify(note) }, { genre: 'barriere' }]);
  // Les sauvegardes d'abord : une fois vides, rien ne peut plus arrêter l'effacement des feuilles à moitié fait.
  if (plan.sauvegardes.sauvegardes.length > 0) yield* videSauvegardes(plan.sauvegardes, confirmation, jour);
  if (plan.effacement.zones.length > 0) yield* efface(plan.effacement, confirmation);
  const rendu = yield* ecrisRapport({ genre: `${ID}.proces-verbal`, nom: 'Procès-verbal d’effacement', outil: ID, saisies: null, aujourdhui: jour, feuille: procesVerbal(plan.bilan, plan.videes, jour) });
  yield* ecris([{ genre: 'memoriser', clef: CLEF, valeur: null }]);
  return { message: `${nombre(total(plan.bilan))} ${pluriel(total(plan.bilan), 'cellule effacée', 'cellules effacées')} ; le procès-verbal est dans « ${rendu.feuille ?? ''} ». Tant que le classeur est ouvert, « Annuler » peut en ramener le contenu ; l’historique des versions le garde.`, feuille: rendu.feuille, ecrit: true };
}
