//! The first letter of a sentence, and words quoted in one.

/// The text with its first letter in upper case. A letter whose upper case is more
/// than one letter, such as `ß`, stays as it is.
#[must_use]
pub fn upper_first(text: &str) -> String {
    let mut rest = text.chars();
    let Some(first) = rest.next() else { return String::new() };
    let mut upper = first.to_uppercase();
    let letter = match (upper.next(), upper.next()) {
        (Some(only), None) => only,
        _ => first,
    };
    format!("{letter}{}", rest.as_str())
}

/// ”Råd och stöd”: something quoted word for word. Quotation marks inside it become
/// single ones.
#[must_use]
pub fn quoted(text: &str) -> String {
    format!("”{}”", text.replace(['”', '"', '“'], "’"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_a_capital() {
        assert_eq!(upper_first("över hälften"), "Över hälften");
        assert_eq!(upper_first("ßa"), "ßa");
        assert_eq!(upper_first(""), "");
    }

    #[test]
    fn quotation_marks_do_not_end_a_quotation_early() {
        assert_eq!(quoted("Råd och stöd"), "”Råd och stöd”");
        assert_eq!(quoted("Hjälp med ”blanketter”"), "”Hjälp med ’blanketter’”");
    }
}
