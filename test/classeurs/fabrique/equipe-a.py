#!/usr/bin/python3
"""Équipe A : dix classeurs comme des agents en font (mairie, préfecture, CAF…), et leur lecture attendue.

Les lectures attendues sont écrites à la main d'après LISEZMOI.md et domaine.md §8, sans regarder le produit.
La fonction `attendu` ne lit jamais le classeur : elle vérifie seulement l'arithmétique (états, comptes, jours de semaine)
de la liste écrite à la main. Toutes les données sont fictives.

Usage : /usr/bin/python3 equipe-a.py [a01 a02 …]   (sans argument : tout)
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta

import openpyxl
import xlsxwriter
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill

DOSSIER = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
AU = date(2026, 11, 22)


# --------------------------------------------------------------------------------------------------------------- outils
def E(adresse, motif=None):
    return _an(adresse, 'erreur', motif)


def A(adresse, motif=None):
    return _an(adresse, 'avertissement', motif)


def I(adresse, motif=None):
    return _an(adresse, 'information', motif)


def _an(adresse, gravite, motif):
    a = {'adresse': adresse, 'gravite': gravite}
    if motif:
        a['motif'] = motif
    return a


def j(texte):
    """'2026-01-05' -> date (liste attendue)."""
    return date.fromisoformat(texte) if texte else None


def d(jma, heure=None):
    """'05/01/2026' -> vraie date à mettre dans le classeur."""
    jour, mois, an = (int(x) for x in jma.split('/'))
    if heure:
        h, m = (int(x) for x in heure.split(':'))
        return datetime(an, mois, jour, h, m)
    return datetime(an, mois, jour)


def L(ligne, reception, accuse, reponse, canal, etat, limite=None, cite=True):
    """Une ligne attendue. limite : délai annoncé en jours, ou échéance 'aaaa-mm-jj'. cite=False : comptée, pas citée."""
    return dict(ligne=ligne, reception=reception, accuse=accuse, reponse=reponse, canal=canal, etat=etat, limite=limite, cite=cite)


def attendu(nom, situation, ecrit_avec, feuilles, lignes, indicateurs, anomalies):
    """Vérifie l'arithmétique de la liste écrite à la main, puis l'enregistre."""
    soucis = []
    adresses = {a['adresse'] for a in anomalies if a['gravite'] == 'avertissement'}
    for f in feuilles:
        n = sum(1 for x in lignes if x['ligne'].rsplit('!', 1)[0] == f['feuille'])
        if n != f['lignes']:
            soucis.append(f"{f['feuille']} : {f['lignes']} lignes dites, {n} écrites")
        for x in lignes:
            feuille, numero = x['ligne'].rsplit('!', 1)
            if feuille == f['feuille'] and x['canal'] == 'courrier' and x['reception'] and x['etat'] not in ('a-corriger', 'hors-champ'):
                cellule = f"{feuille}!{f['colonnes']['reception']}{numero}"
                if (j(x['reception']).weekday() >= 5) != (cellule in adresses):
                    soucis.append(f'{cellule} : jour de semaine {j(x["reception"]).weekday()}')
    comptees = [x for x in lignes if x['etat'] not in ('a-corriger', 'hors-champ', 'hors-perimetre')]
    for x in comptees:
        rec, rep = j(x['reception']), j(x['reponse'])
        limite = x['limite'] if x['limite'] is not None else 14
        echeance = j(limite) if isinstance(limite, str) else rec + timedelta(days=limite)
        fin = rep or AU
        etat = ('repondu-dans-delai' if fin <= echeance else 'repondu-hors-delai') if rep else ('en-cours' if fin <= echeance else 'en-retard')
        if etat != x['etat']:
            soucis.append(f"{x['ligne']} : {x['etat']} dit, {etat} calculé ({(fin - rec).days} j)")
    for canal, ident, num, den in indicateurs:
        k = int(ident.rsplit('-', 1)[1])
        cohorte = [x for x in comptees if (AU - j(x['reception'])).days >= k and canal in ('tous', x['canal'])]
        ok = [x for x in cohorte if x['reponse'] and (j(x['reponse']) - j(x['reception'])).days < k]
        if (len(ok), len(cohorte)) != (num, den):
            soucis.append(f'{canal} {ident} : {num}/{den} dit, {len(ok)}/{len(cohorte)} calculé')
    if soucis:
        raise SystemExit(f'{nom} :\n  ' + '\n  '.join(soucis))
    objet = {
        'situation': situation,
        'ecritAvec': ecrit_avec,
        'au': AU.isoformat(),
        'feuilles': feuilles,
        'demandes': [{k: x[k] for k in ('ligne', 'reception', 'accuse', 'reponse', 'canal', 'etat')} for x in lignes if x['cite']],
        'indicateurs': [{'canal': c, 'id': i, 'numerateur': n, 'denominateur': m} for c, i, n, m in indicateurs],
        'anomalies': anomalies,
    }
    def uneParLigne(liste):
        return '[\n' + ',\n'.join('    ' + json.dumps(o, ensure_ascii=False) for o in liste) + '\n  ]'
    corps = ',\n'.join(
        f'  {json.dumps(k)}: ' + (uneParLigne(v) if isinstance(v, list) and v else json.dumps(v, ensure_ascii=False)) for k, v in objet.items())
    with open(os.path.join(DOSSIER, nom + '.attendu.json'), 'w', encoding='utf-8') as f:
        f.write('{\n' + corps + '\n}\n')
    print(nom, ':', len(lignes), 'lignes,', len(anomalies), 'anomalies')


def chemin(nom):
    return os.path.join(DOSSIER, nom + '.xlsx')


def par_libreoffice(nom, ecrire):
    """Écrit le classeur à part, puis le fait réécrire par LibreOffice dans le dossier des cas."""
    depart = tempfile.mkdtemp(prefix='equipe-a-')
    try:
        ecrire(os.path.join(depart, nom + '.xlsx'))
        subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{tempfile.mkdtemp()}', '--convert-to', 'xlsx:Calc MS Excel 2007 XML',
                        '--outdir', DOSSIER, os.path.join(depart, nom + '.xlsx')], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    finally:
        shutil.rmtree(depart, ignore_errors=True)


JMA = 'dd/mm/yyyy'
JAUNE = PatternFill('solid', fgColor='FFFF99')
VERT = PatternFill('solid', fgColor='CCFFCC')
GRIS = PatternFill('solid', fgColor='D9D9D9')
ROUGE = PatternFill('solid', fgColor='FFCCCC')


def poser(ws, ligne, valeurs, colonne=1, fmt=JMA):
    """openpyxl : une ligne de valeurs ; les vraies dates prennent un format de date."""
    for i, v in enumerate(valeurs):
        if v is None:
            continue
        c = ws.cell(ligne, colonne + i, v)
        if isinstance(v, datetime):
            c.number_format = fmt + ' hh:mm' if (v.hour or v.minute) else fmt


# ------------------------------------------------------------------------------------------------------------------ a01
def a01():
    nom = 'a01-mairie-etat-civil'
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = 'Contacts utiles'
    poser(ws, 1, ['Nom', 'Adresse', 'Téléphone', 'Mail'])
    poser(ws, 2, ['Tribunal d’Exemple', '1 rue Inventée', '00 00 00 00 91', 'greffe@exemple.test'])
    poser(ws, 3, ['Archives', '2 rue Inventée', '00 00 00 00 92', 'archives@exemple.test'])

    ws = wb.create_sheet('Courrier 2026')
    ws['A1'] = 'Commune de Val-Exemple — Service de l’état civil'
    ws['A1'].font = Font(bold=True, size=16, color='1F3864')
    ws.merge_cells('A1:H1')
    ws['A2'] = 'Registre du courrier du 01/01/2026 au 31/03/2026 (à jour au 20/11/2026)'
    ws.merge_cells('A2:H2')
    ws['A4'] = 'jaune = à relancer / vert = soldé / rouge = ???'
    ws['A4'].fill = JAUNE
    for plage, texte in (('A5:A6', 'N° d’ordre'), ('B5:C5', 'Usager'), ('D5:F5', 'Dates'), ('G5:G6', 'Objet'), ('H5:H6', 'Observations')):
        ws[plage.split(':')[0]] = texte
        ws.merge_cells(plage)
    for cellule, texte in (('B6', 'Nom'), ('C6', 'Téléphone'), ('D6', 'Reçu le '), ('E6', 'AR'), ('F6', 'Réponse')):
        ws[cellule] = texte
    for ligne in (5, 6):
        for c in ws[ligne]:
            c.font = Font(bold=True)
            c.alignment = Alignment(horizontal='center', vertical='center')
            c.fill = GRIS
    for ligne, mois in ((7, 'JANVIER'), (13, 'FÉVRIER'), (20, 'MARS')):
        ws.cell(ligne, 1, mois).font = Font(bold=True, italic=True)
        ws.merge_cells(start_row=ligne, start_column=1, end_row=ligne, end_column=8)
    poser(ws, 8, ['26-001', 'U-01', '00 00 00 00 01', d('05/01/2026'), None, d('09/01/2026'), 'Acte de naissance', 'remis en main propre'])
    poser(ws, 9, ['26-002', 'U-02', None, '7.1.26', d('09/01/2026'), '21 janv. 2026', 'Mariage'])
    poser(ws, 10, ['26-003', 'U-03', '00 00 00 00 03', d('12/01/2026'), None, 'NR', 'Livret de famille', 'rappeler après 14h'])
    poser(ws, 11, ['26-004', 'U-02', None, d('13/01/2026'), None, d('28/01/2026'), 'Mariage', 'encore eux !'])
    poser(ws, 12, ['Sous-total janvier', None, None, 4])
    poser(ws, 14, ['26-005', 'U-04', None, d('02/02/2026'), d('03/02/2026'), d('02/02/2026'), 'Décès'])
    poser(ws, 15, ['26-006', 'U-05', None, 'samedi 7 février 2026', None, d('12/02/2026'), 'Reconnaissance', 'boîte de la mairie annexe'])
    poser(ws, 17, ['26-007', 'U-06', None, d('16/02/2026'), None, 'Transmis à la CAF', 'Attestation'])
    poser(ws, 18, ['26-003 ', 'U-03', None, d('18/02/2026'), 'x', d('02/03/2026'), 'Livret de famille', 'numéro repris, 2e courrier'])
    poser(ws, 19, ['Sous-total février', None, None, 4])
    poser(ws, 21, ['26-008', 'U-07', None, d('03/03/2026'), None, d('24/02/2026'), 'Mariage'])
    poser(ws, 22, ['26-009', 'U-08', None, '31/02/2026', None, d('06/03/2026'), 'Acte de naissance'])
    poser(ws, 23, ['26-010', 'U-09', '00 00 00 00 09', d('09/03/2026'), d('16/03/2026'), 'n.r.', 'Changement de prénom', 'attente procureur'])
    poser(ws, 24, ['26-011', 'U-10', None, '16 mars 2026', None, d('30/03/2026'), 'PACS'])
    poser(ws, 25, ['TOTAL', None, None, 12])
    ws['G27'] = 'penser à redemander les clés du local archives'
    ws['G27'].font = Font(italic=True, color='FF0000')
    for cellule, fond in (('A10', JAUNE), ('A23', JAUNE), ('A8', VERT), ('F21', ROUGE)):
        ws[cellule].fill = fond
    ws['F10'].comment = Comment('vu avec la collègue, on attend le tribunal', 'agent-test')
    ws.column_dimensions['C'].hidden = True
    ws.freeze_panes = 'B7'

    ws = wb.create_sheet('Congés')
    poser(ws, 1, ['Agent', 'Du', 'Au'])
    poser(ws, 2, ['Agent 1', d('09/02/2026'), d('13/02/2026')])
    poser(ws, 3, ['Agent 2', d('16/02/2026'), d('20/02/2026')])
    wb.active = 1
    wb.save(chemin(nom))

    f = 'Courrier 2026!'
    attendu(
        nom,
        '8.1, 8.2, 8.3, 8.8, 8.11, 8.19 Mairie, état civil : titre, en-tête sur deux lignes fusionnées, séparateurs de mois, sous-totaux, '
        'colonne masquée, note à soi-même, feuilles de contacts et de congés',
        'openpyxl',
        [{'feuille': 'Courrier 2026', 'entete': 6, 'lignes': 12, 'colonnes': {
            'identifiant': 'A', 'expediteur': 'B', 'reception': 'D', 'accuse': 'E', 'reponse': 'F', 'objet': 'G', 'canal': None, 'delai': None}}],
        [
            L(f + '8', '2026-01-05', None, '2026-01-09', 'courrier', 'repondu-dans-delai'),  # 4 j
            L(f + '9', '2026-01-07', '2026-01-09', '2026-01-21', 'courrier', 'repondu-dans-delai'),  # 14 j
            L(f + '10', '2026-01-12', None, None, 'courrier', 'en-retard'),
            L(f + '11', '2026-01-13', None, '2026-01-28', 'courrier', 'repondu-hors-delai'),  # 15 j, réitère le 9
            L(f + '14', '2026-02-02', '2026-02-03', '2026-02-02', 'courrier', 'repondu-dans-delai'),  # 0 j, AR après
            L(f + '15', '2026-02-07', None, '2026-02-12', 'courrier', 'repondu-dans-delai'),  # 5 j, un samedi
            L(f + '17', '2026-02-16', None, None, 'courrier', 'hors-perimetre'),
            L(f + '18', '2026-02-18', None, '2026-03-02', 'courrier', 'repondu-dans-delai'),  # 12 j, numéro déjà vu
            L(f + '21', '2026-03-03', None, '2026-02-24', 'courrier', 'a-corriger'),
            L(f + '22', None, None, '2026-03-06', 'courrier', 'a-corriger'),
            L(f + '23', '2026-03-09', '2026-03-16', None, 'courrier', 'en-retard'),
            L(f + '24', '2026-03-16', None, '2026-03-30', 'courrier', 'repondu-dans-delai'),  # 14 j
        ],
        [('tous', 'moins-de-8', 3, 9), ('tous', 'moins-de-14', 4, 9), ('tous', 'moins-de-15', 6, 9), ('tous', 'moins-de-30', 7, 9),
         ('courrier', 'moins-de-15', 6, 9)],
        [A(f + 'B11'), A(f + 'E14'), A(f + 'D15'), A(f + 'A18'), E(f + 'F21', 'avant'), E(f + 'D22'), I(f + 'F17'), I(f + 'E18')],
    )


# ------------------------------------------------------------------------------------------------------------------ a02
def a02():
    nom = 'a02-prefecture-export-anglais'
    wb = xlsxwriter.Workbook(chemin(nom))
    gras = wb.add_format({'bold': True, 'bg_color': '#DDEBF7', 'border': 1})
    ws = wb.add_worksheet('Notes perso')
    for i, t in enumerate(['Ne pas oublier :', 'l’export part de l’outil de tickets, profil « anglais » (on ne sait pas le changer)', 'les dates sont à l’américaine !!!',
                           'réunion le 24/11 avec le bureau des titres']):
        ws.write(i, 0, t)
    ws = wb.add_worksheet('export')
    ws.write('A1', 'Ticketing export - generated 11/20/2026 07:02 AM - user: agent-test')
    tete = ['Ticket', 'Subject', 'Sender', 'E-mail', 'Channel', 'Created at', 'Closed date', 'Assigned to', 'Priority']
    ws.write_row('A2', tete, gras)
    lignes = {
        3: ['PREF-1001', 'Titre de séjour : pièces', 'U-21', 'u21@exemple.test', 'email', '01/19/2026 08:15 AM', '01/23/2026 04:40 PM', 'agent-a', 'Low'],
        4: ['PREF-1002', 'Permis de conduire', 'U-22', 'u22@exemple.test', 'Formulaire', '02/03/2026 10:02 AM', '02/17/2026 09:00 AM', 'agent-b', 'Low'],
        5: ['PREF-1003', 'Naturalisation', 'U-23', '', 'postal', '02/16/2026 02:30 PM', '03/04/2026 10:10 AM', 'agent-b', 'High'],
        6: ['PREF-1004', 'Carte grise', 'U-24', '', 'phone', '03/05/2026 11:45 AM', '03/05/2026 11:59 AM', 'agent-a', 'Low'],
        7: tete,
        8: ['PREF-1005', 'Titre de séjour : rendez-vous', 'U-25', 'u25@exemple.test', 'E-mail', '03/27/2026 12:10 PM', '', 'agent-c', 'High'],
        9: ['PREF-1006', 'Association', 'U-26', 'u26@exemple.test', 'email', '04/09/2026 12:05 AM', '04/16/2026 11:58 PM', 'agent-c', 'Low'],
        10: ['pref-1002', 'Permis de conduire', 'U-22', 'u22@exemple.test', 'email', '02/03/2026 10:02 AM', '02/17/2026 09:00 AM', 'agent-b', 'Low'],
        11: ['PREF-1008', 'Naturalisation', 'U-27', '', 'postal', '05/16/2026 09:00 AM', '05/28/2026 09:30 AM', 'agent-b', 'Low'],
        12: ['PREF-1009', 'Armes', 'U-28', 'u28@exemple.test', 'email', '06/12/2026 03:03 PM', '-', 'agent-a', 'Low'],
        13: ['PREF-1010', 'Titre de séjour : pièces', 'U-29', 'u29@exemple.test', 'email', '10/12/2026 08:00 AM', '10/30/2026 05:00 PM', 'agent-a', 'High'],
        14: ['PREF-1011', 'Permis de conduire', 'U-22', 'u22@exemple.test', 'email', '11/10/2026 09:09 AM', '', 'agent-b', 'Low'],
        15: ['PREF-1012', 'Passeport', 'U-30', 'u30@exemple.test', 'Internet', '11/17/2026 07:30 AM', '11/19/2026 01:00 PM', 'agent-c', 'Low'],
        16: ['PREF-1013', 'Passeport', 'U-30', 'u30@exemple.test', 'email', '11/20/2026 06:55 AM', '', 'agent-c', 'High'],
    }
    for ligne, valeurs in lignes.items():
        ws.write_row(ligne - 1, 0, valeurs, gras if valeurs is tete else None)
    ws.write('B18', '13 tickets exported')
    ws.freeze_panes(2, 1)
    ws.autofilter('A2:I16')
    ws = wb.add_worksheet('Stats main')
    ws.write_row('A1', ['Month', 'Received', 'Closed', 'Rate'], gras)
    for i, (mois, recu, clos) in enumerate([('January', 12, 11), ('February', 15, 9), ('March', 9, 9)]):
        ws.write_row(i + 1, 0, [mois, recu, clos])
        ws.write_formula(i + 1, 3, f'=C{i + 2}/B{i + 2}', wb.add_format({'num_format': '0.0%'}), clos / recu)
    ws.write('A5', 'Total')
    ws.write_formula('B5', '=SUM(B2:B4)', None, 36)
    ws.write_formula('C5', '=SUM(C2:C4)', None, 29)
    wb.close()

    f = 'export!'
    attendu(
        nom,
        '8.3, 8.5, 8.8, 8.11, 8.12, 8.15, 8.19 Préfecture : export anglais d’un outil de tickets (mois/jour, AM/PM), en-tête répété, '
        'doublon en minuscules, réitération, feuille de statistiques « Received / Closed » faite de nombres',
        'xlsxwriter',
        [{'feuille': 'export', 'entete': 2, 'lignes': 13, 'colonnes': {
            'identifiant': 'A', 'objet': 'B', 'expediteur': 'C', 'coordonnees': 'D', 'canal': 'E', 'reception': 'F', 'reponse': 'G', 'accuse': None, 'delai': None}}],
        [
            L(f + '3', '2026-01-19', None, '2026-01-23', 'courriel', 'repondu-dans-delai'),  # 4 j
            L(f + '4', '2026-02-03', None, '2026-02-17', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(f + '5', '2026-02-16', None, '2026-03-04', 'courrier', 'repondu-hors-delai'),  # 16 j
            L(f + '6', '2026-03-05', None, '2026-03-05', 'autre', 'repondu-dans-delai'),  # 0 j
            L(f + '8', '2026-03-27', None, None, 'courriel', 'en-retard'),
            L(f + '9', '2026-04-09', None, '2026-04-16', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(f + '10', '2026-02-03', None, '2026-02-17', 'courriel', 'repondu-dans-delai'),  # 14 j, ticket déjà vu
            L(f + '11', '2026-05-16', None, '2026-05-28', 'courrier', 'repondu-dans-delai'),  # 12 j, un samedi
            L(f + '12', '2026-06-12', None, None, 'courriel', 'en-retard'),
            L(f + '13', '2026-10-12', None, '2026-10-30', 'courriel', 'repondu-hors-delai'),  # 18 j
            L(f + '14', '2026-11-10', None, None, 'courriel', 'en-cours'),  # 12 j d'âge
            L(f + '15', '2026-11-17', None, '2026-11-19', 'courriel', 'repondu-dans-delai'),  # 2 j
            L(f + '16', '2026-11-20', None, None, 'courriel', 'en-cours'),
        ],
        [('tous', 'moins-de-8', 3, 11), ('tous', 'moins-de-14', 4, 10), ('tous', 'moins-de-15', 6, 10), ('tous', 'moins-de-30', 8, 10),
         ('courriel', 'moins-de-15', 4, 7), ('courrier', 'moins-de-15', 1, 2)],
        [I(f + 'F2', 'mois/jour'), I(f + 'G2', 'mois/jour'), I(f + 'E6'), A(f + 'A10'), A(f + 'F11'), A(f + 'C16')],
    )


# ------------------------------------------------------------------------------------------------------------------ a03
def a03():
    nom = 'a03-caf-tableaux-par-canal'
    wb = xlsxwriter.Workbook(chemin(nom))
    jma = wb.add_format({'num_format': 'dd/mm/yyyy'})
    jmah = wb.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
    gras = wb.add_format({'bold': True, 'bottom': 1})
    titre = wb.add_format({'bold': True, 'font_size': 14, 'font_color': '#7030A0'})
    orange = wb.add_format({'bg_color': '#FFC000'})

    def ligne(ws, n, valeurs):
        for i, v in enumerate(valeurs):
            if v is None:
                continue
            if isinstance(v, datetime):
                ws.write_datetime(n - 1, i, v, jmah if v.hour else jma)
            else:
                ws.write(n - 1, i, v)

    ws = wb.add_worksheet('Planning équipe')
    ligne(ws, 1, ['Semaine', 'Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi'])
    ligne(ws, 2, ['S46', 'Ag. A', 'Ag. B', 'Ag. A', 'Ag. C', 'Ag. C'])
    ligne(ws, 3, ['S47', 'Ag. B', 'Ag. B', 'télétravail', 'Ag. A', 'Ag. C'])

    ws = wb.add_worksheet('Courriels')
    ws.write('A1', 'CAF d’Exemple – boîte mail partagée', titre)
    donnees = [
        ['M-101', d('01/09/2026', '08:42'), 'U-41', 'APL', d('02/09/2026'), 21, d('22/09/2026'), 'Ag. A'],
        ['M-102', d('03/09/2026'), 'U-42', 'RSA', None, '8 j', d('14/09/2026'), 'Ag. A'],
        ['M-103', d('04/09/2026'), 'U-43', 'Prime d’activité', d('04/09/2026'), 'dès que possible', d('15/09/2026'), 'Ag. A'],
        ['M-104', d('07/09/2026', '17:05'), 'U-44', 'APL', None, None, 'Classé sans suite', 'Ag. B'],
        ['M-105', d('12/10/2026'), 'U-45', 'AEEH', d('13/10/2026'), '45 jours', None, 'Ag. A'],
        ['M-106', d('15/10/2026'), 'U-41', 'Changement d’adresse', None, 30, 'non répondu', 'Ag. B'],
        ['M-107', d('02/11/2026'), 'U-46', 'RSA', d('02/11/2026'), None, d('09/11/2026'), 'Ag. C'],
        ['M-108', d('05/11/2026'), 'U-46', 'RSA', None, None, None, 'Ag. C'],
        ['M-109', d('14/11/2026', '23:15'), 'U-47', 'APL', 'oui', None, None, 'Ag. A'],
        ['M-110', d('23/11/2026'), 'U-48', 'Aide au logement étudiant', None, None, None, 'Ag. A'],
    ]
    for i, v in enumerate(donnees):
        ligne(ws, 4 + i, v)
    tetes = ['Réf.', 'Reçu le', 'Demandeur', 'Sujet', 'AR envoyé le', 'Délai annoncé', 'Répondu le', 'Qui ?']
    ws.add_table('A3:H14', {'name': 'T_Courriels', 'style': 'Table Style Medium 2', 'total_row': True, 'columns': [
        {'header': t, **({'total_string': 'Total'} if i == 0 else {'total_function': 'count', 'total_value': 4} if i == 6 else {})} for i, t in enumerate(tetes)]})
    for i, v in enumerate(donnees):  # add_table n'écrit pas les données : on garde les nôtres
        ligne(ws, 4 + i, v)
    ws.set_row(6, None, None, {'hidden': True})
    ws.set_row(8, None, None, {'hidden': True})
    ws.write_comment('F6', 'formule bateau, à bannir !')
    ws.freeze_panes(3, 0)

    def courriers(ws):
        ws.write('A1', 'à jour semaine 46', orange)
        for i, t in enumerate(['Reçu le ', 'Nom de l’usager', 'Motif', 'Numéro', 'Échéance annoncée', 'Date réponse', 'Accusé de réception', 'comm.']):
            ws.write(1, i, t, gras)
        ligne(ws, 3, [d('01/09/2026'), 'U-51', 'RSA', 'C-201', d('15/09/2026'), d('15/09/2026')])
        ligne(ws, 4, [d('03/09/2026'), 'U-52', 'APL', 'C-202', d('10/09/2026'), d('14/09/2026'), None, 'désolée, arrêt maladie'])
        ligne(ws, 5, ['05/09/2026', 'U-53', 'Logement', 'C-203', None, d('21/09/2026')])
        ligne(ws, 6, [d('14/09/2026'), 'U-54', 'RSA', 'C-204', d('30/11/2026'), 'NR'])
        ligne(ws, 7, [d('21/09/2026'), 'U-55', 'AAH', 'c-202 ', None, '09/10/2026'])
        ligne(ws, 8, [d('12/10/2026'), 'U-56', 'APL', 'C-206', '2026-10-30', 'sans objet'])
        ligne(ws, 9, [d('26/10/2026'), 'U-57', 'Trop-perçu', 'C-207', None, d('06/11/2026'), d('28/10/2026')])
        ligne(ws, 10, [d('09/11/2026'), 'U-58', 'Trop-perçu', 'C-208', None, None, d('10/11/2026')])
        ws.autofilter('A2:H10')

    courriers(wb.add_worksheet('Courriers'))
    courriers(wb.add_worksheet('Courriers (2)'))
    wb.close()

    m, c = 'Courriels!', 'Courriers!'
    attendu(
        nom,
        '8.6, 8.8, 8.9, 8.13, 8.18 CAF : un tableau Excel filtré pour les courriels, une plage filtrable aux colonnes en autre ordre pour les courriers et sa copie '
        'exacte, délais et échéances annoncés, « classé sans suite », planning à côté',
        'xlsxwriter',
        [
            {'feuille': 'Courriels', 'entete': 3, 'lignes': 10, 'colonnes': {
                'identifiant': 'A', 'reception': 'B', 'expediteur': 'C', 'objet': 'D', 'accuse': 'E', 'delai': 'F', 'reponse': 'G', 'canal': None}},
            {'feuille': 'Courriers', 'entete': 2, 'lignes': 8, 'colonnes': {
                'reception': 'A', 'expediteur': 'B', 'theme': 'C', 'identifiant': 'D', 'delai': 'E', 'reponse': 'F', 'accuse': 'G', 'canal': None}},
        ],
        [
            L(m + '4', '2026-09-01', '2026-09-02', '2026-09-22', 'courriel', 'repondu-dans-delai', 21),  # 21 j pour 21 annoncés
            L(m + '5', '2026-09-03', None, '2026-09-14', 'courriel', 'repondu-hors-delai', 8),  # 11 j pour 8
            L(m + '6', '2026-09-04', '2026-09-04', '2026-09-15', 'courriel', 'repondu-dans-delai'),  # 11 j, 14 pris
            L(m + '7', '2026-09-07', None, None, 'courriel', 'hors-perimetre'),
            L(m + '8', '2026-10-12', '2026-10-13', None, 'courriel', 'en-cours', 45),  # 41 j pour 45
            L(m + '9', '2026-10-15', None, None, 'courriel', 'en-retard', 30),  # 38 j pour 30
            L(m + '10', '2026-11-02', '2026-11-02', '2026-11-09', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(m + '11', '2026-11-05', None, None, 'courriel', 'en-retard'),  # 17 j, réitère le 10
            L(m + '12', '2026-11-14', None, None, 'courriel', 'en-cours'),  # 8 j
            L(m + '13', '2026-11-23', None, None, 'courriel', 'hors-champ'),
            L(c + '3', '2026-09-01', None, '2026-09-15', 'courrier', 'repondu-dans-delai', '2026-09-15'),  # 14 j
            L(c + '4', '2026-09-03', None, '2026-09-14', 'courrier', 'repondu-hors-delai', '2026-09-10'),  # 11 j, échéance passée
            L(c + '5', '2026-09-05', None, '2026-09-21', 'courrier', 'repondu-hors-delai'),  # 16 j, un samedi
            L(c + '6', '2026-09-14', None, None, 'courrier', 'en-cours', '2026-11-30'),
            L(c + '7', '2026-09-21', None, '2026-10-09', 'courrier', 'repondu-hors-delai'),  # 18 j, numéro déjà vu
            L(c + '8', '2026-10-12', None, None, 'courrier', 'hors-perimetre', '2026-10-30'),
            L(c + '9', '2026-10-26', '2026-10-28', '2026-11-06', 'courrier', 'repondu-dans-delai'),  # 11 j
            L(c + '10', '2026-11-09', '2026-11-10', None, 'courrier', 'en-cours'),  # 13 j
        ],
        [('courriel', 'moins-de-8', 1, 8), ('courriel', 'moins-de-15', 3, 7), ('courriel', 'moins-de-30', 3, 5),
         ('courrier', 'moins-de-8', 0, 7), ('courrier', 'moins-de-14', 2, 6), ('courrier', 'moins-de-15', 3, 6), ('courrier', 'moins-de-30', 4, 5),
         ('tous', 'moins-de-15', 6, 13)],
        [A(m + 'F6'), A(m + 'C11'), A(c + 'A5'), A(c + 'D7'), A('Courriers (2)!A2'),
         I(m + 'B3', '2 lignes masquées'), I(m + 'G7'), I(m + 'E12'), I(m + 'B13'), I(c + 'F8')],
    )


# ------------------------------------------------------------------------------------------------------------------ a04
def a04():
    nom = 'a04-mediatheque-feuilles-par-mois'

    def ecrire(fichier):
        wb = openpyxl.Workbook()
        ws = wb.active
        ws.title = 'Janv'
        poser(ws, 1, ['N°', 'Usager', 'Canal', 'Sujet', 'Date d’arrivée', 'Répondu le', 'Qui répond'])
        poser(ws, 2, ['J-1', 'U-61', 'mail', 'Réservation', '5 janvier 2026', 'jeudi 8 janvier 2026', 'Flo'])
        poser(ws, 3, ['J-2', 'U-62', 'Courriel', 'Carte perdue', '06/01', d('20/01/2026'), 'Flo'])
        poser(ws, 4, ['J-3', 'U-63', 'lettre', 'Don de livres', 'mercredi 14 janvier', d('16/02/2026'), 'Sam'])
        poser(ws, 5, ['J-4', 'U-64', 'Mél', 'Pénalité', d('15/01/2026'), '?'])
        poser(ws, 6, ['J-5', 'U-65', 'au comptoir', 'Suggestion d’achat', d('19/01/2026'), d('19/01/2026'), 'Sam'])
        ws['D8'] = '-> relancer le fournisseur de codes-barres !!'
        ws['D8'].font = Font(color='FF0000', bold=True)
        poser(ws, 9, ['J-6', 'U-66', 'e-mail', 'Pénalité', '27 janv. 2026', '03 févr. 2026', 'Flo'])

        ws = wb.create_sheet('Févr.')
        ws['A1'] = 'FÉVRIER - Flo en congé du 9 au 13'
        ws.merge_cells('A1:G1')
        poser(ws, 3, ['Reçu le', 'Support', 'Répondu le', 'Usager', 'N°', 'Sujet', 'Remarques'])
        poser(ws, 4, [d('02/02/2026'), 'courrier', d('10/02/2026'), 'U-67', 'F-1', 'Don de livres'])
        poser(ws, 5, ['1er février 2026', 'mail', '6 février 2026', 'U-68', 'F-2', 'Wifi', 'un dimanche !'])
        poser(ws, 6, ['MERCREDI 4 FÉVRIER 2026', 'Mail', 'N.R.', 'U-69', 'F-3', 'Pénalité'])
        poser(ws, 7, [d('12/02/2026'), 'Lettre', 'transmis à la mairie', 'U-70', 'F-4', 'Bruit'])
        poser(ws, 8, [d('17/02/2026'), 'mail', d('16/02/2026'), 'U-71', 'F-5', 'Carte perdue', '??'])
        poser(ws, 9, [d('24/02/2026'), 'courriel', '10/03', 'U-69', 'F-6', 'Pénalité'])
        poser(ws, 10, [d('26/02/2026'), 'courriel', d('03/03/2026'), 'U-69', 'F-7', 'pénalité', 'insiste'])
        for c in ws[7]:
            c.fill = GRIS

        ws = wb.create_sheet('mars')
        ws['A1'] = 'mars (printemps des poètes)'
        poser(ws, 2, ['N°', 'Date de reception', 'Usager', 'Objet', 'Canal', 'AR', 'Réponse'])
        poser(ws, 3, ['M-1', d('02/03/2026'), 'U-72', 'Inscription', 'Mail', None, d('02/03/2026')])
        poser(ws, 4, ['M-2', '03/03/26', 'U-73', 'Inscription', 'formulaire', '4/3/26', d('18/03/2026')])
        poser(ws, 5, ['M-3', '9 mars', 'U-74', 'Wifi', 'mail'])
        poser(ws, 6, ['M-4', 'mi-mars', 'U-75', 'Animation', 'mail', None, d('20/03/2026')])
        poser(ws, 7, ['M-5', d('16/03/2026'), 'U-76', 'Prêt entre bibliothèques', 'téléphone', None, d('17/03/2026')])
        poser(ws, 8, ['M-6', d('23/03/2026'), 'U-77', 'Prêt entre bibliothèques', 'courrier', d('24/03/2026'), 'AR seul'])
        poser(ws, 9, ['Total', 6])
        ws.freeze_panes = 'A3'

        ws = wb.create_sheet('Adhérents')
        poser(ws, 1, ['Nom', 'Carte', 'Date d’inscription', 'Mail'])
        poser(ws, 2, ['U-61', '0001', d('03/09/2025'), 'u61@exemple.test'])
        poser(ws, 3, ['U-62', '0002', d('10/09/2025'), 'u62@exemple.test'])
        ws = wb.create_sheet('Bilan à la main')
        poser(ws, 1, ['Mois', 'Nb reçus', 'Nb répondus', '%'])
        poser(ws, 2, ['janv', 6, 5, '83 %'])
        poser(ws, 3, ['févr', 7, 4, '57 %'])
        poser(ws, 4, ['mars', 6, 4, '66,7 %'])
        wb.save(fichier)

    par_libreoffice(nom, ecrire)
    j1, f2, m3 = 'Janv!', 'Févr.!', 'mars!'
    attendu(
        nom,
        '8.3, 8.6, 8.11, 8.12, 8.13, 8.15, 8.21 Médiathèque : une feuille par mois, colonnes baladeuses, dates en toutes lettres ou sans année, '
        'note au milieu, adhérents et bilan à la main',
        'LibreOffice',
        [
            {'feuille': 'Janv', 'entete': 1, 'lignes': 6, 'colonnes': {
                'identifiant': 'A', 'expediteur': 'B', 'canal': 'C', 'objet': 'D', 'reception': 'E', 'reponse': 'F', 'accuse': None}},
            {'feuille': 'Févr.', 'entete': 3, 'lignes': 7, 'colonnes': {
                'reception': 'A', 'canal': 'B', 'reponse': 'C', 'expediteur': 'D', 'identifiant': 'E', 'objet': 'F', 'accuse': None}},
            {'feuille': 'mars', 'entete': 2, 'lignes': 6, 'colonnes': {
                'identifiant': 'A', 'reception': 'B', 'expediteur': 'C', 'objet': 'D', 'canal': 'E', 'accuse': 'F', 'reponse': 'G'}},
        ],
        [
            L(j1 + '2', '2026-01-05', None, '2026-01-08', 'courriel', 'repondu-dans-delai'),  # 3 j
            L(j1 + '3', '2026-01-06', None, '2026-01-20', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(j1 + '4', '2026-01-14', None, '2026-02-16', 'courrier', 'repondu-hors-delai'),  # 33 j
            L(j1 + '5', '2026-01-15', None, None, 'courriel', 'en-retard'),
            L(j1 + '6', '2026-01-19', None, '2026-01-19', 'autre', 'repondu-dans-delai'),  # 0 j
            L(j1 + '9', '2026-01-27', None, '2026-02-03', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(f2 + '4', '2026-02-02', None, '2026-02-10', 'courrier', 'repondu-dans-delai'),  # 8 j
            L(f2 + '5', '2026-02-01', None, '2026-02-06', 'courriel', 'repondu-dans-delai'),  # 5 j
            L(f2 + '6', '2026-02-04', None, None, 'courriel', 'en-retard'),
            L(f2 + '7', '2026-02-12', None, None, 'courrier', 'hors-perimetre'),
            L(f2 + '8', '2026-02-17', None, '2026-02-16', 'courriel', 'a-corriger'),
            L(f2 + '9', '2026-02-24', None, '2026-03-10', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(f2 + '10', '2026-02-26', None, '2026-03-03', 'courriel', 'repondu-dans-delai'),  # 5 j, réitère le 9
            L(m3 + '3', '2026-03-02', None, '2026-03-02', 'courriel', 'repondu-dans-delai'),  # 0 j
            L(m3 + '4', '2026-03-03', '2026-03-04', '2026-03-18', 'courriel', 'repondu-hors-delai'),  # 15 j
            L(m3 + '5', '2026-03-09', None, None, 'courriel', 'en-retard'),
            L(m3 + '6', None, None, '2026-03-20', 'courriel', 'a-corriger'),
            L(m3 + '7', '2026-03-16', None, '2026-03-17', 'autre', 'repondu-dans-delai'),  # 1 j
            L(m3 + '8', '2026-03-23', '2026-03-24', None, 'courrier', 'en-retard'),  # AR seul
        ],
        [('tous', 'moins-de-8', 7, 16), ('tous', 'moins-de-14', 8, 16), ('tous', 'moins-de-15', 10, 16), ('tous', 'moins-de-30', 11, 16),
         ('courriel', 'moins-de-15', 7, 11), ('courrier', 'moins-de-15', 1, 3)],
        [E(f2 + 'C8', 'avant'), E(m3 + 'B6'), A(f2 + 'D10'),
         I(j1 + 'E3'), I(j1 + 'E4'), I(j1 + 'C6'), I(f2 + 'C7'), I(f2 + 'C9'), I(m3 + 'B5'), I(m3 + 'E7')],
    )


# ------------------------------------------------------------------------------------------------------------------ a05
def a05():
    nom = 'a05-sous-prefecture-1904-formules'
    wb = xlsxwriter.Workbook(chemin(nom), {'date_1904': True})
    jma = wb.add_format({'num_format': 'dd/mm/yyyy'})
    jmah = wb.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
    gras = wb.add_format({'bold': True, 'bg_color': '#BDD7EE', 'border': 1, 'text_wrap': True})
    rouge = wb.add_format({'num_format': 'dd/mm/yyyy', 'bg_color': '#FF0000'})

    def serie(jma_texte):  # numéro de série du calendrier 1904 (classeurs venus d'un Mac)
        return (d(jma_texte) - datetime(1904, 1, 1)).days

    ws = wb.add_worksheet('Suivi_SP')
    ws.merge_range('A1:J1', 'SOUS-PRÉFECTURE D’EXEMPLE-SUR-MER', wb.add_format({'bold': True, 'font_size': 18, 'align': 'center'}))
    ws.write('A2', 'Suivi des demandes écrites 2026')
    ws.write('A3', 'Réponses sous 15 jours (note de la secrétaire générale)')
    ws.write('H3', 'ne pas trier !!!')
    for i, t in enumerate(['N° chrono', 'Reçu le', 'Heure', 'Mode', 'Émetteur', 'Objet de la demande', 'Date d’envoi de l’AR', 'Répondu le', 'Nb jours', 'Bureau']):
        ws.write(4, i, t, gras)
    lignes = [  # chrono, reçu, heure, mode, émetteur, objet, bureau
        ('SP-001', d('02/06/2026', '08:15'), '8h15', 'courriel', 'U-81', 'Débit de boissons', 'BRGE'),
        ('SP-002', d('03/06/2026'), None, 'LRAR', 'U-82', 'Expulsion locative', 'BRGE'),
        ('SP-003', d('08/06/2026'), None, 'courrier', 'U-83', 'Permis de conduire', 'BTI'),
        ('SP-004', None, '14h', 'courriel', 'U-84', 'Permis de conduire', 'BTI'),
        ('SP-005', d('15/06/2026'), None, 'LRAR', 'U-85', 'Expulsion locative', 'BRGE'),
        ('SP-006', d('22/06/2026', '16:40'), '16:40', 'mail', 'U-86', 'Manifestation', 'CAB'),
        ('SP-007', d('01/09/2026'), None, 'courrier', 'U-87', 'Carte grise', 'BTI'),
        ('SP-008', d('28/10/2026', '09:00'), '9 h', 'mail', 'U-88', 'Armes', 'CAB'),
        ('SP-009', d('12/11/2026', '11:11'), '11h11', 'mail', 'U-89', 'Association', 'BRGE'),
        ('SP-010', d('24/11/2026'), None, 'mail', 'U-90', 'Débit de boissons', 'BRGE'),
        ('SP-011', d('09/11/2026'), None, 'courrier', 'U-87', 'Permis de conduire', 'BTI'),
    ]
    for i, (chrono, recu, heure, mode, qui, objet, bureau) in enumerate(lignes):
        n = 5 + i
        ws.write(n, 0, chrono)
        if recu:
            ws.write_datetime(n, 1, recu, jmah if recu.hour else jma)
        if heure:
            ws.write(n, 2, heure)
        ws.write_row(n, 3, [mode, qui, objet])
        ws.write(n, 9, bureau)
    ws.write_formula('B9', '=VLOOKUP(A9,old!A:B,2,FALSE)', jma, '#N/A')
    # AR par formule, valeurs gardées
    for ligne, formule, valeur in ((6, '=INT(B6)+1', serie('03/06/2026')), (7, '=B7+1', serie('04/06/2026')), (10, '=B10-3', serie('12/06/2026')),
                                   (11, '=INT(#REF!)+1', '#REF!'), (12, '=B12+1', serie('02/09/2026')), (14, '=INT(B14)+1', serie('13/11/2026'))):
        ws.write_formula(ligne - 1, 6, formule, jma, valeur)
    # réponses
    ws.write_datetime('H6', d('09/06/2026', '17:30'), jmah)
    ws.write_datetime('H7', d('18/06/2026', '23:59'), jmah)
    ws.write_formula('H8', '=VLOOKUP("SP-003",old!A:B,2,FALSE)', jma, '#N/A')
    ws.write_datetime('H9', d('20/06/2026'), jma)
    ws.write_datetime('H10', d('22/06/2026'), jma)
    ws.write_datetime('H11', d('26/06/2026'), jma)
    ws.write_formula('H12', '=IF(J12="","",IF(J12="BTI","",B12))', jma, '')
    ws.write_datetime('H13', d('25/11/2026'), rouge)
    ws.write('H16', '31/12/9999')
    # nombre de jours, recopié bien trop bas
    jours = {6: 7, 7: 15, 8: '#N/A', 9: '#N/A', 10: 7, 11: 4, 12: '', 13: 28, 14: '', 15: '', 16: '#VALUE!'}
    for ligne in range(6, 61):
        if ligne != 17:
            ws.write_formula(ligne - 1, 8, f'=IF(H{ligne}="","",INT(H{ligne})-INT(B{ligne}))', None, jours.get(ligne, ''))
    for ligne in range(18, 61):
        ws.write_formula(ligne - 1, 6, f'=IF(B{ligne}="","",B{ligne}+1)', jma, '')
    ws.write('A17', 'Moyenne')
    ws.write_formula('I17', '=AVERAGE(I6:I7)', wb.add_format({'num_format': '0.0', 'bold': True}), 11)
    ws.set_column('C:C', 8, None, {'hidden': True})
    ws.conditional_format('I6:I60', {'type': 'cell', 'criteria': '>', 'value': 15, 'format': wb.add_format({'font_color': '#C00000'})})
    ws.freeze_panes(5, 1)
    ws.protect('', {'autofilter': True, 'sort': False})
    vieux = wb.add_worksheet('old')
    vieux.write_row('A1', ['N° chrono', 'Reçu le', 'Émetteur', 'Répondu le'])
    for i in range(4):
        vieux.write(i + 1, 0, f'SP-25{i}')
        vieux.write_datetime(i + 1, 1, d(f'{10 + i}/12/2025'), jma)
        vieux.write(i + 1, 2, f'XXX{i}')
        vieux.write_datetime(i + 1, 3, d(f'{20 + i}/12/2025'), jma)
    vieux.hide()
    wb.close()

    f = 'Suivi_SP!'
    attendu(
        nom,
        '8.1, 8.5, 8.7, 8.9, 8.10, 8.17, 8.19, 8.20, 8.24 Sous-préfecture : calendrier 1904, AR et nombre de jours par formules (valeurs gardées, #N/A, #REF!, "" '
        'recopiés jusqu’à la ligne 60), feuille protégée, copie pseudonymisée masquée',
        'xlsxwriter',
        [{'feuille': 'Suivi_SP', 'entete': 5, 'lignes': 11, 'colonnes': {
            'identifiant': 'A', 'reception': 'B', 'canal': 'D', 'expediteur': 'E', 'objet': 'F', 'accuse': 'G', 'reponse': 'H', 'delai': None}}],
        [
            L(f + '6', '2026-06-02', '2026-06-03', '2026-06-09', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(f + '7', '2026-06-03', '2026-06-04', '2026-06-18', 'courrier', 'repondu-hors-delai'),  # 15 j
            L(f + '8', '2026-06-08', None, None, 'courrier', 'a-corriger'),
            L(f + '9', None, None, '2026-06-20', 'courriel', 'a-corriger'),
            L(f + '10', '2026-06-15', '2026-06-12', '2026-06-22', 'courrier', 'a-corriger'),
            L(f + '11', '2026-06-22', None, '2026-06-26', 'courriel', 'repondu-dans-delai'),  # 4 j
            L(f + '12', '2026-09-01', '2026-09-02', None, 'courrier', 'en-retard'),
            L(f + '13', '2026-10-28', None, None, 'courriel', 'en-retard'),  # réponse du 25/11 : pas encore
            L(f + '14', '2026-11-12', '2026-11-13', None, 'courriel', 'en-cours'),
            L(f + '15', '2026-11-24', None, None, 'courriel', 'hors-champ'),
            L(f + '16', '2026-11-09', None, None, 'courrier', 'en-cours'),  # 13 j
        ],
        [('tous', 'moins-de-8', 2, 7), ('tous', 'moins-de-14', 2, 5), ('tous', 'moins-de-15', 2, 5), ('tous', 'moins-de-30', 3, 4),
         ('courriel', 'moins-de-8', 2, 4), ('courrier', 'moins-de-30', 1, 2)],
        [E(f + 'H8'), E(f + 'B9'), E(f + 'G10'), A(f + 'G11'), A(f + 'H16'), I(f + 'B15'), I('old!A1', 'masquée')],
    )


# ------------------------------------------------------------------------------------------------------------------ a06
def a06():
    nom = 'a06-msa-sans-numero-dates-inversees'
    wb = xlsxwriter.Workbook(chemin(nom))
    jma = wb.add_format({'num_format': 'dd/mm/yyyy'})
    gras = wb.add_format({'bold': True, 'bg_color': '#E2EFDA', 'border': 1})
    mois = wb.add_format({'bold': True, 'italic': True, 'bg_color': '#A9D08E'})
    ws = wb.add_worksheet('Registre')
    ws.write('A1', 'MSA Exemple-Atlantique')
    ws.write('A2', 'Demandes écrites des adhérents, noms retirés (demande du DPO)')
    ws.write('F2', 'imprimé le 19/11')
    for i, t in enumerate(['Arrivée', 'Canal', 'Thème', 'Date réponse', 'Suite donnée', 'Agent']):
        ws.write(3, i, t, gras)
    lignes = {
        5: [d('05/01/2026'), 'courrier', 'Retraite', d('09/01/2026'), 'accord', 'A1'],
        6: ['13/01/2026', 'courriel', 'Retraite', d('28/01/2026'), 'info', 'A1'],
        7: ['27/01/2026\u00a0', 'courrier', 'Accident du travail', d('06/02/2026'), 'rejet', 'A3'],
        9: [d('03/02/2026'), 'mail', 'Cotisations', 'nr', None, 'A2'],
        10: [d('10/02/2026'), 'mail', 'Santé', d('24/02/2026'), 'info', 'A2'],
        11: [d('10/02/2026'), 'mail', 'Santé', d('24/02/2026'), 'info', 'A2'],
        12: ['18/02/2026', 'formulaire', 'Santé', 'transmis à la CAF', None, 'A1'],
        14: ['16/03/2026', 'courrier', 'Retraite', 0, None, 'A1'],
        15: [d('12/03/2026'), 'LRAR', 'Réclamation', d('30/03/2026'), 'rejet', 'A3'],
        16: [d('11/04/2026'), 'courrier', 'Retraite', d('20/04/2026'), 'accord', 'A1'],
        17: ['31/04/2026', 'courrier', 'Réclamation', d('04/05/2026'), 'rejet', 'A3'],
        18: [' 19/11/2026', 'mail', 'Cotisations', None, None, 'A1'],
    }
    for ligne, valeurs in lignes.items():
        for i, v in enumerate(valeurs):
            if isinstance(v, datetime):
                ws.write_datetime(ligne - 1, i, v, jma)
            elif v is not None:
                ws.write(ligne - 1, i, v)
    ws.write('A8', 'FÉVRIER', mois)
    ws.write('A13', 'MARS', mois)
    ws.write('A19', 'TOTAL', mois)
    ws.write('C19', '12 demandes', mois)
    ws.write_comment('A16', 'dépôt dans la boîte le samedi')
    ws.autofilter('A4:F18')
    ws.set_row(8, None, None, {'hidden': True})
    ws.set_row(9, None, None, {'hidden': True})
    ws.freeze_panes(4, 0)
    ws = wb.add_worksheet('Agents')
    for i, v in enumerate([['Code', 'Nom', 'Téléphone'], ['A1', 'Agent Un-Test', '00 00 00 00 21'], ['A2', 'Agent Deux-Test', '00 00 00 00 22'], ['A3', 'Agent Trois-Test', '']]):
        ws.write_row(i, 0, v)
    ws = wb.add_worksheet('Tableau de bord')
    ws.write('A1', 'Nombre de demandes')
    ws.write_formula('B1', '=COUNTA(Registre!C5:C18)', None, 12)
    ws.write('A2', 'Taux maison (au doigt mouillé)')
    ws.write('B2', 0.713, wb.add_format({'num_format': '0.0%'}))
    wb.close()

    f = 'Registre!'
    attendu(
        nom,
        '8.1, 8.4, 8.6, 8.8, 8.9, 8.11, 8.19 MSA : ni numéro ni nom, vraies dates du 1 au 12 et textes du 13 au 31 (import américain), ligne identique à une ligne '
        'masquée par le filtre, mois dans la colonne des dates, 0 pour « pas répondu »',
        'xlsxwriter',
        [{'feuille': 'Registre', 'entete': 4, 'lignes': 12, 'colonnes': {
            'reception': 'A', 'canal': 'B', 'theme': 'C', 'reponse': 'D', 'nature': 'E', 'identifiant': None, 'expediteur': None, 'accuse': None}}],
        [
            L(f + '5', '2026-01-05', None, '2026-01-09', 'courrier', 'repondu-dans-delai'),  # 4 j
            L(f + '6', '2026-01-13', None, '2026-01-28', 'courriel', 'repondu-hors-delai'),  # 15 j
            L(f + '7', '2026-01-27', None, '2026-02-06', 'courrier', 'repondu-dans-delai'),  # 10 j
            L(f + '9', '2026-02-03', None, None, 'courriel', 'en-retard'),
            L(f + '10', '2026-02-10', None, '2026-02-24', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(f + '11', '2026-02-10', None, '2026-02-24', 'courriel', 'repondu-dans-delai'),  # la même
            L(f + '12', '2026-02-18', None, None, 'courriel', 'hors-perimetre'),
            L(f + '14', '2026-03-16', None, None, 'courrier', 'en-retard'),
            L(f + '15', '2026-03-12', None, '2026-03-30', 'courrier', 'repondu-hors-delai'),  # 18 j
            L(f + '16', '2026-04-11', None, '2026-04-20', 'courrier', 'repondu-dans-delai'),  # 9 j, un samedi
            L(f + '17', None, None, '2026-05-04', 'courrier', 'a-corriger'),
            L(f + '18', '2026-11-19', None, None, 'courriel', 'en-cours'),
        ],
        [('tous', 'moins-de-8', 1, 9), ('tous', 'moins-de-14', 3, 9), ('tous', 'moins-de-15', 5, 9), ('tous', 'moins-de-30', 7, 9),
         ('courrier', 'moins-de-15', 3, 5), ('courriel', 'moins-de-15', 2, 4)],
        [A(f + 'A4', 'inversés'), A(f + 'A11'), A(f + 'A16'), E(f + 'A17'), I(f + 'A4', '2 lignes masquées'), I(f + 'D12')],
    )


# ------------------------------------------------------------------------------------------------------------------ a07
def a07():
    nom = 'a07-mdph-tableau-decale'

    def ecrire(fichier):
        wb = openpyxl.Workbook()
        ws = wb.active
        ws.title = 'MDPH'
        ws['C2'] = 'Point hebdo du 16/11/2026'
        ws['C2'].font = Font(bold=True)
        poser(ws, 3, ['Mois', 'Reçus', 'Répondus'], 3)
        poser(ws, 4, ['sept', 7, 4], 3)
        poser(ws, 5, ['oct', 4, 2], 3)
        ws['H4'] = '<- à refaire, faux depuis l’été'
        ws['H4'].font = Font(italic=True, color='808080')
        # C réf, D usager, E colonne vide, F réception, G canal, H thème, I AR, J réponse, K type de réponse, L vide, M mémo
        tete = ['Réf\ndossier', 'Usager', None, 'Date de\nréception', 'Canal ', 'Thème', 'Accusé de\nréception', 'Date de\nréponse', 'Type de réponse', None, 'mémo perso']
        poser(ws, 9, tete, 3)
        for c in ws[9]:
            c.alignment = Alignment(wrap_text=True)
            c.font = Font(bold=True)
        poser(ws, 10, ['D-10', 'U-91', None, d('01/09/2026'), 'Courrier', 'Carte', d('03/09/2026'), d('10/09/2026'), 'accord'], 3)
        poser(ws, 11, ['D-11', 'U-92', None, d('02/09/2026'), 'mail', 'PCH', '01/01/1900', d('30/09/2026'), 'rejet', None, 'recours probable'], 3)
        poser(ws, 12, ['D-12', 'U-93', None, '01/01/1980', 'mail', 'AAH', None, d('08/09/2026'), 'info'], 3)
        poser(ws, 13, ['D-13', 'U-94', None, d('07/09/2026'), 'mel', 'PCH', 'en cours d’envoi', d('14/09/2026'), 'info'], 3)
        poser(ws, 14, ['D-14', 'U-95', None, d('14/09/2026'), 'courrier', 'Carte', None, '30/12/1899'], 3)
        poser(ws, 15, ['D-15', 'U-96', None, d('15/09/2026'), 'mail', 'RQTH', d('15/09/2026'), 'voir dossier'], 3)
        poser(ws, 16, ['D-16', 'U-97', None, '17.9.26', 'Mail', 'RQTH', None, '01.10.26', 'accord'], 3)
        poser(ws, 17, tete, 3)
        poser(ws, 18, ['D-17', 'U-98', None, d('05/10/2026'), 'courrier', 'PCH', d('06/10/2026'), '/', None, None, 'pièces manquantes'], 3)
        poser(ws, 19, ['D-18', 'U-98', None, d('09/10/2026'), 'courrier', 'PCH', None, d('16/10/2026'), 'info'], 3)
        poser(ws, 20, ['D-19', 'U-99', None, d('12/10/2206'), 'mail', 'AAH'], 3)
        poser(ws, 21, ['D-20', 'U-100', None, d('19/10/2026'), 'guichet', 'AAH', 'oui', d('20/10/2026'), 'info'], 3)
        poser(ws, 22, ['D-21', 'U-101', None, d('10/11/2026'), 'mail', 'Carte', d('10/11/2026')], 3)
        ws['C23'] = 'Moyenne'
        ws['K23'] = '12,5 j'
        for ligne in (10, 11, 13):
            ws.row_dimensions[ligne].hidden = True
        ws['J15'].fill = ROUGE
        ws['J15'].comment = Comment('le dossier est chez la médecin', 'agent-test')
        ws.column_dimensions['H'].hidden = True
        ws.freeze_panes = 'D10'
        ws = wb.create_sheet('Annuaire')
        poser(ws, 2, ['Service', 'Contact', 'Tél'], 2)
        poser(ws, 3, ['CAF', 'Contact Inventé', '00 00 00 00 31'], 2)
        poser(ws, 4, ['CPAM', 'Contact Fictif', '00 00 00 00 32'], 2)
        wb.save(fichier)

    par_libreoffice(nom, ecrire)
    f = 'MDPH!'
    attendu(
        nom,
        '8.1, 8.3, 8.7, 8.9, 8.11, 8.12, 8.18, 8.19 MDPH : tableau qui commence en C9 sous un petit bilan à la main (« Reçus », « Répondus »), colonnes vides, '
        'retours à la ligne dans les titres, sentinelles, an 2206, lignes et colonne masquées',
        'LibreOffice',
        [{'feuille': 'MDPH', 'entete': 9, 'lignes': 12, 'colonnes': {
            'identifiant': 'C', 'expediteur': 'D', 'reception': 'F', 'canal': 'G', 'theme': 'H', 'accuse': 'I', 'reponse': 'J', 'nature': 'K', 'delai': None}}],
        [
            L(f + '10', '2026-09-01', '2026-09-03', '2026-09-10', 'courrier', 'repondu-dans-delai'),  # 9 j
            L(f + '11', '2026-09-02', None, '2026-09-30', 'courriel', 'repondu-hors-delai'),  # 28 j
            L(f + '12', None, None, '2026-09-08', 'courriel', 'a-corriger'),
            L(f + '13', '2026-09-07', None, '2026-09-14', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(f + '14', '2026-09-14', None, None, 'courrier', 'en-retard'),
            L(f + '15', '2026-09-15', '2026-09-15', None, 'courriel', 'a-corriger'),
            L(f + '16', '2026-09-17', None, '2026-10-01', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(f + '18', '2026-10-05', '2026-10-06', None, 'courrier', 'en-retard'),
            L(f + '19', '2026-10-09', None, '2026-10-16', 'courrier', 'repondu-dans-delai'),  # 7 j, réitère le 18
            L(f + '20', None, None, None, 'courriel', 'a-corriger', cite=False),  # an 2206 : la date rendue n'est pas dite par les règles
            L(f + '21', '2026-10-19', None, '2026-10-20', 'autre', 'repondu-dans-delai'),  # 1 j
            L(f + '22', '2026-11-10', '2026-11-10', None, 'courriel', 'en-cours'),  # 12 j
        ],
        [('tous', 'moins-de-8', 3, 9), ('tous', 'moins-de-14', 4, 8), ('tous', 'moins-de-15', 5, 8), ('tous', 'moins-de-30', 6, 8),
         ('courrier', 'moins-de-15', 2, 4), ('courriel', 'moins-de-15', 2, 3)],
        [A(f + 'I11'), E(f + 'F12'), A(f + 'I13'), A(f + 'J14'), E(f + 'J15'), A(f + 'D19'), E(f + 'F20'),
         I(f + 'F9', '3 lignes masquées'), I(f + 'G21'), I(f + 'I21')],
    )


# ------------------------------------------------------------------------------------------------------------------ a08
def a08():
    nom = 'a08-impots-recommandes-et-relances'
    wb = openpyxl.Workbook()
    ws = wb.active
    ws.title = 'SIP'
    ws['A1'] = 'SIP d’Exemple-Centre / SUIVI ÉCRIT 2026'
    ws['A1'].font = Font(bold=True, color='FFFFFF')
    ws['A1'].fill = PatternFill('solid', fgColor='1F4E78')
    ws['E1'] = 'jaune = réclamation de la hiérarchie'
    ws['E1'].fill = JAUNE
    poser(ws, 3, ['ref', 'Nom usager', 'type', 'Reçu le', 'objet', 'clôture', 'Bureau'])
    poser(ws, 4, ['SIP 1', 'U-111', 'LRAR', '\'05/01/26', 'Taxe foncière', '\'19/01/26', 'B1'])
    poser(ws, 5, ['SIP 2', 'U-112', 'Mail', d('06/01/2026'), 'Prélèvement', '2026-01-13', 'B1'])
    poser(ws, 6, ['SIP 3', 'U-112', 'mail', d('12/01/2026'), 'PRÉLÈVEMENT', '20-01-26', 'B1'])
    poser(ws, 7, ['SIP 4', 'U-112', 'mail', d('19/01/2026'), 'prélèvement', d('19/01/2026'), 'B2'])
    poser(ws, 8, ['SIP 5', 'U-112', 'mail', d('27/01/2026'), 'prélèvement', d('29/01/2026'), 'B2'])
    poser(ws, 9, ['sip5', 'U-113', 'mail', '29.1.26', 'Délai de paiement', d('13/02/2026'), 'B2'])
    poser(ws, 10, ['SIP 7', 'U-114', 'lettre recommandée', '1/2/26', 'Contestation', '9 févr 2026', 'B1'])
    poser(ws, 11, ['SIP 8', 'U-115', 'courrier', '02/02/2026 8h15', 'Taxe d’habitation', '16/02/2026 17:45', 'B1'])
    poser(ws, 12, ['SIP 9', 'U-116', 'postal', d('07/02/2026', '10:30'), 'Taxe foncière', 'NON RÉPONDU', 'B3'])
    poser(ws, 13, ['SIP 10', 'U-117', None, d('09/02/2026'), 'Quitus', d('10/02/2026'), 'B3'])
    poser(ws, 14, ['SIP 11', 'U-118', 'fax', '10/02/26', 'Quitus', 'classé', 'B3'])
    poser(ws, 15, ['SIP 12', 'U-119', 'mail', 'jeudi 12 février', 'Quitus', '-', 'B1'])
    poser(ws, 16, ['SIP 13', 'U-120', 'mail', d('16/02/2026'), 'Mensualisation', d('02/03/2026'), 'B1'])
    poser(ws, 17, ['SIP 14', 'U-121', 'mail', None, 'Mensualisation', d('05/03/2026'), 'B2'])
    poser(ws, 18, [None, 'U-122', 'mail', None, 'Mensualisation', d('06/03/2026'), 'B2'])
    # à droite, rien à voir : les congés, sans colonne vide de trop
    poser(ws, 3, ['Congés', 'du', 'au'], 9)
    poser(ws, 4, ['Agent-x', d('09/02/2026'), d('13/02/2026')], 9)
    poser(ws, 5, ['Agent-y', d('16/02/2026'), d('20/02/2026')], 9)
    for cellule in ('A6', 'A7', 'A12'):
        ws[cellule].fill = JAUNE
    ws['D10'].comment = Comment('trouvé dans la boîte dimanche par le gardien', 'agent-test')
    ws.auto_filter.ref = 'A3:G18'
    ws.freeze_panes = 'C4'
    ws = wb.create_sheet('Permanences')
    poser(ws, 1, ['Date', 'Matin', 'Après-midi'])
    poser(ws, 2, [d('23/11/2026'), 'Agent-x', 'Agent-y'])
    poser(ws, 3, [d('24/11/2026'), 'Agent-y', 'fermé'])
    wb.save(chemin(nom))

    f = 'SIP!'
    attendu(
        nom,
        '8.3, 8.5, 8.8, 8.9, 8.15, 8.18, 8.19 Impôts des particuliers : recommandés du week-end, relances en chaîne, années à deux chiffres, apostrophes de tête, '
        'heures tapées, ligne sans numéro ni réception mais avec réponse, congés à droite du tableau',
        'openpyxl',
        [{'feuille': 'SIP', 'entete': 3, 'lignes': 15, 'colonnes': {
            'identifiant': 'A', 'expediteur': 'B', 'canal': 'C', 'reception': 'D', 'objet': 'E', 'reponse': 'F', 'accuse': None, 'delai': None}}],
        [
            L(f + '4', '2026-01-05', None, '2026-01-19', 'courrier', 'repondu-dans-delai'),  # 14 j
            L(f + '5', '2026-01-06', None, '2026-01-13', 'courriel', 'repondu-dans-delai'),  # 7 j
            L(f + '6', '2026-01-12', None, '2026-01-20', 'courriel', 'repondu-dans-delai'),  # 8 j, réitère à 6 j
            L(f + '7', '2026-01-19', None, '2026-01-19', 'courriel', 'repondu-dans-delai'),  # 0 j, réitère à 7 j
            L(f + '8', '2026-01-27', None, '2026-01-29', 'courriel', 'repondu-dans-delai'),  # 2 j, à 8 j : pas une réitération
            L(f + '9', '2026-01-29', None, '2026-02-13', 'courriel', 'repondu-hors-delai'),  # 15 j, numéro déjà vu
            L(f + '10', '2026-02-01', None, '2026-02-09', 'courrier', 'repondu-dans-delai'),  # 8 j, un dimanche
            L(f + '11', '2026-02-02', None, '2026-02-16', 'courrier', 'repondu-dans-delai'),  # 14 j
            L(f + '12', '2026-02-07', None, None, 'courrier', 'en-retard'),  # un samedi
            L(f + '13', '2026-02-09', None, '2026-02-10', None, 'repondu-dans-delai'),  # 1 j, canal vide
            L(f + '14', '2026-02-10', None, None, 'autre', 'hors-perimetre'),
            L(f + '15', '2026-02-12', None, None, 'courriel', 'en-retard'),
            L(f + '16', '2026-02-16', None, '2026-03-02', 'courriel', 'repondu-dans-delai'),  # 14 j
            L(f + '17', None, None, '2026-03-05', 'courriel', 'a-corriger'),
            L(f + '18', None, None, '2026-03-06', 'courriel', 'a-corriger'),
        ],
        [('tous', 'moins-de-8', 4, 12), ('tous', 'moins-de-14', 6, 12), ('tous', 'moins-de-15', 9, 12), ('tous', 'moins-de-30', 10, 12),
         ('courrier', 'moins-de-15', 3, 4), ('courriel', 'moins-de-15', 5, 7)],
        [A(f + 'B6'), A(f + 'B7'), A(f + 'A9'), A(f + 'D10'), A(f + 'D12'), E(f + 'D17'), E(f + 'D18'),
         I(f + 'C13'), I(f + 'D15'), I(f + 'F14')],
    )


# ------------------------------------------------------------------------------------------------------------------ a09
def a09():
    nom = 'a09-ccas-mails-et-lettres'

    def ecrire(fichier):
        wb = xlsxwriter.Workbook(fichier)
        jma = wb.add_format({'num_format': 'dd/mm/yyyy'})
        jmah = wb.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
        gras = wb.add_format({'bold': True, 'border': 1, 'align': 'center', 'bg_color': '#FCE4D6'})

        def serie(jma_texte):
            return (d(jma_texte) - datetime(1899, 12, 30)).days

        def ligne(ws, n, valeurs):
            for i, v in enumerate(valeurs):
                if isinstance(v, datetime):
                    ws.write_datetime(n - 1, i, v, jmah if v.hour else jma)
                elif v is not None:
                    ws.write(n - 1, i, v)

        ws = wb.add_worksheet('Stat annuelles')
        ligne(ws, 1, ['Année', 'Nb demandes', 'Nb réponses', 'Moyenne (j)'])
        ligne(ws, 2, [2024, 212, 190, 13.5])
        ligne(ws, 3, [2025, 198, 185, 12.1])

        ws = wb.add_worksheet('Mails')
        ws.write('A1', 'CCAS d’Exemple – ccas@exemple.test – depuis le 1er octobre')
        ws.merge_range('A3:D3', 'Demande', gras)
        ws.merge_range('E3:G3', 'Traitement', gras)
        ws.merge_range('H3:H4', 'Nb j', gras)
        tete = ['N°', 'Reçu le', 'Demandeur', 'Objet', 'AR le', 'Délai annoncé (j)', 'Répondu le']
        for i, t in enumerate(tete):
            ws.write(3, i, t, gras)
        ligne(ws, 5, ['M1', d('05/10/2026', '09:12'), 'U-131', 'Aide alimentaire', d('06/10/2026'), 10, d('15/10/2026')])
        ligne(ws, 6, ['M2', d('06/10/2026'), 'U-132', 'Logement', None, 5, d('13/10/2026')])
        ws.write_formula('E6', '=B6+1', jma, serie('07/10/2026'))
        ligne(ws, 7, ['M3', d('07/10/2026'), 'U-133', 'Domiciliation', None, 60, 'NR'])
        ligne(ws, 8, ['M4', d('08/10/2026'), 'U-134', 'Secours', d('08/10/2026'), 'rapidement', d('23/10/2026')])
        ws.write('A9', 'Sous-total')
        ws.write_formula('G9', '=COUNT(G5:G8)', None, 3)
        ligne(ws, 10, tete)
        ligne(ws, 11, ['M5', d('02/11/2026'), 'U-131', 'Aide alimentaire', None, None, 'Transmis à la MDPH'])
        ligne(ws, 12, ['M6', d('08/11/2026'), 'U-135', 'Secours', d('09/11/2026')])
        ligne(ws, 13, ['M7', d('09/11/2026'), 'U-136', 'Domiciliation', None, 7])
        ligne(ws, 14, ['M8', d('20/11/2026', '16:00'), 'U-137', 'Logement', None, 3, d('20/11/2026', '16:45')])
        for n, v in ((5, 10), (6, 7), (7, ''), (8, 15), (11, ''), (12, ''), (13, ''), (14, 0)):
            ws.write_formula(n - 1, 7, f'=IF(ISNUMBER(G{n}),INT(G{n})-INT(B{n}),"")', None, v)
        ws.write('A15', 'Moyenne')
        ws.write_formula('H15', '=AVERAGE(H5:H14)', wb.add_format({'num_format': '0.0'}), 8)
        ws.write('D17', 'M6 : attendre le retour de l’assistante sociale')
        ws.data_validation('F5:F14', {'validate': 'any', 'input_title': 'Délai', 'input_message': 'en jours !'})
        ws.freeze_panes(4, 0)

        ws = wb.add_worksheet('Lettres')
        ws.write('A1', 'boîte aux lettres + accueil')
        for i, t in enumerate(['N° d’enregistrement', 'Demandeur', 'Objet', 'Date arrivée', 'Date réponse', 'Délai constaté (j)', 'Qui']):
            ws.write(1, i, t, gras)
        ligne(ws, 3, ['L1', 'U-138', 'Secours', d('28/09/2026'), d('09/10/2026')])
        ligne(ws, 4, ['L2', 'U-131', 'Aide alimentaire', d('09/10/2026'), d('26/10/2026'), None, 'Zoé'])
        ligne(ws, 5, ['L3', 'U-139', 'Logement', d('17/10/2026'), d('02/11/2026')])
        ligne(ws, 6, ['L4', 'U-140', 'Logement', d('19/10/2026'), 'T4 2026'])
        ligne(ws, 7, ['L5', 'U-141', 'Domiciliation', d('26/10/2026')])
        ligne(ws, 8, ['L6', 'U-142', 'Secours', 'oct-26', d('12/11/2026')])
        ligne(ws, 9, ['L7', 'U-143', 'Secours', d('16/11/2026'), d('18/11/2026')])
        for n, v in ((3, 11), (4, 17), (5, 16), (6, ''), (7, ''), (8, ''), (9, 2)):
            ws.write_formula(n - 1, 5, f'=IF(AND(ISNUMBER(D{n}),ISNUMBER(E{n})),E{n}-D{n},"")', None, v)
        ws.write('A10', 'TOTAL')
        ws.write_formula('D10', '=COUNTA(D3:D9)', None, 7)
        ws.set_tab_color('#FF9900')
        wb.close()

    par_libreoffice(nom, ecrire)
    m, l = 'Mails!', 'Lettres!'
    attendu(
        nom,
        '8.2, 8.5, 8.6, 8.8, 8.11, 8.13, 8.14, 8.17, 8.19 CCAS : mails et lettres sur deux feuilles de formes différentes, relance d’un mail par lettre, '
        'délais annoncés et colonne « Délai constaté » calculée (à ne pas prendre pour un délai annoncé), dates sans jour',
        'LibreOffice',
        [
            {'feuille': 'Mails', 'entete': 4, 'lignes': 8, 'colonnes': {
                'identifiant': 'A', 'reception': 'B', 'expediteur': 'C', 'objet': 'D', 'accuse': 'E', 'delai': 'F', 'reponse': 'G', 'canal': None}},
            {'feuille': 'Lettres', 'entete': 2, 'lignes': 7, 'colonnes': {
                'identifiant': 'A', 'expediteur': 'B', 'objet': 'C', 'reception': 'D', 'reponse': 'E', 'delai': None, 'accuse': None, 'canal': None}},
        ],
        [
            L(m + '5', '2026-10-05', '2026-10-06', '2026-10-15', 'courriel', 'repondu-dans-delai', 10),  # 10 j pour 10
            L(m + '6', '2026-10-06', '2026-10-07', '2026-10-13', 'courriel', 'repondu-hors-delai', 5),  # 7 j pour 5
            L(m + '7', '2026-10-07', None, None, 'courriel', 'en-cours', 60),  # 46 j pour 60
            L(m + '8', '2026-10-08', '2026-10-08', '2026-10-23', 'courriel', 'repondu-hors-delai'),  # 15 j, 14 pris
            L(m + '11', '2026-11-02', None, None, 'courriel', 'hors-perimetre'),
            L(m + '12', '2026-11-08', '2026-11-09', None, 'courriel', 'en-cours'),  # 14 j, un dimanche mais un mail
            L(m + '13', '2026-11-09', None, None, 'courriel', 'en-retard', 7),  # 13 j pour 7
            L(m + '14', '2026-11-20', None, '2026-11-20', 'courriel', 'repondu-dans-delai', 3),  # 0 j
            L(l + '3', '2026-09-28', None, '2026-10-09', 'courrier', 'repondu-dans-delai'),  # 11 j
            L(l + '4', '2026-10-09', None, '2026-10-26', 'courrier', 'repondu-hors-delai'),  # 17 j, réitère le mail M1
            L(l + '5', '2026-10-17', None, '2026-11-02', 'courrier', 'repondu-hors-delai'),  # 16 j, un samedi
            L(l + '6', '2026-10-19', None, None, 'courrier', 'a-corriger'),
            L(l + '7', '2026-10-26', None, None, 'courrier', 'en-retard'),  # 27 j
            L(l + '8', None, None, '2026-11-12', 'courrier', 'a-corriger'),
            L(l + '9', '2026-11-16', None, '2026-11-18', 'courrier', 'repondu-dans-delai'),  # 2 j
        ],
        [('courriel', 'moins-de-8', 1, 6), ('courriel', 'moins-de-14', 2, 5), ('courriel', 'moins-de-15', 2, 4), ('courriel', 'moins-de-30', 3, 4),
         ('courrier', 'moins-de-8', 0, 4), ('courrier', 'moins-de-15', 1, 4), ('courrier', 'moins-de-30', 3, 3), ('tous', 'moins-de-15', 3, 8)],
        [A(m + 'F8'), A(l + 'B4'), A(l + 'D5'), E(l + 'E6'), E(l + 'D8'), I(m + 'G11')],
    )


# ------------------------------------------------------------------------------------------------------------------ a10
def a10():
    nom = 'a10-france-services-tableau-formules'
    wb = xlsxwriter.Workbook(chemin(nom))
    jma = wb.add_format({'num_format': 'dd/mm/yyyy'})
    jm = wb.add_format({'num_format': 'd mmm'})
    jmah = wb.add_format({'num_format': 'dd/mm/yyyy hh:mm'})
    ws = wb.add_worksheet('FS 2026')
    ws.write('B2', 'Espace France services d’Exemple-le-Bourg', wb.add_format({'bold': True, 'font_size': 15}))
    ws.write('B3', 'Demandes écrites du 01/03/2026 au …')
    ws.write('B4', 'rappel : 14 jours sauf échéance annoncée')
    tetes = ['N°', 'Arrivée le', 'Support', 'Nom', 'Motif', 'AR', 'Échéance annoncée', 'Traité le', 'Suite donnée', 'Traité par']
    r = {
        7: [d('02/03/2026'), 'Courrier', 'U-151', 'Carte grise', None, 10, d('12/03/2026'), 'accompagnement', 'Léa'],
        8: [d('03/03/2026', '09:30'), 'courriel', 'U-152', 'Retraite', d('03/03/2026'), d('31/03/2026'), d('31/03/2026'), None, 'Léa'],
        9: [d('04/03/2026'), 'mail', 'U-153', 'Retraite', None, d('16/03/2026'), d('17/03/2026'), None, 'Max'],
        10: [d('05/03/2026'), 'MAIL', 'U-154', 'Prime', None, None, 'transmis à la CAF le 09/03', None, 'Max'],
        11: [d('06/03/2026'), 'lettre', 'U-155', 'Impôts', '-', 'à voir avec le chef', d('20/03/2026'), 'courrier type', 'Léa'],
        12: ['15/03', 'formulaire', 'U-156', 'Impôts', None, None, d('20/03/2026'), None, 'Léa'],
        13: [d('16/03/2026'), 'téléphone', 'U-157', 'Santé', 'x', None, d('16/03/2026'), None, 'Max'],
        14: [d('17/03/2026'), 'courriel', 'U-158', 'Santé', d('16/03/2026'), None, d('18/03/2026'), None, 'Max'],
        15: ['18/03/2026', 'courriel', 'U-159', 'Santé', None, None, d('20/03/1926'), None, 'Max'],
        16: [d('20/03/2026'), 'LRAR', 'U-160', 'Logement', d('23/03/2026'), '60 j', 'N.R.', None, 'Léa'],
        17: [d('28/03/2026'), 'Courrier', 'U-161', 'Logement', d('30/03/2026'), None, d('03/04/2026'), None, 'Léa'],
        18: [d('30/03/2026'), 'courrier', 'U-162', 'Logement', d('10/04/2026'), None, d('09/04/2026'), None, 'Léa'],
        19: [d('06/10/2026'), 'mail', 'U-163', 'ANTS', d('07/10/2026'), '90 jours', None, None, 'Max'],
        20: [d('02/11/2026', '18:20'), 'mail', 'U-164', 'ANTS', None, '30/11/2026', '?', None, 'Max'],
        21: [d('05/11/2026'), 'mail', 'u-164', 'ants', None, None, d('06/11/2026'), None, 'Max'],
        22: [d('18/11/2026'), 'mail', 'U-165', 'ANTS', None, 2, None, None, 'Léa'],
        23: [d('26/11/2026'), 'mail', 'U-166', 'Retraite', None, None, None, None, 'Léa'],
    }

    def poser_lignes():
        for ligne, valeurs in r.items():
            ws.write_formula(ligne - 1, 1, '="FS-"&TEXT(ROW()-6,"000")', None, f'FS-{ligne - 6:03d}')
            for i, v in enumerate(valeurs):
                if isinstance(v, datetime):
                    ws.write_datetime(ligne - 1, 2 + i, v, jmah if v.hour else (jm if ligne == 9 and i == 5 else jma))
                elif v is not None:
                    ws.write(ligne - 1, 2 + i, v)

    ws.add_table('B6:K24', {'name': 'T_demandes', 'style': 'Table Style Light 9', 'total_row': True, 'columns': [
        {'header': t, **({'total_string': 'Total'} if i == 0 else {'total_function': 'count', 'total_value': 14} if i == 7 else {})} for i, t in enumerate(tetes)]})
    poser_lignes()
    ws.write('M6', '% maison')
    ws.write_formula('M7', '=COUNT(T_demandes[Traité le])/COUNTA(T_demandes[Arrivée le])', wb.add_format({'num_format': '0.0%'}), 11 / 17)
    ws.write_comment('H11', 'il est en congé…')
    ws.freeze_panes(6, 2)
    wb.define_name('Demandes2026', "='FS 2026'!$B$7:$K$23")
    ws = wb.add_worksheet('listes')
    for i, t in enumerate(['Support', 'courrier', 'courriel', 'formulaire', 'téléphone']):
        ws.write(i, 0, t)
    ws.hide()
    ws = wb.add_worksheet('Planning permanences')
    for i, v in enumerate([['Jour', 'Matin', 'Après-midi'], ['lundi', 'Léa', 'Max'], ['mardi', 'Max', 'fermé'], ['mercredi', 'Léa', 'CAF (visio)']]):
        ws.write_row(i, 0, v)
    wb.close()

    f = 'FS 2026!'
    attendu(
        nom,
        '8.1, 8.3, 8.6, 8.8, 8.14, 8.15, 8.17, 8.18, 8.19 Espace France services : tableau Excel décalé en B6, numéros par formule, échéance annoncée tantôt en jours '
        'tantôt en date, « Traité le » à côté de « Traité par », listes masquées, noms définis',
        'xlsxwriter',
        [{'feuille': 'FS 2026', 'entete': 6, 'lignes': 17, 'colonnes': {
            'identifiant': 'B', 'reception': 'C', 'canal': 'D', 'expediteur': 'E', 'theme': 'F', 'accuse': 'G', 'delai': 'H', 'reponse': 'I', 'nature': 'J'}}],
        [
            L(f + '7', '2026-03-02', None, '2026-03-12', 'courrier', 'repondu-dans-delai', 10),  # 10 j pour 10
            L(f + '8', '2026-03-03', '2026-03-03', '2026-03-31', 'courriel', 'repondu-dans-delai', '2026-03-31'),  # 28 j, le jour dit
            L(f + '9', '2026-03-04', None, '2026-03-17', 'courriel', 'repondu-hors-delai', '2026-03-16'),  # 13 j, un jour trop tard
            L(f + '10', '2026-03-05', None, None, 'courriel', 'hors-perimetre'),
            L(f + '11', '2026-03-06', None, '2026-03-20', 'courrier', 'repondu-dans-delai'),  # 14 j, 14 pris
            L(f + '12', '2026-03-15', None, '2026-03-20', 'courriel', 'repondu-dans-delai'),  # 5 j
            L(f + '13', '2026-03-16', None, '2026-03-16', 'autre', 'repondu-dans-delai'),  # 0 j
            L(f + '14', '2026-03-17', '2026-03-16', '2026-03-18', 'courriel', 'a-corriger'),
            L(f + '15', '2026-03-18', None, None, 'courriel', 'a-corriger', cite=False),  # an 1926 : la date rendue n'est pas dite par les règles
            L(f + '16', '2026-03-20', '2026-03-23', None, 'courrier', 'en-retard', 60),
            L(f + '17', '2026-03-28', '2026-03-30', '2026-04-03', 'courrier', 'repondu-dans-delai'),  # 6 j, un samedi
            L(f + '18', '2026-03-30', '2026-04-10', '2026-04-09', 'courrier', 'repondu-dans-delai'),  # 10 j, AR après
            L(f + '19', '2026-10-06', '2026-10-07', None, 'courriel', 'en-cours', 90),  # 47 j pour 90
            L(f + '20', '2026-11-02', None, None, 'courriel', 'en-cours', '2026-11-30'),  # 20 j
            L(f + '21', '2026-11-05', None, '2026-11-06', 'courriel', 'repondu-dans-delai'),  # 1 j, réitère le 20
            L(f + '22', '2026-11-18', None, None, 'courriel', 'en-retard', 2),  # 4 j pour 2
            L(f + '23', '2026-11-26', None, None, 'courriel', 'hors-champ'),
        ],
        [('tous', 'moins-de-8', 4, 12), ('tous', 'moins-de-14', 7, 12), ('tous', 'moins-de-15', 8, 12), ('tous', 'moins-de-30', 8, 10),
         ('courrier', 'moins-de-15', 4, 5), ('courriel', 'moins-de-15', 3, 6)],
        [A(f + 'H11'), E(f + 'G14'), E(f + 'I15'), A(f + 'C17'), A(f + 'G18'), A(f + 'E21'),
         I(f + 'I10'), I(f + 'C12'), I(f + 'D13'), I(f + 'G13'), I(f + 'C23'), I('listes!A1')],
    )


if __name__ == '__main__':
    choix = sys.argv[1:]
    for nom, fonction in sorted((n, o) for n, o in globals().items() if len(n) == 3 and n[0] == 'a' and n[1:].isdigit()):
        if not choix or nom in choix:
            fonction()
