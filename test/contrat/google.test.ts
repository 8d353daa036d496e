// Google Sheets tient le contrat : notre lot compilé, dans un domaine nu, sur un faux Google strict.
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import type { Mode } from '../hotes/classeur-memoire';
import { annote, contrat, SOURCE } from './contrat';

const neuf = (mode: Mode, fuseau: string): ClasseurGoogle => {
  const c = new ClasseurGoogle(mode, 7);
  c.fuseau = fuseau;
  c.ajoute('Source');
  SOURCE.forEach((rangee, i) => rangee.forEach((v, j) => c.tape('Source', i + 1, j + 1, v, i > 0 && j === 1 ? { format: 'date' } : {})));
  c.ajoute('Protégée');
  c.tape('Protégée', 1, 1, 'intacte');
  annote(c);
  c.pourEcrire('Protégée').protegee = true;
  return c;
};

contrat('Google Sheets', () => neuf('immediat', 'Europe/Paris'));
contrat('Google Sheets, tampon, classeur de Nouméa', () => neuf('tampon', 'Pacific/Noumea'));
