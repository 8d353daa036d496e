// Le contrat du port : ce que chaque hôte doit faire, cas par cas. Les mêmes cas pour l'hôte en mémoire, le .xlsx, Excel et Google Sheets.
import { TEXTES } from '../../src/diagnostic/textes';
import { estVide, type Cellule, type Plage, type Zone } from '../../src/socle/cellule';
import type { HoteAsynchrone, HoteSynchrone, Lecture, Modification, Releve } from '../../src/socle/classeur';
import { versCellules } from '../../src/socle/ecriture/cellule-sure';
import { clef, type ClasseurMemoire } from '../hotes/classeur-memoire';

/** Un classeur tout neuf : une feuille « Source » (voir SOURCE), une feuille « Protégée » protégée. */
export type Fabrique = () => Promise<HoteSynchrone | HoteAsynchrone> | HoteSynchrone | HoteAsynchrone;

export const SOURCE: Plage = [['Nom', 'Date', 'Nombre'], ['Mairie', 46000, 3.5], ['01000', null, true]];

const zone = (feuille: string, ligne: number, colonne: number, lignes: number, colonnes: number): Zone => ({ feuille, ligne, colonne, lignes, colonnes });

/** Les commentaires du classeur de départ ; le nom « Montants » y désigne Source!C2:C3. */
export const NOTES = [{ feuille: 'Protégée', ligne: 1, colonne: 1, texte: 'gardé' }, { feuille: 'Source', ligne: 2, colonne: 2, texte: 'Vu avec <Mme Doux> & M. Sec' }, { feuille: 'Source', ligne: 3, colonne: 1, texte: 'à voir' }];

/** Les pose dans un classeur en mémoire, avant qu'une feuille ne se protège. */
export const annote = (c: ClasseurMemoire): void => {
  for (const { feuille, ligne, colonne, texte } of NOTES) c.pourEcrire(feuille).commentaires.set(clef(ligne, colonne), { texte, fil: true });
  c.noms.set('Montants', JSON.stringify(zone('Source', 2, 3, 2, 1)));
};

type Atelier = { lis(lecture: Lecture): Promise<Releve>; ecris(...lot: Modification[]): Promise<void>; plage(zone: Zone): Promise<Cellule[][]> };
type Cas = { readonly nom: string; readonly essaie: (a: Atelier) => Promise<void> };

const ecrire = (feuille: string, ligne: number, colonne: number, valeurs: Plage): Modification => ({ genre: 'ecrire', feuille, ligne, colonne, valeurs: versCellules(valeurs) });
const creer: Modification = { genre: 'creer-feuille', feuille: 'Neuve' };

const refuse = async (promesse: () => Promise<unknown>): Promise<void> => {
  await expect(promesse()).rejects.toThrow();
};

const CAS: readonly Cas[] = [
  { nom: 'lis rend les feuilles, leur étendue et leur tête', essaie: async (a) => {
    const { feuilles } = await a.lis({ tetes: 1 });
    expect(feuilles.map(({ nom }) => nom)).toEqual(['Source', 'Protégée']);
    expect(feuilles[0]).toMatchObject({ lignes: 3, colonnes: 3, masquee: false, protegee: false, marque: null });
    expect(feuilles[0]!.tete[0]!.slice(0, 3)).toEqual(['Nom', 'Date', 'Nombre']);
    expect(feuilles[1]!.protegee).toBe(true);
  } },
  { nom: 'une date se lit comme un nombre, un booléen comme un booléen', essaie: async (a) => {
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual(SOURCE);
  } },
  { nom: 'les plages viennent dans l’ordre demandé', essaie: async (a) => {
    const { plages } = await a.lis({ zones: [zone('Source', 2, 3, 1, 1), zone('Source', 2, 1, 1, 1)] });
    expect(plages.map((p) => p[0]?.[0])).toEqual([3.5, 'Mairie']);
  } },
  { nom: 'une zone au-delà de l’étendue se lit vide', essaie: async (a) => {
    expect((await a.plage(zone('Source', 50, 50, 2, 2))).flat().every(estVide)).toBe(true);
  } },
  { nom: 'lire une feuille absente échoue', essaie: (a) => refuse(() => a.lis({ zones: [zone('Absente', 1, 1, 1, 1)] })) },
  { nom: 'ce qui est écrit se relit : nombres, booléens, vides', essaie: async (a) => {
    const valeurs = [[0, -1.5, 1e-9], [true, false, null], [46000, 123456789.25, null]];
    await a.ecris(creer, ecrire('Neuve', 2, 2, valeurs));
    expect(await a.plage(zone('Neuve', 2, 2, 3, 3))).toEqual(valeurs);
  } },
  { nom: 'un texte reste le même texte, quoi qu’il ressemble', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, TEXTES.map((texte) => [texte])));
    expect((await a.plage(zone('Neuve', 1, 1, TEXTES.length, 1))).flat()).toEqual(TEXTES);
  } },
  { nom: 'un nombre écrit où il y avait un texte est un nombre', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['texte']]));
    await a.ecris(ecrire('Neuve', 1, 1, [[5]]));
    expect(await a.plage(zone('Neuve', 1, 1, 1, 1))).toEqual([[5]]);
  } },
  { nom: 'écrire ne touche que sa zone', essaie: async (a) => {
    await a.ecris(ecrire('Source', 2, 2, [[1]]));
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual([SOURCE[0], ['Mairie', 1, 3.5], SOURCE[2]]);
  } },
  { nom: 'null efface le contenu', essaie: async (a) => {
    await a.ecris(ecrire('Source', 2, 1, [[null]]));
    expect((await a.plage(zone('Source', 2, 1, 1, 1)))[0]![0]).toBeNull();
  } },
  { nom: 'une date est un nombre et un format', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [[46348]]), { genre: 'styler', zone: zone('Neuve', 1, 1, 1, 1), style: { format: 'date' } });
    expect(await a.plage(zone('Neuve', 1, 1, 1, 1))).toEqual([[46348]]);
  } },
  { nom: 'chaque format de nombre et de style est accepté', essaie: async (a) => {
    const formats = ['pourcent', 'entier', 'decimal', 'date', 'texte'] as const;
    await a.ecris(creer, ecrire('Neuve', 1, 1, [formats.map(() => 0.5)]), ...formats.map((format, j): Modification => ({ genre: 'styler', zone: zone('Neuve', 1, j + 1, 1, 1), style: { format, gras: true, italique: true, taille: 9, couleur: '10489E', fond: 'EEF2FA', alignement: 'droite', vertical: 'milieu', renvoi: true, bordure: 'fine' } })),
      { genre: 'largeurs', feuille: 'Neuve', largeurs: [10, 20] }, { genre: 'hauteurs', feuille: 'Neuve', ligne: 1, hauteurs: [30] });
    expect(await a.plage(zone('Neuve', 1, 1, 1, 5))).toEqual([formats.map(() => 0.5)]);
  } },
  { nom: 'créer une feuille la pose à la fin, vide et sans marque', essaie: async (a) => {
    await a.ecris(creer);
    const { feuilles } = await a.lis({});
    expect(feuilles.at(-1)).toMatchObject({ nom: 'Neuve', lignes: 0, colonnes: 0, masquee: false, marque: null });
  } },
  { nom: 'créer une feuille qui existe échoue, sans égard à la casse', essaie: async (a) => {
    await refuse(() => a.ecris({ genre: 'creer-feuille', feuille: 'Source' }));
    await refuse(() => a.ecris({ genre: 'creer-feuille', feuille: 'SOURCE' }));
    expect((await a.lis({})).feuilles).toHaveLength(2);
  } },
  { nom: 'une marque se pose, se change, s’ôte', essaie: async (a) => {
    const marque = async (): Promise<string | null> => (await a.lis({})).feuilles[0]!.marque;
    for (const valeur of ['{"v":1}', '{"é":"<&\\""}', null]) {
      await a.ecris({ genre: 'marquer', feuille: 'Source', marque: valeur });
      expect(await marque()).toBe(valeur);
    }
  } },
  { nom: 'la mémoire se pose, se change, s’ôte, clef par clef', essaie: async (a) => {
    await a.ecris({ genre: 'memoriser', clef: 'un', valeur: '{"é":"<&"}' }, { genre: 'memoriser', clef: 'journal.deux', valeur: 'b' });
    expect((await a.lis({})).memoire).toEqual({ un: '{"é":"<&"}', 'journal.deux': 'b' });
    await a.ecris({ genre: 'memoriser', clef: 'un', valeur: 'c' }, { genre: 'memoriser', clef: 'journal.deux', valeur: null });
    expect((await a.lis({})).memoire).toEqual({ un: 'c' });
  } },
  { nom: 'vider efface valeurs et listes dans la zone, rien autour', essaie: async (a) => {
    await a.ecris({ genre: 'vider', zone: zone('Source', 2, 1, 2, 2) });
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual([SOURCE[0], [null, null, 3.5], [null, null, true]]);
  } },
  { nom: 'vider une zone immense ne coûte rien', essaie: async (a) => {
    await a.ecris({ genre: 'vider', zone: zone('Source', 2, 1, 1_000_000, 3) });
    expect((await a.lis({})).feuilles[0]).toMatchObject({ lignes: 1, colonnes: 3 });
  } },
  { nom: 'une liste de choix et une mise en forme conditionnelle s’acceptent', essaie: async (a) => {
    await a.ecris(creer, { genre: 'lister', zone: zone('Neuve', 1, 1, 3, 1), choix: ['oui', 'non'] }, { genre: 'colorer-selon', zone: zone('Neuve', 1, 1, 3, 1), regles: [{ operateur: 'egal', valeur: 'oui', style: { fond: 'EEF2FA' } }] });
    expect((await a.lis({})).feuilles.at(-1)!.nom).toBe('Neuve');
  } },
  { nom: 'une fusion garde la première valeur', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['titre', null]]), { genre: 'fusionner', zones: [zone('Neuve', 1, 1, 1, 2)] });
    expect((await a.plage(zone('Neuve', 1, 1, 1, 1)))[0]![0]).toBe('titre');
  } },
  { nom: 'vider et écrire à droite d’une cellule fusionnée ne la touche pas', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['titre', null]]), { genre: 'fusionner', zones: [zone('Neuve', 1, 1, 1, 2)] });
    await a.ecris({ genre: 'vider', zone: zone('Neuve', 1, 2, 1, 1) }, ecrire('Neuve', 1, 2, [[null]]), { genre: 'fusionner', zones: [zone('Neuve', 1, 1, 1, 2)] });
    expect((await a.plage(zone('Neuve', 1, 1, 1, 1)))[0]![0]).toBe('titre');
  } },
  { nom: 'un graphique et une mise en page s’acceptent, deux fois de suite', essaie: async (a) => {
    const lot: Modification[] = [
      { genre: 'dessiner', graphique: { id: 'g', genre: 'evolution', titre: 'T', lecture: 'L', categories: zone('Neuve', 2, 1, 2, 1), series: [{ titre: zone('Neuve', 1, 2, 1, 1), valeurs: zone('Neuve', 2, 2, 2, 1), forme: 'barres', couleur: '10489E' }], place: zone('Neuve', 5, 1, 10, 4) } },
      { genre: 'mettre-en-page', page: { feuille: 'Neuve', orientation: 'portrait', zone: zone('Neuve', 1, 1, 3, 2), pied: 'Classeur+' } },
    ];
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['mois', 'reçues'], ['mai', 3], ['juin', 4]]), ...lot);
    await a.ecris(...lot);
    expect(await a.plage(zone('Neuve', 1, 1, 3, 2))).toEqual([['mois', 'reçues'], ['mai', 3], ['juin', 4]]);
  } },
  { nom: 'une feuille protégée refuse, et garde ses valeurs', essaie: async (a) => {
    await refuse(() => a.ecris(ecrire('Protégée', 1, 1, [['x']])));
    expect((await a.plage(zone('Protégée', 1, 1, 1, 1)))[0]![0]).toBe('intacte');
  } },
  { nom: 'hors de la grille, refus', essaie: async (a) => {
    await refuse(() => a.ecris(ecrire('Source', 1_048_577, 1, [[1]])));
    await refuse(() => a.ecris(ecrire('Source', 1, 16_385, [[1]])));
    await refuse(() => a.ecris(ecrire('Source', 0, 1, [[1]])));
  } },
  { nom: 'écrire dans une feuille absente échoue', essaie: (a) => refuse(() => a.ecris(ecrire('Absente', 1, 1, [[1]]))) },
  { nom: 'une erreur du tableur se lit comme son texte', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['#REF!']]));
    expect((await a.plage(zone('Neuve', 1, 1, 1, 1)))[0]![0]).toBe('#REF!');
  } },
  { nom: 'copier prend valeurs et adresses, dans une autre feuille', essaie: async (a) => {
    await a.ecris(creer, { genre: 'copier', zone: zone('Source', 1, 1, 2, 3), vers: 'Neuve' });
    expect(await a.plage(zone('Neuve', 1, 1, 3, 3))).toEqual([SOURCE[0], SOURCE[1], [null, null, null]]);
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual(SOURCE);
  } },
  { nom: 'un lot s’applique dans l’ordre, barrières comprises', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [[1]]), ecrire('Neuve', 1, 1, [[2]]), { genre: 'barriere' }, { genre: 'vider', zone: zone('Neuve', 1, 1, 1, 1) }, ecrire('Neuve', 1, 2, [[3]]), { genre: 'barriere' }, ecrire('Neuve', 1, 1, [[4]]));
    expect(await a.plage(zone('Neuve', 1, 1, 1, 2))).toEqual([[4, 3]]);
  } },
  { nom: 'hors des cellules : commentaires et noms se lisent quand on les demande', essaie: async (a) => {
    expect((await a.lis({})).annexes).toBeUndefined();
    const { commentaires, noms } = (await a.lis({ annexes: true })).annexes!;
    expect([...commentaires].sort((x, y) => (`${x.feuille}${x.ligne}` < `${y.feuille}${y.ligne}` ? -1 : 1))).toEqual(NOTES);
    expect(noms.find(({ nom }) => nom === 'Montants')).toMatchObject({ feuille: null, formule: expect.stringMatching(/^='?Source'?!\$C\$2:\$C\$3$/) });
  } },
  { nom: 'un commentaire se retire, les autres et les cellules restent', essaie: async (a) => {
    for (let fois = 0; fois < 2; fois++) await a.ecris({ genre: 'retirer-commentaires', cellules: [{ feuille: 'Source', ligne: 2, colonne: 2 }, { feuille: 'Source', ligne: 1, colonne: 1 }] });
    const { commentaires } = (await a.lis({ annexes: true })).annexes!;
    expect(commentaires.map(({ texte }) => texte).sort()).toEqual(['gardé', 'à voir']);
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual(SOURCE);
  } },
  { nom: 'une feuille protégée garde ses commentaires', essaie: async (a) => {
    await refuse(() => a.ecris({ genre: 'retirer-commentaires', cellules: [{ feuille: 'Protégée', ligne: 1, colonne: 1 }] }));
    expect((await a.lis({ annexes: true })).annexes!.commentaires).toHaveLength(3);
  } },
  { nom: 'oublier des textes ne change aucune cellule', essaie: async (a) => {
    await a.ecris({ genre: 'oublier', textes: ['Mairie'] });
    expect(await a.plage(zone('Source', 1, 1, 3, 3))).toEqual(SOURCE);
  } },
  { nom: 'les deux vides (null, texte vide) se valent', essaie: async (a) => {
    await a.ecris(creer, ecrire('Neuve', 1, 1, [['', null, 'x']]));
    expect(await a.plage(zone('Neuve', 1, 1, 1, 3))).toEqual([[null, null, 'x']]);
  } },
];

/** Joue tous les cas sur un hôte ; un cas neuf vaut aussitôt pour tous. */
export const contrat = (nom: string, fabrique: Fabrique): void => {
  describe(`contrat du port : ${nom}`, () => {
    test.each(CAS)('$nom', async ({ essaie }) => {
      const hote = await fabrique();
      const lis = async (lecture: Lecture): Promise<Releve> => hote.lis(lecture);
      await essaie({
        lis,
        ecris: async (...lot) => hote.ecris(lot),
        plage: async (z) => {
          const lue = (await lis({ zones: [z] })).plages[0] ?? [];
          return Array.from({ length: z.lignes }, (_, i) => Array.from({ length: z.colonnes }, (__, j) => (estVide(lue[i]?.[j]) ? null : lue[i]![j]!)));
        },
      });
    });
  });
};
