// Le volet : son en-tête, ses onglets (un par outil du registre), l'écran montré, et ce qui se dit pendant et après un travail.
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { dateFr, nombre, pluriel } from '../socle/format';
import { deIso } from '../socle/jours';
import { fr, typographie } from '../socle/typographie';
import { actions as cree } from './actions';
import { Alarme, Bouton, Geste } from './elements';
import { Accueil, Attente, Vide } from './ecrans/accueil';
import { Aide } from './ecrans/aide';
import { Apercu } from './ecrans/apercu';
import { Colonnes } from './ecrans/colonnes';
import { Fonctions } from './ecrans/fonctions';
import { Alertes, Comparaison, Doutes } from './ecrans/listes';
import { Interrompues, Principal } from './ecrans/principal';
import { Reglages, refusDuChamp } from './ecrans/reglages';
import { Purge, Sauvegardes } from './ecrans/sauvegardes';
import { DEPART, outilMontre, type Ecran, type Etat } from './etat';
import type { HoteDuVolet } from './hote';
import { Icone } from './icones';
import { Onglets } from './onglets';
import { Succes, Travail } from './travail';

/** Une cellule changée pendant qu'on tape en annonce d'autres : on attend que la main s'arrête. */
const REPOS = 800;
/** Les écrans qui suivent le classeur. */
const SUIVIS: readonly Ecran[] = ['principal', 'alertes', 'doutes'];

/** Ce par quoi un bouton se reconnaît d'un affichage à l'autre. */
const nomDe = (bouton: Element): string => bouton.getAttribute('aria-label') ?? bouton.textContent ?? '';

const sousTitre = ({ ouverture }: Etat, lignes: number, change: boolean): string => {
  const au = ouverture === null ? '' : dateFr(deIso(ouverture.au) ?? 0);
  const depuis = change ? fr` · changé depuis` : '';
  return (lignes === 0 ? fr`au ${au}` : fr`${nombre(lignes)} ${pluriel(lignes, 'ligne', 'lignes')} · au ${au}`) + depuis;
};

export const Volet = ({ hote }: { readonly hote: HoteDuVolet }) => {
  const [etat, pose] = useState<Etat>(DEPART);
  const dernier = useRef(etat);
  const change = (nouveau: Partial<Etat>): void => {
    dernier.current = { ...dernier.current, ...nouveau };
    pose(dernier.current);
  };
  const actions = useMemo(() => cree(hote, () => dernier.current, change), [hote]);
  const racine = useRef<HTMLDivElement>(null);
  useEffect(() => void actions.actualise(), []);
  /** Une cellule a changé depuis la dernière lecture. */
  const [perime, marque] = useState(false);
  useEffect(() => {
    let attente: ReturnType<typeof setTimeout> | undefined;
    const cesse = hote.surChangement?.(() => {
      clearTimeout(attente);
      attente = setTimeout(() => marque(true), REPOS);
    });
    return () => {
      clearTimeout(attente);
      cesse?.();
    };
  }, []);
  const relis = (): void => {
    marque(false);
    void actions.actualise();
  };
  /** La personne préfère relire elle-même : ce qui a changé se dit, et rien de plus. */
  const sansSuivi = etat.ouverture?.volet['suivi'] === 'non';
  // Ce qui change pendant une lecture, ou sous un formulaire, n'est pas perdu : c'est relu dès que l'écran montre des chiffres et que rien n'est en cours.
  useEffect(() => {
    if (!perime || sansSuivi || etat.travail !== null || !SUIVIS.includes(etat.ecran)) return;
    marque(false);
    void actions.suis();
  }, [perime, sansSuivi, etat.travail, etat.ecran]);

  useEffect(() => hote.surOrdre?.((ordre) => {
    if (ordre.genre === 'dis' && ordre.ton === 'fait') change({ ecran: 'principal', refus: null, succes: { message: ordre.message, feuille: null, ecrit: false } });
    else if (ordre.genre === 'dis') change({ ecran: 'principal', refus: { message: ordre.message, adresse: ordre.adresse }, succes: null });
    else if (ordre.genre === 'aide') actions.montre('aide');
    else if (ordre.genre === 'apercu') change({ outil: ordre.outil, apercu: { commande: ordre.commande, apercu: ordre.apercu }, ecran: 'apercu', refus: null, succes: null });
    else void actions.suis();
  }), []);

  const { ouverture, ecran, travail, refus, succes } = etat;
  const occupe = travail !== null;
  const outil = outilMontre(etat);
  const analyse = outil?.analyse ?? null;
  const feuilles = analyse?.feuilles ?? [];
  const nouveau = ouverture !== null && ouverture.volet['vu'] !== 'oui' && feuilles.length > 0 && ecran === 'principal' && refus === null;
  const surUnChamp = ecran === 'reglages' && refus !== null && outil !== null && refusDuChamp(refus.message, outil.rubriques.flatMap(({ reglages }) => reglages)) !== null;

  // Un bouton éteint le temps d'un travail perd le focus : il le reprend après, s'il est encore là et qu'un écran nouveau ne l'a pas pris.
  const lanceur = useRef<HTMLElement | null>(null);
  useEffect(() => {
    // Sans clic, rien à rendre : une relecture venue du classeur ne prend pas le focus à la feuille.
    if (occupe || lanceur.current === null) return;
    if (document.activeElement === document.body) (lanceur.current.isConnected ? lanceur.current : racine.current?.querySelector<HTMLElement>('h1'))?.focus();
    lanceur.current = null;
  }, [occupe, ecran]);

  // Un écran s'ouvre par son début ; au retour, le bouton qui y menait reprend le focus.
  const porte = useRef<string | null>(null);
  const avant = useRef(ecran);
  useLayoutEffect(() => {
    if (avant.current === ecran) return;
    const retour = ecran === 'principal';
    avant.current = ecran;
    racine.current?.parentElement?.scrollTo(0, 0);
    const boutons = [...(racine.current?.querySelectorAll('button') ?? [])];
    if (retour) (boutons.find((bouton) => nomDe(bouton) === porte.current) ?? racine.current?.querySelector<HTMLElement>('h1'))?.focus();
  }, [ecran]);
  const passe = (e: MouseEvent): void => {
    const bouton = (e.target as Element).closest('button');
    if (!occupe) lanceur.current = bouton;
    if (ecran === 'principal') porte.current = bouton === null ? null : nomDe(bouton);
  };

  const echappe = (e: KeyboardEvent): void => {
    if (e.key !== 'Escape' || e.defaultPrevented) return;
    if (occupe) actions.annule();
    else if (refus !== null || succes !== null) actions.tais();
    else if (ecran !== 'principal') actions.montre('principal');
  };

  const contenu = () => {
    if (ouverture === null || outil === null) return refus === null ? <Attente /> : null;
    const communs = { ouverture, outil, actions, hote, occupe };
    if (ecran === 'aide') return <Aide {...communs} aide={etat.aide} />;
    if (ecran === 'fonctions') return <Fonctions key={outil.id} {...communs} fonctions={etat.fonctions} />;
    if (ecran === 'reglages') return <Reglages key={outil.id} {...communs} etat={etat} previent={hote.surChangement !== undefined} />;
    if (ecran === 'comparaison' && etat.comparaison !== null) return <Comparaison comparaison={etat.comparaison} actions={actions} />;
    if (ecran === 'sauvegardes') return <Sauvegardes {...communs} />;
    if (ecran === 'purge' && etat.purge !== null) return <Purge purge={etat.purge} actions={actions} occupe={occupe} />;
    if (ecran === 'apercu' && etat.apercu !== null) return <Apercu vu={etat.apercu} outil={outil} actions={actions} occupe={occupe} />;
    if (analyse === null) return outil.echec !== null ? <p>{typographie(outil.echec)}</p> : <Sobre titre={outil.titre} resume={outil.resume} fonctions={() => actions.montre('fonctions')} />;
    if (feuilles.length === 0) return <Vide {...communs} />;
    if (ecran === 'colonnes') return <Colonnes key={outil.id} {...communs} analyse={analyse} />;
    if (ecran === 'alertes') return <Alertes analyse={analyse} actions={actions} />;
    if (ecran === 'doutes') return <Doutes analyse={analyse} actions={actions} />;
    return nouveau ? <Accueil {...communs} /> : <Principal {...communs} analyse={analyse} />;
  };

  const titre = feuilles.length === 1 ? fr`Feuille « ${feuilles[0]?.feuille ?? ''} »` : feuilles.length > 1 ? fr`${feuilles.length} feuilles lues` : outil !== null ? typographie(outil.titre) : fr`Lecture du classeur…`;
  const annonce = travail !== null ? travail.libelle : (succes?.message ?? '');
  return (
    <div class="contenant" data-occupe={occupe ? 'oui' : 'non'} ref={racine} onKeyDown={echappe} onClickCapture={passe}>
      {!nouveau && (
        <header class="entete">
          <div class="ou"><h1 tabIndex={-1}>{titre}</h1><p>{ouverture === null ? '' : sousTitre(etat, analyse?.feuilles.reduce((total, feuille) => total + feuille.lignes, 0) ?? 0, perime && sansSuivi)}</p></div>
          <button type="button" class="icone" aria-label={fr`Actualiser`} title={fr`Actualiser`} disabled={occupe} onClick={relis}><Icone nom="actualise" /></button>
          {outil !== null && outil.rubriques.length > 0 && <button type="button" class="icone" aria-label={fr`Réglages`} title={fr`Réglages`} onClick={() => actions.montre('reglages')}><Icone nom="reglages" /></button>}
        </header>
      )}
      {!nouveau && ouverture !== null && outil !== null && ouverture.outils.length > 1 && <nav aria-label={fr`Outils`}><Onglets outils={ouverture.outils} choisi={outil.id} choisis={actions.choisis} /></nav>}
      <main>
        <div id="rubrique" {...(nouveau || outil === null ? {} : { role: 'tabpanel', 'aria-labelledby': `onglet-${outil.id}` })}>
          {travail !== null && <Travail travail={travail} actions={actions} />}
          {refus !== null && !surUnChamp && (
            <Alarme message={refus.message}>
              <div class="rangee">
                {refus.adresse !== null && <Bouton genre="petit" clic={() => actions.va(refus.adresse ?? '')}>{fr`Aller à ${refus.adresse}`}</Bouton>}
                <Bouton genre="petit" clic={() => (ouverture === null ? void actions.actualise() : actions.tais())}>{ouverture === null ? fr`Recommencer` : fr`Fermer`}</Bouton>
              </div>
            </Alarme>
          )}
          {ouverture !== null && ecran === 'principal' && <Interrompues ouverture={ouverture} actions={actions} hote={hote} occupe={occupe} />}
          {contenu()}
        </div>
      </main>
      {succes !== null && <Succes succes={succes} annulation={hote.annulation} actions={actions} />}
      <p class="cache" role="status">{typographie(annonce)}</p>
      <footer>
        <b>{fr`Classeur+`}</b>
        {ouverture !== null && ouverture.sauvegardes.length > 0 && <Geste genre="lien" clic={() => actions.montre('sauvegardes')}>{fr`Sauvegardes (${ouverture.sauvegardes.length})`}</Geste>}
        {ouverture !== null && <Geste genre="lien" clic={() => actions.montre('fonctions')}>{fr`Fonctions`}</Geste>}
        {ouverture !== null && <Geste genre="lien" clic={() => actions.montre('aide')}>{fr`Aide`}</Geste>}
      </footer>
    </div>
  );
};

/** Un outil qui n'analyse rien : ce qu'il est, et ses fonctions. */
const Sobre = ({ titre, resume, fonctions }: { readonly titre: string; readonly resume: string; readonly fonctions: () => void }) => (
  <>
    <h2>{typographie(titre)}</h2>
    <p>{typographie(resume)}</p>
    <div class="rangee"><Bouton clic={fonctions}>{fr`Voir ses fonctions de feuille`}</Bouton></div>
  </>
);
