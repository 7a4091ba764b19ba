//! The table that ends a run over several year files: what came of each.

use std::path::Path;

use super::{Outcome, show};
use crate::finding::Finding;
use crate::source::printable;

/// What came of a year file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Came {
    /// It was only looked at.
    Checked,
    /// This many papers were written.
    Written(usize),
    /// This many drafts were written.
    Drafted(usize),
    /// Something in it, or in a template, stops its papers.
    Stopped,
    /// The papers that are there were left as they are: somebody has worked on them.
    Untouched,
    /// Its papers could not be written.
    Unwritable,
    /// It could not be read.
    Unreadable,
    /// There is no paper to make of it.
    Needless,
}

/// A year file's line.
#[derive(Debug)]
pub(super) struct Line {
    file: String,
    came: Came,
    errors: usize,
    warnings: usize,
}

impl Line {
    /// What came of a file, about which this was found.
    pub(super) fn new(file: &Path, came: Came, findings: &[Finding]) -> Self {
        let errors = findings.iter().filter(|finding| finding.is_error()).count();
        let advice = findings.iter().filter(|finding| finding.is_advice()).count();
        let warnings = findings.len() - errors - advice;
        Self { file: printable(&file.display().to_string()), came, errors, warnings }
    }

    fn papers(&self) -> usize {
        match self.came {
            Came::Written(papers) | Came::Drafted(papers) => papers,
            _ => 0,
        }
    }

    fn words(&self) -> String {
        let word = match self.came {
            Came::Written(_) => Some("skrivet"),
            Came::Drafted(_) => Some("utkast skrivet"),
            Came::Untouched => Some("rördes inte"),
            Came::Unwritable => Some("kunde inte skrivas"),
            Came::Unreadable => Some("kunde inte läsas"),
            Came::Needless => Some("inga papper att göra"),
            Came::Checked | Came::Stopped => None,
        };
        let mut words: Vec<String> = word.map(str::to_owned).into_iter().collect();
        words.extend((self.errors > 0).then(|| show::errors(self.errors)));
        words.extend((self.warnings > 0).then(|| show::warnings(self.warnings)));
        match (words.as_slice(), self.came) {
            // A writer that gave up left no finding.
            ([], Came::Stopped) => "fel".to_owned(),
            ([], _) => "inga fel".to_owned(),
            _ => words.join(", "),
        }
    }
}

/// All lines, and how the whole run ends.
pub(super) struct Closing {
    lines: Vec<Line>,
    /// How many lines there are to be, if nobody stops the run.
    files: usize,
    pub(super) outcome: Outcome,
    writes: bool,
}

impl Closing {
    /// For a run over this many files that writes papers or not, with how it ends because of
    /// the folders that were named.
    pub(super) fn new(files: usize, writes: bool, outcome: Outcome) -> Self {
        Self { lines: Vec::new(), files, outcome, writes }
    }

    /// One more file.
    pub(super) fn add(&mut self, line: Line, outcome: Outcome) {
        self.lines.push(line);
        self.outcome = self.outcome.max(outcome);
    }

    /// How many files papers were written of.
    pub(super) fn written(&self) -> usize {
        self.lines.iter().filter(|line| line.papers() > 0).count()
    }

    /// The table, with a line of sums.
    pub(super) fn table(&self) -> String {
        let papers = |number: usize| {
            if self.writes { number.to_string() } else { String::new() }
        };
        let head = ["Fil", "Utfall", if self.writes { "Papper" } else { "" }];
        let mut rows = vec![head.map(str::to_owned)];
        let row = |line: &Line| [line.file.clone(), line.words(), papers(line.papers())];
        rows.extend(self.lines.iter().map(row));
        let all = match self.lines.len() {
            lines if lines < self.files => format!("{lines} av {} årsfiler", self.files),
            lines => format!("{lines} årsfiler"),
        };
        let sum = self.lines.iter().map(Line::papers).sum();
        rows.push([all, self.sum(), papers(sum)]);
        aligned(&rows)
    }

    fn sum(&self) -> String {
        if self.writes {
            let written = self.written();
            return match self.lines.len() - written {
                0 if written == self.files => "alla skrivna".to_owned(),
                0 => format!("{written} skrivna"),
                others => format!("{written} skrivna, {others} inte"),
            };
        }
        let errors = self.lines.iter().map(|line| line.errors).sum();
        let warnings = self.lines.iter().map(|line| line.warnings).sum();
        let unread = self.lines.iter().filter(|line| line.came == Came::Unreadable).count();
        let unread = Some(format!(", {unread} kunde inte läsas")).filter(|_| unread > 0);
        let found = format!("{}, {}", show::errors(errors), show::warnings(warnings));
        format!("{found}{}", unread.unwrap_or_default())
    }
}

/// Rows of which the last column is of numbers.
fn aligned(rows: &[[String; 3]]) -> String {
    let width =
        |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let [file, words, papers] = [width(0), width(1), width(2)];
    let lines = rows.iter().map(|row| {
        let line = format!("{:file$}  {:words$}  {:>papers$}", row[0], row[1], row[2]);
        format!("{}\n", line.trim_end())
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(file: &str, came: Came, errors: usize, warnings: usize) -> Line {
        Line { file: file.to_owned(), came, errors, warnings }
    }

    #[test]
    fn papers_are_counted() {
        let mut closing = Closing::new(6, true, Outcome::Done);
        closing.add(line("Norr/fall.yaml", Came::Written(6), 0, 0), Outcome::Done);
        closing.add(line("åäö.yaml", Came::Written(6), 0, 1), Outcome::Done);
        closing.add(line("fel.yaml", Came::Stopped, 12, 2), Outcome::Findings);
        closing.add(line("saknas.yaml", Came::Unreadable, 0, 0), Outcome::InputOutput);
        closing.add(line("ändrad.yaml", Came::Untouched, 0, 0), Outcome::InputOutput);
        closing.add(line("skriv.yaml", Came::Stopped, 0, 0), Outcome::Findings);
        assert_eq!(closing.outcome, Outcome::InputOutput);
        insta::assert_snapshot!(closing.table(), @"
        Fil             Utfall               Papper
        Norr/fall.yaml  skrivet                   6
        åäö.yaml        skrivet, 1 varning        6
        fel.yaml        12 fel, 2 varningar       0
        saknas.yaml     kunde inte läsas          0
        ändrad.yaml     rördes inte               0
        skriv.yaml      fel                       0
        6 årsfiler      2 skrivna, 4 inte        12
        ");
    }

    #[test]
    fn a_run_that_only_looks_counts_findings() {
        let mut closing = Closing::new(3, false, Outcome::Done);
        closing.add(line("a.yaml", Came::Checked, 0, 0), Outcome::Done);
        closing.add(line("b.yaml", Came::Stopped, 1, 3), Outcome::Findings);
        closing.add(line("c.yaml", Came::Unreadable, 0, 0), Outcome::InputOutput);
        assert_eq!(closing.outcome, Outcome::InputOutput);
        insta::assert_snapshot!(closing.table(), @"
        Fil         Utfall
        a.yaml      inga fel
        b.yaml      1 fel, 3 varningar
        c.yaml      kunde inte läsas
        3 årsfiler  1 fel, 3 varningar, 1 kunde inte läsas
        ");
    }
}
