//! Differences as text, for a terminal.

use std::fmt::Write as _;

use super::{Change, Comparison, FigureChange, Group, Paragraph, Piece, What, YearPair};
use crate::source::printable;
use crate::swedish::join;

/// The words that are left on each side of what differs, when what doesn't differ is long.
const WORDS_AROUND: usize = 8;

/// What is said, in every format, where papers mask counts that are shown here.
pub(super) const UNMASKED: &str = "Små antal maskeras i papperen men inte här: årsfilerna själva jämförs. Lämna inte jämförelsen vidare.";

/// The differences as text. With colour what is gone is red and what has come is green;
/// without, `[-borta-]` and `{+nytt+}` say so.
#[must_use]
pub fn text(comparison: &Comparison, colour: bool) -> String {
    let mut out = Text { said: String::new(), colour };
    out.heads(comparison);
    if comparison.is_same() {
        out.said.push_str("Årsfilerna säger samma sak.\n");
    }
    for pair in &comparison.figures {
        out.pair(pair);
    }
    out.years(comparison);
    for group in &comparison.groups {
        if !out.said.ends_with("\n\n") {
            out.said.push('\n');
        }
        let _ = writeln!(out.said, "{}", title(&printable(&group.key), &group.about));
        for change in &group.changes {
            out.change(group, change);
        }
    }
    if !comparison.unreadable.is_empty() {
        let keys: Vec<String> =
            comparison.unreadable.iter().map(|key| format!("`{}`", printable(key))).collect();
        let _ =
            writeln!(out.said, "\nInte jämfört, eftersom det inte kunde läsas: {}", join(&keys));
    }
    if !comparison.unread.is_empty() {
        let name = printable(&comparison.new.name);
        let _ = writeln!(out.said, "\nKvar att läsa i {name}, från året före:");
        for unread in &comparison.unread {
            let _ = writeln!(out.said, "  rad {}: {}", unread.line, printable(&unread.place));
        }
    }
    out.said
}

/// The heading of a pair of years.
pub(super) fn pair_title(pair: &YearPair) -> String {
    if pair.is_same_year() {
        format!("Siffror för {} som skiljer mellan filerna", pair.old)
    } else {
        format!("Siffror, {} → {}", pair.old, pair.new)
    }
}

/// The years that only one file has figures of, in a sentence each.
pub(super) fn years_said(comparison: &Comparison) -> Vec<String> {
    let years = |years: &[i32], which: &str| {
        let years: Vec<String> = years.iter().map(ToString::to_string).collect();
        let years = join(&years);
        (!years.is_empty()).then(|| format!("Siffror för {years} står bara i {which} filen."))
    };
    let gone = years(&comparison.years_gone, "den gamla");
    gone.into_iter().chain(years(&comparison.years_come, "den nya")).collect()
}

/// A key with what stands under it.
pub(super) fn title(key: &str, about: &str) -> String {
    if about.is_empty() { key.to_owned() } else { format!("{key}: {about}") }
}

/// Where a change stands in the two files.
pub(super) fn place(change: &Change) -> String {
    match (change.old_line, change.new_line) {
        (Some(old), Some(new)) if old == new => format!("rad {new}"),
        (Some(old), Some(new)) => format!("rad {old} → rad {new}"),
        (Some(old), None) => format!("rad {old} i den gamla"),
        (None, Some(new)) => format!("rad {new} i den nya"),
        (None, None) => String::new(),
    }
}

struct Text {
    said: String,
    colour: bool,
}

impl Text {
    fn heads(&mut self, comparison: &Comparison) {
        for (word, side) in [("Gammal", &comparison.old), ("Ny", &comparison.new)] {
            let year = side.year.map_or_else(|| "okänt år".to_owned(), |year| year.to_string());
            let _ = writeln!(self.said, "{word}: {} ({year})", printable(&side.name));
        }
        if comparison.masks() {
            self.said.extend([UNMASKED, "\n"]);
        }
        self.said.push('\n');
    }

    fn pair(&mut self, pair: &YearPair) {
        if pair.changes.is_empty() && (pair.is_same_year() || pair.same == 0) {
            return;
        }
        let _ = writeln!(self.said, "{}", pair_title(pair));
        let label = |figure: &FigureChange| printable(&figure.label);
        let widths = |of: &dyn Fn(&FigureChange) -> String| {
            pair.changes.iter().map(|figure| of(figure).chars().count()).max().unwrap_or(0)
        };
        let (first, old) = (widths(&label), widths(&|figure| figure.shown(figure.old)));
        let new = widths(&|figure| figure.shown(figure.new));
        for figure in &pair.changes {
            let line = format!(
                "  {:first$}  {:>old$} → {:>new$}  {}",
                label(figure),
                figure.shown(figure.old),
                figure.shown(figure.new),
                figure.difference().unwrap_or_default()
            );
            self.said.extend([line.trim_end(), "\n"]);
        }
        if pair.same > 0 {
            let _ = writeln!(self.said, "  Oförändrade: {}", pair.same);
        }
        self.said.push('\n');
    }

    fn years(&mut self, comparison: &Comparison) {
        for sentence in years_said(comparison) {
            self.said.extend([&sentence, "\n"]);
        }
    }

    fn change(&mut self, group: &Group, change: &Change) {
        // What the whole group is has been said above.
        let is_inside = change.path != group.key;
        let path = printable(&change.path);
        let item = change.item.as_ref();
        let item = item.map(|item| format!(" ({})", printable(item))).unwrap_or_default();
        let _ = writeln!(self.said, "  {path}{item}, {}", place(change));
        if let Some(about) = change.about.as_ref().filter(|_| is_inside) {
            let _ = writeln!(self.said, "    {about}");
        }
        match &change.what {
            What::Replaced { old, new } => {
                let (old, new) = (self.gone(old), self.come(new));
                let _ = writeln!(self.said, "    {old} → {new}");
            }
            What::Added(new) => {
                let new = self.come(new);
                let _ = writeln!(self.said, "    nytt: {new}");
            }
            What::Removed(old) => {
                let old = self.gone(old);
                let _ = writeln!(self.said, "    borttaget: {old}");
            }
            What::Reordered => self.said.push_str("    samma delar i en annan ordning\n"),
            What::Worded(paragraphs) => {
                for paragraph in paragraphs {
                    self.paragraph(paragraph);
                }
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph) {
        let pieces = pieces(&paragraph.pieces, self.colour);
        let _ = writeln!(self.said, "    stycke {}: {pieces}", paragraph.number);
    }

    fn gone(&self, text: &str) -> String {
        marked(text, "31", ("", ""), self.colour)
    }

    fn come(&self, text: &str) -> String {
        marked(text, "32", ("", ""), self.colour)
    }
}

/// The words of a paragraph with what differs marked, and what is far from it left out.
pub(super) fn pieces(pieces: &[Piece], colour: bool) -> String {
    let last = pieces.len().saturating_sub(1);
    let pieces = pieces.iter().enumerate().map(|(at, piece)| match piece {
        Piece::Same(words) => printable(&shortened(words, at == 0, at == last)),
        Piece::Removed(words) => marked(words, "31", ("[-", "-]"), colour),
        Piece::Added(words) => marked(words, "32", ("{+", "+}"), colour),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

fn marked(text: &str, code: &str, marks: (&str, &str), colour: bool) -> String {
    let text = printable(text);
    let marked = format!("{}{text}{}", marks.0, marks.1);
    if colour { format!("\u{1b}[{code}m{marked}\u{1b}[0m") } else { marked }
}

/// Words that don't differ, with what is far from what does left out.
fn shortened(text: &str, is_first: bool, is_last: bool) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let before = if is_first { 0 } else { WORDS_AROUND };
    let after = if is_last { 0 } else { WORDS_AROUND };
    if words.len() <= before + after + 1 {
        return text.to_owned();
    }
    let mut shown: Vec<&str> = words[..before].to_vec();
    shown.push("…");
    shown.extend(&words[words.len() - after..]);
    shown.join(" ")
}
