// Après un effacement, la table des chaînes partagées garde les textes que plus aucune cellule ne montre : ils s'en vont aussi, à leur rang.
import { chevron, enfant, finBalise, illisible, racine } from './xml';
import { PARTAGEE } from './xlsx-curseur';
import type { Paquet } from './xlsx-paquet';
import { parcours } from './xlsx-parcours';
import type { Sommaire } from './xlsx-sommaire';

/** Les rangs que les cellules du classeur citent encore. */
const cites = (paquet: Paquet, { onglets }: Sommaire): ReadonlySet<number> => {
  const rangs = new Set<number>();
  for (const { partie } of onglets) {
    const xml = paquet.texte(partie);
    const donnees = enfant(xml, racine(xml), 'sheetData');
    if (!donnees) continue;
    parcours(xml, donnees, {
      cellule: (c) => {
        if (c.genre === PARTAGEE && c.valeur >= 0) rangs.add(Number(xml.slice(c.valeur, c.finValeur)));
      },
    });
  }
  return rangs;
};

/** Vide, sans changer leur rang, les chaînes que plus aucune cellule ne cite. */
export const oublieChaines = (paquet: Paquet, sommaire: Sommaire): void => {
  const partie = paquet.liens(sommaire.partie).find(({ type, cible }) => type === 'sharedStrings' && paquet.existe(cible))?.cible;
  if (partie === undefined) return;
  const gardes = cites(paquet, sommaire);
  const xml = paquet.texte(partie);
  const base = racine(xml);
  const p = base.prefixe;
  const fermeture = `</${p}si`;
  let apres = xml.slice(0, base.contenu);
  let depuis = base.contenu;
  let rang = 0;
  for (let i = chevron(xml, depuis, base.finContenu); i >= 0; i = chevron(xml, depuis, base.finContenu)) {
    const debut = finBalise(xml, i);
    const estSi = xml.startsWith(`<${p}si`, i) && /[\s/>]/.test(xml[i + 3 + p.length] ?? '');
    const seul = xml.charCodeAt(debut - 2) === 47;
    let fin = debut;
    if (estSi && !seul) {
      const ferme = xml.indexOf(fermeture, debut);
      if (ferme < 0) throw illisible();
      fin = finBalise(xml, ferme);
    }
    if (estSi && !seul && !gardes.has(rang)) apres += `${xml.slice(depuis, i)}<${p}si><${p}t/></${p}si>`;
    else apres += xml.slice(depuis, fin);
    if (estSi) rang++;
    depuis = fin;
  }
  const texte = apres + xml.slice(depuis);
  if (texte !== xml) paquet.pose(partie, texte);
};
