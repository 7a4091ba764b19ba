//! Reading Markdown into running text.

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Tag};

use super::read::{MAX_DEPTH, TreeReader};
use super::refusal;
use crate::document::{Inline, plain};
use crate::source::Span;

/// What a link comes to whose address is not given.
pub(super) type Broken<'m> = fn(BrokenLink<'m>) -> Option<(CowStr<'m>, CowStr<'m>)>;

impl<'m> TreeReader<'m> {
    /// Running text up to the next block or the end of what surrounds it.
    pub(super) fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        while let Some((event, span)) = self.events.peek().cloned() {
            match event {
                Event::Start(ref tag) if !is_inline(tag) => break,
                Event::End(_) => break,
                _ => {}
            }
            self.events.next();
            match event {
                Event::Text(text) => {
                    self.look_at_reference(&text, span);
                    push_text(&mut inlines, &text);
                }
                Event::SoftBreak => push_text(&mut inlines, " "),
                Event::HardBreak => inlines.push(Inline::Break),
                Event::Start(tag) if depth < MAX_DEPTH => {
                    self.wrapped(&tag, span, depth, &mut inlines);
                }
                Event::Start(tag) => {
                    self.refuse(span, refusal::of_tag(&tag));
                    self.skip();
                }
                other => self.refuse_event(span, &other),
            }
        }
        inlines
    }

    fn wrapped(&mut self, tag: &Tag<'m>, span: Span, depth: usize, out: &mut Vec<Inline>) {
        self.count(1, &span);
        let inner = self.inlines(depth + 1);
        self.events.next();
        match tag {
            Tag::Strong => {
                self.look_at_stars(&span, "**".len());
                out.push(Inline::Strong(inner));
            }
            Tag::Emphasis => {
                self.look_at_stars(&span, "*".len());
                out.push(Inline::Emphasis(inner));
            }
            Tag::Link { link_type, dest_url, .. } => {
                let is_inline =
                    matches!(link_type, LinkType::Inline | LinkType::Autolink | LinkType::Email);
                if !is_inline {
                    self.refuse(span, refusal::REFERENCE_LINK);
                } else if !is_safe(dest_url) {
                    self.refuse(span, refusal::LINK);
                } else if plain(&inner).trim().is_empty() {
                    self.refuse(span, refusal::EMPTY_LINK);
                } else {
                    out.push(Inline::Link { url: dest_url.to_string(), text: inner });
                }
            }
            other => self.refuse(span, refusal::of_tag(other)),
        }
    }

    /// A character that is typed as a code would get past those who look at what is typed.
    fn look_at_reference(&mut self, text: &str, span: Span) {
        let typed = self.markdown.get(span.clone()).unwrap_or_default();
        if typed.starts_with('&') && typed.ends_with(';') && typed != text {
            self.refuse(span, refusal::CHARACTER_REFERENCE);
        }
    }
}

pub(super) fn is_inline(tag: &Tag<'_>) -> bool {
    matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
    )
}

/// Words in square brackets alone are words; with more brackets after them they were
/// meant as a link.
#[expect(clippy::needless_pass_by_value, reason = "the parser hands over a value")]
pub(super) fn named_elsewhere(link: BrokenLink<'_>) -> Option<(CowStr<'_>, CowStr<'_>)> {
    let is_meant = matches!(link.link_type, LinkType::Reference | LinkType::Collapsed);
    is_meant.then_some((CowStr::Borrowed(""), CowStr::Borrowed("")))
}

fn is_safe(url: &str) -> bool {
    let is_number = |number: &str| {
        !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-'))
    };
    ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme))
        || url.strip_prefix("tel:").is_some_and(is_number)
}

/// Adds text, joined to the text before it.
fn push_text(inlines: &mut Vec<Inline>, text: &str) {
    if let Some(Inline::Text(last)) = inlines.last_mut() {
        last.push_str(text);
    } else {
        inlines.push(Inline::Text(text.to_owned()));
    }
}
