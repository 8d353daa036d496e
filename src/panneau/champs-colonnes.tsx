// Les réglages qui désignent des colonnes de la feuille lue : on choisit des titres, le texte retenu (« C=ordinale », « D;B ») se compose tout seul.
import type { FeuilleReconnue } from '../socle/outil';
import { fr, typographie } from '../socle/typographie';
import { Bouton } from './elements';

export type Titres = FeuilleReconnue['titres'];
type Commun = { readonly id: string; readonly libelle: string; readonly valeur: string; readonly change: (valeur: string) => void; readonly titres: Titres };

const nomDe = ({ lettre, titre }: Titres[number]): string => `${lettre} · ${titre}`;

const Liste = ({ nom, valeur, change, choix }: { readonly nom: string; readonly valeur: string; readonly change: (valeur: string) => void; readonly choix: readonly (readonly [valeur: string, libelle: string])[] }) => (
  <select aria-label={typographie(nom)} value={valeur} onChange={(e) => change(e.currentTarget.value)}>
    {choix.map(([v, libelle]) => <option key={v} value={v}>{typographie(libelle)}</option>)}
  </select>
);

/** « C=ordinale;D=ratio » : une liste de choix par colonne ; ce qui est proposé ne s'écrit pas. */
export const ParColonne = ({ libelle, valeur, change, titres, choix }: Commun & { readonly choix: readonly string[] }) => {
  const voulus = new Map(valeur.split(';').flatMap((mot): [string, string][] => (mot.includes('=') ? [[mot.split('=')[0]?.trim() ?? '', mot.split('=')[1]?.trim() ?? '']] : [])));
  const pose = (lettre: string, voulu: string): void => {
    const neufs = new Map(voulus).set(lettre, voulu);
    change([...neufs].filter(([, v]) => v !== '').map(([l, v]) => `${l}=${v}`).join(';'));
  };
  return (
    <ul class="colonnes">
      {titres.filter(({ titre }) => titre !== '').map((colonne) => (
        <li key={colonne.lettre}>
          <span aria-hidden="true">{typographie(nomDe(colonne))}</span>
          <Liste nom={`${libelle} : ${nomDe(colonne)}`} valeur={voulus.get(colonne.lettre) ?? ''} change={(v) => pose(colonne.lettre, v)} choix={[['', colonne.compris === undefined || voulus.has(colonne.lettre) ? 'auto' : `auto : ${colonne.compris}`], ...choix.map((un): [string, string] => [un, un])]} />
        </li>
      ))}
    </ul>
  );
};

/** « D;B|E;B » : des paires de titres ; une paire incomplète ne s'écrit pas. */
export const Paires = ({ libelle, valeur, change, titres }: Commun) => {
  const paires = valeur === '' ? [] : valeur.split('|').map((mot): [string, string] => [mot.split(';')[0]?.trim() ?? '', mot.split(';')[1]?.trim() ?? '']);
  const choix: (readonly [string, string])[] = [['', 'Choisissez…'], ...titres.filter(({ titre }) => titre !== '').map((colonne): [string, string] => [colonne.lettre, nomDe(colonne)])];
  const ecris = (neuves: readonly (readonly [string, string])[]): void => change(neuves.map(([a, b]) => `${a};${b}`).join('|'));
  const remplace = (rang: number, cote: 0 | 1) => (lettre: string): void => ecris(paires.map((paire, i) => (i === rang ? (cote === 0 ? [lettre, paire[1]] : [paire[0], lettre]) : paire)));
  return (
    <>
      {paires.map(([a, b], rang) => (
        <div class="paire" key={rang} role="group" aria-label={typographie(`${libelle}, ${rang + 1}`)}>
          <Liste nom={`${libelle}, ${rang + 1} : première question`} valeur={a} change={remplace(rang, 0)} choix={choix} />
          <Liste nom={`${libelle}, ${rang + 1} : seconde question`} valeur={b} change={remplace(rang, 1)} choix={choix} />
          <Bouton genre="petit" clic={() => ecris(paires.filter((_, i) => i !== rang))}>{fr`Ôter`}</Bouton>
        </div>
      ))}
      <Bouton genre="petit" clic={() => ecris([...paires, ['', '']])}>{fr`Ajouter deux questions`}</Bouton>
    </>
  );
};

/** Une paire laissée incomplète n'est pas une demande. */
export const pairesFinies = (valeur: string): string => valeur.split('|').filter((mot) => mot.split(';').length === 2 && mot.split(';').every((lettre) => lettre.trim() !== '')).join('|');
