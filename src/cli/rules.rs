//! `regler`: what year files are checked against.

use super::{Outcome, show};
use crate::checks::{Rule, families, rules};
use crate::finding::Severity;

/// The width that the list is set for, in letters.
const WIDTH: usize = 100;

pub(super) fn run() -> Outcome {
    match show::output(&list()) {
        Ok(()) => Outcome::Done,
        Err(outcome) => outcome,
    }
}

/// Every rule with its severity and its reason, family by family.
fn list() -> String {
    let width = rules().map(|rule| rule.id.chars().count()).max().unwrap_or(0);
    let mut list = String::new();
    for family in families() {
        list.push_str(family.name);
        list.push('\n');
        for rule in family.rules {
            let head = format!("  {:width$}  {:<7}  ", rule.id, severity(rule));
            let indent = head.chars().count();
            let mut first = true;
            for line in wrapped(rule.reason, WIDTH.saturating_sub(indent).max(20)) {
                let start = if first { head.clone() } else { " ".repeat(indent) };
                list.extend([start.as_str(), line.as_str(), "\n"]);
                first = false;
            }
        }
        list.push('\n');
    }
    list.push_str(
        "Ett fel stoppar papperen. Varningar, och fel märkta med *, kan tystas i årsfilen:\n\n  \
         kontroller:\n    tysta:\n      - regel: stor-förändring\n        skäl: En stadsdel har tillkommit.\n",
    );
    list
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error if rule.may_be_silenced => "fel *",
        Severity::Error => "fel",
        Severity::Warning => "varning",
    }
}

fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.extend([" ", word]);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_listed_within_the_width() {
        let list = list();
        for rule in rules() {
            assert!(list.contains(&format!("\n  {} ", rule.id)), "{}", rule.id);
        }
        assert!(list.lines().all(|line| line.chars().count() <= WIDTH));
    }
}
