//! Lists set for a width that most terminals have.

/// The width, in letters.
pub(super) const WIDTH: usize = 100;

/// Text after a head, in lines of their own; those after the first are indented as
/// far as the head reaches. A word that is wider than the line is not divided.
pub(super) fn lines(head: &str, text: &str) -> String {
    // Here every space is as good as another.
    let words: Vec<&str> = text.split_whitespace().collect();
    within(WIDTH, head, &words.join(" "))
}

/// The same for another width; fixed spaces keep together what they stand between.
pub(super) fn within(width: usize, head: &str, text: &str) -> String {
    let indent = head.chars().count();
    let width = width.saturating_sub(indent).max(20);
    let mut lines: Vec<String> = Vec::new();
    for word in text.split([' ', '\n']).filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.extend([" ", word]);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    let indent = " ".repeat(indent);
    let starts = std::iter::once(head).chain(std::iter::repeat(indent.as_str()));
    starts.zip(&lines).flat_map(|(start, line)| [start, line, "\n"]).collect()
}
