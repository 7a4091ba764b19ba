"""The whole year's work on a copy of an example, twice: next year's file, the workbook filled in as a person would, the
figures imported, what is missing set, the texts gone through, the papers made. After each step the file must differ
from the one before by what was meant and by nothing else; YAML is read by PyYAML, not by the program."""
import datetime
import difflib
import re
import subprocess

import openpyxl
import yaml

import spreadsheets
import tools

EXAMPLE = "lindsund"
FIRST = 2025
TEMPLATES = tools.REPO / "templates" / "tjansteskrivelse"

# What the service has counted. All of it is invented.
FIGURES = {
    2026: {
        "nya": 13, "klienter": 35, "avslutade": 10, "kö": 1, "hemmavarande_barn": 5,
        "kön": {"kvinnor": 20, "män": 15},
        "ålder": {"18–29 år": 8, "30–44 år": 10, "45–64 år": 13, "65 år eller äldre": 4},
        "områden": {"Lindsunds kommun": 28, "Granviks kommun": 7},
        "orsaker": {"Ekonomi": 18, "Kontakt med vården": 15, "Bostad": 9, "Sysselsättning": 6, "Digitala tjänster": 5},
        "kontaktvägar": {"Egen kontakt": 6, "Socialtjänsten": 4, "Psykiatrin": 3},
    },
    2027: {
        "nya": 12, "klienter": 37, "avslutade": 11, "kö": 3, "hemmavarande_barn": 6,
        "kön": {"kvinnor": 19, "män": 18},
        "ålder": {"18–29 år": 9, "30–44 år": 11, "45–64 år": 12, "65 år eller äldre": 5},
        "områden": {"Lindsunds kommun": 29, "Granviks kommun": 8},
        "orsaker": {"Ekonomi": 19, "Kontakt med vården": 14, "Bostad": 11, "Sysselsättning": 7, "Digitala tjänster": 6},
        "kontaktvägar": {"Egen kontakt": 5, "Socialtjänsten": 4, "Psykiatrin": 3},
    },
}
# Those who are left from the year before, which the program carries over.
CARRIED = {2026: 22, 2027: 25}
# Comments behind what is gone next year.
GONE_WITH_VALUES = {2026: {"# redovisningen ska lämnas två dagar efter sammanträdet"}, 2027: set()}
# What the handläggare writes herself: as it is typed, and as YAML says it.
WRITTEN = {
    2026: {
        "ärende.diarienummer": "SN 2027/4", "ärende.datum": "2027-01-05", "ärende.sammanträde": "2027-01-12",
        "ärende.omedelbar_justering": "ja", "länsstyrelse.redovisning_inlämnad": "2027-01-15",
        "länsstyrelse.ansökan_inlämnad": "2027-02-11", "länsstyrelse.beslutets_diarienummer": "9998-2026",
        "verksamhet.ledningsgrupp.möten_per_år": "4", "ekonomi.beviljat": "410 000", "ekonomi.använt": "398 000",
        "ekonomi.egna_medel": "270 000", "ekonomi.poster.0.kronor": "372 000", "ekonomi.poster.1.kronor": "16 000",
        "ekonomi.poster.2.kronor": "10 000",
    },
    2027: {
        "ärende.diarienummer": "SN 2028/2", "ärende.datum": "2028-01-04", "ärende.sammanträde": "2028-01-11",
        "ärende.omedelbar_justering": "ja", "länsstyrelse.redovisning_inlämnad": "2028-01-14",
        "länsstyrelse.ansökan_inlämnad": "2028-02-10", "länsstyrelse.beslutets_diarienummer": "9999-2027",
        "verksamhet.ledningsgrupp.möten_per_år": "3", "ekonomi.beviljat": "420 000", "ekonomi.använt": "401 500",
        "ekonomi.egna_medel": "275 000", "ekonomi.poster.0.kronor": "380 000", "ekonomi.poster.1.kronor": "12 500",
        "ekonomi.poster.2.kronor": "9 000",
    },
}
# A text that is written anew each year; the others are read and stay.
TEXT = "texter.handledning"
NEW_TEXT = {
    2026: "Ombudet har handledning en gång i månaden av en extern handledare.",
    2027: "Ombudet har handledning varannan månad tillsammans med ombuden i grannkommunerna.",
}


def read(path):
    return path.read_text(encoding="utf8")


def at(tree, place):
    for key in place.split("."):
        tree = tree[int(key)] if isinstance(tree, list) else tree.get(int(key) if key.isdigit() else key)
    return tree


def put(tree, place, value):
    *way, last = place.split(".")
    for key in way:
        tree = tree[int(key)] if isinstance(tree, list) else tree.setdefault(key, {})
    tree[last] = value


def comments(text):
    return [line.strip() if line.lstrip().startswith("#") else line[line.index("  #"):].strip() for line in text.splitlines() if re.search(r"^\s*#|\s\s#", line)]


def fill_in(path, figures):
    """Every count in its named cell, found by the words beside it as a person finds it."""
    workbook = openpyxl.load_workbook(path)
    sheet = workbook[spreadsheets.FIGURES]
    labels = {
        "nya": "Nya klienter", "klienter": "Klienter under året", "avslutade": "Avslutade ärenden",
        "kö": "Personer i kö vid årets slut", "hemmavarande_barn": "Klienter med hemmavarande barn under 18 år",
    }
    wanted = {("Hela året", labels[key]): count for key, count in figures.items() if not isinstance(count, dict)}
    for key, parts in figures.items():
        if isinstance(parts, dict):
            wanted.update({(key.capitalize(), name.capitalize() if key == "kön" else name): count for name, count in parts.items()})
    for group, label, count, *_ in sheet.iter_rows(min_row=2):
        if (group.value, label.value) in wanted:
            count.value = wanted.pop((group.value, label.value))
    workbook.save(path)
    return wanted


def check(report, folder):
    folder.mkdir(parents=True)
    before = folder / f"{EXAMPLE}-{FIRST}.yaml"
    before.write_bytes((tools.REPO / "data" / before.name).read_bytes())
    for year in (FIRST + 1, FIRST + 2):
        before = one_year(report, folder, before, year)
        if before is None:
            return
    papers = folder / "papper" / before.stem
    text = subprocess.run(["pdftotext", "-layout", papers / "redovisning.pdf", "-"], capture_output=True, text=True).stdout
    # Three years beside each other, of which two were filled in here.
    row = next((line for line in text.splitlines() if line.strip().startswith("Klienter under")), "")
    found = re.findall(r"\d+", row)
    report.check(found[2:5] == ["31", "35", "37"], "three years stand beside each other", row)
    lines = read(before).splitlines()
    report.check(lines[-1].strip(), "no empty lines gather at the end")


def one_year(report, folder, before, year):
    old = read(before)
    path = folder / f"{EXAMPLE}-{year}.yaml"

    def step(name, holds, detail=""):
        return report.check(holds, f"{year}: {name}", detail)

    def run(*arguments, code=0):
        answer = tools.tjut(*arguments)
        if answer.returncode != code:
            step(f"tjut {arguments[0]}", False, f"exit {answer.returncode}: {answer.stderr[-800:]}")
            raise tools.CheckerFailed("the round does not go on")
        return answer

    run("nytt-år", before)
    now = read(path)
    step("the file of the year before is as it was", read(before) == old)
    tree, was = yaml.safe_load(now), yaml.safe_load(old)
    gone = [place for place in WRITTEN[year] if at(tree, place) is not None]
    step("what belongs to its year is gone", not gone, str(gone))
    step("the year", tree["verksamhetsår"] == year)
    step("only what is left is carried over", tree["statistik"][year] == {"ingående": CARRIED[year]}, str(tree["statistik"].get(year)))
    step("earlier years stay", {key: tree["statistik"][key] for key in was["statistik"]} == was["statistik"])
    step("texts stay", tree["texter"] == was["texter"] and tree["brister"] == was["brister"])
    step("people stay", tree["ärende"]["underskrifter"] == was["ärende"]["underskrifter"])
    # What is said of a value goes with it.
    stay = [line for line in comments(old) if line not in GONE_WITH_VALUES[year]]
    step("comments stay", [line for line in comments(now) if line != f"# utgående {year - 1}"] == stay, str(set(comments(old)) ^ set(comments(now))))
    refused = run("skapa", path, "--mallar", TEMPLATES, "--till", folder / "papper", code=1)
    step("no papers before it is filled in", "oläst" in refused.stderr and not (folder / "papper" / path.stem).exists())

    workbook = folder / f"underlag-{year}.xlsx"
    run("underlag", path, "--år", str(year), "--till", workbook)
    unasked = fill_in(workbook, FIGURES[year])
    step("the workbook asks for every figure", not unasked, str(unasked))
    run("importera", path, workbook)
    step("a proposal changes nothing", read(path) == now)
    run("importera", path, workbook, "--skriv")
    kept = [file for file in folder.iterdir() if file.stem.startswith(path.stem) and file != path and read(file) == now]
    step("the file as it was is beside", len(kept) == 1, str(list(folder.iterdir())))
    imported = read(path)
    wanted = yaml.safe_load(now)
    wanted["statistik"][year] = {**FIGURES[year], "ingående": CARRIED[year]}
    # Nobody was counted under the third sex, and the empty cell says nothing of it.
    step("the figures are in, and nothing else has changed", yaml.safe_load(imported) == wanted, str(yaml.safe_load(imported)["statistik"][year]))
    lost = [line for line in difflib.ndiff(now.splitlines(), imported.splitlines()) if line.startswith("- ")]
    step("no line is gone", not lost, str(lost))

    assigned = [f"{place}={value}" for place, value in WRITTEN[year].items()]
    run("sätt", path, *assigned)
    wanted = yaml.safe_load(imported)
    for place, value in WRITTEN[year].items():
        put(wanted, place, yaml.safe_load(value))
    written = read(path)
    step("what was set is set, and nothing else", yaml.safe_load(written) == wanted)
    step("comments stay when values are set", comments(written) == comments(imported))

    run("sätt", path, f"{TEXT}={NEW_TEXT[year]}")
    texts = read(path)
    # A text of lines of its own stays one, and ends with its line.
    put(wanted, TEXT, NEW_TEXT[year].rstrip("\n") + "\n")
    step("the text is new, and nothing else", yaml.safe_load(texts) == wanted)
    run("läst", path, "--allt")
    reviewed = yaml.safe_load(read(path))
    step("what is read is noted, and nothing else", {key: value for key, value in reviewed.items() if key != "genomlästa"} == {key: value for key, value in wanted.items() if key != "genomlästa"})
    answer = run("skapa", path, "--mallar", TEMPLATES, "--till", folder / "papper")
    step("nothing is unread", "oläst" not in answer.stderr, answer.stderr[-800:])
    made = {file.name for file in (folder / "papper" / path.stem).iterdir()}
    step("the six files", made == {f"{paper}.{ending}" for paper in ("tjansteskrivelse", "redovisning", "ansokan") for ending in ("pdf", "docx")}, str(made))
    answer = run("jämför", before, path)
    named = [line.split()[0:3] for line in answer.stdout.splitlines()]
    step("the comparison tells the figures and the text", ["Klienter", "under", "året"] in named and TEXT in answer.stdout)
    text = subprocess.run(["pdftotext", folder / "papper" / path.stem / "redovisning.pdf", "-"], capture_output=True, text=True).stdout
    text = re.sub(r"\s+", " ", text)
    step("the papers say what was filled in", all(words in text for words in (str(year), NEW_TEXT[year][:40], WRITTEN[year]["ekonomi.använt"])), text[:500])
    return path


def controls(report, folder):
    """A year in which something else has changed is seen."""
    good = {"a": 1, "b": {"c": 2}}
    changed = yaml.safe_load("a: 1\nb: { c: 3 }\n")
    report.check(good != changed and comments("a: 1  # x\n") != comments("a: 1\n"), "a change that was not meant is seen")
    workbook = openpyxl.Workbook()
    workbook.active.title = spreadsheets.FIGURES
    folder.mkdir(parents=True)
    workbook.save(folder / "empty.xlsx")
    report.check(fill_in(folder / "empty.xlsx", FIGURES[2026]), "a workbook that asks for nothing is seen")
