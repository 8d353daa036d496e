// Le même effacement dans Excel (la bibliothèque de Microsoft) et dans Google Sheets (notre lot compilé) : entier, puis coupé partout et recommencé.
import { hoteExcel } from '../../addin/hote';
import { preparePurgeRgpd, purgeRgpd } from '../../src/outils/rgpd/purge';
import { ErreurClasseur } from '../../src/socle/erreurs';
import type { CompteRendu } from '../../src/socle/outil';
import { conduis, conduisAsync, type Suite } from '../../src/socle/suite';
import type { ClasseurMemoire } from '../hotes/classeur-memoire';
import { branche, CONSTRUCTIONS } from '../hotes/excel/client';
import { Serveur, type Guet } from '../hotes/excel/serveur';
import { ClasseurGoogle } from '../hotes/google/classeur-google';
import { ErreurDePanne, HoteEnPanne } from '../hotes/pannes';
import { JOUR } from './autres-ecritures';
import { depart, verifie } from './enquete-a-effacer';

function* efface(): Suite<CompteRendu> {
  return yield* purgeRgpd(yield* preparePurgeRgpd(JOUR), 'EFFACER', JOUR);
}
/** Des fils de commentaires : la bibliothèque publiée sur npm ne connaît pas encore les notes. */
const avecFils = (): ClasseurMemoire => {
  const c = depart();
  for (const f of c.feuilles) for (const [k, une] of f.commentaires) f.commentaires.set(k, { ...une, fil: true });
  return c;
};
const fini = (c: ClasseurMemoire): boolean => c.feuilles.some(({ nom }) => nom.startsWith('Procès')) && !c.memoire.has('rgpd.purge');

/** À la k-ième action qui écrit, Excel s'arrête, avant ou après l'avoir faite, et ne répond plus. */
const coupure = (k: number, quand: 'avant' | 'apres'): { readonly guet: Guet; survenue: boolean } => {
  const etat = { survenue: false, guet: (() => null) as Guet };
  let points = 0;
  etat.guet = ({ ecrit }) => {
    if (etat.survenue) return { quand: 'avant', code: 'HoteArrete' };
    if (!ecrit || ++points !== k) return null;
    etat.survenue = true;
    return { quand, code: 'HoteArrete' };
  };
  return etat;
};

describe('Excel', () => {
  const dans = async (c: ClasseurMemoire, guet: Guet = () => null, construction: (typeof CONSTRUCTIONS)[number] = CONSTRUCTIONS[0]): Promise<void> => {
    const serveur = new Serveur(c);
    serveur.guet = guet;
    branche(serveur, construction);
    try {
      await conduisAsync(efface(), hoteExcel());
    } finally {
      expect(serveur.nonModelises).toEqual([]);
    }
  };
  test.each(CONSTRUCTIONS)('%s : tout part, rien d’autre', async (construction) => {
    const c = avecFils();
    await dans(c, undefined, construction);
    verifie(c);
  });
  test.each([['avant', 1], ['apres', 4]] as const)('coupé %s une action sur %i : recommencer finit, et le procès-verbal est vrai', async (quand, pas) => {
    for (let k = 1; k < 400; k += pas) {
      const c = avecFils();
      const panne = coupure(k, quand);
      await dans(c, panne.guet).catch((cause: unknown) => {
        if (!(cause instanceof ErreurClasseur)) throw cause;
      });
      if (!panne.survenue) return verifie(c);
      if (!fini(c)) await dans(c);
      verifie(c);
    }
    throw new Error('la commande a plus d’actions que prévu');
  }, 120_000);
});

test('un Excel qui ne lit pas les notes le dit, et ne les retire pas', async () => {
  const c = depart();
  branche(new Serveur(c));
  await conduisAsync(efface(), hoteExcel());
  expect([...c.trouve('Procès-verbal d’effacement')!.cases.values()].map(({ v }) => v)).toContain('À effacer vous-même : les notes (cet Excel ne les laisse pas lire).');
  expect(c.trouve('Réponses')!.commentaires.size).toBe(3);
});

describe.each(['immediat', 'tampon'] as const)('Google Sheets, %s', (mode) => {
  const chezGoogle = (): ClasseurGoogle => Object.assign(ClasseurGoogle.depuis(depart()), { mode });
  test('tout part, rien d’autre', () => {
    const c = chezGoogle();
    conduis(efface(), c);
    verifie(c, false);
  });
  test.each(['tué avant', 'tué au milieu'] as const)('%s, de loin en loin : recommencer finit, et le procès-verbal est vrai', (panne) => {
    for (let k = 1; k < 20_000; k += 29) {
      const c = chezGoogle();
      const hote = new HoteEnPanne(c, k, panne);
      try {
        conduis(efface(), hote);
      } catch (cause) {
        if (!(cause instanceof ErreurDePanne) && !(cause instanceof ErreurClasseur)) throw cause;
      }
      if (!fini(c)) conduis(efface(), c);
      // Google refait ses tableaux croisés de lui-même, même arrêté.
      c.actualise();
      verifie(c, false);
      if (hote.depassee) return;
    }
    throw new Error('la commande a plus de points d’appel que prévu');
  }, 120_000);
});
