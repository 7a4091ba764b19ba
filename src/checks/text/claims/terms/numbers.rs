//! Numbers in a sentence, with what makes them less exact and with their units.

use super::super::known::CLIENTS;
use super::super::lexicon::{Word, look_up};
use super::super::stated::{Closeness, ShareRange, Stated};
use super::{Sense, TermReader};
use crate::checks::text::TokenKind;
use crate::swedish::number_of_words;

impl TermReader<'_> {
    /// A number or a fraction with what makes it less exact, and with its unit.
    pub(super) fn stated(&self, at: usize) -> Option<(Sense, usize)> {
        let rounded = look_up(|step| self.word(at + step)).and_then(|(word, length)| match word {
            Word::Rounded(closeness) => Some((closeness, length)),
            _ => None,
        });
        // "en knapp tredjedel"
        if rounded.is_none()
            && matches!(self.word(at), "en" | "ett")
            && let Some((Word::Rounded(closeness), length)) =
                look_up(|step| self.word(at + 1 + step))
            && let Some((range, more)) = self.fraction(at + 1 + length)
        {
            return Some((Sense::Share(range.toward(closeness)), 1 + length + more));
        }
        let (closeness, skipped) = rounded.unwrap_or_default();
        let start = at + skipped;
        if let Some((range, length)) = self.one_in(start) {
            return Some((Sense::Share(range.toward(closeness)), skipped + length));
        }
        if let Some((range, length)) = self.fraction(start) {
            return Some((Sense::Share(range.toward(closeness)), skipped + length));
        }
        if skipped > 0 && self.year(start).is_some() && !matches!(closeness, Closeness::About) {
            return None;
        }
        let (stated, length) = self.bare(start)?;
        let closeness = if skipped > 0 { closeness } else { stated.closeness };
        let stated = Stated { closeness, ..stated };
        let (sense, unit) = self.unit(stated, start, start + length);
        Some((sense, skipped + length + unit))
    }

    /// `tre av tio klienter`: a share, where there are more clients than that.
    fn one_in(&self, at: usize) -> Option<(ShareRange, usize)> {
        const SMALL: u64 = 12;
        let small = |at: usize| {
            let (stated, length) = self.bare(at)?;
            stated.as_whole().filter(|number| length == 1 && (1..=SMALL).contains(number))
        };
        let (part, whole) = (small(at)?, small(at + 2)?);
        let clients = self.known.count(CLIENTS, self.known.reported);
        let is_share = self.word(at + 1) == "av"
            && part < whole
            && clients.is_none_or(|clients| clients > SMALL);
        is_share.then(|| (ShareRange::around(part * 1000 / whole, 250 / whole), 3))
    }

    /// A fraction: `hälften`, `en tredjedel`, `de flesta`.
    fn fraction(&self, at: usize) -> Option<(ShareRange, usize)> {
        let skipped = usize::from(matches!(self.word(at), "en" | "ett"));
        for skipped in [0, skipped] {
            if let Some((Word::Fraction(range), length)) =
                look_up(|step| self.word(at + skipped + step))
            {
                // "var tredje vanligaste" is a rank.
                let after = look_up(|step| self.word(at + skipped + length + step));
                let is_rank = matches!(after, Some((Word::Rank { .. }, _)));
                return (!is_rank).then_some((range, skipped + length));
            }
        }
        None
    }

    /// A number in digits or words, without its unit.
    pub(super) fn bare(&self, at: usize) -> Option<(Stated, usize)> {
        match self.kind(at)? {
            TokenKind::Number { value, .. } => {
                // "1–2": a range in words or digits counts nothing exactly.
                if matches!(self.word(at + 1), "till")
                    && self.number(at + 2).is_some()
                    && !matches!(self.before(at), "från" | "mellan")
                {
                    return None;
                }
                Some((Stated::whole(value), 1))
            }
            TokenKind::Decimal(hundredths) => {
                let decimals = self.written(at).split(',').nth(1).map_or(0, str::len);
                let unit = if decimals == 1 { 10 } else { 1 };
                Some((Stated { hundredths, unit, closeness: Closeness::Exactly }, 1))
            }
            TokenKind::Word => self.in_words(at),
            _ => None,
        }
    }

    fn in_words(&self, at: usize) -> Option<(Stated, usize)> {
        let word = self.word(at);
        let about = |number: u64, off: u64| Stated {
            unit: off * 200,
            closeness: Closeness::About,
            ..Stated::whole(number)
        };
        // "ett hundratal", "ett tjugotal".
        let skipped = usize::from(matches!(word, "ett"));
        if let Some(ten) = self.word(at + skipped).strip_suffix("tal") {
            if ten == "hundra" {
                return Some((about(100, 30), skipped + 1));
            }
            if let Some(number) = hundreds(ten).filter(|number| *number > 100 && number % 10 == 0) {
                return Some((about(number, 15), skipped + 1));
            }
            if let Some(number) =
                number_of_words(ten).filter(|number| number % 10 == 0 && *number < 100)
            {
                return Some((about(number, 6), skipped + 1));
            }
        }
        // "tre och en halv heltidstjänst", "en halv årsanställning"
        let half = |at: usize| self.word(at) == "en" && self.word(at + 1) == "halv";
        if half(at) {
            return Some((Stated { hundredths: 50, unit: 1, closeness: Closeness::Exactly }, 2));
        }
        if let Some(number) = number_of_words(word)
            && self.word(at + 1) == "och"
            && half(at + 2)
        {
            let hundredths = number * 100 + 50;
            return Some((Stated { hundredths, unit: 1, closeness: Closeness::Exactly }, 4));
        }
        if word == "ett" && self.word(at + 1) == "hundra" {
            return Some((Stated::whole(100), 2));
        }
        hundreds(word).map(|number| (Stated::whole(number), 1))
    }

    /// The unit after a number, and how many words it has.
    fn unit(&self, stated: Stated, start: usize, end: usize) -> (Sense, usize) {
        let times = |factor: u64| Stated {
            hundredths: stated.hundredths.saturating_mul(factor),
            unit: stated.unit.saturating_mul(factor),
            ..stated
        };
        let next = self.word(end);
        // "under de tre åren"
        if next == "åren" {
            return (Sense::Word(Word::Neutral), 1);
        }
        let is_kronor = |word: &str| matches!(word, "kronor" | "kr" | "kronorna");
        let thousands = |factor: u64| {
            let more = usize::from(is_kronor(self.word(end + 1)));
            (Sense::Kronor(times(factor)), 1 + more)
        };
        match next {
            "procent" | "procents" | "procentiga" => (Sense::PerCent(stated), 1),
            "procentenhet" | "procentenheter" => (Sense::Points(stated), 1),
            word if is_kronor(word) => (Sense::Kronor(stated), 1),
            "tkr" | "kkr" => (Sense::Kronor(times(1000)), 1),
            "mnkr" | "mkr" | "msek" => (Sense::Kronor(times(1_000_000)), 1),
            "miljoner" | "miljon" => thousands(1_000_000),
            "tusen" if is_kronor(self.word(end + 1)) => thousands(1000),
            _ if self.sentence.is_sign(end, '%') => (Sense::PerCent(stated), 1),
            "år" if self.year_at(end + 1).is_some() => (Sense::Number(stated), 0),
            "år" if (self.word(end + 1), self.word(end + 2)) == ("i", "rad") => {
                (Sense::Number(stated), 0)
            }
            _ if UNITS.contains(&next)
                || NUMBERED.contains(&self.before(start))
                || self.is_beside_a_paragraph(start, end) =>
            {
                (Sense::OtherNumber, 0)
            }
            _ => (Sense::Number(stated), 0),
        }
    }

    fn is_beside_a_paragraph(&self, start: usize, end: usize) -> bool {
        let is_sign = |at: usize| matches!(self.kind(at), Some(TokenKind::Sign('§' | '/')));
        is_sign(end) || start.checked_sub(1).is_some_and(is_sign)
    }
}

/// What a number may have that counts nobody.
#[rustfmt::skip]
const UNITS: &[&str] = &[
    "år", "års", "åringar", "åring", "månader", "månad", "veckor", "vecka", "dagar", "dag", "dagars", "timmar", "timme", "timmars",
    "minuter", "kontakter", "besök", "insatser", "samtal", "mil", "kilometer", "km", "meter", "kap", "kapitel", "paragrafer", "sidor", "poäng", "euro", "miljarder",
];

/// What a number may belong to that counts nobody.
#[rustfmt::skip]
const NUMBERED: &[&str] = &[
    "kl", "klockan", "punkt", "punkten", "sida", "kapitel", "kap", "nr", "nummer", "bilaga", "steg", "fas", "dnr", "tabell", "figur", "diagram", "avsnitt", "artikel", "telefon", "tel",
];

/// A number in words: `fyra`, `tjugotre`, `hundra`, `etthundraåttionio`.
fn hundreds(word: &str) -> Option<u64> {
    if let Some(number) = number_of_words(word) {
        return Some(number);
    }
    let (hundreds, rest) = word.split_once("hundra")?;
    let hundreds = match hundreds {
        "" | "ett" | "en" => 1,
        other => number_of_words(other).filter(|number| *number < 10)?,
    };
    let rest = match rest {
        "" => 0,
        "ett" | "en" => 1,
        other => number_of_words(other)?,
    };
    Some(hundreds * 100 + rest)
}
