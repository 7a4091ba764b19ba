//! What the operating system objects to, in Swedish.

use std::io::{self, ErrorKind};

/// Why a file or folder could not be read or written, as the end of a sentence. What
/// there are no words for is given by the system's own number.
#[must_use]
pub fn reason(error: &io::Error) -> String {
    if let Some(words) = words(error) {
        return words.to_owned();
    }
    match error.raw_os_error() {
        Some(number) => format!("systemfel {number}"),
        None => "okänt fel".to_owned(),
    }
}

fn words(error: &io::Error) -> Option<&'static str> {
    if let Some(words) = error.raw_os_error().and_then(numbered) {
        return Some(words);
    }
    Some(match error.kind() {
        ErrorKind::NotFound => "filen eller mappen finns inte",
        ErrorKind::PermissionDenied if cfg!(windows) => {
            "behörighet saknas, eller så är filen öppen i ett annat program"
        }
        ErrorKind::PermissionDenied => "behörighet saknas",
        ErrorKind::ReadOnlyFilesystem => "behörighet saknas; disken kan bara läsas",
        ErrorKind::StorageFull => "disken är full",
        ErrorKind::QuotaExceeded => "disken är full; du har fyllt ditt utrymme",
        ErrorKind::FileTooLarge => "filen är för stor",
        ErrorKind::IsADirectory => "det finns en mapp med det namnet",
        ErrorKind::NotADirectory => "en del av sökvägen är ingen mapp",
        ErrorKind::AlreadyExists => "det finns en fil med det namnet",
        ErrorKind::InvalidFilename => "namnet är för långt eller har tecken som inte går",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => {
            "den används av ett annat program"
        }
        ErrorKind::TimedOut
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionAborted
        | ErrorKind::ConnectionReset
        | ErrorKind::StaleNetworkFileHandle => "nätverket svarar inte",
        ErrorKind::Interrupted => "det avbröts",
        ErrorKind::BrokenPipe => "den som skulle ta emot har slutat läsa",
        ErrorKind::UnexpectedEof => "filen tog slut för tidigt",
        ErrorKind::OutOfMemory => "minnet räcker inte",
        ErrorKind::Unsupported => "disken eller systemet klarar inte det",
        _ => return None,
    })
}

/// Errors that Rust has no name for on some system.
/// <https://learn.microsoft.com/windows/win32/debug/system-error-codes>
#[cfg(windows)]
fn numbered(number: i32) -> Option<&'static str> {
    match number {
        32 | 33 => Some("filen är öppen i ett annat program; stäng den och försök igen"),
        _ => None,
    }
}

/// Errors that Rust has no name for on some system, by their numbers in Linux, macOS
/// and the BSDs, which agree on these.
#[cfg(not(windows))]
fn numbered(number: i32) -> Option<&'static str> {
    match number {
        5 => Some("disken eller nätverket svarar fel (systemfel 5)"),
        24 => Some("för många filer är öppna"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_of_what_the_system_says_comes_through() {
        for number in 1..200 {
            let error = io::Error::from_raw_os_error(number);
            let said = reason(&error);
            let english = error.to_string();
            let english = english.split(" (os error").next().unwrap_or_default();
            assert!(!said.contains(english), "{number}: {said}");
        }
    }

    #[test]
    fn what_there_are_no_words_for_has_its_number() {
        // No system has that many.
        assert_eq!(reason(&io::Error::from_raw_os_error(99_999)), "systemfel 99999");
        assert_eq!(reason(&io::Error::other("teapot")), "okänt fel");
    }
}
