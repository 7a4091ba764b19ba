//! The year's figures, one by one.

use minijinja::value::Value;

use super::{Shown, Values, known};
use crate::facts::Facts;
use crate::swedish::{signed, tenths};

/// What each figure is, for the handbook, in the order of the key figures.
const ABOUT: [(&str, &str); 7] = [
    ("ingående", "klienter vid årets början"),
    ("nya", "nya klienter under året"),
    ("klienter", "klienter som hade kontakt med ett ombud under året"),
    ("avslutade", "ärenden som avslutades under året"),
    ("utgående", "klienter vid årets slut"),
    ("kö", "personer i kö vid årets slut"),
    ("hemmavarande_barn", "klienter med hemmavarande barn under 18 år"),
];

/// The names of figures.
pub(in crate::template) fn names() -> impl Iterator<Item = &'static str> {
    ABOUT.into_iter().map(|(name, _)| name)
}

pub(super) fn add(facts: &Facts, values: &mut Values) {
    let year = facts.years.last().copied().unwrap_or_default();
    let clients = facts.figure("klienter");
    for (name, about) in ABOUT {
        let figure = facts.figure(name).filter(|figure| figure.current().is_some());
        let shown = figure.map(|figure| Value::from_object(Shown::new(figure, clients, year)));
        values.add(name, about, known(shown));
    }
    let about = "nya klienter minus avslutade ärenden, med tecken";
    values.add("nettoflöde", about, known(facts.net_flow().map(signed)));
    let about = "klienter för varje heltidstjänst";
    values.add("klienter_per_heltid", about, known(facts.clients_per_post().map(tenths)));
}
