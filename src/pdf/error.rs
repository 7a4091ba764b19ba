//! Why a PDF could not be made.

use std::fmt;

use typst::diag::SourceDiagnostic;

/// Why a PDF could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A font file is not TrueType or OpenType.
    Font {
        /// Its place among the font files, counted from 0.
        position: usize,
    },
    /// A font family that the profile names is not there.
    Family(String),
    /// Document or profile has something that no PDF can show.
    Data(String),
    /// Typst could not set the paper, or the result would break the PDF standards.
    Typeset(Vec<Message>),
}

/// What Typst says, in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub text: String,
    /// What could be done about it.
    pub hints: Vec<String>,
}

/// All of Typst's messages as one error.
pub(super) fn typeset<'d>(diagnostics: impl IntoIterator<Item = &'d SourceDiagnostic>) -> Error {
    Error::Typeset(diagnostics.into_iter().map(message).collect())
}

fn message(diagnostic: &SourceDiagnostic) -> Message {
    Message {
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
            Self::Family(name) => write!(f, "typsnittet {name} finns inte"),
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
        f.write_str(&self.text)?;
        self.hints.iter().try_for_each(|hint| write!(f, "\n  {hint}"))
    }
}

impl std::error::Error for Error {}
