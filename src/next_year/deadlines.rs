//! The days by which papers are to be in.

use chrono::{Datelike, NaiveDate, Weekday};

/// A day by which a paper is to be in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// The paper, in definite form with a capital.
    pub paper: &'static str,
    /// The day that the regulations name.
    pub day: NaiveDate,
    /// The Friday before, when that day is a Saturday or a Sunday. Whether the time runs on
    /// to the Monday is not known for certain, so that the Friday is the day to count on.
    pub weekday_before: Option<NaiveDate>,
}

/// The days for a year's papers: the report by 15 January (10 § förordningen 2013:522), the
/// application by 1 March (2 § HSLF-FS 2016:98), both in the year after.
#[must_use]
pub fn deadlines(year: i32) -> Vec<Deadline> {
    let days = [("Redovisningen", 1, 15), ("Ansökan", 3, 1)];
    let deadline = |(paper, month, day): (&'static str, u32, u32)| {
        let day = NaiveDate::from_ymd_opt(year + 1, month, day)?;
        let after_friday = match day.weekday() {
            Weekday::Sat => 1,
            Weekday::Sun => 2,
            _ => 0,
        };
        let weekday_before = day.checked_sub_days(chrono::Days::new(after_friday));
        let weekday_before = weekday_before.filter(|_| after_friday > 0);
        Some(Deadline { paper, day, weekday_before })
    };
    days.into_iter().filter_map(deadline).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_at_the_end_of_a_week_is_counted_as_the_friday_before() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        // 15 January 2028 is a Saturday, 1 March 2026 was a Sunday.
        let [report, application] = deadlines(2027).try_into().expect("two papers");
        assert_eq!((Some(report.day), report.weekday_before), (day(2028, 1, 15), day(2028, 1, 14)));
        assert_eq!((Some(application.day), application.weekday_before), (day(2028, 3, 1), None));
        let [_, application] = deadlines(2025).try_into().expect("two papers");
        assert_eq!(application.weekday_before, day(2026, 2, 27));
    }
}
