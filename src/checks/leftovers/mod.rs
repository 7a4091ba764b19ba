//! What is left of the writing: reminders to write something, and what came with the
//! example that the year file was begun from.

mod examples;
mod reminders;

use super::{Report, Rule};
use crate::source::Span;

pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "påminnelse-kvar",
        "Det som skulle fyllas i syns i papperet (praxis).",
        reminders::check,
    ),
    Rule::warning(
        "exempel-kvar",
        "Exemplen är påhittade, och det som är kvar av dem blir fel i en annan kommuns papper.",
        examples::check,
    ),
];

/// How many places are shown beside the first; of more the message only gives the number.
const MOST: usize = 6;

/// Something left, and its place.
struct Leftover {
    place: Span,
    words: String,
}

/// Reports all leftovers as one finding, at the first of them.
fn report_all(report: &mut Report<'_>, found: &[Leftover], what: &str, label: &str, hint: &str) {
    let Some((first, others)) = found.split_first() else { return };
    let message = match others.len() {
        0 => format!("”{}” {what}", first.words),
        1 => format!("”{}” {what}, och ett ställe till", first.words),
        more => format!("”{}” {what}, och {more} ställen till", first.words),
    };
    let related: Vec<(&Span, &str)> =
        others.iter().take(MOST).map(|other| (&other.place, label)).collect();
    report.add_beside(&first.place, message, hint, &related);
}
