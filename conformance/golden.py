"""Golden files: the structure tree of every example's PDF and the parts of every example's Word file.

How the papers read is stored in `tests/wording/`; where each text stands, and all that
is not text, here: see `wording.py`. The tree and the body of each paper have a file of
their own. Of every other part there is one file for all papers, with each form of it
once, below the papers that have it. So a new sentence is a line in the wording and
nothing here, and a new style one line here.
"""
import difflib
import io
import pathlib
import re
import shutil
import zipfile

from lxml import etree

import tools
import tree
import wording

TREE = "structure.txt"
BODY = "word/document.xml"
# The checksum by which the program knows its own files: it follows from all the rest.
SEAL = re.compile(rb"(<vt:lpwstr>)[0-9a-f]{32}(?=</vt:lpwstr>)")


def made(folder):
    """What is made of the examples, as it is: `{(example, paper, part): text}`."""
    texts = {}
    for pdf in sorted(pathlib.Path(folder).glob("*/*.pdf")):
        texts[pdf.parent.name, pdf.stem, TREE] = tree.dump(pdf)
    for docx in sorted(pathlib.Path(folder).glob("*/*.docx")):
        for part, xml in parts(docx):
            texts[docx.parent.name, docx.stem, part] = pretty(SEAL.sub(rb"\g<1>" + b"0" * 32, xml))
    if not texts:
        raise tools.CheckerFailed(f"{folder}: nothing to compare")
    return texts


def parts(package):
    """The XML parts of a package and of the workbooks inside it, each with its path."""
    with zipfile.ZipFile(package) as opened:
        for name in opened.namelist():
            data = opened.read(name)
            if name.endswith(".xlsx"):
                for inner, xml in parts(io.BytesIO(data)):
                    yield f"{name}/{inner}", xml
            else:
                yield name, data


def pretty(xml):
    root = etree.fromstring(xml, etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, pretty_print=True, encoding="unicode")


def folded(part, text, pieces):
    if part in (TREE, BODY):
        return wording.fold(text, pieces)
    return wording.fold_names(text, wording.names(part, pieces))


def unfolded(part, stored, pieces):
    if part in (TREE, BODY):
        return wording.unfold(stored, pieces)
    return wording.unfold_names(stored, wording.names(part, pieces))


def files(texts, papers):
    """The golden files of what is made: `{path below golden/: content}`."""
    found, forms = {}, {}
    for (example, paper, part), text in sorted(texts.items()):
        pieces = papers.get((example, paper), [])
        stored = folded(part, text, pieces)
        if unfolded(part, stored, pieces) != text:
            raise tools.CheckerFailed(f"{example}/{paper} {part}: what would be stored is not what was made")
        if part in (TREE, BODY):
            found[f"{example}/{paper}.{part.replace('/', '--')}"] = stored
        else:
            forms.setdefault(part, {}).setdefault(stored, []).append(f"== {example}/{paper}\n")
    for part, having in forms.items():
        found[part.replace("/", "--")] = "\n".join("".join(heads) + stored for stored, heads in having.items())
    return found


def stored(papers, root=None):
    """What the golden files say is to be made: `{(example, paper, part): text}`."""
    root, texts = root or tools.GOLDEN, {}
    for path in sorted(root.rglob("*")):
        if not path.is_file():
            continue
        content = path.read_text(encoding="utf8")
        if path.parent != root:
            paper, part = path.name.split(".", 1)
            forms = [([(path.parent.name, paper)], part, content)]
        else:
            forms = [
                (re.findall(r"^== (.+)/(.+)$", heads, re.M), path.name, form)
                for heads, form in re.findall(r"((?:^== .+\n)+)((?:(?!== ).*\n)+?)(?=\n== |\Z)", content, re.M)
            ]
        for having, part, form in forms:
            part = part.replace("--", "/")
            for key in having:
                texts[*key, part] = unfolded(part, form, papers.get(key, []))
    return texts


def title(key):
    return "golden {}/{} {}".format(*key)


def differences(wanted, texts):
    """What is made otherwise than it is stored: pairs of a name and what differs."""
    for key in sorted(wanted.keys() | texts.keys()):
        name = title(key)
        if key not in texts:
            yield name, "this part is no longer made"
        elif key not in wanted:
            yield name, "there is no golden file for it; run `tests/renew`"
        else:
            lines = (side[key].splitlines() for side in (wanted, texts))
            diff = list(difflib.unified_diff(*lines, "golden", "made now", n=2, lineterm=""))
            yield name, "\n      ".join(["", *diff[:40]]) if diff else ""


def compare(report, folder, renew):
    """Holds the papers of all examples to the golden files, or stores them anew."""
    texts, papers = made(folder), wording.papers()
    if renew:
        shutil.rmtree(tools.GOLDEN, ignore_errors=True)
        contents = files(texts, papers)
        for name, content in contents.items():
            path = tools.GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf8")
        report.passed(f"golden: {len(contents)} files renewed", 0)
    wanted = stored(papers)
    for name, differs in differences(wanted, texts):
        report.check(not differs, name, differs)
    return texts


def controls(report, texts):
    """Papers that are made otherwise than they are stored are seen, each where it differs."""
    papers = wording.papers()
    key = example, paper, _ = next(key for key in sorted(texts) if key[1] == "redovisning" and key[2] == BODY)
    tree_key, styles = (example, paper, TREE), (example, paper, "word/styles.xml")
    sentences = [said for kind, said in papers[example, paper] if kind == "paragraph"]
    first, second = (wording.as_xml(said) for said in sentences[:2])
    start, end = first.split(" ", 1)
    # The second paragraph with all of the text that follows it.
    both = re.search(f">{re.escape(second)}<.*?>([^<>]+)</w:t>", texts[key], re.S)
    moved = both[0].replace(f">{both[1]}<", "><").replace(second, f"{second} {both[1]}")
    said = f'"{sentences[0]}"'
    broken = {
        "another word": {key: texts[key].replace(first, f"{start}x {end}")},
        "two texts that have changed places": {
            key: texts[key].replace(first, "\0").replace(second, first).replace("\0", second)},
        "a text on the other side of a border": {key: texts[key].replace(both[0], moved)},
        "a text less": {tree_key: texts[tree_key].replace(said, "")},
        "a text twice": {tree_key: texts[tree_key].replace(said, f"{said}\n    {said}")},
        "another element": {tree_key: texts[tree_key].replace("H2", "H3", 1)},
        "another style": {styles: texts[styles].replace("<w:b/>", "<w:i/>", 1)},
        "a part less": {key: None},
        "a part more": {(example, paper, "word/more.xml"): "<more/>"},
    }
    wanted = stored(papers)
    for name, change in broken.items():
        changed = {key: text for key, text in {**texts, **change}.items() if text is not None}
        seen = {name for name, differs in differences(wanted, changed) if differs}
        report.check(seen == set(map(title, change)), f"golden: {name}", str(seen))
    # What is worded otherwise than it is stored is seen in both files.
    pieces = [(kind, f"{said}x" if said == sentences[0] else said) for kind, said in papers[example, paper]]
    worded = stored({**papers, (example, paper): pieces})
    seen = {name for name, differs in differences(worded, texts) if differs}
    report.check(seen == {title(key), title(tree_key)}, "golden: other wording", str(seen))
