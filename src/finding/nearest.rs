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
            // Two long words that only begin alike are no misspelling of each other; one may
            // have been cut short.
            let (word, candidate) = (fold(word), fold(candidate));
            candidate.starts_with(&word)
                || strsim::normalized_damerau_levenshtein(&word, &candidate) >= 0.5
        })
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn what_only_begins_alike_is_not_meant() {
        for (word, meant) in [
            ("sammanfatning", Some("sammanfattning")),
            ("tel", Some("telefon")),
            ("handlaggare", Some("handläggare")),
            ("kommentar_till_antal", None),
        ] {
            let known = ["sammanfattning", "telefon", "handläggare", "kommuner"];
            assert_eq!(nearest(word, &known), meant, "{word}");
        }
    }
}
