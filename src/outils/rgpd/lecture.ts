// Les consentements du classeur et les réponses auxquelles ils répondent : chaque réponse, sa preuve, et l'adresse où regarder.
import { adresse, estVide, type Cellule, type Plage } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { erreurDeReglage } from '../../socle/erreurs';
import type { Jour } from '../../socle/jours';
import { sansAccents } from '../../socle/normalise';
import { lis, type Suite } from '../../socle/suite';
import { trouveEntete } from '../../socle/tableau/entete';
import { estLibelleDeTotal } from '../../socle/tableau/lignes';
import { COLONNES_CONSENTEMENT, estUnRegistre } from './colonnes';
import { jourDe, preuveDe, type Preuve } from './preuve';
import type { ReglagesRgpd } from './reperes';
import { clefDe, devineReponses, enteteDe, type Vue } from './reponses';

type ReponseLue = { readonly ligne: number; readonly ou: string; readonly preuve: Preuve };

export type Consentements = {
  readonly registre: Vue;
  readonly reponses: Vue | null;
  readonly lues: readonly ReponseLue[];
  /** Les lignes du registre, et quand chacune doit s'effacer : null pour une case vide, undefined pour ce qui n'est pas une date. */
  readonly echeances: readonly { readonly ligne: number; readonly le: Jour | null | undefined }[];
};

const nommee = (feuilles: readonly Feuille[], nom: string): Feuille => {
  const trouvee = feuilles.find((une) => sansAccents(une.nom) === sansAccents(nom));
  if (trouvee === undefined) throw erreurDeReglage(`Le classeur n’a pas de feuille « ${nom} »`, `Choisissez parmi : ${feuilles.map((une) => une.nom).join(', ')}`);
  return trouvee;
};

const trouveRegistre = (lisibles: readonly Feuille[], { feuille }: ReglagesRgpd): Vue | null =>
  (feuille === null ? lisibles : [nommee(lisibles, feuille)])
    .flatMap((une) => {
      const entete = trouveEntete(une.tete, COLONNES_CONSENTEMENT, estUnRegistre);
      return entete === null ? [] : [{ feuille: une, entete }];
    })
    .sort((a, b) => b.entete.score - a.entete.score)[0] ?? null;

const zoneDe = ({ feuille, entete }: Vue) => ({ feuille: feuille.nom, ligne: entete.ligne + 1, colonne: 1, lignes: Math.max(1, feuille.lignes - entete.ligne), colonnes: Math.max(1, feuille.colonnes) });

const la = (rangee: readonly Cellule[], { entete }: Vue, clef: string): Cellule => rangee[(entete.colonnes[clef] ?? 0) - 1] ?? null;

/** « Moyenne », « Total » et presque rien d'autre : le pied du tableau, pas une personne. */
const estUnPied = (rangee: readonly Cellule[], { entete }: Vue): boolean => {
  const [premiere, ...autres] = rangee.filter((valeur) => !estVide(valeur));
  return typeof premiere === 'string' && estLibelleDeTotal(premiere) && autres.length < entete.titres.filter((titre) => titre !== '').length / 2;
};

const lignesRemplies = (plage: Plage, vue: Vue): { readonly ligne: number; readonly rangee: readonly Cellule[] }[] =>
  plage.map((rangee, i) => ({ ligne: vue.entete.ligne + 1 + i, rangee })).filter(({ rangee }) => rangee.some((valeur) => !estVide(valeur)) && !estUnPied(rangee, vue));

function* trouveReponses(registre: Vue, lisibles: readonly Feuille[], { feuilleReponses }: ReglagesRgpd): Suite<Vue | null> {
  if (feuilleReponses === null) return yield* devineReponses(registre, lisibles);
  const feuille = nommee(lisibles, feuilleReponses);
  const entete = feuille.nom === registre.feuille.nom ? null : enteteDe(feuille);
  return entete === null ? null : { feuille, entete };
}

/** @returns null quand aucune feuille n'est un registre de consentements */
export function* lisConsentements(feuilles: readonly Feuille[], reglages: ReglagesRgpd): Suite<Consentements | null> {
  const lisibles = feuilles.filter(({ marque, masquee }) => marque === null && !masquee);
  const registre = trouveRegistre(lisibles, reglages);
  if (registre === null) return null;
  const reponses = yield* trouveReponses(registre, lisibles, reglages);
  const { plages }: Releve = yield* lis({ zones: [zoneDe(registre), ...(reponses === null ? [] : [zoneDe(reponses)])] });
  const pieces = lignesRemplies(plages[0] ?? [], registre);
  const pieceDe = (rangee: readonly Cellule[], reponse: Cellule) => ({ identite: la(rangee, registre, registre.entete.colonnes['identite'] === undefined ? 'id' : 'identite'), consentement: la(rangee, registre, 'consentement'), date: la(rangee, registre, 'date'), retrait: la(rangee, registre, 'retrait'), reponse });
  const echeances = pieces.map(({ ligne, rangee }) => ({ ligne, le: jourDe(la(rangee, registre, 'purge')) }));
  if (reponses === null) {
    const lues = pieces.map(({ ligne, rangee }) => ({ ligne, ou: adresse(registre.feuille.nom, ligne, registre.entete.colonnes['consentement'] ?? 1), preuve: preuveDe(pieceDe(rangee, la(rangee, registre, 'reponse'))) }));
    return { registre, reponses, lues, echeances };
  }
  const par = new Map<string, (readonly Cellule[])[]>();
  for (const { rangee } of pieces) for (const clef of ['id', 'identite']) {
    const lue = clefDe(la(rangee, registre, clef));
    if (lue !== '') par.set(`${clef}:${lue}`, [...(par.get(`${clef}:${lue}`) ?? []), rangee]);
  }
  const preuveParmi = (rangees: readonly (readonly Cellule[])[], reponse: Cellule): Preuve => {
    const preuves = rangees.map((rangee) => preuveDe(pieceDe(rangee, reponse)));
    const [premiere = { statut: 'aucune', phrase: `Aucune preuve de consentement dans « ${registre.feuille.nom} »` }] = preuves;
    // Un retrait l'emporte sur l'accord qu'il suit ; pour le reste, personne ne choisit à la place de l'agent.
    const retrait = preuves.find(({ statut }) => statut === 'retire');
    if (retrait !== undefined || preuves.every(({ statut }) => statut === premiere.statut)) return retrait ?? premiere;
    return { statut: 'ambigu', phrase: `« ${registre.feuille.nom} » a ${rangees.length} lignes pour cette personne, qui se contredisent : gardez la bonne` };
  };
  const lues = lignesRemplies(plages[1] ?? [], reponses).map(({ ligne, rangee }): ReponseLue => {
    const trouvees = par.get(`id:${clefDe(la(rangee, reponses, 'id'))}`) ?? par.get(`identite:${clefDe(la(rangee, reponses, 'identite'))}`);
    const ou = adresse(reponses.feuille.nom, ligne, reponses.entete.colonnes['id'] ?? reponses.entete.colonnes['identite'] ?? 1);
    return { ligne, ou, preuve: preuveParmi(trouvees ?? [], la(rangee, reponses, 'reponse')) };
  });
  return { registre, reponses, lues, echeances };
}
