// L'entrée de la page locale : la seule qui lise l'horloge ; elle ouvre l'exemple, puis les fichiers que la personne choisit.
import { donne } from '../panneau/donne';
import { render } from 'preact';
import { ErreurClasseur } from '../socle/erreurs';
import { jourDe } from '../socle/jours';
import exempleEnBase64 from './registre-exemple.xlsx';
import { ouvreClasseur, type ClasseurDePage } from './classeur';
import { Page } from './vue/page';
import { Attente } from './vue/attente';

const maintenant = new Date();
const aujourdhui = jourDe(maintenant.getFullYear(), maintenant.getMonth() + 1, maintenant.getDate());
const place = document.getElementById('page')!;
place.textContent = '';

/** L'exemple est dans la page elle-même : elle ne demande rien au réseau. */
const octetsDeLExemple = (): Uint8Array => Uint8Array.from(atob(exempleEnBase64.slice(exempleEnBase64.indexOf(',') + 1)), (c) => c.charCodeAt(0));

const telecharge = (octets: Uint8Array, nom: string): void => donne(new Blob([octets as BlobPart], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }), nom);

const EXEMPLE = 'registre-exemple.xlsx';
let ouvert: ClasseurDePage | null = null;
let numero = 0;
/** La page qui montre où en est un long calcul. */
const progres = new Set<(libelle: string) => void>();
const surProgres = (rappel: (libelle: string) => void): (() => void) => {
  progres.add(rappel);
  return () => void progres.delete(rappel);
};

const montre = (classeur: ClasseurDePage): void => {
  ouvert = classeur;
  document.title = `${classeur.nom} — Classeur+`;
  numero++;
  render(<Page key={numero} classeur={classeur} aujourdhui={aujourdhui} ouvre={ouvreFichier} exemple={classeur.nom === EXEMPLE ? null : ouvreExemple} telecharge={telecharge} surProgres={surProgres} />, place);
};

const ouvre = async (lis: () => Promise<Uint8Array>, nom: string): Promise<void> => {
  const avant = ouvert;
  // L'écran d'attente est celui de l'ouverture : ensuite la page est là, un long calcul s'y dit et ne la remplace pas.
  let enOuverture = true;
  const annonce = (libelle: string, part: number): void => render(<Attente nom={nom} libelle={libelle} part={part} echec={null} retour={null} />, place);
  annonce(`Ouverture de ${nom}`, -1);
  try {
    const classeur = await ouvreClasseur(await lis(), nom, aujourdhui, (libelle, part) => (enOuverture ? annonce(libelle, part) : progres.forEach((rappel) => rappel(libelle))));
    enOuverture = false;
    montre(classeur);
  } catch (cause) {
    // Une erreur inattendue se dit en français ; le détail reste dans la console du navigateur.
    const message = cause instanceof ErreurClasseur ? cause.message : 'Ce fichier n’a pas pu être ouvert. Rien n’a été changé ; essayez de l’enregistrer de nouveau en .xlsx dans votre tableur.';
    if (!(cause instanceof ErreurClasseur)) reportError(cause);
    render(<Attente nom={nom} libelle="" part={-1} echec={message} retour={avant === null ? () => void ouvreExemple() : () => montre(avant)} />, place);
  }
};

async function ouvreFichier(fichier: File): Promise<void> {
  // Le travail que la personne n'a pas enregistré ne se perd pas sans qu'elle le dise.
  if (ouvert?.modifie() && !(await demande(`« ${ouvert.nom} » a des changements que vous n’avez pas enregistrés.`))) return;
  await ouvre(async () => new Uint8Array(await fichier.arrayBuffer()), fichier.name);
}
async function ouvreExemple(): Promise<void> {
  if (ouvert?.modifie() && !(await demande(`« ${ouvert.nom} » a des changements que vous n’avez pas enregistrés.`))) return;
  await ouvre(async () => octetsDeLExemple(), EXEMPLE);
}

/** Une vraie boîte de dialogue de la page : on peut la lire, l'annuler, la tester. */
const demande = (phrase: string): Promise<boolean> =>
  new Promise((suite) => {
    const boite = document.createElement('dialog');
    const repond = (oui: boolean): void => {
      boite.close();
      boite.remove();
      suite(oui);
    };
    const texte = document.createElement('p');
    texte.textContent = phrase;
    const boutons = document.createElement('p');
    for (const [libelle, oui] of [['Revenir au classeur', false], ['Ouvrir quand même', true]] as const) {
      const bouton = document.createElement('button');
      bouton.className = oui ? 'bouton' : 'bouton premier';
      bouton.textContent = libelle;
      bouton.onclick = () => repond(oui);
      boutons.append(bouton, ' ');
    }
    boite.append(texte, boutons);
    boite.oncancel = () => repond(false);
    document.body.append(boite);
    boite.showModal();
  });

window.addEventListener('beforeunload', (e) => {
  if (ouvert?.modifie()) e.preventDefault();
});

void ouvreExemple();
