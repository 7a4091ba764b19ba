"""Makes the spreadsheets in `tests/fall/kalkylark/`, which the tests of `tjut importera` read.

    conformance/.tools/venv/bin/python conformance/spreadsheet_files.py PROGRAM

PROGRAM is a finished `tjut`. Workbooks are filled in by openpyxl as a person would, and
broken ones are made byte by byte; LibreOffice saves one of them anew. Everything in them is
invented. What the program answers stands in `tests/snapshots/kalkylark/`.
"""
import datetime
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parent.parent
OUT = ROOT / "tests" / "fall" / "kalkylark"
MIDNIGHT = datetime.datetime(2026, 1, 1)

STATISTICS = """statistik:
  2024:
    klienter: 58
    nya: 20
    avslutade: 18
    kön: { kvinnor: 30, män: 28 }
    ålder: { 18–29 år: 20, 30 år eller äldre: 38 }
    områden: { Centrum: 40, Norra: 18 }
    orsaker: { Ekonomi: 31, Bostad: 22, Kontakt med myndigheter: 17 }
    kontaktvägar: { Socialtjänsten: 9, Egen kontakt: 11 }
  2025:
    kö: 4 # som ombuden skrev i januari
"""


def year_file():
    """The smallest year file, of a year whose figures are still to be gathered."""
    text = (ROOT / "tests" / "fall" / "minsta.yaml").read_text(encoding="utf8")
    return re.sub(r"^statistik:\n(  .*\n)+", STATISTICS, text, flags=re.M)


def saved(workbook, name, folder=OUT):
    workbook.properties.created = workbook.properties.modified = MIDNIGHT
    buffer = io.BytesIO()
    workbook.save(buffer)
    (folder / name).write_bytes(same_each_time(buffer.getvalue()))


def same_each_time(data, change=lambda name, content: content):
    """The same zip file with the same time on every part, and no time of saving inside."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            content = change(item.filename, old.read(item))
            if item.filename == "docProps/core.xml":
                content = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2026-01-01T00:00:00Z", content)
            if content is None:
                continue
            info = zipfile.ZipInfo(item.filename)
            stored = item.filename == "mimetype"
            info.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            new.writestr(info, content)
    return out.getvalue()


def own(program, folder):
    """The workbook that the program makes for the year file."""
    path = folder / "underlag.xlsx"
    if not path.exists():
        answer = subprocess.run([program, "underlag", OUT / "årsfil.yaml", "--till", path], capture_output=True, text=True)
        assert answer.returncode == 0, answer.stderr
    return openpyxl.load_workbook(path)


def cell(workbook, name):
    sheet, place = next(iter(workbook.defined_names[name].destinations))
    return workbook[sheet][place.replace("$", "")]


def fill(workbook, figures):
    for name, value in figures.items():
        cell(workbook, f"tjut_{name}").value = value


FIGURES = {
    "klienter": 61, "nya": 25, "avslutade": 24, "kö": 4, "hemmavarande_barn": 9,
    "kön_1": 33, "kön_2": 27, "kön_3": 1, "ålder_1": 19, "ålder_2": 42,
    "områden_1": 45, "områden_2": 14, "områden_3": 2,
    "orsaker_1": 35, "orsaker_2": 20, "orsaker_3": 0,
    "kontaktvägar_1": 12, "kontaktvägar_2": 13, "ekonomi_använt": 590000,
}

# Månad, kön, åldersgrupp, område, fyra orsaker, kontaktväg, ny, avslutat, barn.
CLIENTS = [
    ["januari", "Kvinnor", "18–29 år", "Centrum", "Ekonomi", "Bostad", None, None, None, "nej", "ja", "nej"],
    ["februari", "Män", "30 år eller äldre", "Norra", "Bostad", None, None, None, "Egen kontakt", "ja", "nej", None],
    ["mars", "Kvinnor", "30 år eller äldre", "Centrum", "Ekonomi", "Ekonomi", None, None, "Socialtjänsten", "ja", None, "ja"],
    [None] * 12,
    ["april", "Annan eller okänd uppgift", "30 år eller äldre", "Centrum", None, None, None, None, None, "ja", "ja", None],
    ["maj", "Kvinnor", "18–29 år", "Norra", "Kontakt med myndigheter", None, None, None, None, None, None, None],
]


def count(workbook, rows):
    sheet = workbook["Räkning"]
    for number, row in enumerate(rows, start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value


def own_workbooks(program, folder):
    workbook = own(program, folder)
    fill(workbook, FIGURES)
    cell(workbook, "tjut_områden_3").offset(0, -1).value = "Södra"
    saved(workbook, "ifyllt.xlsx")

    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(
            ["soffice", "--headless", "--convert-to", "ods", "--outdir", scratch, OUT / "ifyllt.xlsx"],
            check=True, capture_output=True,
        )
        clean = lambda name, content: None if "Thumbnails" in name or "Configurations" in name else content
        (OUT / "ifyllt.ods").write_bytes(same_each_time((pathlib.Path(scratch) / "ifyllt.ods").read_bytes(), clean))

    workbook = own(program, folder)
    count(workbook, CLIENTS)
    saved(workbook, "räknat.xlsx")

    workbook = own(program, folder)
    rows = [list(row) for row in CLIENTS]
    rows[1][1], rows[2][1], rows[4][3] = None, "Kvina", "Östra"
    rows[5][8], rows[0][9], rows[1][10] = "Socialtjänsten", "kanske", True
    count(workbook, rows)
    saved(workbook, "räknat-med-fel.xlsx")

    workbook = own(program, folder)
    count(workbook, CLIENTS)
    workbook["Räkning"].row_dimensions[3].hidden = True
    workbook["Räkning"].row_dimensions[4].hidden = True
    saved(workbook, "dolda-rader.xlsx")

    workbook = own(program, folder)
    count(workbook, CLIENTS)
    fill(workbook, {"klienter": 6, "nya": 3})
    saved(workbook, "två-svar.xlsx")

    # Rows that were sorted, and a name for a group that is gone.
    workbook = own(program, folder)
    fill(workbook, FIGURES)
    sheet = workbook["Årets siffror"]
    for column in "BC":
        a, b = sheet[f"{column}3"], sheet[f"{column}4"]
        a.value, b.value = b.value, a.value
    cell(workbook, "tjut_ålder_1").offset(0, -1).value = None
    cell(workbook, "tjut_kön_1").offset(0, -1).value = "Damer"
    cell(workbook, "tjut_områden_1").offset(0, -2).value = "Kommuner"
    saved(workbook, "flyttade-rader.xlsx")

    workbook = own(program, folder)
    fill(workbook, {
        "klienter": 61.5, "nya": 7.0000000000000009, "avslutade": "<5", "kö": "–", "hemmavarande_barn": -1,
        "kön_1": "1\u00a0033", "kön_2": True, "ålder_1": "=1/0", "ålder_2": 2e13, "områden_1": "sjutton",
        "orsaker_1": 0.075, "orsaker_2": datetime.date(2026, 1, 15), "orsaker_3": "12,0",
    })
    cell(workbook, "tjut_orsaker_1").number_format = "0.0%"
    cell(workbook, "tjut_orsaker_2").number_format = "yyyy-mm-dd"
    hidden = cell(workbook, "tjut_kontaktvägar_1")
    hidden.value = 3
    workbook["Årets siffror"].row_dimensions[hidden.row].hidden = True
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    saved(workbook, "inga-heltal.xlsx")

    workbook = own(program, folder)
    fill(workbook, {"klienter": 61})
    copy = workbook.copy_worksheet(workbook["Årets siffror"])
    copy.title = "Kopia"
    copy.defined_names["tjut_klienter"] = openpyxl.workbook.defined_name.DefinedName("tjut_klienter", attr_text="'Kopia'!$C$4")
    saved(workbook, "kopierat-blad.xlsx")

    saved(own(program, folder), "tomt-underlag.xlsx")
    workbook = own(program, folder)
    cell(workbook, "tjut_år").value = "i år"
    saved(workbook, "fel-år.xlsx")
    workbook = own(program, folder)
    workbook["Räkning"].sheet_state = "hidden"
    count(workbook, CLIENTS)
    saved(workbook, "dolt-blad.xlsx")


def statistics():
    """A workbook that somebody has made without the program."""
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    sheet.title = "Statistik"
    sheet["A1"], sheet["C1"] = "Personligt ombud", "2025"
    sheet.merge_cells("A1:B1")
    rows = [("Klienter", 61), ("Nya", "25"), ("Avslutade", "=C3-37"), ("I kö", "–"), ("Andel män", 0.45), ("Uppdaterat", datetime.date(2026, 1, 9))]
    for number, (label, value) in enumerate(rows, start=3):
        sheet[f"A{number}"], sheet[f"C{number}"] = label, value
    sheet["C7"].number_format = "0 %"
    sheet["C8"].number_format = "yyyy-mm-dd"
    for number, (label, value) in enumerate([("18-29 år", 19), ("30 ÅR ELLER ÄLDRE", 42), ("Okänd", None)], start=12):
        sheet[f"A{number}"], sheet[f"C{number}"] = label, value
    sheet["E3"], sheet["E4"] = "Kvinnor", "Män"
    sheet["F3"], sheet["F4"] = 33, "1\u00a0028"
    clients = workbook.create_sheet("Klienter")
    clients.append(["Ombudens lista"])
    clients.append([])
    clients.append(["Nr", "Kön", "Stadsdel", "Ärende", "Ny?", "Avslutad"])
    for row in [
        [1, "K", "centrum", "ekonomi", "Ny", None],
        [2, "M", "Norra", "Bostad", "Gammal", True],
        [3, "K", "Norra", "Bostad", "Ny", 1],
    ]:
        clients.append(row)
    workbook.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    saved(workbook, "statistik.xlsx")
    # The same workbook as a file with macros.
    macros = lambda name, content: content.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main") if name == "[Content_Types].xml" else content
    data = bytearray(same_each_time((OUT / "statistik.xlsx").read_bytes(), macros))
    with io.BytesIO(bytes(data)) as buffer:
        with zipfile.ZipFile(buffer, "a") as archive:
            archive.writestr(zipfile.ZipInfo("xl/vbaProject.bin"), b"inte ett riktigt makro")
        (OUT / "makron.xlsm").write_bytes(buffer.getvalue())


def csv_files():
    headings = "Kön;Åldersgrupp;Område;Ny klient;Kontaktväg"
    rows = ["Kvinnor;18–29 år;Centrum;ja;Egen kontakt", "Män;30 år eller äldre;Norra;nej;", "Kvinnor;18-29 år;norra;ja;Socialtjänsten"]
    text = "\r\n".join([headings, *rows]) + "\r\n"
    (OUT / "rader.csv").write_bytes(text.encode("utf-8-sig"))
    (OUT / "rader-1252.csv").write_bytes(text.encode("cp1252"))
    (OUT / "rader-utf16.csv").write_bytes(text.replace(";", "\t").encode("utf-16"))
    (OUT / "rader-komma.csv").write_bytes(text.replace(";", ",").encode("utf8"))
    figures = "Uppgift;Antal\nKlienter;61\nNya;25,0\nAvslutade;1 024\nI kö;7,5\n"
    (OUT / "siffror.csv").write_bytes(figures.encode("cp1252"))
    # Names as another system spells them; the last group is none of the year file's.
    names = "Ålder;Antal\n18 - 29;19\n30 ÅR eller äldre;ca 42\n18-24;3\nEkonomi;35\nBoende;ca 20\nResor;<5\nAnsökt;1024000\n"
    (OUT / "namn.csv").write_bytes(names.encode())


def ole(*names):
    """What begins like a file in Microsoft's older container, with the names of its parts."""
    parts = b"".join(name.encode("utf-16-le").ljust(128, b"\0") for name in names)
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + parts


def package(parts, stored=("mimetype",)):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def xlsx(sheet, **more):
    relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package_relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    return package({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{package_relations}"><Relationship Id="a" Type="{relations}/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns:r="{relations}"><sheets><sheet name="Blad" sheetId="1" r:id="b"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package_relations}"><Relationship Id="b" Type="{relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": sheet,
        **more,
    })


def ods(rows, manifest=""):
    return package({
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        "content.xml": '<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>'
        f'<table:table table:name="Blad">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
    })


def broken_files():
    row = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
    good = xlsx(f"<worksheet>{row}</worksheet>")
    bomb = "<worksheet>" + row + " " * (80 * 1024 * 1024) + "</worksheet>"
    lying = bytearray(xlsx(bomb))
    # Says of the large part that it is small, both where it stands and in the list.
    size = len(bomb.encode()).to_bytes(4, "little")
    while (at := lying.find(size)) >= 0:
        lying[at:at + 4] = (1000).to_bytes(4, "little")
    repeated = '<table:table-row table:number-rows-repeated="1000000"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="1000"/></table:table-row>'
    word = package({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": "<document/>",
    })
    binary = package({
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": '<Relationships><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>',
        "xl/workbook.bin": b"\0",
    })
    text = package({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<office:document-content><office:text/></office:document-content>"})
    files = {
        "lösenord.xlsx": ole("Root Entry", "EncryptionInfo", "EncryptedPackage", "StrongEncryptionTransform"),
        "etikett.xlsx": ole("Root Entry", "EncryptedPackage", "DRMEncryptedDataSpace", "DRMEncryptedTransform"),
        "gammal.xls": ole("Root Entry", "Workbook"),
        "gammalt-dokument.doc": ole("Root Entry", "WordDocument"),
        "lösenord.ods": ods("", '<file-entry full-path="content.xml"><encryption-data/></file-entry>'),
        "binär.xlsb": binary,
        "avbruten.xlsx": good[: len(good) * 2 // 3],
        "trasig-xml.xlsx": xlsx("<worksheet><sheetData><row></sheetData></worksheet>"),
        "bomb.xlsx": xlsx(bomb),
        "ljugande-bomb.xlsx": bytes(lying),
        "upprepade-celler.ods": ods(repeated),
        "word.xlsx": word,
        "text.ods": text,
        "zip.xlsx": package({"a.txt": "a"}),
        "tom.xlsx": b"",
        "tom-zip.xlsx": package({}),
        "bild.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(16),
        "webbsida.xls": "<html><body><table><tr><td>Klienter</td></tr></table></body></html>".encode(),
        "ren-xml.fods": b'<?xml version="1.0"?>\n<office:document office:mimetype="x"/>',
        "skräp.xlsx": bytes(range(1, 256)),
        "citattecken.csv": 'Kön;Område\n"Kvinnor;Norra\n'.encode(),
        "okänd.xlsx": good,
    }
    for name, content in files.items():
        (OUT / name).write_bytes(content)


def main():
    program = sys.argv[1]
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / "årsfil.yaml").write_text(year_file(), encoding="utf8")
    with tempfile.TemporaryDirectory() as folder:
        own_workbooks(program, pathlib.Path(folder))
    statistics()
    csv_files()
    broken_files()


if __name__ == "__main__":
    main()
