//! What is applied for.

use super::phrase::words;
use super::units::{full_time_posts, kronor};
use super::{Phrase, PhraseKind, Reported};
use crate::measures::APPLIED_FOR;

pub(super) const PHRASES: &[PhraseKind] = &[PhraseKind {
    name: "ansökan_belopp",
    about: "Hur många heltidstjänster ansökan gäller och vilket belopp det ger, eller att Socialstyrelsen bestämmer beloppet. Saknas utan heltidstjänster.",
    make: amount,
}];

/// Posts × level, or who decides the level: Socialstyrelsen (5 § HSLF-FS 2016:98).
fn amount(reported: &Reported<'_>) -> Option<Phrase> {
    let posts = reported.posts()?;
    let year = reported.year_file.application_year();
    let applied = words!["ansökan för ", year, " gäller ", full_time_posts(posts)];
    let level = reported.year_file.economy.as_ref().and_then(|economy| economy.level.as_ref());
    let Some((level, amount)) = level.zip(reported.facts.money.kronor(APPLIED_FOR)) else {
        return Phrase::of([
            Some(applied),
            Some(words![
                "Socialstyrelsen bestämmer beloppet för en årsanställning på heltid ",
                "(5\u{a0}§ HSLF-FS 2016:98), och det anges inte här",
            ]),
        ]);
    };
    let per_post = kronor(*level.amount);
    let (valid, source) = (*level.year, level.source.as_str());
    Phrase::of([
        Some(applied),
        Some(words![
            words!["med ", per_post, " för varje heltidstjänst "],
            words!["blir det sökta beloppet ", kronor(amount)],
        ]),
        Some(words!["beloppet för en heltidstjänst gäller ", valid, " (källa: ", source, ")"]),
    ])
}
