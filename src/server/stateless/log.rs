//! What is said of each request: when, what was asked for, how it ended, how much went in and
//! out, and how long it took. Nothing of what was in it, and nothing of who asked: that is for
//! the proxy to know.

use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::time::Duration;

use axum::http::StatusCode;
use chrono::{SecondsFormat, Utc};

/// A request that has been answered.
pub(super) struct Answered {
    /// `GET`, `POST` or another that the standard names; `-` for what somebody has made up.
    pub(super) method: &'static str,
    pub(super) route: &'static str,
    pub(super) status: StatusCode,
    /// In bytes.
    pub(super) received: usize,
    /// In bytes.
    pub(super) sent: u64,
    pub(super) took: Duration,
}

impl Answered {
    /// Writes a line on standard output.
    pub(super) fn write(&self) {
        let Self { method, route, received, sent, .. } = self;
        let (now, status, took) = (now(), self.status.as_u16(), self.took.as_millis());
        let line = format!("{now} {method} {route} {status} {received} {sent} {took}\n");
        // That nobody reads it is no reason not to answer.
        let _ = std::io::stdout().lock().write_all(line.as_bytes());
    }
}

/// Says where in the program something has gone wrong. What the panic says is left out: it
/// can have words of the year file in it.
pub(super) fn panic(info: &PanicHookInfo<'_>) {
    let place = info.location().map(ToString::to_string).unwrap_or_default();
    let _ = writeln!(std::io::stderr(), "{} panic {place}", now());
}

fn now() -> String {
    Utc::now().to_rfc3339_opts(SecondsFormat::Secs, true)
}
