//! Rules that the year file has silenced.

use super::{Checks, rules};
use crate::source::Span;
use crate::year_file::YearFile;

/// A rule that the year file has silenced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    /// The rule's id.
    pub rule: &'static str,
    /// Why, in the words of the year file.
    pub reason: String,
    /// Where it says so.
    pub span: Span,
    /// How many findings it would have had.
    pub findings: usize,
}

/// Takes away the findings of silenced rules. A rule that must not be silenced
/// keeps its findings; that someone has tried is a finding of its own
/// ([`super::controls`]).
pub(super) fn apply(year_file: &YearFile, checks: &mut Checks) {
    let asked = year_file.controls.iter().flat_map(|controls| controls.silenced.iter().flatten());
    for silence in asked {
        let Some(rule) = rules().find(|rule| rule.id == *silence.rule) else { continue };
        if rule.may_be_silenced {
            let before = checks.findings.len();
            checks.findings.retain(|finding| finding.rule != rule.id);
            checks.incomplete.retain(|other| other.id != rule.id);
            checks.silenced.push(Silenced {
                rule: rule.id,
                reason: silence.reason.to_string(),
                span: silence.rule.span.clone(),
                findings: before - checks.findings.len(),
            });
        }
    }
}
