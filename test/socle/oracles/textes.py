# Dates en chiffres, possibles ou non, jugées par datetime de Python (strptime) : [texte, « AAAA-MM-JJ » ou null].
# python3 textes.py > textes.json
import json, random
from datetime import datetime

random.seed(20260322)
lignes = []
for _ in range(1500):
    jour, mois, annee = random.randint(0, 34), random.randint(0, 14), random.choice([random.randint(1900, 2199), random.randint(2015, 2030)])
    signe = random.choice('/-. ')
    texte = random.choice(['{:02d}{s}{:02d}{s}{}', '{}{s}{}{s}{}']).format(jour, mois, annee, s=signe)
    try:
        lu = datetime.strptime(f'{jour:02d}/{mois:02d}/{annee}', '%d/%m/%Y').strftime('%Y-%m-%d')
    except ValueError:
        lu = None
    lignes.append([texte, lu])
for _ in range(500):
    jour, mois, annee = random.randint(1, 31), random.randint(1, 12), random.randint(1900, 2199)
    texte = f'{annee}-{mois:02d}-{jour:02d}' + random.choice(['', 'T23:59:59Z', ' 00:00', 'T00:30:00+02:00'])
    try:
        lu = datetime(annee, mois, jour).strftime('%Y-%m-%d')
    except ValueError:
        lu = None
    lignes.append([texte, lu])
print('[\n' + ',\n'.join(json.dumps(ligne) for ligne in lignes) + '\n]')
