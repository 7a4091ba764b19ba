"""The wording of the examples' papers, as `tests/wording/` stores it, and texts that refer to it.

A golden file says where each text of a paper stands, and not once more how it reads: in
the place of a text stands a reference, such as `‹paragraph›`. `fold` puts references in
and `unfold` takes them out again, so that nothing is lost.
"""
import difflib
import re
from html import unescape

import tools

STORED = tools.REPO / "tests" / "wording" / "wording.snap"
# What is a text in a golden file: a line in quotes in a structure tree; in XML the
# content of an element, and what is said of tables and charts.
TEXT = re.compile(
    r'^ *"(.*)"$|>([^<>\n]+)</|tbl(?:Caption|Description) w:val="([^"]+)"| descr="([^"]+)"| title="([^"]+)"', re.M)
REFERENCE = re.compile(r"‹(?:(@?)([+-]\d+) )?([^›]+)›")
# A sign after a `\`, a border between cells, a mark around or between texts, a fixed space.
SIGN = re.compile(r"\\(.)|( \| )|(\*+|⏎|\[|\](?:\((?:\\.|[^)\\])*\))?)|(~)|(.)", re.S)
# What the properties and the running head of a Word file are made of, and what stands
# between the texts of those that have several.
PROPERTIES = ("title", "author", "subject", "keywords", "date", "diarienummer", "running head")
JOINED = {"keywords": ", ", "running head": " · "}
# Lines about what is not text.
LOOKS = ("columns to the", "chart kind")


def papers():
    """For each example and paper its texts in reading order: pairs of kind and text."""
    head, *sections = STORED.read_text(encoding="utf8").split("\n== ")
    letters = dict(re.findall(r"^(\w) data/(.+)\.yaml$", head, re.M))
    found = {}
    for section in sections:
        title, *lines = section.split("\n")
        for line in lines if not title.startswith("phrases: ") else ():
            marks, _, said = line.partition(" ")
            for letter in marks:
                if letter in letters:
                    found.setdefault((letters[letter], title), []).extend(texts(*said.split(": ", 1)))
    if not found:
        raise tools.CheckerFailed(f"{STORED}: no papers in it")
    return found


def texts(kind, stored):
    """The texts of a stored line with the kind of each: the first cell's, `next` in the others."""
    if kind in LOOKS:
        return []
    parts = [[kind, ""]]
    for escaped, cell, mark, space, sign in SIGN.findall(stored):
        if cell or mark:
            parts.append(["next" if cell else parts[-1][0], ""])
        parts[-1][1] += escaped or ("\u00a0" if space else sign)
    parts = [(kind, text) for kind, text in parts if text]
    return [(kind, JOINED[kind].join(text for _, text in parts))] if kind in JOINED else parts


def names(part, pieces):
    """What a part of a Word file can refer to by name: properties, or what one chart shows."""
    chart = re.match(r"word/(?:charts/chart|embeddings/diagram)(\d+)", part)
    if not chart:
        return {kind: text for kind, text in pieces if kind in PROPERTIES}
    found, number, count = {}, 0, {}
    for kind, text in pieces:
        number += kind == "chart"
        series = kind == "series" or kind == "next" and last == "series"
        if number == int(chart[1]) and (series or kind == "point"):
            name = "series" if series else "point"
            count[name] = count.get(name, 0) + 1
            found[f"{name} {count[name]}"] = text
        last = "series" if series else kind
    return found


def fold_names(text, named):
    """A text of a golden file with names in the places of texts that have one."""
    by_text = {said: name for name, said in reversed(named.items())}
    return replaced(text, [by_text.get(said) and f"‹{by_text[said]}›" for said in contents(text)])


def unfold_names(stored, named):
    return REFERENCE.sub(lambda match: as_xml(named.get(match[3], match[0])), stored)


def fold(text, pieces):
    """A text of a golden file with references to the pieces of wording that it is made of.

    A reference is to the next piece, or to one that is so many further on. One with `@`
    is to a piece that stands in its own place too, counted from the latest.
    """
    found, said = contents(text), [piece for _, piece in pieces]
    places = {}
    for start, piece, length in difflib.SequenceMatcher(None, found, said, autojunk=False).get_matching_blocks():
        places.update((start + n, piece + n) for n in range(length))
    references, latest = [], -1
    for n, content in enumerate(found):
        elsewhere = [at for at, piece in enumerate(said) if piece == content]
        if n in places:
            skipped, latest = places[n] - latest - 1, places[n]
            references.append(f"‹{f'+{skipped} ' if skipped else ''}{pieces[latest][0]}›")
        elif elsewhere and re.search(r"[^\W\d]{3}", content):
            at = min(elsewhere, key=lambda at: abs(at - latest))
            references.append(f"‹@{at - latest:+} {pieces[at][0]}›")
        else:
            references.append(described(content, pieces, latest))
    return replaced(text, references)


def described(content, pieces, latest):
    """References for the alternative text of a chart: its description, and what is said of its values."""
    for at, (kind, said) in enumerate(pieces):
        if kind == "chart description" and content.startswith(f"{said} "):
            values = content.removeprefix(f"{said} ")
            # Word's is shorter where there are many values.
            is_whole = pieces[at + 1] == ("alternative text", values)
            values = f"‹@{at + 1 - latest:+} alternative text›" if is_whole else as_xml(values, is_attribute=True)
            return f"‹@{at - latest:+} {kind}› {values}"
    return None


def unfold(stored, pieces):
    """A golden file with the texts in their places; a reference that leads nowhere stays."""
    latest = -1

    def piece(match):
        nonlocal latest
        at = latest + int(match[2] or 0) + (0 if match[1] else 1)
        latest = latest if match[1] else at
        if not (0 <= at < len(pieces) and pieces[at][0] == match[3]):
            return match[0]
        is_attribute = stored.rfind("<", 0, match.start()) > stored.rfind(">", 0, match.start())
        return as_xml(pieces[at][1], is_attribute) if is_xml else pieces[at][1]

    is_xml = stored.startswith("<")
    return REFERENCE.sub(piece, stored)


def contents(text):
    """The texts in a golden file."""
    return [unescape(match[match.lastindex]) for match in TEXT.finditer(text)]


def replaced(text, others):
    """A golden file with others in the places of its texts; where there is none the text stays."""
    others = iter(others)

    def other(match):
        start, end = (place - match.start() for place in match.span(match.lastindex))
        put = next(others)
        return match[0] if put is None else match[0][:start] + put + match[0][end:]

    return TEXT.sub(other, text)


def as_xml(text, is_attribute=False):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;") if is_attribute else text
