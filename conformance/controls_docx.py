"""Broken Word files, each made from a good one, and the rule that must find what is broken."""
import io
import re
import zipfile

import check_docx
import docx_checks
import tools

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
CORE = "docProps/core.xml"
RELATIONS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
CHART = "word/charts/chart1.xml"
WORKBOOK = "word/embeddings/diagram1.xlsx"
SHEET = "xl/worksheets/sheet1.xml"
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def replace(part, pattern, replacement, count=1):
    """A change of one part; a pattern that is not there is a fault of the control."""
    def change(parts):
        before = parts[part].decode("utf8")
        after = re.sub(pattern, replacement, before, count=count, flags=re.S)
        assert before != after, f"{pattern} is not in {part}"
        parts[part] = after.encode("utf8")
    return change


def without(part):
    def change(parts):
        del parts[part]
    return change


def add(part, content):
    def change(parts):
        parts[part] = content
    return change


def in_workbook(change):
    """A change of the parts of the first chart's workbook."""
    def outer(parts):
        with zipfile.ZipFile(io.BytesIO(parts[WORKBOOK])) as package:
            inner = {name: package.read(name) for name in package.namelist()}
        change(inner)
        packed = io.BytesIO()
        write(packed, inner)
        parts[WORKBOOK] = packed.getvalue()
    return outer


DRAWING = ('<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
           'wordprocessingDrawing"><wp:extent cx="1" cy="1"/><wp:docPr id="7" name="a"/></wp:inline></w:drawing></w:r></w:p>')

# Name, checker (sdk, check or own), the rule that must fire, and the change.
CONTROLS = [
    ("wrong-child-order", "sdk", "Schema", replace(DOCUMENT, r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1")),
    ("wrong-child-order-2", "check", "ORD-CHILD", replace(DOCUMENT, r"(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1")),
    ("unknown-element", "sdk", "Schema", replace(DOCUMENT, r"<w:pPr>", r"<w:pPr><w:farg/>")),
    ("unknown-style", "check", "STY-REF", replace(DOCUMENT, r'w:pStyle w:val="Heading1"', 'w:pStyle w:val="Rubrik9"')),
    ("style-loop", "check", "STY-LOOP", replace(STYLES, r'w:basedOn w:val="Normal"', 'w:basedOn w:val="Heading1"', 0)),
    ("duplicate-style", "check", "STY-DUP", replace(STYLES, r"(<w:style .*?</w:style>)", r"\1\1")),
    ("missing-relationship", "check", "REL-MISSING", replace(RELATIONS, r'<Relationship [^>]*header1[^>]*/>', "")),
    ("missing-part", "check", "REL-TARGET", without("word/header1.xml")),
    ("missing-part-sdk", "sdk", "", without("word/header1.xml")),
    ("duplicate-relationship", "check", "REL-DUP", replace(RELATIONS, r"(<Relationship [^>]*/>)", r"\1\1")),
    ("external-relationship", "own", "external", replace(
        RELATIONS, r"</Relationships>", f'<Relationship Id="rX" Type="{HYPERLINK}" Target="https://example.org" TargetMode="External"/></Relationships>')),
    ("missing-content-type", "check", "PKG-CT", replace(TYPES, r'<Override PartName="/word/styles[^>]*/>', "")),
    ("wrong-content-type", "check", "PKG-CTYPE", replace(TYPES, r"wordprocessingml.styles\+xml", "wordprocessingml.numbering+xml")),
    ("malformed", "check", "XML-WF", replace(DOCUMENT, r"</w:body>", "")),
    ("malformed-sdk", "sdk", "Schema", replace(DOCUMENT, r"</w:body>", "")),
    ("doctype", "check", "PKG-DTD", replace(DOCUMENT, r"<w:document", '<!DOCTYPE w [<!ENTITY e "x">]><w:document')),
    ("no-default-language", "check", "A11Y-LANG", replace(STYLES, r"<w:lang [^>]*/>", "", 0)),
    ("no-language-property", "own", "language", replace(CORE, r"<dc:language>.*?</dc:language>", "")),
    ("no-title", "check", "A11Y-TITLE", replace(CORE, r"<dc:title>.*?</dc:title>", "")),
    ("another-title", "own", "title", replace(CORE, r"<dc:title>.*?</dc:title>", "<dc:title>Namnlös</dc:title>")),
    ("no-header-row", "check", "A11Y-TBL-HEAD", replace(DOCUMENT, r"<w:tblHeader/>", "")),
    ("no-header-row-own", "own", "table-header", replace(DOCUMENT, r"<w:tblHeader/>", "")),
    ("row-may-split", "own", "table-rows", replace(DOCUMENT, r"<w:cantSplit/>(<w:tblHeader/>)", r"\1")),
    ("cell-too-few", "check", "TBL-COLS", replace(DOCUMENT, r"<w:tc>.*?</w:tc>", "")),
    ("no-table-description", "own", "table-description", replace(DOCUMENT, r"<w:tblDescription [^>]*/>", "")),
    ("no-caption", "own", "table-caption", replace(DOCUMENT, r'w:pStyle w:val="Caption"', 'w:pStyle w:val="Normal"')),
    ("broken-numbering", "check", "NUM-REF", replace(DOCUMENT, r'<w:numId w:val="\d+"/>', '<w:numId w:val="999"/>')),
    ("numbering-without-list", "check", "NUM-ABS", replace("word/numbering.xml", r'(<w:num [^>]*><w:abstractNumId w:val=")\d+', r"\g<1>77")),
    ("decisions-not-a-list", "own", "list", replace(
        DOCUMENT, r'(förslag till beslut</w:t></w:r></w:p><w:p><w:pPr>)<w:pStyle w:val="ListNumber"/>(?:<w:keepNext/>)?<w:numPr>.*?</w:numPr>', r"\1")),
    ("empty-heading", "check", "A11Y-HEAD-EMPTY", replace(DOCUMENT, r'(<w:pStyle w:val="Heading2"/></w:pPr>).*?</w:p>', r"\1</w:p>")),
    ("heading-jump", "check", "A11Y-HEAD-JUMP", replace(DOCUMENT, r'w:val="Heading2"', 'w:val="Heading3"')),
    ("two-titles", "own", "one-title", replace(DOCUMENT, r'w:val="Heading2"', 'w:val="Heading1"')),
    ("direct-formatting", "own", "direct-formatting", replace(DOCUMENT, r"<w:r><w:t", '<w:r><w:rPr><w:sz w:val="40"/></w:rPr><w:t')),
    ("direct-alignment", "own", "direct-formatting", replace(DOCUMENT, r"(<w:pPr>(?:(?!</w:pPr>).)*?)</w:pPr>", r'\1<w:jc w:val="center"/></w:pPr>')),
    ("no-page-number", "own", "page-fields", replace("word/header1.xml", r" NUMPAGES ", " DATE ")),
    ("no-first-page", "own", "first-page", replace(DOCUMENT, r"<w:titlePg/>", "", 0)),
    ("no-document-date", "own", "custom-properties", replace("docProps/custom.xml", r"Dokumentdatum", "Datum")),
    ("no-reference", "own", "custom-properties", replace("docProps/custom.xml", r"Diarienummer", "Nummer")),
    ("signature-parted", "own", "signature-whole", replace(
        DOCUMENT, r'(<w:pStyle w:val="UnderskriftNamn"/>)<w:keepNext/>', r"\1", 0)),
    ("grid-with-header", "own", "grid", replace(DOCUMENT, r'(<w:tblLook w:val="0600" w:firstRow=)"0"', r'\1"1"')),
    ("section-without-header", "own", "first-page", replace(DOCUMENT, r'<w:headerReference w:type="first"[^/]*/>', "")),
    ("drawing-without-alt", "check", "A11Y-ALT", replace(DOCUMENT, r"(<w:body>)", r"\1" + DRAWING)),
    ("duplicate-drawing-ids", "check", "ID-DOCPR", replace(DOCUMENT, r"(<w:body>)", r"\1" + DRAWING * 2)),
    ("duplicate-bookmarks", "check", "ID-BM", replace(
        DOCUMENT, r'(<w:pStyle w:val="Heading1"/></w:pPr>)', r'\1' + '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>' * 2)),
    ("field-not-ended", "check", "FLD-BAL", replace(DOCUMENT, r"(<w:r>)(<w:t)", r'\1<w:fldChar w:fldCharType="begin"/>\2')),
    ("lost-space", "check", "TXT-SPACE", replace(DOCUMENT, r'<w:t xml:space="preserve">', "<w:t> ")),
    ("low-contrast", "own", "contrast", replace(STYLES, r'<w:color w:val="[^"]*"', '<w:color w:val="AAAAAA"')),
    ("macro", "own", "active", add("word/vbaProject.xml", b"<x/>")),
    ("object", "own", "embedded", add("word/embeddings/oleObject1.xlsx", b"PK")),
    ("chart-without-alt", "own", "alt-text", replace(DOCUMENT, r'(<wp:docPr [^>]*?) descr="[^"]*"', r"\1")),
    ("chart-without-alt-2", "check", "A11Y-ALT", replace(DOCUMENT, r'(<wp:docPr [^>]*?) descr="[^"]*"', r"\1")),
    ("chart-wrong-order", "sdk", "Schema", replace(CHART, r"(<c:barDir [^>]*/>)(<c:grouping [^>]*/>)", r"\2\1")),
    ("chart-figure-differs", "own", "chart-data", replace(CHART, r"(<c:numCache>.*?<c:v>)(\d+)", r"\g<1>1\2")),
    ("chart-name-differs", "own", "chart-data", replace(CHART, r"(<c:cat>.*?<c:v>)", r"\1x")),
    ("chart-cell-differs", "own", "chart-data", in_workbook(replace(SHEET, r"(<v>)(\d+)", r"\g<1>1\2"))),
    ("chart-without-workbook", "own", "chart-data", replace(CHART, r"<c:externalData .*?</c:externalData>", "")),
    ("workbook-with-macros", "own", "embedded", in_workbook(add("xl/vbaProject.bin", b"\xd0\xcf"))),
    ("workbook-macro-type", "own", "embedded", in_workbook(
        replace(TYPES, r"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main", "application/vnd.ms-excel.sheet.macroEnabled.main"))),
    ("workbook-points-outside", "own", "embedded", in_workbook(replace(
        "xl/_rels/workbook.xml.rels", r"</Relationships>", f'<Relationship Id="rX" Type="{HYPERLINK}" Target="https://example.org" TargetMode="External"/></Relationships>'))),
    ("workbook-no-zip", "own", "embedded", add(WORKBOOK, b"PK")),
]


def swapped(parts):
    """What stands to the right stands to the left."""
    cell = r"<w:tc>(?:(?!</w:tc>).)*</w:tc>"
    replace(DOCUMENT, rf"(<w:tr><w:trPr><w:cantSplit/></w:trPr>)({cell})({cell})", r"\1\3\2")(parts)


def broken(path, copy, change):
    """A changed copy of a good file."""
    parts = read(path)
    change(parts)
    write(copy, parts)
    return copy


def read(path):
    with zipfile.ZipFile(path) as package:
        return {name: package.read(name) for name in package.namelist()}


def write(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def findings(path, checker, sdk):
    if checker == "sdk":
        return sdk[str(path)]
    if checker == "own":
        return docx_checks.findings(path)
    return [f"{code}: {message}" for severity, code, _, message in check_docx.check(str(path)).f if severity != "info"]


def run(report, good, folder):
    """Every broken file must be rejected, by the rule that it breaks. Each change is made to the
    first of the papers that has what it breaks."""
    folder.mkdir(parents=True, exist_ok=True)
    papers = [read(path) for path in good]
    made = []
    for name, checker, rule, change in CONTROLS:
        path = folder / f"{name}.docx"
        for parts in papers:
            broken = dict(parts)
            try:
                change(broken)
            except (AssertionError, KeyError):
                continue
            write(path, broken)
            made.append((name, path, checker, rule))
            break
        else:
            report.check(False, f"control {name}", "no paper has what it would break")
    (folder / "no-zip.docx").write_bytes(b"PK")
    made.append(("no-zip", folder / "no-zip.docx", "check", "PKG-ZIP"))
    unchanged = folder / "unchanged.docx"
    write(unchanged, papers[0])
    sdk = tools.sdk([path for _, path, checker, _ in made if checker == "sdk"] + [unchanged])
    for name, path, checker, rule in made:
        found = findings(path, checker, sdk)
        report.check(any(finding.startswith(rule) for finding in found), f"control {name}", f"{rule} ({checker}) is not among {found[:6]}")
    for checker in ("sdk", "check", "own"):
        report.none(findings(unchanged, checker, sdk), f"an unchanged copy passes {checker}")
    return len(made)
