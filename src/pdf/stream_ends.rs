//! Stream ends that no reader can misunderstand.
//!
//! A stream's data is followed by a line end and `endstream`. When the data itself
//! ends in CR and the line end is LF, a reader that looks for the line end takes
//! CR LF for it and finds the data one byte shorter than `/Length` says, which
//! ISO 19005-2, 6.1.7.1 forbids. With CR LF as the line end there is no doubt.

use super::file::{PdfFile, stream_data};

/// Makes the ends of all streams unambiguous.
pub fn settle(file: &mut PdfFile) {
    for object in file.objects_mut() {
        let Some(data) = stream_data(object) else { continue };
        if object[..data.end].ends_with(b"\r") && object[data.end..].starts_with(b"\nendstream") {
            object.insert(data.end, b'\r');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::file::tests::file;

    fn settled(data: &str) -> String {
        let mut parts = PdfFile::read(&file(data)).expect("a file");
        settle(&mut parts);
        String::from_utf8(parts.write()).expect("ASCII")
    }

    #[test]
    fn data_that_ends_in_cr_is_followed_by_cr_lf() {
        assert!(settled("abc\r").contains("/Length 4>>\nstream\nabc\r\r\nendstream"));
    }

    #[test]
    fn other_data_is_left_alone() {
        assert!(settled("abc").contains("/Length 3>>\nstream\nabc\nendstream"));
    }
}
