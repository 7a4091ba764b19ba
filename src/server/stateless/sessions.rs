//! The latest year files with what was made of them.
//!
//! What is asked next is nearly always about a text that has just been answered for. It is
//! found by a checksum with a key of this process alone, and is the same to the byte, or it
//! is made anew: the answer is the same either way.

use std::collections::VecDeque;
use std::hash::Hasher as _;
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use siphasher::sip128::{Hasher128 as _, SipHasher13};

use super::ask::YearFile;
use crate::make::Pipeline;
use crate::session::{Problem, Session};

/// How many bytes of sessions are kept, as [`Session::size`] counts.
const MOST_BYTES: usize = 192 << 20;

/// The most sessions that are kept.
const MOST: usize = 200;

pub(super) struct Sessions {
    pub(super) pipeline: Arc<Pipeline>,
    key: [u8; 16],
    /// The latest last.
    known: Mutex<VecDeque<Known>>,
}

struct Known {
    checksum: u128,
    size: usize,
    session: Arc<Session>,
}

impl Sessions {
    pub(super) fn new(pipeline: Pipeline) -> io::Result<Self> {
        let mut key = [0; 16];
        getrandom::fill(&mut key).map_err(io::Error::other)?;
        Ok(Self { pipeline: Arc::new(pipeline), key, known: Mutex::default() })
    }

    /// The session of a year file.
    pub(super) fn of(&self, file: &YearFile) -> Result<Arc<Session>, Problem> {
        if let Some(session) = self.known(file) {
            return Ok(session);
        }
        let bytes = file.text.as_bytes();
        let session = Session::open_deferred(Arc::clone(&self.pipeline), &file.name, bytes)?;
        Ok(self.keep(session))
    }

    /// The same session with the pages of a paper, or of the first where there is none with
    /// this id. No others are laid out, since only one is looked at.
    pub(super) fn with_pages(&self, session: Arc<Session>, paper: &str) -> Arc<Session> {
        let Some(work) = session.page_work_for(paper) else { return session };
        let mut with_pages = Session::clone(&session);
        with_pages.take_pages(work.done());
        self.keep(with_pages)
    }

    /// The session of a year file as changes make it.
    pub(super) fn changed(&self, file: &YearFile, edits: &Value) -> Result<Arc<Session>, Problem> {
        let changed = if let Some(session) = self.known(file) {
            session.changed(edits)?
        } else {
            let (pipeline, bytes) = (Arc::clone(&self.pipeline), file.text.as_bytes());
            Session::open_changed(pipeline, &file.name, bytes, edits)?
        };
        Ok(self.keep(changed))
    }

    fn known(&self, file: &YearFile) -> Option<Arc<Session>> {
        let checksum = self.checksum(&file.name, file.text.as_bytes());
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        let at = known.iter().position(|known| known.checksum == checksum)?;
        let found = known.remove(at)?;
        let session = Arc::clone(&found.session);
        known.push_back(found);
        drop(known);
        let is_same = session.name() == file.name && session.bytes() == file.text.as_bytes();
        is_same.then_some(session)
    }

    /// Remembers a session, and lets go of those that have not been asked for the longest.
    pub(super) fn keep(&self, session: Session) -> Arc<Session> {
        let session = Arc::new(session);
        let checksum = self.checksum(session.name(), &session.bytes());
        let size = session.size();
        let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.retain(|known| known.checksum != checksum);
        known.push_back(Known { checksum, size, session: Arc::clone(&session) });
        let mut total: usize = known.iter().map(|known| known.size).sum();
        let mut let_go = Vec::new();
        while known.len() > MOST || total > MOST_BYTES {
            let Some(oldest) = known.pop_front() else { break };
            total -= oldest.size;
            let_go.push(oldest);
        }
        // Much is dropped with them, and nobody is to wait for that.
        drop(known);
        session
    }

    fn checksum(&self, name: &str, bytes: &[u8]) -> u128 {
        let mut hasher = SipHasher13::new_with_key(&self.key);
        hasher.write(name.as_bytes());
        // Neither has this byte, so that no other two come to the same.
        hasher.write_u8(0xff);
        hasher.write(bytes);
        hasher.finish128().as_u128()
    }
}
