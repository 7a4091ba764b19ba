//! Numbers and shares as a text states them, and whether the truth agrees.

/// How close a stated number claims to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Closeness {
    /// `189`.
    #[default]
    Exactly,
    /// `ungefär`, `cirka`, `omkring`, `runt`; also after a rounded `1,2 miljoner`.
    About,
    /// `drygt`: that much and a little more.
    Barely,
    /// `knappt`, `nästan`, `närmare`: a little less.
    Nearly,
    /// `över`, `fler än`.
    MoreThan,
    /// `under`, `färre än`.
    LessThan,
    /// `minst`.
    AtLeast,
    /// `högst`.
    AtMost,
}

/// A number that a text states, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// The number, in hundredths.
    pub(super) hundredths: u64,
    /// The value of its last digit, in hundredths: `1,2 miljoner` is not told nearer
    /// than to a hundred thousand.
    pub(super) unit: u64,
    pub(super) closeness: Closeness,
}

impl Stated {
    /// A whole number, exactly.
    pub(super) fn whole(number: u64) -> Self {
        let hundredths = number.saturating_mul(100);
        Self { hundredths, unit: 100, closeness: Closeness::Exactly }
    }

    /// The number when it is a whole one.
    pub(super) fn as_whole(self) -> Option<u64> {
        self.hundredths.is_multiple_of(100).then_some(self.hundredths / 100)
    }

    /// Whether a true number, in hundredths, is what the text states. A rounded number
    /// may be half a unit of its last digit off, `ungefär` an eighth, `drygt` and
    /// `knappt` an eighth to their side.
    pub(super) fn agrees(self, truth: u64) -> bool {
        let Self { hundredths: stated, unit, closeness } = self;
        let eighth = (stated / 8).max(100);
        let half = if unit > 100 { unit / 2 } else { 0 };
        match closeness {
            Closeness::Exactly => truth.abs_diff(stated) <= half,
            Closeness::About => truth.abs_diff(stated) <= eighth.max(half),
            Closeness::Barely => (stated..=stated + eighth.max(half)).contains(&truth),
            Closeness::Nearly => {
                (stated.saturating_sub(eighth.max(half))..=stated).contains(&truth)
            }
            Closeness::MoreThan => truth > stated,
            Closeness::LessThan => truth < stated,
            Closeness::AtLeast => truth >= stated,
            Closeness::AtMost => truth <= stated,
        }
    }
}

/// A share of a whole that a text states: the shares that agree with it, in tenths of
/// a per cent, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ShareRange {
    pub(super) from: u64,
    pub(super) to: u64,
}

/// How far from `drygt` and `knappt` so many tenths of a per cent a share may be: the
/// rounder the number, the farther.
fn reach(tenths: u64) -> u64 {
    match (tenths % 100, tenths % 50) {
        (0, _) => 45,
        (_, 0) => 30,
        _ => 12,
    }
}

/// All of a whole, in tenths of a per cent.
pub(super) const WHOLE: u64 = 1000;

impl ShareRange {
    /// Shares around a fraction in tenths of a per cent.
    pub(super) const fn around(share: u64, off: u64) -> Self {
        Self { from: share.saturating_sub(off), to: share + off }
    }

    /// A number of per cent. One without decimals may have been cut off rather than
    /// rounded.
    pub(super) fn of(per_cent: Stated) -> Self {
        let tenths = per_cent.hundredths / 10;
        let has_decimals = per_cent.unit < 100;
        match per_cent.closeness {
            Closeness::Exactly if has_decimals => Self::around(tenths, 1),
            Closeness::Exactly => Self::around(tenths, 8),
            Closeness::About => Self::around(tenths, (tenths / 10).max(20)),
            Closeness::Barely => {
                Self { from: tenths.saturating_sub(2), to: tenths + reach(tenths) }
            }
            Closeness::Nearly => {
                Self { from: tenths.saturating_sub(reach(tenths)), to: tenths + 2 }
            }
            Closeness::MoreThan => Self { from: tenths + 1, to: u64::MAX },
            Closeness::AtLeast => Self { from: tenths, to: u64::MAX },
            Closeness::LessThan => Self { from: 0, to: tenths.saturating_sub(1) },
            Closeness::AtMost => Self { from: 0, to: tenths },
        }
    }

    /// The same fraction with another closeness: `drygt hälften`.
    pub(super) fn toward(self, closeness: Closeness) -> Self {
        // "en knapp majoritet": little more than half.
        if closeness == Closeness::Nearly && self.from > WHOLE / 2 && self.to >= WHOLE {
            return Self { from: self.from, to: self.from + 100 };
        }
        let middle = u64::midpoint(self.from, self.to.min(WHOLE));
        match closeness {
            Closeness::Exactly => self,
            Closeness::About => Self { from: self.from.saturating_sub(20), to: self.to + 20 },
            Closeness::Barely => Self { from: middle, to: middle + 100 },
            Closeness::Nearly => Self { from: middle.saturating_sub(100), to: middle },
            Closeness::MoreThan => Self { from: middle + 1, to: u64::MAX },
            Closeness::LessThan => Self { from: 0, to: middle.saturating_sub(1) },
            Closeness::AtLeast => Self { from: middle, to: u64::MAX },
            Closeness::AtMost => Self { from: 0, to: middle },
        }
    }

    /// Whether a part of a whole is such a share; `ingen` and `alla` are exact.
    pub(super) fn agrees(self, part: u64, whole: u64) -> bool {
        if whole == 0 {
            return true;
        }
        let (part, whole) = (u128::from(part) * u128::from(WHOLE), u128::from(whole));
        let from = u128::from(self.from) * whole;
        let to = u128::from(self.to).saturating_mul(whole);
        // A share that rounds into the range is in it.
        let half = if self.from == self.to { 0 } else { whole / 2 };
        part + half >= from && part <= to.saturating_add(half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(number: u64, closeness: Closeness) -> Stated {
        Stated { closeness, ..Stated::whole(number) }
    }

    #[test]
    fn rounding_words_have_their_tolerance() {
        let agrees = |number, closeness, truth: u64| stated(number, closeness).agrees(truth * 100);
        assert!(agrees(189, Closeness::Exactly, 189) && !agrees(189, Closeness::Exactly, 190));
        assert!(agrees(190, Closeness::About, 189) && !agrees(150, Closeness::About, 189));
        assert!(agrees(180, Closeness::Barely, 189) && !agrees(190, Closeness::Barely, 189));
        assert!(agrees(190, Closeness::Nearly, 189) && !agrees(180, Closeness::Nearly, 189));
        assert!(agrees(100, Closeness::MoreThan, 189) && !agrees(189, Closeness::MoreThan, 189));
        assert!(agrees(200, Closeness::LessThan, 189) && !agrees(180, Closeness::AtMost, 189));
    }

    #[test]
    fn a_rounded_amount_is_no_nearer_than_its_last_digit() {
        let million = Stated { hundredths: 120_000_000, unit: 10_000_000, ..Stated::whole(0) };
        assert!(million.agrees(120_960_000) && !million.agrees(129_000_000));
    }

    #[test]
    fn shares_agree_when_they_are_so_rounded() {
        let per_cent = |number| ShareRange::of(Stated::whole(number));
        assert!(per_cent(13).agrees(24, 189) && per_cent(12).agrees(24, 189));
        assert!(!per_cent(14).agrees(24, 189));
        let half = ShareRange::around(500, 30);
        assert!(half.agrees(99, 200) && !half.agrees(110, 200));
        assert!(half.toward(Closeness::Barely).agrees(104, 189));
        assert!(!half.toward(Closeness::Nearly).agrees(104, 189));
        let all = ShareRange::around(WHOLE, 0);
        assert!(all.agrees(5, 5) && !all.agrees(1999, 2000));
    }
}
