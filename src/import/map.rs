//! A map: where the figures stand in a spreadsheet that is not the program's own.

use std::sync::Arc;

use super::target::{Target, UnknownTarget};
use crate::finding::{Finding, shorten};
use crate::measures::{CLIENTS, Division, NEW};
use crate::source::Source;
use crate::spreadsheet::{Area, CellPlace};
use crate::yaml;
use crate::year_file::read::{Read as _, Reader, record};
use crate::year_file::values::{Count, Text, Year};

record! {
    /// En karta: var siffrorna står i ett kalkylark.
    pub struct SourceMap {
        /// Året som siffrorna gäller. Utelämnas det så gäller de årsfilens verksamhetsår.
        "år" => year: Option<Year> = 2026,
        /// Bladet som siffrorna står på, när inget annat sägs. Har filen bara ett blad behövs det inte.
        "blad" => sheet: Option<Text> = "Statistik",
        /// Celler som var och en har en siffra, eller områden med namn och antal.
        "siffror" => figures: Option<Vec<FigureMap>>,
        /// En tabell med en rad för varje klient, att räkna.
        "rader" => rows: Option<RowsMap>,
    }
}

record! {
    /// En siffra, eller en fördelning med namn och antal.
    pub struct FigureMap {
        /// Fältet i årsfilen: klienter, kön.kvinnor, ekonomi.använt, eller en fördelning som ålder.
        "fält" => field: Text = "klienter",
        /// Bladet, när det är ett annat än kartans.
        "blad" => sheet: Option<Text> = "Statistik",
        /// Cellen som siffran står i.
        "cell" => cell: Option<Text> = "C5",
        /// Cellerna som fördelningens namn står i.
        "namn" => names: Option<Text> = "A12:A15",
        /// Cellerna som fördelningens antal står i, lika många.
        "antal" => counts: Option<Text> = "C12:C15",
        /// Vad namnen betyder, när de inte är årsfilens egna.
        "värden" => meanings: Option<Vec<(Text, Text)>> = { "Unga": "18–29 år" },
    }
}

record! {
    /// En tabell vars rader räknas.
    pub struct RowsMap {
        /// Bladet, när det är ett annat än kartans.
        "blad" => sheet: Option<Text> = "Klienter",
        /// Raden som rubrikerna står på; annars den första.
        "rubrikrad" => heading_row: Option<Count> = 1,
        /// Vad varje rad är: klienter eller nya.
        "varje_rad" => each: Text = "klienter",
        /// Kolumnerna som räknas.
        "kolumner" => columns: Vec<ColumnMap>,
    }
}

record! {
    /// En kolumn som räknas.
    pub struct ColumnMap {
        /// Kolumnens rubrik, som den står.
        "rubrik" => heading: Text = "Kön",
        /// Vad den räknas som: en fördelning, eller ett antal när den säger ja eller nej.
        "räknas_som" => counted_as: Text = "kön",
        /// Vad orden i kolumnen betyder, när de inte är årsfilens egna.
        "värden" => meanings: Option<Vec<(Text, Text)>> = { "K": "Kvinnor", "M": "Män" },
    }
}

/// What a figure of a map is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum FigurePlace {
    /// One cell.
    Cell(Target, CellPlace),
    /// Names and counts beside each other.
    Division(&'static Division, Area, Area),
}

/// Reads a map, and finds what is wrong with it by itself.
///
/// # Errors
/// What was found.
pub fn load(source: &Arc<Source>) -> Result<SourceMap, Vec<Finding>> {
    let (root, mut findings) = yaml::read(source);
    let mut reader = Reader::new(source);
    let map = root.as_ref().and_then(|root| SourceMap::read(root, &mut reader));
    findings.extend(reader.finish().findings);
    if let Some(map) = map.as_ref().filter(|_| findings.is_empty()) {
        let figures = map.figures.iter().flatten();
        findings.extend(
            figures.filter_map(|figure| figure.place(source).err()).map(|finding| *finding),
        );
        if let Some(rows) = &map.rows {
            findings.extend(rows.findings(source));
        }
        if map.figures.as_ref().is_none_or(Vec::is_empty) && map.rows.is_none() {
            let finding = Finding::error(
                "karta-tom",
                source,
                0..0,
                "kartan säger inte var någon siffra står",
            );
            findings.push(finding.hint("Skriv under `siffror:` var siffrorna står, eller under `rader:` vilken tabell som ska räknas."));
        }
    }
    match map {
        Some(map) if findings.is_empty() => Ok(map),
        _ => Err(findings),
    }
}

impl FigureMap {
    /// Where the figure stands.
    pub(super) fn place(&self, source: &Arc<Source>) -> Result<FigurePlace, Box<Finding>> {
        let error = |text: &Text, message: String, hint: &str| {
            let finding = Finding::error("karta-fel", source, text.span.clone(), message);
            Box::new(finding.hint(hint))
        };
        let not_a_cell = |text: &Text| {
            error(
                text,
                format!("”{}” är ingen cell", shorten(text)),
                "Skriv kolumnens bokstav och radens nummer, till exempel C5.",
            )
        };
        let not_an_area = |text: &Text| {
            error(
                text,
                format!("”{}” är inga celler i rad", shorten(text)),
                "Skriv den första och den sista cellen med kolon emellan, till exempel A12:A15.",
            )
        };
        let line = |text: &Text| -> Result<Area, Box<Finding>> {
            let area: Area = text.parse().map_err(|_| not_an_area(text))?;
            if area.is_line() { Ok(area) } else { Err(not_an_area(text)) }
        };
        if let (Some((word, _)), Some(_)) =
            (self.meanings.as_ref().and_then(|meanings| meanings.first()), &self.cell)
        {
            return Err(error(
                word,
                "`värden:` hör till en hel fördelning, inte till en cell".to_owned(),
                "Ta bort `värden:`, eller ange `namn:` och `antal:` i stället för `cell:`.",
            ));
        }
        match (Division::of_key(&self.field), &self.cell, &self.names, &self.counts) {
            (None, Some(cell), None, None) => {
                let target = Target::of_name(&self.field)
                    .map_err(|unknown| unknown_field(source, &self.field, &unknown))?;
                Ok(FigurePlace::Cell(target, cell.parse().map_err(|_| not_a_cell(cell))?))
            }
            (Some(division), None, Some(names), Some(counts)) => {
                let (name_area, count_area) = (line(names)?, line(counts)?);
                if name_area.size() != count_area.size() {
                    let (names, counts_size) = (name_area.size(), count_area.size());
                    return Err(error(
                        counts,
                        format!("namnen är {names} celler men antalen {counts_size}"),
                        "Ange lika många celler för namnen som för antalen.",
                    ));
                }
                Ok(FigurePlace::Division(division, name_area, count_area))
            }
            (None, ..) => {
                if let Err(unknown) = Target::of_name(&self.field) {
                    return Err(unknown_field(source, &self.field, &unknown));
                }
                Err(error(
                    &self.field,
                    format!("det står inte i vilken cell `{}` finns", shorten(&self.field)),
                    "Skriv `cell:` med en cell, till exempel C5. `namn:` och `antal:` hör till en hel fördelning.",
                ))
            }
            (Some(division), ..) => Err(error(
                &self.field,
                format!("fördelningen på {} behöver både `namn:` och `antal:`", division.key),
                "Ange cellerna för båda, till exempel `namn: A12:A15` och `antal: C12:C15`. För en enda grupp skrivs fältet med gruppens namn efter en punkt, till exempel `ålder.18–29 år`, och `cell:`.",
            )),
        }
    }
}

impl RowsMap {
    fn findings(&self, source: &Arc<Source>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut error = |text: &Text, message: String, hint: String| {
            let finding = Finding::error("karta-fel", source, text.span.clone(), message);
            findings.push(finding.hint(hint));
        };
        let each = self.each.as_str();
        if ![CLIENTS, NEW].contains(&each) {
            error(
                &self.each,
                format!("”{}” är inget som rader kan räknas som", shorten(each)),
                format!(
                    "Skriv {CLIENTS} om varje rad är en klient, eller {NEW} om bara nya klienter har en rad."
                ),
            );
        }
        for column in &self.columns {
            let counted_as = column.counted_as.as_str();
            if column.tells().is_none() {
                error(
                    &column.counted_as,
                    format!("”{}” är inget som en kolumn kan räknas som", shorten(counted_as)),
                    format!("Här kan stå: {}.", crate::swedish::join(&ColumnMap::known())),
                );
            }
        }
        findings
    }
}

/// What a column can say of a row.
pub(super) enum Says {
    /// Whether a measure counts it.
    Whether(&'static crate::measures::Measure),
    /// Which part of a division it is in.
    Which(&'static Division),
}

impl ColumnMap {
    /// What the column says of a row.
    pub(super) fn tells(&self) -> Option<Says> {
        Self::says(&self.counted_as)
    }

    /// What a column says of a row that is counted as something with this name.
    pub(super) fn says(wanted: &str) -> Option<Says> {
        use crate::workbook::layout::{CountingColumn, counting_columns};
        counting_columns().into_iter().find_map(|column| match column.column {
            CountingColumn::Measure(measure) if measure.key == wanted => {
                Some(Says::Whether(measure))
            }
            CountingColumn::Division(division) if division.key == wanted => {
                Some(Says::Which(division))
            }
            _ => None,
        })
    }

    /// What a column can be counted as.
    pub(super) fn known() -> Vec<String> {
        use crate::workbook::layout::{CountingColumn, counting_columns};
        let mut known: Vec<String> = Vec::new();
        for column in counting_columns() {
            let key = match column.column {
                CountingColumn::Month => continue,
                CountingColumn::Measure(measure) => measure.key,
                CountingColumn::Division(division) => division.key,
            };
            if !known.iter().any(|other| other == key) {
                known.push(key.to_owned());
            }
        }
        known
    }
}

fn unknown_field(source: &Arc<Source>, field: &Text, unknown: &UnknownTarget) -> Box<Finding> {
    let hint = match &unknown.near {
        Some(near) => format!("Menade du `{near}`?"),
        None => format!("Här kan stå: {}.", unknown.known.join(", ")),
    };
    let message = format!("fältet `{}` är okänt", shorten(field));
    Box::new(Finding::error("karta-fel", source, field.span.clone(), message).hint(hint))
}
