//! How much filling in may cost: steps, what is written, and what values come to.

use std::io;

use minijinja::{Error, ErrorKind, State};

/// The most steps of the engine. A paper needs about a hundredth of them.
pub(super) const STEPS: u64 = 300_000;

/// How deep macros and texts may go into each other, as the engine counts.
pub(super) const DEPTH: usize = 32;

/// The longest paper, in bytes of Markdown: about eighty pages, so that setting all papers
/// takes no more than a few seconds and 300 MB.
pub(super) const LONGEST_PAPER: usize = 200_000;

/// The most bytes that values, filters and macros may come to in one paper, shown or not.
const MOST_VALUES: usize = 4 * LONGEST_PAPER;

/// What values have come to so far in one paper.
#[derive(Default)]
struct Spent(usize);

/// Counts bytes that a value has come to.
pub(super) fn spend(state: &mut State<'_, '_>, bytes: usize) -> Result<(), Error> {
    let spent = state.get_or_insert_extension(Spent::default());
    spent.0 = spent.0.saturating_add(bytes);
    if spent.0 > MOST_VALUES { Err(Error::from(ErrorKind::WriteFailure)) } else { Ok(()) }
}

/// A paper while it is written, no longer than it may be.
#[derive(Default)]
pub(super) struct Written {
    bytes: Vec<u8>,
    is_too_long: bool,
}

impl Written {
    /// The text, or as an error what was written before it became too long.
    pub(super) fn into_text(self) -> Result<String, String> {
        let text = String::from_utf8_lossy(&self.bytes);
        if self.is_too_long {
            // A letter may have been cut in two.
            return Err(text.trim_end_matches(char::REPLACEMENT_CHARACTER).to_owned());
        }
        Ok(text.into_owned())
    }

    /// Whether more was to be written than there may be.
    pub(super) fn is_too_long(&self) -> bool {
        self.is_too_long
    }
}

impl io::Write for &mut Written {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let room = LONGEST_PAPER.saturating_sub(self.bytes.len());
        if bytes.len() > room {
            self.is_too_long = true;
            // So that what was too much can be told where it stands.
            self.bytes.extend_from_slice(bytes.get(..room).unwrap_or_default());
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
