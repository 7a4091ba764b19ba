"""The structure tree of a PDF as a screen reader walks it.

Two readers that know nothing of each other: `read`, fast, for every file, and
`dump`, poppler's, slow, for the golden files of the examples.
"""
import re

import pikepdf

import tools

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
# What these say is looks and no part of the meaning.
LOOKS = re.compile(r"Background|Border|Padding|Placement|Color$|Width$|Height$|BBox|Text[A-Z]|Line")


class Node:
    """A structure element: its type, its attributes and what is in it, nodes and text, in order."""

    def __init__(self, kind):
        self.kind, self.attributes, self.content = kind, {}, []

    def nodes(self):
        return [item for item in self.content if isinstance(item, Node)]

    def walk(self):
        yield self
        for node in self.nodes():
            yield from node.walk()

    def find(self, *kinds):
        return [node for node in self.walk() if node.kind in kinds]

    def text(self):
        return "".join(item if isinstance(item, str) else item.text() for item in self.content)


def read(pdf):
    """The tree of an open pikepdf file."""
    texts = {page.objgen: marked_text(page) for page in pdf.pages}
    root = Node("root")
    if "/StructTreeRoot" in pdf.Root:
        collect(pdf.Root.StructTreeRoot.get("/K"), root, None, texts)
    return root


def read_file(path):
    """The tree of a file on disk."""
    with pikepdf.open(path) as pdf:
        return read(pdf)


def collect(item, parent, page, texts):
    if item is None:
        return
    if isinstance(item, int):
        parent.content.append(texts.get(page, {}).get(item, ""))
    elif isinstance(item, pikepdf.Array):
        for inner in item:
            collect(inner, parent, page, texts)
    elif item.get("/Type") == "/MCR":
        collect(int(item.MCID), parent, item.Pg.objgen if "/Pg" in item else page, texts)
    elif "/S" in item:
        node = Node(str(item.S).lstrip("/"))
        attributes = item.get("/A", [])
        for owner in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            for name, value in owner.items() if isinstance(owner, pikepdf.Dictionary) else ():
                node.attributes[name[1:]] = str(value).lstrip("/") if not isinstance(value, pikepdf.Array) else "[]"
        if "/Alt" in item:
            node.attributes["Alt"] = str(item.Alt)
        parent.content.append(node)
        collect(item.get("/K"), node, item.Pg.objgen if "/Pg" in item else page, texts)


def marked_text(page):
    """The text of each marked-content id on a page."""
    fonts, texts, stack, font = {}, {}, [], {}
    for name, value in page.get("/Resources", {}).get("/Font", {}).items():
        fonts[name] = to_unicode(value)
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in ("BDC", "BMC"):
            properties = operands[1] if name == "BDC" and isinstance(operands[1], pikepdf.Dictionary) else {}
            stack.append((properties.get("/MCID"), "/ActualText" in properties))
            current = next((mcid for mcid, _ in reversed(stack) if mcid is not None), None)
            if "/ActualText" in properties and current is not None:
                texts[current] = texts.get(current, "") + str(properties.get("/ActualText"))
        elif name == "EMC" and stack:
            stack.pop()
        elif name == "Tf":
            font = fonts.get(str(operands[0]), {})
        elif name in ("Tj", "TJ", "'", '"') and not any(actual for _, actual in stack):
            current = next((mcid for mcid, _ in reversed(stack) if mcid is not None), None)
            if current is not None:
                strings = operands[0] if name == "TJ" else [operands[-1]]
                shown = b"".join(bytes(s) for s in strings if isinstance(s, pikepdf.String))
                texts[current] = texts.get(current, "") + decode(shown, font)
    return texts


def decode(codes, font):
    return "".join(font.get(codes[i:i + 2], "\ufffd") for i in range(0, len(codes) - 1, 2))


def to_unicode(font):
    """What each two-byte code of a font says."""
    if "/ToUnicode" not in font:
        return {}
    cmap = font.ToUnicode.read_bytes().decode("latin1")
    meaning = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.S):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            meaning[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.S):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            start = int(text, 16)
            for n, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                meaning[code.to_bytes(len(first) // 2, "big")] = chr(start + n)
    return meaning


def dump(pdf):
    """The tree as poppler reads it: an element a line, its attributes, and its text in one piece."""
    lines, text = [], ""
    for line in tools.struct_text(pdf).split("\n"):
        quoted = re.match(r'^ *"(.*)"$', line)
        if quoted:
            text, depth = text + quoted[1], len(line) - len(line.lstrip(" "))
            continue
        if text:
            lines.append(f'{" " * depth}"{text}"')
            text = ""
        # What poppler writes after the type is the title in another encoding.
        element = re.match(r"^( *)([A-Z][A-Za-z0-9]*)", line)
        attribute = re.match(r"^ *(/(\w+) .*)$", line)
        if attribute and not LOOKS.search(attribute[2]):
            lines[-1] += " /Summary" if attribute[2] == "Summary" else f" {attribute[1]}"
        elif element:
            lines.append(element[1] + element[2])
    return "\n".join(lines + ([f'"{text}"'] if text else [])) + "\n"


def dumped_text(dump_):
    """The text alone of such a dump."""
    return "".join(re.findall(r'^ *"(.*)"$', dump_, re.M))
