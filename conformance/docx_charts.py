"""Charts in a Word file: each has a workbook with the same figures, and nothing else is embedded."""
import io
import posixpath
import re
import zipfile

from lxml import etree

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
C15 = "{http://schemas.microsoft.com/office/drawing/2012/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEET = "xl/worksheets/sheet1.xml"
# Everything that a workbook in a paper may hold: no macros, no links to other files, no connections.
WORKBOOK_PARTS = {"[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", SHEET, "xl/styles.xml"}


def findings(files, parts):
    """Everything that is wrong with the charts of a package, as `rule: what`."""
    charts = [name for name in parts if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    reached = set()
    for name in charts:
        relations = parts.get(f"word/charts/_rels/{posixpath.basename(name)}.rels", ())
        targets = {relation.get("Id"): posixpath.normpath(posixpath.join("/word/charts", relation.get("Target"))).lstrip("/")
                   for relation in relations if relation.get("TargetMode") != "External"}
        data = parts[name].find(f"{C}externalData")
        target = targets.get(data.get(f"{R}id")) if data is not None else None
        if target not in files or len(targets) != 1:
            yield f"chart-data: {name} has no workbook of its own"
            continue
        reached.add(target)
        yield from workbook(target, files[target])
        yield from copies(name, parts[name], files[target])
    for name in files:
        if "/embeddings/" in name and name not in reached:
            yield f"embedded: {name} belongs to no chart"


def workbook(name, data):
    """Nothing but sheets, and nothing that points outside."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part: etree.fromstring(package.read(part)) for part in package.namelist() if part in WORKBOOK_PARTS}
            others = set(package.namelist()) - WORKBOOK_PARTS
    except (zipfile.BadZipFile, etree.XMLSyntaxError) as error:
        yield f"embedded: {name} is no workbook: {error}"
        return
    for other in sorted(others):
        yield f"embedded: {name} holds {other}"
    if WORKBOOK_PARTS - parts.keys():
        yield f"embedded: {name} lacks {sorted(WORKBOOK_PARTS - parts.keys())}"
        return
    for part, root in parts.items():
        if part.endswith(".rels") and any(relation.get("TargetMode") == "External" for relation in root):
            yield f"embedded: {name} points outside itself"
    types = [override.get("ContentType") for override in parts["[Content_Types].xml"]]
    if any("macro" in kind.lower() for kind in types):
        yield f"embedded: {name} says that it has macros"


def cells(data):
    """The cells of the sheet: `{place: (text, formula)}`."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read(SHEET))
    found = {}
    for cell in root.iter(f"{S}c"):
        inline = cell.find(f"{S}is")
        value = "".join(inline.itertext()) if inline is not None else cell.findtext(f"{S}v")
        found[cell.get("r")] = (value, cell.findtext(f"{S}f"))
    return found


def worked_out(place, sheet):
    """What a cell's formula comes to; only sums and differences of cells and numbers are known."""
    value, formula = sheet.get(place, (None, None))
    if formula is None:
        return value
    total = 0
    for sign, term in re.findall(r"([+-]?)([A-Z]\d+|\d+)", formula):
        number = int(term) if term.isdigit() else int(worked_out(term, sheet))
        total += -number if sign == "-" else number
    return str(total)


def copies(name, chart, data):
    """Every figure and every name in the chart is what its cell says, and formulas come to their values."""
    try:
        sheet = cells(data)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        yield f"chart-data: {name}: {error}"
        return
    for place, (value, formula) in sheet.items():
        if formula is not None and worked_out(place, sheet) != value:
            yield f"chart-data: {name}: {place} ={formula} is {worked_out(place, sheet)}, not {value}"
    references = [(node.findtext(f"{C}f"), node) for node in chart.iter(f"{C}numRef", f"{C}strRef")]
    references += [(node.findtext(f"{C15}f"), node) for node in chart.iter(f"{C15}datalabelsRange")]
    if not references:
        yield f"chart-data: {name} refers to no cells"
    for reference, node in references:
        wanted = [sheet.get(place, (None, None))[0] for place in places(reference)]
        count = int(node.find(f".//{C}ptCount").get("val"))
        shown = {int(point.get("idx")): point.findtext(f"{C}v") for point in node.iter(f"{C}pt")}
        found = [shown.get(index) for index in range(count)]
        # Labels show figures as they are written, with fixed spaces.
        plain = [text.replace("\u00a0", "") if text and node.tag.startswith(C15) else text for text in found]
        if plain != wanted:
            yield f"chart-data: {name} shows {found} for {reference}, where the cells are {wanted}"


def places(reference):
    """The cells of a reference such as `Blad1!$B$2:$B$4`."""
    ends = re.findall(r"\$([A-Z])\$(\d+)", reference)
    (column, first), (_, last) = ends[0], ends[-1]
    return [f"{column}{row}" for row in range(int(first), int(last) + 1)]
