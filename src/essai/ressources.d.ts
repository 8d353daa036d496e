// Ce que la chaîne de fabrication met dans la page sans passer par TypeScript.
declare module '*.xlsx' {
  /** L'exemple, en « data: » et base64. */
  const contenu: string;
  export default contenu;
}
