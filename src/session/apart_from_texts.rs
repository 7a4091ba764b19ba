//! What the page shows that no running text changes: the form, the figures, what texts can
//! ask for, and the built-in texts. While a text is written, which is most of the time, it is
//! neither worked out nor told anew.

use std::hash::Hasher as _;
use std::sync::{Arc, OnceLock};

use serde_json::{Map, Value, json};
use siphasher::sip::SipHasher13;

use super::form::unread_paths;
use super::texts::{built_in_texts, placeholders};
use super::{figures, form};
use crate::make::{Checked, Pipeline};
use crate::yaml::{Entry, Value as YamlValue};
use crate::year_file::fields::Fields;
use crate::year_file::{Loaded, YearFile};

/// The key of the running texts.
const TEXTS: &str = "texter";

/// What is shown of a year file apart from its texts.
#[derive(Debug)]
pub(super) struct ApartFromTexts {
    /// What the page is told, under its names there, as JSON: as a tree it would take several
    /// times as much, and it is seldom told.
    told: String,
    /// By which it is known again.
    checksum: String,
    /// The texts that stand where the year file has none, by their sections.
    pub(super) built_in: Vec<(String, String)>,
}

/// The same, once somebody has asked; all sessions have it for which it is the same.
pub(super) type SharedApart = Arc<OnceLock<ApartFromTexts>>;

impl ApartFromTexts {
    pub(super) fn of(pipeline: &Pipeline, fields: &Fields, checked: &Checked) -> Self {
        let root = checked.loaded.root.as_deref();
        let told = json!({
            "sections": form::sections(fields, &checked.loaded),
            "figures": figures::grid(root, checked),
            "placeholders": placeholders(checked),
        })
        .to_string();
        let mut hasher = SipHasher13::new();
        hasher.write(told.as_bytes());
        let checksum = format!("{:016x}", hasher.finish());
        let built_in = built_in_texts(pipeline, checked, &pipeline.papers_of(checked));
        Self { told, checksum, built_in }
    }

    /// About how many bytes it holds.
    pub(super) fn size(&self) -> usize {
        self.told.len() + self.built_in.iter().map(|(_, text)| text.len()).sum::<usize>()
    }

    /// Adds it to what the page is told, unless the page has it already.
    pub(super) fn add_to(&self, state: &mut Value, known: Option<&str>) {
        state["form"] = json!(self.checksum);
        if known == Some(self.checksum.as_str()) {
            return;
        }
        // It has been written as JSON right here.
        let told: Map<String, Value> = serde_json::from_str(&self.told).unwrap_or_default();
        for (name, part) in told {
            state[name] = part;
        }
    }
}

/// Whether it is the same for two year files: they say the same but for what their running
/// texts say.
pub(super) fn is_same(one: &Checked, other: &Checked) -> bool {
    let (a, b) = (&one.loaded, &other.loaded);
    let (Some(entries), Some(others)) = (entries(a), entries(b)) else { return false };
    // The figures of other operations stand in other files.
    let has_sums = entries.iter().any(|entry| *entry.key == YearFile::OPERATIONS);
    !has_sums
        && one.papers == other.papers
        && one.facts.is_some() == other.facts.is_some()
        && entries.len() == others.len()
        && entries.iter().zip(others).all(|(entry, other)| is_same_entry(entry, other))
        && worded(a) == worded(b)
        && a.absent_names().eq(b.absent_names())
        && unread_paths(a) == unread_paths(b)
}

fn entries(loaded: &Loaded) -> Option<&[Entry]> {
    loaded.root.as_deref()?.entries()
}

fn is_same_entry(one: &Entry, other: &Entry) -> bool {
    let is_text = |entry: &Entry| matches!(entry.value.value, YamlValue::Scalar(_));
    let (texts, others) = (one.value.entries(), other.value.entries());
    let only_texts_differ = || {
        let (texts, others) = (texts.unwrap_or_default(), others.unwrap_or_default());
        let alike = |(text, other): (&Entry, &Entry)| {
            *text.key == *other.key && is_text(text) && is_text(other)
        };
        texts.len() == others.len() && texts.iter().zip(others).all(alike)
    };
    *one.key == *other.key
        && (one.value.is_alike(&other.value) || *one.key == TEXTS && only_texts_differ())
}

/// The sections that have a text, each with whether it is left out: both can be asked about.
fn worded(loaded: &Loaded) -> Vec<(&str, bool)> {
    let Some(year_file) = &loaded.year_file else { return Vec::new() };
    let texts = year_file.texts.iter().flatten().map(|(section, _)| section.as_str());
    texts.map(|section| (section, year_file.omits(section))).collect()
}
