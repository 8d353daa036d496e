// Les tableaux Excel vus du fil : ceux que l'hôte en mémoire porte, et le geste qui les étend.
import { type FeuilleDuFil, zoneDeRange } from './acces';
import { introuvable, invalide, type Objet } from './objet';
import { plage } from './plage';

type Lieu = { readonly acces: FeuilleDuFil; readonly nom: string };

/** @param sansTitres les tableaux dont la ligne d'en-tête est masquée */
export const tableaux = (feuilles: readonly FeuilleDuFil[], feuille: (acces: FeuilleDuFil) => Objet, sansTitres: ReadonlySet<string>): Objet => {
  const lieux = feuilles.flatMap((acces) => acces.lis().tableaux.map(({ nom }): Lieu => ({ acces, nom })));
  const tableau = ({ acces, nom }: Lieu): Objet => {
    const lis = (): ReturnType<FeuilleDuFil['lis']>['tableaux'][number] => {
      const trouve = acces.lis().tableaux.find((t) => t.nom === nom);
      if (!trouve) throw introuvable(nom);
      return trouve;
    };
    return {
      classe: 'Table',
      id: nom,
      lis: { Id: () => nom, Name: () => lis().nom, ShowTotals: () => lis().total, ShowHeaders: () => !sansTitres.has(nom) },
      mene: { Worksheet: () => feuille(acces) },
      appelle: {
        GetRange: () => plage(acces, lis()),
        Resize: (range: Objet) => {
          const voulue = zoneDeRange(range);
          const { ligne, colonne, colonnes, total } = lis();
          // Excel exige que l'en-tête reste à sa place ; nous ne changeons que la hauteur, et jamais sous un total.
          if (total || voulue.feuille !== acces.lis().nom || voulue.ligne !== ligne || voulue.colonne !== colonne || voulue.colonnes !== colonnes || voulue.lignes < 2) throw invalide('taille de tableau');
          const f = acces.ecris();
          f.tableaux = f.tableaux.map((t) => (t.nom === nom ? { ...t, lignes: voulue.lignes } : t));
        },
      },
    };
  };
  const parNom = (nom: string): Objet => {
    const lieu = lieux.find((l) => l.nom === nom);
    if (!lieu) throw introuvable(nom);
    return tableau(lieu);
  };
  return { classe: 'Tables', elements: () => lieux.map(tableau), element: parNom, appelle: { GetItem: parNom } };
};
