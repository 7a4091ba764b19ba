//! The ombud one by one, where they are found, and the figures of the country.

use minijinja::value::Value;

use super::{Values, group, known, list, optional, text};
use crate::facts::{Facts, Number};
use crate::measures::REASONS;
use crate::year_file::{Nation, Ombud, YearFile};

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let operation = &year_file.operation;
    let listed = operation.ombud_posts.iter().flatten();
    values.add("ombud", "ombuden, en och en", list(listed.map(ombud)));
    let about = "adressen där ombuden tar emot besök";
    values.add("besöksadress", about, optional(operation.visiting_address.as_ref()));
    let about = "webbplatsen med mer om verksamheten";
    values.add("webbplats", about, optional(operation.website.as_ref()));
    let reasons = facts.parts.of(REASONS).iter();
    let given = reasons.filter(|reason| reason.current().is_some_and(|n| n != Number::Exact(0)));
    let about = "orsakerna till kontakt utan sina antal, den vanligaste först";
    values.add("vanliga_orsaker", about, list(given.map(|reason| reason.label.clone())));
    let own = year_file.own_sections.iter().flatten();
    let own = own.map(|one| group([("rubrik", text(&one.heading)), ("text", text(&one.text))]));
    values.add("egna_avsnitt", "informationsbladets egna avsnitt", list(own));
    let about = "personligt ombud i hela landet, när årsfilen har siffror för det";
    values.add("riket", about, known(year_file.nation.as_ref().map(nation)));
}

fn ombud(ombud: &Ombud) -> Value {
    group([
        ("namn", text(&ombud.name)),
        ("telefon", text(&ombud.telephone)),
        ("e_post", text(&ombud.email)),
        ("sysselsättningsgrad", known(ombud.share.as_ref().map(|share| u64::from(**share)))),
        ("område", optional(ombud.area.as_ref())),
    ])
}

fn nation(nation: &Nation) -> Value {
    let here = nation.ombud_in_municipality.as_ref();
    group([
        ("ombud", (*nation.ombud).into()),
        ("kommuner", (*nation.municipalities).into()),
        ("ombud_i_kommunen", known(here.map(|count| **count))),
        ("år", nation.year.to_string().into()),
        ("källa", text(&nation.source)),
    ])
}
