// « Chercher les données personnelles » : les colonnes qui en portent d'après leur titre, et les cellules où il y en a d'après leur contenu.
import { adresse, estVide, lettres, type Plage } from '../../socle/cellule';
import type { Releve } from '../../socle/classeur';
import { commandeDeRapport } from '../../socle/ecriture/commande';
import { dateFr, nombre, pluriel } from '../../socle/format';
import { COULEURS, page } from '../../socle/page';
import { lis, progression, type Suite } from '../../socle/suite';
import { ID } from './analyse';
import { detecte, LIBELLES_GENRES, type Genre } from './detecteurs';
import { horsCellules } from './hors-cellules';
import { titrePersonnel } from './titres';

export type Trouvee = { readonly feuille: string; readonly masquee: boolean; readonly colonne: number; readonly titre: string; readonly parTitre: boolean; /** La ligne des titres, 0 s'il n'y en a pas. */ readonly entete: number; /** Les lignes où la colonne a quelque chose. */ readonly remplies: readonly number[]; readonly genres: ReadonlyMap<Genre, readonly number[]> };

/** Lignes où chercher les titres. */
const TETE = 12;

/** La première ligne d'au moins deux textes : sous elle, « Courriel » est une donnée, pas un titre. */
const ligneDesTitres = (tete: Plage): number => tete.findIndex((ligne) => ligne.filter((valeur) => typeof valeur === 'string' && valeur.trim() !== '').length > 1) + 1;

/** Cherche dans toutes les feuilles qui ne sont pas à nous, masquées comprises. */
export function* cherche(): Suite<readonly Trouvee[]> {
  const { feuilles }: Releve = yield* lis({ tetes: TETE });
  const trouvees: Trouvee[] = [];
  const aLire = feuilles.filter(({ marque, lignes }) => marque === null && lignes > 0);
  for (const [rang, feuille] of aLire.entries()) {
    yield* progression(rang, aLire.length, `Lecture de « ${feuille.nom} »`);
    const { plages } = yield* lis({ zones: [{ feuille: feuille.nom, ligne: 1, colonne: 1, lignes: feuille.lignes, colonnes: feuille.colonnes }] });
    const plage = plages[0] ?? [];
    const entete = ligneDesTitres(feuille.tete);
    const titres = feuille.tete[entete - 1];
    for (let j = 0; j < feuille.colonnes; j++) {
      const lu = titres?.[j];
      const titre = typeof lu === 'string' && titrePersonnel(lu) ? lu : undefined;
      const genres = new Map<Genre, number[]>();
      const remplies: number[] = [];
      plage.forEach((ligne, i) => {
        const valeur = ligne[j];
        if (!estVide(valeur)) remplies.push(i + 1);
        if (typeof valeur !== 'string' && typeof valeur !== 'number') return;
        for (const genre of detecte(String(valeur))) {
          const lignes = genres.get(genre);
          if (lignes === undefined) genres.set(genre, [i + 1]);
          else lignes.push(i + 1);
        }
      });
      if (titre !== undefined || genres.size > 0) trouvees.push({ feuille: feuille.nom, masquee: feuille.masquee, colonne: j + 1, titre: titre ?? '', parTitre: titre !== undefined, entete, remplies, genres });
    }
  }
  return trouvees;
}

/** Au-delà, les adresses ne se lisent plus : leur nombre dit le reste. */
const ADRESSES_MONTREES = 12;

const ou = ({ feuille, colonne }: Trouvee, lignes: readonly number[]): string =>
  `${lignes.slice(0, ADRESSES_MONTREES).map((ligne) => adresse(feuille, ligne, colonne).slice(feuille.length + 1)).join(', ')}${lignes.length > ADRESSES_MONTREES ? ` et ${nombre(lignes.length - ADRESSES_MONTREES)} autres` : ''}`;

export const recherche = commandeDeRapport({
  outil: ID,
  id: 'recherche',
  titre: 'Chercher les données personnelles',
  resume: 'Les colonnes et les cellules qui désignent des personnes, avec leur adresse. Rien n’y est changé, et leur contenu n’est pas recopié.',
  nom: 'Données personnelles',
  sansDonnees: true,
  *prepare({ au, aujourdhui }) {
    const trouvees = yield* cherche();
    const { annexes } = yield* lis({ annexes: true });
    const dehors = annexes === undefined ? [] : horsCellules(annexes);
    const rangees = [...trouvees.flatMap((une): (readonly [string, string, string, number | null, string])[] => [
      ...(une.parTitre ? [[`${une.feuille}${une.masquee ? ' (masquée)' : ''}`, lettres(une.colonne), `colonne « ${une.titre} »`, null, 'd’après son titre'] as const] : []),
      ...[...une.genres].map(([genre, lignes]) => [`${une.feuille}${une.masquee ? ' (masquée)' : ''}`, lettres(une.colonne), LIBELLES_GENRES[genre], lignes.length, ou(une, lignes)] as const),
    ]), ...dehors.map(({ feuille, quoi, ou: la, genres }) => [feuille, '', `${quoi} : ${genres.map((genre) => LIBELLES_GENRES[genre]).join(', ')}`, null, la] as const)];
    const p = page([24, 9, 30, 10, 44]);
    p.phrase('Données personnelles trouvées', { gras: true, taille: 16 });
    p.phrase(`À jour au ${dateFr(au ?? aujourdhui)}`, { gras: true, couleur: COULEURS.bleu });
    p.phrase(rangees.length === 0 ? 'Rien de reconnu. Cela ne prouve pas qu’il n’y en a pas : relisez les réponses libres.' : `${[...(trouvees.length === 0 ? [] : [`${trouvees.length} ${pluriel(trouvees.length, 'colonne', 'colonnes')}`]), ...(dehors.length === 0 ? [] : [`${dehors.length} ${pluriel(dehors.length, 'commentaire ou nom', 'commentaires ou noms')}`])].join(' et ')} ${pluriel(trouvees.length + dehors.length, 'en porte', 'en portent')}. Un programme ne reconnaît pas tout : relisez les réponses libres.`, { couleur: COULEURS.gris });
    if (rangees.length > 0) {
      p.entete(['Feuille', 'Colonne', 'Quoi', 'Cellules', 'Où']);
      const debut = p.lignes() + 1;
      for (const rangee of rangees) p.pose(rangee, rangee[4].length > 52 ? 15 * Math.ceil(rangee[4].length / 52) : 15);
      p.style(debut, 1, rangees.length, 5, { bordure: 'fine', vertical: 'haut', renvoi: true });
      p.style(debut, 4, rangees.length, 1, { format: 'entier' });
    }
    p.espace();
    p.phrase(`Non cherché : ${['les images', 'les zones de texte', ...(annexes?.nonLus ?? []), 'l’historique des versions'].join(', ')}. Projet libre, sans lien avec l’administration.`, { italique: true, taille: 8, couleur: COULEURS.gris });
    return { saisies: null, feuille: { ...p.rend('paysage'), largeur: 5, banniere: { ligne: 2, colonne: 1 } } };
  },
});
