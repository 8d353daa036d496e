// Les taux essentiels, en puces : la valeur, ses effectifs, sa cible en mots et en signe ; puis tous les indicateurs avec leurs définitions.
import type { AnalyseMontree } from '../guichet/demande';
import type { Essentiel, Indicateur } from '../socle/outil';
import { dateFr, nombre, pluriel, pourcent, SANS_OBJET } from '../socle/format';
import { deIso } from '../socle/jours';
import { fr, typographie } from '../socle/typographie';
import { Puce } from './graphiques';
import { Icone } from './icones';

const jourFr = (iso: string | null): string => (iso === null ? '…' : dateFr(deIso(iso) ?? 0));

const effectif = ({ numerateur, denominateur }: Indicateur): string => (numerateur === null ? fr`n = ${nombre(denominateur)}` : fr`${nombre(numerateur)} sur ${nombre(denominateur)}`);

/** Un écart se dit en points, sans signe ni arrondi trompeur : 0,04 point s'écrit « moins de 0,1 point ». */
const ecart = (valeur: number, cible: number): string => {
  const points = Math.abs(valeur - cible) * 100;
  return points < 0.05 ? fr`moins de 0,1 point` : fr`${nombre(points, 1)} ${pluriel(points, 'point', 'points')}`;
};

const Cible = ({ valeur, cible, sens }: { readonly valeur: number | null; readonly cible: number | null; readonly sens: Essentiel['sens'] }) => {
  if (cible === null || valeur === null) return null;
  const atteinte = sens === 'au-moins' ? valeur >= cible : valeur <= cible;
  const nom = sens === 'au-moins' ? fr`cible ${pourcent(cible, 0)}` : fr`max. ${pourcent(cible, 0)}`;
  return (
    <span class={`cible ${atteinte ? 'bon' : 'loin'}`}>
      <Icone nom={atteinte ? 'bon' : 'attention'} />
      <span>{atteinte ? fr`${nom} : atteinte` : sens === 'au-moins' ? fr`${nom} : manque ${ecart(valeur, cible)}` : fr`${nom} : dépassé de ${ecart(valeur, cible)}`}</span>
    </span>
  );
};

export const Taux = ({ essentiels, indicateurs }: Pick<AnalyseMontree, 'essentiels' | 'indicateurs'>) => (
  <ul class="taux">
    {essentiels.map(({ id, titre, cible, sens }) => {
      const indicateur = indicateurs.find((candidat) => candidat.id === id && candidat.canal === 'tous');
      if (indicateur === undefined) return null;
      const { valeur } = indicateur;
      return (
        <li key={id} data-indicateur={id}>
          <span class="nom">{typographie(titre)}</span>
          <span class="ligne">
            <span class={valeur === null ? 'valeur vide' : 'valeur'}>{pourcent(valeur)}</span>
            <span class="effectif">{effectif(indicateur)}</span>
          </span>
          {valeur !== null && <Puce valeur={valeur} cible={cible} maximum={1} />}
          <Cible valeur={valeur} cible={cible} sens={sens} />
        </li>
      );
    })}
  </ul>
);

const valeurDe = ({ valeur, unite }: Indicateur): string => (valeur === null ? SANS_OBJET : unite === 'proportion' ? pourcent(valeur) : fr`${nombre(valeur, 1)} j`);

const NOMS_CANAUX: Readonly<Record<string, string>> = { courrier: 'Courriers', courriel: 'Courriels' };

/** Tous les indicateurs, canal par canal, chacun avec ses effectifs et sa définition. */
export const Indicateurs = ({ indicateurs, phrases }: Pick<AnalyseMontree, 'indicateurs' | 'phrases'>) => {
  const premier = indicateurs[0];
  if (premier === undefined) return null;
  return (
    <details class="tous">
      <summary>{fr`Tous les indicateurs et leurs définitions`}</summary>
      <p class="discret">{fr`Du ${jourFr(premier.periode.du)} au ${jourFr(premier.periode.au)}. Filtres : ${premier.filtres}.`}</p>
      {phrases.map((phrase) => <p class="discret" key={phrase}>{typographie(phrase)}</p>)}
      <ul class="liste">
        {indicateurs.filter(({ canal }) => canal === 'tous').map((indicateur) => (
          <li key={indicateur.id}>
            <div class="ligne"><b>{typographie(indicateur.libelle)}</b><span>{valeurDe(indicateur)} <span class="discret">({effectif(indicateur)})</span></span></div>
            <div class="discret">
              {indicateurs.filter(({ id, canal }) => id === indicateur.id && canal !== 'tous').map((autre) => <div key={autre.canal}>{fr`${NOMS_CANAUX[autre.canal] ?? autre.canal} : ${valeurDe(autre)} (${effectif(autre)})`}</div>)}
              {typographie(indicateur.definition)}
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
};
