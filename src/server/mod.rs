//! The page in the browser: a host of one session for one person on this computer.
//!
//! ```text
//! browser ◀─ http on 127.0.0.1 ─▶ answer ─▶ workplace ─▶ session
//!                                              └────▶ year file, papers
//! ```
//!
//! It holds no rule, fact or sentence: the session answers (`src/session/`). `answer.rs` is
//! what is asked for and how it is answered, `workplace.rs` the file and the folder,
//! `page/` what the browser is sent. Nobody else is to get at it: it listens on this computer
//! alone, and answers only who calls it by that name (against DNS rebinding) and knows the
//! word that stands in its own page (against other pages in the browser).

mod answer;
mod assets;
mod http;
mod next_year;
mod papers;
mod refusal;
pub mod stateless;
mod workplace;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use axum::Router;
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};

use crate::make::Pipeline;
use crate::session::{Problem, Session};
use workplace::Workplace;

/// How often the file is looked at, for what others have written in it.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

/// So long the pages wait for the browser to show what was found, which is to come first.
const ANSWER_FIRST: Duration = Duration::from_millis(20);

/// No more threads than can do something at once: one works on the session, others wait.
const MOST_BLOCKING: usize = 8;

/// A year file to begin from.
#[derive(Debug, Clone, Copy)]
pub struct Example {
    /// The name of its file.
    pub name: &'static str,
    /// What it is, in Swedish.
    pub title: &'static str,
    /// Its content.
    pub text: &'static str,
}

/// Reads a file's bytes, or says why not.
pub type ReadFile = fn(&Path) -> Result<Vec<u8>, Problem>;

/// The year files in and right below a folder.
pub type ListFiles = fn(&Path) -> Vec<PathBuf>;

/// What the page begins with.
pub struct Start {
    /// What makes the papers.
    pub pipeline: Pipeline,
    /// The folder that paths begin in.
    pub folder: PathBuf,
    /// The year files to begin from.
    pub examples: Vec<Example>,
    /// How files are read.
    pub read: ReadFile,
    /// How they are found.
    pub list: ListFiles,
}

/// What all requests share.
struct Host {
    workplace: Mutex<Workplace>,
    /// Goes up with everything that a page would show otherwise, but for papers.
    revision: watch::Sender<u64>,
    /// The latest revision whose year file is on the disk.
    saved: watch::Sender<u64>,
    /// The papers as the page is told of them, each time that some have been made.
    papers: watch::Sender<String>,
    /// Woken when the year file is to be saved.
    wants_saving: Notify,
    /// Woken when papers are to be made.
    wants_pages: Notify,
    /// The word that stands in the page.
    token: String,
    port: u16,
}

impl Host {
    /// Does something at the workplace, when whoever is there is done. What has changed by
    /// that all pages are told.
    async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        work: impl FnOnce(&mut Workplace) -> T + Send + 'static,
    ) -> io::Result<T> {
        let host = Arc::clone(self);
        let done = tokio::task::spawn_blocking(move || {
            let mut workplace = host.workplace();
            let result = work(&mut workplace);
            let revision = workplace.revision();
            host.revision.send_if_modified(|known| std::mem::replace(known, revision) != revision);
            if workplace.is_saved() {
                host.saved.send_if_modified(|known| std::mem::replace(known, revision) != revision);
            }
            if workplace.wants_saving() {
                host.wants_saving.notify_one();
            }
            if workplace.session().is_some_and(Session::has_page_work) {
                host.wants_pages.notify_one();
            }
            result
        });
        done.await.map_err(io::Error::other)
    }

    fn workplace(&self) -> MutexGuard<'_, Workplace> {
        // What is left after a panic is a text and what was made of it.
        self.workplace.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Serves the page until the program ends. `file` is the year file that is opened at once;
/// `ready` is told the page's address.
///
/// # Errors
/// That no port can be had, or that the system has no randomness for the word in the page.
pub fn serve(
    start: Start,
    file: Option<&Path>,
    ready: impl FnOnce(&str),
) -> Result<(), ServeError> {
    let mut workplace = Workplace::new(start);
    if let Some(file) = file {
        workplace.open_file(file).map_err(ServeError::File)?;
    }
    let token = token().map_err(ServeError::System)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .enable_time()
        .max_blocking_threads(MOST_BLOCKING)
        .build()
        .map_err(ServeError::System)?;
    let served = runtime.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
        let port = listener.local_addr()?.port();
        let revision = workplace.revision();
        let host = Arc::new(Host {
            workplace: Mutex::new(workplace),
            revision: watch::Sender::new(revision),
            saved: watch::Sender::new(revision),
            papers: watch::Sender::new(String::new()),
            wants_saving: Notify::new(),
            wants_pages: Notify::new(),
            token,
            port,
        });
        tokio::spawn(look_again(Arc::clone(&host)));
        tokio::spawn(save(Arc::clone(&host)));
        tokio::spawn(make_pages(Arc::clone(&host)));
        ready(&format!("http://127.0.0.1:{port}/"));
        let router = Router::new().fallback(answer::answer).with_state(host);
        axum::serve(listener, router).await
    });
    served.map_err(ServeError::System)
}

/// Why the page is not served.
#[derive(Debug)]
pub enum ServeError {
    /// The year file can't be opened.
    File(Problem),
    /// The system objects.
    System(io::Error),
}

/// Takes in what others write in the file, and tries again what could not be saved.
async fn look_again(host: Arc<Host>) {
    let mut clock = tokio::time::interval(LOOK_AGAIN);
    clock.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        clock.tick().await;
        // A panic there is the next request's to tell of.
        let _ = host.work(Workplace::look_again).await;
    }
}

/// Saves what has been typed, once it has been answered: nobody waits for the disk.
async fn save(host: Arc<Host>) {
    loop {
        host.wants_saving.notified().await;
        // A panic there is the next request's to tell of.
        let _ = host.work(Workplace::save).await;
    }
}

/// Makes the papers whenever they say something else, while others may ask and change: nobody
/// waits for a page that is being made.
async fn make_pages(host: Arc<Host>) {
    loop {
        host.wants_pages.notified().await;
        tokio::time::sleep(ANSWER_FIRST).await;
        while let Ok(Some(work)) = host.work(|place| place.page_work()).await {
            // What a panic leaves undone is tried again with the next request.
            let Ok(made) = tokio::task::spawn_blocking(move || work.done()).await else { break };
            if let Ok(papers) = host.work(move |place| place.take_pages(made)).await {
                host.papers.send_replace(papers);
            }
        }
    }
}

/// A word that nobody can guess.
fn token() -> io::Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(io::Error::other)?;
    Ok(format!("{:032x}", u128::from_le_bytes(bytes)))
}
