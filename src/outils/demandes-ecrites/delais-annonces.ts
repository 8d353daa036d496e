// Le délai annoncé à la personne, demande par demande : un nombre de jours, une échéance, ou rien.
import type { Anomalie } from '../../socle/anomalie';
import { montre } from '../../socle/argument';
import { estVide, type Cellule } from '../../socle/cellule';
import { lisDateTexte, sansAnnee } from '../../socle/dates-texte';
import { civil, existe, jourDe, type Jour } from '../../socle/jours';
import { lisNombreTexte } from '../../socle/nombres-texte';
import { sansAccents } from '../../socle/normalise';
import { lieu } from './lieu';
import type { Colonnes } from './lecture';
import type { Regles } from './mesures';
import { MOT, motDeReponse } from './mots';
import type { Lu } from './preparation';

const DELAI_MAX = 3650;
/** Un nombre plus grand est une date (2020 : 43831), plus petit un délai. */
const PREMIERE_ECHEANCE = jourDe(1950, 1, 1);

/** « 20/01 » : la première date de ce jour qui ne précède pas la réception. */
const echeanceSansAnnee = (code: number, recue: Jour): Jour => {
  const date = sansAnnee(code);
  if (date === null || recue === 0) return 0;
  for (let annee = civil(recue).annee; annee <= civil(recue).annee + 4; annee++) {
    if (existe(annee, date.mois, date.jour) && jourDe(annee, date.mois, date.jour) >= recue) return jourDe(annee, date.mois, date.jour);
  }
  return 0;
};

const enNombre = (valeur: Cellule): number | null => (typeof valeur === 'number' ? valeur : typeof valeur === 'string' ? lisNombreTexte(valeur) : null);

/** La date limite que dit une cellule ; null quand elle ne se lit pas. */
const limiteDe = (valeur: Cellule, recue: Jour, echeance: Regles['echeance']): Jour | null => {
  const nombre = enNombre(valeur);
  if (nombre !== null && nombre >= PREMIERE_ECHEANCE) return Math.floor(nombre);
  if (nombre !== null) return Number.isInteger(nombre) && nombre >= 0 && nombre <= DELAI_MAX ? (recue === 0 ? PREMIERE_ECHEANCE : echeance(recue, nombre)) : null;
  const lue = typeof valeur === 'string' ? lisDateTexte(valeur) : 0;
  return (lue > 0 ? lue : echeanceSansAnnee(lue, recue)) || null;
};

const estBlanc = (valeur: Cellule): boolean => estVide(valeur) || (typeof valeur === 'string' && [MOT.sansReponse, MOT.horsPerimetre].some((mot) => motDeReponse(valeur.trim()) === mot));

/** Une colonne « Délai » qui n'est que réponse − réception, en jours calendaires ou ouvrés, est un résultat de l'agent. */
const estConstatee = (valeurs: readonly Cellule[], { reception, reponse, taille }: Colonnes, dureeOuvree: Regles['dureeOuvree']): boolean => {
  let comparables = 0;
  let egales = 0;
  for (let i = 0; i < taille; i++) {
    const delai = enNombre(valeurs[i] ?? null);
    const [recue, repondue] = [reception.jours[i] as Jour, reponse.jours[i] as Jour];
    if (delai === null || recue === 0 || repondue < recue) continue;
    comparables++;
    if (Math.abs(repondue - recue - delai) <= 1 || Math.abs(dureeOuvree(recue, repondue) - delai) <= 1) egales++;
  }
  return comparables >= 2 && egales >= comparables * 0.8;
};

/** La date limite annoncée de chaque ligne, 0 pour le délai par défaut. */
export const limites = ({ registre, colonnes }: Lu, parDefaut: number, { echeance, dureeOuvree }: Regles, ajoute: (anomalie: Anomalie) => void): Int32Array => {
  const dates = new Int32Array(colonnes.taille);
  const valeurs = colonnes.valeurs.delai;
  if (valeurs === undefined) return dates;
  const annonce = /annonc|echeance|indicatif|prevu|due|sla/.test(sansAccents(registre.entete.titres[(registre.colonnes.delai ?? 1) - 1] ?? ''));
  if (!annonce && estConstatee(valeurs, colonnes, dureeOuvree)) {
    ajoute({ adresse: lieu(registre, 'delai'), gravite: 'information', message: 'Cette colonne donne le délai constaté (réponse moins réception) : elle n’est pas prise pour un délai annoncé.' });
    return dates;
  }
  for (let i = 0; i < colonnes.taille; i++) {
    const valeur = valeurs[i] as Cellule;
    if (estBlanc(valeur)) continue;
    const recue = colonnes.reception.jours[i] as Jour;
    const limite = limiteDe(valeur, recue, echeance);
    if (limite === null || (recue !== 0 && limite < recue)) {
      ajoute({ adresse: lieu(registre, 'delai', colonnes.lignes[i] as number), gravite: 'avertissement', message: `Délai annoncé ${montre(valeur)} illisible : ${parDefaut} jours sont pris. Saisissez un nombre de jours, ou une date qui suit la réception.` });
    } else if (recue !== 0) dates[i] = limite;
  }
  return dates;
};
