//! Reads what is drawn on the pages of a PDF, tagged or not: rectangles and texts.

use lopdf::content::Content;
use lopdf::{Document, Object};

/// A filled rectangle, in points from the lower left corner of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rectangle {
    /// The page, counted from 1.
    pub page: u32,
    /// Red, green and blue, or all grey.
    pub colour: [u8; 3],
    /// The left edge.
    pub x: f32,
    /// The lower edge.
    pub y: f32,
    /// The width.
    pub width: f32,
    /// The height.
    pub height: f32,
}

/// A piece of text, drawn at one place.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The page, counted from 1.
    pub page: u32,
    /// Where it begins, in points from the left edge of the page.
    pub x: f32,
    /// Its baseline, in points from the lower edge of the page.
    pub y: f32,
    /// The text.
    pub text: String,
}

/// All filled rectangles and all texts, in the order drawn.
pub fn drawn(bytes: &[u8]) -> (Vec<Rectangle>, Vec<Piece>) {
    let file = Document::load_mem(bytes).expect("a PDF");
    let (mut rectangles, mut pieces) = (Vec::new(), Vec::new());
    for (page, id) in file.get_pages() {
        let fonts = file.get_page_fonts(id).expect("fonts");
        let stream = file.get_page_content(id);
        let mut font = None;
        let mut colour = [0; 3];
        // The writer sets a matrix for each shape and each text, never within another.
        let mut matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];
        let mut path: Vec<[f32; 2]> = Vec::new();
        for operation in Content::decode(&stream).expect("a content stream").operations {
            let numbers: Vec<f32> =
                operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
            match (operation.operator.as_str(), numbers.as_slice()) {
                ("cm", numbers) => matrix.copy_from_slice(numbers),
                ("scn", &[red, green, blue]) => colour = [red, green, blue].map(byte),
                ("scn", &[grey]) => colour = [byte(grey); 3],
                ("m", &[x, y]) => path = vec![[x, y]],
                ("l", &[x, y]) => path.push([x, y]),
                ("n", _) => path.clear(),
                ("f", _) => rectangles.extend(rectangle(page, colour, &path, matrix)),
                ("Tf", _) => {
                    let name = operation.operands[0].as_name().expect("a font's name");
                    let fields = fonts.get(name).expect("a font of the page");
                    font = Some(fields.get_font_encoding(&file).expect("ToUnicode"));
                }
                ("Tj" | "TJ", _) => {
                    let mut text = String::new();
                    for operand in &operation.operands {
                        show(font.as_ref().expect("a font"), operand, &mut text);
                    }
                    pieces.push(Piece { page, x: matrix[4], y: matrix[5], text });
                }
                _ => {}
            }
        }
    }
    (rectangles, pieces)
}

fn byte(part: f32) -> u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 255")]
    let byte = (part * 255.0).round() as u8;
    byte
}

fn rectangle(page: u32, colour: [u8; 3], path: &[[f32; 2]], matrix: [f32; 6]) -> Option<Rectangle> {
    let [wide, _, _, high, left, low] = matrix;
    let corners: Vec<[f32; 2]> =
        path.iter().map(|[x, y]| [wide * x + left, high * y + low]).collect();
    let [first, _, third, _] = corners.as_slice() else { return None };
    Some(Rectangle {
        page,
        colour,
        x: first[0].min(third[0]),
        y: first[1].min(third[1]),
        width: (third[0] - first[0]).abs(),
        height: (third[1] - first[1]).abs(),
    })
}

fn show(font: &lopdf::Encoding, operand: &Object, out: &mut String) {
    match operand {
        Object::Array(parts) => parts.iter().for_each(|part| show(font, part, out)),
        Object::String(codes, _) => {
            out.push_str(&Document::decode_text(font, codes).expect("text"));
        }
        _ => {}
    }
}
