//! Findings with the fields that they belong to.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::checks;
use crate::finding::{Finding, FixChange, Severity};
use crate::make::Checked;
use crate::yaml::edit::{Path, Step};
use crate::yaml::{Node, Value as YamlValue};

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
    let path = path(checked, finding);
    let root = checked.loaded.root.as_deref();
    let fixes = path.iter().flat_map(|path| {
        finding.fixes.iter().filter_map(move |fix| {
            let edit = edit(path, root?, &fix.change)?;
            Some(json!({ "label": fix.label, "edits": [edit] }))
        })
    });
    json!({
        "rule": finding.rule,
        "severity": severity,
        "message": finding.message,
        "reason": finding.reason,
        "hint": finding.hint,
        "path": path.as_ref().map(json_path),
        "fixes": fixes.collect::<Vec<_>>(),
        "line": position.line,
        "column": position.column,
        "silence": may_be_silenced,
    })
}

/// The edit that a fix is; nothing when what it is about is not there to be changed.
fn edit(path: &Path, root: &Node, change: &FixChange) -> Option<Value> {
    let at = json_path(path);
    let node = path.0.iter().try_fold(root, |node, step| node.after(step))?;
    Some(match change {
        FixChange::Rename(key) => json!({ "op": "rename", "at": at, "key": key }),
        FixChange::Remove => json!({ "op": "remove", "at": at }),
        FixChange::Set(value) => json!({ "op": "set", "at": at, "value": value }),
        FixChange::Words { range, were, are } => {
            let YamlValue::Scalar(scalar) = &node.value else { return None };
            let text = &scalar.text;
            if text.get(range.clone())? != were {
                return None;
            }
            let new = [text.get(..range.start)?, are, text.get(range.end..)?].concat();
            json!({ "op": "set", "at": at, "value": new })
        }
    })
}

/// The way in the year file to what a finding is about; none when it points into a template,
/// or at what is missing at the top of the file.
fn path(checked: &Checked, finding: &Finding) -> Option<Path> {
    let root = checked.loaded.root.as_deref()?;
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
