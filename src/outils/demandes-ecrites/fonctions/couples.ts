// Des plages de dates d'une formule aux colonnes du compte : en-tête et blancs laissés de côté, textes incompris refusés avec leur place.
import { erreurDeLecture, lisDateSeule } from '../../../socle/argument';
import { estVide } from '../../../socle/cellule';
import { lecteurDeDates, LU, ordreCommun, type ColonneDates, type LecteurDeDates } from '../../../socle/dates-colonne';
import { erreur } from '../../../socle/erreurs';
import type { Jour } from '../../../socle/jours';
import type { Entrees } from '../mesures';
import { MOT, motDAccuse, motDeReponse } from '../mots';

export type Plages = { readonly receptions: readonly unknown[] | null; readonly reponses: readonly unknown[] | null; readonly accuses?: readonly unknown[] | null };

const lecteurDe = (valeurs: readonly unknown[], mots?: (texte: string) => number): LecteurDeDates => {
  const lecteur = lecteurDeDates(valeurs.length, mots);
  for (const valeur of valeurs) lecteur.ajoute(valeur);
  return lecteur;
};

/** Refuse ce qui n'est ni une date, ni un blanc, ni un mot connu ; `depart` saute une ligne d'en-tête. */
const exige = (fonction: string, parametre: string, valeurs: readonly unknown[], { codes }: ColonneDates, depart: number): void => {
  for (let i = depart; i < codes.length; i++) {
    const refus = codes[i] === LU.simple ? null : erreurDeLecture(`${fonction}, cellule ${i + 1} de « ${parametre} »`, valeurs[i], codes[i] as number);
    if (refus !== null) throw refus;
  }
};

const aUnTexte = (valeurs: readonly unknown[] | null): boolean => typeof valeurs?.[0] === 'string' && !estVide(valeurs[0].trim());

/** Un titre n'est simplement pas une date ; une date impossible ou une erreur de formule est une donnée à corriger. */
const peutEtreUnTitre = ({ jours, codes }: ColonneDates): boolean => jours[0] === 0 && (codes[0] === LU.simple || codes[0] === LU.illisible || (codes[0] as number) >= LU.motConnu);

/** Une première ligne sans date ni en réception ni en réponse est un en-tête, si l'une des deux porte un texte. */
const aUnEntete = (receptions: ColonneDates, reponses: ColonneDates, valeurs: Plages): boolean =>
  receptions.jours.length > 0 && peutEtreUnTitre(receptions) && peutEtreUnTitre(reponses) && (aUnTexte(valeurs.receptions) || aUnTexte(valeurs.reponses));

/** La réponse d'une seule demande : 0 quand il n'y en a pas ; `horsPerimetre` pour « sans objet », « classé »… */
export const lisReponse = (fonction: string, parametre: string, valeur: unknown): { readonly jour: Jour; readonly horsPerimetre: boolean } => {
  const { jour, code } = lisDateSeule(`${fonction}, « ${parametre} »`, valeur, motDeReponse);
  return { jour, horsPerimetre: code === MOT.horsPerimetre };
};

/**
 * Les demandes que décrivent des plages de même taille. Une réception vide, une réponse ou un AR d'avant la réception, un « sans objet »
 * laissent la ligne de côté ; NR et ses variantes valent « pas de réponse ».
 * @throws ErreurClasseur tailles différentes, ou texte incompris (avec sa place dans la plage)
 */
export const lisCouples = (fonction: string, { receptions, reponses, accuses = null }: Plages): Entrees => {
  const recues = receptions ?? [];
  const repondues = reponses ?? [];
  if (recues.length !== repondues.length) throw erreur(`${fonction} : « receptions » a ${recues.length} cellules et « reponses » ${repondues.length}`, 'Sélectionnez deux plages de même taille, par exemple C2:C200 et F2:F200');
  if (accuses !== null && accuses.length !== recues.length) throw erreur(`${fonction} : « receptions » a ${recues.length} cellules et « accuses » ${accuses.length}`, 'Sélectionnez des plages de même taille');
  // Comme dans un registre : une colonne qui prouve l'ordre mois/jour le dit pour les autres, et la réception aide à dater une réponse sans année.
  const [lecteurR, lecteurF, lecteurA] = [lecteurDe(recues), lecteurDe(repondues, motDeReponse), accuses === null ? null : lecteurDe(accuses, motDAccuse)];
  const ordre = ordreCommun([lecteurR, lecteurF, ...(lecteurA === null ? [] : [lecteurA])]);
  const r = lecteurR.termine(ordre);
  const f = lecteurF.termine(ordre, r.jours);
  const a = lecteurA?.termine(ordre, r.jours) ?? null;
  const depart = aUnEntete(r, f, { receptions, reponses }) ? 1 : 0;
  exige(fonction, 'receptions', recues, r, depart);
  exige(fonction, 'reponses', repondues, f, depart);
  if (a !== null && accuses !== null) exige(fonction, 'accuses', accuses, a, depart);

  const reception = r.jours.slice();
  const arSansDate = new Uint8Array(reception.length);
  for (let i = 0; i < reception.length; i++) {
    const recue = reception[i] as number;
    const repondue = f.jours[i] as number;
    const accusee = a === null ? 0 : (a.jours[i] as number);
    const dehors = i < depart || (repondue !== 0 && repondue < recue) || (accusee !== 0 && accusee < recue) || f.codes[i] === MOT.horsPerimetre;
    if (dehors) reception[i] = 0;
    if (f.codes[i] === MOT.arSeul || (a !== null && a.codes[i] === MOT.arSansDate)) arSansDate[i] = 1;
  }
  return { taille: reception.length, reception, reponse: f.jours, accuse: a === null ? null : a.jours, canal: null, limite: null, arSansDate };
};
