// Ce qui se parcourt : les demandes en retard ou bientôt dues, les points à vérifier, les différences avec une sauvegarde.
import type { AnalyseMontree } from '../../guichet/demande';
import type { Gravite } from '../../socle/anomalie';
import { dateFr, nombre, pluriel } from '../../socle/format';
import { deIso } from '../../socle/jours';
import type { Alerte } from '../../socle/outil';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Bouton, Geste, Longue, Page } from '../elements';
import type { Etat } from '../etat';

/** « C37 », ou « Suivi!C37 » quand le classeur a plusieurs feuilles lues. */
const court = (adresse: string, seule: boolean): string => (seule ? adresse.slice(adresse.lastIndexOf('!') + 1) : adresse);
const ligneDe = (adresse: string): string => /\d+$/.exec(adresse)?.[0] ?? '';

export const Alertes = ({ analyse: { alertes }, actions }: { readonly analyse: AnalyseMontree; readonly actions: Actions }) => {
  const retard = alertes.liste.filter(({ joursRestants }) => joursRestants < 0);
  const bientot = alertes.liste.filter(({ joursRestants }) => joursRestants >= 0);
  const une = ({ adresse, identifiant, canal, alerte, limite }: Alerte) => (
    <>
      <div class="ligne"><b>{identifiant === '' ? fr`Ligne ${ligneDe(adresse)}` : identifiant}</b><span>{typographie(alerte)}</span></div>
      <div class="ligne discret"><span>{canal === '' ? '' : `${canal} · `}{fr`limite le ${dateFr(deIso(limite) ?? 0)}`}</span></div>
      <Geste genre="lien fort" nom={fr`Aller à la ligne ${ligneDe(adresse)}`} clic={() => actions.va(adresse)}>{fr`Aller à la ligne`}</Geste>
    </>
  );
  return (
    <Page titre="À traiter" retour={() => actions.montre('principal')}>
      {retard.length > 0 && <><h3>{fr`En retard (${nombre(alertes.enRetard)})`}</h3><Longue liste={retard} total={alertes.enRetard} rend={une} /></>}
      {bientot.length > 0 && <><h3 class="suivant">{fr`À échéance proche (${nombre(alertes.bientot)})`}</h3><Longue liste={bientot} total={alertes.bientot} rend={une} /></>}
      {retard.length + bientot.length === 0 && <p>{fr`Rien en retard, rien qui presse.`}</p>}
    </Page>
  );
};

const GRAVITES: readonly (readonly [Gravite, string])[] = [['erreur', 'Lignes non comptées'], ['avertissement', 'Comptées, à vérifier'], ['information', 'Pour information']];

export const Doutes = ({ analyse: { anomalies, feuilles }, actions }: { readonly analyse: AnalyseMontree; readonly actions: Actions }) => (
  <Page titre="À vérifier" retour={() => actions.montre('principal')}>
    <p>{fr`Les taux sont calculés sans attendre. Corrigez ces cellules dans votre feuille, puis actualisez.`}</p>
    {GRAVITES.map(([gravite, titre]) => {
      const liste = anomalies.liste.filter((anomalie) => anomalie.gravite === gravite);
      if (liste.length === 0) return null;
      return (
        <section key={gravite}>
          <h3>{typographie(titre)} ({nombre(anomalies.par[gravite])})</h3>
          <Longue liste={liste} total={anomalies.par[gravite]} rend={({ adresse, message }) => (
            <>
              <div>{typographie(message)}</div>
              <Geste genre="lien fort" clic={() => actions.va(adresse)}>{fr`Aller à ${court(adresse, feuilles.length < 2)}`}</Geste>
            </>
          )} />
        </section>
      );
    })}
    {anomalies.total === 0 && <p>{fr`Rien à vérifier.`}</p>}
  </Page>
);

export const Comparaison = ({ comparaison, actions }: { readonly comparaison: NonNullable<Etat['comparaison']>; readonly actions: Actions }) => (
  <Page titre={`« ${comparaison.feuille} » et sa sauvegarde`} retour={() => actions.montre(comparaison.depuis)}>
    <p>{comparaison.total === 0 ? fr`Les deux feuilles disent la même chose.` : fr`${nombre(comparaison.total)} ${pluriel(comparaison.total, 'cellule diffère', 'cellules diffèrent')}. La sauvegarde reste dans votre classeur : recopiez-en ce qui vous manque.`}</p>
    <div class="rangee"><Bouton clic={() => actions.va(`${comparaison.sauvegarde}!A1`)}>{fr`Aller à la sauvegarde`}</Bouton></div>
    <Longue liste={comparaison.liste} total={comparaison.total} rend={({ adresse, avant, apres }) => (
      <>
        <Geste genre="lien fort" clic={() => actions.va(adresse)}>{fr`Aller à ${court(adresse, true)}`}</Geste>
        <div class="discret">{fr`Sauvegarde : ${avant}`}</div>
        <div class="discret">{fr`Maintenant : ${apres}`}</div>
      </>
    )} />
  </Page>
);
