// Les indicateurs publiés, dans leur ordre : nom, définition en français, et le calcul sur les comptes. Un seul tableau pour l'onglet, le JSON et TABLEAU_DELAIS.
import type { Comptes, Mode, Regles } from './mesures';
import { SEUIL_MARIANNE } from './mesures';

export type Valeur = { readonly valeur: number | null; readonly numerateur: number | null; readonly denominateur: number };

export type DefinitionIndicateur = {
  readonly id: string;
  readonly libelle: string;
  readonly unite: 'proportion' | 'jours calendaires' | 'jours ouvrés';
  readonly definition: string;
  readonly calcule: (comptes: Comptes) => Valeur;
};

const part = (numerateur: number, denominateur: number): Valeur => ({ valeur: denominateur === 0 ? null : numerateur / denominateur, numerateur, denominateur });

const BASE: Readonly<Record<Mode, (k: number) => string>> = {
  cohorte: (k) => `demandes reçues depuis au moins ${k} jours`,
  echus: (k) => `demandes répondues, ou reçues depuis au moins ${k} jours`,
  tous: () => 'toutes les demandes utilisables',
};

const base = ({ au, mode }: Regles, k: number): string => (au === null ? BASE.tous(k) : BASE[mode](k));

const UTILISABLES = 'toutes les demandes utilisables, reçues à la date d’arrêté';

/** Les indicateurs que donnent ces règles ; `ouvres` : les délais sont en jours ouvrés. */
export const definitions = (regles: Regles, ouvres: boolean): readonly DefinitionIndicateur[] => {
  const jours = ouvres ? 'jours ouvrés' : 'jours calendaires';
  const limite = regles.seuilNonRepondu;
  const seuils = regles.seuils.map((k, rang): DefinitionIndicateur => ({
    id: `moins-de-${k}`,
    libelle: `Répondu en moins de ${k} jours${k === SEUIL_MARIANNE ? ' (délai Marianne)' : ''}`,
    unite: 'proportion',
    definition: `Réponse finale au plus ${k - 1} ${jours} après la réception, parmi : ${base(regles, k)}.`,
    calcule: (c) => part(c.moinsDe[rang]?.numerateur ?? 0, c.moinsDe[rang]?.denominateur ?? 0),
  }));
  const surTout = (id: string, libelle: string, definition: string, compte: (c: Comptes) => number): DefinitionIndicateur => ({
    id, libelle, unite: 'proportion', definition: `${definition}, parmi : ${UTILISABLES}.`, calcule: (c) => part(compte(c), c.utilisables),
  });
  const delai = (id: string, libelle: string, definition: string, valeur: (c: Comptes) => number | null): DefinitionIndicateur => ({
    id, libelle, unite: jours, definition: `${definition}, en ${jours}, sur les demandes répondues.`, calcule: (c) => ({ valeur: valeur(c), numerateur: null, denominateur: c.delais.effectif() }),
  });
  return [
    ...seuils,
    {
      id: 'considere-non-repondu', libelle: `Considéré comme non répondu (plus de ${limite} jours)`, unite: 'proportion',
      definition: `Réponse après plus de ${limite} ${jours}, ou sans réponse depuis plus de ${limite} jours, parmi : ${base(regles, limite + 1)}.`,
      calcule: (c) => part(c.classes.nonRepondu, c.classes.base),
    },
    surTout('sans-reponse-finale', 'Sans réponse finale', 'Aucune réponse finale à la date d’arrêté', (c) => c.utilisables - c.repondues),
    surTout('en-retard', 'En retard', `Sans réponse, date limite dépassée (délai annoncé de la demande, sinon ${regles.delaiParDefaut} jours)`, (c) => c.enRetard),
    surTout('en-cours', 'En cours', 'Sans réponse, date limite non dépassée', (c) => c.enCours),
    surTout('reponses-directes', 'Réponses directes', 'Réponse finale sans accusé de réception', (c) => c.directes),
    surTout('reponses-avec-ar', 'Réponses avec AR', 'Accusé de réception et réponse finale', (c) => c.avecAr),
    surTout('ar-seul', 'AR seul', 'Accusé de réception, sans réponse finale', (c) => c.arSeul),
    surTout('sans-suite', 'Sans suite', 'Ni accusé de réception ni réponse finale', (c) => c.sansSuite),
    delai('delai-moyen', 'Délai moyen', 'Moyenne du délai de réponse', (c) => c.delais.moyenne()),
    delai('delai-median', 'Délai médian', 'Une demande sur deux a eu sa réponse en moins de temps', (c) => c.delais.quantile(0.5)),
    delai('delai-p90', 'Délai P90', 'Neuf demandes sur dix ont eu leur réponse dans ce délai (CENTILE.INCLURE)', (c) => c.delais.quantile(0.9)),
    {
      id: 'ar-conforme', libelle: 'AR conforme', unite: 'proportion',
      definition: `Accusé de réception en ${regles.arCourriel} jours au plus (courriel) ou ${regles.arCourrier} (courrier), parmi : demandes ni répondues dans ce délai, ni trop récentes.`,
      calcule: (c) => part(c.ar.numerateur, c.ar.denominateur),
    },
  ];
};
