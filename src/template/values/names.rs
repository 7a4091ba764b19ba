//! Names with their values, and what they are.

use std::borrow::Cow;
use std::collections::BTreeMap;

use minijinja::value::Value;

/// A name that templates and texts can ask for.
#[derive(Debug, Clone)]
pub(in crate::template) struct NamedValue {
    pub(in crate::template) name: &'static str,
    /// What it is, in Swedish, for the handbook.
    pub(in crate::template) about: Cow<'static, str>,
    /// Undefined when the year file does not have it.
    pub(in crate::template) value: Value,
}

/// Names in the order of the handbook.
#[derive(Debug, Clone, Default)]
pub(in crate::template) struct Values {
    names: Vec<NamedValue>,
}

impl Values {
    pub(super) fn add(
        &mut self,
        name: &'static str,
        about: impl Into<Cow<'static, str>>,
        value: impl Into<Value>,
    ) {
        self.names.push(NamedValue { name, about: about.into(), value: value.into() });
    }

    /// Gives a name that is there another value.
    pub(in crate::template) fn set(&mut self, name: &str, value: Value) {
        if let Some(named) = self.names.iter_mut().find(|named| named.name == name) {
            named.value = value;
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
