//! The papers that `--dokument` names.

use crate::source::printable;
use crate::template::{ALL, Paper, Papers};
use crate::year_file::read::nearest;

/// The papers that were asked for, in their own order; when none were, those that
/// are not made on request only.
pub(super) fn papers<'p>(papers: &'p Papers, wanted: &[String]) -> Result<Vec<&'p Paper>, String> {
    if wanted.is_empty() {
        let usual: Vec<&Paper> = papers.usual().collect();
        let all = "alla papper görs bara på begäran. Lägg till --dokument alla.";
        return if usual.is_empty() { Err(all.to_owned()) } else { Ok(usual) };
    }
    if wanted.iter().any(|name| name == ALL) {
        return Ok(papers.iter().collect());
    }
    let known: Vec<&str> = papers.iter().map(|paper| paper.id.as_str()).collect();
    for name in wanted {
        if papers.get(name).is_none() {
            let hint = match nearest(name, &known) {
                Some(near) => format!("Menade du `{near}`?"),
                None => format!("Papper som finns: {}.", known.join(", ")),
            };
            return Err(format!("papperet `{}` finns inte. {hint}", printable(name)));
        }
    }
    Ok(papers.iter().filter(|paper| wanted.contains(&paper.id)).collect())
}
