//! The papers that `--dokument` names.

use crate::source::printable;
use crate::template::{Paper, Papers};

/// The papers that were asked for, in their own order; none when none were: then each year
/// file says itself which it is for.
pub(super) fn papers<'p>(
    papers: &'p Papers,
    wanted: &[String],
) -> Result<Option<Vec<&'p Paper>>, String> {
    if wanted.is_empty() {
        return Ok(None);
    }
    let (chosen, unknown) = papers.named(wanted.iter().map(String::as_str));
    match unknown.first() {
        Some((name, hint)) => Err(format!("papperet `{}` finns inte. {hint}", printable(name))),
        None => Ok(Some(chosen)),
    }
}
