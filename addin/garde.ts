// Avant tout autre script : aucun texte ne devient du code ni du HTML. Seule la bibliothèque de Microsoft peut ajouter des scripts, et les siens seulement.
const DE_MICROSOFT = 'https://appsforoffice.microsoft.com/';

type Usine = { createPolicy(nom: string, regles: Readonly<Record<'createHTML' | 'createScript' | 'createScriptURL', (texte: string) => string | null>>): unknown };

(window as { trustedTypes?: Usine }).trustedTypes?.createPolicy('default', {
  // office.js voudrait lire l'identifiant de la personne dans un jeton, pour sa télémesure : refusé, et il s'en passe.
  createHTML: () => null,
  createScript: () => null,
  createScriptURL: (adresse) => (adresse.startsWith(DE_MICROSOFT) ? adresse : null),
});

export {};
