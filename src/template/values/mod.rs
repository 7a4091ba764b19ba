//! What templates and texts can ask for, under Swedish names.
//!
//! A name that exists but has no value in this year file is present as undefined: a
//! template can test it with `is defined`, and showing it is an error.

mod economy;
mod figures;
mod gap;
mod names;
mod operation;
mod parts;
mod people;
mod sender;
mod sentences;
mod shown;
mod tables;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use minijinja::value::Value;

use super::Input;
use super::filters::NAMES_IN_TEXT;
use crate::measures::{AMOUNTS, MEASURES};
use crate::swedish::with_fixed_spaces;
use crate::year_file::values::Text;
use crate::year_file::{Contact, Period, YearFile};

pub(super) use gap::Gap;
pub(super) use names::{NamedValue, Values};
pub(super) use parts::{Part, TABLE, parts_of};
pub(super) use sentences::{SentenceValue, joined};
pub(super) use shown::ShownNumber;

/// Everything a template can ask for, in the order of the handbook.
pub(super) fn values(year_file: &YearFile, input: &Input<'_>) -> Values {
    let mut values = Values::of(input.loaded);
    years(year_file, input, &mut values);
    sender::add(year_file, &mut values);
    sender::add_board_matter(year_file, &mut values);
    sender::add_county_board(year_file, input.facts, &mut values);
    operation::add(year_file, input.facts, &mut values);
    people::add(year_file, input.facts, &mut values);
    figures::add(input.facts, &mut values);
    tables::add(input.facts, &mut values);
    economy::add(year_file, input.facts, &mut values);
    operation::add_shortcomings(year_file, &mut values);
    sentences::add(year_file, input.facts, &mut values);
    let in_text = year_file.names_in_text.iter().flatten();
    let in_text = in_text.map(|(name, written)| (name.to_string(), text(written)));
    let about = "namn som årsfilen säger hur de skrivs inne i en mening";
    values.add(NAMES_IN_TEXT, about, in_text.collect::<BTreeMap<_, _>>());
    // What is left out has a stand-in, which means nothing.
    for name in input.loaded.absent_names() {
        values.set(name, Value::UNDEFINED);
    }
    note_unread(year_file, input, &mut values);
    let texts = year_file.texts.iter().flatten();
    let sections = texts.map(|(name, _)| name.as_str()).filter(|name| !year_file.omits(name));
    let sections = sections.map(str::to_owned);
    values.add("texter", "namnen på de avsnitt som årsfilen har egen text till", list(sections));
    values.add("bilagor", "papperets bilagor, i ordning", attachments(year_file, &[]));
    values.add("bilaga", "papperets nummer, när det är en bilaga", Value::UNDEFINED);
    values
}

/// Names with the way to what they show, where something that could not be read leaves
/// an empty list or nothing, and no stand-in.
const UNNOTED: [(&str, &[&str]); 10] = [
    ("upptagningsområde", &["verksamhet", "upptagningsområde"]),
    ("prioriteringsordning", &["verksamhet", "prioriteringsordning"]),
    ("ledningsgrupp", &["verksamhet", "ledningsgrupp"]),
    ("samverkan", &["verksamhet", "samverkan"]),
    ("andra_kommuner", &["verksamhet", "andra_kommuner"]),
    ("ombud", &["verksamhet", "ombud"]),
    ("underskrifter", &["ärende", "underskrifter"]),
    ("diarienummer", &["ärende", "diarienummer"]),
    ("poster", &["ekonomi", "poster"]),
    ("brister", &["brister"]),
];

/// Notes the names whose values are missing because they could not be read.
fn note_unread(year_file: &YearFile, input: &Input<'_>, values: &mut Values) {
    let year = year_file.year.known().map(ToString::to_string).unwrap_or_default();
    let figures =
        MEASURES.iter().map(|measure| (measure.key, vec!["statistik", &year, measure.key]));
    let amounts = AMOUNTS.iter().map(|amount| (amount.key, vec!["ekonomi", amount.key]));
    let others = UNNOTED.iter().map(|(name, path)| (*name, path.to_vec()));
    for (name, path) in others.chain(figures).chain(amounts) {
        if input.loaded.is_unread(&path) {
            values.note_unread(name);
        }
    }
}

/// The bilagor: the papers that are such, by title, and then those of the year file that
/// are none of them.
pub(super) fn attachments(year_file: &YearFile, papers: &[String]) -> Value {
    let more = year_file.board_matter.attachments.iter().flatten().map(ToString::to_string);
    let more = more.filter(|title| !papers.contains(&with_fixed_spaces(title)));
    list(papers.iter().cloned().chain(more))
}

fn years(year_file: &YearFile, input: &Input<'_>, values: &mut Values) {
    let year = |offset: i32| (*year_file.year + offset).to_string();
    values.add("år", "året som redovisas", year(0));
    values.add("föregående_år", "året före", year(-1));
    values.add("nästa_år", "året som ansökan gäller", year(1));
    let period = year_file.period.as_ref().map(Period::in_words);
    let about = "den del av året som siffrorna gäller, när de inte gäller hela året";
    values.add("period", about, known(period));
    let shown = input.facts.years.iter().map(ToString::to_string);
    values.add(
        "åren",
        "åren som det finns siffror för, högst fem, det redovisade sist",
        list(shown),
    );
}

/// A person to turn to. What can't be read of that leaves the rest as it is.
fn contact(name: &str, contact: &Contact, values: &Values) -> Value {
    let part = |part: &'static str, value: Value| {
        let is_gap = values.looks_at_stand_in();
        (part, if is_gap { Value::from_object(Gap::of(name, part)) } else { value })
    };
    group([
        part("namn", text(&contact.name)),
        part("befattning", optional(contact.position.as_ref())),
        part("telefon", optional(contact.telephone.as_ref())),
        part("e_post", optional(contact.email.as_ref())),
    ])
}

fn group<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(BTreeMap::from(entries))
}

fn list<T: Into<Value>>(items: impl Iterator<Item = T>) -> Value {
    items.map(Into::into).collect()
}

fn text(text: &Text) -> Value {
    Value::from(text.to_string())
}

fn optional(value: Option<&Text>) -> Value {
    value.map_or(Value::UNDEFINED, text)
}

fn texts(texts: &[Text]) -> Value {
    list(texts.iter().map(ToString::to_string))
}

fn date(date: NaiveDate) -> Value {
    Value::from(date.format("%Y-%m-%d").to_string())
}

fn known<T: Into<Value>>(value: Option<T>) -> Value {
    value.map_or(Value::UNDEFINED, Into::into)
}
