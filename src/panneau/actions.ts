// Ce que la personne peut faire : chaque geste pose une demande à l'hôte, dit où il en est, et range la réponse.
import { anodin } from '../guichet/anodin';
import type { CommandeVisee, Demande, Reponse } from '../guichet/demande';
import type { Formule } from '../guichet/formule';
import { ErreurClasseur } from '../socle/erreurs';
import type { Proposition } from '../socle/outil';
import type { Saisies } from '../socle/reglage';
import { fr } from '../socle/typographie';
import type { Ecran, Etat } from './etat';
import type { HoteDuVolet } from './hote';

type Genre = Reponse['genre'];
type ReponseDe<G extends Genre> = Extract<Reponse, { genre: G }>;

const SANS_PHRASE = 'Le tableur n’a pas répondu. Fermez le volet, ouvrez-le de nouveau, puis recommencez.';

/** Laisse la page se redessiner entre deux pas d'un travail. */
const souffle = (): Promise<void> => new Promise((fin) => setTimeout(fin, 0));

export const actions = (hote: HoteDuVolet, lis: () => Etat, change: (nouveau: Partial<Etat>) => void) => {
  let arret: AbortController | null = null;

  const refuse = (cause: unknown): null => {
    change({ refus: { message: cause instanceof ErreurClasseur ? cause.message : SANS_PHRASE, adresse: cause instanceof ErreurClasseur ? cause.adresse : null } });
    return null;
  };

  /** Sans cellule choisie, la commande qui en veut une le dira. */
  const ici = async (): Promise<string | null> => (await hote.cellule?.().catch(() => null)) ?? null;

  /** Ces demandes partent de la cellule choisie ; elle se demande une fois le travail commencé, pour qu'aucun autre ne se glisse avant. */
  const situee = async (demande: Demande): Promise<Demande> => (demande.genre === 'ouvre' || demande.genre === 'prevois' || demande.genre === 'execute' ? { ...demande, cellule: await ici() } : demande);

  /** La réponse du genre attendu, ou null : le refus ou l'annulation est alors déjà à l'écran. */
  const pose = async <G extends Genre>(demande: Demande, attendu: G, libelle: string): Promise<ReponseDe<G> | null> => {
    if (lis().travail !== null) return null;
    const mien = new AbortController();
    arret = mien;
    const annulable = hote.annulable?.(demande) ?? true;
    change({ travail: { libelle, fait: 0, total: 0, annulable }, refus: null, succes: null });
    try {
      const reponse = await hote.demande(await situee(demande), (pas) => {
        change({ travail: { libelle: pas.libelle, fait: pas.fait, total: pas.total, annulable } });
        return souffle();
      }, mien.signal);
      if (reponse.genre === attendu) return reponse as ReponseDe<G>;
      if (reponse.genre === 'annule') {
        change({ succes: { message: reponse.message, feuille: null, ecrit: false } });
        return null;
      }
      if (reponse.genre !== 'refus') return refuse(null);
      change({ refus: { message: reponse.message, adresse: reponse.adresse } });
      return null;
    } catch (cause) {
      return refuse(cause);
    } finally {
      arret = null;
      change({ travail: null });
    }
  };

  const moment = () => ({ au: lis().au, saisies: lis().saisies });

  const actualise = async (): Promise<boolean> => {
    const ouverture = await pose({ genre: 'ouvre', ...moment() }, 'ouverture', fr`Lecture du classeur…`);
    if (ouverture !== null) change({ ouverture });
    return ouverture !== null;
  };

  /** Relit après un travail, sans effacer ce qu'il a dit. */
  const relis = async (succes: Etat['succes']): Promise<void> => {
    await actualise();
    change({ succes });
  };

  /** Relit parce que le classeur a changé : ce qui était dit reste dit. */
  const suis = async (): Promise<void> => {
    const { succes, refus } = lis();
    // Ce qui s'est dit pendant la lecture l'emporte sur ce qui se disait avant.
    if (await actualise()) change({ succes: lis().succes ?? succes, refus: lis().refus ?? refus });
  };

  const fait = async ({ message, feuille, ecrit }: ReponseDe<'fait'>): Promise<void> => {
    change({ ecran: 'principal', apercu: null, comparaison: null, purge: null });
    await relis({ message, feuille, ecrit });
  };

  const execute = async (outil: string, commande: CommandeVisee): Promise<void> => {
    const reponse = await pose({ genre: 'execute', outil, commande: commande.id, ...moment() }, 'fait', fr`${commande.titre}…`);
    if (reponse !== null) {
      // Ce que l'on vient de faire écrire se regarde.
      if (reponse.ecrit && reponse.feuille !== null) await hote.va(`${reponse.feuille}!A1`).catch(() => undefined);
      return fait(reponse);
    }
    const { refus } = lis();
    if (refus === null) return;
    // Une écriture qui échoue peut en laisser une interrompue : la relire la montre, à côté du refus.
    await actualise();
    change({ refus });
  };

  const prevoisPurge = async (): Promise<void> => {
    const purge = await pose({ genre: 'prevoisPurge' }, 'purge', fr`Lecture des sauvegardes…`);
    if (purge !== null) change({ purge, ecran: 'purge' });
  };

  const prevoisEffacement = async (): Promise<void> => {
    const purge = await pose({ genre: 'prevoisPurge', personnelles: true }, 'purgePersonnelles', fr`Recherche des données personnelles…`);
    if (purge !== null) change({ purge, ecran: 'purge' });
  };

  const tente = async (geste: Promise<unknown>): Promise<void> => {
    change({ refus: null });
    await geste.catch(refuse);
  };

  return {
    actualise,
    suis,
    va: (adresse: string): Promise<void> => tente(hote.va(adresse)),
    montre: (ecran: Ecran): void => change({ ecran, refus: null }),
    choisis: (outil: string): void => change({ outil, ecran: 'principal', refus: null }),
    annule: (): void => arret?.abort(),
    /** Revient à l'écran principal en disant ce qui a été fait. */
    reussis: (message: string): void => change({ ecran: 'principal', succes: { message, feuille: null, ecrit: true } }),
    tais: (): void => change({ succes: null, refus: null }),
    execute,
    /** Regarde d'abord ce qui serait écrit : on ne demande l'accord que si cela touche au travail de quelqu'un, ou si on l'a voulu voir. */
    produis: async (outil: string, commande: CommandeVisee, aVoir: boolean): Promise<void> => {
      const reponse = await pose({ genre: 'prevois', outil, commande: commande.id, ...moment() }, 'apercu', fr`Vérification avant d’écrire…`);
      if (reponse === null) return;
      const { apercu } = reponse;
      if (!aVoir && anodin(apercu)) await execute(outil, commande);
      else change({ apercu: { commande, apercu }, ecran: 'apercu' });
    },
    /** Fait une action du plan d'un écart que l'outil propose. */
    propose: async (proposition: Proposition): Promise<void> => {
      for (const { id, commandes } of lis().ouverture?.outils ?? []) for (const { accueille, id: commande, titre } of commandes) {
        if (!accueille) continue;
        const reponse = await pose({ genre: 'execute', outil: id, commande, proposition, ...moment() }, 'fait', fr`${titre}…`);
        if (reponse === null) return;
        if (reponse.feuille !== null) await hote.va(`${reponse.feuille}!A1`).catch(() => undefined);
        change({ outil: id });
        return fait(reponse);
      }
    },
    exporte: async (outil: string, fichier: string, titre: string): Promise<void> => {
      const reponse = await pose({ genre: 'exporte', outil, fichier, ...moment() }, 'fichier', fr`${titre}…`);
      if (reponse === null) return;
      hote.telecharge?.({ nom: reponse.nom, type: reponse.type, texte: reponse.texte });
      change({ succes: { message: fr`Fichier « ${reponse.nom} » prêt à enregistrer.`, feuille: null, ecrit: false } });
    },
    finis: async (feuille: string): Promise<void> => {
      const reponse = await pose({ genre: 'finis', feuille, ...moment() }, 'fait', fr`Fin de l’écriture de « ${feuille} »…`);
      if (reponse !== null) await fait(reponse);
    },
    compare: async (feuille: string, sauvegarde: string): Promise<void> => {
      const reponse = await pose({ genre: 'compare', feuille, sauvegarde }, 'differences', fr`Comparaison avec la sauvegarde…`);
      if (reponse !== null) change({ comparaison: { total: reponse.total, liste: reponse.liste, feuille, sauvegarde, depuis: lis().ecran }, ecran: 'comparaison' });
    },
    prevoisPurge,
    prevoisEffacement,
    vide: async (confirmation: string): Promise<void> => {
      const { purge } = lis();
      if (purge === null) return;
      const reponse = await pose(purge.genre === 'purge' ? { genre: 'purge', plan: purge.plan, confirmation } : { genre: 'purgePersonnelles', plan: purge.plan, confirmation }, 'fait', fr`Effacement…`);
      if (reponse !== null) return fait(reponse);
      const { refus } = lis();
      if (refus === null) return;
      // Ce qui est montré à côté du refus est ce qui reste à vider maintenant.
      await (purge.genre === 'purge' ? prevoisPurge() : prevoisEffacement());
      await actualise();
      change({ refus });
    },
    /** Essaie des colonnes sans rien retenir : l'exemple de l'écran en est refait. Rend le message si elles ne vont pas. */
    essaie: async (outil: string, reglages: Saisies): Promise<void> => {
      const ouverture = await pose({ genre: 'ouvre', au: lis().au, saisies: { ...lis().saisies, [outil]: { ...lis().saisies[outil], ...reglages } } }, 'ouverture', fr`Lecture du classeur…`);
      if (ouverture !== null) change({ ouverture });
    },
    /** Rend vrai quand c'est retenu. */
    retiens: async (outil: string | null, reglages: Saisies, volet: Saisies, message: string): Promise<boolean> => {
      if (hote.lectureSeule === true) {
        if (outil !== null) change({ saisies: { ...lis().saisies, [outil]: { ...lis().saisies[outil], ...reglages } } });
        const ouverture = lis().ouverture;
        if (ouverture !== null) change({ ouverture: { ...ouverture, volet: { ...ouverture.volet, ...volet } } });
        return outil === null || (await actualise());
      }
      const ouverture = await pose({ genre: 'retiens', ...(outil === null ? {} : { outil, reglages }), volet, ...moment() }, 'ouverture', fr`Enregistrement…`);
      if (ouverture !== null) change({ ouverture, succes: message === '' ? null : { message, feuille: null, ecrit: true } });
      return ouverture !== null;
    },
    /** Ce qui ne vaut que pour cette fois : la date d'arrêté et les filtres. */
    filtre: async (au: string | null, outil: string, filtres: Saisies): Promise<boolean> => {
      const avant = moment();
      change({ au, saisies: { ...avant.saisies, [outil]: { ...avant.saisies[outil], ...filtres } } });
      const lu = await actualise();
      if (!lu) change(avant);
      return lu;
    },
    charge: async (): Promise<void> => {
      if (lis().fonctions !== null) return;
      const reponse = await pose({ genre: 'fonctions' }, 'fonctions', fr`Lecture de l’aide…`);
      if (reponse !== null) change({ fonctions: reponse.fonctions, aide: reponse.aide });
    },
    insere: (formule: Formule): Promise<void> =>
      tente(hote.insere(formule).then((adresse) => change({ succes: { message: fr`Formule écrite en ${adresse}.`, feuille: null, ecrit: true } }))),
  };
};

export type Actions = ReturnType<typeof actions>;
