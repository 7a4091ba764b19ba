"""How a Word file must behave in the hands of a handläggare, beyond what a schema can say."""
import re
import zipfile

import docx
from lxml import etree

import docx_charts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
# What may stand in a paragraph or a run besides its style: what belongs to this
# paragraph alone. Everything else is the style's business.
PARAGRAPH_ALLOWED = {"pStyle", "keepNext", "numPr", "spacing"}
RUN_ALLOWED = {"rStyle", "b", "bCs", "i", "iCs"}
SIGNATURES = ("UnderskriftNamn", "Underskrift")
SIGNATURE_START = "UnderskriftNamn"
# The style of tables that only arrange: letterhead and signatures.
GRID = "Spalter"


def findings(path):
    """Everything that is wrong with the file, as `rule: what`."""
    try:
        file = docx.Document(str(path))
        with zipfile.ZipFile(path) as package:
            files = {name: package.read(name) for name in package.namelist()}
        parts = {name: etree.fromstring(data) for name, data in files.items() if name.endswith((".xml", ".rels"))}
    except Exception as error:  # python-docx raises whatever its libraries raise
        return [f"opens: python-docx can't open it: {error!r}"]
    body = parts["word/document.xml"].find(f"{W}body")
    styles = {style.get(f"{W}styleId"): style for style in parts["word/styles.xml"].iter(f"{W}style")}
    return [*properties(file, parts), *package_safe(files, parts), *docx_charts.findings(files, parts), *headings(file), *numbered(parts, body, styles),
            *direct_formatting(body), *running_heads(parts, body), *tables(body), *drawings(body),
            *signatures(body, styles), *contrast(parts)]


def style_of(paragraph):
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(f"{W}val") if style is not None else "Normal"


def is_grid(table):
    style = table.find(f"{W}tblPr/{W}tblStyle")
    return style is not None and style.get(f"{W}val") == GRID


def text(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def properties(file, parts):
    core = file.core_properties
    if not core.title or not core.author:
        yield "title: title or author is missing"
    if core.language != "sv-SE":
        yield f"language: the property is {core.language!r}, not sv-SE"
    languages = {lang.get(f"{W}val") for lang in parts["word/styles.xml"].iter(f"{W}lang")}
    if languages != {"sv-SE"}:
        yield f"language: the styles say {languages}, not sv-SE"
    first = next((p for p in file.paragraphs if p.style.name.lower() == "heading 1"), None)
    if first is not None and core.title != first.text:
        yield f"title: the property {core.title!r} is not the heading {first.text!r}"
    custom = {p.get("name"): "".join(p.itertext()) for part in parts.values() for p in part.iter(f"{CUSTOM}property")}
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", custom.get("Dokumentdatum", "")):
        yield f"custom-properties: Dokumentdatum is {custom.get('Dokumentdatum')!r}"
    has_reference = any("Dnr" in text(p) for p in parts["word/document.xml"].iter(f"{W}p") if "Brevhuvud" in style_of(p))
    if has_reference and not custom.get("Diarienummer"):
        yield "custom-properties: Diarienummer is missing"


def package_safe(files, parts):
    for name, part in parts.items():
        if name.endswith(".rels"):
            for relation in part:
                if relation.get("TargetMode") == "External":
                    yield f"external: {name} points outside the file: {relation.get('Target')}"
    for name in files:
        if re.search(r"vbaProject|activeX|customXml|oleObject|\.bin$", name):
            yield f"active: the package holds {name}"


def headings(file):
    levels = [int(p.style.name[-1]) for p in file.paragraphs if re.fullmatch(r"[Hh]eading \d", p.style.name)]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"one-title: headings of level 1: {levels.count(1)}"
    if any(after > before + 1 for before, after in zip(levels, levels[1:])):
        yield f"heading-level: a level is skipped in {levels}"
    for p in file.paragraphs:
        if p.style.name.lower().startswith("heading") and not p.text.strip():
            yield "heading-empty: a heading has no text"


def numbered(parts, body, styles):
    """Decisions and bilagor are lists that Word itself numbers, unless there is a single decision."""
    paragraphs = list(body.iter(f"{W}p"))
    for heading, following, next_but_one in zip(paragraphs, paragraphs[1:], paragraphs[2:]):
        title = text(heading).strip()
        if style_of(next_but_one).startswith("Heading"):
            continue
        if style_of(heading).startswith("Heading") and (title.endswith("förslag till beslut") or title == "Bilagor"):
            numbering = following.find(f"{W}pPr/{W}numPr/{W}numId")
            if numbering is None and style_of(following) in styles:
                numbering = styles[style_of(following)].find(f"{W}pPr/{W}numPr/{W}numId")
            if numbering is None or numbering.get(f"{W}val") == "0":
                yield f"list: {title!r} is not followed by a numbered list"
    levels = [level.get(f"{W}val") for level in parts["word/numbering.xml"].iter(f"{W}numFmt")]
    if "decimal" not in levels:
        yield "list: no decimal numbering is defined"
    for paragraph in paragraphs:
        if re.match(r"\s*(\d+[.)]|[•–·-])\s", text(paragraph)) and "List" in style_of(paragraph):
            yield f"list: a typed list mark: {text(paragraph)[:30]!r}"


def direct_formatting(body):
    for element in body.iter(f"{W}pPr", f"{W}rPr"):
        allowed = PARAGRAPH_ALLOWED if element.tag == f"{W}pPr" else RUN_ALLOWED
        names = {etree.QName(child).localname for child in element}
        for name in sorted(names - allowed):
            yield f"direct-formatting: w:{name} in {text(element.getparent())[:30]!r}"
        if names & {"b", "i"} and "rStyle" not in names:
            yield f"direct-formatting: bold or italic without a style in {text(element.getparent())[:30]!r}"
        spacing = element.find(f"{W}spacing")
        if spacing is not None and set(spacing.attrib) - {f"{W}before", f"{W}after"}:
            yield "direct-formatting: line distance in a paragraph"


def running_heads(parts, body):
    heads = {name: part for name, part in parts.items() if part.tag == f"{W}hdr"}
    if len(heads) < 2:
        yield "running-head: not both a first and a later header"
    for name, part in heads.items():
        fields = " ".join(field.get(f"{W}instr") for field in part.iter(f"{W}fldSimple"))
        if "NUMPAGES" not in fields or not re.search(r"\bPAGE\b", fields):
            yield f"page-fields: {name} has the fields {fields!r}"
    sections = list(body.iter(f"{W}sectPr"))
    if not sections or sections[0].find(f"{W}titlePg") is None:
        yield "first-page: the first section has no first page of its own"
    for section in sections:
        kinds = {reference.get(f"{W}type") for reference in section.iter(f"{W}headerReference")}
        if not {"first", "default"} <= kinds:
            yield f"first-page: a section has headers for {sorted(kinds)} only"


def tables(body):
    for table in body.iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if is_grid(table):
            yield from grid(table)
            continue
        if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
            yield "table-header: the header row does not repeat"
        if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in rows):
            yield "table-rows: a row may be split between pages"
        for name in ("tblCaption", "tblDescription"):
            if table.find(f"{W}tblPr/{W}{name}") is None:
                yield f"table-description: no {name}"
        above = table.getprevious()
        if above is None or above.tag != f"{W}p" or style_of(above) != "Caption" or not text(above).strip():
            yield "table-caption: no caption above the table"


def grid(table):
    """A table that only arranges says nothing of headers, and has two cells in each row."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None or any(look.get(f"{W}{part}") != "0" for part in ("firstRow", "firstColumn")):
        yield "grid: a table that only arranges says that it has headers"
    if {"Siffertabell"} & {style_of(p) for p in table.iter(f"{W}p")} or table.find(f".//{W}tblHeader") is not None:
        yield "grid: figures stand in a table that only arranges"
    if any(len(row.findall(f"{W}tc")) != 2 for row in table.iter(f"{W}tr")):
        yield "grid: a row has not two cells"
    if any(row.find(f"{W}trPr/{W}cantSplit") is None for row in table.iter(f"{W}tr")):
        yield "table-rows: a row may be split between pages"


def drawings(body):
    for properties_ in body.iter(f"{WP}docPr"):
        if not (properties_.get("descr") or "").strip():
            yield "alt-text: a drawing has no alternative text"


def keeps(paragraph, styles):
    """Whether a paragraph stays with the next one, by itself or by its style."""
    places, name = [paragraph], style_of(paragraph)
    while name in styles and styles[name] not in places:
        places.append(styles[name])
        based_on = styles[name].find(f"{W}basedOn")
        name = based_on.get(f"{W}val") if based_on is not None else None
    flags = [place.find(f"{W}pPr/{W}keepNext") for place in places]
    flag = next((flag for flag in flags if flag is not None), None)
    return flag is not None and flag.get(f"{W}val") not in ("0", "false")


def signatures(body, styles):
    """The lines of a person stay together, and the signatures with what they sign."""
    paragraphs = list(body.iter(f"{W}p"))
    for before, paragraph in zip(paragraphs, paragraphs[1:]):
        if style_of(paragraph) not in SIGNATURES:
            continue
        starts = style_of(paragraph) == SIGNATURE_START
        if not starts and not keeps(before, styles):
            yield f"signature-whole: {text(before)[:30]!r} may be parted from {text(paragraph)[:30]!r}"
        if starts and style_of(before) not in SIGNATURES and not keeps(before, styles):
            yield "signature-alone: the signatures may stand alone on a page"


def luminance(colour):
    """Relative luminance, WCAG 2.1."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (x / 12.92 if x <= 0.03928 else ((x + 0.055) / 1.055) ** 2.4 for x in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(parts):
    """Every text colour on every background that the styles have."""
    root = parts["word/styles.xml"]
    colours = {c.get(f"{W}val") for run in root.iter(f"{W}rPr") for c in run.iter(f"{W}color")}
    grounds = {shade.get(f"{W}fill") for shade in root.iter(f"{W}shd")} - {None, "auto"} | {"FFFFFF"}
    for colour in colours:
        for ground in grounds:
            text_light, ground_light = luminance("000000" if colour == "auto" else colour), luminance(ground)
            ratio = (max(text_light, ground_light) + 0.05) / (min(text_light, ground_light) + 0.05)
            if ratio < 4.5:
                yield f"contrast: {colour} on {ground} is {ratio:.1f}:1"
