//! The order in which findings are shown.

use super::Finding;

/// Sorts findings by text and place, errors before warnings at the same place,
/// and drops exact repeats.
pub fn in_reading_order(findings: &mut Vec<Finding>) {
    findings.sort_by(|a, b| {
        let key = |finding: &Finding| (finding.span.start, finding.severity);
        a.source
            .name
            .cmp(&b.source.name)
            .then_with(|| key(a).cmp(&key(b)))
            .then_with(|| a.rule.cmp(b.rule))
            .then_with(|| a.message.cmp(&b.message))
    });
    findings.dedup();
}
