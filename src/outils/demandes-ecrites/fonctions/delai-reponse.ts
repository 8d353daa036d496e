// DELAI_REPONSE : les jours entre la réception et la réponse d'une demande.
import { fonction } from '../../../socle/fonction';
import { lisReponse } from './couples';
import { FERMETURES, joursDe, RECEPTION, REPONSE, UNITE, ZONE } from './options';
import { erreur } from '../../../socle/erreurs';
import { dateFr } from '../../../socle/format';

export const DELAI_REPONSE = fonction({
  nom: 'DELAI_REPONSE',
  resume: 'Délai de réponse d’une demande, en jours : 0 si la réponse part le jour même, vide s’il n’y a pas de réponse.',
  rend: 'nombre',
  parametres: [RECEPTION, REPONSE, UNITE, ZONE, FERMETURES],
  exemples: [
    { phrase: 'Reçue le 5 janvier, répondue le 9', args: ['05/01/2026', '09/01/2026'], donne: 4 },
    { phrase: 'Répondue le jour même', args: ['02/11/2026', '02/11/2026'], donne: 0 },
    { phrase: 'En jours ouvrés, les 1er et 8 mai ne comptent pas', args: ['30/04/2026', '15/05/2026', 'ouvres'], donne: 8 },
    { phrase: 'Pas encore de réponse', args: ['20/10/2026', 'NR'], donne: '' },
  ],
  calcule: (reception, reponse, unite, zone, fermetures) => {
    const jours = joursDe('DELAI_REPONSE', unite, zone, fermetures);
    if (reception === null) return null;
    const { jour: repondue } = lisReponse('DELAI_REPONSE', 'reponse', reponse);
    if (repondue === 0) return null;
    if (repondue < reception) throw erreur(`DELAI_REPONSE : la réponse du ${dateFr(repondue)} précède la réception du ${dateFr(reception)}`, 'Corrigez l’une des deux dates');
    return jours.duree(reception, repondue);
  },
});
