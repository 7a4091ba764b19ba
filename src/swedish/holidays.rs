//! Days on which offices are closed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// What a day is called when people are free on it: a Saturday, a Sunday, a public
/// holiday (lag 1989:253 om allmänna helgdagar) or one of the three eves that
/// practice, not the law on public holidays, makes free.
///
/// A holiday's own name goes before the weekday's.
#[must_use]
pub fn day_off(date: NaiveDate) -> Option<&'static str> {
    fixed(date).or_else(|| around_easter(date)).or_else(|| movable(date)).or(match date.weekday() {
        Weekday::Sat => Some("en lördag"),
        Weekday::Sun => Some("en söndag"),
        _ => None,
    })
}

fn fixed(date: NaiveDate) -> Option<&'static str> {
    let name = match (date.month(), date.day()) {
        (1, 1) => "nyårsdagen",
        (1, 6) => "trettondedag jul",
        (5, 1) => "första maj",
        (6, 6) if date.year() >= 2005 => "nationaldagen",
        (12, 24) => "julafton",
        (12, 25) => "juldagen",
        (12, 26) => "annandag jul",
        (12, 31) => "nyårsafton",
        _ => return None,
    };
    Some(name)
}

fn around_easter(date: NaiveDate) -> Option<&'static str> {
    let name = match (date - easter(date.year())?).num_days() {
        -2 => "långfredagen",
        -1 => "påskafton",
        0 => "påskdagen",
        1 => "annandag påsk",
        39 => "Kristi himmelsfärdsdag",
        49 => "pingstdagen",
        50 if date.year() < 2005 => "annandag pingst",
        _ => return None,
    };
    Some(name)
}

/// The holidays on the Friday and the Saturdays of certain weeks.
fn movable(date: NaiveDate) -> Option<&'static str> {
    let falls = |weekday, month, day| -> bool {
        let first = NaiveDate::from_ymd_opt(date.year(), month, day);
        let last = first.and_then(|first| first.checked_add_days(Days::new(6)));
        date.weekday() == weekday
            && first.is_some_and(|first| first <= date)
            && last.is_some_and(|last| date <= last)
    };
    if falls(Weekday::Fri, 6, 19) {
        Some("midsommarafton")
    } else if falls(Weekday::Sat, 6, 20) {
        Some("midsommardagen")
    } else if falls(Weekday::Sat, 10, 31) {
        Some("alla helgons dag")
    } else {
        None
    }
}

/// Easter Sunday in the Gregorian calendar, by the algorithm of Meeus, Jones and
/// Butcher (Jean Meeus, Astronomical Algorithms, 1991, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let golden = year.rem_euclid(19);
    let (century, of_century) = (year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday =
        (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let exception = (golden + 11 * epact + 22 * weekday) / 451;
    let days = epact + weekday - 7 * exception + 114;
    let (month, day) = (u32::try_from(days / 31).ok()?, u32::try_from(days % 31).ok()?);
    NaiveDate::from_ymd_opt(year, month, day + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(written: &str) -> NaiveDate {
        written.parse().expect("a date")
    }

    /// Dates from printed almanacs, not worked out here.
    #[test]
    fn easter_is_when_the_almanac_says() {
        for day in [
            "2000-04-23",
            "2005-03-27",
            "2008-03-23",
            "2011-04-24",
            "2018-04-01",
            "2019-04-21",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2076-04-19",
        ] {
            let day = date(day);
            assert_eq!(easter(day.year()), Some(day));
        }
    }

    #[test]
    fn the_free_days_of_2026() {
        let free = [
            ("2026-01-01", "nyårsdagen"),
            ("2026-01-06", "trettondedag jul"),
            ("2026-04-03", "långfredagen"),
            ("2026-04-04", "påskafton"),
            ("2026-04-05", "påskdagen"),
            ("2026-04-06", "annandag påsk"),
            ("2026-05-01", "första maj"),
            ("2026-05-14", "Kristi himmelsfärdsdag"),
            ("2026-05-24", "pingstdagen"),
            ("2026-06-06", "nationaldagen"),
            ("2026-06-19", "midsommarafton"),
            ("2026-06-20", "midsommardagen"),
            ("2026-10-31", "alla helgons dag"),
            ("2026-12-24", "julafton"),
            ("2026-12-25", "juldagen"),
            ("2026-12-26", "annandag jul"),
            ("2026-12-31", "nyårsafton"),
            ("2026-02-21", "en lördag"),
            ("2026-02-22", "en söndag"),
        ];
        for (day, name) in free {
            assert_eq!(day_off(date(day)), Some(name), "{day}");
        }
        let all = date("2026-01-01").iter_days().take(365).filter(|day| day_off(*day).is_some());
        // 52 Saturdays and 52 Sundays, and what falls on Monday to Friday: 1 and 6
        // January, 3 and 6 April, 1 and 14 May, 19 June, 24, 25 and 31 December.
        assert_eq!(all.count(), 52 + 52 + 10);
    }

    #[test]
    fn the_law_changed_in_2005() {
        assert_eq!(day_off(date("2004-05-31")), Some("annandag pingst"));
        assert_eq!(day_off(date("2005-05-16")), None);
        assert_eq!(day_off(date("2003-06-06")), None);
        assert_eq!(day_off(date("2005-06-06")), Some("nationaldagen"));
    }

    #[test]
    fn ordinary_days_are_ordinary() {
        for day in ["2026-01-05", "2026-04-02", "2026-04-30", "2026-05-15", "2026-12-23"] {
            assert_eq!(day_off(date(day)), None, "{day}");
        }
    }
}
