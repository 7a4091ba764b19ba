//! What the fields of a year file take and refuse.

use tjut::finding::Finding;
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::year_file::{self, Loaded, YearFile};

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// The example with one place changed.
fn changed(from: &str, to: &str) -> String {
    assert_eq!(EXAMPLE.matches(from).count(), 1, "the example must have `{from}` once");
    EXAMPLE.replacen(from, to, 1)
}

fn load(text: &str) -> Loaded {
    year_file::load(Source::new("x.yaml", text))
}

/// What is said when a place of the example is changed: the words underlined, the
/// message and the hint.
fn said(from: &str, to: &str) -> Vec<String> {
    load(&changed(from, to)).findings.iter().map(shown).collect()
}

fn shown(finding: &Finding) -> String {
    let hint = finding.hint.as_deref().unwrap_or("");
    format!("{} | {} | {hint}", finding.source.slice(&finding.span), finding.message)
}

/// The telephone number of the example, changed.
fn text(written: &str) -> Option<String> {
    let loaded = load(&changed("telefon: 08-465 004 00", &format!("telefon: {written}")));
    Some(loaded.year_file?.sender.telephone?.to_string())
}

fn count(written: &str) -> Result<u64, Vec<String>> {
    let loaded = load(&changed("egna_medel: 1 870 400", &format!("egna_medel: {written}")));
    let own_funds = |year_file: &YearFile| Some(**year_file.economy.as_ref()?.own_funds.as_ref()?);
    match loaded.year_file.as_ref().and_then(own_funds) {
        Some(own_funds) if loaded.findings.is_empty() => Ok(own_funds),
        _ => Err(loaded.findings.into_iter().filter_map(|finding| finding.hint).collect()),
    }
}

#[test]
fn text_stays_as_typed() {
    for typed in ["0042", "0761202204", "15:30", "no", "1.10", "2026-01-15", "1e3", "0x1F", "a # b"]
    {
        let written = if typed.contains('#') { format!("'{typed}'") } else { typed.to_owned() };
        assert_eq!(text(&written).as_deref(), Some(typed));
    }
    assert_eq!(text("12\u{a0}34").as_deref(), Some("12\u{a0}34"));
    assert_eq!(text("'  x  '").as_deref(), Some("x"));
}

#[test]
fn counts_take_digits_and_grouped_thousands() {
    assert_eq!(count("1250000"), Ok(1_250_000));
    for space in [' ', '\u{a0}', '\u{202f}', '\u{2009}'] {
        assert_eq!(count(&format!("1{space}250{space}000")), Ok(1_250_000), "{space:?}");
    }
    assert_eq!(count("0"), Ok(0));
    assert_eq!(count("\"12\""), Ok(12));
}

#[test]
fn counts_refuse_everything_else() {
    let hint = |written: &str| count(written).expect_err(written).join(" ");
    assert_eq!(hint("189 st"), "Skriv bara siffrorna: 189.");
    assert_eq!(hint("1 250 kr"), "Skriv bara siffrorna: 1 250.");
    assert_eq!(hint("-3"), "Ett antal kan inte vara negativt.");
    let whole = "Skriv ett heltal utan decimaler. Tusental skiljs med mellanslag: 1 250 000.";
    assert_eq!(hint("12,5"), whole);
    assert_eq!(hint("1.250"), whole);
    let digits = "Skriv med siffrorna 0–9, till exempel 189.";
    for written in ["0x1F", "１８９", "'½'", "1_000", "1e3", "tolv", "~x"] {
        assert_eq!(hint(written), digits, "{written}");
    }
    let groups = "Tusental skiljs med mellanslag i grupper om tre siffror: 1 250 000.";
    for written in ["86 91", "1 25", "1  250", "1250 000"] {
        assert_eq!(hint(written), groups, "{written}");
    }
    assert_eq!(hint("9999999999999"), "Talet är för stort.");
    assert_eq!(hint("99999999999999999999999"), "Talet är för stort.");
    assert!(hint("").starts_with("Skriv ett värde efter kolon"));
    assert!(hint("null").starts_with("Skriv ett värde efter kolon"));
}

#[test]
fn decimals_take_a_comma_and_no_point() {
    let posts = |written: &str| {
        let loaded = load(&changed("årsanställningar: 4", &format!("årsanställningar: {written}")));
        loaded.year_file?.operation.full_time_posts.known().map(ToString::to_string)
    };
    assert_eq!(posts("3,75").as_deref(), Some("3,75"));
    assert_eq!(posts("3,50").as_deref(), Some("3,5"));
    assert_eq!(posts("1 000,5").as_deref(), Some("1000,5"));
    for written in ["3,755", "3,", ",5", "-1", "3.75", "1.250", "tre", "3,7,5"] {
        assert_eq!(posts(written), None, "{written}");
    }
    assert_eq!(
        said("årsanställningar: 4", "årsanställningar: 3.75"),
        ["3.75 | här väntades ett tal, men det står ”3.75” | Skriv med decimalkomma: 3,75."]
    );
}

#[test]
fn dates_are_dates_of_the_calendar() {
    let hint = |written: &str| said("datum: 2026-01-27", &format!("datum: {written}"));
    assert!(hint("2026-01-28").is_empty());
    assert_eq!(
        hint("2026-02-30"),
        [
            "2026-02-30 | här väntades ett datum, men det står ”2026-02-30” | Datumet finns inte i kalendern. Rätta dagen eller månaden."
        ]
    );
    for written in ["26-01-15", "2026-1-5", "15/1 2026", "2026-01-15T10:00", "20260115"] {
        assert!(hint(written)[0].ends_with("Skriv år, månad och dag: 2026-01-15."), "{written}");
    }
}

#[test]
fn yes_and_no_are_swedish() {
    let wrong = |written: &str| said("erbjudna: ja", &format!("erbjudna: {written}"));
    for written in ["ja", "Nej", "true"] {
        assert!(wrong(written).is_empty(), "{written}");
    }
    assert_eq!(
        wrong("yes"),
        ["yes | här väntades ja eller nej, men det står ”yes” | Skriv ja eller nej."]
    );
}

#[test]
fn a_misspelt_key_is_one_finding() {
    assert_eq!(
        said("  nämnd: Norra", "  nämd: Norra"),
        ["nämd | nyckeln `nämd` är okänd | Menade du `nämnd`?"]
    );
}

#[test]
fn missing_fields_are_told_at_the_key_of_their_record() {
    assert_eq!(
        said("  kommun: Stockholms stad\n", ""),
        ["avsändare | uppgiften `kommun` saknas | Lägg till raden `kommun:` med sitt värde."]
    );
    let all = load("verksamhetsår: 2025\n");
    assert_eq!(
        all.findings.iter().map(shown).collect::<Vec<_>>(),
        [
            " | 3 uppgifter saknas | Lägg till `avsändare:`, `ärende:` och `verksamhet:` med det som ska stå där, efter `verksamhetsår`."
        ]
    );
    assert_eq!(all.findings[0].position().line, 1);
}

#[test]
fn wrong_kinds_are_told_with_what_was_expected() {
    assert_eq!(
        said("  namn: Länsstyrelsen Stockholm", "  namn: [Länsstyrelsen, Stockholm]"),
        [
            "[Länsstyrelsen, Stockholm] | här väntades en text, men det står en lista | Skriv texten på samma rad, efter kolon."
        ]
    );
    assert_eq!(
        said("[NSPH Stockholm]", "NSPH Stockholm"),
        [
            "NSPH Stockholm | här väntades en lista, men det står ”NSPH Stockholm” | Skriv varje del på en egen rad som börjar med bindestreck och mellanslag."
        ]
    );
    for (top, kind) in [("- a\n", "en lista"), ("hej\n", "”hej”")] {
        let found = load(top).findings;
        assert_eq!(found.len(), 1);
        assert!(found[0].message.ends_with(kind), "{}", found[0].message);
    }
    assert_eq!(
        load("klienter:189\n").findings[0].hint.as_deref(),
        Some("Sätt ett mellanslag efter kolon, som i `klienter: 189`.")
    );
}

#[test]
fn everything_is_reported_at_once_in_reading_order() {
    let text = changed("datum: 2026-01-27", "datum: i går")
        .replace("klienter: 189", "klienter: 189 st")
        .replace("beviljat: 1 209 600", "beviljat: 1.209.600");
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    let found = pipeline.check(Source::new("x.yaml", text)).findings;
    let places: Vec<usize> = found.iter().map(|finding| finding.position().line).collect();
    assert_eq!(found.len(), 3, "{:?}", found.iter().map(shown).collect::<Vec<_>>());
    assert!(places.is_sorted());
}

#[test]
fn what_could_not_be_read_is_not_called_missing_as_well() {
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    for (from, to) in [
        ("    klienter: 189\n", "    klienter: 189 st\n"),
        ("    klienter: 189\n", "    klientr: 189\n"),
        ("ekonomi:\n", "ekonomin:\n"),
        (
            "brister:\n  - område: Ekonomiskt",
            "brister:\n  - område: [Ekonomiskt]\n    x: Ekonomiskt",
        ),
    ] {
        let found = pipeline.check(Source::new("x.yaml", changed(from, to))).findings;
        let read =
            found.iter().filter(|f| matches!(f.rule, "fel-typ" | "okänd-nyckel" | "tomt-värde"));
        assert_eq!(read.count(), found.len(), "{:?}", found.iter().map(shown).collect::<Vec<_>>());
    }
}

/// Ways to break a group so that YAML can't be read in it.
const BREAKS: &[&str] = &["  x: [1\n", "  x: \"1\n", " x: 1: 2\n", "\tx: 1\n", "rad\n"];

#[test]
fn a_syntax_error_in_a_group_brings_no_finding_about_another() {
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    let good = pipeline.check(Source::new("x.yaml", EXAMPLE)).findings;
    assert!(good.is_empty(), "{:?}", good.iter().map(shown).collect::<Vec<_>>());
    let is_key = |line: &&str| line.starts_with(char::is_alphabetic);
    for key in EXAMPLE.lines().filter(is_key) {
        for broken in BREAKS {
            let start = EXAMPLE.find(&format!("\n{key}\n")).or(EXAMPLE.find(key));
            let start = start.expect("the key is there") + 1;
            let end = EXAMPLE[start..].find("\n\n").map_or(EXAMPLE.len(), |end| start + end + 1);
            let text = format!("{}{broken}{}", &EXAMPLE[..end], &EXAMPLE[end..]);
            let found = pipeline.check(Source::new("x.yaml", text.as_str())).findings;
            assert!(!found.is_empty(), "{key} {broken}");
            let rest = text.get(start..).unwrap_or_default();
            let next = rest.match_indices('\n').find(|(at, _)| {
                rest[at + 1..].starts_with(|c: char| c.is_alphabetic())
                    && !rest[at + 1..].starts_with("rad\n")
            });
            let group = start - 1..=next.map_or(text.len(), |(at, _)| start + at + 1);
            for finding in found {
                assert!(group.contains(&finding.span.start), "{key} {broken}: {}", shown(&finding));
            }
        }
    }
}

#[test]
fn what_is_wrong_after_a_syntax_error_is_reported_too() {
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    let text = changed("datum: 2026-01-27", "datum 2026-01-27")
        .replace("    klienter: 189\n", "    klienter: 189 st\n")
        .replace("beviljat: 1 209 600", "beviljat: 1 209 601");
    let found = pipeline.check(Source::new("x.yaml", text)).findings;
    let rules: Vec<&str> = found.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules[..2], ["yaml-nyckel", "fel-typ"], "{rules:?}");
    assert!(rules.len() > 2, "the money is looked at as well: {rules:?}");
}

#[test]
fn text_written_with_two_characters_for_a_letter_is_the_same_text() {
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    let decomposed =
        EXAMPLE.replace('ö', "o\u{308}").replace('å', "a\u{30a}").replace('ä', "a\u{308}");
    let papers: Vec<_> = pipeline.papers.usual().collect();
    let text_of = |text: &str| {
        let checked = pipeline.check(Source::new("x.yaml", text));
        assert!(checked.findings.is_empty(), "{:?}", checked.findings.first().map(shown));
        format!("{:?}", pipeline.documents(&checked, &papers).map_err(|_| ()).expect("papers"))
    };
    assert!(text_of(&decomposed) == text_of(EXAMPLE), "the papers differ");
}

#[test]
fn very_many_findings_are_cut_short() {
    let text = (0..5000).fold(String::new(), |text, number| text + &format!("k{number}: 1\n"));
    let pipeline = Pipeline::standard().map_err(|_| ()).expect("the built-in templates are whole");
    let found = pipeline.check(Source::new("x.yaml", text)).findings;
    assert_eq!(found.len(), 201);
    assert_eq!(found[200].rule, "för-många-fynd");
}

/// Pieces that mean something in YAML or in the fields, to be put anywhere.
const PIECES: &[&str] = &[
    "\t",
    "\n",
    "\r",
    "\n\n    ",
    ": ",
    ":",
    "- ",
    "-",
    "[",
    "]",
    "{",
    "}",
    "{{ ",
    " }}",
    "{% ",
    "\"",
    "'",
    "\\",
    "\\x",
    "&a ",
    "*a",
    "<<: ",
    "!",
    "!!",
    "? ",
    "|",
    "| ",
    ">",
    "#",
    " #",
    "%",
    "---\n",
    "...\n",
    ",",
    "\0",
    "\u{feff}",
    "å",
    "a\u{30a}",
    "😀",
    "\u{202f}",
    "\u{85}",
    "\u{2028}",
    "~",
    "null",
    "−",
    ".",
    "99999999999999999999",
    "２",
];

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig::with_cases(400))]

    /// Whatever is typed or lost anywhere in a year file is shown as findings at
    /// places in the file; nothing panics.
    #[test]
    fn no_slip_is_too_much(
        slips in proptest::collection::vec((0..EXAMPLE.len(), 0..PIECES.len(), 0..40_usize), 1..4)
    ) {
        let mut text = EXAMPLE.to_owned();
        for (place, piece, lost) in slips {
            let boundary = |mut byte: usize| {
                while !text.is_char_boundary(byte) {
                    byte -= 1;
                }
                byte
            };
            let start = boundary(place.min(text.len()));
            let end = boundary((start + lost).min(text.len())).max(start);
            text.replace_range(start..end, PIECES[piece]);
        }
        let loaded = load(&text);
        for finding in &loaded.findings {
            proptest::prop_assert!(finding.span.end <= text.len());
            proptest::prop_assert!(text.get(finding.span.clone()).is_some());
            proptest::prop_assert!(!tjut::finding::render(finding, false).is_empty());
            if let Some(root) = &loaded.root {
                let _ = root.path_at(finding.span.start);
            }
        }
        proptest::prop_assert!(loaded.year_file.is_some() || !loaded.findings.is_empty());
    }
}
