//! The answers so far, so that the latest can be taken back: the dialogue is then gone through
//! again with the others, unseen, up to the question that is asked anew.

use super::{Asked, is_aside};

/// Who is asked, with what they have answered.
pub(super) struct Answers<'a> {
    asked: &'a mut dyn Asked,
    given: Vec<String>,
    /// How many of them this round of the dialogue has had.
    used: usize,
}

impl<'a> Answers<'a> {
    pub(super) fn of(asked: &'a mut dyn Asked) -> Self {
        Self { asked, given: Vec::new(), used: 0 }
    }

    /// Shows a text, unless an answer is known that comes after it.
    pub(super) fn show(&mut self, text: &str) {
        if self.used == self.given.len() {
            self.asked.show(text);
        }
    }

    /// The answer to a question; nothing when no more answers come. What is said about the
    /// dialogue itself is no answer to it, and is not kept.
    pub(super) fn answer(&mut self, question: &str) -> Option<String> {
        if let Some(answer) = self.given.get(self.used) {
            self.used += 1;
            return Some(answer.clone());
        }
        let answer = self.asked.answer(question)?;
        if !is_aside(&answer) {
            self.given.push(answer.clone());
            self.used += 1;
        }
        Some(answer)
    }

    /// Takes the latest answer back, if there is one. The dialogue is to begin anew.
    pub(super) fn take_back(&mut self) -> Option<String> {
        self.used = 0;
        self.given.pop()
    }
}
