//! Stream ends that no reader can misunderstand.
//!
//! A stream's data is followed by a line end and `endstream`. When the data itself
//! ends in CR and the line end is LF, a reader that looks for the line end takes
//! CR LF for it and finds the data one byte shorter than `/Length` says, which
//! ISO 19005-2, 6.1.7.1 forbids. With CR LF as the line end there is no doubt.

use std::ops::Range;

/// The length of an entry in a cross-reference table (ISO 32000-1, 7.5.4).
const ENTRY: usize = 20;

/// Makes the ends of all streams unambiguous. A file whose cross-reference table
/// is not a plain one is left as it is.
pub fn unambiguous(pdf: Vec<u8>) -> Vec<u8> {
    let Some(table) = XrefTable::find(&pdf) else { return pdf };
    let ambiguous = table.ambiguous_ends(&pdf);
    if ambiguous.is_empty() {
        return pdf;
    }
    table.with_carriage_returns(&pdf, &ambiguous)
}

/// The cross-reference table of a file.
struct XrefTable {
    /// Where it starts.
    start: usize,
    /// Its entries.
    entries: Range<usize>,
    /// The digits after `startxref`.
    pointer: Range<usize>,
}

impl XrefTable {
    fn find(pdf: &[u8]) -> Option<Self> {
        const KEYWORD: &[u8] = b"startxref\n";
        let keyword = pdf.windows(KEYWORD.len()).rposition(|window| window == KEYWORD)?;
        let pointer = digits(pdf, keyword + KEYWORD.len())?;
        let start = number(pdf, &pointer)?;
        let header = pdf.get(start..)?.strip_prefix(b"xref\n0 ")?;
        let count = digits(header, 0)?;
        let first = start + b"xref\n0 ".len() + count.end + 1;
        let end = first.checked_add(number(header, &count)?.checked_mul(ENTRY)?)?;
        (end <= pdf.len()).then_some(Self { start, entries: first..end, pointer })
    }

    /// Where objects start.
    fn objects(&self, pdf: &[u8]) -> Vec<usize> {
        let entries = pdf[self.entries.clone()].chunks_exact(ENTRY);
        entries
            .filter(|entry| entry[17] == b'n')
            .filter_map(|entry| number(entry, &(0..10)))
            .collect()
    }

    /// The ends of stream data that ends in CR before a lone LF, in order.
    fn ambiguous_ends(&self, pdf: &[u8]) -> Vec<usize> {
        let mut objects = self.objects(pdf);
        objects.sort_unstable();
        objects.push(self.start);
        let ends = objects.windows(2).filter_map(|pair| stream_end(pdf, pair[0]..pair[1]));
        ends.filter(|&end| pdf[..end].ends_with(b"\r") && pdf[end..].starts_with(b"\nendstream"))
            .collect()
    }

    /// The file with a CR put in at the given places.
    fn with_carriage_returns(&self, pdf: &[u8], places: &[usize]) -> Vec<u8> {
        let moved = |offset: usize| offset + places.iter().filter(|place| **place < offset).count();
        let mut out = Vec::with_capacity(pdf.len() + places.len());
        let mut done = 0;
        for &place in places {
            out.extend_from_slice(&pdf[done..place]);
            out.push(b'\r');
            done = place;
        }
        out.extend_from_slice(&pdf[done..self.entries.start]);
        for entry in pdf[self.entries.clone()].chunks_exact(ENTRY) {
            match number(entry, &(0..10)).filter(|_| entry[17] == b'n') {
                Some(offset) => out.extend_from_slice(format!("{:010}", moved(offset)).as_bytes()),
                None => out.extend_from_slice(&entry[..10]),
            }
            out.extend_from_slice(&entry[10..]);
        }
        out.extend_from_slice(&pdf[self.entries.end..self.pointer.start]);
        out.extend_from_slice(moved(self.start).to_string().as_bytes());
        out.extend_from_slice(&pdf[self.pointer.end..]);
        out
    }
}

/// The end of an object's stream data; nothing when it is no stream.
fn stream_end(pdf: &[u8], object: Range<usize>) -> Option<usize> {
    let content = pdf.get(object.clone())?;
    let data = find(content, b"stream\n")? + b"stream\n".len();
    let length = find(&content[..data], b"/Length ")? + b"/Length ".len();
    let length = number(content, &digits(content, length)?)?;
    let end = object.start.checked_add(data)?.checked_add(length)?;
    (end < object.end).then_some(end)
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn digits(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let count = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count > 0).then_some(start..start + count)
}

fn number(bytes: &[u8], range: &Range<usize>) -> Option<usize> {
    std::str::from_utf8(bytes.get(range.clone())?).ok()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(data: &str) -> Vec<u8> {
        let object =
            format!("1 0 obj\n<</Length {}>>\nstream\n{data}\nendstream\nendobj\n", data.len());
        let other = "2 0 obj\n<<>>\nendobj\n";
        let (first, second) = (9, 9 + object.len());
        let table = second + other.len();
        format!(
            "%PDF-1.7\n{object}{other}xref\n0 3\n0000000000 65535 f\r\n{first:010} 00000 n\r\n{second:010} 00000 n\r\ntrailer\n<<>>\nstartxref\n{table}\n%%EOF"
        )
        .into_bytes()
    }

    #[test]
    fn data_that_ends_in_cr_is_followed_by_cr_lf() {
        let mended = unambiguous(file("abc\r"));
        let text = String::from_utf8(mended.clone()).expect("ASCII");
        assert!(text.contains("/Length 4>>\nstream\nabc\r\r\nendstream"));
        let table = XrefTable::find(&mended).expect("the table is where startxref says");
        for object in table.objects(&mended) {
            assert_eq!(&mended[object + 1..object + 7], b" 0 obj");
        }
        assert_eq!(table.ambiguous_ends(&mended), [0usize; 0]);
    }

    #[test]
    fn other_files_are_left_alone() {
        for bytes in [file("abc"), b"no PDF".to_vec(), b"startxref\n9999\n".to_vec(), Vec::new()] {
            assert_eq!(unambiguous(bytes.clone()), bytes);
        }
    }
}
