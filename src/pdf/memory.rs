//! What Typst keeps in memory from one layout for the next.
//!
//! Typst memoizes for the whole process: what has been laid out once is quick the next time,
//! which a paper that is changed a little lives by. Left alone it piles up. It is let go of
//! by how much has been laid out since, whoever that was for, so that the memory is bounded
//! and one paper that is made does not empty it for all others.

use std::sync::atomic::{AtomicUsize, Ordering};

/// After so many pages what has not been used meanwhile is let go of.
const PAGES: usize = 120;

/// How many pages have been laid out since that was done.
static LAID_OUT: AtomicUsize = AtomicUsize::new(0);

/// Notes that pages have been laid out.
pub(super) fn note_pages(pages: usize) {
    if LAID_OUT.fetch_add(pages, Ordering::Relaxed) + pages >= PAGES {
        LAID_OUT.store(0, Ordering::Relaxed);
        // What was used since the time before is one round old now, and stays.
        comemo::evict(1);
    }
}

/// Notes that a layout has failed. How much it has left behind nobody knows.
pub(super) fn note_failure() {
    note_pages(PAGES);
}
