//! `regler`: what year files are checked against.

use super::{Outcome, show, wrap};
use crate::checks::{Rule, families, rules};
use crate::finding::Severity;

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
            list.push_str(&wrap::lines(&head, rule.reason));
        }
        list.push('\n');
    }
    list.push_str(
        "Ett fel stoppar papperen. Ett råd är inget fel och visas bara med --råd.\n\
         Varningar, råd och fel märkta med * kan tystas i årsfilen:\n\n  \
         kontroller:\n    tysta:\n      - regel: stor-förändring\n        skäl: En stadsdel har tillkommit.\n        \
         plats: statistik.2025.kö\n\nUtan `plats:` gäller det hela filen. I en text tystar \
         {# tyst REGEL: skäl #} regeln i sitt stycke,\noch i ett eget stycke i hela texten.\n",
    );
    list
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error if rule.may_be_silenced => "fel *",
        Severity::Error => "fel",
        Severity::Warning => "varning",
        Severity::Advice => "råd",
    }
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
        assert!(list.lines().all(|line| line.chars().count() <= wrap::WIDTH));
    }
}
