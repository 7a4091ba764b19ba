//! The profile's millimetres and points in Word's units.

use crate::profile::Page;

/// Twentieths of a point, the unit of nearly every length in Word.
pub type Twips = i32;

/// The thinnest column that Word accepts, half an inch.
const NARROWEST_COLUMN: Twips = 720;

/// The least white space between the two columns of the letterhead: 5 mm.
const COLUMN_GAP: Twips = 284;

/// Millimetres as twips.
pub fn millimetres(length: f64) -> Twips {
    whole(length * 1440.0 / 25.4)
}

/// Points as twips.
pub fn points(length: f64) -> Twips {
    whole(length * 20.0)
}

/// Points as half points, the unit of type sizes.
pub fn half_points(size: f64) -> i32 {
    whole(size * 2.0).max(2)
}

/// The width of the text between the margins.
pub fn text_width(page: &Page) -> Twips {
    let margins = millimetres(page.left).saturating_add(millimetres(page.right));
    millimetres(page.width).saturating_sub(margins).max(2 * NARROWEST_COLUMN + COLUMN_GAP)
}

/// Left column, gap and right column of the letterhead.
pub fn columns(page: &Page) -> [Twips; 3] {
    let width = text_width(page);
    let second = millimetres(page.second_column)
        .clamp(NARROWEST_COLUMN + COLUMN_GAP, width - NARROWEST_COLUMN);
    [second - COLUMN_GAP, COLUMN_GAP, width - second]
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the cast saturates, and no paper is that large"
)]
fn whole(length: f64) -> i32 {
    length.round().clamp(-31_680.0, 31_680.0) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    #[test]
    fn a4_is_what_word_calls_a4() {
        assert_eq!((millimetres(210.0), millimetres(297.0)), (11_906, 16_838));
    }

    #[test]
    fn the_columns_fill_the_text_width() {
        let page = Profile::standard().page;
        assert_eq!(columns(&page).iter().sum::<Twips>(), text_width(&page));
    }

    #[test]
    fn a_senseless_page_still_has_columns() {
        let mut page = Profile::standard().page;
        (page.width, page.second_column) = (10.0, f64::NAN);
        assert!(columns(&page).iter().all(|width| *width > 0));
    }
}
