//! The paragraphs of a tagged PDF, in the order in which they are read out
//! (ISO 32000-1, 14.7–14.8).

use std::collections::HashMap;

use super::Unreadable;
use super::content::Texts;
use super::file::Pdf;
use super::font::text_string;
use super::object::{Dictionary, Object};
use crate::compare::paper::passages::{Passage, Passages};

/// How far elements may stand inside one another.
const MAX_DEPTH: usize = 64;

/// The most elements that are visited, and references to what stands on pages.
const MAX_VISITS: usize = 500_000;

/// The most bytes that the paragraphs may come to together.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The elements that are a part of the paragraph that they stand in.
const INLINE: [&str; 13] = [
    "Span",
    "Link",
    "Em",
    "Strong",
    "Quote",
    "Reference",
    "Code",
    "BibEntry",
    "Annot",
    "Note",
    "Sub",
    "NonStruct",
    "Private",
];

/// What is read of a structure tree.
pub(super) struct Tree<'t, 'b> {
    file: &'t Pdf<'b>,
    texts: &'t Texts,
    /// What kinds of elements of the file's own are of the usual kinds.
    roles: HashMap<String, String>,
    passages: Passages,
    words: String,
    visits_left: usize,
    text_left: usize,
}

impl<'t, 'b> Tree<'t, 'b> {
    /// The paragraphs of a file, by the root of its structure tree.
    pub(super) fn passages(
        file: &'t Pdf<'b>,
        root: &Dictionary,
        texts: &'t Texts,
    ) -> Result<Vec<Passage>, Unreadable> {
        let mut roles = HashMap::new();
        if let Some(map) = file.value(root, "RoleMap")?.dictionary() {
            for (own, usual) in map.entries() {
                if let (Ok(own), Some(usual)) = (std::str::from_utf8(own), usual.name()) {
                    roles.insert(own.to_owned(), usual.to_owned());
                }
            }
        }
        let mut tree = Self {
            file,
            texts,
            roles,
            passages: Passages::default(),
            words: String::new(),
            visits_left: MAX_VISITS,
            text_left: MAX_TEXT,
        };
        tree.kid(root.get("K"), None, 0)?;
        tree.end_paragraph();
        if tree.passages.is_empty() {
            return Err(Unreadable::Untagged);
        }
        for words in texts.beside() {
            tree.passages.add_beside(words);
        }
        Ok(tree.passages.finish())
    }

    /// What an element is, by the usual names.
    fn kind(&self, element: &Dictionary) -> String {
        let mut kind = element.get("S").name().unwrap_or_default();
        // A file may call something by a name that it calls by another name in turn.
        for _ in 0..4 {
            match self.roles.get(kind) {
                Some(usual) => kind = usual,
                None => break,
            }
        }
        kind.to_owned()
    }

    fn kid(&mut self, kid: &Object, owner: Option<u32>, depth: usize) -> Result<(), Unreadable> {
        self.visits_left = self.visits_left.checked_sub(1).ok_or(Unreadable::TooLarge)?;
        if depth > MAX_DEPTH {
            return Err(Unreadable::Damaged);
        }
        let kid = self.file.resolved(kid)?;
        match &*kid {
            Object::Array(kids) => {
                for kid in kids {
                    self.kid(kid, owner, depth + 1)?;
                }
                Ok(())
            }
            Object::Integer(number) => self.marked(owner, *number),
            Object::Dictionary(fields) => match fields.get("Type").name() {
                Some("OBJR") => Ok(()),
                Some("MCR") => {
                    let form = fields.get("Stm").reference();
                    let owner = form.or(fields.get("Pg").reference()).or(owner);
                    let number = fields.get("MCID").integer().ok_or(Unreadable::Damaged)?;
                    self.marked(owner, number)
                }
                _ => self.element(fields, owner, depth),
            },
            _ => Ok(()),
        }
    }

    fn element(
        &mut self,
        fields: &Dictionary,
        owner: Option<u32>,
        depth: usize,
    ) -> Result<(), Unreadable> {
        let owner = fields.get("Pg").reference().or(owner);
        let kind = self.kind(fields);
        match kind.as_str() {
            // What stands in a figure is drawn, and the numbers of a list follow from its items.
            "Figure" | "Formula" | "Artifact" | "Lbl" => return Ok(()),
            _ => {}
        }
        let is_inline = INLINE.contains(&kind.as_str());
        if !is_inline {
            self.end_paragraph();
        }
        match kind.as_str() {
            "Table" => self.passages.begin_table(),
            "TR" => self.passages.begin_row(),
            "TH" | "TD" => self.passages.begin_cell(),
            _ => {}
        }
        match self.file.value(fields, "ActualText")?.text() {
            Some(instead) => self.add(&text_string(instead))?,
            None => self.kid(fields.get("K"), owner, depth + 1)?,
        }
        if !is_inline {
            self.end_paragraph();
        }
        if kind == "Table" {
            self.passages.end_table();
        }
        Ok(())
    }

    /// Adds what stands on a page under a number. Where a line ends in the middle of a text
    /// there is a space in it, or a hyphen that is none of the text's.
    fn marked(&mut self, owner: Option<u32>, number: i64) -> Result<(), Unreadable> {
        let Some(owner) = owner else { return Ok(()) };
        let texts = self.texts;
        self.add(texts.of(owner, number))
    }

    fn add(&mut self, words: &str) -> Result<(), Unreadable> {
        self.text_left = self.text_left.checked_sub(words.len()).ok_or(Unreadable::TooLarge)?;
        self.words.push_str(words);
        Ok(())
    }

    fn end_paragraph(&mut self) {
        self.passages.add(&std::mem::take(&mut self.words));
    }
}
