//! Full-time posts, and clients for each.

use super::nouns::SERVICE;
use super::operation::has_ended;
use super::phrase::{Words, words};
use super::units::full_time_posts;
use super::{Phrase, PhraseKind, Reported};
use crate::facts::Number;
use crate::measures::noun::PERSON;
use crate::swedish::{FIXED_SPACE, tenths};

pub(super) const PHRASES: &[PhraseKind] = &[
    PhraseKind {
        name: "tjänster",
        about: "Antalet heltidstjänster och hur många personer de är fördelade på. Saknas utan heltidstjänster.",
        make: posts,
    },
    PhraseKind {
        name: "per_heltid",
        about: "Antalet klienter för varje heltidstjänst. Saknas om antalet klienter är noll, okänt eller maskerat.",
        make: clients_per_post,
    },
];

fn posts(reported: &Reported<'_>) -> Option<Phrase> {
    let posts = reported.posts()?;
    let ombud = reported.year_file.operation.ombud.as_ref().map(|ombud| u64::from(**ombud));
    // One post that one person has is not divided.
    let divided = ombud.filter(|ombud| *ombud != 1 || posts.0 != 100).map(|ombud| {
        let divided = if posts.0 == 100 { ", fördelad på " } else { ", fördelade på " };
        words![divided, PERSON.counted(Number::Exact(ombud))]
    });
    let posts = full_time_posts(posts);
    let service = SERVICE.of(reported.facts);
    let has_ended = has_ended(reported);
    if has_ended || reported.facts.started_within.is_some() {
        // After a sentence about its first or its last day, which begins with the service.
        let had =
            if has_ended { words![" hade ", service] } else { words![" har ", service, " haft"] };
        let posts = words![" ", posts, " som personligt ombud"];
        return Phrase::of([Some(words![reported.during(), had, posts, divided])]);
    }
    let had = words![service, " har haft ", posts, " som personligt ombud "];
    Phrase::of([Some(words![had, reported.during(), divided])])
}

fn clients_per_post(reported: &Reported<'_>) -> Option<Phrase> {
    let per_post = reported.facts.clients_per_post().filter(|per_post| *per_post > 0)?;
    let clients = Words::measure(format!("{}{FIXED_SPACE}klienter", tenths(per_post)));
    // What one ombud with one post has is all there is.
    if reported.facts.ombud == Some(1) && reported.facts.full_time_posts.0 == 100 {
        return None;
    }
    let had =
        words!["i genomsnitt hade ", reported.ombud(), " ", clients, " för varje heltidstjänst "];
    Phrase::of([Some(words![had, reported.during()])])
}
