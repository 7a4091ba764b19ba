//! Figures typed in texts.

use super::known::{Known, Unit, known};
use super::typing::number_word;
use super::years::is_month;
use super::{Passage, TokenKind};
use crate::checks::{Report, Rule, Subject};
use crate::swedish::grouped;

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::warning(
        "skriven-siffra",
        "En siffra som skrivs på två ställen kan rättas på det ena; en platshållare är alltid densamma.",
        repeated_figures,
    ),
    Rule::warning(
        "skriven-siffra-avviker",
        "En siffra i texten som inte är statistikens kan vara en del av den, men också ett fel.",
        differing_figures,
    ),
    Rule::error(
        "skriven-summa-fel",
        "En siffra som sägs vara hela antalet ska vara statistikens.",
        differing_totals,
    )
    .with_exceptions(),
];

/// Smaller numbers are as often something else.
const SMALLEST_LOOKED_FOR: u64 = 13;

/// What a number before a noun is said to count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noun {
    /// A figure by its name.
    Figure(&'static str),
    Ombud,
    Posts,
    Kronor,
}

impl Noun {
    fn after(passage: &Passage<'_>, index: usize) -> Option<Self> {
        let (first, second) = (passage.word_at(Some(index + 1)), passage.word_at(Some(index + 2)));
        match (first, second) {
            ("nya", "klienter" | "klienterna") => Some(Self::Figure("nya")),
            ("avslutade", "ärenden" | "ärendena" | "klienter") => Some(Self::Figure("avslutade")),
            ("klienter" | "klienterna", _) => Some(Self::Figure("klienter")),
            ("ombud" | "ombuden", _) | ("personliga", "ombud" | "ombuden") => Some(Self::Ombud),
            ("heltidstjänster" | "årsanställningar" | "heltidstjänst" | "årsanställning", _) => {
                Some(Self::Posts)
            }
            ("kronor" | "kr", _) => Some(Self::Kronor),
            _ => None,
        }
    }
}

fn repeated_figures(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known = known(subject);
    for passage in subject.texts() {
        for (index, token) in passage.tokens.iter().enumerate() {
            let TokenKind::Number { value, .. } = token.kind else { continue };
            let noun = Noun::after(passage, index);
            if value < SMALLEST_LOOKED_FOR || is_something_else(passage, index, value, noun) {
                continue;
            }
            let same = placeholders(&known, value, noun);
            if !same.is_empty() {
                let range = if noun == Some(Noun::Kronor) {
                    let unit =
                        passage.tokens.get(index + 1).map_or(token.range.end, |t| t.range.end);
                    token.range.start..unit
                } else {
                    token.range.clone()
                };
                report.add_in(
                    passage,
                    range,
                    format!(
                        "{} är skrivet i texten och är en av årsfilens siffror",
                        grouped(value)
                    ),
                    format!("Skriv {} i stället, om det är den siffran.", same.join(" eller ")),
                );
            }
        }
    }
}

/// The placeholders that show a value. One that the noun names goes before others.
fn placeholders(known: &[Known], value: u64, noun: Option<Noun>) -> Vec<&str> {
    let unit = if noun == Some(Noun::Kronor) { Unit::Kronor } else { Unit::Count };
    let same: Vec<&Known> =
        known.iter().filter(|known| known.value == value && known.unit == unit).collect();
    let named = same.iter().find(|known| Some(Noun::Figure(known.name)) == noun);
    match named {
        Some(named) => vec![&named.placeholder],
        None => same.iter().take(3).map(|known| known.placeholder.as_str()).collect(),
    }
}

/// Ages, years, dates, shares, paragraphs: numbers that count no clients.
fn is_something_else(passage: &Passage<'_>, index: usize, value: u64, noun: Option<Noun>) -> bool {
    const UNITS: [&str; 18] = [
        "år",
        "års",
        "åring",
        "åringar",
        "procent",
        "procentenheter",
        "månader",
        "veckor",
        "dagar",
        "timmar",
        "minuter",
        "mnkr",
        "tkr",
        "miljoner",
        "heltidstjänster",
        "årsanställningar",
        "ombud",
        "gånger",
    ];
    let next = passage.word_at(Some(index + 1));
    let before = index.checked_sub(1);
    UNITS.contains(&next)
        || is_month(next)
        || ["%", "§"]
            .iter()
            .filter_map(|sign| sign.chars().next())
            .any(|sign| passage.is_sign(Some(index + 1), sign) || passage.is_sign(before, sign))
        || matches!(passage.word_at(before), "kl" | "punkt" | "sida" | "kapitel" | "nr")
        || (noun.is_none() && (2000..=2099).contains(&value))
}

/// A number before a noun whose figure is another.
struct Differing {
    index: usize,
    written: String,
    expected: String,
    hint: String,
    is_total: bool,
}

fn differing_figures(subject: &Subject<'_>, report: &mut Report<'_>) {
    report_differing(subject, report, false);
}

fn differing_totals(subject: &Subject<'_>, report: &mut Report<'_>) {
    report_differing(subject, report, true);
}

fn report_differing(subject: &Subject<'_>, report: &mut Report<'_>, totals: bool) {
    let known = known(subject);
    for passage in subject.texts() {
        let differing = (0..passage.tokens.len())
            .filter_map(|index| differing(subject, passage, index, &known))
            .filter(|differing| differing.is_total == totals);
        for differing in differing {
            let Some(token) = passage.tokens.get(differing.index) else { continue };
            report.add_in(
                passage,
                token.range.clone(),
                format!("här står {}, men {}", differing.written, differing.expected),
                differing.hint,
            );
        }
    }
}

fn differing(
    subject: &Subject<'_>,
    passage: &Passage<'_>,
    index: usize,
    known: &[Known],
) -> Option<Differing> {
    let noun = Noun::after(passage, index)?;
    let token = passage.tokens.get(index)?;
    let hundredths = match token.kind {
        TokenKind::Number { value, .. } => value.checked_mul(100)?,
        TokenKind::Decimal(hundredths) => hundredths,
        // Small numbers of clients in words are parts of the whole.
        TokenKind::Word if matches!(noun, Noun::Ombud | Noun::Posts) => {
            number_word(&token.lower)? * 100
        }
        _ => return None,
    };
    let is_total = says_total(passage, index);
    let differing = |expected: String, placeholder: &str| {
        let hint = if is_total {
            format!("Skriv {placeholder} i stället.")
        } else {
            format!(
                "Är det en del av antalet så stämmer det. Annars: skriv {placeholder} i stället."
            )
        };
        let written = passage.word(token).to_owned();
        Some(Differing { index, written, expected, hint, is_total })
    };
    let is_not = |value: u64| value.checked_mul(100) != Some(hundredths);
    match noun {
        Noun::Figure(name) => {
            let of_name: Vec<&Known> = known.iter().filter(|known| known.name == name).collect();
            let current = of_name.iter().find(|known| !known.is_previous)?;
            let what = match name {
                "nya" => "nya klienter",
                "avslutade" => "avslutade ärenden",
                _ => "klienter",
            };
            if of_name.iter().any(|known| !is_not(known.value)) {
                return None;
            }
            let expected = format!("statistiken har {} {what}", grouped(current.value));
            differing(expected, &current.placeholder)
        }
        Noun::Ombud => {
            let posts = subject.year_file.operation.full_time_posts.0;
            let ombud = u64::from(**subject.year_file.operation.ombud.as_ref()?);
            (is_not(ombud) && posts != hundredths)
                .then(|| differing(format!("ombuden är {ombud}"), "{{ antal_ombud }}"))?
        }
        Noun::Posts => {
            let posts = *subject.year_file.operation.full_time_posts;
            let expected = format!("årsanställningarna är {posts}");
            (posts.0 != hundredths).then(|| differing(expected, "{{ heltidstjänster }}"))?
        }
        Noun::Kronor => {
            let amounts = known.iter().filter(|known| known.unit == Unit::Kronor);
            let economy = subject.year_file.economy.as_ref()?;
            let items = economy.items.iter().flatten().map(|item| *item.amount);
            let level = economy.level.iter().map(|level| *level.amount);
            let mut all = amounts.map(|known| known.value).chain(items).chain(level);
            let expected = "beloppet finns inte under `ekonomi`".to_owned();
            all.all(is_not).then(|| Differing {
                hint: "Kontrollera beloppet, eller skriv en platshållare, till exempel {{ beviljat|kronor }}.".to_owned(),
                written: format!("{} kronor", passage.word(token)),
                index,
                expected,
                is_total: false,
            })
        }
    }
}

/// `totalt 190 klienter`, `samtliga 190 klienter`, `alla de 190 klienterna`.
fn says_total(passage: &Passage<'_>, index: usize) -> bool {
    let is_total =
        |word: &str| matches!(word, "totalt" | "sammanlagt" | "samtliga" | "alla" | "tillsammans");
    let before = |steps: usize| passage.word_at(index.checked_sub(steps));
    is_total(before(1)) || (before(1) == "de" && is_total(before(2)))
}
