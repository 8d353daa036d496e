// Les noms des fonctions : ce que la personne tape en français, ce que le fichier garde en anglais, et nos fonctions.
import { fonctions } from '../../registre-fonctions';
import { sansAccents } from '../../socle/normalise';
import { FRANCAISE, type Ecriture } from './jetons';

/** « français=anglais » ; un « + » : fonction récente, qu'Excel range sous « _xlfn. ». */
const TABLE = `
SOMME=SUM MOYENNE=AVERAGE NB=COUNT NBVAL=COUNTA NB.VIDE=COUNTBLANK MIN=MIN MAX=MAX MEDIANE=MEDIAN PRODUIT=PRODUCT SOMMEPROD=SUMPRODUCT
NB.SI=COUNTIF NB.SI.ENS=COUNTIFS SOMME.SI=SUMIF SOMME.SI.ENS=SUMIFS MOYENNE.SI=AVERAGEIF MOYENNE.SI.ENS=AVERAGEIFS MIN.SI+=MINIFS MAX.SI+=MAXIFS
SI=IF ET=AND OU=OR OUX+=XOR NON=NOT VRAI=TRUE FAUX=FALSE SIERREUR=IFERROR SI.NON.DISP+=IFNA SI.CONDITIONS+=IFS SI.MULTIPLE+=SWITCH CHOISIR=CHOOSE NA=NA
ESTVIDE=ISBLANK ESTNUM=ISNUMBER ESTTEXTE=ISTEXT ESTNONTEXTE=ISNONTEXT ESTLOGIQUE=ISLOGICAL ESTERREUR=ISERROR ESTERR=ISERR ESTNA=ISNA ESTREF=ISREF EST.PAIR=ISEVEN EST.IMPAIR=ISODD
ARRONDI=ROUND ARRONDI.SUP=ROUNDUP ARRONDI.INF=ROUNDDOWN ARRONDI.AU.MULTIPLE=MROUND ENT=INT TRONQUE=TRUNC ABS=ABS MOD=MOD QUOTIENT=QUOTIENT PUISSANCE=POWER RACINE=SQRT SIGNE=SIGN EXP=EXP LN=LN LOG=LOG LOG10=LOG10 PLAFOND=CEILING PLANCHER=FLOOR PI=PI ALEA=RAND ALEA.ENTRE.BORNES=RANDBETWEEN
AUJOURDHUI=TODAY MAINTENANT=NOW DATE=DATE DATEVAL=DATEVALUE DATEDIF=DATEDIF ANNEE=YEAR MOIS=MONTH JOUR=DAY HEURE=HOUR MINUTE=MINUTE SECONDE=SECOND JOURSEM=WEEKDAY NO.SEMAINE=WEEKNUM NO.SEMAINE.ISO+=ISOWEEKNUM FIN.MOIS=EOMONTH MOIS.DECALER=EDATE NB.JOURS.OUVRES=NETWORKDAYS NB.JOURS.OUVRES.INTL=NETWORKDAYS.INTL SERIE.JOUR.OUVRE=WORKDAY SERIE.JOUR.OUVRE.INTL=WORKDAY.INTL JOURS+=DAYS JOURS360=DAYS360 FRACTION.ANNEE=YEARFRAC TEMPS=TIME TEMPSVAL=TIMEVALUE
CONCATENER=CONCATENATE CONCAT+=CONCAT JOINDRE.TEXTE+=TEXTJOIN TEXTE=TEXT CTXT=FIXED CNUM=VALUE VALEURNOMBRE+=NUMBERVALUE GAUCHE=LEFT DROITE=RIGHT STXT=MID NBCAR=LEN MAJUSCULE=UPPER MINUSCULE=LOWER NOMPROPRE=PROPER SUPPRESPACE=TRIM EPURAGE=CLEAN SUBSTITUE=SUBSTITUTE REMPLACER=REPLACE REPT=REPT EXACT=EXACT CHERCHE=SEARCH TROUVE=FIND CAR=CHAR CODE=CODE T=T N=N
RECHERCHEV=VLOOKUP RECHERCHEH=HLOOKUP RECHERCHEX+=XLOOKUP RECHERCHE=LOOKUP EQUIV=MATCH EQUIVX+=XMATCH INDEX=INDEX DECALER=OFFSET INDIRECT=INDIRECT ADRESSE=ADDRESS LIGNE=ROW LIGNES=ROWS COLONNE=COLUMN COLONNES=COLUMNS TRANSPOSE=TRANSPOSE LIEN_HYPERTEXTE=HYPERLINK
FILTRE+=FILTER TRIER+=SORT TRIERPAR+=SORTBY UNIQUE+=UNIQUE SEQUENCE+=SEQUENCE LET+=LET LAMBDA+=LAMBDA
GRANDE.VALEUR=LARGE PETITE.VALEUR=SMALL RANG=RANK CENTILE=PERCENTILE CENTILE.INCLURE+=PERCENTILE.INC QUARTILE=QUARTILE QUARTILE.INCLURE+=QUARTILE.INC MODE=MODE ECARTYPE=STDEV ECARTYPE.STANDARD+=STDEV.S ECARTYPEP=STDEVP VAR=VAR FREQUENCE=FREQUENCY SOUS.TOTAL=SUBTOTAL AGREGAT=AGGREGATE COEFFICIENT.CORRELATION=CORREL
`;
const couples = TABLE.trim().split(/\s+/).map((mot) => {
  const [francais = '', anglais = ''] = mot.split('=');
  return { francais: francais.replace('+', ''), anglais, recente: francais.endsWith('+') };
});
const PAR_FRANCAIS = new Map(couples.map(({ francais, anglais }) => [francais, anglais]));
const PAR_ANGLAIS = new Map(couples.map((couple) => [couple.anglais, couple]));

const NOTRES = new Map(fonctions.map((f) => [f.nom, f]));
/** L'espace de noms de nos fonctions dans Excel, où il est obligatoire. */
const ESPACE = 'SP';
/** Supposé (office-js n° 3872 et n° 5611, test/contrat/suppositions.md) : Excel garde `SP.TAUX_REPONSE(` sous cette forme. */
const PREFIXE_EXCEL = '_xldudf_';

const capitales = (nom: string): string => sansAccents(nom).toUpperCase();
const estNotre = (nom: string): boolean => NOTRES.has(nom);
export const notreFonction = (clef: string) => NOTRES.get(clef);

/** La clef d'une fonction : le nom de la nôtre, ou le nom anglais de celle du tableur, connue ou non. */
export const versClef = (ecrit: string, ecriture: Ecriture): string => {
  if (ecriture === FRANCAISE) {
    const nom = capitales(ecrit);
    const sans = nom.startsWith(`${ESPACE}.`) ? nom.slice(ESPACE.length + 1) : nom;
    return estNotre(sans) ? sans : (PAR_FRANCAIS.get(nom) ?? nom);
  }
  const nom = ecrit.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, '');
  const sans = nom.replace(new RegExp(`^${PREFIXE_EXCEL}`, 'i'), '').replace(new RegExp(`^${ESPACE}[._]`), '');
  return estNotre(sans) ? sans : nom;
};

/** Vrai pour une fonction qu'Excel connaît, que la page la calcule ou non. */
export const existeDansExcel = (clef: string): boolean => PAR_ANGLAIS.has(clef);

/** Le nom que la personne lit. */
export const enFrancais = (clef: string): string => PAR_ANGLAIS.get(clef)?.francais ?? clef;

/** Le nom que le fichier garde. */
export const pourLeFichier = (clef: string): string => {
  if (estNotre(clef)) return `${PREFIXE_EXCEL}${ESPACE}_${clef}`;
  const connue = PAR_ANGLAIS.get(clef);
  if (!connue?.recente) return clef;
  return `_xlfn.${clef === 'FILTER' || clef === 'SORT' ? '_xlws.' : ''}${clef}`;
};
