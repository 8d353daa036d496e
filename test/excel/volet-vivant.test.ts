// Le volet construit, en vie dans Chromium : il écrit une formule dans la cellule choisie, et suit le classeur quand Excel le prévient.
import { clef } from '../hotes/classeur-memoire';
import { fermeNavigateur, lanceNavigateur, ouvre, ruban, siChromium, tapeEtPrevient, type Bureau } from '../hotes/excel/page';
import { Serveur } from '../hotes/excel/serveur';
import { attend, clique, propre, registre, texte } from '../hotes/excel/volet';

beforeAll(lanceNavigateur, 60_000);
afterAll(fermeNavigateur);

/** Le volet d'un registre, sur ses chiffres. */
const devant = async (serveur: Serveur): Promise<Bureau> => {
  const bureau = await ouvre(serveur, 'volet.html');
  await clique(bureau, 'Voir mes résultats');
  await attend(bureau, '40 lignes · au');
  return bureau;
};
const cases = ({ classeurMemoire }: Serveur): unknown => classeurMemoire.feuilles.map(({ nom, cases: siennes }) => [nom, ...siennes]);
const choisis = (serveur: Serveur, ligne: number, colonne: number): void => void (serveur.etat.choisie = { feuille: 'Registre', ligne, colonne });

siChromium('une formule se remplit dans l’aide, s’insère en anglais dans la cellule choisie ; une cellule pleine ou une feuille protégée refusent', async () => {
  const c = registre();
  const serveur = new Serveur(c);
  const bureau = await devant(serveur);
  await ruban(bureau, 'demandes_ecrites_resultats');
  await clique(bureau, 'Fonctions');
  await bureau.page.getByText('TAUX_REPONSE', { exact: true }).click();
  await bureau.page.getByLabel('moins_de').fill('12,5');
  const insere = (): Promise<void> => clique(bureau, 'Insérer TAUX_REPONSE');

  choisis(serveur, 1, 1);
  const avant = cases(serveur);
  await insere();
  await attend(bureau, 'Cette cellule n’est pas vide ; rien n’a été écrit. Choisissez une cellule vide, puis recommencez.');
  c.pourEcrire('Registre').protegee = true;
  choisis(serveur, 3, 8);
  await insere();
  await attend(bureau, 'Excel refuse cette écriture : la feuille ou le classeur est protégé');
  expect(cases(serveur)).toEqual(avant);

  c.pourEcrire('Registre').protegee = false;
  await insere();
  await attend(bureau, 'Formule écrite en Registre!H3.');
  expect(c.trouve('Registre')!.cases.get(clef(3, 8))!.v).toBe("=SP.TAUX_REPONSE('Registre'!D2:D41,'Registre'!E2:E41,12.5,'Résultats'!$B$3)");
  c.tape('Registre', 3, 8, null);
  expect(cases(serveur)).toEqual(avant);
  propre(bureau, serveur);
  await bureau.ferme();
}, 90_000);

/** Les lectures du registre : un envoi de chaque a ses têtes. */
const lectures = ({ envois }: Serveur): number => envois.filter(({ actions }) => actions.includes('GetByNamespace')).length;
const jour = (): string => new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', day: '2-digit', month: '2-digit', year: 'numeric' }).format(new Date());
