//! What has been changed in a paper, as text.

use std::fmt::Write as _;

use super::{EditedPaper, Origin, OriginKind, PaperChange};
use crate::compare::text::pieces;
use crate::source::printable;

/// The most places in the year file that are shown of one paragraph.
const MOST_ORIGINS: usize = 5;

/// What has been changed, paragraph by paragraph, with where in the year file it comes from.
#[must_use]
pub fn text(paper: &EditedPaper, file: &str, colour: bool) -> String {
    let mut said = format!("Papper: {}\n", printable(&paper.name));
    if paper.has_tracked_changes {
        said.push_str("Papperet har spårade ändringar. De läses som godkända.\n");
    }
    match paper.comments {
        0 => {}
        1 => said.push_str("Papperet har 1 kommentar, som inte visas här.\n"),
        number => {
            let _ = writeln!(said, "Papperet har {number} kommentarer, som inte visas här.");
        }
    }
    let file = printable(file);
    if paper.changes.is_empty() {
        let _ = writeln!(said, "\nPapperet säger samma sak som det som görs av {file} nu.");
        return said;
    }
    let _ = writeln!(said, "\nÄndrat i papperet mot det som görs av {file} nu:");
    for PaperChange { paragraph, origins, after, is_beside } in &paper.changes {
        let _ = writeln!(said, "\n  {}", pieces(&paragraph.pieces, colour));
        match after {
            Some(Origin { path, line, .. }) => {
                let path = printable(&path.to_string());
                let _ = writeln!(said, "    nytt, efter texten {path}, rad {line}");
            }
            None if *is_beside => {
                said.push_str("    har skrivits på en sida, vid sidan av papperets egen text\n");
            }
            None if paragraph.is_new() => said.push_str("    nytt\n"),
            None if origins.is_empty() => {
                said.push_str("    står inte så i årsfilen: det kommer ur mallen, är uträknat eller skrivs på ett annat sätt där\n");
            }
            None => {}
        }
        for Origin { path, line, kind } in origins.iter().take(MOST_ORIGINS) {
            let what = match kind {
                OriginKind::Text => "texten",
                OriginKind::Value => "uppgiften",
                OriginKind::Name => "namnet",
            };
            let _ = writeln!(said, "    {what} {}, rad {line}", printable(&path.to_string()));
        }
        match origins.len().saturating_sub(MOST_ORIGINS) {
            0 => {}
            1 => said.push_str("    och på ett ställe till\n"),
            more => {
                let _ = writeln!(said, "    och på {more} ställen till");
            }
        }
    }
    said
}
