// Les parties XML de notre espace de noms, vues du fil. Le classeur en mémoire n'en retient que la réunion ; une mémoire posée sans passer par
// le fil est celle que l'hôte .xlsx laisse : une seule partie, toutes les clefs.
import type { ClasseurMemoire } from '../classeur-memoire';
import { introuvable, nonModelise, Valeur, type Objet } from './objet';

const ESPACE = 'urn:classeur-plus:memoire';
const SIGNES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#10': '\n', '#13': '\r', '#9': '\t' };
const texteXml = (brut: string): string => brut.replace(/&(#?\w+);/g, (_, nom: string) => SIGNES[nom] ?? '?');
const enXml = (texte: string): string => texte.replace(/[&<>"\n\r\t]/g, (signe) => `&${Object.keys(SIGNES).find((nom) => SIGNES[nom] === signe)!};`);

type Partie = { readonly id: string; readonly entrees: ReadonlyMap<string, string> };

const connues = new WeakMap<ClasseurMemoire, readonly Partie[]>();
let prochaine = 1;
const neuve = (entrees: ReadonlyMap<string, string>): Partie => ({ id: `{partie-${prochaine++}}`, entrees });

const reunion = (parties: readonly Partie[]): Map<string, string> => {
  const total = new Map<string, string>();
  for (const seule of [false, true]) {
    for (const { entrees } of parties) if ((entrees.size === 1) === seule) for (const [clef, valeur] of entrees) total.set(clef, valeur);
  }
  return total;
};

/** Les parties du classeur, dans l'ordre où elles ont été ajoutées. */
export const partiesDe = (c: ClasseurMemoire): readonly Partie[] => {
  const parties = connues.get(c) ?? [];
  const reunies = reunion(parties);
  if (reunies.size === c.memoire.size && [...reunies].every(([clef, valeur]) => c.memoire.get(clef) === valeur)) return parties;
  const une = [neuve(new Map(c.memoire))];
  connues.set(c, une);
  return une;
};

const entreesDe = (xml: string): Map<string, string> => {
  if (!xml.startsWith(`<memoire xmlns="${ESPACE}">`)) throw nonModelise(`XML ${xml.slice(0, 40)}`);
  return new Map([...xml.matchAll(/<entree clef="([^"]*)">([^<]*)<\/entree>/g)].map(([, clef = '', v = '']) => [texteXml(clef), texteXml(v)]));
};

export const partiesXml = (c: ClasseurMemoire): Objet => {
  const garde = (parties: readonly Partie[]): void => {
    connues.set(c, parties);
    c.memoire = reunion(parties);
  };
  const trouve = (id: string): Partie => {
    const partie = partiesDe(c).find((autre) => autre.id === id);
    if (!partie) throw introuvable(id);
    return partie;
  };
  const objet = ({ id }: Partie): Objet => ({
    classe: 'CustomXmlPart',
    id,
    lis: { Id: () => trouve(id).id },
    appelle: {
      GetXml: () => new Valeur(`<?xml version="1.0"?><memoire xmlns="${ESPACE}">${[...trouve(id).entrees].map(([clef, v]) => `<entree clef="${enXml(clef)}">${enXml(v)}</entree>`).join('')}</memoire>`),
      SetXml: (xml: string) => {
        trouve(id);
        garde(partiesDe(c).map((autre) => (autre.id === id ? { id, entrees: entreesDe(xml) } : autre)));
      },
      Delete: () => {
        trouve(id);
        garde(partiesDe(c).filter((autre) => autre.id !== id));
      },
    },
  });
  return {
    classe: 'CustomXmlParts',
    element: (id: string) => objet(trouve(id)),
    appelle: {
      GetByNamespace: (espace: string) => ({ classe: 'CustomXmlPartsDunEspace', elements: () => (espace === ESPACE ? partiesDe(c).map(objet) : []) }),
      GetItem: (id: string) => objet(trouve(id)),
      Add: (xml: string) => {
        const partie = neuve(entreesDe(xml));
        garde([...partiesDe(c), partie]);
        return objet(partie);
      },
    },
  };
};
