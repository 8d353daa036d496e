// Les indicateurs publiés, dans leur ordre : nom, définition en français, et le calcul sur les comptes. Un seul tableau pour l'onglet, le JSON et TABLEAU_DELAIS.
import { pluriel } from '../../socle/format';
import { tire, type Tirage } from '../../socle/histogramme';
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

const BASE: Readonly<Record<Mode, (age: string) => string>> = {
  cohorte: (age) => `demandes reçues depuis au moins ${age}`,
  echus: (age) => `demandes répondues, ou reçues depuis au moins ${age}`,
  tous: () => 'toutes les demandes utilisables',
};

const base = ({ au, mode }: Regles, age: string): string => BASE[au === null ? 'tous' : mode](age);

/** Ce que chaque indicateur tire des délais : ici, et quand plusieurs classeurs sont réunis. */
export const TIRAGES = { 'delai-moyen': 'moyenne', 'delai-median': 0.5, 'delai-p90': 0.9 } as const satisfies Record<string, Tirage>;

const UTILISABLES = 'toutes les demandes utilisables, reçues à la date d’arrêté';

/**
 * Les indicateurs que donnent ces règles.
 * @param ouvres les délais sont en jours ouvrés
 * @param zone ce qui décide des jours ouvrés (« zone La Réunion »)
 */
export const definitions = (regles: Regles, ouvres: boolean, zone = ''): readonly DefinitionIndicateur[] => {
  const duree = (n: number): string => `${n} ${ouvres ? pluriel(n, 'jour ouvré', 'jours ouvrés') : pluriel(n, 'jour calendaire', 'jours calendaires')}`;
  const jours = ouvres ? 'jours ouvrés' : 'jours calendaires';
  const limite = regles.seuilNonRepondu;
  const seuils = regles.seuils.map((k, rang): DefinitionIndicateur => ({
    id: `moins-de-${k}`,
    libelle: `Répondu en moins de ${k} ${pluriel(k, 'jour', 'jours')}${k === SEUIL_MARIANNE ? ' (délai Marianne)' : ''}`,
    unite: 'proportion',
    definition: `Réponse finale au plus ${duree(k - 1)} après la réception, parmi : ${base(regles, duree(k))}.`,
    calcule: (c) => part(c.moinsDe[rang]?.numerateur ?? 0, c.moinsDe[rang]?.denominateur ?? 0),
  }));
  const surTout = (id: string, libelle: string, definition: string, compte: (c: Comptes) => number): DefinitionIndicateur => ({
    id, libelle, unite: 'proportion', definition: `${definition}, parmi : ${UTILISABLES}.`, calcule: (c) => part(compte(c), c.utilisables),
  });
  const delai = (id: keyof typeof TIRAGES, libelle: string, definition: string): DefinitionIndicateur => ({
    id, libelle, unite: jours, definition: `${definition}, en ${jours}${zone && ` (${zone})`}, sur les demandes répondues.`, calcule: (c) => ({ valeur: tire(c.delais, TIRAGES[id]), numerateur: null, denominateur: c.delais.effectif() }),
  });
  return [
    ...seuils,
    {
      id: 'considere-non-repondu', libelle: `Considéré comme non répondu (plus de ${limite} ${pluriel(limite, 'jour', 'jours')})`, unite: 'proportion',
      definition: `Réponse après plus de ${duree(limite)}, ou sans réponse depuis plus de ${duree(limite)}, parmi : ${base(regles, duree(limite + 1))}.`,
      calcule: (c) => part(c.classes.nonRepondu, c.classes.base),
    },
    surTout('sans-reponse-finale', 'Sans réponse finale', 'Aucune réponse finale à la date d’arrêté', (c) => c.utilisables - c.repondues),
    surTout('en-retard', 'En retard', `Sans réponse, date limite dépassée (délai annoncé de la demande, sinon ${duree(regles.delaiParDefaut)})`, (c) => c.enRetard),
    surTout('en-cours', 'En cours', 'Sans réponse, date limite non dépassée', (c) => c.enCours),
    surTout('reponses-directes', 'Réponses directes', 'Réponse finale sans accusé de réception', (c) => c.directes),
    surTout('reponses-avec-ar', 'Réponses avec AR', 'Accusé de réception et réponse finale', (c) => c.avecAr),
    surTout('ar-seul', 'AR seul', 'Accusé de réception, sans réponse finale', (c) => c.arSeul),
    surTout('sans-suite', 'Sans suite', 'Ni accusé de réception ni réponse finale', (c) => c.sansSuite),
    delai('delai-moyen', 'Délai moyen', 'Moyenne du délai de réponse'),
    delai('delai-median', 'Délai médian', 'Une demande sur deux a eu sa réponse en moins de temps'),
    delai('delai-p90', 'Délai P90', 'Neuf demandes sur dix ont eu leur réponse dans ce délai (CENTILE.INCLURE)'),
    {
      id: 'ar-conforme', libelle: 'AR conforme', unite: 'proportion',
      definition: `Accusé de réception en ${regles.arCourriel} ${pluriel(regles.arCourriel, 'jour calendaire', 'jours calendaires')} au plus (courriel) ou ${regles.arCourrier} (courrier), parmi : demandes ni répondues dans ce délai, ni trop récentes.`,
      calcule: (c) => part(c.ar.numerateur, c.ar.denominateur),
    },
  ];
};
