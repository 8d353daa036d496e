// Le suivi de chaque demande à la date d'arrêté : son état, ses colonnes calculées (domaine.md §3.12) et son alerte.
import { dateSilence, versIso, type Jour } from '../../socle/jours';
import type { Alerte } from '../../socle/outil';
import { arConforme } from './accuse';
import { SIGNE, type Demandes } from './demandes';
import { dateLimite, etatDe, texteAlerte, type Etat } from './etats';
import { lieuDeDemande } from './lieu';
import { NOMS_CANAUX } from './mots';
import type { Regles } from './mesures';

/** Une demande suivie ; les jours sont en AAAA-MM-JJ, null quand la valeur n'existe pas. */
export type DemandeSuivie = {
  readonly adresse: string;
  readonly identifiant: string;
  readonly canal: string | null;
  readonly etat: Etat;
  readonly reception: string | null;
  readonly accuse: string | null;
  readonly reponse: string | null;
  /** Délai de réponse dans l'unité choisie, et en jours ouvrés. */
  readonly delai: number | null;
  readonly delaiOuvre: number | null;
  /** Jours depuis la réception, pour une demande ouverte. */
  readonly age: number | null;
  readonly limite: string | null;
  readonly joursRestants: number | null;
  readonly alerte: string;
  /** AR dans le délai du canal ; null quand il n'est pas dû, ou pas encore jugé. */
  readonly arConforme: boolean | null;
  /** Deux mois après la réception : aide au suivi, ne remplace pas l'analyse juridique. */
  readonly decisionImplicite: string | null;
};

const iso = (jour: Jour): string | null => (jour === 0 ? null : versIso(jour));

export const suis = (demandes: Demandes, i: number, regles: Regles, au: Jour, preavis: number): DemandeSuivie => {
  const etat = etatDe(demandes, i, regles, au);
  const existe = (jour: Jour): Jour => (jour > au ? 0 : jour);
  const recue = demandes.reception[i] as Jour;
  const accuse = existe(demandes.accuse[i] as Jour);
  const reponse = existe(demandes.reponse[i] as Jour);
  const juge = etat !== 'a-corriger' && etat !== 'hors-champ' && etat !== 'hors-perimetre';
  const ouverte = juge && reponse === 0;
  const limite = juge ? dateLimite(demandes, i, regles) : 0;
  return {
    adresse: lieuDeDemande(demandes, i, 'reception'),
    identifiant: demandes.identifiants[i] as string,
    canal: NOMS_CANAUX[demandes.canal[i] as number] ?? null,
    etat,
    reception: iso(recue),
    accuse: iso(accuse),
    reponse: iso(reponse),
    delai: juge && reponse !== 0 ? regles.duree(recue, reponse) : null,
    delaiOuvre: juge && reponse !== 0 ? regles.dureeOuvree(recue, reponse) : null,
    age: ouverte ? regles.duree(recue, au) : null,
    limite: iso(limite),
    joursRestants: ouverte ? limite - au : null,
    alerte: ouverte ? texteAlerte(limite - au, preavis) : '',
    arConforme: juge ? arConforme(demandes.canal[i] as number, recue, accuse, accuse !== 0 || ((demandes.signes[i] as number) & SIGNE.arSansDate) !== 0, reponse, regles) : null,
    decisionImplicite: ouverte ? versIso(dateSilence(recue)) : null,
  };
};

/** Les demandes en retard ou bientôt dues, la plus ancienne échéance d'abord. */
export const alertes = (demandes: Demandes, regles: Regles, au: Jour, preavis: number): Alerte[] => {
  const trouvees: Alerte[] = [];
  for (let i = 0; i < demandes.taille; i++) {
    const etat = etatDe(demandes, i, regles, au);
    if (etat !== 'en-retard' && etat !== 'en-cours') continue;
    const { adresse: ou, identifiant, canal, limite, joursRestants, alerte } = suis(demandes, i, regles, au, preavis);
    if (alerte === '' || limite === null || joursRestants === null) continue;
    trouvees.push({ adresse: ou, identifiant, canal: canal ?? '', etat, alerte, limite, joursRestants });
  }
  return trouvees.sort((a, b) => a.joursRestants - b.joursRestants);
};
