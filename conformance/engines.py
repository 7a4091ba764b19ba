"""Two columns in readers of Word files that share nothing with Word or LibreOffice.

Document systems and web viewers show a Word file by such readers. Each lays a paper out in
a browser, which is asked where every text stands; the letterhead and the signatures must
stand in two columns, row by row, with nothing on each other.
"""
import base64
import html
import json
import pathlib
import re
import subprocess
import tempfile

import docx

import tools

GRID = "Spalter"
# Pixels: what a browser rounds, and how much nearer or farther off readers put the second column.
ROUNDED, NEARER, FARTHER = 3, 10, 30
TWIPS_IN_A_PIXEL = 15

DOCX_PREVIEW = """
<div id=paper></div>
<script src="file://{modules}/jszip/dist/jszip.min.js"></script>
<script src="file://{modules}/docx-preview/dist/docx-preview.min.js"></script>
<script>docx.renderAsync(bytes, document.getElementById("paper"), null, {{inWrapper: false}}).then(report, failed)</script>
"""
SUPERDOC = """
<link rel=stylesheet href="file://{modules}/superdoc/dist/style.css">
<div id=paper style="width: 900px"></div>
<script src="file://{modules}/superdoc/dist/superdoc.min.js"></script>
<script>
const type = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const library = window.SuperDocLibrary || window.SuperDoc;
new (library.SuperDoc || library)({{
  selector: "#paper", document: new File([bytes], "paper.docx", {{type}}), documentMode: "viewing",
  telemetry: {{enabled: false}}, onReady: () => settled(report),
}});
</script>
"""
ENGINES = {"docx-preview": DOCX_PREVIEW, "SuperDoc": SUPERDOC}
# `report` writes every text with its left, upper, right and lower edge.
PAGE = """<!doctype html><meta charset=utf-8><body><pre id=places></pre>
<script>
const bytes = Uint8Array.from(atob("{data}"), sign => sign.charCodeAt(0));
const say = text => document.getElementById("places").textContent = "@@" + text + "@@";
const failed = error => say(JSON.stringify({{error: String(error)}}));
window.onerror = failed;
window.onunhandledrejection = event => failed(event.reason);
const read = () => {{
  const places = [], walker = document.createTreeWalker(document.getElementById("paper"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const node = walker.currentNode, range = document.createRange();
    if (!node.data.trim() || node.parentElement.closest("style")) continue;
    range.selectNodeContents(node);
    const area = range.getBoundingClientRect();
    if (area.width) places.push([node.data, area.left, area.top, area.right, area.bottom]);
  }}
  return places;
}};
const report = () => say(JSON.stringify(read()));
// Some lay out piece by piece: waits until there is text and no more comes.
function settled(then, before = 0, same = 0) {{
  const now = read().length;
  same = now && now === before ? same + 1 : 0;
  same > 4 ? then() : setTimeout(() => settled(then, now, same), 500);
}}
</script>
{engine}"""
# A busy machine may be too slow for the time that the browser thinks has passed.
ATTEMPTS = 3


def places(path, engine):
    """Every text of a paper with its left, upper, right and lower edge, in pixels."""
    data = base64.b64encode(pathlib.Path(path).read_bytes()).decode()
    body = ENGINES[engine].format(modules=tools.TOOLS / "node_modules")
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf8") as page:
        page.write(PAGE.format(data=data, engine=body))
        page.flush()
        command = ["chromium-headless-shell", "--no-sandbox", "--allow-file-access-from-files", "--window-size=1000,1400",
                   "--virtual-time-budget=60000", "--dump-dom", f"file://{page.name}"]
        for _ in range(ATTEMPTS):
            answer = subprocess.run(command, capture_output=True, text=True, timeout=300)
            found = re.search(r"@@([\[{].*?[\]}])@@", answer.stdout, re.S)
            read = json.loads(html.unescape(found[1])) if found else {"error": answer.stderr[-300:]}
            if isinstance(read, list) and read:
                return read
    raise tools.CheckerFailed(f"{engine} can't lay out {path}: {read}")


def grids(path):
    """The tables that only arrange: where the second column begins, for each row two lists of lines, and whether a
    picture stands above the first ones."""
    for table in docx.Document(str(path)).tables:
        if table.style is not None and table.style.name == GRID:
            first = table._tbl.tblGrid.gridCol_lst[0].w
            has_picture = bool(table._tbl.xpath(".//pic:pic"))
            rows = [[[p.text for p in cell.paragraphs if p.text] for cell in row.cells] for row in table.rows]
            yield first.twips / TWIPS_IN_A_PIXEL, rows, has_picture


def squeezed(text):
    return re.sub(r"\s", "", text)


def located(rows, found):
    """The areas of the lines of a grid, in the shape of `rows`; nothing where they don't stand in a row."""
    text, starts = "", []
    for place in found:
        starts.append(len(text))
        text += squeezed(place[0])
    lines = [line for row in rows for cell in row for line in cell]
    at = text.find("".join(map(squeezed, lines)))
    if at < 0:
        return None
    areas = []
    for line in lines:
        end = at + len(squeezed(line))
        # A line may be in several pieces, of which the first says where it begins.
        pieces = [place[1:] for start, place in zip(starts, found) if at <= start < end]
        if not pieces:
            return None
        areas.append([pieces[0][0], pieces[0][1], max(piece[2] for piece in pieces), pieces[-1][3]])
        at = end
    areas = iter(areas)
    return [[[next(areas) for _ in cell] for cell in row] for row in rows]


def findings(path, engine, wanted=None):
    """Everything that does not stand in its place, as `rule: what`; the places are those of
    another paper, if one is given."""
    arranged, found = list(grids(wanted or path)), places(path, engine)
    if not arranged:
        yield "grid: no letterhead and no signatures in columns"
    for apart, rows, has_picture in arranged:
        name = next((line for row in rows for cell in row for line in cell), "")
        areas = located(rows, found)
        if areas is None:
            yield f"order: the lines from {name!r} on are not read cell by cell"
            continue
        below = None
        left_edge, right_edge = (min((area[0] for row in areas for area in row[side]), default=None) for side in (0, 1))
        if right_edge is not None and not apart - NEARER <= right_edge - left_edge <= apart + FARTHER:
            yield f"column: the columns from {name!r} on begin at {round(left_edge)} and {round(right_edge)}"
        for number, (left, right) in enumerate(areas):
            yield from column(name, left, left_edge)
            yield from column(name, right, right_edge)
            if has_picture and number == 0:
                if left[0][1] < right[0][1] + 30:
                    yield f"picture: {name!r} does not stand below its picture"
            elif left and right and abs(left[0][3] - right[0][3]) > 10:
                yield f"row: in the rows from {name!r} on the columns don't begin side by side"
            if right and any(area[2] > right_edge for area in left):
                yield f"column: a line from {name!r} on runs into the right column"
            if below is not None and min(area[1] for area in left + right) < below - ROUNDED:
                yield f"row: the rows from {name!r} on stand on each other"
            below = max(area[3] for area in left + right)


def column(name, lines, edge):
    if any(abs(area[0] - edge) > ROUNDED for area in lines):
        yield f"column: a line from {name!r} on begins at {[round(area[0]) for area in lines]} and not at {round(edge)}"
    if any(after[1] < before[3] - 3 * ROUNDED for before, after in zip(lines, lines[1:])):
        yield f"column: the lines from {name!r} on stand on each other"
