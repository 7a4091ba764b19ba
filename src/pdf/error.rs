//! Why a PDF could not be made.

use std::fmt;

use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use super::world::PaperWorld;

/// Why a PDF could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A font file is not TrueType or OpenType.
    Font {
        /// Its place among the font files, counted from 0.
        position: usize,
    },
    /// Document or profile could not be handed over to the layout.
    Data(String),
    /// Typst could not set the paper, or the result would break the PDF standards.
    Typeset(Vec<Message>),
}

/// What Typst says, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// The line in the layout, counted from 1, when the message is about one.
    pub line: Option<usize>,
    /// What is wrong.
    pub text: String,
    /// What could be done about it.
    pub hints: Vec<String>,
}

/// All of Typst's messages as one error.
pub(super) fn typeset<'d>(
    world: &PaperWorld,
    diagnostics: impl IntoIterator<Item = &'d SourceDiagnostic>,
) -> Error {
    Error::Typeset(diagnostics.into_iter().map(|diagnostic| message(world, diagnostic)).collect())
}

fn message(world: &PaperWorld, diagnostic: &SourceDiagnostic) -> Message {
    let place = diagnostic.span.id().zip(world.range(diagnostic.span));
    Message {
        line: place.and_then(|(id, range)| world.layout_line(id, range.start)),
        text: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Font { position } => {
                write!(f, "typsnittsfil nummer {} går inte att läsa", position + 1)
            }
            Self::Data(text) => write!(f, "underlaget till PDF-filen går inte att skriva: {text}"),
            Self::Typeset(messages) => {
                f.write_str("PDF-filen går inte att sätta")?;
                messages.iter().try_for_each(|message| write!(f, "\n{message}"))
            }
        }
    }
}

impl fmt::Display for Message {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(line) = self.line {
            write!(f, "layout.typ rad {line}: ")?;
        }
        f.write_str(&self.text)?;
        self.hints.iter().try_for_each(|hint| write!(f, "\n  {hint}"))
    }
}

impl std::error::Error for Error {}
