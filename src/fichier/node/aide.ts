// L'aide de la ligne de commande.
import { outils } from '../../registre';
import { enSaisie } from '../../socle/reglage';
import { ErreurUsage } from './arguments';

export const AIDE = `Classeur+ : délais de réponse, retards et données douteuses d’un registre, dans votre classeur.

  classeur-plus analyser FICHIER… [--json [--demandes]] [--au AAAA-MM-JJ] [--feuille NOM] [--reglage clef=valeur]…
      Montre les taux, les demandes en retard et les cellules à vérifier. Plusieurs fichiers, ou un dossier :
      un tableau par site et leur total. --json --demandes ajoute chaque demande : état, délais, date limite, alerte,
      AR conforme, date de décision implicite (aide au suivi, ne remplace pas l’analyse juridique).
  classeur-plus consolider DOSSIER [-o consolidation.csv] [--json] [--au …] [--feuille …] [--reglage …]
      Des centaines de sites : un .csv d’une ligne par site, indicateur et canal, puis leur total (docs/consolidation.md).
      Un fichier illisible est nommé et n’arrête pas les autres ; Ctrl+C arrête sans rien laisser.
  classeur-plus produire resultats FICHIER [-o SORTIE | --sur-place | --apercu] [--au …] [--feuille …] [--reglage …]
      Ajoute ou met à jour l’onglet « Résultats ». Sans -o, une copie est écrite à côté ; l’original ne change pas.
      --apercu dit ce qui serait écrit, sans rien écrire.
  classeur-plus produire grille FICHIER [--reglage graine=2] [--reglage remplir=oui] [--reglage pics="15/06/2026;10/07/2026"]…
      Ajoute une grille d’échantillonnage aux dates tirées au hasard ; une fois remplie, produire delais FICHIER en donne
      les résultats et leur précision.
  classeur-plus produire analyse FICHIER [--reglage feuille=NOM] [--reglage "croiser=F;E"] [--reglage feuilleAvant=NOM]…
      Ajoute l’onglet « Analyse » d’une enquête : chaque question, les croisements, ce que l’on peut en conclure.
  classeur-plus produire fiche FICHIER --cellule "Plan!C12"
      La fiche action de cette ligne du plan ; produire nouvelle-fiche en prépare une vide, produire enregistrer
      FICHIER --cellule "Fiche n° 12!A1" la reporte dans le plan, produire synthese dit où en est le plan.
  classeur-plus calculer FICHIER "=TAUX_REPONSE(C2:C50;E2:E50;15)"… [--feuille NOM] [--json]
      Calcule des formules sur le classeur, sans rien y écrire.
  classeur-plus fonctions [--json]
      Les fonctions de feuille, leurs paramètres et leurs exemples.
  classeur-plus aide [reglages]
      Cette page, ou tous les réglages : leur valeur par défaut et sa source.

Réglages utiles
  --reglage denominateur=cohorte|echus|tous    demandes comptées dans les taux
  --reglage unite=calendaires|ouvres           --reglage zone="La Réunion"      --reglage fermetures="02/01/2026;15/05/2026"
  --reglage canal=courriel                     --reglage du=01/01/2026          --reglage jusquau=30/06/2026
  --reglage visibles=oui                       lignes visibles seulement
  --reglage entete=6 --reglage colonne.reception=D    quand une colonne est mal reconnue
  « produire » retient les réglages dans le classeur, sauf les filtres ; --reglage entete= oublie celui-là.

Code de sortie : 0 fait, 1 un fichier n’a pas pu être lu ou écrit, 2 commande mal écrite, 130 arrêté par Ctrl+C.
Rien ne quitte votre machine : aucun réseau, aucun compte. Projet libre, sans lien avec l’administration.`;

const reglages = (): string =>
  outils.filter((outil) => Object.keys(outil.reglages).length > 0).map(({ titre, reglages: definitions, colonnes }) => [
    titre,
    ...Object.entries(definitions).map(([clef, { libelle, defaut, source }]) => `  ${clef}\n      ${libelle}. Par défaut : ${(defaut instanceof Map ? '' : enSaisie(defaut)) || 'rien'}. Source : ${source}.`),
    ...(colonnes.length === 0 ? [] : [`  ${colonnes.map(({ clef }) => `colonne.${clef}`).join(', ')}\n      La lettre de cette colonne, quand elle est mal reconnue ; « - » si le registre ne l’a pas.`]),
  ].join('\n')).join('\n\n');

export const aide = ([sujet, ...enTrop]: readonly string[]): string => {
  if (sujet === undefined) return AIDE;
  if (sujet !== 'reglages' || enTrop.length > 0) throw new ErreurUsage('aide montre l’aide ; « aide reglages » montre les réglages.');
  return reglages();
};
