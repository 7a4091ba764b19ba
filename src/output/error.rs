//! Why files were not written.

use std::fmt;
use std::io;
use std::path::PathBuf;

use super::standing::Obstacle;
use crate::source::printable;
use crate::system_error;

/// Why files were not written.
#[derive(Debug)]
pub enum Error {
    /// These stand where new files would, and somebody may have worked on them.
    InTheWay(Vec<Obstacle>),
    /// A file or folder that could not be written.
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        cause: io::Error,
    },
}

impl Error {
    pub(super) fn at(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        |cause| Self::Unwritable { path, cause }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, cause) = match self {
            Self::InTheWay(obstacles) => {
                let lines: Vec<String> = obstacles.iter().map(ToString::to_string).collect();
                return f.write_str(&lines.join("\n"));
            }
            Self::Unwritable { path, cause } => (printable(&path.display().to_string()), cause),
        };
        match cause.kind() {
            io::ErrorKind::AlreadyExists => {
                write!(f, "{path} kan inte skapas: det finns en fil med det namnet")
            }
            io::ErrorKind::NotADirectory => {
                write!(f, "{path} kan inte bli en mapp: det finns en fil med det namnet")
            }
            io::ErrorKind::WouldBlock => write!(
                f,
                "{path} kan inte skrivas: tjut skriver redan där i en annan körning. \
                 Vänta tills den är klar och försök igen"
            ),
            _ => write!(f, "{path} kan inte skrivas: {}", system_error::reason(cause)),
        }
    }
}

impl std::error::Error for Error {}
