//! Kronor, per cent and other numbers with a unit.

use super::nouns::POST;
use super::phrase::{Words, words};
use crate::facts::{Change, Number, Share};
use crate::measures::Gender;
use crate::swedish::{FIXED_SPACE, tenths};
use crate::year_file::values::Hundredths;

const LESS_THAN_ANY: &str = "mindre än\u{a0}0,1\u{a0}procent";
const ALL_BUT_SOME: &str = "mer än\u{a0}99,9\u{a0}procent";

/// `1 209 600 kronor`.
pub(super) fn kronor(amount: u64) -> Words {
    crate::swedish::kronor(amount).into()
}

/// The size of a change: `10,0 procent`. Nothing when there was nothing before.
pub(super) fn per_cent(change: Change) -> Option<Words> {
    let text = match change.per_mille()? {
        0 if change.size() > 0 => LESS_THAN_ANY.to_owned(),
        _ => change.per_cent()?,
    };
    Some(Words::measure(text))
}

/// Of fewer than this one person more or less is more than a per cent, so that a share of
/// them says less than the counts themselves.
const LARGE_BASE: u64 = 100;

/// Whether counts say more than a share of so many.
pub(super) fn is_small_base(whole: u64) -> bool {
    whole < LARGE_BASE
}

/// How much a count has changed: `med 10,0 procent`, and `från 47 till 48` where per cent
/// would say little.
pub(super) fn extent(change: Change) -> Words {
    let count = |count: u64| Words::count(Number::Exact(count), Gender::Common);
    let telling = per_cent(change).filter(|_| !is_small_base(change.before()));
    if let Some(per_cent) = telling {
        words!["med ", per_cent]
    } else {
        words!["från ", count(change.before()), " till ", count(change.after())]
    }
}

/// A part of a whole: `45,5 procent`, and never `0,0` of what is something or
/// `100,0` of what is not all.
pub(super) fn share(part: u64, whole: u64) -> Option<Words> {
    let share = Share::of(part, whole)?;
    Some(Words::measure(match share.per_mille() {
        0 if part > 0 => LESS_THAN_ANY.to_owned(),
        1000 if part < whole => ALL_BUT_SOME.to_owned(),
        _ => share.to_string(),
    }))
}

/// How much a part is, as it fits before `av klienterna`: `45,5 procent`, and `31` where a
/// share would say less.
pub(super) fn share_or_count(part: u64, whole: u64) -> Option<Words> {
    if is_small_base(whole) {
        return Some(Words::count(Number::Exact(part), Gender::Common));
    }
    share(part, whole)
}

/// The difference between two shares as they are shown: `1,2 procentenheter`.
pub(super) fn points(before: Share, after: Share) -> Words {
    let difference = tenths(after.points_from(before));
    Words::measure(format!("{difference}{FIXED_SPACE}procentenheter"))
}

/// `fyra heltidstjänster`, `3,75 heltidstjänster`.
pub(super) fn full_time_posts(posts: Hundredths) -> Words {
    if posts.0.is_multiple_of(100) {
        return POST.counted(Number::Exact(posts.0 / 100));
    }
    words![Words::measure(posts.to_string()), FIXED_SPACE.to_string(), "heltidstjänster"]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Phrase;

    fn text(words: Option<Words>) -> Option<String> {
        Some(Phrase::of([words])?.text().replace('\u{a0}', " "))
    }

    #[test]
    fn a_share_is_never_rounded_to_none_or_all() {
        assert_eq!(text(share(1, 10_000)).as_deref(), Some("Mindre än 0,1 procent."));
        assert_eq!(text(share(9_999, 10_000)).as_deref(), Some("Mer än 99,9 procent."));
        assert_eq!(text(share(10_000, 10_000)).as_deref(), Some("100,0 procent."));
        assert_eq!(text(share(0, 0)), None);
    }

    #[test]
    fn posts_are_counted_when_they_are_whole() {
        let posts = |hundredths| text(Some(full_time_posts(Hundredths(hundredths))));
        assert_eq!(posts(100).as_deref(), Some("En heltidstjänst."));
        assert_eq!(posts(400).as_deref(), Some("Fyra heltidstjänster."));
        assert_eq!(posts(375).as_deref(), Some("3,75 heltidstjänster."));
    }

    #[test]
    fn one_krona_is_singular() {
        assert_eq!(text(Some(kronor(1))).as_deref(), Some("1 krona."));
        assert_eq!(text(Some(kronor(1_250_000))).as_deref(), Some("1 250 000 kronor."));
    }
}
