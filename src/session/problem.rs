//! Why something that was asked for was not done.

use serde_json::{Value, json};

/// What is wrong, why, and what to do about it, in Swedish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub message: String,
    /// Why it matters.
    pub reason: Option<String>,
    /// What to do.
    pub hint: Option<String>,
}

impl Problem {
    /// A problem with what to do about it.
    #[must_use]
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), reason: None, hint: Some(hint.into()) }
    }

    /// The problem for the page.
    #[must_use]
    pub fn json(&self) -> Value {
        json!({ "error": { "message": self.message, "reason": self.reason, "hint": self.hint } })
    }
}
