// TAUX_RETOUR : la part des questionnaires revenus complets.
import { erreur } from '../../../socle/erreurs';
import { pluriel } from '../../../socle/format';
import { facultatif, fonction, nombre } from '../../../socle/fonction';

export const TAUX_RETOUR = fonction({
  nom: 'TAUX_RETOUR',
  resume: 'Taux de réponse à une enquête, entre 0 et 1 : réponses complètes sur questionnaires distribués, moins les adresses invalides. Pour des courriers et courriels, voyez TAUX_REPONSE.',
  rend: 'taux',
  voirAussi: 'TAUX_REPONSE',
  parametres: [
    nombre('complets', 'Réponses complètes et exploitables.'),
    nombre('distribues', 'Questionnaires distribués.'),
    facultatif(nombre('invalides', 'Adresses invalides (NPAI, rejets), retirées des distribués.')),
  ],
  exemples: [
    { phrase: '120 réponses pour 400 questionnaires', args: [120, 400], donne: 0.3 },
    { phrase: 'Dont 100 adresses invalides', args: [120, 400, 100], donne: 0.4 },
    { phrase: 'Rien de distribué', args: [0, 0], donne: '' },
  ],
  calcule: (complets, distribues, invalides) => {
    if (complets === null || distribues === null) return null;
    const joints = distribues - (invalides ?? 0);
    if (complets < 0 || distribues < 0 || (invalides ?? 0) < 0 || joints < 0) throw erreur('TAUX_RETOUR : un effectif ne peut pas être négatif', 'Vérifiez les nombres de réponses, de questionnaires et d’adresses invalides');
    if (complets > joints) throw erreur(`TAUX_RETOUR : ${complets} ${pluriel(complets, 'réponse complète', 'réponses complètes')} pour ${joints} ${pluriel(joints, 'questionnaire arrivé', 'questionnaires arrivés')}`, 'Vérifiez les deux nombres');
    return joints === 0 ? null : complets / joints;
  },
});
