//! The order in which findings are shown, and how many.

use super::{Finding, Severity};

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

/// Keeps the first findings of very many, errors before warnings, and says how many
/// there are besides. Only errors that are left out make that an error.
pub fn no_more_than_useful(findings: &mut Vec<Finding>) {
    let Some(next) = findings.get(MOST) else { return };
    let (source, span) = (std::sync::Arc::clone(&next.source), next.span.clone());
    let errors = findings.iter().filter(|finding| finding.is_error()).count();
    let errors_left_out = errors.saturating_sub(MOST);
    let warnings_left_out = findings.len() - MOST - errors_left_out;
    let mut room = [MOST.min(errors), MOST.saturating_sub(errors)];
    findings.retain(|finding| {
        let room = &mut room[usize::from(!finding.is_error())];
        let is_kept = *room > 0;
        *room = room.saturating_sub(1);
        is_kept
    });
    let severity = if errors_left_out > 0 { Severity::Error } else { Severity::Warning };
    let message = format!(
        "här slutar listan; minst {} till visas inte",
        left_out(errors_left_out, warnings_left_out)
    );
    let last = Finding::error("för-många-fynd", &source, span, message)
        .hint("Rätta det som står ovanför och kontrollera igen.");
    findings.push(Finding { severity, ..last });
}

fn left_out(errors: usize, warnings: usize) -> String {
    let warnings = match warnings {
        0 => None,
        1 => Some("1 varning".to_owned()),
        many => Some(format!("{many} varningar")),
    };
    let errors = (errors > 0).then(|| format!("{errors} fel"));
    errors.into_iter().chain(warnings).collect::<Vec<_>>().join(" och ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    /// As many warnings and then as many errors, cut to what is useful: how many
    /// errors and warnings are left, and the last.
    fn cut(warnings: usize, errors: usize) -> (usize, usize, Finding) {
        let source = Source::new("x.yaml", "a\n".repeat(warnings + errors));
        let warning = |at| Finding::warning("w", &source, at..at + 1, "x");
        let error = |at| Finding::error("e", &source, at..at + 1, "x");
        let mut findings: Vec<_> = (0..warnings).map(|line| warning(2 * line)).collect();
        findings.extend((warnings..warnings + errors).map(|line| error(2 * line)));
        no_more_than_useful(&mut findings);
        let last = findings.last().cloned().expect("there are findings");
        let errors = findings.iter().filter(|finding| finding.is_error()).count();
        (errors, findings.len() - errors, last)
    }

    #[test]
    fn warnings_never_stop_however_many_they_are() {
        let (errors, warnings, last) = cut(201, 0);
        assert_eq!((errors, warnings), (0, 201));
        assert_eq!(last.message, "här slutar listan; minst 1 varning till visas inte");
    }

    #[test]
    fn errors_are_kept_before_warnings() {
        let (errors, warnings, last) = cut(300, 150);
        assert_eq!((errors, warnings), (150, 51));
        assert_eq!(last.message, "här slutar listan; minst 250 varningar till visas inte");
        let (errors, warnings, last) = cut(2, 203);
        assert_eq!((errors, warnings), (201, 0));
        assert_eq!(last.message, "här slutar listan; minst 3 fel och 2 varningar till visas inte");
    }

    #[test]
    fn as_many_as_are_useful_are_shown() {
        let (errors, warnings, last) = cut(100, 100);
        assert_eq!((errors, warnings, last.rule), (100, 100, "e"));
    }
}
