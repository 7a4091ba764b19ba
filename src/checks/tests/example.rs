//! The example and the list of rules themselves.

use std::collections::BTreeSet;

use super::Example;
use crate::checks::rules;

#[test]
fn no_rule_objects_to_the_example() {
    Example::new().is_fine();
}

#[test]
fn ids_are_short_words_and_never_shared() {
    let ids: BTreeSet<&str> = rules().map(|rule| rule.id).collect();
    assert_eq!(ids.len(), rules().count());
    for id in ids {
        assert!(id.chars().all(|c| c.is_lowercase() || c == '-'), "{id}");
    }
}

#[test]
fn every_reason_is_one_sentence() {
    for rule in rules() {
        assert!(rule.reason.ends_with('.'), "{}", rule.id);
        assert!(rule.reason.starts_with(char::is_uppercase), "{}", rule.id);
    }
}
