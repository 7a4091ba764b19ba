//! What holds for every phrase, whatever the figures.

use std::fmt::Write as _;

use proptest::prelude::*;
use tjut::facts::Facts;
use tjut::phrases::{Phrase, paragraph, phrases};

use crate::{SMALLEST, changed, year_file, year_file_of};

/// Counts near the borders more often than others: none, one, twelve and thirteen.
fn count() -> impl Strategy<Value = u64> {
    prop_oneof![4 => 0u64..15, 2 => 15u64..1_900, 1 => 0u64..1_000_000_000]
}

/// A count under a name, or nothing.
fn figure(name: &'static str) -> impl Strategy<Value = String> {
    prop::option::weighted(0.8, count())
        .prop_map(move |count| count.map_or(String::new(), |count| format!("{name}: {count}, ")))
}

/// Counts under some of these names.
fn division(name: &'static str, parts: &'static [&'static str]) -> impl Strategy<Value = String> {
    let part = (prop::bool::weighted(0.8), count());
    prop::collection::vec(part, parts.len()).prop_map(move |counts| {
        let mut written = String::new();
        for (part, (is_there, count)) in parts.iter().zip(counts) {
            if is_there {
                let _ = write!(written, "{part}: {count}, ");
            }
        }
        let is_empty = written.is_empty();
        if is_empty { written } else { format!("{name}: {{ {written} }}, ") }
    })
}

prop_compose! {
    /// The figures of a year, with parts that make up their whole where there are any.
    fn year()(
        plain in (figure("ingående"), figure("avslutade"), figure("utgående"), figure("kö"), figure("hemmavarande_barn")),
        sexes in prop::option::of((count(), count(), prop::option::of(count()))),
        ages in prop::option::of((count(), count())),
        clients in figure("klienter"),
        new in figure("nya"),
        routes in division("kontaktvägar", &["Anhöriga", "Vården", "Egen kontakt"]),
        reasons in division("orsaker", &["Boende", "Skulder", "Arbete", "Vård", "Råd och stöd"]),
    ) -> String {
        let (carried_in, closed, carried_out, queue, children) = plain;
        let mut year = format!("{carried_in}{closed}{carried_out}{queue}{children}{new}{routes}{reasons}");
        match sexes {
            None => year.push_str(&clients),
            Some((women, men, other)) => {
                let total = women + men + other.unwrap_or(0);
                let other = other.map_or(String::new(), |other| format!(", annat: {other}"));
                let _ = write!(year, "klienter: {total}, kön: {{ kvinnor: {women}, män: {men}{other} }}, ");
            }
        }
        if let Some((young, old)) = ages {
            let _ = write!(year, "ålder: {{ Unga: {young}, Äldre: {old} }}, ");
        }
        year
    }
}

prop_compose! {
    /// A year file with any figures that can be read, in years that may lie apart.
    fn any_file()(
        earlier in prop::collection::vec(prop_oneof![1 => Just(String::new()), 3 => year()], 0..6),
        now in year(),
        hides_small in any::<bool>(),
        (granted, used, own) in (count(), count(), prop::option::of(count())),
        (posts, ombud) in (0u64..1_600, prop::option::of(count())),
        shortcomings in prop::collection::vec(any::<bool>(), 0..15),
        level in prop::option::of(count()),
    ) -> String {
        let years: Vec<&str> = earlier.iter().chain([&now]).map(String::as_str).collect();
        let own = own.map_or(String::new(), |own| format!("  egna_medel: {own}\n"));
        let level = level.map_or(String::new(), |level| {
            format!("  belopp_per_heltid: {{ kronor: {level}, år: 2026, källa: Beslutet }}\n")
        });
        let ombud = ombud.map_or(String::new(), |ombud| format!("  antal_ombud: {ombud}\n"));
        let mut listed = String::from(if shortcomings.is_empty() { "brister: []\n" } else { "brister:\n" });
        for has_outcome in shortcomings {
            listed.push_str("  - område: Bostad\n    beskrivning: Lång väntan.\n    huvudman: Kommunen\n");
            listed.push_str(if has_outcome { "    åtgärd: Frågan har lyfts.\n" } else { "" });
        }
        let economy = format!("  beviljat: {granted}\n  använt: {used}\n{own}{level}");
        let posts = format!("årsanställningar: {},{:02}\n{ombud}", posts / 100, posts % 100);
        let start = SMALLEST.find("brister:\n").expect("there are shortcomings");
        let end = SMALLEST.find("texter:\n").expect("the texts follow");
        let small = if hides_small { "verksamhetsår: 2025\nsmå_tal: maskera\n" } else { "verksamhetsår: 2025\n" };
        changed(&year_file(&years), &[
            (&SMALLEST[start..end], &listed),
            ("  beviljat: 600 000\n  använt: 600 000\n", &economy),
            ("årsanställningar: 2\n", &posts),
            ("verksamhetsår: 2025\n", small),
        ])
    }
}

/// The words of a text without their punctuation. A number stays with its unit where
/// a fixed space holds them together.
fn words(text: &str) -> Vec<&str> {
    text.split(' ').map(|word| word.trim_matches(['(', ')', ',', '.', '”'])).collect()
}

fn is_count_in_digits(word: &str, next: Option<&&str>) -> bool {
    let number = word.strip_prefix("än\u{a0}").or_else(|| word.strip_prefix("minst\u{a0}"));
    let number = number.unwrap_or(word);
    let is_number =
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == '\u{a0}');
    let is_year = (2020..=2026).any(|year| word == year.to_string());
    is_number && !is_year && next != Some(&"år")
}

fn is_count_in_words(word: &str) -> bool {
    let words = ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    words.contains(&word.to_lowercase().as_str())
}

const PLURALS: [&str; 9] = [
    "klienter",
    "nya klienter",
    "ärenden",
    "personer",
    "kvinnor",
    "män",
    "brister",
    "heltidstjänster",
    "fler",
];
const SINGULARS: [&str; 7] = ["klient", "ny klient", "ärende", "person", "kvinna", "man", "brist"];

/// What is wrong with a text, if anything.
fn flaw(text: &str) -> Option<String> {
    let forbidden = ["{", "}", "  ", " .", " ,", "..", ",,", "()", "\u{a0} ", "\n", " 0,0\u{a0}"];
    if let Some(found) = forbidden.into_iter().find(|forbidden| text.contains(forbidden)) {
        return Some(format!("has {found:?}"));
    }
    for sentence in text.split_inclusive(". ") {
        if !sentence.trim_end().ends_with('.') {
            return Some(format!("does not end: {sentence}"));
        }
        if !sentence.starts_with(char::is_uppercase) {
            return Some(format!("begins without a capital: {sentence}"));
        }
    }
    for one in ["1", "en", "ett", "ingen", "inget"] {
        let wrong = PLURALS.into_iter().find(|many| text.contains(&format!(" {one} {many}")));
        if let Some(many) = wrong {
            return Some(format!("says {one} {many}"));
        }
    }
    let words = words(text);
    for (index, pair) in words.windows(2).enumerate() {
        let is_several = pair[0] != "1" && is_count_in_digits(pair[0], Some(&pair[1]));
        let after = words[index + 1..].iter().take(2).copied().collect::<Vec<_>>().join(" ");
        let is_singular = SINGULARS.iter().any(|one| pair[1] == *one || after == *one);
        if (is_several || is_count_in_words(pair[0])) && is_singular {
            return Some(format!("says {} {after}", pair[0]));
        }
    }
    let in_digits = text.contains("\u{a0}procent")
        || words.iter().enumerate().any(|(at, word)| is_count_in_digits(word, words.get(at + 1)));
    let in_words = words.iter().find(|word| is_count_in_words(word));
    in_words.filter(|_| in_digits).map(|word| format!("has digits beside {word}"))
}

proptest! {
    #[test]
    fn phrases_are_whole_and_agree(file in any_file()) {
        let year_file = year_file_of(&file);
        let named = phrases(&year_file, &Facts::of(&year_file));
        for named in &named {
            let Some(phrase) = &named.phrase else { continue };
            let text = phrase.text();
            prop_assert_eq!(flaw(&text), None, "{}: {}", named.name, text);
        }
        let all: Vec<&Phrase> = named.iter().filter_map(|named| named.phrase.as_ref()).collect();
        let text = paragraph(all.iter().copied());
        prop_assert_eq!(flaw(&text), None, "{}", text);
    }

    /// The counts as they were written are only in the year file; facts hold them as they
    /// are shown. So nothing masked can be told by phrases that say the same without
    /// the former.
    #[test]
    fn nothing_is_told_that_facts_do_not_show(file in any_file()) {
        let mut year_file = year_file_of(&file);
        let facts = Facts::of(&year_file);
        let told = phrases(&year_file, &facts);
        year_file.statistics.clear();
        prop_assert_eq!(told, phrases(&year_file, &facts));
    }

    #[test]
    fn the_direction_is_that_of_the_figures(before in count(), now in count()) {
        let file = year_file(&[&format!("klienter: {before}"), &format!("klienter: {now}")]);
        let told = crate::told("", &["klienter", "klienter_kort"], &file);
        prop_assert_eq!(told.contains("ökat"), now > before, "{}", told);
        prop_assert_eq!(told.contains("minskat"), now < before, "{}", told);
        prop_assert_eq!(told.contains("en ökning med"), now > before, "{}", told);
        prop_assert_eq!(told.contains("en minskning med"), 0 < now && now < before, "{}", told);
    }
}

#[test]
fn a_flaw_is_seen() {
    let flaws = [
        "Det är 1 klienter.",
        "Det är 14 klient.",
        "Det är två ny klient.",
        "Det är tre av 14.",
        "Det är tre, eller 4,0\u{a0}procent.",
        "Det är färre än\u{a0}5 och tre.",
        "Det ökade med 0,0\u{a0}procent.",
        "Det är slut",
        "Det är. det är.",
        "12 klienter.",
        "Det  är.",
        "Det är {{ x }}.",
    ];
    for text in flaws {
        assert!(flaw(text).is_some(), "{text}");
    }
    for text in [
        "Det är 14 klienter och 1 ärende, eller 10,0\u{a0}procent.",
        "Det är en klient och tolv nya.",
    ] {
        assert_eq!(flaw(text), None, "{text}");
    }
}
