// L'entrée d'Excel : le volet, ses boutons du ruban et les fonctions vivent dans la même page (environnement d'exécution partagé).
import { monte } from '../src/panneau';
import type { Ordre } from '../src/panneau/hote';
import { associeLeRuban } from './commandes';
import { hoteExcel } from './hote';
import { hoteDuVolet } from './hote-volet';

const HORS_EXCEL = 'Cette page s’ouvre depuis Excel : onglet Accueil, groupe « Classeur+ », « Ouvrir le volet ».';

const demarre = ({ host }: { readonly host: Office.HostType | null }): void => {
  const racine = document.getElementById('volet');
  if (racine === null) return;
  if (host !== Office.HostType.Excel) {
    racine.textContent = HORS_EXCEL;
    return;
  }
  const excel = hoteExcel();
  const ecoutes = new Set<(ordre: Ordre) => void>();
  associeLeRuban(excel, (ordre) => ecoutes.forEach((ecoute) => ecoute(ordre)));
  monte(racine, {
    ...hoteDuVolet(excel),
    surOrdre: (ecoute) => {
      ecoutes.add(ecoute);
      return () => void ecoutes.delete(ecoute);
    },
  });
};

void Office.onReady(demarre);
