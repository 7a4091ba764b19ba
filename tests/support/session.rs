//! A year file that somebody writes in the page.

use std::sync::{Arc, LazyLock};

use tjut::make::Pipeline;
use tjut::session::Session;

/// Made once for all tests of a program.
pub static PIPELINE: LazyLock<Arc<Pipeline>> =
    LazyLock::new(|| Arc::new(Pipeline::standard().expect("what is built in is whole")));

/// A session of a year file's text.
pub fn opened(text: impl AsRef<[u8]>) -> Session {
    Session::open(Arc::clone(&PIPELINE), "fil.yaml", text.as_ref()).expect("a text")
}
