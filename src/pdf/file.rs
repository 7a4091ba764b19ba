//! The objects of a PDF file as Typst writes it: taken apart, changed, put together.
//!
//! What Typst has no word for (a property of one's own in the metadata, a field to sign
//! in) is put into its file afterwards. Its files have one plain cross-reference table
//! and no object streams (ISO 32000-1, 7.5), so that objects can be told apart by it.

use std::ops::Range;

/// The length of an entry in a cross-reference table (ISO 32000-1, 7.5.4).
const ENTRY: usize = 20;

/// So many bytes tell what an object is.
const BEGINNING: usize = 128;

/// A file in parts.
pub struct PdfFile {
    /// What comes before the first object.
    head: Vec<u8>,
    /// The objects with their numbers, in the file's order, each with all up to the next.
    objects: Vec<(usize, Vec<u8>)>,
    /// The trailer's dictionary, after `/Size` and its number.
    trailer: Vec<u8>,
}

impl PdfFile {
    /// Takes a file apart; nothing when its cross-reference table is not a plain one.
    pub fn read(pdf: &[u8]) -> Option<Self> {
        const KEYWORD: &[u8] = b"startxref\n";
        const TRAILER: &[u8] = b"trailer\n<</Size ";
        let keyword = pdf.windows(KEYWORD.len()).rposition(|window| window == KEYWORD)?;
        let table = number(pdf, &digits(pdf, keyword + KEYWORD.len())?)?;
        let header = pdf.get(table..)?.strip_prefix(b"xref\n0 ")?;
        let count = digits(header, 0)?;
        let first = table + b"xref\n0 ".len() + count.end + 1;
        let end = first.checked_add(number(header, &count)?.checked_mul(ENTRY)?)?;
        let entries = pdf.get(first..end)?.chunks_exact(ENTRY).enumerate();
        let mut places: Vec<(usize, usize)> = entries
            .filter(|(_, entry)| entry[17] == b'n')
            .filter_map(|(object, entry)| Some((number(entry, &(0..10))?, object)))
            .collect();
        places.sort_unstable();
        let ends = places.iter().skip(1).map(|(place, _)| *place).chain([table]);
        let part = |((start, object), end): (&(usize, usize), usize)| {
            Some((*object, pdf.get(*start..end)?.to_vec()))
        };
        let objects = places.iter().zip(ends).map(part).collect::<Option<_>>()?;
        let trailer = pdf.get(end..keyword)?.strip_prefix(TRAILER)?;
        let trailer = trailer.get(digits(trailer, 0)?.end..)?.to_vec();
        let head = pdf.get(..places.first()?.0)?.to_vec();
        Some(Self { head, objects, trailer })
    }

    /// The objects.
    pub fn objects_mut(&mut self) -> impl Iterator<Item = &mut Vec<u8>> {
        self.objects.iter_mut().map(|(_, object)| object)
    }

    /// The objects with their numbers.
    pub fn numbered_mut(&mut self) -> impl Iterator<Item = (usize, &mut Vec<u8>)> {
        self.objects.iter_mut().map(|(number, object)| (*number, object))
    }

    /// The objects in the file's order.
    pub fn objects(&self) -> impl Iterator<Item = &[u8]> {
        self.objects.iter().map(|(_, object)| object.as_slice())
    }

    /// The object with a number.
    pub fn object(&self, number: usize) -> Option<&[u8]> {
        let found = self.objects.iter().find(|(other, _)| *other == number);
        found.map(|(_, object)| object.as_slice())
    }

    /// Adds an object; the answer is its number.
    pub fn add(&mut self, content: &str) -> usize {
        let number = self.size();
        self.objects.push((number, format!("{number} 0 obj\n{content}\nendobj\n").into_bytes()));
        number
    }

    /// One more than the highest number of an object.
    fn size(&self) -> usize {
        self.objects.iter().map(|(number, _)| number + 1).max().unwrap_or(1)
    }

    /// The file. It ends with a line end: what a later signature appends begins on a line
    /// of its own then, as ISO 19005-2, 6.1.9 asks for.
    pub fn write(self) -> Vec<u8> {
        let size = self.size();
        let mut places = vec![None; size];
        let mut out = self.head;
        for (number, object) in self.objects {
            if let Some(place) = places.get_mut(number) {
                *place = Some(out.len());
            }
            out.extend(object);
        }
        let table = out.len();
        out.extend(format!("xref\n0 {size}\n").bytes());
        for (object, place) in places.into_iter().enumerate() {
            let generation = if object == 0 { "65535" } else { "00000" };
            let entry = match place {
                Some(place) => format!("{place:010} 00000 n\r\n"),
                None => format!("0000000000 {generation} f\r\n"),
            };
            out.extend(entry.bytes());
        }
        out.extend(format!("trailer\n<</Size {size}").bytes());
        out.extend(self.trailer);
        out.extend(format!("startxref\n{table}\n%%EOF\n").bytes());
        out
    }
}

/// Where bytes stand in others.
pub fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Puts other bytes in the place of the first such bytes, if there are any.
pub fn replace(bytes: &mut Vec<u8>, wanted: &[u8], other: &[u8]) -> bool {
    let found = find(bytes, wanted);
    if let Some(start) = found {
        bytes.splice(start..start + wanted.len(), other.iter().copied());
    }
    found.is_some()
}

/// What an object begins with: its dictionary, or as much of one as tells what it is, and
/// little of a stream's data, which can be long.
pub fn beginning(object: &[u8]) -> &[u8] {
    object.get(..BEGINNING).unwrap_or(object)
}

/// The place of an object's stream data; nothing when it is no stream.
pub fn stream_data(object: &[u8]) -> Option<Range<usize>> {
    let content = object.trim_ascii_end().strip_suffix(b"endobj")?.trim_ascii_end();
    if !content.ends_with(b"endstream") {
        return None;
    }
    let start = find(object, b"stream\n")? + b"stream\n".len();
    let length = find(&object[..start], b"/Length ")? + b"/Length ".len();
    let length = number(object, &digits(object, length)?)?;
    let end = start.checked_add(length)?;
    (end < object.len()).then_some(start..end)
}

/// The digits from a place on.
pub fn digits(bytes: &[u8], start: usize) -> Option<Range<usize>> {
    let count = bytes.get(start..)?.iter().take_while(|byte| byte.is_ascii_digit()).count();
    (count > 0).then_some(start..start + count)
}

/// The number that stands somewhere.
pub fn number(bytes: &[u8], range: &Range<usize>) -> Option<usize> {
    std::str::from_utf8(bytes.get(range.clone())?).ok()?.parse().ok()
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A file with a stream of the given data, and another object.
    pub fn file(data: &str) -> Vec<u8> {
        let object =
            format!("1 0 obj\n<</Length {}>>\nstream\n{data}\nendstream\nendobj\n", data.len());
        let other = "2 0 obj\n<<>>\nendobj\n";
        let (first, second) = (9, 9 + object.len());
        let table = second + other.len();
        format!(
            "%PDF-1.7\n{object}{other}xref\n0 3\n0000000000 65535 f\r\n{first:010} 00000 n\r\n{second:010} 00000 n\r\ntrailer\n<</Size 3/Root 2 0 R>>\nstartxref\n{table}\n%%EOF"
        )
        .into_bytes()
    }

    #[test]
    fn an_unchanged_file_only_gets_a_line_end() {
        let before = file("abc");
        let after = PdfFile::read(&before).expect("a file").write();
        assert_eq!(after, [before, b"\n".to_vec()].concat());
    }

    #[test]
    fn objects_are_found_where_the_table_says() {
        let mut changed = PdfFile::read(&file("abc")).expect("a file");
        for object in changed.objects_mut() {
            assert_eq!(replace(object, b"abc", b"abcdef"), find(object, b"stream").is_some());
        }
        assert_eq!(changed.add("<</A 1>>"), 3);
        let written = changed.write();
        let text = String::from_utf8(written.clone()).expect("ASCII");
        assert!(text.contains("trailer\n<</Size 4/Root 2 0 R>>\nstartxref\n"), "{text}");
        let again = PdfFile::read(&written).expect("a file");
        for (number, object) in again.objects {
            assert!(object.starts_with(format!("{number} 0 obj\n").as_bytes()));
        }
    }

    #[test]
    fn other_files_are_none() {
        for bytes in [b"no PDF".to_vec(), b"startxref\n9999\n".to_vec(), Vec::new()] {
            assert!(PdfFile::read(&bytes).is_none());
        }
    }
}
