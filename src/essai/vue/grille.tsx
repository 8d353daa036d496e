// La grille : seules les lignes et les colonnes visibles existent dans la page, quel que soit leur nombre dans la feuille.
import { lettres } from '../../socle/cellule';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { contientCellule } from '../feuille';
import { CelluleVue, type Zone } from './cellules';
import { geometrie } from './geometrie';
import { bouge, rectangleDe, type Selection } from './selection';

export type Edition = { readonly texte: string; readonly dans: 'cellule' | 'barre' } | null;
type Props = Omit<Zone, 'lignes' | 'colonnes'> & {
  readonly selection: Selection;
  readonly edition: Edition;
  /** Change quand les cellules changent. */
  readonly version: number;
  readonly surligne: string | null;
  choisis(selection: Selection): void;
  edite(edition: Edition): void;
  /** Valide la saisie puis va dans cette direction. */
  valide(ligne: number, colonne: number): void;
  vide(): void;
  colle(texte: string): void;
  copie(): string;
  /** Ce qui se dessine par-dessus les cellules : les graphiques. */
  par(zone: Zone): ComponentChildren;
};

const MARGE = 46;
const ENTETE = 24;

export const Grille = (props: Props) => {
  const { feuille, selection, edition, version } = props;
  const boite = useRef<HTMLDivElement>(null);
  const cases = useRef<HTMLDivElement>(null);
  const champ = useRef<HTMLTextAreaElement>(null);
  const [fenetre, regle] = useState({ x: 0, y: 0, largeur: 1200, hauteur: 700 });
  const axes = useMemo(() => geometrie(feuille, selection.actif), [feuille, version, Math.ceil(selection.actif.ligne / 40), Math.ceil(selection.actif.colonne / 8)]);
  const zone: Zone = { feuille, apparences: props.apparences, ...axes };
  const { lignes, colonnes } = axes;

  const mesure = (): void => {
    const b = boite.current;
    if (b) regle({ x: b.scrollLeft, y: b.scrollTop, largeur: b.clientWidth, hauteur: b.clientHeight });
  };
  useEffect(() => {
    const observateur = new ResizeObserver(mesure);
    observateur.observe(boite.current!);
    return () => observateur.disconnect();
  }, []);
  useLayoutEffect(() => {
    boite.current!.scrollTo(0, 0);
    mesure();
  }, [feuille.nom]);
  // La cellule active reste visible.
  useLayoutEffect(() => {
    const b = boite.current!;
    const { ligne, colonne } = selection.actif;
    const [haut, gauche] = [lignes.debut(ligne), colonnes.debut(colonne)];
    const [bas, droite] = [haut + lignes.taille(ligne), gauche + Math.min(colonnes.taille(colonne), b.clientWidth - MARGE)];
    if (haut < b.scrollTop) b.scrollTop = haut;
    else if (bas > b.scrollTop + b.clientHeight - ENTETE) b.scrollTop = bas - b.clientHeight + ENTETE + 2;
    if (gauche < b.scrollLeft) b.scrollLeft = gauche;
    else if (droite > b.scrollLeft + b.clientWidth - MARGE) b.scrollLeft = droite - b.clientWidth + MARGE + 2;
    mesure();
  }, [feuille.nom, selection.actif.ligne, selection.actif.colonne]);
  useLayoutEffect(() => {
    if (edition?.dans === 'cellule') champ.current?.focus();
  }, [edition?.dans]);

  const [l1, l2] = [Math.max(1, lignes.a(fenetre.y) - 4), Math.min(lignes.nombre, lignes.a(fenetre.y + fenetre.hauteur) + 4)];
  const [c1, c2] = [Math.max(1, colonnes.a(fenetre.x) - 6), Math.min(colonnes.nombre, colonnes.a(fenetre.x + fenetre.largeur) + 1)];
  /** Une fusion dont la tête est hors de vue se montre par sa tête. */
  const tetes = feuille.fusions.filter((f) => f.haut < l1 && f.bas >= l1 && f.gauche <= c2 && f.droite >= c1).map((f) => f.haut);
  const visibles = [...new Set([...tetes, ...Array.from({ length: l2 - l1 + 1 }, (_, i) => l1 + i)])].filter((ligne) => lignes.taille(ligne) > 0 || ligne === selection.actif.ligne);
  const rangs = Array.from({ length: c2 - c1 + 1 }, (_, i) => c1 + i).filter((colonne) => colonnes.taille(colonne) > 0);
  const actif = selection.actif;
  const choisi = rectangleDe(selection, feuille);
  const cadre = { left: `${MARGE + colonnes.debut(choisi.gauche)}px`, top: `${ENTETE + lignes.debut(choisi.haut)}px`, width: `${colonnes.debut(choisi.droite + 1) - colonnes.debut(choisi.gauche)}px`, height: `${lignes.debut(choisi.bas + 1) - lignes.debut(choisi.haut)}px` };

  const place = (e: MouseEvent): { ligne: number; colonne: number } => {
    const b = boite.current!.getBoundingClientRect();
    const [x, y] = [e.clientX - b.left + fenetre.x - MARGE, e.clientY - b.top + fenetre.y - ENTETE];
    const [ligne, colonne] = [lignes.a(Math.max(0, y)), colonnes.a(Math.max(0, x))];
    const fusion = feuille.fusions.find((f) => contientCellule(f, ligne, colonne));
    return fusion ? { ligne: fusion.haut, colonne: fusion.gauche } : { ligne, colonne };
  };
  const clavier = (e: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(fenetre.hauteur / 24) - 2);
    const suivante = bouge(selection, e, feuille, page, { lignes: lignes.nombre, colonnes: colonnes.nombre });
    if (suivante) props.choisis(suivante);
    else if (e.key === 'F2') props.edite({ texte: '', dans: 'cellule' });
    else if (e.key === 'Delete' || e.key === 'Backspace') props.vide();
    else if (e.key.length === 1 && !e.ctrlKey && !e.metaKey && !e.altKey) props.edite({ texte: e.key, dans: 'cellule' });
    else return;
    e.preventDefault();
  };
  const clavierDuChamp = (e: KeyboardEvent): void => {
    if (e.key === 'Escape') props.edite(null);
    else if (e.key === 'Enter' && !e.altKey) props.valide(e.shiftKey ? -1 : 1, 0);
    else if (e.key === 'Tab') props.valide(0, e.shiftKey ? -1 : 1);
    else return;
    e.preventDefault();
    cases.current!.focus({ preventScroll: true });
  };

  return (
    <div
      ref={boite}
      class="grille"
      onScroll={mesure}
      onMouseDown={(e) => {
        // Sur la barre de défilement, la cible est la boîte elle-même.
        if (e.target === champ.current || e.target === boite.current || e.button !== 0) return;
        cases.current!.focus({ preventScroll: true });
        const ici = place(e);
        props.choisis(e.shiftKey ? { ...selection, actif: ici } : { ancre: ici, actif: ici });
      }}
      onMouseMove={(e) => e.buttons === 1 && e.target !== champ.current && props.choisis({ ancre: selection.ancre, actif: place(e) })}
      onDblClick={(e) => e.target !== champ.current && props.edite({ texte: '', dans: 'cellule' })}
      onCopy={(e) => {
        if (e.target === champ.current) return;
        e.clipboardData?.setData('text/plain', props.copie());
        e.preventDefault();
      }}
      onPaste={(e) => {
        if (e.target === champ.current) return;
        props.colle(e.clipboardData?.getData('text/plain') ?? '');
        e.preventDefault();
      }}
    >
      <div class="toile" style={{ width: `${MARGE + colonnes.debut(colonnes.nombre + 1)}px`, height: `${ENTETE + lignes.debut(lignes.nombre + 1)}px` }}>
        <div
          ref={cases}
          class="cases"
          role="grid"
          tabIndex={0}
          aria-label={`Feuille ${feuille.nom}`}
          aria-rowcount={lignes.nombre}
          aria-colcount={colonnes.nombre}
          aria-activedescendant={`c-${lettres(actif.colonne)}${actif.ligne}`}
          aria-multiselectable="true"
          onKeyDown={clavier}
        >
          <div class="titres" role="row" aria-rowindex={1} style={{ height: `${ENTETE}px` }}>
            <div class="coin" role="columnheader"><span class="cache">Ligne</span></div>
            {rangs.map((colonne) => (
              <div key={colonne} role="columnheader" aria-colindex={colonne + 1} class={colonne >= choisi.gauche && colonne <= choisi.droite ? 'titre vu' : 'titre'} style={{ left: `${MARGE + colonnes.debut(colonne)}px`, width: `${colonnes.taille(colonne)}px` }}>
                {lettres(colonne)}
              </div>
            ))}
          </div>
          {visibles.map((ligne) => (
            <div key={ligne} role="row" aria-rowindex={ligne + 1} class={feuille.vue.quadrillage ? 'ligne' : 'ligne nue'} style={{ top: `${ENTETE + lignes.debut(ligne)}px`, height: `${lignes.taille(ligne)}px` }}>
              <div role="rowheader" class={ligne >= choisi.haut && ligne <= choisi.bas ? 'numero vu' : 'numero'}>{ligne}</div>
              <div class="rang">
                {rangs.map((colonne) => <CelluleVue key={colonne} zone={zone} ligne={ligne} colonne={colonne} active={ligne === actif.ligne && colonne === actif.colonne} />)}
              </div>
            </div>
          ))}
        </div>
        {feuille.vue.quadrillage && rangs.map((colonne) => <div key={`t${colonne}`} class="trait" style={{ left: `${MARGE + colonnes.debut(colonne + 1) - 1}px`, top: `${fenetre.y}px`, height: `${fenetre.hauteur}px` }} />)}
        <div class="dessins" style={{ left: `${MARGE}px`, top: `${ENTETE}px` }}>{props.par(zone)}</div>
        <div class={props.surligne === `${feuille.nom}!${lettres(actif.colonne)}${actif.ligne}` ? 'cadre surligne' : 'cadre'} style={cadre} />
        {edition?.dans === 'cellule' && (
          <textarea
            ref={champ}
            class="saisie"
            aria-label={`Contenu de ${lettres(actif.colonne)}${actif.ligne}`}
            rows={1}
            value={edition.texte}
            style={{ left: cadre.left, top: cadre.top, minWidth: cadre.width, height: cadre.height, width: `${Math.max(colonnes.taille(actif.colonne), edition.texte.length * 8 + 24)}px` }}
            onInput={(e) => props.edite({ texte: e.currentTarget.value, dans: 'cellule' })}
            onKeyDown={clavierDuChamp}
            onBlur={() => props.valide(0, 0)}
          />
        )}
      </div>
    </div>
  );
};
