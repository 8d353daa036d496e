// L'aide que Google lit (le JSDoc de nos enrobages), relue par l'analyseur de Microsoft : les mêmes fonctions que functions.json.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseTree } from 'custom-functions-metadata';
import { fonctions } from '../../src/registre';

const code = readFileSync(path.join(__dirname, '..', '..', 'dist', 'gas', 'code.js'), 'utf8');
/** Les enrobages seuls : tout ce qui suit le cœur compressé. */
const enrobages = code.slice(code.indexOf('\nfunction onOpen'));

type Decrite = { readonly id: string; readonly description: string; readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional?: boolean; readonly dimensionality?: string }[] };
type Lecture = { readonly extras: readonly { readonly errors: readonly string[] }[]; readonly functions: readonly Decrite[] };
const erreurs = ({ extras }: Lecture): string[] => extras.flatMap(({ errors }) => errors);
const lue = parseTree(enrobages, 'code.js') as unknown as Lecture;

test('l’analyseur de Microsoft lit nos enrobages sans une erreur', () => {
  expect(erreurs(lue)).toEqual([]);
  expect(lue.extras).toHaveLength(fonctions.length);
  expect(erreurs(parseTree(enrobages.replace('@param {any} ', '@param {Date} '), 'code.js') as unknown as Lecture)).toHaveLength(1);
});

test('il y trouve les identifiants, descriptions et paramètres du registre, dont functions.json est tiré', () => {
  const vues = lue.functions.map(({ id, description, parameters }) => ({ id, description, parametres: parameters.map((p) => [p.name, p.description, p.optional ?? false, p.dimensionality ?? 'scalar']) }));
  expect(vues).toEqual(fonctions.map(({ nom, resume, parametres }) => ({ id: nom, description: resume, parametres: parametres.map((p) => [p.nom, p.aide, p.facultatif, p.genre === 'plage' || p.genre === 'bloc' ? 'matrix' : 'scalar']) })));
});

test('chaque fonction a son exemple de retour et la balise que Google cherche, seule sur sa ligne', () => {
  for (const { nom } of fonctions) {
    const bloc = enrobages.slice(enrobages.lastIndexOf('/**', enrobages.indexOf(`\nfunction ${nom}(`)), enrobages.indexOf(`\nfunction ${nom}(`));
    expect([nom, /\n \* @customfunction\n \*\/$/.test(bloc), /\n \* @return \{any(\[\]\[\])?\} \S/.test(bloc)]).toEqual([nom, true, true]);
  }
});
