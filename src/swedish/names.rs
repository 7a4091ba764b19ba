//! Names in running text.

/// The genitive: an s, unless the name already ends in an s sound.
#[must_use]
pub fn genitive(name: &str) -> String {
    let has_s = name.ends_with(['s', 'S', 'x', 'X', 'z', 'Z']);
    if has_s || name.is_empty() { name.to_owned() } else { format!("{name}s") }
}

/// A text with one plain space between its words, however they were spaced and broken.
#[must_use]
pub fn evenly_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without what people spell differently from one time to the next: capital
/// letters, spaces, dashes and full stops. `18–29 år` and `18 - 29 ÅR` are the same.
#[must_use]
pub fn folded(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric() && !matches!(c, '+' | '<' | '>'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{folded, genitive};

    #[test]
    fn folding_keeps_what_tells_names_apart() {
        assert_eq!(folded(" Norra  innerstaden"), folded("norra\u{a0}Innerstaden."));
        assert_eq!(folded("18-29 år"), folded("18–29 ÅR"));
        assert_ne!(folded("65+"), folded("65"));
        assert_ne!(folded("Södermalm"), folded("Sodermalm"));
    }

    #[test]
    fn names_in_s_stay_as_they_are() {
        assert_eq!(
            genitive("Norra innerstadens stadsdelsnämnd"),
            "Norra innerstadens stadsdelsnämnds"
        );
        assert_eq!(genitive("Stockholms stads"), "Stockholms stads");
    }
}
