// Le diagnostic : une personne le lance dans son vrai tableur ; le compte rendu dit, cas par cas, ce que l'on n'avait que supposé.
import type { Cellule } from '../socle/cellule';
import type { Modification } from '../socle/classeur';
import { creeFeuille } from '../socle/ecriture/creation';
import { feuilleDe, type Marque } from '../socle/ecriture/marque';
import { ecrisRapport } from '../socle/ecriture/rapport';
import type { FeuilleDeRapport } from '../socle/ecriture/rapport-examen';
import { erreur, ErreurClasseur } from '../socle/erreurs';
import { dateFr } from '../socle/format';
import type { Jour } from '../socle/jours';
import type { CompteRendu } from '../socle/outil';
import { ecris, lis, progression, type Suite } from '../socle/suite';
import { CAS, HAUTEUR, LARGEUR, type Cas, type Coin } from './cas';

const GENRE = 'diagnostic';
const NOM = 'Diagnostic Classeur+';
const TITRES = 4;
const LARGEURS = [70, 12, 90];
/** Les essais se font sous le compte rendu, qui garde ainsi sa place d'un passage à l'autre. */
const LIGNE_DES_ESSAIS = TITRES + CAS.length + 20;

type Verdict = { readonly nom: string; readonly detail: string | null };

function* essaie(cas: Cas, coin: Coin): Suite<Verdict> {
  let detail: string | null;
  try {
    detail = yield* cas.essaie(coin);
  } catch (cause) {
    detail = cause instanceof ErreurClasseur ? cause.message : `refusé par le tableur : ${String((cause as { message?: unknown } | null)?.message ?? cause)}`;
  }
  yield* ecris([{ genre: 'vider', zone: { feuille: coin.feuille, ligne: coin.ligne, colonne: 1, lignes: HAUTEUR, colonnes: LARGEUR } }]);
  return { nom: cas.nom, detail };
}

const compteRendu = (verdicts: readonly Verdict[], hote: string, jour: Jour): FeuilleDeRapport => {
  const tenus = verdicts.filter(({ detail }) => detail === null).length;
  const valeurs: Cellule[][] = [
    [`Diagnostic de Classeur+ dans ${hote}`],
    [`À jour au ${dateFr(jour)}`],
    [`${tenus} cas tenus sur ${verdicts.length}. Aucune donnée de vos feuilles n’a été lue pour ces essais. Vous pouvez supprimer cet onglet.`],
    ['Cas', 'Verdict', 'Ce qui a été lu'],
    ...verdicts.map(({ nom, detail }) => [nom, detail === null ? 'tenu' : 'NON TENU', detail ?? '']),
  ];
  return {
    valeurs, largeur: LARGEURS.length, banniere: { ligne: 2, colonne: 1 },
    habillage: (feuille): Modification[] => [
      { genre: 'styler', zone: { feuille, ligne: 1, colonne: 1, lignes: 1, colonnes: 1 }, style: { gras: true, taille: 14 } },
      { genre: 'styler', zone: { feuille, ligne: TITRES, colonne: 1, lignes: 1, colonnes: LARGEURS.length }, style: { gras: true, bordure: 'dessous' } },
      { genre: 'largeurs', feuille, largeurs: LARGEURS },
    ],
  };
};

/**
 * Essaie chaque cas dans une feuille à nous, puis y écrit le compte rendu.
 * @param hote le nom du tableur, pour le titre
 */
export function* diagnostique(hote: string, jour: Jour): Suite<CompteRendu> {
  const releve = yield* lis({});
  const neuve: Marque = { v: 1, genre: GENRE, etat: 'neuf', lignes: 0, colonnes: 0, empreinte: '' };
  const feuille = feuilleDe(releve.feuilles, (marque) => marque.genre === GENRE)?.nom ?? (yield* creeFeuille(releve, NOM, neuve));
  const coin: Coin = { feuille, ligne: LIGNE_DES_ESSAIS };
  const avant = (yield* lis({})).feuilles.find(({ nom }) => nom === feuille);
  if ((avant?.lignes ?? 0) >= LIGNE_DES_ESSAIS) throw erreur(`Quelqu’un a écrit dans « ${feuille} », là où les essais se font ; rien n’a été changé`, `Videz cette feuille à partir de la ligne ${LIGNE_DES_ESSAIS}, puis recommencez`);
  const verdicts: Verdict[] = [];
  for (const cas of CAS) {
    yield* progression(verdicts.length, CAS.length, `Essai : ${cas.nom}`);
    verdicts.push(yield* essaie(cas, coin));
  }
  const { message } = yield* ecrisRapport({ genre: GENRE, nom: NOM, outil: GENRE, saisies: {}, aujourdhui: jour, feuille: compteRendu(verdicts, hote, jour) });
  const tenus = verdicts.filter(({ detail }) => detail === null).length;
  return { message: `${tenus} cas tenus sur ${verdicts.length}. ${message}`, feuille, ecrit: true };
}
