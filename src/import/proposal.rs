//! What a spreadsheet would change in a year file.

use super::given::Given;
use super::target::Target;
use crate::measures::{Cover, DIVISIONS, Division};
use crate::swedish::{FIXED_SPACE, grouped};
use crate::yaml::{Node, edit};
use crate::year_file::{digits, is_grouped_at};

/// What a spreadsheet would change in a year file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposal {
    /// The year that the figures are for.
    pub year: i32,
    /// The figures that are new or other than in the year file.
    pub changes: Vec<Change>,
    /// How many figures are as in the year file already.
    pub unchanged: usize,
    /// What could not be taken for a figure.
    pub refusals: Vec<Refusal>,
    /// What a reader ought to know.
    pub notes: Vec<String>,
}

/// A figure that is new or other than in the year file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The keys that lead to it.
    pub path: Vec<String>,
    /// What it is called in a list.
    pub name: String,
    /// What stands there now, as it is written; nothing where there is nothing.
    pub old: Option<String>,
    /// The figure.
    pub new: u64,
    /// Whether spaces between thousands are written, as in the former figure and its
    /// neighbours.
    pub is_grouped: bool,
    /// Where it comes from: `Årets siffror!C5`.
    pub from: String,
}

/// What could not be taken for a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The sheet and the cell.
    pub place: String,
    /// The field that it would have been, where that is known.
    pub about: Option<String>,
    /// Why, as a sentence without its full stop.
    pub reason: String,
    /// What to do.
    pub remedy: String,
}

impl Change {
    /// The figure as it is written in the year file.
    #[must_use]
    pub fn written(&self) -> String {
        if self.is_grouped {
            grouped(self.new).replace(FIXED_SPACE, " ")
        } else {
            self.new.to_string()
        }
    }
}

impl Proposal {
    /// Holds what a spreadsheet gives for a year against the tree of a year file that
    /// reports another year or the same.
    #[must_use]
    pub fn of(given: Given, root: Option<&Node>, year: i32, reported: i32) -> Self {
        let mut proposal = Self { year, ..Self::default() };
        let sums = sums(&given, root, year);
        proposal.refusals = given.refusals;
        proposal.notes = given.notes;
        for (target, new, from) in given.figures {
            // The year file has no amounts of other years.
            if matches!(target, Target::Amount(_)) && year != reported {
                proposal.refusals.push(Refusal {
                    place: from,
                    about: Some(target.name()),
                    reason: format!(
                        "beloppet gäller {year}, men årsfilens ekonomi gäller {reported}"
                    ),
                    remedy: format!("För in beloppet i årsfilen för {year}."),
                });
                continue;
            }
            let old = target.written(root, year);
            let is_same = old.as_deref().and_then(digits).is_some_and(|old| old == new.to_string());
            if is_same {
                proposal.unchanged += 1;
            } else {
                let (path, name) = (target.path(year), target.name());
                let place = edit::Path(path.iter().map(|key| key.as_str().into()).collect());
                let is_grouped = root.is_some_and(|root| is_grouped_at(root, &place));
                proposal.changes.push(Change { path, name, old, new, is_grouped, from });
            }
        }
        proposal.notes.extend(sums);
        if year > reported && !proposal.changes.is_empty() {
            proposal.notes.push(format!(
                "Årsfilen redovisar {reported}, så siffrorna för {year} kommer inte med i dess papper."
            ));
        }
        proposal
    }
}

/// What the divisions would add up to, where that is not what it should be.
fn sums(given: &Given, root: Option<&Node>, year: i32) -> Vec<String> {
    let new = given.by_target();
    let current = |target: &Target| -> Option<u64> {
        let known = new.get(target).copied();
        known.or_else(|| target.written(root, year).as_deref().and_then(digits)?.parse().ok())
    };
    // With a cell unread it is not known what they add up to.
    let is_unread = |division: &Division| {
        given.refusals.iter().filter_map(|refusal| refusal.about.as_deref()).any(|about| {
            let group = about.split_once('.').map_or(about, |(group, _)| group);
            group == division.key || about == division.whole
        })
    };
    let sum = |division: &'static Division| -> Option<String> {
        if is_unread(division) {
            return None;
        }
        let is_part = |target: &&&Target| matches!(target, Target::Part(of, _) if *of == division);
        // Where nothing of the division changes the checks of the year file say it.
        new.keys().find(is_part)?;
        let mut parts: Vec<Target> =
            new.keys().filter(is_part).map(|target| (**target).clone()).collect();
        for name in parts_in(root, division, year) {
            let target = Target::Part(division, name);
            if !parts.contains(&target) {
                parts.push(target);
            }
        }
        let sum: u64 = parts.iter().filter_map(current).fold(0, u64::saturating_add);
        let whole = current(&Target::Measure(division.whole()?))?;
        let noun = division.whole()?.noun.these;
        match division.cover {
            Cover::All if sum != whole => Some(format!(
                "Fördelningen på {} blir tillsammans {}, men {noun} är {}.",
                division.key,
                grouped(sum),
                grouped(whole)
            )),
            Cover::Some { .. } if sum > whole => Some(format!(
                "Fördelningen på {} blir tillsammans {}, men {noun} är bara {}.",
                division.key,
                grouped(sum),
                grouped(whole)
            )),
            _ => None,
        }
    };
    DIVISIONS.iter().filter_map(sum).collect()
}

/// The parts of a division that the year file has for a year.
fn parts_in(root: Option<&Node>, division: &Division, year: i32) -> Vec<String> {
    let year = year.to_string();
    let node = root.and_then(|root| root.get("statistik")?.get(&year)?.get(division.key));
    let entries = node.and_then(Node::entries).unwrap_or_default();
    entries.iter().map(|entry| entry.key.to_string()).collect()
}
