// L'écran principal : ce qui presse d'abord, les taux, le bouton qui produit, puis ce qu'il faut vérifier et les douze mois.
import type { AnalyseMontree, CommandeMontree, Ouverture, OutilMontre } from '../../guichet/demande';
import { dateFr, nombre, pluriel } from '../../socle/format';
import { deIso } from '../../socle/jours';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Bouton, Geste, Note } from '../elements';
import type { HoteDuVolet } from '../hote';
import { Evolue } from '../graphiques';
import { Icone } from '../icones';
import { Indicateurs, Taux } from '../taux';

type Props = { readonly ouverture: Ouverture; readonly outil: OutilMontre; readonly actions: Actions; readonly hote: HoteDuVolet; readonly occupe: boolean };

const Alertes = ({ alertes: { enRetard, bientot, liste }, compte, actions }: { readonly alertes: AnalyseMontree['alertes']; readonly compte: OutilMontre['compte']; readonly actions: Actions }) => {
  const prochaine = liste.find(({ joursRestants }) => joursRestants >= 0);
  const plusAncienne = liste[0];
  const ouvre = (): void => actions.montre('alertes');
  return (
    <div class="alertes">
      {enRetard > 0 && (
        <Geste genre="alerte faute" clic={ouvre}>
          <Icone nom="faute" />
          <span><b>{fr`${nombre(enRetard)} ${pluriel(enRetard, ...compte)} en retard`}</b>{plusAncienne !== undefined && <small>{fr`Plus ancienne limite : ${dateFr(deIso(plusAncienne.limite) ?? 0)}`}</small>}</span>
          <Icone nom="suite" />
        </Geste>
      )}
      {bientot > 0 && (
        <Geste genre="alerte" clic={ouvre}>
          <Icone nom="attention" />
          <span><b>{fr`${nombre(bientot)} à échéance proche`}</b>{prochaine !== undefined && <small>{fr`Prochaine limite : ${dateFr(deIso(prochaine.limite) ?? 0)}`}</small>}</span>
          <Icone nom="suite" />
        </Geste>
      )}
    </div>
  );
};

const Doutes = ({ anomalies: { par, total }, actions }: { readonly anomalies: AnalyseMontree['anomalies']; readonly actions: Actions }) => {
  if (total === 0) return null;
  const aVoir = par.erreur + par.avertissement;
  const texte = aVoir > 0 ? fr`${nombre(aVoir)} ${pluriel(aVoir, 'point', 'points')} à vérifier` : fr`${nombre(total)} ${pluriel(total, 'remarque', 'remarques')} sur la lecture`;
  return (
    <div class="rangee large">
      <Geste genre="alerte doute" clic={() => actions.montre('doutes')}>
        <Icone nom="info" />
        <span><b>{texte}</b>{par.erreur > 0 && <small>{fr`${nombre(par.erreur)} ${pluriel(par.erreur, 'ligne n’est pas comptée', 'lignes ne sont pas comptées')}`}</small>}</span>
        <Icone nom="suite" />
      </Geste>
    </div>
  );
};

/** Au-delà, les commandes se rangent : les chiffres ne descendent pas hors de l'écran. */
const EN_VUE = 3;

/** Les commandes de l'outil : la première est celle que l'on vient chercher. */
export const Produire = ({ outil, actions, hote, occupe }: Omit<Props, 'ouverture'>) => {
  if (outil.commandes.length === 0) return null;
  if (hote.lectureSeule === true) return <div class="rangee large"><Note><p>{fr`Ce classeur est en lecture seule : les chiffres se lisent ici, aucun onglet ne peut y être écrit. Travaillez sur une copie pour en produire un.`}</p></Note></div>;
  const montre = (commande: CommandeMontree, rang: number) => (
    <div class="rangee large" key={commande.id}>
      <Bouton genre={rang === 0 ? 'premier' : ''} eteint={occupe} clic={() => actions.produis(outil.id, commande, false)}><Icone nom="tableau" />{typographie(commande.titre)}</Bouton>
      <Geste genre="lien superflu" eteint={occupe} nom={fr`Voir ce qui sera écrit : ${commande.titre}`} clic={() => actions.produis(outil.id, commande, true)}>{fr`Voir ce qui sera écrit`}</Geste>
    </div>
  );
  const autres = outil.commandes.slice(EN_VUE);
  return (
    <>
      {outil.commandes.slice(0, EN_VUE).map(montre)}
      {hote.telecharge !== undefined && outil.fichiers.map(({ id, titre, resume }) => <div class="rangee" key={id}><Geste genre="lien" eteint={occupe} nom={fr`${titre}. ${resume}`} clic={() => actions.exporte(outil.id, id, titre)}>{typographie(titre)}</Geste></div>)}
      {outil.efface && <div class="rangee"><Bouton eteint={occupe} clic={actions.prevoisEffacement}>{fr`Effacer les données personnelles…`}</Bouton></div>}
      {autres.length > 0 && <details><summary>{fr`Autres commandes (${autres.length})`}</summary>{autres.map((commande) => montre(commande, EN_VUE))}</details>}
    </>
  );
};

export const Interrompues = ({ ouverture, actions, hote, occupe }: Omit<Props, 'outil'>) => (
  <>
    {ouverture.interrompues.map(({ feuille, titre, sauvegarde }) => (
      <Note ton="alerteNote" key={feuille}>
        <p>{fr`L’écriture de « ${feuille} » a été interrompue : ses chiffres ne sont pas valables. Vos données n’ont pas changé.`}</p>
        <div class="rangee">
          {hote.lectureSeule !== true && <Bouton genre="petit" eteint={occupe} nom={fr`Terminer : ${titre}`} clic={() => actions.finis(feuille)}>{fr`Terminer`}</Bouton>}
          {sauvegarde !== null && <Bouton genre="petit" eteint={occupe} clic={() => actions.compare(feuille, sauvegarde)}>{fr`Comparer avec la sauvegarde`}</Bouton>}
        </div>
      </Note>
    ))}
    {ouverture.purgeInterrompue && (
      <Note ton="alerteNote">
        <p>{fr`L’effacement des sauvegardes a été interrompu : il en reste à vider. Vos autres feuilles n’ont pas changé.`}</p>
        {hote.lectureSeule !== true && <div class="rangee"><Bouton genre="petit" eteint={occupe} clic={actions.prevoisPurge}>{fr`Finir de vider…`}</Bouton></div>}
      </Note>
    )}
  </>
);

export const Principal = (props: Props & { readonly analyse: AnalyseMontree }) => {
  const { outil, analyse, actions } = props;
  return (
    <div class="principal">
      {outil.surveille && <h2 class="superflu">{fr`À traiter`}</h2>}
      {analyse.alertes.total > 0 ? <Alertes alertes={analyse.alertes} compte={outil.compte} actions={actions} /> : outil.surveille && <Note ton="bonne"><p>{fr`Rien en retard, rien qui presse.`}</p></Note>}
      {props.hote.lectureSeule !== true && analyse.propositions.slice(0, 1).map((proposition) => <div class="rangee" key={proposition.libelle}><Geste genre="lien superflu" eteint={props.occupe} nom={fr`Proposer une action au plan : ${proposition.libelle}`} clic={() => actions.propose(proposition)}>{fr`Proposer une action au plan`}</Geste></div>)}
      {analyse.essentiels.length > 0 && <h2 class="superflu">{fr`L’essentiel`}</h2>}
      <Taux essentiels={analyse.essentiels} indicateurs={analyse.indicateurs} />
      <Produire {...props} />
      <Doutes anomalies={analyse.anomalies} actions={actions} />
      {analyse.evolutions.map((evolution, rang) => <Evolue key={evolution.titre} evolution={evolution} id={`${outil.id}-${rang}`} />)}
      <Indicateurs indicateurs={analyse.indicateurs} phrases={analyse.phrases} />
      {outil.colonnes.length > 0 && <div class="rangee"><Geste genre="lien" clic={() => actions.montre('colonnes')}>{fr`Vérifier les colonnes`}</Geste></div>}
    </div>
  );
};
