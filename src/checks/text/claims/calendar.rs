//! Claims about what happened on a day, or in a year.

use chrono::{Datelike, NaiveDate};

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::known::Known;
use super::terms::{Sense, Term};
use crate::checks::text::Sentence;
use crate::source::Span;
use crate::swedish::{join, long_date};
use crate::year_file::values::Date;

/// Something that the year file gives the day of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    ReportSubmitted,
    ApplicationSubmitted,
    Meeting,
    BoardPaper,
    Started,
    Ended,
}

impl Event {
    /// Whether it is the first or the last day of the service, which texts often give as a
    /// year alone.
    fn bounds_the_service(self) -> bool {
        matches!(self, Self::Started | Self::Ended)
    }
}

/// An event with its day.
struct Day {
    date: NaiveDate,
    place: Span,
    /// What it is the day of, before the date.
    what: &'static str,
    placeholder: &'static str,
}

/// The parts of a date that a text gives.
#[derive(Clone, Copy)]
struct WrittenDate {
    day: Option<u32>,
    month: Option<u32>,
    year: Option<i32>,
}

impl WrittenDate {
    fn agrees(self, date: NaiveDate) -> bool {
        self.day.is_none_or(|day| day == date.day())
            && self.month.is_none_or(|month| month == date.month())
            && self.year.is_none_or(|year| year == date.year())
    }

    fn is_near(self, date: NaiveDate) -> bool {
        self.year.is_none_or(|year| year.abs_diff(date.year()) <= 1)
    }

    fn is_whole(self) -> bool {
        self.day.is_some() && self.year.is_some()
    }

    /// The last days that the law gives, which are said of any year: the 15th of January
    /// (10 § förordning 2013:522) and the 1st of March (2 § HSLF-FS 2016:98).
    fn is_limit(self) -> bool {
        self.year.is_none()
            && matches!((self.day, self.month), (Some(15), Some(1)) | (Some(1), Some(3)))
    }
}

/// The beginnings of words that say that something was handed in.
#[rustfmt::skip]
const HANDED_IN: &[&str] = &[
    "lämna", "inlämna", "skicka", "sänd", "insänd", "översänd", "inkom", "inskicka", "ingav",
    "inges", "inlämning", "tillställ", "överlämna", "avlämna",
];

/// Words of other acts, whose dates the year file does not have.
#[rustfmt::skip]
const OTHER_ACTS: &[&str] = &[
    "beslutade", "beslöt", "godkände", "antog", "antogs", "fastställde", "fastställdes", "antagen",
    "fastställd", "reviderad", "reviderades", "beslutat", "beslutet", "delegationsbeslut",
    "överenskommelse", "avtal", "avtalet", "riktlinje", "riktlinjen", "riktlinjer", "senast",
    "begäran", "komplettering", "kompletteringar", "komplettera", "remiss", "yttrande",
    "rekvisition", "inbjudan", "enkät", "protokoll", "protokollet",
];

/// Words that say that a service began.
#[rustfmt::skip]
const BEGAN: &[&str] = &[
    "startade", "startades", "startat", "inleddes", "började", "drivits", "bedrivits", "funnits",
    "startår", "igång", "drogs", "bedriver", "bedriv", "drivit", "bedrivit", "inrättades", "etablerades", "bildades",
];

/// Words that say that a service ended.
#[rustfmt::skip]
const ENDED: &[&str] = &[
    "upphörde", "upphört", "upphör", "upphöra", "avvecklades", "avvecklats", "stängdes", "stängts",
];

/// The claims about days in a sentence, judged.
pub(super) fn judged(sentence: &Sentence<'_>, terms: &[Term], known: &Known<'_>) -> Vec<Judged> {
    let reader = DateReader { sentence, terms };
    let events = reader.events();
    let days: Vec<Day> = events.iter().filter_map(|event| day_of(*event, known)).collect();
    let is_bound = matches!(events.as_slice(), [event] if event.bounds_the_service());
    if days.is_empty() || reader.tells_of_other_days(is_bound, known) {
        return Vec::new();
    }
    // "Ansökan lämnas den 10 februari, sedan förvaltningsgruppen har mötts den 5": of what
    // the other day is, is not said.
    let written = terms.iter().filter(|term| reader.written(term, is_bound).is_some());
    if written.count() > days.len() {
        return Vec::new();
    }
    let mut judged = Vec::new();
    for term in terms {
        let Some(written) = reader.written(term, is_bound) else { continue };
        let found = days.iter().find(|day| written.agrees(day.date));
        let (answer, placeholder) = match found {
            Some(day) => (Answer::True, Some(day.placeholder).filter(|_| written.is_whole())),
            None if written.is_limit() && !is_bound => continue,
            None if !is_bound && !days.iter().any(|day| written.is_near(day.date)) => continue,
            None => (wrong(&days, written), None),
        };
        // "den 15 januari" is replaced with its first word.
        let placeholder = placeholder.map(|placeholder| {
            let lead =
                if sentence.text(term.tokens.clone()).starts_with("den ") { "den " } else { "" };
            format!("{lead}{placeholder}")
        });
        judged.push(Judged {
            tokens: term.tokens.clone(),
            kind: ClaimKind::Date,
            answer,
            placeholder,
        });
    }
    judged
}

fn day_of(event: Event, known: &Known<'_>) -> Option<Day> {
    let year_file = known.year_file;
    let (date, what, placeholder): (&Date, _, _) = match event {
        Event::ReportSubmitted => (
            &year_file.grant.report_submitted,
            "redovisningen lämnas in",
            "{{ redovisning_inlämnad|datum }}",
        ),
        Event::ApplicationSubmitted => (
            &year_file.grant.application_submitted,
            "ansökan lämnas in",
            "{{ ansökan_inlämnad|datum }}",
        ),
        Event::Meeting => {
            (&year_file.board_matter.meeting, "nämnden sammanträder", "{{ sammanträde|datum }}")
        }
        Event::BoardPaper => {
            (&year_file.board_matter.date, "tjänsteutlåtandet är daterat", "{{ datum|datum }}")
        }
        Event::Started => {
            (&year_file.operation.started, "verksamheten startade", "{{ startade|datum }}")
        }
        Event::Ended => {
            let ended = year_file.operation.ended.as_ref()?;
            (ended, "verksamhetens sista dag är", "{{ upphörde|datum }}")
        }
    };
    Some(Day { date: *date.known()?, place: date.span.clone(), what, placeholder })
}

struct DateReader<'r> {
    sentence: &'r Sentence<'r>,
    terms: &'r [Term],
}

impl DateReader<'_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.sentence.tokens.iter().map(|token| token.lower.as_str())
    }

    fn begins(&self, stems: &[&str]) -> bool {
        self.words().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    }

    fn has(&self, words: &[&str]) -> bool {
        self.words().any(|word| words.contains(&word))
    }

    /// What a date in the sentence is the date of.
    fn events(&self) -> Vec<Event> {
        const BOTH: &[&str] = &["båda", "handlingarna", "handlingar", "dessa", "underlagen"];
        let mut events = Vec::new();
        let is_handed_in = self.begins(HANDED_IN) || self.has(&["in"]);
        if is_handed_in && self.begins(&["redovisning", "redovisa", "rapport", "återrapport"]) {
            events.push(Event::ReportSubmitted);
        }
        if is_handed_in && self.begins(&["ansök"]) {
            events.push(Event::ApplicationSubmitted);
        }
        let is_meeting =
            self.begins(&["sammanträd", "sammanträtt", "nämndsammanträd", "nämndmöte"])
                || (self.has(&["nämndens"]) && self.has(&["möte", "mötet"]))
                || (self.begins(&["nämnd"]) && self.has(&["ställning", "behandlar", "behandlas"]));
        if is_meeting && !self.begins(&["ledningsgrupp"]) {
            events.push(Event::Meeting);
        }
        if !events.is_empty() {
            return events;
        }
        if is_handed_in && self.has(BOTH) && self.begins(&["länsstyrelse"]) {
            return vec![Event::ReportSubmitted, Event::ApplicationSubmitted];
        }
        let is_dated = self.has(&["daterat", "daterad", "tjänsteutlåtandet"]);
        if is_dated && self.begins(&["tjänsteutlåtande", "tjänsteskrivelse"]) {
            return vec![Event::BoardPaper];
        }
        let has_begun = self.has(BEGAN) || (self.has(&["haft", "finns"]) && self.has(&["sedan"]));
        let has_ended = self.has(ENDED);
        match (has_begun, has_ended) {
            (true, false) if self.is_about_the_service(BEGAN) => vec![Event::Started],
            (false, true) if self.is_about_the_service(ENDED) => vec![Event::Ended],
            _ => Vec::new(),
        }
    }

    /// Whether the sentence says when the service began or ended, in words that are all known.
    fn is_about_the_service(&self, verbs: &[&str]) -> bool {
        let tells = |at: usize| {
            let word = self.sentence.word_at(Some(at));
            verbs.contains(&word) || matches!(word, "finns" | "sedan" | "dess")
        };
        // What comes after a whole date is no part of when that was.
        let date = self
            .terms
            .iter()
            .position(|term| matches!(term.sense, Sense::Date { day: Some(_), year: Some(_), .. }));
        let until = date.unwrap_or(self.terms.len());
        let is_open = self.terms.iter().take(until).any(|term| {
            matches!(term.sense, Sense::Unknown | Sense::Restricting)
                && !term.tokens.clone().all(tells)
        });
        self.begins(&["verksamhet", "ombud"]) && !is_open
    }

    /// Whether the dates of the sentence may be those of what the year file does not have.
    fn tells_of_other_days(&self, is_bound: bool, known: &Known<'_>) -> bool {
        if is_bound {
            // "I oktober hade det gått 16 år sedan verksamheten startade."
            let since = |at: &usize| {
                let word = |at: usize| self.sentence.word_at(Some(at));
                word(*at) == "år" && word(at + 1) == "sedan"
            };
            if (0..self.sentence.tokens.len()).any(|at| since(&at)) {
                return true;
            }
            return self.has(&["beslutade", "avtal"]);
        }
        // "Redovisningen för 2023 lämnades den 15 januari 2024."
        let is_earlier = |term: &Term| match term.sense {
            Sense::Year(year) => year < known.reported,
            Sense::Years(..) => true,
            _ => false,
        };
        self.has(OTHER_ACTS) || self.terms.iter().any(is_earlier)
    }

    /// The date that a term is. That a service began in a year is a date as well.
    fn written(&self, term: &Term, is_bound: bool) -> Option<WrittenDate> {
        match term.sense {
            Sense::Date { day, month, year } => Some(WrittenDate { day, month, year }),
            Sense::Year(year) if is_bound && self.sentence.is_typed(term.tokens.clone()) => {
                Some(WrittenDate { day: None, month: None, year: Some(year) })
            }
            _ => None,
        }
    }
}

fn wrong(days: &[Day], written: WrittenDate) -> Answer {
    let mut said: Vec<String> =
        days.iter().map(|day| format!("{} den {}", day.what, long_date(day.date))).collect();
    said.dedup();
    let hint = match days {
        [day] if written.is_whole() => format!(
            "Skriv den {} eller den {}. Är det datumet i årsfilen som är fel så rätta det.",
            long_date(day.date),
            day.placeholder
        ),
        _ => "Rätta texten. Är det datumet i årsfilen som är fel så rätta det.".to_owned(),
    };
    let places = days.iter().map(|day| (day.place.clone(), day.what.to_owned())).collect();
    Answer::False(Correction { but: join(&said), hint, places })
}
