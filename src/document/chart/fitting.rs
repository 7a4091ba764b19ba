//! Labels divided into lines that surely fit their room.
//!
//! By estimated widths rather than measured ones, so that both writers come to the
//! same lines whatever fonts they have. The estimates are for Arial and the free
//! fonts with its widths, and never too small but for single rare letters.

/// How wide a character is, in hundredths of the type size.
fn width(character: char) -> i64 {
    match character {
        'i' | 'j' | 'l' | 'í' | 'ì' | 'ï' | 'î' | '\'' | '|' => 28,
        'f' | 'r' | 't' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' | '(' | ')' | '/'
        | '-' => 36,
        'm' | 'M' => 84,
        'w' | 'O' | 'Q' | 'G' | 'Ö' | 'Ø' => 78,
        'W' | '%' | '@' | '—' | '…' | 'æ' | 'œ' | 'Æ' | 'Œ' => 102,
        'a'..='z' | '0'..='9' | 'ß'..='ÿ' | '–' => 58,
        'A'..='Z' | 'À'..='Þ' => 74,
        _ if character.is_lowercase() => 84,
        _ => 110,
    }
}

/// How wide a text is, in the unit that the type size is given in.
pub fn text_width(text: &str, size: i64) -> i64 {
    text.chars().map(width).sum::<i64>() * size / 100
}

/// The text on at most `most` lines no wider than `room`. Words longer than a line
/// are divided, and what has no room at all is left out, with `…` in its place.
pub fn lines(text: &str, room: i64, size: i64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let fits = |line: &str| text_width(line, size) <= room;
    for word in text.split_whitespace() {
        let joined = lines.last().map(|line| format!("{line} {word}"));
        match (lines.last_mut(), joined.filter(|line| fits(line))) {
            (Some(last), Some(joined)) => *last = joined,
            _ => lines.extend(pieces(word, room, size)),
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…")) {
                last.pop();
            }
            *last = format!("{}…", last.trim_end());
        }
    }
    lines
}

/// The text as far as its lines hold it, with `…` where they end early.
pub fn shortened(text: &str, lines: &[String]) -> String {
    if !lines.last().is_some_and(|line| line.ends_with('…')) || text.ends_with('…') {
        return text.to_owned();
    }
    let is_shown = |c: &char| !c.is_whitespace();
    let mut left = lines.iter().flat_map(|line| line.chars()).filter(is_shown).count() - 1;
    let kept = text.chars().take_while(|c| {
        let is_kept = left > 0;
        left -= usize::from(is_kept && is_shown(c));
        is_kept
    });
    kept.chain(['…']).collect()
}

/// A word, or the pieces of it that each fit a line.
fn pieces(word: &str, room: i64, size: i64) -> Vec<String> {
    let mut pieces = vec![String::new()];
    for character in word.chars() {
        if let Some(last) = pieces.last_mut() {
            last.push(character);
            if text_width(last, size) > room && last.chars().count() > 1 {
                last.pop();
                pieces.push(character.to_string());
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_divided_between_words_and_cut_short_at_the_end() {
        let fitted = |text: &str| lines(text, 1000, 100, 2);
        assert_eq!(fitted("Ekonomi"), ["Ekonomi"]);
        assert_eq!(fitted("Ekonomi och skulder"), ["Ekonomi och", "skulder"]);
        assert_eq!(fitted("Hjälp med kontakter med myndigheter"), ["Hjälp med", "kontakter med…"]);
        assert_eq!(fitted(&"å".repeat(300)), ["å".repeat(17), "å".repeat(15) + "…"]);
        assert_eq!(fitted(""), [""; 0]);
        let short = |text: &str| shortened(text, &fitted(text));
        assert_eq!(short("Ekonomi och skulder"), "Ekonomi och skulder");
        assert_eq!(short("Hjälp med kontakter med myndigheter"), "Hjälp med kontakter med…");
        assert_eq!(short(&"å".repeat(300)), "å".repeat(32) + "…");
    }
}
