//! What a number format shows a number as.

use super::Form;

/// Excel's own formats have numbers (ECMA-376, part 1, 18.8.30); those from 27 to 58 are
/// dates in some countries' Excel and nothing in others'.
pub(super) fn of_number(id: u32) -> Form {
    match id {
        9 | 10 => Form::Percent,
        14..=22 | 27..=36 | 45..=47 | 50..=58 => Form::Date,
        _ => Form::Plain,
    }
}

/// A format that is written out: `0,0 %`, `yyyy-mm-dd`, `#,##0 "kr"`.
pub(super) fn of_code(code: &str) -> Form {
    // What follows is for negative numbers, nought and texts.
    let mut letters = code.chars().peekable();
    let mut form = Form::Plain;
    while let Some(letter) = letters.next() {
        match letter {
            ';' => break,
            '"' => {
                letters.by_ref().find(|c| *c == '"');
            }
            // The sign itself, and the width of a sign.
            '\\' | '_' | '*' => {
                letters.next();
            }
            '[' => {
                let inside: String = letters.by_ref().take_while(|c| *c != ']').collect();
                // Hours, minutes and seconds that go on past a day.
                let is_time = |unit: char| inside.chars().all(|c| c.eq_ignore_ascii_case(&unit));
                if !inside.is_empty() && ['h', 'm', 's'].into_iter().any(is_time) {
                    return Form::Date;
                }
            }
            '%' => form = Form::Percent,
            'E' | 'e' if matches!(letters.peek(), Some('+' | '-')) => {}
            'G' | 'g' if code.eq_ignore_ascii_case("general") => return Form::Plain,
            letter if "ymdhs".contains(letter.to_ascii_lowercase()) => return Form::Date,
            _ => {}
        }
    }
    form
}
