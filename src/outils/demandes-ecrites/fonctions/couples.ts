// Des plages de dates d'une formule aux colonnes du compte : en-tête et blancs laissés de côté, textes incompris refusés avec leur place.
import { erreurDeDate } from '../../../socle/argument';
import { estVide } from '../../../socle/cellule';
import { lecteurDeDates, LU, type ColonneDates } from '../../../socle/dates-colonne';
import { DATE_IMPOSSIBLE, PAS_UNE_DATE, SANS_JOUR } from '../../../socle/dates-texte';
import { erreur } from '../../../socle/erreurs';
import type { Entrees } from '../mesures';
import { MOT, motDAccuse, motDeReponse } from '../mots';

export type Plages = { readonly receptions: readonly unknown[] | null; readonly reponses: readonly unknown[] | null; readonly accuses?: readonly unknown[] | null };

const CODES_DE_LECTURE = new Map<number, number>([[LU.illisible, PAS_UNE_DATE], [LU.impossible, DATE_IMPOSSIBLE], [LU.sansJour, SANS_JOUR], [LU.erreurFormule, PAS_UNE_DATE], [LU.invraisemblable, PAS_UNE_DATE]]);

const lis = (valeurs: readonly unknown[], mots: ((texte: string) => number) | undefined): ColonneDates => {
  const lecteur = lecteurDeDates(valeurs.length, mots);
  for (const valeur of valeurs) lecteur.ajoute(valeur);
  return lecteur.termine();
};

/** Refuse ce qui n'est ni une date, ni un blanc, ni un mot connu ; `depart` saute une ligne d'en-tête. */
const exige = (fonction: string, parametre: string, valeurs: readonly unknown[], colonne: ColonneDates, depart: number): void => {
  for (let i = depart; i < colonne.codes.length; i++) {
    const code = colonne.codes[i] as number;
    if (code === LU.simple || code === LU.sentinelle || code === LU.anneeDevinee || code >= LU.motConnu) continue;
    const ou = `${fonction}, cellule ${i + 1} de « ${parametre} »`;
    if (code === LU.sansAnnee) throw erreur(`${ou} : « ${String(valeurs[i]).trim()} » n’a pas d’année`, 'Saisissez une date comme 15/05/2026');
    throw erreurDeDate(ou, valeurs[i], CODES_DE_LECTURE.get(code) ?? PAS_UNE_DATE);
  }
};

/** Une première ligne sans date ni en réception ni en réponse est un en-tête, si l'une des deux porte un texte. */
const aUnEntete = (receptions: ColonneDates, reponses: ColonneDates, valeurs: Plages): boolean =>
  receptions.jours.length > 0 && receptions.jours[0] === 0 && reponses.jours[0] === 0
  && ((typeof valeurs.receptions?.[0] === 'string' && !estVide(valeurs.receptions[0])) || (typeof valeurs.reponses?.[0] === 'string' && !estVide(valeurs.reponses[0])));

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
  const r = lis(recues, undefined);
  const f = lis(repondues, motDeReponse);
  const a = accuses === null ? null : lis(accuses, motDAccuse);
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
