//! What is written on a page, by the number that the structure tree knows it by
//! (ISO 32000-1, 14.6).

use std::collections::HashMap;
use std::rc::Rc;

use super::Unreadable;
use super::file::Pdf;
use super::font::{Font, text_string};
use super::object::{Dictionary, Object, Parser};

/// The most objects before one operator.
const MAX_OPERANDS: usize = 100_000;

/// The most bytes of text that a file may come to.
const MAX_TEXT: usize = 16 * 1024 * 1024;

/// The most fonts that are read.
const MAX_FONTS: usize = 5_000;

/// How far forms may stand inside one another.
const MAX_FORMS: usize = 8;

/// How far the marks and the states of a page may stand inside one another.
const MAX_OPEN: usize = 512;

/// The texts of a file: by the page or form that they stand in, and their number there.
pub(super) struct Texts {
    by_mark: HashMap<(u32, i64), String>,
    /// What stands on pages and has no number, in the order of the pages.
    beside: Vec<(u32, String)>,
    fonts: HashMap<u32, Rc<Font>>,
    fonts_left: usize,
    size: usize,
}

impl Default for Texts {
    fn default() -> Self {
        let (by_mark, fonts) = (HashMap::new(), HashMap::new());
        Self { by_mark, beside: Vec::new(), fonts, fonts_left: MAX_FONTS, size: 0 }
    }
}

impl Texts {
    /// What stands under a number on a page or in a form.
    pub(super) fn of(&self, owner: u32, number: i64) -> &str {
        self.by_mark.get(&(owner, number)).map(String::as_str).unwrap_or_default()
    }

    /// Reads what is written on a page.
    pub(super) fn read_page(
        &mut self,
        file: &Pdf<'_>,
        number: u32,
        resources: &Dictionary,
        content: &[u8],
    ) -> Result<(), Unreadable> {
        let mut reader = Reader {
            file,
            texts: self,
            page: number,
            owner: number,
            resources,
            open: Vec::new(),
            font: Rc::default(),
            fonts: Vec::new(),
            forms: 0,
        };
        reader.read(content)
    }

    /// What stands on pages and belongs to no element, page by page.
    pub(super) fn beside(&self) -> impl Iterator<Item = &str> {
        self.beside.iter().map(|(_, words)| words.as_str())
    }

    fn grow(&mut self, words: &str) -> Result<(), Unreadable> {
        self.size += words.len() + 1;
        if self.size > MAX_TEXT { Err(Unreadable::TooLarge) } else { Ok(()) }
    }

    fn add_beside(&mut self, page: u32, words: &str) -> Result<(), Unreadable> {
        self.grow(words)?;
        match self.beside.last_mut() {
            Some((last, text)) if *last == page => {
                text.push(' ');
                text.push_str(words);
            }
            _ => self.beside.push((page, words.to_owned())),
        }
        Ok(())
    }

    fn add(&mut self, mark: (u32, i64), words: &str) -> Result<(), Unreadable> {
        self.grow(words)?;
        self.by_mark.entry(mark).or_default().push_str(words);
        Ok(())
    }
}

/// A mark that is open: its number, with whose it is, and whether what is shown in it is
/// passed by, since another text stands for it or it is no part of the paper.
#[derive(Clone, Copy)]
struct Mark {
    number: Option<(u32, i64)>,
    is_passed_by: bool,
}

struct Reader<'r, 'b> {
    file: &'r Pdf<'b>,
    texts: &'r mut Texts,
    page: u32,
    owner: u32,
    resources: &'r Dictionary,
    open: Vec<Mark>,
    font: Rc<Font>,
    /// The fonts that are in force again when something has been drawn.
    fonts: Vec<Rc<Font>>,
    forms: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self, content: &[u8]) -> Result<(), Unreadable> {
        let mut parser = Parser::new(content, 0, MAX_OPERANDS);
        let mut operands = Vec::new();
        while let Some(object) = parser.next()? {
            if let Object::Keyword(word) = &object {
                if word == b"ID" {
                    skip_picture(content, &mut parser);
                } else {
                    self.operator(word, &operands)?;
                }
                operands.clear();
                parser.refill(MAX_OPERANDS);
            } else {
                operands.push(object);
            }
        }
        Ok(())
    }

    fn operator(&mut self, word: &[u8], operands: &[Object]) -> Result<(), Unreadable> {
        match word {
            b"BMC" => self.begin(operands.first(), None)?,
            b"BDC" => self.begin(operands.first(), operands.get(1))?,
            b"EMC" => drop(self.open.pop()),
            b"q" => {
                if self.fonts.len() >= MAX_OPEN {
                    return Err(Unreadable::Damaged);
                }
                self.fonts.push(Rc::clone(&self.font));
            }
            b"Q" => self.font = self.fonts.pop().unwrap_or_default(),
            b"Tf" => self.set_font(operands.first())?,
            b"Tj" | b"TJ" => self.show(operands.first())?,
            b"'" | b"\"" => self.show(operands.last())?,
            b"Do" => self.draw(operands.first())?,
            _ => {}
        }
        Ok(())
    }

    /// Opens a mark. One that has no number is a part of the one that it stands in.
    fn begin(
        &mut self,
        tag: Option<&Object>,
        properties: Option<&Object>,
    ) -> Result<(), Unreadable> {
        if self.open.len() >= MAX_OPEN {
            return Err(Unreadable::Damaged);
        }
        let around = self.open.last().copied();
        let named = match properties.and_then(Object::name) {
            Some(name) => self.resource("Properties", name)?,
            None => None,
        };
        let fields = match (&named, properties) {
            (Some(named), _) => named.dictionary(),
            (None, properties) => properties.and_then(Object::dictionary),
        };
        let number = fields.and_then(|fields| fields.get("MCID").integer());
        let number = number.map(|number| (self.owner, number));
        let number = number.or(around.and_then(|around| around.number));
        let instead = fields.and_then(|fields| fields.get("ActualText").text()).map(text_string);
        let was_passed_by = around.is_some_and(|around| around.is_passed_by);
        let is_artifact = tag.and_then(Object::name) == Some("Artifact");
        let is_passed_by = was_passed_by || instead.is_some() || is_artifact;
        self.open.push(Mark { number, is_passed_by });
        match (number, instead) {
            (Some(number), Some(words)) if !was_passed_by => self.texts.add(number, &words),
            _ => Ok(()),
        }
    }

    fn show(&mut self, shown: Option<&Object>) -> Result<(), Unreadable> {
        let mark = self.open.last().copied();
        if mark.is_some_and(|mark| mark.is_passed_by) {
            return Ok(());
        }
        let mut words = String::new();
        let parts = shown.map(std::slice::from_ref).unwrap_or_default();
        let parts = shown.and_then(Object::array).unwrap_or(parts);
        for codes in parts.iter().filter_map(Object::text) {
            self.font.spell(codes, MAX_TEXT, &mut words)?;
        }
        match mark.and_then(|mark| mark.number) {
            Some(number) => self.texts.add(number, &words),
            None => self.texts.add_beside(self.page, &words),
        }
    }

    /// A resource of the page with a name.
    fn resource(&self, kind: &str, name: &str) -> Result<Option<Rc<Object>>, Unreadable> {
        let resources = self.file.value(self.resources, kind)?;
        let Some(resources) = resources.dictionary() else { return Ok(None) };
        match resources.get(name).reference() {
            Some(number) => self.file.object(number).map(Some),
            None => Ok(None),
        }
    }

    fn set_font(&mut self, name: Option<&Object>) -> Result<(), Unreadable> {
        let Some(name) = name.and_then(Object::name) else { return Ok(()) };
        let fonts = self.file.value(self.resources, "Font")?;
        let Some(fonts) = fonts.dictionary() else { return Ok(()) };
        let number = fonts.get(name).reference();
        if let Some(known) = number.and_then(|number| self.texts.fonts.get(&number)) {
            self.font = Rc::clone(known);
            return Ok(());
        }
        let fonts_left = self.texts.fonts_left.checked_sub(1);
        self.texts.fonts_left = fonts_left.ok_or(Unreadable::TooLarge)?;
        let font = self.file.value(fonts, name)?;
        let font = match font.dictionary() {
            Some(fields) => Rc::new(Font::read(self.file, fields)?),
            None => Rc::default(),
        };
        if let Some(number) = number {
            self.texts.fonts.insert(number, Rc::clone(&font));
        }
        self.font = font;
        Ok(())
    }

    /// Reads a form that is drawn.
    fn draw(&mut self, name: Option<&Object>) -> Result<(), Unreadable> {
        let Some(name) = name.and_then(Object::name) else { return Ok(()) };
        let forms = self.file.value(self.resources, "XObject")?;
        let Some(forms) = forms.dictionary() else { return Ok(()) };
        let form = self.file.value(forms, name)?;
        let Some(fields) = form.dictionary() else { return Ok(()) };
        if fields.get("Subtype").name() != Some("Form") {
            return Ok(());
        }
        if self.forms >= MAX_FORMS {
            return Err(Unreadable::Damaged);
        }
        let own = self.file.value(fields, "Resources")?;
        let content = self.file.data(&form)?;
        let mut reader = Reader {
            file: self.file,
            texts: &mut *self.texts,
            page: self.page,
            owner: forms.get(name).reference().unwrap_or(self.owner),
            resources: own.dictionary().unwrap_or(self.resources),
            open: self.open.last().copied().into_iter().collect(),
            font: Rc::clone(&self.font),
            fonts: Vec::new(),
            forms: self.forms + 1,
        };
        reader.read(&content)
    }
}

/// Passes by the data of a picture that stands among the operators.
fn skip_picture(content: &[u8], parser: &mut Parser<'_>) {
    let rest = content.get(parser.at..).unwrap_or_default();
    let end = rest
        .windows(3)
        .position(|window| window.starts_with(b"EI") && window[2].is_ascii_whitespace());
    parser.at = end.map_or(content.len(), |end| parser.at + end + 2);
}
