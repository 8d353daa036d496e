// Un graphique de la feuille, redessiné en SVG d'après sa définition et les valeurs du moment.
import type { GraphiqueLu, SerieLue } from '../../fichier/xlsx-graphique-lu';
import { nombre, pourcent } from '../../socle/format';

export type Donnees = { readonly categories: readonly string[]; readonly valeurs: readonly (number | null)[] };
type Props = { readonly graphique: GraphiqueLu; readonly largeur: number; readonly hauteur: number; readonly donnees: (serie: SerieLue) => Donnees };

const COULEURS = ['#10489e', '#c06c10', '#1297c4', '#581432'];
const couleurDe = (serie: SerieLue, rang: number): string => serie.couleurs[0] ?? COULEURS[rang % COULEURS.length]!;

/** Le plus petit nombre rond (1, 2 ou 5 fois une puissance de dix) qui couvre le maximum en cinq pas. */
const pasRond = (maximum: number): number => {
  const brut = Math.max(maximum, 1) / 5;
  const puissance = 10 ** Math.floor(Math.log10(brut));
  return Math.max(1, [1, 2, 5, 10].map((n) => n * puissance).find((pas) => pas >= brut)!);
};
const maximum = (listes: readonly (readonly (number | null)[])[]): number => listes.flat().reduce<number>((a, b) => Math.max(a, b ?? 0), 0);

/** Un arc de cercle, en fractions de tour à partir de midi. */
const part = (cx: number, cy: number, r: number, debut: number, fin: number): string => {
  const point = (t: number): string => `${(cx + r * Math.sin(2 * Math.PI * t)).toFixed(1)} ${(cy - r * Math.cos(2 * Math.PI * t)).toFixed(1)}`;
  // Un tour complet n'a pas de bord : deux demi-tours.
  if (fin - debut > 0.999) return `M${point(0)} A${r} ${r} 0 1 1 ${point(0.5)} A${r} ${r} 0 1 1 ${point(1)} Z`;
  return `M${cx} ${cy} L${point(debut)} A${r} ${r} 0 ${fin - debut > 0.5 ? 1 : 0} 1 ${point(fin)} Z`;
};

/** « janv. 2026 » n'a pas toujours la place : alors toutes les étiquettes se réduisent à leur premier mot, puis à ses premières lettres. */
const courtes = (textes: readonly string[], large: number): string[] => {
  const place = Math.max(3, Math.floor((large + 4) / 6));
  return textes.every(({ length }) => length <= place) ? [...textes] : textes.map((texte) => texte.split(' ')[0]!.slice(0, place));
};

const Secteurs = ({ graphique, largeur, hauteur, donnees }: Props) => {
  const serie = graphique.series[0]!;
  const { valeurs } = donnees(serie);
  const total = valeurs.reduce<number>((a, b) => a + (b ?? 0), 0);
  const [cx, cy, r] = [largeur / 2, hauteur / 2 + 12, Math.max(20, Math.min(largeur, hauteur - 40) / 2 - 26)];
  let t = 0;
  if (total === 0) return <text class="doux" x={cx} y={cy} text-anchor="middle">Aucune donnée</text>;
  return (
    <>
      {valeurs.map((v, i) => {
        const [debut, fin] = [t, (t += (v ?? 0) / total)];
        if (fin === debut) return null;
        const milieu = 2 * Math.PI * ((debut + fin) / 2);
        return (
          <g key={i}>
            <path d={part(cx, cy, r, debut, fin)} fill={serie.couleurs[i % Math.max(1, serie.couleurs.length)] ?? COULEURS[i % 4]} stroke="#fff" stroke-width="2" />
            <text class="fort" x={cx + (r + 16) * Math.sin(milieu)} y={cy - (r + 12) * Math.cos(milieu) + 4} text-anchor="middle">{pourcent((v ?? 0) / total, 0)}</text>
          </g>
        );
      })}
    </>
  );
};

const Courbes = ({ graphique, largeur, hauteur, donnees }: Props) => {
  const series = graphique.series.map((serie, rang) => ({ serie, couleur: couleurDe(serie, rang), ...donnees(serie) }));
  const aDroite = series.some(({ serie }) => serie.enPourcent) && series.some(({ serie }) => !serie.enPourcent);
  const barres = series.filter(({ serie }) => serie.forme === 'barres');
  const categories = series[0]?.categories ?? [];
  const [g, d, h, b] = [38, aDroite ? 40 : 12, 34, 48];
  const [l, ht] = [largeur - g - d, hauteur - h - b];
  const simples = series.filter(({ serie }) => !serie.enPourcent).map(({ valeurs }) => valeurs);
  /** Ce que les barres déjà posées d'une catégorie portent sous celle de la série `rang` ; rien quand elles sont côte à côte. */
  const dessous = (rang: number, i: number): number => (graphique.empile ? barres.slice(0, rang).reduce((total, { valeurs }) => total + (valeurs[i] ?? 0), 0) : 0);
  const ordinaires = graphique.empile && simples.length > 0 ? [categories.map((_, i) => dessous(barres.length, i))] : simples;
  const pas = ordinaires.length > 0 ? pasRond(maximum(ordinaires)) : 0.2;
  const sommet = ordinaires.length > 0 ? pas * Math.max(1, Math.ceil(maximum(ordinaires) / pas)) : 1;
  const y = (valeur: number, enPourcent: boolean): number => h + ht * (1 - valeur / (enPourcent ? 1 : sommet));
  const large = l / Math.max(1, categories.length);
  const x = (i: number): number => g + large * (i + 0.5);
  const graduations = Array.from({ length: Math.round(sommet / pas) + 1 }, (_, i) => i * pas);
  return (
    <>
      {graduations.map((v) => (
        <g key={v}>
          <line x1={g} x2={g + l} y1={y(v, ordinaires.length === 0)} y2={y(v, ordinaires.length === 0)} stroke="#d9d9d9" />
          <text class="doux" x={g - 6} y={y(v, ordinaires.length === 0) + 4} text-anchor="end">{ordinaires.length === 0 ? pourcent(v, 0) : nombre(v)}</text>
        </g>
      ))}
      {aDroite && [0, 0.2, 0.4, 0.6, 0.8, 1].map((v) => <text key={v} class="doux" x={g + l + 6} y={y(v, true) + 4}>{pourcent(v, 0)}</text>)}
      {barres.map(({ serie, couleur, valeurs }, rang) => valeurs.map((v, i) => {
        const [base, epais] = [dessous(rang, i), (large * 0.62) / (graphique.empile ? 1 : barres.length)];
        return v !== null && <rect key={`${rang}-${i}`} x={x(i) - (large * 0.62) / 2 + (graphique.empile ? 0 : rang * epais)} width={epais} y={y(base + v, serie.enPourcent)} height={Math.max(0, y(base, serie.enPourcent) - y(base + v, serie.enPourcent))} fill={couleur} />;
      }))}
      {series.filter(({ serie }) => serie.forme === 'ligne').map(({ serie, couleur, valeurs }, rang) => {
        // Un mois sans valeur coupe la ligne : ce n'est pas un zéro.
        const trace = valeurs.map((v, i) => (v === null ? '' : `${i === 0 || valeurs[i - 1] === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(v, serie.enPourcent).toFixed(1)}`)).join('');
        return (
          <g key={rang}>
            <path d={trace} fill="none" stroke={couleur} stroke-width="2.5" />
            {valeurs.map((v, i) => v !== null && <circle key={i} cx={x(i)} cy={y(v, serie.enPourcent)} r="3.5" fill={couleur} stroke="#fff" />)}
          </g>
        );
      })}
      {courtes(categories, large).map((texte, i) => <text key={i} class="doux" x={x(i)} y={h + ht + 16} text-anchor="middle">{texte}</text>)}
      {series.map(({ serie, couleur }, i) => {
        const gauche = g + (l / series.length) * i;
        return (
          <g key={`legende${i}`}>
            {serie.forme === 'ligne' ? <line x1={gauche} x2={gauche + 16} y1={hauteur - 14} y2={hauteur - 14} stroke={couleur} stroke-width="3" /> : <rect x={gauche} y={hauteur - 20} width="12" height="12" fill={couleur} />}
            <text class="doux" x={gauche + 20} y={hauteur - 10}>{serie.titre}</text>
          </g>
        );
      })}
    </>
  );
};

export const GraphiqueVu = (props: Props) => {
  const { graphique, largeur, hauteur } = props;
  return (
    <svg class="graphique" role="img" aria-label={[graphique.titre, graphique.lecture].filter(Boolean).join('. ') || 'Graphique'} width={largeur} height={hauteur} viewBox={`0 0 ${largeur} ${hauteur}`}>
      <rect x="0.5" y="0.5" width={largeur - 1} height={hauteur - 1} fill="#fff" stroke="#d9d9d9" />
      <text class="fort" x={largeur / 2} y="22" text-anchor="middle">{graphique.titre}</text>
      {graphique.series.length === 0 ? (
        <text class="doux" x={largeur / 2} y={hauteur / 2} text-anchor="middle">Ce graphique se voit dans votre tableur</text>
      ) : graphique.series[0]!.forme === 'secteurs' ? <Secteurs {...props} /> : <Courbes {...props} />}
    </svg>
  );
};

