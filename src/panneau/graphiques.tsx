// Les graphiques du volet : des fonctions pures qui rendent du SVG, lisible sans couleur, avec ses chiffres dans un tableau.
import type { Evolution } from '../socle/outil';
import { nombre, pourcent } from '../socle/format';
import { fr, typographie } from '../socle/typographie';

/** Une barre sur sa gouttière, et le repère de la cible ; le chiffre est à côté, en texte. */
export const Puce = ({ valeur, cible, maximum }: { readonly valeur: number; readonly cible: number | null; readonly maximum: number }) => {
  const x = (part: number): number => Math.round(Math.min(1, part / maximum) * 1000) / 10;
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" class="puce" aria-hidden="true" focusable="false">
      <rect width="100" height="8" rx="2" class="gouttiere" />
      <rect width={x(valeur)} height="8" rx="2" class="mesure" />
      {cible !== null && <><rect x={Math.max(0, x(cible) - 2)} width="4" height="8" class="halo" /><rect x={Math.max(0, x(cible) - 1)} width="2" height="8" class="repere" /></>}
    </svg>
  );
};

const [LARGEUR, HAUTEUR, GAUCHE, DROITE, HAUT, BAS] = [276, 128, 28, 34, 10, 20];
const arrondi = (valeur: number): number => Math.round(valeur * 10) / 10;

/** Le haut de l'axe : 1, 2 ou 5 fois une puissance de dix, pair pour que le milieu soit entier. */
export const sommet = (maximum: number): number => {
  const puissance = 10 ** Math.floor(Math.log10(Math.max(1, maximum)));
  return Math.max(2, [1, 2, 4, 6, 8, 10].map((pas) => pas * puissance).find((haut) => haut >= maximum) ?? 10 * puissance);
};

/** Les morceaux continus de la courbe : un mois sans taux la coupe. */
export const morceaux = (valeurs: readonly (number | null)[]): readonly (readonly { readonly rang: number; readonly valeur: number }[])[] => {
  const suites: { rang: number; valeur: number }[][] = [];
  let suite: { rang: number; valeur: number }[] | null = null;
  valeurs.forEach((valeur, rang) => {
    if (valeur === null) suite = null;
    else if (suite === null) suites.push((suite = [{ rang, valeur }]));
    else suite.push({ rang, valeur });
  });
  return suites;
};

const Douze = ({ evolution, id }: { readonly evolution: Evolution; readonly id: string }) => {
  const { titre, lecture, rangs, volume, taux } = evolution;
  const [largeur, hauteur] = [LARGEUR - GAUCHE - DROITE, HAUTEUR - HAUT - BAS];
  const haut = sommet(Math.max(...volume.valeurs));
  const pas = largeur / rangs.length;
  const x = (rang: number): number => arrondi(GAUCHE + pas * (rang + 0.5));
  const y = (part: number): number => arrondi(HAUT + hauteur * (1 - part));
  return (
    <svg viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`} role="img" aria-labelledby={`${id}-t ${id}-d`} class="douze">
      <title id={`${id}-t`}>{typographie(`${volume.titre} ; ${taux.titre} – ${titre}`)}</title>
      <desc id={`${id}-d`}>{typographie(lecture)}</desc>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <line x1={GAUCHE} x2={LARGEUR - DROITE} y1={y(part)} y2={y(part)} class="grille" />
          <text x={GAUCHE - 4} y={y(part) + 3.5} text-anchor="end">{nombre(haut * part)}</text>
          <text x={LARGEUR - DROITE + 4} y={y(part) + 3.5}>{pourcent(part, 0)}</text>
        </g>
      ))}
      {volume.valeurs.map((valeur, rang) => valeur > 0 && <rect key={rang} x={arrondi(x(rang) - pas * 0.34)} y={y(valeur / haut)} width={arrondi(pas * 0.68)} height={arrondi(hauteur * (valeur / haut))} rx="1.5" class="barre" />)}
      {taux.cible !== null && <line x1={GAUCHE} x2={LARGEUR - DROITE} y1={y(taux.cible)} y2={y(taux.cible)} class="seuil" />}
      {morceaux(taux.valeurs).map((suite) => (
        <g key={suite[0]?.rang}>
          <polyline class="courbe" points={suite.map(({ rang, valeur }) => `${x(rang)},${y(valeur)}`).join(' ')} />
          {suite.map(({ rang, valeur }) => <circle key={rang} class="point" r="2.6" cx={x(rang)} cy={y(valeur)} />)}
        </g>
      ))}
      {rangs.map((rang, i) => (rangs.length - 1 - i) % 3 === 0 && <text key={i} x={x(i)} y={HAUTEUR - 6} text-anchor="middle">{rang.replace(/ \d+$/, '')}</text>)}
    </svg>
  );
};

/** Le graphique, sa légende en mots et en formes, et ses chiffres. */
export const Evolue = ({ evolution, id }: { readonly evolution: Evolution; readonly id: string }) => {
  const { titre, rangs, volume, taux } = evolution;
  return (
    <>
      <h2>{typographie(titre)}</h2>
      <Douze evolution={evolution} id={id} />
      <ul class="legende douze-legende">
        <li><svg viewBox="0 0 18 10" class="douze" aria-hidden="true"><rect x="3" y="1" width="12" height="8" class="barre" /></svg>{typographie(volume.titre)}</li>
        <li><svg viewBox="0 0 18 10" class="douze" aria-hidden="true"><path d="M0 5h18" class="courbe" /><circle cx="9" cy="5" r="2.6" class="point" /></svg>{typographie(taux.titre)}</li>
        {taux.cible !== null && <li><svg viewBox="0 0 18 10" class="douze" aria-hidden="true"><path d="M0 5h18" class="seuil" /></svg>{fr`Cible ${pourcent(taux.cible, 0)}`}</li>}
      </ul>
      <details>
        <summary>{fr`Voir les chiffres`}</summary>
        <table>
          <caption class="cache">{typographie(titre)}</caption>
          <thead><tr><th scope="col">{fr`Mois`}</th><th scope="col" class="droite">{typographie(volume.titre)}</th><th scope="col" class="droite">{typographie(taux.titre)}</th></tr></thead>
          <tbody>{rangs.map((rang, i) => <tr key={i}><th scope="row">{rang}</th><td>{nombre(volume.valeurs[i] ?? 0)}</td><td>{pourcent(taux.valeurs[i] ?? null)}</td></tr>)}</tbody>
        </table>
      </details>
    </>
  );
};
