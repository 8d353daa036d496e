// Avant les chiffres : le premier passage, le classeur où rien n'est reconnu, et la lecture en cours.
import { useState } from 'preact/hooks';
import type { OutilMontre, Ouverture } from '../../guichet/demande';
import { nombre, pluriel } from '../../socle/format';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Choix, Texte } from '../champs';
import { Bouton, Note } from '../elements';
import type { HoteDuVolet } from '../hote';
import { Dessin } from '../icones';
import { Produire } from './principal';

type Props = { readonly ouverture: Ouverture; readonly outil: OutilMontre; readonly actions: Actions; readonly hote: HoteDuVolet; readonly occupe: boolean };

const Essayer = ({ hote }: { readonly hote: HoteDuVolet }) =>
  hote.exemple === undefined ? null : <Bouton clic={() => hote.exemple?.()}>{fr`Essayer sur un exemple`}</Bouton>;

export const Accueil = ({ ouverture, outil, actions, hote, occupe }: Props) => {
  const feuilles = outil.analyse?.feuilles ?? [];
  const lignes = feuilles.reduce((total, feuille) => total + feuille.lignes, 0);
  const douteuses = feuilles.some(({ supposees }) => supposees.length > 0);
  const entre = async (): Promise<void> => {
    if (douteuses) actions.montre('colonnes');
    else await actions.retiens(null, {}, { vu: 'oui' }, '');
  };
  return (
    <div class="accueilli">
      <div class="heros">
        <Dessin />
        <h1 tabIndex={-1}>{fr`Vos taux de réponse, dans votre tableau`}</h1>
        <p>{fr`Rien à recopier : l’outil lit votre classeur et n’envoie aucune donnée ailleurs.`}</p>
      </div>
      <Note ton="bonne"><p>{feuilles.length === 1
        ? fr`Feuille reconnue : « ${feuilles[0]?.feuille ?? ''} », ${nombre(lignes)} ${pluriel(lignes, 'ligne', 'lignes')}.`
        : fr`${feuilles.length} feuilles reconnues, ${nombre(lignes)} lignes.`}</p></Note>
      <div class="rangee large">
        <Bouton genre="premier" eteint={occupe} clic={() => entre()}>{fr`Voir mes résultats`}</Bouton>
        {!douteuses && <Bouton eteint={occupe} clic={() => actions.montre('colonnes')}>{fr`Vérifier les colonnes`}</Bouton>}
        <Essayer hote={hote} />
      </div>
      <ul class="offre">{ouverture.outils.map(({ id, titre, resume }) => <li key={id}><b>{typographie(titre)}</b><span>{typographie(resume)}</span></li>)}</ul>
    </div>
  );
};

/** Aucune feuille reconnue : dire ce que l'on cherche, laisser désigner, et ce que l'outil sait créer. */
export const Vide = (props: Props) => {
  const { ouverture, outil, actions, hote, occupe } = props;
  const feuilles = ouverture.onglets.filter(({ aNous, masquee, lignes }) => !aNous && !masquee && lignes > 0);
  const [feuille, choisis] = useState(feuilles[0]?.nom ?? '');
  const [entete, ecris] = useState('1');
  const [lettres, designe] = useState<Readonly<Record<string, string>>>({});
  const principales = outil.colonnes.filter(({ principale }) => principale);
  const manque = principales.some(({ clef, obligatoire }) => obligatoire && (lettres[clef] ?? '').trim() === '');
  const valide = async (): Promise<void> => {
    const colonnes = Object.fromEntries(Object.entries(lettres).map(([clef, lettre]) => [`colonne.${clef}`, lettre.trim().toUpperCase()]));
    await actions.retiens(outil.id, { feuille, entete, ...colonnes }, { vu: 'oui' }, '');
  };
  return (
    <div class="accueilli principal">
      <div class="heros superflu"><Dessin /></div>
      <h2>{fr`Aucune feuille reconnue`}</h2>
      <p>{typographie(outil.resume)}</p>
      {feuilles.length === 0 && <p>{fr`Ce classeur est vide.`}</p>}
      {principales.length > 0 && <p>{fr`L’outil cherche une feuille avec ces titres de colonnes, ou des mots proches : ${principales.map(({ libelle }) => libelle.toLowerCase()).join(', ')}.`}</p>}
      {feuilles.length > 0 && principales.length > 0 && (
        <details>
          <summary>{fr`Indiquer mes colonnes`}</summary>
          <form noValidate onSubmit={(e) => { e.preventDefault(); void valide(); }}>
            <Choix id="d-feuille" libelle="Feuille" valeur={feuille} change={choisis} choix={feuilles.map(({ nom }) => ({ valeur: nom, libelle: nom }))} />
            <Texte id="d-entete" libelle="Ligne des titres de colonnes" valeur={entete} change={ecris} numerique aide="Le numéro de la ligne, à gauche de la feuille." />
            {principales.map(({ clef, libelle, obligatoire }) => (
              <Texte key={clef} id={`d-${clef}`} libelle={obligatoire ? `${libelle} *` : libelle} valeur={lettres[clef] ?? ''} change={(lettre) => designe((avant) => ({ ...avant, [clef]: lettre }))} aide={obligatoire ? 'La lettre de la colonne, par exemple D.' : ''} />
            ))}
            <div class="rangee"><button type="submit" class="bouton premier" disabled={occupe || manque}>{fr`Lire cette feuille`}</button></div>
          </form>
        </details>
      )}
      <Produire {...props} outil={{ ...outil, commandes: outil.commandes.filter(({ sansDonnees }) => sansDonnees) }} />
      <div class="rangee large"><Bouton eteint={occupe} clic={() => actions.actualise()}>{fr`Relire le classeur`}</Bouton><Essayer hote={hote} /></div>
    </div>
  );
};

/** La place des chiffres, en attendant qu'ils arrivent. */
export const Attente = () => (
  <div aria-busy="true"><ul class="taux" aria-hidden="true">{[1, 2, 3, 4].map((rang) => <li class="os" key={rang} />)}</ul></div>
);
