// Ce que le classeur retient de nous, écriture : la marque d'une feuille et la mémoire.
import { versUtf16 } from './encodage';
import { ajouteDans, enfant, enfants, racine, remplace } from './xml';
import { CONTENU, ENTETE, PROPRIETES_XML, attributLien, type Espaces } from './xlsx-espaces';
import { MARQUE, MEMOIRE, lisMemoire, memoireXml, partiesMemoire, trouveMarque } from './xlsx-memoire';
import { FEUILLE, insere, place } from './xlsx-ordre';
import { nomDesLiens, type Paquet } from './xlsx-paquet';

/** Identifiant fixe de notre partie customXml : deux enregistrements donnent les mêmes octets. */
const IDENTIFIANT = '{6C617373-6575-722B-5075-626C69637321}';

export const marque = (paquet: Paquet, espaces: Espaces, partie: string, valeur: string | null): void => {
  const xml = paquet.texte(partie);
  const base = racine(xml);
  const p = base.prefixe;
  const proprietes = enfant(xml, base, 'customProperties');
  const deja = trouveMarque(paquet, partie, xml, proprietes);
  if (deja && valeur !== null) return paquet.pose(deja.partie, versUtf16(valeur));
  if (deja) {
    const seule = enfants(xml, proprietes!).length === 1;
    paquet.pose(partie, seule ? place(xml, FEUILLE, 'customProperties', '') : remplace(xml, deja.element.debut, deja.element.fin, ''));
    paquet.retireLien(partie, deja.id);
    paquet.retireDeclaration(deja.partie);
    return paquet.supprime(deja.partie);
  }
  if (valeur === null) return;
  const bin = paquet.libre('xl/customProperty#.bin');
  paquet.pose(bin, versUtf16(valeur));
  paquet.declare(bin, CONTENU.propriete);
  const id = paquet.ajouteLien(partie, espaces.type('customProperty'), bin);
  const propriete = `<${p}customPr name="${MARQUE}" ${attributLien(xml, base, espaces, id)}/>`;
  paquet.pose(partie, proprietes ? ajouteDans(xml, proprietes, propriete) : insere(xml, FEUILLE, 'customProperties', `<${p}customProperties>${propriete}</${p}customProperties>`));
};

const creeMemoire = (paquet: Paquet, espaces: Espaces, classeur: string): string => {
  const partie = paquet.libre('customXml/item#.xml');
  const proprietes = partie.replace('item', 'itemProps');
  paquet.pose(
    proprietes,
    `${ENTETE}<ds:datastoreItem xmlns:ds="${PROPRIETES_XML}" ds:itemID="${IDENTIFIANT}"><ds:schemaRefs><ds:schemaRef ds:uri="${MEMOIRE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  paquet.declare(proprietes, CONTENU.proprietesXml);
  paquet.ajouteLien(partie, espaces.type('customXmlProps'), proprietes);
  paquet.ajouteLien(classeur, espaces.type('customXml'), partie);
  return partie;
};

const retirePartie = (paquet: Paquet, classeur: string, partie: string): void => {
  for (const { id } of paquet.liens(classeur).filter(({ cible, externe }) => !externe && cible === partie)) paquet.retireLien(classeur, id);
  const siennes = paquet.liens(partie).filter(({ cible, externe }) => !externe && paquet.existe(cible)).map(({ cible }) => cible);
  for (const otee of [...siennes, nomDesLiens(partie), partie].filter((p) => paquet.existe(p))) {
    paquet.retireDeclaration(otee);
    paquet.supprime(otee);
  }
};

/** Une seule partie dans le fichier : celles qu'Excel a ajoutées, une par clef, s'y réunissent. */
export const memorise = (paquet: Paquet, espaces: Espaces, classeur: string, clef: string, valeur: string | null): void => {
  const connue = lisMemoire(paquet, classeur);
  if ((connue[clef] ?? null) === valeur) return;
  const entrees = valeur === null ? Object.fromEntries(Object.entries(connue).filter(([autre]) => autre !== clef)) : { ...connue, [clef]: valeur };
  const [partie = creeMemoire(paquet, espaces, classeur), ...autres] = partiesMemoire(paquet, classeur);
  paquet.pose(partie, ENTETE + memoireXml(entrees));
  for (const autre of autres) retirePartie(paquet, classeur, autre);
};
