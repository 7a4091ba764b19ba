//! Tables, charts and sentences of the finished files, read back and held against
//! the facts of the year file.

#[path = "../support/mod.rs"]
mod support;

mod charts;
mod masked;
mod sentences;
mod tables;

use support::cases::{self, Files, Finished};

/// Every paper of every case.
fn papers() -> impl Iterator<Item = (&'static Finished, Files<'static>)> {
    cases::ALL
        .iter()
        .flat_map(|year_file| year_file.papers().into_iter().map(move |files| (year_file, files)))
}
