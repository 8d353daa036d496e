// Le compte rendu d'une analyse, pour un terminal : les taux, ce qui est en retard, ce qu'il faut corriger.
import type { Analyse, Indicateur } from '../../socle/outil';
import { deIso } from '../../socle/jours';
import { dateFr, nombre, pluriel, pourcent, SANS_OBJET } from '../../socle/format';

const CANAUX = [['tous', 'Tous canaux'], ['courrier', 'Courriers'], ['courriel', 'Courriels']] as const;
const LISTE_MAX = 20;

const jourFr = (iso: string | null): string => (iso === null ? '…' : dateFr(deIso(iso) ?? 0));

/** « 54,5 % (6/11) », « 12,2 (n = 9) », « sans objet ». */
export const valeurFr = ({ valeur, numerateur, denominateur, unite }: Indicateur): string => {
  if (valeur === null) return SANS_OBJET;
  return unite === 'proportion' ? `${pourcent(valeur)} (${numerateur ?? ''}/${denominateur})` : `${nombre(valeur, 1)} (n = ${denominateur})`;
};

/** Un tableau en colonnes : la première à gauche, les autres à droite. */
export const tableau = (lignes: readonly (readonly string[])[]): string => {
  const largeurs = (lignes[0] ?? []).map((_, j) => Math.max(...lignes.map((ligne) => (ligne[j] ?? '').length)));
  return lignes.map((ligne) => ligne.map((texte, j) => (j === 0 ? texte.padEnd(largeurs[j] ?? 0) : texte.padStart(largeurs[j] ?? 0))).join('   ').trimEnd()).join('\n');
};

const titre = (texte: string): string => `\n${texte}\n${'─'.repeat(texte.length)}`;

const bornee = <T>(liste: readonly T[], rend: (element: T) => string): string[] =>
  [...liste.slice(0, LISTE_MAX).map(rend), ...(liste.length > LISTE_MAX ? [`… et ${liste.length - LISTE_MAX} de plus (--json les donne toutes).`] : [])];

export const tableauIndicateurs = (indicateurs: readonly Indicateur[]): string => {
  const ids = indicateurs.filter(({ canal }) => canal === 'tous');
  const cellule = (id: string, canal: string): string => {
    const trouve = indicateurs.find((i) => i.id === id && i.canal === canal);
    return trouve === undefined ? '' : valeurFr(trouve);
  };
  const canaux = CANAUX.filter(([canal]) => indicateurs.some((i) => i.canal === canal));
  return tableau([['', ...canaux.map(([, nom]) => nom)], ...ids.map(({ id, libelle, unite }) => [unite === 'proportion' ? libelle : `${libelle} (${unite})`, ...canaux.map(([canal]) => cellule(id, canal))])]);
};

export const texteAnalyse = (nom: string, analyse: Omit<Analyse, 'suivi' | 'essentiels' | 'evolutions' | 'saisies'>): string => {
  const { feuilles, indicateurs, anomalies, alertes, phrases, tableaux } = analyse;
  const parties: string[] = [nom];
  for (const { feuille, entete, lignes } of feuilles) parties.push(`Feuille « ${feuille} » : en-tête ligne ${entete}, ${lignes} ${pluriel(lignes, 'ligne', 'lignes')}.`);
  const premier = indicateurs[0];
  if (premier) {
    parties.push(...phrases.slice(0, 1));
    for (const outil of new Set(indicateurs.map((i) => i.outil))) {
      const siens = indicateurs.filter((i) => i.outil === outil);
      const { periode, filtres } = siens[0] ?? premier;
      parties.push(titre(`Résultats du ${jourFr(periode.du)} au ${jourFr(periode.au)} — Filtre(s) éventuel(s) : ${filtres}`), tableauIndicateurs(siens));
    }
    parties.push(...phrases.slice(1));
  }
  if (alertes.length > 0) parties.push(titre(`À traiter (${alertes.length})`), ...bornee(alertes, (a) => `${a.adresse}  ${a.identifiant}  ${a.alerte} (limite ${jourFr(a.limite)})`));
  if (anomalies.length > 0) parties.push(titre(`À vérifier (${anomalies.length})`), ...bornee(anomalies, (a) => `${a.adresse}  ${a.gravite} : ${a.message}`));
  for (const t of tableaux.slice(0, 1)) parties.push(titre(t.titre), tableau([t.entetes, ...t.lignes.map((ligne) => ligne.map((v) => (typeof v === 'number' ? nombre(v, Number.isInteger(v) ? 0 : 1) : (v ?? ''))))]));
  if (premier) parties.push(titre('Définitions'), ...indicateurs.filter(({ canal }) => canal === 'tous').map(({ libelle, definition }) => `${libelle} : ${definition}`));
  return parties.join('\n');
};
