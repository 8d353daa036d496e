// Un XML bien formé, en arbre : assez pour vérifier un manifeste, et rien qu'il ne comprenne pas.
export type Element = { readonly nom: string; readonly attributs: Readonly<Record<string, string>>; readonly enfants: Element[]; texte: string };

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const decode = (texte: string): string => texte.replace(/&(\w+);/g, (_, nom: string) => {
  if (!(nom in ENTITES)) throw new Error(`entité ${nom}`);
  return ENTITES[nom]!;
});

/** @throws Error le texte n'est pas bien formé */
export const arbre = (texte: string): Element => {
  const racine: Element = { nom: '', attributs: {}, enfants: [], texte: '' };
  const pile = [racine];
  const jetons = /<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let fin = 0;
  for (const [tout, ferme, ouvre, attributs = '', seul, brut] of texte.matchAll(jetons)) {
    fin += tout.length;
    const courant = pile[pile.length - 1]!;
    if (ferme !== undefined) {
      if (pile.pop()!.nom !== ferme) throw new Error(`</${ferme}> mal placé`);
    } else if (ouvre !== undefined) {
      const element: Element = { nom: ouvre, attributs: Object.fromEntries([...attributs.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, nom = '', valeur = '']) => [nom, decode(valeur)])), enfants: [], texte: '' };
      courant.enfants.push(element);
      if (!seul) pile.push(element);
    } else if (brut !== undefined) courant.texte += decode(brut).trim();
  }
  if (fin !== texte.length || pile.length !== 1 || racine.enfants.length !== 1) throw new Error(`XML mal formé vers « ${texte.slice(fin, fin + 40)} »`);
  return racine.enfants[0]!;
};

export const tous = (element: Element, nom: string): Element[] => [...(element.nom === nom ? [element] : []), ...element.enfants.flatMap((enfant) => tous(enfant, nom))];
