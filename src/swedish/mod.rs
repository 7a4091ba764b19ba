//! Swedish as public authorities write it: numbers, dates, lists, names.
//!
//! Follows Myndigheternas skrivregler, 8th edition, and CLDR's Swedish data:
//! fixed space between thousands, decimal comma, U+2212 as minus.

mod dates;
mod fixed_spaces;
mod holidays;
pub mod hyphenation;
mod letters;
mod lists;
mod names;
mod numbers;
mod running_text;
mod telephones;

pub use dates::{MONTHS, long_date};
pub use fixed_spaces::with_fixed_spaces;
pub use holidays::day_off;
pub use letters::{lower_first, quoted, upper_first};
pub use lists::join;
pub use names::{evenly_spaced, folded, genitive};
pub use numbers::{grouped, in_words, kronor, number_of_words, ordinal, signed, tenths};
pub use running_text::{at_place, at_places, in_running_text};
pub use telephones::{called_telephone, grouped_telephone, shown_telephone};

/// The space that keeps a number and its unit on one line.
pub const FIXED_SPACE: char = '\u{a0}';
