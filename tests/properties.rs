//! What holds for every year file: a good one gives papers, and a slip in a good
//! one is either found or changes nothing.

mod support;

use std::fmt::Write as _;
use std::sync::LazyLock;

use proptest::prelude::*;
use tjut::document::Document;
use tjut::finding::render;
use tjut::make::{Checked, Pipeline};
use tjut::source::Source;

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

fn check(text: &str) -> Checked {
    WORKSHOP.check(Source::new("fall.yaml", text))
}

fn documents(checked: &Checked) -> Option<Vec<Document>> {
    let papers: Vec<_> = WORKSHOP.papers.iter().collect();
    WORKSHOP.documents(checked, &papers).ok()
}

/// Text that someone might write in a plain field, odd signs and all, but no `Nn` or
/// `xx` that is still to be filled in.
fn plain() -> impl Strategy<Value = String> {
    "[A-ZÅÄÖa-zåäöé][A-ZÅÄÖa-zåäöéü &<>*_#'’.,()/+-]{0,60}[a-zåäö]"
        .prop_filter("something to be filled in", |text| !tjut::year_file::is_filler(text))
}

/// Prose for a section.
fn prose() -> impl Strategy<Value = String> {
    prop::collection::vec("[A-ZÅÄÖ][a-zåäö]{2,12}( [a-zåäö]{2,14}){2,12}\\.", 1..6)
        .prop_map(|sentences| sentences.join(" "))
}

fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

prop_compose! {
    /// A year file without errors, made of arbitrary names, figures and prose.
    fn good_file()(
        names in prop::collection::vec(plain(), 8),
        texts in prop::collection::vec(prose(), 9),
        (carried_in, new, closed_share) in (0u64..5_000, 0u64..5_000, 0u64..=100),
        (before, women_share) in (1u64..9_000, 0u64..=100),
        (granted, posts) in (0u64..100_000_000, 1u64..4_000),
        areas in 1usize..6,
    ) -> String {
        let clients = carried_in + new;
        let closed = clients * closed_share / 100;
        let women = clients * women_share / 100;
        let mut file = include_str!("fall/minsta.yaml").to_owned();
        let mut put = |from: &str, to: String| {
            assert!(file.contains(from), "{from}");
            file = file.replacen(from, &to, 1);
        };
        put("Exempelstads kommun\n  organisationsnummer", format!("{}\n  organisationsnummer", quoted(&names[0])));
        put("nämnd: Socialnämnden", format!("nämnd: {}", quoted(&names[1])));
        put("förvaltning: Socialförvaltningen", format!("förvaltning: {}", quoted(&names[2])));
        put("avdelning: Vuxenavdelningen", format!("avdelning: {}", quoted(&names[3])));
        put("namn: Karin Exempel", format!("namn: {}", quoted(&names[4])));
        put("namn: Olle Exempel", format!("namn: {}", quoted(&names[5])));
        put("befattning: Förvaltningschef", format!("befattning: {}", quoted(&names[6])));
        put("beskrivning: Väntetiderna är långa.", format!("beskrivning: {}", quoted(&names[7])));
        let area: Vec<String> = (1..=areas).map(|n| format!("Område {n}")).collect();
        put("[Exempelstads kommun]", format!("[{}]", area.join(", ")));
        put("årsanställningar: 2\n", format!("årsanställningar: {},{:02}\n", posts / 100, posts % 100));
        put("    klienter: 60\n    nya: 20\n    avslutade: 22\n", format!("    klienter: {}\n", before + carried_in));
        put(
            "    klienter: 58\n    nya: 20\n    avslutade: 18\n    kön: { kvinnor: 30, män: 28 }\n",
            format!("    klienter: {clients}\n    nya: {new}\n    avslutade: {closed}\n    kön: {{ kvinnor: {women}, män: {} }}\n", clients - women),
        );
        put("beviljat: 600 000\n  använt: 600 000", format!("beviljat: {granted}\n  använt: {granted}"));
        if let Some(start) = file.find("texter:\n") {
            file.truncate(start);
        }
        file.push_str("texter:\n");
        let sections = ["utbildning", "handledning", "grupper", "orsak_till_kontakt", "organisation",
            "arbetssätt", "planering_och_dokumentation", "stöd_till_ombuden", "uppföljning"];
        for (section, text) in sections.into_iter().zip(&texts) {
            let _ = write!(file, "  {section}: |\n    {text}\n");
        }
        file
    }
}

/// A slip of the hand in a year file.
#[derive(Debug, Clone, Copy)]
struct Slip {
    /// What has happened.
    about: &'static str,
    /// Makes it happen to the line with the given number.
    happens: fn(&mut Vec<String>, usize),
}

const SLIPS: &[Slip] = &[
    Slip {
        about: "two letters of a key have changed places",
        happens: |lines, at| {
            let line = Line::of(&lines[at]);
            let mut letters: Vec<char> = line.key.chars().collect();
            let place = (1..letters.len()).find(|&n| letters[n] != letters[n - 1]);
            let place = place.expect("unlike letters");
            letters.swap(place - 1, place);
            lines[at] = line.with_key(&letters.iter().collect::<String>());
        },
    },
    Slip {
        about: "a line has been pasted twice",
        happens: |lines, at| lines.insert(at, lines[at].clone()),
    },
    Slip {
        about: "the value after a colon has gone",
        happens: |lines, at| {
            let line = Line::of(&lines[at]);
            lines[at] = format!("{}{}:", line.indent, line.key);
        },
    },
    Slip {
        about: "a tab instead of the indent",
        happens: |lines, at| lines[at] = format!("\t{}", lines[at].trim_start()),
    },
    Slip {
        about: "one space too many at the start",
        happens: |lines, at| lines[at].insert(0, ' '),
    },
    Slip {
        about: "a comment at the end",
        happens: |lines, at| lines[at].push_str("  # en kommentar"),
    },
    Slip { about: "empty lines", happens: |lines, at| lines.insert(at, "\n".to_owned()) },
    Slip {
        about: "line ends as Windows has them",
        happens: |lines, _| lines.iter_mut().for_each(|line| line.push('\r')),
    },
    Slip {
        about: "quotes around a plain value",
        happens: |lines, at| {
            let line = Line::of(&lines[at]);
            if !line.value.starts_with(['\'', '"']) {
                lines[at] = line.with_value(&quoted(line.value));
            }
        },
    },
    Slip {
        about: "a unit after a number",
        happens: |lines, at| {
            if Line::of(&lines[at]).value.bytes().all(|byte| byte.is_ascii_digit()) {
                lines[at].push_str(" st");
            }
        },
    },
];

/// A line that holds a key and a plain value.
struct Line<'l> {
    indent: &'l str,
    key: &'l str,
    value: &'l str,
}

impl<'l> Line<'l> {
    fn of(line: &'l str) -> Self {
        let (indent, rest) = line.split_at(line.len() - line.trim_start().len());
        let (key, value) = rest.split_once(": ").expect("a key and a value");
        Self { indent, key, value }
    }

    fn with_key(&self, key: &str) -> String {
        format!("{}{key}: {}", self.indent, self.value)
    }

    fn with_value(&self, value: &str) -> String {
        format!("{}{}: {value}", self.indent, self.key)
    }
}

/// The lines that hold a key and a plain value, outside texts.
fn value_lines(text: &str) -> Vec<usize> {
    let before_texts = text.lines().take_while(|line| *line != "texter:").enumerate();
    before_texts
        .filter(|(_, line)| !line.trim_start().starts_with(['#', '-']))
        .filter(|(_, line)| {
            line.split_once(": ").is_some_and(|(_, value)| !value.starts_with(['[', '{', '|']))
        })
        .map(|(number, _)| number)
        .collect()
}

fn slipped(text: &str, slip: Slip, pick: usize) -> String {
    let lines = value_lines(text);
    let mut out: Vec<String> = text.lines().map(str::to_owned).collect();
    (slip.happens)(&mut out, lines[pick % lines.len()]);
    out.join("\n") + "\n"
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_good_file_gives_papers(file in good_file()) {
        let checked = check(&file);
        let errors: Vec<_> = checked.findings.iter().filter(|finding| finding.is_error()).map(|finding| render(finding, false)).collect();
        prop_assert!(errors.is_empty(), "{}\n{file}", errors.join("\n"));
        prop_assert_eq!(documents(&checked).map(|documents| documents.len()), Some(WORKSHOP.papers.iter().count()));
    }

    #[test]
    fn a_slip_is_found_or_changes_nothing(file in good_file(), slip in prop::sample::select(SLIPS), pick in 0usize..1000) {
        let before = check(&file);
        let slipped = slipped(&file, slip, pick);
        let after = check(&slipped);
        let is_found = after.findings.len() > before.findings.len() || after.has_errors();
        prop_assert!(is_found || documents(&after) == documents(&before), "{}\n{slipped}", slip.about);
    }

    #[test]
    fn any_text_at_all_is_read_without_panic(text in "\\PC{0,400}|([a-zåäö]{1,8}: ?[\\[{|>'\"&*!-]?[a-z0-9 ]{0,8}\n){0,20}") {
        for finding in check(&text).findings {
            prop_assert!(!render(&finding, false).is_empty());
        }
    }
}
