//! The first letter of a text, and words quoted in a sentence.

/// The text with its first letter in upper case.
#[must_use]
pub fn upper_first(text: &str) -> String {
    first_letter(text, |letter| one(letter, letter.to_uppercase()))
}

/// The names of state authorities, which keep their capital inside a sentence
/// (Myndigheternas skrivregler, 8th edition).
pub(super) const AUTHORITIES: [&str; 13] = [
    "arbetsförmedlingen",
    "bolagsverket",
    "domstolsverket",
    "försäkringskassan",
    "kriminalvården",
    "kronofogdemyndigheten",
    "länsstyrelsen",
    "migrationsverket",
    "pensionsmyndigheten",
    "polismyndigheten",
    "skatteverket",
    "socialstyrelsen",
    "transportstyrelsen",
];

/// The text with its first letter in lower case, unless it begins an abbreviation such
/// as VO, or with the name of a state authority.
#[must_use]
pub fn lower_first(text: &str) -> String {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    let is_authority =
        AUTHORITIES.iter().any(|name| word == *name || word.strip_suffix('s') == Some(*name));
    if is_authority || text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first_letter(text, |letter| one(letter, letter.to_lowercase()))
}

fn first_letter(text: &str, change: impl Fn(char) -> char) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| format!("{}{}", change(first), rest.as_str()))
}

/// The changed letter when it still is one letter. `ß` would become two, and `İ` an `i`
/// and a loose dot, which a PDF reader tells as two letters; they stay as they are.
fn one(letter: char, mut changed: impl Iterator<Item = char>) -> char {
    match (changed.next(), changed.next()) {
        (Some(only), None) => only,
        _ => letter,
    }
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
    fn inside_a_sentence_only_an_abbreviation_keeps_its_capital() {
        assert_eq!(lower_first("Öppenvården"), "öppenvården");
        assert_eq!(lower_first("VO Vuxen"), "VO Vuxen");
        assert_eq!(lower_first("İbrahim"), "İbrahim");
        assert_eq!(lower_first(""), "");
    }

    #[test]
    fn quotation_marks_do_not_end_a_quotation_early() {
        assert_eq!(quoted("Råd och stöd"), "”Råd och stöd”");
        assert_eq!(quoted("Hjälp med ”blanketter”"), "”Hjälp med ’blanketter’”");
    }
}
