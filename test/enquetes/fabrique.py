# Une enquête fictive de 240 usagers, et celle de l'année d'avant, tirées au hasard (graine fixe). Depuis ce dossier : /usr/bin/python3 fabrique.py (openpyxl, XlsxWriter).
import random
from datetime import date, timedelta
from openpyxl import Workbook

random.seed(20261126)
ECHELLE = ['Très satisfait', 'Satisfait', 'Peu satisfait', 'Pas satisfait']
CANAUX = ['Accueil', 'Téléphone', 'Internet']
TITRES = ['N°', 'Date de réponse', 'Sexe', 'Tranche d’âge', 'Canal', 'Êtes-vous satisfait du service ?', 'Note globale (0 à 10)', 'Délai ressenti (jours)', 'Démarches effectuées', 'Avez-vous obtenu une réponse ?', 'Commentaire']

def remplis(f, n, annee, poids):
    f['A1'] = f'Enquête de satisfaction {annee}'
    for j, t in enumerate(TITRES): f.cell(3, j + 1, t)
    for i in range(n):
        canal = random.choices(CANAUX, [5, 3, 2])[0]
        delai = max(0, int(random.gauss({'Accueil': 6, 'Téléphone': 11, 'Internet': 15}[canal], 5)))
        rang = min(3, max(0, int(random.gauss(delai / 9 + poids, 0.8))))
        note = max(0, min(10, round(9 - delai / 3 + random.gauss(0, 1.2))))
        v = [i + 1, date(annee, 3, 1) + timedelta(random.randint(0, 30)), random.choices(['Femme', 'Homme'], [6, 4])[0], random.choice(['18-29 ans', '30-49 ans', '50-64 ans', '65 ans et plus']), canal,
             random.choice([ECHELLE[rang], ECHELLE[rang].lower()]) if random.random() > 0.05 else random.choice(['NSP', None]), note if random.random() > 0.04 else 'Non concerné', delai,
             '; '.join(random.sample(['Carte grise', 'Passeport', 'Logement', 'Impôts'], random.randint(1, 3))), random.choices(['Oui', 'oui', 'Non'], [6, 2, 2])[0], random.choice([None, f'Commentaire n° {i}', f'Rien à dire {i}'])]
        for j, x in enumerate(v): f.cell(4 + i, j + 1, x)

c = Workbook()
f = c.active
f.title = 'Enquête 2026'
remplis(f, 240, 2026, 0)
remplis(c.create_sheet('Enquête 2025'), 160, 2025, 0.7)
c.save('satisfaction.xlsx')

# Une enquête où des réponses désignent des personnes, écrite par XlsxWriter : les textes y sont partagés entre les cellules et les feuilles.
import xlsxwriter

x = xlsxwriter.Workbook('personnes.xlsx')
f = x.add_worksheet('Réponses')
for i, ligne in enumerate([['Enquête accueil'], ['Nom', 'E-mail', 'Note', 'Commentaire'], ['Aube', 'aube@exemple.fr', 4, 'Rien à dire'], ['Brun', 'brun@exemple.fr', 2, 'Appelez le 06 12 34 56 78'], ['Clair', None, 5, 'Merci à Mme Doux']]):
    f.write_row(i, 0, ligne)
autre = x.add_worksheet('Archive')
autre.hide()
for i, ligne in enumerate([['Nom', 'Année'], ['Aube', 2025], ['Brun', 2025]]):
    autre.write_row(i, 0, ligne)
x.close()
