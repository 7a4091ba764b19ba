//! How signs and numbers are written.

use std::collections::BTreeMap;

use super::TokenKind;
use super::scalars::{ToPlace, each_scalar};
use crate::checks::{Report, Rule, Subject};
use crate::source::Span;
use crate::swedish::{MONTHS, grouped, in_words, number_of_words};
use crate::yaml::Node;

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::warning(
        "dubbelt-mellanslag",
        "Mellan ord står ett mellanslag; två är oftast rester av något struket (praxis).",
        double_spaces,
    ),
    Rule::warning(
        "raka-citattecken",
        "Svenska citattecken är ”…” (Myndigheternas skrivregler).",
        straight_quotes,
    ),
    Rule::warning(
        "bindestreck-i-intervall",
        "Mellan två tal som betyder från och till står tankstreck utan mellanslag (Myndigheternas skrivregler).",
        hyphen_in_range,
    ),
    Rule::warning(
        "ogrupperade-tusental",
        "Tal med fem siffror eller fler delas i grupper om tre (formkrav.se).",
        ungrouped_thousands,
    ),
    Rule::warning(
        "procenttecken",
        "I löpande text skrivs ordet procent (Frågelådan, Isof).",
        per_cent_sign,
    ),
    Rule::warning(
        "procent-utan-fast-mellanrum",
        "I tabeller står ett fast mellanrum före procenttecknet (Frågelådan, Isof).",
        per_cent_spacing,
    ),
    Rule::warning(
        "siffror-och-ord",
        "Ett antal som skrivs både med siffror och med ord läses lätt som två olika (formkrav.se).",
        digits_and_words,
    ),
    Rule::warning(
        "platshållare-utanför-texter",
        "Platshållare och villkor fylls i bara under `texter`; i andra fält skrivs klamrarna ut.",
        placeholders,
    ),
];

fn double_spaces(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.passages() {
        let mut offset = 0;
        for line in passage.text().split_inclusive('\n') {
            let content = line.trim_end();
            let indent = content.len() - content.trim_start().len();
            let mut at = indent;
            // In a table written by hand spaces make the columns even.
            if content.get(indent..).is_some_and(|row| row.starts_with('|')) {
                at = content.len();
            }
            while let Some(found) = content.get(at..).and_then(|rest| rest.find("  ")) {
                let start = at + found;
                let spaces = content.get(start..).unwrap_or_default();
                let end = start + (spaces.len() - spaces.trim_start_matches(' ').len());
                report.add_in(
                    passage,
                    offset + start..offset + end,
                    format!("här står {} mellanslag i rad", end - start),
                    "Ta bort alla utom ett.",
                );
                at = end.max(start + 1);
            }
            offset += line.len();
        }
    }
}

fn straight_quotes(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.passages() {
        for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Sign('"')) {
            report.add_in(
                passage,
                token.range.clone(),
                "här står ett rakt citattecken",
                "Skriv ” både före och efter det som citeras.",
            );
        }
    }
}

fn hyphen_in_range(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.passages() {
        for token in passage.tokens.iter().filter(|token| token.kind == TokenKind::Compound) {
            let written = passage.word(token);
            let Some((left, right)) = written.split_once('-') else { continue };
            if is_range(left, right) {
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("”{written}” har bindestreck mellan talen"),
                    format!("Skriv {left}–{right}."),
                );
            }
        }
    }
}

/// Whether two numbers with a hyphen between them mean from and to, and are not an
/// account, a reference or a date.
fn is_range(left: &str, right: &str) -> bool {
    let number = |text: &str| {
        let text = text.replacen(['.', ':', ','], "", 1);
        let is_short = (1..=4).contains(&text.len()) && !text.starts_with("00");
        text.parse::<u32>().ok().filter(|_| is_short && text.bytes().all(|b| b.is_ascii_digit()))
    };
    let (Some(from), Some(to)) = (number(left), number(right)) else { return false };
    let is_year = |number: u32| (2000..=2099).contains(&number);
    let is_account = right.len() == 4 && left.len() >= 3 && !(is_year(from) && is_year(to));
    // 2025-12 is a month, 9-11.30 a time.
    let is_time = left.contains(['.', ':']) || right.contains(['.', ':']);
    !is_account && (from < to || is_time)
}

fn ungrouped_thousands(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.passages() {
        for token in &passage.tokens {
            let TokenKind::Number { value, grouped: false } = token.kind else { continue };
            let written = passage.word(token);
            if written.len() >= 5 && !written.starts_with('0') {
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("{written} är svårt att läsa utan mellanrum"),
                    format!("Skriv {}.", grouped(value)),
                );
            }
        }
    }
}

fn per_cent_sign(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.sentences() {
        for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Sign('%')) {
            report.add_in(
                passage,
                token.range.clone(),
                "här står ett procenttecken i löpande text",
                "Skriv procent.",
            );
        }
    }
}

fn per_cent_spacing(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.labels() {
        for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Sign('%')) {
            let before = passage.prose.get(..token.range.start).unwrap_or_default();
            if !before.ends_with(['\u{a0}', '\u{202f}']) {
                report.add_in(
                    passage,
                    token.range.clone(),
                    "före procenttecknet står inget fast mellanrum",
                    "Skriv ett fast mellanrum före %. I Word: Ctrl, skift och mellanslag.",
                );
            }
        }
    }
}

fn placeholders(_: &Subject<'_>, report: &mut Report<'_>) {
    let fields = report.loaded.root.as_deref().and_then(Node::entries).unwrap_or_default();
    let mut places = Vec::new();
    for field in
        fields.iter().filter(|field| !matches!(field.key.as_str(), "texter" | "kontroller"))
    {
        let mut look = |span: &Span, text: &str, place: ToPlace<'_>| {
            let start = ["{{", "{%"].iter().filter_map(|open| text.find(open)).min();
            places.extend(start.map(|start| place(span, start..start + 2)));
        };
        each_scalar(&field.value, &mut look, &report.loaded.source);
    }
    for place in places {
        report.add(
            &place,
            "platshållare och villkor fylls i bara under `texter`; här skrivs de ut som de står",
            "Skriv det som ska stå här utan klamrar, eller flytta meningen till en text under `texter`.",
        );
    }
}

fn digits_and_words(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.texts() {
        let mut first: BTreeMap<(u64, &str), bool> = BTreeMap::new();
        for (index, token) in passage.tokens.iter().enumerate() {
            let (number, in_digits) = match token.kind {
                TokenKind::Number { value: value @ 2..=12, .. } => (value, true),
                TokenKind::Word => {
                    match number_of_words(&token.lower).filter(|number| *number <= 12) {
                        Some(number) => (number, false),
                        None => continue,
                    }
                }
                _ => continue,
            };
            let noun = passage.word_at(Some(index + 1));
            if noun.is_empty() || MONTHS.contains(&noun) {
                continue;
            }
            let was_in_digits = *first.entry((number, noun)).or_insert(in_digits);
            if was_in_digits != in_digits {
                let word = in_words(number, false);
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("texten har både ”{number} {noun}” och ”{word} {noun}”"),
                    "Skriv antalet på samma sätt överallt: en till tolv med ord.",
                );
            }
        }
    }
}
