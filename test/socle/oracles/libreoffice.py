# Pâques, échéances en mois et jours ouvrés calculés par LibreOffice (EASTERSUNDAY, EDATE, WEEKDAY, NETWORKDAYS, WORKDAY) ; les jours ouvrés
# sont recomptés un à un par Python, et le script s'arrête si les deux diffèrent. Les fériés ajoutés par zone viennent de domaine §2.3.
# python3 libreoffice.py   (écrit paques.json, mois-suivants.json et ouvres.json ; soffice doit être installé)
import csv, json, os, random, subprocess, tempfile
from datetime import date, timedelta

ORIGINE = date(1899, 12, 30)
serie = lambda d: (d - ORIGINE).days
jour = lambda n: ORIGINE + timedelta(n)

def calcule(feuilles):
    """[(nom, lignes de cellules : nombre ou « =formule »)] -> valeurs de la première feuille."""
    def cellule(v):
        if isinstance(v, str):
            # TEXT : sans lui, LibreOffice écrit les dates du csv selon sa langue.
            return f'<table:table-cell table:formula="of:=TEXT({v[1:]};&quot;0&quot;)"/>'
        return f'<table:table-cell office:value-type="float" office:value="{v}"/>' if v is not None else '<table:table-cell/>'
    tables = ''.join(f'<table:table table:name="{nom}">' + ''.join('<table:table-row>' + ''.join(map(cellule, l)) + '</table:table-row>' for l in lignes) + '</table:table>' for nom, lignes in feuilles)
    espaces = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}"' for p, u in [('office', 'office:1.0'), ('table', 'table:1.0'), ('text', 'text:1.0'), ('of', 'of:1.2')])
    with tempfile.TemporaryDirectory() as dossier:
        with open(f'{dossier}/c.fods', 'w', encoding='utf8') as f:
            f.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document {espaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document>')
        subprocess.run(['soffice', f'-env:UserInstallation=file://{dossier}/profil', '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', dossier, f'{dossier}/c.fods'], check=True, capture_output=True)
        with open(f'{dossier}/c.csv', encoding='utf8') as f:
            return [[int(float(x)) for x in ligne] for ligne in csv.reader(f)]

def ecris(nom, lignes):
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), nom), 'w', encoding='utf8') as f:
        f.write('[\n' + ',\n'.join(json.dumps(ligne, ensure_ascii=False) for ligne in lignes) + '\n]\n')

random.seed(20260405)
annees = list(range(1900, 2200))
paques = dict(calcule([('P', [[a, f'=EASTERSUNDAY([.A{i}])'] for i, a in enumerate(annees, 1)])]))
assert paques[2026] == serie(date(2026, 4, 5)) and len(paques) == 300
ecris('paques.json', [[a, jour(n).isoformat(), n] for a, n in paques.items()])

bases = [(random.randint(61, 109500), random.randint(-30, 30)) for _ in range(400)] + [(serie(date(a, m, 31)), n) for a in (2023, 2024, 2025, 2026) for m in (1, 8, 12) for n in (1, 2, 6)]
bases = [(d, n) for d, n in bases if 61 <= d + 31 * n <= 109500]
lignes = calcule([('E', [[d, n, f'=EDATE([.A{i}];[.B{i}])', f'=WEEKDAY([.A{i}];2)'] for i, (d, n) in enumerate(bases, 1)])])
assert all(jour(d).isoweekday() == s for d, _, _, s in lignes)
ecris('mois-suivants.json', lignes)

ABOLITION = {'Mayotte': (4, 27), 'Martinique': (5, 22), 'Guadeloupe': (5, 27), 'Guyane': (6, 10), 'Saint-Barthélemy': (10, 9), 'La Réunion': (12, 20)}
ZONES = ['Métropole', 'Alsace-Moselle', 'Alsace-Moselle sans vendredi saint', 'Guadeloupe', 'Guyane', 'Martinique', 'Mayotte', 'Nouvelle-Calédonie', 'La Réunion',
         'Polynésie française', 'Saint-Barthélemy', 'Saint-Martin', 'Wallis-et-Futuna', 'Saint-Pierre-et-Miquelon']

def feries(zone):
    jours = set()
    for a in annees:
        jours |= {serie(date(a, m, j)) for m, j in [(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)]} | {paques[a] + e for e in (1, 39, 50)}
        if zone == 'Alsace-Moselle': jours.add(paques[a] - 2)
        if zone.startswith('Alsace-Moselle'): jours.add(serie(date(a, 12, 26)))
        if zone in ABOLITION: jours.add(serie(date(a, *ABOLITION[zone])))
        if zone == 'Saint-Martin': jours.add(serie(date(a, 5, 28 if a >= 2018 else 27)))
    return sorted(jours)

parZone = [feries(z) for z in ZONES]
hauteur = max(map(len, parZone))
tableau = [[c[i] if i < len(c) else None for c in parZone] for i in range(hauteur)]
ouvre = lambda n, z: jour(n).isoweekday() <= 5 and n not in ferieZone[z]
ferieZone = [set(c) for c in parZone]
cas = []
for i in range(700):
    z = i % len(ZONES)
    debut = random.choice([random.randint(61, 109000), random.randint(serie(date(2015, 1, 1)), serie(date(2030, 1, 1)))])
    cas.append((z, debut, min(debut + random.choice([random.randint(0, 40), random.randint(0, 800)]), 109500), random.choice([random.randint(1, 30), random.randint(-30, -1)])))
colonne = lambda z: f'[$F.${chr(65 + z)}$1:.${chr(65 + z)}${hauteur}]'
lignes = calcule([('O', [[z, d, f, n, f'=NETWORKDAYS([.B{i}]+1;[.C{i}];{colonne(z)})' if f > d else 0, f'=WORKDAY([.B{i}];[.D{i}];{colonne(z)})'] for i, (z, d, f, n) in enumerate(cas, 1)]), ('F', tableau)])
for z, d, f, n, compte, arrivee in lignes:
    assert compte == sum(ouvre(k, z) for k in range(d + 1, f + 1)), (ZONES[z], jour(d), jour(f), compte)
    pas, reste, k = (1 if n > 0 else -1), abs(n), d
    while reste:
        k += pas
        reste -= ouvre(k, z)
    assert k == arrivee, (ZONES[z], jour(d), n, arrivee)
ecris('ouvres.json', [[ZONES[z], d, f, compte, n, arrivee] for z, d, f, n, compte, arrivee in lignes])
