// L'aide des fonctions de feuille, en données : le volet ne porte aucune définition, il montre celles du registre.
import { outils } from '../registre';
import type { Fonction, Resultat } from '../socle/fonction';
import { signature } from '../socle/fonction';
import { nombre, pourcent } from '../socle/format';
import type { AideFonction } from './demande';

const LIGNES_MAX = 4;

/** Un argument d'exemple comme on le taperait : {"05/01/2026";"12/01/2026"}. */
const texteArgument = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  if (Array.isArray(valeur)) {
    const cellules = (valeur as readonly unknown[]).flat().map((v) => texteArgument(v) || '""');
    return cellules.length === 1 ? (cellules[0] as string) : `{${cellules.slice(0, LIGNES_MAX).join(';')}${cellules.length > LIGNES_MAX ? ';…' : ''}}`;
  }
  return typeof valeur === 'number' ? nombre(valeur, Number.isInteger(valeur) ? 0 : 1) : `"${String(valeur)}"`;
};

const texteResultat = (valeur: Resultat, rend: Fonction['rend']): string => {
  if (Array.isArray(valeur)) return `un tableau de ${valeur.length} lignes`;
  if (valeur === '' || valeur === null) return 'vide';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  if (typeof valeur === 'number') return rend === 'taux' ? pourcent(valeur) : nombre(valeur, Number.isInteger(valeur) ? 0 : Math.abs(valeur) < 1 ? 3 : 1);
  return String(valeur);
};

const exemple = ({ nom, rend }: Fonction, { phrase, args, donne }: Fonction['exemples'][number]): AideFonction['exemples'][number] => {
  const textes = args.map(texteArgument);
  while (textes.length > 0 && textes[textes.length - 1] === '') textes.pop();
  return { phrase, formule: `=${nom}(${textes.join(';')})`, donne: texteResultat(donne, rend) };
};

export const aideFonctions = (): readonly AideFonction[] =>
  outils.flatMap(({ id, fonctions }) =>
    fonctions.map((f) => ({
      nom: f.nom, signature: signature(f), resume: f.resume, rend: f.rend, voirAussi: f.voirAussi ?? null, outil: id,
      parametres: f.parametres.map(({ nom, aide, facultatif, genre, source }) => ({ nom, aide, facultatif, genre, source: source ?? null })),
      exemples: f.exemples.map((e) => exemple(f, e)),
    })),
  );
