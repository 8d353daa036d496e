// Le lot Apps Script : de vraies fonctions de premier niveau avec leur aide, et un cœur dont rien n'est évalué avant d'être appelé.
import path from 'node:path';
import webpack from 'webpack';
import { compile } from './webpack.catalogue.mjs';

const REGISTRE = 'src/registre.ts';

/** Apps Script évalue tout le lot à chaque cellule de formule : chaque fonction ne réveille que les modules qu'il lui faut. */
const entree = (fonctions, moduleDe) => `
const fonctions = {
${fonctions.map(({ nom }) => `  ${nom}: () => require(${JSON.stringify(`racine/${moduleDe(nom)}`)}).${nom},`).join('\n')}
};
const application = () => require('racine/gas/application.ts');
export const appelle = (nom, args) => require('racine/gas/fonctions.ts').appelleDansSheets(fonctions[nom](), Array.from(args));
export const lance = (geste, ...args) => application()[geste](...args);
`;

const TYPES = { plage: 'any[][]', bloc: 'any[][]' };
const RENDU = { nombre: 'Un nombre.', taux: 'Une proportion entre 0 et 1.', date: 'Une date.', texte: 'Un texte.', logique: 'VRAI ou FAUX.', tableau: 'Un tableau, à partir de la cellule de la formule.' };

/** La déclaration que Google Sheets lit pour proposer la fonction et son aide. */
const enrobage = ({ nom, resume, parametres, rend, exemples }) => `/**
 * ${resume}
 *
${parametres.map((p) => ` * @param {${TYPES[p.genre] ?? 'any'}} ${p.facultatif ? `[${p.nom}]` : p.nom} ${p.aide}`).join('\n')}
 * @return {${exemples.some(({ donne }) => Array.isArray(donne)) ? 'any[][]' : 'any'}} ${RENDU[rend]}
 * @customfunction
 */
function ${nom}(${parametres.map(({ nom: n }) => n).join(', ')}) {
  return ClasseurPlus.appelle('${nom}', arguments);
}
`;

/** Les fonctions que Google appelle par leur nom : déclencheurs simples, menu, volet. */
const GESTES = { onOpen: 'e', onInstall: 'e', ouvreLeVolet: '', ouvreLeDiagnostic: '', ouvreAide: '', demandeDuVolet: 'texte', vaDuVolet: 'adresse', insereDuVolet: 'texte' };

const gestes = (outils) => [
  ...Object.entries(GESTES).map(([nom, arg]) => `function ${nom}(${arg}) {\n  return ClasseurPlus.lance('${nom}'${arg && `, ${arg}`});\n}\n`),
  ...outils.flatMap((outil) => outil.commandes.map(({ id }) => `function ${`commande_${outil.id}_${id}`.replace(/-/g, '_')}() {\n  return ClasseurPlus.lance('commande', '${outil.id}', '${id}');\n}\n`)),
];

/** @param commun ce que tous les lots partagent @param sortie le dossier de fabrication */
export const lotGoogle = async (commun, sortie) => {
  const { modules, exports: { fonctions, outils } } = await compile(REGISTRE);
  const moduleDe = (nom) => {
    const trouves = modules.filter((module) => module.exports.includes(nom) && !module.fichier.endsWith('index.ts'));
    if (trouves.length !== 1) throw new Error(`${nom} devrait être exportée par un seul module, sous son nom`);
    return trouves[0].fichier;
  };
  const pied = [...gestes(outils), ...fonctions.map(enrobage)].join('\n');
  return {
    ...commun,
    name: 'google',
    target: 'es2020',
    entry: `data:text/javascript,${encodeURIComponent(entree(fonctions, moduleDe))}`,
    // Un module donné en texte serait un module ES strict, où `require` ne vaut rien ; or c'est lui qui diffère l'évaluation.
    module: { rules: [...commun.module.rules, { mimetype: 'text/javascript', type: 'javascript/auto' }] },
    resolve: { ...commun.resolve, alias: { ...commun.resolve.alias, racine: import.meta.dirname } },
    output: { path: path.resolve(sortie, 'gas'), filename: 'code.js', clean: { keep: 'volet.html' }, library: { name: 'ClasseurPlus', type: 'var' }, chunkFormat: false, chunkLoading: false, wasmLoading: false, globalObject: 'globalThis' },
    optimization: { concatenateModules: false },
    plugins: [
      new webpack.BannerPlugin({ banner: `\n${pied}`, footer: true, raw: true, stage: webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }),
      { apply: (compilateur) => compilateur.hooks.thisCompilation.tap('Manifeste', (compilation) => compilation.hooks.processAssets.tap({ name: 'Manifeste', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL }, () => {
        const manifeste = path.resolve(import.meta.dirname, 'appsscript.json');
        compilation.fileDependencies.add(manifeste);
        compilation.emitAsset('appsscript.json', new webpack.sources.RawSource(compilateur.inputFileSystem.readFileSync(manifeste)));
      })) },
    ],
  };
};
