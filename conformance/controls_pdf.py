"""Broken PDFs, each made from a good one, and the rule that must find what is broken."""
import re

import pikepdf
from pikepdf import Array, Dictionary, Name, String

import boxes
import pdf_checks
import tools

CONTROLS = []


def control(checker, rule, paper="redovisning"):
    """Registers a way to break a paper; `checker` is ua1, 2a, own or boxes."""
    def register(change):
        CONTROLS.append((change.__name__, checker, rule, paper, change))
        return change
    return register


def elements(pdf, kind):
    """The structure elements of a kind."""
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/S") == kind and "/P" in item:
            yield item


def fonts(pdf):
    return [item for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == "/Font"]


def xmp(pdf, pattern, replacement):
    stream = pdf.Root.Metadata
    before = stream.read_bytes()
    after = re.sub(pattern, replacement, before, flags=re.S)
    assert before != after, "the control changed nothing"
    stream.write(after)


def cell_attributes(pdf, kind):
    for cell in elements(pdf, kind):
        found = cell.get("/A", [])
        yield from found if isinstance(found, Array) else [found]


@control("own", "language")
def without_language(pdf):
    del pdf.Root.Lang


@control("own", "language")
def another_language(pdf):
    pdf.Root.Lang = String("en-US")


@control("2a", "6.7.2.2")
def without_mark_info(pdf):
    del pdf.Root.MarkInfo


@control("2a", "6.7.3")
def without_structure(pdf):
    del pdf.Root.StructTreeRoot


@control("2a", "6.6.2")
def without_metadata(pdf):
    del pdf.Root.Metadata


@control("ua1", "5")
def wrong_ua_identification(pdf):
    xmp(pdf, rb"(pdfuaid:part>|pdfuaid:part=\")1", rb"\g<1>7")


@control("ua1", "5")
def without_ua_identification(pdf):
    xmp(pdf, rb"<pdfuaid:part>1</pdfuaid:part>|pdfuaid:part=\"1\"", b"")


@control("2a", "6.6.4")
def wrong_archive_part(pdf):
    xmp(pdf, rb"(pdfaid:part>|pdfaid:part=\")2", rb"\g<1>9")


@control("ua1", "7.1")
def without_title(pdf):
    xmp(pdf, rb"<dc:title>.*?</dc:title>", b"")


@control("ua1", "7.1")
def title_not_shown(pdf):
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


@control("own", "display-title")
def no_viewer_preferences(pdf):
    del pdf.Root.ViewerPreferences


@control("2a", "6.2.11.4")
def font_not_embedded(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in item:
                    del item[key]


@control("2a", "6.2.11.7")
def without_to_unicode(pdf):
    for font in fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


@control("own", "table-scope")
def header_cells_without_scope(pdf):
    for attributes in cell_attributes(pdf, "/TH"):
        if "/Scope" in attributes:
            del attributes["/Scope"]


@control("own", "table-scope")
def row_headers_as_data(pdf):
    for cell in list(elements(pdf, "/TH"))[4:]:
        cell.S = Name.TD


@control("own", "table-regular")
def a_row_too_short(pdf):
    row = list(elements(pdf, "/TR"))[2]
    row.K = Array(list(row.K)[:-1])


@control("own", "table-caption")
def captions_as_text(pdf):
    for caption in list(elements(pdf, "/Caption")):
        caption.S = Name.P


@control("own", "table-summary")
def without_summary(pdf):
    for item in pdf.objects:
        if isinstance(item, Dictionary) and item.get("/S") == "/Table":
            item.A = Array([])


@control("ua1", "7.3")
def figure_without_alternative(pdf):
    next(elements(pdf, "/P")).S = Name.Figure


@control("ua1", "7.3")
def chart_without_alternative(pdf):
    figures = list(elements(pdf, "/Figure"))
    assert figures, "no figure to break"
    for figure in figures:
        del figure.Alt


@control("own", "figure-alt")
def chart_with_empty_alternative(pdf):
    figures = list(elements(pdf, "/Figure"))
    assert figures, "no figure to break"
    for figure in figures:
        figure.Alt = String(" ")


@control("ua1", "7.4.2")
def heading_level_skipped(pdf):
    next(elements(pdf, "/H2")).S = Name.H3


@control("own", "one-title")
def two_titles(pdf):
    next(elements(pdf, "/H2")).S = Name.H1


@control("ua1", "7.4.2")
def no_first_level(pdf):
    next(elements(pdf, "/H1")).S = Name.H2


@control("own", "list", "tjansteutlatande")
def decisions_not_a_list(pdf):
    next(elements(pdf, "/L")).S = Name.Div


@control("own", "list-item")
def items_without_labels(pdf):
    for item in elements(pdf, "/LI"):
        item.K = Array([part for part in item.K if part.get("/S") != "/Lbl"])


@control("ua1", "7.1")
def unknown_element_type(pdf):
    next(elements(pdf, "/P")).S = Name("/Stycke")


@control("own", "bookmarks")
def bookmarks_out_of_step(pdf):
    with pdf.open_outline() as outline:
        outline.root[0].title = "Något annat"


@control("own", "bookmarks")
def without_bookmarks(pdf):
    del pdf.Root.Outlines


@control("2a", "6.5.1")
def javascript(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


@control("own", "active")
def form(pdf):
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


@control("2a", "6.2.10")
def transparency_without_group(pdf):
    page = pdf.pages[0]
    if "/Group" in page:
        del page["/Group"]
    pdf.Root.OutputIntents = Array([])
    state = pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=0.5))
    if "/ExtGState" not in page.Resources:
        page.Resources.ExtGState = Dictionary()
    page.Resources.ExtGState["/Svag"] = state
    page.contents_add(b"/Svag gs", prepend=True)


@control("2a", "6.8")
def attachment(pdf):
    pdf.attachments["x.exe"] = b"MZ"


@control("ua1", "7.1")
def untagged_text(pdf):
    font = next(name for name in pdf.pages[0].Resources.Font.keys())
    pdf.pages[0].contents_add(f"BT {font} 9 Tf 50 50 Td <0001> Tj ET".encode())


@control("own", "artifact")
def text_neither_structure_nor_artifact(pdf):
    font = next(name for name in pdf.pages[0].Resources.Font.keys())
    pdf.pages[0].contents_add(f"BT {font} 9 Tf 50 50 Td <0001> Tj ET".encode())


@control("2a", "6.3.3")
def annotation_without_appearance(pdf):
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=Array([0, 0, 9, 9]), Contents=String("x"), F=4)
    pdf.pages[0].Annots = Array([pdf.make_indirect(note)])


@control("ua1", "7.18.5")
def link_outside_structure(pdf):
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), Border=Array([0, 0, 0]), F=4,
                      A=Dictionary(S=Name.URI, URI=String("https://example.org")))
    pdf.pages[0].Annots = Array([pdf.make_indirect(link)])


@control("own", "letterhead")
def nothing_before_the_title(pdf):
    for part in elements(pdf, "/Div"):
        part.K = Array([])


def text_moved(pdf, right):
    """Everything on the first page, printed once more, moved to the right."""
    page = pdf.pages[0]
    page.contents_add(b"q", prepend=True)
    page.contents_add(b"Q")
    content = b"\n".join(stream.read_bytes() for stream in page.Contents)
    page.contents_add(b"q 1 0 0 1 %d 0 cm\n%s\nQ" % (right, content))


@control("boxes", "overlap")
def words_on_each_other(pdf):
    text_moved(pdf, 12)


@control("boxes", "outside")
def words_off_the_page(pdf):
    text_moved(pdf, 200)


# What pikepdf mends on the way can only be broken in the bytes.
def wrong_stream_length(data):
    # Each digit another one, so that the offsets of what follows stay.
    others = bytes.maketrans(b"0123456789", b"1234567891")
    return re.sub(rb"/Length (\d+)", lambda m: b"/Length " + m[1].translate(others), data, count=1)


def cut_short(data):
    return data[:len(data) // 3]


def no_pdf(_):
    return b"Detta \xc3\xa4r ingen PDF."


BYTES = [("wrong_stream_length", "2a", "6.1.7.1", wrong_stream_length),
         ("cut_short", "2a", "ERROR", cut_short), ("no_pdf", "2a", "ERROR", no_pdf)]


def make(good, folder):
    """Writes the broken files, of the papers in the folder `good`: `[(name, path, checker, rule)]`."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, checker, rule, paper, change in CONTROLS:
        path = folder / f"{name}.pdf"
        with pikepdf.open(good / f"{paper}.pdf") as pdf:
            change(pdf)
            pdf.save(path, fix_metadata_version=False)
        made.append((name, path, checker, rule))
    good = good / "redovisning.pdf"
    path = folder / "encrypted.pdf"
    with pikepdf.open(good) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="x", user=""))
    made.append(("encrypted", path, "2a", "6.1.3"))
    for name, checker, rule, change in BYTES:
        path = folder / f"{name}.pdf"
        path.write_bytes(change(good.read_bytes()))
        made.append((name, path, checker, rule))
    return made


def run(report, good, folder):
    """Every broken file must be rejected, by the rule that it breaks."""
    made = make(good, folder)
    unchanged = folder / "unchanged.pdf"
    with pikepdf.open(good / "redovisning.pdf") as pdf:
        pdf.save(unchanged)
    report.none(list(boxes.findings(unchanged, good / "redovisning.docx")), "an unchanged copy has its words in their places")
    verdicts = tools.vera([path for _, path, _, _ in made] + [unchanged])
    for name, path, checker, rule in made:
        if checker in ("own", "boxes"):
            own = checker == "own"
            found = pdf_checks.findings(path) if own else list(boxes.findings(path, good / "redovisning.docx"))
            hit = any(finding.startswith(f"{rule}:") for finding in found)
        else:
            found = verdicts.get((str(path), checker), []) + verdicts.get((str(path), "ERROR"), [])
            hit = any(re.match(rf"{re.escape(rule)}(\b|[.-])", finding) for finding in found)
        report.check(hit, f"control {name}", f"{rule} ({checker}) is not among {found[:6]}")
    # Or the copying alone would be what is rejected.
    for flavour in ("ua1", "2a"):
        report.none(verdicts[str(unchanged), flavour], f"an unchanged copy passes {flavour}")
    report.none(pdf_checks.findings(unchanged), "an unchanged copy passes the suite's own checks")
    return len(made)
