//! The tags that are open, and the names that a text gives itself.

use super::Language;
use super::wrong::Cause;
use crate::source::Span;

/// A tag that something has to end.
pub(super) struct OpenBlock {
    pub(super) word: &'static str,
    pub(super) span: Span,
    branches: usize,
    has_else: bool,
    /// How many names there were before it.
    names: usize,
}

/// What is open at a place.
pub(super) struct Scope {
    language: Language,
    open: Vec<OpenBlock>,
    /// Names of loops and parameters, and at the end of a template those it has set.
    names: Vec<String>,
    macros: Vec<String>,
}

impl Scope {
    pub(super) fn new(language: Language) -> Self {
        Self { language, open: Vec::new(), names: Vec::new(), macros: Vec::new() }
    }

    /// Opens a tag, in which names are known that are not known outside it.
    pub(super) fn open(
        &mut self,
        word: &'static str,
        span: Span,
        names: Vec<String>,
    ) -> Result<(), Cause> {
        let before = self.names.len();
        self.names.extend(names);
        self.open.push(OpenBlock { word, span, branches: 0, has_else: false, names: before });
        let (deepest, loops) = self.language.deepest_tags();
        let open_loops = self.open.iter().filter(|open| open.word == "for").count();
        if self.open.len() > deepest || open_loops > loops { Err(Cause::TooNested) } else { Ok(()) }
    }

    /// Ends a tag with `end` and its word.
    pub(super) fn close(&mut self, word: &str) -> Result<(), Cause> {
        let Some(open) = self.open.pop_if(|open| word.strip_prefix("end") == Some(open.word))
        else {
            return Err(Cause::Stray(word.to_owned()));
        };
        self.names.truncate(open.names);
        Ok(())
    }

    /// `elif` or `else` in the innermost tag.
    pub(super) fn branch(&mut self, word: &str) -> Result<(), Cause> {
        let most = self.language.most_branches();
        let stray = || Cause::Stray(word.to_owned());
        let innermost = self.open.last_mut().filter(|open| !open.has_else).ok_or_else(stray)?;
        match (word, innermost.word) {
            ("elif", "if") => {
                innermost.branches += 1;
                if innermost.branches > most { Err(Cause::TooManyBranches) } else { Ok(()) }
            }
            ("else", "if") => {
                innermost.has_else = true;
                Ok(())
            }
            ("else", "for") => {
                innermost.has_else = true;
                // What the loop names is gone when it has had nothing to go through.
                self.names.truncate(innermost.names);
                Ok(())
            }
            _ => Err(stray()),
        }
    }

    /// Gives a name from here on.
    pub(super) fn set(&mut self, name: &str) {
        // It may be asked for after what it was set in.
        self.names.insert(0, name.to_owned());
        for open in &mut self.open {
            open.names += 1;
        }
    }

    /// Gives a macro.
    pub(super) fn add_macro(&mut self, name: &str) {
        self.macros.push(name.to_owned());
    }

    pub(super) fn has_macro(&self, name: &str) -> bool {
        self.macros.iter().any(|other| other == name)
    }

    /// Whether the text gives a name itself.
    pub(super) fn knows(&self, name: &str) -> bool {
        name == "loop" && self.is_inside("for")
            || self.names.iter().any(|other| other == name)
            || self.has_macro(name)
    }

    pub(super) fn is_inside(&self, word: &str) -> bool {
        self.open.iter().any(|open| open.word == word)
    }

    /// What has been opened and not ended, the outermost first.
    pub(super) fn left_open(self) -> Vec<OpenBlock> {
        self.open
    }
}
