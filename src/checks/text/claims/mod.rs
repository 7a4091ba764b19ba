//! What texts claim about the figures, and what the figures answer.
//!
//! A sentence becomes terms ([`terms`]): numbers with their units, times, names, and
//! words with a sense ([`lexicon`]). The terms fall into clauses ([`clause`]), and each
//! clause is read for claims: what is counted, what is said of it, and of which year.
//! The year file ([`known`]) answers each: true, false or not known.
//!
//! What is false is a warning. What is true but typed by hand is advice, since a
//! placeholder would be right next year too. About what the figures don't tell nothing
//! is said: a clause with a word that the lexicon lacks may be about anything.

mod bodies;
mod calendar;
mod claim;
mod clause;
mod correction;
mod known;
mod lexicon;
mod money;
mod money_order;
mod money_shares;
mod names;
mod operation;
mod priorities;
mod reading;
mod roles;
mod staffing;
mod stated;
mod terms;
mod years;

use std::collections::BTreeSet;
use std::ops::Range;

use super::Passage;
use super::Sentence;
use crate::checks::{Report, Rule, Subject};
use crate::finding::Fix;
use crate::swedish::join;
use claim::{Answer, ClaimKind, Judged};
use known::{Known, Topic};

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::warning(
        "fel-siffra-i-text",
        "Texten och siffrorna i samma papper ska säga samma sak.",
        |subject, report| report_false(subject, report, ClaimKind::Figure),
    ),
    Rule::warning(
        "fel-riktning",
        "Texten och tabellen i samma papper ska säga samma sak.",
        |subject, report| report_false(subject, report, ClaimKind::Direction),
    ),
    Rule::warning(
        "fel-årtal-i-text",
        "Ett årtal som inte är verksamhetsårets eller ansökans är oftast kvar från ett tidigare papper.",
        |subject, report| report_false(subject, report, ClaimKind::Year),
    ),
    Rule::warning(
        "fel-datum-i-text",
        "Datumet står också i årsfilen, och de två ska säga detsamma.",
        |subject, report| report_false(subject, report, ClaimKind::Date),
    ),
    Rule::warning(
        "fel-namn-i-text",
        "Namnet står också i årsfilen, och ett annat är oftast kvar från ett tidigare papper eller från någon annans.",
        |subject, report| report_false(subject, report, ClaimKind::Name),
    ),
    Rule::advice(
        "skriven-siffra",
        "En siffra som skrivs på två ställen kan rättas på det ena; en platshållare är alltid densamma.",
        |subject, report| advise(subject, report, &[ClaimKind::Figure]),
    ),
    Rule::advice(
        "skrivet-årtal",
        "Ett skrivet årtal blir fel nästa år; en platshållare följer verksamhetsåret.",
        |subject, report| advise(subject, report, &[ClaimKind::Year, ClaimKind::Date]),
    ),
];

/// The claims of all texts of a year file.
pub(in crate::checks) struct Claims {
    all: Vec<ClaimInText>,
    /// Whether something that they were held against could not be read.
    has_met_unread: bool,
}

struct ClaimInText {
    /// The place of the text among those of the year file.
    text: usize,
    /// Where it stands in the text.
    range: Range<usize>,
    /// Its words.
    written: String,
    judged: Judged,
    /// The years that are typed in its sentence.
    years: BTreeSet<i32>,
}

impl Claims {
    /// Reads all texts.
    pub(in crate::checks) fn of(subject: &Subject<'_>, report: &Report<'_>) -> Self {
        let known = Known::of(subject);
        let mut all = Vec::new();
        for (text, passage) in subject.texts().enumerate() {
            let mut of_sentence_before = None;
            for sentence in Sentence::all(passage) {
                let (judged, years) = judged(&sentence, &known, &mut of_sentence_before);
                all.extend(judged.into_iter().map(|judged| ClaimInText {
                    text,
                    range: sentence.range(judged.tokens.clone()),
                    written: sentence.text(judged.tokens.clone()),
                    judged,
                    years: years.clone(),
                }));
            }
        }
        Self { all, has_met_unread: report.loaded.unread.was_looked_at() }
    }
}

/// The claims of a sentence, judged, and the years that are typed in it.
fn judged(
    sentence: &Sentence<'_>,
    known: &Known<'_>,
    of_sentence_before: &mut Option<Topic>,
) -> (Vec<Judged>, BTreeSet<i32>) {
    let topic_before = of_sentence_before.take();
    // What somebody else is quoted to have said is not the paper's claim.
    if sentence.is_quoted() {
        return (Vec::new(), BTreeSet::new());
    }
    let terms = terms::terms(sentence, known);
    let typed = terms.iter().filter(|term| sentence.is_typed(term.tokens.clone()));
    let years: BTreeSet<i32> = typed.flat_map(|term| term.sense.years()).collect();
    let mut judged = calendar::judged(sentence, &terms, known);
    judged.extend(years::judged(sentence, &terms, known));
    judged.extend(bodies::judged(sentence, known));
    judged.extend(operation::judged(sentence, &terms, known));
    judged.extend(roles::judged(sentence, known));
    judged.extend(priorities::judged(sentence, known));
    let clauses = clause::clauses(terms, known);
    let (counts, topic) = reading::claims(&clauses, known, topic_before);
    *of_sentence_before = topic;
    judged.extend(counts.into_iter().map(|claim| claim.judged(known)));
    judged.extend(money::judged(sentence, &clauses, known));
    judged.extend(years::beside_placeholders(sentence, &clauses, known));
    judged.extend(staffing::judged(sentence, &clauses, known));
    (judged, years)
}

/// Looks at the claims of all texts, which are read once for all rules.
fn each_claim<'s, 'a>(
    subject: &'s Subject<'a>,
    report: &mut Report<'_>,
    mut look: impl FnMut(&mut Report<'_>, &'s Passage<'a>, &'s ClaimInText),
) {
    let claims = subject.claims(report);
    if claims.has_met_unread {
        report.leave_out();
        return;
    }
    let texts: Vec<_> = subject.texts().collect();
    for claim in &claims.all {
        if let Some(passage) = texts.get(claim.text).copied() {
            look(report, passage, claim);
        }
    }
}

fn report_false(subject: &Subject<'_>, report: &mut Report<'_>, kind: ClaimKind) {
    each_claim(subject, report, |report, passage, claim| {
        let Answer::False(wrong) = &claim.judged.answer else { return };
        if claim.judged.kind != kind {
            return;
        }
        let message = format!("här står ”{}”, men {}", claim.written, wrong.but);
        let places: Vec<_> =
            wrong.places.iter().map(|(place, label)| (place, label.as_str())).collect();
        let hint = wrong.hint.clone();
        let found = report.add_in_beside(passage, claim.range.clone(), message, hint, &places);
        let placeholder = claim.judged.placeholder.as_ref().filter(|_| kind == ClaimKind::Figure);
        if let Some((finding, placeholder)) = found.zip(placeholder) {
            finding.fixes.push(claim.replaced_by(placeholder));
        }
    });
}

fn advise(subject: &Subject<'_>, report: &mut Report<'_>, kinds: &[ClaimKind]) {
    each_claim(subject, report, |report, passage, claim| {
        let Some(placeholder) = &claim.judged.placeholder else { return };
        if claim.judged.answer != Answer::True || !kinds.contains(&claim.judged.kind) {
            return;
        }
        let message = format!("”{}” är skrivet för hand", claim.written);
        let reported = *subject.year_file.year;
        // A placeholder beside a typed year would be false next year.
        let years = claim.years.iter().filter(|_| claim.judged.kind == ClaimKind::Figure);
        let years: Option<Vec<String>> = years
            .map(|year| {
                let placeholder = year_placeholder(year - reported)?;
                Some(format!("{placeholder} i stället för {year}"))
            })
            .collect();
        let Some(years) = years else { return };
        let is_alone = years.is_empty();
        let replaced = format!("{placeholder} i stället för {}", claim.written);
        let hint = if is_alone {
            format!("Skriv {placeholder} i stället, så stämmer det också nästa år.")
        } else {
            let all: Vec<String> = std::iter::once(replaced).chain(years).collect();
            format!("Skriv {}, så stämmer det också nästa år.", join(&all))
        };
        let found = report.add_in(passage, claim.range.clone(), message, hint);
        if let Some(finding) = found.filter(|_| is_alone) {
            finding.fixes.push(claim.replaced_by(placeholder));
        }
    });
}

impl ClaimInText {
    /// Its words become a placeholder.
    fn replaced_by(&self, placeholder: &str) -> Fix {
        Fix::words(self.range.clone(), &self.written, placeholder)
    }
}

/// The placeholder of a year so many years after the reported one.
fn year_placeholder(after: i32) -> Option<&'static str> {
    match after {
        -1 => Some("{{ föregående_år }}"),
        0 => Some("{{ år }}"),
        1 => Some("{{ nästa_år }}"),
        _ => None,
    }
}
