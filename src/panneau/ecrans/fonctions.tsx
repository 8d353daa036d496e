// Les fonctions de feuille : leur aide, leurs exemples, et la formule toute prête, qui donne le même chiffre que le volet.
import { useEffect, useState } from 'preact/hooks';
import type { AideFonction, OutilMontre, Ouverture } from '../../guichet/demande';
import { ecrisFormule, formuleDe } from '../../guichet/formule';
import { dateFr } from '../../socle/format';
import { deIso } from '../../socle/jours';
import { lisNombreTexte } from '../../socle/nombres-texte';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Texte } from '../champs';
import { Bouton, Note, Page } from '../elements';
import type { HoteDuVolet } from '../hote';

type Props = { readonly fonctions: readonly AideFonction[] | null; readonly outil: OutilMontre; readonly ouverture: Ouverture; readonly actions: Actions; readonly hote: HoteDuVolet; readonly occupe: boolean };

/** Ce qu'on lit sous un nombre qui n'en est pas un. */
const NOMBRE_REFUSE = fr`Donnez un nombre, par exemple 15 ou 0,05.`;

const Insertion = ({ aide, outil, ouverture, actions, hote }: Omit<Props, 'fonctions'> & { readonly aide: AideFonction }) => {
  const [textes, saisit] = useState<Readonly<Record<string, string>>>({});
  const nombres = Object.fromEntries(Object.entries(textes).filter(([, texte]) => texte.trim() !== '').map(([nom, texte]) => [nom, lisNombreTexte(texte.trim())]));
  const illisible = Object.values(nombres).some((lu) => lu === null);
  const arrete = outil.commandes.find((commande) => commande.arrete !== null)?.arrete ?? null;
  const sources = { feuille: outil.analyse?.feuilles[0] ?? null, arrete, reglages: outil.rubriques.flatMap(({ reglages }) => reglages) };
  const formule = illisible ? null : formuleDe(aide, sources, nombres as Readonly<Record<string, number>>);
  const lues = outil.analyse?.feuilles ?? [];
  const aSaisir = aide.parametres.filter(({ source, genre }) => source === null && genre === 'nombre');
  const prendLaDate = aide.parametres.some(({ source }) => source === 'arrete');
  const change = (nom: string) => (texte: string): void => saisit((avant) => ({ ...avant, [nom]: texte }));
  return (
    <>
      {aSaisir.map(({ nom, aide: texte }) => <Texte key={nom} id={`f-${aide.nom}-${nom}`} libelle={nom} valeur={textes[nom] ?? ''} change={change(nom)} aide={texte} erreur={nombres[nom] === null ? NOMBRE_REFUSE : undefined} numerique />)}
      {prendLaDate && arrete === null && <Note><p>{fr`La formule prend sa date d’arrêté dans l’onglet « Résultats » : produisez-le d’abord.`} {lues.length === 1 && fr`Elle donnera alors le même chiffre que ce volet.`}</p></Note>}
      {lues.length > 1 && aide.parametres.some(({ source }) => source !== null && source !== 'arrete') && <Note><p>{fr`La formule compte la seule feuille « ${lues[0]?.feuille ?? ''} » ; ce volet en réunit ${lues.length}. Les chiffres diffèrent.`}</p></Note>}
      {prendLaDate && arrete !== null && arrete.jour !== ouverture.au && <Note ton="alerteNote"><p>{fr`La formule s’arrête au ${dateFr(deIso(arrete.jour) ?? 0)}, date de « ${arrete.adresse} » ; ce volet compte au ${dateFr(deIso(ouverture.au) ?? 0)}. Mettez l’onglet à jour pour lire le même chiffre.`}</p></Note>}
      {formule !== null && <p><code>{ecrisFormule(formule, hote.prefixe, ';')}</code></p>}
      {hote.lectureSeule !== true && <Bouton eteint={formule === null} nom={fr`Insérer ${aide.nom}`} clic={() => formule !== null && void actions.insere(formule)}>{fr`Insérer`}</Bouton>}
    </>
  );
};

export const Fonctions = (props: Props) => {
  const { fonctions, actions, outil, occupe } = props;
  useEffect(() => void (occupe ? null : actions.charge()), [occupe]);
  const [ouverte, ouvre] = useState<string | null>(null);
  const celles = (fonctions ?? []).filter(({ outil: id }) => id === outil.id);
  return (
    <Page titre="Fonctions de feuille" retour={() => actions.montre('principal')}>
      <p>{fr`Choisissez une cellule vide dans votre feuille, puis « Insérer ». Une formule compte toute la feuille reconnue, sans filtre.`}</p>
      {celles.map((aide) => (
        <details key={aide.nom} open={ouverte === aide.nom} onToggle={(e) => e.currentTarget.open && ouvre(aide.nom)}>
          <summary>{aide.nom}</summary>
          {ouverte === aide.nom && (
            <>
              <p>{typographie(aide.resume)}</p>
              <Insertion {...props} aide={aide} />
              <h3 class="suivant">{fr`Écriture`}</h3>
              <p><code>{`=${aide.signature}`}</code></p>
              <ul class="exemples">{aide.parametres.map(({ nom, aide: texte, facultatif }) => <li key={nom}><b>{nom}</b>{facultatif ? fr` (facultatif)` : ''} – {typographie(texte)}</li>)}</ul>
              <h3 class="suivant">{fr`Exemples`}</h3>
              <ul class="exemples">{aide.exemples.map(({ phrase, formule, donne }) => <li key={formule}>{typographie(phrase)} : <code>{formule}</code> → {donne}</li>)}</ul>
            </>
          )}
        </details>
      ))}
      {fonctions !== null && celles.length === 0 && <p>{fr`Cet outil n’a pas de fonction de feuille.`}</p>}
    </Page>
  );
};
