//! Text in its pieces.

use typst::foundations::{Content, NativeElement, StyledElem};
use typst::layout::{Abs, BoxElem, HElem};
use typst::model::{Destination, LinkElem, LinkTarget, ParElem, Url};
use typst::text::{LinebreakElem, TextElem, UnderlineElem};

use super::super::Error;
use super::super::look::Look;
use super::super::piece::{MARK, Piece};

/// Not zero, or Typst drops the space and with it the place to break. In points.
const PLACE_TO_BREAK: f64 = 0.01;

/// The content of pieces.
///
/// # Errors
/// When the address of a link is longer than Typst takes.
pub fn inlines(pieces: &[Piece], look: &Look<'_>) -> Result<Content, Error> {
    let mut content = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) => push_text(text, &mut content),
            Piece::Breakable(text) => content
                .push(StyledElem::new(TextElem::packed(text.as_str()), look.hyphenated()).pack()),
            Piece::Hyphen => {
                content.push(StyledElem::new(TextElem::packed("-"), look.hyphen()).pack());
            }
            Piece::Together(inner) => {
                content.push(BoxElem::new().with_body(Some(inlines(inner, look)?)).pack());
            }
            Piece::Strong(inner) => content.push(inlines(inner, look)?.strong()),
            Piece::Emphasis(inner) => content.push(inlines(inner, look)?.emph()),
            Piece::Link { url, text } => {
                content.push(link(url, UnderlineElem::new(inlines(text, look)?).pack())?);
            }
            Piece::Break => content.push(LinebreakElem::new().pack()),
        }
    }
    Ok(Content::sequence(content))
}

/// A link to an address.
///
/// # Errors
/// When the address is longer than Typst takes.
pub fn link(url: &str, body: Content) -> Result<Content, Error> {
    let url = Url::new(url).map_err(|error| Error::Data(error.to_string()))?;
    Ok(LinkElem::new(LinkTarget::Dest(Destination::Url(url)), body).pack())
}

/// A paragraph of pieces.
///
/// # Errors
/// As [`inlines`].
pub fn paragraph(pieces: &[Piece], look: &Look<'_>) -> Result<Content, Error> {
    inlines(pieces, look).map(|body| ParElem::new(body).pack())
}

/// Text with places to end a line in the place of marks.
fn push_text(text: &str, content: &mut Vec<Content>) {
    if !text.contains(MARK) {
        content.push(TextElem::packed(text));
        return;
    }
    for (number, part) in text.split(MARK).enumerate() {
        if number > 0 {
            content.push(place_to_break());
        }
        if !part.is_empty() {
            content.push(TextElem::packed(part));
        }
    }
}

/// Where a line may end inside a word.
pub fn place_to_break() -> Content {
    HElem::new(Abs::pt(PLACE_TO_BREAK).into()).pack()
}
