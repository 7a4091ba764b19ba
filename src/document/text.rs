//! The words of a paper, without their markup.

use super::{Block, Document, Inline, signature_rows};

/// The words of inline text, without markup; a line break becomes a space.
#[must_use]
pub fn plain(inlines: &[Inline]) -> String {
    let mut out = String::new();
    collect(inlines, &mut out);
    out
}

fn collect(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link { text: inner, .. } => {
                collect(inner, out);
            }
            Inline::Break => out.push(' '),
        }
    }
}

impl Document {
    /// The paper's text in reading order, one line for each paragraph, heading,
    /// cell or label, without list numbers and running headers.
    ///
    /// This is what a reader of either file must find, word for word.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        for block in &self.blocks {
            block.lines(&mut lines);
        }
        lines
    }
}

impl Block {
    /// Adds what is read on the block, in reading order.
    pub(crate) fn lines(&self, out: &mut Vec<String>) {
        match self {
            Self::Letterhead(letterhead) => {
                for row in &letterhead.rows {
                    for group in [&row.left, &row.right] {
                        out.push(group.label.clone());
                        out.extend(group.lines.iter().cloned());
                    }
                }
            }
            Self::Heading { text, .. } | Self::Paragraph { text } => out.push(plain(text)),
            Self::List(list) => {
                for block in list.items.iter().flatten() {
                    block.lines(out);
                }
            }
            Self::Fields { rows } => {
                for row in rows {
                    out.push(row.label.clone());
                    out.push(plain(&row.value));
                }
            }
            Self::Contacts { contacts } => {
                for contact in contacts {
                    out.push(contact.label.clone());
                    out.extend(contact.lines.iter().map(|line| plain(line)));
                }
            }
            Self::Table(table) => {
                out.push(table.caption.clone());
                out.extend(table.columns.iter().map(|column| column.header.clone()));
                for row in &table.rows {
                    out.push(row.header.clone());
                    out.extend(row.cells.iter().cloned());
                }
                out.extend(table.notes.iter().cloned());
            }
            // What is written in the chart is part of the picture.
            Self::Chart(chart) => {
                out.push(chart.caption().to_owned());
                out.extend(chart.notes().iter().cloned());
            }
            Self::Signatures { signatures } => {
                for row in signature_rows(signatures) {
                    out.extend(row.left);
                    out.extend(row.right.into_iter().flatten());
                }
            }
            Self::SigningForm { fields } => {
                for field in fields {
                    out.extend(field.value.clone());
                    out.push(field.label.clone());
                }
            }
        }
    }
}
