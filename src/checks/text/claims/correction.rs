//! What is said of a false claim about a count: what is true, and where it stands.

use super::claim::{Claim, Correction, Statement, has_gone};
use super::known::{Known, Topic};
use super::lexicon::Trend;
use crate::facts::{Change, Direction, Share};
use crate::swedish::{grouped, join};

impl Claim {
    /// What is true instead, when the count is `now`.
    pub(super) fn correction(&self, known: &Known<'_>, now: u64) -> Option<Correction> {
        let noun = known.noun(self.topic);
        let year = self.year;
        let mut places = Vec::new();
        let mut place = |topic, year: i32| {
            places.extend(known.place(topic, year).map(|place| (place, year.to_string())));
        };
        place(self.topic, year);
        let write = "Rätta texten. Är det siffran som är fel så rätta den i `statistik:`.";
        let (but, hint) = match &self.statement {
            Statement::Count(_) => {
                let but = format!("antalet {noun} {year} är {}", grouped(now));
                let placeholder = known.placeholder(self.topic, year);
                let or = placeholder.map(|placeholder| format!(" eller {placeholder}"));
                let hint = format!(
                    "Skriv {}{}. Är det siffran som är fel så rätta den i `statistik:`.",
                    grouped(now),
                    or.unwrap_or_default()
                );
                (but, hint)
            }
            Statement::ChangeBy { since, .. }
            | Statement::ChangePerCent { since, .. }
            | Statement::ChangeShare { since, .. }
            | Statement::Trend { since, .. } => {
                place(self.topic, *since);
                let change = Change::between(known.count(self.topic, *since)?, now);
                (went(&format!("antalet {noun}"), *since, year, change), write.to_owned())
            }
            Statement::Peak { .. } => {
                let last = Self { year: known.reported, ..self.clone() };
                (last.year_by_year(known, known.first_year), write.to_owned())
            }
            Statement::EveryYear { since, .. } | Statement::RecentYears { since, .. } => {
                (self.year_by_year(known, *since), write.to_owned())
            }
            Statement::InARow { times, .. } => {
                (self.year_by_year(known, self.first_in_row(known, *times)?), write.to_owned())
            }
            Statement::ChangePoints { since, .. } | Statement::ShareTrend { since, .. } => {
                place(self.topic, *since);
                let (before, now) = (self.share(known, *since)?, self.share(known, year)?);
                (format!("andelen {noun} var {before} {since} och {now} {year}"), write.to_owned())
            }
            Statement::Share { of, .. } => {
                let whole = known.count(*of, year)?;
                let share = Share::of(now, whole)?;
                let whole = format!("{} {}", grouped(whole), known.noun(*of));
                (
                    format!(
                        "antalet {noun} {year} är {} av {whole}, det vill säga {share}",
                        grouped(now)
                    ),
                    write.to_owned(),
                )
            }
            Statement::Rank { is_least, .. } => {
                let Topic::Part(division, _) = self.topic else { return None };
                (ranking(known, division, year, *is_least), write.to_owned())
            }
            Statement::EveryPart { trend, since } => {
                let changes = self.changes_of_division(known, *since)?;
                let others = changes.iter().filter(|(_, change)| !has_gone(*trend, false, *change));
                let others: Vec<String> =
                    others.map(|(topic, change)| known.spanned(*topic, *change)).collect();
                (format!("det gäller inte {}", join(&others)), write.to_owned())
            }
            Statement::RankOfChange { trend, since } => {
                (self.largest_changes(known, *trend, *since)?, write.to_owned())
            }
            Statement::Order { other, .. } | Statement::Passed { other } => {
                place(*other, year);
                let count = known.count(*other, year)?;
                (
                    format!(
                        "antalet {noun} {year} är {} och antalet {} {}",
                        grouped(now),
                        known.noun(*other),
                        grouped(count)
                    ),
                    write.to_owned(),
                )
            }
        };
        places.dedup();
        Some(Correction { but, hint, places })
    }

    /// The parts of its division that have gone furthest that way.
    fn largest_changes(&self, known: &Known<'_>, trend: Trend, since: i32) -> Option<String> {
        let mut changes = self.changes_of_division(known, since)?;
        changes.retain(|(_, change)| trend == Trend::Changed || has_gone(trend, false, *change));
        changes.sort_by_key(|(_, change)| std::cmp::Reverse(change.size()));
        let parts = changes.iter().take(3);
        let parts: Vec<String> =
            parts.map(|(topic, change)| known.spanned(*topic, *change)).collect();
        Some(match (parts.is_empty(), trend) {
            (true, Trend::Fewer) => "ingen av dem har minskat".to_owned(),
            (true, _) => "ingen av dem har ökat".to_owned(),
            _ => {
                let year = self.year;
                format!("störst från {since} till {year} är förändringen för {}", join(&parts))
            }
        })
    }

    /// `antalet klienter har varit 175 (2023), 210 (2024) och 189 (2025)`.
    fn year_by_year(&self, known: &Known<'_>, since: i32) -> String {
        let counts = (since..=self.year).filter_map(|year| {
            Some(format!("{} ({year})", grouped(known.count(self.topic, year)?)))
        });
        let counts: Vec<String> = counts.collect();
        format!("antalet {} har varit {}", known.noun(self.topic), join(&counts))
    }
}

/// The first three parts of a division, as `ordningen är …`.
fn ranking(known: &Known<'_>, division: &'static str, year: i32, is_least: bool) -> String {
    let mut parts: Vec<(u64, &str)> = known
        .parts_of(division)
        .filter_map(|topic| {
            let Topic::Part(_, index) = topic else { return None };
            Some((known.count(topic, year)?, known.parts.get(index)?.name.as_str()))
        })
        .collect();
    parts.sort_by_key(|(count, _)| *count);
    if !is_least {
        parts.reverse();
    }
    let first = parts.iter().take(3).map(|(count, name)| format!("{name} ({})", grouped(*count)));
    let first: Vec<String> = first.collect();
    let lead = if is_least { format!("{year}, den minsta först,") } else { year.to_string() };
    format!("ordningen {lead} är {}", join(&first))
}

/// `antalet klienter har minskat från 210 (2024) till 189 (2025), det vill säga med 21 eller 10,0 procent`.
fn went(what: &str, since: i32, year: i32, change: Change) -> String {
    let (before, after) = (grouped(change.before()), grouped(change.after()));
    if change.direction() == Direction::Same {
        return format!("{what} är {after} både {since} och {year}");
    }
    let per_cent = change.per_cent().map(|share| format!(" eller {share}")).unwrap_or_default();
    let size = grouped(change.size());
    format!(
        "{what} har {} från {before} ({since}) till {after} ({year}), det vill säga med {size}{per_cent}",
        change.participle()
    )
}
