#!/usr/bin/python3
"""Fabrique a-effacer.xlsx : une enquête fictive, mal tenue, où les mêmes personnes sont partout. /usr/bin/python3 a-effacer.py

Réponses (titre, ligne vide, colonne masquée, dates mêlées), registre des consentements, feuille masquée qui recopie des noms, formules qui en
reprennent, notes et fil de commentaires, noms du classeur, graphique et tableau croisé dont la mémoire les garde, classeur lié.
"""
import datetime as dt
import os
import sys

import xlsxwriter

ICI = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(ICI, '..', 'classeurs', 'fabrique'))
from riche import FIGE, LIENS, PRINCIPAL, TYPES, XML, Paquet  # noqa: E402

CHEMIN = os.path.join(ICI, 'a-effacer.xlsx')
N = lambda texte: dt.datetime.strptime(texte, '%d/%m/%Y')  # noqa: E731
REPONSES = [
    ('R-01', 'Alouette Hélène', 'helene.alouette@exemple.fr', '0612345678', N('12/03/1980'), N('05/03/2026'), 4, 'Accueil', 'Rien à dire'),
    ('R-02', 'Bergeronnette Yves', 'y.bergeronnette@exemple.fr', None, N('01/07/1955'), '05/03/2026', 2, 'Téléphone', 'Rappelez-moi au 07 98 76 54 32, je suis M. Bergeronnette'),
    ('R-03', 'Cormoran Aïcha', None, '+33 6 11 22 33 44', '30/11/1991', '6 mars 2026', 5, 'Accueil', 'Ma plaque est AB-123-CD'),
    ('R-04', 'Draine Paul', 'paul.draine@exemple.fr', None, None, N('09/03/2026'), 1, 'Internet', 'Dossier 2 55 08 14 168 025 38'),
    ('R-05', 'Étourneau Jeanne', 'jeanne@exemple.fr', None, N('22/02/1947'), '10/03/26', 3, 'Accueil', 'Virement sur FR76 3000 6000 0112 3456 7890 189 merci'),
    ('R-06', 'Fauvette Omar', 'omar.fauvette@exemple.fr', '06.55.44.33.22', None, N('11/03/2026'), 5, 'Téléphone', None),
]
TITRES = ['Id répondant', 'Nom et prénom', 'Adresse e-mail', 'Téléphone', 'Date de naissance', 'Date de réponse', 'Note', 'Canal', 'Commentaire libre']
CONSENTEMENTS = [
    ('R-01', 'Alouette Hélène', 'Oui', N('04/03/2026'), 'Case cochée', 'v1', None, N('01/06/2026')),
    ('R-02', 'Bergeronnette Yves', 'oui', None, 'Oral consigné', 'v1', None, N('01/06/2026')),
    ('R-03', 'Cormoran Aïcha', 'Oui', N('20/03/2026'), 'Courriel', 'v1', None, N('01/06/2026')),
    ('R-04', 'Draine Paul', 'Oui', N('08/03/2026'), 'Case cochée', 'v2', N('15/03/2026'), N('01/06/2026')),
    ('R-05', 'Étourneau Jeanne', 'Non', N('09/03/2026'), 'Signature', 'v2', None, N('31/12/2026')),
]

x = xlsxwriter.Workbook(CHEMIN)
x.set_properties({'title': 'Enquête accueil', 'author': 'Agent (fictif)', 'created': FIGE})
date, titre = x.add_format({'num_format': 'dd/mm/yyyy'}), x.add_format({'bold': True, 'font_size': 14})
r = x.add_worksheet('Réponses')
r.merge_range('A1:E1', 'Enquête accueil 2026, à relire', titre)
r.write_row('A3', TITRES)
for i, ligne in enumerate(REPONSES):
    for j, v in enumerate(ligne):
        r.write_datetime(3 + i, j, v, date) if isinstance(v, dt.datetime) else r.write(3 + i, j, v)
r.set_column('D:D', 12, None, {'hidden': True})
r.write('A11', 'Moyenne')
r.write_formula('G11', '=AVERAGE(G4:G9)', None, 20 / 6)
r.write_comment('B4', 'Rappelée par Mme Alouette elle-même', {'author': 'Agent (fictif)'})
r.write_comment('G5', 'note à vérifier', {'author': 'Agent (fictif)'})
r.write_comment('H7', 'Draine Paul insiste', {'author': 'Agent (fictif)'})

c = x.add_worksheet('Consentements')
c.write_row('A1', ['Id répondant', 'Identité', 'Consentement', 'Date du consentement', 'Modalité', 'Version de la mention', 'Date de retrait', 'Purge prévue le'])
for i, ligne in enumerate(CONSENTEMENTS):
    for j, v in enumerate(ligne):
        c.write_datetime(1 + i, j, v, date) if isinstance(v, dt.datetime) else c.write(1 + i, j, v)

t = x.add_worksheet('Tirage')
t.hide()
for i, ligne in enumerate([['Gagnants', 'Lot'], ['fauvette omar', 'Livre'], ['Cormoran Aïcha', 'Livre'], ['Personne', 'Livre']]):
    t.write_row(i, 0, ligne)

s = x.add_worksheet('Synthèse')
s.write_row('A1', ['Qui', 'Note', 'Phrase'])
for i, ligne in enumerate(REPONSES[:3]):
    s.write(1 + i, 0, f'Réponse {i + 1}')
    s.write_formula(1 + i, 1, f'=Réponses!G{4 + i}', None, ligne[6])
    s.write_formula(1 + i, 2, f'=Réponses!B{4 + i}&" a mis "&Réponses!G{4 + i}', None, f'{ligne[1]} a mis {ligne[6]}')
g = x.add_chart({'type': 'bar'})
g.add_series({'name': 'Notes', 'categories': '=Réponses!$B$4:$B$9', 'values': '=Réponses!$G$4:$G$9', 'categories_data': [l[1] for l in REPONSES], 'values_data': [l[6] for l in REPONSES]})
s.insert_chart('E2', g)
x.define_name('Repondants', '=Réponses!$B$4:$B$9')
x.define_name('Notes', '=Réponses!$G$4:$G$9')
x.define_name('Suivi_par', '="Étourneau Jeanne, 3e étage"')
x.define_name('Version_du_questionnaire', '="mars 2026"')

k = x.add_worksheet('Croisé')
k.write_row('A1', ['Répondant', 'Nombre'])
for i, ligne in enumerate(REPONSES):
    k.write_row(1 + i, 0, [ligne[1], 1])
k.write_row('A8', ['Total général', 6])
x.close()

p = Paquet(CHEMIN)
# Le fil de commentaires d'Excel, et la note qui le double pour les anciens Excel.
fils = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
p.poser('xl/threadedComments/threadedComment1.xml', f'{XML}<ThreadedComments xmlns="{fils}"><threadedComment ref="H7" dT="2026-03-12T08:30:00.00" personId="{{AAAAAAAA-1111-4222-8333-444444444401}}" id="{{11111111-2222-4333-8444-555555555501}}"><text>Draine Paul insiste</text></threadedComment>'
        '<threadedComment ref="H7" dT="2026-03-12T09:30:00.00" personId="{AAAAAAAA-1111-4222-8333-444444444401}" id="{11111111-2222-4333-8444-555555555502}" parentId="{11111111-2222-4333-8444-555555555501}"><text>Je rappelle M. Draine</text></threadedComment></ThreadedComments>')
p.poser('xl/persons/person.xml', f'{XML}<personList xmlns="{fils}"><person displayName="Agent (fictif)" id="{{AAAAAAAA-1111-4222-8333-444444444401}}" userId="agent" providerId="None"/></personList>')
p.type('xl/threadedComments/threadedComment1.xml', 'application/vnd.ms-excel.threadedcomments+xml')
p.type('xl/persons/person.xml', 'application/vnd.ms-excel.person+xml')
p.lien(p.feuille('Réponses'), 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml')
p.lien('xl/workbook.xml', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml')

# Le tableau croisé : le nom en ligne, sa mémoire garde aussi la date de naissance.
base, vue = 'xl/pivotCache/pivotCacheDefinition1.xml', 'xl/pivotTables/pivotTable1.xml'
noms = ''.join(f'<s v="{l[1]}"/>' for l in REPONSES)
nes = [l[4] if isinstance(l[4], dt.datetime) else None for l in REPONSES]
p.poser(base, f'{XML}<pivotCacheDefinition xmlns="{PRINCIPAL}" xmlns:r="{LIENS}" r:id="rId1" refreshedBy="Agent (fictif)" refreshedDate="46092" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="6">'
        '<cacheSource type="worksheet"><worksheetSource ref="B3:G9" sheet="Réponses"/></cacheSource><cacheFields count="6">'
        f'<cacheField name="Nom et prénom" numFmtId="0"><sharedItems count="6">{noms}</sharedItems></cacheField>'
        '<cacheField name="Adresse e-mail" numFmtId="0"><sharedItems containsBlank="1"/></cacheField><cacheField name="Téléphone" numFmtId="0"><sharedItems containsBlank="1"/></cacheField>'
        '<cacheField name="Date de naissance" numFmtId="14"><sharedItems containsDate="1" containsBlank="1" containsMixedTypes="1" minDate="1947-02-22T00:00:00" maxDate="1980-03-13T00:00:00"/></cacheField>'
        '<cacheField name="Date de réponse" numFmtId="14"><sharedItems containsMixedTypes="1"/></cacheField><cacheField name="Note" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" containsNumber="1" containsInteger="1" minValue="1" maxValue="5"/></cacheField>'
        '</cacheFields></pivotCacheDefinition>')
v = lambda t: '<m/>' if t is None else f'<s v="{t}"/>'  # noqa: E731
d = lambda t: v(t) if not isinstance(t, dt.datetime) else f'<d v="{t:%Y-%m-%dT%H:%M:%S}"/>'  # noqa: E731
p.poser('xl/pivotCache/pivotCacheRecords1.xml', f'{XML}<pivotCacheRecords xmlns="{PRINCIPAL}" xmlns:r="{LIENS}" count="6">' + ''.join(f'<r><x v="{i}"/>{v(l[2])}{v(l[3])}{d(l[4])}{d(l[5])}<n v="{l[6]}"/></r>' for i, l in enumerate(REPONSES)) + '</pivotCacheRecords>')
p.lien(base, f'{LIENS}/pivotCacheRecords', 'pivotCacheRecords1.xml')
p.poser(vue, f'{XML}<pivotTableDefinition xmlns="{PRINCIPAL}" name="Réponses par personne" cacheId="7" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Valeurs" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" multipleFieldFilters="0">'
        '<location ref="A1:B8" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="6"><pivotField axis="axisRow" showAll="0"><items count="7">' + ''.join(f'<item x="{i}"/>' for i in range(6)) + '<item t="default"/></items></pivotField>'
        '<pivotField showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/></pivotFields>'
        '<rowFields count="1"><field x="0"/></rowFields><rowItems count="7"><i><x/></i>' + ''.join(f'<i><x v="{i}"/></i>' for i in range(1, 6)) + '<i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
        '<dataFields count="1"><dataField name="Nombre" fld="5" subtotal="count" baseField="0" baseItem="0"/></dataFields></pivotTableDefinition>')
p.lien(vue, f'{LIENS}/pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml')
p.type(base, f'{TYPES}spreadsheetml.pivotCacheDefinition+xml')
p.type('xl/pivotCache/pivotCacheRecords1.xml', f'{TYPES}spreadsheetml.pivotCacheRecords+xml')
p.type(vue, f'{TYPES}spreadsheetml.pivotTable+xml')
p.lien(p.feuille('Croisé'), f'{LIENS}/pivotTable', '../pivotTables/pivotTable1.xml')
rid = p.lien('xl/workbook.xml', f'{LIENS}/pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')
p.changer('xl/workbook.xml', '<calcPr calcId="124519" fullCalcOnLoad="1"/>', f'<calcPr calcId="191029"/><pivotCaches><pivotCache cacheId="7" r:id="{rid}"/></pivotCaches>')

# Un classeur lié, dont le fichier garde les valeurs lues.
lie = 'xl/externalLinks/externalLink1.xml'
p.poser(lie, f'{XML}<externalLink xmlns="{PRINCIPAL}"><externalBook xmlns:r="{LIENS}" r:id="rId1"><sheetNames><sheetName val="Liste"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1" t="str"><v>Draine Paul</v></cell><cell r="B1" t="str"><v>Livre</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>')
p.lien(lie, f'{LIENS}/externalLinkPath', 'liste-de-diffusion.xlsx')
p.changer('xl/externalLinks/_rels/externalLink1.xml.rels', 'Target="liste-de-diffusion.xlsx"', 'Target="liste-de-diffusion.xlsx" TargetMode="External"')
p.type(lie, f'{TYPES}spreadsheetml.externalLink+xml')
rid = p.lien('xl/workbook.xml', f'{LIENS}/externalLink', 'externalLinks/externalLink1.xml')
p.changer('xl/workbook.xml', '<definedNames>', f'<externalReferences><externalReference r:id="{rid}"/></externalReferences><definedNames>')
p.enregistrer()
