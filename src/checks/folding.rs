//! What is one mistake to the reader is one finding: a sentence that says wrongly how a
//! figure has changed is wrong in its direction, its numbers and its share at once, and
//! is put right once.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::source::Span;

/// A statement about how a figure has changed, which the numbers beside it belong to.
const DIRECTION: &str = "fel-riktning";

/// The rules whose findings in a sentence are held together by the figure that they are
/// about.
const RULES: [&str; 2] = [DIRECTION, "fel-siffra-i-text"];

/// A name that is wrong, and that an example has.
const NAME: &str = "fel-namn-i-text";
const LEFTOVER: &str = "exempel-kvar";

/// Puts findings about one figure in one sentence into one, and takes away those that say
/// less about the same words. Each can still be silenced by itself: this comes after.
pub(super) fn fold(findings: &mut Vec<Finding>) {
    let names: Vec<Finding> =
        findings.iter().filter(|finding| finding.rule == NAME).cloned().collect();
    findings.retain(|finding| {
        let is_there = |name: &Finding| {
            name.source == finding.source
                && name.span.start < finding.span.end
                && finding.span.start < name.span.end
        };
        finding.rule != LEFTOVER || !names.iter().any(is_there)
    });
    let groups = groups(findings);
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    for group in groups.into_iter().filter(|group| group.len() > 1) {
        let is_direction = |at: &usize| findings.get(*at).is_some_and(|one| one.rule == DIRECTION);
        let Some(first) = group.iter().copied().find(is_direction).or(group.first().copied())
        else {
            continue;
        };
        let others = group.iter().copied().filter(|at| *at != first);
        let others: Vec<Finding> =
            others.clone().filter_map(|at| findings.get(at).cloned()).collect();
        taken.extend(group.iter().copied().filter(|at| *at != first));
        if let Some(finding) = findings.get_mut(first) {
            add(finding, others);
        }
    }
    let mut at = 0;
    findings.retain(|_| {
        at += 1;
        !taken.contains(&(at - 1))
    });
}

/// The places in the list of the findings that are about the same figure in the same
/// sentence.
fn groups(findings: &[Finding]) -> Vec<Vec<usize>> {
    /// A text without full stops is looked through in good time too.
    const MOST: usize = 50;
    let mut candidates: Vec<Candidate<'_>> =
        findings.iter().enumerate().filter(|(_, finding)| RULES.contains(&finding.rule)).collect();
    candidates.sort_by_key(|(_, finding)| finding.span.start);
    let sentences = candidates.chunk_by(|(_, one), (_, other)| {
        let between = one.source.slice(&(one.span.end..other.span.start));
        one.source == other.source && !ends(between)
    });
    let pieces = sentences.flat_map(|sentence| sentence.chunks(MOST));
    pieces.flat_map(groups_in_sentence).collect()
}

/// A finding and its place in the list.
type Candidate<'f> = (usize, &'f Finding);

fn groups_in_sentence(candidates: &[Candidate<'_>]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<Candidate<'_>>> = Vec::new();
    for candidate in candidates {
        let belongs = |group: &mut Vec<Candidate<'_>>| {
            group.iter().any(|(_, other)| are_about_one_figure(other, candidate.1))
        };
        let mut merged: Vec<_> = groups.extract_if(.., belongs).flatten().collect();
        merged.push(*candidate);
        merged.sort_by_key(|(_, finding)| finding.span.start);
        groups.push(merged);
    }
    groups.into_iter().map(|group| group.into_iter().map(|(at, _)| at).collect()).collect()
}

fn are_about_one_figure(one: &Finding, other: &Finding) -> bool {
    let mut places = one.related.iter();
    places.any(|(place, _)| other.related.iter().any(|(other, _)| place == other))
}

/// Whether a sentence, a paragraph or an item of a list ends in a text.
fn ends(text: &str) -> bool {
    const SIGNS: [char; 3] = ['.', '!', '?'];
    let mut lines = text.split('\n');
    let ends_inside = |line: &str| {
        let mut words = line.split_inclusive(' ');
        words.any(|word| word.ends_with(' ') && word.trim_end().ends_with(SIGNS))
    };
    let begins_item = |line: &str| line.trim_start().starts_with(['-', '*', '|', '#']);
    lines.clone().any(ends_inside)
        || lines.clone().rev().skip(1).any(|line| line.trim_end().ends_with(SIGNS))
        || lines.next().is_some() && lines.any(|line| line.trim().is_empty() || begins_item(line))
}

/// Adds the others' words to a finding, each with what is known instead, and the figures
/// that they are held against.
fn add(finding: &mut Finding, others: Vec<Finding>) {
    let mut known: Vec<String> = vec![instead(finding).to_owned()];
    let mut figures: Vec<(Span, String)> = Vec::new();
    for other in others {
        let instead = instead(&other).to_owned();
        let label =
            if known.contains(&instead) { "också fel".to_owned() } else { instead.clone() };
        known.push(instead);
        finding.related.push((other.span, label));
        figures.extend(other.related);
    }
    for (place, label) in figures {
        if !finding.related.iter().any(|(known, _)| *known == place) {
            finding.related.push((place, label));
        }
    }
}

/// What the message says that is right.
fn instead(finding: &Finding) -> &str {
    finding.message.split_once("”, men ").map_or(finding.message.as_str(), |(_, right)| right)
}
