// Le fichier .xlsx tient le contrat, tel quel et après un enregistrement.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { HoteSynchrone, Lecture, Modification } from '../../src/socle/classeur';
import { ouvreFichier } from '../../src/fichier/ouvre';
import { nouveauXlsx } from '../../src/fichier/xlsx-nouveau';
import { contrat, SOURCE } from './contrat';

/** Le classeur de départ ; la protection s'ajoute dans le XML, comme Excel l'écrit. */
const octets = (): Uint8Array => {
  const parties = unzipSync(nouveauXlsx([{ nom: 'Source', plage: SOURCE }, { nom: 'Protégée', plage: [['intacte']] }]));
  const nom = 'xl/worksheets/sheet2.xml';
  return zipSync({ ...parties, [nom]: strToU8(strFromU8(parties[nom]!).replace('</sheetData>', '</sheetData><sheetProtection sheet="1"/>')) });
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
