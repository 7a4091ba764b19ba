//! The files inside a zip file, no more of which is inflated than the limits allow.
//!
//! What a zip file says of the sizes in it need not be true, so both are held against the
//! limits: what it says, before anything is inflated, and what comes out.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::Unreadable;

/// The most bytes that one file inside may come to.
pub const MAX_PART: u64 = 64 * 1024 * 1024;

/// The most bytes that all that is read of a file may come to.
pub const MAX_PARTS: u64 = 96 * 1024 * 1024;

/// A zip file.
pub struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    names: Vec<String>,
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a zip file.
    ///
    /// # Errors
    /// That it can't be opened.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::broken_zip())?;
        let names = (0..archive.len()).map(|index| match archive.name_for_index(index) {
            Some(Ok(name)) => name.replace('\\', "/"),
            _ => String::new(),
        });
        let names = names.collect();
        Ok(Self { archive, names, left: MAX_PARTS })
    }

    /// Whether there is a file with a name inside; capital letters make no difference.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.index(name).is_some()
    }

    /// The names of the files inside.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    fn index(&self, name: &str) -> Option<usize> {
        let name = name.trim_start_matches('/');
        let exact = self.names.iter().position(|other| other == name);
        exact.or_else(|| self.names.iter().position(|other| other.eq_ignore_ascii_case(name)))
    }

    /// The text of a file inside.
    ///
    /// # Errors
    /// That it isn't there, is too large, is encrypted or is no text.
    pub fn text(&mut self, name: &str) -> Result<String, Unreadable> {
        let damaged = || Unreadable::damaged(name);
        let index = self.index(name).ok_or_else(damaged)?;
        let file = self.archive.by_index(index).map_err(|_| damaged())?;
        let limit = MAX_PART.min(self.left);
        if file.size() > limit {
            return Err(Unreadable::inflates_too_far());
        }
        let mut bytes = Vec::new();
        file.take(limit + 1).read_to_end(&mut bytes).map_err(|_| damaged())?;
        let size = bytes.len() as u64;
        if size > limit {
            return Err(Unreadable::inflates_too_far());
        }
        self.left -= size;
        let content = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(&bytes);
        String::from_utf8(content.to_vec()).map_err(|_| damaged())
    }
}
