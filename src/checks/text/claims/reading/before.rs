//! What the clauses before have said.

use super::super::known::Topic;
use super::super::lexicon::Trend;

/// How far what is said can be held against the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// The words are all known.
    Firm,
    /// There was a word that may restrict what is counted.
    Open,
    /// The sentence has turned to what is no fact, or to others: from there on nothing
    /// is told by the figures.
    Unreal,
}

/// What the clauses before have said.
pub(super) struct Before {
    /// What they were about.
    pub(super) topic: Option<Topic>,
    /// Whether they gave its count.
    pub(super) has_count: bool,
    pub(super) year: i32,
    /// The year of an aside, if that is not the reported one: which year the sentence goes
    /// on with after it is not said.
    pub(super) aside_of_year: Option<i32>,
    pub(super) mentioned: Mentioned,
    pub(super) ranking: Ranking,
    /// Which way it went, and since when.
    pub(super) trend: Option<(Trend, i32)>,
    /// Whether shares are spoken of: `andelen`.
    pub(super) is_share: bool,
    /// Whether they counted a part of a part, which no figure does: `av de nya är 20 kvinnor`.
    pub(super) is_part_of_part: bool,
    pub(super) ground: Ground,
}

/// What has been named, whether or not anything was said of it.
#[derive(Default)]
pub(super) struct Mentioned {
    /// The year that was named last: `jämfört med 2024, då …` goes on with it.
    pub(super) last_year: Option<i32>,
    /// Whether that year was the last word: `färre än året före (35)`.
    pub(super) ends_with_year: bool,
    /// The part that a clause named without saying more: `Både kvinnorna (och männen …)`.
    pub(super) only_named: Option<Topic>,
    /// Whether it was which has changed most.
    pub(super) largest_change: bool,
    /// Whether several things that are counted have been named.
    pub(super) has_several: bool,
}

/// The order of the parts of a division, as far as it has been told.
#[derive(Default)]
pub(super) struct Ranking {
    /// The place that was told last, and whether it is counted from the last.
    pub(super) place: Option<(usize, bool)>,
    /// `de vanligaste orsakerna är`: what is listed next has the first places, or the last.
    pub(super) of_list: Option<bool>,
    /// Whether the sentence began with `flest klienter …`, without the part that has them.
    pub(super) pending: Option<bool>,
    /// Whether they are listed `i fallande ordning`.
    pub(super) is_in_order: bool,
}

impl Before {
    /// At the beginning of a sentence, about this year if it says no other.
    pub(super) fn new(year: i32) -> Self {
        Self {
            topic: None,
            has_count: false,
            year,
            aside_of_year: None,
            mentioned: Mentioned::default(),
            ranking: Ranking::default(),
            trend: None,
            is_share: false,
            is_part_of_part: false,
            ground: Ground::Firm,
        }
    }
}
