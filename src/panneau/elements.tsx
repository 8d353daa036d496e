// Les petites pièces que plusieurs écrans partagent : une note, un titre qui prend le focus, un retour, une liste qui s'allonge.
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fr, typographie } from '../socle/typographie';
import { Icone, type NomIcone } from './icones';

type PropsDeGeste = { readonly genre: string; readonly clic: () => unknown; readonly nom?: string | undefined; readonly eteint?: boolean; readonly children: ComponentChildren };

/** Ce que l'on clique, à habiller par sa classe ; `nom` remplace le texte pour qui ne voit pas ce qui l'entoure. */
export const Geste = ({ genre, clic, nom, eteint = false, children }: PropsDeGeste) => (
  <button type="button" class={genre} disabled={eteint} aria-label={nom} onClick={() => void clic()}>{children}</button>
);

export const Bouton = ({ genre = '', ...reste }: Omit<PropsDeGeste, 'genre'> & { readonly genre?: string }) => <Geste genre={`bouton ${genre}`} {...reste} />;

type Ton = 'info' | 'alerteNote' | 'faute' | 'bonne';
const ICONES: Readonly<Record<Ton, NomIcone>> = { info: 'info', alerteNote: 'attention', faute: 'faute', bonne: 'bon' };

export const Note = ({ ton = 'info', children }: { readonly ton?: Ton; readonly children: ComponentChildren }) => (
  <div class={`note ${ton}`}><Icone nom={ICONES[ton]} /><div>{children}</div></div>
);

/** Le titre d'un écran : il reçoit le focus quand l'écran s'ouvre, pour que la lecture reprenne là. */
const Titre = ({ children }: { readonly children: ComponentChildren }) => {
  const titre = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => titre.current?.focus(), []);
  return <h2 tabIndex={-1} ref={titre}>{children}</h2>;
};

/** Un écran second : son retour, son titre, son contenu. */
export const Page = ({ titre, retour, children }: { readonly titre: string; readonly retour: () => void; readonly children: ComponentChildren }) => (
  <div class="page">
    <button type="button" class="retour" onClick={retour}><Icone nom="retour" />{fr`Retour`}</button>
    <Titre>{typographie(titre)}</Titre>
    {children}
  </div>
);

/** Une erreur : annoncée, et le focus y est porté. */
export const Alarme = ({ message, children }: { readonly message: string; readonly children?: ComponentChildren }) => {
  const boite = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => boite.current?.focus(), [message]);
  return (
    <div role="alert" tabIndex={-1} ref={boite} class="note faute">
      <Icone nom="faute" />
      <div><p>{typographie(message)}</p>{children}</div>
    </div>
  );
};

const PAR_FOIS = 30;

/** Une liste longue se donne par morceaux ; `total` dit ce que le classeur a de plus que la liste reçue. */
export const Longue = <T,>({ liste, total, rend }: { readonly liste: readonly T[]; readonly total: number; readonly rend: (element: T, rang: number) => ComponentChildren }) => {
  const [montres, allonge] = useState(PAR_FOIS);
  const elements = useRef<HTMLUListElement>(null);
  // Le bouton s'en va ou descend : la lecture reprend au premier élément ajouté.
  useEffect(() => {
    if (montres > PAR_FOIS) (elements.current?.children[montres - PAR_FOIS] as HTMLElement | undefined)?.focus();
  }, [montres]);
  return (
    <>
      <ul class="liste" ref={elements}>{liste.slice(0, montres).map((element, rang) => <li key={rang} tabIndex={-1}>{rend(element, rang)}</li>)}</ul>
      {montres < liste.length && <div class="rangee"><Bouton clic={() => allonge(montres + PAR_FOIS)}>{fr`Afficher la suite (${liste.length - montres})`}</Bouton></div>}
      {montres >= liste.length && total > liste.length && <p class="discret">{fr`Les ${liste.length} premières sur ${total} sont montrées ; traitez-les, puis actualisez.`}</p>}
    </>
  );
};
