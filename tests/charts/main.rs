//! Charts: the same figures in words, in the PDF, in Word's chart and in its workbook.

#[path = "../support/mod.rs"]
mod support;

mod bars;
mod figures;
mod page;
mod word;

use support::docx_text::texts;
use support::pdf_drawing::{Rectangle, drawn};
use tjut::document::Document;
use tjut::pdf::Typesetter;
use tjut::profile::Profile;

fn pdf(document: &Document) -> Vec<u8> {
    let typesetter = Typesetter::standard().expect("the fonts that are built in");
    typesetter.pdf(document, &Profile::standard()).expect("a PDF")
}

fn docx(document: &Document) -> Vec<u8> {
    tjut::docx::write(document, &Profile::standard()).expect("a Word file")
}

/// What a series of a Word chart copies from the cells that it refers to.
fn copies(xml: &str, series: usize, kind: &str) -> Vec<String> {
    let series = xml.split("<c:ser>").nth(series + 1).expect("a series");
    let start = series.split_once(&format!("<c:{kind}>")).expect("the kind").1;
    texts(start.split_once(&format!("</c:{kind}>")).expect("an end").0, "c:v")
}

/// The bars in a PDF, without the squares in front of the series' names.
fn bars(bytes: &[u8]) -> Vec<Rectangle> {
    let colours = Profile::standard().colours.chart.map(|digits| rgb(&digits));
    let (rectangles, _) = drawn(bytes);
    let is_bar = |bar: &Rectangle| colours.contains(&bar.colour) && !is_square(bar);
    rectangles.into_iter().filter(is_bar).collect()
}

fn is_square(bar: &Rectangle) -> bool {
    (bar.width - bar.height).abs() < 0.01 && bar.width < 10.0
}

fn rgb(digits: &str) -> [u8; 3] {
    [0, 2, 4].map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("a colour"))
}
