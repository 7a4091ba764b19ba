//! The shortcomings that the ombud have noticed (10 § 5 förordningen 2013:522).

use super::nouns::SHORTCOMING;
use super::phrase::words;
use super::{Phrase, PhraseKind, Reported};
use crate::facts::Number;

pub(super) const PHRASES: &[PhraseKind] = &[PhraseKind {
    name: "brister",
    about: "Hur många brister ombuden har uppmärksammat, och för hur många av dem en åtgärd redovisas. Saknas om årsfilen inte har `brister`.",
    make: shortcomings,
}];

fn shortcomings(reported: &Reported<'_>) -> Option<Phrase> {
    let shortcomings = reported.year_file.shortcomings.as_ref()?;
    let noticed = words![reported.ombud(), " har uppmärksammat "];
    let access = " i tillgången till vård, stöd och service";
    let count = |count: usize| Number::Exact(u64::try_from(count).unwrap_or(u64::MAX));
    if shortcomings.is_empty() {
        return Phrase::of([Some(words![
            reported.ombud(),
            " har inte uppmärksammat några brister",
            access
        ])]);
    }
    let all = shortcomings.len();
    let handled = shortcomings.iter().filter(|shortcoming| shortcoming.outcome.is_some()).count();
    let outcome = match (handled, all) {
        (0, 1) => words!["någon åtgärd redovisas inte"],
        (0, _) => words!["för ingen av dem redovisas någon åtgärd"],
        (1, 1) => words!["för den redovisas en åtgärd"],
        (2, 2) => words!["för båda redovisas en åtgärd"],
        _ if handled == all => words!["för alla redovisas en åtgärd"],
        _ => words!["för ", SHORTCOMING.count(count(handled)), " av dem redovisas en åtgärd"],
    };
    Phrase::of([Some(words![noticed, SHORTCOMING.counted(count(all)), access]), Some(outcome)])
}
