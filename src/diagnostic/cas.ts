// Les cas du diagnostic : la part du contrat du port qui se joue dans une seule feuille à nous, dans le vrai tableur de la personne.
import { estVide, type Cellule, type Plage, type Zone } from '../socle/cellule';
import type { Modification, Releve } from '../socle/classeur';
import { versCellules } from '../socle/ecriture/cellule-sure';
import { ecris, lis, type Suite } from '../socle/suite';
import { TEXTES } from './textes';

/** Où l'on essaie : un coin de la feuille, vidé après chaque cas. */
export type Coin = { readonly feuille: string; readonly ligne: number };
/** @returns null quand le tableur a fait ce qu'il devait ; sinon ce qui a été lu à la place */
export type Cas = { readonly nom: string; essaie(coin: Coin): Suite<string | null> };

/** Lignes et colonnes que les cas occupent au plus. */
export const HAUTEUR = TEXTES.length;
export const LARGEUR = 8;

const zone = ({ feuille, ligne }: Coin, l: number, c: number, lignes: number, colonnes: number): Zone => ({ feuille, ligne: ligne + l, colonne: 1 + c, lignes, colonnes });
const pose = ({ feuille, ligne }: Coin, l: number, c: number, valeurs: Plage): Modification => ({ genre: 'ecrire', feuille, ligne: ligne + l, colonne: 1 + c, valeurs: versCellules(valeurs) });

function* relis(coin: Coin, l: number, c: number, lignes: number, colonnes: number): Suite<Cellule[][]> {
  const lue: Plage = (yield* lis({ zones: [zone(coin, l, c, lignes, colonnes)] })).plages[0] ?? [];
  return Array.from({ length: lignes }, (_, i) => Array.from({ length: colonnes }, (__, j) => (estVide(lue[i]?.[j]) ? null : (lue[i]?.[j] ?? null))));
}

const montre = (valeur: Cellule | undefined): string => (valeur === null || valeur === undefined ? '(vide)' : JSON.stringify(valeur));

/** Les cellules qui ne portent pas ce qu'elles doivent. */
const ecarts = (voulues: Plage, lues: Plage): string | null => {
  const trouves = voulues.flatMap((rangee, i) => rangee.flatMap((voulue, j) => ((voulue ?? null) === (lues[i]?.[j] ?? null) ? [] : [`${montre(voulue)} se relit ${montre(lues[i]?.[j])}`])));
  return trouves.length === 0 ? null : trouves.join(' ; ');
};

/** Écrit ces modifications, puis compare ce qui se relit. */
const ecritEtRelit = (nom: string, lot: (coin: Coin) => readonly Modification[], voulues: Plage): Cas => ({
  nom,
  *essaie(coin) {
    yield* ecris(lot(coin));
    return ecarts(voulues, yield* relis(coin, 0, 0, voulues.length, voulues[0]?.length ?? 0));
  },
});

const refuse = (nom: string, lot: (coin: Coin) => readonly Modification[]): Cas => ({
  nom,
  *essaie(coin) {
    try {
      yield* ecris(lot(coin));
    } catch {
      return null;
    }
    return 'le tableur a accepté';
  },
});

const FORMATS = ['pourcent', 'entier', 'decimal', 'date', 'texte'] as const;
const TOUT_STYLE = { gras: true, italique: true, taille: 9, couleur: '10489E', fond: 'EEF2FA', alignement: 'droite', vertical: 'milieu', renvoi: true, bordure: 'fine' } as const;
const MOIS: Plage = [['mois', 'reçues'], ['mai', 3], ['juin', 4]];
const NOMBRES: Plage = [[0, -1.5, 1e-9], [true, false, null], [46000, 123456789.25, null]];

const graphique = (coin: Coin): Modification => ({
  genre: 'dessiner',
  graphique: { id: 'diagnostic', genre: 'evolution', titre: 'Diagnostic', lecture: 'Deux mois.', categories: zone(coin, 1, 0, 2, 1), series: [{ titre: zone(coin, 0, 1, 1, 1), valeurs: zone(coin, 1, 1, 2, 1), forme: 'barres', couleur: '10489E' }], place: zone(coin, 4, 0, 10, 4) },
});

/** Commentaires, noms, tableaux croisés, formules : les lire ne doit pas échouer, et un texte n'est pas une formule. */
const HORS_CELLULES: Cas = {
  nom: 'ce qui est hors des cellules se lit',
  *essaie(coin) {
    yield* ecris([pose(coin, 0, 0, [[1, 'texte']])]);
    const { annexes, formules }: Releve = yield* lis({ annexes: true, formules: [zone(coin, 0, 0, 1, 2)] });
    if (annexes === undefined) return 'rien n’est rendu';
    return (formules?.[0] ?? []).flat().some((v) => v === true) ? 'un nombre ou un texte passe pour une formule' : null;
  },
};

export const CAS: readonly Cas[] = [
  HORS_CELLULES,
  ecritEtRelit('nombres, booléens et vides se relisent', (coin) => [pose(coin, 0, 0, NOMBRES)], NOMBRES),
  ecritEtRelit('un texte reste le même texte, quoi qu’il ressemble', (coin) => [pose(coin, 0, 0, TEXTES.map((texte) => [texte]))], TEXTES.map((texte) => [texte])),
  ecritEtRelit('un nombre écrit où il y avait un texte est un nombre', (coin) => [pose(coin, 0, 0, [['texte']]), { genre: 'barriere' }, pose(coin, 0, 0, [[5]])], [[5]]),
  ecritEtRelit('null efface le contenu', (coin) => [pose(coin, 0, 0, [['texte', 1]]), { genre: 'barriere' }, pose(coin, 0, 0, [[null]])], [[null, 1]]),
  ecritEtRelit('une date est un nombre et un format, l’heure comprise', (coin) => [pose(coin, 0, 0, [[46348, 46348.75, 18264]]), { genre: 'styler', zone: zone(coin, 0, 0, 1, 3), style: { format: 'date' } }], [[46348, 46348.75, 18264]]),
  ecritEtRelit('chaque format et chaque style s’acceptent', (coin) => [pose(coin, 0, 0, [FORMATS.map(() => 0.5)]), ...FORMATS.map((format, j): Modification => ({ genre: 'styler', zone: zone(coin, 0, j, 1, 1), style: { ...TOUT_STYLE, format } }))], [FORMATS.map(() => 0.5)]),
  ecritEtRelit('vider efface sa zone, rien autour', (coin) => [pose(coin, 0, 0, [[1, 2, 3], [4, 5, 6]]), { genre: 'vider', zone: zone(coin, 0, 0, 1, 2) }], [[null, null, 3], [4, 5, 6]]),
  ecritEtRelit('écrire à droite d’une cellule fusionnée ne la touche pas', (coin) => [pose(coin, 0, 0, [['titre', null]]), { genre: 'fusionner', zones: [zone(coin, 0, 0, 1, 2)] }, { genre: 'barriere' }, { genre: 'vider', zone: zone(coin, 0, 1, 1, 1) }, pose(coin, 0, 1, [[null]]), { genre: 'fusionner', zones: [zone(coin, 0, 0, 1, 2)] }], [['titre']]),
  ecritEtRelit('une liste de choix et une mise en forme conditionnelle s’acceptent', (coin) => [pose(coin, 0, 0, [['oui']]), { genre: 'lister', zone: zone(coin, 0, 0, 3, 1), choix: ['oui', 'non'] }, { genre: 'colorer-selon', zone: zone(coin, 0, 0, 3, 1), regles: [{ operateur: 'egal', valeur: 'oui', style: { fond: 'EEF2FA' } }] }], [['oui']]),
  ecritEtRelit('un graphique se dessine, et se redessine à sa place', (coin) => [pose(coin, 0, 0, MOIS), graphique(coin), { genre: 'barriere' }, graphique(coin)], MOIS),
  ecritEtRelit('une erreur du tableur se lit comme son texte', (coin) => [pose(coin, 0, 0, [['#REF!']])], [['#REF!']]),
  ecritEtRelit('un lot s’applique dans l’ordre', (coin) => [pose(coin, 0, 0, [[1]]), pose(coin, 0, 0, [[2]]), { genre: 'barriere' }, { genre: 'vider', zone: zone(coin, 0, 0, 1, 1) }, pose(coin, 0, 1, [[3]]), { genre: 'barriere' }, pose(coin, 0, 0, [[4]])], [[4, 3]]),
  refuse('écrire hors de la grille est refusé', ({ feuille }) => [{ genre: 'ecrire', feuille, ligne: 1_048_577, colonne: 1, valeurs: versCellules([[1]]) }]),
  refuse('écrire dans une feuille absente est refusé', () => [{ genre: 'ecrire', feuille: 'Feuille qui n’existe pas', ligne: 1, colonne: 1, valeurs: versCellules([[1]]) }]),
  {
    nom: 'la mémoire du classeur se pose et s’ôte',
    *essaie() {
      const releve = function* (valeur: string | null): Suite<string> {
        yield* ecris([{ genre: 'memoriser', clef: 'diagnostic', valeur }]);
        const { memoire }: Releve = yield* lis({});
        return memoire['diagnostic'] ?? '(rien)';
      };
      const [posee, otee] = [yield* releve('{"é":"<&"}'), yield* releve(null)];
      return posee === '{"é":"<&"}' && otee === '(rien)' ? null : `${posee}, puis ${otee}`;
    },
  },
];
