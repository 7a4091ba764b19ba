//! The next year's file, made from one.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::make::Pipeline;
use crate::next_year::{name_of_next, plan};
use crate::session::Problem;
use crate::source::printable;
use crate::yaml::edit::RawText;

/// The name and the bytes of the file for the year after one.
pub(super) fn next_year(
    pipeline: &Pipeline,
    path: &Path,
    bytes: &[u8],
) -> Result<(PathBuf, Vec<u8>), Problem> {
    let name = path.display().to_string();
    let text = RawText::of(&name, bytes)?;
    let checked = pipeline.check(Arc::clone(text.source()));
    let plan = checked.facts.as_ref().and_then(|facts| plan(&checked.loaded, facts));
    let plan = plan.ok_or_else(|| {
        let message = format!("verksamhetsåret i {} går inte att läsa", printable(&name));
        Problem::new(message, "Öppna filen och rätta det som är fel först.")
    })?;
    Ok((name_of_next(path, plan.year), plan.apply(&text)?.bytes()))
}
