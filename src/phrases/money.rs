//! The grant and the kommun's own funds.

use super::nouns::SERVICE;
use super::phrase::{Words, words};
use super::units::{kronor, share};
use super::{Phrase, PhraseKind, Reported};
use crate::measures::{GRANTED, TOTAL_COST, UNUSED, USED};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "bidrag",
        about: "Beviljat statsbidrag, hur mycket som har använts och vad som är kvar. Saknas utan `ekonomi`.",
        make: grant,
    },
    PhraseKind {
        name: "bidrag_kort",
        about: "Hur stor del av statsbidraget som har använts. Saknas utan `ekonomi` och utan beviljat bidrag.",
        make: grant_short,
    },
    PhraseKind {
        name: "bidrag_per_heltid",
        about: "Det beviljade statsbidraget för varje heltidstjänst. Saknas utan `ekonomi`, utan beviljat bidrag och utan heltidstjänster.",
        make: grant_per_post,
    },
    PhraseKind {
        name: "egna_medel",
        about: "Kommunens egna medel, vad verksamheten har kostat och hur stor del som det använda statsbidraget är. Saknas utan `egna_medel`.",
        make: own_funds,
    },
    PhraseKind {
        name: "egna_medel_kort",
        about: "Hur stor del av kostnaden som det använda statsbidraget och de egna medlen är. Saknas utan `egna_medel` och utan kostnader.",
        make: own_funds_short,
    },
];

fn grant(reported: &Reported<'_>) -> Option<Phrase> {
    let (granted, used) = granted_and_used(reported)?;
    let year = reported.year();
    if granted == 0 && used == 0 {
        let none =
            words![reported.municipality(), " har inte beviljats något statsbidrag för ", year];
        return Phrase::of([Some(none)]);
    }
    let use_of_it = match (used, reported.facts.money.kronor(UNUSED)?) {
        _ if used > granted => words!["som använt redovisas ", kronor(used)],
        (_, 0) => words!["hela bidraget har använts"],
        (0, _) => words!["inget av bidraget har använts"],
        (_, left) => {
            let left = kronor(left);
            words!["av bidraget har ", kronor(used), " använts och ", left, " inte använts"]
        }
    };
    let granted = kronor(granted);
    Phrase::of([
        Some(words![
            reported.municipality(),
            " har beviljats ",
            granted,
            " i statsbidrag för ",
            year
        ]),
        Some(use_of_it),
    ])
}

fn grant_short(reported: &Reported<'_>) -> Option<Phrase> {
    let (granted, used) = granted_and_used(reported)?;
    let year = reported.year();
    if granted == 0 || used > granted {
        return None;
    }
    Phrase::of([Some(match (used, reported.facts.money.kronor(UNUSED)?) {
        (_, 0) => words!["hela statsbidraget för ", year, " har använts"],
        (0, _) => words!["inget av statsbidraget för ", year, " har använts"],
        _ => words!["av statsbidraget för ", year, " har ", share(used, granted), " använts"],
    })])
}

fn grant_per_post(reported: &Reported<'_>) -> Option<Phrase> {
    let granted = reported.facts.money.kronor(GRANTED)?;
    let per_post = reported.facts.money.per_post(GRANTED).filter(|_| granted > 0)?;
    let posts = reported.facts.full_time_posts.0;
    let is_rounded = u128::from(per_post) * u128::from(posts) != u128::from(granted) * 100;
    let rounded = is_rounded.then_some(", avrundat till hela kronor");
    let (year, per_post) = (reported.year(), kronor(per_post));
    let grant = words!["det beviljade statsbidraget för ", year, " motsvarar ", per_post];
    Phrase::of([Some(words![grant, " för varje heltidstjänst", rounded])])
}

fn own_funds(reported: &Reported<'_>) -> Option<Phrase> {
    let own = own(reported)?;
    let total = reported.facts.money.kronor(TOTAL_COST)?;
    let during = reported.during();
    let added = if own > 0 {
        words![
            reported.municipality(),
            " har bidragit med ",
            kronor(own),
            " av egna medel ",
            during
        ]
    } else {
        words![reported.municipality(), " har inte bidragit med egna medel ", during]
    };
    let cost = (total > 0)
        .then(|| words![SERVICE.of(reported.facts), " har sammanlagt kostat ", kronor(total)]);
    let covered = grants_part(reported)
        .map(|part| words!["det använda statsbidraget motsvarar ", part, " av kostnaden"]);
    Phrase::of([Some(added), cost, covered])
}

fn own_funds_short(reported: &Reported<'_>) -> Option<Phrase> {
    let own = own(reported)?;
    let total = reported.facts.money.kronor(TOTAL_COST).filter(|total| *total > 0)?;
    let cost = words!["kostnaden för ", SERVICE.of(reported.facts), " ", reported.during()];
    let Some(part) = grants_part(reported) else {
        let funds = format!("{} egna medel", reported.municipalitys());
        let only = if own == 0 { "statsbidraget" } else { funds.as_str() };
        return Phrase::of([Some(words!["hela ", cost, " har betalats med ", only])]);
    };
    let own = words![share(own, total), " med ", reported.municipalitys(), " egna medel"];
    Phrase::of([Some(words!["av ", cost, " har ", part, " betalats med statsbidraget och ", own])])
}

fn own(reported: &Reported<'_>) -> Option<u64> {
    reported.year_file.economy.as_ref()?.own_funds.as_deref().copied()
}

/// The used grant's share of the cost, when the grant has paid some but not all.
fn grants_part(reported: &Reported<'_>) -> Option<Words> {
    let used = reported.facts.money.kronor(USED)?;
    let total = reported.facts.money.kronor(TOTAL_COST)?;
    (0 < used && used < total).then(|| share(used, total)).flatten()
}

fn granted_and_used(reported: &Reported<'_>) -> Option<(u64, u64)> {
    let money = &reported.facts.money;
    money.kronor(GRANTED).zip(money.kronor(USED))
}
