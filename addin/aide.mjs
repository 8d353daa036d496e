// La page d'aide, statique : ce que fait Classeur+ et chaque fonction, tirés du registre. Ni script ni style venu d'ailleurs.

const SIGNES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const html = (texte) => String(texte).replace(/[&<>"]/g, (signe) => SIGNES[signe]);

const STYLE = 'body{font:16px/1.5 system-ui,sans-serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fff}code{background:#f2f4f8;padding:.1em .3em;border-radius:3px;overflow-wrap:anywhere}dt{font-weight:600}dd{margin:0 0 .4em 1.5em}h3{margin:2em 0 .3em;overflow-wrap:anywhere}li{margin:.2em 0}a{color:#10489e}';

const argument = (valeur) => {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  if (Array.isArray(valeur)) {
    const lignes = valeur.slice(0, 3).map((ligne) => (Array.isArray(ligne) ? ligne.map((v) => argument(v) || '""').join('\\') : argument(ligne)));
    return `{${lignes.join(';')}${valeur.length > 3 ? ';…' : ''}}`;
  }
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : `"${valeur}"`;
};
const resultat = (valeur, rend) => {
  if (Array.isArray(valeur)) return 'un tableau';
  if (valeur === '' || valeur === null) return 'une cellule vide';
  if (typeof valeur === 'boolean') return valeur ? 'VRAI' : 'FAUX';
  if (typeof valeur === 'number' && rend === 'taux') return `${(valeur * 100).toFixed(1).replace('.', ',')} %`;
  return typeof valeur === 'number' ? String(Number(valeur.toPrecision(6))).replace('.', ',') : valeur;
};

const fonction = ({ nom, resume, parametres, exemples, rend, voirAussi }) => `<h3 id="${nom}">SP.${nom}(${parametres.map((p) => (p.facultatif ? `[${p.nom}]` : p.nom)).join(' ; ')})</h3>
<p>${html(resume)}${voirAussi ? ` Voir aussi <a href="#${voirAussi}">${voirAussi}</a>.` : ''}</p>
<dl>${parametres.map((p) => `<dt>${html(p.nom)}${p.facultatif ? ' (facultatif)' : ''}</dt><dd>${html(p.aide)}</dd>`).join('')}</dl>
<ul>${exemples.map(({ phrase, args, donne }) => {
  const textes = args.map(argument);
  while (textes.length > 0 && textes.at(-1) === '') textes.pop();
  return `<li>${html(phrase)} : <code>=SP.${nom}(${html(textes.join(';'))})</code> donne ${html(resultat(donne, rend))}.</li>`;
}).join('')}</ul>`;

/** @param paquet le texte de package.json, pour la version */
export const pageAide = (outils, paquet) => `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Aide de Classeur+ pour Excel</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Classeur+ pour Excel</h1>
<p>Version ${html(JSON.parse(paquet).version)}. Projet libre, sans lien avec l’administration. Rien ne quitte votre classeur.</p>
<h2>Pour commencer</h2>
<ol>
<li>Ouvrez votre registre, puis onglet Accueil, groupe « Classeur+ », « Ouvrir le volet ». Les taux, les retards et les cellules douteuses s’affichent.</li>
<li>« Onglet Résultats » crée une feuille d’une page, ou met à jour celle que Classeur+ a déjà créée. Vos autres feuilles ne changent pas.</li>
<li>Une colonne mal reconnue se corrige dans le volet, « Colonnes ».</li>
</ol>
<h2>Les fonctions</h2>
<p>Elles s’écrivent comme les autres, après « SP. ». Une erreur explique ce qui ne va pas : choisissez la cellule, puis le losange d’alerte.</p>
${outils.filter(({ fonctions }) => fonctions.length > 0).map(({ titre, fonctions }) => `<h2>${html(titre)}</h2>\n${fonctions.map(fonction).join('\n')}`).join('\n')}
</body>
</html>
`;
