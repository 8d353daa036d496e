// Un filtre qui ne trouve rien n'est pas un résultat : il est dit à l'en-tête de sa colonne, avec des valeurs qui s'y lisent.
import type { Anomalie } from '../../socle/anomalie';
import { montre } from '../../socle/argument';
import { enTexte } from '../../socle/cellule';
import { sansAccents } from '../../socle/normalise';
import type { ClefColonne } from './colonnes';
import { SIGNE, type Demandes } from './demandes';
import { lieu } from './lieu';
import { NOMS_CANAUX } from './mots';
import type { Lu } from './preparation';
import type { ReglagesDemandes } from './reperes';

const VALEURS_MONTREES = 5;

/** Les colonnes où chaque filtre cherche. */
export const COLONNES_FILTREES = { service: ['service'], agent: ['agent'], theme: ['theme', 'objet'] } as const satisfies Readonly<Record<string, readonly ClefColonne[]>>;
const NOMS = { service: 'service', agent: 'agent', theme: 'thème' } as const;

const cite = (valeurs: Iterable<string>): string => {
  const toutes = [...valeurs];
  return toutes.length === 0 ? 'Elle est vide' : `Valeurs présentes : ${toutes.slice(0, VALEURS_MONTREES).join(', ')}${toutes.length > VALEURS_MONTREES ? '…' : ''}`;
};

/** Dit les filtres sans colonne où chercher, ceux qui ne trouvent rien, et un choix qui écarte tout. */
export const controleFiltres = (lus: readonly Lu[], { taille, canal, signes }: Demandes, reglages: ReglagesDemandes, ajoute: (anomalie: Anomalie) => void): void => {
  const premier = lus.find(({ colonnes }) => colonnes.taille > 0);
  if (premier === undefined) return;
  let dits = 0;
  const avertis = ({ registre }: Lu, clef: ClefColonne, message: string): void => {
    dits++;
    ajoute({ adresse: lieu(registre, clef), gravite: 'avertissement', message });
  };

  for (const filtre of ['service', 'agent', 'theme'] as const) {
    const demande = reglages[filtre];
    if (demande === null) continue;
    const presentes = new Map<string, string>();
    let ou: readonly [Lu, ClefColonne] | null = null;
    for (const lu of lus) {
      const clefs = COLONNES_FILTREES[filtre].filter((clef) => lu.colonnes.valeurs[clef] !== undefined);
      if (clefs[0] === undefined) {
        avertis(lu, 'reception', `La feuille « ${lu.registre.feuille.nom} » n’a pas de colonne « ${NOMS[filtre]} » : le filtre ${montre(demande)} écarte toutes ses demandes. Désignez-la (réglage « colonne.${COLONNES_FILTREES[filtre][0]} »).`);
        continue;
      }
      ou ??= [lu, clefs[0]];
      for (const clef of clefs) for (const valeur of lu.colonnes.valeurs[clef] ?? []) {
        const texte = enTexte(valeur);
        if (texte !== '' && !presentes.has(sansAccents(texte))) presentes.set(sansAccents(texte), texte);
      }
    }
    if (ou !== null && !presentes.has(sansAccents(demande))) avertis(ou[0], ou[1], `Le filtre ${montre(demande)} ne trouve aucune demande dans cette colonne. ${cite(presentes.values())}.`);
  }
  if (reglages.canal !== null && !canal.some((code) => NOMS_CANAUX[code] === reglages.canal)) {
    avertis(premier, 'canal', `Aucune demande n’a le canal « ${reglages.canal} » : le filtre les écarte toutes. Choisissez un autre canal, ou « tous ».`);
  }
  if (dits === 0 && taille > 0 && signes.every((signe) => (signe & SIGNE.ecartee) !== 0)) avertis(premier, 'reception', 'Les filtres écartent toutes les demandes. Élargissez la période ou retirez un filtre.');
};
