// Réunit les registres lus en un seul jeu de demandes : canaux, délais annoncés, filtres, copies écartées, anomalies.
import type { Anomalie } from '../../socle/anomalie';
import { adresse, estErreur, estVide, numeroColonne, type Cellule } from '../../socle/cellule';
import { lisDateTexte } from '../../socle/dates-texte';
import { dateFr } from '../../socle/format';
import type { Jour } from '../../socle/jours';
import { lisNombreTexte } from '../../socle/nombres-texte';
import { sansAccents } from '../../socle/normalise';
import { montre } from '../../socle/argument';
import { controleColonnes, controleDates, type Moment } from './controle';
import type { ClefColonne } from './colonnes';
import { SIGNE, type Demandes } from './demandes';
import { cherchesDoublons } from './doublons';
import type { Colonnes } from './lecture';
import { CANAL, canalDe } from './mots';
import { lettreDe, type Registre } from './reconnaissance';
import type { ReglagesDemandes } from './reperes';

export type Lu = { readonly registre: Registre; readonly colonnes: Colonnes };
export type Preparation = { readonly demandes: Demandes; readonly reiterations: number };

const DELAI_MAX = 3650;

const ouEst = (registre: Registre, clef: ClefColonne, ligne: number): string => adresse(registre.feuille.nom, ligne, numeroColonne(lettreDe(registre, clef) || lettreDe(registre, 'reception')) || 1);

const enTexte = (valeur: Cellule | undefined): string => (estVide(valeur) || estErreur(valeur) ? '' : String(valeur).trim());

/** Deux feuilles qui disent exactement la même chose sont une copie (« Suivi (2) »), pas deux registres. */
const sansCopies = (lus: readonly Lu[], ajoute: (anomalie: Anomalie) => void): Lu[] => {
  if (lus.length < 2) return [...lus];
  const empreintes = new Map<string, string>();
  return lus.filter(({ registre, colonnes }) => {
    if (colonnes.taille === 0) return true;
    const empreinte = JSON.stringify([Object.keys(registre.colonnes).sort(), [...colonnes.reception.jours], [...colonnes.reponse.jours], [...colonnes.accuse.jours], Object.entries(colonnes.valeurs).sort()]);
    const original = empreintes.get(empreinte);
    if (original === undefined) {
      empreintes.set(empreinte, registre.feuille.nom);
      return true;
    }
    ajoute({ adresse: ouEst(registre, 'reception', registre.entete.ligne), gravite: 'avertissement', message: `La feuille « ${registre.feuille.nom} » est la copie exacte de « ${original} » : elle n’est pas comptée. Supprimez-la ou choisissez la feuille à lire.` });
    return false;
  });
};

/** Les codes de canal d'un registre : sa colonne si elle parle de canaux, sinon le nom de la feuille. */
const canaux = ({ registre, colonnes }: Lu, ajoute: (anomalie: Anomalie) => void): Uint8Array => {
  const codes = new Uint8Array(colonnes.taille);
  const valeurs = colonnes.valeurs.canal;
  const connus = new Map<Cellule, number>();
  const codeDe = (valeur: Cellule): number => {
    let code = connus.get(valeur);
    if (code === undefined) connus.set(valeur, (code = canalDe(enTexte(valeur))));
    return code;
  };
  const parle = valeurs?.some((valeur) => codeDe(valeur) === CANAL.courrier || codeDe(valeur) === CANAL.courriel) ?? false;
  const deLaFeuille = canalDe(registre.feuille.nom);
  if (valeurs === undefined || (!parle && !/canal|channel/.test(sansAccents(registre.entete.titres[(registre.colonnes.canal ?? 1) - 1] ?? '')))) {
    return codes.fill(deLaFeuille === CANAL.autre ? CANAL.inconnu : deLaFeuille);
  }
  for (let i = 0; i < colonnes.taille; i++) {
    const valeur = valeurs[i] as Cellule;
    const lu = codeDe(valeur);
    const code = (codes[i] = lu === CANAL.inconnu && deLaFeuille !== CANAL.autre ? deLaFeuille : lu);
    if (code === CANAL.courrier || code === CANAL.courriel) continue;
    const message = code === CANAL.inconnu ? 'Le canal manque : la demande compte dans « tous » seulement.' : `Canal ${montre(enTexte(valeur))} : ni courrier ni courriel, la demande compte dans « tous » seulement.`;
    ajoute({ adresse: ouEst(registre, 'canal', colonnes.lignes[i] as number), gravite: 'information', message });
  }
  return codes;
};

const lisDelai = (valeur: Cellule): { delai: number } | { echeance: Jour } | null => {
  if (typeof valeur === 'number' && valeur > 18262 && valeur < 73051) return { echeance: Math.floor(valeur) };
  if (typeof valeur === 'string' && lisDateTexte(valeur) > 18262) return { echeance: lisDateTexte(valeur) };
  const delai = typeof valeur === 'number' ? valeur : typeof valeur === 'string' ? lisNombreTexte(valeur) : null;
  return delai !== null && Number.isInteger(delai) && delai >= 0 && delai <= DELAI_MAX ? { delai } : null;
};

/** Une colonne « Délai » qui n'est que réponse − réception est un résultat de l'agent, pas un délai annoncé. */
const estCalculee = (valeurs: readonly Cellule[], { reception, reponse, taille }: Colonnes): boolean => {
  let comparables = 0;
  let egales = 0;
  for (let i = 0; i < taille; i++) {
    const delai = typeof valeurs[i] === 'string' ? lisNombreTexte(valeurs[i] as string) : valeurs[i];
    if (typeof delai !== 'number' || !reception.jours[i] || !reponse.jours[i]) continue;
    comparables++;
    if (Math.abs((reponse.jours[i] as number) - (reception.jours[i] as number) - delai) <= 1) egales++;
  }
  return comparables >= 3 && egales >= comparables * 0.8;
};

const limites = ({ registre, colonnes }: Lu, parDefaut: number, echeance: (debut: Jour, jours: number) => Jour, ajoute: (anomalie: Anomalie) => void): Int32Array => {
  const dates = new Int32Array(colonnes.taille);
  const valeurs = colonnes.valeurs.delai;
  if (valeurs === undefined) return dates;
  const annonce = /annonc|echeance|indicatif|prevu|due|sla/.test(sansAccents(registre.entete.titres[(registre.colonnes.delai ?? 1) - 1] ?? ''));
  if (!annonce && estCalculee(valeurs, colonnes)) {
    ajoute({ adresse: ouEst(registre, 'delai', registre.entete.ligne), gravite: 'information', message: 'Cette colonne donne le délai constaté (réponse moins réception) : elle n’est pas prise pour un délai annoncé.' });
    return dates;
  }
  for (let i = 0; i < colonnes.taille; i++) {
    const valeur = valeurs[i] as Cellule;
    if (estVide(valeur) || (typeof valeur === 'string' && valeur.trim() === '')) continue;
    const recue = colonnes.reception.jours[i] as Jour;
    const lu = lisDelai(valeur);
    if (lu === null || ('echeance' in lu && recue !== 0 && lu.echeance < recue)) {
      ajoute({ adresse: ouEst(registre, 'delai', colonnes.lignes[i] as number), gravite: 'avertissement', message: `Délai annoncé ${montre(valeur)} illisible : ${parDefaut} jours sont pris. Saisissez un nombre de jours.` });
    } else if (recue !== 0) dates[i] = 'delai' in lu ? echeance(recue, lu.delai) : lu.echeance;
  }
  return dates;
};

/** Les lignes que les filtres de la personne écartent. */
const filtre = ({ colonnes }: Lu, canal: Uint8Array, reglages: ReglagesDemandes): ((i: number) => boolean) => {
  const memes = (demande: string | null, ...clefs: ClefColonne[]): ((i: number) => boolean) => {
    if (demande === null) return () => true;
    const cherche = sansAccents(demande);
    return (i) => clefs.some((clef) => sansAccents(enTexte(colonnes.valeurs[clef]?.[i])) === cherche);
  };
  const codeCanal = reglages.canal === null ? null : canalDe(reglages.canal);
  const service = memes(reglages.service, 'service');
  const agent = memes(reglages.agent, 'agent');
  const theme = memes(reglages.theme, 'theme', 'objet');
  return (i) => {
    const recue = colonnes.reception.jours[i] as Jour;
    return (codeCanal === null || canal[i] === codeCanal) && service(i) && agent(i) && theme(i)
      && (reglages.du === null || recue >= reglages.du) && (reglages.jusquau === null || recue <= reglages.jusquau)
      && (!reglages.visibles || colonnes.estMasquee[i] === 0);
  };
};

/**
 * Toutes les demandes des registres lus, dans l'ordre des onglets.
 * @param echeance réception + n jours dans l'unité choisie
 */
export const prepare = (tousLus: readonly Lu[], reglages: ReglagesDemandes, echeance: (debut: Jour, jours: number) => Jour, moment: Moment, ajoute: (anomalie: Anomalie) => void): Preparation => {
  const lus = sansCopies(tousLus, ajoute);
  const taille = lus.reduce((total, { colonnes }) => total + colonnes.taille, 0);
  const demandes = {
    taille, reception: new Int32Array(taille), accuse: new Int32Array(taille), reponse: new Int32Array(taille), limite: new Int32Array(taille),
    canal: new Uint8Array(taille), signes: new Uint8Array(taille), ligne: new Int32Array(taille), origine: new Uint16Array(taille),
    registres: lus.map(({ registre }) => registre), identifiants: [] as string[],
  };
  const textes = { expediteur: [] as string[], objet: [] as string[] };
  const sources: { colonnes: Colonnes; depart: number }[] = [];
  let depart = 0;
  lus.forEach((lu, origine) => {
    const { registre, colonnes } = lu;
    const canal = canaux(lu, ajoute);
    const signes = demandes.signes.subarray(depart, depart + colonnes.taille);
    controleColonnes(registre, colonnes, ajoute);
    controleDates(registre, colonnes, canal, signes, moment, ajoute);
    const garde = filtre(lu, canal, reglages);
    for (let i = 0; i < colonnes.taille; i++) {
      if (!garde(i)) signes[i] = (signes[i] as number) | SIGNE.ecartee;
      demandes.identifiants.push(enTexte(colonnes.valeurs.identifiant?.[i]));
      textes.expediteur.push(enTexte(colonnes.valeurs.expediteur?.[i]));
      textes.objet.push(enTexte(colonnes.valeurs.objet?.[i]) || enTexte(colonnes.valeurs.theme?.[i]));
    }
    demandes.reception.set(colonnes.reception.jours, depart);
    demandes.accuse.set(colonnes.accuse.jours, depart);
    demandes.reponse.set(colonnes.reponse.jours, depart);
    demandes.limite.set(limites(lu, reglages.delaiParDefaut, echeance, ajoute), depart);
    demandes.canal.set(canal, depart);
    demandes.ligne.set(colonnes.lignes, depart);
    demandes.origine.fill(origine, depart, depart + colonnes.taille);
    sources.push({ colonnes, depart });
    depart += colonnes.taille;
  });
  const empreinte = (i: number): string => {
    const source = sources[demandes.origine[i] as number];
    if (source === undefined || demandes.reception[i] === 0) return '';
    const k = i - source.depart;
    const valeurs = Object.entries(source.colonnes.valeurs).map(([clef, colonne]) => (clef === 'delai' ? '' : sansAccents(enTexte(colonne?.[k]))));
    if (valeurs.every((texte) => texte === '')) return '';
    return `${demandes.reception[i]}|${demandes.accuse[i]}|${demandes.reponse[i]}|${valeurs.join('|')}`;
  };
  return { demandes, reiterations: cherchesDoublons(demandes, { ...textes, empreinte }, ajoute) };
};

/** Ce que disent les filtres, pour l'imprimer sous chaque nombre. */
export const phraseFiltres = (reglages: ReglagesDemandes): string => {
  const dits = [
    reglages.du === null ? '' : `reçues à partir du ${dateFr(reglages.du)}`,
    reglages.jusquau === null ? '' : `reçues jusqu’au ${dateFr(reglages.jusquau)}`,
    reglages.canal && `canal : ${reglages.canal}`, reglages.service && `service : ${reglages.service}`, reglages.agent && `agent : ${reglages.agent}`, reglages.theme && `thème : ${reglages.theme}`,
    reglages.visibles && 'lignes visibles seulement',
  ].filter(Boolean);
  return dits.length === 0 ? 'aucun' : dits.join(' ; ');
};
