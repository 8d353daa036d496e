// Les champs des formulaires : chacun porte son étiquette, son aide et son erreur ; une date se tape à la française et se relit en toutes lettres.
import { useState } from 'preact/hooks';
import type { ReglageMontre } from '../guichet/demande';
import { dateLongue, lisDateSaisie } from '../socle/date-saisie';
import { dateFr } from '../socle/format';
import { deIso } from '../socle/jours';
import { fr, typographie } from '../socle/typographie';
import { Paires, ParColonne, type Titres } from './champs-colonnes';
import { Icone } from './icones';

type Commun = { readonly id: string; readonly libelle: string; readonly erreur?: string | undefined; readonly aide?: string };

const Dessous = ({ id, erreur, aide }: Pick<Commun, 'id' | 'erreur' | 'aide'>) =>
  erreur !== undefined ? <p class="erreur" id={`${id}-a`}><Icone nom="faute" /><span>{typographie(erreur)}</span></p> : aide === undefined || aide === '' ? null : <p class="aide" id={`${id}-a`}>{typographie(aide)}</p>;

type Saisissable = Commun & { readonly valeur: string; readonly change: (valeur: string) => void };

export const Texte = ({ id, libelle, erreur, aide, valeur, change, numerique }: Saisissable & { readonly numerique?: boolean }) => (
  <div class="champ">
    <label for={id}>{typographie(libelle)}</label>
    <input id={id} name={id} value={valeur} autoComplete="off" inputMode={numerique === true ? 'decimal' : 'text'} aria-invalid={erreur !== undefined} aria-describedby={`${id}-a`} onInput={(e) => change(e.currentTarget.value)} />
    <Dessous id={id} erreur={erreur} aide={aide ?? ''} />
  </div>
);

export const Choix = ({ id, libelle, erreur, aide, valeur, change, choix }: Saisissable & { readonly choix: readonly { readonly valeur: string; readonly libelle: string }[] }) => (
  <div class="champ">
    <label for={id}>{typographie(libelle)}</label>
    <select id={id} name={id} value={valeur} aria-invalid={erreur !== undefined} aria-describedby={`${id}-a`} onChange={(e) => change(e.currentTarget.value)}>
      {choix.map((un) => <option key={un.valeur} value={un.valeur}>{typographie(un.libelle)}</option>)}
    </select>
    <Dessous id={id} erreur={erreur} aide={aide ?? ''} />
  </div>
);

/** Une date qui n'en est pas une : ce qu'on lit sous le champ. */
export const DATE_REFUSEE = 'Cette date n’existe pas. Exemple : 18/12/2026';

/** @param aujourdhui AAAA-MM-JJ : « demain » et « +15 » en partent */
export const DateFr = ({ id, libelle, erreur, aide, valeur, change, aujourdhui }: Saisissable & { readonly aujourdhui: string }) => {
  const [quitte, marque] = useState(false);
  const jour = lisDateSaisie(valeur, deIso(aujourdhui) ?? 0);
  const refus = erreur ?? (quitte && valeur.trim() !== '' && jour === null ? DATE_REFUSEE : undefined);
  const echo = jour === null ? (aide ?? '') : dateLongue(jour);
  return (
    <div class="champ">
      <label for={id}>{typographie(libelle)} <span class="discret">{fr`(jj/mm/aaaa)`}</span></label>
      <input
        id={id} name={id} value={valeur} autoComplete="off" inputMode="text" aria-invalid={refus !== undefined} aria-describedby={`${id}-a`}
        onInput={(e) => { marque(false); change(e.currentTarget.value); }}
        onBlur={() => { marque(true); if (jour !== null) change(dateFr(jour)); }}
      />
      <Dessous id={id} erreur={refus} aide={echo || 'Aussi : 18/12, +15, demain'} />
    </div>
  );
};

type DeReglage = { readonly reglage: ReglageMontre; readonly valeur: string; readonly change: (valeur: string) => void; readonly erreur: string | undefined; readonly aujourdhui: string; /** Les feuilles que l'on peut désigner, et les titres de celle qui est lue. */ readonly onglets: readonly string[]; readonly titres: Titres };

/** Le champ d'un réglage, d'après sa forme ; l'aide dit la valeur par défaut et d'où elle vient. */
export const ChampDeReglage = ({ reglage, valeur, change, erreur, aujourdhui, onglets, titres }: DeReglage) => {
  const { clef, libelle, defaut, source, forme } = reglage;
  const dite = forme.genre === 'choix' ? (forme.choix.find((un) => un.valeur === defaut)?.libelle ?? defaut) : defaut;
  const surTitres = titres.length > 0 && (forme.genre === 'par-colonne' || forme.genre === 'paires');
  const exemple = 'exemple' in forme && !surTitres && forme.exemple !== '' && forme.exemple !== defaut ? `Exemple : ${forme.exemple}. ` : '';
  const origine = source === 'filtre' ? '' : `${defaut === '' || valeur === defaut ? '' : `Par défaut : ${dite}. `}Source : ${source}.`;
  const commun = { id: `r-${clef}`, libelle, erreur, change, aide: exemple + origine };
  if (forme.genre === 'choix') return <Choix {...commun} valeur={valeur || (forme.choix[0]?.valeur ?? '')} choix={forme.choix} />;
  if (forme.genre === 'date') return <DateFr {...commun} valeur={valeur} aujourdhui={aujourdhui} />;
  if (forme.genre === 'onglet') return <Choix {...commun} valeur={valeur} choix={[{ valeur: '', libelle: 'Aucune en particulier' }, ...[...new Set([...onglets, ...(valeur === '' ? [] : [valeur])])].map((nom) => ({ valeur: nom, libelle: nom }))]} />;
  if (surTitres) {
    return (
      <fieldset class="champ" id={commun.id} tabIndex={-1} aria-describedby={`${commun.id}-a`}>
        <legend>{typographie(libelle)}</legend>
        {forme.genre === 'par-colonne' ? <ParColonne {...commun} valeur={valeur} titres={titres} choix={forme.choix} /> : <Paires {...commun} valeur={valeur} titres={titres} />}
        <Dessous id={commun.id} erreur={erreur} aide={commun.aide} />
      </fieldset>
    );
  }
  return <Texte {...commun} valeur={valeur} numerique={forme.genre === 'entier'} />;
};
