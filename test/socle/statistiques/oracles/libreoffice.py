# Le second oracle : LibreOffice recalcule les vecteurs de R là où il a la fonction (lois, variance, quantiles, corrélation, χ², Welch).
# python3 libreoffice.py   (relit statistiques.json, écrit libreoffice.json : rang du vecteur, rang de la valeur, ce que rend LibreOffice)
import csv, json, os, subprocess, tempfile
from xml.sax.saxutils import quoteattr

ici = os.path.dirname(os.path.abspath(__file__))
vecteurs = json.load(open(f'{ici}/statistiques.json', encoding='utf8'))

# Un tableau écrit dans la formule : {1;2|3;4}.
matrice = lambda m: '{' + '|'.join(';'.join(repr(v) for v in l) for l in m) + '}'
ligne = lambda v: matrice([v])

def formules(genre, e):
    """Les formules OpenFormula d'un vecteur, avec le rang de la valeur attendue."""
    if genre == 'normale': return [(0, f'2*LEGACY.NORMSDIST(-{e[0]!r})')]
    if genre == 'student' and float(e[1]).is_integer(): return [(0, f'LEGACY.TDIST({e[0]!r};{e[1]!r};2)')]
    if genre == 'khi2': return [(0, f'LEGACY.CHIDIST({e[0]!r};{e[1]!r})')]
    if genre == 'f' and float(e[2]).is_integer(): return [(0, f'LEGACY.FDIST({e[0]!r};{e[1]!r};{e[2]!r})')]
    if genre == 'quantile-student': return [(0, f'TINV(0.05;{e[0]!r})')]
    if genre == 'resume' and len(e[0]) > 1:
        v = ligne(e[0])
        return [(0, f'AVERAGE({v})'), (1, f'VAR({v})'), (2, f'STDEV({v})'), (3, f'VARP({v})'), (5, f'QUARTILE({v};1)'), (6, f'MEDIAN({v})'), (7, f'QUARTILE({v};3)'), (8, f'PERCENTILE({v};0.9)')]
    if genre == 'correlation' and e[2] == 'pearson': return [(0, f'CORREL({ligne(e[0])};{ligne(e[1])})')]
    if genre == 'tableau':
        m, n = e[0], sum(map(sum, e[0]))
        attendus = [[sum(l) * sum(k[j] for k in m) / n for j in range(len(l))] for l in m]
        return [(2, f'LEGACY.CHITEST({matrice(m)};{matrice(attendus)})')]
    if genre == 'welch' and len(e[0]) == 2: return [(3, f'TTEST({ligne(e[0][0])};{ligne(e[0][1])};2;3)')]
    return []

cas = [(i, rang, f) for i, (genre, entrees, _) in enumerate(vecteurs) for rang, f in formules(genre, entrees)]
lignes = ''.join(f'<table:table-row><table:table-cell table:formula={quoteattr(f"of:=TEXT({f};" + chr(34) + "0.00000000000000E+000" + chr(34) + ")")}/></table:table-row>' for _, _, f in cas)
espaces = ' '.join(f'xmlns:{p}="urn:oasis:names:tc:opendocument:xmlns:{u}"' for p, u in [('office', 'office:1.0'), ('table', 'table:1.0'), ('of', 'of:1.2')])
with tempfile.TemporaryDirectory() as dossier:
    with open(f'{dossier}/c.fods', 'w', encoding='utf8') as f:
        f.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document {espaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"><office:body><office:spreadsheet><table:table table:name="S">{lignes}</table:table></office:spreadsheet></office:body></office:document>')
    subprocess.run(['soffice', f'-env:UserInstallation=file://{dossier}/profil', '--headless', '--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false', '--outdir', dossier, f'{dossier}/c.fods'], check=True, capture_output=True)
    rendus = [l[0] for l in csv.reader(open(f'{dossier}/c.csv', encoding='utf8'))]
resultats = [[i, rang, float(r.replace(',', '.'))] for (i, rang, _), r in zip(cas, rendus)]
with open(f'{ici}/libreoffice.json', 'w', encoding='utf8') as f:
    f.write('[\n' + ',\n'.join(map(json.dumps, resultats)) + '\n]\n')
print(len(resultats), 'valeurs')
