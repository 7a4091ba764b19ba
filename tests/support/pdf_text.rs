//! Reads a PDF as a screen reader does: by its structure tree.
//!
//! Only what the papers use: marked content in page streams, fonts with
//! `ToUnicode`, `ActualText`. Artifacts are in no structure element and so
//! never appear.

use std::collections::HashMap;

use lopdf::content::Content as PageContent;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};

/// An element of the structure tree.
pub struct Element {
    /// The structure type, for example `H1` or `TD`.
    pub kind: String,
    /// Which cells a table header cell heads: `Row`, `Column` or `Both`.
    pub scope: Option<String>,
    /// A table's summary.
    pub summary: Option<String>,
    /// What is said instead of a figure.
    pub alt: Option<String>,
    /// Text and elements, in order.
    pub content: Vec<Content>,
}

/// What stands in an element.
pub enum Content {
    /// Text, with the height on the page where it starts.
    Text(Text),
    /// An element within.
    Element(Element),
}

/// The text of one marked-content sequence.
#[derive(Clone, Default)]
pub struct Text {
    words: String,
    height: f32,
}

/// The structure tree of a PDF file.
pub fn structure(bytes: &[u8]) -> Element {
    let file = Document::load_mem(bytes).expect("a PDF");
    let mut texts = HashMap::new();
    for page in file.page_iter() {
        read_page(&file, page, &mut texts);
    }
    let catalog = file.catalog().expect("a catalog");
    let root = catalog.get_deref(b"StructTreeRoot", &file).and_then(Object::as_dict);
    Tree { file: &file, texts }.element(root.expect("a structure tree"), None)
}

/// The text of a PDF file in reading order, one line for each paragraph,
/// heading, cell or caption, without list labels, soft hyphens and the way
/// that the page breaks lines.
pub fn lines(bytes: &[u8]) -> Vec<String> {
    let mut lines = vec![String::new()];
    structure(bytes).collect(&mut lines);
    lines.iter().map(|line| words(line)).filter(|line| !line.is_empty()).collect()
}

/// A text with one space between its words.
pub fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Element {
    /// The element and all elements within it, in order.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = vec![self];
        for content in &self.content {
            if let Content::Element(element) = content {
                all.extend(element.all());
            }
        }
        all
    }

    /// The element's text.
    pub fn text(&self) -> String {
        let mut lines = vec![String::new()];
        self.collect(&mut lines);
        words(&lines.join(" "))
    }

    fn collect(&self, lines: &mut Vec<String>) {
        if self.kind == "Lbl" {
            return;
        }
        let inline = matches!(self.kind.as_str(), "Span" | "Link" | "Em" | "Strong");
        if !inline {
            lines.push(String::new());
        }
        let mut height = None;
        for content in &self.content {
            match content {
                // What is said instead of it is no part of the text around it.
                Content::Element(element) if element.alt.is_some() => {}
                Content::Element(element) => element.collect(lines),
                Content::Text(text) => {
                    if let Some(line) = lines.last_mut() {
                        append(
                            line,
                            text,
                            height.is_some_and(|height: f32| (height - text.height).abs() > 0.5),
                        );
                    }
                    height = Some(text.height);
                }
            }
        }
        if !inline {
            lines.push(String::new());
        }
    }
}

/// Where the page breaks a line, there is a space in the text, unless the line
/// ends in a soft hyphen or in the hyphen of a compound.
fn append(line: &mut String, text: &Text, new_line: bool) {
    let soft = line.ends_with('\u{ad}');
    if soft {
        line.pop();
    } else if new_line && !line.ends_with('-') {
        line.push(' ');
    }
    line.push_str(&text.words);
}

struct Tree<'f> {
    file: &'f Document,
    texts: HashMap<(ObjectId, i64), Vec<Text>>,
}

impl Tree<'_> {
    fn element(&self, fields: &Dictionary, page: Option<ObjectId>) -> Element {
        let page = fields.get(b"Pg").and_then(Object::as_reference).ok().or(page);
        let mut content = Vec::new();
        if let Ok(kids) = fields.get(b"K") {
            self.kids(kids, page, &mut content);
        }
        Element {
            kind: name(fields, b"S").unwrap_or_default(),
            scope: self.attribute(fields, b"Scope").and_then(|scope| {
                Some(String::from_utf8_lossy(scope.as_name().ok()?).into_owned())
            }),
            summary: self
                .attribute(fields, b"Summary")
                .and_then(|summary| lopdf::decode_text_string(&summary).ok()),
            alt: fields.get(b"Alt").ok().and_then(|alt| lopdf::decode_text_string(alt).ok()),
            content,
        }
    }

    fn kids(&self, kid: &Object, page: Option<ObjectId>, out: &mut Vec<Content>) {
        match kid {
            Object::Array(kids) => kids.iter().for_each(|kid| self.kids(kid, page, out)),
            Object::Reference(_) => {
                let (_, kid) = self.file.dereference(kid).expect("a structure element");
                self.kids(kid, page, out);
            }
            Object::Integer(id) => {
                let page = page.expect("marked content has a page");
                let texts = self.texts.get(&(page, *id)).cloned().unwrap_or_default();
                out.extend(texts.into_iter().map(Content::Text));
            }
            Object::Dictionary(fields) => match name(fields, b"Type").as_deref() {
                Some("OBJR") => {}
                Some("MCR") => {
                    let page = fields.get(b"Pg").and_then(Object::as_reference).ok().or(page);
                    self.kids(fields.get(b"MCID").expect("a number"), page, out);
                }
                _ => out.push(Content::Element(self.element(fields, page))),
            },
            other => panic!("{other:?} in the structure tree"),
        }
    }

    /// A value among an element's attributes.
    fn attribute(&self, fields: &Dictionary, key: &[u8]) -> Option<Object> {
        let (_, attributes) = self.file.dereference(fields.get(b"A").ok()?).ok()?;
        let single = std::slice::from_ref(attributes);
        let several = attributes.as_array().map_or(single, Vec::as_slice);
        several.iter().find_map(|object| {
            let (_, object) = self.file.dereference(object).ok()?;
            object.as_dict().ok()?.get(key).ok().cloned()
        })
    }
}

/// Collects the text of every marked-content sequence of a page.
fn read_page(file: &Document, page: ObjectId, texts: &mut HashMap<(ObjectId, i64), Vec<Text>>) {
    let fonts = file.get_page_fonts(page).expect("fonts");
    let stream = file.get_page_content(page);
    let mut font: Option<Encoding> = None;
    // Open sequences: the number, and the text that stands for what is shown.
    let mut open: Vec<(Option<i64>, Option<String>)> = Vec::new();
    let mut height = 0.0;
    for operation in PageContent::decode(&stream).expect("a content stream").operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "BMC" => open.push((None, None)),
            "BDC" => {
                let fields = operands.get(1).and_then(|fields| fields.as_dict().ok());
                let actual = fields.and_then(|fields| {
                    lopdf::decode_text_string(fields.get(b"ActualText").ok()?).ok()
                });
                let id = fields.and_then(|fields| fields.get(b"MCID").ok()?.as_i64().ok());
                let id = id.or_else(|| open.last().and_then(|(id, _)| *id));
                if let (Some(id), Some(actual)) = (id, &actual) {
                    let text = Text { words: actual.clone(), height };
                    texts.entry((page, id)).or_default().push(text);
                }
                open.push((id, actual));
            }
            "EMC" => drop(open.pop()),
            // The writer moves the origin to each piece of text.
            "cm" => height = operands.last().and_then(|y| y.as_float().ok()).unwrap_or(height),
            "Tf" => {
                let fields = operands.first().and_then(|name| fonts.get(name.as_name().ok()?));
                font = fields.and_then(|fields| fields.get_font_encoding(file).ok());
            }
            "Tj" | "TJ" => {
                let replaced = open.iter().any(|(_, actual)| actual.is_some());
                if let Some((Some(id), _)) = open.last()
                    && !replaced
                {
                    let mut words = String::new();
                    let font = font.as_ref().expect("a font with ToUnicode");
                    for operand in operands {
                        show(font, operand, &mut words);
                    }
                    texts.entry((page, *id)).or_default().push(Text { words, height });
                }
            }
            _ => {}
        }
    }
}

fn show(font: &Encoding, operand: &Object, out: &mut String) {
    match operand {
        Object::Array(parts) => parts.iter().for_each(|part| show(font, part, out)),
        Object::String(codes, _) => {
            out.push_str(&Document::decode_text(font, codes).expect("text"));
        }
        _ => {}
    }
}

fn name(fields: &Dictionary, key: &[u8]) -> Option<String> {
    Some(String::from_utf8_lossy(fields.get(key).ok()?.as_name().ok()?).into_owned())
}
