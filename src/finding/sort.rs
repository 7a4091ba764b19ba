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

/// Keeps the first findings of very many, errors before warnings and warnings before
/// advice, and says how many there are besides. That is as serious as the most serious
/// of what is left out: only errors make it an error.
pub fn no_more_than_useful(findings: &mut Vec<Finding>) {
    let Some(next) = findings.get(MOST) else { return };
    let (source, span) = (std::sync::Arc::clone(&next.source), next.span.clone());
    let mut room = MOST;
    let by_severity = [Severity::Error, Severity::Warning, Severity::Advice].map(|severity| {
        let number = findings.iter().filter(|finding| finding.severity == severity).count();
        let kept = number.min(room);
        room -= kept;
        (severity, kept, number - kept)
    });
    let mut kept = by_severity.map(|(_, kept, _)| kept);
    findings.retain(|finding| {
        let place = by_severity.iter().position(|(severity, ..)| *severity == finding.severity);
        let Some(room) = place.and_then(|place| kept.get_mut(place)) else { return true };
        let is_kept = *room > 0;
        *room = room.saturating_sub(1);
        is_kept
    });
    let left_out = || by_severity.iter().filter(|(.., left_out)| *left_out > 0);
    let severity = left_out().map(|(severity, ..)| *severity).min().unwrap_or(Severity::Advice);
    // Advice besides is not worth a word where something more serious is left out: those
    // who don't ask for it would look for it in vain.
    let named =
        left_out().filter(|(other, ..)| severity == Severity::Advice || *other != Severity::Advice);
    let named: Vec<String> =
        named.map(|(severity, _, number)| counted(*severity, *number)).collect();
    let message = format!("här slutar listan; minst {} till visas inte", named.join(" och "));
    let last = Finding::error("för-många-fynd", &source, span, message)
        .hint("Rätta det som står ovanför och kontrollera igen.");
    findings.push(Finding { severity, ..last });
}

fn counted(severity: Severity, number: usize) -> String {
    match (severity, number) {
        (Severity::Error, _) => format!("{number} fel"),
        (Severity::Warning, 1) => "1 varning".to_owned(),
        (Severity::Warning, _) => format!("{number} varningar"),
        (Severity::Advice, _) => format!("{number} råd"),
    }
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
    fn advice_gives_way_to_errors_and_warnings() {
        let source = Source::new("x.yaml", "a\n".repeat(500));
        let place = |line: usize| 2 * line..2 * line + 1;
        let advice = (0..150).map(|line| Finding::advice("a", &source, place(line), "x"));
        let warnings = (150..340).map(|line| Finding::warning("w", &source, place(line), "x"));
        let mut findings: Vec<_> = advice.chain(warnings).collect();
        findings.push(Finding::error("e", &source, place(340), "x"));
        no_more_than_useful(&mut findings);
        let number = |rule| findings.iter().filter(|finding| finding.rule == rule).count();
        assert_eq!((number("e"), number("w"), number("a")), (1, 190, 9));
        let last = findings.last().expect("there are findings");
        assert_eq!(last.message, "här slutar listan; minst 141 råd till visas inte");
        assert!(last.is_advice());
    }

    #[test]
    fn as_many_as_are_useful_are_shown() {
        let (errors, warnings, last) = cut(100, 100);
        assert_eq!((errors, warnings, last.rule), (100, 100, "e"));
    }
}
