//! Being told to stop, by Ctrl-C or by the system, while something must come to its end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use signal_hook::consts::TERM_SIGNALS;
use signal_hook::{flag, low_level};

use super::show;

/// Notes that the program is told to stop, instead of ending it there. Told so a second time
/// it ends wherever it is, and what is left behind is for the next run to clear away.
pub(super) struct Interruption {
    /// The number of the signal, or 0.
    asked: Arc<AtomicUsize>,
    at_once: Arc<AtomicBool>,
}

impl Interruption {
    /// Notes it from now on.
    pub(super) fn noted() -> Self {
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
        Self { asked, at_once }
    }

    /// Whether the program has been told to stop.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.load(Ordering::SeqCst) != 0
    }

    /// Ends the program as it would have ended at once, with exit code 130 after Ctrl-C, if
    /// it has been told to stop; before that it says so. From now on it is not waited with.
    pub(super) fn end(&self, say: impl FnOnce()) {
        self.at_once.store(true, Ordering::SeqCst);
        let signal = self.asked.load(Ordering::SeqCst);
        let signal = TERM_SIGNALS.iter().find(|term| usize::try_from(**term) == Ok(signal));
        if let Some(signal) = signal {
            say();
            // Does not return.
            let _ = low_level::emulate_default_handler(*signal);
        }
    }
}

/// Lets the program end only after the work, which is short.
pub(super) fn waits_for<T, E>(work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
    let interruption = Interruption::noted();
    let result = work();
    interruption.end(|| {
        show::error(match result {
            Ok(_) => "programmet avbröts sedan alla filer hade skrivits",
            Err(_) => "programmet avbröts; inga filer skrevs",
        });
    });
    result
}
