//! Pictures: read once, refused when they can't be shown alike everywhere, and written
//! anew, so that nothing comes into a paper that is not seen on it.

use std::io::Cursor;

use super::Error;
use png::{BitDepth, ColorType, Limits, Transformations};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, WriteOptions, roxmltree};

/// No logotype needs more.
pub(super) const MOST_BYTES: usize = 4 << 20;

/// No logotype needs more, in a row or a column.
pub(super) const MOST_PIXELS: u32 = 4000;

/// The longer side of a drawing that becomes pixels: at 75 mm some 400 to an inch.
const DRAWN_PIXELS: f32 = 1200.0;

/// Elements inside each other; a drawing program makes a dozen.
const DEEPEST: usize = 60;

/// Elements in all.
const MOST_ELEMENTS: u32 = 20_000;

/// Elements that look different from program to program, by the fonts and files that are
/// there or by what the program can do, or whose cost can't be told from the file's size.
const UNSUITABLE: [(&str, &str); 7] = [
    ("text", "text"),
    ("image", "en infogad bild"),
    ("foreignObject", "ett infogat objekt"),
    ("use", "kopior av andra delar"),
    ("filter", "filter"),
    ("pattern", "mönster"),
    ("mask", "masker"),
];

/// A picture as the writers need it.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    format: Format,
    drawn: Option<Vec<u8>>,
    png: Vec<u8>,
    /// Width by height.
    ratio: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    Svg,
    Png,
}

impl Picture {
    pub fn drawn(&self) -> &[u8] {
        self.drawn.as_deref().unwrap_or(&self.png)
    }

    pub fn is_drawn(&self) -> bool {
        self.format == Format::Svg
    }

    pub fn png(&self) -> &[u8] {
        &self.png
    }

    pub fn ratio(&self) -> f64 {
        self.ratio
    }
}

/// A picture from a file.
///
/// # Errors
/// When it is broken, too large, or has something that can't be shown alike everywhere.
pub fn read(file: &[u8]) -> Result<Picture, Error> {
    if file.len() > MOST_BYTES {
        return Err(Error::TooManyBytes);
    }
    if file.starts_with(b"\x89PNG\r\n\x1a\n") {
        return read_png(file);
    }
    match std::str::from_utf8(file) {
        Ok(text) if text.contains("<svg") || text.contains(":svg") => read_svg(text),
        _ => Err(Error::UnknownFormat),
    }
}

/// Pixels on white paper without colour profile and transparency, which PDF/A would want to
/// know more of (ISO 19005-2, 6.2.10).
fn read_png(file: &[u8]) -> Result<Picture, Error> {
    let broken = |_| Error::BrokenPng;
    let limits = Limits { bytes: 128 << 20 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(file), limits);
    decoder.set_transformations(Transformations::normalize_to_color8());
    let size = decoder.read_header_info().map_err(broken)?;
    let (width, height) = (size.width, size.height);
    if width.max(height) > MOST_PIXELS {
        return Err(Error::TooManyPixels);
    }
    let mut reader = decoder.read_info().map_err(broken)?;
    let mut samples = vec![0; reader.output_buffer_size().ok_or(Error::BrokenPng)?];
    let frame = reader.next_frame(&mut samples).map_err(broken)?;
    reader.finish().map_err(broken)?;
    let samples = samples.get(..frame.buffer_size()).ok_or(Error::BrokenPng)?;
    let colours: Vec<u8> = match frame.color_type {
        ColorType::Grayscale => samples.iter().flat_map(|grey| [*grey; 3]).collect(),
        ColorType::GrayscaleAlpha => {
            let (pixels, _) = samples.as_chunks::<2>();
            pixels.iter().flat_map(|[grey, alpha]| [on_white(*grey, *alpha); 3]).collect()
        }
        ColorType::Rgba => {
            let (pixels, _) = samples.as_chunks::<4>();
            let opaque = |[red, green, blue, alpha]: &[u8; 4]| {
                [red, green, blue].map(|colour| on_white(*colour, *alpha))
            };
            pixels.iter().flat_map(opaque).collect()
        }
        ColorType::Rgb => samples.to_vec(),
        ColorType::Indexed => return Err(Error::BrokenPng),
    };
    let png = written(width, height, &colours).map_err(|_| Error::BrokenPng)?;
    let ratio = f64::from(width) / f64::from(height.max(1));
    Ok(Picture { format: Format::Png, drawn: None, png, ratio })
}

/// A colour that is seen through, as it looks on white.
fn on_white(colour: u8, alpha: u8) -> u8 {
    let [colour, alpha] = [colour, alpha].map(u16::from);
    let sum = (colour * alpha + 255 * (255 - alpha) + 127) / 255;
    u8::try_from(sum).unwrap_or(u8::MAX)
}

fn written(width: u32, height: u32, colours: &[u8]) -> Result<Vec<u8>, png::EncodingError> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(file)
}

fn read_svg(text: &str) -> Result<Picture, Error> {
    let options = roxmltree::ParsingOptions {
        allow_dtd: true,
        nodes_limit: MOST_ELEMENTS,
        ..roxmltree::ParsingOptions::default()
    };
    let parsed = roxmltree::Document::parse_with_options(text, options);
    let parsed = parsed.map_err(|_| Error::BrokenSvg)?;
    for element in parsed.descendants().filter(roxmltree::Node::is_element) {
        let name = element.tag_name().name();
        if let Some((_, what)) = UNSUITABLE.iter().find(|(unsuitable, _)| *unsuitable == name) {
            return Err(Error::Unsuitable(what));
        }
        // What is drawn inside each other is walked by calls inside each other.
        if element.ancestors().nth(DEEPEST).is_some() {
            return Err(Error::BrokenSvg);
        }
    }
    let tree = Tree::from_xmltree(&parsed, &Options::default()).map_err(|_| Error::BrokenSvg)?;
    if !tree.root().has_children() {
        return Err(Error::EmptySvg);
    }
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = DRAWN_PIXELS / width.max(height);
    let size = resvg::tiny_skia::IntSize::from_wh(pixels(width * scale), pixels(height * scale));
    let size = size.ok_or(Error::BrokenSvg)?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or(Error::BrokenSvg)?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let colours: Vec<u8> =
        pixmap.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let png = written(size.width(), size.height(), &colours).map_err(|_| Error::BrokenSvg)?;
    // What is read from the file and nothing else, such as scripts.
    let drawn = tree.to_string(&WriteOptions::default()).into_bytes();
    let ratio = f64::from(width) / f64::from(height);
    Ok(Picture { format: Format::Svg, drawn: Some(drawn), png, ratio })
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "at least 1 and at most DRAWN_PIXELS"
)]
fn pixels(length: f32) -> u32 {
    length.round().clamp(1.0, DRAWN_PIXELS) as u32
}
