// Les fonctions du tableur que la page calcule : celles que l'on tape à côté des nôtres. Les autres sont laissées à Excel.
import { AGREGATS } from './agregats';
import { CRITERES } from './criteres';
import { DATES_ET_TEXTES } from './dates-textes';
import { LOGIQUE } from './logique';
import type { FonctionTableur } from './forme';

export const FONCTIONS: Readonly<Record<string, FonctionTableur>> = { ...AGREGATS, ...CRITERES, ...LOGIQUE, ...DATES_ET_TEXTES };
