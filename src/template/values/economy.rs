//! The grant in kronor.

use minijinja::value::Value;

use super::{Values, group, known, list, text};
use crate::facts::Facts;
use crate::year_file::YearFile;

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let economy = year_file.economy.as_ref();
    let money = &facts.money;
    let own_funds = economy.and_then(|economy| economy.own_funds.as_deref()).copied();
    let granted = economy.map(|economy| *economy.granted);
    let used = economy.map(|economy| *economy.used);
    values.add("beviljat", "beviljat bidrag, kronor", known(granted));
    values.add("använt", "använt bidrag, kronor", known(used));
    values.add("oförbrukat", "bidrag som inte har använts, kronor", known(money.unused));
    values.add("egna_medel", "kommunens egna medel, kronor", known(own_funds));
    let about = "använt bidrag och egna medel tillsammans, kronor";
    values.add("total_kostnad", about, known(money.total_cost));
    let per_post = &money.per_post;
    let per_post = group([
        ("beviljat", known(per_post.granted)),
        ("använt", known(per_post.used)),
        ("oförbrukat", known(per_post.unused)),
        ("egna_medel", known(per_post.own_funds)),
        ("total_kostnad", known(per_post.total_cost)),
    ]);
    values.add("per_heltid", "samma belopp för en heltidstjänst, avrundade kronor", per_post);
    let items = economy.and_then(|economy| economy.items.as_ref()).into_iter().flatten();
    let items = items
        .map(|item| group([("ändamål", text(&item.purpose)), ("kronor", (*item.amount).into())]));
    values.add("poster", "vad bidraget har gått till", list(items));
    values.add("poster_summa", "posternas summa, kronor", known(money.items_total));
    let about = "sökt bidrag, när beloppet per heltid är känt, kronor";
    values.add("sökt_belopp", about, known(money.applied_for));
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
