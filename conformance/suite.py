"""Runs every proof and counts what passed. Called by `conformance/run`, which installs the checkers."""
import argparse
import pathlib
import re
import shutil
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor

import boxes
import cases
import check_docx
import controls_docx
import controls_pdf
import crowded
import docx_checks
import editor
import endurance
import engines
import golden
import parity
import pdf_checks
import signing
import spreadsheets
import tools
import tree
import yearly_round
from report import Report

# These generated cases are laid out by LibreOffice as well, and every so many of the others.
LAID_OUT = re.compile(r"40-|200-orsaker|tjugo-sidor|listor|länkar|60-områden|utan-allt|handläggare-namn|enhet|markdown|xml|i-ett-ord|lång")
EVERY = 12


def each(check, files):
    """A check of every file, on every core: pairs of file and findings."""
    with ProcessPoolExecutor(tools.PROCESSES) as pool:
        return zip(files, pool.map(check, files, chunksize=4))


def same_words(docx):
    return list(parity.findings(docx, docx.with_suffix(".pdf")))


def structural(path):
    """The structural checker's findings, warnings included."""
    return [f"{code}: {message} [{part}]" for severity, code, part, message in check_docx.check(str(path)).f if severity != "info"]


def check_standards(report, pdfs, flavours=("ua1", "2a")):
    verdicts = tools.vera(pdfs, flavours)
    for pdf in pdfs:
        for flavour in flavours:
            found = verdicts.get((str(pdf), flavour), []) + verdicts.get((str(pdf), "ERROR"), [])
            report.none(found, f"{label(pdf)} veraPDF {flavour}")


def check_pdfs(report, pdfs, flavours=("ua1", "2a")):
    check_standards(report, pdfs, flavours)
    for pdf, found in each(pdf_checks.findings, pdfs):
        report.none(found, f"{label(pdf)} structure")


def check_schema(report, docxs):
    verdicts = tools.sdk(docxs)
    for docx in docxs:
        report.none(verdicts[str(docx)], f"{label(docx)} Open XML SDK")
    for docx, found in each(structural, docxs):
        report.none(found, f"{label(docx)} check_docx")


def check_docxs(report, docxs):
    check_schema(report, docxs)
    for docx, found in each(docx_checks.findings, docxs):
        report.none(found, f"{label(docx)} behaviour")


def in_its_place(docx):
    """Words on each other or outside the margins of the PDF beside a Word file."""
    return list(boxes.findings(docx.with_suffix(".pdf"), docx))


def check_layout(report, docxs, pictures):
    """LibreOffice opens the Word file, and needs as many pages as the PDF or one more or less."""
    with tempfile.TemporaryDirectory(prefix="tjut-layout-") as scratch:
        laid_out = tools.libreoffice(docxs, pathlib.Path(scratch) / "lo")
        for docx in docxs:
            if report.check(docx in laid_out, f"{label(docx)} LibreOffice opens it"):
                pdf = docx.with_suffix(".pdf")
                report.none(list(parity.page_findings(laid_out[docx], pdf)), f"{label(docx)} pages")
                if pictures:
                    parity.pictures(laid_out[docx], pdf, tools.OUT / docx.parent.name / docx.stem)


def label(path):
    return f"{path.parent.name}/{path.name}"


def papers(folder, ending):
    found = sorted(pathlib.Path(folder).rglob(f"*.{ending}"))
    if not found:
        raise tools.CheckerFailed(f"no {ending} files in {folder}")
    return found


# The papers that are built in, and the year files in data/: what is added to the
# command for each, and the papers that then come out.
BUILT_IN = {"tjansteutlatande", "redovisning", "ansokan", "informationsblad"}
EXAMPLES = {
    "norra-innerstaden-2025": ((), BUILT_IN),
    "jarva-2025": ((), BUILT_IN),
    "lindsund-2025": (
        ("--mallar", "templates/tjansteskrivelse"),
        BUILT_IN - {"tjansteutlatande"} | {"tjansteskrivelse"},
    ),
}


# The year files in tests/fall/situationer/ whose papers are made otherwise than the usual ones:
# what is added to the command, once for each time that papers are made of the file.
SITUATIONS = {
    "delar": [("--mallar", "templates/uppfoljning", "--dokument", "uppfoljning")],
    "utokning": [(), ("--mallar", "templates/kort", "--dokument", "kort-tjansteutlatande")],
}
# Year files in tests/fall/fel/ of which drafts are made: a field that is missing, and a text with markup that can't
# be shown.
DRAFTS = ["saknad-nämnd", "länk-till-fil"]


def make_examples(folder, *more):
    """All papers of every example; what the program says when it refuses one."""
    refused = []
    for stem, (arguments, _) in EXAMPLES.items():
        file = tools.REPO / "data" / f"{stem}.yaml"
        answer = tools.tjut("skapa", file, "--till", folder, "--dokument", "alla", *arguments, *more)
        if answer.returncode != 0:
            refused.append(f"{stem}: {answer.stderr[-500:]}")
    return refused


def examples(report, scratch, renew):
    """Every paper of every example; the answer is the folder of the first one."""
    report.section(f"examples: {len(EXAMPLES)} year file(s)")
    stems = {path.stem for path in (tools.REPO / "data").glob("*.yaml")}
    report.check(stems == EXAMPLES.keys(), "EXAMPLES are the year files in data/", str(stems ^ EXAMPLES.keys()))
    refused = make_examples(scratch)
    if not report.check(not refused, "tjut skapa data/*.yaml", "; ".join(refused)):
        raise tools.CheckerFailed("the examples can't be made")
    pdfs, docxs = papers(scratch, "pdf"), papers(scratch, "docx")
    for stem, (_, wanted) in EXAMPLES.items():
        for made in (pdfs, docxs):
            found = {path.stem for path in made if path.parent.name == stem}
            report.check(found == wanted, f"{stem}: its papers as {made[0].suffix}", str(found ^ wanted))
    check_pdfs(report, pdfs)
    check_docxs(report, docxs)
    for docx in docxs:
        pdf = docx.with_suffix(".pdf")
        report.none(same_words(docx), f"{label(docx)} parity")
        # A second reader finds the same text in the PDF.
        poppler = parity.signs(tree.dumped_text(tree.dump(pdf)).replace("\u00ad", ""))
        own = parity.signs(tree.read_file(pdf).text().replace("\u00ad", ""))
        report.check(poppler == own, f"{label(pdf)} poppler reads the same text")
    report.section("examples with attached figures: PDF/A-3a")
    attached = scratch.parent / "attached"
    refused = make_examples(attached, "--format", "pdf", "--bifoga-siffror")
    if report.check(not refused, "tjut skapa --bifoga-siffror", "; ".join(refused)):
        check_pdfs(report, papers(attached, "pdf"), ("ua1", "3a"))
    for docx, found in each(in_its_place, docxs):
        report.none(found, f"{label(docx)} words in their places")
    report.section("examples with fields to sign in, unsigned and signed")
    signing.check(report, next(iter(EXAMPLES)), scratch.parent / "signing")
    report.section("examples: workbooks to gather figures in")
    spreadsheets.check(report, EXAMPLES, scratch.parent / "workbooks")
    report.section("two years' work on a copy of an example")
    yearly_round.check(report, scratch.parent / "round")
    yearly_round.controls(report, scratch.parent / "round-controls")
    report.section("examples: two columns in other readers of Word files")
    for docx in docxs:
        for engine in engines.ENGINES:
            report.none(list(engines.findings(docx, engine)), f"{label(docx)} {engine}")
    report.section("golden files")
    texts = golden.compare(report, scratch, renew)
    report.section("negative controls: golden files")
    golden.controls(report, texts)
    report.section("layout: pictures in conformance/out")
    shutil.rmtree(tools.OUT, ignore_errors=True)
    check_layout(report, docxs, pictures=True)
    return scratch / next(iter(EXAMPLES))


def profiled(report, folder, quick):
    """Papers with a logotype, drawn and in pixels, and an address footer; in a quick run one of each."""
    report.section("papers with a logotype and an address footer")
    pdfs, docxs = papers(folder, "pdf"), papers(folder, "docx")
    if quick:
        pdfs, docxs = (found[::len(found) - 1] for found in (pdfs, docxs))
    check_pdfs(report, pdfs)
    check_docxs(report, docxs)
    for docx in docxs:
        report.none(same_words(docx), f"{label(docx)} parity")
        report.none(in_its_place(docx), f"{label(docx)} words in their places")
    for engine in engines.ENGINES:
        report.none(list(engines.findings(docxs[0], engine)), f"{label(docxs[0])} {engine}")
    if not quick:
        check_layout(report, docxs[::2], pictures=True)


def situations(report, folder, quick):
    """The papers of kommuner that no example is like, and of the templates for other forms; in a quick run of those
    whose papers are not the usual ones."""
    files = sorted((tools.REPO / "tests/fall/situationer").glob("*.yaml"))
    files = [file for file in files if not quick or file.stem in SITUATIONS]
    drafts_of = DRAFTS[:1] if quick else DRAFTS
    report.section(f"situations: {len(files)} year files, and drafts of {len(drafts_of)} with errors")
    usual = [file for file in files if file.stem not in SITUATIONS]
    commands = [(usual, ())] * bool(usual) + [([file], more) for file in files for more in SITUATIONS.get(file.stem, ())]
    report.check(SITUATIONS.keys() <= {file.stem for file in files}, "SITUATIONS are year files")
    for chosen, more in commands:
        answer = tools.tjut("skapa", *chosen, "--till", folder, *more)
        report.check(answer.returncode == 0, f"tjut skapa {chosen[0].name} {' '.join(more)}", answer.stderr[-500:])
    bad = [tools.REPO / "tests/fall/fel" / f"{name}.yaml" for name in drafts_of]
    drafts = folder.with_name("drafts")
    answer = tools.tjut("skapa", *bad, "--till", drafts, "--utkast")
    report.check(answer.returncode == 0, "tjut skapa --utkast", f"exit {answer.returncode}: {answer.stderr[-500:]}")
    docxs, unfinished = papers(folder, "docx"), papers(drafts, "docx")
    made = {docx.parent.name for docx in docxs}
    report.check(made == {file.stem for file in files}, "papers of each", str(sorted(made)))
    report.check(len(unfinished) == 3 * len(bad), "drafts of each", str(unfinished))
    check_pdfs(report, [docx.with_suffix(".pdf") for docx in docxs])
    check_docxs(report, docxs)
    # The mark on every page and the last page are as no finished paper's.
    check_standards(report, [docx.with_suffix(".pdf") for docx in unfinished])
    check_schema(report, unfinished)
    for docx, found in each(same_words, docxs + unfinished):
        report.none(found, f"{label(docx)} parity")
    for docx, found in each(in_its_place, docxs):
        report.none(found, f"{label(docx)} words in their places")
    return docxs


def controls(report, example, scratch):
    report.section("negative controls: PDF")
    report.passed(f"{controls_pdf.run(report, example, scratch / 'pdf')} broken files made", 0)
    report.section("negative controls: Word")
    good = [example / "redovisning.docx", example / "tjansteutlatande.docx"]
    report.passed(f"{controls_docx.run(report, good, scratch / 'docx')} broken files made", 0)
    swapped = controls_docx.broken(good[1], scratch / "docx" / "swapped.docx", controls_docx.swapped)
    for engine in engines.ENGINES:
        report.check(any(engines.findings(swapped, engine, good[1])), f"columns that have changed places are seen in {engine}")
    # The sheet is set with narrower margins than the report.
    over = boxes.findings(example / "informationsblad.pdf", example / "redovisning.docx")
    report.check(any(finding.startswith("outside:") for finding in over), "a word over the margin is seen")
    report.section("self-tests: nothing to check is not green")
    empty = scratch / "empty.xml"
    empty.write_text(EMPTY_PROFILE, encoding="utf8")
    nothing = scratch / "nothing"
    nothing.mkdir()
    for name, attempt in {
        "veraPDF without files": lambda: tools.vera([]),
        "veraPDF without rules": lambda: tools.vera([example / "redovisning.pdf"], profile=empty),
        "the SDK without files": lambda: tools.sdk([]),
        "an empty folder": lambda: papers(nothing, "pdf"),
        "golden files of nothing": lambda: golden.compare(Report(), nothing, False),
    }.items():
        try:
            verdict = attempt()
        except tools.CheckerFailed:
            report.check(True, name)
        else:
            # A profile that can't be read is an error for every file, which is as good.
            report.check(isinstance(verdict, dict) and any(kind == "ERROR" for _, kind in verdict), name, "it looked green")
    report.check(Report().finish_quietly() == 1, "a run that checked nothing fails")


EMPTY_PROFILE = """<?xml version="1.0" encoding="utf-8"?>
<profile xmlns="http://www.verapdf.org/ValidationProfile" flavour="PDFUA_1">
<details creator="x" created="2024-01-01T00:00:00Z"><name>x</name><description>x</description></details>
<hash></hash><rules></rules><variables></variables></profile>
"""


def generated(report, scratch):
    made = cases.all_cases()
    good = [name for name, _, rule in made if rule is None]
    report.section(f"generated cases: {len(good)} to be made, {len(made) - len(good)} to be refused")
    folder = scratch / "papers"
    for name, text, _ in made:
        (scratch / f"{name}.yaml").write_text(text, encoding="utf8")
    answer = tools.tjut("skapa", *[scratch / f"{name}.yaml" for name in good], "--till", folder)
    if not report.check(answer.returncode == 0, "all in one run", answer.stderr[-1500:]):
        # One by one, to see which.
        for name in good:
            answer = tools.tjut("skapa", scratch / f"{name}.yaml", "--till", folder)
            rules = re.findall(r"^fel.*", answer.stderr, re.M)
            report.check(answer.returncode == 0, name, "; ".join(rules[:3]))
    for name, _, rule in made:
        if rule:
            refuse(report, scratch / f"{name}.yaml", rule, scratch / "refused")
    pdfs, docxs = papers(folder, "pdf"), papers(folder, "docx")
    report.check(len(pdfs) == len(docxs) == 3 * len(good), "six files each", f"{len(pdfs)} PDF, {len(docxs)} Word")
    report.section(f"generated cases: {len(pdfs)} PDF")
    check_pdfs(report, pdfs)
    report.section(f"generated cases: {len(docxs)} Word")
    check_docxs(report, docxs)
    report.section("generated cases: parity")
    for docx, found in each(same_words, docxs):
        report.none(found, f"{label(docx)} parity")
    report.section("generated cases: words in their places")
    for docx, found in each(in_its_place, docxs):
        report.none(found, f"{label(docx)} words in their places")
    sample = [name for n, name in enumerate(good) if LAID_OUT.search(name) or n % EVERY == 0]
    report.section(f"generated cases: layout of {len(sample)}")
    report.check(len(sample) >= 30, "the sample is large enough", str(len(sample)))
    check_layout(report, [docx for docx in docxs if docx.parent.name in sample], pictures=True)


def crowded_papers(report, scratch):
    """Words that hardly fit stand in their places, and the PDF has the same ones as the Word file."""
    made = crowded.year_files()
    report.section(f"crowded cases: {len(made)} year files, and {crowded.TABLES} tables and charts")
    for name, text in made:
        (scratch / f"{name}.yaml").write_text(text, encoding="utf8")
    templates = scratch / "mallar"
    templates.mkdir()
    tables = crowded.templates()
    for name, text in tables:
        (templates / f"{name}.md").write_text(text, encoding="utf8")
    folder = scratch / "papers"
    answer = tools.tjut("skapa", *[scratch / f"{name}.yaml" for name, _ in made], "--till", folder)
    report.check(answer.returncode == 0, "all in one run", answer.stderr[-1500:])
    example = tools.REPO / "data" / f"{next(iter(EXAMPLES))}.yaml"
    answer = tools.tjut("skapa", example, "--till", folder, "--mallar", templates, "--dokument", ",".join(name for name, _ in tables))
    report.check(answer.returncode == 0, "tables and charts", answer.stderr[-1500:])
    docxs = papers(folder, "docx")
    report.check(len(docxs) == 3 * len(made) + len(tables), "all papers", str(len(docxs)))
    for docx, found in each(in_its_place, docxs):
        report.none(found, f"{label(docx)} words in their places")
    sample = docxs[::EVERY]
    for docx, found in each(same_words, sample):
        report.none(found, f"{label(docx)} parity")
    check_pdfs(report, [docx.with_suffix(".pdf") for docx in sample])


def refuse(report, file, rule, folder):
    """Exit 1, the rule with line and column, and no paper."""
    answer = tools.tjut("skapa", file, "--till", folder)
    placed = re.search(rf"{rule}\].*?-->\s*\S*{re.escape(file.name)}:\d+:\d+", answer.stderr, re.S)
    is_right = answer.returncode == 1 and placed and not (folder / file.stem).exists()
    report.check(is_right, f"{file.stem} is refused", f"exit {answer.returncode}: {answer.stderr[:300]}")


def folder_only(report, folder, flavours):
    report.section(f"files in {folder}")
    check_pdfs(report, papers(folder, "pdf"), flavours)
    docxs = sorted(pathlib.Path(folder).rglob("*.docx"))
    if docxs:
        check_docxs(report, docxs)


def main():
    parser = argparse.ArgumentParser(prog="conformance/run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="examples and negative controls only")
    parser.add_argument("--renew", action="store_true", help="store the examples' golden files anew")
    parser.add_argument("--folder", help="check the files in this folder and nothing else")
    parser.add_argument("--flavours", default="ua1,2a", help="with --folder: the standards, such as ua1,3a")
    wanted = parser.parse_args()
    report = Report()
    try:
        with tempfile.TemporaryDirectory(prefix="tjut-conformance-") as name:
            scratch = pathlib.Path(name)
            if wanted.folder:
                folder_only(report, wanted.folder, tuple(wanted.flavours.split(",")))
                return report.finish()
            example = examples(report, scratch / "examples", wanted.renew)
            profiled(report, tools.PROFILED, wanted.quick or wanted.renew)
            docxs = situations(report, scratch / "situations", wanted.quick or wanted.renew)
            controls(report, example, scratch)
            report.section("the editor")
            editor.check(report, scratch / "editor", ("chromium",) if wanted.quick or wanted.renew else ("chromium", "firefox"))
            if not wanted.quick and not wanted.renew:
                report.section("situations: layout")
                check_layout(report, docxs, pictures=False)
                report.section("endurance")
                endurance.run(report)
                (scratch / "cases").mkdir()
                generated(report, scratch / "cases")
                (scratch / "crowded").mkdir()
                crowded_papers(report, scratch / "crowded")
    except tools.CheckerFailed as failure:
        report.check(False, "the suite itself", str(failure))
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
