// La feuille « Synthèse » d'un plan : où il en est, ce qui est en retard, ce qui vient, par responsable et par engagement.
import type { Cellule } from '../../socle/cellule';
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { dateFr } from '../../socle/format';
import { civil, type Jour } from '../../socle/jours';
import { COULEURS, page, PALETTE, type Page } from '../../socle/page';
import { sansAccents } from '../../socle/normalise';
import { enRetard, nomDe, resteA, type AnalysePlan } from './analyse';
import { estOuverte, libelleStatut, type Action, type Plan } from './lecture';
import { LIBELLES, STATUTS } from './statuts';

const LARGEURS = [44, 11, 11, 11, 11, 11, 20];
const LARGEUR = LARGEURS.length;
export const ARRETE = { ligne: 3, colonne: 2 };
/** Ce que le comité regarde d'avance. */
const HORIZON = 30;
const HAUTEUR_GRAPHIQUE = 12;

const STATUTS_LIBELLES = STATUTS.map((statut) => LIBELLES[statut]);

type Groupe = { readonly nom: string; readonly actions: readonly Action[] };

/** Une action de deux responsables compte chez chacun. */
const groupes = (actions: readonly Action[], noms: (action: Action) => readonly string[], sans: string): Groupe[] => {
  // « M. Paul » et « m. paul » sont la même personne ; la première écriture est celle qui se lit.
  const par = new Map<string, { readonly nom: string; readonly actions: Action[] }>();
  for (const action of actions) for (const nom of noms(action).length === 0 ? [sans] : noms(action)) {
    const clef = sansAccents(nom).replace(/\s+/g, ' ');
    const groupe = par.get(clef);
    if (groupe === undefined) par.set(clef, { nom, actions: [action] });
    else if (!groupe.actions.includes(action)) groupe.actions.push(action);
  }
  return [...par].sort(([a, { nom: n }], [b, { nom: m }]) => Number(n === sans) - Number(m === sans) || (a < b ? -1 : 1)).map(([, groupe]) => groupe);
};

const poseGroupes = (p: Page, titre: string, tous: readonly Groupe[], au: Jour, dessine: boolean): void => {
  const entete = p.entete([titre, ...STATUTS_LIBELLES, 'Total', 'En retard']);
  const debut = p.lignes() + 1;
  for (const { nom, actions } of tous) p.pose([nom, ...STATUTS.map((statut) => actions.filter((action) => action.statut === statut).length), actions.length, actions.filter((action) => enRetard(action, au)).length], nom.length > 48 ? 27 : 15);
  p.style(debut, 1, tous.length, 1, { format: 'texte', bordure: 'fine', renvoi: true });
  p.style(debut, 2, tous.length, LARGEUR - 1, { format: 'entier', bordure: 'fine', alignement: 'droite' });
  if (!dessine || tous.length === 0) return;
  const place = p.lignes() + 1;
  for (let i = 0; i < HAUTEUR_GRAPHIQUE; i++) p.pose([]);
  p.dessine({
    id: 'statuts', genre: 'evolution', titre: `Actions par ${titre.toLowerCase()} et par statut`, empile: true,
    lecture: tous.map(({ nom, actions }) => `${nom} : ${STATUTS.map((statut) => `${LIBELLES[statut].toLowerCase()} ${actions.filter((action) => action.statut === statut).length}`).join(', ')}`).join('. '),
    categories: { ligne: debut, colonne: 1, lignes: tous.length, colonnes: 1 },
    series: STATUTS.map((_, i) => ({ titre: { ligne: entete, colonne: i + 2, lignes: 1, colonnes: 1 }, valeurs: { ligne: debut, colonne: i + 2, lignes: tous.length, colonnes: 1 }, forme: 'barres' as const, couleur: PALETTE[i] ?? COULEURS.gris })),
    place: { ligne: place, colonne: 1, lignes: HAUTEUR_GRAPHIQUE, colonnes: LARGEUR },
  });
};

/** Les plus prioritaires d'abord (« 1 », « haute »), puis les plus anciennes échéances. */
const rangDePriorite = ({ priorite }: Action): number => {
  const mot = priorite.toLowerCase();
  if (/^(p?1\b|haut|fort|urgent|elev|élev|a\b)/.test(mot)) return 1;
  if (/^(p?2\b|moyen|normal|b\b)/.test(mot)) return 2;
  return mot === '' ? 4 : 3;
};

const poseListe = (p: Page, titre: string, actions: readonly Action[], au: Jour, vide: string): void => {
  p.espace();
  p.titre(`${titre} (${actions.length})`);
  if (actions.length === 0) return void p.phrase(vide, { couleur: COULEURS.gris });
  p.entete(['Action', 'Statut', 'Fin prévue', 'Jours', 'Priorité', 'Ligne', 'Responsables']);
  const debut = p.lignes() + 1;
  const tries = [...actions].sort((a, b) => rangDePriorite(a) - rangDePriorite(b) || (a.finPrevue ?? Infinity) - (b.finPrevue ?? Infinity) || a.ligne - b.ligne);
  for (const action of tries) p.pose([nomDe(action), libelleStatut(action), action.finPrevue, resteA(action, au), action.priorite, action.ligne, action.responsables.join(', ')] as Cellule[], nomDe(action).length > 48 ? 27 : 15);
  p.style(debut, 1, tries.length, LARGEUR, { bordure: 'fine', vertical: 'milieu', renvoi: true });
  p.style(debut, 1, tries.length, 2, { format: 'texte' });
  p.style(debut, 3, tries.length, 1, { format: 'date', alignement: 'centre' });
  p.style(debut, 4, tries.length, 1, { format: 'entier', alignement: 'droite' });
  p.style(debut, 5, tries.length, 1, { format: 'texte', alignement: 'centre' });
  p.style(debut, 6, tries.length, 1, { format: 'entier', alignement: 'droite' });
  p.style(debut, 7, tries.length, 1, { format: 'texte' });
};

const MOIS_DE_FRISE = 12;
const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];

/** Les échéances des douze mois qui viennent, mois par mois. */
const poseFrise = (p: Page, actions: readonly Action[], au: Jour): void => {
  const depart = civil(au);
  const rang = (jour: Jour): number => (civil(jour).annee - depart.annee) * 12 + civil(jour).mois - depart.mois;
  p.espace();
  p.titre('Frise des échéances, actions ouvertes');
  const entete = p.entete(['Mois', 'Échéances', 'Actions']);
  p.fusionne(entete, 3, LARGEUR - 2);
  const debut = p.lignes() + 1;
  for (let i = 0; i < MOIS_DE_FRISE; i++) {
    const dues = actions.filter((action) => estOuverte(action) && action.finPrevue !== null && action.finPrevue >= au && rang(action.finPrevue) === i);
    const noms = dues.map(nomDe).join(' ; ');
    const ligne = p.pose([`${MOIS[(depart.mois - 1 + i) % 12] as string} ${depart.annee + Math.floor((depart.mois - 1 + i) / 12)}`, dues.length, noms === '' ? null : noms], Math.max(15, 13 * Math.ceil(noms.length / 88)));
    p.fusionne(ligne, 3, LARGEUR - 2);
  }
  p.style(debut, 1, MOIS_DE_FRISE, LARGEUR, { bordure: 'fine', vertical: 'milieu', renvoi: true });
  p.style(debut, 1, MOIS_DE_FRISE, 1, { format: 'texte' });
  p.style(debut, 2, MOIS_DE_FRISE, 1, { format: 'entier', alignement: 'droite' });
  p.style(debut, 3, MOIS_DE_FRISE, 1, { format: 'texte' });
  const place = p.lignes() + 1;
  for (let i = 0; i < HAUTEUR_GRAPHIQUE; i++) p.pose([]);
  p.dessine({
    id: 'frise', genre: 'evolution', titre: 'Échéances par mois, actions ouvertes',
    lecture: Array.from({ length: MOIS_DE_FRISE }, (_, i) => `${MOIS[(depart.mois - 1 + i) % 12] as string} : ${actions.filter((action) => estOuverte(action) && action.finPrevue !== null && action.finPrevue >= au && rang(action.finPrevue) === i).length}`).join(', '),
    categories: { ligne: debut, colonne: 1, lignes: MOIS_DE_FRISE, colonnes: 1 },
    series: [{ titre: { ligne: entete, colonne: 2, lignes: 1, colonnes: 1 }, valeurs: { ligne: debut, colonne: 2, lignes: MOIS_DE_FRISE, colonnes: 1 }, forme: 'barres', couleur: COULEURS.bleu }],
    place: { ligne: place, colonne: 1, lignes: HAUTEUR_GRAPHIQUE, colonnes: LARGEUR },
  });
};

export const feuilleSynthese = ({ au, indicateurs, phrases }: AnalysePlan, { feuille, actions, anomalies }: Plan): FeuilleDeRapport => {
  const p = page(LARGEURS);
  p.phrase(`Synthèse du plan d’actions – ${feuille.nom}`, { gras: true, taille: 16 });
  p.phrase(`À jour au ${dateFr(au)}`, { gras: true, couleur: COULEURS.bleu });
  const arrete = p.pose(['Date d’arrêté', au]);
  p.style(arrete, 1, 1, 1, { couleur: COULEURS.gris });
  p.style(arrete, ARRETE.colonne, 1, 1, { gras: true, format: 'date', alignement: 'gauche' });
  p.phrase(`${phrases[0] ?? ''} Filtre(s) éventuel(s) : aucun.${anomalies.length === 0 ? '' : ` ${anomalies.length} ${anomalies.length === 1 ? 'cellule est' : 'cellules sont'} à vérifier dans « ${feuille.nom} ».`}`, { couleur: COULEURS.gris });
  const entete = p.entete(['Où en est le plan', 'Part', 'Effectif', 'Définition']);
  p.fusionne(entete, 4, LARGEUR - 3);
  for (const { libelle, valeur, numerateur, denominateur, definition } of indicateurs) {
    const ligne = p.pose([libelle, valeur ?? 'sans objet', `${numerateur}/${denominateur}`, definition], 27);
    p.fusionne(ligne, 4, LARGEUR - 3);
    p.style(ligne, 1, 1, LARGEUR, { bordure: 'fine', vertical: 'milieu', renvoi: true });
    p.style(ligne, 2, 1, 1, { gras: true, format: 'pourcent', alignement: 'droite' });
    p.style(ligne, 3, 1, 1, { format: 'texte', couleur: COULEURS.gris, alignement: 'droite' });
    p.style(ligne, 4, 1, LARGEUR - 3, { couleur: COULEURS.gris, taille: 9, renvoi: true });
  }
  poseListe(p, 'En retard', actions.filter((action) => enRetard(action, au)), au, 'Aucune action en retard.');
  poseListe(p, `À échéance dans les ${HORIZON} jours`, actions.filter((action) => { const reste = resteA(action, au); return reste !== null && reste >= 0 && reste <= HORIZON; }), au, `Aucune échéance dans les ${HORIZON} jours.`);
  poseFrise(p, actions, au);
  p.espace();
  poseGroupes(p, 'Responsable', groupes(actions, ({ responsables }) => responsables, 'Sans responsable'), au, true);
  p.espace();
  poseGroupes(p, 'Engagement', groupes(actions, ({ engagement }) => (engagement === '' ? [] : [engagement]), 'Sans engagement'), au, false);
  p.espace();
  p.phrase('Statut : celui qui est écrit ; à défaut, terminée si une fin réelle est passée, en cours si le démarrage l’est, prévue sinon. Une action reportée est prévue, une action suspendue est en cours. Un mois sans jour vaut son dernier jour. Une action de plusieurs responsables compte chez chacun.', { taille: 8, couleur: COULEURS.gris });
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  return { ...p.rend('portrait'), largeur: LARGEUR, banniere: { ligne: 2, colonne: 1 } };
};
