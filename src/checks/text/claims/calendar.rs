//! Claims about dates and years: only where the sentence says what they are of.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::claim::{Answer, Judged, Kind, Wrong};
use super::known::Known;
use super::terms::{Sense, Term};
use crate::checks::text::masked::Sentence;
use crate::source::Span;
use crate::swedish::long_date;

/// A day that the year file gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Event {
    ReportSubmitted,
    ApplicationSubmitted,
    Meeting,
    BoardPaper,
    Started,
}

/// The claims about dates and years in a sentence, judged.
pub(super) fn judged(sentence: &Sentence<'_>, terms: &[Term], known: &Known<'_>) -> Vec<Judged> {
    let reader = Reader { sentence, terms, known };
    let mut judged = reader.dates();
    judged.extend(reader.years());
    judged
}

struct Reader<'r, 'k> {
    sentence: &'r Sentence<'r>,
    terms: &'r [Term],
    known: &'r Known<'k>,
}

/// The beginnings of words that say that something was handed in.
const HANDED_IN: &[&str] = &[
    "lämna",
    "inlämna",
    "skicka",
    "sänd",
    "insänd",
    "översänd",
    "inkom",
    "inskicka",
    "ingav",
    "inges",
    "inlämning",
    "tillställ",
    "överlämna",
    "avlämna",
];

/// Words of other acts, whose dates the year file does not have.
const OTHER_ACTS: &[&str] = &[
    "beslutade",
    "beslöt",
    "godkände",
    "antog",
    "antogs",
    "fastställde",
    "fastställdes",
    "antagen",
    "fastställd",
    "reviderad",
    "reviderades",
    "beslut",
    "beslutat",
    "beslutet",
    "delegationsbeslut",
    "överenskommelse",
    "avtal",
    "avtalet",
    "riktlinje",
    "riktlinjen",
    "riktlinjer",
    "senast",
    "begäran",
    "komplettering",
    "kompletteringar",
    "komplettera",
    "remiss",
    "yttrande",
    "rekvisition",
    "inbjudan",
    "enkät",
    "protokoll",
    "protokollet",
];

impl Reader<'_, '_> {
    fn words(&self) -> impl Iterator<Item = &str> {
        self.sentence.tokens.iter().map(|token| token.lower.as_str())
    }

    fn has(&self, stems: &[&str]) -> bool {
        self.words().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    }

    fn has_word(&self, words: &[&str]) -> bool {
        self.words().any(|word| words.contains(&word))
    }

    /// What a date in the sentence is the date of.
    fn events(&self) -> Vec<Event> {
        let mut events = Vec::new();
        let handed_in = self.has(HANDED_IN) || self.has_word(&["in"]);
        if self.has(&["redovisning", "redovisa", "rapport", "återrapport"]) && handed_in {
            events.push(Event::ReportSubmitted);
        }
        if self.has(&["ansök"]) && handed_in {
            events.push(Event::ApplicationSubmitted);
        }
        if events.is_empty()
            && handed_in
            && self.has_word(&["båda", "handlingarna", "handlingar", "dessa", "underlagen"])
            && self.has(&["länsstyrelse"])
        {
            events.extend([Event::ReportSubmitted, Event::ApplicationSubmitted]);
        }
        let is_meeting = self.has(&["sammanträd", "nämndsammanträd", "nämndmöte"])
            || self.has_word(&["nämndens"]) && self.has_word(&["möte", "mötet"]);
        if events.is_empty() && is_meeting && !self.has(&["ledningsgrupp"]) {
            events.push(Event::Meeting);
        }
        if events.is_empty()
            && (self.has_word(&["daterat", "daterad"]) || self.has_word(&["tjänsteutlåtandet"]))
            && self.has(&["tjänsteutlåtande", "tjänsteskrivelse"])
        {
            events.push(Event::BoardPaper);
        }
        if events.is_empty() && self.is_about_the_start() {
            events.push(Event::Started);
        }
        events
    }

    /// Whether the sentence says when the service began.
    fn is_about_the_start(&self) -> bool {
        const BEGAN: &[&str] = &[
            "startade",
            "startades",
            "startat",
            "inleddes",
            "började",
            "drivits",
            "bedrivits",
            "funnits",
            "startår",
            "igång",
            "drogs",
            "bedriver",
            "bedriv",
            "drivit",
            "bedrivit",
        ];
        let subject = self.has(&["verksamhet", "ombud"]);
        let unknown = self.terms.iter().any(|term| {
            matches!(term.sense, Sense::Unknown | Sense::Restricting) && !self.is_began(term, BEGAN)
        });
        let has_begun = self.has_word(BEGAN)
            || (self.has_word(&["haft", "finns"]) && self.has_word(&["sedan"]));
        subject && has_begun && !unknown
    }

    fn is_began(&self, term: &Term, began: &[&str]) -> bool {
        term.tokens.clone().all(|at| {
            began.contains(&self.sentence.word_at(Some(at)))
                || matches!(self.sentence.word_at(Some(at)), "finns" | "sedan" | "dess")
        })
    }

    fn date_of(&self, event: Event) -> Option<(NaiveDate, Span, &'static str, &'static str)> {
        let year_file = self.known.year_file;
        let (date, what, placeholder) = match event {
            Event::ReportSubmitted => (
                &year_file.grant.report_submitted,
                "`redovisning_inlämnad`",
                "{{ redovisning_inlämnad|datum }}",
            ),
            Event::ApplicationSubmitted => (
                &year_file.grant.application_submitted,
                "`ansökan_inlämnad`",
                "{{ ansökan_inlämnad|datum }}",
            ),
            Event::Meeting => {
                (&year_file.board_matter.meeting, "`sammanträde`", "{{ sammanträde|datum }}")
            }
            Event::BoardPaper => (&year_file.board_matter.date, "`datum`", "{{ datum|datum }}"),
            Event::Started => (&year_file.operation.started, "`startade`", "{{ startade|datum }}"),
        };
        Some((*date.known()?, date.span.clone(), what, placeholder))
    }

    fn dates(&self) -> Vec<Judged> {
        let events = self.events();
        let dates: Vec<_> =
            events.iter().filter_map(|event| Some((*event, self.date_of(*event)?))).collect();
        if dates.is_empty() {
            return Vec::new();
        }
        let is_start = events == [Event::Started];
        let has_other_act = self.has_word(OTHER_ACTS)
            || self.terms.iter().any(|term| matches!(term.sense, Sense::Years(..)));
        // "Redovisningen för 2023 lämnades den 15 januari 2024."
        let is_of_another_year = !is_start
            && self
                .terms
                .iter()
                .any(|term| matches!(term.sense, Sense::Year(year) if year < self.known.reported));
        if !is_start && (has_other_act || is_of_another_year)
            || is_start && self.has_word(&["beslutade", "beslut", "avtal"])
        {
            return Vec::new();
        }
        let mut judged = Vec::new();
        for term in self.terms {
            let (day, month, year) = match term.sense {
                Sense::Date { day, month, year } => (day, month, year),
                Sense::Year(year)
                    if is_start && self.sentence.source_of(term).parse::<i32>().is_ok() =>
                {
                    (None, None, Some(year))
                }
                _ => continue,
            };
            // The limits of the law are nobody's date.
            let is_limit = !is_start
                && year.is_none()
                && matches!((day, month), (Some(15), Some(1)) | (Some(1), Some(3)));
            let agrees = |date: &NaiveDate| {
                day.is_none_or(|day| day == date.day())
                    && month.is_none_or(|month| month == date.month())
                    && year.is_none_or(|year| year == date.year())
            };
            let found = dates.iter().find(|(_, (date, ..))| agrees(date));
            if let Some((_, (_, _, _, placeholder))) = found {
                let is_whole = day.is_some() && year.is_some();
                judged.push(Judged {
                    tokens: term.tokens.clone(),
                    kind: Kind::Date,
                    answer: Answer::True,
                    placeholder: is_whole.then(|| (*placeholder).to_owned()),
                });
                continue;
            }
            let is_near = dates
                .iter()
                .any(|(_, (date, ..))| year.is_none_or(|year| year.abs_diff(date.year()) <= 1));
            if is_limit || (!is_near && !is_start) {
                continue;
            }
            judged.push(Judged {
                tokens: term.tokens.clone(),
                kind: Kind::Date,
                answer: wrong_date(&dates),
                placeholder: None,
            });
        }
        judged
    }

    /// Years with what they are of: `redovisningen för 2025`, `ansökan om statsbidrag för 2026`.
    fn years(&self) -> Vec<Judged> {
        let mut judged = Vec::new();
        for term in self.terms {
            let Sense::Year(year) = term.sense else { continue };
            // A placeholder is always right.
            if self.sentence.source_of(term).parse::<i32>() != Ok(year) {
                continue;
            }
            let Some((expected, what, placeholder)) = self.of(term.tokens.start) else { continue };
            let answer = if year == expected {
                Answer::True
            } else {
                Answer::False(Wrong {
                    but: format!("{what} gäller {expected}"),
                    hint: format!("Skriv {expected} eller {placeholder}."),
                    places: vec![(
                        self.known.year_file.year.span.clone(),
                        "verksamhetsåret".to_owned(),
                    )],
                })
            };
            judged.push(Judged {
                tokens: term.tokens.clone(),
                kind: Kind::Year,
                answer,
                placeholder: Some(placeholder.to_owned()),
            });
        }
        judged
    }

    /// What a year at a place is the year of: the nearest word before it that says so.
    fn of(&self, at: usize) -> Option<(i32, &'static str, &'static str)> {
        /// How far before the year the word may stand.
        const NEAR: usize = 12;
        let reported = self.known.reported;
        let word = |at: usize| self.sentence.word_at(Some(at));
        let before = |steps: usize| self.sentence.word_at(at.checked_sub(steps));
        let leads = match before(1) {
            "år" | "verksamhetsåret" | "kalenderåret" | "bidragsåret" | "redovisningsåret"
            | "budgetåret" => before(2),
            other => other,
        };
        if !matches!(
            leads,
            "för"
                | "avseende"
                | "under"
                | "gällande"
                | "av"
                | "rörande"
                | "angående"
                | "om"
                | "till"
        ) && !before(1).ends_with("året")
        {
            return None;
        }
        for place in (at.saturating_sub(NEAR)..at).rev() {
            let token = self.sentence.tokens.get(place)?;
            let source = self.sentence.source(token);
            let is_end = matches!(source, "," | ";" | ":" | "–" | "(")
                || matches!(word(place), "som" | "vilket" | "men" | "eftersom" | "medan");
            if is_end {
                return None;
            }
            let lower = word(place);
            let is_other = matches!(
                lower,
                "föregående"
                    | "tidigare"
                    | "förra"
                    | "liksom"
                    | "jämfört"
                    | "enligt"
                    | "tillsammans"
                    | "båda"
                    | "både"
            );
            if is_other {
                return None;
            }
            if lower.starts_with("ansök")
                || matches!(lower, "söker" | "söka" | "söks" | "sökt" | "sökte")
            {
                // "ansökan för 2025" may be last year's, when that is told of in the past.
                let is_past = self.has_word(&[
                    "beviljades",
                    "ansökte",
                    "sökte",
                    "förra",
                    "föregående",
                    "då",
                    "tidigare",
                    "avslogs",
                ]);
                return (!is_past).then_some((reported + 1, "ansökan", "{{ nästa_år }}"));
            }
            if lower.starts_with("redovisning") && !lower.starts_with("redovisningskrav")
                || matches!(lower, "redovisar" | "redovisa" | "redovisas")
            {
                let is_past = self.has_word(&[
                    "förra",
                    "föregående",
                    "tidigare",
                    "godkändes",
                    "fjolårets",
                    "då",
                ]);
                return (!is_past).then_some((reported, "redovisningen", "{{ år }}"));
            }
        }
        None
    }
}

fn wrong_date(dates: &[(Event, (NaiveDate, Span, &'static str, &'static str))]) -> Answer {
    let mut said: Vec<String> = dates
        .iter()
        .map(|(_, (date, _, what, _))| format!("{what} är den {}", long_date(*date)))
        .collect();
    said.dedup();
    let hint = match dates {
        [(_, (date, _, _, placeholder))] => format!(
            "Skriv {} eller {placeholder}. Är det datumet i årsfilen som är fel så rätta det.",
            long_date(*date)
        ),
        _ => "Rätta datumet i texten eller i årsfilen.".to_owned(),
    };
    let places: Vec<(Span, String)> =
        dates.iter().map(|(_, (_, place, what, _))| (place.clone(), (*what).to_owned())).collect();
    Answer::False(Wrong { but: crate::swedish::join(&said), hint, places })
}

/// The words of a term.
impl Sentence<'_> {
    fn source_of(&self, term: &Term) -> String {
        let tokens: Range<usize> = term.tokens.clone();
        self.text(tokens)
    }
}
