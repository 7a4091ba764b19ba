//! Years typed in texts.

use chrono::{Datelike, NaiveDate};

use super::{Kind, Passage, TokenKind};
use crate::checks::{Report, Rule, Subject};
use crate::source::Span;
use crate::swedish::MONTHS;

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::error(
        "främmande-årtal",
        "Ett årtal långt från verksamhetsåret är oftast kvar från ett tidigare papper.",
        foreign_years,
    )
    .with_exceptions(),
    Rule::warning(
        "skrivet-årtal",
        "Ett skrivet årtal blir fel nästa år; en platshållare följer verksamhetsåret.",
        typed_years,
    ),
];

/// A year in a text.
struct Found {
    year: i32,
    range: Span,
    /// The index of the token that it stands in.
    token: usize,
}

fn foreign_years(subject: &Subject<'_>, report: &mut Report<'_>) {
    let reported = *subject.year_file.year;
    let started = subject.year_file.operation.started.year();
    for passage in subject.sentences() {
        for found in years(passage) {
            let is_near = (reported - 1..=reported + 1).contains(&found.year);
            if !is_near && found.year != started && !tells_of_the_past(passage, &found) {
                report.add_in(
                    passage,
                    found.range,
                    format!(
                        "här står {}, men papperen gäller {reported} och ansökan {}",
                        found.year,
                        reported + 1
                    ),
                    "Rätta årtalet. Ska det stå kvar så skriv ”sedan” före det, eller tysta regeln under `kontroller:`.",
                );
            }
        }
    }
}

fn typed_years(subject: &Subject<'_>, report: &mut Report<'_>) {
    let reported = *subject.year_file.year;
    let started = subject.year_file.operation.started.year();
    for passage in subject.texts() {
        for found in years(passage) {
            let name = match found.year - reported {
                -1 => "föregående_år",
                0 => "år",
                1 => "nästa_år",
                _ => continue,
            };
            if found.year == started || tells_of_the_past(passage, &found) {
                continue;
            }
            let hint = match date_placeholder(subject, passage, &found) {
                Some(date) => format!("Skriv {{{{ {date}|datum }}}} i stället för datumet."),
                None => format!("Skriv {{{{ {name} }}}} i stället."),
            };
            report.add_in(
                passage,
                found.range,
                format!("årtalet {} är skrivet i texten", found.year),
                hint,
            );
        }
    }
}

/// The years of a passage. The number of a law (2013:522), a reference (2026/12)
/// and a count (2025 kronor) are no years, nor is the date of a law.
fn years(passage: &Passage<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    if passage.kind == Kind::Label {
        return found;
    }
    for (index, token) in passage.tokens.iter().enumerate() {
        let start = token.range.start;
        let mut add = |year: &str, offset: usize| {
            if let Some(year) = year_of(year) {
                let start = start + offset;
                found.push(Found { year, range: start..start + 4, token: index });
            }
        };
        let written = passage.word(token);
        match token.kind {
            TokenKind::Number { grouped: false, .. } if !counts_something(passage, index) => {
                add(written, 0);
            }
            TokenKind::Compound if NaiveDate::parse_from_str(written, "%Y-%m-%d").is_ok() => {
                add(written.get(..4).unwrap_or_default(), 0);
            }
            TokenKind::Compound => {
                let (left, right) = written.split_once(['-', '–', '/']).unwrap_or_default();
                if year_of(left).is_some() && year_of(right).is_some() {
                    add(left, 0);
                    add(right, written.len() - right.len());
                }
            }
            _ => {}
        }
    }
    found.retain(|found| !is_date_of_law(passage, found.token));
    found
}

fn year_of(text: &str) -> Option<i32> {
    let is_plain = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|year| is_plain && (2000..=2099).contains(year))
}

fn counts_something(passage: &Passage<'_>, index: usize) -> bool {
    const COUNTED: [&str; 8] =
        ["kronor", "kr", "klienter", "personer", "ärenden", "timmar", "möten", "besök"];
    COUNTED.contains(&passage.word_at(Some(index + 1)))
}

/// `sedan 2019`, `sedan år 2019`: what began then began then in any year's paper.
fn tells_of_the_past(passage: &Passage<'_>, found: &Found) -> bool {
    let before = |steps: usize| passage.word_at(found.token.checked_sub(steps));
    before(1) == "sedan" || (before(1) == "år" && before(2) == "sedan")
}

/// A year after a month, in a sentence that names a law by its number.
fn is_date_of_law(passage: &Passage<'_>, index: usize) -> bool {
    if !is_month(passage.word_at(index.checked_sub(1))) {
        return false;
    }
    let is_stop = |token: &super::Token| token.kind == TokenKind::Stop;
    let tokens = &passage.tokens;
    let (before, after) = tokens.split_at(index.min(tokens.len()));
    let before = before.iter().rev().take_while(|token| !is_stop(token));
    let after = after.iter().take_while(|token| !is_stop(token));
    before
        .chain(after)
        .any(|token| token.kind == TokenKind::Compound && passage.word(token).contains(':'))
}

/// Whether a word is the name of a month.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.contains(&word)
}

/// The name of the date of the year file that the year is the end of.
fn date_placeholder(
    subject: &Subject<'_>,
    passage: &Passage<'_>,
    found: &Found,
) -> Option<&'static str> {
    let year_file = subject.year_file;
    let dates = [
        ("redovisning_inlämnad", *year_file.grant.report_submitted),
        ("ansökan_inlämnad", *year_file.grant.application_submitted),
        ("sammanträde", *year_file.board_matter.meeting),
        ("datum", *year_file.board_matter.date),
    ];
    let whole = passage.word(passage.tokens.get(found.token)?);
    let month = passage.word_at(found.token.checked_sub(1));
    let day = found.token.checked_sub(2).and_then(|index| passage.tokens.get(index));
    let is_it = |date: NaiveDate| {
        let is_day = |token: &super::Token| {
            let day = u64::from(date.day());
            token.kind == TokenKind::Number { value: day, grouped: false }
        };
        let in_words = MONTHS.get(date.month0() as usize) == Some(&month);
        whole == date.to_string()
            || (in_words && day.is_some_and(is_day) && found.year == date.year())
    };
    dates.into_iter().find(|(_, date)| is_it(*date)).map(|(name, _)| name)
}
