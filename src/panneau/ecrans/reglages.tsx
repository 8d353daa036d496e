// Les réglages de l'outil, rangés par rubriques, chacun avec sa source ; les filtres et la date d'arrêté ne valent que pour cette fois.
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutilMontre, Ouverture, ReglageMontre } from '../../guichet/demande';
import { lisDateSaisie } from '../../socle/date-saisie';
import { dateFr } from '../../socle/format';
import { deIso, versIso } from '../../socle/jours';
import { fr, typographie } from '../../socle/typographie';
import type { Actions } from '../actions';
import { Choix, ChampDeReglage, DateFr, DATE_REFUSEE } from '../champs';
import { pairesFinies } from '../champs-colonnes';
import { Bouton, Page } from '../elements';
import type { Etat } from '../etat';

type Props = { readonly ouverture: Ouverture; readonly outil: OutilMontre; readonly etat: Etat; readonly actions: Actions; readonly occupe: boolean; /** Vrai quand l'hôte prévient de ce qui change dans le classeur. */ readonly previent: boolean };

const AU = 'au';
const SUIVI = 'suivi';
const SUIVIS = [{ valeur: '', libelle: 'Oui' }, { valeur: 'non', libelle: 'Non : le bouton Actualiser suffit' }];

/** Le réglage que nomme un refus (« Le réglage « seuils » ne peut pas… »), et la phrase telle qu'elle se lit sous son champ. */
export const refusDuChamp = (message: string, reglages: readonly ReglageMontre[]): { readonly clef: string; readonly phrase: string } | null => {
  const en = reglages.find(({ clef }) => message.includes(`réglage « ${clef} »`));
  return en === undefined ? null : { clef: en.clef, phrase: message.replace(`Le réglage « ${en.clef} »`, 'Ce réglage') };
};

export const Reglages = ({ ouverture, outil, etat, actions, occupe, previent }: Props) => {
  const tous = outil.rubriques.flatMap(({ reglages }) => reglages);
  const depart = Object.fromEntries(tous.map(({ clef, valeur, defaut }) => [clef, valeur || defaut]));
  const retenues = Object.fromEntries(tous.map(({ clef, valeur }) => [clef, valeur]));
  const [saisies, saisis] = useState<Readonly<Record<string, string>>>({ ...depart, [AU]: etat.au === null ? '' : dateFr(deIso(etat.au) ?? 0), [SUIVI]: ouverture.volet[SUIVI] ?? '' });
  const [dateRefusee, refuseDate] = useState(false);
  const formulaire = useRef<HTMLFormElement>(null);
  const refus = etat.refus === null ? null : refusDuChamp(etat.refus.message, tous);
  const fautif = dateRefusee ? AU : refus === null ? null : `r-${refus.clef}`;
  useEffect(() => {
    const champ = fautif === null ? null : formulaire.current?.querySelector<HTMLElement>(`[id="${fautif}"]`);
    champ?.closest('details')?.setAttribute('open', '');
    champ?.focus();
  }, [fautif, etat.refus]);

  const change = (clef: string) => (valeur: string): void => saisis((avant) => ({ ...avant, [clef]: valeur }));
  const jourDuChamp = (texte: string): string => {
    const jour = lisDateSaisie(texte, deIso(ouverture.aujourdhui) ?? 0);
    return jour === null ? texte : dateFr(jour);
  };
  const enregistre = async (): Promise<void> => {
    const au = (saisies[AU] ?? '').trim();
    const jour = au === '' ? null : lisDateSaisie(au, deIso(ouverture.aujourdhui) ?? 0);
    refuseDate(au !== '' && jour === null);
    if (au !== '' && jour === null) return;
    const valeurDe = ({ clef, forme, defaut }: ReglageMontre): string => {
      const texte = (saisies[clef] ?? '').trim();
      // Laisser ou remettre la valeur par défaut, c'est ne rien retenir.
      if (texte === defaut) return '';
      return forme.genre === 'date' ? jourDuChamp(texte) : forme.genre === 'paires' ? pairesFinies(texte) : texte;
    };
    const choisis = (retenue: boolean): Record<string, string> =>
      Object.fromEntries(outil.rubriques.filter((rubrique) => rubrique.retenue === retenue).flatMap(({ reglages }) => reglages).map((reglage) => [reglage.clef, valeurDe(reglage)]));
    const retenus = Object.fromEntries(Object.entries(choisis(true)).filter(([clef, valeur]) => valeur !== retenues[clef]));
    const suivi = saisies[SUIVI] ?? '';
    const duVolet: Readonly<Record<string, string>> = suivi === (ouverture.volet[SUIVI] ?? '') ? {} : { [SUIVI]: suivi };
    if (Object.keys({ ...retenus, ...duVolet }).length > 0 && !(await actions.retiens(outil.id, retenus, duVolet, ''))) return;
    if (await actions.filtre(jour === null ? null : versIso(jour), outil.id, choisis(false))) actions.reussis(fr`Réglages enregistrés.`);
  };
  const onglets = ouverture.onglets.filter(({ aNous }) => !aNous).map(({ nom }) => nom);
  const titres = outil.analyse?.feuilles[0]?.titres ?? [];
  const defaut = (): void => saisis({ ...Object.fromEntries(tous.map((reglage) => [reglage.clef, reglage.defaut])), [AU]: '', [SUIVI]: '' });

  return (
    <Page titre="Réglages" retour={() => actions.montre('principal')}>
      <form noValidate ref={formulaire} onSubmit={(e) => { e.preventDefault(); void enregistre(); }}>
        <DateFr id={AU} libelle="Date d’arrêté" valeur={saisies[AU] ?? ''} change={change(AU)} aujourdhui={ouverture.aujourdhui} erreur={dateRefusee ? DATE_REFUSEE : undefined} aide={`Vide : aujourd’hui, ${dateFr(deIso(ouverture.aujourdhui) ?? 0)}`} />
        {outil.rubriques.map(({ titre, reglages }, rang) => (
          <details key={titre} open={rang === 0}>
            <summary>{typographie(titre)}</summary>
            <fieldset>
              <legend class="cache">{typographie(titre)}</legend>
              {reglages.map((reglage) => <ChampDeReglage key={reglage.clef} reglage={reglage} valeur={saisies[reglage.clef] ?? ''} change={change(reglage.clef)} erreur={refus?.clef === reglage.clef ? refus.phrase : undefined} aujourdhui={ouverture.aujourdhui} onglets={onglets} titres={titres} />)}
            </fieldset>
          </details>
        ))}
        {previent && <Choix id={SUIVI} libelle="Relire quand la feuille change" valeur={saisies[SUIVI] ?? ''} change={change(SUIVI)} choix={SUIVIS} />}
        <div class="rangee">
          <button type="submit" class="bouton premier" disabled={occupe}>{fr`Enregistrer`}</button>
          <Bouton clic={defaut}>{fr`Valeurs par défaut`}</Bouton>
        </div>
      </form>
    </Page>
  );
};
