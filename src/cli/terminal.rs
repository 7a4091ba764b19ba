//! What a terminal is told besides text.

use std::io::IsTerminal;

/// Whether what is written there may have colours: somebody watches, and has not said
/// otherwise (<https://no-color.org>).
pub(super) fn has_colour(stream: &impl IsTerminal) -> bool {
    let plain = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    !plain && takes_control_sequences(stream)
}

/// Whether it is a terminal that does what control sequences say. A console of Windows has
/// to be asked to, and an old one can't; others do.
pub(super) fn takes_control_sequences(stream: &impl IsTerminal) -> bool {
    stream.is_terminal() && anstyle_query::windows::enable_ansi_colors() != Some(false)
}
