"""Cases derived from the example: the same ones every time, each extreme in its own way.

A case is a name, a year file's text, and the rule that must stop it, or None.
"""
import copy
import functools
import json
import random
import re

import yaml

import tools

SEED = 20131937
PLAIN = re.compile(r"[\wÅÄÖåäö][\wÅÄÖåäö −–,./()-]*\Z")

# Letters of Swedish, the national minority languages (Finnish, Meänkieli,
# Northern, Lule and Southern Sámi, Romani, Yiddish in Latin letters), and others.
ALPHABETS = {
    "svenska": "Åsa Öberg-Ärlig Éva Ünal àéëü ÅÄÖ åäö",
    "finska": "Äijö Šöderlund Žižek Yrjänä Hämäläinen šž",
    "meänkieli": "Häätö Šyväjoki hattu ž ä ö å",
    "nordsamiska": "Áŋŋel Čohkkiras Đoavrri Ŋuohki Šilju Ŧuorda Žiŋŋa áčđŋšŧž",
    "lulesamiska": "Ájtte Ńárajávrre ŋ ń å æ",
    "sydsamiska": "Jïjtje Ååredh Saemieh ïöåæø",
    "skoltsamiska": "Ǩeeʹl Ǥuõl Ǯõõđ Ʒâ Åʹrt ǧ ǩ ǥ ǯ ʒ õ â ʹ",
    "romani": "Čhavo Džanel Romňi Šukar Žutipe ř ď ľ ť ǎ",
    "jiddisch": "Sholem Aleykhem, ḥaver, ṭaytsh, ṿ ḳ",
    "polska-baltiska": "Łukasz Żółć Ģirts Ķēniņš Ūsas Ėglė ąęśćźńó",
    "turkiska-rumänska": "İbrahim Işık Ğ Ş Ț Ș ă â î",
    "vietnamesiska": "Nguyễn Thị Hồng Đặng ơ ư ạ ế",
    "isländska": "Þórður Æsa Ðiðrik Ýr",
    "grekiska": "Ελένη Παπαδοπούλου ώ",
    "kyrilliska": "Ольга Щербакова Її Ґ ё",
    "sammansatta-tecken": "A\u030asa O\u0308berg E\u0301va",
    "tecken": "Tecken § 8 – − ± × ÷ ½ ¼ ° % ‰ € £ $ © ® ™ … “ ” ‘ ’ « » † • · № ≤ ≥ ≠",
    "fasta-mellanrum": "8\u00a0§ 1\u202f000 a\u2011b",
}
# Text that must come out as typed, whatever it means in YAML, Markdown, Jinja, Typst or XML.
HOSTILE = {
    "citattecken": "Eva \"Evy\" O'Hara ’n’ ‚x‘ „y“ »z«",
    "markdown": "*A* _b_ **c** `d` # e [f](g) ![h](i) > j | k ~ l \\m 1. n",
    "jinja": "{{ klienter }} {% if x %} {# y #}",
    "typst": "#let x = 1 $a$ @b <c> ~d /e/ =f //g \\u{41}",
    "xml": "<b>&amp;</b> ]]> <!-- x --> &#65; &lt;",
    "siffror": "Nr 0123456789 2026 00",
    "streck": "--- Ord ---",
    "formel": "=SUM(A1)+cmd|' /C calc'!A0",
    "html": "<script>alert(1)</script> javascript:alert(1)",
}
REFUSED = {
    "emoji": ("😀", "tecken-saknas"),
    "familj": ("👨\u200d👩\u200d👧", "tecken-saknas"),
    "kinesiska": ("王小明", "tecken-saknas"),
    "thailändska": ("สมชาย", "tecken-saknas"),
    "arabiska": ("محمد", "skrivriktning"),
    "hebreiska": ("אברהם בן־דוד", "skrivriktning"),
    "jiddisch-hebreisk": ("ייִדיש", "skrivriktning"),
    "privat": ("\ue000", "tecken-saknas"),
    "ersättningstecken": ("\ufffd", "tecken-saknas"),
    "mjukt-bindestreck": ("a\u00adb", "osynligt-tecken"),
    "nollbredd": ("a\u200bb", "osynligt-tecken"),
    "omvänd-riktning": ("a\u202eb", "osynligt-tecken"),
    "radskiljare": ("a\u2028b", "osynligt-tecken"),
    "lös-accent": ("z\u0300", "tecken-saknas"),
    "bytemärke": ("a\ufeffb", "osynligt-tecken"),
    "tabb": ("a\tb", "osynligt-tecken"),
}
# Where a free text can stand, as a path into the year file.
NAMES = [
    "avsändare.kommun", "avsändare.nämnd", "avsändare.förvaltning", "avsändare.avdelning", "avsändare.adress",
    "ärende.diarienummer", "ärende.handläggare.namn", "ärende.handläggare.befattning", "ärende.underskrifter.0.namn",
    "ärende.underskrifter.0.befattning", "ärende.underskrifter.0.enhet",
    "länsstyrelse.undertecknare.namn", "länsstyrelse.undertecknare.behörighet", "verksamhet.driftsform",
    "verksamhet.upptagningsområde.0", "verksamhet.samverkan.0.namn", "verksamhet.samverkan.0.om",
    "verksamhet.ledningsgrupp.organisationer.deltar.0", "verksamhet.prioriteringsordning.0", "ekonomi.poster.0.ändamål",
    "brister.0.område", "brister.0.beskrivning", "brister.0.huvudman", "brister.0.åtgärd",
]
OPTIONAL = [
    "avsändare.telefon", "avsändare.e-post", "avsändare.betalning", "ärende.diarienummer",
    "ärende.handläggare.befattning", "ärende.underskrifter.0.enhet", "länsstyrelse.undertecknare",
    "verksamhet.antal_ombud", "verksamhet.samverkan", "statistik.2025.hemmavarande_barn", "statistik.2025.områden",
    "statistik.2024.områden", "statistik.2024.kön", "statistik.2024.ålder", "ekonomi.poster", "ekonomi.egna_medel",
    "brister.0.åtgärd", "brister.0.rapporterad_till",
]
SPOKEN_OF = {
    "statistik.2025.hemmavarande_barn": "konsekvenser_för_barn",
    "ekonomi.egna_medel": "ekonomiska_konsekvenser",
    "statistik.2024.kön": "jämställdhetsanalys",
}
# Sections that have a default text, or that a paper can do without.
FREE_TEXTS = [
    "sammanfattning", "bakgrund", "kommentar_till_antal", "förbättringsarbete", "synpunkter_och_förslag",
    "ekonomiska_konsekvenser", "konsekvenser_för_barn", "jämställdhetsanalys",
]
SENTENCE = "Förvaltningen bedömer att behovet kvarstår och att stödet når fler, också dem som tidigare stått utan. "
LONG_WORD = "Personligtombudsverksamhetsredovisningsansvarig"


@functools.cache
def example():
    path = tools.REPO / "data/norra-innerstaden-2025.yaml"
    return yaml.load(path.read_text(encoding="utf8"), Loader=yaml.BaseLoader)


def put(case, path, value):
    # Any words may say what an unusual kind of driftsform is.
    value = f"Annan form {value}" if path == "verksamhet.driftsform" else value
    *way, last = path.split(".")
    for key in way:
        case = case[int(key)] if isinstance(case, list) else case[key]
    case[int(last) if isinstance(case, list) else last] = value


def drop(case, path):
    *way, last = path.split(".")
    place = case
    for key in way:
        place = place[int(key)] if isinstance(place, list) else place[key]
    place.pop(last, None)
    # The text that speaks of what is gone goes with it.
    case["texter"].pop(SPOKEN_OF.get(path), None)


def dump(value):
    """The case as YAML in which every text that needs it is quoted, written like JSON."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{scalar(key)}: {dump(item)}" for key, item in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(map(dump, value)) + "]"
    return scalar(value)


def scalar(text):
    is_plain = PLAIN.match(text) and "," not in text and not text.endswith(" ")
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def write(case):
    """One line for each part, so that a finding's line says something."""
    return "".join(f"{scalar(key)}: {dump(value)}\n" for key, value in case.items())


def all_cases():
    cases = []

    def add(name, change, rule=None):
        case = copy.deepcopy(example())
        change(case)
        cases.append((f"{len(cases):03}-{name}", write(case), rule))

    add("oförändrat", lambda case: None)
    for path in OPTIONAL:
        add(f"utan-{path.replace('.', '-')}", lambda case, path=path: drop(case, path))
    add("utan-allt-valfritt", lambda case: [drop(case, path) for path in OPTIONAL])
    add("utan-egna-texter", lambda case: [case["texter"].pop(key) for key in FREE_TEXTS])
    for path in NAMES:
        name = path.replace(".", "-")
        long = (SENTENCE * 4)[:300].strip()
        add(f"300-tecken-{name}", lambda case, path=path, long=long: put(case, path, long))
        word = (LONG_WORD * 7)[:300]
        add(f"300-tecken-i-ett-ord-{name}", lambda case, path=path, word=word: put(case, path, word))
    for kind in (ALPHABETS, HOSTILE):
        for name, text in kind.items():
            add(f"namn-{name}", lambda case, text=text: [put(case, path, text) for path in NAMES])
    for name, text in ALPHABETS.items():
        add(f"text-{name}", lambda case, text=text: [put(case, f"texter.{key}", f"{text} {SENTENCE} *{text}* **{text}**") for key in case["texter"]])
    for name, (text, rule) in REFUSED.items():
        add(f"nekas-namn-{name}", lambda case, text=text: put(case, "ärende.handläggare.namn", text), rule)
        add(f"nekas-text-{name}", lambda case, text=text: put(case, "texter.bakgrund", f"Rad ett.\n\nRad {text} två."), rule)
    for count in (1, 3, 7, 8, 40):
        add(f"{count}-underskrifter", lambda case, count=count: put(case, "ärende.underskrifter", [
            {"namn": f"Namn Namnsson {n}", "befattning": "Enhetschef", "enhet": "Enheten för stöd"} for n in range(count)]))
        add(f"{count}-långa-underskrifter", lambda case, count=count: put(case, "ärende.underskrifter", [
            {"namn": f"Namn {LONG_WORD} {n}", "befattning": SENTENCE.strip()} for n in range(count)]))
    for count in (1, 13, 60, 200):
        add(f"{count}-orsaker", lambda case, count=count: put(case, "statistik.2025.orsaker", {
            f"Orsak nummer {n} med ett ganska långt namn": str(189 - n % 150) for n in range(count)}))
    for count in (1, 20, 60):
        add(f"{count}-områden", lambda case, count=count: areas(case, count))
        add(f"{count}-brister", lambda case, count=count: put(case, "brister", [
            {"område": f"Område {n}", "beskrivning": SENTENCE * 3, "huvudman": "Region Stockholm"} for n in range(count)]))
    add("långa-ord-i-tabell", lambda case: put(case, "statistik.2025.orsaker", {LONG_WORD * 5: "9", "Kort": "1"}))
    add("lång-e-post", lambda case: put(case, "ärende.handläggare.e-post", f"{'fornamn.efternamn-' * 4}x@stadsdelsforvaltningen.example.org"))
    add("tjugo-sidor", lambda case: put(case, "texter.bakgrund", "\n\n".join([SENTENCE * 12] * 50)))
    add("ett-långt-stycke", lambda case: put(case, "texter.bakgrund", SENTENCE * 90))
    add("ett-för-långt-stycke", lambda case: put(case, "texter.bakgrund", SENTENCE * 300), "märkning-stöds-inte")
    add("långa-ord", lambda case: put(case, "texter.bakgrund", f"{LONG_WORD * 6} " * 8))
    add("listor", lambda case: put(case, "texter.bakgrund", LISTS))
    add("länkar", lambda case: put(case, "texter.bakgrund", LINKS))
    add("betoning", lambda case: put(case, "texter.bakgrund", "Det **viktiga *och kursiva* ordet** och *kursivt **fet***."))
    add("många-ledamöter", lambda case: case["verksamhet"]["ledningsgrupp"]["ledamöter"].extend(f"Ledamot {n}" for n in range(80)))
    add("lång-prioritering", lambda case: put(case, "verksamhet.prioriteringsordning", [f"{SENTENCE}{n}" for n in range(120)]))
    add("fler-bilagor", lambda case: put(case, "ärende.bilagor", [f"Bilaga med nummer {n}" for n in range(30)]))
    add("stora-belopp", lambda case: economy(case, 987654321))
    draw = random.Random(SEED)
    while len([case for case in cases if case[2] is None]) < 200:
        add("blandat", lambda case: mixed(case, draw))
    return cases


LISTS = """Före.

1. Ett
2. Två
   - Under två
   - Mer under två
     1. Djupast
     2. Djupast igen
3. Tre, som är lång. """ + SENTENCE * 4 + """

- Punkt
- Punkt två

5. Börjar på fem
6. Sex

Efter."""
LINKS = """Läs mer hos [Socialstyrelsen](https://www.example.org/ombud?a=1&b=%C3%A5) eller skriv till
[registrator](mailto:registrator@example.org). Se [en mycket lång länktext som säkert måste brytas över
flera rader för att få plats mellan marginalerna på sidan](https://example.org/""" + "x" * 200 + ")."


def areas(case, count):
    """As many areas, whose figures add up to the clients."""
    case["verksamhet"]["upptagningsområde"] = [f"Område {n}" for n in range(count)]
    for year in ("2024", "2025"):
        total = int(case["statistik"][year]["klienter"])
        shares = [total // count + (n < total % count) for n in range(count)]
        case["statistik"][year]["områden"] = {f"Område {n}": str(share) for n, share in enumerate(shares)}


def economy(case, amount):
    case["ekonomi"].update({"beviljat": str(amount), "använt": str(amount), "egna_medel": str(amount)})
    case["ekonomi"]["poster"] = [{"ändamål": "Löner", "kronor": str(amount)}]


def mixed(case, draw):
    """Several changes at once; an optional part is removed after the others have been made."""
    texts = [*ALPHABETS.values(), *HOSTILE.values(), SENTENCE.strip(), LONG_WORD]
    for path in draw.sample(NAMES, draw.randint(2, 12)):
        name = (draw.choice(texts) + " " + draw.choice(texts))[:draw.randint(1, 300)].strip()
        put(case, path, name if sum(map(str.isalpha, name)) > 1 else f"Ord {name}".strip())
    for key in draw.sample(sorted(case["texter"]), 6):
        put(case, f"texter.{key}", draw.choice([LISTS, LINKS, SENTENCE * draw.randint(1, 80)]))
    put(case, "ärende.underskrifter", [
        {"namn": draw.choice(texts)[:80].strip(), "befattning": "Chef"} for _ in range(draw.randint(1, 12))])
    for path in draw.sample(OPTIONAL, draw.randint(0, 6)):
        try:
            drop(case, path)
        except (KeyError, IndexError, AttributeError):
            pass
