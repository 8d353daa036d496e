# Deuxième avis sur registres.json : les mêmes indicateurs, écrits en formules de tableur sur les lignes et calculés par LibreOffice.
# Python ne fait que poser les formules et relire les résultats ; les valeurs de R ne sont pas lues avant la comparaison finale.
# /usr/bin/python3 registres-lo.py   (après registres.R ; openpyxl et soffice doivent être installés) écrit registres-lo.json
import csv, json, math, os, subprocess, tempfile
from datetime import date, timedelta
from openpyxl import Workbook

ICI = os.path.dirname(os.path.abspath(__file__))
SEUILS = [8, 14, 15, 30]
MODES = ['cohorte', 'echus', 'tous']
CANAUX = ['tous', 'courrier', 'courriel']

with open(os.path.join(ICI, 'registres.json'), encoding='utf8') as f:
    registres = json.load(f)

def serie(iso):
    return (date.fromisoformat(iso) - date(1899, 12, 30)).days if iso else None

classeur = Workbook()
bilan = classeur.active
bilan.title = 'Bilan'
clefs = []

def demande(clef, formule):
    clefs.append(clef)
    bilan.append([f'={formule}'])

# Les fériés de métropole : une année par colonne, Pâques par EASTERSUNDAY.
feries = classeur.create_sheet('Feries')
for colonne, annee in enumerate(range(2005, 2033), 1):
    for rang, (mois, jour) in enumerate([(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)], 1):
        feries.cell(rang, colonne, f'=DATE({annee},{mois},{jour})')
    for rang, ecart in enumerate([1, 39, 50], 9):
        feries.cell(rang, colonne, f'=EASTERSUNDAY({annee})+{ecart}')
FERIES = 'Feries!$A$1:$AB$11'

for registre in registres:
    nom = f"R{registre['rang']}"
    feuille = classeur.create_sheet(nom)
    # A canal, B réception, C accusé, D réponse, E délai annoncé, F motif d'exclusion ; N1 : la date d'arrêté.
    feuille['N1'] = serie(registre['au'])
    fin = len(registre['lignes']) + 3
    for rang, (canal, reception, accuse, reponse, annonce, motif) in enumerate(registre['lignes'], 2):
        for colonne, valeur in enumerate([canal, serie(reception), serie(accuse), serie(reponse), annonce, motif], 1):
            if valeur is not None:
                feuille.cell(rang, colonne, valeur)
    for r in range(2, fin + 1):
        # G : jour où l'attente s'arrête (réponse connue, sinon l'arrêté) ; H, I, J : délais par canal ; K, L, M : en jours ouvrés.
        feuille[f'G{r}'] = f'=IF(AND(D{r}>0,D{r}<=$N$1),D{r},$N$1)'
        compte = f'AND(B{r}>0,B{r}<=$N$1,F{r}="",D{r}>0,D{r}<=$N$1)'
        feuille[f'H{r}'] = f'=IF({compte},D{r}-B{r},"")'
        feuille[f'K{r}'] = f'=IF({compte},IF(D{r}>B{r},NETWORKDAYS(B{r}+1,D{r},{FERIES}),0),"")'
        for lettre, source, canal in [('I', 'H', 'courrier'), ('J', 'H', 'courriel'), ('L', 'K', 'courrier'), ('M', 'K', 'courriel')]:
            feuille[f'{lettre}{r}'] = f'=IF(A{r}="{canal}",{source}{r},"")'

    def plage(lettre):
        return f'{nom}!${lettre}$2:${lettre}${fin}'
    A, B, C, D, E, F, G = map(plage, 'ABCDEFG')
    T = f'{nom}!$N$1'
    for rang_canal, canal in enumerate(CANAUX):
        utile = f'({B}>0)*({B}<={T})*({F}="")' + ('' if canal == 'tous' else f'*({A}="{canal}")')
        close = f'({D}>0)*({D}<={T})'
        avec = f'({C}>0)*({C}<={T})'
        def base(mode, k):
            # « échus » : ni répondue ni assez vieille = réponse absente et réception après T - k.
            return {'cohorte': f'*({B}<={T}-{k})', 'echus': f'*(1-(1-{close})*({B}>{T}-{k}))', 'tous': ''}[mode]
        def couple(clef, condition, restriction=''):
            demande((registre['rang'], canal, *clef, 0), f'SUMPRODUCT({utile}{restriction}*{condition})')
            demande((registre['rang'], canal, *clef, 1), f'SUMPRODUCT({utile}{restriction}*1)')
        for mode in MODES:
            for k in SEUILS:
                couple(('taux', mode, f'moins-de-{k}'), f'{close}*({D}<{B}+{k})', base(mode, k))
            couple(('taux', mode, 'classe-0-7'), f'{close}*({D}<={B}+7)', base(mode, 15))
            couple(('taux', mode, 'classe-8-14'), f'{close}*({D}>={B}+8)*({D}<={B}+14)', base(mode, 15))
            couple(('taux', mode, 'considere-non-repondu'), f'({G}-{B}>14)', base(mode, 15))
        limite = f'({B}+{E}+14*({E}=0))'
        for clef, condition in [
            ('sans-reponse-finale', f'(1-{close})'), ('en-retard', f'(1-{close})*({T}>{limite})'), ('en-cours', f'(1-{close})*({T}<={limite})'),
            ('reponses-directes', f'{close}*(1-{avec})'), ('reponses-avec-ar', f'{close}*{avec}'),
            ('ar-seul', f'(1-{close})*{avec}'), ('sans-suite', f'(1-{close})*(1-{avec})')]:
            couple(('constats', clef), condition)
        # AR : le courriel a 7 jours, le courrier 14 ; est jugée la demande encore en attente d'une réponse au lendemain de la limite.
        permis = f'(7*({A}="courriel")+14*({A}="courrier"))'
        couple(('constats', 'ar-conforme'), f'{avec}*({C}-{B}<={permis})', f'*({permis}>0)*({G}-{B}>{permis})')

        delais, ouvres = plage('HIJ'[rang_canal]), plage('KLM'[rang_canal])
        def mesure(clef, formule):
            demande((registre['rang'], canal, 'delais', clef), formule)
        mesure('n', f'COUNT({delais})')
        for clef, formule in [('moyen', f'AVERAGE({delais})'), ('median', f'MEDIAN({delais})'), ('p90', f'PERCENTILE({delais},0.9)'), ('moyen-ouvres', f'AVERAGE({ouvres})'), ('median-ouvres', f'MEDIAN({ouvres})')]:
            mesure(clef, f'IF(COUNT({delais})=0,"vide",{formule})')

        arrete = date.fromisoformat(registre['au'])
        for recul in range(11, -1, -1):
            rang_mois = arrete.year * 12 + arrete.month - 1 - recul
            mois = f'{rang_mois // 12}-{rang_mois % 12 + 1:02d}'
            dans = f'{utile}*(YEAR({B})={rang_mois // 12})*(MONTH({B})={rang_mois % 12 + 1})'
            for colonne, condition in enumerate(['1', close, f'{close}*({D}-{B}<8)', f'{close}*({D}-{B}<15)', f'{close}*({D}-{B}<30)', f'({G}-{B}>14)', f'{close}*({D}-{B})'], 1):
                demande((registre['rang'], canal, 'mois', mois, colonne), f'SUMPRODUCT({dans}*{condition})')

with tempfile.TemporaryDirectory() as dossier:
    classeur.save(f'{dossier}/registres.xlsx')
    subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{tempfile.mkdtemp()}', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', dossier, f'{dossier}/registres.xlsx'], check=True, capture_output=True)
    with open(f'{dossier}/registres.csv', encoding='utf8') as f:
        valeurs = [ligne[0] for ligne in csv.reader(f)]
assert len(valeurs) == len(clefs), (len(valeurs), len(clefs))

def nombre(texte):
    if texte == 'vide':
        return None
    v = float(texte)
    return int(v) if v == int(v) else v

sortie = [{'rang': r['rang'], 'attendu': {c: {'taux': {m: {} for m in MODES}, 'constats': {}, 'delais': {}, 'mois': []} for c in CANAUX}} for r in registres]
for (rang, canal, *chemin), texte in zip(clefs, valeurs):
    attendu, v = sortie[rang - 1]['attendu'][canal], nombre(texte)
    if chemin[0] == 'taux':
        attendu['taux'][chemin[1]].setdefault(chemin[2], []).append(v)
    elif chemin[0] == 'constats':
        attendu['constats'].setdefault(chemin[1], []).append(v)
    elif chemin[0] == 'delais':
        attendu['delais'][chemin[1]] = v
    else:
        if chemin[2] == 1:
            attendu['mois'].append([chemin[1]])
        attendu['mois'][-1].append(v)
with open(os.path.join(ICI, 'registres-lo.json'), 'w', encoding='utf8') as f:
    f.write('[\n' + ',\n'.join(' {"rang": %d, "attendu": {\n%s\n }}' % (r['rang'], ',\n'.join(f'  "{c}": ' + json.dumps(a, ensure_ascii=False, separators=(',', ':')) for c, a in r['attendu'].items())) for r in sortie) + '\n]\n')

# La comparaison avec R : chaque écart est écrit, et le script finit en erreur s'il y en a.
def feuilles(x, chemin=()):
    if isinstance(x, dict):
        for clef, v in x.items():
            yield from feuilles(v, (*chemin, clef))
    elif isinstance(x, list):
        for rang, v in enumerate(x):
            yield from feuilles(v, (*chemin, rang))
    else:
        yield chemin, x

ecarts = compares = 0
for r, lo in zip(registres, sortie):
    deR, deLo = dict(feuilles(r['attendu'])), dict(feuilles(lo['attendu']))
    for chemin in sorted(set(deR) | set(deLo), key=str):
        x, y = deR.get(chemin, 'absent'), deLo.get(chemin, 'absent')
        compares += 1
        if x != y and not (isinstance(x, float) and isinstance(y, (int, float)) and math.isclose(x, y, rel_tol=1e-13, abs_tol=1e-13)):
            ecarts += 1
            print('écart', r['rang'], chemin, 'R', x, 'LibreOffice', y)
print(f'{compares} valeurs comparées, {ecarts} écarts')
raise SystemExit(1 if ecarts else 0)
