//! How a count has gone from year to year.

use super::Reported;
use super::phrase::{Words, words};
use super::units::per_cent;
use crate::facts::{Change, Direction, Figure, Number};
use crate::measures::{Gender, Noun};

/// What follows the count of the reported year: `, jämfört med 210 under 2024`.
/// Nothing when the year before has no count.
pub(super) fn comparison(
    reported: &Reported<'_>,
    figure: &Figure,
    noun: Noun,
    time: &str,
) -> Option<Words> {
    let then = words![time, " ", reported.year_before()];
    Some(match (figure.current()?, figure.previous()?) {
        (_, Number::Hidden) => return None,
        (Number::Exact(0), Number::Exact(0)) => words![", och inte heller ", then],
        (Number::Exact(now), Number::Exact(before)) if now == before => {
            words![", lika många som ", then]
        }
        (now, before) if now == before => words![", liksom ", then],
        (_, before) => words![", jämfört med ", noun.count(before), " ", then],
    })
}

/// `uppgift för 2024 saknas`, when years before that have one.
pub(super) fn gap(reported: &Reported<'_>, figure: &Figure) -> Option<Words> {
    let has_older = figure.series.iter().rev().skip(2).any(Option::is_some);
    let is_gap = figure.previous().is_none() && has_older;
    is_gap.then(|| words!["uppgift för ", reported.year_before(), " saknas"])
}

/// `det är en minskning med 21 klienter, eller 10,0 procent`. Nothing when nothing
/// has changed, and nothing after `ingen`, which says it already.
pub(super) fn change(figure: &Figure, noun: Noun) -> Option<Words> {
    let change = figure.change().filter(|change| change.after() > 0)?;
    let direction = match change.direction() {
        Direction::Up => "ökning",
        Direction::Down => "minskning",
        Direction::Same => return None,
    };
    let or_per_cent = per_cent(change).map(|per_cent| words![", eller ", per_cent]);
    let size = noun.counted(Number::Exact(change.size()));
    Some(words!["det är en ", direction, " med ", size, or_per_cent])
}

/// `antalet klienter har minskat med 10,0 procent sedan 2024`; for a count that has
/// gone the same way for several years, also since when. That is said with a year and
/// not as the third year in a row, since the years before those shown are not known.
pub(super) fn development(reported: &Reported<'_>, figure: &Figure, what: &str) -> Option<Words> {
    let (change, run) = (figure.change()?, figure.run()?);
    let (year, before) = (reported.year(), reported.year_before());
    let has_gone = words!["antalet ", what, " har ", change.participle()];
    let since = (run.changes > 1)
        .then(|| year.checked_sub_unsigned(u32::try_from(run.changes).ok()?))
        .flatten();
    Some(match (change.direction(), since) {
        (Direction::Same, Some(since)) => {
            words!["antalet ", what, " har varit detsamma varje år sedan ", since]
        }
        (Direction::Same, None) => {
            words!["antalet ", what, " var detsamma ", year, " som ", before]
        }
        (_, Some(since)) if change.after() == 0 => {
            words![has_gone, " varje år sedan ", since, " och var noll ", year]
        }
        (_, None) if change.after() == 0 => words![has_gone, " till noll sedan ", before],
        (_, _) if change.before() == 0 => words![has_gone, " sedan ", before, ", då det var noll"],
        (_, Some(since)) => {
            let latest = words!["mellan ", before, " och ", year, " med ", per_cent(change)];
            words![has_gone, " varje år sedan ", since, ", och ", latest]
        }
        (_, None) => words![has_gone, " med ", per_cent(change), " sedan ", before],
    })
}

/// `sedan 2021 har antalet klienter ökat från 150 till 189, det vill säga med 26,0
/// procent`: since the first of the years shown, when that is two years ago or more.
pub(super) fn over_years(reported: &Reported<'_>, figure: &Figure, what: &str) -> Option<Words> {
    let mut years = reported.facts.years.iter().zip(&figure.series);
    let (first, before) = years.find_map(|(year, count)| Some((*year, (*count)?)))?;
    let change = Change::between(before.exact()?, figure.current()?.exact()?);
    if first + 1 >= reported.year() {
        return None;
    }
    let count = |count: u64| words![Words::count(Number::Exact(count), Gender::Common)];
    let (from, to) = (count(change.before()), count(change.after()));
    let opening = words!["sedan ", first, " har antalet ", what];
    if change.direction() == Direction::Same {
        return Some(words!["antalet ", what, " var detsamma ", reported.year(), " som ", first]);
    }
    let by = per_cent(change).filter(|_| change.after() > 0);
    let by = by.map(|per_cent| words![", det vill säga med ", per_cent]);
    Some(words![opening, " ", change.participle(), " från ", from, " till ", to, by])
}
