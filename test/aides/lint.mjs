// Passe au lint de la maison des extraits reçus en JSON ({ fichier, code }) et rend leurs messages : ESLint lit sa configuration en module ES, que Jest ne charge pas.
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const rendus = [];
for (const { fichier, code } of JSON.parse(readFileSync(0, 'utf8'))) {
  const [resultat] = await eslint.lintText(code, { filePath: fichier });
  rendus.push(resultat.messages.map(({ message }) => message));
}
process.stdout.write(JSON.stringify(rendus));
