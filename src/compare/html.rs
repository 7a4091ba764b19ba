//! Differences as a web page that needs nothing but itself: no script, no other file.
//!
//! What is gone and what has come is said in words to whoever hears the page (WCAG 2.2,
//! 1.3.1 and 1.4.1): screen readers do not tell of `ins` and `del`.

use std::fmt::Write as _;

use super::text::{UNMASKED, pair_title, place, title, years_said};
use super::{Change, Comparison, Group, Paragraph, Piece, What, YearPair};
use crate::source::printable;

const STYLE: &str = "\
body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem;margin-bottom:.2rem;overflow-wrap:anywhere}\
table{border-collapse:collapse}caption{text-align:left;padding:.3rem 0}\
th,td{border:1px solid #767676;padding:.25rem .6rem;text-align:right}th:first-child{text-align:left}\
ins{background:#d7f5dd;color:#0b4d1c}del{background:#fde0de;color:#7a1410}\
p{overflow-wrap:anywhere}.om{color:#4a4a4a;margin:0}\
.hors{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}";

/// The differences as a web page.
#[must_use]
pub fn html(comparison: &Comparison) -> String {
    let heading = match (comparison.old.year, comparison.new.year) {
        (Some(old), Some(new)) if old != new => format!("Vad skiljer {new} från {old}"),
        _ => "Vad skiljer årsfilerna åt".to_owned(),
    };
    format!(
        "<!DOCTYPE html>\n<html lang=\"sv\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{heading}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{heading}</h1>\n{}</main>\n</body>\n</html>\n",
        differences(comparison)
    )
}

/// The differences as a part of a web page, with headings from the second level on.
#[must_use]
pub fn differences(comparison: &Comparison) -> String {
    let mut page = String::new();
    for (word, side) in [("Gammal fil", &comparison.old), ("Ny fil", &comparison.new)] {
        let year = side.year.map_or_else(|| "okänt år".to_owned(), |year| year.to_string());
        let _ = writeln!(page, "<p>{word}: {} ({year})</p>", escaped(&side.name));
    }
    if comparison.masks() {
        let _ = writeln!(page, "<p><strong>{UNMASKED}</strong></p>");
    }
    if comparison.is_same() {
        page.push_str("<p>Årsfilerna säger samma sak.</p>\n");
    }
    for pair in &comparison.figures {
        figures(&mut page, pair);
    }
    for sentence in years_said(comparison) {
        let _ = writeln!(page, "<p>{sentence}</p>");
    }
    for group in &comparison.groups {
        let _ = writeln!(page, "<h2>{}</h2>", escaped(&title(&group.key, &group.about)));
        for change in &group.changes {
            self::change(&mut page, group, change);
        }
    }
    ends(&mut page, comparison);
    page
}

fn ends(page: &mut String, comparison: &Comparison) {
    if !comparison.unreadable.is_empty() {
        let keys: Vec<String> = comparison.unreadable.iter().map(|key| escaped(key)).collect();
        let _ = writeln!(
            page,
            "<h2>Inte jämfört</h2>\n<p>Det här kunde inte läsas: {}</p>",
            crate::swedish::join(&keys)
        );
    }
    if !comparison.unread.is_empty() {
        page.push_str("<h2>Kvar att läsa, från året före</h2>\n<ul>\n");
        for unread in &comparison.unread {
            let _ = writeln!(page, "<li>{}, rad {}</li>", escaped(&unread.place), unread.line);
        }
        page.push_str("</ul>\n");
    }
}

fn figures(page: &mut String, pair: &YearPair) {
    if pair.changes.is_empty() && (pair.is_same_year() || pair.same == 0) {
        return;
    }
    let _ = writeln!(page, "<h2>{}</h2>", pair_title(pair));
    if !pair.changes.is_empty() {
        let (old, new) = if pair.is_same_year() {
            ("Gammal fil".to_owned(), "Ny fil".to_owned())
        } else {
            (pair.old.to_string(), pair.new.to_string())
        };
        let _ = writeln!(
            page,
            "<table>\n<thead><tr><th scope=\"col\">Uppgift</th><th scope=\"col\">{old}</th><th scope=\"col\">{new}</th><th scope=\"col\">Förändring</th></tr></thead>\n<tbody>"
        );
        for figure in &pair.changes {
            let _ = writeln!(
                page,
                "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>",
                escaped(&figure.label),
                figure.shown(figure.old),
                figure.shown(figure.new),
                figure.difference().unwrap_or_else(|| "–".to_owned())
            );
        }
        page.push_str("</tbody>\n</table>\n");
    }
    if pair.same > 0 {
        let _ = writeln!(page, "<p>Oförändrade: {}</p>", pair.same);
    }
}

fn change(page: &mut String, group: &Group, change: &Change) {
    let item = change.item.as_ref();
    let item = item.map(|item| format!(" ({})", escaped(item))).unwrap_or_default();
    let _ = writeln!(page, "<h3>{}{item}, {}</h3>", escaped(&change.path), place(change));
    if let Some(about) = change.about.as_ref().filter(|_| change.path != group.key) {
        let _ = writeln!(page, "<p class=\"om\">{}</p>", escaped(about));
    }
    match &change.what {
        What::Replaced { old, new } => {
            let _ = writeln!(page, "<p>{} {}</p>", gone(old), come(new));
        }
        What::Added(new) => {
            let _ = writeln!(page, "<p>{}</p>", come(new));
        }
        What::Removed(old) => {
            let _ = writeln!(page, "<p>{}</p>", gone(old));
        }
        What::Reordered => page.push_str("<p>Samma delar i en annan ordning.</p>\n"),
        What::Worded(paragraphs) => {
            for paragraph in paragraphs {
                let _ = writeln!(page, "<p>{}</p>", words(paragraph));
            }
        }
    }
}

fn words(paragraph: &Paragraph) -> String {
    let pieces = paragraph.pieces.iter().map(|piece| match piece {
        Piece::Same(words) => escaped(words),
        Piece::Removed(words) => gone(words),
        Piece::Added(words) => come(words),
    });
    pieces.collect::<Vec<_>>().join(" ")
}

fn gone(text: &str) -> String {
    marked("del", "borttaget", text)
}

fn come(text: &str) -> String {
    marked("ins", "nytt", text)
}

fn marked(tag: &str, word: &str, text: &str) -> String {
    format!(
        "<{tag}><span class=\"hors\">{word}: </span>{}<span class=\"hors\"> slut på {word}</span></{tag}>",
        escaped(text)
    )
}

/// A text as it can stand in HTML, in an element or in quotation marks.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in printable(text).chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}
