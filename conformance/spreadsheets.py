"""The workbooks of `tjut underlag`: read by openpyxl, filled in as a person would, opened and
worked out by LibreOffice, and imported again from what LibreOffice saves."""
import pathlib
import re
import subprocess

import openpyxl

import tools

SHEETS = ["Läs mig", "Årets siffror", "Räkning", "Val"]
FIGURES = "Årets siffror"


def cell(workbook, name):
    sheet, place = next(iter(workbook.defined_names[name].destinations))
    return workbook[sheet][place.replace("$", "")]


def to_fill_in(workbook):
    """The named cells of figures, in the order of their rows, without those for new parts."""
    named = [(cell(workbook, name), name) for name in workbook.defined_names if not name.startswith(("tjut_val_", "tjut_år", "tjut_räkning"))]
    with_label = [(where, name) for where, name in named if where.offset(0, -1).value]
    return sorted(with_label, key=lambda it: it[0].row)


def structure(workbook):
    """What a reader of the workbook would miss."""
    if workbook.sheetnames != SHEETS:
        yield f"sheets are {workbook.sheetnames}"
    if not workbook.properties.title:
        yield "no title"
    for sheet in workbook:
        if sheet.merged_cells.ranges:
            yield f"{sheet.title}: joined cells {sheet.merged_cells.ranges}"
        if sheet.title != SHEETS[0] and sheet.freeze_panes != "A2":
            yield f"{sheet.title}: its headings do not stay"
        if sheet.sheet_state != "visible" or any(row.hidden for row in sheet.row_dimensions.values()):
            yield f"{sheet.title}: something is hidden"
        for heading in sheet[1] if sheet.title != SHEETS[0] else []:
            if not heading.value or not heading.font.bold:
                yield f"{sheet.title}!{heading.coordinate}: no heading"
    figures = workbook[FIGURES]
    ranges = [rule.sqref for rule in figures.data_validations.dataValidation if rule.type == "whole"]
    for where, name in to_fill_in(workbook):
        if not any(where.coordinate in each for each in ranges):
            yield f"{name} takes anything"
        if where.protection.locked:
            yield f"{name} is locked"
    # Month, sex, age, area, reasons, route, and whether it is new, ended and with children.
    if len(workbook["Räkning"].data_validations.dataValidation) < 8:
        yield "Räkning: choices are missing"


def converted(file, ending, folder):
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", str(folder), str(file)]
    subprocess.run(command, capture_output=True, timeout=300)
    made = folder / f"{file.stem}.{ending}"
    if not made.exists():
        raise tools.CheckerFailed(f"LibreOffice makes no {ending} of {file.name}")
    return made


def sums(workbook):
    """Sums and controls that do not come to what the cells above them say."""
    figures = workbook[FIGURES]
    total = 0
    whole = {"Kontaktvägar": cell(workbook, "tjut_nya").value}
    for group, label, count, _, control in figures.iter_rows(min_row=2, max_col=5, values_only=True):
        if label != "Summa":
            total = total + (count or 0) if group in ("Kön", "Ålder", "Områden", "Kontaktvägar") else 0
            continue
        if count != total:
            yield f"{group}: the sum is {count}, not {total}"
        wanted = whole.get(group, cell(workbook, "tjut_klienter").value)
        holds = total <= wanted if group in whole else total == wanted
        if (control == "Stämmer") != holds:
            yield f"{group}: {total} of {wanted}, and the control says {control}"
        total = 0


def check(report, stems, folder):
    folder.mkdir(parents=True)
    for stem in stems:
        year_file = tools.REPO / "data" / f"{stem}.yaml"
        made = folder / f"{stem}.xlsx"
        answer = tools.tjut("underlag", year_file, "--till", made)
        if not report.check(answer.returncode == 0, f"tjut underlag {stem}", answer.stderr):
            continue
        workbook = openpyxl.load_workbook(made)
        report.none(list(structure(workbook)), f"{made.name} structure")
        if stem == next(iter(stems)):
            broken = openpyxl.load_workbook(made)
            broken[FIGURES].merge_cells("A2:B2")
            broken[FIGURES].data_validations.dataValidation = []
            broken[FIGURES].freeze_panes = None
            found = " ".join(structure(broken))
            seen = all(word in found for word in ("joined cells", "takes anything", "do not stay"))
            report.check(seen, "a workbook that is broken is seen", found)
        wanted = {}
        for number, (where, name) in enumerate(to_fill_in(workbook), start=30):
            where.value = number
            wanted[where.coordinate] = number
        # One division that adds up: the first part is what is left.
        cell(workbook, "tjut_klienter").value = 500
        wanted[cell(workbook, "tjut_klienter").coordinate] = 500
        first, second = cell(workbook, "tjut_kön_1"), cell(workbook, "tjut_kön_2")
        third = cell(workbook, "tjut_kön_3")
        first.value, second.value, third.value = 300, 199, 1
        wanted.update({first.coordinate: 300, second.coordinate: 199, third.coordinate: 1})
        filled = folder / f"{stem}-ifyllt.xlsx"
        workbook.save(filled)
        as_ods = converted(filled, "ods", folder)
        (folder / "anew").mkdir(exist_ok=True)
        anew = openpyxl.load_workbook(converted(filled, "xlsx", folder / "anew"), data_only=True)
        report.none(list(sums(anew)), f"{filled.name} sums in LibreOffice")
        converted(filled, "pdf", folder)
        for file in (filled, as_ods, folder / "anew" / filled.name):
            answer = tools.tjut("importera", year_file, file)
            found = {
                place: int(re.sub(r"\s", "", count))
                for count, place in re.findall(r"  ([\d\u00a0]+)  Årets siffror!(\S+)$", answer.stdout, re.M)
            }
            report.check(found == wanted, f"{file.parent.name}/{file.name} imported", f"{found} {answer.stderr[-500:]}")
