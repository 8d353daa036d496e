// ALERTE_DELAI : ce qui attend une demande encore ouverte.
import { date, depuis, fonction } from '../../../socle/fonction';
import { texteAlerte } from '../etats';
import { REGLAGES } from '../reperes';
import { lisReponse } from './couples';
import { DELAI, joursEntiers, RECEPTION, REPONSE } from './options';
import { erreur } from '../../../socle/erreurs';

export const ALERTE_DELAI = fonction({
  nom: 'ALERTE_DELAI',
  resume: 'Alerte d’une demande sans réponse : « Dépassée depuis n j », « Aujourd’hui », « Dans n j » dans les trois derniers jours, vide sinon.',
  rend: 'texte',
  parametres: [RECEPTION, REPONSE, DELAI, depuis('arrete', date('au', 'La date du jour, ou de l’arrêté, par exemple AUJOURDHUI().'))],
  exemples: [
    { phrase: 'Le délai de 14 jours est passé depuis 19 jours', args: ['20/10/2026', 'NR', 14, '22/11/2026'], donne: 'Dépassée depuis 19 j' },
    { phrase: 'La limite est aujourd’hui', args: ['08/11/2026', '', 14, '22/11/2026'], donne: "Aujourd'hui" },
    { phrase: 'Plus que deux jours', args: ['10/11/2026', '', 14, '22/11/2026'], donne: 'Dans 2 j' },
    { phrase: 'Une ligne encore vide du registre', args: ['', '', 14, '22/11/2026'], donne: '' },
    { phrase: 'Rien à signaler : la réponse est partie', args: ['02/11/2026', '02/11/2026', 14, '22/11/2026'], donne: '' },
  ],
  calcule: (reception, reponse, delai, au) => {
    if (reception === null) return null;
    if (au === null) throw erreur('ALERTE_DELAI a besoin de la date « au »', 'Écrivez par exemple AUJOURDHUI()');
    const jours = joursEntiers(delai, 'ALERTE_DELAI', 'delai');
    const { jour: repondue, horsPerimetre } = lisReponse('ALERTE_DELAI', 'reponse', reponse);
    if (reception > au || horsPerimetre || (repondue !== 0 && repondue <= au)) return null;
    return texteAlerte(reception + jours - au, REGLAGES.alerteAvant.defaut);
  },
});
