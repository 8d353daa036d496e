// Les icônes du volet, dessinées pour lui : un trait d'un pixel et demi dans un carré de vingt.
const TRACES = {
  actualise: 'M16.5 10a6.5 6.5 0 0 1-11.6 4M3.5 10a6.5 6.5 0 0 1 11.6-4M15.5 2.8V6.3H12M4.5 17.2v-3.5H8',
  reglages: 'M3 6h7M14 6h3M3 14h3M10 14h7M12 4a2 2 0 1 0 0 4a2 2 0 0 0 0-4M8 12a2 2 0 1 0 0 4a2 2 0 0 0 0-4',
  attention: 'M10 3.2L17.8 16.5H2.2ZM10 8v4M10 14.2v.1',
  faute: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M10 6.3v4.7M10 13.7v.1',
  bon: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M6.5 10.2l2.5 2.5l4.7-5',
  info: 'M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 0 0 0-15M10 9.2v4.5M10 6.3v.1',
  suite: 'M7.5 4.5l5.5 5.5l-5.5 5.5',
  retour: 'M12.5 4.5L7 10l5.5 5.5',
  tableau: 'M4 3.5h12v13H4ZM4 7.8h12M4 12.1h12M9 7.8v8.7',
  ferme: 'M5 5l10 10M15 5L5 15',
} as const;

export type NomIcone = keyof typeof TRACES;

export const Icone = ({ nom }: { readonly nom: NomIcone }) => (
  <svg viewBox="0 0 20 20" class="ic" aria-hidden="true" focusable="false"><path d={TRACES[nom]} /></svg>
);

/** Le dessin des écrans d'accueil : un tableau, deux barres, une coche. */
export const Dessin = () => (
  <svg viewBox="0 0 112 84" aria-hidden="true" focusable="false" fill="none" stroke="currentColor">
    <rect x="6" y="10" width="74" height="64" rx="6" stroke-width="2.5" />
    <path d="M6 26h74M6 42h74M6 58h74M30 26v48M55 26v48" stroke-width="1.4" opacity=".45" />
    <path d="M36 71v-9M45 71v-17" stroke="var(--taux)" stroke-width="6" />
    <path d="M60 66l6-9l6 4l6-12" stroke="var(--ligne)" stroke-width="3" />
    <circle cx="88" cy="58" r="19" fill="var(--fond)" stroke-width="2.5" />
    <path d="M80 58l6 6l11-12" stroke="var(--bon)" stroke-width="4" />
  </svg>
);
