//! Changing a year file and nothing else in it.

mod cases;
mod comments;
mod generated;
mod kept;
mod model;
mod refused;
mod texts;
mod writer;

use tjut::finding::render;
use tjut::yaml::edit::{Edits, RawText};

/// What a text becomes.
fn edited(before: &str, edits: &Edits) -> String {
    try_edit(before, edits).unwrap_or_else(|report| panic!("{before}\n{report}"))
}

fn try_edit(before: &str, edits: &Edits) -> Result<String, String> {
    let text =
        RawText::of("fil.yaml", before.as_bytes()).map_err(|finding| render(&finding, false))?;
    let after = edits.apply(&text).map_err(|finding| render(&finding, false))?;
    Ok(String::from_utf8(after.bytes()).expect("a text stays a text"))
}

/// That edits make one text of another.
#[track_caller]
#[expect(clippy::needless_pass_by_value, reason = "a case is written in one line")]
fn becomes(before: &str, edits: Edits, after: &str) {
    let found = edited(before, &edits);
    assert_eq!(found, after, "\n--- before\n{before}\n--- found\n{found}\n--- wanted\n{after}");
}
