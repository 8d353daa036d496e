// L'aide : ce que fait le volet, où vont les données, comment s'en servir au clavier, à qui il doit quoi.
import { useEffect } from 'preact/hooks';
import type { Ouverture, Rubriques } from '../../guichet/demande';
import { dateFr } from '../../socle/format';
import { deIso } from '../../socle/jours';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Geste, Page } from '../elements';

export const Aide = ({ ouverture, aide, actions, occupe }: { readonly ouverture: Ouverture; readonly aide: Rubriques; readonly actions: Actions; readonly occupe: boolean }) => {
  useEffect(() => void (occupe ? null : actions.charge()), [occupe]);
  return (
    <Page titre="Aide" retour={() => actions.montre('principal')}>
      {aide.map(([titre, phrases]) => (
        <section key={titre}>
          <h3 class="suivant">{typographie(titre)}</h3>
          {phrases.map((phrase) => <p key={phrase}>{typographie(phrase)}</p>)}
        </section>
      ))}
      {ouverture.sauvegardes.length > 0 && (
        <section>
          <h3 class="suivant">{fr`Sauvegardes de ce classeur`}</h3>
          <p>{fr`Ce sont des copies de vos données : supprimez les onglets dont vous n’avez plus besoin.`}</p>
          <ul class="liste">{ouverture.sauvegardes.map(({ feuille, de, jour }) => (
            <li key={feuille}>
              <div>{fr`« ${feuille} », copie de « ${de} » du ${dateFr(deIso(jour) ?? 0)}`}</div>
              <Geste genre="lien fort" clic={() => actions.va(`${feuille}!A1`)}>{fr`Aller à « ${feuille} »`}</Geste>
            </li>
          ))}</ul>
        </section>
      )}
    </Page>
  );
};
