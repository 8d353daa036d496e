#!/usr/bin/python3
"""Fabrique les classeurs « riches » de test/classeurs/riche : /usr/bin/python3 riche.py

Données fictives, dates figées : deux passages donnent les mêmes octets. Les lectures attendues (*.attendu.json) sont écrites
à la main et ne viennent pas d'ici. riche-libreoffice.xlsx et riche-exceljs.xlsx ne sont refaits que sur demande :
  riche.py --libreoffice   repasse riche.xlsx dans soffice
  riche.mjs                écrit riche-exceljs.xlsx
"""
import datetime as dt
import os
import random
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

ICI = os.path.dirname(os.path.abspath(__file__))
SORTIE = os.path.join(ICI, '..', 'riche')
FIGE = dt.datetime(2026, 6, 30, 9, 0, 0)
ENTREE_ZIP = (2026, 6, 30, 9, 0, 0)
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
LIENS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
PAQUET = 'http://schemas.openxmlformats.org/package/2006/relationships'
TYPES = 'application/vnd.openxmlformats-officedocument.'


def jour(texte):
    return dt.datetime.strptime(texte, '%Y-%m-%d %H:%M' if ' ' in texte else '%Y-%m-%d')


def png(cote=24):
    """Un carré bleu à liseré blanc, sans bibliothèque d'images."""
    rangs = b''
    for y in range(cote):
        rangs += b'\0'
        for x in range(cote):
            bord = min(x, y, cote - 1 - x, cote - 1 - y)
            rangs += b'\xff\xff\xff' if bord == 2 else (b'\x00\x00\x91' if bord < 2 or (x + y) % 6 else b'\x6a\x6a\xf4')

    def bloc(nom, contenu):
        return struct.pack('>I', len(contenu)) + nom + contenu + struct.pack('>I', zlib.crc32(nom + contenu))
    return (b'\x89PNG\r\n\x1a\n' + bloc(b'IHDR', struct.pack('>IIBBBBB', cote, cote, 8, 2, 0, 0, 0))
            + bloc(b'IDAT', zlib.compress(rangs, 9)) + bloc(b'IEND', b''))


def lire_zip(chemin):
    with zipfile.ZipFile(chemin) as z:
        return {i.filename: z.read(i.filename) for i in z.infolist()}


def ecrire_zip(chemin, parties):
    with zipfile.ZipFile(chemin, 'w') as z:
        for nom, contenu in parties.items():
            info = zipfile.ZipInfo(nom, ENTREE_ZIP)
            info.create_system = 0
            info.external_attr = 0
            # L'image est rangée telle quelle, le reste est comprimé : les deux méthodes se rencontrent dans un même paquet.
            info.compress_type = zipfile.ZIP_STORED if nom.endswith('.png') else zipfile.ZIP_DEFLATED
            z.writestr(info, contenu if isinstance(contenu, bytes) else contenu.encode('utf-8'))


class Paquet:
    """Un .xlsx dont on retouche les parties une à une."""

    def __init__(self, chemin):
        self.chemin, self.parties = chemin, lire_zip(chemin)

    def texte(self, nom):
        return self.parties[nom].decode('utf-8')

    def poser(self, nom, texte):
        self.parties[nom] = texte.encode('utf-8') if isinstance(texte, str) else texte

    def changer(self, nom, avant, apres):
        texte = self.texte(nom)
        assert texte.count(avant) >= 1, (nom, avant)
        self.poser(nom, texte.replace(avant, apres, 1))

    def type(self, nom, genre):
        self.changer('[Content_Types].xml', '</Types>', f'<Override PartName="/{nom}" ContentType="{genre}"/></Types>')

    def lien(self, source, genre, cible):
        dossier, fichier = os.path.split(source)
        nom = f'{dossier}/_rels/{fichier}.rels'
        if nom not in self.parties:
            self.poser(nom, f'{XML}<Relationships xmlns="{PAQUET}"></Relationships>')
        numeros = [int(n) for n in re.findall(r'Id="rId(\d+)"', self.texte(nom))]
        rid = f'rId{max(numeros, default=0) + 1}'
        self.changer(nom, '</Relationships>', f'<Relationship Id="{rid}" Type="{genre}" Target="{cible}"/></Relationships>')
        return rid

    def feuille(self, nom):
        classeur, liens = self.texte('xl/workbook.xml'), self.texte('xl/_rels/workbook.xml.rels')
        rid = re.search(f'<sheet name={re.escape(quoteattr(nom))}[^>]* r:id="([^"]+)"', classeur).group(1)
        for balise in re.findall(r'<Relationship [^>]*>', liens):
            if f'Id="{rid}"' in balise:
                return 'xl/' + re.search(r'Target="([^"]+)"', balise).group(1)

    def liees(self, nom, fin):
        dossier, fichier = os.path.split(nom)
        cibles = re.findall(rf'Type="[^"]*/{fin}" Target="([^"]+)"', self.texte(f'{dossier}/_rels/{fichier}.rels'))
        return [os.path.normpath(os.path.join(dossier, c)) for c in cibles]

    def enregistrer(self):
        ecrire_zip(self.chemin, self.parties)


# ---------------------------------------------------------------------------------------------------------- 1. riche.xlsx
REGISTRE = 'Suivi délais'
ETE = "L'été & co"
ENTETES = ['N°', 'Usager', 'Canal', 'Objet', 'Reçu le', 'AR envoyé le', 'Répondu le', 'Nb de jours', 'Avancement', 'Priorité']
# Une vraie date s'écrit D('…'), un texte reste un texte.
D = jour
LIGNES = [
    ('2026-001', 'Mme Bellefeuille', 'Courrier', 'Voirie rue des Lilas', D('2026-01-05'), None, D('2026-01-12'), 1, 2),
    ('2026-002', 'M. Corneloup', 'Courriel', 'Inscription cantine', D('2026-01-13'), D('2026-01-13'), D('2026-01-27'), 1, 1),
    ('2026-003', 'Mme Dragonnet', 'Courrier', 'Permis de construire', D('2026-01-20'), None, D('2026-02-04'), 1, 2),
    ('2026-004', 'M. Escargueil', 'Courriel', 'Horaires piscine', '02/02/2026', None, '10/02/2026', 1, 2),
    ('2026-005', 'Mme Fauvette', 'Courrier', 'Éclairage public', '12.2.26', D('2026-02-16'), D('2026-03-16'), 1, 1),
    ('2026-006', 'M. Grandpré', 'Courriel', 'Copie d’acte', D('2026-02-25'), None, '6 mars 2026', 1, 3),
    ('2026-007', 'Mme Hirondelle', 'Guichet', 'Carte d’électeur', D('2026-03-03'), None, D('2026-03-03'), 1, 1),
    ('2026-008', 'M. Isambert', 'Courrier', 'Bruit de voisinage', D('2026-03-07'), None, D('2026-03-20'), 1, 2),
    ('2026-009', 'Mme Jonquille', 'Courriel', 'Subvention association', D('2026-03-16'), D('2026-03-17'), 'NR', 0.4, 1),
    ('2026-010', 'M. Kermadec', 'Courrier', 'Concession cimetière', D('2026-03-24'), None, 'voir dossier', 0.6, 2),
    ('2026-011', 'Mme Libellule', 'Courriel', 'Place en crèche', '2026-03-31', None, D('2026-04-13'), 1, 2),
    ('2026-012', 'M. Marcassin', 'Courriel', 'Facture d’eau', D('2026-04-09'), D('2026-04-09'), D('2026-05-15'), 1, 3),
    ('2026-013', 'Mme Nénuphar', 'Courrier', 'Élagage', D('2026-04-21'), D('2026-04-28'), D('2026-05-05'), 1, 1),
    ('2026-014', 'M. Orvet', 'Courriel', 'Stationnement', D('2026-04-30 08:15'), None, D('2026-05-04 17:40'), 1, 2),
    ('2026-015', 'Mme Pervenche', 'Courrier', 'Logement social', '12/05/2026', None, None, 0.2, 1),
    ('2026-016', 'M. Quintefeuille', 'Courriel', 'Dépôt sauvage', D('2026-05-22'), D('2026-05-26'), D('2026-06-05'), 1, 2),
    ('2026-017', 'Mme Roitelet', 'Guichet', 'Passeport', D('2026-05-28'), None, D('2026-06-11'), 1, 3),
    ('2026-018', 'M. Sansonnet', 'Courrier', 'Location de salle', D('2026-06-09'), D('2026-06-10'), None, 0.5, 2),
    ('2026-019', 'Mme Tourterelle', 'Courriel', 'Fête des voisins', D('2026-06-19'), None, D('2026-06-22'), 1, 2),
    ('2026-020', 'M. Urubu', 'Courriel', 'Bornes de recharge', D('2026-06-24'), D('2026-06-24'), None, 0.1, 1),
]
PREMIERE = 5  # première ligne de données ; l'en-tête est en 4


def jours(ligne):
    recu, repondu = ligne[4], ligne[6]
    if isinstance(recu, dt.datetime) and isinstance(repondu, dt.datetime):
        return (repondu.date() - recu.date()).days
    return ''


def riche(chemin):
    image = os.path.join(tempfile.gettempdir(), 'riche-blason.png')
    with open(image, 'wb') as f:
        f.write(png())
    wb = xlsxwriter.Workbook(chemin)
    wb.set_properties({'title': 'Suivi des délais (fictif)', 'subject': 'Classeur d’essai', 'author': 'Mairie de Fontvieille-le-Marais (fictive)',
                       'manager': 'M. le Maire', 'company': 'Commune fictive', 'category': 'Essai', 'keywords': 'délais, « essai »',
                       'comments': 'Aucune donnée réelle', 'created': FIGE})
    wb.set_custom_property('Service référent', 'Accueil & état civil', 'text')
    wb.set_custom_property('Relu le', FIGE, 'date')
    wb.set_custom_property('Version', 3, 'number')
    wb.set_custom_property('Diffusable', False, 'bool')
    wb.set_calc_mode('auto')

    titre = wb.add_format({'bold': 1, 'font_size': 16, 'font_color': '#FFFFFF', 'bg_color': '#000091', 'valign': 'vcenter', 'indent': 1})
    gras, rouge, ital = wb.add_format({'bold': 1}), wb.add_format({'font_color': '#C9191E', 'bold': 1}), wb.add_format({'italic': 1})
    date = wb.add_format({'num_format': 'dd/mm/yyyy', 'align': 'center'})
    heure = wb.add_format({'num_format': 'dd/mm/yyyy hh:mm', 'align': 'center'})
    centre = wb.add_format({'align': 'center'})
    pct = wb.add_format({'num_format': '0 %'})
    entete = wb.add_format({'bold': 1, 'bg_color': '#E3E3FD', 'border': 1, 'text_wrap': 1, 'valign': 'vcenter'})
    lien = wb.add_format({'font_color': '#0063CB', 'underline': 1})
    biais = wb.add_format({'pattern': 4, 'fg_color': '#FFE9E6', 'bg_color': '#FFFFFF', 'diag_type': 1, 'diag_border': 1, 'rotation': 30})
    rougi, verdi = wb.add_format({'font_color': '#9C0006', 'bg_color': '#FFC7CE'}), wb.add_format({'bg_color': '#B8FEC9'})

    # --- le registre
    f = wb.add_worksheet(REGISTRE)
    f.set_tab_color('#000091')
    f.merge_range('A1:J1', 'Suivi des délais de réponse', titre)
    f.set_row(0, 28)
    f.write_rich_string('A2', 'Commune ', ital, 'fictive', ' de ', gras, 'Fontvieille-le-Marais', ' : ', rouge, 'ne pas diffuser', ' « tel quel »')
    for col, largeur in zip('ABCDEFGHIJK', [11, 20, 11, 24, 18, 14, 18, 12, 13, 9, 3]):
        f.set_column(f'{col}:{col}', largeur)
    fin = PREMIERE + len(LIGNES) - 1
    formule = ('=IF(AND(ISNUMBER(Demandes[[#This Row],[Répondu le]]),ISNUMBER(Demandes[[#This Row],[Reçu le]])),'
               'INT(Demandes[[#This Row],[Répondu le]])-INT(Demandes[[#This Row],[Reçu le]]),"")')
    visibles = [jours(l) for l in LIGNES if l[8] != 3 and jours(l) != '']
    moyenne = sum(visibles) / len(visibles)
    colonnes = [{'header': h} for h in ENTETES]
    colonnes[0]['total_string'] = 'Total'
    colonnes[3].update(total_function='count', total_value=sum(1 for l in LIGNES if l[8] != 3))
    colonnes[7].update(formula=formule, total_function='average', total_value=moyenne)
    f.add_table(PREMIERE - 2, 0, fin, 9, {'name': 'Demandes', 'style': 'Table Style Medium 2', 'total_row': True, 'columns': colonnes})
    for i, l in enumerate(LIGNES):
        r = PREMIERE - 1 + i
        for c in range(4):
            f.write_string(r, c, l[c])
        for c in (4, 5, 6):
            v = l[c]
            if isinstance(v, dt.datetime):
                f.write_datetime(r, c, v, heure if v.hour else date)
            elif v is not None:
                f.write_string(r, c, v, centre)
        f.write_formula(r, 7, formule, centre, jours(l))
        f.write_number(r, 8, l[7], pct)
        f.write_number(r, 9, l[8], centre)
        if l[8] == 3:
            f.set_row(r, None, None, {'hidden': True})
    f.freeze_panes(PREMIERE - 1, 2)
    f.set_selection('C7')
    f.data_validation(PREMIERE - 1, 2, fin - 1, 2, {'validate': 'list', 'source': '=Liste_canaux', 'input_title': 'Canal',
                      'input_message': 'Choisir dans la liste', 'error_title': 'Canal inconnu', 'error_message': 'Voir l’onglet « Paramètres »', 'error_type': 'warning'})
    f.data_validation(PREMIERE - 1, 9, fin - 1, 9, {'validate': 'list', 'source': ['1', '2', '3']})
    f.conditional_format(f'H{PREMIERE}:H{fin}', {'type': 'cell', 'criteria': '>', 'value': 14, 'format': rougi})
    f.conditional_format(f'A{PREMIERE}:J{fin}', {'type': 'formula', 'criteria': f'=AND($G{PREMIERE}="",$E{PREMIERE}<>"")', 'format': verdi, 'stop_if_true': False})
    f.conditional_format(f'I{PREMIERE}:I{fin}', {'type': 'data_bar', 'data_bar_2010': True, 'bar_color': '#6A6AF4', 'bar_solid': True, 'bar_negative_color': '#C9191E',
                         'min_type': 'num', 'max_type': 'num', 'min_value': 0, 'max_value': 1})
    f.conditional_format(f'H{PREMIERE}:H{fin}', {'type': 'icon_set', 'icon_style': '3_traffic_lights', 'reverse_icons': True})
    f.write_comment('E8', 'Date tapée à la main :\nà reprendre avec l’agent « B. ».', {'author': 'Accueil', 'x_scale': 1.6})
    f.write_comment('G14', '[Commentaire de fil]\n\nVotre version d’Excel ne sait pas afficher ce fil.\n\nCommentaire :\n    Où est le dossier ?',
                    {'author': 'tc={11111111-2222-4333-8444-555555555501}'})
    f.write_url('D12', 'https://bruit.exemple.invalid/?q=rue&page=2#haut', lien, 'Bruit de voisinage', 'Dossier (adresse fictive)')
    f.write_url('L2', "internal:'L''été & co'!A1", lien, 'Suite')
    f.add_sparkline('L3', {'range': f"'{REGISTRE}'!H{PREMIERE}:H{fin}", 'markers': True, 'high_point': True, 'series_color': '#000091'})
    f.set_landscape()
    f.set_paper(9)
    f.fit_to_pages(1, 0)
    f.repeat_rows(PREMIERE - 2)
    f.print_area(0, 0, fin, 9)
    f.set_header('&L&"Arial,Gras"Mairie fictive&C&A&R&D')
    f.set_footer('&LSuivi « délais »&RPage &P / &N')
    f.set_margins(0.4, 0.4, 0.6, 0.6)
    f.set_h_pagebreaks([14])
    f.ignore_errors({'number_stored_as_text': f'A{PREMIERE}:A{fin}'})

    # --- une synthèse de l'utilisateur : formules, tableau dynamique, graphiques, image
    s = wb.add_worksheet('Synthèse')
    s.write('A1', 'Synthèse maison', titre)
    s.write_row('A3', ['Mois', 'Volume', 'Part', 'Allure'], entete)
    volumes = [3, 3, 5, 3, 3, 3]
    for i, (mois, v) in enumerate(zip(['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin'], volumes)):
        s.write(3 + i, 0, mois)
        s.write(3 + i, 1, v)
        s.write_formula(3 + i, 2, f'=B{4 + i}/SUM($B$4:$B$9)', pct, v / sum(volumes))
    s.add_sparkline('D4', {'location': ['D4', 'D5'], 'range': ['Synthèse!B4:B9', 'Synthèse!C4:C9'], 'type': 'column'})
    s.write('A10', 'Ensemble', gras)
    s.write_formula('B10', '=SUM(B4:B9)', gras, 20)
    s.write_formula('C10', '=Délai_max', gras, 14)
    s.write('F3', 'Supports', entete)
    s.write_dynamic_array_formula('F4:F6', '=_xlfn._xlws.SORT(_xlfn.UNIQUE(Demandes[Canal]))', None, 'Courriel')
    s.write('F5', 'Courrier')
    s.write('F6', 'Guichet')
    s.write_dynamic_array_formula('G4:G6', '=LARGE(B4:B9,{1;2;3})', None, 5)
    s.write('G5', 3)
    s.write('G6', 3)
    s.write_array_formula('H4:H4', '{=SUM(B4:B9*B4:B9)}', None, 70)
    s.conditional_format('B4:B9', {'type': '3_color_scale'})
    barres = wb.add_chart({'type': 'column'})
    barres.add_series({'name': 'Volume', 'categories': '=Synthèse!$A$4:$A$9', 'values': '=Synthèse!$B$4:$B$9', 'fill': {'color': '#000091'}, 'trendline': {'type': 'linear'}})
    barres.set_title({'name': "L'été & l'hiver : « volume »"})
    s.insert_chart('A13', barres, {'x_scale': 0.8, 'y_scale': 0.8, 'description': 'Volume par mois'})
    anneau = wb.add_chart({'type': 'doughnut'})
    anneau.add_series({'categories': '=Croisé!$A$4:$A$6', 'values': '=Croisé!$B$4:$B$6', 'data_labels': {'percentage': True}})
    anneau.set_title({'name': 'Par support'})
    f.insert_chart('L5', anneau, {'x_scale': 0.7, 'y_scale': 0.8})
    s.insert_image('I2', image, {'description': 'Blason fictif', 'x_scale': 2, 'y_scale': 2, 'url': 'https://blason.exemple.invalid/'})

    # --- le tableau croisé (ses parties sont ajoutées plus bas)
    c = wb.add_worksheet('Croisé')
    c.write('A1', 'Tableau croisé maison', gras)
    c.set_column('A:C', 24)

    # --- l'onglet « Résultats » de l'utilisateur : il n'est pas à nous
    u = wb.add_worksheet('Résultats')
    u.write('A1', 'Résultats de la commune (onglet de l’utilisateur, à ne jamais écraser)', gras)
    u.write('A3', 'Taux maison', entete)
    u.write_formula('B3', '=Synthèse!B10/25', pct, 0.8)
    u.write('A4', 'Remarque')
    u.write_rich_string('B4', 'chiffre ', rouge, 'provisoire')
    u.write_comment('B3', 'Validé en conseil', {'author': 'DGS'})
    u.write('C6', 'motif', biais)

    # --- un nom d'onglet pénible
    e = wb.add_worksheet(ETE)
    e.write_row('A1', ['Activité', 'Lieu', 'Inscrits', 'Site'], entete)
    for i, (a, l, n) in enumerate([('Piscine', 'Bassin nord', 42), ('Bibliothèque hors les murs', 'Parc', 17), ('Cinéma plein air', 'Place', 230), ('Pétanque', 'Mail', 12)]):
        e.write_row(1 + i, 0, [a, l, n])
        e.write_url(1 + i, 3, f'https://ete.exemple.invalid/{i}?a=1&b=2', lien, f'fiche n° {i + 1}')
    e.write_formula('C6', '=SUM(C2:C5)', gras, 301)
    e.write_url('D6', 'mailto:ete@exemple.invalid?subject=L%27été', lien, 'écrire')
    e.autofilter('A1:D5')
    e.filter_column('C', 'x > 15')
    e.set_row(4, None, None, {'hidden': True})
    e.data_validation('B2:B5', {'validate': 'list', 'source': ['Bassin nord', 'Parc', 'Place', 'Mail']})
    e.set_column('A:A', 28)
    e.set_column('E:G', None, None, {'level': 1, 'hidden': 1})
    e.repeat_rows(0)

    # --- une feuille protégée
    p = wb.add_worksheet('Paramètres')
    p.write_row('A1', ['Réglage', 'Valeur'], entete)
    p.write('A2', 'Seuil')
    p.write('B2', 14, wb.add_format({'locked': 0, 'bg_color': '#FFFFCC'}))
    p.write('A4', 'Supports', entete)
    p.write_column('A5', ['Courrier', 'Courriel', 'Guichet'])
    p.protect('mot-de-passe-fictif', {'format_cells': True, 'select_locked_cells': True})
    p.hide_gridlines(2)

    # --- une feuille très masquée (elle ressemble à un registre : elle ne doit pas être lue)
    r = wb.add_worksheet('Réf_interne')
    r.write_row('A1', ['N°', 'Reçu le', 'Répondu le'])
    r.write('A2', 'X-1')
    r.write_datetime('B2', D('2026-01-02'), date)
    r.write_datetime('C2', D('2026-01-03'), date)
    r.hide()

    wb.define_name('Délai_max', '=Paramètres!$B$2')
    wb.define_name('Liste_canaux', '=Paramètres!$A$5:$A$7')
    wb.define_name('Total_été', f"='L''été & co'!$C$6")
    wb.define_name("'L'été & co'!Local", "='L''été & co'!$A$2:$C$5")
    wb.define_name('Synthèse!Local', '=Synthèse!$B$4:$B$9')
    wb.define_name('Formule_politesse', '="Veuillez « agréer », l\'expression & ""nos"" <salutations>"')
    f.activate()
    wb.close()
    os.remove(image)
    completer(chemin)


def completer(chemin):
    """Ce que xlsxwriter n'écrit pas : croisé, chaîne de calcul, customXml, fils de discussion, filtre de table, icônes x14."""
    p = Paquet(chemin)
    registre, croise = p.feuille(REGISTRE), p.feuille('Croisé')
    p.changer('xl/workbook.xml', 'state="hidden"', 'state="veryHidden"')

    # LibreOffice ne lit pas « [Nb de jours] » sans le nom de la table
    p.changer(registre, '<f>SUBTOTAL(101,[Nb de jours])</f>', '<f>SUBTOTAL(101,Demandes[Nb de jours])</f>')

    # filtre de la table : la priorité 3 est masquée
    table = p.liees(registre, 'table')[0]
    fin = PREMIERE + len(LIGNES) - 1
    p.changer(table, f'<autoFilter ref="A{PREMIERE - 1}:J{fin}"/>',
              f'<autoFilter ref="A{PREMIERE - 1}:J{fin}"><filterColumn colId="9"><filters><filter val="1"/><filter val="2"/></filters></filterColumn></autoFilter>')

    # icônes « étoiles », qui n'existent qu'en x14
    p.changer(registre, '</x14:conditionalFormattings>',
              '<x14:conditionalFormatting xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><x14:cfRule type="iconSet" priority="12" id="{DA7ABA51-AAAA-BBBB-0009-000000000009}">'
              '<x14:iconSet iconSet="3Stars" showValue="1"><x14:cfvo type="percent"><xm:f>0</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>2</xm:f></x14:cfvo><x14:cfvo type="num"><xm:f>3</xm:f></x14:cfvo></x14:iconSet>'
              f'</x14:cfRule><xm:sqref>J{PREMIERE}:J{fin}</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>')

    # fil de discussion et personne
    commentaires = p.liees(registre, 'comments')[0]
    p.changer(commentaires, f'<comments xmlns="{PRINCIPAL}">',
              f'<comments xmlns="{PRINCIPAL}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="xr" xmlns:xr="http://schemas.microsoft.com/office/spreadsheetml/2014/revision">')
    texte = p.texte(commentaires)
    p.poser(commentaires, re.sub(r'<comment ref="G14" authorId="(\d+)">', r'<comment ref="G14" authorId="\1" shapeId="0" xr:uid="{11111111-2222-4333-8444-555555555501}">', texte))
    assert 'xr:uid' in p.texte(commentaires)
    fils = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments'
    p.poser('xl/threadedComments/threadedComment1.xml',
            f'{XML}<ThreadedComments xmlns="{fils}" xmlns:x="{PRINCIPAL}"><threadedComment ref="G14" dT="2026-06-29T08:30:00.00" personId="{{AAAAAAAA-1111-4222-8333-444444444401}}" id="{{11111111-2222-4333-8444-555555555501}}"><text>Où est le dossier ?</text></threadedComment>'
            f'<threadedComment ref="G14" dT="2026-06-29T09:10:00.00" personId="{{AAAAAAAA-1111-4222-8333-444444444402}}" id="{{11111111-2222-4333-8444-555555555502}}" parentId="{{11111111-2222-4333-8444-555555555501}}"><text>Chez l’adjoint, je le rapporte &amp; je réponds.</text></threadedComment></ThreadedComments>')
    p.poser('xl/persons/person.xml',
            f'{XML}<personList xmlns="{fils}" xmlns:x="{PRINCIPAL}"><person displayName="Agent A (fictif)" id="{{AAAAAAAA-1111-4222-8333-444444444401}}" userId="agent-a" providerId="None"/>'
            f'<person displayName="Agente B (fictive)" id="{{AAAAAAAA-1111-4222-8333-444444444402}}" userId="agente-b" providerId="None"/></personList>')
    p.type('xl/threadedComments/threadedComment1.xml', 'application/vnd.ms-excel.threadedcomments+xml')
    p.type('xl/persons/person.xml', 'application/vnd.ms-excel.person+xml')
    p.lien(registre, 'http://schemas.microsoft.com/office/2017/10/relationships/threadedComment', '../threadedComments/threadedComment1.xml')
    p.lien('xl/workbook.xml', 'http://schemas.microsoft.com/office/2017/10/relationships/person', 'persons/person.xml')

    # un élément customXml d'un autre outil
    p.poser('customXml/item1.xml', f'{XML}<g:gestion xmlns:g="urn:exemple:autre-outil:2024" g:v="2"><g:cle nom="classement">A/12 &amp; B</g:cle><g:secret><![CDATA[ <pas à nous> ]]></g:secret></g:gestion>')
    p.poser('customXml/itemProps1.xml', '<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<ds:datastoreItem ds:itemID="{5F0C6E3A-0D1B-4C53-9E0B-7A1C2D3E4F50}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
            '<ds:schemaRefs><ds:schemaRef ds:uri="urn:exemple:autre-outil:2024"/></ds:schemaRefs></ds:datastoreItem>')
    p.type('customXml/itemProps1.xml', f'{TYPES}customXmlProperties+xml')
    p.lien('customXml/item1.xml', f'{LIENS}/customXmlProps', 'itemProps1.xml')
    p.lien('xl/workbook.xml', f'{LIENS}/customXml', '../customXml/item1.xml')

    croiser(p, croise)

    # chaîne de calcul : toutes les cellules à formule, feuille par feuille
    chaine = ''
    noms = re.findall(r'<sheet name="([^"]*)" sheetId="(\d+)"', p.texte('xl/workbook.xml'))
    for nom, numero in noms:
        part = f'xl/worksheets/sheet{numero}.xml'
        for ref, f in re.findall(r'<c r="([A-Z]+\d+)"[^>]*><f([^>]*)>', p.texte(part)):
            chaine += f'<c r="{ref}" i="{numero}"' + (' a="1"' if 't="array"' in f else '') + '/>'
    p.poser('xl/calcChain.xml', f'{XML}<calcChain xmlns="{PRINCIPAL}">{chaine}</calcChain>')
    p.type('xl/calcChain.xml', f'{TYPES}spreadsheetml.calcChain+xml')
    p.lien('xl/workbook.xml', f'{LIENS}/calcChain', 'calcChain.xml')
    p.enregistrer()


def iso(d):
    return d.strftime('%Y-%m-%dT%H:%M:%S')


def croiser(p, croise):
    """Tableau croisé sur la table « Demandes » : nombre et délai moyen par canal."""
    valeurs = [list(l[:7]) + [jours(l), l[7], l[8]] for l in LIGNES]
    canaux = ['Courriel', 'Courrier', 'Guichet']
    champs = ''
    for i, nom in enumerate(ENTETES):
        col = [v[i] for v in valeurs]
        dates = [x for x in col if isinstance(x, dt.datetime)]
        nombres = [x for x in col if isinstance(x, (int, float))]
        textes = [x for x in col if isinstance(x, str)]
        vide = ' containsBlank="1"' if None in col else ''
        fmt = '14' if dates else '0'
        if i == 2:
            items = f'<sharedItems count="{len(canaux)}">' + ''.join(f'<s v="{x}"/>' for x in canaux) + '</sharedItems>'
        elif dates:
            haut = (max(dates) + dt.timedelta(days=1)).replace(hour=0, minute=0)
            if textes:
                items = f'<sharedItems containsDate="1"{vide} containsMixedTypes="1" minDate="{iso(min(dates))}" maxDate="{iso(haut)}"/>'
            else:
                items = f'<sharedItems containsNonDate="0" containsDate="1" containsString="0"{vide} minDate="{iso(min(dates))}" maxDate="{iso(haut)}"/>'
        elif nombres:
            entier = ' containsInteger="1"' if all(isinstance(x, int) for x in nombres) else ''
            tete = 'containsMixedTypes="1"' if textes else 'containsSemiMixedTypes="0" containsString="0"'
            items = f'<sharedItems {tete} containsNumber="1"{entier} minValue="{min(nombres)}" maxValue="{max(nombres)}"/>'
        else:
            items = '<sharedItems/>'
        champs += f'<cacheField name={quoteattr(nom)} numFmtId="{fmt}">{items}</cacheField>'

    def enregistrement(i, x):
        if i == 2:
            return f'<x v="{canaux.index(x)}"/>'
        if x is None:
            return '<m/>'
        if isinstance(x, dt.datetime):
            return f'<d v="{iso(x)}"/>'
        return f'<s v={quoteattr(x)}/>' if isinstance(x, str) else f'<n v="{x}"/>'
    records = ''.join('<r>' + ''.join(enregistrement(i, x) for i, x in enumerate(v)) + '</r>' for v in valeurs)
    base = 'xl/pivotCache/pivotCacheDefinition1.xml'
    p.poser(base, f'{XML}<pivotCacheDefinition xmlns="{PRINCIPAL}" xmlns:r="{LIENS}" r:id="rId1" refreshedBy="Agent A (fictif)" refreshedDate="46203.375" createdVersion="6" refreshedVersion="6" minRefreshableVersion="3" recordCount="{len(valeurs)}">'
                  f'<cacheSource type="worksheet"><worksheetSource name="Demandes"/></cacheSource><cacheFields count="{len(ENTETES)}">{champs}</cacheFields></pivotCacheDefinition>')
    p.poser('xl/pivotCache/pivotCacheRecords1.xml', f'{XML}<pivotCacheRecords xmlns="{PRINCIPAL}" xmlns:r="{LIENS}" count="{len(valeurs)}">{records}</pivotCacheRecords>')
    p.lien(base, f'{LIENS}/pivotCacheRecords', 'pivotCacheRecords1.xml')
    champs = ''
    for i in range(len(ENTETES)):
        if i == 2:
            champs += '<pivotField axis="axisRow" showAll="0"><items count="4"><item x="0"/><item x="1"/><item x="2"/><item t="default"/></items></pivotField>'
        elif i in (0, 7):
            champs += '<pivotField dataField="1" showAll="0"/>'
        else:
            champs += '<pivotField ' + ('numFmtId="14" ' if i in (4, 5, 6) else '') + 'showAll="0"/>'
    vue = 'xl/pivotTables/pivotTable1.xml'
    p.poser(vue, f'{XML}<pivotTableDefinition xmlns="{PRINCIPAL}" name="Croisé par canal" cacheId="7" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1" dataCaption="Valeurs" updatedVersion="6" minRefreshableVersion="3" useAutoFormatting="1" itemPrintTitles="1" createdVersion="6" indent="0" outline="1" outlineData="1" multipleFieldFilters="0">'
                 f'<location ref="A3:C7" firstHeaderRow="0" firstDataRow="1" firstDataCol="1"/><pivotFields count="{len(ENTETES)}">{champs}</pivotFields>'
                 '<rowFields count="1"><field x="2"/></rowFields><rowItems count="4"><i><x/></i><i><x v="1"/></i><i><x v="2"/></i><i t="grand"><x/></i></rowItems>'
                 '<colFields count="1"><field x="-2"/></colFields><colItems count="2"><i><x/></i><i i="1"><x v="1"/></i></colItems>'
                 '<dataFields count="2"><dataField name="Nombre de N°" fld="0" subtotal="count" baseField="0" baseItem="0"/><dataField name="Moyenne de Nb de jours" fld="7" subtotal="average" baseField="2" baseItem="0" numFmtId="2"/></dataFields>'
                 '<pivotTableStyleInfo name="PivotStyleLight16" showRowHeaders="1" showColHeaders="1" showRowStripes="0" showColStripes="0" showLastColumn="1"/></pivotTableDefinition>')
    p.lien(vue, f'{LIENS}/pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml')
    p.type(base, f'{TYPES}spreadsheetml.pivotCacheDefinition+xml')
    p.type('xl/pivotCache/pivotCacheRecords1.xml', f'{TYPES}spreadsheetml.pivotCacheRecords+xml')
    p.type(vue, f'{TYPES}spreadsheetml.pivotTable+xml')
    p.lien(croise, f'{LIENS}/pivotTable', '../pivotTables/pivotTable1.xml')
    rid = p.lien('xl/workbook.xml', f'{LIENS}/pivotCacheDefinition', 'pivotCache/pivotCacheDefinition1.xml')
    p.poser('xl/workbook.xml', re.sub(r'(<calcPr[^>]*/>)', rf'\1<pivotCaches><pivotCache cacheId="7" r:id="{rid}"/></pivotCaches>', p.texte('xl/workbook.xml')))
    assert 'pivotCaches' in p.texte('xl/workbook.xml')

    # les cellules que le croisé affiche, en texte direct (la table des chaînes n'est pas touchée)
    def chaine(ref, t):
        return f'<c r="{ref}" t="inlineStr"><is><t>{escape(t)}</t></is></c>'
    rangs = [chaine('A3', 'Étiquettes de lignes') + chaine('B3', 'Nombre de N°') + chaine('C3', 'Moyenne de Nb de jours')]
    for k, canal in enumerate(canaux + [None]):
        lot = [v for v in valeurs if canal in (None, v[2])]
        delais = [v[7] for v in lot if v[7] != '']
        rangs.append(chaine(f'A{4 + k}', canal or 'Total général') + f'<c r="B{4 + k}"><v>{len(lot)}</v></c><c r="C{4 + k}"><v>{sum(delais) / len(delais):.15g}</v></c>')
    lignes = ''.join(f'<row r="{3 + k}">{x}</row>' for k, x in enumerate(rangs))
    p.changer(croise, '</sheetData>', lignes + '</sheetData>')
    p.poser(croise, re.sub(r'<dimension ref="[^"]*"/>', '<dimension ref="A1:C7"/>', p.texte(croise)))


# --------------------------------------------------------------------------------------------------- 2. riche-macros.xlsm
def macros(chemin):
    bin_ = os.path.join(tempfile.gettempdir(), 'riche-vba.bin')
    with open(bin_, 'wb') as f:
        f.write(random.Random(20260630).randbytes(6144))
    wb = xlsxwriter.Workbook(chemin)
    wb.set_properties({'title': 'Registre à macros (fictif)', 'author': 'Commune fictive', 'created': FIGE})
    wb.add_vba_project(bin_)
    wb.set_vba_name('CeClasseur')
    date, gras = wb.add_format({'num_format': 'dd/mm/yyyy'}), wb.add_format({'bold': 1, 'bg_color': '#DDEBF7'})
    # Pas de colonne canal : le nom de l'onglet décide.
    for nom, lignes in [('Courriers 2026', [('C1', D('2026-02-02'), D('2026-02-09')), ('C2', D('2026-02-16'), D('2026-03-09')), ('C3', D('2026-03-17'), None), ('C4', '25/03/2026', '30/03/2026')]),
                        ('Courriels 2026', [('M1', D('2026-02-03'), D('2026-02-03')), ('M2', D('2026-02-28'), '15/03/2026'), ('M3', D('2026-03-24'), 'NR'), ('M4', D('2026-03-31'), D('2026-04-01'))])]:
        f = wb.add_worksheet(nom)
        f.set_vba_name(nom.replace(' ', '_'))
        f.write_row('A1', ['Réf', 'Date de réception', 'Date de réponse'], gras)
        for i, (ref, recu, rep) in enumerate(lignes, 1):
            f.write(i, 0, ref)
            for c, v in ((1, recu), (2, rep)):
                if isinstance(v, dt.datetime):
                    f.write_datetime(i, c, v, date)
                elif v:
                    f.write_string(i, c, v)
        f.set_column('B:C', 18)
        f.insert_button('E2', {'macro': 'Imprimer', 'caption': 'Imprimer', 'width': 90, 'height': 28})
    wb.close()
    os.remove(bin_)
    Paquet(chemin).enregistrer()


# -------------------------------------------------------------------------------------------------- 3. riche-prefixe.xlsx
def prefixe(chemin):
    """Tout est préfixé, cibles absolues, dates 1904, ni sharedStrings ni docProps, styles réduits à cellXfs, cellules sans r=."""
    ct, pr = 'http://schemas.openxmlformats.org/package/2006/content-types', PAQUET

    def serie(texte):
        return (jour(texte) - dt.datetime(1904, 1, 1)).total_seconds() / 86400

    def cellule(ref, v, style=0):
        r = f' r="{ref}"' if ref else ''
        if v is None:
            return f'<x:c{r}/>'
        if isinstance(v, tuple):
            n = serie(v[0])
            return f'<x:c{r} s="{2 if n % 1 else 1}"><x:v>{n:.10g}</x:v></x:c>'
        if isinstance(v, (int, float)):
            return f'<x:c{r}><x:v>{v}</x:v></x:c>'
        return f'<x:c{r} t="inlineStr"><x:is><x:t xml:space="preserve">{escape(v)}</x:t></x:is></x:c>'

    d = lambda t: (t,)  # noqa: E731 : une vraie date
    lignes = [
        ('P-01', 'Courrier', d('2026-03-02'), d('2026-03-09')),
        ('P-02', 'Courriel', d('2026-03-03'), d('2026-03-24')),
        ('P-03', 'Courrier', d('2026-03-16'), '30/03/2026'),
        ('P-04', 'Courriel', '17/03/2026', d('2026-04-01')),
        ('P-05', 'Courriel', d('2026-03-23 14:30'), d('2026-03-23 16:00')),
        ('P-06', 'Courrier', d('2026-04-02'), None),
        ('P-07', 'Courriel', d('2026-04-20'), 'NR'),
        ('P-08', 'Courrier', d('2026-04-22'), d('2026-05-06')),
        ('P-09', 'Courriel', d('2026-05-04'), d('2026-04-30')),
        ('P-10', 'Courriel', d('2026-05-20'), None),
    ]
    rangs = '<x:row r="1">' + ''.join(cellule(f'{c}1', t) for c, t in zip('ABCD', ['N°', 'Canal', 'Date d’arrivée', 'Répondu le'])) + '</x:row>'
    for i, l in enumerate(lignes, 2):
        # Une ligne sur deux n'a pas d'attribut r, ni elle ni ses cellules : leur place est implicite.
        muet = i % 2
        rangs += ('<x:row>' if muet else f'<x:row r="{i}">') + ''.join(cellule('' if muet else f'{c}{i}', v) for c, v in zip('ABCD', l)) + '</x:row>'
    ecrire_zip(chemin, {
        '[Content_Types].xml': f'{XML}<ct:Types xmlns:ct="{ct}"><ct:Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><ct:Default Extension="xml" ContentType="application/xml"/>'
                               f'<ct:Override PartName="/xl/workbook.xml" ContentType="{TYPES}spreadsheetml.sheet.main+xml"/><ct:Override PartName="/xl/worksheets/sheet1.xml" ContentType="{TYPES}spreadsheetml.worksheet+xml"/>'
                               f'<ct:Override PartName="/xl/styles.xml" ContentType="{TYPES}spreadsheetml.styles+xml"/></ct:Types>',
        '_rels/.rels': f'{XML}<pr:Relationships xmlns:pr="{pr}"><pr:Relationship Type="{LIENS}/officeDocument" Target="/xl/workbook.xml" Id="Rprincipal"/></pr:Relationships>',
        'xl/workbook.xml': f'{XML}<x:workbook xmlns:x="{PRINCIPAL}" xmlns:rel="{LIENS}"><x:workbookPr date1904="1"/><x:sheets><x:sheet name="Registre" sheetId="4" rel:id="Rfeuille"/></x:sheets></x:workbook>',
        'xl/_rels/workbook.xml.rels': f'{XML}<pr:Relationships xmlns:pr="{pr}"><pr:Relationship Type="{LIENS}/styles" Target="/xl/styles.xml" Id="Rstyles"/><pr:Relationship Type="{LIENS}/worksheet" Target="/xl/worksheets/sheet1.xml" Id="Rfeuille"/></pr:Relationships>',
        'xl/worksheets/sheet1.xml': f'{XML}<x:worksheet xmlns:x="{PRINCIPAL}"><x:sheetData>{rangs}</x:sheetData></x:worksheet>',
        'xl/styles.xml': f'{XML}<x:styleSheet xmlns:x="{PRINCIPAL}"><x:cellXfs count="3"><x:xf/><x:xf numFmtId="14"/><x:xf numFmtId="22"/></x:cellXfs></x:styleSheet>',
    })


# ---------------------------------------------------------------------------------------------------- 6. sans-styles.xlsx
def sans_styles(chemin):
    """Ni styles.xml ni docProps : les dates sont des textes, et deux numéros de série sans format."""
    chaines, rangs = [], ''

    def cellule(ref, v):
        if isinstance(v, int):
            return f'<c r="{ref}"><v>{v}</v></c>'
        if v not in chaines:
            chaines.append(v)
        return f'<c r="{ref}" t="s"><v>{chaines.index(v)}</v></c>'
    lignes = [('Réf', 'Canal', 'Reçu le', 'Répondu le'),
              ('S1', 'Courrier', '02/03/2026', '09/03/2026'), ('S2', 'Courriel', '03/03/2026', '20/03/2026'), ('S3', 'Courriel', '16/03/2026', ''),
              ('S4', 'Courrier', '2026-03-24', '7 avril 2026'), ('S5', 'Courriel', 46112, 46114), ('S6', 'Courrier', '27.4.26', 'NR')]
    for i, l in enumerate(lignes, 1):
        rangs += f'<row r="{i}">' + ''.join(cellule(f'{c}{i}', v) for c, v in zip('ABCD', l) if v != '') + '</row>'
    ecrire_zip(chemin, {
        '[Content_Types].xml': f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                               f'<Default Extension="xml" ContentType="{TYPES}spreadsheetml.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="{TYPES}spreadsheetml.sheet.main+xml"/>'
                               f'<Override PartName="/xl/sharedStrings.xml" ContentType="{TYPES}spreadsheetml.sharedStrings+xml"/></Types>',
        '_rels/.rels': f'{XML}<Relationships xmlns="{PAQUET}"><Relationship Id="rId1" Type="{LIENS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        'xl/workbook.xml': f'{XML}<workbook xmlns="{PRINCIPAL}" xmlns:r="{LIENS}"><sheets><sheet name="Registre" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels': f'{XML}<Relationships xmlns="{PAQUET}"><Relationship Id="rId1" Type="{LIENS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{LIENS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': f'{XML}<worksheet xmlns="{PRINCIPAL}"><sheetData>{rangs}</sheetData></worksheet>',
        'xl/sharedStrings.xml': f'{XML}<sst xmlns="{PRINCIPAL}" count="{len(chaines)}" uniqueCount="{len(chaines)}">' + ''.join(f'<si><t>{escape(c)}</t></si>' for c in chaines) + '</sst>',
    })


# --------------------------------------------------------------------------------------------- 4. riche-libreoffice.xlsx
def libreoffice(source, chemin):
    with tempfile.TemporaryDirectory() as d:
        subprocess.run(['soffice', '--headless', f'-env:UserInstallation=file://{tempfile.mkdtemp()}', '--convert-to', 'xlsx', '--outdir', d, source], check=True, stdout=subprocess.DEVNULL)
        os.replace(os.path.join(d, os.path.basename(source)), chemin)


if __name__ == '__main__':
    os.makedirs(SORTIE, exist_ok=True)
    vers = lambda nom: os.path.normpath(os.path.join(SORTIE, nom))  # noqa: E731
    riche(vers('riche.xlsx'))
    macros(vers('riche-macros.xlsm'))
    prefixe(vers('riche-prefixe.xlsx'))
    sans_styles(vers('sans-styles.xlsx'))
    if '--libreoffice' in sys.argv:
        libreoffice(vers('riche.xlsx'), vers('riche-libreoffice.xlsx'))
