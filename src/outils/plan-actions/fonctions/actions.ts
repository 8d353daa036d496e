// STATUT_ACTION, RETARD_ACTION, AVANCEMENT_PLAN et NUMERO_ACTION : le suivi d'un plan d'actions, cellule par cellule.
import { erreur } from '../../../socle/erreurs';
import { montre } from '../../../socle/argument';
import { cellule, date, depuis, facultatif, fonction, plage } from '../../../socle/fonction';
import type { Jour } from '../../../socle/jours';
import { anneeDe, lisEcheance } from '../echeances';
import { numeroSuivant } from '../numeros';
import { LIBELLES, lisStatut, retardDe, statutDe, type Statut } from '../statuts';

const DEMARRAGE = depuis('demarrage', cellule('demarrage', 'Date de démarrage de l’action, ou vide.'));
const FIN_PREVUE = depuis('finPrevue', cellule('fin_prevue', 'Fin prévue : une date, ou un mois (« oct-15 », « T3 2026 », « fin juin ») qui vaut son dernier jour.'));
const FIN_REELLE = depuis('finReelle', cellule('fin_reelle', 'Date où l’action a été finie, ou vide.'));
const AU = depuis('arrete', date('au', 'La date du jour, ou de l’arrêté, par exemple AUJOURDHUI().'));

const exigeAu = (fonctionNom: string, au: Jour | null): Jour => {
  if (au === null) throw erreur(`${fonctionNom} a besoin de la date « au »`, 'Écrivez par exemple AUJOURDHUI()');
  return au;
};

const echeance = (nom: string, parametre: string, valeur: unknown, au: Jour): Jour | null => {
  const lue = lisEcheance(valeur, anneeDe(au));
  if (lue === undefined) throw erreur(`${nom}, « ${parametre} » : ${montre(valeur)} n’est pas une échéance`, 'Écrivez une date, ou un mois comme « juin 2026 » ou « T3 2026 »');
  return lue;
};

const statut = (nom: string, valeur: unknown): Statut | null => {
  const lu = lisStatut(valeur);
  if (lu === undefined) throw erreur(`${nom} : ${montre(valeur)} n’est pas un statut`, 'Écrivez « prévue », « en cours », « terminée » ou « abandonnée »');
  return lu;
};

export const STATUT_ACTION = fonction({
  nom: 'STATUT_ACTION',
  resume: 'Statut d’une action : celui que vous avez écrit, ramené à Prévue, En cours, Terminée ou Abandonnée ; sinon celui que disent ses dates.',
  rend: 'texte',
  parametres: [DEMARRAGE, FIN_PREVUE, FIN_REELLE, AU, facultatif(depuis('statut', cellule('statut_saisi', 'Le statut écrit dans le plan, dans vos mots : « fait », « à faire », « 40 % ».')))],
  exemples: [
    { phrase: 'Démarrée, pas finie', args: ['01/09/2026', '31/12/2026', '', '22/11/2026'], donne: 'En cours' },
    { phrase: 'Elle démarre plus tard', args: ['01/01/2027', 'T1 2027', '', '22/11/2026'], donne: 'Prévue' },
    { phrase: 'Elle a une date de fin réelle', args: ['01/03/2026', '30/06/2026', '12/07/2026', '22/11/2026'], donne: 'Terminée' },
    { phrase: 'Ce qui est écrit l’emporte : une action reportée reste prévue', args: ['01/03/2026', 'fin juin', '', '22/11/2026', 'Reportée'], donne: 'Prévue' },
    { phrase: 'Annulée vaut abandonnée', args: ['', '', '', '22/11/2026', 'annulé'], donne: 'Abandonnée' },
  ],
  calcule: (demarrage, finPrevue, finReelle, au, saisi) => {
    const jour = exigeAu('STATUT_ACTION', au);
    echeance('STATUT_ACTION', 'fin_prevue', finPrevue, jour);
    const dates = { demarrage: echeance('STATUT_ACTION', 'demarrage', demarrage, jour), finReelle: echeance('STATUT_ACTION', 'fin_reelle', finReelle, jour) };
    return LIBELLES[statutDe(statut('STATUT_ACTION', saisi), dates, jour)];
  },
});

export const RETARD_ACTION = fonction({
  nom: 'RETARD_ACTION',
  resume: 'Jours de retard d’une action sur sa fin prévue : à la date « au », ou à sa fin réelle si elle est finie ; 0 à l’heure, vide sans échéance.',
  rend: 'nombre',
  parametres: [FIN_PREVUE, FIN_REELLE, AU],
  exemples: [
    { phrase: 'Prévue fin octobre, pas encore finie le 22 novembre', args: ['oct-26', '', '22/11/2026'], donne: 22 },
    { phrase: 'Finie douze jours après', args: ['30/06/2026', '12/07/2026', '22/11/2026'], donne: 12 },
    { phrase: 'Finie en avance', args: ['30/06/2026', '15/06/2026', '22/11/2026'], donne: 0 },
    { phrase: 'Sans échéance', args: ['', '', '22/11/2026'], donne: '' },
  ],
  calcule: (finPrevue, finReelle, au) => {
    const jour = exigeAu('RETARD_ACTION', au);
    return retardDe(echeance('RETARD_ACTION', 'fin_prevue', finPrevue, jour), echeance('RETARD_ACTION', 'fin_reelle', finReelle, jour), jour);
  },
});

export const AVANCEMENT_PLAN = fonction({
  nom: 'AVANCEMENT_PLAN',
  resume: 'Part des actions terminées d’un plan, abandonnées mises à part ; vide si aucune action ne reste à compter.',
  rend: 'taux',
  parametres: [depuis('statut', plage('statuts', 'Plage des statuts, dans vos mots ; une cellule vide ne compte pas.'))],
  exemples: [
    { phrase: 'Deux actions finies sur quatre, une abandonnée à part', args: [[['Terminée'], ['fait'], ['en cours'], ['à faire'], ['abandonnée']]], donne: 0.5 },
    { phrase: 'Reportée et suspendue restent à faire', args: [[['terminé'], ['reporté'], ['suspendu']]], donne: 1 / 3 },
    { phrase: 'Rien à compter', args: [[['annulé'], ['']]], donne: '' },
  ],
  calcule: (statuts) => {
    const lus = (statuts ?? []).flatMap((valeur, i) => {
      const lu = lisStatut(valeur);
      // Un titre de colonne pris avec la plage n'est pas un statut.
      if (lu === undefined && i === 0) return [];
      if (lu === undefined) throw erreur(`AVANCEMENT_PLAN, cellule ${i + 1} de « statuts » : ${montre(valeur)} n’est pas un statut`, 'Écrivez « prévue », « en cours », « terminée » ou « abandonnée »');
      return lu === null || lu === 'abandonnee' ? [] : [lu];
    });
    return lus.length === 0 ? null : lus.filter((lu) => lu === 'terminee').length / lus.length;
  },
});

export const NUMERO_ACTION = fonction({
  nom: 'NUMERO_ACTION',
  resume: 'Le numéro de l’action suivante, dans votre façon de numéroter ; un plan vide commence à 01, ou à AAAA-01 avec une date.',
  rend: 'texte',
  parametres: [depuis('numero', plage('numeros', 'Plage des numéros déjà donnés.')), facultatif(depuis('arrete', date('au', 'Une date : son année commence un plan vide, ou une année nouvelle.')))],
  exemples: [
    { phrase: 'La façon du plan est gardée', args: [[['ACC-007'], ['ACC-009'], ['ACC-008']]], donne: 'ACC-010' },
    { phrase: 'Un plan numéroté par année', args: [[['2026-01'], ['2026-02']], '22/11/2026'], donne: '2026-03' },
    { phrase: 'Une année nouvelle recommence', args: [[['2026-01'], ['2026-02']], '05/01/2027'], donne: '2027-01' },
    { phrase: 'Un plan vide, avec une date', args: [[['']], '22/11/2026'], donne: '2026-01' },
    { phrase: 'Un plan vide, sans date', args: [[['']]], donne: '01' },
  ],
  calcule: (numeros, au) => numeroSuivant(numeros ?? [], au),
});
