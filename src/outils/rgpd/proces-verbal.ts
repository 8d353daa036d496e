// Le procès-verbal d'un effacement : la date, les feuilles, les colonnes, les comptes ; rien de ce que les cellules contenaient (domaine.md §5.2).
import type { FeuilleDeRapport } from '../../socle/ecriture/rapport-examen';
import { dateFr, nombre, pluriel } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { COULEURS, page } from '../../socle/page';

/** Ce qui a été effacé, colonne par colonne. */
export type LigneDeBilan = { readonly feuille: string; readonly colonne: string; readonly cellules: number };

export const NON_EFFACE = 'Non effacé par Classeur+ : les images, les zones de texte, l’historique des versions (OneDrive, SharePoint, Google Drive), les copies envoyées ou imprimées.';

/** Ce qui est parti en plus des cellules. */
export type Ailleurs = { readonly videes: number; readonly commentaires: number; readonly noms: number };

export const phraseAilleurs = ({ videes, commentaires, noms }: Ailleurs): string =>
  [[videes, 'sauvegarde vidée', 'sauvegardes vidées'] as const, [commentaires, 'commentaire retiré', 'commentaires retirés'] as const, [noms, 'nom vidé', 'noms vidés'] as const]
    .flatMap(([n, un, plusieurs]) => (n === 0 ? [] : [`, ${nombre(n)} ${pluriel(n, un, plusieurs)}`])).join('');

export const totalDe = (bilan: readonly LigneDeBilan[]): number => bilan.reduce((somme, { cellules }) => somme + cellules, 0);

export const procesVerbal = (bilan: readonly LigneDeBilan[], ailleurs: Ailleurs, gardes: readonly string[], jour: Jour): FeuilleDeRapport => {
  const p = page([44, 12, 16]);
  p.phrase('Procès-verbal d’effacement', { gras: true, taille: 16 });
  p.phrase(`Effacement du ${dateFr(jour)}`, { gras: true, couleur: COULEURS.bleu });
  p.phrase(`${nombre(totalDe(bilan))} ${pluriel(totalDe(bilan), 'cellule effacée', 'cellules effacées')}${phraseAilleurs(ailleurs)}. Les réponses qui restent ne portent plus de donnée personnelle reconnue ; elles ne sont pas « anonymes » pour autant.`);
  p.entete(['Feuille', 'Colonne', 'Cellules effacées']);
  const debut = p.lignes() + 1;
  for (const { feuille, colonne, cellules } of bilan) p.pose([feuille, colonne, cellules]);
  const fin = p.pose(['Total', null, totalDe(bilan)]);
  p.style(debut, 1, bilan.length + 1, 3, { bordure: 'fine' });
  p.style(debut, 3, bilan.length + 1, 1, { format: 'entier' });
  p.style(fin, 1, 1, 3, { gras: true });
  p.espace();
  for (const phrase of gardes) p.phrase(phrase);
  p.phrase(NON_EFFACE, { couleur: COULEURS.gris });
  const nom = p.pose(['Fait par (nom, qualité) :'], 22);
  p.style(nom, 1, 1, 1, { couleur: COULEURS.gris });
  p.phrase('Projet libre, sans lien avec l’administration.', { italique: true, taille: 8, couleur: COULEURS.gris });
  return { ...p.rend('portrait'), largeur: 3, banniere: { ligne: 2, colonne: 1 } };
};
