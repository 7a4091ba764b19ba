//! Filling several papers in, of which some list the others.

use crate::document::Document;
use crate::finding::{self, Finding};
use crate::template::{Filling, Paper};

/// Fills papers in. Bilagor come first, since the others list them by title.
pub(super) fn fill(
    filling: &Filling<'_>,
    papers: &[&Paper],
) -> Result<Vec<Document>, Vec<Finding>> {
    let attachment = |paper: &Paper| paper.info.attachment.as_deref().copied();
    let mut in_turn: Vec<(usize, &Paper)> = papers.iter().copied().enumerate().collect();
    in_turn.sort_by_key(|(_, paper)| (attachment(paper).is_none(), attachment(paper)));
    let mut titles = Vec::new();
    let mut made = Vec::new();
    let mut findings = Vec::new();
    for (place, paper) in in_turn {
        let is_attachment = attachment(paper).is_some();
        match filling.fill(paper, if is_attachment { &[] } else { &titles }) {
            Ok(document) => {
                if is_attachment {
                    titles.push(document.properties.title.clone());
                }
                made.push((place, document));
            }
            Err(finding) => findings.push(*finding),
        }
    }
    if !findings.is_empty() {
        finding::in_reading_order(&mut findings);
        return Err(findings);
    }
    made.sort_by_key(|(place, _)| *place);
    Ok(made.into_iter().map(|(_, document)| document).collect())
}
