//! Signs and words that stand where something is still to be written.

/// Words that a value begins with when it is only a reminder to write one.
const REMINDERS: [&str; 7] = ["todo", "tbd", "tba", "fyll i", "fylls i", "ifylles", "lorem ipsum"];

/// Values that stand for a name nobody has filled in.
const NAMELESS: [&str; 3] = ["nn", "n n", "platshållare"];

/// Whether a value is only there to be filled in: `-`, `…`, `TODO`, `xxx`, `fyll i`,
/// `N.N.`, `[namn]`.
#[must_use]
pub fn is_filler(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let plain = words.collect::<Vec<_>>().join(" ");
    let is_reminder = |reminder: &&str| {
        plain.strip_prefix(*reminder).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    plain.is_empty()
        || (plain.len() > 1 && plain.chars().all(|c| c == 'x'))
        || NAMELESS.contains(&plain.as_str())
        || REMINDERS.iter().any(is_reminder)
        || is_bracketed(text)
}

/// Whether the whole of a text is within one pair of square or angle brackets.
fn is_bracketed(text: &str) -> bool {
    [('[', ']'), ('<', '>')].iter().any(|(open, close)| {
        let inner = text.strip_prefix(*open).and_then(|rest| rest.strip_suffix(*close));
        inner.is_some_and(|inner| !inner.contains([*open, *close]))
    })
}

#[cfg(test)]
mod tests {
    use super::is_filler;

    #[test]
    fn what_is_still_to_be_written() {
        for text in [
            "-",
            "–",
            "…",
            "...",
            "?",
            "[…]",
            "TODO",
            "todo: fråga Karin",
            "xxx",
            "XX",
            "N.N.",
            "NN",
            "fyll i",
            "Fyll i namnet",
            "[namn på handläggaren]",
            "<namn>",
            "___",
        ] {
            assert!(is_filler(text), "{text}");
        }
    }

    #[test]
    fn what_is_written() {
        for text in [
            "x",
            "X AB",
            "1",
            "0042",
            "Tod Oscarsson",
            "Todor Nikolov",
            "Nils N.",
            "N. Nilsson",
            "Fylla i blanketter",
            "[Region] Stockholm [norr]",
            "Ja",
            "–5",
            "Xerxes",
        ] {
            assert!(!is_filler(text), "{text}");
        }
    }
}
