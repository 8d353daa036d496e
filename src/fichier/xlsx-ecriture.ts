// Le verbe « ecris » d'un .xlsx : chaque modification du port trouve ici son geste ; un lot passe en entier ou pas du tout.
import type { Plage, Zone } from '../socle/cellule';
import type { Graphique, Modification } from '../socle/classeur';
import { formuleDeChoix } from '../socle/choix';
import { CLEF as EFFACEMENT } from '../socle/ecriture/effacement-plan';
import { erreur } from '../socle/erreurs';
import { COLONNES_MAX, LIGNES_MAX } from './limites';
import { attributs, enfant, poseAttributs, racine } from './xml';
import { code } from './xml-texte';
import { retireCommentaires, videNom } from './xlsx-annexes';
import { oublieCaches } from './xlsx-caches';
import { bornes, ecrisDans, ligneDe, styleDans, videDans, type Calque } from './xlsx-calque';
import { poseCalque } from './xlsx-cellules';
import { copieDans } from './xlsx-copie';
import { dessine } from './xlsx-dessin';
import { contient, etends, poseFusions, poseLargeurs, poseMiseEnPage, seCroisent } from './xlsx-feuille';
import { nomme, reference, zoneImpression } from './xlsx-noms';
import { CLASSEUR, insere } from './xlsx-ordre';
import type { Paquet } from './xlsx-paquet';
import { creeFeuille, oteChaineDeCalcul, partieStyles } from './xlsx-parties';
import { parcours } from './xlsx-parcours';
import { poseConditions, poseChoix, poseListe, videRegles } from './xlsx-regles';
import { oublieChaines } from './xlsx-oubli';
import { styliste, type Styliste } from './xlsx-styles';
import { lisSommaire, trouveOnglet, vrai, type Onglet } from './xlsx-sommaire';
import { redimensionne } from './xlsx-tableaux';
import { marque, memorise } from './xlsx-traces';

type Ecrivain = {
  ecris(lot: readonly Modification[]): void;
  /** Ce que la personne a tapé elle-même, feuille par feuille ; une cellule qu'elle n'a pas touchée reste à l'octet près. */
  saisis(saisies: ReadonlyMap<string, Calque>): void;
  octets(): Uint8Array;
  /** Comme `octets`, en respirant : chaque `yield` donne les octets comprimés de la partie en cours. */
  octetsParTranches(): Generator<number, Uint8Array>;
  modifie(): boolean;
};

const verifieZone = (zone: Omit<Zone, 'feuille'>, feuille: string): void => {
  const { ligne, colonne, lignes, colonnes } = zone;
  if (ligne < 1 || colonne < 1 || lignes < 1 || colonnes < 1 || ligne + lignes - 1 > LIGNES_MAX || colonne + colonnes - 1 > COLONNES_MAX) {
    throw erreur(`Une zone à écrire sort de la feuille « ${feuille} »`, 'Réduisez le nombre de lignes ou de colonnes');
  }
};

export const ecrivain = (paquet: Paquet, plage: (zone: Zone) => Plage): Ecrivain => {
  /** Les feuilles présentes à l'ouverture : si leurs valeurs changent, les formules d'ailleurs sont à recalculer. */
  const texteDepart = new Map<string, string>();
  /** La personne a fait effacer des données : leurs textes ne doivent plus être nulle part dans le fichier. */
  let efface = false;
  /** Des formules ont perdu leur résultat. */
  let aRecalculer = false;

  const applique = (lot: readonly Modification[], saisies: ReadonlyMap<string, Calque> = new Map()): void => {
    const calques = new Map<string, Calque>();
    const dessins: Graphique[] = [];
    let styles: Styliste | undefined;
    let stylesDe = '';
    const lesStyles = (): Styliste => {
      if (!styles) {
        stylesDe = partieStyles(paquet, lisSommaire(paquet));
        styles = styliste(paquet.texte(stylesDe));
      }
      return styles;
    };
    /** L'onglet à modifier ; une feuille protégée ne l'est pas par nous. */
    const onglet = (nom: string): Onglet => {
      const trouve = trouveOnglet(lisSommaire(paquet), nom);
      const xml = paquet.texte(trouve.partie);
      if (!texteDepart.has(trouve.partie) && paquet.version(trouve.partie) === 0) texteDepart.set(trouve.partie, xml);
      const protection = enfant(xml, racine(xml), 'sheetProtection');
      if (protection && vrai(attributs(xml, protection)['sheet'])) throw erreur(`La feuille « ${trouve.nom} » est protégée`, 'Ôtez sa protection dans votre tableur, puis recommencez');
      return trouve;
    };
    const calque = (nom: string): Calque => {
      const { partie } = onglet(nom);
      const connu = calques.get(partie);
      if (connu) return connu;
      const neuf: Calque = new Map();
      calques.set(partie, neuf);
      return neuf;
    };
    const retouche = (nom: string, geste: (xml: string) => string): void => {
      const { partie } = onglet(nom);
      paquet.pose(partie, geste(paquet.texte(partie)));
    };
    const retoucheClasseur = (geste: (xml: string) => string): void => {
      const { partie } = lisSommaire(paquet);
      paquet.pose(partie, geste(paquet.texte(partie)));
    };

    /** La partie d'une zone où il existe des cellules : vider un million de lignes vides ne doit rien coûter. */
    const rogne = (zone: Zone): Omit<Zone, 'feuille'> | null => {
      const xml = paquet.texte(onglet(zone.feuille).partie);
      const donnees = enfant(xml, racine(xml), 'sheetData');
      let { lignes, colonnes } = bornes(calque(zone.feuille));
      if (donnees)
        parcours(xml, donnees, {
          cellule: (c) => {
            if (c.ligne > lignes) lignes = c.ligne;
            if (c.colonne > colonnes) colonnes = c.colonne;
          },
        });
      const rognee = { ...zone, lignes: Math.min(zone.lignes, lignes - zone.ligne + 1), colonnes: Math.min(zone.colonnes, colonnes - zone.colonne + 1) };
      return rognee.lignes > 0 && rognee.colonnes > 0 ? rognee : null;
    };

    const gestes: { [G in Modification['genre']]: (m: Extract<Modification, { genre: G }>) => void } = {
      // Un fichier s'enregistre d'un coup : l'ordre du lot suffit.
      barriere: () => undefined,
      'creer-feuille': ({ feuille }) => creeFeuille(paquet, feuille),
      copier: ({ zone, vers }) => retouche(vers, (xml) => copieDans(xml, paquet.texte(onglet(zone.feuille).partie), zone)),
      ecrire: ({ feuille, ligne, colonne, valeurs }) => {
        if (valeurs.length === 0) return;
        verifieZone({ ligne, colonne, lignes: valeurs.length, colonnes: Math.max(1, ...valeurs.map((rangee) => rangee.length)) }, feuille);
        const cible = calque(feuille);
        valeurs.forEach((rangee, i) => rangee.forEach((valeur, j) => ecrisDans(cible, ligne + i, colonne + j, valeur)));
      },
      vider: ({ zone }) => {
        verifieZone(zone, zone.feuille);
        const rognee = rogne(zone);
        if (rognee) videDans(calque(zone.feuille), rognee);
        retouche(zone.feuille, (xml) => videRegles(poseFusions(xml, (ref) => contient(zone, ref), []), zone));
      },
      styler: ({ zone, style }) => {
        verifieZone(zone, zone.feuille);
        styleDans(calque(zone.feuille), zone, style);
      },
      largeurs: ({ feuille, largeurs }) => retouche(feuille, (xml) => poseLargeurs(xml, largeurs)),
      hauteurs: ({ feuille, ligne, hauteurs }) => {
        const cible = calque(feuille);
        hauteurs.forEach((hauteur, i) => (ligneDe(cible, ligne + i).hauteur = hauteur));
      },
      fusionner: ({ zones }) => {
        for (const zone of zones) {
          verifieZone(zone, zone.feuille);
          if (zone.lignes * zone.colonnes > 1) retouche(zone.feuille, (xml) => poseFusions(xml, (ref) => seCroisent(zone, ref), [reference(zone)]));
        }
      },
      lister: ({ zone, choix }) => {
        verifieZone(zone, zone.feuille);
        retouche(zone.feuille, (xml) => poseListe(xml, zone, choix));
      },
      'lister-depuis': (m) => {
        verifieZone(m.zone, m.zone.feuille);
        retouche(m.zone.feuille, (xml) => poseChoix(xml, m.zone, formuleDeChoix(m)));
      },
      'colorer-selon': ({ zone, regles }) => {
        verifieZone(zone, zone.feuille);
        retouche(zone.feuille, (xml) => poseConditions(xml, zone, regles, lesStyles()));
      },
      dessiner: ({ graphique }) => {
        verifieZone(graphique.place, graphique.place.feuille);
        dessins.push(graphique);
      },
      'mettre-en-page': ({ page }) => {
        retouche(page.feuille, (xml) => poseMiseEnPage(xml, page));
        const { rang, nom } = onglet(page.feuille);
        retoucheClasseur((xml) => zoneImpression(xml, rang, { ...page.zone, feuille: nom }));
      },
      nommer: ({ nom, zone }) => {
        const cible = trouveOnglet(lisSommaire(paquet), zone.feuille);
        retoucheClasseur((xml) => nomme(xml, nom, { ...zone, feuille: cible.nom }));
      },
      'redimensionner-tableau': ({ nom, zone }) => {
        verifieZone(zone, zone.feuille);
        redimensionne(paquet, onglet(zone.feuille).partie, nom, zone);
      },
      'retirer-commentaires': ({ cellules }) => {
        for (const nom of new Set(cellules.map(({ feuille }) => feuille))) onglet(nom);
        retireCommentaires(paquet, cellules);
      },
      'vider-nom': ({ nom, feuille }) => videNom(paquet, nom, feuille),
      oublier: ({ textes }) => {
        if (textes.length > 0 && oublieCaches(paquet, lisSommaire(paquet), textes)) aRecalculer = true;
      },
      marquer: ({ feuille, marque: valeur }) => marque(paquet, lisSommaire(paquet).espaces, onglet(feuille).partie, valeur),
      memoriser: ({ clef, valeur }) => {
        if (clef === EFFACEMENT) efface = true;
        const { espaces, partie } = lisSommaire(paquet);
        memorise(paquet, espaces, partie, clef, valeur);
      },
    };
    for (const [nom, saisie] of saisies) calques.set(onglet(nom).partie, saisie);
    for (const modification of lot) (gestes[modification.genre] as (m: Modification) => void)(modification);

    const sommaire = lisSommaire(paquet);
    for (const [partie, cible] of calques) {
      if (cible.size === 0) continue;
      const nom = sommaire.onglets.find((o) => o.partie === partie)!.nom;
      const { texte, formulesOtees } = poseCalque(paquet.texte(partie), cible, { feuille: nom, styles: lesStyles(), date1904: sommaire.date1904 });
      const { lignes, colonnes } = bornes(cible);
      paquet.pose(partie, etends(texte, lignes, colonnes));
      if (formulesOtees) oteChaineDeCalcul(paquet, sommaire.partie);
    }
    if (styles) paquet.pose(stylesDe, styles.texte());
    for (const graphique of dessins) {
      dessine(paquet, sommaire.espaces, onglet(graphique.place.feuille).partie, graphique, plage);
    }
  };

  /** Excel garde les résultats des formules : si une feuille d'origine a changé, il doit les recalculer à l'ouverture. */
  const demandeCalcul = (): void => {
    const { partie, onglets } = lisSommaire(paquet);
    const changees = onglets.filter((o) => texteDepart.has(o.partie) && paquet.texte(o.partie) !== texteDepart.get(o.partie));
    /** Sans formule qui la lise, une feuille changée ne demande rien : la partie du classeur reste telle quelle. */
    const estLue = (changee: Onglet): boolean =>
      onglets.some((o) => o.deCalcul && /<(?:\w+:)?f[ >]/.test(paquet.texte(o.partie)) && (o === changee || paquet.texte(o.partie).includes(code(changee.nom.replace(/'/g, "''")))));
    if (!aRecalculer && !changees.some(estLue)) return;
    const xml = paquet.texte(partie);
    const base = racine(xml);
    const calcul = enfant(xml, base, 'calcPr');
    if (calcul && vrai(attributs(xml, calcul)['fullCalcOnLoad'])) return;
    paquet.pose(partie, calcul ? poseAttributs(xml, calcul, { fullCalcOnLoad: '1' }) : insere(xml, CLASSEUR, 'calcPr', `<${base.prefixe}calcPr fullCalcOnLoad="1"/>`));
  };

  const termine = (): void => {
    if (efface) oublieChaines(paquet, lisSommaire(paquet));
    demandeCalcul();
  };

  return {
    ecris: (lot) => paquet.toutOuRien(() => applique(lot)),
    saisis: (saisies) => paquet.toutOuRien(() => applique([], saisies)),
    octets: () => {
      termine();
      return paquet.octets();
    },
    octetsParTranches: function* () {
      termine();
      return yield* paquet.octetsParTranches();
    },
    modifie: paquet.modifie,
  };
};
