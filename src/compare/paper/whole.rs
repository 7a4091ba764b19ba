//! Whether a value of the year file stands in a text of a paper: as the paper writes it, and
//! whole, not as a part of a longer word, number or date.

use std::ops::Range;

use chrono::NaiveDate;

use crate::swedish::{evenly_spaced, grouped, grouped_telephone, in_words, long_date};

/// The digits of a year.
const YEAR: usize = 4;

/// The ways in which a paper may write a value: first as it stands in the year file.
pub(super) fn forms(value: &str) -> Vec<String> {
    let mut forms = vec![value.to_owned()];
    let mut add = |form: Option<String>| {
        let form = form.map(|form| evenly_spaced(&form));
        forms.extend(form.filter(|form| form != value));
    };
    let number = value.parse::<u64>().ok().filter(|_| is_number(value));
    add(number.map(grouped));
    // One is left out, since its words are articles too.
    let small = number.filter(|number| (2..=12).contains(number));
    add(small.map(|number| in_words(number, false)));
    add(NaiveDate::parse_from_str(value, "%Y-%m-%d").ok().map(long_date));
    let is_decimal = value.split_once('.').is_some_and(|(a, b)| is_number(a) && is_number(b));
    add(is_decimal.then(|| value.replace('.', ",")));
    add(grouped_telephone(value));
    forms
}

/// Whether a value is a number and nothing more.
pub(super) fn is_number(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit())
}

/// The places at which words stand whole in a text.
pub(super) fn places<'t>(text: &'t str, words: &'t str) -> impl Iterator<Item = Range<usize>> + 't {
    let found = text.match_indices(words).map(|(at, _)| at..at + words.len());
    found.filter(move |place| {
        !goes_on_before(&text[..place.start], words) && !goes_on_after(&text[place.end..], words)
    })
}

/// Whether words stand whole in a text.
pub(super) fn has(text: &str, words: &str) -> bool {
    places(text, words).next().is_some()
}

/// Whether what stands before is a part of the same word or number.
fn goes_on_before(before: &str, words: &str) -> bool {
    let Some(last) = before.chars().next_back() else { return false };
    if last.is_alphanumeric() {
        return true;
    }
    let further = before[..before.len() - last.len_utf8()].chars().next_back();
    if joins(last) && further.is_some_and(char::is_alphanumeric) {
        return true;
    }
    let begins_with_digit = begins_with_digit(words);
    if begins_with_digit && matches!(last, '+' | '−') {
        return true;
    }
    // Groups of one number; but a year may stand before another number.
    let group = before.strip_suffix(' ').map_or(0, trailing_digits);
    begins_with_digit && group > 0 && group != YEAR
}

/// Whether what stands after is a part of the same word or number.
fn goes_on_after(after: &str, words: &str) -> bool {
    let mut letters = after.chars();
    let Some(next) = letters.next() else { return false };
    if next.is_alphanumeric() {
        return true;
    }
    if joins(next) && letters.next().is_some_and(char::is_alphanumeric) {
        return true;
    }
    let goes_on = after.strip_prefix(' ').is_some_and(begins_with_digit);
    let group = trailing_digits(words);
    goes_on && group > 0 && group != YEAR
}

/// Whether a sign holds the parts of one word, number or date together.
fn joins(sign: char) -> bool {
    matches!(sign, '-' | '–' | '/' | '.' | ',' | ':' | '@')
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

/// How many digits a text ends with.
fn trailing_digits(text: &str) -> usize {
    text.bytes().rev().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_stands_whole_or_not_at_all() {
        for text in ["den 25", "(25)", "25.", "25, 26", "år 2025 25", "25 personer"] {
            assert!(has(text, "25"), "{text}");
        }
        for text in [
            "2025",
            "25,5",
            "1,25",
            "2026-01-25",
            "25-26",
            "25–34 år",
            "+25",
            "−25",
            "A25",
            "25/26",
            "08-465 004 25",
            "25 400",
        ] {
            assert!(!has(text, "25"), "{text}");
        }
        assert!(!has("25 400", "400") && has("2025 400", "400") && has("25 400 kronor", "25 400"));
        assert!(!has("Hällby-Vik", "Hällby") && has("Hällby och Vik", "Hällby"));
    }

    #[test]
    fn a_value_is_written_as_a_paper_writes_it() {
        assert_eq!(forms("25400"), ["25400", "25 400"]);
        assert_eq!(forms("12"), ["12", "tolv"]);
        assert_eq!(forms("2026-01-14"), ["2026-01-14", "14 januari 2026"]);
        assert_eq!(forms("0.5"), ["0.5", "0,5"]);
        assert_eq!(forms("Vik"), ["Vik"]);
    }
}
