// Fabrique un registre fictif de n lignes × 8 colonnes, toujours le même, écrit par exceljs (un écrivain étranger).
import ExcelJS from 'exceljs';

/** Un générateur congruentiel : les mesures se refont à l'identique. */
const suite = (graine) => () => (graine = (Math.imul(graine, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const CANAUX = ['courrier', 'courriel', 'e-mail', 'lettre'];
const OBJETS = ['État civil', 'Voirie', 'Urbanisme', 'Inscription', 'Aide sociale'];

export const fabriqueRegistre = async (chemin, n) => {
  const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: chemin, useSharedStrings: true, useStyles: true });
  const feuille = classeur.addWorksheet('Registre');
  feuille.columns = ['Numéro', 'Canal', 'Reçu le', 'AR', 'Répondu le', 'Nom', 'Objet', 'Service'].map((header) => ({ header, style: header.includes('le') || header === 'AR' ? { numFmt: 'dd/mm/yyyy' } : {} }));
  const hasard = suite(2026);
  const jour = (serie) => new Date((serie - 25569) * 86_400_000);
  for (let i = 1; i <= n; i++) {
    const recue = 45_700 + Math.floor(hasard() * 640);
    const delai = Math.floor(hasard() ** 2 * 60);
    feuille.addRow([
      `D-${i}`, CANAUX[Math.floor(hasard() * 4)], jour(recue), hasard() < 0.4 ? jour(recue + Math.floor(hasard() * 12)) : null,
      hasard() < 0.85 ? jour(recue + delai) : hasard() < 0.3 ? 'NR' : null, `U-${Math.floor(hasard() * n)}`, OBJETS[Math.floor(hasard() * 5)], `Service ${Math.floor(hasard() * 9)}`,
    ]).commit();
  }
  await feuille.commit();
  await classeur.commit();
};
