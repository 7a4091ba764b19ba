//! The names that counts are divided under: from one year to the next, and against
//! the upptagningsområde.

use super::ages::AgeRange;
use super::papers::{FIGURES, TABLES};
use super::{Report, Rule, Subject};
use crate::measures::{DIVISIONS, Division};
use crate::source::Span;
use crate::swedish::{folded, grouped, join};
use crate::year_file::read::nearest;
use crate::year_file::values::{Count, NamedCounts, Text};

pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "namn-skiljer-mellan-åren",
        "Papperen jämför åren namn för namn, så det som heter annorlunda i år kommer inte med från tidigare år.",
        names_between_years,
    ).shown(TABLES),
    Rule::warning(
        "område-utanför",
        "Klienterna fördelas på de områden som verksamheten täcker (8 § 1 förordningen 2013:522).",
        areas_outside,
    ).shown(FIGURES),
];

/// A part of an earlier year that no part of the reported year has the name of.
struct Lost<'s> {
    year: i32,
    name: &'s Text,
    count: &'s Count,
    /// The part of the reported year that is most likely the same.
    near: Option<&'s Text>,
}

fn names_between_years(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(current) = subject.year_file.figures(0) else { return };
    for division in &DIVISIONS {
        let Some(now) = division.chosen(current).filter(|now| !now.is_empty()) else { continue };
        let earlier = subject.facts.years.iter().filter(|year| **year < *subject.year_file.year);
        let lost = earlier.filter_map(|year| {
            let before = division.chosen(subject.year_file.statistics.get(year)?)?;
            Some(lost(*year, before, now))
        });
        let lost: Vec<Vec<Lost<'_>>> = lost.filter(|lost| !lost.is_empty()).collect();
        if let Some(latest) = lost.last() {
            let older: Vec<i32> =
                lost.iter().rev().skip(1).filter_map(|l| Some(l.first()?.year)).collect();
            say_lost(subject, report, division, latest, &older);
        }
    }
}

/// The parts of an earlier year whose counts are not shown, since the reported year
/// has no part of that name. A part without clients hides nothing.
fn lost<'s>(year: i32, before: &'s NamedCounts, now: &'s NamedCounts) -> Vec<Lost<'s>> {
    let has = |counts: &NamedCounts, name: &Text| counts.iter().any(|(other, _)| **other == **name);
    let new: Vec<&Text> =
        now.iter().map(|(name, _)| name).filter(|name| !has(before, name)).collect();
    let gone = before.iter().filter(|(name, count)| !has(now, name) && **count > 0);
    gone.map(|(name, count)| Lost { year, name, count, near: same_part(name, &new) }).collect()
}

/// The name among those of the reported year that most likely means the same. Two age
/// groups with different ages do not, however alike their names are.
fn same_part<'s>(name: &Text, new: &[&'s Text]) -> Option<&'s Text> {
    let ages = AgeRange::of(name);
    let may_be = |other: &&&Text| match (ages, AgeRange::of(other)) {
        (Some(ages), Some(other)) => ages == other,
        _ => true,
    };
    let candidates: Vec<&'s Text> = new.iter().filter(may_be).copied().collect();
    let same_ages = candidates.iter().find(|other| ages.is_some() && AgeRange::of(other) == ages);
    let words: Vec<&str> = candidates.iter().map(|text| text.as_str()).collect();
    let near = nearest(name, &words).or_else(|| one_letter_off(name, &words));
    let near = near.and_then(|near| candidates.iter().find(|text| text.as_str() == near));
    same_ages.or(near).copied()
}

/// The name that a slip of the finger makes of another: one letter more, less or another.
fn one_letter_off<'w>(name: &str, words: &[&'w str]) -> Option<&'w str> {
    let name = folded(name);
    // `Lag 1` and `Lag 2` are told apart by their only other letter.
    if name.chars().count() < 3 || name.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_alike = |word: &&&str| strsim::damerau_levenshtein(&name, &folded(word)) == 1;
    words.iter().find(is_alike).copied()
}

fn say_lost(
    subject: &Subject<'_>,
    report: &mut Report<'_>,
    division: &Division,
    lost: &[Lost<'_>],
    older: &[i32],
) {
    let Some(year) = lost.first().map(|lost| lost.year) else { return };
    let reported = *subject.year_file.year;
    let what = if lost.len() == 1 { division.part } else { division.parts };
    let message = format!(
        "{what} {} finns {year} men inte {reported} och kommer därför inte med i papperen",
        named(division, lost)
    );
    let place = match lost.iter().find_map(|lost| lost.near) {
        Some(near) => near.span.clone(),
        None => report.key(&["statistik", &reported.to_string(), division.key]),
    };
    let label = year.to_string();
    let related: Vec<(&Span, &str)> =
        lost.iter().map(|lost| (&lost.name.span, label.as_str())).collect();
    report.add_beside(&place, message, what_to_do(reported, lost, older), &related);
}

/// The parts with their counts, the first few of them.
fn named(division: &Division, lost: &[Lost<'_>]) -> String {
    const MOST: usize = 5;
    let name = |lost: &Lost<'_>| {
        let noun = division.whole().map(|whole| whole.noun);
        let noun = noun.map_or("", |noun| if **lost.count == 1 { noun.one } else { noun.many });
        format!("”{}” ({} {noun})", lost.name.as_str(), grouped(**lost.count))
    };
    let (first, rest) = lost.split_at(if lost.len() > MOST { MOST } else { lost.len() });
    let mut names: Vec<String> = first.iter().map(name).collect();
    if !rest.is_empty() {
        names.push(format!("{} till", rest.len()));
    }
    join(&names)
}

fn what_to_do(reported: i32, lost: &[Lost<'_>], older: &[i32]) -> String {
    let pairs = lost.iter().filter_map(|lost| Some((lost.name, lost.near?)));
    let pairs: Vec<String> =
        pairs.map(|(name, near)| format!("”{}” och ”{}”", name.as_str(), near.as_str())).collect();
    let mut hint = Vec::new();
    if !pairs.is_empty() {
        hint.push(format!(
            "Är ett namn felskrivet så rätta det. Menas samma sak så skriv namnet likadant alla år: {}.",
            pairs.join(", ")
        ));
    }
    if lost.iter().any(|lost| lost.near.is_none()) {
        hint.push(format!(
            "Det som fortfarande räknas skrivs även för {reported}, med 0 om ingen hör dit. Har indelningen ändrats så tysta regeln under `kontroller:`."
        ));
    }
    if !older.is_empty() {
        let older: Vec<String> = older.iter().map(ToString::to_string).collect();
        hint.push(format!("Se även {}.", join(&older)));
    }
    hint.join(" ")
}

fn areas_outside(subject: &Subject<'_>, report: &mut Report<'_>) {
    let operation = &subject.year_file.operation;
    let others = operation.other_municipalities.iter().flatten().map(|other| &other.name);
    let covered: Vec<&Text> = operation.area.iter().chain(others).collect();
    let areas = subject.year_file.figures(0).and_then(|figures| figures.areas.as_ref());
    let names: Vec<&Text> =
        areas.into_iter().flatten().map(|(name, _)| name).filter(|name| !is_rest(name)).collect();
    // Where there is a single area that none of the names is, they are its parts.
    let is_area = |name: &&Text| covered.iter().any(|area| place_name(name) == place_name(area));
    if covered.len() < 2 && !names.iter().any(is_area) {
        return;
    }
    let outside = names.iter().filter(|name| !covered.iter().any(|area| is_same_area(name, area)));
    let known: Vec<&str> = covered.iter().map(|area| area.as_str()).collect();
    let all: Vec<String> = known.iter().map(|area| format!("”{area}”")).collect();
    let place = report.key(&["verksamhet", "upptagningsområde"]);
    for name in outside {
        let hint = match nearest(name, &known) {
            Some(near) => format!("Menade du ”{near}”?"),
            None => format!(
                "Upptagningsområdet är {}. Rätta namnet eller upptagningsområdet. Är det en del av upptagningsområdet så tysta regeln under `kontroller:`.",
                join(&all)
            ),
        };
        report.add_beside(
            &name.span,
            format!("området ”{}” hör inte till upptagningsområdet", name.as_str()),
            hint,
            &[(&place, "upptagningsområdet")],
        );
    }
}

/// Whether a name stands for clients from no area in particular.
fn is_rest(name: &str) -> bool {
    const REST: [&str; 8] =
        ["övrig", "annan", "annat", "andra", "okän", "saknas", "utanför", "skyddad"];
    let name = name.to_lowercase();
    REST.iter().any(|word| name.contains(word))
}

/// Whether two names mean the same area: `Lindsund` and `Lindsunds kommun`, or one
/// with more words than the other.
fn is_same_area(one: &str, other: &str) -> bool {
    let (one, other) = (place_name(one), place_name(other));
    let holds = |longer: &[String], shorter: &[String]| {
        !shorter.is_empty() && longer.windows(shorter.len()).any(|part| part == shorter)
    };
    holds(&one, &other) || holds(&other, &one)
}

/// The words of a place's name, without what kind of place it is and without
/// genitives, since `Lindsunds kommun` is Lindsund.
fn place_name(name: &str) -> Vec<String> {
    const KINDS: [&str; 9] = [
        "kommun",
        "kommuner",
        "stad",
        "stadsdel",
        "stadsdelen",
        "stadsdelsområde",
        "stadsdelsnämnd",
        "stadsdelsförvaltning",
        "region",
    ];
    let name = folded(name);
    let words = name.split(' ').filter(|word| !KINDS.contains(word));
    words.map(|word| word.strip_suffix('s').unwrap_or(word).to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::is_same_area;

    #[test]
    fn areas_are_known_by_their_names() {
        for (one, other) in [
            ("Lindsund", "Lindsunds kommun"),
            ("Hisingen", "Stadsdelen Hisingen"),
            ("Norra innerstaden", "Norra innerstadens stadsdelsområde"),
            ("Västerås", "Västerås stad"),
            ("Södermalm", "Södermalm och Gamla stan"),
        ] {
            assert!(is_same_area(one, other), "{one}, {other}");
            assert!(is_same_area(other, one), "{other}, {one}");
        }
        for (one, other) in [("Norra innerstaden", "Södra innerstaden"), ("Malm", "Södermalm")] {
            assert!(!is_same_area(one, other), "{one}, {other}");
        }
    }
}
