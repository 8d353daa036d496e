# LibreOffice conduit ligne à ligne (JSON), pour que son recalcul alterne avec nos passages. Seul le recalcul est chronométré.
import json, os, shutil, signal, subprocess, sys, tempfile, time
import uno
from com.sun.star.beans import PropertyValue

profil = tempfile.mkdtemp(prefix='classeur-plus-lo-')
tube = 'classeurplus%d' % os.getpid()
bureau = subprocess.Popen(
    ['soffice', '--headless', '--norestore', '--nologo', '--nodefault', '-env:UserInstallation=file://' + profil, '--accept=pipe,name=%s;urp;' % tube],
    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)


def ouvre():
    local = uno.getComponentContext()
    relais = local.ServiceManager.createInstanceWithContext('com.sun.star.bridge.UnoUrlResolver', local)
    for _ in range(120):
        try:
            contexte = relais.resolve('uno:pipe,name=%s;urp;StarOffice.ComponentContext' % tube)
            break
        except Exception:
            time.sleep(0.5)
    cache = PropertyValue()
    cache.Name, cache.Value = 'Hidden', True
    document = contexte.ServiceManager.createInstanceWithContext('com.sun.star.frame.Desktop', contexte).loadComponentFromURL('private:factory/scalc', '_blank', 0, (cache,))
    document.enableAutomaticCalculation(False)
    return document, document.Sheets.getByIndex(0)


def repond(valeur):
    print(json.dumps(valeur), flush=True)


try:
    document, feuille = ouvre()
    repond('pret')
    pose = None
    for ligne in sys.stdin:
        ordre = json.loads(ligne)
        if 'fichier' in ordre:
            lignes = json.load(open(ordre['fichier'], encoding='utf-8'))
            for debut in range(0, len(lignes), 20000):
                bloc = lignes[debut:debut + 20000]
                feuille.getCellRangeByPosition(0, debut, len(bloc[0]) - 1, debut + len(bloc) - 1).setDataArray(tuple(tuple(float(x) if isinstance(x, (int, float)) else x for x in ligne) for ligne in bloc))
            repond(len(lignes))
        elif 'formules' in ordre:
            # Un seul bloc de formules à la fois, à partir de J1.
            if pose is not None:
                pose.clearContents(1 | 2 | 4 | 16)
            bloc = ordre['formules']
            pose = feuille.getCellRangeByPosition(9, 0, 8 + len(bloc[0]), len(bloc) - 1)
            pose.setFormulaArray(tuple(tuple(ligne) for ligne in bloc))
            debut = time.perf_counter()
            document.calculateAll()
            ms = (time.perf_counter() - debut) * 1000
            if any(pose.getCellByPosition(c, l).getError() for l in range(len(bloc)) for c in range(len(bloc[0]))):
                raise ValueError('une formule est en erreur')
            repond({'ms': ms, 'valeurs': [list(ligne) for ligne in pose.getDataArray()]})
        else:
            break
    document.close(True)
finally:
    try:
        os.killpg(bureau.pid, signal.SIGTERM)
        bureau.wait(15)
    except Exception:
        os.killpg(bureau.pid, signal.SIGKILL)
    shutil.rmtree(profil, ignore_errors=True)
