// Le classeur vu du fil : feuilles, noms, mémoire XML, marques. Le fonds est l'hôte en mémoire, sans son adaptateur.
import { reference, type Zone } from '../../../src/socle/cellule';
import { colonneDe, ligneDe, type ClasseurMemoire } from '../classeur-memoire';
import { feuille } from './feuille';
import { plage } from './plage';
import { partiesXml } from './memoire-xml';
import { tableaux } from './tableaux';
import { introuvable, nonModelise, type Objet } from './objet';
import { zoneDeRange, type Choisie, type FeuilleDuFil } from './acces';

/** Ce que le fil porte et que l'hôte en mémoire n'a pas. */
export type EtatDuFil = {
  readonly sansTitres: Set<string>;
  date1904: boolean;
  choisie: Choisie | null;
  /** La bibliothèque s'est inscrite pour être prévenue des cellules qui changent (worksheets.onChanged). */
  previent: boolean;
};

export const classeur = (c: ClasseurMemoire, etat: EtatDuFil): Objet => {
  const acces = (uid: number): FeuilleDuFil => ({
    classeur: c,
    lis: () => {
      const f = c.feuilles.find((autre) => autre.uid === uid);
      if (!f) throw introuvable('feuille supprimée');
      return f;
    },
    ecris: () => {
      const f = c.feuilles.find((autre) => autre.uid === uid);
      if (!f) throw introuvable('feuille supprimée');
      if (f.protegee) throw new Error(`AccessDenied : ${f.nom}`);
      return c.pourEcrire(f.nom);
    },
    choisis: (cellule) => void (etat.choisie = cellule),
  });
  const parNom = (nom: string): Objet => {
    // Après un premier envoi, la bibliothèque désigne une feuille par son identifiant.
    const f = c.feuilles.find(({ uid }) => `{feuille-${uid}}` === nom) ?? c.trouve(String(nom));
    if (!f) throw introuvable(String(nom));
    return feuille(acces(f.uid));
  };
  const feuilles: Objet = {
    classe: 'Worksheets',
    elements: () => c.feuilles.map(({ uid }) => feuille(acces(uid))),
    element: parNom,
    appelle: {
      GetItem: parNom,
      // worksheets.onChanged : la bibliothèque s'inscrit auprès d'Excel ; les événements partent vers la page (test/hotes/excel/page.ts).
      _RegisterDataChangedEvent: () => void (etat.previent = true),
      _UnregisterDataChangedEvent: () => void (etat.previent = false),
      Add: (nom: string) => {
        if (c.structureProtegee) throw new Error('AccessDenied : structure');
        return feuille(acces(c.ajoute(nom).uid));
      },
    },
  };
  const nom = (n: string): Objet => ({
    classe: 'NamedItem',
    lis: { Name: () => n, Formula: () => (c.constantes.has(n) ? `="${c.constantes.get(n)}"` : `=${reference(JSON.parse(c.noms.get(n)!) as Zone, true)}`) },
    ecris: { Formula: (formule: string) => {
      if (!c.constantes.has(n) || formule !== '=""') throw nonModelise('une autre formule pour un nom');
      c.constantes.set(n, '');
    } },
    appelle: { Delete: () => void c.noms.delete(n) },
  });
  const noms: Objet = {
    classe: 'Names',
    elements: () => [...c.noms.keys(), ...c.constantes.keys()].map(nom),
    appelle: {
      GetItemOrNullObject: (n: string) => (c.noms.has(n) ? nom(n) : null),
      GetItem: (n: string) => {
        if (!c.noms.has(n) && !c.constantes.has(n)) throw introuvable(n);
        return nom(n);
      },
      Add: (n: string, plage: Objet) => {
        if (c.noms.has(n)) throw new Error(`ItemAlreadyExists : ${n}`);
        c.noms.set(n, JSON.stringify(zoneDeRange(plage)));
        return nom(n);
      },
    },
    element: (n: string) => noms.appelle!['GetItem']!(n) as Objet,
  };
  const messages = (fil: boolean): Objet => ({
    classe: fil ? 'Comments' : 'Notes',
    elements: () => c.feuilles.flatMap(({ uid, commentaires }) => [...commentaires].filter(([, une]) => (une.fil === true) === fil).map(([k, { texte }]): Objet => {
      const [premier = '', ...reponses] = fil ? texte.split('\n') : [texte];
      return {
        classe: fil ? 'Comment' : 'Note', id: `{${uid}-${k}}`, lis: { Content: () => premier },
        mene: fil ? { Replies: () => ({ classe: 'CommentReplies', elements: () => reponses.map((une, i) => ({ classe: 'CommentReply', id: `{${uid}-${k}-${i}}`, lis: { Content: () => une } })) }) } : {},
        appelle: { GetLocation: () => plage(acces(uid), { ligne: ligneDe(k), colonne: colonneDe(k), lignes: 1, colonnes: 1 }), Delete: () => void acces(uid).ecris().commentaires.delete(k) },
      };
    })),
    element: (id: string) => {
      const trouve = messages(fil).elements!().find((une) => une.id === id);
      if (!trouve) throw introuvable(id);
      return trouve;
    },
  });
  const croises: Objet = {
    classe: 'PivotTables',
    elements: () => c.croises.map(({ nom: n, feuille: f, zone }) => {
      const { uid } = c.trouve(f)!;
      return { classe: 'PivotTable', id: n, lis: { Name: () => n }, mene: { Worksheet: () => feuille(acces(uid)), Layout: () => ({ classe: 'PivotLayout', appelle: { GetRange: () => plage(acces(uid), zone) } }) } };
    }),
    element: (id: string) => {
      const trouve = croises.elements!().find((un) => un.id === id);
      if (!trouve) throw introuvable(id);
      return trouve;
    },
    appelle: { RefreshAll: () => c.actualise() },
  };
  const fonctions: Objet = {
    classe: 'Functions',
    appelle: {
      Date: (annee: number, mois: number, jour: number) => {
        if (annee !== 2000 || mois !== 1 || jour !== 1) throw nonModelise('une autre date');
        return { classe: 'FunctionResult', lis: { Value: () => (etat.date1904 ? 35064 : 36526), Error: () => null } };
      },
    },
  };
  const cellule = (): Objet => {
    const choisie = etat.choisie ?? { feuille: c.feuilles[0]!.nom, ligne: 1, colonne: 1 };
    return plage(acces(c.trouve(choisie.feuille)!.uid), { ligne: choisie.ligne, colonne: choisie.colonne, lignes: 1, colonnes: 1 });
  };
  return { classe: 'Workbook', appelle: { GetActiveCell: cellule }, mene: { Worksheets: () => feuilles, CustomXmlParts: () => partiesXml(c), Names: () => noms, Tables: () => tableaux(c.feuilles.map(({ uid }) => acces(uid)), feuille, etat.sansTitres), Functions: () => fonctions, Comments: () => messages(true), Notes: () => messages(false), PivotTables: () => croises } };
};
