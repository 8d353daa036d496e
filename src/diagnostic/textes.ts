// Les textes qu'un tableur transforme quand on ne le lui interdit pas : chacun doit se relire tel quel.
export const TEXTES: readonly string[] = ['01000', '0612345678', '12/03/2026', '2026-03-12', '1,234', '1.5', '50%', '2E3', 'TRUE', 'vrai', '=1+1', '+33 1', '-5', '@nom', "'guillemet", "''", '＝1', '＋1', ' espace ', 'deux\nlignes', '#N/A', '(5)', '$5', 'é€😀', '<b>&"'];
