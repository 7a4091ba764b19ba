//! A proposal as text: what would change, what is refused, and what ought to be known.

use super::wrap;
use crate::import::{Change, Proposal};
use crate::source::printable;
use crate::swedish::grouped;

/// The width that every terminal has, in letters.
const WIDTH: usize = 80;

/// The widest that the names of fields are set beside their figures.
const WIDEST_NAME: usize = 34;

/// Stands where the year file has no figure.
const ABSENT: &str = "saknas";

const HEADINGS: [&str; 4] = ["Fält", "Nu", "Nytt", "Källa"];

/// What would change, as a table, and what ought to be known.
pub(super) fn table(proposal: &Proposal, source: &str) -> String {
    let mut text = format!("Siffror för {} ur {source}\n\n", proposal.year);
    if proposal.changes.is_empty() {
        text.push_str("Inget i årsfilen ändras.\n");
    } else {
        text.push_str(&rows(&proposal.changes));
    }
    match proposal.unchanged {
        0 => {}
        1 => text.push_str("\n1 siffra är som i årsfilen redan.\n"),
        number => {
            text.extend(["\n", &number.to_string(), " siffror är som i årsfilen redan.\n"]);
        }
    }
    for note in &proposal.notes {
        text.push('\n');
        text.push_str(&wrap::within(WIDTH, "", &printable(note)));
    }
    text
}

fn rows(changes: &[Change]) -> String {
    let old = |change: &Change| {
        let old = change.old.as_deref().map(|old| printable(&crate::finding::shorten(old)));
        old.unwrap_or_else(|| ABSENT.to_owned())
    };
    let width = |heading: &str, texts: &dyn Fn(&Change) -> String| {
        let widest = changes.iter().map(|change| texts(change).chars().count()).max();
        widest.unwrap_or(0).max(heading.chars().count())
    };
    let [name, now, new, from] = HEADINGS;
    let names = width(name, &|change| printable(&change.name)).min(WIDEST_NAME);
    let (olds, news) = (width(now, &old), width(new, &|change| grouped(change.new)));
    let line = |name: &str, now: &str, new: &str, from: &str| {
        let figures = format!("{now:>olds$}  {new:>news$}");
        let head = if name.chars().count() > names {
            // A long name stands above its figures.
            format!("{}{:names$}  {figures}", wrap::within(WIDTH, "", name), "")
        } else {
            format!("{name:names$}  {figures}")
        };
        let last = head.rsplit('\n').next().unwrap_or_default();
        if last.chars().count() + 2 + from.chars().count() > WIDTH {
            return format!("{head}\n    {from}\n");
        }
        format!("{head}  {from}\n")
    };
    let mut text = line(name, now, new, from);
    for change in changes {
        let (name, from) = (printable(&change.name), printable(&change.from));
        text.push_str(&line(&name, &old(change), &grouped(change.new), &from));
    }
    text
}

/// What could not be taken for a figure, and how many of them there are.
pub(super) fn refusals(proposal: &Proposal) -> String {
    let mut text = String::new();
    for refusal in &proposal.refusals {
        let about = refusal.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
        let said = format!("{}{about}: {}", refusal.place, refusal.reason);
        text.push('\n');
        text.push_str(&wrap::within(WIDTH, "fel: ", &printable(&said)));
        text.push_str(&wrap::within(WIDTH, "  gör så här: ", &printable(&refusal.remedy)));
    }
    match proposal.refusals.len() {
        0 => {}
        1 => text.push_str("\n1 uppgift kan inte tas med\n"),
        number => text.extend(["\n", &number.to_string(), " uppgifter kan inte tas med\n"]),
    }
    text
}
