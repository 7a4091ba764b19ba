//! Which of a year file's papers a file is that has come back.

use std::collections::HashMap;

use super::PaperText;

/// How much of a paper, one letter in so many, must stand in a file for the file to be it.
const ALIKE: usize = 5;

/// Which of some papers a file is; none when it is like none of them.
///
/// It is the one that has the most in common with the file in relation to what both say.
/// What only one of them says counts against it, so that a short paper is not taken for a
/// long one that says nearly all of it too. What they have in common is measured in
/// letters, so that the many cells with a figure weigh no more than they do to a reader.
#[must_use]
pub fn likeliest(edited: &PaperText, papers: &[PaperText]) -> Option<usize> {
    let size = letters(edited);
    let mut found: Option<(usize, usize, usize)> = None;
    for (at, paper) in papers.iter().enumerate() {
        let (common, both) = (in_common(edited, paper), size + letters(paper));
        // The one share is compared with the other without dividing.
        let is_most =
            found.is_none_or(|(_, most, of)| common.saturating_mul(of) > most.saturating_mul(both));
        if is_most {
            found = Some((at, common, both));
        }
    }
    let (at, common, _) = found?;
    (common > 0 && common * ALIKE >= letters(papers.get(at)?)).then_some(at)
}

fn letters(paper: &PaperText) -> usize {
    paper.passages.iter().map(|passage| passage.text.len()).sum()
}

/// How long the paragraphs are together that both have, each as often as both have it.
fn in_common(edited: &PaperText, paper: &PaperText) -> usize {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for passage in &edited.passages {
        *left.entry(passage.text.as_str()).or_default() += 1;
    }
    let mut common = 0;
    for passage in &paper.passages {
        if let Some(number) = left.get_mut(passage.text.as_str()).filter(|number| **number > 0) {
            *number -= 1;
            common += passage.text.len();
        }
    }
    common
}
