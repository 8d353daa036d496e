// Le canal de chaque demande : sa colonne si elle parle de canaux, sinon le nom de la feuille.
import type { Anomalie } from '../../socle/anomalie';
import { montre } from '../../socle/argument';
import { enTexte, type Cellule } from '../../socle/cellule';
import { sansAccents } from '../../socle/normalise';
import { lieu } from './lieu';
import { CANAL, canalDe, canalDuNom } from './mots';
import type { Lu } from './preparation';

/** Les codes de canal d'un registre ; ce qui n'est ni courrier ni courriel est dit. */
export const canaux = ({ registre, colonnes }: Lu, ajoute: (anomalie: Anomalie) => void): Uint8Array => {
  const codes = new Uint8Array(colonnes.taille);
  const valeurs = colonnes.valeurs.canal;
  const connus = new Map<Cellule, number>();
  const codeDe = (valeur: Cellule): number => {
    let code = connus.get(valeur);
    if (code === undefined) connus.set(valeur, (code = canalDe(enTexte(valeur))));
    return code;
  };
  const parle = valeurs?.some((valeur) => codeDe(valeur) === CANAL.courrier || codeDe(valeur) === CANAL.courriel) ?? false;
  const deLaFeuille = canalDuNom(registre.feuille.nom);
  const titre = sansAccents(registre.entete.titres[(registre.colonnes.canal ?? 1) - 1] ?? '');
  if (valeurs === undefined || (!parle && !/cana(l|ux)|channel/.test(titre))) return codes.fill(deLaFeuille);
  for (let i = 0; i < colonnes.taille; i++) {
    const valeur = valeurs[i] as Cellule;
    const lu = codeDe(valeur);
    const code = (codes[i] = lu === CANAL.inconnu ? deLaFeuille : lu);
    if (code === CANAL.courrier || code === CANAL.courriel) continue;
    const message = code === CANAL.inconnu ? 'Le canal manque : la demande compte dans « tous » seulement.' : `Canal ${montre(enTexte(valeur))} : ni courrier ni courriel, la demande compte dans « tous » seulement.`;
    ajoute({ adresse: lieu(registre, 'canal', colonnes.lignes[i] as number), gravite: 'information', message });
  }
  return codes;
};
