//! Signs and words that stand where something is still to be written.

/// One or two words that remind someone to write something. A value that begins with them
/// is nothing else.
const REMINDERS: [&str; 7] = ["todo", "tbd", "tba", "fyll i", "fylls i", "ifylles", "lorem ipsum"];

/// The reminder that a word, or it and the next, is; both in lower case.
#[must_use]
pub fn reminder(word: &str, next: &str) -> Option<&'static str> {
    let is_it = |reminder: &&str| match reminder.split_once(' ') {
        Some(both) => both == (word, next),
        None => *reminder == word,
    };
    REMINDERS.into_iter().find(is_it)
}

/// Whether a word in lower case is only there to be written over: `xx`.
#[must_use]
pub fn is_crossed_out(word: &str) -> bool {
    word.len() > 1 && word.chars().all(|c| c == 'x')
}

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
    let mut each = plain.split(' ');
    let (first, second) = (each.next().unwrap_or_default(), each.next().unwrap_or_default());
    plain.is_empty()
        || is_crossed_out(&plain)
        || NAMELESS.contains(&plain.as_str())
        || reminder(first, second).is_some()
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
