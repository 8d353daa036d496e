// Donner un fichier à enregistrer, comme un lien que la personne aurait suivi.
export const donne = (contenu: Blob, nom: string): void => {
  const lien = document.createElement('a');
  lien.href = URL.createObjectURL(contenu);
  lien.download = nom;
  lien.click();
  setTimeout(() => URL.revokeObjectURL(lien.href), 10_000);
};
