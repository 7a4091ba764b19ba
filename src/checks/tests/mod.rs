//! Every rule at work: the example with one thing changed, and what the rules
//! have to say about it.

mod ages;
mod anything;
mod claims;
mod divisions;
mod example;
mod figures;
mod folding;
mod identity;
mod law;
mod leftovers;
mod masked;
mod operation;
mod papers;
mod silence;
mod text;
mod time;

use std::sync::LazyLock;

use crate::facts::Facts;
use crate::finding::in_reading_order;
use crate::source::{Located, Source};
use crate::template::{Paper, Papers};
use crate::year_file;

const EXAMPLE: &str = include_str!("../../../data/norra-innerstaden-2025.yaml");

/// The papers that the example is made into: all of them.
static PAPERS: LazyLock<Papers> =
    LazyLock::new(|| Papers::built_in().unwrap_or_else(|_| panic!("whole templates")));

/// The example as the rules see it.
struct Example {
    text: String,
}

impl Example {
    fn new() -> Self {
        Self { text: EXAMPLE.to_owned() }
    }

    /// With one piece of text, which must be there, replaced.
    fn with(mut self, old: &str, new: &str) -> Self {
        assert!(self.text.contains(old), "the example has no ”{old}”");
        self.text = self.text.replacen(old, new, 1);
        self
    }

    /// With a line in the text of a section.
    fn saying(self, section: &str, line: &str) -> Self {
        let start = format!("  {section}: |\n");
        let line = format!("{start}    {line}\n\n");
        self.with(&start, &line)
    }

    fn checks(&self) -> super::Checks {
        let loaded = year_file::load(Source::new("exempel.yaml", self.text.as_str()));
        let unread: Vec<&str> = loaded.findings.iter().map(|f| f.message.as_str()).collect();
        assert_eq!(unread, [] as [&str; 0], "the changed example can't be read");
        let year_file = loaded.year_file.as_ref().expect("it could be read");
        let facts = Located::new(Facts::of(year_file), 0..0);
        let papers: Vec<&Paper> = PAPERS.iter().collect();
        let made = super::Made::new(&PAPERS, &papers, year_file);
        let mut checks = super::run(&loaded, &facts, &made, &|_| None);
        in_reading_order(&mut checks.findings);
        checks
    }

    /// Its findings: `rule@line:column message`.
    fn findings(&self) -> Vec<String> {
        let findings = self.checks().findings;
        let line = |finding: &crate::finding::Finding| {
            let at = finding.position();
            let message = finding.message.replace('\u{a0}', " ");
            format!("{}@{}:{} {message}", finding.rule, at.line, at.column)
        };
        findings.iter().map(line).collect()
    }

    /// The line and column of a piece of text, as a finding has it.
    fn place(&self, text: &str) -> String {
        let source = Source::new("x", self.text.as_str());
        let at = source.position(self.text.find(text).expect("it is there"));
        format!("{}:{}", at.line, at.column)
    }

    /// Asserts that a rule, and no other, has one thing to say, at a piece of text.
    #[track_caller]
    fn gives(&self, rule: &str, place: &str, message: &str) {
        let expected = format!("{rule}@{} {message}", self.place(place));
        assert_eq!(self.findings(), [expected]);
    }

    /// Asserts that a rule is among those with something to say, at a piece of text.
    #[track_caller]
    fn gives_among_others(&self, rule: &str, place: &str, message: &str) {
        let expected = format!("{rule}@{} {message}", self.place(place));
        let findings = self.findings();
        assert!(findings.contains(&expected), "{expected}\nis not among\n{findings:#?}");
    }

    #[track_caller]
    fn is_fine(&self) {
        assert_eq!(self.findings(), [] as [String; 0]);
    }
}
