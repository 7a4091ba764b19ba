//! Spaces that no line may end at: between a figure and what it counts.

use super::{FIXED_SPACE, MONTHS};

/// What a figure before it is not to be parted from, besides the months.
const UNITS: [&str; 24] = [
    "år",
    "års",
    "månader",
    "månad",
    "veckor",
    "vecka",
    "dagar",
    "dag",
    "timmar",
    "timme",
    "minuter",
    "kronor",
    "krona",
    "kr",
    "tkr",
    "mnkr",
    "procent",
    "procentenheter",
    "procentenhet",
    "%",
    "§",
    "§§",
    "kap",
    "st",
];

/// The text with a fixed space between each figure and its unit: `18 år`, `15 januari`,
/// `10 §`.
#[must_use]
pub fn with_fixed_spaces(text: &str) -> String {
    let mut fixed = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(' ') {
        fixed.push_str(before);
        let is_figure = before.chars().next_back().is_some_and(|c| c.is_ascii_digit());
        fixed.push(if is_figure && begins_with_unit(after) { FIXED_SPACE } else { ' ' });
        rest = after;
    }
    fixed.push_str(rest);
    fixed
}

fn begins_with_unit(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_alphabetic() && !matches!(c, '%' | '§'));
    let word = text.get(..end.unwrap_or(text.len())).unwrap_or_default();
    UNITS.contains(&word) || MONTHS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_stays_with_its_unit() {
        let cases = [
            ("den som är 18 år eller", "den som är 18\u{a0}år eller"),
            ("1\u{a0}209\u{a0}600 kronor.", "1\u{a0}209\u{a0}600\u{a0}kronor."),
            ("den 15 januari 2026", "den 15\u{a0}januari 2026"),
            ("4 kap. 1 § och 10 %", "4\u{a0}kap. 1\u{a0}§ och 10\u{a0}%"),
            ("189 klienter, 2025 årets", "189 klienter, 2025 årets"),
            ("år 2025 år", "år 2025\u{a0}år"),
            ("18  år ", "18  år "),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(with_fixed_spaces(text), expected);
        }
    }
}
