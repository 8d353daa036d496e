// NON_REPONDUS : les demandes sans réponse finale, ou « considérées comme non répondues » au-delà d'un délai.
import { facultatif, fonction, nombre } from '../../../socle/fonction';
import { mesure } from '../mesures';
import { reglesDeFonction } from '../regles';
import { lisCouples } from './couples';
import { AU, joursEntiers, RECEPTIONS, REPONSES } from './options';
import { delaisEnUnPassage, enMoinsDe, joursSimples, omis } from './voie-rapide';

export const NON_REPONDUS = fonction({
  nom: 'NON_REPONDUS',
  resume: 'Nombre de demandes sans réponse finale. Avec « au_dela_de » : répondues après ce délai, ou sans réponse depuis plus longtemps (« considéré comme non répondu »).',
  rend: 'nombre',
  parametres: [RECEPTIONS, REPONSES, facultatif(nombre('au_dela_de', 'Délai en jours : 14 compte les réponses à partir du 15e jour.')), AU],
  exemples: [
    { phrase: 'Une demande sur deux reste sans réponse', args: [[['01/06/2026'], ['02/06/2026']], [['03/06/2026'], ['NR']]], donne: 1 },
    { phrase: 'Au-delà de 14 jours : une réponse tardive et une demande ouverte', args: [[['01/06/2026'], ['01/06/2026'], ['01/06/2026']], [['15/06/2026'], ['16/06/2026'], ['']], 14], donne: 2 },
    { phrase: 'À la date d’arrêté, une demande de 14 jours n’est pas encore « non répondue »', args: [[['01/06/2026']], [['']], 14, '15/06/2026'], donne: 0 },
  ],
  rapide: ([receptions, reponses, auDelaDe, au]) => {
    const limite = omis(auDelaDe) ? Infinity : joursSimples(auDelaDe, 0);
    const delais = limite === null || !omis(au) ? null : delaisEnUnPassage(receptions, reponses);
    return delais === null || limite === null ? undefined : delais.demandes - enMoinsDe(delais, limite + 1);
  },
  calcule: (receptions, reponses, auDelaDe, au) => {
    const entrees = lisCouples('NON_REPONDUS', { receptions, reponses });
    const regles = reglesDeFonction(au, 'tous', []);
    const seuilNonRepondu = auDelaDe === null ? regles.seuilNonRepondu : joursEntiers(auDelaDe, 'NON_REPONDUS', 'au_dela_de');
    const { tous } = mesure(entrees, { ...regles, seuilNonRepondu });
    return auDelaDe === null ? tous.utilisables - tous.repondues : tous.classes.nonRepondu;
  },
});
