//! What templates and texts can ask for, under Swedish names.
//!
//! A name that exists but has no value in this case is present as undefined: a
//! template can test it with `is defined`, and showing it is an error.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use minijinja::value::{Enumerator, Object, Value};

use super::Input;
use crate::case::values::Text;
use crate::case::{Case, Contact};
use crate::facts::{Facts, Figure, Number};
use crate::swedish::in_words;

/// Names with their values.
pub(super) type Values = BTreeMap<&'static str, Value>;

/// Everything a template can ask for.
pub(super) fn values(case: &Case, input: &Input<'_>) -> Values {
    let mut values = Values::new();
    years(case, &mut values);
    sender(case, &mut values);
    errand(case, &mut values);
    county_board(case, input.facts, &mut values);
    operation(case, &mut values);
    figures(input.facts, &mut values);
    economy(case, input.facts, &mut values);
    values.extend(super::values_people::people(case));
    values.insert("brister", shortcomings(case));
    let sections = case.texts.iter().flatten().map(|(name, _)| name.value.clone());
    values.insert("texter", list(sections));
    values.insert("bilagor", attachments(case, &[]));
    values
}

/// The bilagor: the papers made as such, by title, and then those of the year file.
pub(super) fn attachments(case: &Case, made: &[String]) -> Value {
    let more = case.errand.attachments.iter().flatten().map(|text| text.value.clone());
    list(made.iter().cloned().chain(more))
}

fn years(case: &Case, values: &mut Values) {
    let year = |offset: i32| Value::from((case.year.value + offset).to_string());
    values.extend([("år", year(0)), ("föregående_år", year(-1)), ("nästa_år", year(1))]);
}

fn sender(case: &Case, values: &mut Values) {
    let sender = &case.sender;
    let payment = sender.payment.as_ref();
    values.extend([
        ("kommun", text(&sender.municipality)),
        ("organisationsnummer", text(&sender.organisation_number)),
        ("nämnd", text(&sender.board)),
        ("förvaltning", text(&sender.administration)),
        ("avdelning", text(&sender.department)),
        ("adress", text(&sender.address)),
        ("telefon", optional(sender.telephone.as_ref())),
        ("e_post", optional(sender.email.as_ref())),
        (
            "betalning",
            group([
                ("bankgiro", optional(payment.and_then(|payment| payment.bankgiro.as_ref()))),
                ("plusgiro", optional(payment.and_then(|payment| payment.plusgiro.as_ref()))),
                ("referens", optional(payment.and_then(|payment| payment.reference.as_ref()))),
            ]),
        ),
    ]);
}

fn errand(case: &Case, values: &mut Values) {
    let errand = &case.errand;
    let signatories = errand.signatories.iter().map(|signatory| {
        group([
            ("namn", text(&signatory.name)),
            ("befattning", text(&signatory.position)),
            ("enhet", optional(signatory.unit.as_ref())),
        ])
    });
    values.extend([
        ("diarienummer", optional(errand.reference.as_ref())),
        ("datum", date(errand.date.value)),
        ("sammanträde", date(errand.meeting.value)),
        ("handläggare", contact(&errand.officer)),
        ("underskrifter", list(signatories)),
    ]);
}

fn county_board(case: &Case, facts: &Facts, values: &mut Values) {
    let grant = &case.grant;
    let signer = grant.signer.as_ref();
    values.extend([
        ("länsstyrelse", text(&grant.county_board)),
        ("redovisning_inlämnad", date(grant.report_submitted.value)),
        ("ansökan_inlämnad", date(grant.application_submitted.value)),
        ("redovisning_lämnas", tense(facts.report_is_sent)),
        ("ansökan_lämnas", tense(facts.application_is_sent)),
        ("redovisning_är_lämnad", Value::from(facts.report_is_sent)),
        ("ansökan_är_lämnad", Value::from(facts.application_is_sent)),
        ("beslutets_diarienummer", optional(grant.decision_reference.as_ref())),
        ("kontaktperson", contact(grant.contact.as_ref().unwrap_or(&case.errand.officer))),
        (
            "undertecknare",
            group([
                ("namn", optional(signer.map(|signer| &signer.name))),
                ("befattning", optional(signer.map(|signer| &signer.position))),
                ("behörighet", optional(signer.and_then(|signer| signer.authority.as_ref()))),
            ]),
        ),
    ]);
}

fn operation(case: &Case, values: &mut Values) {
    let operation = &case.operation;
    let steering = &operation.steering_group;
    let municipalities = operation.other_municipalities.iter().flatten().map(|other| {
        group([
            ("namn", text(&other.name)),
            ("årsanställningar", Value::from(other.full_time_posts.to_string())),
        ])
    });
    let cooperation = operation
        .cooperation
        .iter()
        .flatten()
        .map(|body| group([("namn", text(&body.name)), ("om", optional(body.about.as_ref()))]));
    values.extend([
        ("upptagningsområde", texts(&operation.area)),
        ("andra_kommuner", list(municipalities)),
        ("årsanställningar", Value::from(operation.full_time_posts.to_string())),
        ("heltidstjänster", Value::from(full_time_posts(operation.full_time_posts.value))),
        ("antal_ombud", operation.ombud.as_ref().map_or(Value::UNDEFINED, |n| n.value.into())),
        ("driftsform", text(&operation.form)),
        ("utförare", optional(operation.provider.as_ref())),
        ("startade", date(operation.started.value)),
        ("samverkan", list(cooperation)),
        ("prioriteringsordning", texts(&operation.priorities)),
        (
            "ledningsgrupp",
            group([
                ("möten_per_år", steering.meetings.value.into()),
                ("ledamöter", texts(&steering.members)),
                ("organisationer_erbjudna", steering.organisations.invited.value.into()),
                (
                    "organisationer",
                    texts(steering.organisations.taking_part.as_deref().unwrap_or_default()),
                ),
            ]),
        ),
    ]);
}

/// What is done with a paper, told from the day of the meeting.
fn tense(is_sent: bool) -> Value {
    Value::from(if is_sent { "har lämnats" } else { "lämnas" })
}

/// `fyra heltidstjänster`, `en heltidstjänst`, `3,75 heltidstjänster`.
fn full_time_posts(posts: crate::case::values::Hundredths) -> String {
    match posts.0 {
        100 => "en heltidstjänst".to_owned(),
        whole if whole.is_multiple_of(100) => {
            format!("{} heltidstjänster", in_words(whole / 100, false))
        }
        _ => format!("{posts}{}heltidstjänster", crate::swedish::FIXED_SPACE),
    }
}

fn figures(facts: &Facts, values: &mut Values) {
    for figure in &facts.figures {
        let value = match figure.current {
            Some(_) => Value::from_object(Shown(figure.clone())),
            None => Value::UNDEFINED,
        };
        values.insert(figure.name, value);
    }
    let known = facts.figures.iter().filter(|figure| figure.current.is_some());
    let rows = |figures: &[Figure]| list(figures.iter().map(row));
    values.extend([
        ("nyckeltal", list(known.map(row))),
        ("kön", rows(&facts.parts.sexes)),
        ("ålder", rows(&facts.parts.ages)),
        ("områden", rows(&facts.parts.areas)),
        ("fördelningar", divisions(facts)),
        ("orsaker", rows(&facts.parts.reasons)),
        ("kontaktvägar", rows(&facts.parts.contact_routes)),
    ]);
}

/// The divisions of all clients that have figures, for a table each.
fn divisions(facts: &Facts) -> Value {
    let parts = &facts.parts;
    let divisions = [
        ("kön", "Kön", &parts.sexes),
        ("ålder", "Ålder", &parts.ages),
        ("område", "Område", &parts.areas),
    ];
    let with_figures = divisions.into_iter().filter(|(_, _, rows)| !rows.is_empty());
    list(with_figures.map(|(by, header, rows)| {
        group([
            ("efter", by.into()),
            ("rubrik", header.into()),
            ("rader", list(rows.iter().map(row))),
            ("jämförs", rows.iter().any(|row| row.previous.is_some()).into()),
        ])
    }))
}

/// A row of a table: what is missing is shown as an en dash, and so is a change
/// that a masked count would follow from.
fn row(figure: &Figure) -> Value {
    let cell = |count: Option<Number>| count.map_or_else(|| "–".to_owned(), |n| n.to_string());
    group([
        ("namn", figure.label.clone().into()),
        ("antal", cell(figure.current).into()),
        ("föregående", cell(figure.previous).into()),
        ("förändring", figure.change().map_or("–".into(), |change| change.signed().into())),
        ("saknas", (figure.previous.is_none() || figure.current.is_none()).into()),
        ("maskerat", figure.is_masked().into()),
    ])
}

fn economy(case: &Case, facts: &Facts, values: &mut Values) {
    let economy = case.economy.as_ref();
    let known = |amount: Option<u64>| amount.map_or(Value::UNDEFINED, Value::from);
    let level = economy.and_then(|economy| economy.level.as_ref());
    let items = economy.and_then(|economy| economy.items.as_ref()).into_iter().flatten();
    let items = items.map(|item| {
        group([("ändamål", text(&item.purpose)), ("kronor", item.amount.value.into())])
    });
    values.extend([
        ("beviljat", known(economy.map(|economy| economy.granted.value))),
        ("använt", known(economy.map(|economy| economy.used.value))),
        ("oförbrukat", known(facts.money.unused)),
        (
            "egna_medel",
            known(economy.and_then(|economy| economy.own_funds.as_ref()).map(|own| own.value)),
        ),
        ("total_kostnad", known(facts.money.total_cost)),
        ("poster", list(items)),
        ("poster_summa", known(facts.money.items_total)),
        ("sökt_belopp", known(facts.money.applied_for)),
        (
            "belopp_per_heltid",
            level.map_or(Value::UNDEFINED, |level| {
                group([
                    ("kronor", level.amount.value.into()),
                    ("år", level.year.value.to_string().into()),
                    ("källa", text(&level.source)),
                ])
            }),
        ),
    ]);
}

fn shortcomings(case: &Case) -> Value {
    let shortcomings = case.shortcomings.iter().flatten().map(|shortcoming| {
        group([
            ("område", text(&shortcoming.area)),
            ("beskrivning", text(&shortcoming.description)),
            ("huvudman", text(&shortcoming.responsible)),
            ("rapporterad_till", optional(shortcoming.reported_to.as_ref())),
            ("åtgärd", optional(shortcoming.outcome.as_ref())),
        ])
    });
    list(shortcomings)
}

fn contact(contact: &Contact) -> Value {
    group([
        ("namn", text(&contact.name)),
        ("befattning", optional(contact.position.as_ref())),
        ("telefon", text(&contact.telephone)),
        ("e_post", text(&contact.email)),
    ])
}

fn group<const N: usize>(entries: [(&'static str, Value); N]) -> Value {
    Value::from(Values::from(entries))
}

fn list<T: Into<Value>>(items: impl Iterator<Item = T>) -> Value {
    items.map(Into::into).collect()
}

fn text(text: &Text) -> Value {
    Value::from(text.value.clone())
}

fn optional(value: Option<&Text>) -> Value {
    value.map_or(Value::UNDEFINED, text)
}

fn texts(texts: &[Text]) -> Value {
    list(texts.iter().map(|text| text.value.clone()))
}

fn date(date: NaiveDate) -> Value {
    Value::from(date.format("%Y-%m-%d").to_string())
}

/// A figure in a template: it shows its count, and answers for the change.
#[derive(Debug)]
struct Shown(Figure);

impl Object for Shown {
    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let change = self.0.change();
        let value = match key {
            "antal" => self.0.current.map(number),
            "föregående" => self.0.previous.map(number),
            "skillnad" => change.map(|change| change.size().into()),
            "procent" => change.and_then(|change| Some(change.per_cent()?.into())),
            "har" => change.map(|change| change.participle().into()),
            "ändring" => change.map(|change| change.noun_phrase().into()),
            _ => None,
        };
        value.or_else(|| SHOWN.contains(&key).then_some(Value::UNDEFINED))
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Str(SHOWN)
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.current.map_or(Ok(()), |number| fmt::Display::fmt(&number, f))
    }
}

/// A count as a number that templates can compare, a masked one as its words.
fn number(number: Number) -> Value {
    number.exact().map_or_else(|| number.to_string().into(), Value::from)
}

/// What can be asked of a figure.
const SHOWN: &[&str] = &["antal", "föregående", "skillnad", "procent", "har", "ändring"];
