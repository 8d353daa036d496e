// « calculer » : des formules évaluées sur un classeur comme la page locale le fait ; rien n'est écrit.
import path from 'node:path';
import { ouvreClasseur } from '../../essai/classeur';
import { contenuTape } from '../../essai/modification';
import { estErreur, estVide, type Cellule } from '../../socle/cellule';
import { erreur, ErreurClasseur } from '../../socle/erreurs';
import { clefDe } from '../xlsx-vue';
import { ErreurUsage, type Options } from './arguments';
import type { Terminal } from './commandes';
import { lisFichier } from './fichiers';

type Calculee = { readonly formule: string } & ({ readonly valeur: Cellule | readonly (readonly Cellule[])[] } | { readonly erreur: string });

const montree = (valeur: Cellule | undefined): string => {
  if (valeur === undefined || estVide(valeur)) return '';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : String(valeur);
};

const enTexte = (calculee: Calculee): string => {
  if ('erreur' in calculee) return `${calculee.formule} : ${calculee.erreur}`;
  const { valeur } = calculee;
  return Array.isArray(valeur) ? `${calculee.formule} :\n${(valeur as Cellule[][]).map((rangee) => `  ${rangee.map(montree).join('\t')}`).join('\n')}` : `${calculee.formule} : ${montree(valeur as Cellule) || '(vide)'}`;
};

/** Chaque formule se pose sous les données de sa feuille, se calcule, puis s'ôte. */
export const calculer = async (restes: readonly string[], options: Options, terminal: Terminal): Promise<number> => {
  const [chemin, ...formules] = restes;
  if (chemin === undefined || formules.length === 0) throw new ErreurUsage('calculer attend un fichier, puis au moins une formule entre guillemets : "=TAUX_REPONSE(C2:C50;E2:E50;15)".');
  const aujourdhui = options.au ?? terminal.aujourdhui;
  const classeur = await ouvreClasseur(lisFichier(chemin), path.basename(chemin), aujourdhui);
  const voulue = options.saisies['feuille'];
  const feuille = classeur.feuilles().find(({ nom, masquee }) => (voulue === undefined ? !masquee : nom === voulue));
  if (feuille === undefined) throw erreur(`Le classeur n’a pas de feuille « ${voulue ?? ''} »`, `Choisissez parmi : ${classeur.feuilles().map(({ nom }) => nom).join(', ')}`);
  const ligne = feuille.etendue().lignes + 2;
  const calculees: Calculee[] = [];
  for (const formule of formules) {
    const tapee = formule.startsWith('=') ? formule : `=${formule}`;
    try {
      await classeur.change([{ feuille: feuille.nom, ligne, colonne: 1, contenu: contenuTape(tapee, true, false, aujourdhui) }]);
      const ici = classeur.feuilles().find(({ nom }) => nom === feuille.nom) ?? feuille;
      const clef = clefDe(ligne, 1);
      const valeur = ici.valeur(ligne, 1);
      const etendue = ici.formule(clef)?.etendue ?? null;
      const phrase = ici.phrases.get(clef);
      if (phrase !== undefined || estErreur(valeur)) calculees.push({ formule: tapee, erreur: phrase ?? String(valeur) });
      else if (etendue === null) calculees.push({ formule: tapee, valeur });
      else calculees.push({ formule: tapee, valeur: Array.from({ length: etendue.bas - etendue.haut + 1 }, (_, i) => Array.from({ length: etendue.droite - etendue.gauche + 1 }, (__, j) => ici.valeur(etendue.haut + i, etendue.gauche + j))) });
      await classeur.annule();
    } catch (cause) {
      if (!(cause instanceof ErreurClasseur)) throw cause;
      calculees.push({ formule: tapee, erreur: cause.message });
    }
  }
  terminal.ecris(options.json ? JSON.stringify(calculees, null, 2) : calculees.map(enTexte).join('\n'));
  return calculees.some((une) => 'erreur' in une) ? 1 : 0;
};
