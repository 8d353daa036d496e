// Les noms définis d'un classeur : plages nommées et zones d'impression.
import { lettres, reference as referenceDeFeuille, type Zone } from '../socle/cellule';
import { erreur } from '../socle/erreurs';
import { ajouteDans, attributs, enfant, enfants, racine, remplace } from './xml';
import { code } from './xml-texte';
import { CLASSEUR, insere } from './xlsx-ordre';
import { memeNom } from './xlsx-sommaire';

export const reference = (zone: Omit<Zone, 'feuille'>): string => {
  const debut = `${lettres(zone.colonne)}${zone.ligne}`;
  const fin = `${lettres(zone.colonne + zone.colonnes - 1)}${zone.ligne + zone.lignes - 1}`;
  return debut === fin ? debut : `${debut}:${fin}`;
};

/** « 'Suivi d''avril'!$B$2:$D$9 » */
export const referenceAbsolue = (zone: Zone): string => referenceDeFeuille(zone, true);

const verifie = (nom: string): void => {
  // Excel refuse (et répare le fichier) : une espace, un nom qui se lirait comme une adresse, « R » et « C ».
  const permis = /^[\p{L}_\\][\p{L}\p{N}_.\\?]{0,254}$/u.test(nom) && !/^([a-z]{1,3}\d+|r|c|r\d*c\d*)$/i.test(nom);
  if (!permis) throw erreur(`« ${nom} » ne peut pas nommer une plage`, 'Choisissez un nom fait de lettres, de chiffres et de tirets bas, qui ne ressemble pas à une adresse de cellule');
};

/** Pose un nom dans la partie principale ; `rang` est l'onglet dont il est local, ou null. Un nom déjà là change de cible. */
const pose = (xml: string, nom: string, rang: number | null, cible: string): string => {
  const base = racine(xml);
  const p = base.prefixe;
  const neuf = `<${p}definedName name="${code(nom)}"${rang === null ? '' : ` localSheetId="${rang}"`}>${code(cible)}</${p}definedName>`;
  const noms = enfant(xml, base, 'definedNames');
  if (!noms) return insere(xml, CLASSEUR, 'definedNames', `<${p}definedNames>${neuf}</${p}definedNames>`);
  const ancien = enfants(xml, noms).find((element) => {
    const attrs = attributs(xml, element);
    return memeNom(attrs['name'] ?? '', nom) && (attrs['localSheetId'] ?? null) === (rang === null ? null : String(rang));
  });
  return ancien ? remplace(xml, ancien.debut, ancien.fin, neuf) : ajouteDans(xml, noms, neuf);
};

export const nomme = (xml: string, nom: string, zone: Zone): string => {
  verifie(nom);
  return pose(xml, nom, null, referenceAbsolue(zone));
};

export const zoneImpression = (xml: string, rang: number, zone: Zone): string => pose(xml, '_xlnm.Print_Area', rang, referenceAbsolue(zone));
