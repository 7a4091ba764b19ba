//! Filling several papers in, of which some list the others.

use crate::document::Document;
use crate::facts::OperationShare;
use crate::finding::{self, Finding};
use crate::template::{Attachments, Filling, Paper};

/// Fills papers in. Bilagor come first, since the others list them by title.
pub(super) fn fill<'a>(
    filling: &Filling<'a>,
    papers: &[&'a Paper],
) -> Result<Vec<Document>, Vec<Finding>> {
    let attachments = filling.attachments(papers);
    let number = |paper: &Paper| attachments.iter().position(|other| other.id == paper.id);
    let mut titles: Vec<Option<String>> = vec![None; attachments.len()];
    let mut in_turn: Vec<(usize, &Paper)> = papers.iter().copied().enumerate().collect();
    in_turn.sort_by_key(|(_, paper)| number(paper).unwrap_or(usize::MAX));
    let mut made = Vec::new();
    let mut findings = Vec::new();
    for (place, paper) in in_turn {
        let number = number(paper);
        let role = if let Some(number) = number {
            Attachments::Number(filling.first_attachment() + number)
        } else {
            let title = |(made, paper): (&Option<String>, &&Paper)| {
                made.clone().unwrap_or_else(|| filling.title(paper))
            };
            let titles: Vec<String> = titles.iter().zip(&attachments).map(title).collect();
            Attachments::Titles(of_each(filling.operations(), titles))
        };
        match filling.fill(paper, &role) {
            Ok(document) => {
                if let Some(title) = number.and_then(|number| titles.get_mut(number)) {
                    *title = Some(document.properties.title.clone());
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

/// The titles of the bilagor; those of each operation when there are several.
fn of_each(operations: &[OperationShare], titles: Vec<String>) -> Vec<String> {
    if operations.is_empty() {
        return titles;
    }
    let of_one = |one: &OperationShare| {
        let name = one.name.clone();
        titles.iter().map(move |title| format!("{title}, {name}"))
    };
    operations.iter().flat_map(of_one).collect()
}
