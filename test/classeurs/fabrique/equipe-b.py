#!/usr/bin/env python3
"""Fabrique des classeurs b..-… (équipe B) et de leurs lectures attendues, écrites à la main. Données fictives.

Usage : node equipe-b.mjs (classeurs exceljs), puis /usr/bin/python3 equipe-b.py
Le contrôle final recompte états et indicateurs à partir des seules listes écrites à la main (aucun classeur n'est relu).
"""
import datetime as dt
import json
import os
import random
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

SORTIE = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
NB = "\u00a0"
NNB = "\u202f"


def chemin(nom, ext="xlsx"):
    return os.path.join(SORTIE, f"{nom}.{ext}")


def j(iso):
    """Date (ou date et heure) à partir de sa forme ISO."""
    if "T" in iso:
        return dt.datetime.fromisoformat(iso)
    return dt.datetime.fromisoformat(iso)


def serie(iso):
    d = dt.datetime.fromisoformat(iso)
    return (d - dt.datetime(1899, 12, 30)).total_seconds() / 86400


# ------------------------------------------------------------------ attentes
OMIS = object()
ATTENTES = {}


def D(ligne, rec=OMIS, acc=OMIS, rep=OMIS, canal=OMIS, etat=OMIS):
    r = {"ligne": ligne}
    for clef, v in (("reception", rec), ("accuse", acc), ("reponse", rep), ("canal", canal), ("etat", etat)):
        if v is not OMIS:
            r[clef] = v
    return r


def F(feuille, entete, lignes, **colonnes):
    return {"feuille": feuille, "entete": entete, "lignes": lignes, "colonnes": colonnes}


def I(canal, ident, num, den):
    return {"canal": canal, "id": ident, "numerateur": num, "denominateur": den}


def E(adresse, motif=None):
    return {"adresse": adresse, "gravite": "erreur", **({"motif": motif} if motif else {})}


def W(adresse, motif=None):
    return {"adresse": adresse, "gravite": "avertissement", **({"motif": motif} if motif else {})}


def N(adresse, motif=None):
    return {"adresse": adresse, "gravite": "information", **({"motif": motif} if motif else {})}


def attendre(nom, situation, ecrit, feuilles, demandes=None, indicateurs=None, anomalies=(), au="2026-11-22", **autres):
    a = {"situation": situation, "ecritAvec": ecrit, "au": au}
    a.update(autres)
    a["feuilles"] = feuilles
    if demandes:
        a["demandes"] = demandes
    if indicateurs:
        a["indicateurs"] = indicateurs
    a["anomalies"] = list(anomalies)
    ATTENTES[nom] = a


def refuser(nom, motif):
    ATTENTES[nom] = {"refus": motif}


def en_json(a):
    if "refus" in a:
        return json.dumps(a, ensure_ascii=False) + "\n"
    lignes = []
    for clef, v in a.items():
        if clef in ("feuilles", "demandes", "indicateurs", "anomalies"):
            corps = ",\n    ".join(json.dumps(x, ensure_ascii=False) for x in v)
            lignes.append(f'  "{clef}": [\n    {corps}\n  ]' if v else f'  "{clef}": []')
        else:
            lignes.append(f'  "{clef}": {json.dumps(v, ensure_ascii=False)}')
    return "{\n" + ",\n".join(lignes) + "\n}\n"


DANS, HORS, COURS, RETARD = "repondu-dans-delai", "repondu-hors-delai", "en-cours", "en-retard"
CORR, CHAMP, PERIM = "a-corriger", "hors-champ", "hors-perimetre"
CL, CR = "courriel", "courrier"


# ------------------------------------------------------------------ écrivains
def openpyxl_classeur(feuilles):
    """feuilles : liste de (nom, lignes) ; une ligne est une liste de valeurs, None = cellule vide."""
    import openpyxl

    wb = openpyxl.Workbook()
    wb.remove(wb.active)
    for nom, lignes in feuilles:
        ws = wb.create_sheet(nom)
        poser_openpyxl(ws, lignes)
    return wb


def poser_openpyxl(ws, lignes, ligne=1, colonne=1):
    for r, valeurs in enumerate(lignes):
        for c, v in enumerate(valeurs):
            if v is None:
                continue
            cell = ws.cell(row=ligne + r, column=colonne + c, value=v)
            if isinstance(v, (dt.datetime, dt.date)):
                cell.number_format = "dd/mm/yyyy"
                if isinstance(v, dt.datetime) and (v.hour or v.minute):
                    cell.number_format = "dd/mm/yyyy hh:mm"


def xlsxwriter_classeur(nom, feuilles, options=None, apres=None, format_date="dd/mm/yyyy"):
    import xlsxwriter

    wb = xlsxwriter.Workbook(chemin(nom), {"strings_to_numbers": False, "strings_to_formulas": False, **(options or {})})
    f = wb.add_format({"num_format": format_date})
    for nom_f, lignes in feuilles:
        ws = wb.add_worksheet(nom_f)
        for r, valeurs in enumerate(lignes):
            for c, v in enumerate(valeurs):
                if v is None:
                    continue
                if isinstance(v, dt.datetime):
                    ws.write_datetime(r, c, v, f)
                elif isinstance(v, bool):
                    ws.write_boolean(r, c, v)
                elif isinstance(v, (int, float)):
                    ws.write_number(r, c, v)
                else:
                    ws.write_string(r, c, v)
    if apres:
        apres(wb)
    wb.close()


def par_libreoffice(wb, nom):
    """Enregistre le classeur openpyxl, puis le fait réécrire par LibreOffice."""
    with tempfile.TemporaryDirectory() as tmp:
        source = os.path.join(tmp, f"{nom}.xlsx")
        sortie = os.path.join(tmp, "sortie")
        wb.save(source)
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{tmp}/profil", "--convert-to", "xlsx", "--outdir", sortie, source],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240,
        )
        shutil.copy(os.path.join(sortie, f"{nom}.xlsx"), chemin(nom))


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PREL = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_REL = "http://purl.oclc.org/ooxml/officeDocument/relationships"
TETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def styles(ns=MAIN, p=""):
    """Style 0 : standard ; style 1 : date (numFmt 14) ; style 2 : date sur mesure."""
    q = f"{p}:" if p else ""
    x = f"xmlns:{p}" if p else "xmlns"
    return (
        TETE + f'<{q}styleSheet {x}="{ns}"><{q}numFmts count="1"><{q}numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></{q}numFmts>'
        f'<{q}fonts count="1"><{q}font><{q}sz val="11"/><{q}name val="Calibri"/></{q}font></{q}fonts>'
        f'<{q}fills count="2"><{q}fill><{q}patternFill patternType="none"/></{q}fill><{q}fill><{q}patternFill patternType="gray125"/></{q}fill></{q}fills>'
        f"<{q}borders count=\"1\"><{q}border><{q}left/><{q}right/><{q}top/><{q}bottom/><{q}diagonal/></{q}border></{q}borders>"
        f'<{q}cellStyleXfs count="1"><{q}xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></{q}cellStyleXfs>'
        f'<{q}cellXfs count="3"><{q}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'<{q}xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        f'<{q}xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></{q}cellXfs></{q}styleSheet>'
    )


def xml_classeur(nom, feuilles, partagees=None, ns=MAIN, rel=REL, p="", absolu=False, classeur_attr="", macros=False, ext="xlsx"):
    """feuilles : liste de (nom, nom de partie, xml complet). Écrit le zip à la main."""
    q = f"{p}:" if p else ""
    x = f"xmlns:{p}" if p else "xmlns"
    base = "/xl/" if absolu else ""
    ct_classeur = (
        "application/vnd.ms-excel.sheet.macroEnabled.main+xml" if macros
        else "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    )
    types = TETE + f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    types += '<Default Extension="xml" ContentType="application/xml"/>'
    if macros:
        types += '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
    types += f'<Override PartName="/xl/workbook.xml" ContentType="{ct_classeur}"/>'
    rels = TETE + f'<Relationships xmlns="{PREL}">'
    onglets = ""
    parties = {}
    for i, (titre, partie, xml) in enumerate(feuilles, 1):
        types += f'<Override PartName="/xl/worksheets/{partie}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        rels += f'<Relationship Id="rId{i}" Type="{rel}/worksheet" Target="{base}worksheets/{partie}"/>'
        onglets += f'<{q}sheet name="{escape(titre)}" sheetId="{i}" r:id="rId{i}"/>'
        parties[f"xl/worksheets/{partie}"] = xml
    rels += f'<Relationship Id="rId90" Type="{rel}/styles" Target="{base}styles.xml"/>'
    types += '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
    parties["xl/styles.xml"] = styles(ns, p)
    if partagees is not None:
        rels += f'<Relationship Id="rId91" Type="{rel}/sharedStrings" Target="{base}sharedStrings.xml"/>'
        types += '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>'
        parties["xl/sharedStrings.xml"] = partagees
    if macros:
        rels += '<Relationship Id="rId92" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
        parties["xl/vbaProject.bin"] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"macros fictives" * 20
    conformance = ' conformance="strict"' if ns == STRICT else ""
    parties["xl/workbook.xml"] = (
        TETE + f'<{q}workbook {x}="{ns}" xmlns:r="{rel}"{conformance}>{classeur_attr}<{q}sheets>{onglets}</{q}sheets></{q}workbook>'
    )
    parties["xl/_rels/workbook.xml.rels"] = rels + "</Relationships>"
    parties["_rels/.rels"] = (
        TETE + f'<Relationships xmlns="{PREL}"><Relationship Id="rId1" Type="{rel}/officeDocument" Target="{"/" if absolu else ""}xl/workbook.xml"/></Relationships>'
    )
    with zipfile.ZipFile(chemin(nom, ext), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", types + "</Types>")
        for clef, v in parties.items():
            z.writestr(clef, v)


class Partagees:
    """Table des chaînes partagées."""

    def __init__(self):
        self.si = []

    def texte(self, t):
        return self.brut(f'<si><t xml:space="preserve">{escape(t)}</t></si>')

    def brut(self, xml):
        if xml not in self.si:
            self.si.append(xml)
        return self.si.index(xml)

    def xml(self, p="", ns=MAIN):
        corps = "".join(self.si)
        if p:
            corps = re.sub(r"<(/?)(si|t|r|rPr|b|rPh|phoneticPr)(?=[ />])", rf"<\1{p}:\2", corps)
        q = f"{p}:" if p else ""
        x = f"xmlns:{p}" if p else "xmlns"
        return TETE + f'<{q}sst {x}="{ns}" count="{len(self.si)}" uniqueCount="{len(self.si)}">{corps}</{q}sst>'


LETTRES = "ABCDEFGHIJ"


# ====================================================================== cas
REF_SUITE = [
    I("tous", "moins-de-8", 3, 12), I("tous", "moins-de-15", 6, 11), I("tous", "moins-de-30", 7, 10),
    I("tous", "considere-non-repondu", 5, 11), I("tous", "sans-reponse-finale", 4, 13), I("tous", "en-retard", 2, 13),
    I("courrier", "moins-de-15", 4, 7), I("courriel", "moins-de-15", 2, 4),
]
REF_DEMANDES = [
    D("Suivi!2", "2026-01-05", None, "2026-01-09", CR, DANS),
    D("Suivi!3", "2026-01-12", "2026-01-14", "2026-02-02", CR, HORS),
    D("Suivi!4", "2026-02-02", None, "2026-02-16", CR, DANS),
    D("Suivi!5", "2026-02-02", None, "2026-02-17", CR, HORS),
    D("Suivi!6", "2026-03-02", "2026-03-02", "2026-03-09", CL, DANS),
    D("Suivi!7", "2026-03-02", None, "2026-03-10", CL, DANS),
    D("Suivi!8", "2026-04-30", "2026-05-04", "2026-06-02", CL, HORS),
    D("Suivi!9", "2026-09-01", "2026-09-02", None, CL, RETARD),
    D("Suivi!10", "2026-10-20", None, None, CR, RETARD),
    D("Suivi!11", "2026-11-16", "2026-11-16", None, CL, COURS),
    D("Suivi!12", "2026-11-08", None, None, CL, COURS),
    D("Suivi!13", "2026-11-02", None, "2026-11-02", CR, DANS),
    D("Suivi!14", "2025-11-20", None, "2025-11-28", CR, DANS),
    D("Suivi!15", canal=CL, etat=CORR),
]
REF_ENTETE = ["Identifiant", "Expéditeur", "Canal", "Date de réception", "Date AR", "Date de la réponse finale", "Nature de la réponse"]
REF_COLONNES = dict(identifiant="A", expediteur="B", canal="C", reception="D", accuse="E", reponse="F", nature="G")


def b01():
    nom = "b01-reference-vraies-dates"
    wb = openpyxl_classeur([("Suivi", [
        REF_ENTETE,
        ["C001", "U-01", "courrier", j("2026-01-05"), None, j("2026-01-09")],
        ["C002", "U-02", "Courrier ", j("2026-01-12"), j("2026-01-14"), j("2026-02-02")],
        ["C003", "U-03", "COURRIER", j("2026-02-02"), None, j("2026-02-16")],
        ["C004", "U-04", "courrier", j("2026-02-02"), None, j("2026-02-17")],
        ["M001", "U-05", "courriel", j("2026-03-02T08:15"), j("2026-03-02"), j("2026-03-09T17:40")],
        ["M002", "U-06", "e-mail", j("2026-03-02"), None, j("2026-03-10")],
        ["M003", "U-07", "mél", j("2026-04-30"), j("2026-05-04"), j("2026-06-02")],
        ["M004", "U-08", "Courriel", j("2026-09-01"), j("2026-09-02"), None],
        ["C005", "U-09", "courrier", j("2026-10-20"), None, "NR"],
        ["M005", "U-10", "courriel", j("2026-11-16"), j("2026-11-16"), None],
        ["M006", "U-11", "courriel", j("2026-11-08"), None, None],
        ["C006", "U-12", "lettre", j("2026-11-02"), None, j("2026-11-02")],
        ["C007", "U-13", "courrier", j("2025-11-20"), None, j("2025-11-28")],
        ["M007", "U-14", "courriel", j("2026-06-01"), None, j("2026-05-28")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.5 Échantillon de référence (§10), vraies dates et heures", "openpyxl",
             [F("Suivi", 1, 14, **REF_COLONNES)], REF_DEMANDES, REF_SUITE, [E("Suivi!F15", "avant")])


def b02():
    nom = "b02-reference-en-texte"
    xlsxwriter_classeur(nom, [("Suivi", [
        REF_ENTETE,
        ["C001", "U-01", "courrier", "05/01/2026", None, "09/01/2026"],
        ["C002", "U-02", "Courrier ", "12/01/2026", "14/01/2026", "02/02/2026"],
        ["C003", "U-03", "COURRIER", "02/02/2026", None, "16/02/2026"],
        ["C004", "U-04", "courrier", "2.2.26", None, "17.2.26"],
        ["M001", "U-05", "courriel", "02/03/2026 08:15", "02/03/2026", "09/03/2026 17:40"],
        ["M002", "U-06", "e-mail", "2026-03-02", None, "2026-03-10"],
        ["M003", "U-07", "mél", "30/04/2026", "04/05/2026", "02/06/2026"],
        ["M004", "U-08", "Courriel", "01/09/2026", "02/09/2026", None],
        ["C005", "U-09", "courrier", "20/10/2026", None, "NR"],
        ["M005", "U-10", "courriel", "16/11/2026", "16/11/2026", None],
        ["M006", "U-11", "courriel", "08/11/2026", None, None],
        ["C006", "U-12", "lettre", "02/11/2026", None, "02/11/2026"],
        ["C007", "U-13", "courrier", "20/11/2025", None, "28/11/2025"],
        ["M007", "U-14", "courriel", "01/06/2026", None, "28/05/2026"],
    ])])
    attendre(nom, "8.3 Échantillon de référence (§10), tout en texte", "xlsxwriter",
             [F("Suivi", 1, 14, **REF_COLONNES)], REF_DEMANDES, REF_SUITE, [E("Suivi!F15", "avant")])


def b03():
    nom = "b03-bloc-de-titre"
    wb = openpyxl_classeur([("Registre", [
        ["Préfecture du Val-Fictif"], ["Suivi des courriers et des courriels"], ["Résultats du 01/01/2026 au 30/06/2026"], [], ["Service : accueil"],
        [None, "Réf.", "Demandeur", "Support", "Date d’arrivée", "Date d’envoi de l’AR", "Date de clôture"],
        [None, "R-01", "M. Alric", "courrier", j("2026-01-05"), None, j("2026-01-12")],
        [None, "R-02", "Mme Bonnet", "courriel", j("2026-01-08"), j("2026-01-09"), j("2026-01-23")],
        [None, "R-03", "M. Cazal", "mail", j("2026-02-03"), j("2026-02-03"), None],
        [None, "R-04", "Mme Druart", "lettre", j("2026-02-10"), None, j("2026-02-24")],
        [None, "R-05", "M. Evrard", "courriel", j("2026-06-19"), None, None],
        [None, "R-06", "Mme Ficheux", "courrier", j("2026-06-01"), None, j("2026-06-29")],
        [None, "R-07", "M. Guérin", "courriel", j("2026-06-12"), j("2026-06-15"), j("2026-06-30")],
    ])])
    wb["Registre"].merge_cells("A1:G1")
    wb["Registre"].merge_cells("A3:G3")
    par_libreoffice(wb, nom)
    attendre(nom, "8.1 Bloc de titre au-dessus du tableau, première colonne vide", "LibreOffice (depuis openpyxl)",
             [F("Registre", 6, 7, identifiant="B", expediteur="C", canal="D", reception="E", accuse="F", reponse="G")],
             [
                 D("Registre!7", "2026-01-05", None, "2026-01-12", CR, DANS),
                 D("Registre!8", "2026-01-08", "2026-01-09", "2026-01-23", CL, HORS),
                 D("Registre!9", "2026-02-03", "2026-02-03", None, CL, RETARD),
                 D("Registre!10", "2026-02-10", None, "2026-02-24", CR, DANS),
                 D("Registre!11", "2026-06-19", None, None, CL, COURS),
                 D("Registre!12", "2026-06-01", None, "2026-06-29", CR, HORS),
                 D("Registre!13", "2026-06-12", "2026-06-15", "2026-06-30", CL, HORS),
             ],
             [I("tous", "moins-de-8", 1, 7), I("tous", "moins-de-15", 2, 6), I("tous", "moins-de-30", 3, 4),
              I("tous", "sans-reponse-finale", 2, 7), I("tous", "en-retard", 1, 7)], au="2026-06-30")


def b04():
    nom = "b04-deux-lignes-entete"
    wb = openpyxl_classeur([("Registre", [
        ["Registre 2026"], [],
        ["Demande", None, "Réception", None, "Accusé de réception", "Réponse", None],
        ["N°", "Usager", "Date", "Canal", "Date", "Date", "Nature"],
    ])])
    ws = wb["Registre"]
    poser_openpyxl(ws, [
        ["K1", "Mme Issert", j("2026-04-13"), "courriel", j("2026-04-14"), j("2026-04-20"), "positive"],
        ["K2", "M. Joly", j("2026-04-14"), "courrier", None, j("2026-05-05"), "rejet"],
        ["K3", "Mme Kerbrat", j("2026-04-17"), "courriel", j("2026-04-20"), None, None],
        ["K4", "M. Lemoine", j("2026-04-27"), "courrier", j("2026-05-04"), j("2026-05-11"), "positive"],
        ["K5", "Mme Millet", j("2026-05-18"), "mail", None, j("2026-05-18"), "positive"],
    ], ligne=5)
    ws.merge_cells("A3:B3")
    ws.merge_cells("C3:D3")
    ws.merge_cells("F3:G3")
    wb.save(chemin(nom))
    attendre(nom, "8.2 Deux lignes d'en-tête, cellules fusionnées", "openpyxl",
             [F("Registre", 4, 5, identifiant="A", expediteur="B", reception="C", canal="D", accuse="E", reponse="F")],
             [
                 D("Registre!5", "2026-04-13", "2026-04-14", "2026-04-20", CL, DANS),
                 D("Registre!6", "2026-04-14", None, "2026-05-05", CR, HORS),
                 D("Registre!7", "2026-04-17", "2026-04-20", None, CL, RETARD),
                 D("Registre!8", "2026-04-27", "2026-05-04", "2026-05-11", CR, DANS),
                 D("Registre!9", "2026-05-18", None, "2026-05-18", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "moins-de-8", 2, 5), I("tous", "sans-reponse-finale", 1, 5)])


def b05():
    nom = "b05-dates-en-texte"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["N°", "Expéditeur", "Canal", "Reçu le", "Répondu le"],
        ["1", "U-01", "courrier", "12/03/2026", "19/03/2026"],
        ["2", "U-02", "courrier", "12.3.26", "30.3.26"],
        ["3", "U-03", "courriel", "12-03-2026", "26-03-2026"],
        ["4", "U-04", "courriel", "12 mars 2026", "27 mars 2026"],
        ["5", "U-05", "courriel", "jeudi 12 mars 2026", "vendredi 13 mars 2026"],
        ["6", "U-06", "courriel", "2026-03-12", "2026-04-02"],
        ["7", "U-07", "courriel", "'12/03/2026", "'20/03/2026"],
        ["8", "U-08", "courriel", f"{NB}12/03/2026{NNB}", "  16/03/2026 "],
        ["9", "U-09", "courriel", f"12{NB}mars{NB}2026", None],
        ["10", "U-10", "courriel", "12/3/2026", "1er avril 2026"],
        ["11", "U-11", "courriel", "12/03/26", "12/03/26"],
    ])])
    attendre(nom, "8.3 Dates en texte, toutes les écritures", "xlsxwriter",
             [F("Suivi", 1, 11, identifiant="A", expediteur="B", canal="C", reception="D", reponse="E", accuse=None)],
             [
                 D("Suivi!2", "2026-03-12", None, "2026-03-19", CR, DANS),
                 D("Suivi!3", "2026-03-12", None, "2026-03-30", CR, HORS),
                 D("Suivi!4", "2026-03-12", None, "2026-03-26", CL, DANS),
                 D("Suivi!5", "2026-03-12", None, "2026-03-27", CL, HORS),
                 D("Suivi!6", "2026-03-12", None, "2026-03-13", CL, DANS),
                 D("Suivi!7", "2026-03-12", None, "2026-04-02", CL, HORS),
                 D("Suivi!8", "2026-03-12", None, "2026-03-20", CL, DANS),
                 D("Suivi!9", "2026-03-12", None, "2026-03-16", CL, DANS),
                 D("Suivi!10", "2026-03-12", None, None, CL, RETARD),
                 D("Suivi!11", "2026-03-12", None, "2026-04-01", CL, HORS),
                 D("Suivi!12", "2026-03-12", None, "2026-03-12", CL, DANS),
             ],
             [I("tous", "moins-de-8", 4, 11), I("tous", "moins-de-15", 6, 11), I("tous", "moins-de-30", 10, 11),
              I("tous", "considere-non-repondu", 5, 11), I("tous", "sans-reponse-finale", 1, 11)])


def b06():
    nom = "b06-sans-annee-voisins"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Reçu le", "Canal", "Répondu le"],
        ["1", "15/12/2025", "courriel", "22/12/2025"],
        ["2", "18/12", "courriel", "29/12/2025"],
        ["3", "22/12/2025", "courriel", "05/01/2026"],
        ["4", "29/12", "courriel", "08/01/2026"],
        ["5", "05/01/2026", "courriel", "26/01/2026"],
        ["6", "12/01", "courriel", "19/01/2026"],
        ["7", "20/01", "courriel", "03/02"],
        ["8", "26/01/2026", "courriel", "09/02/2026"],
        ["9", "28/01", "courriel", None],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.3 Dates sans année, devinées d'après les voisins", "openpyxl",
             [F("Suivi", 1, 9, identifiant="A", reception="B", canal="C", reponse="D")],
             [
                 D("Suivi!2", "2025-12-15", None, "2025-12-22", CL, DANS),
                 D("Suivi!3", "2025-12-18", None, "2025-12-29", CL, DANS),
                 D("Suivi!4", "2025-12-22", None, "2026-01-05", CL, DANS),
                 D("Suivi!5", "2025-12-29", None, "2026-01-08", CL, DANS),
                 D("Suivi!6", "2026-01-05", None, "2026-01-26", CL, HORS),
                 D("Suivi!7", "2026-01-12", None, "2026-01-19", CL, DANS),
                 D("Suivi!8", "2026-01-20", None, "2026-02-03", CL, DANS),
                 D("Suivi!9", "2026-01-26", None, "2026-02-09", CL, DANS),
                 D("Suivi!10", "2026-01-28", None, None, CL, RETARD),
             ],
             [I("tous", "moins-de-15", 7, 9), I("tous", "moins-de-8", 2, 9), I("tous", "moins-de-30", 8, 9)],
             [N("Suivi!B3"), N("Suivi!B5"), N("Suivi!B7"), N("Suivi!B8"), N("Suivi!B10"), N("Suivi!D8")])


def b07():
    nom = "b07-sans-annee-sans-voisin"
    wb = openpyxl_classeur([
        ("Mars", [
            ["N°", "Reçu le", "Canal", "Répondu le"],
            ["1", "09/03/2026", "courriel", None],
            ["2", "lundi 16 mars", "courriel", "NR"],
            ["3", "23/03/2026", "courriel", "30/03"],
            ["4", "30/03/2026", "courriel", "NR"],
            ["5", "06/04", "courriel", None],
        ]),
        ("Avril", [
            ["N°", "Reçu le", "Canal", "Répondu le"],
            ["11", "12/04", "courriel", "20/04/2026"],
            ["12", "15/04", "courriel", "22/04/2026"],
            ["13", "20/04", "courriel", None],
        ]),
    ])
    wb.save(chemin(nom))
    attendre(nom, "8.3 Dates sans année et sans voisin daté", "openpyxl",
             [F("Mars", 1, 5, identifiant="A", reception="B", canal="C", reponse="D"),
              F("Avril", 1, 3, identifiant="A", reception="B", canal="C", reponse="D")],
             [
                 D("Mars!2", "2026-03-09", None, None, CL, RETARD),
                 D("Mars!3", "2026-03-16", None, None, CL, RETARD),
                 D("Mars!4", etat=CORR),
                 D("Mars!5", "2026-03-30", None, None, CL, RETARD),
                 D("Mars!6", "2026-04-06", None, None, CL, RETARD),
                 D("Avril!2", etat=CORR), D("Avril!3", etat=CORR), D("Avril!4", etat=CORR),
             ],
             [I("tous", "moins-de-15", 0, 4), I("tous", "en-retard", 4, 4)],
             [N("Mars!B3"), N("Mars!B6"), E("Mars!D4"), E("Avril!B2"), E("Avril!B3"), E("Avril!B4")])


def b08():
    nom = "b08-sans-jour"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["N°", "Expéditeur", "Date de réception", "Date de la réponse"],
        ["S1", "U-01", "oct-15", None],
        ["S2", "U-02", "T3 2026", None],
        ["S3", "U-03", "05/10/2026", "nov-26"],
        ["S4", "U-04", "06/10/2026", "12/10/2026"],
        ["S5", "U-05", "mars 2026", "16/03/2026"],
        ["S6", "U-06", "13/10/2026", "20/10/2026"],
    ])])
    attendre(nom, "8.3 Dates sans jour (« oct-15 », « T3 2026 »)", "xlsxwriter",
             [F("Suivi", 1, 6, identifiant="A", expediteur="B", reception="C", reponse="D", canal=None)],
             [
                 D("Suivi!2", etat=CORR), D("Suivi!3", etat=CORR), D("Suivi!4", etat=CORR),
                 D("Suivi!5", "2026-10-06", None, "2026-10-12", None, DANS),
                 D("Suivi!6", etat=CORR),
                 D("Suivi!7", "2026-10-13", None, "2026-10-20", None, DANS),
             ],
             [I("tous", "moins-de-15", 2, 2), I("tous", "sans-reponse-finale", 0, 2)],
             [E("Suivi!C2"), E("Suivi!C3"), E("Suivi!D4"), E("Suivi!C6")])


def b09():
    attendre("b09-jours-mois-inverses", "8.4 Vraies dates inversées par un import en-US, le reste en texte", "exceljs",
             [F("Export", 1, 7, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Export!2", "2026-05-03", None, "2026-05-18", CL, HORS),
                 D("Export!3", "2026-03-25", None, "2026-03-30", CL, DANS),
                 D("Export!4", "2026-02-04", None, "2026-02-13", CL, DANS),
                 D("Export!5", "2026-04-17", None, "2026-05-20", CL, HORS),
                 D("Export!6", "2026-06-08", None, None, CL, RETARD),
                 D("Export!7", "2026-05-29", None, "2026-06-12", CL, DANS),
                 D("Export!8", "2026-09-10", None, "2026-09-28", CL, HORS),
             ],
             [I("tous", "moins-de-15", 3, 7), I("tous", "moins-de-8", 1, 7)],
             [W("Export!C1", "invers")])


def b10():
    nom = "b10-vraies-et-texte-sans-inversion"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Canal", "Date de réception", "Date de la réponse"],
        ["1", "courriel", j("2026-03-05"), j("2026-03-09")],
        ["2", "courriel", j("2026-03-25"), "30/03/2026"],
        ["3", "courriel", "17/03/2026", j("2026-04-02")],
        ["4", "courriel", "27/03/2026", "24/04/2026"],
        ["5", "courriel", "06/03/2026", None],
        ["6", "courriel", j("2026-03-12"), "26/03/2026"],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.4 Vraies dates et dates en texte mêlées, sans inversion (deux vraies dates ne suffisent pas)", "openpyxl",
             [F("Suivi", 1, 6, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-05", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-25", None, "2026-03-30", CL, DANS),
                 D("Suivi!4", "2026-03-17", None, "2026-04-02", CL, HORS),
                 D("Suivi!5", "2026-03-27", None, "2026-04-24", CL, HORS),
                 D("Suivi!6", "2026-03-06", None, None, CL, RETARD),
                 D("Suivi!7", "2026-03-12", None, "2026-03-26", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 6), I("tous", "moins-de-30", 5, 6)])


def b11():
    nom = "b11-mois-jour"
    xlsxwriter_classeur(nom, [("Export", [
        ["Ticket", "Received", "Channel", "Answered"],
        ["1", "03/25/2026", "e-mail", "03/27/2026"],
        ["2", "03/05/2026", "e-mail", "04/02/2026"],
        ["3", "04/13/2026", "postal", "04/27/2026"],
        ["4", "06/01/2026", "e-mail", "06/12/2026"],
        ["5", "11/02/2026", "e-mail", None],
        ["6", "11/10/2026", "e-mail", None],
    ])])
    attendre(nom, "8.4 Colonnes de texte en mois/jour", "xlsxwriter",
             [F("Export", 1, 6, identifiant="A", reception="B", canal="C", reponse="D")],
             [
                 D("Export!2", "2026-03-25", None, "2026-03-27", CL, DANS),
                 D("Export!3", "2026-03-05", None, "2026-04-02", CL, HORS),
                 D("Export!4", "2026-04-13", None, "2026-04-27", CR, DANS),
                 D("Export!5", "2026-06-01", None, "2026-06-12", CL, DANS),
                 D("Export!6", "2026-11-02", None, None, CL, RETARD),
                 D("Export!7", "2026-11-10", None, None, CL, COURS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "moins-de-8", 1, 6), I("tous", "en-retard", 1, 6)],
             [N("Export!B1", "mois/jour"), N("Export!D1", "mois/jour")])


def b12():
    nom = "b12-deux-sens-dans-la-colonne"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Reçu le", "Canal", "Répondu le"],
        ["1", "25/03/2026", "courriel", "31/03/2026"],
        ["2", "03/25/2026", "courriel", "02/04/2026"],
        ["3", "05/03/2026", "courriel", "12/03/2026"],
        ["4", "30/03/2026", "courriel", "NR"],
        ["5", "01/04/2026", "courriel", "04/05/2026"],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.4 Un texte en mois/jour dans une colonne en jour/mois", "openpyxl",
             [F("Suivi", 1, 5, identifiant="A", reception="B", canal="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-25", None, "2026-03-31", CL, DANS),
                 D("Suivi!3", etat=CORR),
                 D("Suivi!4", "2026-03-05", None, "2026-03-12", CL, DANS),
                 D("Suivi!5", "2026-03-30", None, None, CL, RETARD),
                 D("Suivi!6", "2026-04-01", None, "2026-05-04", CL, HORS),
             ],
             [I("tous", "moins-de-15", 2, 4), I("tous", "moins-de-30", 2, 4)],
             [E("Suivi!B3")])


def b13():
    attendre("b13-heures", "8.5 Dates avec heures, vraies et en texte", "exceljs",
             [F("Suivi", 1, 8, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", "2026-03-02", "2026-03-02", CL, DANS),
                 D("Suivi!3", "2026-03-02", None, "2026-03-16", CL, DANS),
                 D("Suivi!4", "2026-03-02", None, "2026-03-17", CL, HORS),
                 D("Suivi!5", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!6", "2026-03-02", None, "2026-03-05", CL, DANS),
                 D("Suivi!7", "2026-03-02", None, None, CL, RETARD),
                 D("Suivi!8", "2021-03-02", None, "2021-03-03", CL, DANS),
                 D("Suivi!9", "2026-03-16", "2026-03-17", "2026-03-31", CL, HORS),
             ],
             [I("tous", "moins-de-8", 4, 8), I("tous", "moins-de-15", 5, 8), I("tous", "sans-reponse-finale", 1, 8)])


def b14():
    nom = "b14-am-pm"
    wb = openpyxl_classeur([("Export", [
        ["Ticket", "Created date", "Channel", "Closed date"],
        ["1", "2/25/2026 8:15 AM", "email", "3/4/2026 9:00 AM"],
        ["2", "3/2/2026 11:59 PM", "email", "3/17/2026 4:45 PM"],
        ["3", "3/12/2026 12:30 AM", "email", "3/26/2026 12:00 PM"],
        ["4", "11/9/2026 1:05 PM", "email", None],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.5 Dates anglaises avec AM/PM, en mois/jour", "openpyxl",
             [F("Export", 1, 4, identifiant="A", reception="B", canal="C", reponse="D")],
             [
                 D("Export!2", "2026-02-25", None, "2026-03-04", CL, DANS),
                 D("Export!3", "2026-03-02", None, "2026-03-17", CL, HORS),
                 D("Export!4", "2026-03-12", None, "2026-03-26", CL, DANS),
                 D("Export!5", "2026-11-09", None, None, CL, COURS),
             ],
             [I("tous", "moins-de-15", 2, 3), I("tous", "moins-de-8", 1, 4)],
             [N("Export!B1", "mois/jour"), N("Export!D1", "mois/jour")])


def b15():
    nom = "b15-classeur-1904"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["N°", "Canal", "Reçu le", "AR", "Répondu le"],
        ["1", "courrier", j("2026-03-16"), None, j("2026-03-30")],
        ["2", "courriel", j("2026-03-03"), j("2026-03-04"), j("2026-03-18")],
        ["3", "courriel", j("2026-03-05T14:30"), j("2026-03-05"), j("2026-03-12")],
        ["4", "courrier", j("2026-11-03"), None, None],
        ["5", "courriel", j("2026-11-09"), j("2026-11-10"), None],
        ["6", "courriel", "20/03/2026", None, "27/03/2026"],
    ])], options={"date_1904": True})
    attendre(nom, "8.5 Classeur en calendrier 1904", "xlsxwriter",
             [F("Suivi", 1, 6, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-16", None, "2026-03-30", CR, DANS),
                 D("Suivi!3", "2026-03-03", "2026-03-04", "2026-03-18", CL, HORS),
                 D("Suivi!4", "2026-03-05", "2026-03-05", "2026-03-12", CL, DANS),
                 D("Suivi!5", "2026-11-03", None, None, CR, RETARD),
                 D("Suivi!6", "2026-11-09", "2026-11-10", None, CL, COURS),
                 D("Suivi!7", "2026-03-20", None, "2026-03-27", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "moins-de-8", 2, 6), I("tous", "en-retard", 1, 6)])


def b16():
    nom = "b16-non-repondu"
    wb = openpyxl_classeur([("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "AR", "Date de la réponse finale"],
        ["A1", "courriel", j("2026-11-02"), j("2026-11-03"), "NR"],
        ["A2", "courriel", j("2026-11-02"), None, "n.r."],
        ["A3", "courriel", j("2026-11-10"), None, "non répondu"],
        ["A4", "courriel", j("2026-11-10"), None, "/"],
        ["A5", "courriel", j("2026-11-10"), None, "-"],
        ["A6", "courriel", j("2026-11-10"), None, "?"],
        ["A7", "courriel", j("2026-11-10"), None, 0],
        ["A8", "courriel", j("2026-11-10"), None, "AR seul"],
        ["A9", "courriel", j("2026-10-14"), None, "sans objet"],
        ["A10", "courriel", j("2026-10-14"), None, "classé"],
        ["A11", "courriel", j("2026-10-14"), None, "transmis à la CAF"],
        ["A12", "courriel", j("2026-11-02"), "oui", None],
        ["A13", "courriel", j("2026-11-02"), "x", j("2026-11-06")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.6 NR, /, -, ?, 0, AR seul, sans objet, classé, transmis à …", "openpyxl",
             [F("Suivi", 1, 13, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-11-02", "2026-11-03", None, CL, RETARD),
                 D("Suivi!3", "2026-11-02", None, None, CL, RETARD),
                 D("Suivi!4", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!5", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!6", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!7", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!8", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!9", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!10", canal=CL, etat=PERIM), D("Suivi!11", canal=CL, etat=PERIM), D("Suivi!12", canal=CL, etat=PERIM),
                 D("Suivi!13", "2026-11-02", None, None, CL, RETARD),
                 D("Suivi!14", "2026-11-02", None, "2026-11-06", CL, DANS),
             ],
             [I("tous", "moins-de-8", 1, 10), I("tous", "moins-de-15", 1, 4), I("tous", "considere-non-repondu", 3, 4),
              I("tous", "sans-reponse-finale", 9, 10), I("tous", "en-retard", 3, 10)],
             [N("Suivi!E10"), N("Suivi!E11"), N("Suivi!E12"), N("Suivi!D13"), N("Suivi!D14")])


def feuille_inline(lignes):
    """Feuille dont tous les textes sont en ligne (t="inlineStr")."""
    xml = TETE + f'<worksheet xmlns="{MAIN}"><sheetData>'
    for r, ligne in enumerate(lignes, 1):
        xml += f'<row r="{r}">'
        for c, v in enumerate(ligne):
            if v is None:
                continue
            ref = f"{LETTRES[c]}{r}"
            if isinstance(v, dt.datetime):
                xml += f'<c r="{ref}" s="1"><v>{serie(v.isoformat()):g}</v></c>'
            else:
                xml += f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{escape(v)}</t></is></c>'
        xml += "</row>"
    return xml + "</sheetData></worksheet>"


def b17():
    nom = "b17-non-repondu-textes-en-ligne"
    xml_classeur(nom, [("Suivi", "sheet1.xml", feuille_inline([
        ["Réf", "Expéditeur", "Canal", "Reçu le", "Répondu le"],
        ["N-1", "U-01", "courriel", j("2026-11-02"), "NON RÉPONDU"],
        ["N-2", "U-02", "courriel", j("2026-11-03"), "N.R."],
        ["N-3", "U-03", "courriel", j("2026-11-10"), " nr "],
        ["N-4", "U-04", "courriel", j("2026-11-11"), "non repondu"],
        ["N-5", "U-05", "courriel", j("2026-11-12"), "ar seul"],
        ["N-6", "U-06", "courriel", j("2026-10-05"), "Sans objet"],
        ["N-7", "U-07", "courriel", j("2026-10-06"), "CLASSÉ"],
        ["N-8", "U-08", "courriel", j("2026-10-07"), "Transmis à la mairie"],
        ["N-9", "U-09", "courriel", j("2026-10-08"), "Classé sans suite"],
        ["N-10", "U-10", "courriel", j("2026-10-09"), j("2026-10-19")],
        ["N-11", "U-11", "courriel", j("2026-10-20"), " / "],
    ]))])
    attendre(nom, "8.6 Les mêmes mots en capitales, avec espaces, textes en ligne (inlineStr)", "XML à la main (zipfile)",
             [F("Suivi", 1, 11, identifiant="A", expediteur="B", canal="C", reception="D", reponse="E")],
             [
                 D("Suivi!2", "2026-11-02", None, None, CL, RETARD),
                 D("Suivi!3", "2026-11-03", None, None, CL, RETARD),
                 D("Suivi!4", "2026-11-10", None, None, CL, COURS),
                 D("Suivi!5", "2026-11-11", None, None, CL, COURS),
                 D("Suivi!6", "2026-11-12", None, None, CL, COURS),
                 D("Suivi!7", etat=PERIM), D("Suivi!8", etat=PERIM), D("Suivi!9", etat=PERIM), D("Suivi!10", etat=PERIM),
                 D("Suivi!11", "2026-10-09", None, "2026-10-19", CL, DANS),
                 D("Suivi!12", "2026-10-20", None, None, CL, RETARD),
             ],
             [I("tous", "moins-de-15", 1, 4), I("tous", "sans-reponse-finale", 6, 7), I("tous", "en-retard", 3, 7)],
             [N("Suivi!E7"), N("Suivi!E8"), N("Suivi!E9"), N("Suivi!E10")])


def b18():
    nom = "b18-sentinelles"
    wb = openpyxl_classeur([("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Date AR", "Date de la réponse"],
        ["Z1", "courriel", j("1980-01-01"), None, j("2026-03-05")],
        ["Z2", "courriel", 1, None, j("2026-03-06")],
        ["Z3", "courriel", "30/12/1899", None, None],
        ["Z4", "courriel", j("2026-03-02"), None, j("9999-12-31")],
        ["Z5", "courriel", j("2026-03-03"), "01/01/1900", j("2026-03-10")],
        ["Z6", "courriel", j("2026-03-04"), None, "01/01/1980"],
        ["Z7", "courriel", "31/12/9999", None, None],
        ["Z8", "courriel", j("2026-03-16"), None, j("2026-03-31")],
    ])])
    wb["Suivi"]["C3"].number_format = "dd/mm/yyyy"
    wb.save(chemin(nom))
    attendre(nom, "8.7 Dates sentinelles", "openpyxl",
             [F("Suivi", 1, 8, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", etat=CORR), D("Suivi!3", etat=CORR), D("Suivi!4", etat=CORR),
                 D("Suivi!5", "2026-03-02", None, None, CL, RETARD),
                 D("Suivi!6", "2026-03-03", None, "2026-03-10", CL, DANS),
                 D("Suivi!7", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!8", etat=CORR),
                 D("Suivi!9", "2026-03-16", None, "2026-03-31", CL, HORS),
             ],
             [I("tous", "moins-de-15", 1, 4), I("tous", "sans-reponse-finale", 2, 4), I("tous", "en-retard", 2, 4)],
             [E("Suivi!C2"), E("Suivi!C3"), E("Suivi!C4"), E("Suivi!C8"), W("Suivi!E5"), W("Suivi!D6"), W("Suivi!E7")])


def b19():
    nom = "b19-doublons"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Nom", "Objet", "Canal", "Reçu le", "Répondu le"],
        ["D-001", "Mme Ferrand", "Carte de séjour", "courriel", j("2026-03-02"), j("2026-03-09")],
        ["D-002", "M. Ozanne", "Permis de conduire", "courriel", j("2026-03-03"), j("2026-03-20")],
        [" d-001 ", "M. Tessier", "Duplicata", "courriel", j("2026-03-04"), j("2026-03-06")],
        ["D-003", "MME  FERRAND ", "carte de séjour", "courriel", j("2026-03-09"), j("2026-03-16")],
        ["D-004", "M. Ozanne", "Permis de conduire", "courriel", j("2026-03-11"), None],
        ["D-005", "Hélène Fabre", "Aide au logement", "courriel", j("2026-03-16"), j("2026-03-20")],
        ["D-006", "HELENE FABRE", "Aide au logement", "courriel", j("2026-03-16"), j("2026-03-18")],
        ["D-007", "Hélène Fabre", "Passeport", "courriel", j("2026-03-18"), j("2026-03-23")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.8 Identifiant déjà vu, réitération à 7 jours (et pas à 8), casse, accents, espaces", "openpyxl",
             [F("Suivi", 1, 8, identifiant="A", expediteur="B", objet="C", canal="D", reception="E", reponse="F")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-20", CL, HORS),
                 D("Suivi!4", "2026-03-04", None, "2026-03-06", CL, DANS),
                 D("Suivi!5", "2026-03-09", None, "2026-03-16", CL, DANS),
                 D("Suivi!6", "2026-03-11", None, None, CL, RETARD),
                 D("Suivi!7", "2026-03-16", None, "2026-03-20", CL, DANS),
                 D("Suivi!8", "2026-03-16", None, "2026-03-18", CL, DANS),
                 D("Suivi!9", "2026-03-18", None, "2026-03-23", CL, DANS),
             ],
             [I("tous", "moins-de-15", 6, 8), I("tous", "moins-de-8", 6, 8), I("tous", "sans-reponse-finale", 1, 8)],
             [W("Suivi!A4"), W("Suivi!B5"), W("Suivi!B8")])


def b20():
    nom = "b20-doublons-sans-identifiant"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["Reçu le", "Canal", "Service", "Répondu le"],
        [j("2026-03-02"), "courriel", "Accueil", j("2026-03-05")],
        [j("2026-03-02"), "courriel", "Accueil", j("2026-03-05")],
        [j("2026-03-02"), "courriel", "Accueil", j("2026-03-06")],
        [j("2026-03-02"), "courriel", "Accueil", j("2026-03-05")],
        [j("2026-03-16"), "courrier", "Titres", None],
        [j("2026-03-17"), "courrier", "Titres", j("2026-03-31")],
    ])])
    attendre(nom, "8.8 Lignes identiques, sans identifiant", "xlsxwriter",
             [F("Suivi", 1, 6, identifiant=None, reception="A", canal="B", service="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-05", CL, DANS),
                 D("Suivi!3", "2026-03-02", None, "2026-03-05", CL, DANS),
                 D("Suivi!4", "2026-03-02", None, "2026-03-06", CL, DANS),
                 D("Suivi!5", "2026-03-02", None, "2026-03-05", CL, DANS),
                 D("Suivi!6", "2026-03-16", None, None, CR, RETARD),
                 D("Suivi!7", "2026-03-17", None, "2026-03-31", CR, DANS),
             ],
             [I("tous", "moins-de-8", 4, 6), I("tous", "moins-de-15", 5, 6)],
             [W("Suivi!A3"), W("Suivi!A5")])


def b21():
    nom = "b21-lignes-masquees"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Expéditeur", "Canal", "Date de réception", "Date AR", "Date de la réponse"],
        ["1", "U-01", "courriel", j("2026-05-04"), j("2026-05-05"), j("2026-05-11")],
        ["2", "U-02", "courriel", j("2026-05-05"), None, j("2026-05-26")],
        ["3", "U-03", "courrier", j("2026-05-06"), None, j("2026-05-20")],
        ["4", "U-04", "courrier", j("2026-05-11"), None, None],
        ["5", "U-05", "courrier", j("2026-05-18"), j("2026-05-19"), j("2026-06-12")],
        ["6", "U-06", "courriel", j("2026-05-19"), j("2026-05-20"), j("2026-05-22")],
        ["7", "U-07", "mail", j("2026-05-20"), None, j("2026-06-03")],
    ])])
    ws = wb["Suivi"]
    ws.auto_filter.ref = "A1:F8"
    ws.auto_filter.add_filter_column(2, ["courriel", "mail"])
    for r in (4, 5, 6):
        ws.row_dimensions[r].hidden = True
    ws.column_dimensions["E"].hidden = True
    wb.save(chemin(nom))
    attendre(nom, "8.9 Lignes filtrées et colonne masquée", "openpyxl",
             [F("Suivi", 1, 7, identifiant="A", expediteur="B", canal="C", reception="D", accuse="E", reponse="F")],
             [
                 D("Suivi!2", "2026-05-04", "2026-05-05", "2026-05-11", CL, DANS),
                 D("Suivi!3", "2026-05-05", None, "2026-05-26", CL, HORS),
                 D("Suivi!4", "2026-05-06", None, "2026-05-20", CR, DANS),
                 D("Suivi!5", "2026-05-11", None, None, CR, RETARD),
                 D("Suivi!6", "2026-05-18", "2026-05-19", "2026-06-12", CR, HORS),
                 D("Suivi!7", "2026-05-19", "2026-05-20", "2026-05-22", CL, DANS),
                 D("Suivi!8", "2026-05-20", None, "2026-06-03", CL, DANS),
             ],
             [I("tous", "moins-de-15", 4, 7), I("courrier", "moins-de-15", 1, 3), I("courriel", "moins-de-15", 3, 4)],
             [N("Suivi!D1", "3 lignes masqu")])


def b22():
    nom = "b22-feuille-protegee"

    def proteger(wb):
        wb.worksheets()[0].protect("fictif", {"sort": True})

    xlsxwriter_classeur(nom, [("Suivi", [
        ["Ticket", "Nom", "Voie", "Reçu le", "AR", "Répondu le"],
        ["21", "U-21", "courriel", j("2026-06-01"), j("2026-06-01"), j("2026-06-08")],
        ["22", "U-22", "LRAR", j("2026-06-02"), None, j("2026-06-17")],
        ["23", "U-23", "formulaire", j("2026-06-03"), j("2026-06-04"), None],
        ["24", "U-24", "courrier", j("2026-06-08"), None, j("2026-06-09")],
        ["25", "U-25", "mél", j("2026-06-09"), j("2026-06-12"), j("2026-06-23")],
    ])], apres=proteger)
    attendre(nom, "8.10 Feuille protégée par mot de passe : elle se lit", "xlsxwriter",
             [F("Suivi", 1, 5, identifiant="A", expediteur="B", canal="C", reception="D", accuse="E", reponse="F")],
             [
                 D("Suivi!2", "2026-06-01", "2026-06-01", "2026-06-08", CL, DANS),
                 D("Suivi!3", "2026-06-02", None, "2026-06-17", CR, HORS),
                 D("Suivi!4", "2026-06-03", "2026-06-04", None, CL, RETARD),
                 D("Suivi!5", "2026-06-08", None, "2026-06-09", CR, DANS),
                 D("Suivi!6", "2026-06-09", "2026-06-12", "2026-06-23", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "moins-de-8", 2, 5), I("courrier", "moins-de-15", 1, 2)])


def b23():
    nom = "b23-totaux-et-mois"
    entete = ["N°", "Usager", "Canal", "Reçu le", "AR", "Répondu le"]
    wb = openpyxl_classeur([("Suivi", [
        entete,
        ["MARS"],
        ["P01", "U-01", "courriel", j("2026-03-02"), j("2026-03-03"), j("2026-03-09")],
        ["P02", "U-02", "courrier", j("2026-03-10"), None, j("2026-03-30")],
        ["P03", "U-03", "courriel", j("2026-03-16"), None, None],
        ["Total mars", 3],
        [],
        entete,
        ["AVRIL 2026"],
        ["P04", "U-04", "courriel", j("2026-04-01"), None, j("2026-04-15")],
        ["P05", "U-05", "courrier", j("2026-04-08"), j("2026-04-10"), j("2026-04-09")],
        ["P06", "U-06", "courriel", j("2026-04-20"), None, "NR"],
        [None, "Sous-total avril", None, None, None, 2],
        ["Moyenne", None, None, None, None, 9.5],
        ["TOTAL GÉNÉRAL", None, None, 6],
    ])])
    wb["Suivi"].merge_cells("A9:F9")
    wb.save(chemin(nom))
    attendre(nom, "8.11 Totaux, sous-totaux, moyenne, séparateurs de mois, en-tête répété, ligne vide", "openpyxl",
             [F("Suivi", 1, 6, identifiant="A", expediteur="B", canal="C", reception="D", accuse="E", reponse="F")],
             [
                 D("Suivi!3", "2026-03-02", "2026-03-03", "2026-03-09", CL, DANS),
                 D("Suivi!4", "2026-03-10", None, "2026-03-30", CR, HORS),
                 D("Suivi!5", "2026-03-16", None, None, CL, RETARD),
                 D("Suivi!10", "2026-04-01", None, "2026-04-15", CL, DANS),
                 D("Suivi!11", "2026-04-08", "2026-04-10", "2026-04-09", CR, DANS),
                 D("Suivi!12", "2026-04-20", None, None, CL, RETARD),
             ],
             [I("tous", "moins-de-15", 3, 6), I("tous", "sans-reponse-finale", 2, 6)],
             [W("Suivi!E11")])


def b24():
    nom = "b24-notes-et-lignes-orphelines"
    wb = openpyxl_classeur([("Suivi", [
        ["Expéditeur", "Canal", "Date de réception", "Date de la réponse"],
        [None, None, "Janvier 2026", None],
        ["Mme Sorel", "courriel", j("2026-01-12"), j("2026-01-19")],
        ["M. Pujol", "courrier", j("2026-01-15"), j("2026-02-02")],
        ["Note : dossiers revus avec le service des titres"],
        ["M. Quillan", "courriel", None, j("2026-02-12")],
        ["Sous-total janvier", None, None, 2],
        ["FÉVR."],
        ["Mme Rolland", "courriel", j("2026-02-03"), j("2026-02-17")],
        ["M. Sabatier", "courriel", j("2026-02-16"), None],
        ["Moyenne des délais", None, None, "8 j"],
        ["M. Rey", "courriel"],
        ["Mme Tardif", "courriel", j("2026-02-20"), j("2026-02-20")],
    ])])
    par_libreoffice(wb, nom)
    attendre(nom, "8.11 Séparateurs, notes, lignes sans date, réponse orpheline, sans identifiant", "LibreOffice (depuis openpyxl)",
             [F("Suivi", 1, 6, identifiant=None, expediteur="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!3", "2026-01-12", None, "2026-01-19", CL, DANS),
                 D("Suivi!4", "2026-01-15", None, "2026-02-02", CR, HORS),
                 D("Suivi!6", canal=CL, etat=CORR),
                 D("Suivi!9", "2026-02-03", None, "2026-02-17", CL, DANS),
                 D("Suivi!10", "2026-02-16", None, None, CL, RETARD),
                 D("Suivi!13", "2026-02-20", None, "2026-02-20", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "sans-reponse-finale", 1, 5)],
             [E("Suivi!C6")])


def b25():
    nom = "b25-titres-en-autres-mots"
    wb = openpyxl_classeur([("Suivi", [
        [" N° ", "Nom\nde l'usager", "Mél", "Voie", "Date  de reception ", "Accusé de réception", "Répondu\nle", "Suite donnée", "Traité par"],
        [1, "Mme Vidal", "vidal@exemple.invalid", "courriel", j("2026-09-01"), j("2026-09-02"), j("2026-09-08"), "accord", "Bureau 3"],
        [2, "M. Weber", "weber@exemple.invalid", "lettre", j("2026-09-02"), None, j("2026-09-18"), "refus", "Bureau 3"],
        [3, "Mme Xavier", "xavier@exemple.invalid", "mail", j("2026-09-14"), j("2026-09-14"), None, None, "Bureau 4"],
        [4, "M. Yvon", "06 00 00 00 00", "courrier", j("2026-11-16"), None, None, None, "Bureau 4"],
        [5, "Mme Zola", "zola@exemple.invalid", "e-mail", j("2026-09-21"), None, j("2026-10-05"), "accord", "Bureau 3"],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.12 Titres en d'autres mots, accents perdus, retours à la ligne, espaces", "openpyxl",
             [F("Suivi", 1, 5, identifiant="A", expediteur="B", coordonnees="C", canal="D", reception="E", accuse="F", reponse="G", nature="H")],
             [
                 D("Suivi!2", "2026-09-01", "2026-09-02", "2026-09-08", CL, DANS),
                 D("Suivi!3", "2026-09-02", None, "2026-09-18", CR, HORS),
                 D("Suivi!4", "2026-09-14", "2026-09-14", None, CL, RETARD),
                 D("Suivi!5", "2026-11-16", None, None, CR, COURS),
                 D("Suivi!6", "2026-09-21", None, "2026-10-05", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4), I("tous", "en-retard", 1, 5)])


def b26():
    attendre("b26-export-anglais", "8.12 Export anglais d'un outil de tickets", "exceljs",
             [F("Tickets", 1, 5, identifiant="A", expediteur="B", canal="D", reception="E", reponse="F", accuse=None)],
             [
                 D("Tickets!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Tickets!3", "2026-03-03", None, "2026-03-18", CL, HORS),
                 D("Tickets!4", "2026-03-04", None, None, CL, RETARD),
                 D("Tickets!5", "2026-03-05", None, "2026-03-19", CL, DANS),
                 D("Tickets!6", "2026-11-12", None, None, CL, COURS),
             ],
             [I("tous", "moins-de-15", 2, 4), I("tous", "moins-de-8", 1, 5)])


def b27():
    nom = "b27-feuilles-par-canal"
    wb = openpyxl_classeur([
        ("Courriers", [
            ["N°", "Expéditeur", "Reçu le", "Répondu le"],
            ["CR1", "U-01", j("2026-02-02"), j("2026-02-12")],
            ["CR2", "U-02", j("2026-02-07"), j("2026-02-27")],
            ["CR3", "U-03", j("2026-02-09"), None],
            ["CR4", "U-04", j("2026-02-18"), j("2026-02-18")],
        ]),
        ("Courriels", [
            ["N°", "Usager", "Date d'arrivée", "AR", "Date réponse"],
            ["ML1", "U-05", j("2026-02-07"), j("2026-02-07"), j("2026-02-21")],
            ["ML2", "U-06", j("2026-02-08"), None, j("2026-02-24")],
            ["ML3", "U-07", j("2026-11-11"), None, None],
        ]),
    ])
    wb.save(chemin(nom))
    attendre(nom, "8.13 Une feuille par canal, sans colonne canal ; samedi en papier seulement", "openpyxl",
             [F("Courriers", 1, 4, identifiant="A", expediteur="B", canal=None, reception="C", accuse=None, reponse="D"),
              F("Courriels", 1, 3, identifiant="A", expediteur="B", canal=None, reception="C", accuse="D", reponse="E")],
             [
                 D("Courriers!2", "2026-02-02", None, "2026-02-12", CR, DANS),
                 D("Courriers!3", "2026-02-07", None, "2026-02-27", CR, HORS),
                 D("Courriers!4", "2026-02-09", None, None, CR, RETARD),
                 D("Courriers!5", "2026-02-18", None, "2026-02-18", CR, DANS),
                 D("Courriels!2", "2026-02-07", "2026-02-07", "2026-02-21", CL, DANS),
                 D("Courriels!3", "2026-02-08", None, "2026-02-24", CL, HORS),
                 D("Courriels!4", "2026-11-11", None, None, CL, COURS),
             ],
             [I("tous", "moins-de-15", 3, 6), I("courrier", "moins-de-15", 2, 4), I("courriel", "moins-de-15", 1, 2),
              I("tous", "sans-reponse-finale", 2, 7)],
             [W("Courriers!C3")])


def b28():
    nom = "b28-feuilles-par-mois"
    wb = openpyxl_classeur([
        ("Paramètres", [["Canal", "Service"], ["courrier", "Titres"], ["courriel", "Accueil"]]),
        ("Janv", [
            ["N°", "Canal", "Reçu le", "Répondu le"],
            ["J1", "courriel", j("2026-01-06"), j("2026-01-12")],
            ["J2", "courrier", j("2026-01-13"), j("2026-01-30")],
            ["J3", "courriel", j("2026-01-20"), None],
        ]),
        ("Févr.", [
            ["Reçu le", "Répondu le", "N°", "Canal"],
            [j("2026-02-03"), j("2026-02-17"), "F1", "courriel"],
            [j("2026-02-17"), j("2026-02-18"), "F2", "courrier"],
        ]),
        ("Mars", [
            ["Mars 2026"], [],
            ["N°", "Canal", "Reçu le", "Répondu le"],
            ["M1", "courriel", j("2026-03-02"), j("2026-03-17")],
            ["M2", "mail", j("2026-03-03"), None],
            ["M3", "courrier", j("2026-03-23"), j("2026-03-30")],
        ]),
        ("Lisez-moi", [["Un onglet par mois. Merci de noter la date de réception et la date de réponse."]]),
    ])
    par_libreoffice(wb, nom)
    attendre(nom, "8.13 Une feuille par mois, colonnes dans un autre ordre, titre sur l'une d'elles", "LibreOffice (depuis openpyxl)",
             [F("Janv", 1, 3, identifiant="A", canal="B", reception="C", reponse="D"),
              F("Févr.", 1, 2, reception="A", reponse="B", identifiant="C", canal="D"),
              F("Mars", 3, 3, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Janv!2", "2026-01-06", None, "2026-01-12", CL, DANS),
                 D("Janv!3", "2026-01-13", None, "2026-01-30", CR, HORS),
                 D("Janv!4", "2026-01-20", None, None, CL, RETARD),
                 D("Févr.!2", "2026-02-03", None, "2026-02-17", CL, DANS),
                 D("Févr.!3", "2026-02-17", None, "2026-02-18", CR, DANS),
                 D("Mars!4", "2026-03-02", None, "2026-03-17", CL, HORS),
                 D("Mars!5", "2026-03-03", None, None, CL, RETARD),
                 D("Mars!6", "2026-03-23", None, "2026-03-30", CR, DANS),
             ],
             [I("tous", "moins-de-15", 4, 8), I("courrier", "moins-de-15", 2, 3), I("tous", "sans-reponse-finale", 2, 8)])


def b29():
    attendre("b29-copie-exacte", "8.13 Copie exacte « Suivi (2) »", "exceljs",
             [F("Suivi", 1, 5, identifiant="A", expediteur="B", canal="C", reception="D", reponse="E")],
             [
                 D("Suivi!2", "2026-07-01", None, "2026-07-08", CL, DANS),
                 D("Suivi!3", "2026-07-02", None, "2026-07-20", CR, HORS),
                 D("Suivi!4", "2026-07-06", None, None, CL, RETARD),
                 D("Suivi!5", "2026-07-09", None, "2026-07-23", CL, DANS),
                 D("Suivi!6", "2026-07-15", None, "2026-07-17", CR, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "sans-reponse-finale", 1, 5)],
             [W("Suivi (2)!D1", "copie")])


def b30():
    nom = "b30-feuilles-par-agent"
    xlsxwriter_classeur(nom, [
        ("Contacts", [
            ["Nom", "Adresse", "Date d'arrivée"],
            ["Mme Bastide", "1 rue Imaginaire", j("2024-09-02")],
            ["M. Chauvin", "2 rue Imaginaire", j("2023-01-09")],
        ]),
        ("Martine", [
            ["Réf", "Canal", "Reçu le", "AR", "Répondu le"],
            ["X-10", "courriel", j("2026-04-15"), j("2026-04-15"), j("2026-04-22")],
            ["X-11", "courrier", j("2026-04-16"), None, j("2026-05-04")],
            ["X-12", "courriel", j("2026-04-22"), None, None],
        ]),
        ("Karim", [
            ["Réf", "Voie", "Reçu le", "Répondu le"],
            ["X-13", "courriel", j("2026-04-23"), j("2026-04-24")],
            ["x-11", "courriel", j("2026-04-27"), j("2026-04-29")],
            ["X-14", "courriel", j("2026-05-13"), j("2026-05-27")],
        ]),
    ])
    attendre(nom, "8.13 Une feuille par agent, identifiant déjà vu dans l'autre feuille, annuaire à ne pas lire", "xlsxwriter",
             [F("Martine", 1, 3, identifiant="A", canal="B", reception="C", accuse="D", reponse="E"),
              F("Karim", 1, 3, identifiant="A", canal="B", reception="C", accuse=None, reponse="D")],
             [
                 D("Martine!2", "2026-04-15", "2026-04-15", "2026-04-22", CL, DANS),
                 D("Martine!3", "2026-04-16", None, "2026-05-04", CR, HORS),
                 D("Martine!4", "2026-04-22", None, None, CL, RETARD),
                 D("Karim!2", "2026-04-23", None, "2026-04-24", CL, DANS),
                 D("Karim!3", "2026-04-27", None, "2026-04-29", CL, DANS),
                 D("Karim!4", "2026-05-13", None, "2026-05-27", CL, DANS),
             ],
             [I("tous", "moins-de-15", 4, 6), I("tous", "moins-de-8", 3, 6)],
             [W("Karim!A3")])


def b31():
    nom = "b31-delai-annonce"
    wb = openpyxl_classeur([("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Délai annoncé", "Date de la réponse finale"],
        ["L1", "courriel", j("2026-03-16"), "30 j", j("2026-04-10")],
        ["L2", "courriel", j("2026-03-16"), "2 semaines", j("2026-03-31")],
        ["L3", "courriel", j("2026-03-16"), "dès que possible", j("2026-03-30")],
        ["L4", "courriel", j("2026-03-16"), 8, j("2026-03-25")],
        ["L5", "courriel", j("2026-03-16"), "21 jours", j("2026-04-06")],
        ["L6", "courriel", j("2026-11-02"), "30 jours", None],
        ["L7", "courriel", j("2026-11-02"), None, None],
        ["L8", "courriel", j("2026-11-16"), "5 j", None],
        ["L9", "courriel", j("2026-11-02"), "3 semaines", None],
        ["L10", "courriel", j("2026-03-16"), "10j", j("2026-03-26")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.14 Délai annoncé en nombres, en texte, illisible", "openpyxl",
             [F("Suivi", 1, 10, identifiant="A", canal="B", reception="C", delai="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-16", None, "2026-04-10", CL, DANS),
                 D("Suivi!3", "2026-03-16", None, "2026-03-31", CL, HORS),
                 D("Suivi!4", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!5", "2026-03-16", None, "2026-03-25", CL, HORS),
                 D("Suivi!6", "2026-03-16", None, "2026-04-06", CL, DANS),
                 D("Suivi!7", "2026-11-02", None, None, CL, COURS),
                 D("Suivi!8", "2026-11-02", None, None, CL, RETARD),
                 D("Suivi!9", "2026-11-16", None, None, CL, RETARD),
                 D("Suivi!10", "2026-11-02", None, None, CL, COURS),
                 D("Suivi!11", "2026-03-16", None, "2026-03-26", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 9), I("tous", "considere-non-repondu", 6, 9), I("tous", "moins-de-30", 6, 6),
              I("tous", "sans-reponse-finale", 4, 10), I("tous", "en-retard", 2, 10)],
             [W("Suivi!D4", "14")])


def b32():
    nom = "b32-echeance-annoncee"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Échéance annoncée", "Date de la réponse"],
        ["V1", "courriel", j("2026-03-02"), j("2026-03-31"), j("2026-03-30")],
        ["V2", "courriel", j("2026-03-02"), j("2026-03-09"), j("2026-03-10")],
        ["V3", "courriel", j("2026-11-02"), j("2026-11-30"), None],
        ["V4", "courriel", j("2026-11-02"), j("2026-11-13"), None],
        ["V5", "courriel", j("2026-03-16"), "30/03/2026", j("2026-03-30")],
        ["V6", "courriel", j("2026-03-17"), None, j("2026-04-01")],
    ])])
    attendre(nom, "8.14 Échéance annoncée sous forme de date", "xlsxwriter",
             [F("Suivi", 1, 6, identifiant="A", canal="B", reception="C", delai="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-30", CL, DANS),
                 D("Suivi!3", "2026-03-02", None, "2026-03-10", CL, HORS),
                 D("Suivi!4", "2026-11-02", None, None, CL, COURS),
                 D("Suivi!5", "2026-11-02", None, None, CL, RETARD),
                 D("Suivi!6", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!7", "2026-03-17", None, "2026-04-01", CL, HORS),
             ],
             [I("tous", "moins-de-15", 2, 6), I("tous", "en-retard", 1, 6)])


def b33():
    nom = "b33-canaux-varies"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Support", "Date réception", "Date réponse"],
        ["1", "COURRIEL", j("2026-05-04"), j("2026-05-11")],
        ["2", "mail", j("2026-05-05"), j("2026-05-06")],
        ["3", "E-Mail", j("2026-05-06"), j("2026-05-07")],
        ["4", "Mél", j("2026-05-07"), j("2026-05-12")],
        ["5", "Formulaire en ligne", j("2026-05-09"), j("2026-05-11")],
        ["6", "internet", j("2026-05-11"), j("2026-05-28")],
        ["7", "Lettre simple", j("2026-05-12"), j("2026-05-13")],
        ["8", "LRAR", j("2026-05-18"), j("2026-06-02")],
        ["9", " postal ", j("2026-05-19"), j("2026-05-20")],
        ["10", "Courrier électronique", j("2026-05-17"), j("2026-05-18")],
        ["11", "Téléphone", j("2026-05-20"), j("2026-05-21")],
        ["12", "Guichet", j("2026-05-21"), j("2026-05-22")],
        ["13", None, j("2026-05-22"), j("2026-05-26")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.15 Canal écrit de bien des façons, autre canal, canal vide", "openpyxl",
             [F("Suivi", 1, 13, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-05-04", None, "2026-05-11", CL, DANS),
                 D("Suivi!3", "2026-05-05", None, "2026-05-06", CL, DANS),
                 D("Suivi!4", "2026-05-06", None, "2026-05-07", CL, DANS),
                 D("Suivi!5", "2026-05-07", None, "2026-05-12", CL, DANS),
                 D("Suivi!6", "2026-05-09", None, "2026-05-11", CL, DANS),
                 D("Suivi!7", "2026-05-11", None, "2026-05-28", CL, HORS),
                 D("Suivi!8", "2026-05-12", None, "2026-05-13", CR, DANS),
                 D("Suivi!9", "2026-05-18", None, "2026-06-02", CR, HORS),
                 D("Suivi!10", "2026-05-19", None, "2026-05-20", CR, DANS),
                 D("Suivi!11", "2026-05-17", None, "2026-05-18", CL, DANS),
                 D("Suivi!12", "2026-05-20", None, "2026-05-21", "autre", DANS),
                 D("Suivi!13", "2026-05-21", None, "2026-05-22", "autre", DANS),
                 D("Suivi!14", "2026-05-22", None, "2026-05-26", etat=DANS),
             ],
             [I("courrier", "moins-de-15", 2, 3), I("courriel", "moins-de-15", 6, 7), I("tous", "moins-de-15", 11, 13)],
             [N("Suivi!B12"), N("Suivi!B13"), N("Suivi!B14")])


def b34():
    nom = "b34-choix-multiples"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["N°", "Objet", "Canal", "Reçu le", "Répondu le"],
        ["1", "Accueil; Téléphone", "courriel", j("2026-06-15"), j("2026-06-22")],
        ["2", "Accueil, Téléphone", "courrier", j("2026-06-16"), j("2026-07-02")],
        ["3", "Téléphone", "Accueil; Téléphone", j("2026-06-17"), j("2026-06-19")],
        ["4", "Site; Courriel; Délai", "Accueil, Téléphone", j("2026-06-18"), None],
        ["5", "Délai", "Courriel; Courrier", j("2026-06-22"), j("2026-06-24")],
        ["6", "Accueil", "mail", j("2026-06-23"), j("2026-06-26")],
    ])])
    attendre(nom, "8.16 Choix multiples dans une seule cellule (objet, canal)", "xlsxwriter",
             [F("Suivi", 1, 6, identifiant="A", objet="B", canal="C", reception="D", reponse="E")],
             [
                 D("Suivi!2", "2026-06-15", None, "2026-06-22", CL, DANS),
                 D("Suivi!3", "2026-06-16", None, "2026-07-02", CR, HORS),
                 D("Suivi!4", "2026-06-17", None, "2026-06-19", "autre", DANS),
                 D("Suivi!5", "2026-06-18", None, None, "autre", RETARD),
                 D("Suivi!6", "2026-06-22", None, "2026-06-24", etat=DANS),
                 D("Suivi!7", "2026-06-23", None, "2026-06-26", CL, DANS),
             ],
             [I("tous", "moins-de-15", 4, 6), I("tous", "sans-reponse-finale", 1, 6)],
             [N("Suivi!C4"), N("Suivi!C5")])


def b35():
    nom = "b35-formules-en-cache"
    s = Partagees()

    def t(ref, v):
        return f'<c r="{ref}" t="s"><v>{s.texte(v)}</v></c>'

    def d(ref, iso):
        return f'<c r="{ref}" s="1"><v>{serie(iso):g}</v></c>'

    def fd(ref, f, iso):
        return f'<c r="{ref}" s="2"><f>{escape(f)}</f><v>{serie(iso)!r}</v></c>'

    def fs(ref, f, v=""):
        return f'<c r="{ref}" t="str"><f>{escape(f)}</f><v>{escape(v)}</v></c>'

    def fe(ref, f, v):
        return f'<c r="{ref}" t="e"><f>{escape(f)}</f><v>{v}</v></c>'

    def age(r):
        return f'<c r="F{r}"><f>TODAY()-C{r}</f><v>265</v></c>'

    titres = ["N°", "Canal", "Date de réception", "Date AR", "Date de la réponse", "Âge"]
    rangees = [
        "".join(t(f"{LETTRES[i]}1", v) for i, v in enumerate(titres)),
        fs("A2", 'TEXT(ROW(),"\\F00")', "F02") + t("B2", "courriel") + fd("C2", "DATE(2026,3,2)", "2026-03-02") + fd("E2", "C2+7", "2026-03-09") + age(2),
        fs("A3", 'TEXT(ROW(),"\\F00")', "F03") + t("B3", "courriel") + d("C3", "2026-03-03") + fs("D3", 'IF(TRUE,"",C3)') + fs("E3", 'IF(TRUE,"",C3)') + age(3),
        t("A4", "F04") + t("B4", "courriel") + fe("C4", "VLOOKUP(A4,H:I,2,0)", "#N/A") + d("E4", "2026-03-12") + fe("F4", "TODAY()-C4", "#N/A"),
        t("A5", "F05") + t("B5", "courriel") + d("C5", "2026-03-05") + fe("E5", "#REF!+1", "#REF!") + age(5),
        t("A6", "F06") + t("B6", "courriel") + d("C6", "2026-03-16") + fe("D6", "VLOOKUP(A6,H:I,2,0)", "#N/A") + d("E6", "2026-03-30") + age(6),
        t("A7", "F07") + t("B7", "courriel") + d("C7", "2026-03-17") + fd("E7", "C7+15.5", "2026-04-01T12:00:00") + age(7),
        t("A8", "F08") + t("B8", "courriel") + fe("C8", '"a"+1', "#VALUE!") + fe("F8", "TODAY()-C8", "#VALUE!"),
    ]
    for r in range(9, 21):
        rangees.append("".join(fs(f"{c}{r}", f'IF(Z{r}="","",Z{r})') for c in "ABCDEF"))
    corps = "".join(f'<row r="{i}">{x}</row>' for i, x in enumerate(rangees, 1))
    xml_classeur(nom, [("Suivi", "sheet1.xml", TETE + f'<worksheet xmlns="{MAIN}"><sheetData>{corps}</sheetData></worksheet>')], partagees=s.xml())
    attendre(nom, "8.17 Formules avec valeur en cache : \"\", #N/A, #REF!, #VALUE!, TODAY()", "XML à la main (zipfile)",
             [F("Suivi", 1, 7, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, None, CL, RETARD),
                 D("Suivi!4", etat=CORR), D("Suivi!5", etat=CORR),
                 D("Suivi!6", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!7", "2026-03-17", None, "2026-04-01", CL, HORS),
                 D("Suivi!8", etat=CORR),
             ],
             [I("tous", "moins-de-15", 2, 4), I("tous", "sans-reponse-finale", 1, 4)],
             [E("Suivi!C4"), E("Suivi!E5"), W("Suivi!D6"), E("Suivi!C8")])


def b36():
    nom = "b36-formules-sans-valeur"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Canal", "Date de réception", "Date de la réponse", "Âge (j)"],
        ["1", "courriel", j("2026-03-02"), j("2026-03-09"), "=TODAY()-C2"],
        ["2", "courrier", j("2026-03-17"), j("2026-04-01"), "=TODAY()-C3"],
        ["3", "courriel", "=DATE(2026,3,18)", j("2026-03-25"), "=TODAY()-C4"],
        ["4", "courriel", j("2026-03-19"), None, "=TODAY()-C5"],
        ['="N"&ROW()', "courriel", j("2026-03-20"), j("2026-03-23"), "=TODAY()-C6"],
    ])])
    wb["Suivi"]["C4"].number_format = "dd/mm/yyyy"
    wb.save(chemin(nom))
    attendre(nom, "8.17 Formules sans valeur en cache (fichier jamais ouvert par un tableur)", "openpyxl",
             [F("Suivi", 1, 5, canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-17", None, "2026-04-01", CR, HORS),
                 D("Suivi!4", etat=CORR),
                 D("Suivi!5", "2026-03-19", None, None, CL, RETARD),
                 D("Suivi!6", "2026-03-20", None, "2026-03-23", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E("Suivi!C4")])


def b37():
    nom = "b37-formules-recalculees"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Canal", "Date de réception", "Date de la réponse"],
        ["1", "courriel", "=DATE(2026,3,2)", "=C2+7"],
        ["2", "courrier", "=DATE(2026,3,3)", '=IF(1=1,"",C3)'],
        ["3", "courriel", "=NA()", j("2026-03-12")],
        ["4", "courriel", "=DATE(2026,3,16)", "=C5+15"],
        ["5", "courriel", "=DATE(2026,3,17)", "=C6+14"],
        ['=IF(1=1,"","x")', '=IF(1=1,"","x")', '=IF(1=1,"","x")', '=IF(1=1,"","x")'],
    ])])
    for r in range(2, 7):
        for c in "CD":
            wb["Suivi"][f"{c}{r}"].number_format = "dd/mm/yyyy"
    par_libreoffice(wb, nom)
    attendre(nom, "8.17 Formules recalculées et enregistrées par LibreOffice", "LibreOffice (depuis openpyxl)",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, None, CR, RETARD),
                 D("Suivi!4", etat=CORR),
                 D("Suivi!5", "2026-03-16", None, "2026-03-31", CL, HORS),
                 D("Suivi!6", "2026-03-17", None, "2026-03-31", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4), I("tous", "sans-reponse-finale", 1, 4)],
             [E("Suivi!C4")])


def b38():
    attendre("b38-tableau-excel", "8.18 Tableau Excel avec ligne de total, volets figés, commentaire, synthèse à côté", "exceljs",
             [F("Demandes", 3, 6, identifiant="B", expediteur="C", canal="D", reception="E", accuse="F", reponse="G")],
             [
                 D("Demandes!4", "2026-08-03", "2026-08-04", "2026-08-10", CL, DANS),
                 D("Demandes!5", "2026-08-04", None, "2026-08-28", CR, HORS),
                 D("Demandes!6", "2026-08-05", None, None, CL, RETARD),
                 D("Demandes!7", "2026-08-17", "2026-08-20", "2026-08-31", CR, DANS),
                 D("Demandes!8", "2026-11-10", "2026-11-10", None, CL, COURS),
                 D("Demandes!9", "2026-08-19", None, "2026-08-20", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5), I("tous", "sans-reponse-finale", 2, 6), I("tous", "en-retard", 1, 6)])


def b39():
    nom = "b39-dates-impossibles"
    wb = openpyxl_classeur([("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Date AR", "Date de la réponse"],
        ["G1", "courrier", "31/02/2026", None, None],
        ["G2", "courriel", j("2206-03-02"), None, None],
        ["G3", "courriel", j("2026-03-10"), None, j("2026-03-09")],
        ["G4", "courriel", j("2026-03-10"), j("2026-03-09"), j("2026-03-12")],
        ["G5", "courrier", j("2026-03-15"), None, j("2026-03-20")],
        ["G6", "courrier", j("2026-03-14"), None, j("2026-03-30")],
        ["G7", "courriel", j("2026-03-16"), None, "31/04/2026"],
        ["G8", "courriel", j("2026-03-17"), j("2026-03-25"), j("2026-03-24")],
        ["G9", "courriel", j("2026-03-18"), "31/02/2026", j("2026-03-20")],
        ["G10", "courriel", j("2026-03-19"), None, "voir dossier"],
        ["G11", "courriel", "12/03/1926", None, "19/03/2026"],
        ["G12", "courriel", j("2026-03-16"), None, j("2206-03-20")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.19 Dates impossibles, ordre inversé, an 2206, papier reçu le week-end", "openpyxl",
             [F("Suivi", 1, 12, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", etat=CORR), D("Suivi!3", etat=CORR), D("Suivi!4", etat=CORR), D("Suivi!5", etat=CORR),
                 D("Suivi!6", "2026-03-15", None, "2026-03-20", CR, DANS),
                 D("Suivi!7", "2026-03-14", None, "2026-03-30", CR, HORS),
                 D("Suivi!8", etat=CORR),
                 D("Suivi!9", "2026-03-17", "2026-03-25", "2026-03-24", CL, DANS),
                 D("Suivi!10", "2026-03-18", None, "2026-03-20", CL, DANS),
                 D("Suivi!11", etat=CORR), D("Suivi!12", etat=CORR), D("Suivi!13", etat=CORR),
             ],
             [I("tous", "moins-de-15", 3, 4), I("tous", "sans-reponse-finale", 0, 4)],
             [E("Suivi!C2"), E("Suivi!C3"), E("Suivi!E4", "avant"), E("Suivi!D5", "avant"), W("Suivi!C6"), W("Suivi!C7"),
              E("Suivi!E8"), W("Suivi!D9"), W("Suivi!D10"), E("Suivi!E11"), E("Suivi!C12"), E("Suivi!E13")])


def b40():
    nom = "b40-dates-futures-aujourdhui"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Date AR", "Date de la réponse"],
        ["H1", "courriel", j("2026-11-25"), None, None],
        ["H2", "courriel", j("2026-11-02"), None, j("2026-11-30")],
        ["H3", "courriel", j("2026-11-16"), j("2026-11-24"), None],
        ["H4", "courriel", j("2026-11-03"), None, j("2026-11-10")],
        ["H5", "courriel", j("2026-11-22"), None, None],
        ["H6", "courrier", j("2026-10-13"), None, j("2026-10-30")],
        ["H7", "courriel", j("2026-10-19"), j("2026-10-20"), None],
    ])])
    attendre(nom, "8.19 Dates après aujourd'hui", "xlsxwriter",
             [F("Suivi", 1, 7, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", etat=CORR), D("Suivi!3", etat=CORR), D("Suivi!4", etat=CORR),
                 D("Suivi!5", "2026-11-03", None, "2026-11-10", CL, DANS),
                 D("Suivi!6", "2026-11-22", None, None, CL, COURS),
                 D("Suivi!7", "2026-10-13", None, "2026-10-30", CR, HORS),
                 D("Suivi!8", "2026-10-19", "2026-10-20", None, CL, RETARD),
             ],
             [I("tous", "moins-de-15", 1, 3), I("tous", "sans-reponse-finale", 2, 4)],
             [E("Suivi!C2"), E("Suivi!E3"), E("Suivi!D4")], aujourdhui=True)


def b41():
    nom = "b41-au-dans-le-passe"
    wb = openpyxl_classeur([("Suivi", [
        ["Identifiant", "Canal", "Date de réception", "Date AR", "Date de la réponse"],
        ["J1", "courriel", j("2026-06-01"), None, j("2026-06-10")],
        ["J2", "courriel", j("2026-06-08"), None, j("2026-07-15")],
        ["J3", "courriel", j("2026-06-22"), None, j("2026-07-02")],
        ["J4", "courriel", j("2026-07-06"), None, None],
        ["J5", "courriel", j("2026-06-15"), j("2026-07-01"), None],
        ["J6", "courriel", j("2026-06-16"), None, None],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.19 Date de référence passée : réception hors champ, réponse qui n'existe pas encore", "openpyxl",
             [F("Suivi", 1, 6, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-06-01", None, "2026-06-10", CL, DANS),
                 D("Suivi!3", "2026-06-08", canal=CL, etat=RETARD),
                 D("Suivi!4", "2026-06-22", canal=CL, etat=COURS),
                 D("Suivi!5", canal=CL, etat=CHAMP),
                 D("Suivi!6", "2026-06-15", canal=CL, etat=RETARD),
                 D("Suivi!7", "2026-06-16", None, None, CL, COURS),
             ],
             [I("tous", "moins-de-8", 0, 5), I("tous", "moins-de-15", 1, 3), I("tous", "sans-reponse-finale", 4, 5), I("tous", "en-retard", 2, 5)],
             [N("Suivi!C5")], au="2026-06-30")


def b42():
    nom = "b42-plage-immense"
    s = Partagees()

    def t(ref, v):
        return f'<c r="{ref}" t="s"><v>{s.texte(v)}</v></c>'

    def d(ref, iso):
        return f'<c r="{ref}" s="1"><v>{serie(iso):g}</v></c>'

    lignes = [
        ("1", "courriel", "2026-02-16", "2026-02-23"),
        ("2", "courrier", "2026-02-17", "2026-03-10"),
        ("3", "courriel", "2026-02-18", None),
        ("4", "courriel", "2026-02-19", "2026-03-05"),
        ("5", "mail", "2026-02-20", "2026-02-20"),
    ]
    corps = '<row r="1">' + "".join(t(f"{LETTRES[i]}1", v) for i, v in enumerate(["N°", "Canal", "Reçu le", "Répondu le"])) + "</row>"
    for i, (n, c, rec, rep) in enumerate(lignes, 2):
        corps += f'<row r="{i}">' + t(f"A{i}", n) + t(f"B{i}", c) + d(f"C{i}", rec) + (d(f"D{i}", rep) if rep else f'<c r="D{i}" s="1"/>') + "</row>"
    for r in range(7, 3001):
        corps += f'<row r="{r}"><c r="A{r}" t="str"><f>IF(Z{r}="","",Z{r})</f><v></v></c><c r="D{r}" s="1" t="str"><f>IF(C{r}="","",C{r}+7)</f><v/></c></row>'
    corps += '<row r="1048576"><c r="C1048576" s="1"/><c r="XFD1048576" s="1"/></row>'
    xml_classeur(nom, [("Suivi", "sheet1.xml", TETE + f'<worksheet xmlns="{MAIN}"><dimension ref="A1:XFD1048576"/><sheetData>{corps}</sheetData></worksheet>')], partagees=s.xml())
    attendre(nom, "8.20 Plage utilisée immense : formules \"\" jusqu'à la ligne 3000, style à la ligne 1048576", "XML à la main (zipfile)",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-02-16", None, "2026-02-23", CL, DANS),
                 D("Suivi!3", "2026-02-17", None, "2026-03-10", CR, HORS),
                 D("Suivi!4", "2026-02-18", None, None, CL, RETARD),
                 D("Suivi!5", "2026-02-19", None, "2026-03-05", CL, DANS),
                 D("Suivi!6", "2026-02-20", None, "2026-02-20", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5)])


def b43():
    nom = "b43-mois-en-lettres"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Canal", "Reçu le", "Répondu le"],
        ["1", "courriel", "5 janv. 2026", "12 janvier 2026"],
        ["2", "courriel", "5 févr 2026", "20 FÉVRIER 2026"],
        ["3", "courriel", "12-déc.-25", "29-déc.-25"],
        ["4", "courriel", "7 sept 2026", "21 sept. 2026"],
        ["5", "courriel", "4 MAI 2026", "5 MAI 2026"],
        ["6", "courriel", "17 août 2026", "24 aout 2026"],
        ["7", "courriel", "1 juil. 2026", None],
        ["8", "courriel", "2-oct-26", "9-oct-26"],
        ["9", "courriel", "10 avr. 2026", "24 avril 2026"],
        ["10", "courriel", "mardi 3 mars 2026", "10 mars 2026"],
        ["11", "courriel", "15 juin 2026", "30 juin 2026"],
        ["12", "courriel", "2 nov. 2026", None],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.21 Mois en lettres, abrégés, en capitales", "openpyxl",
             [F("Suivi", 1, 12, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-01-05", None, "2026-01-12", CL, DANS),
                 D("Suivi!3", "2026-02-05", None, "2026-02-20", CL, HORS),
                 D("Suivi!4", "2025-12-12", None, "2025-12-29", CL, HORS),
                 D("Suivi!5", "2026-09-07", None, "2026-09-21", CL, DANS),
                 D("Suivi!6", "2026-05-04", None, "2026-05-05", CL, DANS),
                 D("Suivi!7", "2026-08-17", None, "2026-08-24", CL, DANS),
                 D("Suivi!8", "2026-07-01", None, None, CL, RETARD),
                 D("Suivi!9", "2026-10-02", None, "2026-10-09", CL, DANS),
                 D("Suivi!10", "2026-04-10", None, "2026-04-24", CL, DANS),
                 D("Suivi!11", "2026-03-03", None, "2026-03-10", CL, DANS),
                 D("Suivi!12", "2026-06-15", None, "2026-06-30", CL, HORS),
                 D("Suivi!13", "2026-11-02", None, None, CL, RETARD),
             ],
             [I("tous", "moins-de-8", 5, 12), I("tous", "moins-de-15", 7, 12), I("tous", "moins-de-30", 10, 11)])


def b44():
    nom = "b44-excel-anglais"
    xlsxwriter_classeur(nom, [("Suivi", [
        ["N°", "Canal", "Reçu le", "AR", "Répondu le"],
        ["1", "courriel", j("2026-03-05"), True, j("2026-03-12")],
        ["2", "courriel", j("2026-03-25"), "VRAI", j("2026-04-10")],
        ["3", "courrier", j("2026-04-07"), None, j("2026-04-21")],
        ["4", "courriel", j("2026-04-09"), j("2026-04-10"), None],
        ["5", "courriel", j("2026-04-13"), None, j("2026-04-13")],
    ])], format_date="[$-409]mmmm d, yyyy;@")
    attendre(nom, "8.21 Fichier passé par un Excel anglais : format « March 5, 2026 », TRUE et « VRAI » dans la colonne AR", "xlsxwriter",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-05", None, "2026-03-12", CL, DANS),
                 D("Suivi!3", "2026-03-25", None, "2026-04-10", CL, HORS),
                 D("Suivi!4", "2026-04-07", None, "2026-04-21", CR, DANS),
                 D("Suivi!5", "2026-04-09", "2026-04-10", None, CL, RETARD),
                 D("Suivi!6", "2026-04-13", None, "2026-04-13", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5)])


def b45():
    nom = "b45-grille-a-cote"
    mois = ["Janvier", "Février", "Mars", "Avril", "Mai", "Juin", "Juillet", "Août", "Septembre", "Octobre", "Novembre", "Décembre"]
    l4, l5 = [None], [None]
    for i, m in enumerate(mois):
        l4 += [m, None]
        l5 += [f"Date {2 * i + 1}", f"Date {2 * i + 2}"]
    l5[1], l5[2], l5[5] = j("2026-01-06"), j("2026-01-20"), j("2026-03-03")
    l5.append("Date 25")
    grille = [
        ["Estimation des délais moyens de réponse à un courrier - Vue globale sur l'année"],
        ["Nombre de jours entre la date de réception du courrier et la date d'envoi de la réponse à l'utilisateur"],
        ["(si le courrier a été traité le jour de sa réception, saisir 1 ; si le courrier n'a pas été traité, saisir NR)"],
        l4, l5,
    ]
    valeurs = [8, 6, 1, 12, "NR", 15, 0, 3, 21, 5, 9]
    for i in range(11):
        ligne = [f"Courrier {i + 1}"] + [None] * 25
        for c in (1, 2, 5):
            if not (c == 2 and i >= 7):
                ligne[c] = valeurs[(i + c) % len(valeurs)]
        grille.append(ligne)

    def fusionner(wb):
        ws = wb.worksheets()[0]
        f = wb.add_format({"align": "center"})
        for i, m in enumerate(mois):
            ws.merge_range(3, 1 + 2 * i, 3, 2 + 2 * i, m, f)

    xlsxwriter_classeur(nom, [("Grille courriers", grille), ("Suivi", [
        ["N°", "Canal", "Date de réception", "Date de la réponse"],
        ["1", "courrier", j("2026-03-03"), j("2026-03-10")],
        ["2", "courrier", j("2026-03-04"), j("2026-03-19")],
        ["3", "courriel", j("2026-03-05"), None],
        ["4", "courriel", j("2026-03-16"), j("2026-03-30")],
        ["5", "mail", j("2026-03-17"), j("2026-03-18")],
    ])], apres=fusionner)
    attendre(nom, "8.22 Grille d'échantillonnage à côté du registre", "xlsxwriter",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-03", None, "2026-03-10", CR, DANS),
                 D("Suivi!3", "2026-03-04", None, "2026-03-19", CR, HORS),
                 D("Suivi!4", "2026-03-05", None, None, CL, RETARD),
                 D("Suivi!5", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!6", "2026-03-17", None, "2026-03-18", CL, DANS),
             ],
             [I("tous", "moins-de-15", 3, 5)])


def b46():
    nom = "b46-csv-colle-dans-une-colonne"
    wb = openpyxl_classeur([("Feuil1", [
        ["\ufeffN°;Canal;Objet;Reçu le;Répondu le"],
        ["L01;courriel;Permis;02/03/2026;09/03/2026"],
        ['L02;courrier;"Titre ; duplicata";03/03/2026;18/03/2026'],
        ['L03;courriel;"Attestation\nsur deux lignes";04/03/2026;'],
        ['L04;mail;"Mot ""urgent""";16/03/2026;30/03/2026'],
        ["L05;courriel;Divers;17/03/2026;NR"],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.23 CSV collé dans la colonne A, BOM dans le premier titre", "openpyxl",
             [F("Feuil1", 1, 5)],
             [
                 D("Feuil1!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Feuil1!3", "2026-03-03", None, "2026-03-18", CR, HORS),
                 D("Feuil1!4", "2026-03-04", None, None, CL, RETARD),
                 D("Feuil1!5", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Feuil1!6", "2026-03-17", None, None, CL, RETARD),
             ],
             [I("tous", "moins-de-15", 2, 5)])


def b47():
    nom = "b47-csv-windows-1252"
    texte = "\r\n".join([
        "N°;Expéditeur;Canal;Date d’arrivée;Répondu le",
        "1;Émilie Béranger;Mél;02/03/2026;09/03/2026",
        "2;François Noël;courrier;03/03/2026;19/03/2026",
        "3;Zoé Gœury;courriel;05/03/2026;04/03/2026",
        "4;Maëlle Père;courriel;06/03/2026;",
        "5;Jérôme Hévin;Mél;16/03/2026;30/03/2026",
        "",
    ])
    with open(chemin(nom, "csv"), "wb") as f:
        f.write(texte.encode("cp1252"))
    attendre(nom, "8.23 CSV en Windows-1252, points-virgules", "texte (Python)",
             [F(nom, 1, 5, identifiant="A", expediteur="B", canal="C", reception="D", reponse="E")],
             [
                 D(f"{nom}!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D(f"{nom}!3", "2026-03-03", None, "2026-03-19", CR, HORS),
                 D(f"{nom}!4", etat=CORR),
                 D(f"{nom}!5", "2026-03-06", None, None, CL, RETARD),
                 D(f"{nom}!6", "2026-03-16", None, "2026-03-30", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E(f"{nom}!E4", "avant")])


def b48():
    nom = "b48-csv-virgules"
    texte = "\r\n".join([
        "Identifiant,Expéditeur,Objet,Canal,Date de réception,Date de la réponse",
        'V1,"Martin, Paul",Demande de titre,courriel,02/03/2026,09/03/2026',
        'V2,"Lopez, Ana","Retard,\nsans réponse",courrier,03/03/2026,20/03/2026',
        'V3,U-03,"Il dit ""urgent""",courriel,04/03/2026,',
        'V4,U-04,"ligne 1\r\nligne 2\r\nligne 3",mail,16/03/2026,30/03/2026',
        "V5,U-05,Divers,courriel,17/03/2026,16/03/2026",
        "",
    ])
    with open(chemin(nom, "csv"), "wb") as f:
        f.write(texte.encode("utf-8"))
    attendre(nom, "8.23 CSV à virgules, textes entre guillemets sur plusieurs lignes", "texte (Python)",
             [F(nom, 1, 5, identifiant="A", expediteur="B", objet="C", canal="D", reception="E", reponse="F")],
             [
                 D(f"{nom}!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D(f"{nom}!3", "2026-03-03", None, "2026-03-20", CR, HORS),
                 D(f"{nom}!4", "2026-03-04", None, None, CL, RETARD),
                 D(f"{nom}!5", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D(f"{nom}!6", etat=CORR),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E(f"{nom}!F6", "avant")])


def b49():
    nom = "b49-csv-bom"
    texte = "\n".join([
        '"Identifiant";"Canal";"Date de réception";"Date AR";"Date de la réponse"',
        '"B1";"courriel";"02/03/2026";"02/03/2026";"09/03/2026"',
        '"B2";"courrier";"03/03/2026";"";"24/03/2026"',
        '"B3";"courriel";"16/11/2026";"";""',
        '"B4";"courriel";"16/03/2026";"17/03/2026";"30/03/2026"',
        ";;;;",
        ";;;;",
        "",
    ])
    with open(chemin(nom, "csv"), "wb") as f:
        f.write(texte.encode("utf-8-sig"))
    attendre(nom, "8.23 CSV UTF-8 avec BOM devant un premier titre entre guillemets, lignes vides à la fin", "texte (Python)",
             [F(nom, 1, 4, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D(f"{nom}!2", "2026-03-02", "2026-03-02", "2026-03-09", CL, DANS),
                 D(f"{nom}!3", "2026-03-03", None, "2026-03-24", CR, HORS),
                 D(f"{nom}!4", "2026-11-16", None, None, CL, COURS),
                 D(f"{nom}!5", "2026-03-16", "2026-03-17", "2026-03-30", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 3), I("tous", "moins-de-30", 3, 3)])


def b50():
    nom = "b50-xml-prefixe"
    s = Partagees()

    def t(ref, v):
        return f'<x:c r="{ref}" t="s"><x:v>{s.texte(v)}</x:v></x:c>'

    def d(ref, iso):
        return f'<x:c r="{ref}" s="1"><x:v>{serie(iso):g}</x:v></x:c>'

    def feuille(lignes):
        corps = ""
        for r, ligne in enumerate(lignes, 1):
            corps += f'<x:row r="{r}">'
            for c, v in enumerate(ligne):
                if v is None:
                    continue
                ref = f"{LETTRES[c]}{r}"
                corps += d(ref, v[1:]) if v.startswith("@") else t(ref, v)
            corps += "</x:row>"
        return TETE + f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>{corps}</x:sheetData></x:worksheet>'

    suivi = feuille([
        ["Identifiant", "Canal", "Date de réception", "Date de la réponse"],
        ["Q1", "courriel", "@2026-03-02", "@2026-03-09"],
        ["Q2", "courrier", "@2026-03-03", "@2026-03-18"],
        ["Q3", "courriel", "@2026-03-04", None],
        ["Q4", "mail", "@2026-03-16", "@2026-03-30"],
        ["Q5", "courriel", "@2026-03-18", "@2026-03-17"],
    ])
    notes = feuille([["À faire : relancer le service des titres"]])
    xml_classeur(nom, [("Notes", "feuille-b.xml", notes), ("Suivi", "feuille-a.xml", suivi)], partagees=s.xml("x"), p="x", absolu=True)
    attendre(nom, "8.18 XML préfixé (<x:worksheet>), chemins absolus, noms de parties libres", "XML à la main (zipfile)",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-18", CR, HORS),
                 D("Suivi!4", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!5", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!6", etat=CORR),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E("Suivi!D6", "avant")])


def b51():
    nom = "b51-cellules-sans-adresse"

    def c(v):
        if v is None:
            return "<c/>"
        if v.startswith("@"):
            return f'<c s="1"><v>{serie(v[1:]):g}</v></c>'
        return f'<c t="inlineStr"><is><t>{escape(v)}</t></is></c>'

    def rangee(valeurs, attr=""):
        return f"\n  <row{attr}>\n    " + "\n    ".join(c(v) for v in valeurs) + "\n  </row>"

    corps = (
        rangee(["N°", "Expéditeur", "Canal", "Date de réception", "Date AR", "Date de la réponse"])
        + rangee(["R1", "U-01", "courriel", "@2026-03-02", "@2026-03-02", "@2026-03-09"])
        + rangee(["R2", None, "courrier", "@2026-03-03", None, "@2026-03-18"])
        + rangee(["R3", "U-03", "courriel", "@2026-03-04", None, None], ' r="5"')
        + rangee(["R4", "U-04", "courriel", "@2026-03-16", None, "@2026-03-30"])
        + rangee(["R5", "U-05", "courriel", "@2026-03-18", None, "@2026-03-17"])
    )
    xml_classeur(nom, [("Suivi", "sheet1.xml", TETE + f'<worksheet xmlns="{MAIN}"><sheetData>{corps}\n</sheetData></worksheet>')])
    attendre(nom, "8.18 Lignes et cellules sans attribut r= (une seule ligne numérotée : 5)", "XML à la main (zipfile)",
             [F("Suivi", 1, 5, identifiant="A", expediteur="B", canal="C", reception="D", accuse="E", reponse="F")],
             [
                 D("Suivi!2", "2026-03-02", "2026-03-02", "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-18", CR, HORS),
                 D("Suivi!5", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!6", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!7", etat=CORR),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E("Suivi!F7", "avant")])


def b52():
    nom = "b52-texte-enrichi"
    s = Partagees()

    def t(ref, v):
        return f'<c r="{ref}" t="s"><v>{s.texte(v)}</v></c>'

    def riche(ref, *morceaux, extra=""):
        runs = "".join(f'<r>{"<rPr><b/></rPr>" if i % 2 else ""}<t xml:space="preserve">{m}</t></r>' for i, m in enumerate(morceaux))
        return f'<c r="{ref}" t="s"><v>{s.brut(f"<si>{runs}{extra}</si>")}</v></c>'

    vide = s.brut("<si><t/></si>")
    phon = '<rPh sb="0" eb="1"><t>12/12/2012</t></rPh><phoneticPr fontId="0"/>'
    rangees = [
        t("A1", "N°") + t("B1", "Canal") + riche("C1", "Date de_x000D_\n", "réception") + riche("D1", "Date ", "AR") + riche("E1", "Date de la ", "réponse", " finale"),
        t("A2", "1") + riche("B2", "cour", "riel") + riche("C2", "02/03", "/2026") + f'<c r="D2" t="s"><v>{vide}</v></c>' + riche("E2", "09/", "03/", "2026"),
        t("A3", "2") + t("B3", "courrier") + riche("C3", "03/03/2026", extra=phon) + riche("E3", "18/03", "/2026", extra=phon),
        t("A4", "3") + t("B4", "courriel") + riche("C4", "4 ", "mars", " 2026") + riche("E4", "N", "R"),
        t("A5", "4") + t("B5", "courriel") + riche("C5", "16", "/03/2026") + riche("D5", "17", "/03/2026") + riche("E5", "30/03", "/2026"),
        t("A6", "5") + t("B6", "courriel") + riche("C6", "17", "/03/2026") + riche("E6", "trans", "mis à", " la mairie"),
    ]
    corps = "".join(f'<row r="{i}">{x}</row>' for i, x in enumerate(rangees, 1))
    xml_classeur(nom, [("Suivi", "sheet1.xml", TETE + f'<worksheet xmlns="{MAIN}"><sheetData>{corps}</sheetData></worksheet>')], partagees=s.xml())
    attendre(nom, "8.3 Textes enrichis (plusieurs morceaux), phonétique à ignorer, _x000D_ dans un titre", "XML à la main (zipfile)",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-18", CR, HORS),
                 D("Suivi!4", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!5", "2026-03-16", "2026-03-17", "2026-03-30", CL, DANS),
                 D("Suivi!6", canal=CL, etat=PERIM),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [N("Suivi!E6")])


def b53():
    nom = "b53-ooxml-strict"
    s = Partagees()

    def t(ref, v):
        return f'<c r="{ref}" t="s"><v>{s.texte(v)}</v></c>'

    def d(ref, iso):
        return f'<c r="{ref}" s="1" t="d"><v>{iso}</v></c>'

    def n(ref, iso):
        return f'<c r="{ref}" s="1"><v>{serie(iso):g}</v></c>'

    rangees = [
        "".join(t(f"{LETTRES[i]}1", v) for i, v in enumerate(["N°", "Canal", "Date de réception", "Date AR", "Date de la réponse"])),
        t("A2", "1") + t("B2", "courriel") + d("C2", "2026-03-02") + d("D2", "2026-03-02T18:30:00") + d("E2", "2026-03-09T00:00:00"),
        t("A3", "2") + t("B3", "courrier") + d("C3", "2026-03-03T00:00:00") + n("E3", "2026-03-18"),
        t("A4", "3") + t("B4", "courriel") + n("C4", "2026-03-04"),
        t("A5", "4") + t("B5", "courriel") + d("C5", "2026-03-16T23:59:59.999") + d("E5", "2026-03-30T00:00:00"),
        t("A6", "5") + t("B6", "courriel") + n("C6", "2026-03-20") + d("E6", "2026-03-19"),
    ]
    corps = "".join(f'<row r="{i}">{x}</row>' for i, x in enumerate(rangees, 1))
    xml = TETE + f'<worksheet xmlns="{STRICT}"><sheetData>{corps}</sheetData></worksheet>'
    xml_classeur(nom, [("Suivi", "sheet1.xml", xml)], partagees=s.xml(ns=STRICT), ns=STRICT, rel=STRICT_REL,
                 classeur_attr='<workbookPr dateCompatibility="0"/>')
    attendre(nom, "8.5 OOXML strict (purl.oclc.org), dates ISO (t=\"d\")", "XML à la main (zipfile)",
             [F("Suivi", 1, 5, identifiant="A", canal="B", reception="C", accuse="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", "2026-03-02", "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-18", CR, HORS),
                 D("Suivi!4", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!5", "2026-03-16", None, "2026-03-30", CL, DANS),
                 D("Suivi!6", etat=CORR),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E("Suivi!E6", "avant")])


def b54():
    nom = "b54-reglage-deux-colonnes-date"
    wb = openpyxl_classeur([("Suivi", [
        ["N°", "Date", "Date", "Canal", "Date de réponse"],
        ["1", j("2026-02-27"), j("2026-03-02"), "courriel", j("2026-03-16")],
        ["2", j("2026-02-20"), j("2026-03-03"), "courrier", j("2026-03-20")],
        ["3", j("2026-03-01"), j("2026-03-04"), "courriel", None],
        ["4", j("2026-03-10"), j("2026-03-13"), "courriel", j("2026-03-12")],
        ["5", j("2026-03-15"), j("2026-03-16"), "courriel", j("2026-03-20")],
    ])])
    wb.save(chemin(nom))
    attendre(nom, "8.12 Deux colonnes « Date » : la personne dit laquelle est la réception", "openpyxl",
             [F("Suivi", 1, 5, identifiant="A", reception="C", canal="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-16", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-20", CR, HORS),
                 D("Suivi!4", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!5", etat=CORR),
                 D("Suivi!6", "2026-03-16", None, "2026-03-20", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [E("Suivi!E5", "avant")], reglages={"colonne.reception": "C"})


def b55():
    nom = "b55-reglage-entete"
    xlsxwriter_classeur(nom, [("Registre", [
        ["Comment remplir ce registre"],
        ["N°", "Date de réception", "Canal", "Date AR", "Date de réponse"],
        ["ex. 1", "jj/mm/aaaa", "courrier", "jj/mm/aaaa", "jj/mm/aaaa"],
        [],
        ["Registre 2026"],
        ["N°", "Reçu le", "Canal", "AR", "Répondu le"],
        ["1", j("2026-03-02"), "courriel", j("2026-03-03"), j("2026-03-09")],
        ["2", j("2026-03-03"), "courrier", None, j("2026-03-19")],
        ["3", j("2026-03-04"), "courriel", None, None],
        ["4", j("2026-03-16"), "courriel", j("2026-03-16"), j("2026-03-30")],
    ])])
    attendre(nom, "8.1 Modèle de remplissage au-dessus du vrai tableau : la personne donne la ligne d'en-tête", "xlsxwriter",
             [F("Registre", 6, 4, identifiant="A", reception="B", canal="C", accuse="D", reponse="E")],
             [
                 D("Registre!7", "2026-03-02", "2026-03-03", "2026-03-09", CL, DANS),
                 D("Registre!8", "2026-03-03", None, "2026-03-19", CR, HORS),
                 D("Registre!9", "2026-03-04", None, None, CL, RETARD),
                 D("Registre!10", "2026-03-16", "2026-03-16", "2026-03-30", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)], reglages={"entete": "6"})


def b56():
    nom = "b56-feuille-old-masquee"
    entete = ["N°", "Expéditeur", "Canal", "Date de réception", "Date de la réponse"]
    wb = openpyxl_classeur([
        ("Suivi", [
            entete,
            ["1", "pseudo-a1", "courriel", j("2026-03-02"), j("2026-03-09")],
            ["2", "pseudo-b2", "courrier", j("2026-03-03"), j("2026-03-19")],
            ["3", "pseudo-c3", "courriel", j("2026-03-04"), None],
            ["4", "pseudo-d4", "courriel", j("2026-03-16"), j("2026-03-30")],
        ]),
        ("old", [
            entete,
            ["1", "Mme Imaginaire", "courriel", j("2025-03-03"), j("2025-03-10")],
            ["2", "M. Fictif", "courrier", j("2025-03-08"), j("2025-03-01")],
        ]),
        ("sauvegarde", [
            entete,
            ["1", "Mme Imaginaire", "courriel", j("2024-03-04"), None],
        ]),
    ])
    wb["old"].sheet_state = "hidden"
    wb["sauvegarde"].sheet_state = "veryHidden"
    wb.save(chemin(nom))
    attendre(nom, "8.24 Feuilles masquées « old » et très masquée « sauvegarde » : pas lues, et dites", "openpyxl",
             [F("Suivi", 1, 4, identifiant="A", expediteur="B", canal="C", reception="D", reponse="E")],
             [
                 D("Suivi!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Suivi!3", "2026-03-03", None, "2026-03-19", CR, HORS),
                 D("Suivi!4", "2026-03-04", None, None, CL, RETARD),
                 D("Suivi!5", "2026-03-16", None, "2026-03-30", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)],
             [N("old!A1", "masqu"), N("sauvegarde!A1", "masqu")])


def b57():
    nom = "b57-avec-macros"
    xml_classeur(nom, [("Registre", "sheet1.xml", feuille_inline([
        ["N°", "Canal", "Reçu le", "Répondu le"],
        ["1", "courriel", j("2026-03-02"), j("2026-03-09")],
        ["2", "courrier", j("2026-03-03"), j("2026-03-19")],
        ["3", "courriel", j("2026-03-04"), None],
        ["4", "courriel", j("2026-03-16"), j("2026-03-30")],
    ]))], macros=True, ext="xlsm")
    attendre(nom, "8.18 Classeur à macros (.xlsm)", "XML à la main (zipfile)",
             [F("Registre", 1, 4, identifiant="A", canal="B", reception="C", reponse="D")],
             [
                 D("Registre!2", "2026-03-02", None, "2026-03-09", CL, DANS),
                 D("Registre!3", "2026-03-03", None, "2026-03-19", CR, HORS),
                 D("Registre!4", "2026-03-04", None, None, CL, RETARD),
                 D("Registre!5", "2026-03-16", None, "2026-03-30", CL, DANS),
             ],
             [I("tous", "moins-de-15", 2, 4)])


# ------------------------------------------------------------------ refus
def ole(flux):
    """Petit fichier composé OLE (v3, secteurs de 512) : FAT au secteur 0, répertoire à partir du secteur 1, un secteur vide par flux."""
    entrees = [("Root Entry", 5, 0xFFFFFFFE, 0)] + [(n, 2, 0, 0) for n in flux]
    nb_dir = (len(entrees) + 3) // 4
    donnees = 8  # chaque flux occupe 8 secteurs (4096 octets), au-delà du seuil des petits flux
    fat = [0xFFFFFFFD]
    for i in range(nb_dir):
        fat.append(i + 2 if i + 1 < nb_dir else 0xFFFFFFFE)
    debut = 1 + nb_dir
    tete_flux = []
    for _ in flux:
        tete_flux.append(debut)
        for k in range(donnees):
            fat.append(debut + k + 1 if k < donnees - 1 else 0xFFFFFFFE)
        debut += donnees
    fat += [0xFFFFFFFF] * (128 - len(fat))
    entete = bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    entete += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)[: 9 * 4]
    entete += struct.pack("<I", 0) + b"\xff" * (4 * 108)
    entete = entete[:512].ljust(512, b"\xff")
    rep = b""
    for i in range(nb_dir * 4):
        if i >= len(entrees):
            rep += b"\0" * 66 + b"\0\0" + struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 0xFFFFFFFF) + b"\0" * 48
            continue
        titre, genre, _, _ = entrees[i]
        u = titre.encode("utf-16-le")
        debut_flux = 0xFFFFFFFE if genre == 5 else tete_flux[i - 1]
        taille = 0 if genre == 5 else 4096
        gauche = 0xFFFFFFFF
        droite = i + 1 if 0 < i < len(entrees) - 1 else 0xFFFFFFFF
        enfant = 1 if genre == 5 else 0xFFFFFFFF
        rep += u.ljust(64, b"\0") + struct.pack("<HBB", len(u) + 2, genre, 1) + struct.pack("<III", gauche, droite, enfant)
        rep += b"\0" * 16 + b"\0" * 4 + b"\0" * 16 + struct.pack("<IQ", debut_flux, taille)
    hasard = random.Random(7)
    corps = b"".join(bytes(hasard.randrange(256) for _ in range(4096)) for _ in flux)
    return entete + struct.pack("<128I", *fat) + rep + corps


def refus():
    with open(chemin("b58-chiffre"), "wb") as f:
        f.write(ole(["EncryptionInfo", "EncryptedPackage"]))
    refuser("b58-chiffre", "chiffré")
    with open(chemin("b59-ancien-xls"), "wb") as f:
        f.write(ole(["Workbook"]))
    refuser("b59-ancien-xls", ".xls")
    with open(chemin("b01-reference-vraies-dates"), "rb") as f:
        octets = f.read()
    with open(chemin("b60-tronque"), "wb") as f:
        f.write(octets[: len(octets) * 3 // 5])
    refuser("b60-tronque", "incomplet")
    with zipfile.ZipFile(chemin("b61-zip-sans-classeur"), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("lettre.txt", "Une lettre fictive.\n")
        z.writestr("dossier/notes.txt", "Rien à lire ici.\n")
    refuser("b61-zip-sans-classeur", "ne contient pas de classeur")
    with zipfile.ZipFile(chemin("b62-document-word"), "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("[Content_Types].xml", TETE + f'<Types xmlns="{TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                   '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
        z.writestr("_rels/.rels", TETE + f'<Relationships xmlns="{PREL}"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>')
        z.writestr("word/document.xml", TETE + '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>Lettre fictive</w:t></w:r></w:p></w:body></w:document>')
    refuser("b62-document-word", "pas un classeur")
    open(chemin("b63-vide"), "wb").close()
    refuser("b63-vide", "vide")
    open(chemin("b64-csv-vide", "csv"), "wb").close()
    refuser("b64-csv-vide", "vide")
    bombe()


def bombe():
    nom = "b65-bombe"
    xml_classeur(nom, [("Suivi", "sheet1.xml", "")])
    with zipfile.ZipFile(chemin(nom)) as z:
        autres = {n: z.read(n) for n in z.namelist() if n != "xl/worksheets/sheet1.xml"}
    with zipfile.ZipFile(chemin(nom), "w", zipfile.ZIP_DEFLATED, compresslevel=9) as z:
        for n, v in autres.items():
            z.writestr(n, v)
        with z.open("xl/worksheets/sheet1.xml", "w") as f:
            f.write((TETE + f'<worksheet xmlns="{MAIN}"><sheetData>').encode())
            bloc = b" " * (1 << 20)
            for _ in range(400):
                f.write(bloc)
            f.write(b"</sheetData></worksheet>")
    refuser(nom, "anormalement gros")


# ------------------------------------------------------------------ contrôle de l'arithmétique
def jour(iso):
    return dt.date.fromisoformat(iso)


def verifier():
    """Recompte, à partir des seules listes écrites à la main, états et indicateurs ; ne lit aucun classeur."""
    sans_delai = {"b31-delai-annonce", "b32-echeance-annoncee"}
    for nom, a in ATTENTES.items():
        if "refus" in a:
            continue
        au = jour(a["au"])
        total = sum(f["lignes"] for f in a["feuilles"])
        ds = a.get("demandes", [])
        if len(ds) != total:
            print(nom, "lignes", total, "≠ demandes", len(ds))
        comptees = [d for d in ds if d["etat"] not in (CORR, CHAMP, PERIM)]
        for d in comptees:
            rec = jour(d["reception"])
            rep = d.get("reponse")
            if d.get("canal") == CR and rec.weekday() > 4 and not any(
                x["gravite"] == "avertissement" and x["adresse"].split("!")[0] == d["ligne"].split("!")[0]
                and re.sub(r"\D", "", x["adresse"].split("!")[1]) == d["ligne"].split("!")[1] for x in a["anomalies"]
            ):
                print(nom, d["ligne"], "papier reçu un week-end sans avertissement")
            if nom in sans_delai:
                continue
            if rep:
                etat = DANS if (jour(rep) - rec).days <= 14 else HORS
            else:
                etat = COURS if (au - rec).days <= 14 else RETARD
            if etat != d["etat"]:
                print(nom, d["ligne"], d["etat"], "≠", etat)
        for i in a.get("indicateurs", []):
            base = [d for d in comptees if i["canal"] == "tous" or d.get("canal") == i["canal"]]
            ident = i["id"]
            delai = lambda d: (jour(d["reponse"]) - jour(d["reception"])).days if d.get("reponse") else 10**6
            age = lambda d: (au - jour(d["reception"])).days
            if ident.startswith("moins-de-"):
                k = int(ident[9:])
                coh = [d for d in base if age(d) >= k]
                res = (sum(delai(d) < k for d in coh), len(coh))
            elif ident == "considere-non-repondu":
                coh = [d for d in base if age(d) >= 15]
                res = (sum(delai(d) > 14 for d in coh), len(coh))
            elif ident == "sans-reponse-finale":
                res = (sum(not d.get("reponse") for d in base), len(base))
            else:
                res = (sum(d["etat"] == RETARD for d in base), len(base))
            if res != (i["numerateur"], i["denominateur"]):
                print(nom, i, "≠", res)
        fautes = {(x["adresse"].split("!")[0], re.sub(r"\D", "", x["adresse"].split("!")[1])) for x in a["anomalies"] if x["gravite"] == "erreur"}
        corr = {tuple(d["ligne"].rsplit("!", 1)) for d in ds if d["etat"] == CORR}
        if fautes != corr:
            print(nom, "erreurs", fautes, "≠ à corriger", corr)


def principal():
    for f in [b01, b02, b03, b04, b05, b06, b07, b08, b09, b10, b11, b12, b13, b14, b15, b16, b17, b18, b19, b20, b21, b22, b23, b24, b25,
              b26, b27, b28, b29, b30, b31, b32, b33, b34, b35, b36, b37, b38, b39, b40, b41, b42, b43, b44, b45, b46, b47, b48, b49, b50,
              b51, b52, b53, b54, b55, b56, b57, refus]:
        f()
    for nom, a in ATTENTES.items():
        with open(os.path.join(SORTIE, f"{nom}.attendu.json"), "w", encoding="utf-8", newline="\n") as f:
            f.write(en_json(a))
    verifier()


if __name__ == "__main__":
    principal()
