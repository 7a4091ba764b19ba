//! What templates can ask for about the ombud, and about the country.

use std::collections::BTreeMap;

use minijinja::value::Value;

use super::values::Values;
use crate::case::values::Text;
use crate::case::{Case, Nation, Ombud};

/// The ombud one by one, where they are found, and the figures of the country.
pub(super) fn people(case: &Case) -> Values {
    let operation = &case.operation;
    let ombud: Value = operation.ombud_posts.iter().flatten().map(ombud).collect();
    Values::from([
        ("ombud", ombud),
        ("besöksadress", optional(operation.visiting_address.as_ref())),
        ("webbplats", optional(operation.website.as_ref())),
        ("riket", case.nation.as_ref().map_or(Value::UNDEFINED, nation)),
    ])
}

fn ombud(ombud: &Ombud) -> Value {
    let share = ombud.share.as_ref().map(|share| u64::from(share.value));
    Value::from(BTreeMap::from([
        ("namn", text(&ombud.name)),
        ("telefon", text(&ombud.telephone)),
        ("e_post", text(&ombud.email)),
        ("sysselsättningsgrad", share.map_or(Value::UNDEFINED, Value::from)),
        ("område", optional(ombud.area.as_ref())),
    ]))
}

fn nation(nation: &Nation) -> Value {
    let here = nation.ombud_in_municipality.as_ref();
    Value::from(BTreeMap::from([
        ("ombud", nation.ombud.value.into()),
        ("kommuner", nation.municipalities.value.into()),
        ("ombud_i_kommunen", here.map_or(Value::UNDEFINED, |count| count.value.into())),
        ("år", nation.year.value.to_string().into()),
        ("källa", text(&nation.source)),
    ]))
}

fn text(text: &Text) -> Value {
    Value::from(text.value.clone())
}

fn optional(value: Option<&Text>) -> Value {
    value.map_or(Value::UNDEFINED, text)
}
