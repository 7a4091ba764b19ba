//! The page for a whole kommun: a host that keeps nothing.
//!
//! ```text
//! browser, which has the year file ─ text, edits ▶ answer ─ work ▶ session ─▶ text, state, pages
//! ```
//!
//! Each request brings the year file's text and is answered from it alone, so any number of
//! these can stand behind a load balancer and none of them needs a disk. `answer.rs` is what
//! can be asked for; `work.rs` bounds what is done at the same time and for how long;
//! `sessions.rs` remembers the latest texts with what was made of them, which spares work and
//! is never needed; `connections.rs` takes the requests; `log.rs` says what was asked, and
//! nothing of what was in it.

mod answer;
mod ask;
mod connections;
mod log;
mod route;
mod sessions;
mod work;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use tokio::net::TcpListener;

use super::Example;
use crate::make::Pipeline;
use sessions::Sessions;
use work::Work;

/// What the server needs.
pub struct Settings {
    /// What makes the papers. It reads no files, since those beside it are nobody's.
    pub pipeline: Pipeline,
    /// The year files to begin from.
    pub examples: Vec<Example>,
    /// Where it listens.
    pub address: SocketAddr,
    /// The names by which browsers call it, such as `ombud.kommun.se`, with the port where
    /// one is in the address.
    pub names: Vec<String>,
}

/// What all requests share.
struct Server {
    sessions: Sessions,
    examples: Vec<Example>,
    names: Vec<String>,
    work: Arc<Work>,
}

/// Serves the page until `is_ended`, and answers then what has been asked. `ready` is told
/// the address.
///
/// # Errors
/// That it can't listen there, that there can be no threads, or that the system has no
/// randomness.
pub fn serve(
    settings: Settings,
    ready: impl FnOnce(SocketAddr),
    is_ended: impl Fn() -> bool,
) -> io::Result<()> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind(settings.address).await?;
        let address = listener.local_addr()?;
        let mut names: Vec<String> =
            settings.names.iter().map(|name| name.trim().to_lowercase()).collect();
        names.extend([address.to_string(), format!("localhost:{}", address.port())]);
        let server = Arc::new(Server {
            sessions: Sessions::new(settings.pipeline)?,
            examples: settings.examples,
            names,
            work: Arc::new(Work::new()?),
        });
        // What a panic says can have words of the year file in it.
        std::panic::set_hook(Box::new(log::panic));
        ready(address);
        connections::serve(listener, server, is_ended).await;
        Ok(())
    })
}
