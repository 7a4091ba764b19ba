//! Pages as pictures that a browser draws quickly.
//!
//! Typst's pictures have each glyph once and refer to it for every letter. To a browser each
//! such reference is a little document of its own, and a page of text takes it more than
//! twice as long to draw as the same outlines written out, one path for a run of letters.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::sync::Arc;

use typst_layout::Page;
use typst_svg::SvgOptions;

const SYMBOL: &str = "<symbol id=\"";
const SYMBOL_END: &str = "</symbol>";
const OUTLINE: &str = "\" overflow=\"visible\"><path d=\"M 0 0";
const OUTLINE_END: &str = "\"/>";
const USE: &str = "<use xlink:href=\"#";

/// A thousandth of a point is less than anybody sees.
const THOUSANDTHS: f64 = 1000.0;

/// A page as a picture. One that looks as it has before is not drawn anew: when something is
/// written, most pages of a paper do.
#[comemo::memoize]
pub fn picture(page: &Page) -> Arc<str> {
    written_out(&typst_svg::svg(page, &SvgOptions::default())).into()
}

/// The picture with its glyphs written out. What is not built as Typst builds it stays.
#[must_use]
pub fn written_out(svg: &str) -> String {
    let outlines = outlines(svg);
    let mut written = String::with_capacity(svg.len() * 2);
    let mut rest = svg;
    // How the letters of the path that is open look, and after them nothing else may come.
    let mut open: Option<&str> = None;
    while let Some((letter, after)) = next_letter(rest, &outlines) {
        let before = &rest[..letter.start];
        if !before.is_empty() || open != Some(letter.look) {
            close(&mut written, open.take());
            push_without_symbols(&mut written, before, &outlines);
            written.push_str("<path d=\"");
        }
        written.push('M');
        push_number(&mut written, letter.x);
        written.push(' ');
        push_number(&mut written, letter.y);
        written.push_str(letter.outline);
        open = Some(letter.look);
        rest = after;
    }
    close(&mut written, open);
    push_without_symbols(&mut written, rest, &outlines);
    written
}

fn close(written: &mut String, look: Option<&str>) {
    if let Some(look) = look {
        written.extend(["\" ", look, "/>"]);
    }
}

/// The outlines of glyphs by their names, from where each begins.
fn outlines(svg: &str) -> HashMap<&str, String> {
    let symbols = svg.split(SYMBOL).skip(1);
    let outline = |symbol| {
        let (id, outline) = named_outline(symbol)?;
        Some((id, shortened(outline)))
    };
    symbols.filter_map(outline).collect()
}

/// The name and the outline of a symbol whose tag has just begun, if it is a single path.
fn named_outline(symbol: &str) -> Option<(&str, &str)> {
    let (symbol, _) = symbol.split_once(SYMBOL_END)?;
    let (id, path) = symbol.split_once(OUTLINE)?;
    let outline = path.strip_suffix(OUTLINE_END)?;
    // Each part is told from where the one before has ended, so that it can begin anywhere.
    let is_relative = !outline.contains(|c: char| c.is_ascii_uppercase() && c != 'Z');
    (is_relative && !outline.contains('"') && !id.contains('"')).then_some((id, outline))
}

/// A letter in the picture.
struct Letter<'s> {
    /// Where its tag begins.
    start: usize,
    outline: &'s str,
    x: f64,
    y: f64,
    /// Its colour and the like, as attributes.
    look: &'s str,
}

/// The next letter whose outline is known, and what comes after it.
fn next_letter<'s>(
    svg: &'s str,
    outlines: &'s HashMap<&str, String>,
) -> Option<(Letter<'s>, &'s str)> {
    svg.match_indices(USE).find_map(|(start, _)| {
        let tag = &svg[start + USE.len()..];
        let (tag, after) = tag.split_once("/>")?;
        let (id, tag) = tag.split_once("\" x=\"")?;
        let (x, tag) = tag.split_once("\" y=\"")?;
        let (y, look) = tag.split_once("\" ")?;
        let (x, y) = (x.parse().ok()?, y.parse().ok()?);
        let outline = outlines.get(id)?;
        Some((Letter { start, outline, x, y, look }, after))
    })
}

/// A part of the picture without the glyphs that are written out.
fn push_without_symbols(written: &mut String, part: &str, outlines: &HashMap<&str, String>) {
    let mut rest = part;
    while let Some((before, symbol)) = rest.split_once(SYMBOL) {
        written.push_str(before);
        let is_written_out = named_outline(symbol).is_some_and(|(id, _)| outlines.contains_key(id));
        match symbol.split_once(SYMBOL_END) {
            Some((_, after)) if is_written_out => rest = after,
            _ => {
                written.push_str(SYMBOL);
                rest = symbol;
            }
        }
    }
    written.push_str(rest);
}

/// An outline with no more decimals than are seen.
fn shortened(outline: &str) -> String {
    let mut short = String::with_capacity(outline.len());
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '.');
    let mut rest = outline;
    while let Some(start) = rest.find(is_of_number) {
        let (before, number) = rest.split_at(start);
        let end = number.find(|c| !is_of_number(c)).unwrap_or(number.len());
        let (number, after) = number.split_at(end);
        short.push_str(before);
        match number.parse() {
            Ok(value) => push_number(&mut short, value),
            Err(_) => short.push_str(number),
        }
        rest = after;
    }
    short.push_str(rest);
    short
}

fn push_number(text: &mut String, number: f64) {
    // As short as it can be, which is sooner found than so many decimals.
    let rounded = (number * THOUSANDTHS).round() / THOUSANDTHS;
    // What is less than nothing by less than that is nothing.
    let rounded = if rounded == 0.0 { 0.0 } else { rounded };
    let _ = write!(text, "{rounded}");
}

#[cfg(test)]
mod tests {
    use super::written_out;

    const SYMBOLS: &str = "<defs>\
        <symbol id=\"gA\" overflow=\"visible\"><path d=\"M 0 0m 1.23456 0q -0.00001 2 3 4Z \"/></symbol>\
        <symbol id=\"gB\" overflow=\"visible\"><path d=\"M 0 0h 5Z \"/></symbol>\
        <symbol id=\"gC\"><image href=\"x\"/></symbol></defs>";

    fn letter(id: &str, x: &str, fill: &str) -> String {
        format!("<use xlink:href=\"#{id}\" x=\"{x}\" y=\"0\" fill=\"{fill}\"/>")
    }

    #[test]
    fn a_run_of_letters_is_one_path() {
        let svg = [
            "<g>".to_owned(),
            letter("gA", "0", "#000"),
            letter("gB", "6.0029296", "#000"),
            letter("gB", "12", "#f00"),
            "</g><g>".to_owned(),
            letter("gA", "-1.5", "#f00"),
            "</g>".to_owned(),
            SYMBOLS.to_owned(),
        ];
        assert_eq!(
            written_out(&svg.concat()),
            "<g><path d=\"M0 0m 1.235 0q 0 2 3 4Z M6.003 0h 5Z \" fill=\"#000\"/>\
             <path d=\"M12 0h 5Z \" fill=\"#f00\"/></g>\
             <g><path d=\"M-1.5 0m 1.235 0q 0 2 3 4Z \" fill=\"#f00\"/></g>\
             <defs><symbol id=\"gC\"><image href=\"x\"/></symbol></defs>"
        );
    }

    #[test]
    fn what_is_built_otherwise_stays() {
        let absolute = "<symbol id=\"gD\" overflow=\"visible\"><path d=\"M 0 0L 1 1Z \"/></symbol>";
        let svg = [letter("gC", "0", "#000"), letter("gD", "1", "#000"), absolute.to_owned()];
        let svg = [svg.concat().as_str(), "<use xlink:href=\"#x"].concat();
        assert_eq!(written_out(&svg), svg);
        assert_eq!(written_out("<svg/>"), "<svg/>");
    }
}
