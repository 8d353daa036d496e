// « Enregistrer l'action » : ce que la fiche affichée a de nouveau va dans le plan, cellule par cellule ; une action neuve s'ajoute au pied.
import { adresse } from '../../socle/cellule';
import { apercuOuRefus } from '../../socle/ecriture/apercu';
import { ajouteLigne, prevoisAjout, type Ajout } from '../../socle/ecriture/ajout';
import { ecrisFiche } from '../../socle/ecriture/fiche';
import { lisMarque } from '../../socle/ecriture/marque';
import { modifieLigne } from '../../socle/ecriture/modification';
import { erreur } from '../../socle/erreurs';
import type { Apercu, Commande, CompteRendu, Contexte, LigneApercu } from '../../socle/outil';
import { lis, type Suite } from '../../socle/suite';
import { ficheAEnregistrer, prepareEnregistrement, type Enregistrement } from './enregistrement';
import { genreDe, GENRE_FICHE, placeDe } from './feuille-fiche';
import { ficheDe, ficheDeLAction, ficheNeuve, vueDuPlan, type Vue } from './fiches';
import type { Action } from './lecture';

const ajoutDe = ({ vue: { plan }, numero, changements }: Enregistrement): Ajout => ({
  feuille: plan.feuille.nom, entete: plan.entete.ligne, colonneNumero: plan.colonnes.numero as number, numero, valeurs: new Map(changements.map(({ colonne, apres }) => [colonne, apres])),
});

const restes = ({ sansColonne, vue: { plan } }: Enregistrement): string => (sansColonne.length === 0 ? '' : ` « ${plan.feuille.nom} » n’a pas de colonne pour : ${sansColonne.join(', ')} ; c’est gardé dans la fiche seule.`);

const pris = ({ clef, numero, action }: Enregistrement): string => (action === null && String(numero) !== clef ? ` Le numéro ${clef} venait d’être pris : l’action porte le ${numero}.` : '');

/** Une fiche qu'une coupure a laissée à moitié écrite se finit d'abord : une case encore vide n'est pas une case que l'on a vidée. */
function* finis(contexte: Contexte): Suite<void> {
  const vue: Vue = yield* vueDuPlan(contexte);
  const { feuille, clef } = ficheAEnregistrer(vue, contexte.cellule);
  const { feuilles } = yield* lis({});
  if (lisMarque(feuilles.find(({ nom }) => nom === feuille)?.marque ?? null)?.etat !== 'ok') yield* ecrisFiche(ficheDe(vue, clef));
}

function* enregistre(contexte: Contexte): Suite<CompteRendu> {
  yield* finis(contexte);
  const enregistrement: Enregistrement = yield* prepareEnregistrement(contexte);
  const { vue: { plan }, action, numero, clef, changements, feuille } = enregistrement;
  // Le numéro d'abord dans la fiche, la ligne ensuite dans le plan : une coupure entre les deux n'ajoute pas l'action deux fois.
  if (action === null && String(numero) !== clef) yield* ecrisFiche(ficheNeuve(enregistrement.vue, numero, genreDe(clef)));
  const rendu: CompteRendu = action === null
    ? yield* ajouteLigne(ajoutDe(enregistrement))
    : changements.length === 0
      ? { message: '', feuille: plan.feuille.nom, ecrit: false }
      : yield* modifieLigne({ feuille: plan.feuille.nom, ligne: action.ligne, ...clefDuPlan(enregistrement, action), changements });
  // La fiche retient ce que le plan dit maintenant : c'est de là que se compteront les changements suivants.
  const apres = yield* vueDuPlan(contexte);
  const enPlace = apres.plan.actions.find((une) => (action === null ? une.numero === String(numero) : une.ligne === action.ligne));
  if (enPlace === undefined) throw erreur('L’action enregistrée ne se retrouve pas dans le plan', 'Vérifiez la dernière ligne du plan, puis recommencez');
  const fiche = yield* ecrisFiche(ficheDeLAction(apres, enPlace, genreDe(clef)));
  const quoi = action === null
    ? `L’action ${numero} est ajoutée en ${adresse(plan.feuille.nom, enPlace.ligne, plan.colonnes.numero ?? 1)}.`
    : rendu.ecrit ? `L’action ${numero === '' ? `de la ligne ${action.ligne}` : numero} est à jour dans « ${plan.feuille.nom} » (${changements.map(({ champ }) => placeDe(champ).libelle).join(', ')}).` : 'Le plan dit déjà tout ce que dit la fiche : rien n’a été écrit.';
  return { message: `${quoi}${pris(enregistrement)}${restes(enregistrement)}`, feuille, ecrit: rendu.ecrit || fiche.ecrit };
}

const clefDuPlan = ({ vue: { plan } }: Enregistrement, action: Action): { readonly colonneClef: number; readonly clef: string } =>
  action.numero !== '' ? { colonneClef: plan.colonnes.numero as number, clef: action.numero } : { colonneClef: plan.colonnes.libelle as number, clef: action.libelle };

function* apercu(contexte: Contexte): Suite<Apercu> {
  const enregistrement: Enregistrement = yield* prepareEnregistrement(contexte);
  const { vue: { plan }, action, changements, sansColonne } = enregistrement;
  const ligne = (effet: LigneApercu['effet'], phrase: string, ou: string | null = null): LigneApercu => ({ effet, phrase, adresse: ou });
  const gardes = sansColonne.map((libelle) => ligne('garde', `« ${libelle} » reste dans la fiche seule : le plan n’a pas de colonne pour lui.`));
  if (action === null) {
    const { lignes, ...ajout } = yield* prevoisAjout(ajoutDe(enregistrement));
    return { ...ajout, lignes: [...lignes, ...gardes] };
  }
  return {
    feuille: plan.feuille.nom, verdict: changements.length === 0 ? 'rien' : 'possible',
    lignes: [
      ...changements.map(({ champ, colonne, apres }) => ligne('reecrit', apres === null ? `« ${placeDe(champ).libelle} » sera vidé dans le plan.` : `« ${placeDe(champ).libelle} » prendra ce que dit la fiche.`, adresse(plan.feuille.nom, action.ligne, colonne))),
      ...(changements.length === 0 ? [ligne('garde', 'Le plan dit déjà tout ce que dit la fiche.')] : []),
      ...gardes,
      ligne('garde', 'Les autres cellules du plan ne changent pas.'),
    ],
  };
}

export const enregistrer: Commande = {
  id: 'enregistrer',
  titre: 'Enregistrer l’action',
  resume: 'Ce que la fiche affichée a de nouveau va dans le plan ; une action neuve s’y ajoute. Le reste du plan ne change pas.',
  genre: `${GENRE_FICHE}.enregistree`,
  sur: `${GENRE_FICHE}:`,
  execute: enregistre,
  prevois: (contexte) => apercuOuRefus(apercu(contexte)),
};
