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
    env.add_filter("versal", |text: String| first_letter(&text, |c| c.to_uppercase().collect()));
    env.add_filter("gemen", |text: String| first_letter(&text, lower_case));
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

/// One letter: the small İ of Unicode is an i with a loose dot above, which no font
/// has as one sign and a screen reader would read twice.
fn lower_case(letter: char) -> String {
    letter.to_lowercase().take(1).collect()
}

fn first_letter(text: &str, change: impl Fn(char) -> String) -> String {
    let mut chars = text.chars();
    match chars.next() {
        Some(first) => change(first) + chars.as_str(),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_letter_is_one_sign() {
        assert_eq!(first_letter("Åsa", lower_case), "åsa");
        assert_eq!(first_letter("İbrahim", lower_case), "ibrahim");
    }
}
