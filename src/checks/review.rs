//! What has come along from the year before and has not been read since.

use super::law::answers_report;
use super::{Report, Rule, Subject};
use crate::template::Demand;
use crate::year_file::review::{UnreadPart, unread};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "oläst-redogörelse",
        "Redovisningen ska säga vad som har gjorts och vad som har brustit under året (10 § förordningen 2013:522); förra årets ord gör den falsk.",
        |subject, report| report_unread(subject, report, true),
    )
    .demanded(&[Demand::Report]),
    Rule::warning(
        "oläst",
        "Det står kvar från året före, och ingen har sagt att det gäller i år också.",
        |subject, report| report_unread(subject, report, false),
    ),
];

/// What a report tells of its year, besides the texts that answer the law.
const ACCOUNTS: [&str; 2] = ["brister", "verksamhet.ledningsgrupp.organisationer.erbjudna"];

/// Reports what is unread, either what the report has to tell of its year or the rest.
fn report_unread(subject: &Subject<'_>, report: &mut Report<'_>, is_of_accounts: bool) {
    let Some(root) = &report.loaded.root else { return };
    let is_report_made = subject.made.demanded(Demand::Report).next().is_some();
    let parts = unread(root, subject.year_file);
    // What stands in one list is one thing to read through.
    for group in parts.chunk_by(|a, b| a.place == b.place && a.has_changed == b.has_changed) {
        let Some(UnreadPart { place, span, has_changed }) = group.first() else { continue };
        let section = place.strip_prefix("texter.");
        let is_account = section.is_some_and(answers_report) || ACCOUNTS.contains(&place.as_str());
        if (is_account && is_report_made) != is_of_accounts {
            continue;
        }
        let before = *subject.year_file.year - 1;
        let message = match (has_changed, group.len()) {
            (true, _) => format!("`{place}` har ändrats sedan det märktes som genomläst"),
            (false, 1) => format!("`{place}` står kvar från {before} och är inte genomläst"),
            (false, parts) => {
                format!("{parts} delar av `{place}` står kvar från {before} och är inte genomlästa")
            }
        };
        let hint = format!(
            "Läs det, och ändra det som inte gäller i år. Gäller det som det står, så skriv `tjut läst FIL {place}`."
        );
        report.add(span, message, hint);
    }
}
