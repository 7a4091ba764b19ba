//! `schema`: the JSON Schema of the year file.

use super::arguments::Schema;
use super::{Outcome, folder, show};
use crate::year_file::schema;

pub(super) fn run(wanted: &Schema) -> Outcome {
    let papers = match folder::papers(wanted.own.templates.as_deref()) {
        Ok(papers) => papers,
        Err(unusable) => return unusable.show(),
    };
    let schema = schema::year_file(&papers.sections_with_papers());
    show::output(&format!("{schema:#}\n")).err().unwrap_or(Outcome::Done)
}
