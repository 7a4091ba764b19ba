//! The grant in kronor.

use std::collections::BTreeMap;

use minijinja::value::Value;

use super::{Values, group, known, list, text};
use crate::facts::Facts;
use crate::measures::{AMOUNTS, MoneyMeasure};
use crate::year_file::YearFile;

/// The name of the amounts for one full-time post.
pub(super) const PER_POST: &str = "per_heltid";

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let economy = year_file.economy.as_ref();
    let money = &facts.money;
    let add = |measure: &MoneyMeasure, values: &mut Values| {
        let about = format!("{}, kronor", measure.about);
        values.add(measure.key, about, known(money.kronor(measure.key)));
    };
    let per_post = || AMOUNTS.iter().filter(|measure| measure.is_per_post);
    for measure in per_post() {
        add(measure, values);
    }
    let for_one_post = per_post().map(|measure| (measure.key, known(money.per_post(measure.key))));
    let about = "samma belopp för en heltidstjänst, avrundade kronor";
    values.add(PER_POST, about, for_one_post.collect::<BTreeMap<_, _>>());
    let items = economy.and_then(|economy| economy.items.as_ref()).into_iter().flatten();
    let items = items
        .map(|item| group([("ändamål", text(&item.purpose)), ("kronor", (*item.amount).into())]));
    values.add("poster", "vad bidraget har gått till", list(items));
    values.add("poster_summa", "posternas summa, kronor", known(money.items_total));
    for measure in AMOUNTS.iter().filter(|measure| !measure.is_per_post) {
        add(measure, values);
    }
    let level = economy.and_then(|economy| economy.level.as_ref());
    let level = level.map_or(Value::UNDEFINED, |level| {
        group([
            ("kronor", (*level.amount).into()),
            ("år", level.year.to_string().into()),
            ("källa", text(&level.source)),
        ])
    });
    values.add("belopp_per_heltid", "bidragets nivå för en heltid, med sin källa", level);
}
