// Deux personnes qui ajoutent à la même liste au même moment, pas à pas mêlées au hasard : deux lignes, entières, aucune recouverte.
import { enregistrer } from '../../src/outils/plan-actions/commande-enregistrer';
import { nouvelleFiche } from '../../src/outils/plan-actions/commande-fiche';
import { placeDe } from '../../src/outils/plan-actions/feuille-fiche';
import type { Releve } from '../../src/socle/classeur';
import { ajouteLigne, type Ajout } from '../../src/socle/ecriture/ajout';
import { ErreurClasseur } from '../../src/socle/erreurs';
import { deIso } from '../../src/socle/jours';
import { conduis, type Suite } from '../../src/socle/suite';
import { plusCourt } from '../aides/mutation';
import { ClasseurMemoire, clef, type Mode } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';

const TITRES = ['N°', 'Action', 'Pilote', 'Échéance'];
const depart = (mode: Mode, graine: number): ClasseurMemoire => {
  const c = new ClasseurMemoire(mode, graine);
  c.ajoute('Plan');
  [TITRES, ['2026-01', 'Afficher', 'Mme Roux', 46100]].forEach((ligne, i) => ligne.forEach((v, j) => c.tape('Plan', i + 1, j + 1, v)));
  return c;
};
const lignes = (c: ClasseurMemoire): string[] => [3, 4, 5].map((i) => [1, 2, 3, 4].map((j) => c.trouve('Plan')!.cases.get(clef(i, j))?.v ?? '').join(' '));

/** Fait avancer l'une ou l'autre suite d'un appel, jusqu'à ce que toutes finissent. @returns la phrase de celles qui ont été refusées */
const mele = (suites: readonly Suite<unknown>[], c: ClasseurMemoire, graine: number): string[] => {
  const de = hasard(graine);
  const refus: string[] = [];
  const enCours = suites.map((suite) => ({ suite, reponse: undefined as Releve | undefined }));
  while (enCours.length > 0) {
    const rang = de.entre(0, enCours.length - 1);
    const une = enCours[rang]!;
    try {
      const etape = une.suite.next(une.reponse);
      une.reponse = undefined;
      if (etape.done) enCours.splice(rang, 1);
      else if (etape.value.genre === 'lis') une.reponse = c.lis(etape.value.lecture);
      else if (etape.value.genre === 'ecris') c.ecris(etape.value.lot);
    } catch (cause) {
      if (!(cause instanceof ErreurClasseur)) throw cause;
      refus.push(cause.message);
      enCours.splice(rang, 1);
    }
  }
  return refus;
};

const ajout = (numero: string, libelle: string): Ajout => ({ feuille: 'Plan', entete: 1, colonneNumero: 1, numero, valeurs: new Map<number, string | number>([[2, libelle], [4, 46200]]) });

test.each<[string, Mode]>([['immédiat', 'immediat'], ['en tampon', 'tampon']])('deux, puis trois ajouts à la fois, hôte %s', (_, mode) => {
  for (let graine = 0; graine < plusCourt(600); graine++) {
    const voulus = [ajout('2026-02', 'Former'), ajout('2026-03', 'Relire'), ajout('2026-04', 'Écouter')].slice(0, 2 + (graine % 2));
    const c = depart(mode, graine);
    expect([graine, mele(voulus.map((un) => ajouteLigne(un)), c, graine)]).toEqual([graine, []]);
    expect([graine, lignes(c).filter((ligne) => ligne.trim() !== '').sort()]).toEqual([graine, voulus.map(({ numero, valeurs }) => `${numero} ${String(valeurs.get(2))}  46200`).sort()]);
    expect([...c.memoire.keys()].filter((une) => une.startsWith('tour.'))).toEqual([]);
  }
});

test('le même numéro aux deux : un seul l’a, l’autre lit une phrase, rien n’est recouvert', () => {
  for (let graine = 0; graine < plusCourt(300); graine++) {
    const c = depart('immediat', graine);
    const refus = mele([ajouteLigne(ajout('2026-02', 'Former')), ajouteLigne(ajout('2026-02', 'Relire'))], c, graine);
    expect(refus).toEqual(['Plan!A3 : Le numéro 2026-02 est déjà pris par une autre ligne ; rien n’a été changé. Choisissez un autre numéro.']);
    expect(['2026-02 Former  46200', '2026-02 Relire  46200']).toContain(lignes(c)[0]);
    expect(lignes(c).slice(1)).toEqual(['   ', '   ']);
  }
});

test('une annonce laissée par un passage coupé n’arrête pas le suivant', () => {
  const c = depart('immediat', 1);
  const coupe = ajouteLigne(ajout('2026-02', 'Former'));
  let etape = coupe.next();
  for (let k = 0; k < 3 && !etape.done; k++) etape = coupe.next(etape.value.genre === 'lis' ? c.lis(etape.value.lecture) : void (etape.value.genre === 'ecris' && c.ecris(etape.value.lot)));
  expect([...c.memoire.keys()].some((une) => une.startsWith('tour.'))).toBe(true);
  expect(conduis(ajouteLigne(ajout('2026-03', 'Relire')), c).message).toBe('La ligne 2026-03 est ajoutée en Plan!A3.');
  expect([...c.memoire.keys()].filter((une) => une.startsWith('tour.'))).toEqual([]);
});

test('deux fiches enregistrées à la fois : deux lignes, deux numéros', () => {
  const contexte = (cellule: string) => ({ aujourdhui: deIso('2026-11-22')!, au: null, saisies: {}, cellule });
  for (let graine = 0; graine < plusCourt(60); graine++) {
    const c = depart('immediat', graine);
    for (const [n, libelle] of [[2, 'Former'], [3, 'Relire']] as const) {
      conduis(nouvelleFiche.execute(contexte('')), c);
      const { ligne, colonne } = placeDe('libelle');
      c.tape(`Fiche n° 2026-0${n}`, ligne, colonne, libelle);
    }
    expect(mele([enregistrer.execute(contexte('Fiche n° 2026-02!A1')), enregistrer.execute(contexte('Fiche n° 2026-03!A1'))], c, graine)).toEqual([]);
    expect(lignes(c).slice(0, 2).sort()).toEqual(['2026-02 Former  ', '2026-03 Relire  ']);
  }
});
