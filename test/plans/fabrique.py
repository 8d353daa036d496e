"""Fabrique les plans d'actions en désordre de ce dossier, et ce que l'on doit y lire : /usr/bin/python3 test/plans/fabrique.py (openpyxl 3.0 ou plus).

Chaque attendu est écrit à la main, d'après les règles (échéance d'un mois : son dernier jour ; statuts de chacun ; plusieurs responsables par cellule).
Données fictives. Date d'arrêté des attendus : 22/11/2026.
"""
import datetime as dt
import json
import pathlib

import openpyxl
from openpyxl.worksheet.table import Table

ICI = pathlib.Path(__file__).parent
D = dt.date


def ecris(nom, onglets, attendu, apres=None):
    classeur = openpyxl.Workbook()
    classeur.remove(classeur.active)
    for titre, lignes in onglets:
        feuille = classeur.create_sheet(titre)
        for ligne in lignes:
            feuille.append(ligne)
    if apres:
        apres(classeur)
    classeur.save(ICI / f"{nom}.xlsx")
    (ICI / f"{nom}.attendu.json").write_text(json.dumps(attendu, ensure_ascii=False, indent=1) + "\n", encoding="utf8")


def action(ligne, libelle, statut, fin=None, responsables=(), retard=None):
    return {"ligne": ligne, "libelle": libelle, "statut": statut, "finPrevue": fin, "responsables": list(responsables), "retard": retard}


# Le plan d'une préfecture : colonnes dans un autre ordre, mois abrégés, degré de réalisation en texte (d'après l'exemple de domaine.md §3.1).
ecris("p01-prefecture", [("Plan Qualité", [
    ["PLAN D'ACTION QUALITÉ"], [],
    ["Engagement", "Sous-engagement", "Détails", "Action", "Avancée", "Échéance", "Degré de réalisation", "Commentaire"],
    ["1 Accueil", "1.2", "Panneau d'entrée", "Refaire la signalétique", "en cours", "oct-15", "40%", ""],
    ["1 Accueil", "1.3", "", "Afficher les horaires", "réalisé", "mars-15", "100 %", "optionnel en 2015"],
    ["3 Délais", "3.1", "", "Mesurer les délais", "", "déc-27", "0 %", ""],
])], {"feuille": "Plan Qualité", "actions": [
    action(4, "Refaire la signalétique", "en-cours", "2015-10-31", (), 4040), action(5, "Afficher les horaires", "terminee", "2015-03-31"), action(6, "Mesurer les délais", "prevue", "2027-12-31", (), 0)]})

# Les trimestres et les semestres, dans toutes leurs écritures.
ecris("p02-trimestres", [("Actions", [
    ["N°", "Quoi", "Qui", "Quand", "État"],
    [1, "Former l'équipe", "A. Blanc", "T1 2027", "à faire"],
    [2, "Écrire un guide", "B. Noir / C. Vert", "4e trimestre 2026", "WIP"],
    [3, "Évaluer", "C. Vert", "2e semestre 2026", "pas encore commencé"],
    [4, "Publier", "", "fin 2027", "Planned"],
])], {"feuille": "Actions", "actions": [
    action(2, "Former l'équipe", "prevue", "2027-03-31", ("A. Blanc",), 0), action(3, "Écrire un guide", "en-cours", "2026-12-31", ("B. Noir", "C. Vert"), 0),
    action(4, "Évaluer", "prevue", "2026-12-31", ("C. Vert",), 0), action(5, "Publier", "prevue", "2027-12-31", (), 0)]})

# Vraies dates, fin réelle, statut absent : les dates le disent.
ecris("p03-sans-statut", [("Feuil1", [
    ["Action", "Responsable", "Début", "Date limite", "Fin réelle"],
    ["Installer une boîte à idées", "Mme Lune", D(2026, 3, 1), D(2026, 6, 30), D(2026, 7, 10)],
    ["Numériser les formulaires", "M. Mars", D(2026, 9, 1), D(2026, 11, 1), None],
    ["Revoir l'accueil", "M. Mars", D(2027, 1, 4), D(2027, 3, 31), None],
])], {"feuille": "Feuil1", "actions": [
    action(2, "Installer une boîte à idées", "terminee", "2026-06-30", ("Mme Lune",), 10), action(3, "Numériser les formulaires", "en-cours", "2026-11-01", ("M. Mars",), 21), action(4, "Revoir l'accueil", "prevue", "2027-03-31", ("M. Mars",), 0)]})

# Des lignes de titre au milieu, un total, des lignes vides.
ecris("p04-titres-et-totaux", [("Plan", [
    ["Commune de Valombre"], ["Plan d'amélioration 2026"], [],
    ["Réf", "Intitulé de l'action", "Pilote", "Fin prévue", "Statut"],
    ["A-001", "Raccourcir l'attente", "Accueil", "30/06/2026", "Terminé"],
    [],
    ["A-002", "Rappeler les usagers", "Standard", "31/12/2026", "suspendu"],
    ["Total", None, None, None, None],
])], {"feuille": "Plan", "actions": [action(5, "Raccourcir l'attente", "terminee", "2026-06-30", ("Accueil",)), action(7, "Rappeler les usagers", "en-cours", "2026-12-31", ("Standard",), 0)]})

# Plusieurs feuilles : un registre de courriers à côté ; seul le plan est un plan.
ecris("p05-avec-registre", [
    ("Courriers", [["N°", "Canal", "Date de réception", "Date de réponse"], [1, "Courrier", D(2026, 1, 5), D(2026, 1, 12)], [2, "Courriel", D(2026, 1, 6), None]]),
    ("Suivi des actions", [["Mesure", "Porteur", "Échéance", "Avancement"], ["Répondre sous 15 jours", "Cellule courrier", "juin 2026", 1], ["Modèles de lettres", "Cellule courrier", "fin juin 2027", 0.4]]),
], {"feuille": "Suivi des actions", "actions": [action(2, "Répondre sous 15 jours", "terminee", "2026-06-30", ("Cellule courrier",)), action(3, "Modèles de lettres", "en-cours", "2027-06-30", ("Cellule courrier",), 0)]})

# Un plan en anglais, exporté d'un outil en ligne.
ecris("p06-anglais", [("Tasks", [
    ["ID", "Task", "Owner", "Start", "Due date", "Status", "Priority"],
    ["T-9", "Write plain letters", "J. Doe", D(2026, 1, 1), D(2026, 2, 1), "Done", "High"],
    ["T-10", "Call back", "J. Doe & A. Roe", D(2026, 10, 1), D(2026, 12, 1), "In progress", "Low"],
    ["T-11", "Survey", "", None, None, "Cancelled", ""],
])], {"feuille": "Tasks", "actions": [action(2, "Write plain letters", "terminee", "2026-02-01", ("J. Doe",)), action(3, "Call back", "en-cours", "2026-12-01", ("J. Doe", "A. Roe"), 0), action(4, "Survey", "abandonnee")]})


# Un tableau Excel, décalé, avec des noms à la ligne dans une cellule.
def tableau(classeur):
    feuille = classeur["Amélioration"]
    feuille.insert_cols(1, 2)
    feuille.insert_rows(1, 3)
    feuille.add_table(Table(displayName="Actions", ref="C4:G6"))


ecris("p07-tableau-decale", [("Amélioration", [
    ["Numéro", "Libellé", "Responsable de l'action", "Fin prévue de l'action", "Statut"],
    ["01", "Ouvrir le samedi", "M. Ober\nMme Pila", "sans échéance", "En attente du budget"],
    ["02", "Traduire l'accueil", "Mme Pila", "15/01/2027", "Reporté"],
])], {"feuille": "Amélioration", "actions": [action(5, "Ouvrir le samedi", "en-cours", None, ("M. Ober", "Mme Pila")), action(6, "Traduire l'accueil", "prevue", "2027-01-15", ("Mme Pila",), 0)]}, tableau)

# Des cellules en erreur ou illisibles : dites, jamais devinées.
ecris("p08-illisible", [("Plan", [
    ["N°", "Action", "Responsable", "Échéance", "Statut"],
    [1, "Simplifier", "X", "dès que possible", "voir Paul"],
    [2, "Alléger", "Y", "30/02/2026", "fini"],
    [2, "Éclaircir", "Z", "#REF!", "en cours"],
])], {"feuille": "Plan", "actions": [action(2, "Simplifier", "prevue", None, ("X",)), action(3, "Alléger", "terminee", None, ("Y",)), action(4, "Éclaircir", "en-cours", None, ("Z",))],
      "doutes": ["Plan!D2", "Plan!D3", "Plan!D4", "Plan!A4", "Plan!E2"]})

# La liste complète des colonnes de la fiche officielle, dans son ordre.
ecris("p09-colonnes-de-la-fiche", [("Plan d'actions", [
    ["Numéro fiche action", "Thématique de l'engagement Services Publics", "Intitulé de l'engagement Services Publics", "Libellé de la fiche action", "Problématique identifiée", "Objectif", "Descriptif de l'action", "Indicateurs de suivi de l'action", "Responsable de l'action", "Contributeurs", "Démarrage de l'action", "Fin prévue de l'action"],
    ["2026-01", "Plus simple", "7", "Écouter", "Peu d'avis", "100 avis", "Borne", "Nombre d'avis", "Mme Aube", "M. Soir ; M. Nuit", D(2026, 2, 1), "mai 2026"],
])], {"feuille": "Plan d'actions", "actions": [action(2, "Écouter", "en-cours", "2026-05-31", ("Mme Aube",), 175)]})

# Une feuille masquée de l'an dernier, plus longue, n'est pas prise.
ecris("p10-ancien-masque", [
    ("2025", [["N°", "Action", "Pilote", "Échéance", "Statut"], *[[n, f"Ancienne {n}", "Q", "2025", "fait"] for n in range(1, 9)]]),
    ("2026", [["N°", "Action", "Pilote", "Échéance", "Statut"], [1, "Nouvelle", "Q", "2026", "en cours"]]),
], {"feuille": "2026", "actions": [action(2, "Nouvelle", "en-cours", "2026-12-31", ("Q",), 0)]}, lambda classeur: setattr(classeur["2025"], "sheet_state", "hidden"))

# Majuscules, accents perdus, espaces en trop, fins de ligne dans les titres.
ecris("p11-titres-abimes", [("PLAN", [
    ["N° \nACTION", " ACTION  CORRECTIVE ", "PILOTE(S)", "DATE D'ECHEANCE", "ETAT D'AVANCEMENT"],
    ["AC 1", "  Relire   les courriers ", "m. gris ", "01/12/26", "EN COURS"],
    ["AC 2", "Former", "m. gris, mme rose", "1er trimestre 2027", "NON DEMARREE"],
])], {"feuille": "PLAN", "actions": [action(2, "Relire les courriers", "en-cours", "2026-12-01", ("m. gris",), 0), action(3, "Former", "prevue", "2027-03-31", ("m. gris", "mme rose"), 0)]})

# Titres sur deux lignes, et une colonne de mois sans année.
ecris("p12-sans-annee", [("Suivi", [
    ["Plan du service", None, None, None],
    ["Action", "Responsable", "Échéance", "Statut"],
    ["Compter les appels", "Standard", "fin septembre", "en cours"],
    ["Afficher les résultats", "Direction", "15 décembre", "prévu"],
    ["Mettre à jour le site", "Communication", "permanent", "en cours"],
])], {"feuille": "Suivi", "actions": [action(3, "Compter les appels", "en-cours", "2026-09-30", ("Standard",), 53), action(4, "Afficher les résultats", "prevue", "2026-12-15", ("Direction",), 0), action(5, "Mettre à jour le site", "en-cours", None, ("Communication",))]})

# Un onglet qui parle d'actions sans en être un plan : rien n'est reconnu.
ecris("p13-pas-un-plan", [("Budget", [["Action", "Montant", "Compte"], ["Achat de chaises", 1200, "6068"], ["Formation", 800, "6184"]])], {"feuille": None, "actions": []})
