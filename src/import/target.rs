//! The places of a year file that a figure can be put in.

use crate::measures::{
    AMOUNTS, AmountSource, DIVISIONS, Division, MEASURES, Measure, MoneyMeasure, PartNames,
};
use crate::yaml::{Node, Value};
use crate::year_file::read::nearest;

/// A place of a year file that a figure can be put in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Target {
    /// A count of a year.
    Measure(&'static Measure),
    /// A part of a division of a year, by its key or, where the service chooses the names,
    /// its name.
    Part(&'static Division, String),
    /// An amount in kronor, of the reported year.
    Amount(&'static MoneyMeasure),
}

/// Words that name no such place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownTarget {
    /// What was most likely meant.
    pub near: Option<String>,
    /// What may be written there.
    pub known: Vec<String>,
}

/// The group of the year file that has the amounts.
const ECONOMY: &str = "ekonomi";

impl Target {
    /// The place with a name: `klienter`, `kön.kvinnor`, `ålder.18–29 år`, `ekonomi.använt`.
    ///
    /// # Errors
    /// What may be written there, when there is no such place.
    pub fn of_name(name: &str) -> Result<Self, UnknownTarget> {
        let name = name.trim();
        if let Some(measure) = Measure::of_key(name) {
            return Ok(Self::Measure(measure));
        }
        if let Some((group, part)) = name.split_once('.').filter(|(_, part)| !part.is_empty()) {
            if group == ECONOMY {
                let amount = MoneyMeasure::of_key(part).filter(|amount| is_given(amount));
                return amount.map(Self::Amount).ok_or_else(|| unknown(name));
            }
            if let Some(division) = Division::of_key(group) {
                return Self::part(division, part).ok_or_else(|| unknown(name));
            }
        }
        Err(unknown(name))
    }

    /// A part of a division by its name; nothing when its parts always have the same names
    /// and this isn't one.
    #[must_use]
    pub fn part(division: &'static Division, name: &str) -> Option<Self> {
        match division.names {
            PartNames::Chosen(_) => Some(Self::Part(division, name.trim().to_owned())),
            PartNames::Fixed(parts) => {
                let is_it = |known: &str| known.to_lowercase() == name.trim().to_lowercase();
                let part = parts.iter().find(|part| is_it(part.key) || is_it(part.label))?;
                Some(Self::Part(division, part.key.to_owned()))
            }
        }
    }

    /// The keys that lead to it, for a year.
    #[must_use]
    pub fn path(&self, year: i32) -> Vec<String> {
        let in_year = |rest: &[&str]| {
            let keys = ["statistik".to_owned(), year.to_string()];
            keys.into_iter().chain(rest.iter().map(|key| (*key).to_owned())).collect()
        };
        match self {
            Self::Measure(measure) => in_year(&[measure.key]),
            Self::Part(division, part) => in_year(&[division.key, part]),
            Self::Amount(amount) => vec![ECONOMY.to_owned(), amount.key.to_owned()],
        }
    }

    /// What it is called in a list: the path without the year.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Measure(measure) => measure.key.to_owned(),
            Self::Part(division, part) => format!("{}.{part}", division.key),
            Self::Amount(amount) => format!("{ECONOMY}.{}", amount.key),
        }
    }

    /// What stands there now, as it is written; nothing where there is nothing.
    #[must_use]
    pub fn written(&self, root: Option<&Node>, year: i32) -> Option<String> {
        let mut node = root?;
        for key in self.path(year) {
            node = node.get(&key)?;
        }
        match &node.value {
            Value::Scalar(scalar) => Some(scalar.text.trim().to_owned()),
            _ => None,
        }
    }
}

fn is_given(amount: &MoneyMeasure) -> bool {
    matches!(amount.source, AmountSource::Given(_))
}

fn unknown(name: &str) -> UnknownTarget {
    let mut known: Vec<String> = MEASURES.iter().map(|measure| measure.key.to_owned()).collect();
    for division in &DIVISIONS {
        match division.names {
            PartNames::Fixed(parts) => {
                known.extend(parts.iter().map(|part| format!("{}.{}", division.key, part.key)));
            }
            PartNames::Chosen(_) => known.push(format!("{}.…", division.key)),
        }
    }
    let given = AMOUNTS.iter().filter(|amount| is_given(amount));
    known.extend(given.map(|amount| format!("{ECONOMY}.{}", amount.key)));
    let words: Vec<&str> = known.iter().map(String::as_str).collect();
    let near = nearest(name, &words).map(|near| near.trim_end_matches(".…").to_owned());
    UnknownTarget { near: near.filter(|near| near != name), known }
}
