//! A table with a row for each client.

use super::{Dialogue, Halt};
use crate::finding::shorten;
use crate::import::chosen::{known_name, part_names};
use crate::import::map::{ColumnMap, Says};
use crate::import::rows::yes_or_no;
use crate::measures::{CLIENTS, NEW};
use crate::spreadsheet::{CellPlace, Sheet};
use crate::yaml::edit::Tree;

/// The most words of a column that are asked about.
const MOST_WORDS: usize = 40;

impl Dialogue<'_, '_> {
    /// What a table's columns count, as a part of a map.
    pub(super) fn rows(&mut self, usual: &Sheet) -> Result<Option<Tree>, Halt> {
        self.sheet = self.choose_sheet("Vilket blad har en rad för varje klient?")?;
        let sheet = self.sheet;
        let Some(heading_row) = self.heading_row()? else { return Ok(None) };
        let each = ["en klient under året".to_owned(), "en ny klient".to_owned()];
        let each = match self.choose("Vad är varje rad?", &each, 0)? {
            0 => CLIENTS,
            _ => NEW,
        };
        let known = ColumnMap::known();
        self.asked.show(&format!(
            "\nVad räknas varje kolumn som? Svara med ett av orden, eller Enter om den inte räknas.\n  {}\n",
            known.join(", ")
        ));
        let mut columns = Vec::new();
        let headings: Vec<(u32, String)> = sheet
            .row(heading_row)
            .filter_map(|(place, cell)| Some((place.column, cell.as_name()?)))
            .collect();
        for (column, heading) in headings {
            columns.extend(self.column(heading_row, column, &heading)?);
        }
        if columns.is_empty() {
            return Ok(None);
        }
        let mut entries = Vec::new();
        if *sheet != *usual {
            entries.push(("blad".to_owned(), Tree::text(&sheet.name)));
        }
        if heading_row > 0 {
            entries.push(("rubrikrad".to_owned(), Tree::word(u64::from(heading_row) + 1)));
        }
        entries.push(("varje_rad".to_owned(), Tree::text(each)));
        entries.push(("kolumner".to_owned(), Tree::List(columns)));
        Ok(Some(Tree::Group(entries)))
    }

    /// The row that the headings stand on, from nought; nothing when the sheet is empty.
    fn heading_row(&mut self) -> Result<Option<u32>, Halt> {
        let sheet = self.sheet;
        if sheet.last_row().is_none() {
            self.say("Bladet är tomt.");
            return Ok(None);
        }
        loop {
            let answer = self.ask("På vilken rad står rubrikerna? (Enter = 1) ")?;
            let row = if answer.is_empty() { Some(1) } else { answer.parse::<u32>().ok() };
            let Some(row) = row.and_then(|row| row.checked_sub(1)) else {
                self.say("Svara med radens nummer, till exempel 3.");
                continue;
            };
            let headings: Vec<String> = sheet
                .row(row)
                .filter_map(|(_, cell)| Some(format!("”{}”", shorten(&cell.as_name()?))))
                .collect();
            if headings.is_empty() {
                self.say("Den raden är tom. Skriv ? för att se bladet.");
                continue;
            }
            self.say(&format!("Där står {}.", crate::swedish::join(&headings)));
            if self.is_so("Är det rubrikerna?", true)? {
                return Ok(Some(row));
            }
        }
    }

    /// What a column is counted as, with what its words mean.
    fn column(
        &mut self,
        heading_row: u32,
        column: u32,
        heading: &str,
    ) -> Result<Option<Tree>, Halt> {
        let (key, says) = loop {
            let answer = self.ask(&format!("Kolumnen ”{}”: ", shorten(heading)))?;
            if answer.is_empty() {
                return Ok(None);
            }
            let key = answer.to_lowercase();
            match ColumnMap::says(&key) {
                Some(says) => break (key, says),
                None => {
                    self.say(&format!("Här kan stå: {}.", ColumnMap::known().join(", ")));
                }
            }
        };
        let names = match says {
            Says::Whether(_) => vec!["ja".to_owned(), "nej".to_owned()],
            Says::Which(division) => part_names(self.year_file, division, *self.year_file.year),
        };
        let is_known = |word: &str| match says {
            Says::Whether(_) => yes_or_no(word).is_some(),
            // Where the year file has no names yet, the column gives them.
            Says::Which(_) => names.is_empty() || known_name(word, &names).is_ok(),
        };
        let unknown: Vec<String> =
            self.words_below(heading_row, column).into_iter().filter(|it| !is_known(it)).collect();
        let mut meanings = Vec::new();
        if !unknown.is_empty() {
            let names = names.join(", ");
            self.say(&format!(
                "Vad betyder orden? Svara med något av: {names}. Enter lämnar ordet."
            ));
        }
        for word in unknown {
            if let Some(name) = self.meaning(&word, &names)? {
                meanings.push((word, Tree::text(name)));
            }
        }
        let mut entries = vec![
            ("rubrik".to_owned(), Tree::text(heading)),
            ("räknas_som".to_owned(), Tree::text(key)),
        ];
        if !meanings.is_empty() {
            entries.push(("värden".to_owned(), Tree::Group(meanings)));
        }
        Ok(Some(Tree::Group(entries)))
    }

    fn meaning(&mut self, word: &str, names: &[String]) -> Result<Option<String>, Halt> {
        loop {
            let answer = self.ask(&format!("  ”{}” betyder: ", shorten(word)))?;
            if answer.is_empty() {
                return Ok(None);
            }
            match known_name(&answer, names) {
                Ok(name) => return Ok(Some(name.to_owned())),
                Err(Some(near)) => self.say(&format!("Menade du ”{near}”?")),
                Err(None) => self.say(&format!("Här kan stå: {}.", names.join(", "))),
            }
        }
    }

    /// The different words of a column below its heading, as they come.
    fn words_below(&self, heading_row: u32, column: u32) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        let rows = heading_row + 1..=self.sheet.last_row().unwrap_or(heading_row);
        for row in rows {
            let Some(word) = self.sheet.text(CellPlace { row, column }) else { continue };
            let is_new = !words.iter().any(|known| known.to_lowercase() == word.to_lowercase());
            if is_new {
                words.push(word);
            }
            if words.len() == MOST_WORDS {
                break;
            }
        }
        words
    }
}
