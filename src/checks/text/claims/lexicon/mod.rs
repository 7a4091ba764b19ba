//! The words that claims are made of: one table from word to sense.
//!
//! A sentence is only taken to say something about a figure when every word of the
//! clause is known. What is in no list here may restrict what is counted ("klienter
//! med boendestöd"), and then nobody but the writer knows the truth.

mod comparisons;
mod counted;
mod joints;
mod money;
mod numbers;
mod organisation;
mod plain;
mod times;

use std::collections::HashMap;
use std::sync::LazyLock;

use super::known::Topic;
use super::stated::{Closeness, ShareRange};

/// What a word or a group of words says, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// `klienter`: certainly those who have an ombud.
    Clients,
    /// `personer`: clients only where the sentence says so.
    Persons,
    /// `ärenden`: a client's.
    Cases,
    /// What a count is of: `nya`, `avslutades`, `i kö`.
    Of(Topic),
    /// `kvinnor`, `män`: named by the first and the second part of the division.
    Women,
    Men,
    /// `följde med in i 2026`: those at the end of the year before.
    IntoNextYear,
    /// `kvarstod från 2024`: those at the start of the year after.
    FromYearBefore,
    /// `själva`, as a way to an ombud.
    Themselves,
    /// `pågående`, `aktuella`: at some time that has to be said.
    Ongoing,
    /// `pågående`, `öppna`: counted at one time, which has to be said.
    AtOneTime,
    /// A division, or one part of it in general: `orsaken`, `åldersgrupp`.
    Division(&'static str),
    /// `antalet`.
    CountOf,
    /// `andelen`.
    ShareOf,
    /// `totalt`, `sammanlagt`.
    InAll,
    /// `alla`, `samtliga`.
    All,
    /// `ungefär`, `drygt`.
    Rounded(Closeness),
    /// `hälften`.
    Fraction(ShareRange),
    /// `ökat`, `färre`.
    Trend(Trend),
    /// `i stort sett`, `relativt`: what is said to be the same need not be quite.
    Roughly,
    /// `vanligast`, `minst`.
    Rank {
        is_least: bool,
    },
    /// `näst`.
    Second,
    /// `tredje`.
    Third,
    /// `gått om`: larger now, and not larger the year before.
    Passed,
    /// `i fallande ordning`: what is listed has the first places one by one.
    InOrder,
    /// `lika många`.
    AsMany,
    /// `i majoritet`, `överrepresenterade`.
    InMajority {
        is_most: bool,
    },
    /// A time.
    Time(When),
    /// `sedan`.
    Since,
    /// `varje år`.
    EveryYear,
    /// `de senaste åren`: since when is not said.
    RecentYears,
    /// `för tredje året i rad`: the ordinal is a word of its own.
    InARow,
    Than,
    From,
    To,
    /// `med`, after a change: by how much.
    By,
    Part,
    Per,
    /// `jämfört med`, `mot`: what follows is about the year before.
    Against,
    /// `dem`, `dessa`: what the clause before was about.
    They,
    /// `denna orsak`: the part that was named last.
    ThatPart,
    /// `de övriga`: the rest, of whom something else is said.
    Rest,
    /// `kvinnor och män`, of whom one thing is said.
    BothSexes,
    /// `där`: in the area that was named last, or in a place that no figure is of.
    There,
    /// `respektive`.
    Respectively,
    /// A word between clauses.
    Break,
    /// `på grund av`: between clauses, or before one of the reasons for contact.
    BecauseOf,
    /// `också`: beside what has been said.
    Besides,
    /// `unga`: of no certain age by itself.
    OfSomeAge,
    /// `då`: at the time that has just been named.
    When,
    /// `att`, which leads to a clause or to what someone does.
    That,
    /// A word between equals.
    And,
    /// `varav`.
    Whereof,
    /// `vilket`, `det är`: what the clause before was about.
    Which,
    Not,
    /// `ska`, `om`, `målet`: no fact.
    Unreal,
    /// `i genomsnitt`, `varje ombud`: no count.
    Average,
    /// `staden`: this service's or a larger one.
    City,
    /// `landet`, `länet`: not this service.
    Elsewhere,
    Money(Purpose),
    /// `länsstyrelsen`, `staten`: who gives the grant.
    Granter,
    /// `hela`, `i sin helhet`.
    Entirely,
    Posts,
    Ombud,
    SteeringGroup,
    /// `anställda`: the ombud are, and of clients it would tell which ones.
    Employed,
    /// `som personligt ombud`: what those who are counted work as.
    AsOmbud,
    /// `fått nej`: those who are counted have had no ombud.
    Refused,
    Meetings,
    Shortcomings,
    Partners,
    Boards,
    /// A verb or noun that says that clients had contact or support.
    Service,
    /// `som`, which may tell which ones are meant.
    Who,
    /// `det finns en`.
    ThereIs,
    /// A finite verb that says nothing about who is counted.
    Verb,
    /// Says nothing about who is counted.
    Neutral,
}

/// How a count has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    More,
    Fewer,
    Same,
    Doubled,
    Tripled,
    Halved,
    /// `skiljer sig`, `förändrats`: either way.
    Changed,
    /// `inte ökat`.
    NotMore,
    /// `inte minskat`.
    NotFewer,
}

/// A time, as far as its words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// The reported year, or the one that the sentence is about: `under året`.
    This,
    /// The reported year: `i år`, `i dag`.
    Now,
    /// The year before that.
    Before,
    /// A time that there are no figures for.
    Other,
}

/// What an amount of kronor is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The amount with this key.
    Of(&'static str),
    /// `per heltid`: one of the amounts for one full-time post.
    PerPost,
    /// `bidraget`: granted, used or applied for.
    Grant,
    /// `kostnaden`: whose is not said.
    Cost,
}

/// Words and groups of words, divided by `|`. One that ends with a hyphen is the
/// beginning of a word. Of two groups as long the one that comes first has its sense.
const TABLES: [&[(Word, &str)]; 8] = [
    counted::WORDS,
    numbers::WORDS,
    comparisons::WORDS,
    times::WORDS,
    joints::WORDS,
    money::WORDS,
    organisation::WORDS,
    plain::WORDS,
];

/// Where a word may begin in the table of phrases.
struct Index {
    phrases: HashMap<&'static str, Vec<(Vec<&'static str>, Word)>>,
    beginnings: Vec<(&'static str, Word)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { phrases: HashMap::new(), beginnings: Vec::new() };
    for (word, list) in TABLES.into_iter().flatten() {
        for phrase in list.split('|') {
            if let Some(beginning) = phrase.strip_suffix('-') {
                index.beginnings.push((beginning, *word));
                continue;
            }
            let words: Vec<&'static str> = phrase.split(' ').collect();
            let first = words.first().copied().unwrap_or_default();
            index.phrases.entry(first).or_default().push((words, *word));
        }
    }
    for phrases in index.phrases.values_mut() {
        // The longest first; of two as long the one that comes first in the table.
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    index
});

/// The sense of the longest group of words that begins at a place, and how many words
/// it has. Words are in lower case; what is no word is an empty text.
pub(super) fn look_up<'w>(word_at: impl Fn(usize) -> &'w str) -> Option<(Word, usize)> {
    let first = word_at(0);
    if first.is_empty() {
        return None;
    }
    let phrases = INDEX.phrases.get(first).map_or(&[][..], Vec::as_slice);
    let fits = |words: &[&str]| words.iter().enumerate().all(|(at, word)| word_at(at) == *word);
    let phrase = phrases.iter().find(|(words, _)| fits(words));
    phrase.map(|(words, word)| (*word, words.len())).or_else(|| {
        let begins = |(beginning, _): &&(&str, Word)| first.starts_with(beginning);
        INDEX.beginnings.iter().find(begins).map(|(_, word)| (*word, 1))
    })
}
