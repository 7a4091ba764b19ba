//! One run at a time writes in a folder.
//!
//! The lock belongs to the process, so that none is left by one that was killed. Where
//! the system knows no locks, as on some network shares, two runs at once may stop
//! each other, and each says so.

use std::fs::File;
use std::io;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long to wait for another run: many times as long as writing takes.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often to look whether the other run has come to its end.
const PAUSE: Duration = Duration::from_millis(20);

/// A folder's lock, held until it is dropped.
pub struct Lock {
    /// `None` where there are no locks.
    _held: Option<File>,
}

impl Lock {
    /// Waits for the folder's lock.
    ///
    /// # Errors
    /// `WouldBlock` when another run keeps it.
    pub fn on(folder: &Path) -> io::Result<Self> {
        Self::within(PATIENCE, folder)
    }

    /// The same with a patience of one's own.
    pub fn within(patience: Duration, folder: &Path) -> io::Result<Self> {
        let start = Instant::now();
        loop {
            match take(folder) {
                Ok(held) => return Ok(Self { _held: Some(held) }),
                Err(error) if error.kind() != io::ErrorKind::WouldBlock => {
                    return Ok(Self { _held: None });
                }
                Err(error) if start.elapsed() >= patience => return Err(error),
                Err(_) => sleep(PAUSE),
            }
        }
    }
}

/// The folder itself is locked, so that no file need be made for it.
#[cfg(not(windows))]
fn take(folder: &Path) -> io::Result<File> {
    let folder = File::open(folder)?;
    folder.try_lock()?;
    Ok(folder)
}

/// A file that nobody else may open, and that the system removes with the process.
#[cfg(windows)]
fn take(folder: &Path) -> io::Result<File> {
    use std::os::windows::fs::OpenOptionsExt as _;
    /// <https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew>
    const FILE_FLAG_DELETE_ON_CLOSE: u32 = 0x0400_0000;
    const ERROR_SHARING_VIOLATION: i32 = 32;
    let mut options = File::options();
    options.write(true).create(true).share_mode(0).custom_flags(FILE_FLAG_DELETE_ON_CLOSE);
    options.open(folder.join(".tjut-las")).map_err(|error| match error.raw_os_error() {
        Some(ERROR_SHARING_VIOLATION) => io::ErrorKind::WouldBlock.into(),
        _ => error,
    })
}
