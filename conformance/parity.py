"""The same words, and the same signs, in the same order in PDF and Word; and pictures of both, side by side."""
import difflib
import pathlib
import re
import subprocess
import tempfile
import zipfile

from lxml import etree
from PIL import Image

import tools
import tree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def pdf_text(path):
    """The text of the structure tree; list labels are Word's numbering and left out."""
    def gather(node):
        # Of a chart the alternative text is said, and not its words.
        if node.kind == "Lbl" or "Alt" in node.attributes:
            return ""
        inner = "".join(item if isinstance(item, str) else gather(item) for item in node.content)
        return inner if node.kind in ("Span", "Link", "Strong", "Em", "Reference") else f"\n{inner}\n"
    # Soft hyphens are the PDF's own, at line ends; the year file can hold none.
    return gather(tree.read_file(path)).replace("\u00ad", "")


def docx_text(path):
    """The text of the body in reading order, footnotes where they are referred to."""
    with zipfile.ZipFile(path) as package:
        names = package.namelist()
        body = etree.fromstring(package.read("word/document.xml")).find(f"{W}body")
        notes = {}
        if "word/footnotes.xml" in names:
            for note in etree.fromstring(package.read("word/footnotes.xml")):
                notes[note.get(f"{W}id")] = "".join(t.text or "" for t in note.iter(f"{W}t"))
    simple = {"tab": " ", "br": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad", "p": "\n"}
    out = []
    for element in body.iter(f"{W}*"):
        name = etree.QName(element).localname
        if name == "t":
            out.append(element.text or "")
        elif name == "footnoteReference":
            out.append(notes.get(element.get(f"{W}id"), ""))
        elif name in simple and element.getparent().tag != f"{W}tabs":
            out.append(simple[name])
    return "".join(out)


def words(text):
    return re.findall(r"\w+", text.lower())


def signs(text):
    """Every sign but the spaces at which a line may end; fixed spaces count."""
    return re.sub(r"[ \n\t]+", "", text)


def findings(docx, pdf):
    in_word, in_pdf = docx_text(docx), pdf_text(pdf)
    if not words(in_word):
        yield "no words in the Word file"
    if signs(in_word) == signs(in_pdf) and words(in_word) == words(in_pdf):
        return
    for name, split in (("words", words), ("signs", signs)):
        a, b = split(in_word), split(in_pdf)
        matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes() if len(a) < 20000 else [("long", 0, 50, 0, 50)]:
            if tag != "equal":
                yield f"{name}: Word {a[max(0, i - 8):j + 8]!r}, PDF {b[max(0, k - 8):m + 8]!r}"


def page_findings(laid_out, pdf):
    """Word's and the PDF's page counts differ by at most one."""
    word, other = tools.pages(laid_out), tools.pages(pdf)
    if abs(word - other) > 1:
        yield f"{word} pages in Word, {other} in the PDF"


def pictures(laid_out, pdf, folder, resolution=50):
    """A picture for each page: Word as LibreOffice lays it out, then the PDF."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        sides = []
        for name, file in (("word", laid_out), ("pdf", pdf)):
            subprocess.run(["pdftoppm", "-r", str(resolution), "-png", str(file), f"{scratch}/{name}"], check=True)
            sides.append(sorted(pathlib.Path(scratch).glob(f"{name}-*.png")))
        made = max(map(len, sides))
        for number in range(made):
            halves = [Image.open(side[number]).convert("RGB") if number < len(side) else None for side in sides]
            size = next(half for half in halves if half is not None).size
            sheet = Image.new("RGB", (size[0] * 2 + 10, size[1]), "grey")
            for at, half in zip((0, size[0] + 10), halves):
                if half is not None:
                    sheet.paste(half.resize(size), (at, 0))
            sheet.save(folder / f"sida-{number + 1:02}.png")
    return made
