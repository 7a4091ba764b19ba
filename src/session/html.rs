//! A paper as a part of a web page, for those who can't see its pages: real headings, lists
//! and tables, the same words in the same order as in the files.

use std::fmt::Write as _;

use crate::compare::html::escaped;
use crate::document::{Block, Chart, Document, Inline, LineGroup, List, Table, signature_rows};

/// A paper's content. Its title is a heading of the second level, below that of the page.
pub(super) fn fragment(document: &Document) -> String {
    let mut html = String::new();
    blocks(&mut html, &document.blocks);
    if let Some(draft) = &document.draft {
        blocks(&mut html, &draft.blocks);
    }
    html
}

fn blocks(html: &mut String, blocks: &[Block]) {
    for block in blocks {
        self::block(html, block);
    }
}

fn block(html: &mut String, block: &Block) {
    match block {
        Block::Letterhead(letterhead) => {
            let rows = letterhead.rows.iter();
            rows.flat_map(|row| [&row.left, &row.right]).for_each(|group| lines(html, group));
        }
        Block::Heading { level, text } => {
            let level = (level + 1).min(6);
            let _ = writeln!(html, "<h{level}>{}</h{level}>", inline(text));
        }
        Block::Paragraph { text } => {
            let _ = writeln!(html, "<p>{}</p>", inline(text));
        }
        Block::List(list) => self::list(html, list),
        Block::Fields { rows } => {
            html.push_str("<dl>\n");
            for row in rows {
                let (label, value) = (escaped(&row.label), inline(&row.value));
                let _ = writeln!(html, "<dt>{label}</dt><dd>{value}</dd>");
            }
            html.push_str("</dl>\n");
        }
        Block::Contacts { contacts } => {
            for contact in contacts {
                let lines = contact.lines.iter().map(|line| inline(line));
                paragraph(html, std::iter::once(escaped(&contact.label)).chain(lines));
            }
        }
        Block::Table(table) => self::table(html, table),
        Block::Chart(chart) => self::chart(html, chart),
        Block::Signatures { signatures } => {
            for row in signature_rows(signatures) {
                for lines in std::iter::once(row.left).chain(row.right) {
                    paragraph(html, lines.iter().map(|line| escaped(line)));
                }
            }
        }
        Block::SigningForm { fields } => {
            for field in fields {
                let value = field.value.as_deref().map(escaped).unwrap_or_default();
                paragraph(html, [format!("{}: {value}", escaped(&field.label))].into_iter());
            }
        }
    }
}

/// Lines that are read one after another.
fn paragraph(html: &mut String, lines: impl Iterator<Item = String>) {
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    if !lines.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", lines.join("<br>"));
    }
}

fn lines(html: &mut String, group: &LineGroup) {
    let lines = std::iter::once(&group.label).chain(&group.lines);
    paragraph(html, lines.map(|line| escaped(line)));
}

fn list(html: &mut String, list: &List) {
    let (open, close) = match list.start {
        None => ("<ul>".to_owned(), "</ul>"),
        Some(start) => (format!("<ol start=\"{start}\">"), "</ol>"),
    };
    let _ = writeln!(html, "{open}");
    for item in &list.items {
        html.push_str("<li>");
        match item.as_slice() {
            [Block::Paragraph { text }] => html.push_str(&inline(text)),
            item => blocks(html, item),
        }
        html.push_str("</li>\n");
    }
    let _ = writeln!(html, "{close}");
}

fn table(html: &mut String, table: &Table) {
    let _ = writeln!(html, "<table>\n<caption>{}</caption>", escaped(&table.caption));
    html.push_str("<thead><tr>");
    for column in &table.columns {
        let _ = write!(html, "<th scope=\"col\">{}</th>", escaped(&column.header));
    }
    html.push_str("</tr></thead>\n<tbody>\n");
    for row in &table.rows {
        let _ = write!(html, "<tr><th scope=\"row\">{}</th>", escaped(&row.header));
        for cell in &row.cells {
            let _ = write!(html, "<td>{}</td>", escaped(cell));
        }
        html.push_str("</tr>\n");
    }
    html.push_str("</tbody>\n</table>\n");
    notes(html, &table.notes);
}

/// A chart by what it shows, in words.
fn chart(html: &mut String, chart: &Chart) {
    let (caption, words) = (escaped(chart.caption()), escaped(&chart.alternative_text()));
    let _ = writeln!(html, "<figure><figcaption>{caption}</figcaption><p>{words}</p></figure>");
    notes(html, chart.notes());
}

fn notes(html: &mut String, notes: &[String]) {
    for note in notes {
        let _ = writeln!(html, "<p>{}</p>", escaped(note));
    }
}

fn inline(text: &[Inline]) -> String {
    let piece = |piece: &Inline| match piece {
        Inline::Text(text) => escaped(text),
        Inline::Strong(inner) => format!("<strong>{}</strong>", inline(inner)),
        Inline::Emphasis(inner) => format!("<em>{}</em>", inline(inner)),
        Inline::Link { url, text } => {
            format!("<a href=\"{}\" rel=\"noreferrer\">{}</a>", escaped(url), inline(text))
        }
        Inline::Break => "<br>".to_owned(),
    };
    text.iter().map(piece).collect()
}
