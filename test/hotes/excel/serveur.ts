// L'hôte sur le fil : répond aux envois de la bibliothèque de Microsoft, action par action. Il compte, limite, et tombe en panne où on le lui dit.
import type { ClasseurMemoire } from '../classeur-memoire';
import type { Zone } from '../../../src/socle/cellule';
import { zoneDeRange } from './acces';
import { classeur, type EtatDuFil } from './classeur';
import { services, type Rendu } from './services';
import { ErreurHote, introuvable, nonModelise, Valeur, type Objet } from './objet';

type Arguments = { readonly Arguments?: readonly unknown[]; readonly ReferencedObjectPathIds?: readonly unknown[] };
type Chemin = { readonly ObjectPathType: number; readonly Name: string; readonly ParentObjectPathId: number; readonly ArgumentInfo?: Arguments };
type Action = { readonly Id: number; readonly ActionType: number; readonly Name: string; readonly ObjectPathId: number; readonly ArgumentInfo?: Arguments; readonly QueryInfo?: { readonly Select?: readonly string[]; readonly Top?: number; readonly Skip?: number } };
type Envoi = { readonly Actions: readonly Action[]; readonly ObjectPaths: Readonly<Record<string, Chemin>> };

/** Ce qui arrive à une action : rien, une panne avant qu'elle agisse ou juste après, ou une valeur changée sans le dire. */
export type Guet = (action: { readonly nom: string; readonly ecrit: boolean }) => { readonly quand: 'avant' | 'apres'; readonly code: string } | { readonly quand: 'altere' } | null;

const LIMITE = 5 * 1024 * 1024;
const [INSTANCIE, DEMANDE, METHODE, POSE, TRACE] = [1, 2, 3, 4, 5];
const SANS_EFFET = /^(Get|_Keep|_Remove|_Validate|Date$|_?On|Load)/;

/** Une valeur de la matrice remplacée par une autre. */
const altere = (donnee: unknown): unknown => (Array.isArray(donnee) ? (donnee as unknown[][]).map((rangee, i) => (i === donnee.length - 1 ? rangee.map(() => 7) : rangee)) : donnee);

const majuscule = (nom: string): string => nom.charAt(0).toUpperCase() + nom.slice(1);

export class Serveur {
  /** Les envois reçus, avec leur poids et celui de la réponse. */
  readonly envois: { readonly octets: number; readonly rendus: number; readonly actions: readonly string[]; readonly ecrit: boolean }[] = [];
  /** Ce que la bibliothèque a demandé et que nous ne modélisons pas : doit rester vide. */
  readonly nonModelises: string[] = [];
  /** Chaque « Classe.membre » appelé ou posé. */
  readonly membres = new Set<string>();
  /** Ce que les fonctions ont rendu, et ce que la bibliothèque de Microsoft confie à Excel sur elle-même. */
  readonly rendus: Rendu[] = [];
  readonly telemesure: string[] = [];
  guet: Guet = () => null;
  /** Nos écritures de cellules : Excel en prévient qui s'est inscrit, nous compris. */
  readonly ecrites: Zone[] = [];
  /** De combien de tours un envoi tarde : deux agents s'entremêlent d'un envoi à l'autre, jamais dans un envoi. */
  retard: () => number = () => 0;
  /** Excel sur le web ; null : un Excel de bureau. */
  limite: number | null = LIMITE;
  readonly etat: EtatDuFil = { sansTitres: new Set(), date1904: false, choisie: null, previent: false };

  /** Les objets que la bibliothèque suit d'un envoi à l'autre : Excel leur donne un numéro, et elle ne les désigne plus que par lui. */
  private readonly suivis = new Map<string, Objet>();
  private prochainSuivi = 1;

  constructor(public classeurMemoire: ClasseurMemoire) {}

  repond(texte: string): { readonly corps: string } | { readonly code: number; readonly message: string } {
    const octets = Buffer.byteLength(texte);
    if (this.limite !== null && octets > this.limite) return { code: 5012, message: 'RequestPayloadSizeLimitExceeded' };
    this.classeurMemoire.calcule();
    const envoi = JSON.parse(texte) as Envoi;
    const actions: string[] = [];
    const reponse = this.execute(envoi, actions);
    const corps = JSON.stringify(reponse);
    this.envois.push({ octets, rendus: Buffer.byteLength(corps), actions, ecrit: actions.some((nom) => nom.startsWith('!')) });
    if (this.limite !== null && Buffer.byteLength(corps) > this.limite) return { corps: JSON.stringify({ Results: [], Error: { Code: 'ResponsePayloadSizeLimitExceeded', Message: '', ActionIndex: 0, HttpStatusCode: 413 } }) };
    return { corps };
  }

  private execute({ Actions, ObjectPaths }: Envoi, journal: string[]): unknown {
    const objets = new Map<number, Objet | null>();
    const racine = classeur(this.classeurMemoire, this.etat);
    const refus = (objet: Objet | null, quoi: string): ErreurHote => {
      this.nonModelises.push(`${objet?.classe ?? 'nul'}.${quoi}`);
      return nonModelise(`${objet?.classe ?? 'nul'}.${quoi}`);
    };
    const arg = (valeur: unknown, reference: unknown): unknown => (Array.isArray(reference) ? (valeur as unknown[]).map((v, i) => arg(v, reference[i])) : typeof reference === 'number' && reference !== 0 ? objet(reference) : valeur);
    const args = ({ Arguments = [], ReferencedObjectPathIds }: Arguments = {}): unknown[] => Arguments.map((valeur, i) => arg(valeur, ReferencedObjectPathIds?.[i]));
    const appelle = (parent: Objet | null, nom: string, arguments_: unknown[]): Objet | Valeur | null | void => {
      const methode = parent?.appelle?.[nom];
      if (!methode) throw refus(parent, `${nom}()`);
      this.membres.add(`${parent.classe}.${nom}`);
      return methode(...arguments_);
    };
    const resous = (id: number): Objet | null => {
      const chemin = ObjectPaths[id]!;
      if (chemin.ObjectPathType === 1) return racine;
      if (chemin.ObjectPathType === 7) return null;
      if (chemin.ObjectPathType === 6) {
        const suivi = this.suivis.get(chemin.Name);
        if (!suivi) throw introuvable(chemin.Name);
        return suivi;
      }
      if (chemin.ObjectPathType === 2) {
        const service = services(this.rendus, this.telemesure)[chemin.Name];
        if (!service) throw refus(null, chemin.Name);
        return service;
      }
      const parent = objet(chemin.ParentObjectPathId);
      // Ce que fait Excel d'un appel sur un objet nul n'est pas écrit : nous ne nous y fions pas.
      if (parent === null) throw introuvable(`${chemin.Name} d'un objet nul`);
      if (chemin.ObjectPathType === 4) {
        const enfant = parent.mene?.[chemin.Name];
        if (!enfant) throw refus(parent, chemin.Name);
        return enfant();
      }
      if (chemin.ObjectPathType === 5) {
        if (!parent.element) throw refus(parent, '[…]');
        return parent.element(args(chemin.ArgumentInfo)[0]);
      }
      if (chemin.ObjectPathType !== 3) throw refus(parent, `chemin ${chemin.ObjectPathType}`);
      const rendu = appelle(parent, chemin.Name, args(chemin.ArgumentInfo));
      if (rendu === undefined || rendu instanceof Valeur) throw refus(parent, `${chemin.Name}() qui rende un objet`);
      return rendu;
    };
    const objet = (id: number): Objet | null => {
      if (!objets.has(id)) objets.set(id, resous(id));
      return objets.get(id)!;
    };
    const numeros = new Map<Objet, string>();
    const identite = (o: Objet): Record<string, unknown> => ({ ...(o.id === undefined ? {} : { Id: o.id }), ...(numeros.has(o) ? { _ReferenceId: numeros.get(o) } : {}) });
    const suis = (o: Objet | null): void => {
      if (o === null || numeros.has(o)) return;
      const numero = `{suivi-${this.prochainSuivi++}}`;
      numeros.set(o, numero);
      this.suivis.set(numero, o);
    };
    const projette = (o: Objet | null, choix: readonly string[], haut = Infinity): unknown => {
      if (o === null) return null;
      const rendu = identite(o);
      const groupes = new Map<string, string[]>();
      for (const chemin of choix.filter((c) => c !== 'isNullObject')) {
        const [tete = '', ...suite] = chemin.split('/');
        groupes.set(tete, [...(groupes.get(tete) ?? []), ...(suite.length > 0 ? [suite.join('/')] : [])]);
      }
      if (o.elements) {
        const siens = [...groupes].flatMap(([tete, suite]) => (tete.toLowerCase() === 'items' ? suite : [tete, ...suite.map((s) => `${tete}/${s}`)]));
        return { _Items: o.elements().slice(0, haut).map((element) => projette(element, siens)) };
      }
      for (const [tete, suite] of groupes) {
        const nom = majuscule(tete);
        const propriete = o.lis?.[nom];
        const enfant = o.mene?.[nom];
        if (suite.length > 0 && enfant) rendu[nom] = projette(enfant(), suite);
        else if (propriete) rendu[nom] = propriete();
        else throw refus(o, nom);
        this.membres.add(`${o.classe}.${nom}`);
      }
      return rendu;
    };
    const resultats: { ActionId: number; Value: unknown }[] = [];
    const traces: number[] = [];
    let rang = 0;
    try {
      for (const action of Actions) {
        const chemin = ObjectPaths[action.ObjectPathId];
        const nom = action.ActionType === INSTANCIE ? (chemin?.ObjectPathType === 3 ? chemin.Name : '') : (action.Name ?? '');
        const ecrit = action.ActionType === POSE || ((action.ActionType === METHODE || (action.ActionType === INSTANCIE && chemin?.ObjectPathType === 3)) && !SANS_EFFET.test(nom));
        journal.push(`${ecrit ? '!' : ''}${nom}`);
        const incident = this.guet({ nom, ecrit });
        if (incident?.quand === 'avant') throw new ErreurHote(incident.code);
        let valeur: unknown = null;
        if (action.ActionType === INSTANCIE) {
          const o = objet(action.ObjectPathId);
          valeur = o === null ? null : identite(o);
        } else if (action.ActionType === DEMANDE) valeur = projette(objet(action.ObjectPathId), action.QueryInfo?.Select ?? [], action.QueryInfo?.Top);
        else if (action.ActionType === METHODE && nom === '_KeepReference') suis(objet(action.ObjectPathId));
        else if (action.ActionType === METHODE && nom === '_RemoveReference') this.suivis.delete(String(args(action.ArgumentInfo)[0]));
        else if (action.ActionType === METHODE) {
          const rendu = appelle(objet(action.ObjectPathId), nom, args(action.ArgumentInfo));
          valeur = rendu instanceof Valeur ? rendu.v : null;
        } else if (action.ActionType === POSE) {
          const o = objet(action.ObjectPathId);
          const pose = o?.ecris?.[nom];
          if (!pose) throw refus(o, `${nom} =`);
          this.membres.add(`${o.classe}.${nom}=`);
          const [donnee] = args(action.ArgumentInfo);
          pose(incident?.quand === 'altere' ? altere(donnee) : donnee);
          if (o.classe === 'Range' && /^(Values|Formulas)$/.test(nom) && this.etat.previent) this.ecrites.push(zoneDeRange(o));
        } else if (action.ActionType === TRACE) traces.push(action.Id);
        else throw refus(null, `action ${action.ActionType}`);
        if (incident?.quand === 'apres') throw new ErreurHote(incident.code);
        resultats.push({ ActionId: action.Id, Value: valeur ?? null });
        rang++;
      }
    } catch (cause) {
      const erreur = this.enErreurHote(cause);
      return { Results: resultats, TraceIds: traces, Error: { Code: erreur.code, Message: erreur.message, ActionIndex: rang, HttpStatusCode: 400, Location: '' } };
    }
    return { Results: resultats, TraceIds: traces };
  }

  /** Les refus du classeur en mémoire portent le code d'Excel en tête de leur message. */
  private enErreurHote(cause: unknown): ErreurHote {
    if (cause instanceof ErreurHote) return cause;
    const code = /^(\w+) :/.exec(cause instanceof Error ? cause.message : '')?.[1];
    if (code === undefined) {
      // Une faute du faux hôte : l'essai doit échouer, pas attendre une réponse qui ne viendra pas.
      this.nonModelises.push(String(cause));
      return nonModelise(String(cause));
    }
    return new ErreurHote(code, (cause as Error).message);
  }
}
