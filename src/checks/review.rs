//! What has come along from the year before and has not been read since.

use std::collections::BTreeSet;

use super::law::answers_report;
use super::{Report, Rule, Subject};
use crate::finding::shorten;
use crate::template::Demand;
use crate::year_file::review::{Checksums, checksum, readable_parts};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "oläst-redogörelse",
        "Redovisningen ska säga vad som har gjorts och vad som har brustit under året (10 § förordningen 2013:522); förra årets ord gör den falsk.",
        |subject, report| unread(subject, report, true),
    )
    .demanded(&[Demand::Report]),
    Rule::warning(
        "oläst",
        "Det står kvar från året före, och ingen har sagt att det gäller i år också.",
        |subject, report| unread(subject, report, false),
    ),
];

/// What a report tells of its year, besides the texts that answer the law.
const ACCOUNTS: [&str; 2] = ["brister", "verksamhet.ledningsgrupp.organisationer.erbjudna"];

/// Reports what is unread, either what the report has to tell of its year or the rest.
fn unread(subject: &Subject<'_>, report: &mut Report<'_>, is_of_accounts: bool) {
    let year_file = subject.year_file;
    let (Some(carried), Some(root)) = (&year_file.carried_over, &report.loaded.root) else {
        return;
    };
    let is_report_made = subject.made.demanded(Demand::Report).next().is_some();
    let mut found = Vec::new();
    for (place, sums) in carried {
        let Some(node) = root.value_at(place) else { continue };
        let section = place.strip_prefix("texter.");
        let is_account = section.is_some_and(answers_report) || ACCOUNTS.contains(&place.as_str());
        if (is_account && is_report_made) != is_of_accounts {
            continue;
        }
        let read = sums_at(year_file.reviewed.as_ref(), place);
        let carried: BTreeSet<&str> = sums.iter().map(|sum| sum.as_str()).collect();
        for part in readable_parts(node) {
            let sum = checksum(part);
            if read.contains(sum.as_str()) {
                continue;
            }
            let is_list = !std::ptr::eq(part, node);
            if carried.contains(sum.as_str()) {
                found.push((part.span.clone(), place.clone(), false));
            } else if !is_list && !read.is_empty() {
                found.push((part.span.clone(), place.clone(), true));
            }
        }
    }
    for (span, place, has_changed) in found {
        let place = shorten(&place);
        let message = if has_changed {
            format!("`{place}` har ändrats sedan det märktes som genomläst")
        } else {
            format!("`{place}` står kvar från {} och är inte genomläst", *year_file.year - 1)
        };
        let hint = format!(
            "Läs det, och ändra det som inte gäller i år. Gäller det som det står, så skriv `tjut läst FIL {place}`."
        );
        report.add(&span, message, hint);
    }
}

fn sums_at<'c>(sums: Option<&'c Checksums>, place: &str) -> BTreeSet<&'c str> {
    let at_place = sums.into_iter().flatten().filter(|(other, _)| other.as_str() == place);
    at_place.flat_map(|(_, sums)| sums).map(|sum| sum.as_str()).collect()
}
