// Ce qu'un effacement ferait maintenant, décidé en lisant seulement : l'aperçu le dit, l'effacement le fait.
import { adresse, estVide, type Zone } from '../cellule';
import type { Releve } from '../classeur';
import { erreur, type ErreurClasseur } from '../erreurs';
import { lis, type Suite } from '../suite';
import { blocs, effacementInterrompu, empreinteConfirmee, type PlanEffacement } from './effacement-plan';
import { refusDesVerrous } from './verrous';

export type ExamenEffacement = {
  /** Pourquoi rien ne peut être effacé. */
  readonly refus: ErreurClasseur | null;
  /** Les cellules qui portent encore ce que la personne a confirmé. */
  readonly aVider: readonly Zone[];
  /** À la reprise : celles que quelqu'un a changées depuis la coupure. Elles restent. */
  readonly laissees: readonly string[];
  /** Ce que contiennent les cellules à vider, chaque texte une fois. */
  readonly textes: readonly string[];
};

const refuse = (refus: ErreurClasseur): ExamenEffacement => ({ refus, aVider: [], laissees: [], textes: [] });

/** Les cellules voulues d'une zone, en aussi peu de rectangles qu'une lecture ligne à ligne en trouve. */
const rectangles = ({ feuille, ligne, colonne, lignes, colonnes }: Zone, voulues: readonly boolean[]): Zone[] => {
  const rendus: Zone[] = [];
  for (let i = 0; i < lignes; i++) {
    for (let j = 0; j < colonnes; j++) {
      const debut = j;
      while (j < colonnes && voulues[i * colonnes + j]) j++;
      if (j === debut) continue;
      const bande = { feuille, ligne: ligne + i, colonne: colonne + debut, lignes: 1, colonnes: j - debut };
      const dessus = rendus[rendus.length - 1];
      if (dessus !== undefined && dessus.ligne + dessus.lignes === bande.ligne && dessus.colonne === bande.colonne && dessus.colonnes === bande.colonnes) rendus[rendus.length - 1] = { ...dessus, lignes: dessus.lignes + 1 };
      else rendus.push(bande);
    }
  }
  return rendus;
};

export function* examineEffacement(plan: PlanEffacement): Suite<ExamenEffacement> {
  const { zones, pas } = plan;
  const { feuilles } = yield* lis({ verrous: true });
  for (const { feuille } of zones) {
    const cible = feuilles.find(({ nom }) => nom === feuille);
    if (cible === undefined) return refuse(erreur(`La feuille « ${feuille} » n’existe plus ; rien n’a été effacé`, 'Relisez le plan, puis confirmez de nouveau'));
    if (cible.protegee) return refuse(erreur(`La feuille « ${feuille} » est protégée ; rien n’a été effacé`, 'Ôtez sa protection, puis recommencez'));
  }
  const { plages, memoire }: Releve = yield* lis({ zones });
  const enRoute = effacementInterrompu(memoire);
  const reprise = JSON.stringify(enRoute) === JSON.stringify(plan);
  const aVider: Zone[] = [];
  const laissees: string[] = [];
  const textes = new Set<string>();
  for (const [i, zone] of zones.entries()) {
    const voulues: boolean[] = [];
    for (const [rang, { debut, cellules, empreinte }] of blocs(plages[i] ?? [], zone, pas).entries()) {
      const intact = empreinte === empreinteConfirmee(plan.empreintes[i] ?? '', rang);
      cellules.forEach((valeur) => {
        voulues.push(intact);
        if (intact && !estVide(valeur)) textes.add(String(valeur));
      });
      if (intact || (reprise && cellules.every(estVide))) continue;
      const ou = adresse(zone.feuille, zone.ligne + Math.floor(debut / zone.colonnes), zone.colonne + (debut % zone.colonnes));
      if (!reprise) return refuse(erreur('Des cellules ont changé depuis que vous avez vu le plan ; rien n’a été effacé', 'Relisez le plan, puis confirmez de nouveau', ou));
      // Un bloc de plusieurs cellules ne dit pas lesquelles étaient déjà effacées et lesquelles sont nouvelles : la personne regarde et décide.
      if (pas > 1) return refuse(erreur(`L’effacement coupé ne peut pas finir seul : à partir d’ici (${pas} cellules), rien ne dit ce qui a changé depuis ; rien de plus n’a été effacé`, 'Relisez le plan, puis confirmez de nouveau', ou));
      laissees.push(ou);
    }
    aVider.push(...rectangles(zone, voulues));
  }
  for (const cible of feuilles) {
    const ferme = refusDesVerrous(cible, aVider.filter(({ feuille }) => feuille === cible.nom), 'rien n’a été effacé');
    if (ferme !== null) return refuse(ferme);
  }
  // Un autre effacement coupé n'a que cette note pour se finir : on ne l'écrase pas, sauf si sa feuille n'existe plus, ou si ses zones viennent d'être confirmées de nouveau.
  const autre = enRoute !== null && JSON.stringify(enRoute.zones) !== JSON.stringify(zones);
  if (autre && enRoute.zones.every(({ feuille }) => feuilles.some(({ nom }) => nom === feuille))) return refuse(erreur(`Un effacement commencé dans « ${enRoute.zones[0]?.feuille} » n’a pas fini ; rien n’a été effacé`, 'Terminez-le d’abord'));
  return { refus: null, aVider, laissees, textes: [...textes] };
}
