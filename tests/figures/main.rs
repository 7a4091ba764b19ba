//! Tables, charts and sentences of the finished files, read back and held against
//! the facts of the case.

#[path = "../support/mod.rs"]
mod support;

mod charts;
mod masked;
mod sentences;
mod tables;

use support::cases::{self, Files, Finished};

/// Every paper of every case.
fn papers() -> impl Iterator<Item = (&'static Finished, Files<'static>)> {
    cases::ALL.iter().flat_map(|case| case.papers().into_iter().map(move |files| (case, files)))
}
