//! What Typst asks the writer for while it lays out.
//!
//! Most of a paper is content before Typst sees it. These few can't be: the number of a
//! list's item, a caption once Typst has made it, and a heading whose text must stay whole
//! for the bookmarks.

use std::sync::LazyLock;

use comemo::Tracked;
use typst::diag::SourceResult;
use typst::engine::Engine;
use typst::foundations::{
    Args, CastInfo, Content, Context, Func, IntoValue, NativeElement, NativeFuncData,
    NativeFuncPtr, Recipe, Regex, Scope, Selector, Str, Transformation, Value,
};
use typst::layout::{AlignElem, Alignment, BlockBody, BlockElem, BoxElem, Length, Sizing};
use typst::model::{FigureCaption, NumberingPattern};
use typst::syntax::Span;
use typst::text::TextElem;

use super::super::Error;
use super::text::place_to_break;

/// So many letters of a heading stand together where it is divided.
const TOGETHER: usize = 4;

/// How the items of a numbered list are numbered, by how many lists it is in.
const PATTERNS: [&str; 3] = ["1.", "a)", "i."];

type Implementation =
    dyn Fn(&mut Engine, Tracked<Context>, &mut Args) -> SourceResult<Value> + Send + Sync;

const fn function(name: &'static str, function: &'static Implementation) -> NativeFuncData {
    NativeFuncData {
        function: NativeFuncPtr(function),
        name,
        title: name,
        docs: "",
        def_site: None,
        keywords: &[],
        contextual: false,
        scope: LazyLock::new(&Scope::new),
        params: LazyLock::new(&Vec::new),
        returns: LazyLock::new(&|| CastInfo::Any),
    }
}

static ITEM_LABEL: NativeFuncData = function("item-label", &|_, _, args| {
    let width: Length = args.expect("width")?;
    let pattern: Str = args.expect("pattern")?;
    let number: u64 = args.expect("number")?;
    let numbered = |pattern: NumberingPattern| pattern.apply(None, &[number]).ok();
    let label = pattern.parse().ok().and_then(numbered);
    let label = label.unwrap_or_else(|| number.to_string().into());
    Ok(indented(TextElem::packed(label), width).into_value())
});

static KEPT_CAPTION: NativeFuncData = function("kept-caption", &|_, _, args| {
    let caption: Content = args.expect("caption")?;
    Ok(BlockElem::new()
        .with_sticky(true)
        .with_body(Some(BlockBody::Content(caption.strong())))
        .pack()
        .into_value())
});

static DIVIDED: NativeFuncData = function("divided", &|_, _, args| {
    let word: Content = args.expect("word")?;
    let letters: Vec<Str> = Str::from(word.plain_text())
        .clusters()
        .into_iter()
        .filter_map(|cluster| cluster.cast().ok())
        .collect();
    let mut parts = Vec::new();
    for (number, part) in letters.chunks(TOGETHER).enumerate() {
        if number > 0 {
            parts.push(place_to_break());
        }
        parts.push(TextElem::packed(part.iter().map(Str::as_str).collect::<String>()));
    }
    Ok(Content::sequence(parts).into_value())
});

/// A label of the width of the indent, so that items with one and two digits start at the
/// same place.
pub fn indented(label: Content, width: Length) -> Content {
    let label = AlignElem::new(label).with_alignment(Alignment::START).pack();
    BoxElem::new().with_width(Sizing::Rel(width.into())).with_body(Some(label)).pack()
}

/// What numbers the items of a list that is in so many others.
pub fn item_label(width: Length, depth: usize) -> Func {
    let pattern = PATTERNS.get(depth).unwrap_or(&PATTERNS[0]);
    let mut known = Args::new(Span::detached(), [width.into_value(), pattern.into_value()]);
    Func::from(&ITEM_LABEL).with(&mut known)
}

/// Keeps a caption on the page where its table begins.
pub fn kept_caption() -> Recipe {
    let selector = Selector::Elem(FigureCaption::ELEM, None);
    let function = Transformation::Func(Func::from(&KEPT_CAPTION));
    Recipe::new(Some(selector), function, Span::detached())
}

/// Lets words of so many letters end a line anywhere. A heading has no marks, since they
/// would be found in the bookmarks.
///
/// # Errors
/// None: every number makes a pattern.
pub fn divided_from(letters: usize) -> Result<Recipe, Error> {
    let pattern = Regex::new(&format!("\\S{{{letters},}}"));
    let pattern = pattern.map_err(|error| Error::Data(error.to_string()))?;
    let function = Transformation::Func(Func::from(&DIVIDED));
    Ok(Recipe::new(Some(Selector::Regex(pattern)), function, Span::detached()))
}
