"""No word of a PDF stands on another, outside the margins or off the page.

Looks at the boxes that poppler puts around words, so at what is printed and not at
what the layout meant. Word files are looked at as LibreOffice prints them.
"""
import itertools
import re
import subprocess
import zipfile

from lxml import etree

import tools

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
POINTS_PER_TWIP = 1 / 20
# In points: how far a hyphen may hang over the margin, and what two words may share
# without anybody seeing it.
HANGING = 5
HAIR = 0.7
# Of a word's height: what letters hardly use, above and below.
AIR = 0.25
WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)')


def margins(docx):
    """Left, top, right and bottom in points, as the Word file has them; the header stands at the top, and the footer
    at the bottom if there is one."""
    with zipfile.ZipFile(docx) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    last = "bottom" if body.find(f".//{W}footerReference") is None else "footer"
    sides = [[int(margin.get(f"{W}{side}")) for margin in body.iter(f"{W}pgMar")] for side in ("left", "header", "right", last)]
    if not all(sides):
        raise tools.CheckerFailed(f"{docx} has no margins")
    return [min(side) * POINTS_PER_TWIP for side in sides]


def pages(pdf):
    """Width, height and words of each page; a word is left, top, right, bottom and text."""
    answer = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True).stdout.decode("utf8", "replace")
    found = []
    for page in answer.split("<page ")[1:]:
        width, height = (float(re.search(rf'{side}="([\d.]+)"', page)[1]) for side in ("width", "height"))
        found.append((width, height, [(*map(float, word[:4]), word[4]) for word in WORD.findall(page)]))
    if not any(words for _, _, words in found):
        raise tools.CheckerFailed(f"pdftotext finds no words in {pdf}")
    return found


def findings(pdf, docx):
    """What is wrong with a PDF whose margins are those of a Word file."""
    left, top, right, bottom = margins(docx)
    for number, (width, height, words) in enumerate(pages(pdf), 1):
        for x0, y0, x1, y1, text in words:
            over = max(left - HANGING - x0, x1 - (width - right + HANGING), top - HANGING - y0, y1 - (height - bottom + HANGING))
            if over > 0:
                yield f"outside: page {number}, {text[:40]!r} by {over:.0f} pt"
        for one, other in overlapping(words):
            yield f"overlap: page {number}, {one[:30]!r} and {other[:30]!r}"


def overlapping(words):
    """Pairs of words of a page that are printed on each other."""
    def lines(word):
        air = (word[3] - word[1]) * AIR
        return word[1] + air, word[3] - air
    words = sorted(words, key=lambda word: word[0])
    for n, one in enumerate(words):
        over, under = lines(one)
        for other in itertools.takewhile(lambda other: other[0] < one[2] - HAIR, words[n + 1:]):
            top, bottom = lines(other)
            if min(one[2], other[2]) - other[0] > HAIR and min(under, bottom) - max(over, top) > HAIR:
                yield one[4], other[4]
