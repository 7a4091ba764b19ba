//! A PDF file: where its objects stand, also after it has been signed or saved by another
//! program (ISO 32000-1, 7.5), and no more of it than the limits allow.

use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::rc::Rc;

use super::Unreadable;
use super::object::{Dictionary, Object, Parser};
use super::stream;

/// The most bytes that are read and inflated together. What stands in something else is
/// read once more for each.
const MAX_BYTES: usize = 192 * 1024 * 1024;

/// The most objects that are read, those inside others counted too.
const MAX_OBJECTS: usize = 2_000_000;

/// The most times that a file may have been added to.
const MAX_SECTIONS: usize = 512;

/// How far the reading of an object may lead on to other objects.
const MAX_STEPS: usize = 16;

/// A PDF file.
pub(super) struct Pdf<'b> {
    bytes: &'b [u8],
    places: HashMap<u32, Place>,
    trailer: Dictionary,
    known: RefCell<HashMap<u32, Rc<Object>>>,
    object_streams: RefCell<HashMap<u32, Rc<ObjectStream>>>,
    bytes_left: Cell<usize>,
    objects_left: Cell<usize>,
    steps_left: Cell<usize>,
}

/// Where an object stands.
#[derive(Clone, Copy)]
enum Place {
    /// At a byte of the file.
    At(usize),
    /// In a stream of objects, as the one with this index.
    Inside(u32, usize),
    /// Nowhere any longer.
    Nowhere,
}

/// What a table of places says.
struct Section {
    fields: Dictionary,
    /// The objects that are in use no longer.
    gone: Vec<u32>,
}

/// A stream of objects: its data, and where in it each object begins.
struct ObjectStream {
    data: Vec<u8>,
    starts: Vec<usize>,
}

/// An object where it is spoken of, or where that leads.
pub(super) enum Found<'o> {
    Here(&'o Object),
    Elsewhere(Rc<Object>),
}

impl Deref for Found<'_> {
    type Target = Object;

    fn deref(&self) -> &Object {
        match self {
            Self::Here(object) => object,
            Self::Elsewhere(object) => object,
        }
    }
}

impl<'b> Pdf<'b> {
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let mut file = Self {
            bytes,
            places: HashMap::new(),
            trailer: Dictionary::default(),
            known: RefCell::default(),
            object_streams: RefCell::default(),
            bytes_left: Cell::new(MAX_BYTES),
            objects_left: Cell::new(MAX_OBJECTS),
            steps_left: Cell::new(MAX_STEPS),
        };
        file.read_sections()?;
        if *file.trailer.get("Encrypt") != Object::Null {
            return Err(Unreadable::Encrypted);
        }
        Ok(file)
    }

    /// The dictionary that everything else is found by.
    pub(super) fn catalog(&self) -> Result<Dictionary, Unreadable> {
        let catalog = self.resolved(self.trailer.get("Root"))?;
        catalog.dictionary().cloned().ok_or(Unreadable::Damaged)
    }

    /// What an object is, or the one that it refers to.
    pub(super) fn resolved<'o>(&self, object: &'o Object) -> Result<Found<'o>, Unreadable> {
        Ok(match object {
            Object::Reference(number) => Found::Elsewhere(self.object(*number)?),
            other => Found::Here(other),
        })
    }

    /// A value of a dictionary.
    pub(super) fn value<'o>(
        &self,
        fields: &'o Dictionary,
        key: &str,
    ) -> Result<Found<'o>, Unreadable> {
        self.resolved(fields.get(key))
    }

    /// The object with a number; null when there is none.
    pub(super) fn object(&self, number: u32) -> Result<Rc<Object>, Unreadable> {
        if let Some(known) = self.known.borrow().get(&number) {
            return Ok(Rc::clone(known));
        }
        let steps = self.steps_left.get();
        self.steps_left.set(steps.checked_sub(1).ok_or(Unreadable::Damaged)?);
        let object = match self.places.get(&number) {
            None | Some(Place::Nowhere) => Ok(Object::Null),
            Some(Place::At(place)) => self.object_at(*place, Some(number)),
            Some(Place::Inside(stream, index)) => self.object_inside(*stream, *index),
        };
        self.steps_left.set(steps);
        let object = Rc::new(object?);
        self.known.borrow_mut().insert(number, Rc::clone(&object));
        Ok(object)
    }

    /// The data of a stream, as it was before it was made smaller.
    pub(super) fn data(&self, object: &Object) -> Result<Vec<u8>, Unreadable> {
        let Object::Stream(fields, place) = object else { return Err(Unreadable::Damaged) };
        let raw = self.bytes.get(place.clone()).ok_or(Unreadable::Damaged)?;
        stream::decoded(self, fields, raw)
    }

    /// How many bytes may still be read and inflated.
    pub(super) fn bytes_left(&self) -> usize {
        self.bytes_left.get()
    }

    /// Notes that so many bytes have been read or inflated.
    pub(super) fn spend(&self, bytes: usize) -> Result<(), Unreadable> {
        let left = self.bytes_left.get().checked_sub(bytes);
        self.bytes_left.set(left.ok_or(Unreadable::TooLarge)?);
        Ok(())
    }

    /// Reads something with what is left of the objects that may be read.
    fn parsed<T>(
        &self,
        bytes: &[u8],
        at: usize,
        read: impl FnOnce(&mut Parser<'_>) -> Result<T, Unreadable>,
    ) -> Result<T, Unreadable> {
        let mut parser = Parser::new(bytes, at, self.objects_left.get());
        let result = read(&mut parser);
        self.objects_left.set(parser.left());
        self.spend(parser.at.saturating_sub(at))?;
        result
    }

    /// Reads one object.
    fn parsed_object(&self, bytes: &[u8], at: usize) -> Result<Object, Unreadable> {
        self.parsed(bytes, at, |parser| parser.next()?.ok_or(Unreadable::Damaged))
    }

    fn object_at(&self, place: usize, wanted: Option<u32>) -> Result<Object, Unreadable> {
        let (object, at, is_stream) = self.parsed(self.bytes, place, |parser| {
            let number = parser.next()?.and_then(|object| object.size());
            let _generation = parser.next()?;
            let is_object = parser.next()?.is_some_and(|word| word.is_keyword("obj"));
            let is_it = wanted.is_none_or(|wanted| number == usize::try_from(wanted).ok());
            if !is_object || !is_it {
                return Err(Unreadable::Damaged);
            }
            let object = parser.next()?.ok_or(Unreadable::Damaged)?;
            let is_dictionary = matches!(object, Object::Dictionary(_));
            let is_stream =
                is_dictionary && parser.next()?.is_some_and(|word| word.is_keyword("stream"));
            Ok((object, parser.at, is_stream))
        })?;
        let Object::Dictionary(fields) = object else { return Ok(object) };
        if !is_stream {
            return Ok(Object::Dictionary(fields));
        }
        let rest = self.bytes.get(at..).unwrap_or_default();
        let line_end = if rest.starts_with(b"\r\n") { 2 } else { 1 };
        let length = self.value(&fields, "Length")?.size().ok_or(Unreadable::Damaged)?;
        let start = at + line_end;
        let end = start.checked_add(length).filter(|end| *end <= self.bytes.len());
        Ok(Object::Stream(fields, start..end.ok_or(Unreadable::Damaged)?))
    }

    fn object_inside(&self, stream: u32, index: usize) -> Result<Object, Unreadable> {
        let stream = self.object_stream(stream)?;
        let Some(start) = stream.starts.get(index) else { return Ok(Object::Null) };
        self.parsed_object(&stream.data, *start)
    }

    fn object_stream(&self, number: u32) -> Result<Rc<ObjectStream>, Unreadable> {
        if let Some(known) = self.object_streams.borrow().get(&number) {
            return Ok(Rc::clone(known));
        }
        let object = self.object(number)?;
        let data = self.data(&object)?;
        let fields = object.dictionary().ok_or(Unreadable::Damaged)?;
        let first = self.value(fields, "First")?.size().ok_or(Unreadable::Damaged)?;
        let count = self.value(fields, "N")?.size().ok_or(Unreadable::Damaged)?;
        let starts = self.parsed(&data, 0, |parser| {
            let mut starts = Vec::new();
            for _ in 0..count {
                let _number = parser.next()?;
                let start = parser.next()?.and_then(|start| start.size());
                let start = start.and_then(|start| start.checked_add(first));
                starts.push(start.ok_or(Unreadable::Damaged)?);
            }
            Ok(starts)
        })?;
        let stream = Rc::new(ObjectStream { data, starts });
        self.object_streams.borrow_mut().insert(number, Rc::clone(&stream));
        Ok(stream)
    }

    /// Reads the tables that say where the objects stand, the newest first.
    fn read_sections(&mut self) -> Result<(), Unreadable> {
        let mut next = Some(self.newest_section()?);
        let mut seen = HashSet::new();
        while let Some(place) = next {
            if seen.len() > MAX_SECTIONS || !seen.insert(place) {
                return Err(Unreadable::Damaged);
            }
            let Section { fields, gone } = self.section(place)?;
            // What older readers are not to see stands in a second table.
            if let Some(second) = fields.get("XRefStm").size() {
                self.section(second)?;
            }
            for number in gone {
                self.places.entry(number).or_insert(Place::Nowhere);
            }
            next = fields.get("Prev").size();
            if seen.len() == 1 {
                self.trailer = fields;
            }
        }
        Ok(())
    }

    fn newest_section(&self) -> Result<usize, Unreadable> {
        const KEYWORD: &[u8] = b"startxref";
        let at = self.bytes.windows(KEYWORD.len()).rposition(|window| window == KEYWORD);
        let at = at.ok_or(Unreadable::Damaged)? + KEYWORD.len();
        self.parsed_object(self.bytes, at)?.size().ok_or(Unreadable::Damaged)
    }

    fn section(&mut self, place: usize) -> Result<Section, Unreadable> {
        let is_table = self.parsed(self.bytes, place, |parser| {
            parser.skip_space();
            Ok(self.bytes.get(parser.at..).is_some_and(|rest| rest.starts_with(b"xref")))
        })?;
        if is_table { self.table(place) } else { self.stream_of_places(place) }
    }

    /// A table in plain text.
    fn table(&mut self, place: usize) -> Result<Section, Unreadable> {
        let mut found = Vec::new();
        let fields = self.parsed(self.bytes, place, |parser| {
            parser.next()?;
            loop {
                let first = match parser.next()? {
                    Some(Object::Integer(first)) => u32::try_from(first).ok(),
                    Some(word) if word.is_keyword("trailer") => break,
                    _ => None,
                };
                let first = first.ok_or(Unreadable::Damaged)?;
                let count = parser.next()?.and_then(|count| count.integer());
                let count = count.and_then(|count| u32::try_from(count).ok());
                for index in 0..count.ok_or(Unreadable::Damaged)? {
                    let place = parser.next()?.and_then(|place| place.size());
                    let _generation = parser.next()?;
                    let is_used = parser.next()?.is_some_and(|word| word.is_keyword("n"));
                    let place = place.ok_or(Unreadable::Damaged)?;
                    let number = first.checked_add(index).ok_or(Unreadable::Damaged)?;
                    found.push((number, is_used.then_some(place)));
                }
            }
            match parser.next()? {
                Some(Object::Dictionary(fields)) => Ok(fields),
                _ => Err(Unreadable::Damaged),
            }
        })?;
        let mut gone = Vec::new();
        for (number, place) in found {
            match place {
                Some(place) => {
                    self.places.entry(number).or_insert(Place::At(place));
                }
                None => gone.push(number),
            }
        }
        Ok(Section { fields, gone })
    }

    /// A table in a stream.
    fn stream_of_places(&mut self, place: usize) -> Result<Section, Unreadable> {
        let object = self.object_at(place, None)?;
        let data = self.data(&object)?;
        let Object::Stream(fields, _) = object else { return Err(Unreadable::Damaged) };
        let sizes = |key: &str| -> Option<Vec<usize>> {
            fields.get(key).array()?.iter().map(Object::size).collect()
        };
        let widths = sizes("W").ok_or(Unreadable::Damaged)?;
        let [kind, second, third] = widths[..] else { return Err(Unreadable::Damaged) };
        let whole = kind.saturating_add(second).saturating_add(third);
        if whole == 0 || widths.iter().any(|width| *width > 8) {
            return Err(Unreadable::Damaged);
        }
        let all = || vec![0, fields.get("Size").size().unwrap_or_default()];
        let ranges = sizes("Index").unwrap_or_else(all);
        let mut entries = data.chunks_exact(whole);
        for range in ranges.chunks_exact(2) {
            for (number, entry) in (range[0]..).zip(entries.by_ref().take(range[1])) {
                let (kind_of, rest) = entry.split_at(kind);
                let (second, third) = rest.split_at(second);
                let place = match (if kind == 0 { 1 } else { big_endian(kind_of) }, third) {
                    (1, _) => Place::At(big_endian(second)),
                    (2, third) => {
                        let stream = u32::try_from(big_endian(second));
                        Place::Inside(stream.map_err(|_| Unreadable::Damaged)?, big_endian(third))
                    }
                    _ => Place::Nowhere,
                };
                let number = u32::try_from(number).map_err(|_| Unreadable::Damaged)?;
                self.places.entry(number).or_insert(place);
            }
        }
        Ok(Section { fields, gone: Vec::new() })
    }
}

fn big_endian(bytes: &[u8]) -> usize {
    bytes.iter().fold(0usize, |number, byte| number.wrapping_shl(8) | usize::from(*byte))
}
