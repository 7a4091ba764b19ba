//! The filters that templates and texts can use, under Swedish names.

use std::fmt;

use chrono::NaiveDate;
use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State, filters, tests};

use super::bounds::spend;
use super::escape;
use super::values::{ShownNumber, joined};
use crate::swedish;

/// A filter as the handbook has it.
#[derive(Clone, Copy)]
pub(super) struct Filter {
    pub(super) name: &'static str,
    /// What it does, in Swedish.
    pub(super) about: &'static str,
    /// An expression with the filter in it.
    pub(super) example: &'static str,
    make: Make,
}

/// Makes one value of another, which is there.
#[derive(Clone, Copy)]
enum Make {
    /// Of the value alone.
    Alone(fn(&Value) -> Result<Value, Error>),
    /// Of a name, which the year file may have words of its own for.
    Name(fn(&Value, &OwnWords<'_>) -> Result<Value, Error>),
}

/// The words that the year file has for a name inside a sentence, if any.
type OwnWords<'w> = dyn Fn(&str) -> Option<String> + 'w;

/// Where templates find the year file's own words for names.
pub(super) const NAMES_IN_TEXT: &str = "namn_i_text";

/// All filters, in the order of the alphabet.
pub(super) const FILTERS: [Filter; 16] = [
    filter("datum", "skriver ett datum med månadens namn", "sammanträde|datum", long_date),
    filter(
        "förändring",
        "säger hur ett antal har ändrats sedan året före",
        "nya|förändring",
        |value| Ok(figure(value)?.change().into()),
    ),
    filter(
        "gemen",
        "gör första bokstaven liten, utom i förkortningar och i namn på statliga myndigheter",
        "avdelning|gemen",
        |value| Ok(swedish::lower_first(&words(value)?).into()),
    ),
    filter("genitiv", "lägger till genitivens s", "kommun|genitiv", |value| {
        Ok(swedish::genitive(&words(value)?).into())
    }),
    on_names(
        "i_mening",
        "skriver ett namn så som det skrivs inne i en mening: ett vanligt ord med liten bokstav, ett egennamn som det är",
        "nämnd|i_mening",
        names_in_sentence,
    ),
    filter("kronor", "skriver ett belopp med ordet kronor", "beviljat|kronor", |value| {
        let amount = number(value, "ett belopp i hela kronor")?;
        Ok(swedish::kronor(amount).into())
    }),
    filter(
        "lista",
        "räknar upp en lista med kommatecken och ”och”",
        "upptagningsområde|lista",
        enumeration,
    ),
    filter(
        "länk",
        "gör en adress på webben, en e-postadress eller ett telefonnummer till en länk",
        "e_post|länk",
        link,
    ),
    filter("nummer", "gör ett tal till numret framför en punkt i en lista", "3|nummer", |value| {
        Ok(Value::from_safe_string(format!("{}.", number(value, "ett heltal")?)))
    }),
    filter("ord", "skriver talen noll till tolv med bokstäver", "antal_ombud|ord", |value| {
        in_words(value, false)
    }),
    filter(
        "ord_ett",
        "detsamma, men ett i stället för en, som i ett barn",
        "1|ord_ett",
        |value| in_words(value, true),
    ),
    on_names(
        "plats",
        "skriver ett eller flera ställen med i eller på",
        "upptagningsområde|plats",
        at_places,
    ),
    filter(
        "procent",
        "säger hur många procent ett antal har ändrats sedan året före",
        "nya|procent",
        per_cent,
    ),
    filter(
        "stycke",
        "gör ett stycke av färdiga meningar; den som saknas hoppas över",
        "[mening.nya_kort, mening.kö]|stycke",
        paragraph,
    ),
    filter("tal", "grupperar siffrorna i ett stort tal", "egna_medel|tal", in_digits),
    filter("versal", "gör första bokstaven stor", "heltidstjänster|versal", |value| {
        Ok(swedish::upper_first(&words(value)?).into())
    }),
];

/// Filters of the engine that templates need as well. None makes more of a value than
/// there was.
pub(super) const ENGINES_OWN: [&str; 8] =
    ["default", "first", "length", "list", "map", "rejectattr", "select", "selectattr"];

/// What can follow `is`.
pub(super) const TESTS: [&str; 3] = ["defined", "undefined", "number"];

/// The filters' names, as a message lists them.
pub(super) fn names() -> String {
    FILTERS.map(|filter| filter.name).join(", ")
}

const fn filter(
    name: &'static str,
    about: &'static str,
    example: &'static str,
    make: fn(&Value) -> Result<Value, Error>,
) -> Filter {
    Filter { name, about, example, make: Make::Alone(make) }
}

const fn on_names(
    name: &'static str,
    about: &'static str,
    example: &'static str,
    make: fn(&Value, &OwnWords<'_>) -> Result<Value, Error>,
) -> Filter {
    Filter { name, about, example, make: Make::Name(make) }
}

impl Filter {
    /// What the filter makes of a value.
    pub(super) fn made(&self, state: &mut State<'_, '_>, value: &Value) -> Result<Value, Error> {
        if value.is_undefined() {
            return Err(Error::from(ErrorKind::UndefinedError));
        }
        let made = match self.make {
            Make::Alone(make) => make(value)?,
            Make::Name(make) => {
                let own = state.lookup(NAMES_IN_TEXT);
                make(value, &|name| Some(own.as_ref()?.get_attr(name).ok()?.as_str()?.to_owned()))?
            }
        };
        spend(state, made.as_str().map_or(0, str::len))?;
        Ok(made)
    }
}

/// Adds the filters and tests to an engine that has none.
pub(super) fn add_to(env: &mut Environment<'_>) {
    for filter in FILTERS {
        env.add_filter(filter.name, move |state: &mut State<'_, '_>, value: &Value| {
            filter.made(state, value)
        });
    }
    env.add_filter("default", filters::default);
    env.add_filter("first", filters::first);
    env.add_filter("length", filters::length);
    env.add_filter("list", filters::list);
    env.add_filter("map", filters::map);
    env.add_filter("rejectattr", filters::rejectattr);
    env.add_filter("select", filters::select);
    env.add_filter("selectattr", filters::selectattr);
    env.add_test("defined", tests::is_defined);
    env.add_test("undefined", tests::is_undefined);
    env.add_test("number", tests::is_number);
    // For `rejectattr`, which is told a test by its name.
    env.add_test("eq", tests::is_eq);
}

/// Why a value can't be filled in, in words for the user.
#[derive(Debug)]
pub(super) struct Refusal {
    /// What is wrong, as it fits after what was typed.
    pub(super) what: String,
    /// What to do.
    pub(super) hint: &'static str,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl std::error::Error for Refusal {}

/// An error that says itself what is wrong and what to do.
pub(super) fn refused(what: impl Into<String>, hint: &'static str) -> Error {
    let refusal = Refusal { what: what.into(), hint };
    Error::new(ErrorKind::InvalidOperation, "refused").with_source(refusal)
}

/// A value that a filter can't take.
fn unfit(value: &Value, what: &str) -> Error {
    let shown: String = escape::text(value).unwrap_or_default().chars().take(40).collect();
    let what = match shown.as_str() {
        "" => format!("får något som inte är {what}"),
        shown => format!("får ”{shown}”, som inte är {what}"),
    };
    refused(what, "Ta bort filtret, eller välj ett annat. Vad de gör står i docs/uppgifter.md.")
}

/// A value as text, a number without its thousands grouped.
fn words(value: &Value) -> Result<String, Error> {
    if value.kind() == ValueKind::Number {
        return Ok(value.to_string());
    }
    escape::text(value).map_err(|error| match error.kind() {
        ErrorKind::UndefinedError => error,
        _ => unfit(value, "en text"),
    })
}

fn number(value: &Value, otherwise: &str) -> Result<u64, Error> {
    u64::try_from(value.clone()).map_err(|_| unfit(value, otherwise))
}

fn enumeration(value: &Value) -> Result<Value, Error> {
    if value.kind() != ValueKind::Seq && value.kind() != ValueKind::Iterable {
        return Err(unfit(value, "en lista"));
    }
    let items: Result<Vec<String>, Error> = value.try_iter()?.map(|item| words(&item)).collect();
    Ok(swedish::join(&items?).into())
}

/// A web address, with or without `https://`, an e-mail address or a telephone number, as
/// a link to it.
fn link(value: &Value) -> Result<Value, Error> {
    let address = words(value)?;
    if let Some(called) = swedish::called_telephone(&address) {
        let shown = escape::literal(&address);
        return Ok(Value::from_safe_string(format!("[{shown}](tel:{called})")));
    }
    let scheme = match address.split_once("://") {
        Some(("https" | "http", _)) => "",
        Some(_) => {
            return Err(unfit(
                value,
                "en adress på webben, en e-postadress eller ett telefonnummer",
            ));
        }
        None if address.contains('@') => "mailto:",
        None => "https://",
    };
    // What has a space in it is no address.
    let has_space = address.contains(char::is_whitespace);
    let shown = escape::literal(&address);
    Ok(Value::from_safe_string(if has_space {
        shown
    } else {
        format!("[{shown}]({scheme}{shown})")
    }))
}

/// The items of a list, or the one that is none.
fn items(value: &Value) -> Result<Vec<String>, Error> {
    if matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable) {
        return value.try_iter()?.map(|item| words(&item)).collect();
    }
    Ok(vec![words(value)?])
}

fn names_in_sentence(value: &Value, own: &OwnWords<'_>) -> Result<Value, Error> {
    let written = |name: &String| own(name).unwrap_or_else(|| swedish::in_running_text(name));
    let names: Vec<String> = items(value)?.iter().map(written).collect();
    let is_list = matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
    Ok(match (is_list, names.as_slice()) {
        (false, [only]) => only.clone().into(),
        _ => Value::from(names),
    })
}

fn at_places(value: &Value, own: &OwnWords<'_>) -> Result<Value, Error> {
    Ok(swedish::at_places(&items(value)?, own).into())
}

/// Ready-made sentences as one paragraph.
fn paragraph(sentences: &Value) -> Result<Value, Error> {
    let wrong = || {
        refused(
            "får något annat än färdiga meningar",
            "Skriv meningar mellan hakparenteser: {{ [mening.klienter, mening.nya]|stycke }}.",
        )
    };
    if sentences.kind() != ValueKind::Seq {
        return Err(wrong());
    }
    let sentences: Vec<Value> = sentences.try_iter()?.collect();
    joined(&sentences).map(Value::from).ok_or_else(wrong)
}

/// A whole number with its thousands grouped; a figure as it is shown.
fn in_digits(value: &Value) -> Result<Value, Error> {
    if value.downcast_object_ref::<ShownNumber>().is_some() {
        return Ok(value.to_string().into());
    }
    number(value, "ett antal").map(|number| swedish::grouped(number).into())
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

fn figure(value: &Value) -> Result<&ShownNumber, Error> {
    value.downcast_object_ref::<ShownNumber>().ok_or_else(|| unfit(value, "ett av årets antal"))
}

/// One to twelve in words; what is no whole number stays as it is.
fn in_words(value: &Value, neuter: bool) -> Result<Value, Error> {
    let text = words(value)?;
    Ok(match text.parse() {
        Ok(number) => swedish::in_words(number, neuter).into(),
        Err(_) => text.into(),
    })
}

fn long_date(value: &Value) -> Result<Value, Error> {
    let date = value.as_str().and_then(|date| NaiveDate::parse_from_str(date, "%Y-%m-%d").ok());
    date.map(|date| swedish::long_date(date).into()).ok_or_else(|| unfit(value, "ett datum"))
}

#[cfg(test)]
mod tests_of_filters {
    use super::*;

    #[test]
    fn every_filter_that_is_named_is_there_and_no_other() {
        let mut env = Environment::empty();
        add_to(&mut env);
        let named = FILTERS.iter().map(|filter| filter.name).chain(ENGINES_OWN);
        for name in named {
            let unknown = env
                .render_str(&format!("{{{{ 1|{name} }}}}"), ())
                .is_err_and(|error| error.kind() == ErrorKind::UnknownFilter);
            assert!(!unknown, "{name}");
        }
        for name in ["safe", "indent", "batch", "slice", "pprint", "join", "replace"] {
            let unknown = env.render_str(&format!("{{{{ 1|{name} }}}}"), ());
            assert_eq!(
                unknown.map_err(|error| error.kind()),
                Err(ErrorKind::UnknownFilter),
                "{name}"
            );
        }
        for name in ["range", "dict", "debug", "namespace"] {
            assert!(env.render_str(&format!("{{{{ {name}() }}}}"), ()).is_err(), "{name}");
        }
    }
}
