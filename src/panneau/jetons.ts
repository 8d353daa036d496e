// Les jetons : toutes les couleurs et les formes du volet, en deux peaux et deux thèmes. Un test en vérifie les contrastes et les écarts.
type Peau = 'excel' | 'sheets';
type Theme = 'clair' | 'sombre';

const COULEURS_CLAIRES = {
  fond: '#ffffff', fond2: '#f5f5f5', encre: '#242424', encre2: '#5c5c5c', trait: '#d6d6d6', bord: '#767676',
  accent: '#0f703b', surAccent: '#ffffff', accentAppuye: '#0a5a2e', doux: '#e9f5ee', anneau: '#000000',
  bon: '#0b6b5e', alerte: '#9e5c00', faute: '#760b42', fondAlerte: '#fff3e0', fondFaute: '#fdecf1',
  taux: '#10489e', ligne: '#c06c10', volume: '#a9c3e8', bordVolume: '#5f86bd',
} as const;

type Couleurs = Readonly<Record<keyof typeof COULEURS_CLAIRES, string>>;

const SOMBRES: Couleurs = {
  fond: '#1f1f1f', fond2: '#2e2e2e', encre: '#ffffff', encre2: '#c8c8c8', trait: '#4a4a4a', bord: '#9a9a9a',
  accent: '#58c98a', surAccent: '#06240f', accentAppuye: '#7ad9a3', doux: '#20382a', anneau: '#ffffff',
  bon: '#6fd6c1', alerte: '#ffca85', faute: '#fd7fa8', fondAlerte: '#3a2a12', fondFaute: '#3d1724',
  taux: '#7ba6f5', ligne: '#f0c48a', volume: '#39557f', bordVolume: '#6f93cf',
};

const SHEETS_CLAIRES = { fond2: '#f3f6fc', encre: '#1f1f1f', encre2: '#444746', trait: '#dadce0', bord: '#747775', accent: '#0b57d0', accentAppuye: '#0842a0', doux: '#e8f0fe', anneau: '#0b57d0' };
const SHEETS_SOMBRES = { accent: '#a8c7fa', surAccent: '#062e6f', accentAppuye: '#d3e3fd', doux: '#1f2f4a', anneau: '#a8c7fa' };

export const COULEURS: Readonly<Record<Peau, Readonly<Record<Theme, Couleurs>>>> = {
  excel: { clair: COULEURS_CLAIRES, sombre: SOMBRES },
  sheets: { clair: { ...COULEURS_CLAIRES, ...SHEETS_CLAIRES }, sombre: { ...SOMBRES, ...SHEETS_SOMBRES } },
};

const FORMES: Readonly<Record<Peau, Readonly<Record<string, string>>>> = {
  excel: { police: '"Segoe UI","Open Sans",system-ui,sans-serif', rayon: '4px', rayonBouton: '4px' },
  sheets: { police: '"Google Sans Text",Roboto,Arial,sans-serif', rayon: '8px', rayonBouton: '18px' },
};

const variables = (valeurs: Readonly<Record<string, string>>): string => Object.entries(valeurs).map(([nom, valeur]) => `--${nom}:${valeur}`).join(';');

const regles = (peau: Peau): string => {
  const { clair, sombre } = COULEURS[peau];
  const base = `.volet[data-peau=${peau}]`;
  const nuit = `color-scheme:dark;${variables(sombre)}`;
  return `${base}{color-scheme:light;${variables(FORMES[peau])};${variables(clair)}}${base}[data-theme=sombre]{${nuit}}@media (prefers-color-scheme:dark){${base}:not([data-theme=clair]){${nuit}}}`;
};

/** Les jetons comme variables CSS ; sans `data-theme`, le thème suit celui du système. */
export const css = `${regles('excel')}${regles('sheets')}`;
