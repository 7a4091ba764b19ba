//! What tells who a single person is, and has no place in a published paper.

use std::collections::BTreeSet;
use std::ops::Range;

use super::TokenKind;
use super::first_names::FIRST_NAMES;
use super::scalars::each_scalar;
use crate::checks::contact::numbers;
use crate::checks::identity::check_digit;
use crate::checks::{Report, Rule, Subject};

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::error(
        "personnummer",
        "Papperen publiceras, och ett personnummer eller samordningsnummer pekar ut en enda person (26 kap. 1 § offentlighets- och sekretesslagen).",
        personal_numbers,
    )
    .with_exceptions(),
    Rule::warning(
        "klientens-namn",
        "Papperen publiceras, och vem som är klient omfattas av sekretess (26 kap. 1 § offentlighets- och sekretesslagen).",
        clients_by_name,
    ),
    Rule::warning(
        "mobilnummer-i-text",
        "Papperen publiceras, och ett mobilnummer kan vara en enskild persons.",
        mobile_numbers,
    ),
];

fn personal_numbers(_: &Subject<'_>, report: &mut Report<'_>) {
    let Some(root) = &report.loaded.root else { return };
    let mut places = Vec::new();
    let source = &report.loaded.source;
    each_scalar(
        root,
        &mut |span, text, place| {
            places.extend(personal_numbers_in(text).into_iter().map(|range| place(span, range)));
        },
        source,
    );
    for place in places {
        report.add(
            &place,
            "här står ett personnummer eller samordningsnummer: både datumet och kontrollsiffran stämmer",
            "Ta bort numret. Papperen behöver inga uppgifter om enskilda.",
        );
    }
}

/// Where a text has a personnummer or samordningsnummer: `ÅÅMMDD-NNNN` or
/// `ÅÅÅÅMMDD-NNNN`, a plus sign instead of the hyphen for who is over a hundred, or
/// twelve digits in a row; a space or a dash instead of the hyphen, or spaces around it,
/// make no difference to who reads it (18 § folkbokföringslagen 1991:481). Ten digits in a row can
/// be much else, a telephone number among it.
fn personal_numbers_in(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit()))
    {
        let start = at + start;
        let rest = text.get(start..).unwrap_or_default();
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let stands_alone =
            !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '-' | '+' | '/'));
        if let Some(length) = spaced_personal_number(rest).filter(|_| stands_alone) {
            found.push(start..start + length);
            at = start + length;
            continue;
        }
        let length = rest
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | '+' | '/' | ':' | '.' | ','))
            .unwrap_or(rest.len());
        let written = rest.get(..length).unwrap_or_default();
        let written = written.trim_end_matches(['-', '+', '/', ':', '.', ',']);
        if stands_alone && is_personal_number(written) {
            found.push(start..start + written.len());
        }
        at = start + length;
    }
    found
}

/// The length of a personnummer at the start of a text whose parts are held together by
/// something other than a hyphen: `811228 9874`, `811228–9874`, `811228 - 9874`.
fn spaced_personal_number(text: &str) -> Option<usize> {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}');
    let is_dash = |c: char| matches!(c, '-' | '+' | '‐' | '\u{2011}' | '–' | '—' | '−');
    let (date, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    let last = rest.trim_start_matches(|c| is_space(c) || is_dash(c));
    let between = rest.strip_suffix(last)?;
    let is_apart = (1..=3).contains(&between.chars().count())
        && between.chars().filter(|c| is_dash(*c)).count() <= 1;
    let digits = last.find(|c: char| !c.is_ascii_digit()).unwrap_or(last.len());
    let (last, after) = last.split_at(digits);
    let goes_on = after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '+' | '/'));
    let is_number = is_apart && !goes_on && is_personal_number(&format!("{date}-{last}"));
    is_number.then_some(date.len() + between.len() + last.len())
}

fn is_personal_number(written: &str) -> bool {
    let (date, last) = match written.split_once(['-', '+']) {
        Some((date, last)) if matches!(date.len(), 6 | 8) && last.len() == 4 => (date, last),
        None if written.len() == 12 => written.split_at(8),
        _ => return false,
    };
    let century = date.get(..date.len().saturating_sub(6)).unwrap_or_default();
    if !matches!(century, "" | "18" | "19" | "20") {
        return false;
    }
    let short = date.get(century.len()..).unwrap_or_default();
    let digits: Option<Vec<u32>> =
        short.chars().chain(last.chars()).map(|c| c.to_digit(10)).collect();
    let Some([first @ .., check]) = digits.as_deref() else { return false };
    let [_, _, month_tens, month, day_tens, day, ..] = first else { return false };
    let (month, day) = (month_tens * 10 + month, day_tens * 10 + day);
    // The day of a samordningsnummer is sixty more.
    let day = if day > 60 { day - 60 } else { day };
    let most = match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return false,
    };
    (1..=most).contains(&day) && check_digit(first) == *check
}

fn clients_by_name(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.sentences() {
        for (before, token) in passage.tokens.iter().zip(passage.tokens.iter().skip(1)) {
            let name = passage.word(token);
            let between = passage.prose.get(before.range.end..token.range.start);
            let is_beside = between.is_some_and(|gap| gap.chars().all(char::is_whitespace));
            if is_beside
                && matches!(before.lower.as_str(), "klienten" | "klient")
                && token.kind == TokenKind::Word
                && is_first_name(name)
            {
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("”{name}” ser ut som en klients namn"),
                    "Skriv bara ”klienten”, så att ingen kan pekas ut.",
                );
            }
        }
    }
}

/// Whether a word is one of the common first names, also in the genitive.
fn is_first_name(word: &str) -> bool {
    let is_listed = |name: &str| FIRST_NAMES.binary_search(&name).is_ok();
    is_listed(word) || word.strip_suffix('s').is_some_and(is_listed)
}

fn mobile_numbers(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known: BTreeSet<String> = numbers(subject).map(|number| national(number)).collect();
    for passage in subject.sentences() {
        for token in passage.tokens.iter().filter(|token| token.kind == TokenKind::Telephone) {
            let number = national(passage.word(token));
            if is_mobile(&number) && !known.contains(&number) {
                report.add_in(
                    passage,
                    token.range.clone(),
                    "mobilnumret i texten är inget av årsfilens telefonnummer",
                    "Ta bort numret om det är en enskilds. Hör det till verksamheten kan det stå i ett av årsfilens fält för telefon.",
                );
            }
        }
    }
}

/// The digits of a number as it is called within Sweden.
fn national(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match (number.starts_with('+'), digits.strip_prefix("46")) {
        (true, Some(rest)) => format!("0{}", rest.strip_prefix('0').unwrap_or(rest)),
        _ => digits,
    }
}

/// Whether a number is within the series for mobile telephony (Post- och
/// telestyrelsens nummerplan, E.164): 070, 072, 073, 076 and 079.
fn is_mobile(number: &str) -> bool {
    number.len() == 10 && ["070", "072", "073", "076", "079"].iter().any(|p| number.starts_with(p))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_personal_number_has_a_date_and_a_check_digit() {
        for text in [
            "19121212-1212",
            "121212-1212",
            "121212+1212",
            "(191212121212)",
            "född 19121212-1212.",
            "701063-2391",
            "811228 9874",
            "811228–9874",
            "811228 - 9874",
            "19811228\u{a0}9874",
        ] {
            assert_eq!(personal_numbers_in(text).len(), 1, "{text}");
        }
        assert_eq!(personal_numbers_in("å 121212-1212 å").first(), Some(&(3..14)));
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "19121212-1213",
            "212000-0142",
            "SN 2025/0121212-1212",
            "5050-1055",
            "2025-01-14",
            "1212121212",
            "0701234567",
            "070-123 45 67",
            "121312-1212",
            "1-121212-1212",
            "A121212-1212",
            "999999999999",
            "12 12 12 12 12",
            "811228 9875",
            "811228 98740",
            "1811228 9874",
        ] {
            assert!(personal_numbers_in(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_names_are_in_order() {
        assert!(FIRST_NAMES.is_sorted());
    }
}
