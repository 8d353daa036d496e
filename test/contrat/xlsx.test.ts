// Le fichier .xlsx tient le contrat, tel quel et après un enregistrement.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { HoteSynchrone, Lecture, Modification } from '../../src/socle/classeur';
import { lettres } from '../../src/socle/cellule';
import { jourDe } from '../../src/socle/jours';
import { code } from '../../src/fichier/xml-texte';
import { ouvreClasseur } from '../../src/essai/classeur';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { contrat, NOTES, SOURCE } from './contrat';

const LIENS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const GENRES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Les notes d'une feuille, comme Excel les écrit. */
const notes = (feuille: string): string => `<comments xmlns="${PRINCIPAL}"><authors><author>Agent</author></authors><commentList>${NOTES.filter((une) => une.feuille === feuille).map(({ ligne, colonne, texte }) => `<comment ref="${lettres(colonne)}${ligne}" authorId="0"><text><r><t xml:space="preserve">${code(texte)}</t></r></text></comment>`).join('')}</commentList></comments>`;

/** Le classeur de départ ; la protection, les notes et le nom s'ajoutent dans le XML, comme Excel les écrit. */
const octets = (): Uint8Array => {
  const parties = unzipSync(nouveauXlsx([{ nom: 'Source', plage: SOURCE }, { nom: 'Protégée', plage: [['intacte']] }]));
  const change = (nom: string, geste: (xml: string) => string): void => void (parties[nom] = strToU8(geste(strFromU8(parties[nom]!))));
  change('xl/worksheets/sheet2.xml', (xml) => xml.replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>'));
  change('xl/workbook.xml', (xml) => xml.replace('</sheets>', '</sheets><definedNames><definedName name="Montants">Source!$C$2:$C$3</definedName></definedNames>'));
  ['Source', 'Protégée'].forEach((feuille, i) => {
    parties[`xl/comments${i + 1}.xml`] = strToU8(notes(feuille));
    parties[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = strToU8(`<Relationships xmlns="${LIENS}"><Relationship Id="rId1" Type="${GENRES}/comments" Target="../comments${i + 1}.xml"/></Relationships>`);
  });
  return zipSync(parties);
};

/** Chaque écriture est enregistrée et rouverte : ce qui se relit est ce que le fichier porte. */
const rouvert = (): HoteSynchrone => {
  let fichier = ouvreFichier(octets(), 'c.xlsx');
  return {
    lis: (lecture: Lecture) => fichier.lis(lecture),
    ecris: (lot: readonly Modification[]) => {
      fichier.ecris(lot);
      fichier = ouvreFichier(fichier.octets(), 'c.xlsx');
    },
  };
};

contrat('.xlsx', () => ouvreFichier(octets(), 'c.xlsx'));
contrat('.xlsx enregistré puis rouvert', rouvert);
// La page tient le même fichier, ses saisies en plus.
contrat('la page, dans Node', async () => ouvreClasseur(octets(), 'c.xlsx', jourDe(2026, 11, 22)));
