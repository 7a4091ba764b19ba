//! Files of every style, made up (`writer.rs`) together with what they mean and where everything in them
//! stands, so that a test need ask no reader of YAML for that.

use std::ops::Range;

/// What a value means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    Nothing,
    Text(String),
    List(Vec<Meaning>),
    Group(Vec<(String, Meaning)>),
}

/// How a value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// On one line, or within brackets.
    Inline,
    /// After `|` or `>`.
    BlockText,
    /// In lines held together by their indentation.
    Block,
}

/// A value in a made-up file.
#[derive(Debug, Clone)]
pub struct Value {
    /// Its bytes; none for nothing.
    pub span: Range<usize>,
    pub form: Form,
    pub content: Content,
}

#[derive(Debug, Clone)]
pub enum Content {
    Nothing,
    Text(String),
    List(Vec<Part>),
    Group(Vec<Part>),
}

/// An entry or an item.
#[derive(Debug, Clone)]
pub struct Part {
    /// The key as it means, and its bytes.
    pub key: Option<(String, Range<usize>)>,
    /// Where its key or its dash, or within brackets its value, begins.
    pub start: usize,
    /// After its colon or dash.
    pub after: usize,
    /// Where its last line ends, with what is noted behind the value; within brackets where
    /// the value ends.
    pub end: usize,
    pub value: Value,
}

/// A made-up file.
pub struct File {
    pub text: String,
    pub root: Value,
    /// Where each comment stands. No two are alike.
    pub comments: Vec<Range<usize>>,
}

impl Value {
    pub fn meaning(&self) -> Meaning {
        match &self.content {
            Content::Nothing => Meaning::Nothing,
            Content::Text(text) => Meaning::Text(text.clone()),
            Content::List(parts) => {
                Meaning::List(parts.iter().map(|part| part.value.meaning()).collect())
            }
            Content::Group(parts) => {
                let entry = |part: &Part| {
                    (part.key.as_ref().expect("an entry has a key").0.clone(), part.value.meaning())
                };
                Meaning::Group(parts.iter().map(entry).collect())
            }
        }
    }

    pub fn parts(&self) -> &[Part] {
        match &self.content {
            Content::List(parts) | Content::Group(parts) => parts,
            _ => &[],
        }
    }
}
