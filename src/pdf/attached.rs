//! What is attached to a PDF file that this program has written.
//!
//! Only its own files are read: they have a plain cross-reference table. What is signed or
//! commented on keeps the file as it was at its beginning (ISO 32000-1, 7.5.6), so that the
//! attachment is still found there.

use std::io::Read as _;

use super::file::{PdfFile, digits, find, number, stream_data};

/// The most bytes that an attachment may come to. The figures of a year file are a few
/// thousand.
pub const MAX_BYTES: usize = 1024 * 1024;

/// Why there is no attachment to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotAttached {
    /// The file is no PDF.
    NotPdf,
    /// The file is encrypted.
    Encrypted,
    /// The file is damaged, or another program has saved it in another form.
    OtherForm,
    /// Nothing is attached under that name.
    Nothing,
    /// The attachment is damaged.
    Damaged,
    /// The attachment is larger than [`MAX_BYTES`].
    TooLarge,
}

/// The content of the file with a name that is attached.
///
/// # Errors
/// Why there is none to read.
pub fn attached(pdf: &[u8], name: &str) -> Result<Vec<u8>, NotAttached> {
    if !pdf.starts_with(b"%PDF") {
        return Err(NotAttached::NotPdf);
    }
    let file = PdfFile::read(pdf).or_else(|| PdfFile::read(as_first_written(pdf)?));
    let Some(file) = file else {
        let is_encrypted = find(pdf, b"/Encrypt").is_some();
        return Err(if is_encrypted { NotAttached::Encrypted } else { NotAttached::OtherForm });
    };
    let object = content_of(&file, name).ok_or(NotAttached::Nothing)?;
    let object = file.object(object).ok_or(NotAttached::Damaged)?;
    let data = stream_data(object).and_then(|place| object.get(place));
    inflated(data.ok_or(NotAttached::Damaged)?)
}

/// The file before something was added at its end.
fn as_first_written(pdf: &[u8]) -> Option<&[u8]> {
    const END: &[u8] = b"\n%%EOF";
    let end = find(pdf, END)? + END.len();
    pdf.get(..end)
}

/// The number of the object with the content of an attached file.
fn content_of(file: &PdfFile, name: &str) -> Option<usize> {
    const CONTENT: &[u8] = b"/EF<</F ";
    let named = format!("/F({name})");
    let is_it = |object: &&[u8]| {
        find(object, b"/Type/Filespec").is_some() && find(object, named.as_bytes()).is_some()
    };
    let object = file.objects().find(is_it)?;
    let start = find(object, CONTENT)? + CONTENT.len();
    number(object, &digits(object, start)?)
}

fn inflated(data: &[u8]) -> Result<Vec<u8>, NotAttached> {
    let mut content = Vec::new();
    let inflating = flate2::read::ZlibDecoder::new(data);
    let most = MAX_BYTES as u64 + 1;
    inflating.take(most).read_to_end(&mut content).map_err(|_| NotAttached::Damaged)?;
    if content.len() > MAX_BYTES { Err(NotAttached::TooLarge) } else { Ok(content) }
}
