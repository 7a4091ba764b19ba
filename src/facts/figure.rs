//! A count over the years.

use super::{Change, Direction, Number, Share};

/// A count, for each of the years that the papers show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The name used for it in templates and texts; empty for parts of a whole.
    pub name: &'static str,
    /// What it counts, as the first cell of a table row.
    pub label: String,
    /// The count for each of [`super::Facts::years`], the reported year last.
    pub series: Vec<Option<Number>>,
    /// How many of the last years can be compared with each other: all but the one in which
    /// the service began and those before it.
    pub comparable: usize,
}

/// How many years in a row a count has gone the same way, up to the reported one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Which way.
    pub direction: Direction,
    /// How many changes in a row, at least one.
    pub changes: usize,
}

impl Figure {
    /// The count for the reported year.
    #[must_use]
    pub fn current(&self) -> Option<Number> {
        self.before(0)
    }

    /// The count for the year before.
    #[must_use]
    pub fn previous(&self) -> Option<Number> {
        self.before(1)
    }

    /// The count for the year that is so many years before the reported one.
    fn before(&self, years: usize) -> Option<Number> {
        *self.series.iter().rev().nth(years)?
    }

    /// The change from the year before, when both years are known and neither is masked.
    #[must_use]
    pub fn change(&self) -> Option<Change> {
        self.change_to(0)
    }

    fn change_to(&self, years: usize) -> Option<Change> {
        if years + 1 >= self.comparable {
            return None;
        }
        Some(Change::between(self.before(years + 1)?.exact()?, self.before(years)?.exact()?))
    }

    /// Whether the year before is one that the reported year can be compared with.
    #[must_use]
    pub fn is_compared(&self) -> bool {
        self.comparable > 1
    }

    /// How long it has gone the same way; nothing when the last change is unknown.
    #[must_use]
    pub fn run(&self) -> Option<Run> {
        let direction = self.change()?.direction();
        let same = |years: &usize| {
            self.change_to(*years).is_some_and(|change| change.direction() == direction)
        };
        Some(Run { direction, changes: (0..self.series.len()).take_while(same).count() })
    }

    /// The reported year's count as a share of another.
    #[must_use]
    pub fn share_of(&self, whole: &Self) -> Option<Share> {
        Share::of(self.current()?.exact()?, whole.current()?.exact()?)
    }

    /// The same share the year before.
    #[must_use]
    pub fn previous_share_of(&self, whole: &Self) -> Option<Share> {
        Share::of(self.previous()?.exact()?, whole.previous()?.exact()?)
    }

    /// Whether the count of any year is masked.
    #[must_use]
    pub fn is_masked(&self) -> bool {
        self.series.iter().flatten().any(|number| number.is_masked())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(series: &[Option<u64>]) -> Figure {
        let series: Vec<_> = series.iter().map(|count| count.map(Number::Exact)).collect();
        let comparable = series.len();
        Figure { name: "", label: String::new(), series, comparable }
    }

    fn run(series: &[Option<u64>]) -> Option<(Direction, usize)> {
        figure(series).run().map(|run| (run.direction, run.changes))
    }

    #[test]
    fn a_run_ends_where_the_direction_turns_or_a_year_is_missing() {
        assert_eq!(run(&[Some(1), Some(2), Some(3), Some(4)]), Some((Direction::Up, 3)));
        assert_eq!(run(&[Some(9), Some(2), Some(3)]), Some((Direction::Up, 1)));
        assert_eq!(run(&[Some(1), None, Some(3), Some(2)]), Some((Direction::Down, 1)));
        assert_eq!(run(&[Some(5), Some(5), Some(5)]), Some((Direction::Same, 2)));
        assert_eq!(run(&[None, Some(5)]), None);
        assert_eq!(run(&[Some(5)]), None);
    }

    #[test]
    fn a_masked_year_has_no_change() {
        let mut masked = figure(&[Some(1), Some(2)]);
        masked.series[0] = Some(Number::FewerThan(5));
        assert_eq!(masked.change(), None);
        assert!(masked.is_masked());
    }
}
