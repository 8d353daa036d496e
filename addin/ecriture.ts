// Le verbe « ecris » d'Excel : un lot, un envoi. Seul un lot de plus de 4 Mo est coupé, entre deux modifications ou deux rangées.
import type { Modification } from '../src/socle/classeur';
import { reunis, type Aplat } from './calque-styles';
import { oublie, type Connu } from './connu';
import { gestesDe, type Gestes } from './gestes';
import { ouvreMemoire } from './memoire';
import { prepare } from './preparation';

/** Excel sur le web refuse 5 Mo par envoi. */
const BUDGET = 4_000_000;
/** Ce que pèse une modification qui n'est pas une suite de valeurs : un graphique et ses séries, au plus. */
const AUTRE = 16_000;

const poids = (m: Modification): number =>
  m.genre === 'ecrire' ? m.valeurs.reduce((total, rangee) => total + rangee.reduce<number>((somme, valeur) => somme + (typeof valeur === 'string' ? valeur.length * 3 : 12) + 16, 0), 1000) : AUTRE;

/** Une écriture trop lourde, rangée par rangée ; les autres modifications restent entières. */
const coupe = (m: Modification): Modification[] => {
  if (m.genre !== 'ecrire' || poids(m) <= BUDGET || m.valeurs.length < 2) return [m];
  const milieu = Math.floor(m.valeurs.length / 2);
  return [...coupe({ ...m, valeurs: m.valeurs.slice(0, milieu) }), ...coupe({ ...m, ligne: m.ligne + milieu, valeurs: m.valeurs.slice(milieu) })];
};

/** Les styles qui se suivent n'en font plus qu'un petit nombre ; tout le reste garde sa place. */
const allege = (lot: readonly Modification[]): Modification[] => {
  const leger: Modification[] = [];
  let styles: Aplat[] = [];
  const pose = (): void => {
    leger.push(...reunis(styles).map((aplat) => ({ genre: 'styler' as const, ...aplat })));
    styles = [];
  };
  for (const m of lot) {
    if (m.genre === 'styler') styles.push(m);
    else {
      pose();
      leger.push(m);
    }
  }
  pose();
  return leger;
};

const joue = (gestes: Gestes, m: Modification): void => (gestes[m.genre] as (modification: Modification) => void)(m);

/** Ce que le lot a changé et que le prochain appel peut tenir pour su. */
const retiens = (connu: Connu, lot: readonly Modification[]): void => {
  for (const m of lot) {
    if (m.genre === 'creer-feuille') {
      connu.onglets = connu.onglets && [...connu.onglets, m.feuille];
      connu.graphiques.set(m.feuille, connu.graphiques.get(m.feuille) ?? []);
    }
    if (m.genre === 'marquer' && m.marque !== null) connu.marquees.add(m.feuille);
  }
};

export const ecris = async (context: Excel.RequestContext, connu: Connu, entier: readonly Modification[]): Promise<void> => {
  const lot = allege(entier).flatMap(coupe);
  try {
    const prepare_ = await prepare(context, connu, lot);
    const memoire = ouvreMemoire(context, connu.parties ?? new Map(), lot);
    const gestes = gestesDe(context, connu, lot, prepare_, memoire);
    let attente = 0;
    for (const m of lot) {
      const pese = poids(m);
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- un lot de plus de 4 Mo seulement
      if (attente > 0 && attente + pese > BUDGET) await context.sync();
      attente = attente > 0 && attente + pese > BUDGET ? pese : attente + pese;
      joue(gestes, m);
    }
    await context.sync();
    if (connu.parties !== null) connu.parties = memoire.parties();
    retiens(connu, lot);
  } catch (cause) {
    // Un lot coupé laisse ses premières modifications : tout est à relire.
    oublie(connu);
    throw cause;
  }
};
