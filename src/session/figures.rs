//! The figures of all years as a grid.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::facts::{Facts, Figure, Number, change_in_cell};
use crate::make::Checked;
use crate::measures::{DIVISIONS, Division, MEASURES, Measure, PartNames};
use crate::swedish::upper_first;
use crate::yaml::{Node, Value as YamlValue};

/// How many years there are room for before the reported one, also where nothing stands.
const YEARS_BEFORE: i32 = 2;

/// The heading of the counts that are no parts of others.
const WHOLE_YEAR: &str = "Hela året";

pub(super) fn grid(root: Option<&Node>, checked: &Checked) -> Value {
    let statistics = root.and_then(|root| root.get("statistik"));
    let grid = Grid { statistics, facts: checked.facts.as_deref(), years: years(root, statistics) };
    let mut rows: Vec<Value> = MEASURES.iter().map(|measure| grid.measure(measure)).collect();
    rows.extend(DIVISIONS.iter().flat_map(|division| grid.division(division)));
    let groups = DIVISIONS.iter().map(|division| {
        json!({
            "group": heading(division),
            "path": [division.key],
            "one": division.one,
            "open": division.has_chosen_names(),
        })
    });
    json!({ "years": grid.years, "rows": rows, "groups": groups.collect::<Vec<_>>() })
}

fn heading(division: &Division) -> String {
    upper_first(division.key)
}

/// The years of the grid, the latest last.
fn years(root: Option<&Node>, statistics: Option<&Node>) -> Vec<i32> {
    let year = |text: &str| text.trim().parse().ok().filter(|year| (2000..2100).contains(year));
    let reported =
        root.and_then(|root| root.get("verksamhetsår")).and_then(|node| year(&text(node)?));
    let entries = statistics.and_then(Node::entries).unwrap_or_default();
    let mut years: BTreeSet<i32> = entries.iter().filter_map(|entry| year(&entry.key)).collect();
    if let Some(last) = reported.or_else(|| years.last().copied()) {
        years.extend(last - YEARS_BEFORE..=last);
    }
    years.into_iter().collect()
}

fn text(node: &Node) -> Option<String> {
    match &node.value {
        YamlValue::Scalar(scalar) => Some(scalar.text.trim().to_owned()),
        _ => None,
    }
}

struct Grid<'g> {
    statistics: Option<&'g Node>,
    facts: Option<&'g Facts>,
    years: Vec<i32>,
}

impl Grid<'_> {
    fn measure(&self, measure: &Measure) -> Value {
        let figure = self.facts.and_then(|facts| facts.figure(measure.key));
        let mut note = change(figure);
        let values = self.values(&[measure.key]);
        let last = self.years.last().map(i32::to_string).unwrap_or_default();
        let counted = figure.and_then(Figure::current).filter(|_| !values.contains_key(&last));
        if let Some(counted) = counted {
            let worked_out = format!("räknas ut till {}", Number::in_cell(Some(counted)));
            note = Some(note.map_or(worked_out.clone(), |note| format!("{worked_out}, {note}")));
        }
        row(WHOLE_YEAR, measure.label, &[measure.key], &values, note.as_deref())
    }

    fn division(&self, division: &Division) -> Vec<Value> {
        let figures = self.facts.map(|facts| facts.parts.of(division.key)).unwrap_or_default();
        let row = |key: &str, label: &str| {
            let path = [division.key, key];
            let figure = figures.iter().find(|figure| figure.label == label);
            row(&heading(division), label, &path, &self.values(&path), change(figure).as_deref())
        };
        match division.names {
            PartNames::Fixed(parts) => parts.iter().map(|part| row(part.key, part.label)).collect(),
            PartNames::Chosen(_) => self.names(division.key).iter().map(|n| row(n, n)).collect(),
        }
    }

    /// The names of a division's parts, those of the latest year first.
    fn names(&self, division: &str) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for year in self.years.iter().rev() {
            let parts = self.year(*year).and_then(|year| year.get(division)?.entries());
            for entry in parts.unwrap_or_default() {
                if !names.iter().any(|name| *name == entry.key.as_str()) {
                    names.push(entry.key.to_string());
                }
            }
        }
        names
    }

    /// The values of a row as they are written, by year.
    fn values(&self, path: &[&str]) -> Map<String, Value> {
        let value = |year: &i32| {
            let node = path.iter().try_fold(self.year(*year)?, |node, key| node.get(key))?;
            Some((year.to_string(), json!(text(node)?)))
        };
        self.years.iter().filter_map(value).collect()
    }

    fn year(&self, year: i32) -> Option<&Node> {
        self.statistics?.get(&year.to_string())
    }
}

fn row(
    group: &str,
    label: &str,
    path: &[&str],
    values: &Map<String, Value>,
    note: Option<&str>,
) -> Value {
    json!({ "group": group, "label": label, "path": path, "values": values, "note": note })
}

/// What has become of a count since the year before.
fn change(figure: Option<&Figure>) -> Option<String> {
    figure.and_then(Figure::change).map(change_in_cell)
}
