// L'aperçu d'une liste : l'examen dit en phrases. Rien n'est écrit.
import { adresse } from '../cellule';
import type { Apercu, LigneApercu } from '../outil';
import type { Suite } from '../suite';
import { apercuOuRefus } from './apercu';
import { examineListe, type ExamenListe, type Liste } from './liste-examen';

const lignesDe = ({ existe, nom, marque, releve, aChanger, aAjouter, aJour }: ExamenListe, liste: Liste): LigneApercu[] => {
  if (aJour) return [{ effet: 'garde', phrase: `« ${nom} » est déjà à jour.`, adresse: null }];
  const ou = (cellules: readonly { readonly ligne: number; readonly colonne: number }[]): string | null => (cellules[0] === undefined ? null : adresse(nom, cellules[0].ligne, cellules[0].colonne));
  const recalculees = aChanger.filter(({ disparue }) => !disparue);
  const disparues = aChanger.filter(({ disparue }) => disparue);
  const compte = (effet: LigneApercu['effet'], cellules: readonly { readonly ligne: number; readonly colonne: number }[], une: string, plusieurs: string): LigneApercu[] =>
    cellules.length === 0 ? [] : [{ effet, phrase: cellules.length === 1 ? `1 ${une}` : `${cellules.length} ${plusieurs}`, adresse: ou(cellules) }];
  const ajouts = aAjouter.map(({ ligne }) => ({ ligne, colonne: liste.colonneNumero }));
  const homonyme = releve.feuilles.some((feuille) => feuille.nom.toLowerCase() === liste.nom.toLowerCase() && feuille.marque === null);
  return [
    ...(existe ? [] : [{ effet: 'cree' as const, phrase: `L’onglet « ${nom} » sera créé.`, adresse: null }]),
    ...(marque.etat === 'ecriture' ? [{ effet: 'reecrit' as const, phrase: `La mise à jour interrompue de « ${nom} » sera finie.`, adresse: adresse(nom, 1, 1) }] : []),
    ...compte('cree', ajouts, 'ligne sera ajoutée au pied de la liste.', 'lignes seront ajoutées au pied de la liste.'),
    ...compte('reecrit', recalculees, 'cellule sera mise à jour.', 'cellules seront mises à jour.'),
    ...compte('garde', disparues, 'ligne n’est plus dans la source : elle reste, et le dira.', 'lignes ne sont plus dans la source : elles restent, et le diront.'),
    ...(existe ? [{ effet: 'reecrit' as const, phrase: 'La bannière et les titres seront remis à jour.', adresse: adresse(nom, 1, 1) }, { effet: 'garde' as const, phrase: 'Ce que des personnes ont écrit dans leurs colonnes ne change pas.', adresse: null }] : []),
    ...(homonyme ? [{ effet: 'garde' as const, phrase: `Votre onglet « ${liste.nom} » ne change pas : il n’a pas été créé par Classeur+.`, adresse: null }] : []),
    { effet: 'garde', phrase: 'Vos autres feuilles ne changent pas.', adresse: null },
  ];
};

/** Ce que `ecrisListe` ferait ; un refus est un aperçu « impossible ». */
export const prevoisListe = (liste: Liste): Suite<Apercu> => apercuOuRefus((function* () {
  const examen: ExamenListe = yield* examineListe(liste);
  return { feuille: examen.nom, verdict: examen.aJour ? 'rien' : 'possible', lignes: lignesDe(examen, liste) };
})());
