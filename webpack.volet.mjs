// Le volet de Google Sheets en un seul fichier HTML : tout y est écrit en ligne, rien n'est chargé d'ailleurs.
import path from 'node:path';
import webpack from 'webpack';

const STYLE = 'html,body,#volet{margin:0;height:100%}#attente{font:14px sans-serif;padding:16px;margin:0}';

/**
 * L'attente se peint d'abord, le volet s'exécute à l'image suivante : la personne voit tout de suite que quelque chose vient.
 * Les parenthèses disent à V8 que la fonction servira : il ne la lit qu'une fois.
 */
const apresLaPeinture = (js) => `requestAnimationFrame(function(){setTimeout((function(){${js}}),0)});`;

/** Ce qui fermerait la balise, ou ouvrirait un commentaire HTML, ne s'y trouve que dans des textes : une barre oblique inverse n'y change rien. */
const enLigne = (js) => js.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

const page = (js) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>Classeur+</title>
<style>${STYLE}</style>
</head>
<body>
<div id="volet"><p id="attente">Lecture du classeur…</p></div>
<script>${enLigne(apresLaPeinture(js))}</script>
</body>
</html>
`;

const enUnFichier = (nom) => ({
  apply: (compilateur) => compilateur.hooks.thisCompilation.tap('Volet', (compilation) => compilation.hooks.processAssets.tap({ name: 'Volet', stage: webpack.Compilation.PROCESS_ASSETS_STAGE_SUMMARIZE }, (fichiers) => {
    for (const [fichier, source] of Object.entries(fichiers)) {
      const html = page(source.source().toString());
      // Une page servie par un modèle d'Apps Script prendrait « <? » pour du code.
      if (/<\?/.test(html)) throw new Error('Le volet contient « <? »');
      compilation.deleteAsset(fichier);
      compilation.emitAsset(nom, new webpack.sources.RawSource(html));
    }
  })),
});

/** @param commun ce que tous les lots partagent @param sortie le dossier de fabrication */
export const voletGoogle = (commun, sortie) => ({
  ...commun,
  name: 'volet',
  target: ['web', 'es2020'],
  entry: './src/panneau/sheets.ts',
  output: { path: path.resolve(sortie, 'gas'), filename: 'volet.js' },
  plugins: [enUnFichier('volet.html')],
});
