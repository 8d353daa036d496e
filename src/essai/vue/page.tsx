// La page : la barre, la grille, les onglets, le volet ; elle ne fait que montrer le classeur et lui transmettre les gestes.
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { estVide, lettres } from '../../socle/cellule';
import { ErreurClasseur } from '../../socle/erreurs';
import type { Jour } from '../../socle/jours';
import { clefDe } from '../../fichier/xlsx-vue';
import { formatDeDate } from '../affichage';
import { lisAdresse } from '../adresse';
import type { ClasseurDePage } from '../classeur';
import { duFichier } from '../formules/traduction';
import { contenuTape, type Changement } from '../modification';
import { enTexteCourant } from '../nombres';
import { Barre } from './barre';
import { formatDe, texteDe } from './cellules';
import { Dessins } from './dessins';
import { Grille, type Edition } from './grille';
import { Onglets } from './onglets';
import { rectangleDe, uneCellule, type Selection } from './selection';
import type { Pilote } from '../hote';
import { Volet } from './volet';

type Props = { readonly classeur: ClasseurDePage; readonly aujourdhui: Jour; ouvre(fichier: File): Promise<void>; readonly exemple: (() => Promise<void>) | null; telecharge(octets: Uint8Array, nom: string): void; /** Appelle `rappel` quand un long calcul avance ; rend de quoi ne plus écouter. */ surProgres(rappel: (libelle: string) => void): () => void };
type Message = { readonly texte: string; readonly refus: boolean };

const phraseDe = (cause: unknown): string => {
  if (cause instanceof ErreurClasseur) return cause.message;
  return 'La page n’a pas pu finir ce geste. Enregistrez une copie, puis rouvrez-la ; si cela recommence, signalez-le avec un fichier fictif.';
};

export const Page = ({ classeur, aujourdhui, ouvre, exemple, telecharge, surProgres }: Props) => {
  const feuilles = classeur.feuilles();
  const [active, choisisFeuille] = useState(feuilles.find((f) => !f.masquee)?.nom ?? feuilles[0]!.nom);
  const [selections, gardeSelections] = useState<Readonly<Record<string, Selection>>>({});
  const [edition, edite] = useState<Edition>(null);
  const [surligne, surligneLa] = useState<string | null>(null);
  const [message, dis] = useState<Message>({ texte: 'Prêt. Double-cliquez sur une cellule, ou tapez, pour la changer.', refus: false });
  const [occupe, occupeToi] = useState(false);
  const [version, redessine] = useReducer((n: number) => n + 1, 0);
  const enCours = useRef(edition);
  enCours.current = edition;

  const feuille = feuilles.find((f) => f.nom === active) ?? feuilles[0]!;
  const selection = selections[feuille.nom] ?? uneCellule(1, 1);
  const apparences = classeur.apparences();
  useEffect(() => classeur.surChangement(() => redessine(undefined)), [classeur]);
  useEffect(() => surProgres((libelle) => dis({ texte: `${libelle}…`, refus: false })), [surProgres]);

  const choisis = (suivante: Selection, dans = feuille.nom): void => {
    if (enCours.current !== null) valide(0, 0);
    gardeSelections((avant) => ({ ...avant, [dans]: suivante }));
    surligneLa(null);
  };
  const montre = (nom: string, ligne: number, colonne: number, remarque = true): void => {
    choisisFeuille(nom);
    choisis(uneCellule(ligne, colonne), nom);
    if (remarque) surligneLa(`${nom}!${lettres(colonne)}${ligne}`);
  };

  const formatActif = (ligne: number, colonne: number): string => formatDe(feuille, apparences, ligne, colonne);
  /** Ce que l'on retaperait pour obtenir la cellule. */
  const contenuDe = (ligne: number, colonne: number): string => {
    const formule = feuille.formule(clefDe(ligne, colonne));
    if (formule !== null) return `=${duFichier(formule.texte)}`;
    const valeur = feuille.valeur(ligne, colonne);
    if (typeof valeur === 'string') return /^[='+@-]/.test(valeur) ? `'${valeur}` : valeur;
    const format = formatActif(ligne, colonne);
    if (typeof valeur === 'number' && !formatDeDate(format)) return format.includes('%') ? `${enTexteCourant(Number(`${Number((valeur * 100).toPrecision(15))}`))}\u00a0%` : enTexteCourant(valeur);
    return texteDe(feuille, apparences, ligne, colonne);
  };

  const change = async (changements: () => readonly Changement[], reussi?: string): Promise<void> => {
    try {
      const liste = changements();
      if (liste.length === 0) return;
      occupeToi(true);
      await classeur.change(liste);
      dis({ texte: reussi ?? '', refus: false });
    } catch (cause) {
      dis({ texte: phraseDe(cause), refus: true });
    } finally {
      occupeToi(false);
    }
  };
  const saisie = (ligne: number, colonne: number, texte: string): Changement => {
    const format = formatActif(ligne, colonne);
    return { feuille: feuille.nom, ligne, colonne, contenu: { ...contenuTape(texte, /^(general|standard)?$/i.test(format), format === '@', aujourdhui) } };
  };
  const valide = (dl: number, dc: number): void => {
    const saisi = enCours.current;
    if (saisi === null) return;
    enCours.current = null;
    edite(null);
    const { ligne, colonne } = selection.actif;
    if (saisi.texte !== contenuDe(ligne, colonne)) void change(() => [saisie(ligne, colonne, saisi.texte)]);
    if (dl !== 0 || dc !== 0) gardeSelections((avant) => ({ ...avant, [feuille.nom]: uneCellule(Math.max(1, ligne + dl), Math.max(1, colonne + dc)) }));
  };
  const ouvreEdition = (voulue: Edition): void => {
    if (voulue === null) {
      enCours.current = null;
      return edite(null);
    }
    // F2 et le double clic reprennent le contenu ; une lettre tapée le remplace.
    const texte = voulue.texte === '' && enCours.current === null ? contenuDe(selection.actif.ligne, selection.actif.colonne) : voulue.texte;
    edite({ ...voulue, texte });
  };
  const cellules = (): { ligne: number; colonne: number }[] => {
    const r = rectangleDe(selection, feuille);
    const etendue = feuille.etendue();
    const liste = [];
    for (let ligne = r.haut; ligne <= Math.min(r.bas, Math.max(r.haut, etendue.lignes)); ligne++) for (let colonne = r.gauche; colonne <= Math.min(r.droite, Math.max(r.gauche, etendue.colonnes)); colonne++) liste.push({ ligne, colonne });
    return liste;
  };
  const vide = (): void =>
    void change(() => cellules().filter(({ ligne, colonne }) => feuille.couverte(ligne, colonne) === null && (!estVide(feuille.valeur(ligne, colonne)) || feuille.formule(clefDe(ligne, colonne)) !== null)).map(({ ligne, colonne }) => ({ feuille: feuille.nom, ligne, colonne, contenu: { valeur: null, formule: null, code: null } })));
  const copie = (): string => {
    const r = rectangleDe(selection, feuille);
    const lignes = [];
    for (let l = r.haut; l <= Math.min(r.bas, Math.max(r.haut, feuille.etendue().lignes)); l++) lignes.push(Array.from({ length: r.droite - r.gauche + 1 }, (_, i) => texteDe(feuille, apparences, l, r.gauche + i).replace(/[\t\n]/g, ' ')).join('\t'));
    return lignes.join('\n');
  };
  const colle = (texte: string): void => {
    const lignes = texte.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n').map((ligne) => ligne.split('\t'));
    const { ligne, colonne } = selection.actif;
    const n = lignes.reduce((total, cases) => total + cases.length, 0);
    void change(() => lignes.flatMap((cases, i) => cases.map((mot, j) => saisie(ligne + i, colonne + j, mot))), `${n} ${n < 2 ? 'cellule collée' : 'cellules collées'}.`);
  };
  const annule = async (): Promise<void> => {
    const lieu = await classeur.annule();
    if (lieu === null) return dis({ texte: 'Il n’y a rien à annuler.', refus: false });
    montre(classeur.feuilles()[lieu.feuille]!.nom, Math.floor(lieu.clef / 16384), (lieu.clef % 16384) + 1);
    dis({ texte: 'La dernière saisie est annulée.', refus: false });
  };
  const va = (texte: string): void => {
    const lieu = lisAdresse(texte, feuille.nom, classeur.feuilles());
    if (lieu === null) dis({ texte: `« ${texte} » n’est pas une cellule de ce classeur. Tapez par exemple C37.`, refus: true });
    else montre(lieu.feuille, lieu.ligne, lieu.colonne);
  };
  const enregistre = async (): Promise<void> => {
    valide(0, 0);
    try {
      occupeToi(true);
      dis({ texte: 'Enregistrement en cours…', refus: false });
      const { octets, cellules: n, laissees } = await classeur.enregistre();
      const nom = classeur.nom.replace(/\.(csv|txt|tsv)$/i, '.xlsx').replace(/(\.xlsx|\.xlsm)$/i, '-copie$1');
      telecharge(octets, nom);
      const change_ = n === 0 ? '' : ` ${n} ${n < 2 ? 'cellule que vous avez saisie' : 'cellules que vous avez saisies'}.`;
      const reste = laissees === 0 ? '' : ` ${laissees} ${laissees < 2 ? 'résultat de formule n’a pas pu être recalculé ici : Excel le recalculera' : 'résultats de formules n’ont pas pu être recalculés ici : Excel les recalculera'} à l’ouverture.`;
      dis({ texte: `Copie enregistrée : ${nom}.${change_}${reste}`, refus: false });
    } catch (cause) {
      dis({ texte: phraseDe(cause), refus: true });
    } finally {
      occupeToi(false);
    }
  };

  const { ligne, colonne } = selection.actif;
  const pilote: Pilote = {
    montre,
    active: () => ({ feuille: feuille.nom, ligne, colonne }),
    tape: async (texte) => {
      const changement = saisie(ligne, colonne, texte);
      await classeur.change([changement]);
    },
  };
  const raccourcis = (e: KeyboardEvent): void => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
    const dansUnChamp = e.target instanceof HTMLInputElement || e.target instanceof HTMLTextAreaElement;
    if (e.key === 's') void enregistre();
    else if (e.key === 'z' && !dansUnChamp) void annule();
    else return;
    e.preventDefault();
  };
  const [depot, survole] = useState(false);

  return (
    <div
      class="atelier"
      onKeyDown={raccourcis}
      onDragOver={(e) => {
        e.preventDefault();
        survole(true);
      }}
      onDragLeave={(e) => e.relatedTarget === null && survole(false)}
      onDrop={(e) => {
        e.preventDefault();
        survole(false);
        const fichier = e.dataTransfer?.files[0];
        if (fichier) void ouvre(fichier);
      }}
    >
      <section class="classeur" aria-label="Classeur">
        <Barre
          nom={classeur.nom} modifie={classeur.modifie()} occupe={occupe} peutAnnuler={classeur.peutAnnuler()}
          adresse={`${lettres(colonne)}${ligne}`} contenu={edition?.texte ?? contenuDe(ligne, colonne)} enSaisie={edition?.dans === 'barre'}
          phrase={feuille.phrases.get(clefDe(ligne, colonne)) ?? null}
          ouvre={(fichier) => void ouvre(fichier)} enregistre={() => void enregistre()} annule={() => void annule()} va={va}
          saisis={(texte) => edite(texte === null ? null : { texte, dans: 'barre' })} valide={valide}
        />
        <Grille
          feuille={feuille} apparences={apparences} selection={selection} edition={edition} version={version} surligne={surligne}
          choisis={choisis} edite={ouvreEdition} valide={valide} vide={vide} copie={copie} colle={colle}
          par={(zone) => <Dessins zone={zone} graphiques={classeur.graphiques(feuille.nom)} feuilles={classeur.feuilles()} />}
        />
        <Onglets feuilles={feuilles} active={feuille.nom} choisis={(nom) => {
          valide(0, 0);
          choisisFeuille(nom);
        }} />
        <div class="etat"><p role="status" class={message.refus ? 'refus' : ''}>{message.texte}</p></div>
      </section>
      <div class="cote"><Volet classeur={classeur} aujourdhui={aujourdhui} pilote={pilote} exemple={exemple} /></div>
      {depot && <div class="depot" aria-hidden="true">Déposez votre classeur ici</div>}
    </div>
  );
};
