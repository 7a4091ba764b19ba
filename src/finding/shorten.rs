//! Quoting what the user wrote.

/// The most that is quoted, in characters.
const LONGEST: usize = 40;

/// The first line of a text, cut where it would make a message hard to read.
#[must_use]
pub fn shorten(text: &str) -> String {
    let line = text.lines().next().unwrap_or("");
    if line.chars().nth(LONGEST).is_some() || line.len() < text.trim_end().len() {
        format!("{}…", line.chars().take(LONGEST).collect::<String>())
    } else {
        line.to_owned()
    }
}
