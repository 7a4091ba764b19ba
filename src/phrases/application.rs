//! What is applied for.

use super::nouns::{APPLICATION, SERVICE};
use super::phrase::{Words, words};
use super::units::{full_time_posts, kronor};
use super::{Phrase, PhraseKind, Reported};
use crate::measures::APPLIED_FOR;
use crate::year_file::values::Hundredths;

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "ändrad_omfattning",
        about: "Hur många heltidstjänster ansökan gäller när de är fler eller färre än under året, och skillnaden. Saknas när de är lika många, och utan heltidstjänster.",
        make: changed_posts,
    },
    PhraseKind {
        name: "framtida_omfattning",
        about: "Om verksamheten bör fortsätta som den är, utökas eller minskas, efter hur många heltidstjänster ansökan gäller. Saknas utan heltidstjänster och när verksamheten ska upphöra.",
        make: future,
    },
    PhraseKind {
        name: "ansökan_belopp",
        about: "Hur många heltidstjänster ansökan gäller och vilket belopp det ger, eller att Socialstyrelsen bestämmer beloppet. Saknas utan heltidstjänster.",
        make: amount,
    },
];

fn changed_posts(reported: &Reported<'_>) -> Option<Phrase> {
    let (now, applied) = (reported.posts()?, reported.facts.posts_applied_for);
    if now == applied || applied.0 == 0 {
        return None;
    }
    let had = words![
        SERVICE.of(reported.facts),
        " hade ",
        together(reported),
        full_time_posts(now),
        " ",
        reported.during()
    ];
    let change = if applied > now { "ökning" } else { "minskning" };
    let size = full_time_posts(Hundredths(applied.0.abs_diff(now.0)));
    Phrase::of([
        Some(words![had, ", och ", applied_for(reported, applied)]),
        Some(Words::change(words!["en ", change, " med ", size])),
    ])
}

fn future(reported: &Reported<'_>) -> Option<Phrase> {
    let (now, applied) = (reported.posts()?, reported.facts.posts_applied_for);
    let service = SERVICE.of(reported.facts);
    // A service that is to end is not to go on.
    if applied.0 == 0 || reported.year_file.operation.ended.is_some() {
        return None;
    }
    if applied == now {
        return Phrase::of([Some(words![service, " bör fortsätta i nuvarande omfattning"])]);
    }
    let change = if applied > now { " bör utökas från " } else { " bör minskas från " };
    let size = words![Words::measure(now.to_string()), " till ", full_time_posts(applied)];
    Phrase::of([Some(words![service, change, together(reported), size])])
}

/// What is said of several services is said of none of them alone.
fn together(reported: &Reported<'_>) -> &'static str {
    if reported.facts.operations.is_empty() { "" } else { "sammanlagt " }
}

/// `ansökan för 2026 gäller fyra heltidstjänster`.
fn applied_for(reported: &Reported<'_>, posts: Hundredths) -> Words {
    words![
        APPLICATION.of(reported.facts),
        " för ",
        reported.year_file.application_year(),
        " gäller ",
        together(reported),
        full_time_posts(posts)
    ]
}

/// Posts × level, or who decides the level: Socialstyrelsen (5 § HSLF-FS 2016:98).
fn amount(reported: &Reported<'_>) -> Option<Phrase> {
    let posts = Some(reported.facts.posts_applied_for).filter(|posts| posts.0 > 0)?;
    let applied = applied_for(reported, posts);
    let level = reported.year_file.economy.as_ref().and_then(|economy| economy.level.as_ref());
    let Some((level, amount)) = level.zip(reported.facts.money.kronor(APPLIED_FOR)) else {
        return Phrase::of([
            Some(applied),
            Some(words![
                "Socialstyrelsen bestämmer beloppet för en årsanställning på heltid ",
                "(5\u{a0}§ HSLF-FS 2016:98)",
            ]),
            Some(words!["därför anges inget belopp här"]),
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
