"""Golden files: the structure tree of every example's PDF and the parts of every example's Word file."""
import difflib
import io
import pathlib
import shutil
import zipfile

from lxml import etree

import tools
import tree


def current(example, folder):
    """What would be stored for an example: `{path below golden/: text}`."""
    texts = {}
    for pdf in sorted(pathlib.Path(folder).glob("*.pdf")):
        texts[f"{example}/{pdf.stem}.structure.txt"] = tree.dump(pdf)
    for docx in sorted(pathlib.Path(folder).glob("*.docx")):
        for part, xml in parts(docx):
            name = part.replace("/", "--")
            texts[f"{example}/{docx.stem}.docx/{name}"] = pretty(xml)
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


def compare(report, example, folder, renew):
    wanted_root = tools.GOLDEN / example
    texts = current(example, folder)
    if not texts:
        raise tools.CheckerFailed(f"{folder}: nothing to compare")
    if renew:
        shutil.rmtree(wanted_root, ignore_errors=True)
        for name, text in texts.items():
            path = tools.GOLDEN / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf8")
        report.passed(f"golden {example}: {len(texts)} files renewed", len(texts))
        return
    stored = {str(path.relative_to(tools.GOLDEN)) for path in wanted_root.rglob("*") if path.is_file()}
    for name in sorted(stored - texts.keys()):
        report.check(False, f"golden {name}", "this part is no longer made")
    for name, text in texts.items():
        path = tools.GOLDEN / name
        if not path.exists():
            report.check(False, f"golden {name}", "no such golden file; run `conformance/run --renew`")
            continue
        diff = list(difflib.unified_diff(
            path.read_text(encoding="utf8").splitlines(), text.splitlines(), "golden", "made now", n=2, lineterm=""))
        report.check(not diff, f"golden {name}", "\n      ".join(["", *diff[:40]]))
