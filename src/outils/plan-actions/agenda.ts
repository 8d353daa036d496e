// Les échéances du plan pour un agenda : un fichier iCalendar (RFC 5545), un jour entier par action ouverte.
import { erreur } from '../../socle/erreurs';
import { versIso, type Jour } from '../../socle/jours';
import type { FichierExporte } from '../../socle/outil';
import { empreinte } from '../../socle/empreinte';
import { analyse, nomDe } from './analyse';
import { estOuverte, libelleStatut, type Action, type Plan } from './lecture';

/** RFC 5545 §3.1 : pas plus de 75 octets par ligne, la suite après une espace. */
const LIGNE_MAX = 75;

const octetsDe = (signe: string): number => {
  const code = signe.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

const plie = (ligne: string): string => {
  let pliee = '';
  let place = 0;
  for (const signe of ligne) {
    if (place + octetsDe(signe) > LIGNE_MAX) {
      pliee += '\r\n ';
      place = 1;
    }
    pliee += signe;
    place += octetsDe(signe);
  }
  return pliee;
};

/** RFC 5545 §3.3.11 ; un signe de contrôle n'y a pas sa place. */
// eslint-disable-next-line no-control-regex -- ce sont eux que l'on ôte
const texte = (valeur: string): string => valeur.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').replace(/[\\;,]/g, (signe) => `\\${signe}`).replace(/\r?\n/g, '\\n');

const compact = (jour: Jour): string => versIso(jour).replace(/-/g, '');

const evenement = (action: Action & { readonly finPrevue: Jour }, { feuille }: Plan, aujourdhui: Jour): string[] => [
  'BEGIN:VEVENT',
  // Le même identifiant à chaque export : l'agenda met à jour au lieu d'ajouter.
  `UID:${empreinte(`${feuille.nom}\n${action.numero || action.libelle}`)}@classeur-plus`,
  `DTSTAMP:${compact(aujourdhui)}T000000Z`,
  `DTSTART;VALUE=DATE:${compact(action.finPrevue)}`,
  `DTEND;VALUE=DATE:${compact(action.finPrevue + 1)}`,
  `SUMMARY:${texte(`Échéance : ${nomDe(action)}`)}`,
  `DESCRIPTION:${texte([libelleStatut(action), action.responsables.length === 0 ? '' : `Responsable : ${action.responsables.join(', ')}`, `Plan « ${feuille.nom} », ligne ${action.ligne}`].filter((une) => une !== '').join('\n'))}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

export const agenda: FichierExporte = {
  id: 'agenda',
  titre: 'Échéances pour l’agenda',
  resume: 'Un fichier à ouvrir dans votre agenda : un jour par action ouverte qui a une échéance.',
  nom: 'echeances-plan-actions.ics',
  type: 'text/calendar',
  *produit(contexte) {
    const { plan } = yield* analyse(contexte);
    if (plan === null) throw erreur('Aucune feuille ne ressemble à un plan d’actions', 'Choisissez sa feuille par le réglage « feuille »');
    const datees = plan.actions.flatMap((action) => (estOuverte(action) && action.finPrevue !== null ? [{ ...action, finPrevue: action.finPrevue }] : []));
    if (datees.length === 0) throw erreur('Aucune action ouverte n’a d’échéance', 'Donnez une fin prévue à une action');
    const lignes = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Classeur+//FR', 'CALSCALE:GREGORIAN', ...datees.flatMap((action) => evenement(action, plan, contexte.aujourdhui)), 'END:VCALENDAR'];
    return lignes.map((ligne) => `${plie(ligne)}\r\n`).join('');
  },
};
