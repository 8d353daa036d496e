#!/usr/bin/python3
"""Fabrique src/essai/registre-exemple.xlsx, le registre d'essai du produit : /usr/bin/python3 exemple.py

Les 14 demandes du jeu d'essai, dans le classeur un peu en désordre d'une mairie fictive. Dates figées : deux passages donnent
les mêmes octets. La lecture attendue est test/classeurs/exemple.attendu.json, écrite à la main.
"""
import datetime as dt
import io
import math
import os
import struct
import zlib

import xlsxwriter

ICI = os.path.dirname(os.path.abspath(__file__))
SORTIE = os.path.normpath(os.path.join(ICI, '..', '..', '..', 'src', 'essai', 'registre-exemple.xlsx'))

MARINE, LYS, OR, PALE, FILET, TEXTE = '#1F3A5F', '#2E7D82', '#E0A526', '#F3F7F8', '#C9D6DA', '#26323A'


def J(texte):
    return dt.datetime.strptime(texte, '%Y-%m-%d %H:%M' if ' ' in texte else '%Y-%m-%d')


# N°, reçu le, usager, support, AR envoyé le, répondu le. Une date vraie s'écrit J('…') ; le reste est du texte, comme tapé.
DEMANDES = [
    ('C001', J('2026-01-05'), 'U-01', 'courrier', None, J('2026-01-09')),
    ('C002', J('2026-01-12'), 'U-02', 'Courrier  ', J('2026-01-14'), J('2026-02-02')),
    ('C003', '02/02/2026', 'U-03', 'COURRIER', None, J('2026-02-16')),
    ('C004', '2.2.26', 'U-04', 'courrier', None, '17.2.26'),
    'MARS',
    ('M001', J('2026-03-02 08:15'), 'U-05', 'courriel', J('2026-03-02'), J('2026-03-09 17:40')),
    ('M002', '2026-03-02', 'U-06', 'e-mail', None, '2026-03-10'),
    ('M003', J('2026-04-30'), 'U-07', 'mél', '04/05/2026', J('2026-06-02')),
    None,
    ('M004', J('2026-09-01'), 'U-08', 'Courriel', J('2026-09-02'), None),
    ('C005', J('2026-10-20'), 'U-09', 'courrier', None, 'NR'),
    ('M005', J('2026-11-16'), 'U-10', 'courriel', J('2026-11-16'), None),
    ('M006', '08/11/2026', 'U-11', 'courriel', None, None),
    ('C006', J('2026-11-02'), 'U-12', 'lettre', None, J('2026-11-02')),
    ('C007', J('2025-11-20'), 'U-13', 'courrier', None, J('2025-11-28')),
    ('M007', J('2026-06-01'), 'U-14', 'courriel', None, J('2026-05-28')),
]
PAR_MOIS = [('nov. 25', 1), ('janv.', 2), ('févr.', 2), ('mars', 2), ('avr.', 1), ('juin', 1), ('sept.', 1), ('oct.', 1), ('nov. 26', 3)]
CONTACTS = [
    ('Accueil de la mairie', 'Odile Tamaris', '03 53 01 10 01', 'accueil@roqueval.example', 'lun.-ven. 8 h 30 - 17 h'),
    ('État civil', 'Basile Cornouiller', '03 53 01 10 02', 'etat-civil@roqueval.example', 'lun.-jeu. 9 h - 12 h'),
    ('Urbanisme', 'Mélisande Orme', '03 53 01 10 03', 'urbanisme@roqueval.example', 'sur rendez-vous'),
    ('Services techniques', 'Firmin Saule', '03 53 01 10 04', 'technique@roqueval.example', 'lun.-ven. 7 h 30 - 16 h'),
    ('Médiathèque « Le Marque-page »', 'Jonas Alisier', '03 53 01 10 05', 'mediatheque@roqueval.example', 'mar.-sam. 10 h - 18 h'),
    ('Astreinte (soir et week-end)', 'le cadre de garde', '06 39 98 00 01', '', '24 h / 24'),
]


def blason(largeur=120, hauteur=140, fin=4):
    """Un écu d'azur à trois ondes d'argent et un besant d'or, dessiné point par point (fond transparent)."""
    def couleur(x, y):
        u, v = x / largeur * 2 - 1, y / hauteur
        bord = 0.94 if v < 0.5 else 0.94 * (1 - ((v - 0.5) / 0.5) ** 2.2) ** 0.5 if v < 0.99 else 0
        if v < 0.03 or abs(u) > bord:
            return (0, 0, 0, 0)
        if v < 0.075 or abs(u) > bord - 0.07 or v > 0.955:
            return (0xE0, 0xA5, 0x26, 255)
        if u * u + ((v - 0.27) * 2.3) ** 2 < 0.075:
            return (0xE0, 0xA5, 0x26, 255)
        onde = (v - 0.5 + 0.022 * math.sin(u * 7)) / 0.15
        if onde > 0 and onde % 1 < 0.45:
            return (255, 255, 255, 255)
        return (0x1F, 0x3A, 0x5F, 255) if v < 0.5 else (0x2E, 0x7D, 0x82, 255)
    rangs = b''
    for y in range(hauteur):
        rangs += b'\0'
        for x in range(largeur):
            pts = [couleur(x + (i + 0.5) / fin, y + (j + 0.5) / fin) for i in range(fin) for j in range(fin)]
            a = sum(p[3] for p in pts)
            rvb = [round(sum(p[k] * p[3] for p in pts) / a) if a else 0 for k in range(3)]
            rangs += bytes(rvb + [round(a / len(pts))])

    def bloc(nom, contenu):
        return struct.pack('>I', len(contenu)) + nom + contenu + struct.pack('>I', zlib.crc32(nom + contenu))
    return (b'\x89PNG\r\n\x1a\n' + bloc(b'IHDR', struct.pack('>IIBBBBB', largeur, hauteur, 8, 6, 0, 0, 0))
            + bloc(b'IDAT', zlib.compress(rangs, 9)) + bloc(b'IEND', b''))


def fabriquer(chemin):
    os.makedirs(os.path.dirname(chemin), exist_ok=True)
    wb = xlsxwriter.Workbook(chemin)
    wb.set_properties({'title': 'Registre des demandes écrites (fictif)', 'author': 'Mairie de Roqueval-sur-Lys (fictive)', 'created': dt.datetime(2026, 11, 22, 9, 0)})
    base = {'font_name': 'Arial', 'font_size': 10, 'font_color': TEXTE, 'valign': 'vcenter'}
    wb.formats[0].set_font_name('Arial')
    wb.formats[0].set_font_size(10)
    deja = {}

    def fmt(**plus):
        clef = tuple(sorted(plus.items()))
        if clef not in deja:
            deja[clef] = wb.add_format({**base, **plus})
        return deja[clef]

    f = wb.add_worksheet('Registre')
    f.hide_gridlines(2)
    f.set_tab_color(MARINE)
    for i, largeur in enumerate([9, 18, 11, 13, 16, 18, 18, 3, 12, 10, 10, 10, 10, 10]):
        f.set_column(i, i, largeur, fmt())
    bandeau = dict(bg_color=MARINE, font_color='#FFFFFF')
    for r, h in ((0, 12), (1, 26), (2, 18), (3, 14), (4, 12), (5, 30)):
        f.set_row(r, h)
    for r in range(4):
        for c in range(14):
            f.write_blank(r, c, None, fmt(bg_color=MARINE, **({'bottom': 5, 'bottom_color': OR} if r == 3 else {})))
    f.write('B2', 'Mairie de Roqueval-sur-Lys (fictive)', fmt(bold=1, indent=1, **{**bandeau, 'font_size': 18}))
    f.write('B3', 'Registre des demandes écrites, courriers et courriels', fmt(indent=1, **{**bandeau, 'font_size': 11, 'font_color': '#D5E5E6'}))
    f.write('N3', 'Tenu à l’accueil depuis novembre 2025', fmt(italic=1, align='right', indent=1, **{**bandeau, 'font_color': '#D5E5E6'}))
    f.insert_image('A1', 'blason.png', {'image_data': io.BytesIO(blason()), 'x_scale': 0.5, 'y_scale': 0.5, 'x_offset': 8, 'y_offset': 7,
                                       'description': 'Blason imaginaire de Roqueval-sur-Lys', 'object_position': 3})

    for c, t in enumerate(['N°', 'Reçu le', 'Usager', 'Support', 'AR envoyé le', 'Répondu le', 'Suite donnée']):
        f.write(5, c, t, fmt(bold=1, font_color='#FFFFFF', bg_color=LYS, text_wrap=1, border=1, border_color=LYS, **({'align': 'center'} if c not in (3, 6) else {'indent': 1})))
    r, clair = 6, False
    for d in DEMANDES:
        f.set_row(r, 18)
        if d is None:
            clair = False
        elif isinstance(d, str):
            f.merge_range(r, 0, r, 6, d, fmt(bold=1, font_color=LYS, bg_color='#DCEBEC', indent=1))
            clair = False
        else:
            fond = dict(bg_color=PALE if clair else '#FFFFFF', bottom=1, bottom_color=FILET)
            f.write(r, 0, d[0], fmt(bold=1, align='center', font_color=MARINE, **fond))
            for c, v in ((1, d[1]), (4, d[4]), (5, d[5])):
                if isinstance(v, dt.datetime):
                    f.write_datetime(r, c, v, fmt(num_format='dd/mm/yyyy hh:mm' if v.hour else 'dd/mm/yyyy', align='center', **fond))
                elif v is None:
                    f.write_blank(r, c, None, fmt(**fond))
                else:
                    f.write_string(r, c, v, fmt(**({'align': 'center', 'italic': 1} if v == 'NR' else {'align': 'left', 'indent': 1}), **fond))
            f.write(r, 2, d[2], fmt(align='center', **fond))
            f.write(r, 3, d[3], fmt(indent=1, **fond))
            f.write_blank(r, 6, None, fmt(**fond))
            clair = not clair
        r += 1
    fin = r  # la ligne de total
    f.set_row(fin, 20)
    total = dict(bold=1, bg_color='#FBF1D9', top=2, top_color=OR)
    for c in range(7):
        f.write_blank(fin, c, None, fmt(**total))
    f.write(fin, 0, 'TOTAL', fmt(align='center', **total))
    f.write_formula(fin, 2, f'=COUNTA(C7:C{fin})', fmt(num_format='0" dem."', align='center', **total), 14)
    f.write_comment(fin - 1, 5, 'Répondu avant d’avoir reçu ?\nÀ vérifier dans la boîte de l’accueil. — Odile', {'author': 'Odile (accueil)', 'x_scale': 1.5, 'y_scale': 0.8, 'color': '#FBF1D9'})

    # Le graphique de la mairie et son petit comptage à la main, à côté du registre
    f.write(fin + 1, 8, 'Mois', fmt(bold=1, font_color='#FFFFFF', bg_color=LYS))
    f.write(fin + 1, 9, 'Combien', fmt(bold=1, font_color='#FFFFFF', bg_color=LYS, align='center'))
    for i, (mois, n) in enumerate(PAR_MOIS):
        f.write(fin + 2 + i, 8, mois, fmt(bottom=1, bottom_color=FILET))
        f.write(fin + 2 + i, 9, n, fmt(bottom=1, bottom_color=FILET, align='center'))
    g = wb.add_chart({'type': 'column'})
    g.add_series({'name': 'Demandes', 'categories': ['Registre', fin + 2, 8, fin + 1 + len(PAR_MOIS), 8], 'values': ['Registre', fin + 2, 9, fin + 1 + len(PAR_MOIS), 9],
                  'fill': {'color': LYS}, 'gap': 55, 'data_labels': {'value': True, 'font': {'name': 'Arial', 'size': 9, 'color': TEXTE}}})
    g.set_title({'name': 'Ce qui nous arrive, mois par mois', 'name_font': {'name': 'Arial', 'size': 12, 'color': MARINE}, 'overlay': False})
    g.set_legend({'none': True})
    g.set_y_axis({'visible': False, 'major_gridlines': {'visible': False}, 'min': 0, 'max': 4})
    g.set_x_axis({'num_font': {'name': 'Arial', 'size': 9, 'color': TEXTE}, 'line': {'color': FILET}})
    g.set_chartarea({'border': {'color': FILET}})
    g.set_size({'width': 461, 'height': 424})
    f.insert_chart('I6', g, {'x_offset': 2, 'y_offset': 2, 'description': 'Demandes arrivées par mois, comptées par la mairie'})
    f.write(fin + 2, 11, '« NR » = non répondu.', fmt(italic=1, font_color='#5B6B73'))
    f.write(fin + 3, 11, 'AR = accusé de réception.', fmt(italic=1, font_color='#5B6B73'))
    f.freeze_panes(6, 1)
    f.set_landscape()
    f.set_paper(9)
    f.fit_to_pages(1, 1)
    f.set_margins(0.4, 0.4, 0.5, 0.5)
    f.set_footer('&L&8Données fictives&R&8Page &P / &N')
    f.repeat_rows(5)
    f.set_selection('A7')

    c = wb.add_worksheet('Contacts utiles')
    c.hide_gridlines(2)
    c.set_tab_color(OR)
    for i, largeur in enumerate([32, 22, 18, 32, 26]):
        c.set_column(i, i, largeur, fmt())
    c.set_row(0, 30)
    c.merge_range('A1:E1', 'Contacts utiles', fmt(bold=1, indent=1, **{**bandeau, 'font_size': 16}))
    for i, t in enumerate(['Service', 'Interlocuteur', 'Téléphone', 'Adresse électronique', 'Horaires']):
        c.write(2, i, t, fmt(bold=1, indent=1, font_color='#FFFFFF', bg_color=LYS))
    for k, l in enumerate(CONTACTS):
        fond = dict(indent=1, bg_color=PALE if k % 2 else '#FFFFFF', bottom=1, bottom_color=FILET)
        c.set_row(3 + k, 18)
        for i, t in enumerate(l):
            c.write_string(3 + k, i, t, fmt(**fond, **({'bold': 1} if i == 0 else {}))) if t else c.write_blank(3 + k, i, None, fmt(**fond))
    c.write('A11', 'Noms, numéros et adresses imaginaires.', fmt(italic=1, indent=1, font_color='#5B6B73'))
    c.set_landscape()
    c.set_paper(9)
    c.fit_to_pages(1, 1)
    f.activate()
    wb.close()


if __name__ == '__main__':
    fabriquer(SORTIE)
