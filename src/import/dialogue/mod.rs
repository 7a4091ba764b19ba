//! A map made by asking somebody who looks at the spreadsheet.
//!
//! Every question is about one figure, and every answer is shown with what stands there
//! before it is taken. What is made is the same text that could have been written by hand
//! (`docs/underlag.md`); a map that has been made once serves year after year.

mod answers;
mod cells;
mod rows;
mod view;

use crate::finding::shorten;
use crate::spreadsheet::{CellPlace, Sheet, Workbook};
use crate::yaml::edit::{self, Tree};
use crate::year_file::YearFile;
use answers::Answers;

/// Whoever is asked: a person at a terminal, or a test.
pub trait Asked {
    /// Shows a text.
    fn show(&mut self, text: &str);

    /// Asks a question. The answer comes without white space around it; nothing when no more
    /// answers come.
    fn answer(&mut self, question: &str) -> Option<String>;
}

/// How a dialogue can end without a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfinished {
    /// Whoever was asked wanted no more, or is gone.
    Stopped,
    /// No question was answered with a place.
    NothingSaid,
}

/// Why a dialogue goes no further.
enum Halt {
    /// There is to be no map.
    Unfinished(Unfinished),
    /// The latest answer is taken back.
    Back,
}

impl From<Unfinished> for Halt {
    fn from(unfinished: Unfinished) -> Self {
        Self::Unfinished(unfinished)
    }
}

/// The word that ends the dialogue.
const STOP: &str = "avbryt";

/// The word that takes the latest answer back.
const BACK: &str = "tillbaka";

/// The sign that shows the sheet.
const SHOW: char = '?';

/// Whether what is answered is about the dialogue and no answer to the question.
fn is_aside(answer: &str) -> bool {
    answer.starts_with(SHOW) || [STOP, BACK].contains(&answer.to_lowercase().as_str())
}

/// Asks where everything stands in a spreadsheet. What comes is the text of a map; `source`
/// is the spreadsheet's name, for the map's first line.
///
/// # Errors
/// Why there is no map.
pub fn make_map(
    workbook: &Workbook,
    year_file: &YearFile,
    source: &str,
    asked: &mut dyn Asked,
) -> Result<String, Unfinished> {
    asked.show(INTRODUCTION);
    let mut answers = Answers::of(asked);
    loop {
        match map(workbook, year_file, source, &mut answers) {
            Ok(map) => return Ok(map),
            Err(Halt::Unfinished(unfinished)) => return Err(unfinished),
            Err(Halt::Back) if answers.take_back().is_some() => {}
            Err(Halt::Back) => answers.show("  Det finns inget svar att ta tillbaka.\n"),
        }
    }
}

/// One round of the dialogue: up to its end, or until an answer is taken back.
fn map(
    workbook: &Workbook,
    year_file: &YearFile,
    source: &str,
    asked: &mut Answers<'_>,
) -> Result<String, Halt> {
    let Some(first) = workbook.sheets.first() else { return Err(Unfinished::NothingSaid.into()) };
    let mut dialogue = Dialogue { workbook, year_file, sheet: first, asked };
    dialogue.sheet = dialogue.choose_sheet("Vilket blad står siffrorna på?")?;
    let kinds = ["färdiga siffror", "en rad för varje klient, att räkna", "båda delarna"];
    let kind = dialogue.choose("Vad finns i kalkylarket?", &kinds.map(str::to_owned), 0)?;
    let usual = dialogue.sheet;
    let (mut figures, mut rows) = (Vec::new(), None);
    if kind != 1 {
        figures = dialogue.figures()?;
    }
    if kind != 0 {
        rows = dialogue.rows(usual)?;
    }
    if figures.is_empty() && rows.is_none() {
        return Err(Unfinished::NothingSaid.into());
    }
    let mut map = Vec::new();
    if workbook.sheets.len() > 1 {
        map.push(("blad".to_owned(), Tree::text(&usual.name)));
    }
    if !figures.is_empty() {
        map.push(("siffror".to_owned(), Tree::List(figures)));
    }
    map.extend(rows.map(|rows| ("rader".to_owned(), rows)));
    let source = source.replace(char::is_control, " ");
    let remarks = [
        format!("Karta över {source}: var siffrorna står."),
        "Den gäller årsfilens verksamhetsår, eller det som anges med --år.".to_owned(),
    ];
    Ok(edit::new_text(&remarks, &Tree::Group(map)))
}

const INTRODUCTION: &str = "\
Frågorna gäller var varje uppgift står. Tryck bara Enter om den inte finns.
  ?         visar bladet
  ?D40      visar det från cellen D40
  tillbaka  tar tillbaka det senaste svaret
  avbryt    slutar utan att något skrivs
";

struct Dialogue<'d, 'a> {
    workbook: &'d Workbook,
    year_file: &'d YearFile,
    /// The sheet that is meant when an answer names none.
    sheet: &'d Sheet,
    asked: &'d mut Answers<'a>,
}

impl<'d> Dialogue<'d, '_> {
    /// Asks until there is an answer; an empty one is one.
    fn ask(&mut self, question: &str) -> Result<String, Halt> {
        loop {
            let answer = self.asked.answer(question).ok_or(Unfinished::Stopped)?;
            match answer.to_lowercase().as_str() {
                STOP => return Err(Unfinished::Stopped.into()),
                BACK => return Err(Halt::Back),
                _ => {}
            }
            let Some(place) = answer.strip_prefix(SHOW) else { return Ok(answer) };
            let from = if place.trim().is_empty() {
                Some(CellPlace { row: 0, column: 0 })
            } else {
                place.parse().ok()
            };
            match from {
                Some(from) => self.asked.show(&view::of(self.sheet, from)),
                None => {
                    self.say(&format!("”{}” är ingen cell, till exempel ?D40.", shorten(place)));
                }
            }
        }
    }

    fn say(&mut self, text: &str) {
        self.asked.show(&format!("  {text}\n"));
    }

    /// Whether something is right; Enter means what is usual.
    fn is_so(&mut self, question: &str, usually: bool) -> Result<bool, Halt> {
        let usual = if usually { "ja" } else { "nej" };
        loop {
            let answer = self.ask(&format!("  {question} (ja eller nej, Enter = {usual}) "))?;
            match super::rows::yes_or_no(&answer) {
                _ if answer.is_empty() => return Ok(usually),
                Some(is_so) => return Ok(is_so),
                None => self.say("Svara ja eller nej."),
            }
        }
    }

    /// One of several things, by its number; Enter means the usual one.
    fn choose(&mut self, question: &str, things: &[String], usual: usize) -> Result<usize, Halt> {
        let mut list = format!("\n{question}\n");
        for (number, thing) in (1..).zip(things) {
            list.extend(["  ", &number.to_string(), " ", thing, "\n"]);
        }
        self.asked.show(&list);
        loop {
            let answer = self.ask(&format!("Nummer (Enter = {}): ", usual + 1))?;
            if answer.is_empty() {
                return Ok(usual);
            }
            match answer.parse::<usize>().ok().and_then(|number| number.checked_sub(1)) {
                Some(index) if index < things.len() => return Ok(index),
                _ => self.say(&format!("Svara med ett nummer från 1 till {}.", things.len())),
            }
        }
    }

    /// One of the sheets; not asked when there is only one.
    fn choose_sheet(&mut self, question: &str) -> Result<&'d Sheet, Halt> {
        let sheets = &self.workbook.sheets;
        if sheets.len() < 2 {
            return Ok(self.sheet);
        }
        let name = |sheet: &Sheet| {
            let hidden = if sheet.is_hidden { " (dolt)" } else { "" };
            format!("{}{hidden}", shorten(&sheet.name))
        };
        let names: Vec<String> = sheets.iter().map(name).collect();
        let usual = sheets.iter().position(|sheet| *sheet == *self.sheet).unwrap_or(0);
        let chosen = self.choose(question, &names, usual)?;
        Ok(sheets.get(chosen).unwrap_or(self.sheet))
    }
}
