//! The filters that templates and texts can use, under Swedish names.

use chrono::NaiveDate;
use minijinja::value::Value;
use minijinja::{Environment, Error, ErrorKind};

use super::values::{Shown, joined};
use crate::swedish;

/// A filter as the handbook has it.
pub(super) struct Filter {
    pub(super) name: &'static str,
    /// What it does, in Swedish.
    pub(super) about: &'static str,
    /// An expression with the filter in it.
    pub(super) example: &'static str,
}

/// All filters, in the order of the alphabet.
pub(super) const FILTERS: [Filter; 13] = [
    filter("datum", "skriver ett datum med månadens namn", "sammanträde|datum"),
    filter("förändring", "säger hur ett antal har ändrats sedan året före", "nya|förändring"),
    filter("gemen", "gör första bokstaven liten, utom i förkortningar", "avdelning|gemen"),
    filter("genitiv", "lägger till genitivens s", "kommun|genitiv"),
    filter("kronor", "skriver ett belopp med ordet kronor", "beviljat|kronor"),
    filter("lista", "räknar upp en lista med kommatecken och ”och”", "upptagningsområde|lista"),
    filter("nummer", "gör ett tal till numret framför en punkt i en lista", "3|nummer"),
    filter("ord", "skriver talen noll till tolv med bokstäver", "antal_ombud|ord"),
    filter("ord_ett", "detsamma, men ett i stället för en, som i ett barn", "1|ord_ett"),
    filter(
        "procent",
        "säger hur många procent ett antal har ändrats sedan året före",
        "nya|procent",
    ),
    filter(
        "stycke",
        "gör ett stycke av färdiga meningar; den som saknas hoppas över",
        "[mening.nya_kort, mening.kö]|stycke",
    ),
    filter("tal", "grupperar siffrorna i ett stort tal", "egna_medel|tal"),
    filter("versal", "gör första bokstaven stor", "heltidstjänster|versal"),
];

/// The filters' names, as a message lists them.
pub(super) fn names() -> String {
    FILTERS.map(|filter| filter.name).join(", ")
}

const fn filter(name: &'static str, about: &'static str, example: &'static str) -> Filter {
    Filter { name, about, example }
}

/// Adds the filters, and takes away those that would let a value be markup, or a few
/// signs make a text of any length.
pub(super) fn add_to(env: &mut Environment<'_>) {
    for unsafe_filter in ["safe", "escape", "e", "format"] {
        env.remove_filter(unsafe_filter);
    }
    env.add_filter("tal", in_digits);
    env.add_filter("förändring", change);
    env.add_filter("procent", per_cent);
    env.add_filter("ord", |value: Value| in_words(&value, false));
    env.add_filter("ord_ett", |value: Value| in_words(&value, true));
    env.add_filter("stycke", paragraph);
    env.add_filter("kronor", |number: u64| {
        format!("{}{}kronor", swedish::grouped(number), swedish::FIXED_SPACE)
    });
    env.add_filter("datum", long_date);
    env.add_filter("lista", |items: Vec<String>| swedish::join(&items));
    env.add_filter("genitiv", |name: String| swedish::genitive(&name));
    env.add_filter("nummer", |number: u64| Value::from_safe_string(format!("{number}.")));
    env.add_filter("versal", |text: String| swedish::upper_first(&text));
    env.add_filter("gemen", |text: String| swedish::lower_first(&text));
}

/// Ready-made sentences as one paragraph.
fn paragraph(sentences: &Value) -> Result<String, Error> {
    let wrong = || Error::new(ErrorKind::InvalidOperation, "här står något annat än meningar");
    joined(&sentences.try_iter()?.collect::<Vec<_>>()).ok_or_else(wrong)
}

/// A whole number with its thousands grouped; a figure as it is shown.
fn in_digits(value: &Value) -> Result<String, Error> {
    if value.downcast_object_ref::<Shown>().is_some() {
        return Ok(value.to_string());
    }
    let wrong = || Error::new(ErrorKind::InvalidOperation, format!("”{value}” är inget antal"));
    u64::try_from(value.clone()).map(swedish::grouped).map_err(|_| wrong())
}

/// How a figure has changed since the year before: `en minskning med 21`.
fn change(value: &Value) -> Result<String, Error> {
    figure(value).map(Shown::change)
}

/// How much a figure has changed since the year before, `10,0 procent`; a plain
/// number with the word after it.
fn per_cent(value: &Value) -> Result<Value, Error> {
    if let Ok(number) = u64::try_from(value.clone()) {
        let number = swedish::grouped(number);
        return Ok(format!("{number}{}procent", swedish::FIXED_SPACE).into());
    }
    Ok(figure(value)?.per_cent().map_or(Value::UNDEFINED, Value::from))
}

fn figure(value: &Value) -> Result<&Shown, Error> {
    let wrong =
        || Error::new(ErrorKind::InvalidOperation, format!("”{value}” är inget av årets antal"));
    value.downcast_object_ref::<Shown>().ok_or_else(wrong)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_filter_of_the_handbook_is_there() {
        let mut env = Environment::new();
        add_to(&mut env);
        for name in names().split(", ") {
            let unknown = env
                .render_str(&format!("{{{{ 1|{name} }}}}"), ())
                .is_err_and(|error| error.kind() == ErrorKind::UnknownFilter);
            assert!(!unknown, "{name}");
        }
    }
}
