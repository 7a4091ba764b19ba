//! An element tree that can only become well-formed XML.

use std::borrow::Cow;
use std::fmt::Display;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

use super::Error;

/// An element with its attributes and content.
#[derive(Debug, Clone)]
pub struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    content: Vec<XmlNode>,
}

#[derive(Debug, Clone)]
enum XmlNode {
    Element(Element),
    Text(String),
}

impl Element {
    /// An empty element.
    pub fn new(name: &'static str) -> Self {
        Self { name, attributes: Vec::new(), content: Vec::new() }
    }

    /// An element that says everything in `w:val`.
    pub fn val(name: &'static str, value: impl Display) -> Self {
        Self::new(name).attribute("w:val", value)
    }

    /// Adds an attribute.
    pub fn attribute(mut self, name: &'static str, value: impl Display) -> Self {
        self.attributes.push((name, value.to_string()));
        self
    }

    /// Adds a child.
    pub fn child(mut self, child: Self) -> Self {
        self.content.push(XmlNode::Element(child));
        self
    }

    /// Adds children, or a child that may be absent.
    pub fn children(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.content.extend(children.into_iter().map(XmlNode::Element));
        self
    }

    /// Adds text.
    pub fn text(mut self, text: &str) -> Self {
        self.content.push(XmlNode::Text(text.to_owned()));
        self
    }

    /// Whether the element says nothing.
    pub fn is_empty(&self) -> bool {
        self.attributes.is_empty() && self.content.is_empty()
    }

    /// The element as the root of a part.
    ///
    /// # Errors
    /// When memory cannot be written to.
    pub fn to_part(&self) -> Result<Vec<u8>, Error> {
        let mut writer = Writer::new(Vec::new());
        let declaration = BytesDecl::new("1.0", Some("UTF-8"), Some("yes"));
        writer.write_event(Event::Decl(declaration)).map_err(Error::Xml)?;
        self.write(&mut writer).map_err(Error::Xml)?;
        Ok(writer.into_inner())
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let mut start = BytesStart::new(self.name);
        for (name, value) in &self.attributes {
            start.push_attribute((*name, permitted(value).as_ref()));
        }
        if self.content.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        for node in &self.content {
            match node {
                XmlNode::Element(element) => element.write(writer)?,
                XmlNode::Text(text) => {
                    writer.write_event(Event::Text(BytesText::new(&permitted(text))))?;
                }
            }
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// The text without what XML 1.0 forbids (production 2, `Char`) and with a space
/// for each tab and line end, which Word writes as elements.
fn permitted(text: &str) -> Cow<'_, str> {
    let is_plain = |c: char| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let kept = text.chars().filter_map(|c| match c {
        _ if is_plain(c) => Some(c),
        _ if c.is_whitespace() => Some(' '),
        _ => None,
    });
    Cow::Owned(kept.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(element: &Element) -> String {
        String::from_utf8(element.to_part().expect("memory can be written to")).expect("UTF-8")
    }

    #[test]
    fn what_xml_forbids_is_left_out() {
        let text = "a\u{0}b\u{1F}c\u{FFFE}d\te\r\nf\u{85}g";
        assert!(written(&Element::new("w:t").text(text)).ends_with("<w:t>abcd e  f g</w:t>"));
    }

    #[test]
    fn markup_in_text_and_attributes_stays_text() {
        let element = Element::val("w:t", "\"<&>'").text("</w:t>&amp;]]>");
        let xml = written(&element);
        assert!(xml.ends_with(
            "<w:t w:val=\"&quot;&lt;&amp;&gt;&apos;\">&lt;/w:t&gt;&amp;amp;]]&gt;</w:t>"
        ));
    }
}
