//! A year file from the figures that are attached to a paper (`docs/siffror.md`).
//!
//! The figures are what the papers show. What is masked there is not in them, and texts and
//! people are not either.

use serde_json::{Map, Value};

use crate::facts::PUBLISHED_VERSION;
use crate::measures::{AMOUNTS, AmountSource, DIVISIONS, Division, MEASURES, PartNames};
use crate::yaml::edit::{Edit, Path, Position, RawText, Tree};
use crate::year_file::MAX_COUNT;

/// The name under which the figures are attached.
pub const ATTACHMENT: &str = "siffror.json";

/// Why figures can't be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoFigures {
    /// It is something else.
    Foreign,
    /// A later program has written them in another way.
    Later,
    /// Something in them is not as it should be.
    Damaged,
}

/// The figures of a paper as a new year file.
#[derive(Debug)]
pub struct ReadBack {
    /// The year that the paper is about.
    pub year: i32,
    /// The years that there are figures of.
    pub years: Vec<i32>,
    /// What is not filled in.
    pub left_out: NotFilledIn,
    /// The year file.
    pub text: RawText,
}

/// What of a paper's figures is not filled in: the place in the year file and what the paper
/// shows.
#[derive(Debug, Default)]
pub struct NotFilledIn {
    /// What is masked in the paper.
    pub masked: Vec<(String, String)>,
    /// What the paper shows, but the year file can't have alone: the other part of it is
    /// masked.
    pub parts: Vec<(String, String)>,
}

/// Makes a year file of the figures that are attached to the paper with a name.
///
/// # Errors
/// Why they can't be read.
pub fn year_file(json: &[u8], paper: &str) -> Result<ReadBack, NoFigures> {
    let figures: Value = serde_json::from_slice(json).map_err(|_| NoFigures::Foreign)?;
    if figures.get("format").and_then(Value::as_str) != Some("tjut-siffror") {
        return Err(NoFigures::Foreign);
    }
    match figures.get("version").and_then(Value::as_u64) {
        Some(version) if version == u64::from(PUBLISHED_VERSION) => {}
        Some(version) if version > u64::from(PUBLISHED_VERSION) => return Err(NoFigures::Later),
        _ => return Err(NoFigures::Damaged),
    }
    let year = figures.get("verksamhetsår").and_then(Value::as_i64);
    let year = year.and_then(|year| i32::try_from(year).ok());
    let year = year.filter(|year| YEARS.contains(year)).ok_or(NoFigures::Damaged)?;
    let mut left_out = NotFilledIn::default();
    let statistics = statistics(&figures, &mut left_out)?;
    let groups = [
        ("avsändare", texts(&figures, &["kommun", "nämnd"])),
        ("verksamhet", posts(&figures)),
        (
            "statistik",
            statistics.iter().map(|(year, tree)| (year.to_string(), tree.clone())).collect(),
        ),
        ("ekonomi", amounts(&figures)?),
    ];
    let text = written(year, paper, &left_out, &groups)?;
    let years = statistics.iter().map(|(year, _)| *year).collect();
    Ok(ReadBack { year, years, left_out, text })
}

/// The years that a year file can be about.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2099;

type Group = Vec<(String, Tree)>;

/// The texts under some keys, those that are there.
fn texts(figures: &Value, keys: &[&str]) -> Group {
    let text = |key: &&str| {
        let text = figures.get(key)?.as_str()?.trim();
        (!text.is_empty()).then(|| ((*key).to_owned(), Tree::text(text)))
    };
    keys.iter().filter_map(text).collect()
}

/// The full-time posts, which are typed as a number.
fn posts(figures: &Value) -> Group {
    const KEY: &str = "årsanställningar";
    let is_number = |text: &&str| text.chars().all(|c| c.is_ascii_digit() || c == ',');
    let posts = figures.get(KEY).and_then(Value::as_str).filter(is_number);
    posts.map(|posts| (KEY.to_owned(), Tree::word(posts))).into_iter().collect()
}

/// A figure of one year.
enum Cell {
    Count(u64),
    Masked(String),
}

/// What a figure is in a year; nothing when the paper has none.
fn cell(figure: &Map<String, Value>, year: i32) -> Result<Option<Cell>, NoFigures> {
    match figure.get(&year.to_string()) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(shown)) => Ok(Some(Cell::Masked(shown.clone()))),
        Some(count) => {
            let count = count.as_u64().filter(|count| *count <= MAX_COUNT);
            count.map(|count| Some(Cell::Count(count))).ok_or(NoFigures::Damaged)
        }
    }
}

fn list(value: Option<&Value>) -> Result<Vec<&Map<String, Value>>, NoFigures> {
    let items = value.and_then(Value::as_array).ok_or(NoFigures::Damaged)?;
    items.iter().map(|item| item.as_object().ok_or(NoFigures::Damaged)).collect()
}

/// The figures of each year, the earliest first.
fn statistics(figures: &Value, left_out: &mut NotFilledIn) -> Result<Vec<(i32, Tree)>, NoFigures> {
    let counts = list(figures.get("antal"))?;
    let mut years: Vec<(i32, Tree)> = Vec::new();
    for year in YEARS {
        let mut group = Group::new();
        for measure in &MEASURES {
            let is_it = |figure: &&&Map<String, Value>| {
                figure.get("namn").and_then(Value::as_str) == Some(measure.key)
            };
            let Some(figure) = counts.iter().find(is_it) else { continue };
            match cell(figure, year)? {
                Some(Cell::Count(count)) => group.push((measure.key.to_owned(), Tree::word(count))),
                Some(Cell::Masked(shown)) => {
                    let place = format!("statistik.{year}.{}", measure.key);
                    left_out.masked.push((place, shown));
                }
                None => {}
            }
        }
        for division in &DIVISIONS {
            let parts = figures.get("fördelningar").and_then(|all| all.get(division.key));
            if parts.is_some() {
                let parts = divided(division, &list(parts)?, year, left_out)?;
                if !parts.is_empty() {
                    group.push((division.key.to_owned(), Tree::Group(parts)));
                }
            }
        }
        if !group.is_empty() {
            years.push((year, Tree::Group(group)));
        }
    }
    Ok(years)
}

/// The parts of a division in a year. Of one that always has the same parts nothing is kept
/// when one of them is masked, since the year file has all of them or none.
fn divided(
    division: &'static Division,
    parts: &[&Map<String, Value>],
    year: i32,
    left_out: &mut NotFilledIn,
) -> Result<Group, NoFigures> {
    let mut group = Group::new();
    let mut is_whole = true;
    for part in parts {
        let name = part.get("beskrivning").and_then(Value::as_str).ok_or(NoFigures::Damaged)?;
        let key = match division.names {
            PartNames::Chosen(_) => name,
            PartNames::Fixed(_) => division.fixed(name).ok_or(NoFigures::Damaged)?.key,
        };
        match cell(part, year)? {
            Some(Cell::Count(count)) => group.push((key.to_owned(), Tree::word(count))),
            Some(Cell::Masked(shown)) => {
                is_whole = false;
                let place = format!("statistik.{year}.{}.{key}", division.key);
                left_out.masked.push((place, shown));
            }
            None => {}
        }
    }
    if !is_whole && !division.has_chosen_names() {
        for (key, count) in group.drain(..) {
            let count = count.scalar().unwrap_or_default().to_owned();
            left_out.parts.push((format!("statistik.{year}.{}.{key}", division.key), count));
        }
    }
    Ok(group)
}

/// The amounts that a year file gives; the others follow from them.
fn amounts(figures: &Value) -> Result<Group, NoFigures> {
    let mut group = Group::new();
    for amount in AMOUNTS.iter().filter(|a| matches!(a.source, AmountSource::Given(_))) {
        let Some(name) = amount.published_as else { continue };
        match figures.get("kronor").and_then(|all| all.get(name)) {
            None | Some(Value::Null) => {}
            Some(kronor) => {
                let kronor = kronor.as_u64().filter(|kronor| *kronor <= MAX_COUNT);
                let kronor = Tree::word(kronor.ok_or(NoFigures::Damaged)?);
                group.push((amount.key.to_owned(), kronor));
            }
        }
    }
    Ok(group)
}

/// The year file, with what is masked in a comment at its top.
fn written(
    year: i32,
    paper: &str,
    left_out: &NotFilledIn,
    groups: &[(&str, Group)],
) -> Result<RawText, NoFigures> {
    let mut head = format!(
        "# yaml-language-server: $schema=schema.json\n#\n# Siffrorna är lästa ur {}. Texter, namn och annat skrivs in för hand.\n",
        one_line(paper)
    );
    let NotFilledIn { masked, parts } = left_out;
    let lists = [
        ("Det här är maskerat i papperet och är därför inte ifyllt:", masked),
        (
            "Det här visas i papperet, men är inte ifyllt eftersom resten av fördelningen är maskerad:",
            parts,
        ),
    ];
    for (heading, places) in lists.into_iter().filter(|(_, places)| !places.is_empty()) {
        head.extend(["#\n# ", heading, "\n"]);
        for (place, shown) in places {
            head.extend(["#   ", &one_line(place), ": ", &one_line(shown), "\n"]);
        }
    }
    head.extend(["\nverksamhetsår: ", &year.to_string(), "\n"]);
    let name = "årsfilen";
    let mut text = RawText::of(name, head.as_bytes()).map_err(|_| NoFigures::Damaged)?;
    for (key, group) in groups.iter().filter(|(_, group)| !group.is_empty()) {
        let edit = Edit::Add {
            into: Path::default().into(),
            key: Some((*key).to_owned()),
            value: Tree::Group(group.clone()),
            position: Position::Last,
        };
        text = crate::yaml::edit::apply(&text, &edit).map_err(|_| NoFigures::Damaged)?;
    }
    if !masked.is_empty() {
        // What is filled in is to be masked again.
        let edit = Edit::Add {
            into: Path::default().into(),
            key: Some("små_tal".to_owned()),
            value: Tree::word("maskera"),
            position: Position::Last,
        };
        text = crate::yaml::edit::apply(&text, &edit).map_err(|_| NoFigures::Damaged)?;
    }
    // A line between the groups, as in the examples.
    let keys = groups.iter().map(|(key, _)| *key).chain(["små_tal"]);
    let spaced = keys.fold(text.source().text.clone(), |text, key| {
        text.replacen(&format!("\n{key}:"), &format!("\n\n{key}:"), 1)
    });
    RawText::of(name, spaced.as_bytes()).map_err(|_| NoFigures::Damaged)
}

/// A text that can stand in a comment.
fn one_line(text: &str) -> String {
    crate::source::printable(text)
}
