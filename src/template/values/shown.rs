//! A figure in a template: it shows its count, and answers for what follows from it.

use std::fmt;
use std::sync::Arc;

use minijinja::value::{Enumerator, Object, Value};

use super::known;
use crate::facts::{Change, Figure, Number, Share};
use crate::swedish::ordinal;

/// A figure that is known for the reported year.
#[derive(Debug)]
pub(in crate::template) struct ShownNumber {
    figure: Figure,
    share: Option<Share>,
    previous_year: i32,
}

impl ShownNumber {
    /// What can be asked of a figure, with what it is.
    pub(in crate::template) const PARTS: [(&'static str, &'static str); 10] = [
        ("antal", "antalet som ett tal, för villkor"),
        ("föregående", "antalet året före"),
        ("skillnad", "skillnaden mot året före, utan tecken"),
        ("procent", "skillnaden i procent av året före"),
        ("har", "det som följer på ”antalet har”"),
        ("ändring", "skillnaden som en fras"),
        ("andel", "andelen av årets klienter"),
        ("trend", "hur länge antalet har gått åt samma håll, när det är mer än ett år"),
        ("serie", "en lista med antalet varje år i `åren`, för tabeller och diagram"),
        ("maskerat", "om antalet är maskerat något av åren"),
    ];

    /// A figure; its share is that of all clients of the year.
    pub(super) fn new(figure: &Figure, clients: Option<&Figure>, year: i32) -> Self {
        let share = clients.and_then(|clients| figure.share_of(clients));
        Self { figure: figure.clone(), share, previous_year: year - 1 }
    }

    /// The change from the year before, as a phrase that is never empty.
    pub(in crate::template) fn change(&self) -> String {
        match (self.figure.change(), self.figure.previous()) {
            (Some(change), _) => change.noun_phrase(),
            (None, None) => format!("uppgift för {} saknas", self.previous_year),
            (None, Some(_)) => "förändringen visas inte".to_owned(),
        }
    }

    /// The change in per cent.
    pub(in crate::template) fn per_cent(&self) -> Option<String> {
        self.figure.change().and_then(Change::per_cent)
    }
}

/// `för tredje året i rad`; nothing when the year before went another way.
fn trend(figure: &Figure) -> Option<String> {
    let run = figure.run().filter(|run| run.changes > 1)?;
    Some(format!("för {} året i rad", ordinal(run.changes)))
}

impl Object for ShownNumber {
    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let change = self.figure.change();
        let value = match key {
            "antal" => self.figure.current().map(number),
            "föregående" => self.figure.previous().map(number),
            "skillnad" => change.map(|change| change.size().into()),
            "procent" => self.per_cent().map(Value::from),
            "har" => change.map(|change| change.participle().into()),
            "ändring" => change.map(|change| change.noun_phrase().into()),
            "andel" => self.share.map(|share| share.to_string().into()),
            "trend" => trend(&self.figure).map(Value::from),
            "serie" => Some(self.figure.series.iter().copied().map(Number::in_cell).collect()),
            "maskerat" => Some(self.figure.is_masked().into()),
            _ => return None,
        };
        Some(known(value))
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(Self::PARTS.map(|(part, _)| part.into()).into())
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.figure.current().map_or(Ok(()), |number| fmt::Display::fmt(&number, f))
    }
}

/// A count as a number that templates can compare, a masked one as its words.
fn number(number: Number) -> Value {
    number.exact().map_or_else(|| number.to_string().into(), Value::from)
}
