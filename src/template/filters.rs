//! The filters that templates and texts can use, under Swedish names.

use chrono::NaiveDate;
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind};

use crate::swedish;

/// Adds the filters, and takes away those that would let a value be markup.
pub(super) fn add_to(env: &mut Environment<'_>) {
    for unsafe_filter in ["safe", "escape", "e"] {
        env.remove_filter(unsafe_filter);
    }
    env.add_filter("tal", |number: u64| swedish::grouped(number));
    env.add_filter("ord", |value: Value| in_words(&value, false));
    env.add_filter("ord_ett", |value: Value| in_words(&value, true));
    env.add_filter("kronor", |number: u64| {
        format!("{}{}kronor", swedish::grouped(number), swedish::FIXED_SPACE)
    });
    env.add_filter("datum", long_date);
    env.add_filter("lista", |items: Vec<String>| swedish::join(&items));
    env.add_filter("genitiv", |name: String| swedish::genitive(&name));
    env.add_filter("nummer", |number: u64| Value::from_safe_string(format!("{number}.")));
    env.add_filter("versal", |text: String| first_letter(&text, |c| one(c, c.to_uppercase())));
    env.add_filter("gemen", |text: String| lower_first(&text));
}

/// One to twelve in words; what is no whole number stays as it is.
fn in_words(value: &Value, neuter: bool) -> String {
    let text = value.to_string();
    match text.parse() {
        Ok(number) => swedish::in_words(number, neuter),
        Err(_) => text,
    }
}

fn long_date(date: &str) -> Result<String, Error> {
    NaiveDate::parse_from_str(date, "%Y-%m-%d")
        .map(swedish::long_date)
        .map_err(|_| Error::new(ErrorKind::InvalidOperation, format!("”{date}” är inget datum")))
}

/// The first letter in lower case, unless it begins an abbreviation such as VO.
fn lower_first(text: &str) -> String {
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first_letter(text, |c| one(c, c.to_lowercase()))
}

fn first_letter(text: &str, change: impl Fn(char) -> char) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => format!("{}{}", change(first), chars.as_str()),
        None => String::new(),
    }
}

/// The changed letter when it still is one letter. `İ` would become an `i` and a
/// loose dot, which a PDF reader tells as two letters; it stays as it is.
fn one(letter: char, mut changed: impl Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_letter_stays_one_letter() {
        assert_eq!(lower_first("Öppenvården"), "öppenvården");
        assert_eq!(lower_first("İbrahim"), "İbrahim");
        assert_eq!(lower_first(""), "");
    }

    #[test]
    fn an_abbreviation_keeps_its_capitals() {
        assert_eq!(lower_first("VO Vuxen"), "VO Vuxen");
        assert_eq!(lower_first("Vuxenavdelningen"), "vuxenavdelningen");
    }
}
