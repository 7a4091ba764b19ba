//! Text in its pieces.

use typst::foundations::{Content, NativeElement, StyledElem};
use typst::layout::{Abs, BoxElem, HElem};
use typst::model::{Destination, LinkElem, LinkTarget, ParElem, Url};
use typst::syntax::Span;
use typst::text::{LinebreakElem, TextElem, UnderlineElem};

use super::super::Error;
use super::super::look::Look;
use super::super::piece::{MARK, Piece};

/// Not zero, or Typst drops the space and with it the place to break. In points.
const PLACE_TO_BREAK: f64 = 0.01;

/// The content of pieces. `mark` is what their letters are found again by.
///
/// # Errors
/// When the address of a link is longer than Typst takes.
pub fn inlines(pieces: &[Piece], look: &Look<'_>, mark: Span) -> Result<Content, Error> {
    let mut content = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match piece {
            Piece::Text(text) => push_text(text, mark, &mut content),
            Piece::Breakable(text) => {
                content.push(StyledElem::new(letters(text, mark), look.hyphenated()).pack());
            }
            Piece::Hyphen => {
                content.push(StyledElem::new(letters("-", mark), look.hyphen()).pack());
            }
            Piece::Together(inner) => {
                content.push(BoxElem::new().with_body(Some(inlines(inner, look, mark)?)).pack());
            }
            Piece::Strong(inner) => content.push(inlines(inner, look, mark)?.strong()),
            Piece::Emphasis(inner) => content.push(inlines(inner, look, mark)?.emph()),
            Piece::Link { url, text } => {
                content.push(link(url, UnderlineElem::new(inlines(text, look, mark)?).pack())?);
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
pub fn paragraph(pieces: &[Piece], look: &Look<'_>, mark: Span) -> Result<Content, Error> {
    inlines(pieces, look, mark).map(|body| ParElem::new(body).pack())
}

/// Letters that are found again by a mark.
pub fn letters(text: &str, mark: Span) -> Content {
    TextElem::packed(text).spanned(mark)
}

/// Text with places to end a line in the place of marks.
fn push_text(text: &str, mark: Span, content: &mut Vec<Content>) {
    if !text.contains(MARK) {
        content.push(letters(text, mark));
        return;
    }
    for (number, part) in text.split(MARK).enumerate() {
        if number > 0 {
            content.push(place_to_break());
        }
        if !part.is_empty() {
            content.push(letters(part, mark));
        }
    }
}

/// Where a line may end inside a word.
pub fn place_to_break() -> Content {
    HElem::new(Abs::pt(PLACE_TO_BREAK).into()).pack()
}
