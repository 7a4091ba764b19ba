//! Counts of persons and cases.

use super::keyed::compared_by_key;
use super::noun::{CASE, CLIENT, Noun, PERSON};
use crate::source::Span;
use crate::year_file::YearFigures;
use crate::year_file::values::Count;

/// A count of persons or cases that the papers show year by year.
#[derive(Debug)]
pub struct Measure {
    /// Its name in the year file, in templates and in texts: `hemmavarande_barn`.
    pub key: &'static str,
    /// The first cell of its row in a table.
    pub label: &'static str,
    /// What it is, for the handbook.
    pub about: &'static str,
    /// Those who are counted, described so that no other count is meant.
    pub noun: Noun,
    /// What a difference in it is counted in: clients, cases or other persons.
    pub unit: Noun,
    /// The words by which a text names it.
    pub named_by: NamedBy,
    /// Where a year of the year file gives it.
    pub given: fn(&YearFigures) -> Option<&Count>,
    /// What it is a part of; nothing for a count that stands by itself.
    pub part_of: Option<PartOf>,
    /// Whether it is worked out, and shown, where it is not given: as the whole less the
    /// others, who must then be counted by another measure.
    pub is_worked_out: bool,
    /// The key of the measure whose count of the year before it repeats.
    pub repeats: Option<&'static str>,
    /// Whether a large change from the year before is pointed out to the writer. Not
    /// needed for one that follows from others whose changes are.
    pub change_is_pointed_out: bool,
    /// Its place among the measures, from nought, when small counts are masked: the first
    /// is the last to be masked on another count's account. How many clients there were is
    /// what readers look for.
    pub masking_order: usize,
}

compared_by_key!(Measure);

/// What a count is a part of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PartOf {
    /// The key of the measure that counts the whole.
    pub whole: &'static str,
    /// The rest of the whole.
    pub others: Others,
}

/// Those of a whole who are not in a part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Others {
    /// The measure with this key counts them.
    Counted(&'static str),
    /// No measure counts them, but readers can work out how many they are. They are called
    /// this, in definite form.
    Uncounted(&'static str),
}

/// The words by which a text names what is counted, in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamedBy {
    /// Any of these words anywhere in the sentence. One that ends with a hyphen stands for
    /// all that begin so.
    AnyOf(&'static [&'static str]),
    /// A noun right after the number that begins so, unless something in the sentence
    /// narrows it to new ones.
    NounThatBegins(&'static str),
}

/// A measure's count of one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct YearValue {
    /// How many.
    pub count: u64,
    /// Where it is given, or else where the count that it is worked out from is.
    pub place: Span,
}

impl Measure {
    /// The measure with a key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<&'static Self> {
        MEASURES.iter().find(|measure| measure.key == key)
    }

    /// The count of a year that the papers show (unless it is masked): the one that is
    /// given, or else, where [`Measure::is_worked_out`], the whole less the others.
    #[must_use]
    pub fn value(&self, year: &YearFigures) -> Option<YearValue> {
        if let Some(given) = (self.given)(year) {
            return Some(YearValue { count: **given, place: given.span.clone() });
        }
        let others = self.others_measure().filter(|_| self.is_worked_out)?;
        let (whole, others) = ((self.whole()?.given)(year)?, (others.given)(year)?);
        let count = whole.checked_sub(**others)?;
        Some(YearValue { count, place: others.span.clone() })
    }

    /// The measure that it is a part of.
    #[must_use]
    pub fn whole(&self) -> Option<&'static Self> {
        Self::of_key(self.part_of?.whole)
    }

    /// The measure that counts those of the whole who are not counted by this one.
    #[must_use]
    pub fn others_measure(&self) -> Option<&'static Self> {
        match self.part_of?.others {
            Others::Counted(key) => Self::of_key(key),
            Others::Uncounted(_) => None,
        }
    }

    /// The words that can stand between a number and the unit: `nya` in `tre nya klienter`.
    pub fn qualifiers(&self) -> impl Iterator<Item = &'static str> {
        let before = |noun: &'static str, unit: &'static str| {
            noun.split(' ').take_while(move |word| *word != unit)
        };
        before(self.noun.one, self.unit.one).chain(before(self.noun.many, self.unit.many))
    }

    /// What a text writes to show the count of the reported year: `{{ klienter }}`.
    #[must_use]
    pub fn placeholder(&self) -> String {
        format!("{{{{ {} }}}}", self.key)
    }

    /// What a text writes to show the count of the year before:
    /// `{{ klienter.föregående }}`.
    #[must_use]
    pub fn placeholder_of_year_before(&self) -> String {
        format!("{{{{ {}.föregående }}}}", self.key)
    }
}

/// The key of all clients of a year.
pub const CLIENTS: &str = "klienter";
/// The key of the clients who are new.
pub const NEW: &str = "nya";
/// The key of the cases that were closed.
pub const CLOSED: &str = "avslutade";
/// The key of the clients at the start of a year.
pub const CARRIED_IN: &str = "ingående";
/// The key of the clients at the end of a year.
pub const CARRIED_OUT: &str = "utgående";
/// The key of the persons who wait for an ombud.
pub const QUEUE: &str = "kö";
/// The key of the clients with children at home.
pub const CHILDREN_AT_HOME: &str = "hemmavarande_barn";

/// All counts of a year, in the order in which tables show them. Every field of
/// [`YearFigures`] that is a count has a row here.
pub static MEASURES: [Measure; 7] = [
    Measure {
        key: CARRIED_IN,
        label: "Klienter vid årets början",
        about: "klienter vid årets början",
        noun: Noun::common(
            "klient vid årets början",
            "klienter vid årets början",
            "klienterna vid årets början",
            "ingen klient vid årets början",
        ),
        unit: CLIENT,
        named_by: NamedBy::AnyOf(&["ingående", "början", "ingången", "årsskiftet"]),
        given: |year| year.carried_in.as_ref(),
        part_of: Some(PartOf { whole: CLIENTS, others: Others::Counted(NEW) }),
        is_worked_out: true,
        repeats: Some(CARRIED_OUT),
        change_is_pointed_out: false,
        masking_order: 5,
    },
    Measure {
        key: NEW,
        label: "Nya klienter",
        about: "nya klienter under året",
        noun: Noun::common("ny klient", "nya klienter", "de nya klienterna", "ingen ny klient"),
        unit: CLIENT,
        named_by: NamedBy::AnyOf(&["nya", "ny", "nytillkomna", "tillkom", "tillkommit"]),
        given: |year| year.new.as_ref(),
        part_of: Some(PartOf { whole: CLIENTS, others: Others::Counted(CARRIED_IN) }),
        is_worked_out: false,
        repeats: None,
        change_is_pointed_out: true,
        masking_order: 1,
    },
    Measure {
        key: CLIENTS,
        label: "Klienter under året",
        about: "klienter som hade kontakt med ett ombud under året",
        noun: CLIENT,
        unit: CLIENT,
        named_by: NamedBy::NounThatBegins("klient"),
        given: |year| year.clients.as_ref(),
        part_of: None,
        is_worked_out: false,
        repeats: None,
        change_is_pointed_out: true,
        masking_order: 0,
    },
    Measure {
        key: CLOSED,
        label: "Avslutade ärenden",
        about: "ärenden som avslutades under året",
        noun: Noun::neuter(
            "avslutat ärende",
            "avslutade ärenden",
            "de avslutade ärendena",
            "inget avslutat ärende",
        ),
        unit: CASE,
        named_by: NamedBy::AnyOf(&["avslutade", "avslutats", "avslutades", "avslutat", "avslut"]),
        given: |year| year.closed.as_ref(),
        part_of: Some(PartOf { whole: CLIENTS, others: Others::Counted(CARRIED_OUT) }),
        is_worked_out: false,
        repeats: None,
        change_is_pointed_out: true,
        masking_order: 2,
    },
    Measure {
        key: CARRIED_OUT,
        label: "Klienter vid årets slut",
        about: "klienter vid årets slut",
        noun: Noun::common(
            "klient vid årets slut",
            "klienter vid årets slut",
            "klienterna vid årets slut",
            "ingen klient vid årets slut",
        ),
        unit: CLIENT,
        named_by: NamedBy::AnyOf(&["utgående", "slutet", "slut", "kvar", "utgången"]),
        given: |year| year.carried_out.as_ref(),
        part_of: Some(PartOf { whole: CLIENTS, others: Others::Counted(CLOSED) }),
        is_worked_out: true,
        repeats: None,
        change_is_pointed_out: false,
        masking_order: 4,
    },
    Measure {
        key: QUEUE,
        label: "Personer i kö vid årets slut",
        about: "personer i kö vid årets slut",
        noun: Noun::common("person i kö", "personer i kö", "personerna i kö", "ingen person i kö"),
        unit: PERSON,
        named_by: NamedBy::AnyOf(WAITING),
        given: |year| year.queue.as_ref(),
        part_of: None,
        is_worked_out: false,
        repeats: None,
        change_is_pointed_out: true,
        masking_order: 3,
    },
    Measure {
        key: CHILDREN_AT_HOME,
        label: "Klienter med hemmavarande barn under 18 år",
        about: "klienter med hemmavarande barn under 18 år",
        noun: Noun::common(
            "klient med hemmavarande barn",
            "klienter med hemmavarande barn",
            "klienterna med hemmavarande barn",
            "ingen klient med hemmavarande barn",
        ),
        unit: CLIENT,
        named_by: NamedBy::AnyOf(FAMILY),
        given: |year| year.children_at_home.as_ref(),
        part_of: Some(PartOf {
            whole: CLIENTS,
            others: Others::Uncounted("klienterna utan hemmavarande barn"),
        }),
        is_worked_out: false,
        repeats: None,
        change_is_pointed_out: true,
        masking_order: 6,
    },
];

#[rustfmt::skip]
const WAITING: &[&str] = &[
    "kö", "kön", "vänta", "väntan", "väntar", "väntat", "väntade", "väntelist-", "köa", "köade",
    "köar", "köat", "köplats-",
];

#[rustfmt::skip]
const FAMILY: &[&str] = &[
    "barn", "barnen", "barnfamiljer", "hemmavarande", "föräldrar", "föräldrarna", "förälder",
    "familjer", "familjerna", "hushåll", "hushållen", "mamma", "mammor", "mammorna", "pappa",
    "pappor", "papporna", "mödrar", "mödrarna", "fäder", "fäderna",
];
