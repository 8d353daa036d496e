// Le programme compilé, lancé comme une personne le lance, dans un dossier à lui.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const RACINE = path.join(__dirname, '..', '..');
const PROGRAMME = path.join(RACINE, 'dist', 'ligne-de-commande', 'classeur-plus.cjs');
const EXEMPLE = path.join(RACINE, 'src', 'essai', 'registre-exemple.xlsx');
export const CSV = 'Identifiant;Canal;Date de réception;Date AR;Date de la réponse finale\nC1;courrier;05/01/2026;;09/01/2026\nC2;courriel;12/01/2026;;NR\nC3;courrier;01/06/2026;;28/05/2026\n';

/** Un dossier neuf par test, effacé après ; à appeler en tête de fichier. */
export const atelier = () => {
  let dossier = '';
  beforeEach(() => {
    dossier = mkdtempSync(path.join(os.tmpdir(), 'classeur-plus-'));
  });
  afterEach(() => rmSync(dossier, { recursive: true, force: true }));
  const ici = (...noms: readonly string[]): string => path.join(dossier, ...noms);
  return {
    ici,
    lance: (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAMME, ...args], { cwd: dossier, encoding: 'utf8' });
      return { code: status, sortie: stdout, erreur: stderr };
    },
    pose: (nom: string, contenu = CSV): string => {
      writeFileSync(ici(nom), contenu);
      return nom;
    },
    poseExemple: (nom = 'registre.xlsx'): string => {
      cpSync(EXEMPLE, ici(nom));
      return nom;
    },
    octets: (nom: string): string => readFileSync(ici(nom)).toString('base64'),
  };
};
