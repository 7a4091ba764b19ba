//! The data of a stream, no more of which is inflated than is allowed (ISO 32000-1, 7.4).

use std::io::Read as _;

use super::file::Pdf;
use super::object::{Dictionary, Object};
use super::{Unreadable, ascii};

/// The most bytes that one stream may come to.
const MAX_STREAM: usize = 32 * 1024 * 1024;

/// The most ways in which one stream may be made smaller, one upon another.
const MAX_FILTERS: usize = 3;

/// The data of a stream, as it was before it was made smaller.
pub(super) fn decoded(
    file: &Pdf<'_>,
    fields: &Dictionary,
    raw: &[u8],
) -> Result<Vec<u8>, Unreadable> {
    let (filters, parameters) = (file.value(fields, "Filter")?, file.value(fields, "DecodeParms")?);
    let (filters, parameters) = (list(&filters), list(&parameters));
    if filters.len() > MAX_FILTERS {
        return Err(Unreadable::Damaged);
    }
    let mut data = Vec::new();
    for (at, filter) in filters.iter().enumerate() {
        let before = if at == 0 { raw } else { &data };
        data = match file.resolved(filter)?.name() {
            Some("FlateDecode" | "Fl") => inflated(file, before)?,
            Some("ASCII85Decode" | "A85") => of_ascii(file, before, ascii::of_base_85)?,
            Some("ASCIIHexDecode" | "AHx") => of_ascii(file, before, ascii::of_hexadecimal)?,
            _ => return Err(Unreadable::Damaged),
        };
        let parameters = match parameters.get(at) {
            Some(parameters) => file.resolved(parameters)?,
            None => continue,
        };
        if let Some(parameters) = parameters.dictionary() {
            data = unpredicted(file, parameters, data)?;
        }
    }
    if filters.is_empty() {
        file.spend(raw.len())?;
        data = raw.to_vec();
    }
    Ok(data)
}

fn list(object: &Object) -> &[Object] {
    match object {
        Object::Null => &[],
        Object::Array(items) => items,
        other => std::slice::from_ref(other),
    }
}

/// Data that was written with letters and digits: one of them stands for four bytes at most.
fn of_ascii(
    file: &Pdf<'_>,
    text: &[u8],
    read: impl Fn(&[u8]) -> Vec<u8>,
) -> Result<Vec<u8>, Unreadable> {
    if text.len() > MAX_STREAM / 4 {
        return Err(Unreadable::TooLarge);
    }
    let data = read(text);
    file.spend(data.len())?;
    Ok(data)
}

fn inflated(file: &Pdf<'_>, raw: &[u8]) -> Result<Vec<u8>, Unreadable> {
    let most = MAX_STREAM.min(file.bytes_left());
    let mut data = Vec::new();
    let mut inflating = flate2::read::ZlibDecoder::new(raw).take(most as u64 + 1);
    let end = inflating.read_to_end(&mut data);
    if data.len() > most {
        return Err(Unreadable::TooLarge);
    }
    file.spend(data.len())?;
    end.map_err(|_| Unreadable::Damaged)?;
    Ok(data)
}

/// Data whose rows were written as what differs from what is before (PNG, 9).
fn unpredicted(
    file: &Pdf<'_>,
    parameters: &Dictionary,
    data: Vec<u8>,
) -> Result<Vec<u8>, Unreadable> {
    let number = |key: &str, usual: usize| -> Result<usize, Unreadable> {
        Ok(file.value(parameters, key)?.size().unwrap_or(usual))
    };
    match number("Predictor", 1)? {
        1 => return Ok(data),
        10..=15 => {}
        _ => return Err(Unreadable::Damaged),
    }
    let bits = number("Colors", 1)?.checked_mul(number("BitsPerComponent", 8)?);
    let bits = bits.filter(|bits| *bits > 0).ok_or(Unreadable::Damaged)?;
    let row_bits = number("Columns", 1)?.checked_mul(bits).ok_or(Unreadable::Damaged)?;
    let (pixel, width) = (bits.div_ceil(8), row_bits.div_ceil(8));
    if width == 0 || width > data.len() || pixel > width {
        return Err(Unreadable::Damaged);
    }
    let mut plain: Vec<u8> = Vec::with_capacity(data.len());
    let mut above = vec![0u8; width];
    for row in data.chunks(width + 1) {
        let Some((kind, row)) = row.split_first() else { break };
        let mut current = vec![0u8; width];
        for (at, byte) in row.iter().enumerate() {
            let before = |row: &[u8]| at.checked_sub(pixel).map_or(0, |at| row[at]);
            let (left, up, corner) = (before(&current), above[at], before(&above));
            let guess = match kind {
                0 => 0,
                1 => left,
                2 => up,
                3 => left.midpoint(up),
                4 => nearest(left, up, corner),
                _ => return Err(Unreadable::Damaged),
            };
            current[at] = byte.wrapping_add(guess);
        }
        plain.extend(&current[..row.len()]);
        above = current;
    }
    Ok(plain)
}

/// The one of three neighbours that is nearest to where they lead (PNG, 9.4).
fn nearest(left: u8, up: u8, corner: u8) -> u8 {
    let leads_to = i16::from(left) + i16::from(up) - i16::from(corner);
    let distance = |byte: u8| (leads_to - i16::from(byte)).abs();
    if distance(left) <= distance(up) && distance(left) <= distance(corner) {
        left
    } else if distance(up) <= distance(corner) {
        up
    } else {
        corner
    }
}
