//! E-mail and web addresses as links, and what a link says about itself.

use super::{Block, Inline};
use crate::swedish::shown_telephone;

/// Signs around an address that are not a part of it.
const AROUND: [char; 12] = ['.', ',', ':', ';', '!', '?', '(', ')', '”', '"', '<', '>'];

/// Makes links of the addresses in running text and in the values of labels. Headings
/// stay as they are: they are copied to bookmarks and contents.
pub fn link_addresses(blocks: &mut [Block]) {
    for block in blocks {
        match block {
            Block::Paragraph { text } => link(text),
            Block::List(list) => list.items.iter_mut().for_each(|item| link_addresses(item)),
            Block::Fields { rows } => {
                for row in rows {
                    link(&mut row.value);
                    link_site(&mut row.value);
                }
            }
            Block::Contacts { contacts } => {
                for line in contacts.iter_mut().flat_map(|contact| &mut contact.lines) {
                    link(line);
                }
            }
            _ => {}
        }
    }
}

/// A line with its addresses as links.
#[must_use]
pub fn linked(text: &str) -> Vec<Inline> {
    let mut pieces = Vec::new();
    let mut before = 0;
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let address = word.trim_end().trim_matches(AROUND);
        if let Some(url) = url_of(address) {
            let start = at + word.find(address).unwrap_or_default();
            let words = text.get(before..start).unwrap_or_default();
            if !words.is_empty() {
                pieces.push(Inline::Text(words.to_owned()));
            }
            pieces.push(Inline::Link { url, text: vec![Inline::Text(address.to_owned())] });
            before = start + address.len();
        }
        at += word.len();
    }
    match text.get(before..) {
        Some(rest) if !rest.is_empty() || pieces.is_empty() => {
            pieces.push(Inline::Text(rest.to_owned()));
        }
        _ => {}
    }
    pieces
}

/// What a link does, for those who don't see where it leads: a screen reader's words in
/// the PDF, and the tip that Word shows.
#[must_use]
pub fn link_description(url: &str) -> String {
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("mailto:") {
        let address = url.get("mailto:".len()..).unwrap_or_default();
        return format!("Skicka e-post till {}", address.split('?').next().unwrap_or_default());
    }
    if lower.starts_with("tel:") {
        return format!("Ring {}", shown_telephone(url.get("tel:".len()..).unwrap_or_default()));
    }
    let site = ["https://", "http://"].iter().find(|scheme| lower.starts_with(*scheme));
    let site = site.and_then(|scheme| url.get(scheme.len()..)).unwrap_or(url);
    format!("Öppna webbsidan {}", site.trim_end_matches('/'))
}

fn link(texts: &mut Vec<Inline>) {
    let mut linked_texts = Vec::with_capacity(texts.len());
    for piece in texts.drain(..) {
        match piece {
            Inline::Text(text) => linked_texts.extend(linked(&text)),
            Inline::Strong(mut inner) => {
                link(&mut inner);
                linked_texts.push(Inline::Strong(inner));
            }
            Inline::Emphasis(mut inner) => {
                link(&mut inner);
                linked_texts.push(Inline::Emphasis(inner));
            }
            other => linked_texts.push(other),
        }
    }
    *texts = linked_texts;
}

/// A value that is nothing but `kommun.se/ombud` is an address without its beginning.
fn link_site(value: &mut [Inline]) {
    let [Inline::Text(text)] = value else { return };
    let host = text.split('/').next().unwrap_or_default();
    let parts: Vec<&str> = host.split('.').collect();
    let is_part =
        |part: &&str| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-');
    let is_site = parts.len() > 1
        && parts.iter().all(is_part)
        && !text.contains(char::is_whitespace)
        && parts.last().is_some_and(|top| top.len() > 1 && top.chars().all(char::is_alphabetic));
    if is_site {
        let url = format!("https://{text}");
        let shown = vec![Inline::Text(std::mem::take(text))];
        value[0] = Inline::Link { url, text: shown };
    }
}

fn url_of(word: &str) -> Option<String> {
    let is_plain = |c: char| c.is_ascii_graphic() && !matches!(c, '"' | '\\' | '<' | '>' | '`');
    if !word.chars().all(is_plain) {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let rest = |start: &str| lower.strip_prefix(start).filter(|rest| rest.contains('.'));
    if rest("https://").or_else(|| rest("http://")).is_some() {
        return Some(word.to_owned());
    }
    if rest("www.").is_some() {
        return Some(format!("https://{word}"));
    }
    let (name, host) = word.split_once('@')?;
    let is_host = host.contains('.') && !host.contains(['@', '/', ':']);
    (!name.is_empty() && !name.contains(['/', ':']) && is_host).then(|| format!("mailto:{word}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(pieces: &[Inline]) -> Vec<&str> {
        let links = pieces.iter().filter_map(|piece| match piece {
            Inline::Link { url, .. } => Some(url.as_str()),
            _ => None,
        });
        links.collect()
    }

    #[test]
    fn addresses_become_links_and_nothing_is_lost() {
        let cases: [(&str, &[&str]); 6] = [
            ("E-post: maja@example.org", &["mailto:maja@example.org"]),
            (
                "Se https://example.org/a?b=c, eller www.example.org.",
                &["https://example.org/a?b=c", "https://www.example.org"],
            ),
            ("(maja@example.org), 08-123", &["mailto:maja@example.org"]),
            ("m.m. @ a@b 10:30 kr/tim https://", &[]),
            (
                "maja@example.org bo@example.org",
                &["mailto:maja@example.org", "mailto:bo@example.org"],
            ),
            ("", &[]),
        ];
        for (text, expected) in cases {
            let pieces = linked(text);
            assert_eq!(urls(&pieces), expected, "{text}");
            assert_eq!(super::super::plain(&pieces), text);
        }
    }

    #[test]
    fn a_value_may_be_an_address_without_its_beginning() {
        let linked = |text: &str| {
            let value = vec![Inline::Text(text.to_owned())];
            let row = super::super::Field { label: "Webbplats".to_owned(), value };
            let mut blocks = [Block::Fields { rows: vec![row] }];
            link_addresses(&mut blocks);
            let [Block::Fields { rows }] = &blocks else { return Vec::new() };
            urls(&rows[0].value).into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(linked("kommun.se/ombud"), ["https://kommun.se/ombud"]);
        for text in ["Storgatan 1, 100 00 Stad", "999999-0014", "m.m.", "1.5", "Stad"] {
            assert_eq!(linked(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_link_says_what_it_does() {
        assert_eq!(link_description("mailto:a@b.se?subject=x"), "Skicka e-post till a@b.se");
        assert_eq!(link_description("https://example.org/"), "Öppna webbsidan example.org");
        assert_eq!(link_description("tel:+46846500442"), "Ring 08-465 004 42");
        assert_eq!(link_description("tel:+4722000000"), "Ring +4722000000");
    }
}
