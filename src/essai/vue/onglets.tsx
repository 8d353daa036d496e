// Les onglets des feuilles, en bas de la grille.
import type { Feuille } from '../feuille';

export const Onglets = ({ feuilles, active, choisis }: { feuilles: readonly Feuille[]; active: string; choisis: (nom: string) => void }) => {
  const visibles = feuilles.filter(({ masquee, nom }) => !masquee || nom === active);
  const cachees = feuilles.length - visibles.length;
  const rang = visibles.findIndex(({ nom }) => nom === active);
  return (
    <div class="onglets-feuilles">
      <div role="tablist" aria-label="Feuilles du classeur" class="liste" onKeyDown={(e) => {
        const pas = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
        const cible = e.key === 'Home' ? 0 : e.key === 'End' ? visibles.length - 1 : rang + pas;
        if ((pas === 0 && e.key !== 'Home' && e.key !== 'End') || !visibles[cible]) return;
        e.preventDefault();
        choisis(visibles[cible].nom);
        (e.currentTarget.children[cible] as HTMLElement).focus();
      }}>
        {visibles.map(({ nom, marque }) => (
          <button key={nom} type="button" role="tab" aria-selected={nom === active} tabIndex={nom === active ? 0 : -1} class={marque === null ? 'feuille' : 'feuille notre'} onClick={() => choisis(nom)}>{nom}</button>
        ))}
      </div>
      {cachees > 0 && <span class="discret">{cachees} {cachees < 2 ? 'feuille masquée' : 'feuilles masquées'}</span>}
    </div>
  );
};
