// Les onglets : un par outil. Les flèches passent de l'un à l'autre, Début et Fin vont aux extrémités.
import { useRef } from 'preact/hooks';
import type { OutilMontre } from '../guichet/demande';
import { fr, typographie } from '../socle/typographie';

type Props = { readonly outils: readonly OutilMontre[]; readonly choisi: string; readonly choisis: (id: string) => void };

export const Onglets = ({ outils, choisi, choisis }: Props) => {
  const liste = useRef<HTMLDivElement>(null);
  const touche = (e: KeyboardEvent): void => {
    const rang = outils.findIndex(({ id }) => id === choisi);
    const voulu = ({ ArrowRight: rang + 1, ArrowLeft: rang - 1, Home: 0, End: outils.length - 1 } as Readonly<Record<string, number>>)[e.key];
    if (voulu === undefined) return;
    e.preventDefault();
    const suivant = (voulu + outils.length) % outils.length;
    choisis(outils[suivant]?.id ?? choisi);
    (liste.current?.children[suivant] as HTMLElement | undefined)?.focus();
  };
  return (
    <div class="onglets" role="tablist" aria-label={fr`Outils`} ref={liste} onKeyDown={touche}>
      {outils.map(({ id, nomCourt, titre }) => (
        <button key={id} type="button" role="tab" id={`onglet-${id}`} aria-controls="rubrique" aria-selected={id === choisi} tabIndex={id === choisi ? 0 : -1} title={typographie(titre)} onClick={() => choisis(id)}>{typographie(nomCourt)}</button>
      ))}
    </div>
  );
};
