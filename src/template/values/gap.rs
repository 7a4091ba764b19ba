//! What stands in a draft where a value should be.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use minijinja::value::{DynObject, Enumerator, Object, ObjectRepr, Value};

/// The place of a value that has to be there and can't be read. It has every part that
/// is asked for and one row, so that what is made of it is seen to be missing too.
#[derive(Debug)]
pub(in crate::template) struct Gap(String);

impl Gap {
    /// The gap that a name leaves.
    pub(in crate::template) fn new(name: impl Into<String>) -> Self {
        Self(name.into())
    }

    /// The gap that a part of a name leaves.
    pub(in crate::template) fn of(name: &str, part: &str) -> Self {
        Self(format!("{name}.{part}"))
    }

    /// What is shown: that something is missing, and what.
    pub(in crate::template) fn mark(name: Option<&str>) -> String {
        name.map_or_else(
            || "[uppgift saknas]".to_owned(),
            |name| format!("[uppgift saknas: {name}]"),
        )
    }
}

impl fmt::Display for Gap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Self::mark(Some(&self.0)))
    }
}

impl Object for Gap {
    fn repr(self: &Arc<Self>) -> ObjectRepr {
        ObjectRepr::Iterable
    }

    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        Some(Value::from_object(match key.as_str() {
            Some(part) => Self::of(&self.0, part),
            None => Self::new(self.0.clone()),
        }))
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(vec![Value::from_object(Self::new(self.0.clone()))])
    }

    /// Its rows are gaps again without end, so two of them are told apart by their names.
    fn custom_cmp(self: &Arc<Self>, other: &DynObject) -> Option<Ordering> {
        let other = other.downcast_ref::<Self>();
        Some(other.map_or(Ordering::Less, |other| self.0.cmp(&other.0)))
    }

    fn render(self: &Arc<Self>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&**self, f)
    }
}
