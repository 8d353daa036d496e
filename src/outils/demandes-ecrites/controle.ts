// Contrôle les dates d'un registre : chaque doute devient une phrase à la bonne cellule, chaque erreur met la ligne « à corriger ».
import type { Anomalie, Gravite } from '../../socle/anomalie';
import { NON_CALCULEE } from '../../socle/cellule';
import { LU, type ColonneDates } from '../../socle/dates-colonne';
import { lisDateTexte } from '../../socle/dates-texte';
import { dateFr } from '../../socle/format';
import { jourSemaine, type Jour } from '../../socle/jours';
import { anneeInvraisemblable, montre } from '../../socle/argument';
import type { ClefColonne } from './colonnes';
import { SIGNE } from './demandes';
import type { Colonnes } from './lecture';
import { CANAL, MOT } from './mots';
import { lieu } from './lieu';
import type { Registre } from './reconnaissance';

export type Moment = { readonly au: Jour; readonly aujourdhui: Jour };

const SAISIE = 'Saisissez une date comme 15/05/2026';

const SEMAINE = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** « lundi 12 mars 2026 » : le jour nommé n'est pas celui de la date. */
const jourContredit = (saisi: string): string | null => {
  const sansNom = /^\s*'?\s*\p{L}+\.?,?\s+(.*)$/u.exec(saisi)?.[1];
  const jour = sansNom === undefined ? 0 : lisDateTexte(sansNom);
  return jour > 0 ? `${montre(saisi)} : le ${dateFr(jour)} est un ${SEMAINE[jourSemaine(jour) - 1]}. Corrigez la date.` : null;
};

/** Ce qui ne va pas dans une cellule de date, et quoi faire. */
const phraseDate = (code: number, saisi: string): string => {
  const semaine = code === LU.impossible ? jourContredit(saisi) : null;
  if (semaine !== null) return semaine;
  if (code === LU.impossible) return `La date ${montre(saisi)} n’existe pas. ${SAISIE}.`;
  if (code === LU.sansJour) return `${montre(saisi)} n’a pas de jour : la date n’est pas utilisée. ${SAISIE}.`;
  if (code === LU.sansAnnee) return `${montre(saisi)} n’a pas d’année et rien autour ne la donne. ${SAISIE}.`;
  if (saisi === NON_CALCULEE) return 'Cette formule n’a jamais été calculée. Ouvrez le classeur dans votre tableur et enregistrez-le.';
  if (code === LU.erreurFormule) return `La cellule contient l’erreur ${saisi.trim()}. Corrigez la formule.`;
  const annee = code === LU.invraisemblable ? anneeInvraisemblable(saisi) : null;
  if (annee !== null) return `L’année ${annee} est invraisemblable. Vérifiez la date.`;
  if (code === LU.sentinelle) return 'Cette date est une valeur de remplissage (01/01/1980, 01/01/1900…) : elle compte comme manquante.';
  return `${montre(saisi)} n’est pas une date. ${SAISIE}.`;
};

/** Les anomalies de dates d'un registre ; remplit `signes`, et efface de `reponse` et `accuse` ce qui ne peut pas servir. */
export const controleDates = (registre: Registre, colonnes: Colonnes, canal: Uint8Array, signes: Uint8Array, moment: Moment, ajoute: (anomalie: Anomalie) => void): void => {
  const { reception, accuse, reponse, lignes } = colonnes;
  const signale = (i: number, clef: ClefColonne, gravite: Gravite, message: string): void => {
    ajoute({ adresse: lieu(registre, clef, lignes[i] as number), gravite, message });
    if (gravite === 'erreur') signes[i] = (signes[i] as number) | SIGNE.aCorriger;
  };
  const futur = moment.au === moment.aujourdhui ? moment.au : Infinity;
  const signaleFutur = (i: number, clef: ClefColonne, jour: Jour): boolean => {
    if (jour <= futur) return false;
    signale(i, clef, 'erreur', `Date future : le ${dateFr(jour)} est après aujourd’hui. Corrigez la date.`);
    return true;
  };

  for (let i = 0; i < colonnes.taille; i++) {
    const r = reception.jours[i] as Jour;
    const f = reponse.jours[i] as Jour;
    const a = accuse.jours[i] as Jour;
    const codeR = reception.codes[i] as number;
    const codeF = reponse.codes[i] as number;
    const codeA = accuse.codes[i] as number;

    if (codeR === LU.simple && r === 0) signale(i, 'reception', 'erreur', 'La date de réception manque. Complétez-la pour que la demande soit comptée.');
    else if (codeR !== LU.simple && codeR !== LU.anneeDevinee) signale(i, 'reception', 'erreur', phraseDate(codeR, reception.saisies.get(i) ?? ''));
    else if (codeR === LU.anneeDevinee) signale(i, 'reception', 'information', `${montre(reception.saisies.get(i))} n’a pas d’année : lu ${dateFr(r)} d’après les lignes voisines.`);

    if (codeF !== LU.simple) controleReponse(i, codeF, f);
    if (codeA !== LU.simple) controleAccuse(i, codeA, a);

    if (r !== 0) {
      const rFutur = signaleFutur(i, 'reception', r);
      if (!rFutur && r > moment.au) signale(i, 'reception', 'information', `Demande reçue le ${dateFr(r)}, après le ${dateFr(moment.au)} : hors champ, elle n’est pas comptée.`);
      if (f !== 0 && f < r) signale(i, 'reponse', 'erreur', `Réponse du ${dateFr(f)} avant la réception du ${dateFr(r)}. Corrigez l’une des deux dates.`);
      if (a !== 0 && a < r) signale(i, 'accuse', 'erreur', `Accusé de réception du ${dateFr(a)} avant la réception du ${dateFr(r)}. Corrigez l’une des deux dates.`);
      if (canal[i] === CANAL.courrier && jourSemaine(r) >= 6) signale(i, 'reception', 'avertissement', `Courrier reçu un ${jourSemaine(r) === 6 ? 'samedi' : 'dimanche'} (${dateFr(r)}). Vérifiez la date.`);
    }
    if (f !== 0) signaleFutur(i, 'reponse', f);
    if (a !== 0) signaleFutur(i, 'accuse', a);
    if (a !== 0 && f !== 0 && a > f) signale(i, 'accuse', 'avertissement', `Accusé de réception du ${dateFr(a)} après la réponse du ${dateFr(f)}. Vérifiez les deux dates.`);
  }

  function controleReponse(i: number, code: number, jour: Jour): void {
    const saisi = reponse.saisies.get(i) ?? '';
    if (code === MOT.sansReponse) return;
    if (code === MOT.arSeul) signes[i] = (signes[i] as number) | SIGNE.arSansDate;
    else if (code === MOT.horsPerimetre) {
      signes[i] = (signes[i] as number) | SIGNE.horsPerimetre;
      signale(i, 'reponse', 'information', `${montre(saisi)} : demande hors périmètre, comptée à part.`);
    } else if (code === LU.anneeDevinee) signale(i, 'reponse', 'information', `${montre(saisi)} n’a pas d’année : lu ${dateFr(jour)} d’après les lignes voisines.`);
    else signale(i, 'reponse', code === LU.sentinelle ? 'avertissement' : 'erreur', phraseDate(code, saisi));
  }

  function controleAccuse(i: number, code: number, jour: Jour): void {
    const saisi = accuse.saisies.get(i) ?? '';
    if (code === MOT.sansReponse) return;
    if (code === MOT.arSansDate) {
      signes[i] = (signes[i] as number) | SIGNE.arSansDate;
      signale(i, 'accuse', 'information', `${montre(saisi)} : accusé de réception envoyé, date inconnue. Il ne compte pas dans « AR conforme ».`);
    } else if (code === LU.anneeDevinee) signale(i, 'accuse', 'information', `${montre(saisi)} n’a pas d’année : lu ${dateFr(jour)} d’après les lignes voisines.`);
    else if (code === LU.invraisemblable) signale(i, 'accuse', 'erreur', phraseDate(code, saisi));
    else signale(i, 'accuse', 'avertissement', `${phraseDate(code, saisi)} L’accusé de réception n’est pas compté.`);
  }
};

/** Ce qui se voit sur la colonne entière : ordre mois/jour, jours et mois intervertis. Adressé à l'en-tête. */
export const controleColonnes = (registre: Registre, colonnes: Colonnes, ajoute: (anomalie: Anomalie) => void): void => {
  const dates: readonly (readonly [ClefColonne, ColonneDates])[] = [['reception', colonnes.reception], ['accuse', colonnes.accuse], ['reponse', colonnes.reponse]];
  for (const [clef, colonne] of dates) {
    if (registre.colonnes[clef] === undefined) continue;
    const ou = lieu(registre, clef);
    if (colonne.ordre === 'mois-jour') ajoute({ adresse: ou, gravite: 'information', message: 'Dates au format mois/jour : elles sont lues ainsi dans toute la colonne.' });
    if (colonne.inversion) ajoute({ adresse: ou, gravite: 'avertissement', message: 'Jours et mois peut-être inversés : toutes les vraies dates ont un jour de 12 au plus, tous les textes un jour plus grand. Vérifiez l’import de cette colonne.' });
  }
  if (colonnes.masquees > 0) {
    const n = colonnes.masquees;
    ajoute({ adresse: lieu(registre, 'reception'), gravite: 'information', message: n === 1 ? '1 ligne masquée : elle est comptée. Choisissez « lignes visibles seulement » pour l’écarter.' : `${n} lignes masquées : elles sont comptées. Choisissez « lignes visibles seulement » pour les écarter.` });
  }
};
