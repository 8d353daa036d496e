# Les grilles d'essai, en ordre et en désordre, et leur lecture attendue, comptée ici d'après ce qui est écrit, sans voir le produit.
# Depuis ce dossier : python3 fabrique.py (openpyxl). Données fictives.
import json
from datetime import date
from openpyxl import Workbook

MOIS = ['Janvier', 'Février', 'Mars', 'Avril', 'Mai', 'Juin', 'Juillet', 'Août', 'Septembre', 'Octobre', 'Novembre', 'Décembre']
TITRE = 'Estimation des délais moyens de réponse à un {} - Vue globale sur l\'année'
CONSIGNE = ['Nombre de jours entre la date de réception du courrier et la date d\'envoi de la réponse à l\'utilisateur', '(si le courrier a été traité le jour de sa réception, saisir 1 ; si le courrier n\'a pas été traité, saisir NR)']
NR = {'NR', 'nr', 'N.R.', 'n. r.', 'Non répondu', 'non traité', '/', '-'}

def grille(f, saisies, ligne=1, colonne=1, canal='courrier', courriers=10, dates=24, titres=None, mois=True, titre=True, sous=None):
    """Pose une grille ; `saisies` : {(rang de date, rang de courrier): valeur}, à partir de 0. Rend la ligne des dates et celles des courriers."""
    if titre:
        f.cell(ligne, colonne, TITRE.format(canal))
        for k, texte in enumerate(CONSIGNE): f.cell(ligne + 1 + k, colonne, texte)
        ligne += 4
    if mois:
        for m, nom in enumerate(MOIS):
            f.cell(ligne, colonne + 1 + 2 * m, nom)
            f.merge_cells(start_row=ligne, start_column=colonne + 1 + 2 * m, end_row=ligne, end_column=colonne + 2 + 2 * m)
        ligne += 1
    entete = ligne
    for d in range(dates): f.cell(entete, colonne + 1 + d, (titres or {}).get(d, f'Date {d + 1}'))
    for c in range(courriers): f.cell(entete + 1 + c, colonne, f'{canal.capitalize()} {c + 1}')
    for (d, c), v in saisies.items(): f.cell(entete + 1 + c, colonne + 1 + d, v)
    for k, (libelle, valeur) in enumerate(sous or []):
        f.cell(entete + courriers + 2 + k, colonne, libelle)
        f.cell(entete + courriers + 2 + k, colonne + 2, valeur)
    return entete

def attendu(feuille, entete, saisies, dates=24, courriers=10, canal='courrier', pic=False, refusees=()):
    lues = {k: v for k, v in saisies.items() if k not in refusees and v is not None}
    nr = [v for v in lues.values() if isinstance(v, str) and v.strip() in NR]
    delais = []
    for v in lues.values():
        if isinstance(v, str) and v.strip() in NR: continue
        delais.append(float(v.split()[0].replace(',', '.')) if isinstance(v, str) else v)
    parDate = [sum(1 for (d, _) in lues if d == k) for k in range(dates)]
    return {'feuille': feuille, 'entete': entete, 'dates': dates, 'lignes': courriers, 'canal': canal, 'pic': pic, 'remplies': len(lues), 'nr': len(nr), 'rapides': sum(v < 15 for v in delais),
            'moyenne': sum(delais) / len(delais) if delais else None, 'manquantes': sum(max(0, 10 - n) for n in parDate)}

def ecris(nom, situation, classeur, grilles, anomalies=()):
    classeur.save(f'{nom}.xlsx')
    with open(f'{nom}.attendu.json', 'w', encoding='utf8') as f:
        json.dump({'situation': situation, 'grilles': grilles, 'anomalies': [list(a) for a in anomalies]}, f, ensure_ascii=False, indent=1)
        f.write('\n')

def neuf(nom):
    c = Workbook()
    c.active.title = nom
    return c, c.active

SEED = {(0, 0): 8, (0, 1): 6, (0, 2): 1, (1, 0): 12, (1, 1): 12, (1, 2): 15}

# 1. L'exemple officiel : 83 %, 100 %, 9.
c, f = neuf('Courriers')
e = grille(f, SEED, sous=[('Taux de réponse en moins de deux semaines sur les 12 derniers mois', '=5/6'), ('Taux de réponse', 1), ('Moyenne des délais (courriers répondus)', 9)])
ecris('g01-officielle', 'L’exemple de la boîte à outils, avec ses résultats dessous', c, [attendu('Courriers', e, SEED)])

# 2. Partiellement remplie, abîmée : ligne 11, colonne 25, dates tapées, NR de toutes les façons, 0, virgule, texte, négatif, trop long.
c, f = neuf('Échantillon 2026')
s = {(0, k): v for k, v in enumerate([3, 'NR', 'nr', 'N.R.', 'Non répondu', '/', '-', 8, 9, 10, 11])}
s.update({(1, k): v for k, v in enumerate([0, 3.5, '8 j', '12 jours', 'voir dossier', -2, 400])})
s.update({(5, k): 7 for k in range(7)})
s.update({(24, 0): 5, (24, 1): 20})
titres = {0: date(2026, 1, 6), 1: '22/01/2026', 2: date(2026, 3, 3), 3: date(2026, 1, 6), 5: date(2026, 3, 28)}
e = grille(f, s, courriers=11, dates=25, titres=titres)
ecris('g02-abimee', 'Partiellement remplie, ligne et colonne en plus, dates tapées, saisies douteuses', c,
      [attendu('Échantillon 2026', e, s, dates=25, courriers=11, refusees={(1, 0), (1, 4), (1, 5)})],
      [('Échantillon 2026!C7', 'erreur', 'saisir 1'), ('Échantillon 2026!C8', 'avertissement', 'jours entiers'), ('Échantillon 2026!C11', 'erreur', 'ni un delai ni NR'), ('Échantillon 2026!C12', 'erreur', 'negatif'),
       ('Échantillon 2026!C13', 'avertissement', 'plus d’un an'), ('Échantillon 2026!D6', 'avertissement', 'colonne de fevrier'), ('Échantillon 2026!E6', 'avertissement', 'deux fois'), ('Échantillon 2026!G6', 'information', 'samedi')])

# 3. La feuille de pic : dix dates tapées, pas de mois, courriels.
c, f = neuf('Pic de juin')
s = {(d, k): 2 + (d * 7 + k * 3) % 25 for d in range(10) for k in range(10)}
e = grille(f, s, canal='courriel', dates=10, mois=False, titre=False, ligne=3, titres={d: date(2026, 6, 15 + d) if d < 5 else date(2026, 6, 17 + d) for d in range(10)})
f['A1'] = 'Délais en période de pic d’activité'
ecris('g03-pic', 'Dix dates de pic tapées par-dessus « Date 1 », courriels, sans mois', c, [attendu('Pic de juin', e, s, dates=10, canal='courriel', pic=True)])

# 4. Dans un classeur en désordre : bloc de titre, décalage, registre à côté, feuille masquée qui porte une vieille grille, notes.
c, f = neuf('Notes')
f['A1'] = 'Penser à relancer le bureau 12'
r = c.create_sheet('Suivi')
for k, ligne in enumerate([['N°', 'Date de réception', 'Canal', 'Date de réponse'], [1, date(2026, 3, 2), 'courrier', date(2026, 3, 9)], [2, date(2026, 3, 3), 'courriel', None]]):
    for j, v in enumerate(ligne): r.cell(k + 1, j + 1, v)
g = c.create_sheet('grille délais')
g['B2'] = 'PRÉFECTURE DES ARPETTES'
g['B3'] = 'Bureau de l’accueil — mise à jour par M. Tournesol le 3'
s = {(d, k): (d + k) % 30 + 1 for d in range(24) for k in range(10) if (d * 10 + k) % 9}
s.update({(d, 4): 'NR' for d in range(0, 24, 3)})
e = grille(g, s, ligne=6, colonne=3, canal='courrier', sous=[('Taux de réponse', '=1'), ('Moyenne', 12)])
v = c.create_sheet('grille 2024')
grille(v, SEED)
v.sheet_state = 'hidden'
ecris('g04-desordre', 'Grille décalée sous un bloc de titre, à côté d’un registre ; une vieille grille masquée n’est pas lue', c, [attendu('grille délais', e, s)])

# 5. Courriers et courriels l'un sous l'autre dans la même feuille.
c, f = neuf('Délais 2026')
s1 = {(d, k): 5 + k for d in range(24) for k in range(10)}
s2 = {(d, k): 'NR' if k == 9 else 2 for d in range(24) for k in range(10)}
e1 = grille(f, s1)
e2 = grille(f, s2, ligne=21, canal='courriel')
ecris('g05-deux-canaux', 'Deux grilles l’une sous l’autre', c, [attendu('Délais 2026', e1, s1), attendu('Délais 2026', e2, s2, canal='courriel')])

# 6. Deux campagnes : la seconde est nettement meilleure, mois différents d'une date à l'autre.
c, f = neuf('Campagne 2025')
jours = lambda annee: {d: date(annee, d // 2 + 1, 5 + 14 * (d % 2)) for d in range(24)}
s1 = {(d, k): 10 if (d + k) % 5 < 3 else 25 for d in range(24) for k in range(10)}
e1 = grille(f, s1, titres=jours(2025))
h = c.create_sheet('Campagne 2026')
s2 = {(d, k): 10 if (d + 3 * k) % 10 < 9 else 25 for d in range(24) for k in range(10)}
e2 = grille(h, s2, titres=jours(2026))
i = c.create_sheet('Campagne 2027')
s3 = {(d, k): 10 if (d + 3 * k) % 10 < 9 or d == 3 else 25 for d in range(24) for k in range(10)}
e3 = grille(i, s3, titres=jours(2027))
ecris('g06-campagnes', 'Trois campagnes : 60 %, 90 %, 90,4 %', c, [attendu('Campagne 2025', e1, s1), attendu('Campagne 2026', e2, s2), attendu('Campagne 2027', e3, s3)],
      [(f'{n}!{col}6', 'information', 'dimanche' if j.weekday() == 6 else 'samedi') for n, a in [('Campagne 2025', 2025), ('Campagne 2026', 2026), ('Campagne 2027', 2027)] for d, j in jours(a).items() if j.weekday() > 4 for col in [chr(66 + d)]])
