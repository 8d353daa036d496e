// L'aide des fonctions de feuille, en données : le volet ne porte aucune définition, il montre celles du registre.
import { outils } from '../registre';
import type { Fonction, Resultat } from '../socle/fonction';
import { signature } from '../socle/fonction';
import { nombre, pourcent } from '../socle/format';
import type { AideFonction } from './demande';

const LIGNES_MAX = 4;

/** Un argument d'exemple comme on le taperait dans Excel en français : {"05/01/2026";"12/01/2026"}, une ligne par « ; », une colonne par « . ». */
const texteArgument = (valeur: unknown): string => {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  if (Array.isArray(valeur)) {
    const lignes = (valeur as readonly unknown[]).map((ligne) => (Array.isArray(ligne) ? ligne : [ligne]).map((v) => texteArgument(v) || '""').join('.'));
    return lignes.length === 1 && !(lignes[0] as string).includes('.') ? (lignes[0] as string) : `{${lignes.slice(0, LIGNES_MAX).join(';')}${lignes.length > LIGNES_MAX ? ';…' : ''}}`;
  }
  // Dans une formule : sans espace de milliers, toutes les décimales.
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : `"${String(valeur)}"`;
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
