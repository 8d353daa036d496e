// Copie des cellules d'une feuille dans une feuille neuve, texte pour texte : valeurs, styles et formules comprises.
import type { Zone } from '../socle/cellule';
import { enfant, racine, remplace } from './xml';
import { FEUILLE, insere } from './xlsx-ordre';
import { parcours } from './xlsx-parcours';

/** Les lignes de la zone, telles qu'elles sont écrites dans la feuille d'origine. */
const lignesDe = (xml: string, zone: Omit<Zone, 'feuille'>, prefixe: string): string => {
  const donnees = enfant(xml, racine(xml), 'sheetData');
  const lignes = new Map<number, string>();
  if (donnees) {
    parcours(xml, donnees, {
      cellule: (c) => {
        const dedans = c.ligne >= zone.ligne && c.ligne < zone.ligne + zone.lignes && c.colonne >= zone.colonne && c.colonne < zone.colonne + zone.colonnes;
        if (dedans) lignes.set(c.ligne, (lignes.get(c.ligne) ?? '') + xml.slice(c.debut, c.fin));
      },
    });
  }
  return [...lignes].map(([numero, cellules]) => `<${prefixe}row r="${numero}">${cellules}</${prefixe}row>`).join('');
};

/** Le texte de la feuille d'arrivée, ses cellules remplacées par celles de la zone. */
export const copieDans = (arrivee: string, origine: string, zone: Omit<Zone, 'feuille'>): string => {
  const p = racine(arrivee).prefixe;
  const contenu = `<${p}sheetData>${lignesDe(origine, zone, p)}</${p}sheetData>`;
  const donnees = enfant(arrivee, racine(arrivee), 'sheetData');
  return donnees ? remplace(arrivee, donnees.debut, donnees.fin, contenu) : insere(arrivee, FEUILLE, 'sheetData', contenu);
};
