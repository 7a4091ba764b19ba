//! Numbers as they are typed in a year file: grouped thousands, decimal comma.

use std::fmt;

use schemars::{Schema, SchemaGenerator};

use super::fillers::is_filler;
use super::read::{Read, Reader};
use super::schema;
use super::values::{Count, Decimal, scalar};
use crate::finding::shorten;
use crate::source::{Located, Unread};
use crate::swedish::{FIXED_SPACE, grouped};
use crate::yaml::edit::Path;
use crate::yaml::{Node, Value};

/// A number kept exactly, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Hundredths(pub u64);

impl fmt::Display for Hundredths {
    /// With decimal comma and no more decimals than needed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        match (part, part % 10) {
            (0, _) => write!(f, "{whole}"),
            (_, 0) => write!(f, "{whole},{}", part / 10),
            _ => write!(f, "{whole},{part:02}"),
        }
    }
}

/// Ordinary, fixed and thin spaces, any of which may stand between thousands.
const SPACES: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The digits of a whole number, in which thousands may be grouped. Spaces in other
/// places are refused: `86 91` is two figures rather than one.
pub(crate) fn digits(text: &str) -> Option<String> {
    let groups: Vec<&str> = text.trim().split(SPACES).collect();
    let is_digits = |group: &&str| !group.is_empty() && group.bytes().all(|c| c.is_ascii_digit());
    let is_grouped = match groups.as_slice() {
        [_] => true,
        [first, rest @ ..] => first.len() <= 3 && rest.iter().all(|group| group.len() == 3),
        [] => false,
    };
    (is_grouped && groups.iter().all(is_digits)).then(|| groups.concat())
}

/// Whether a number that is to stand somewhere has spaces between its thousands: as the one
/// that stands there has, or else those beside it.
pub(crate) fn is_grouped_at(root: &Node, path: &Path) -> bool {
    let is_grouped = |node: &Node| {
        let Value::Scalar(scalar) = &node.value else { return None };
        let is_long = digits(&scalar.text).is_some_and(|digits| digits.len() > 3);
        is_long.then(|| scalar.text.trim().contains(SPACES))
    };
    let Some((group, last)) = path.split_last() else { return false };
    let group = group.0.iter().try_fold(root, |node, step| node.after(step));
    let own = group.and_then(|group| is_grouped(group.after(last)?));
    let beside = || group?.entries()?.iter().find_map(|entry| is_grouped(&entry.value));
    own.or_else(beside).unwrap_or_default()
}

impl Read for Count {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::count(MAX_COUNT)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = "ett antal med bara siffror";
        let scalar = scalar(node, reader, expected, "Skriv till exempel 189 eller 1 250 000.")?;
        let count = digits(&scalar.text).and_then(|digits| digits.parse().ok());
        if let Some(count) = count.filter(|count| *count <= MAX_COUNT) {
            return Some(Self::new(count, node.span.clone()));
        }
        reader.wrong_type(node, expected, &count_hint(&scalar.text));
        None
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(0, unread)
    }
}

/// Larger than any sum in a kommun's budget, small enough that sums never overflow.
pub const MAX_COUNT: u64 = 1_000_000_000_000;

/// A whole number that can't be less or more than its bounds, both of which it can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within<const LEAST: u64, const MOST: u64>(u64);

impl<const LEAST: u64, const MOST: u64> From<Within<LEAST, MOST>> for u64 {
    fn from(number: Within<LEAST, MOST>) -> Self {
        number.0
    }
}

/// A share in whole per cent and where it stands.
pub type Percent = Located<Within<1, 100>>;

impl<const LEAST: u64, const MOST: u64> Read for Located<Within<LEAST, MOST>> {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::within(LEAST, MOST)
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = format!("ett heltal från {LEAST} till {MOST}");
        let hint = "Skriv talet med bara siffror, utan enhet.";
        let scalar = scalar(node, reader, &expected, hint)?;
        let number = digits(&scalar.text).and_then(|digits| digits.parse().ok());
        match number {
            Some(number) if (LEAST..=MOST).contains(&number) => {
                return Some(Self::new(Within(number), node.span.clone()));
            }
            Some(_) => reader.wrong_type(node, &expected, "Rätta talet."),
            None => reader.wrong_type(node, &expected, hint),
        }
        None
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(Within(LEAST), unread)
    }
}

/// Whether words say that a figure is missing.
fn is_unknown(written: &str) -> bool {
    const WORDS: [&str; 8] =
        ["saknas", "okänt", "okänd", "vet ej", "vet inte", "ej känt", "finns inte", "inte känt"];
    let lower = written.to_lowercase();
    let words = lower.trim_matches(|c: char| !c.is_alphanumeric());
    let words = words.strip_prefix("uppgift ").or_else(|| words.strip_prefix("uppgiften "));
    WORDS.contains(&words.unwrap_or(&lower).trim_matches(|c: char| !c.is_alphanumeric()))
}

/// What an amount in thousands or millions comes to, with spaces between thousands: `1,2
/// mnkr` is `1 200 000`.
fn whole_kronor(written: &str) -> Option<String> {
    const THOUSAND: [&str; 6] = ["tkr", "kkr", "tusen", "tusen kr", "tusen kronor", "tsek"];
    const MILLION: [&str; 10] = [
        "mnkr",
        "mkr",
        "mn kr",
        "mn",
        "milj",
        "miljon",
        "miljoner",
        "msek",
        "miljoner kr",
        "miljoner kronor",
    ];
    let is_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.' || SPACES.contains(&c);
    let unit_at = written.find(|c: char| !is_number(c))?;
    let (number, unit) = written.split_at(unit_at);
    let unit = unit.trim_end_matches('.').to_lowercase();
    let zeros = if THOUSAND.contains(&unit.as_str()) {
        3
    } else if MILLION.contains(&unit.as_str()) {
        6
    } else {
        return None;
    };
    let number = number.trim();
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    // Three digits may as well be a group of thousands.
    let is_part = part.len() < 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = digits(whole).filter(|_| is_part)?;
    let kronor: u64 = format!("{whole}{part:0<zeros$}").parse().ok()?;
    (kronor <= MAX_COUNT).then(|| grouped(kronor).replace(FIXED_SPACE, " "))
}

fn count_hint(written: &str) -> String {
    let written = written.trim();
    if digits(written).is_some() {
        return "Talet är för stort.".to_owned();
    }
    if is_filler(written) || is_unknown(written) {
        return "Skriv med siffror, eller ta bort raden om uppgiften inte finns.".to_owned();
    }
    if let Some(kronor) = whole_kronor(written) {
        return format!("Skriv beloppet i hela kronor: {kronor}.");
    }
    if written.starts_with(['-', '\u{2212}']) {
        return "Ett antal kan inte vara negativt.".to_owned();
    }
    if written.contains([',', '.']) {
        return "Skriv ett heltal utan decimaler. Tusental skiljs med mellanslag: 1 250 000."
            .to_owned();
    }
    let is_part = |c: char| c.is_ascii_digit() || SPACES.contains(&c);
    let leading = written.split(|c| !is_part(c)).next().unwrap_or("").trim();
    if leading == written && !leading.is_empty() {
        "Tusental skiljs med mellanslag i grupper om tre siffror: 1 250 000.".to_owned()
    } else if digits(leading).is_some() && written[leading.len()..].starts_with(SPACES) {
        format!("Skriv bara siffrorna: {leading}.")
    } else {
        "Skriv med siffrorna 0–9, till exempel 189.".to_owned()
    }
}

impl Read for Decimal {
    fn schema(_: &mut SchemaGenerator) -> Schema {
        schema::decimal()
    }

    fn read(node: &Node, reader: &mut Reader<'_>) -> Option<Self> {
        let expected = "ett tal";
        let hint = "Skriv med siffror och decimalkomma, högst två decimaler, till exempel 3,75.";
        let scalar = scalar(node, reader, expected, hint)?;
        let written = scalar.text.trim();
        let (whole, part) = written.split_once(',').unwrap_or((written, "0"));
        let is_part = (1..=2).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_digit());
        let Some(whole) = digits(whole).filter(|whole| is_part && whole.len() <= 9) else {
            let with_comma = written.replacen('.', ",", 1);
            let hint = match written.split_once('.') {
                Some((whole, part)) if digits(whole).is_some() && matches!(part.len(), 1 | 2) => {
                    format!("Skriv med decimalkomma: {}.", shorten(&with_comma))
                }
                _ => hint.to_owned(),
            };
            reader.wrong_type(node, expected, &hint);
            return None;
        };
        let hundredths = format!("{whole}{part:0<2}").parse().ok()?;
        Some(Self::new(Hundredths(hundredths), node.span.clone()))
    }

    fn stand_in(unread: &Unread) -> Self {
        Self::stand_in(Hundredths(0), unread)
    }
}
