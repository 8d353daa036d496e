// Pendant qu'un fichier s'ouvre, ou quand il ne s'ouvre pas : ce qui se passe, et par où revenir.
export const Attente = ({ nom, libelle, part, echec, retour }: { nom: string; libelle: string; part: number; echec: string | null; retour: (() => void) | null }) => (
  <main class="attente">
    <p class="produit">Classeur+</p>
    <h1>{nom}</h1>
    {echec === null ? (
      <>
        <p role="status">{libelle}…</p>
        {part >= 0 && <progress value={part} aria-label={libelle} />}
      </>
    ) : (
      <>
        <p role="alert">{echec}</p>
        {retour && <button type="button" class="bouton premier" onClick={retour}>Revenir</button>}
      </>
    )}
  </main>
);
