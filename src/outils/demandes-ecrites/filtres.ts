// Les filtres de la personne : les lignes qu'ils écartent, et ce qui s'en imprime sous chaque nombre.
import { enTexte } from '../../socle/cellule';
import { dateFr } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';
import type { ClefColonne } from './colonnes';
import { COLONNES_FILTREES } from './controle-filtres';
import { NOMS_CANAUX } from './mots';
import type { Lu } from './preparation';
import type { ReglagesDemandes } from './reperes';

/** Les lignes que les filtres de la personne écartent. */
export const filtre = ({ colonnes }: Lu, canal: Uint8Array, reglages: ReglagesDemandes): ((i: number) => boolean) => {
  const memes = (demande: string | null, clefs: readonly ClefColonne[]): ((i: number) => boolean) => {
    if (demande === null) return () => true;
    const cherche = sansAccents(demande);
    return (i) => clefs.some((clef) => sansAccents(enTexte(colonnes.valeurs[clef]?.[i])) === cherche);
  };
  const service = memes(reglages.service, COLONNES_FILTREES.service);
  const agent = memes(reglages.agent, COLONNES_FILTREES.agent);
  const theme = memes(reglages.theme, COLONNES_FILTREES.theme);
  return (i) => {
    const recue = colonnes.reception.jours[i] as Jour;
    return (reglages.canal === null || NOMS_CANAUX[canal[i] as number] === reglages.canal) && service(i) && agent(i) && theme(i)
      && (reglages.du === null || recue >= reglages.du) && (reglages.jusquau === null || recue <= reglages.jusquau)
      && (!reglages.visibles || colonnes.estMasquee[i] === 0);
  };
};

/** Ce que disent les filtres, pour l'imprimer sous chaque nombre. */
export const phraseFiltres = (reglages: ReglagesDemandes): string => {
  const dits = [
    reglages.du === null ? '' : `reçues à partir du ${dateFr(reglages.du)}`,
    reglages.jusquau === null ? '' : `reçues jusqu’au ${dateFr(reglages.jusquau)}`,
    reglages.canal && `canal : ${reglages.canal}`, reglages.service && `service : ${reglages.service}`, reglages.agent && `agent : ${reglages.agent}`, reglages.theme && `thème : ${reglages.theme}`,
    reglages.visibles && 'lignes visibles seulement',
  ].filter(Boolean);
  return dits.length === 0 ? 'aucun' : dits.join(' ; ');
};
