// Les copies de sécurité que le classeur garde : datées, à comparer, à vider quand elles ne servent plus.
import { useState } from 'preact/hooks';
import type { Ouverture } from '../../guichet/demande';
import { dateFr } from '../../socle/format';
import { deIso } from '../../socle/jours';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Texte } from '../champs';
import { Bouton, Geste, Longue, Page } from '../elements';
import type { Etat } from '../etat';
import type { HoteDuVolet } from '../hote';
import { EFFETS, Lignes } from './apercu';

type Props = { readonly ouverture: Ouverture; readonly actions: Actions; readonly hote: HoteDuVolet; readonly occupe: boolean };

export const Sauvegardes = ({ ouverture: { sauvegardes, onglets }, actions, hote, occupe }: Props) => (
  <Page titre="Sauvegardes" retour={() => actions.montre('principal')}>
    <p>{fr`Quand quelqu’un a écrit dans un onglet que l’outil va refaire, une copie en est gardée. Ces copies contiennent vos données, personnelles comprises : videz-les quand elles ne servent plus.`}</p>
    <Longue liste={sauvegardes} total={sauvegardes.length} rend={({ feuille, de, jour }) => (
      <>
        <b>{feuille}</b>
        <div class="discret">{fr`Copie de « ${de} » du ${dateFr(deIso(jour) ?? 0)}`}</div>
        <div class="ligne">
          <Geste genre="lien fort" nom={fr`Aller à l’onglet « ${feuille} »`} clic={() => actions.va(`${feuille}!A1`)}>{fr`Aller à l’onglet`}</Geste>
          {onglets.some(({ nom, aNous }) => aNous && nom === de) && <Geste genre="lien fort" eteint={occupe} nom={fr`Comparer « ${feuille} » avec « ${de} »`} clic={() => actions.compare(de, feuille)}>{fr`Comparer`}</Geste>}
        </div>
      </>
    )} />
    {sauvegardes.length === 0 && <p>{fr`Ce classeur n’a pas de sauvegarde.`}</p>}
    {sauvegardes.length > 0 && hote.lectureSeule !== true && <div class="rangee"><Bouton eteint={occupe} clic={actions.prevoisPurge}>{fr`Vider les sauvegardes…`}</Bouton></div>}
  </Page>
);

export const Purge = ({ purge: { genre, apercu, mot }, actions, occupe }: { readonly purge: NonNullable<Etat['purge']>; readonly actions: Actions; readonly occupe: boolean }) => {
  const [saisie, saisis] = useState('');
  const desSauvegardes = genre === 'purge';
  const titre = desSauvegardes ? 'Vider les sauvegardes' : 'Effacer les données personnelles';
  const revient = (): void => actions.montre(desSauvegardes ? 'sauvegardes' : 'principal');
  const vide = async (): Promise<void> => {
    await actions.vide(saisie);
    // Une confirmation ne vaut que pour ce qui était montré.
    saisis('');
  };
  return (
    <Page titre={titre} retour={revient}>
      <p>{desSauvegardes ? fr`Les sauvegardes sont des copies de vos données, personnelles comprises.` : fr`Les réponses restent, sans ce qui désigne des personnes. Vérifiez chaque ligne : ce qui est effacé ne se retrouve pas.`}</p>
      <Lignes lignes={apercu.lignes} effets={{ ...EFFETS, reecrit: desSauvegardes ? 'Vidé' : 'Effacé' }} va={actions.va} />
      <form class="suivant" noValidate onSubmit={(e) => { e.preventDefault(); void vide(); }}>
        {apercu.verdict === 'possible' && <Texte id="confirmation" libelle={`Pour confirmer, tapez ${mot}`} valeur={saisie} change={saisis} />}
        <div class="rangee">
          {apercu.verdict === 'possible' && <button type="submit" class="bouton premier" disabled={occupe}>{typographie(titre)}</button>}
          <Bouton clic={revient}>{typographie(apercu.verdict === 'possible' ? 'Annuler' : 'Fermer')}</Bouton>
        </div>
      </form>
    </Page>
  );
};
