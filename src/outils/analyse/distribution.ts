// La répartition d'une quantité en classes, avec son graphique : par valeur quand il y en a peu, sinon par tranches.
import type { Cellule } from '../../socle/cellule';
import { nombre } from '../../socle/format';
import { sansAccents } from '../../socle/normalise';
import { masqueListe } from '../../socle/statistiques/masque';
import { MASQUE, phraseMasque, reponses, type Bloc } from './bloc';
import type { ReglagesAnalyse } from './reperes';
import type { Variable } from './variables';

const VALEURS_MAX = 12;
const TRANCHES = 8;
/** Les repères des délais de réponse ; une durée en jours se lit avec eux. */
const BORNES_DE_DELAI = [0, 8, 15, 30, 60];

type Classe = { readonly libelle: string; readonly contient: (v: number) => boolean };

const decimales = (pas: number): number => (pas >= 1 ? 0 : pas >= 0.1 ? 1 : 2);

const classesDe = (titre: string, valeurs: readonly number[]): readonly Classe[] => {
  const distinctes = [...new Set(valeurs)].sort((a, b) => a - b);
  const [mini = 0, maxi = 0] = [distinctes[0], distinctes[distinctes.length - 1]];
  if (/delai|jours?\b/.test(sansAccents(titre)) && mini >= 0 && maxi >= 8) {
    return BORNES_DE_DELAI.filter((borne) => borne <= maxi).map((borne, i) => {
      const fin = BORNES_DE_DELAI[i + 1] ?? Infinity;
      return { libelle: i === 0 ? 'moins de 8 j' : fin === Infinity ? `${borne} j et plus` : `${borne} à ${fin - 1} j`, contient: (v) => v >= borne && v < fin };
    });
  }
  if (distinctes.length <= VALEURS_MAX) return distinctes.map((valeur) => ({ libelle: nombre(valeur, Number.isInteger(valeur) ? 0 : 2), contient: (v) => v === valeur }));
  // Un pas rond : 1, 2 ou 5 fois une puissance de dix.
  const brut = (maxi - mini) / TRANCHES;
  const puissance = Number(`1e${brut.toExponential().split('e')[1]}`);
  const pas = ([1, 2, 5, 10].find((k) => k * puissance >= brut) ?? 10) * puissance;
  const depart = Math.floor(mini / pas) * pas;
  return Array.from({ length: Math.floor((maxi - depart) / pas) + 1 }, (_, i) => {
    const [debut, fin] = [depart + i * pas, depart + (i + 1) * pas];
    return { libelle: `de ${nombre(debut, decimales(pas))} à moins de ${nombre(fin, decimales(pas))}`, contient: (v: number) => v >= debut && v < fin };
  });
};

/** Null sans réponse, ou quand tout serait masqué. */
export const distribution = (variable: Variable, { zeros, masque: seuil }: ReglagesAnalyse): Bloc | null => {
  const valeurs = variable.nombres.filter((v): v is number => v !== null && (zeros || v !== 0));
  if (valeurs.length === 0 || valeurs.length < seuil) return null;
  const classes = classesDe(variable.titre, valeurs);
  const effectifs = classes.map(({ contient }) => valeurs.filter(contient).length);
  const cache = masqueListe(effectifs, seuil);
  return {
    titre: `${variable.titre} : répartition`, precision: reponses(valeurs.length), entetes: ['Valeur', 'Effectif', 'Part'], formats: ['texte', 'entier', 'pourcent'],
    lignes: classes.map(({ libelle }, i): Cellule[] => (cache[i] ? [libelle, MASQUE, MASQUE] : [libelle, effectifs[i] as number, (effectifs[i] as number) / valeurs.length])),
    phrases: cache.some(Boolean) ? [phraseMasque(seuil)] : [],
    graphique: { colonne: 2, lignes: classes.length, enPourcent: false, lecture: `${variable.titre} : ${classes.map(({ libelle }, i) => `${libelle} ${cache[i] ? MASQUE : effectifs[i]}`).join(', ')}.` },
  };
};
