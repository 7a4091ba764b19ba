//! Counts that are masked in tables and charts, but stated in a text.
//!
//! A number is taken for a masked count when it has its value and its sentence names
//! what is counted. It can also be what the others are, or a share in per cent.

mod number;
mod secret;
mod years;

use super::PassageKind;
use super::Sentence;
use crate::checks::privacy::what;
use crate::checks::{Report, Rule, Subject};
use crate::facts::Counts;
use secret::Secret;
use years::Years;

pub(in crate::checks) const RULES: &[Rule] = &[Rule::error(
    "maskerat-antal-i-text",
    "Papperen publiceras, och ett antal som är dolt i tabellen får inte gå att läsa eller räkna ut ur texten (26 kap. 1 § offentlighets- och sekretesslagen).",
    stated,
)];

fn stated(subject: &Subject<'_>, report: &mut Report<'_>) {
    if !subject.year_file.masks_small_counts() {
        return;
    }
    let counts = Counts::of(subject.year_file);
    let secrets: Vec<Secret<'_>> = counts
        .secret(subject.year_file.smallest_count())
        .into_iter()
        .map(|count| Secret::of(count, &counts))
        .collect();
    if secrets.is_empty() {
        return;
    }
    let reported = *subject.year_file.year;
    for passage in subject.passages() {
        for sentence in Sentence::all(passage) {
            let years = Years::named(&sentence, reported);
            for index in sentence.looked_at.clone() {
                let Some(token) = sentence.tokens.get(index) else { continue };
                let Some(secret) = revealed(&secrets, &sentence, &years, index) else { continue };
                let (what, year) = (what(&secret.count.counted), secret.count.year);
                let is_filled_in = passage.kind == PassageKind::Text;
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!(
                        "”{}” gör att det går att se hur många {what} är {year}, och det antalet är maskerat",
                        passage.word(token)
                    ),
                    secret.remedy(reported, is_filled_in),
                );
            }
        }
    }
}

/// The masked count that the number at a place tells, if any.
fn revealed<'s, 'c>(
    secrets: &'s [Secret<'c>],
    sentence: &Sentence<'_>,
    years: &Years,
    index: usize,
) -> Option<&'s Secret<'c>> {
    let numbers = number::readings(sentence, index);
    let is_told = |secret: &&Secret<'_>| {
        years.include(secret.count.year)
            && numbers.iter().any(|number| secret.is_told_by(*number))
            && secret.is_named(sentence, index)
    };
    let is_itself = |secret: &&Secret<'_>| numbers.iter().any(|number| secret.is_itself(*number));
    // What the number says comes before what it leaves for the others.
    let itself = secrets.iter().filter(is_itself).find(is_told);
    itself.or_else(|| secrets.iter().find(is_told))
}
