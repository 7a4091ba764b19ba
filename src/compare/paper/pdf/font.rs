//! Which letters the codes of a font stand for (ISO 32000-1, 9.10).

use std::collections::HashMap;

use super::Unreadable;
use super::file::Pdf;
use super::object::{Dictionary, Object, Parser};

/// The most codes that a font may have letters for.
const MAX_CODES: u32 = 70_000;

/// The most objects in a table of codes.
const MAX_OBJECTS: usize = 500_000;

/// A font.
#[derive(Debug, Default)]
pub(super) struct Font {
    letters: HashMap<u32, String>,
    has_two_bytes: bool,
}

impl Font {
    pub(super) fn read(file: &Pdf<'_>, font: &Dictionary) -> Result<Self, Unreadable> {
        let is_composite = font.get("Subtype").name() == Some("Type0");
        let mut letters = HashMap::new();
        if !is_composite {
            simple(file, font, &mut letters)?;
        }
        let mut has_two_bytes = is_composite;
        let table = file.value(font, "ToUnicode")?;
        if matches!(&*table, Object::Stream(..)) {
            let widths = read_table(&file.data(&table)?, &mut letters)?;
            has_two_bytes = is_composite && widths != Some(1);
        }
        Ok(Self { letters, has_two_bytes })
    }

    /// Adds the letters that some codes stand for to a text that may come to so many bytes.
    pub(super) fn spell(
        &self,
        codes: &[u8],
        most: usize,
        text: &mut String,
    ) -> Result<(), Unreadable> {
        for code in codes.chunks(if self.has_two_bytes { 2 } else { 1 }) {
            if let Some(letters) = self.letters.get(&number(code)) {
                text.push_str(letters);
            }
            if text.len() > most {
                return Err(Unreadable::TooLarge);
            }
        }
        Ok(())
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().fold(0, |number, byte| number.wrapping_shl(8) | u32::from(*byte))
}

/// The letters of a font with a byte for each, in which nothing else is said.
fn simple(
    file: &Pdf<'_>,
    font: &Dictionary,
    letters: &mut HashMap<u32, String>,
) -> Result<(), Unreadable> {
    for byte in 32..=255u8 {
        letters.insert(u32::from(byte), windows_letter(byte).to_string());
    }
    let encoding = file.value(font, "Encoding")?;
    let Some(encoding) = encoding.dictionary() else { return Ok(()) };
    let mut code = 0u32;
    for item in file.value(encoding, "Differences")?.array().unwrap_or_default() {
        match item {
            Object::Integer(first) => code = u32::try_from(*first).unwrap_or_default(),
            Object::Name(_) => {
                if let Some(letter) = item.name().and_then(named_letter) {
                    letters.insert(code, letter.to_string());
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Ok(())
}

/// The letter of a byte in Windows' code page for western languages, which most simple fonts
/// are written in.
fn windows_letter(byte: u8) -> char {
    const FROM_128: [char; 32] = [
        '€', '•', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '•', 'Ž', '•', '•', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '•', 'ž', 'Ÿ',
    ];
    let special = usize::from(byte).checked_sub(128).and_then(|at| FROM_128.get(at));
    special.copied().unwrap_or(char::from(byte))
}

/// The letter with a name, of those that Swedish papers are written with.
fn named_letter(name: &str) -> Option<char> {
    const NAMED: [(&str, char); 58] = [
        ("space", ' '),
        ("exclam", '!'),
        ("quotedbl", '"'),
        ("percent", '%'),
        ("ampersand", '&'),
        ("quotesingle", '\''),
        ("parenleft", '('),
        ("parenright", ')'),
        ("asterisk", '*'),
        ("plus", '+'),
        ("comma", ','),
        ("hyphen", '-'),
        ("period", '.'),
        ("slash", '/'),
        ("zero", '0'),
        ("one", '1'),
        ("two", '2'),
        ("three", '3'),
        ("four", '4'),
        ("five", '5'),
        ("six", '6'),
        ("seven", '7'),
        ("eight", '8'),
        ("nine", '9'),
        ("colon", ':'),
        ("semicolon", ';'),
        ("equal", '='),
        ("question", '?'),
        ("at", '@'),
        ("bracketleft", '['),
        ("bracketright", ']'),
        ("underscore", '_'),
        ("section", '§'),
        ("degree", '°'),
        ("periodcentered", '·'),
        ("bullet", '•'),
        ("minus", '−'),
        ("endash", '–'),
        ("emdash", '—'),
        ("ellipsis", '…'),
        ("quoteright", '’'),
        ("quoteleft", '‘'),
        ("quotedblright", '”'),
        ("quotedblleft", '“'),
        ("guillemotright", '»'),
        ("guillemotleft", '«'),
        ("Aring", 'Å'),
        ("Adieresis", 'Ä'),
        ("Odieresis", 'Ö'),
        ("aring", 'å'),
        ("adieresis", 'ä'),
        ("odieresis", 'ö'),
        ("Eacute", 'É'),
        ("eacute", 'é'),
        ("egrave", 'è'),
        ("udieresis", 'ü'),
        ("fi", 'ﬁ'),
        ("fl", 'ﬂ'),
    ];
    if let Some((_, letter)) = NAMED.iter().find(|(other, _)| *other == name) {
        return Some(*letter);
    }
    let mut letters = name.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return Some(letter);
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

/// Reads a table of codes; how many bytes its codes have, when it says so.
fn read_table(
    table: &[u8],
    letters: &mut HashMap<u32, String>,
) -> Result<Option<usize>, Unreadable> {
    let mut parser = Parser::new(table, 0, MAX_OBJECTS);
    let mut operands: Vec<Object> = Vec::new();
    let mut width = None;
    let mut left = MAX_CODES;
    while let Some(object) = parser.next()? {
        let Object::Keyword(word) = &object else {
            operands.push(object);
            continue;
        };
        match word.as_slice() {
            b"endcodespacerange" => {
                width = operands.last().and_then(Object::text).map(<[u8]>::len);
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    if let [Object::Text(code), Object::Text(text)] = pair {
                        left = left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
                        letters.insert(number(code), utf16(text));
                    }
                }
            }
            b"endbfrange" => {
                for range in operands.chunks_exact(3) {
                    add_range(range, letters, &mut left)?;
                }
            }
            _ => {}
        }
        operands.clear();
    }
    Ok(width)
}

fn add_range(
    range: &[Object],
    letters: &mut HashMap<u32, String>,
    left: &mut u32,
) -> Result<(), Unreadable> {
    let [Object::Text(first), Object::Text(last), to] = range else { return Ok(()) };
    let (first, last) = (number(first), number(last));
    let count = last.saturating_sub(first).saturating_add(1);
    *left = left.checked_sub(count).ok_or(Unreadable::TooLarge)?;
    match to {
        Object::Text(text) => {
            // Only the last letter is another one for each code.
            let text = utf16(text);
            let mut before: Vec<char> = text.chars().collect();
            let Some(letter) = before.pop() else { return Ok(()) };
            let before: String = before.into_iter().collect();
            for step in 0..count {
                if let Some(letter) = char::from_u32(u32::from(letter).saturating_add(step)) {
                    letters.insert(first.saturating_add(step), format!("{before}{letter}"));
                }
            }
        }
        Object::Array(texts) => {
            for (code, text) in (first..=last).zip(texts) {
                letters.insert(code, utf16(text.text().unwrap_or_default()));
            }
        }
        _ => {}
    }
    Ok(())
}

/// A text in UTF-16 with the larger byte first.
pub(super) fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> =
        bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}

/// A text as dictionaries have it (ISO 32000-1, 7.9.2.2).
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Result<Font, Unreadable> {
        let mut letters = HashMap::new();
        let width = read_table(text.as_bytes(), &mut letters)?;
        Ok(Font { letters, has_two_bytes: width == Some(2) })
    }

    #[test]
    fn codes_stand_for_letters() {
        let font = table(
            "1 begincodespacerange <0000> <ffff> endcodespacerange \
             2 beginbfchar <0001> <00e5> <0002> <00660069> endbfchar \
             2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<0041> <00d6>] endbfrange",
        );
        let font = font.expect("a table");
        let mut text = String::new();
        let codes = [0, 1, 0, 2, 0, 0x12, 0, 0x21, 9, 9];
        font.spell(&codes, 100, &mut text).expect("it is short");
        assert_eq!(text, "åficÖ");
        assert!(font.spell(&codes, 10, &mut text).is_err());
        assert!(table("1 beginbfrange <00000000> <ffffffff> <0041> endbfrange").is_err());
    }

    #[test]
    fn names_stand_for_letters() {
        for (name, letter) in [("a", 'a'), ("Aring", 'Å'), ("uni00E4", 'ä'), ("u2013", '–')] {
            assert_eq!(named_letter(name), Some(letter), "{name}");
        }
        assert_eq!(named_letter("g12"), None);
        assert_eq!(windows_letter(0x96), '–');
        assert_eq!(windows_letter(0xE5), 'å');
    }
}
