// Avant d'écrire : ce qui sera créé, réécrit, gardé, mis de côté ; ou pourquoi cela ne se peut pas.
import type { OutilMontre } from '../../guichet/demande';
import type { LigneApercu } from '../../socle/outil';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Bouton, Geste, Note, Page } from '../elements';
import type { Etat } from '../etat';

type Effets = Readonly<Record<LigneApercu['effet'], string>>;
export const EFFETS: Effets = { cree: 'Créé', reecrit: 'Réécrit', garde: 'Gardé', sauvegarde: 'Mis de côté', refuse: 'Impossible' };

/** `adresse` se rejoint d'un clic. */
export const Lignes = ({ lignes, effets = EFFETS, va }: { readonly lignes: readonly LigneApercu[]; readonly effets?: Effets; readonly va: Actions['va'] }) => (
  <ul class="liste">
    {lignes.map(({ effet, phrase, adresse }) => (
      <li key={phrase}>
        <div><b>{typographie(effets[effet])}</b></div>
        <div>{typographie(phrase)}</div>
        {adresse !== null && <Geste genre="lien fort" clic={() => va(adresse)}>{fr`Aller à ${adresse}`}</Geste>}
      </li>
    ))}
  </ul>
);

export const Apercu = ({ vu: { commande, apercu }, outil, actions, occupe }: { readonly vu: NonNullable<Etat['apercu']>; readonly outil: OutilMontre; readonly actions: Actions; readonly occupe: boolean }) => (
  <Page titre={`${commande.titre} : ce qui sera écrit`} retour={() => actions.montre('principal')}>
    {apercu.verdict === 'impossible' && <Note ton="faute"><p>{fr`Rien ne peut être écrit pour l’instant. Votre classeur n’a pas changé.`}</p></Note>}
    {apercu.verdict === 'rien' && <Note ton="bonne"><p>{fr`Tout est déjà à jour : rien ne serait écrit.`}</p></Note>}
    <Lignes lignes={apercu.lignes} va={actions.va} />
    <div class="rangee">
      {apercu.verdict === 'possible' && <Bouton genre="premier" eteint={occupe} clic={() => actions.execute(outil.id, commande)}>{commande.feuille === null ? fr`Créer l’onglet` : fr`Mettre à jour`}</Bouton>}
      <Bouton clic={() => actions.montre('principal')}>{apercu.verdict === 'possible' ? fr`Annuler` : fr`Fermer`}</Bouton>
    </div>
  </Page>
);
