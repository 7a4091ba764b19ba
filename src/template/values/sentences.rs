//! Ready-made sentences.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr, Value};

use super::{Gap, Values, known};
use crate::facts::Facts;
use crate::phrases::{NamedPhrase, Phrase, one_by_one, paragraph};
use crate::year_file::YearFile;

/// A phrase in a template: it shows itself as a paragraph of its own.
#[derive(Debug)]
pub(in crate::template) struct SentenceValue(Phrase);

impl Object for SentenceValue {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Plain
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.text())
    }
}

/// The name under which the sentences are found.
const SENTENCES: &str = "mening";

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let mut sentences = BTreeMap::new();
    for NamedPhrase { name, phrase, .. } in one_by_one(year_file, facts) {
        // One that says what a stand-in says is none.
        let phrase = if values.looks_at_stand_in() {
            Some(Value::from_object(Gap::of(SENTENCES, name)))
        } else {
            phrase.map(|phrase| Value::from_object(SentenceValue(phrase)))
        };
        sentences.insert(name, known(phrase));
    }
    values.add(SENTENCES, "färdiga meningar", Value::from(sentences));
}

/// Sentences as one paragraph, in which numbers are written in one way. Those that
/// are absent are left out; nothing when one is no sentence.
pub(in crate::template) fn joined(sentences: &[Value]) -> Option<String> {
    let known = sentences.iter().filter(|sentence| !sentence.is_undefined());
    let phrases: Option<Vec<&Phrase>> =
        known.map(|sentence| Some(&sentence.downcast_object_ref::<SentenceValue>()?.0)).collect();
    Some(paragraph(phrases?))
}
