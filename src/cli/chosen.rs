//! The papers that `--dokument` names.

use crate::source::printable;
use crate::template::{ALL, Paper, Papers};
use crate::year_file::YearFile;
use crate::year_file::read::nearest;

/// The papers that were asked for.
pub(super) enum Chosen<'p> {
    /// None by name: those that are made of each year file unless others are asked for.
    Usual(&'p Papers),
    /// These, in their own order.
    Named(Vec<&'p Paper>),
}

impl<'p> Chosen<'p> {
    /// The papers that are made of a year file.
    pub(super) fn of(&self, year_file: Option<&YearFile>) -> Vec<&'p Paper> {
        match self {
            Self::Usual(papers) => papers.usual_of(year_file).collect(),
            Self::Named(papers) => papers.clone(),
        }
    }
}

/// The papers that were asked for.
pub(super) fn papers<'p>(papers: &'p Papers, wanted: &[String]) -> Result<Chosen<'p>, String> {
    if wanted.is_empty() {
        let has_usual = papers.usual().next().is_some();
        let all = "alla papper görs bara på begäran. Lägg till --dokument alla.";
        return if has_usual { Ok(Chosen::Usual(papers)) } else { Err(all.to_owned()) };
    }
    if wanted.iter().any(|name| name == ALL) {
        return Ok(Chosen::Named(papers.iter().collect()));
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
    Ok(Chosen::Named(papers.iter().filter(|paper| wanted.contains(&paper.id)).collect()))
}
