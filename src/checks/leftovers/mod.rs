//! What is left of the writing: reminders to write something, and what came with the
//! example that the year file was begun from.

mod examples;
mod names;
mod reminders;
mod sentences;
mod shipped;

use super::{Report, Rule};
use crate::finding::Finding;
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

/// The rules whose findings are told as one, with the label of the others.
const TOLD_AT_ONCE: [(&str, &str); 2] =
    [("påminnelse-kvar", "här också"), ("exempel-kvar", "också exemplets")];

/// Something left, and its place.
struct Leftover {
    place: Span,
    words: String,
}

/// Reports each leftover by itself, so that each can be silenced by itself.
fn report_each(report: &mut Report<'_>, found: &[Leftover], what: &str, hint: &str) {
    for leftover in found {
        report.add(&leftover.place, format!("”{}” {what}", leftover.words), hint);
    }
}

/// Puts the leftovers that are not silenced into one finding for each rule, at the first of
/// them: a copied example has dozens.
pub(super) fn tell_at_once(findings: &mut Vec<Finding>) {
    for (rule, label) in TOLD_AT_ONCE {
        let Some(first) = findings.iter().position(|finding| finding.rule == rule) else {
            continue;
        };
        let others: Vec<Finding> =
            findings.extract_if(first + 1.., |finding| finding.rule == rule).collect();
        if let Some(finding) = findings.get_mut(first) {
            let more = match others.len() {
                0 => String::new(),
                1 => ", och ett ställe till".to_owned(),
                more => format!(", och {more} ställen till"),
            };
            finding.message += &more;
            if others.len() > MOST
                && let Some(hint) = &mut finding.hint
            {
                hint.push_str(" Här visas de första ställena. När de är rättade visas nästa.");
            }
            let places = others.into_iter().take(MOST);
            let places = places.map(|other| (other.span, label.to_owned()));
            finding.related.extend(places);
        }
    }
}
