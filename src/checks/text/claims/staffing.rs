//! Claims about posts, ombud, meetings and other things that a year file has so many of.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::clause::Clause;
use super::known::{CLIENTS, Known, Topic};
use super::lexicon::{Purpose, Trend, When, Word};
use super::stated::Stated;
use super::terms::{Sense, Term, placeholder_name};
use crate::checks::text::Sentence;
use crate::measures::AREAS;
use crate::source::Span;
use crate::swedish::grouped;
use crate::year_file::values::Hundredths;

/// What there is a number of.
struct Truth {
    /// In hundredths; one of them is meant.
    hundredths: Vec<u64>,
    /// What is true, after `men`.
    but: String,
    placeholder: Option<&'static str>,
    place: Option<Span>,
}

/// The claims of this kind in a sentence, judged.
pub(super) fn judged(
    sentence: &Sentence<'_>,
    clauses: &[Clause],
    known: &Known<'_>,
) -> Vec<Judged> {
    let mut judged = Vec::new();
    let mut is_about_group = false;
    let mut is_unreal = false;
    let mut is_other_year = false;
    for clause in clauses {
        // "Under 2015 hade verksamheten 121 klienter och tre heltidstjänster."
        if let Some(year) = clause.years().next() {
            is_other_year = year != known.reported && year != known.reported + 1;
        }
        is_about_group |= clause.has(Word::SteeringGroup);
        is_unreal |= clause.has(Word::Elsewhere);
        let is_open = is_open(clause) || is_unreal || is_other_year;
        judged.extend(nation(sentence, clause, known));
        judged.extend(posts_of_the_year(sentence, clause, known));
        for (at, term) in clause.terms.iter().enumerate() {
            // `en heltidstjänst` is a number, `ett ombud` is not.
            let is_one = |at: usize| {
                let word = |at: usize| {
                    let start = clause.terms.get(at).map(|term| term.tokens.start);
                    sentence.word_at(start)
                };
                word(at) == "en" && matches!(word(at + 1), "heltidstjänst" | "årsanställning")
            };
            let stated = match term.sense {
                Sense::Number(stated) => stated,
                _ if is_one(at) => Stated::whole(1),
                _ => continue,
            };
            let Some(truth) = truth(sentence, clause, at, known, is_about_group) else { continue };
            let is_change = clause.trend().is_some_and(|(trend, _)| trend != Trend::Same);
            if is_open || is_change {
                continue;
            }
            let answer = if truth.hundredths.iter().any(|hundredths| stated.agrees(*hundredths)) {
                Answer::True
            } else {
                let hint = match truth.placeholder {
                    Some(placeholder) => format!(
                        "Rätta texten, eller skriv {placeholder}. Är det uppgiften i årsfilen som är fel så rätta den."
                    ),
                    None => "Rätta texten. Är det uppgiften i årsfilen som är fel så rätta den."
                        .to_owned(),
                };
                let places = truth.place.map(|place| (place, "i årsfilen".to_owned()));
                Answer::False(Correction {
                    but: truth.but,
                    hint,
                    places: places.into_iter().collect(),
                })
            };
            let placeholder = truth.placeholder.map(str::to_owned);
            judged.push(Judged {
                tokens: term.tokens.clone(),
                kind: ClaimKind::Figure,
                answer,
                placeholder,
            });
        }
    }
    judged
}

/// `Ansökan för {{ nästa_år }} gäller {{ heltidstjänster }}`, where those that are applied for
/// are others.
fn posts_of_the_year(
    sentence: &Sentence<'_>,
    clause: &Clause,
    known: &Known<'_>,
) -> Option<Judged> {
    const OF_THE_YEAR: [(&str, &str); 2] = [
        ("heltidstjänster", "{{ sökta_heltidstjänster }}"),
        ("årsanställningar", "{{ sökta_årsanställningar }}"),
    ];
    let (year, applied) = (known.posts()?, known.posts_applied_for()?);
    let is_of_next = clause.years().eq([known.reported + 1]);
    if year == applied || !is_of_next || clause.has(Word::Not) || clause.trend().is_some() {
        return None;
    }
    let found = clause.terms.iter().filter(|term| term.sense == Sense::Filled).find_map(|term| {
        let written = sentence.text(term.tokens.clone());
        let name = placeholder_name(&written);
        OF_THE_YEAR.iter().find(|(of_year, _)| *of_year == name).map(|found| (term, found))
    });
    let (term, (of_year, right)) = found?;
    let place = &known.year_file.posts_applied_for()?.span;
    Some(Judged {
        tokens: term.tokens.clone(),
        kind: ClaimKind::Figure,
        answer: Answer::False(Correction {
            but: format!(
                "{of_year} är de {year} under {}, och ansökan gäller {applied}",
                known.reported
            ),
            hint: format!("Skriv {right}."),
            places: vec![(place.clone(), "det som ansökan gäller".to_owned())],
        }),
        placeholder: Some((*right).to_owned()),
    })
}

/// `I landet finns 325 personliga ombud i 249 kommuner`.
fn nation(sentence: &Sentence<'_>, clause: &Clause, known: &Known<'_>) -> Vec<Judged> {
    const NATION: &[&str] = &["landet", "riket", "sverige", "nationellt"];
    let mut words = sentence.tokens.iter().map(|token| token.lower.as_str());
    let Some(nation) = &known.year_file.nation else { return Vec::new() };
    let is_of_other_year = clause.years().any(|year| year != *nation.year);
    let is_open = clause.any(|sense| {
        matches!(
            sense,
            Sense::Unknown
                | Sense::Restricting
                | Sense::Word(Word::Not | Word::Time(_) | Word::Trend(_))
        )
    });
    if !words.any(|word| NATION.contains(&word)) || is_of_other_year || is_open {
        return Vec::new();
    }
    let counted = |pair: &[Term]| {
        let [Term { sense: Sense::Number(stated), tokens }, Term { sense: Sense::Word(word), .. }] =
            pair
        else {
            return None;
        };
        let (count, noun) = match word {
            Word::Ombud => (&nation.ombud, "ombud"),
            Word::Boards => (&nation.municipalities, "kommuner"),
            _ => return None,
        };
        let truth = **count;
        let answer = if stated.agrees(truth.saturating_mul(100)) {
            Answer::True
        } else {
            Answer::False(Correction {
                but: format!("antalet {noun} i landet är {}", grouped(truth)),
                hint: "Rätta texten. Är det uppgiften i årsfilen som är fel så rätta den."
                    .to_owned(),
                places: vec![(count.span.clone(), "i årsfilen".to_owned())],
            })
        };
        Some(Judged { tokens: tokens.clone(), kind: ClaimKind::Figure, answer, placeholder: None })
    };
    clause.terms.windows(2).filter_map(counted).collect()
}

/// A plan for posts is what the application is about, so `ska` is no reason for silence.
fn is_open(clause: &Clause) -> bool {
    clause.any(|sense| {
        matches!(
            sense,
            Sense::Unknown
                | Sense::Restricting
                | Sense::Word(Word::Not | Word::Elsewhere | Word::Time(When::Before | When::Other))
        )
    })
}

fn truth(
    sentence: &Sentence<'_>,
    clause: &Clause,
    at: usize,
    known: &Known<'_>,
    is_about_group: bool,
) -> Option<Truth> {
    let sense = |at: usize| clause.terms.get(at).map(|term| term.sense);
    let operation = &known.year_file.operation;
    // An adjective may stand between: `fyra hela tjänster`.
    let is_neutral = sense(at + 1) == Some(Sense::Word(Word::Neutral));
    let noun = if is_neutral { at + 2 } else { at + 1 };
    let noun_at = clause.terms.get(noun).map(|term| term.tokens.start);
    let noun = sense(noun);
    // "Antalet klienter per heltidstjänst är 47."
    if clause.has(Word::CountOf)
        && clause.has(Word::Clients)
        && !matches!(noun, Some(Sense::Word(Word::Posts | Word::Ombud)))
    {
        return ratio(clause, known);
    }
    let counts_each =
        clause.has(Word::Average) && matches!(noun, Some(Sense::Word(Word::Ombud | Word::Posts)));
    if counts_each {
        return None;
    }
    match noun? {
        Sense::Word(Word::Persons) if clause.has(Word::AsOmbud) => ombud(sentence, clause, known),
        Sense::Word(Word::Clients | Word::Persons | Word::Cases) => ratio(clause, known),
        Sense::Word(Word::Posts) => {
            let (year, applied) = (known.posts()?, known.posts_applied_for()?);
            let (next, this) = (known.reported + 1, known.reported);
            let said_of = clause.years().next();
            let posts = match said_of {
                Some(year) if year == next => vec![applied.0],
                Some(other) if other == this => vec![year.0],
                _ => vec![year.0, applied.0],
            };
            let year_posts = &operation.full_time_posts;
            let applied = operation.posts_applied_for.as_ref().filter(|_| said_of == Some(next));
            let posts_said = posts.first().map_or(year, |posts| Hundredths(*posts));
            // {{ heltidstjänster }} brings its noun along.
            let has_placeholder = sentence.word_at(noun_at).starts_with("årsanst");
            Some(Truth {
                hundredths: posts,
                but: format!("antalet årsanställningar är {posts_said}"),
                placeholder: has_placeholder.then_some("{{ årsanställningar }}"),
                place: Some(applied.unwrap_or(year_posts).span.clone()),
            })
        }
        Sense::Word(Word::Ombud) if !is_neutral => ombud(sentence, clause, known),
        Sense::Word(Word::Meetings) if is_about_group => {
            let meetings = &operation.steering_group.meetings;
            // Nothing is known of a group that is left out, as where no paper shows it.
            let number = u64::from(*meetings.known()?);
            Some(Truth {
                hundredths: vec![number * 100],
                but: format!("ledningsgruppen har {number} möten per år"),
                placeholder: Some("{{ ledningsgrupp.möten_per_år }}"),
                place: Some(meetings.span.clone()),
            })
        }
        Sense::Word(Word::Shortcomings) => {
            let shortcomings = known.year_file.shortcomings.as_ref()?;
            let number = shortcomings.len() as u64;
            (number > 0).then(|| Truth {
                hundredths: vec![number * 100],
                but: format!("årsfilen har {number} under `brister:`"),
                placeholder: None,
                place: shortcomings.first().map(|first| first.area.span.clone()),
            })
        }
        Sense::Word(Word::Partners) => {
            let partners = operation.cooperation.as_ref().filter(|all| !all.is_empty())?;
            Some(Truth {
                hundredths: vec![partners.len() as u64 * 100],
                but: format!("årsfilen har {} under `samverkan:`", partners.len()),
                placeholder: None,
                place: partners.first().map(|first| first.name.span.clone()),
            })
        }
        Sense::Word(Word::Boards | Word::Division(AREAS)) => {
            // "Tre områden har rapporterats till ledningsgruppen": shortcomings are in areas too.
            let covers = ["täck", "omfatt", "upptag", "fördel", "verksam", "dela", "indel"];
            let mut words = sentence.tokens.iter().map(|token| token.lower.as_str());
            let is_plain = sentence.word_at(noun_at).starts_with("område");
            if is_plain && !words.any(|word| covers.iter().any(|stem| word.starts_with(stem))) {
                return None;
            }
            let others = operation.other_municipalities.as_ref().map_or(0, Vec::len);
            let areas = operation.area.len();
            // The areas that clients are divided into may be others than those it covers.
            let parts = known.parts_of(AREAS).count();
            let numbers = [areas, others + 1, others, parts];
            let numbers: Vec<u64> = numbers
                .into_iter()
                .filter(|number| *number > 1)
                .map(|number| number as u64 * 100)
                .collect();
            (!numbers.is_empty()).then(|| Truth {
                hundredths: numbers,
                but: format!("upptagningsområdet har {areas}"),
                placeholder: None,
                place: operation.area.first().map(|first| first.span.clone()),
            })
        }
        _ => None,
    }
}

/// `I verksamheten arbetar fem ombud`.
fn ombud(sentence: &Sentence<'_>, clause: &Clause, known: &Known<'_>) -> Option<Truth> {
    // "Två ombud arbetar heltid och ett 25 procent": so many of them.
    const EXTENT: &[&str] = &["heltid", "halvtid", "deltid", "procent", "%", "var"];
    let is_part = |sense| matches!(sense, Sense::PerCent(_) | Sense::Topic(Topic::Part(..)));
    if clause.any(is_part)
        || sentence.tokens.iter().any(|token| EXTENT.contains(&token.lower.as_str()))
    {
        return None;
    }
    let ombud = known.ombud()?;
    let posts = known.posts().map(|posts| posts.0);
    // In a kommun with more services than this one others count as well, and where there are
    // several places those of one are a part.
    let nation = known.year_file.nation.as_ref();
    let elsewhere = nation.and_then(|nation| nation.ombud_in_municipality.as_ref());
    let elsewhere = elsewhere.map(|ombud| **ombud * 100);
    let operation = &known.year_file.operation;
    let has_several = operation.area.len() > 1 || operation.other_municipalities.is_some();
    let is_shared = known.year_file.sender.board.to_lowercase().contains("stadsdel")
        || nation.is_some()
        || has_several;
    if is_shared && clause.any(|sense| sense == Sense::Name) {
        return None;
    }
    Some(Truth {
        hundredths: [Some(ombud * 100), posts, elsewhere].into_iter().flatten().collect(),
        but: format!("antalet ombud är {ombud}"),
        placeholder: Some("{{ antal_ombud }}"),
        place: operation.ombud.as_ref().map(|ombud| ombud.span.clone()),
    })
}

/// `47 klienter per heltidstjänst`: for each post or for each ombud.
fn ratio(clause: &Clause, known: &Known<'_>) -> Option<Truth> {
    let mut terms = clause.terms.iter().map(|term| term.sense);
    let is_per = |sense| matches!(sense, Sense::Word(Word::Per | Word::Money(Purpose::PerPost)));
    let per = terms.position(is_per)?;
    let after = || clause.terms.iter().skip(per).map(|term| term.sense);
    let is_of_posts = clause.has(Word::Money(Purpose::PerPost))
        || after().any(|sense| sense == Sense::Word(Word::Posts));
    let is_of_ombud = after().any(|sense| sense == Sense::Word(Word::Ombud));
    let clients = known.count(CLIENTS, known.reported)?;
    let posts = known.posts()?;
    let ratio = |divisor: u64| clients.checked_mul(10_000)?.checked_div(divisor);
    let of_posts = ratio(posts.0)?;
    let of_ombud = known.ombud().filter(|_| is_of_ombud && !is_of_posts);
    let of_ombud = of_ombud.and_then(|ombud| ratio(ombud * 100));
    let around =
        |ratio: u64| [ratio, ratio / 100 * 100, (ratio + 50) / 100 * 100, (ratio + 5) / 10 * 10];
    let hundredths =
        around(of_posts).into_iter().chain(of_ombud.into_iter().flat_map(around)).collect();
    (is_of_posts || is_of_ombud).then(|| Truth {
        hundredths,
        but: format!(
            "{} klienter på {posts} årsanställningar är {} för varje",
            grouped(clients),
            crate::swedish::tenths((of_posts + 5) / 10)
        ),
        placeholder: None,
        place: known.place(CLIENTS, known.reported),
    })
}
