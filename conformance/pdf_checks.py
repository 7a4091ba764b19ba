"""What the tags of a PDF must say, beyond what a validator can know."""
import re

import pikepdf

import tree

# A figure is the logotype.
LETTERHEAD = {"Document", "Div", "Sect", "P", "Span", "NonStruct", "Link", "Figure"}


def findings(path):
    """Everything that is wrong with the file, as `rule: what`."""
    try:
        with pikepdf.open(path) as pdf:
            structure = tree.read(pdf)
            found = [*catalog(pdf), *headings(structure), *outline(pdf, structure),
                     *letterhead(structure), *lists(structure), *tables(structure),
                     *figures(structure), *links(pdf), *artifacts(pdf, structure)]
    except pikepdf.PdfError as error:
        return [f"readable: {error}"]
    return found


def catalog(pdf):
    root = pdf.Root
    if str(root.get("/Lang", "")) != "sv-SE":
        yield f"language: the file's language is {root.get('/Lang')}, not sv-SE"
    if root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "display-title: the viewer does not show the title"
    if "/StructTreeRoot" not in root or root.get("/MarkInfo", {}).get("/Marked") is not True:
        yield "tagged: the file is not tagged"
    with pdf.open_metadata() as metadata:
        if not metadata.get("dc:title"):
            yield "title: no title in the metadata"
        if not metadata.get("dc:creator"):
            yield "author: no author in the metadata"
    if pdf.is_encrypted:
        yield "encrypted: the file is encrypted"
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in root:
            yield f"active: {key} in the catalog"


def headings(structure):
    found = structure.find(*tree.HEADINGS)
    levels = [int(node.kind[1]) for node in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"one-title: headings of level 1: {levels.count(1)}, first level {levels[:1]}"
    for before, after, node in zip(levels, levels[1:], found[1:]):
        if after > before + 1:
            yield f"heading-level: from H{before} to H{after} at {node.text()[:40]!r}"
    for node in found:
        if not node.text().strip():
            yield "heading-empty: a heading has no text"


def outline(pdf, structure):
    marks = []

    def walk(items, depth):
        for item in items:
            marks.append((depth, spaced(item.title)))
            walk(item.children, depth + 1)

    with pdf.open_outline() as bookmarks:
        walk(bookmarks.root, 1)
    wanted = [(int(node.kind[1]), spaced(node.text())) for node in structure.find(*tree.HEADINGS)]
    if marks != wanted:
        different = next((pair for pair in zip(marks, wanted) if pair[0] != pair[1]), (len(marks), len(wanted)))
        yield f"bookmarks: they don't follow the headings: {different}"


def spaced(text):
    return re.sub(r"[ \n\t]+", "", text)


def letterhead(structure):
    """Before the title stands the letterhead, in plain paragraphs, with the logotype if there is one."""
    nodes = list(structure.walk())
    first = next((n for n, node in enumerate(nodes) if node.kind == "H1"), len(nodes))
    before = nodes[1:first]
    if not any(node.kind == "P" and node.text().strip() for node in before):
        yield "letterhead: nothing stands before the title"
    for node in before:
        if node.kind not in LETTERHEAD:
            yield f"letterhead: a {node.kind} stands before the title"


def lists(structure):
    """Decisions and bilagor are lists, unless there is a single decision, and a list has labels and a kind."""
    for parent in structure.walk():
        nodes = parent.nodes()
        for node, following, next_but_one in zip(nodes, nodes[1:], nodes[2:] + [None]):
            title = node.text().strip()
            is_list = title.endswith("förslag till beslut") or title == "Bilagor"
            is_single = following.kind == "P" and next_but_one is not None and next_but_one.kind in tree.HEADINGS
            if node.kind in tree.HEADINGS and is_list and following.kind != "L" and not is_single:
                yield f"list: {title!r} is followed by {following.kind}, not by a list"
    for node in structure.find("L"):
        if "ListNumbering" not in node.attributes:
            yield "list-numbering: a list does not say how it is numbered"
        for item in node.nodes():
            if item.kind == "LI" and [part.kind for part in item.nodes()] != ["Lbl", "LBody"]:
                yield "list-item: an item is not a label and a body"
            elif item.kind not in ("LI", "L", "Caption"):
                yield f"list-item: a {item.kind} stands in a list"


def tables(structure):
    for table in structure.find("Table"):
        rows = table.find("TR")
        if not table.attributes.get("Summary"):
            yield "table-summary: a table has no summary"
        cells = [[cell for cell in row.nodes() if cell.kind in ("TH", "TD")] for row in rows]
        if len({len(row) for row in cells}) > 1:
            yield "table-regular: rows of different length"
        for n, row in enumerate(cells):
            for m, cell in enumerate(row):
                wanted = "Column" if n == 0 else "Row" if m == 0 else None
                if wanted and (cell.kind, cell.attributes.get("Scope")) != ("TH", wanted):
                    yield f"table-scope: row {n + 1}, cell {m + 1} is {cell.kind} with scope {cell.attributes.get('Scope')}"
                elif wanted is None and cell.kind != "TD":
                    yield f"table-scope: row {n + 1}, cell {m + 1} is {cell.kind}"
        if table.find("Table")[1:]:
            yield "table-nested: a table in a table"
    yield from uncaptioned(structure)


def uncaptioned(node, around=None):
    """Tables without a caption: in the table, beside it, or beside the group that holds nothing else. The last is
    where Typst leaves it when a table of several pages ends just at the foot of one."""
    captioned = "Caption" in kinds(node) or (kinds(node) == ["Table"] and around and "Caption" in kinds(around))
    for inner in node.nodes():
        if inner.kind == "Table" and not captioned and "Caption" not in kinds(inner):
            yield "table-caption: a table has no caption"
        yield from uncaptioned(inner, node)


def kinds(node):
    return [inner.kind for inner in node.nodes()]


def figures(structure):
    for node in structure.find("Figure", "Formula"):
        if not node.attributes.get("Alt", "").strip():
            yield "figure-alt: a figure has no alternative text"


def links(pdf):
    for page in pdf.pages:
        for annotation in page.get("/Annots", []):
            if annotation.Subtype == "/Link" and not str(annotation.get("/Contents", "")).strip():
                yield "link-contents: a link has no description"
            elif annotation.Subtype != "/Link":
                yield f"annotation: {annotation.Subtype} is not a link"
        if page.get("/Tabs") != "/S" and "/Annots" in page:
            yield "tab-order: links are not visited in the order of the structure"


def artifacts(pdf, structure):
    """Text outside the structure is an artifact, and the running header is one on every page."""
    in_structure = structure.text()
    for number, page in enumerate(pdf.pages, 1):
        stack, artifact_text = [], 0
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BDC", "BMC"):
                stack.append(str(operands[0]) if name == "BMC" or operands[0] == "/Artifact" else
                             "MCID" if isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1] else "")
            elif name == "EMC":
                stack.pop()
            elif name in ("Tj", "TJ", "'", '"'):
                if "/Artifact" in stack:
                    artifact_text += 1
                elif "MCID" not in stack:
                    yield f"artifact: page {number} has text that is neither structure nor artifact"
        if artifact_text == 0:
            yield f"running-head: page {number} has no running header that is an artifact"
    if re.search(r"Sida \d+ \(\d+\)", in_structure):
        yield "running-head: the page number stands in the structure"
