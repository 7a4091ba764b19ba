"""Random cases whose words hardly fit: long words, addresses without a place to break, tables with odd headers and many columns."""
import copy
import random
import string

import cases

SEED = 20261124
COUNT = 500
TABLES, TABLES_IN_A_PAPER = 120, 20
# No year, date or personnummer, which rules look for, can be made of these.
DIGITS = "78"

WORDS = [
    "Stadsdelsnämnderna", "Socialpsykiatrin", "Ledningsgruppen", "Försäkringskassan", "Arbetsförmedlingen", "Överenskommelsen",
    "Personligtombudsverksamheten", "Samhällsvägledarorganisationen", "Äldreomsorgsförvaltningen", "WWWWWWWWWWWWMMMMMMMMMMMM",
    "Barnochungdomspsykiatrimottagningen", "Rehabiliteringsmöjligheterna", "Boendestödsinsatser", "Anhörigstöd", "Hälso- och sjukvården",
    "Socialförvaltningens/omsorgsförvaltningens", "i", "av", "med", "för", "kommunen", "stöd", "ärenden",
]
PLACES = ["brister.0.område", "brister.0.huvudman", "brister.0.åtgärd", "brister.0.rapporterad_till", "brister.0.beskrivning",
          "ärende.handläggare.namn", "ärende.handläggare.befattning", "ärende.underskrifter.0.namn", "ärende.underskrifter.0.befattning",
          "ärende.underskrifter.0.enhet", "ärende.diarienummer", "avsändare.förvaltning", "avsändare.avdelning", "avsändare.nämnd",
          "avsändare.adress", "länsstyrelse.undertecknare.namn", "verksamhet.samverkan.0.namn",
          "verksamhet.samverkan.0.om", "verksamhet.prioriteringsordning.0", "ekonomi.poster.0.ändamål"]
TEXTS = ["bakgrund", "sammanfattning", "förbättringsarbete", "synpunkter_och_förslag", "kommentar_till_antal", "grupper"]


def run_together(draw, least, most):
    """Letters, digits or signs without a space: a word, an address or a reference."""
    length = draw.randint(least, most)
    kind = draw.randrange(6)
    if kind == 0:
        return "".join(draw.choice(WORDS).lower() for _ in range(length // 12 + 1))[:length]
    if kind == 1:
        path = "".join(draw.choice(string.ascii_lowercase + DIGITS + "-_/%=&?.") for _ in range(length))
        return f"https://www.example.org/{path}"
    if kind == 2:
        return f"{'fornamn.' * (length // 12 + 1)}efternamn@{'forvaltning' * (length // 20 + 1)}.example.org"
    if kind == 3:
        return "".join(draw.choice("WMÅÖQ@%") for _ in range(length))
    if kind == 4:
        return "".join(draw.choice(DIGITS + "-/.") for _ in range(length)).strip("-/.") or "7"
    return "".join(draw.choice(string.ascii_letters + "åäöÅÄÖé") for _ in range(length))


def phrase(draw, most=12):
    # A word at least, since what the law asks for may not be a letter or a sign.
    words = ["Stöd", *(draw.choice(WORDS) for _ in range(draw.randint(0, most - 1)))]
    draw.shuffle(words)
    if draw.random() < 0.4:
        words.insert(draw.randrange(len(words) + 1), run_together(draw, 15, draw.choice([25, 36, 60, 200])))
    return " ".join(words)


def text(draw):
    """A section: paragraphs, lists, emphasis and links."""
    url = f"https://example.org/{''.join(draw.choice(string.ascii_lowercase) for _ in range(draw.randint(10, 150)))}"
    word = run_together(draw, 20, 150)
    safe = "".join(c for c in word if c.isalnum())
    return "\n\n".join([
        phrase(draw, 30), f"- {phrase(draw)}\n- **{safe}** {phrase(draw, 4)}\n  - *{safe}*", f"[{url}]({url})", f"Se <{url}>, {phrase(draw)}",
        f"{phrase(draw, 3)} {url} {phrase(draw, 3)}",
    ])


def year_files():
    """`[(name, text)]`; all are good files."""
    draw, made = random.Random(SEED), []
    for number in range(COUNT):
        case = copy.deepcopy(cases.example())
        for path in draw.sample(PLACES, draw.randint(3, 10)):
            cases.put(case, path, phrase(draw)[:300].strip())
        for key in draw.sample(TEXTS, 2):
            cases.put(case, f"texter.{key}", text(draw))
        if draw.random() < 0.4:
            cases.put(case, "statistik.2025.orsaker", {phrase(draw, 4)[:200]: str(draw.randint(5, 180)) for _ in range(draw.randint(2, 14))})
        if draw.random() < 0.3:
            cases.economy(case, draw.choice([1, 98765432, 987654321]))
        if draw.random() < 0.3:
            cases.put(case, "brister", [
                {key: phrase(draw, 6)[:200] for key in ("område", "beskrivning", "huvudman", "åtgärd", "rapporterad_till")}
                for _ in range(draw.randint(1, 5))])
        if draw.random() < 0.3:
            cases.put(case, "ärende.underskrifter", [
                {"namn": phrase(draw, 3)[:200], "befattning": phrase(draw, 3)[:200]} for _ in range(draw.randint(1, 5))])
        made.append((f"trång-{number:03}", cases.write(case)))
    return made


def templates():
    """Papers with tables and charts of every shape: `[(id, text)]`."""
    draw, made = random.Random(SEED + 1), []
    for first in range(0, TABLES, TABLES_IN_A_PAPER):
        name = f"Trånga tabeller {first // TABLES_IN_A_PAPER + 1}"
        head = f"---\nnamn: {name}\nbeskrivning: Tabeller som knappt får plats\nförfattare: X\nämne: X\nsökord: [x]\n---\n"
        parts = [head, f"```sidhuvud\n{name}\n```\n\n```brevhuvud\nStödenheten\n\nTabeller\n```\n\n# {name}\n"]
        for number in range(first, first + TABLES_IN_A_PAPER):
            parts.append(f"## {number} {cell(draw)}\n\n" + (table(draw) if number % 4 else chart(draw)))
        made.append((f"tabeller-{first // TABLES_IN_A_PAPER + 1}", "\n".join(parts)))
    return made


def cell(draw, most=150):
    words = phrase(draw, draw.choice([1, 1, 1, 2, 4, 8])) if draw.random() < 0.7 else f"{draw.randint(0, 99999):,}".replace(",", "\u00a0")
    return escaped(words[:most].strip())


def escaped(words):
    return "".join(f"\\{c}" if c in "*_`<>[]&~#|" else c for c in words)


def table(draw):
    columns = draw.choice([1, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9])
    # A header as high as a page has room nowhere.
    most = 400 // (columns + 1)
    headers = [draw.choice(["", "< "]) + cell(draw, most) for _ in range(columns)]
    lines = [f"kolumner: {' | '.join([cell(draw, most), *headers])}"]
    for _ in range(draw.randint(1, 6)):
        figures = [cell(draw) if draw.random() < 0.3 else str(draw.randint(0, 10 ** draw.randint(1, 9))) for _ in range(columns)]
        lines.append(f"rad: {' | '.join([cell(draw), *figures])}")
    return "```tabell\n" + "\n".join([f"rubrik: {cell(draw)}", "beskrivning: X", *lines, f"not: {cell(draw)}"]) + "\n```\n"


def chart(draw):
    kind, series = draw.choice([("staplar", 2), ("staplar", 1), ("rangordning", 1), ("flöde", 1)])
    lines = [f"serier: {' | '.join(cell(draw) for _ in range(series))}"]
    for _ in range(draw.randint(2, 8)):
        lines.append(f"punkt: {' | '.join([cell(draw), *(str(draw.randint(1, 10 ** draw.randint(1, 7))) for _ in range(series))])}")
    return "```diagram\n" + "\n".join([f"slag: {kind}", f"rubrik: {cell(draw)}", "beskrivning: X", *lines]) + "\n```\n"
