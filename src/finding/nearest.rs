//! The word that was most likely meant.

/// The known word that a misspelt one most likely stands for.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let fold = |text: &str| text.to_lowercase().replace(['_', '-', ' '], "");
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(&fold(word), &fold(candidate)), *candidate))
        .filter(|(likeness, _)| *likeness > 0.82)
        .filter(|(_, candidate)| {
            // Two long words that only begin alike are no misspelling of each other.
            strsim::normalized_damerau_levenshtein(&fold(word), &fold(candidate)) >= 0.5
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
