// MOYENNE_CONCERNES : la moyenne de ceux que la question concerne, zéros comptés ou non.
import { erreur } from '../../../socle/erreurs';
import { facultatif, fonction, plage, texte } from '../../../socle/fonction';
import { sansAccents } from '../../../socle/normalise';
import { nombresDe } from '../../../socle/plage-nombres';
import { resume } from '../../../socle/statistiques/moyennes';

const lisExclus = (saisi: string | null): boolean => {
  const mot = sansAccents(saisi ?? 'faux');
  if (!/^(vrai|true|oui|1|faux|false|non|0)$/.test(mot)) throw erreur(`MOYENNE_CONCERNES : « zeros_exclus » vaut « ${saisi} »`, 'Écrivez VRAI ou FAUX');
  return /^(vrai|true|oui|1)$/.test(mot);
};

export const MOYENNE_CONCERNES = fonction({
  nom: 'MOYENNE_CONCERNES',
  resume: 'Moyenne des notes de ceux que la question concerne : les blancs, « NSP » et « non concerné » ne comptent pas. Les zéros comptent, sauf si « zeros_exclus » vaut VRAI (échelle de 1 à 10). Ne faites pas la moyenne de pourcentages d’études différentes.',
  rend: 'nombre',
  zeroEstUneValeur: true,
  parametres: [plage('valeurs', 'Plage des notes, par exemple D2:D200.'), facultatif(texte('zeros_exclus', 'VRAI pour ne pas compter les zéros ; FAUX par défaut.'))],
  exemples: [
    { phrase: 'Des notes de 8, 0 et 10, un « non concerné » et un blanc', args: [[[8], [0], [10], ['Non concerné'], ['']]], donne: 6 },
    { phrase: 'Sans les zéros', args: [[[8], [0], [10]], true], donne: 9 },
    { phrase: 'Personne n’est concerné', args: [[['NSP'], ['']]], donne: '' },
  ],
  calcule: (valeurs, zerosExclus) => {
    const exclus = lisExclus(zerosExclus);
    const notes = nombresDe('MOYENNE_CONCERNES', 'valeurs', valeurs ?? []).filter((note): note is number => note !== null && !(exclus && note === 0));
    return resume(notes)?.moyenne ?? null;
  },
});
