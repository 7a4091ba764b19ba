//! The year's figures, one by one.

use minijinja::value::Value;

use super::{ShownNumber, Values, known};
use crate::facts::Facts;
use crate::measures::{CLIENTS, MEASURES, Measure};
use crate::swedish::{signed, tenths};

pub(super) fn add(facts: &Facts, values: &mut Values) {
    let year = facts.years.last().copied().unwrap_or_default();
    let clients = facts.figure(CLIENTS);
    for Measure { key, about, .. } in &MEASURES {
        let figure = facts.figure(key).filter(|figure| figure.current().is_some());
        let shown =
            figure.map(|figure| Value::from_object(ShownNumber::new(figure, clients, year)));
        values.add(key, *about, known(shown));
    }
    let about = "nya klienter minus avslutade ärenden, med tecken";
    values.add("nettoflöde", about, known(facts.net_flow().map(signed)));
    let about = "klienter för varje heltidstjänst";
    values.add("klienter_per_heltid", about, known(facts.clients_per_post().map(tenths)));
}
