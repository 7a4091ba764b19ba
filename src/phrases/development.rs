//! How a count has gone from year to year.

use super::Reported;
use super::phrase::{Words, words};
use super::units::{extent, is_small_base, per_cent};
use crate::facts::{Change, Direction, Figure, Number};
use crate::measures::{Gender, Noun};
use crate::swedish::long_date;

/// What follows the count of the reported year: `, jämfört med 210 under 2024`.
/// Nothing when the year before has no count.
pub(super) fn comparison(
    reported: &Reported<'_>,
    figure: &Figure,
    noun: Noun,
    time: &str,
) -> Option<Words> {
    let before = reported.year_before();
    let started = reported.year_file.started_within(before);
    let started = started.map(|day| {
        let day = long_date(day);
        let day = day.rsplit_once(' ').map_or(day.as_str(), |(day, _)| day);
        Words::once(format!(", då verksamheten startade den {day}"))
    });
    let then = words![time, " ", reported.earlier(before), started];
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
    is_gap.then(|| words!["uppgift för ", reported.earlier(reported.year_before()), " saknas"])
}

/// `det är en minskning med 21 klienter, eller 10,0 procent`, without `det är` where a
/// change has been said already. Nothing when nothing has changed, and nothing after
/// `ingen`, which says it already.
pub(super) fn change(figure: &Figure, noun: Noun) -> Option<Words> {
    let change = figure.change().filter(|change| change.after() > 0)?;
    let direction = match change.direction() {
        Direction::Up => "ökning",
        Direction::Down => "minskning",
        Direction::Same => return None,
    };
    let is_telling = !is_small_base(change.before());
    let or_per_cent =
        per_cent(change).filter(|_| is_telling).map(|per_cent| words![", eller ", per_cent]);
    let size = noun.counted(Number::Exact(change.size()));
    Some(Words::change(words!["en ", direction, " med ", size, or_per_cent]))
}

/// `antalet klienter har minskat med 10,0 procent sedan 2024`; for a count that has
/// gone the same way for several years, also since when. That is said with a year and
/// not as the third year in a row, since the years before those shown are not known.
pub(super) fn development(reported: &Reported<'_>, figure: &Figure, what: &str) -> Option<Words> {
    let (change, run) = (figure.change()?, figure.run()?);
    let (year, before) = (reported.now(), reported.earlier(reported.year_before()));
    let has_gone = words!["antalet ", what, " har ", change.participle()];
    let since = (run.changes > 1)
        .then(|| reported.year().checked_sub_unsigned(u32::try_from(run.changes).ok()?))
        .flatten()
        .map(|since| reported.earlier(since));
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
            let latest = if reported.year_file.period.is_none() {
                words!["mellan ", before, " och ", year]
            } else {
                words!["sedan ", before]
            };
            words![has_gone, " varje år sedan ", since, ", och ", latest, " ", extent(change)]
        }
        (_, None) => words![has_gone, " ", extent(change), " sedan ", before],
    })
}

/// `sedan 2021 har antalet klienter ökat från 150 till 189, det vill säga med 26,0
/// procent`: since the first of the years shown, when that is two years ago or more.
pub(super) fn over_years(reported: &Reported<'_>, figure: &Figure, what: &str) -> Option<Words> {
    // From the first whole year on.
    let part = figure.series.len().saturating_sub(figure.comparable);
    let mut years = reported.facts.years.iter().zip(&figure.series).skip(part);
    let (first, before) = years.find_map(|(year, count)| Some((*year, (*count)?)))?;
    let change = Change::between(before.exact()?, figure.current()?.exact()?);
    if first + 1 >= reported.year() {
        return None;
    }
    let count = |count: u64| words![Words::count(Number::Exact(count), Gender::Common)];
    let (from, to) = (count(change.before()), count(change.after()));
    let since = reported.earlier(first);
    if change.direction() == Direction::Same {
        return Some(words!["antalet ", what, " var detsamma ", reported.now(), " som ", since]);
    }
    let opening = words!["sedan ", since, " har antalet ", what];
    let is_telling = change.after() > 0 && !is_small_base(change.before());
    let by = per_cent(change).filter(|_| is_telling);
    let by = by.map(|per_cent| words![", det vill säga med ", per_cent]);
    Some(words![opening, " ", change.participle(), " från ", from, " till ", to, by])
}
