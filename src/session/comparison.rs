//! What differs between the year file and another one.

use std::sync::Arc;

use serde_json::{Value, json};

use super::{Problem, Session};
use crate::compare::compare;
use crate::compare::html::differences;
use crate::source::printable;
use crate::yaml::edit::RawText;

impl Session {
    /// What differs between the year file and another one, given by its name and bytes: how
    /// many differences there are, and they themselves as a part of a web page. The file with
    /// the earlier year counts as the former one.
    ///
    /// # Errors
    /// Why one of them can't be compared.
    pub fn comparison(&self, name: &str, bytes: &[u8]) -> Result<Value, Problem> {
        let text = RawText::of(name, bytes)?;
        let other = self.pipeline.check(Arc::clone(text.source())).loaded;
        let own = &self.checked.loaded;
        for loaded in [own, &other] {
            if loaded.year_file.is_none() {
                let message = format!("{} går inte att läsa", printable(&loaded.source.name));
                let hint = "Öppna filen och rätta det som är fel, eller välj en annan.";
                return Err(Problem::new(message, hint));
            }
        }
        let year = |loaded: &crate::year_file::Loaded| {
            loaded.year_file.as_ref().and_then(|file| file.year.known().copied())
        };
        let is_later = year(&other) > year(own);
        let (old, new) = if is_later { (own, &other) } else { (&other, own) };
        let comparison = compare(&self.fields, old, new);
        Ok(json!({
            "differences": comparison.differences(),
            "html": differences(&comparison),
        }))
    }
}
