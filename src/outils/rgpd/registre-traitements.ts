// Le registre des activités de traitement (RGPD, article 30) : une ligne par enquête, les rubriques du modèle de la CNIL en colonnes. Créé une fois,
// il est à la personne ; une autre enquête s'y ajoute au pied, et rien de ce qui y est n'est récrit.
import { adresse, type Cellule } from '../../socle/cellule';
import type { Feuille, Releve } from '../../socle/classeur';
import { ajouteLigne, prevoisAjout, type Ajout } from '../../socle/ecriture/ajout';
import { apercuOuRefus, prevoisRapport } from '../../socle/ecriture/apercu';
import { feuilleDe } from '../../socle/ecriture/marque';
import { ecrisRapport } from '../../socle/ecriture/rapport';
import type { FeuilleDeRapport, Rapport } from '../../socle/ecriture/rapport-examen';
import { dateFr } from '../../socle/format';
import type { Commande, CompteRendu, Contexte } from '../../socle/outil';
import { COULEURS, page } from '../../socle/page';
import { ecris, lis, type Suite } from '../../socle/suite';
import type { ColonneVoulue } from '../../socle/tableau/colonne-voulue';
import { LIGNES_DE_TETE, trouveEntete, type Entete } from '../../socle/tableau/entete';
import { analyse, ID } from './analyse';
import { LIBELLES_BASES, type ReglagesRgpd } from './reperes';
import { clefDe } from './reponses';

type Rubrique = 'nom' | 'creation' | 'maj' | 'responsable' | 'delegue' | 'conjoint' | 'logiciel' | 'finalites' | 'base' | 'personnes' | 'donnees' | 'sensibles' | 'internes' | 'externes' | 'sousTraitants' | 'transferts' | 'duree' | 'securite';
type Colonne = { readonly clef: Rubrique; readonly titre: string; readonly largeur: number; readonly synonymes: readonly string[] };

/** Les rubriques de la fiche du modèle de registre de la CNIL (domaine.md §5.5). */
const COLONNES: readonly Colonne[] = [
  { clef: 'nom', titre: 'Nom de l’activité', largeur: 14, synonymes: ['activité', 'nom du traitement', 'traitement', 'nom / sigle'] },
  { clef: 'creation', titre: 'Date de création', largeur: 11, synonymes: ['date de création de la fiche', 'créé le', 'date de création du traitement'] },
  { clef: 'maj', titre: 'Date de mise à jour', largeur: 11, synonymes: ['mise à jour', 'date de dernière mise à jour', 'mis à jour le'] },
  { clef: 'responsable', titre: 'Responsable de traitement', largeur: 16, synonymes: ['responsable du traitement', 'responsable'] },
  { clef: 'delegue', titre: 'Délégué à la protection des données', largeur: 14, synonymes: ['dpo', 'délégué'] },
  { clef: 'conjoint', titre: 'Responsable conjoint', largeur: 12, synonymes: ['responsable conjoint du traitement'] },
  { clef: 'logiciel', titre: 'Logiciel', largeur: 11, synonymes: ['nom du logiciel ou de l’application', 'application', 'outil'] },
  { clef: 'finalites', titre: 'Finalités', largeur: 18, synonymes: ['objectifs poursuivis', 'finalité', 'finalité principale', 'finalité du traitement'] },
  { clef: 'base', titre: 'Base légale', largeur: 12, synonymes: ['base juridique', 'fondement', 'licéité'] },
  { clef: 'personnes', titre: 'Catégories de personnes', largeur: 14, synonymes: ['catégories de personnes concernées', 'personnes concernées'] },
  { clef: 'donnees', titre: 'Catégories de données', largeur: 16, synonymes: ['catégories de données collectées', 'données traitées', 'données collectées'] },
  { clef: 'sensibles', titre: 'Données sensibles', largeur: 12, synonymes: ['des données sensibles sont-elles traitées', 'données sensibles traitées'] },
  { clef: 'internes', titre: 'Destinataires internes', largeur: 14, synonymes: ['destinataires', 'catégories de destinataires'] },
  { clef: 'externes', titre: 'Destinataires externes', largeur: 13, synonymes: ['organismes externes'] },
  { clef: 'sousTraitants', titre: 'Sous-traitants', largeur: 15, synonymes: ['sous-traitant'] },
  { clef: 'transferts', titre: 'Transferts hors de l’Union européenne', largeur: 13, synonymes: ['transferts hors ue', 'transferts des données hors ue'] },
  { clef: 'duree', titre: 'Durée de conservation', largeur: 13, synonymes: ['durées de conservation', 'conservation'] },
  { clef: 'securite', titre: 'Mesures de sécurité', largeur: 16, synonymes: ['sécurité', 'mesures de sécurité techniques et organisationnelles'] },
];
const VOULUES: readonly ColonneVoulue[] = COLONNES.map(({ clef, titre, synonymes }) => ({ clef, synonymes: [titre.toLowerCase(), ...synonymes], sauf: [] }));
const GENRE = `${ID}.traitements`;
const SANS_NOM = 'Enquête (nom à donner)';
const A_COMPLETER = '[à compléter]';

const ligneDe = (reglages: ReglagesRgpd, au: number): Readonly<Record<Rubrique, string>> => {
  const ou = (valeur: string | null): string => valeur ?? A_COMPLETER;
  return {
    nom: reglages.enquete ?? SANS_NOM, creation: dateFr(au), maj: dateFr(au), responsable: ou(reglages.responsable), delegue: ou(reglages.delegue), conjoint: A_COMPLETER, logiciel: 'Classeur (tableur)',
    finalites: ou(reglages.finalite), base: LIBELLES_BASES[reglages.base], personnes: 'Usagers qui répondent à l’enquête', donnees: ou(reglages.donneesDemandees), sensibles: A_COMPLETER,
    internes: ou(reglages.destinataires), externes: A_COMPLETER, sousTraitants: reglages.prestataire ? 'Prestataire de l’enquête (contrat de l’article 28)' : 'Aucun', transferts: ou(reglages.transferts), duree: ou(reglages.duree), securite: A_COMPLETER,
  };
};

/** De quoi écrire six lignes dans une case, et tenir sur une page. */
const HAUTEUR = 78;
const LIGNES = 8;

const feuilleNeuve = (premiere: Readonly<Record<Rubrique, string>>): FeuilleDeRapport => {
  const p = page(COLONNES.map(({ largeur }) => largeur));
  p.pose(['Registre des activités de traitement'], 22);
  p.style(1, 1, 1, 1, { gras: true, taille: 14, couleur: COULEURS.bleu });
  const entete = p.entete(COLONNES.map(({ titre }) => titre), 54);
  p.pose(COLONNES.map(({ clef }) => premiere[clef]), HAUTEUR);
  for (let i = 1; i < LIGNES; i++) p.pose([], HAUTEUR);
  p.style(entete + 1, 1, LIGNES, COLONNES.length, { bordure: 'fine', vertical: 'haut', renvoi: true, format: 'texte' });
  return { ...p.rend('paysage'), largeur: COLONNES.length, banniere: { ligne: 1, colonne: 1 } };
};

type Vue = { readonly feuille: Feuille; readonly entete: Entete };

const estUnRegistre = (colonnes: Readonly<Record<string, number>>): boolean => colonnes['nom'] !== undefined && colonnes['finalites'] !== undefined && (colonnes['duree'] !== undefined || colonnes['base'] !== undefined);

const trouve = ({ feuilles }: Releve): Vue | null =>
  feuilles.filter(({ marque, masquee }) => marque === null && !masquee).flatMap((feuille) => {
    const entete = trouveEntete(feuille.tete, VOULUES, estUnRegistre);
    return entete === null ? [] : [{ feuille, entete }];
  })[0] ?? null;

type Prepare = { readonly rapport: Rapport; readonly vue: Vue | null; readonly ajout: Ajout | null; /** La ligne où l'enquête est déjà. */ readonly deja: number | null; readonly aRemettre: string | null };

function* prepare(contexte: Contexte): Suite<Prepare> {
  const { saisies, reglages, au } = yield* analyse(contexte);
  const releve: Releve = yield* lis({ tetes: LIGNES_DE_TETE });
  const ligne = ligneDe(reglages, au);
  const rapport: Rapport = { genre: GENRE, nom: 'Registre RGPD', outil: ID, saisies, aujourdhui: contexte.aujourdhui, feuille: feuilleNeuve(ligne) };
  const vue = trouve(releve);
  const aRemettre = feuilleDe(releve.feuilles, (marque) => marque.genre === GENRE && marque.etat === 'ok')?.nom ?? null;
  if (vue === null) return { rapport, vue, ajout: null, deja: null, aRemettre };
  const { feuille, entete } = vue;
  const colonneNumero = entete.colonnes['nom'] as number;
  const { plages } = yield* lis({ zones: [{ feuille: feuille.nom, ligne: entete.ligne + 1, colonne: colonneNumero, lignes: Math.max(1, feuille.lignes - entete.ligne), colonnes: 1 }] });
  const rang = (plages[0] ?? []).findIndex(([valeur = null]) => clefDe(valeur) === clefDe(ligne.nom));
  const valeurs = new Map<number, Cellule>(COLONNES.flatMap(({ clef }) => (clef === 'nom' || entete.colonnes[clef] === undefined ? [] : [[entete.colonnes[clef], ligne[clef]] as const])));
  return { rapport, vue, ajout: { feuille: feuille.nom, entete: entete.ligne, colonneNumero, numero: ligne.nom, valeurs }, deja: rang < 0 ? null : entete.ligne + 1 + rang, aRemettre };
}

const dejaLa = (feuille: string, ligne: number): string => `L’enquête est déjà au registre, « ${feuille} », ligne ${ligne} : rien n’a été écrit. Corrigez-la dans la feuille.`;

function* inscris(contexte: Contexte): Suite<CompteRendu> {
  const { rapport, vue, ajout, deja, aRemettre } = yield* prepare(contexte);
  // Une coupure a laissé la marque d'un registre fini : il est à la personne.
  if (aRemettre !== null) {
    yield* ecris([{ genre: 'marquer', feuille: aRemettre, marque: null }]);
    return yield* inscris(contexte);
  }
  if (vue === null || ajout === null) {
    const rendu = yield* ecrisRapport(rapport);
    if (rendu.feuille !== null) yield* ecris([{ genre: 'marquer', feuille: rendu.feuille, marque: null }]);
    return { ...rendu, message: `${rendu.message} Il est à vous : complétez-le, une ligne par enquête.` };
  }
  if (deja !== null) return { message: dejaLa(ajout.feuille, deja), feuille: ajout.feuille, ecrit: false };
  return yield* ajouteLigne(ajout);
}

export const registreTraitements: Commande = {
  id: 'traitements',
  titre: 'Registre des traitements',
  resume: 'L’enquête au registre des activités de traitement (article 30), une ligne par enquête, d’après vos réglages. Ce qui y est déjà n’est jamais récrit.',
  genre: GENRE,
  sansDonnees: true,
  execute: inscris,
  prevois: (contexte) => apercuOuRefus((function* () {
    const { rapport, ajout, deja } = yield* prepare(contexte);
    if (ajout === null) return yield* prevoisRapport(rapport);
    if (deja !== null) return { feuille: ajout.feuille, verdict: 'rien' as const, lignes: [{ effet: 'garde' as const, phrase: dejaLa(ajout.feuille, deja), adresse: adresse(ajout.feuille, deja, ajout.colonneNumero) }] };
    return yield* prevoisAjout(ajout);
  })()),
};
