//! The rules that run before a paper is written.
//!
//! A rule looks at a year file and reports findings; it never changes anything. Every
//! rule has an id that stays the same between versions, a severity, and a reason
//! with its source. A rule that needs a figure which the year file does not have says
//! nothing: that it is missing is another rule's business.

mod ages;
mod changes;
mod contact;
mod controls;
mod divisions;
mod duplicates;
mod figures;
mod flow;
pub mod glyphs;
mod identity;
mod law;
mod money;
mod ombud;
mod operation;
mod privacy;
mod rule;
mod silence;
pub mod size;
mod text;
mod time;

#[cfg(test)]
mod tests;

use std::cell::OnceCell;
use std::sync::Arc;

use crate::facts::Facts;
use crate::finding::Finding;
use crate::source::{Located, Source, Span};
use crate::year_file::fillers::is_filler;
use crate::year_file::read::nearest;
use crate::year_file::{Loaded, YearFile};
use text::Passage;
use text::claims::Claims;

pub use rule::{Family, Report, Rule};
pub use silence::Silenced;

/// Where something came from that only shows in a filled-in paper: the text, or else the
/// template, that fulfils a condition.
pub type Origin<'a> = dyn Fn(&dyn Fn(&str) -> bool) -> (Arc<Source>, Span) + 'a;

/// What is read in the text for a section when it is filled in; nothing when there is
/// none or it can't be.
pub type Words<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What the rules look at.
pub struct Subject<'a> {
    /// The year file.
    pub year_file: &'a YearFile,
    /// What follows from it.
    pub facts: &'a Located<Facts>,
    words: &'a Words<'a>,
    /// The running text in it.
    passages: Vec<Passage<'a>>,
    /// What the texts claim, read when it is first asked for.
    claims: OnceCell<Claims>,
}

impl Subject<'_> {
    /// What the texts claim about the figures.
    fn claims(&self, report: &Report<'_>) -> &Claims {
        self.claims.get_or_init(|| Claims::of(self, report))
    }

    /// Whether the year file has a text for a section that says something when it is
    /// filled in: words that are more than a reminder to write some. Of a text that
    /// can't be filled in that is taken for granted; what is wrong with it is said
    /// elsewhere.
    fn says_something(&self, section: &str) -> bool {
        let is_said = |line: &str| line.contains(char::is_alphabetic) && !is_filler(line);
        let says = |words: String| words.lines().any(is_said);
        self.year_file.text(section).is_some() && (self.words)(section).is_none_or(says)
    }

    /// Whether the section has no text, but one with nearly its name is there: what is
    /// wrong then is the name.
    fn is_misspelt(&self, section: &str) -> bool {
        let mut names = self.year_file.texts.iter().flatten().map(|(name, _)| name.as_str());
        self.year_file.text(section).is_none()
            && names.any(|name| nearest(name, &[section]).is_some())
    }
}

/// What the rules have to say about a year file.
#[derive(Debug, Default)]
pub struct Checks {
    /// What they found.
    pub findings: Vec<Finding>,
    /// The rules that could not look at all that they need, since something could not
    /// be read.
    pub incomplete: Vec<&'static Rule>,
    /// The rules that the year file has silenced, each with its reason.
    pub silenced: Vec<Silenced>,
}

/// All rules, family by family.
#[must_use]
pub fn families() -> &'static [Family] {
    const FAMILIES: &[Family] = &[
        Family { name: "Lagens krav", rules: law::RULES },
        Family { name: "Siffror", rules: figures::RULES },
        Family { name: "Åldersgrupper", rules: ages::RULES },
        Family { name: "Siffror från år till år", rules: flow::RULES },
        Family { name: "Förändringar", rules: changes::RULES },
        Family { name: "Indelningar", rules: divisions::RULES },
        Family { name: "Listor", rules: duplicates::RULES },
        Family { name: "Verksamheten", rules: operation::RULES },
        Family { name: "Ombuden och riket", rules: ombud::RULES },
        Family { name: "Pengar", rules: money::RULES },
        Family { name: "Tider", rules: time::RULES },
        Family { name: "Påståenden i texten", rules: text::claims::RULES },
        Family { name: "Beslut och sammanfattning", rules: text::proposal::RULES },
        Family { name: "Ordval", rules: text::wording::RULES },
        Family { name: "Skrivregler", rules: text::typing::RULES },
        Family { name: "Uppgifter om avsändaren", rules: identity::RULES },
        Family { name: "Telefon och e-post", rules: contact::RULES },
        Family { name: "Skydd för enskilda", rules: privacy::RULES },
        Family { name: "Maskerade antal i texten", rules: text::masked::RULES },
        Family { name: "Uppgifter om enskilda", rules: text::personal::RULES },
        Family { name: "Kontrollerna själva", rules: controls::RULES },
    ];
    FAMILIES
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    families().iter().flat_map(|family| family.rules)
}

/// Runs every rule on a year file that could be read.
#[must_use]
pub fn run(loaded: &Loaded, facts: &Located<Facts>, words: &Words<'_>) -> Checks {
    let Some(year_file) = &loaded.year_file else { return Checks::default() };
    let subject = Subject {
        year_file,
        facts,
        words,
        passages: text::passages(loaded),
        claims: OnceCell::new(),
    };
    let mut checks = Checks::default();
    for rule in rules() {
        let mut report = Report::new(rule, loaded);
        (rule.check)(&subject, &mut report);
        let (mut findings, is_complete) = report.finish();
        checks.findings.append(&mut findings);
        if !is_complete {
            checks.incomplete.push(rule);
        }
    }
    silence::apply(year_file, &mut checks);
    checks
}
