//! Findings with the fields that they belong to.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::checks;
use crate::finding::{Finding, Severity};
use crate::make::Checked;
use crate::yaml::edit::{Path, Step};

pub(super) fn findings(checked: &Checked) -> Value {
    checked.findings.iter().map(|finding| self::finding(checked, finding)).collect()
}

fn finding(checked: &Checked, finding: &Finding) -> Value {
    let position = finding.position();
    let severity = match finding.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "advice",
    };
    let may_be_silenced =
        checks::rules().any(|rule| rule.id == finding.rule && rule.may_be_silenced);
    json!({
        "rule": finding.rule,
        "severity": severity,
        "message": finding.message,
        "reason": finding.reason,
        "hint": finding.hint,
        "path": path(checked, finding).as_ref().map(json_path),
        "line": position.line,
        "column": position.column,
        "silence": may_be_silenced,
    })
}

/// The way in the year file to what a finding is about; none when it points into a template,
/// or at what is missing at the top of the file.
fn path(checked: &Checked, finding: &Finding) -> Option<Path> {
    let root = checked.loaded.root.as_ref()?;
    let is_here = Arc::ptr_eq(&checked.loaded.source, &finding.source);
    (is_here && !finding.span.is_empty())
        .then(|| root.path_at(finding.span.start))
        .and_then(|path| Path::typed(&path, root))
}

/// A way as the page has it: keys and numbers.
pub(super) fn json_path(path: &Path) -> Value {
    let step = |step: &Step| match step {
        Step::Key(key) => json!(key),
        Step::Item(number) => json!(number),
    };
    path.0.iter().map(step).collect()
}
