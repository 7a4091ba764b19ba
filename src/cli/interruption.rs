//! Being told to stop, by Ctrl-C or by the system, while files are written.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::TERM_SIGNALS;
use signal_hook::{flag, low_level};

use super::show;

/// Lets the program end only after the work, which is short: it ends then as it would
/// have ended at once, with exit code 130 after Ctrl-C. Told so a second time it ends
/// wherever it is, and what is left behind is for the next run to clear away.
pub(super) fn waits_for<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let asked = Arc::new(AtomicUsize::new(0));
    let at_once = Arc::new(AtomicBool::new(false));
    for signal in TERM_SIGNALS {
        let number = usize::try_from(*signal).unwrap_or_default();
        // In this order: the first time only what follows is set. A system that
        // doesn't let signals be waited with ends the program at once.
        let _ = flag::register_conditional_default(*signal, Arc::clone(&at_once))
            .and_then(|_| flag::register_usize(*signal, Arc::clone(&asked), number))
            .and_then(|_| flag::register(*signal, Arc::clone(&at_once)));
    }
    let result = work();
    at_once.store(true, Ordering::SeqCst);
    let signal = asked.load(Ordering::SeqCst);
    if let Some(signal) = TERM_SIGNALS.iter().find(|term| usize::try_from(**term) == Ok(signal)) {
        show::error(match result {
            Ok(_) => "programmet avbröts sedan alla filer hade skrivits",
            Err(_) => "programmet avbröts; inga filer skrevs",
        });
        // Does not return.
        let _ = low_level::emulate_default_handler(*signal);
    }
    result
}
