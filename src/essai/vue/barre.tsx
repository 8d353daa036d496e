// Le haut de la page : le fichier, les gestes, la case d'adresse et la barre de formule.
import { useEffect, useRef, useState } from 'preact/hooks';

type Props = {
  readonly nom: string;
  readonly modifie: boolean;
  readonly occupe: boolean;
  readonly peutAnnuler: boolean;
  readonly adresse: string;
  /** Ce que la cellule contient vraiment : la formule, ou la valeur telle qu'on la taperait. */
  readonly contenu: string;
  readonly phrase: string | null;
  readonly enSaisie: boolean;
  ouvre(fichier: File): void;
  enregistre(): void;
  annule(): void;
  va(adresse: string): void;
  saisis(texte: string | null): void;
  valide(ligne: number, colonne: number): void;
};

export const Barre = (props: Props) => {
  const fichier = useRef<HTMLInputElement>(null);
  const [ou, ecrisOu] = useState(props.adresse);
  useEffect(() => ecrisOu(props.adresse), [props.adresse]);
  return (
    <header class="barre">
      <div class="gestes">
        <strong class="produit">Classeur+</strong>
        <h1 class="fichier" title={props.nom}>{props.nom}{props.modifie && <span class="modifie"> · modifié</span>}</h1>
        <input ref={fichier} type="file" class="cache" tabIndex={-1} aria-hidden="true" accept=".xlsx,.xlsm,.csv,.txt,.tsv" onChange={(e) => {
          const choisi = e.currentTarget.files?.[0];
          if (choisi) props.ouvre(choisi);
          e.currentTarget.value = '';
        }} />
        <button type="button" class="bouton" disabled={props.occupe} onClick={() => fichier.current!.click()}>Ouvrir un fichier…</button>
        <button type="button" class="bouton" disabled={props.occupe || !props.peutAnnuler} onClick={props.annule} title="Ctrl+Z">Annuler la saisie</button>
        <button type="button" class="bouton premier" disabled={props.occupe} onClick={props.enregistre} title="Ctrl+S">Enregistrer une copie</button>
      </div>
      <div class="formule">
        <form onSubmit={(e) => {
          e.preventDefault();
          props.va(ou);
        }}>
          <input class="adresse" aria-label="Aller à une cellule, par exemple C37" title="Tapez une adresse, par exemple C37, puis Entrée" value={ou} spellcheck={false} onInput={(e) => ecrisOu(e.currentTarget.value)} onFocus={(e) => e.currentTarget.select()} onBlur={() => ecrisOu(props.adresse)} />
        </form>
        <input
          class="contenu"
          aria-label={`Contenu de ${props.adresse}`}
          value={props.contenu}
          spellcheck={false}
          onInput={(e) => props.saisis(e.currentTarget.value)}
          onKeyDown={(e) => {
            if (e.key === 'Enter') props.valide(1, 0);
            else if (e.key === 'Escape') props.saisis(null);
            else return;
            e.preventDefault();
          }}
          onBlur={() => props.enSaisie && props.valide(0, 0)}
        />
      </div>
      {props.phrase !== null && <p class="phrase"><span aria-hidden="true">▲ </span>{props.phrase}</p>}
    </header>
  );
};
