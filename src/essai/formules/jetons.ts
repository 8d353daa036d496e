// Découpe une formule en jetons, dans l'une des deux écritures : celle que tape la personne (français), celle que garde le fichier.

export type Ecriture = { readonly separateur: ';' | ','; readonly decimale: ',' | '.' };
export const FRANCAISE: Ecriture = { separateur: ';', decimale: ',' };
export const DU_FICHIER: Ecriture = { separateur: ',', decimale: '.' };

type Genre = 'espace' | 'nombre' | 'texte' | 'faute' | 'feuille' | 'cellule' | 'colonnes' | 'lignes' | 'fonction' | 'nom' | 'operateur' | 'separateur' | 'ouvre' | 'ferme' | 'matrice' | 'etranger' | 'inconnu';
/** `texte` est ce qui est écrit, octet pour octet : la suite des jetons redonne la formule. */
export type Jeton = { readonly genre: Genre; readonly texte: string };

const CELLULE = '\\$?[A-Za-z]{1,3}\\$?[1-9]\\d{0,6}';
const MOT = '[\\p{L}_\\\\][\\p{L}\\p{N}_.\\\\?]*';
const regle = (genre: Genre, motif: string): readonly [Genre, RegExp] => [genre, new RegExp(motif, 'uy')];

const regles = ({ separateur, decimale }: Ecriture): readonly (readonly [Genre, RegExp])[] => [
  regle('espace', '\\s+'),
  regle('texte', '"(?:[^"]|"")*"'),
  regle('faute', '#(?:N/A|DIV/0!|REF!|NAME\\?|NOM\\?|NULL!|NUL!|NUM!|NOMBRE!|VALUE!|VALEUR!|SPILL!|PROPAGATION!|EPARS!|CALC!)'),
  // Un autre classeur (« [2]Feuil1!A1 »), un tableau (« Tableau1[Reçu] »), un débordement (« A1# ») : gardés tels quels.
  regle('etranger', `'\\[[^']*'!|\\[[^\\]]*\\][^!'"()]*!|(?:${MOT})?\\[(?:[^[\\]]|\\[[^[\\]]*\\])*\\]|${CELLULE}#`),
  regle('matrice', '\\{(?:"(?:[^"]|"")*"|[^}"])*\\}'),
  regle('feuille', `(?:'(?:[^']|'')+'|[\\p{L}_][\\p{L}\\p{N}_.]*)!`),
  regle('colonnes', '\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3}(?![\\p{L}\\p{N}_(.])'),
  regle('lignes', '\\$?[1-9]\\d{0,6}:\\$?[1-9]\\d{0,6}(?![\\p{L}\\p{N}_(.])'),
  regle('cellule', `${CELLULE}(?::${CELLULE})?(?![\\p{L}\\p{N}_(.])`),
  regle('fonction', `${MOT}(?=\\s*\\()`),
  regle('nom', MOT),
  regle('nombre', `(?:\\d+(?:[${decimale}]\\d*)?|[${decimale}]\\d+)(?:[eE][+-]?\\d+)?`),
  regle('separateur', `[${separateur}]`),
  regle('operateur', '<=|>=|<>|[-+*/^&=<>%:@]'),
  regle('ouvre', '\\('),
  regle('ferme', '\\)'),
];
const REGLES = new Map<Ecriture, ReturnType<typeof regles>>([FRANCAISE, DU_FICHIER].map((ecriture) => [ecriture, regles(ecriture)]));

/** @param formule sans le « = » */
export const jetons = (formule: string, ecriture: Ecriture): Jeton[] => {
  const liste: Jeton[] = [];
  let i = 0;
  while (i < formule.length) {
    let trouve: Jeton | null = null;
    for (const [genre, motif] of REGLES.get(ecriture)!) {
      motif.lastIndex = i;
      const texte = motif.exec(formule)?.[0];
      if (texte === undefined) continue;
      trouve = { genre, texte };
      break;
    }
    trouve ??= { genre: 'inconnu', texte: formule[i]! };
    liste.push(trouve);
    i += trouve.texte.length;
  }
  return liste;
};
