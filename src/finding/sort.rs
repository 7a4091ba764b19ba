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

/// The most findings about one year file. A file with more is most likely not a
/// year file at all.
const MOST: usize = 200;

/// As many findings as make the list end early: whoever has gathered so many about
/// one text need not look for more.
pub const MORE_THAN_USEFUL: usize = MOST + 1;

/// Keeps the first findings of very many, and says so.
pub fn no_more_than_useful(findings: &mut Vec<Finding>) {
    let Some(next) = findings.get(MOST) else { return };
    let message = "här slutar listan; det finns fler fynd än så";
    let last = Finding::error("för-många-fynd", &next.source, next.span.clone(), message)
        .hint("Rätta det som står ovanför och kontrollera igen.");
    findings.truncate(MOST);
    findings.push(last);
}
