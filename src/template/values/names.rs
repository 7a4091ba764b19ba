//! Names with their values, and what they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use minijinja::value::Value;

use crate::source::Unread;
use crate::year_file::Loaded;

/// A name that templates and texts can ask for.
#[derive(Debug, Clone)]
pub(in crate::template) struct NamedValue {
    pub(in crate::template) name: &'static str,
    /// What it is, in Swedish, for the handbook.
    pub(in crate::template) about: Cow<'static, str>,
    /// Undefined when the year file does not have it.
    pub(in crate::template) value: Value,
    /// Whether it was made from a stand-in and so means nothing.
    pub(in crate::template) is_unread: bool,
}

/// Names in the order of the handbook.
#[derive(Debug, Clone)]
pub(in crate::template) struct Values {
    names: Vec<NamedValue>,
    /// What could not be read, and what is left out.
    stand_ins: [Unread; 2],
}

impl Values {
    /// No names yet, for the content of a year file. What a value is made from must be
    /// looked at between the names before it and its own, so that it is known whether a
    /// stand-in was among it.
    pub(super) fn of(loaded: &Loaded) -> Self {
        let values =
            Self { names: Vec::new(), stand_ins: [loaded.unread.clone(), loaded.absent.clone()] };
        values.looks_at_stand_in();
        values
    }

    /// Whether a stand-in has been looked at since the last time someone asked.
    pub(super) fn looks_at_stand_in(&self) -> bool {
        let [unread, absent] = self.stand_ins.each_ref().map(Unread::was_looked_at);
        unread || absent
    }

    pub(super) fn add(
        &mut self,
        name: &'static str,
        about: impl Into<Cow<'static, str>>,
        value: impl Into<Value>,
    ) {
        let is_unread = self.looks_at_stand_in();
        self.names.push(NamedValue { name, about: about.into(), value: value.into(), is_unread });
    }

    /// Gives a name that is there another value.
    pub(in crate::template) fn set(&mut self, name: &str, value: Value) {
        if let Some(named) = self.names.iter_mut().find(|named| named.name == name) {
            named.value = value;
            named.is_unread = false;
        }
    }

    /// Notes that the value of a name means nothing.
    pub(super) fn note_unread(&mut self, name: &str) {
        if let Some(named) = self.names.iter_mut().find(|named| named.name == name) {
            named.is_unread = true;
        }
    }

    /// Gives names whose values mean nothing another value.
    pub(in crate::template) fn replace_unread(&mut self, with: impl Fn(&str) -> Value) {
        for named in self.names.iter_mut().filter(|named| named.is_unread) {
            named.value = with(named.name);
        }
    }

    pub(in crate::template) fn get(&self, name: &str) -> Option<&Value> {
        self.names.iter().find(|named| named.name == name).map(|named| &named.value)
    }

    pub(in crate::template) fn iter(&self) -> impl Iterator<Item = &NamedValue> {
        self.names.iter()
    }
}

impl From<Values> for Value {
    fn from(values: Values) -> Self {
        let names = values.names.into_iter().map(|named| (named.name, named.value));
        Self::from(names.collect::<BTreeMap<_, _>>())
    }
}
