// Le volet dans Google Sheets, côté page : chaque demande est un appel de google.script.run, en JSON dans les deux sens.
import type { Demande, Reponse } from '../guichet/demande';
import { ecrit } from '../guichet/ecrit';
import { ErreurAnnulation, ErreurClasseur, erreur } from '../socle/erreurs';
import { donne } from './donne';
import { monte } from '.';

type Lanceur = { withSuccessHandler(rappel: (texte: string) => void): Lanceur; withFailureHandler(rappel: (cause: { readonly message?: string }) => void): Lanceur } & Readonly<Record<'demandeDuVolet' | 'vaDuVolet' | 'insereDuVolet', (texte: string) => void>>;
declare const google: { readonly script: { readonly run: Lanceur } };

const sansReponse = (): Error => erreur('Google Sheets n’a pas répondu', 'Vérifiez votre connexion, puis recommencez');

/** Plusieurs comptes ouverts dans le navigateur : Google se trompe de compte et refuse tout. */
const refus = ({ message = '' }: { readonly message?: string }): Error =>
  /permission|autoris/i.test(message) ? erreur('Google refuse l’accès à ce classeur', 'Si plusieurs comptes Google sont ouverts dans ce navigateur, ouvrez le classeur avec un seul compte') : sansReponse();

const appelle = (fonction: 'demandeDuVolet' | 'vaDuVolet' | 'insereDuVolet', texte: string): Promise<string> =>
  new Promise((rend, rejette) => google.script.run.withSuccessHandler(rend).withFailureHandler((cause) => rejette(refus(cause)))[fonction](texte));

/** Un geste rend ce qu'il a fait, ou la phrase d'un refus. */
const geste = async (fonction: 'vaDuVolet' | 'insereDuVolet', texte: string): Promise<string> => {
  const { fait, refus } = JSON.parse(await appelle(fonction, texte)) as { fait?: string; refus?: string };
  if (fait === undefined) throw refus === undefined ? sansReponse() : new ErreurClasseur(refus, null);
  return fait;
};

const annulable = (demande: Demande): boolean => !ecrit(demande);

const ANNULEE: Reponse = { genre: 'annule', message: new ErreurAnnulation().message };

/** L'API de Google n'annule pas un appel : une lecture annulée est une réponse qu'on n'attend plus. */
const annulation = (arret: AbortSignal | undefined): Promise<Reponse> => new Promise((rend) => arret?.addEventListener('abort', () => rend(ANNULEE)));

const racine = document.getElementById('volet');
if (racine !== null) {
  monte(racine, {
    peau: 'sheets',
    prefixe: '',
    annulable,
    demande: async (demande, _suivi, arret) => {
      const reponse = appelle('demandeDuVolet', JSON.stringify(demande)).then((texte) => JSON.parse(texte) as Reponse);
      return annulable(demande) ? Promise.race([reponse, annulation(arret)]) : reponse;
    },
    telecharge: ({ nom, type, texte }) => donne(new Blob([texte], { type }), nom),
    va: async (adresse) => void (await geste('vaDuVolet', adresse)),
    insere: (formule) => geste('insereDuVolet', JSON.stringify(formule)),
  });
}
