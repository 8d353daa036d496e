// « Fiche de la ligne choisie » et « Nouvelle fiche » : la fiche d'une action, ou celle d'une action à venir, prête à imprimer et à remplir.
import type { Cellule } from '../../socle/cellule';
import { apercuOuRefus } from '../../socle/ecriture/apercu';
import { ecrisFiche, prevoisFiche } from '../../socle/ecriture/fiche';
import { examineFiche, type Fiche } from '../../socle/ecriture/fiche-examen';
import { erreur } from '../../socle/erreurs';
import type { Commande, Contexte } from '../../socle/outil';
import type { Suite } from '../../socle/suite';
import { GENRE_FICHE } from './feuille-fiche';
import { actionChoisie, ficheDe, ficheDeLAction, ficheNeuve, lieuDe, trouveAction, vueDuPlan, type Vue } from './fiches';
import { numeroSuivant } from './numeros';

function* preparee(contexte: Contexte): Suite<Fiche> {
  const vue: Vue = yield* vueDuPlan(contexte);
  const ouverte = vue.fiches.find(({ feuille }) => feuille === lieuDe(contexte.cellule).feuille);
  if (ouverte === undefined) return ficheDeLAction(vue, actionChoisie(vue, contexte.cellule));
  return ficheDe(vue, ouverte.clef);
}

export const ficheAction: Commande = {
  id: 'fiche',
  titre: 'Fiche de la ligne choisie',
  resume: 'La fiche action de la ligne choisie dans le plan, sur une page à imprimer. Ce que vous y avez écrit n’est jamais changé.',
  genre: GENRE_FICHE,
  *execute(contexte) {
    return yield* ecrisFiche(yield* preparee(contexte));
  },
  prevois: (contexte) => apercuOuRefus((function* () {
    return yield* prevoisFiche(yield* preparee(contexte));
  })()),
};

const numerosDuPlan = ({ plan, fiches }: Vue): readonly Cellule[] =>
  [...plan.actions.map(({ cellules }) => cellules[(plan.colonnes.numero ?? 0) - 1] ?? null), ...fiches.map(({ clef }) => clef).filter((clef) => !clef.startsWith('~') && trouveAction(plan, clef) === null).map((clef) => (/^[1-9]\d*$/.test(clef) && plan.actions.every(({ cellules }) => typeof cellules[(plan.colonnes.numero ?? 0) - 1] !== 'string') ? Number(clef) : clef))];

/** Le numéro qu'aurait une action de plus. @throws ErreurClasseur quand le plan n'a pas de colonne pour lui */
export const prochainNumero = (vue: Vue): string | number => {
  const { plan, au } = vue;
  if (plan.colonnes.numero === undefined) throw erreur(`« ${plan.feuille.nom} » n’a pas de colonne pour le numéro des actions`, `Ajoutez une colonne « N° » à la ligne ${plan.entete.ligne}, puis recommencez`);
  return numeroSuivant(numerosDuPlan(vue), au);
};

/** Une fiche neuve que personne n'a remplie se reprend : un second clic n'en fait pas une autre. */
function* nouvelle(contexte: Contexte): Suite<Fiche> {
  const vue: Vue = yield* vueDuPlan(contexte);
  const neuf = prochainNumero(vue);
  for (const { clef } of vue.fiches.filter(({ clef: une }) => trouveAction(vue.plan, une) === null)) {
    const laissee = ficheNeuve(vue, clef);
    const { cases, marque } = yield* examineFiche(laissee);
    if (marque.etat !== 'ok' || cases.every(({ effet }) => effet === 'rien')) return ficheNeuve(vue, clef, undefined, contexte.proposition);
  }
  return ficheNeuve(vue, neuf, undefined, contexte.proposition);
}

export const nouvelleFiche: Commande = {
  id: 'nouvelle-fiche',
  titre: 'Nouvelle fiche',
  resume: 'Une fiche action vide, au numéro suivant du plan. Remplissez-la, puis « Enregistrer l’action ».',
  genre: `${GENRE_FICHE}.neuve`,
  accueille: true,
  *execute(contexte) {
    const rendu = yield* ecrisFiche(yield* nouvelle(contexte));
    return { ...rendu, message: `${rendu.message} Remplissez-la, puis choisissez « Enregistrer l’action ».` };
  },
  prevois: (contexte) => apercuOuRefus((function* () {
    return yield* prevoisFiche(yield* nouvelle(contexte));
  })()),
};
