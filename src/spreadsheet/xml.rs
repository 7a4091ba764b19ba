//! XML, element by element.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::Unreadable;

/// A step through a text of XML. An element without content has a start and an end too.
pub(crate) enum Step<'x> {
    /// An element begins.
    Start(BytesStart<'x>),
    /// The element with this name ends; the name is without its prefix.
    End(String),
    /// Text, as it reads.
    Text(String),
    /// The text is at its end.
    Done,
}

/// A text of XML that is being read.
pub(crate) struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    part: &'x str,
}

impl<'x> Xml<'x> {
    pub(crate) fn new(part: &'x str, text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, part }
    }

    /// What is said when the XML isn't as it must be.
    pub(super) fn damaged(&self) -> Unreadable {
        Unreadable::damaged(self.part)
    }

    /// The next step.
    pub(crate) fn next(&mut self) -> Result<Step<'x>, Unreadable> {
        loop {
            let event = self.reader.read_event().map_err(|_| self.damaged())?;
            return Ok(match event {
                Event::Start(element) | Event::Empty(element) => Step::Start(element),
                Event::End(element) => Step::End(element.local_name().as_ref().to_owned()),
                Event::Text(text) => Step::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Step::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(reference) => {
                    let letter = match reference.resolve_char_ref() {
                        Ok(Some(letter)) => Some(letter),
                        Ok(None) => predefined(&reference.xml10_content()),
                        Err(_) => None,
                    };
                    Step::Text(letter.ok_or_else(|| self.damaged())?.to_string())
                }
                Event::Eof => Step::Done,
                _ => continue,
            });
        }
    }

    /// Passes by all that stands in an element that has just begun.
    pub(crate) fn skip(&mut self) -> Result<(), Unreadable> {
        let mut depth = 1usize;
        while depth > 0 {
            match self.next()? {
                Step::Start(_) => depth += 1,
                Step::End(_) => depth -= 1,
                Step::Text(_) => {}
                Step::Done => return Err(self.damaged()),
            }
        }
        Ok(())
    }
}

fn predefined(name: &str) -> Option<char> {
    Some(match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "apos" => '\'',
        "quot" => '"',
        _ => return None,
    })
}

/// An attribute's value, by its name without a prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    let found = attributes.find(|attribute| attribute.key.local_name().as_ref() == name)?;
    found.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}

/// An attribute that is a number.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.trim().parse().ok()
}

/// Whether an attribute says yes.
pub(super) fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
}
