// Ce que l'outil a compris de la feuille, avec une ligne en exemple ; une correction se voit aussitôt, et se retient une fois pour toutes.
import { useState } from 'preact/hooks';
import type { AnalyseMontree, OutilMontre } from '../../guichet/demande';
import type { ColonneDesignable, FeuilleReconnue } from '../../socle/outil';
import { nombre, pluriel } from '../../socle/format';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Bouton, Note, Page } from '../elements';

const AUCUNE = '-';

/** « C – Reçu le » */
const optionsDe = ({ titres }: FeuilleReconnue): readonly { readonly lettre: string; readonly texte: string }[] =>
  titres.map(({ lettre, titre }) => ({ lettre, texte: titre === '' ? lettre : `${lettre} – ${titre}` }));

type Props = { readonly outil: OutilMontre; readonly analyse: AnalyseMontree; readonly actions: Actions; readonly occupe: boolean };

export const Colonnes = ({ outil, analyse, actions, occupe }: Props) => {
  const [corrections, corrige] = useState<Readonly<Record<string, string>>>({});
  const feuille = analyse.feuilles[0];
  if (feuille === undefined) return null;
  const change = (clef: string, lettre: string): void => {
    const toutes = { ...corrections, [`colonne.${clef}`]: lettre };
    corrige(toutes);
    void actions.essaie(outil.id, toutes);
  };
  const quitte = (): void => {
    actions.montre('principal');
    if (Object.keys(corrections).length > 0) void actions.actualise();
  };
  const confirme = async (): Promise<void> => {
    const message = Object.keys(corrections).length === 0 ? '' : fr`C’est retenu dans ce classeur.`;
    if (await actions.retiens(outil.id, corrections, { vu: 'oui' }, message)) actions.montre('principal');
  };
  const rangee = ({ clef, libelle, obligatoire }: ColonneDesignable) => {
    const actuelle = feuille.titres.find((titre) => titre.clef === clef)?.lettre ?? AUCUNE;
    const supposee = feuille.supposees.includes(clef);
    return (
      <div key={clef}>
        <label for={`c-${clef}`}>{typographie(libelle)}{obligatoire && ' *'}{supposee && <span class="discret"> {fr`(supposée)`}</span>}</label>
        <select id={`c-${clef}`} value={actuelle} disabled={occupe} onChange={(e) => change(clef, e.currentTarget.value)}>
          {!obligatoire && <option value={AUCUNE}>{fr`(aucune)`}</option>}
          {optionsDe(feuille).map(({ lettre, texte }) => <option key={lettre} value={lettre}>{texte}</option>)}
        </select>
      </div>
    );
  };
  const [principales, autres] = [outil.colonnes.filter((colonne) => colonne.principale), outil.colonnes.filter((colonne) => !colonne.principale)];
  return (
    <Page titre="Vérifier les colonnes" retour={quitte}>
      <p>{analyse.feuilles.length > 1
        ? fr`Voici ce que l’outil a compris de « ${feuille.feuille} », et de ${nombre(analyse.feuilles.length - 1)} ${pluriel(analyse.feuilles.length - 1, 'autre feuille lue', 'autres feuilles lues')}. Corrigez si besoin, une seule fois : le choix est gardé dans ce classeur.`
        : fr`Voici ce que l’outil a compris de « ${feuille.feuille} », en-tête ligne ${feuille.entete}. Corrigez si besoin, une seule fois : le choix est gardé dans ce classeur.`}</p>
      <div class="colonnes">{principales.map(rangee)}</div>
      {feuille.exemple !== null && <Note><p>{typographie(feuille.exemple)}</p></Note>}
      <details><summary>{fr`Autres colonnes`}</summary><div class="colonnes">{autres.map(rangee)}</div></details>
      <p class="discret">{fr`* Colonne indispensable.`}</p>
      <div class="rangee">
        <Bouton genre="premier" eteint={occupe} clic={() => confirme()}>{fr`C’est correct`}</Bouton>
        <Bouton clic={quitte}>{fr`Annuler`}</Bouton>
      </div>
    </Page>
  );
};
