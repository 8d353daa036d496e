// JOURS_OUVRES, EST_FERIE, DATE_LIMITE et DATE_SILENCE : le calendrier des délais.
import { calendrier } from '../../../socle/calendrier';
import { erreur } from '../../../socle/erreurs';
import { fermeturesDe } from '../../../socle/fermetures';
import { nomFerie, zoneDe } from '../../../socle/feries';
import { date, depuis, fonction, nombre } from '../../../socle/fonction';
import { dateFr } from '../../../socle/format';
import { dateSilence } from '../../../socle/jours';
import { FERMETURES, joursDe, joursEntiers, UNITE, ZONE } from './options';

export const JOURS_OUVRES = fonction({
  nom: 'JOURS_OUVRES',
  resume: 'Jours ouvrés après « debut » et jusqu’à « fin » compris : du lundi au vendredi, hors jours fériés. Le jour de départ ne compte pas : un de moins que NB.JOURS.OUVRES.',
  rend: 'nombre',
  parametres: [date('debut', 'Date de départ, qui ne compte pas.'), date('fin', 'Date d’arrivée, qui compte.'), ZONE, FERMETURES],
  exemples: [
    { phrase: 'Du 30 avril au 15 mai 2026 : sans les 1er, 8 et 14 mai', args: ['30/04/2026', '15/05/2026'], donne: 8 },
    { phrase: 'En Alsace-Moselle le vendredi saint est férié', args: ['02/04/2026', '03/04/2026', 'Alsace-Moselle'], donne: 0 },
    { phrase: 'Avec un pont fermé le 15 mai', args: ['30/04/2026', '15/05/2026', '', [['15/05/2026']]], donne: 7 },
  ],
  calcule: (debut, fin, zone, fermetures) => {
    const jours = calendrier(zoneDe(zone), fermeturesDe(fermetures, 'JOURS_OUVRES'));
    if (debut === null || fin === null) return null;
    if (fin < debut) throw erreur(`JOURS_OUVRES : la fin (${dateFr(fin)}) précède le début (${dateFr(debut)})`, 'Inversez les deux dates');
    return jours.ouvresEntre(debut, fin);
  },
});

export const EST_FERIE = fonction({
  nom: 'EST_FERIE',
  resume: 'VRAI si la date est un jour férié dans la zone.',
  rend: 'logique',
  parametres: [date('date', 'La date à vérifier.'), ZONE],
  exemples: [
    { phrase: 'L’Ascension 2026', args: ['14/05/2026'], donne: true },
    { phrase: 'Le 20 décembre est férié à La Réunion', args: ['20/12/2026', 'La Réunion'], donne: true },
    { phrase: 'Mais pas en métropole', args: ['20/12/2026'], donne: false },
  ],
  calcule: (jour, zone) => {
    const lieu = zoneDe(zone);
    return jour === null ? null : nomFerie(jour, lieu) !== null;
  },
});

export const DATE_LIMITE = fonction({
  nom: 'DATE_LIMITE',
  resume: 'Date limite de réponse : la réception plus un nombre de jours, calendaires ou ouvrés.',
  rend: 'date',
  parametres: [depuis('reception', date('reception', 'Date de réception.')), nombre('jours', 'Nombre de jours.'), UNITE, ZONE, FERMETURES],
  exemples: [
    { phrase: 'Deux semaines après le 30 avril', args: ['30/04/2026', 14], donne: '14/05/2026' },
    { phrase: 'Cinq jours ouvrés après le 30 avril', args: ['30/04/2026', 5, 'ouvres'], donne: '11/05/2026' },
  ],
  calcule: (reception, jours, unite, zone, fermetures) => {
    const compte = joursDe('DATE_LIMITE', unite, zone, fermetures);
    return reception === null ? null : compte.echeance(reception, joursEntiers(jours, 'DATE_LIMITE', 'jours'));
  },
});

export const DATE_SILENCE = fonction({
  nom: 'DATE_SILENCE',
  resume: 'Date à laquelle le silence de l’administration vaut décision : deux mois après la réception, même quantième. Aide au suivi, ne remplace pas l’analyse juridique.',
  rend: 'date',
  parametres: [depuis('reception', date('reception', 'Date de réception par l’administration.'))],
  exemples: [
    { phrase: 'Reçue le 1er février', args: ['01/02/2026'], donne: '01/04/2026' },
    { phrase: 'Le 31 n’existe pas en février : dernier jour du mois', args: ['31/12/2025'], donne: '28/02/2026' },
  ],
  calcule: (reception) => (reception === null ? null : dateSilence(reception)),
});
