//! Ready-made sentences.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{Object, ObjectRepr, Value};

use super::{Values, known};
use crate::facts::Facts;
use crate::phrases::{Phrase, paragraph, phrases};
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

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
    let sentence = |phrase: Phrase| Value::from_object(SentenceValue(phrase));
    let named = phrases(year_file, facts).into_iter();
    let sentences: BTreeMap<_, _> =
        named.map(|named| (named.name, known(named.phrase.map(sentence)))).collect();
    values.add("mening", "färdiga meningar", Value::from(sentences));
}

/// Sentences as one paragraph, in which numbers are written in one way. Those that
/// are absent are left out; nothing when one is no sentence.
pub(in crate::template) fn joined(sentences: &[Value]) -> Option<String> {
    let known = sentences.iter().filter(|sentence| !sentence.is_undefined());
    let phrases: Option<Vec<&Phrase>> =
        known.map(|sentence| Some(&sentence.downcast_object_ref::<SentenceValue>()?.0)).collect();
    Some(paragraph(phrases?))
}
