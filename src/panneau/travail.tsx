// Ce qui se dit pendant et après un travail : où il en est et comment l'annuler ; ce qui a été fait et comment revenir en arrière.
import { useEffect, useState } from 'preact/hooks';
import { fr, typographie } from '../socle/typographie';
import type { Actions } from './actions';
import type { Etat } from './etat';
import { Icone } from './icones';
import { Bouton, Geste } from './elements';

/** Au-dessous, un travail est fini avant qu'on ait pu lire qu'il avait commencé. */
const PATIENCE = 400;

export const Travail = ({ travail: { libelle, fait, total, annulable }, actions }: { readonly travail: NonNullable<Etat['travail']>; readonly actions: Actions }) => {
  const [long, dure] = useState(false);
  useEffect(() => {
    const attente = setTimeout(() => dure(true), PATIENCE);
    return () => clearTimeout(attente);
  }, []);
  if (!long) return null;
  const part = total > 0 ? Math.round((100 * fait) / total) : null;
  return (
    <div class="travail">
      <div class="pas"><span id="travail">{typographie(libelle)}</span>{part !== null && <span>{fr`${part} %`}</span>}</div>
      {part === null ? <progress aria-labelledby="travail" /> : <progress max="100" value={part} aria-labelledby="travail" />}
      {annulable && <div class="rangee"><Bouton genre="petit" clic={actions.annule}>{fr`Annuler`}</Bouton></div>}
    </div>
  );
};

export const Succes = ({ succes: { message, feuille, ecrit }, annulation, actions }: { readonly succes: NonNullable<Etat['succes']>; readonly annulation: string | undefined; readonly actions: Actions }) => (
  <div class="succes" role="region" aria-label={fr`Dernière action`}>
    <div>
      <p>{typographie(message)}</p>
      {feuille !== null && <Geste genre="lien fort" clic={() => actions.va(`${feuille}!A1`)}>{fr`Aller à « ${feuille} »`}</Geste>}
      {ecrit && feuille !== null && annulation !== undefined && <p>{typographie(annulation)}</p>}
    </div>
    <button type="button" class="icone" aria-label={fr`Fermer le message`} onClick={actions.tais}><Icone nom="ferme" /></button>
  </div>
);
