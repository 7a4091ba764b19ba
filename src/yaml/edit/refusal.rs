//! Why a file is not changed.

use std::sync::Arc;

use super::path::{Path, Step};
use crate::finding::{Finding, nearest, shorten};
use crate::source::{Source, Span};
use crate::yaml::{MAX_BYTES, Node, Value};

/// Why a file is not changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// What was typed is no path.
    NoPath(String),
    /// There is no such key; these are there.
    Missing { key: Path, within: Span, known: Vec<String> },
    /// There is no such item; there are so many.
    NoItem { list: Path, within: Span, index: usize, count: usize },
    /// A key or a number of an item, where there is one value only.
    NoList(Path, Span),
    /// An item of a list has no key.
    NoKey(Path),
    /// The key is there already.
    KeyIsThere(Path, Span),
    /// No key can be written so.
    BadKey(String),
    /// The whole file can't be removed, renamed or moved.
    WholeFile,
    /// It could not be read.
    Unreadable(Path, Span),
    /// It is written in a way that can't be changed without anything else.
    Odd(Path, Span),
    /// What would stand there could not be read as what it is.
    Unwritable(Path, Span, Box<Finding>),
    /// The file would be too large.
    TooLarge,
}

impl Refusal {
    /// That a step leads nowhere.
    pub fn missing(path: &Path, node: &Node, step: &Step) -> Self {
        let within = node.span.clone();
        match (&node.value, step) {
            (Value::Sequence(items), Step::Item(index)) => {
                Self::NoItem { list: path.clone(), within, index: *index, count: items.len() }
            }
            (Value::Sequence(items), Step::Key(_)) => {
                Self::NoItem { list: path.clone(), within, index: usize::MAX, count: items.len() }
            }
            (Value::Mapping(_) | Value::Null, step) => {
                let entries = node.entries().unwrap_or_default().iter();
                let known = entries.map(|entry| entry.key.to_string()).collect();
                Self::Missing { key: path.and(step.clone()), within, known }
            }
            _ => Self::NoList(path.clone(), within),
        }
    }

    /// The finding that says it.
    pub fn finding(self, source: &Arc<Source>) -> Finding {
        let error = |span: Span, message: String| {
            Finding::error("går-inte-att-ändra", source, span, message)
        };
        let first_line = |span: Span| {
            let text = source.slice(&span);
            let line = text.lines().next().unwrap_or_default();
            span.start..span.start + line.len()
        };
        match self {
            Self::NoPath(typed) => error(0..0, format!("`{}` är ingen plats i en årsfil", shorten(&typed)))
                .hint("Skriv nycklarna med punkt emellan, till exempel `statistik.2025.klienter`. Delarna i en lista räknas från 0: `brister[0].åtgärd`."),
            Self::Missing { key, within, known } => {
                let last = key.0.last().map(|step| Path(vec![step.clone()]).to_string()).unwrap_or_default();
                let known: Vec<&str> = known.iter().map(String::as_str).collect();
                let finding = error(first_line(within), format!("`{}` finns inte i årsfilen", shorten(&key.to_string())));
                match nearest(&last, &known) {
                    Some(near) => finding.hint(format!("Menade du `{near}`?")),
                    None if known.is_empty() => finding.hint("Där står ingenting än."),
                    None => finding.hint(format!("Här finns: {}.", known.join(", "))),
                }
            }
            Self::NoItem { list, within, index, count } => {
                let parts = match count {
                    0 => "inga delar".to_owned(),
                    1 => format!("en del, `{list}[0]`"),
                    _ => format!("{count} delar, `{list}[0]` till `{list}[{}]`", count - 1),
                };
                let message = if index == usize::MAX {
                    format!("`{}` är en lista och har inga nycklar", shorten(&list.to_string()))
                } else {
                    format!("`{}` har ingen del med nummer {index}", shorten(&list.to_string()))
                };
                error(first_line(within), message).hint(format!("Listan har {parts}. `tjut sätt` med `{list}[{count}]` lägger till en."))
            }
            Self::NoList(path, span) => error(first_line(span), format!("`{}` är ett enda värde, med varken nycklar eller delar under sig", shorten(&path.to_string())))
                .hint("Skriv platsen utan det som står efter den."),
            Self::NoKey(path) => error(0..0, format!("`{}` är en del av en lista och har ingen nyckel", shorten(&path.to_string())))
                .hint("Bara det som har en nyckel kan få en annan."),
            Self::KeyIsThere(path, span) => error(first_line(span), format!("`{}` finns redan", shorten(&path.to_string())))
                .hint("Välj en annan nyckel, eller ändra värdet som står där."),
            Self::BadKey(key) => error(0..0, format!("”{}” kan inte vara en nyckel", shorten(&key)))
                .hint("En nyckel är ett eller flera ord på en rad."),
            Self::WholeFile => error(0..0, "hela årsfilen kan varken tas bort eller flyttas så".to_owned())
                .hint("Ange en plats i filen, till exempel `statistik.2025.klienter`."),
            Self::Unreadable(path, span) => error(first_line(span), format!("`{}` kan inte ändras, eftersom det inte kan läsas", shorten(&path.to_string())))
                .hint("Rätta först felen i årsfilen; `tjut kontrollera` visar dem."),
            Self::Odd(path, span) => error(first_line(span), format!("`{}` är skrivet på ett sätt som programmet inte kan ändra", shorten(&path.to_string())))
                .because("Programmet ändrar bara där det är säkert att inget annat i filen rörs.")
                .hint("Ändra stället för hand."),
            Self::Unwritable(path, span, found) => {
                let finding = error(first_line(span), format!("`{}` kan inte få det värdet", shorten(&path.to_string())));
                let finding = finding.because(format!("Så skrivet går det inte att läsa: {}.", found.message));
                match found.hint {
                    Some(hint) => finding.hint(hint),
                    None => finding.hint("Skriv värdet på ett annat sätt."),
                }
            }
            Self::TooLarge => error(0..0, format!("filen skulle bli större än {} kB", MAX_BYTES / 1024))
                .hint("Korta av texten."),
        }
    }
}
