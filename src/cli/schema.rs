//! `schema`: the JSON Schema of the year file.

use super::{Outcome, show};
use crate::case::schema;
use crate::template::Papers;

pub(super) fn run() -> Outcome {
    let papers = match Papers::built_in() {
        Ok(papers) => papers,
        Err(findings) => {
            show::findings(&findings);
            return Outcome::Findings;
        }
    };
    let schema = schema::year_file(&papers.sections_with_papers());
    show::output(&format!("{schema:#}\n")).err().unwrap_or(Outcome::Done)
}
