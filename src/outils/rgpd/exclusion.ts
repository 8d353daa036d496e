// « Exclure des calculs » (domaine.md §5.3) : les réponses que leur preuve de consentement ne permet pas de compter.
import type { Releve } from '../../socle/classeur';
import { pluriel } from '../../socle/format';
import { saisiesEnMemoire } from '../../socle/memoire';
import type { Suite } from '../../socle/suite';
import type { Exclusion } from '../analyse/reperes';
import { ID } from './analyse';
import { lisConsentements } from './lecture';
import { reglagesDe } from './reperes';

/**
 * Les lignes de la feuille à ne pas compter ; `filtre` dit la règle, la même dans tous les classeurs (leurs totaux se réunissent), `phrase` combien
 * elle en écarte ici ; null quand rien n'est demandé.
 */
export type Exclues = { readonly lignes: ReadonlySet<number>; readonly filtre: string | null; readonly phrase: string | null; /** Ce qui était demandé n'a pas pu se faire. */ readonly empeche: string | null };

const RIEN: Exclues = { lignes: new Set(), filtre: null, phrase: null, empeche: null };

/** @param feuille celle des réponses */
export function* exclues({ feuilles, memoire }: Releve, feuille: string, quoi: Exclusion): Suite<Exclues> {
  if (quoi === 'aucune') return RIEN;
  const lu = yield* lisConsentements(feuilles, reglagesDe(saisiesEnMemoire(memoire, ID)));
  if (lu === null || (lu.reponses ?? lu.registre).feuille.nom !== feuille) {
    return { ...RIEN, empeche: `Rien n’est exclu : aucun registre des consentements ne porte sur « ${feuille} ». Désignez la feuille des réponses dans les réglages de l’onglet RGPD.` };
  }
  const aExclure = lu.lues.filter(({ preuve: { statut } }) => (quoi === 'retirees' ? statut === 'retire' || statut === 'refuse' : statut !== 'complete'));
  const [n, motif] = [aExclure.length, quoi === 'retirees' ? 'accord retiré ou refusé' : 'preuve de consentement incomplète'];
  return { lignes: new Set(aExclure.map(({ ligne }) => ligne)), filtre: `sans les réponses à exclure (${motif})`, phrase: `${n} ${pluriel(n, 'réponse exclue', 'réponses exclues')} (${motif})`, empeche: null };
}
