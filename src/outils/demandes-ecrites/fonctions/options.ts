// Les options que partagent les fonctions : unité, zone, fermetures, dénominateur, seuils.
import { montre } from '../../../socle/argument';
import { erreur } from '../../../socle/erreurs';
import { fermeturesDe } from '../../../socle/fermetures';
import { zoneDe } from '../../../socle/feries';
import { cellule, date, dateDeRegistre, depuis, facultatif, nombre, plage, texte } from '../../../socle/fonction';
import { choisis } from '../../../socle/reglage';
import type { Mode } from '../mesures';
import { compteur, type Unite } from '../regles';
import { MODES, UNITES } from '../reperes';

export const RECEPTIONS = depuis('reception', plage('receptions', 'Plage des dates de réception, par exemple C2:C200. Une cellule vide : la ligne ne compte pas.'));
export const REPONSES = depuis('reponse', plage('reponses', 'Plage des dates de réponse finale, de même taille. Vide ou NR : pas de réponse.'));
/** Celles d'une seule demande. */
export const RECEPTION = depuis('reception', dateDeRegistre('reception', 'Date de réception.'));
export const REPONSE = depuis('reponse', cellule('reponse', 'Date de la réponse finale ; vide ou NR : pas de réponse.'));
export const AU = facultatif(depuis('arrete', date('au', 'Date d’arrêté. Donnez-la pour ne pas juger trop tôt les demandes récentes.')));
export const MODE = facultatif(depuis('reglage.denominateur', texte('mode', 'Demandes comptées quand « au » est donné : cohorte (par défaut), echus ou tous.')));
export const UNITE = facultatif(depuis('reglage.unite', texte('unite', 'calendaires (par défaut) ou ouvres.')));
export const ZONE = facultatif(depuis('reglage.zone', texte('zone', 'Zone des jours fériés : Métropole (par défaut), Alsace-Moselle, La Réunion ou une autre.')));
export const FERMETURES = facultatif(plage('fermetures', 'Plage de vos jours de fermeture (ponts, fermetures locales).'));
export const DELAI = depuis('reglage.delaiParDefaut', nombre('delai', 'Délai de réponse en jours.'));

const uniteDe = (saisie: string | null, fonction: string): Unite => {
  const unite = saisie === null ? 'calendaires' : choisis(saisie, UNITES);
  if (unite === null) throw erreur(`${fonction} : l’unité ${montre(saisie)} n’existe pas`, 'Écrivez "calendaires" ou "ouvres"');
  return unite;
};

export const modeDe = (saisie: string | null, fonction: string): Mode => {
  const mode = saisie === null ? 'cohorte' : choisis(saisie, MODES);
  if (mode === null) throw erreur(`${fonction} : le mode ${montre(saisie)} n’existe pas`, 'Écrivez "cohorte", "echus" ou "tous"');
  return mode;
};

/** Comment compter les jours d'après les trois options. */
export const joursDe = (fonction: string, unite: string | null, zone: string | null, fermetures: readonly unknown[] | null): ReturnType<typeof compteur> =>
  compteur(uniteDe(unite, fonction), zoneDe(zone), fermeturesDe(fermetures, fonction));

/** Un nombre entier de jours, positif ou nul. */
export const joursEntiers = (valeur: number | null, fonction: string, parametre: string, mini = 0): number => {
  if (valeur === null || !Number.isInteger(valeur) || valeur < mini || valeur > 100000) throw erreur(`${fonction} attend un nombre entier de jours d’au moins ${mini} pour « ${parametre} »`, 'Écrivez par exemple 15');
  return valeur;
};
