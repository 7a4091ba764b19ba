//! Reading on after a syntax error: a year file is a row of groups, each under a key
//! in the first column, so that what is broken in one says nothing about the others.

use std::collections::HashMap;
use std::sync::Arc;

use super::build::{Built, build, composed, duplicate};
use super::parsed::Parsed;
use super::{Entry, Node, Value, slip, syntax};
use crate::finding::Finding;
use crate::source::{Located, Source, Span};

/// Reads every group of a text by itself. A group that can't be read has the value
/// [`Value::Reported`]. There is no tree when the text has no groups.
pub(super) fn read(source: &Arc<Source>, parsed: &Parsed) -> (Option<Node>, Vec<Finding>) {
    let groups = groups(&parsed.text);
    let first = groups.first().map_or(parsed.text.len(), |group| group.piece.start);
    let mut findings = Vec::new();
    let before = build(source, parsed, 0..first);
    findings.extend(before.findings);
    stop(&mut findings, before.stopped);
    if groups.is_empty() {
        return (None, findings);
    }
    let mut entries: Vec<Entry> = Vec::new();
    let mut places: HashMap<String, Span> = HashMap::new();
    let assigned = before.root.as_ref().and_then(|node| assigned(source, node));
    if let Some((entry, finding)) = assigned {
        findings.push(finding);
        entries.push(entry);
    } else if let Some(node) = before.root {
        let is_indented = matches!(node.value, Value::Mapping(_));
        let said = if is_indented { syntax::INDENT } else { syntax::NOT_IN_FILE };
        findings.push(syntax::explained(source, node.span.clone(), said));
        entries.extend(entries_of(node));
    }
    for group in groups {
        let mut read = build(source, parsed, group.piece.clone());
        findings.append(&mut read.findings);
        for entry in group.entries(source, parsed, read, &mut findings) {
            if let Some(first) = places.get(&*entry.key) {
                findings.push(duplicate(source, first.clone(), &entry.key));
            } else {
                places.insert(String::clone(&entry.key), entry.key.span.clone());
                entries.push(entry);
            }
        }
    }
    let start = entries.first().map_or(0, |entry| entry.key.span.start);
    let end = entries.last().map_or(start, |entry| entry.value.span.end);
    (Some(Node { span: start..end, value: Value::Mapping(entries) }), findings)
}

/// The key before the first group that has an equals sign for its colon.
fn assigned(source: &Arc<Source>, node: &Node) -> Option<(Entry, Finding)> {
    let key = slip::key_before_equals_sign(&source.text, node.span.start)?;
    let sign = key.end + source.text.get(key.end..)?.find('=')?;
    let finding = syntax::explained(source, sign..sign + 1, slip::EQUALS_SIGN);
    let value = Node { span: sign..node.span.end.max(sign), value: Value::Reported };
    let key = Located::new(source.slice(&key).to_owned(), key);
    Some((Entry { key, value }, finding))
}

/// Adds what stopped the reading, unless something just found on the same line explains
/// it.
fn stop(findings: &mut Vec<Finding>, stopped: Option<Finding>) {
    let line = |finding: &Finding| finding.position().line;
    let is_explained = |stopped: &Finding| findings.last().map(line) == Some(line(stopped));
    if let Some(stopped) = stopped.filter(|stopped| !is_explained(stopped)) {
        findings.push(stopped);
    }
}

fn entries_of(node: Node) -> Vec<Entry> {
    if let Value::Mapping(entries) = node.value { entries } else { Vec::new() }
}

/// A key in the first column and all that follows up to the next.
struct Group {
    key: Span,
    piece: Span,
}

impl Group {
    /// What the group holds, or its key with a value that has been reported.
    fn entries(
        &self,
        source: &Arc<Source>,
        parsed: &Parsed,
        read: Built,
        findings: &mut Vec<Finding>,
    ) -> Vec<Entry> {
        match read.root.map(|root| root.value) {
            Some(Value::Mapping(entries)) if read.stopped.is_none() => return entries,
            Some(_) if read.stopped.is_none() => {
                let colon = parsed.written_at(self.key.end);
                let place = colon..colon + 1;
                findings.push(syntax::explained(
                    source,
                    place,
                    slip::after_colon(&source.text, colon),
                ));
            }
            _ => {}
        }
        stop(findings, read.stopped);
        let name = composed(parsed.text[self.key.clone()].trim_matches(['"', '\'', ' ']));
        let key = Located::new(name, parsed.written(&self.key));
        let span = key.span.end..parsed.written_at(self.piece.end);
        vec![Entry { key, value: Node { span, value: Value::Reported } }]
    }
}

fn groups(text: &str) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if let Some(length) = key(line) {
            if let Some(last) = groups.last_mut() {
                last.piece.end = at;
            }
            groups.push(Group { key: at..at + length, piece: at..text.len() });
        }
        at += line.len();
    }
    groups
}

/// How long the key is that a line starts with. Behind its colon a space may be
/// missing, when the key is a single word.
fn key(line: &str) -> Option<usize> {
    if !line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '"' | '\'' | '_')) {
        return None;
    }
    let colon = line.match_indices(':').map(|(at, _)| at).find(|at| {
        let rest = &line[at + 1..];
        let is_word = line[..*at].chars().all(|c| c.is_alphanumeric() || c == '_');
        rest.is_empty()
            || rest.starts_with([' ', '\t', '\n', '\r'])
            || (is_word && !rest.starts_with("//"))
    })?;
    Some(line[..colon].trim_end().len())
}
