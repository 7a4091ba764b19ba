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
mod folding;
pub mod glyphs;
mod identity;
mod law;
mod leftovers;
mod money;
mod ombud;
mod operation;
mod papers;
mod privacy;
mod review;
mod rule;
mod sections;
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
use silence::AskedSilence;
use text::Passage;
use text::claims::Claims;

pub use law::asked_by_law;
pub use papers::{Concerns, Made};
pub use rule::{Family, Report, Rule};
pub use silence::{NOT_RULES, Silenced};
pub use text::typed_numbers;

/// Where something came from that only shows in a filled-in paper: the text, or else the
/// template, that fulfils a condition.
pub type Origin<'a> = dyn Fn(&dyn Fn(&str) -> bool) -> (Arc<Source>, Span) + 'a;

/// What is read in the text for a section when it is filled in; nothing when there is
/// none or it can't be.
pub type FilledInWords<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// What the rules look at.
pub struct Subject<'a> {
    /// The year file.
    pub year_file: &'a YearFile,
    /// What follows from it.
    pub facts: &'a Located<Facts>,
    /// The papers that are to be made.
    pub made: &'a Made<'a>,
    words: &'a FilledInWords<'a>,
    /// The running text in it.
    passages: Vec<Passage<'a>>,
    /// What the texts claim, read when it is first asked for.
    claims: OnceCell<Claims>,
    /// What the year file asks to be silent.
    silences: &'a [AskedSilence],
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
        self.year_file.text(section).is_some()
            && !self.year_file.omits(section)
            && (self.words)(section).is_none_or(says)
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
        Family::new("Lagens krav", law::RULES),
        Family::new("Siffror", figures::RULES),
        Family::new("Åldersgrupper", ages::RULES),
        Family::new("Siffror från år till år", flow::RULES),
        Family::new("Förändringar", changes::RULES),
        Family::new("Indelningar", divisions::RULES),
        Family::new("Listor", duplicates::RULES),
        Family::new("Verksamheten", operation::RULES),
        Family::new("Ombuden och riket", ombud::RULES),
        Family::new("Pengar", money::RULES),
        Family::new("Tider", time::RULES),
        Family::new("Påståenden i texten", text::claims::RULES).looking_past_absent(),
        Family::new("Beslut och sammanfattning", text::proposal::RULES),
        Family::new("Avsnitt", sections::RULES),
        Family::new("Kvar från året före", review::RULES).looking_past_absent(),
        Family::new("Kvar av skrivandet", leftovers::RULES).looking_past_absent(),
        Family::new("Ordval", text::wording::RULES),
        Family::new("Skrivregler", text::typing::RULES),
        Family::new("Uppgifter om avsändaren", identity::RULES),
        Family::new("Telefon och e-post", contact::RULES),
        Family::new("Skydd för enskilda", privacy::RULES),
        Family::new("Maskerade antal i texten", text::masked::RULES),
        Family::new("Uppgifter om enskilda", text::personal::RULES),
        Family::new("Kontrollerna själva", controls::RULES),
    ];
    FAMILIES
}

/// All rules.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    families().iter().flat_map(|family| family.rules)
}

/// Runs every rule that is about the papers to be made on a year file that could be read.
#[must_use]
pub fn run(
    loaded: &Loaded,
    facts: &Located<Facts>,
    made: &Made<'_>,
    words: &FilledInWords<'_>,
) -> Checks {
    let Some(year_file) = &loaded.year_file else { return Checks::default() };
    let silences = silence::asked(loaded);
    let subject = Subject {
        year_file,
        facts,
        made,
        words,
        passages: text::passages(loaded, made),
        claims: OnceCell::new(),
        silences: &silences,
    };
    let mut checks = Checks::default();
    for family in families() {
        for rule in family.rules.iter().filter(|rule| made.are_concerned(rule.concerns)) {
            let mut report = Report::new(rule, loaded, family.look_past_absent);
            (rule.check)(&subject, &mut report);
            let (mut findings, is_complete) = report.finish();
            checks.findings.append(&mut findings);
            if !is_complete {
                checks.incomplete.push(rule);
            }
        }
    }
    silence::apply(loaded, made, &silences, &controls::NOTHING_SILENCED, &mut checks);
    folding::fold(&mut checks.findings);
    leftovers::tell_at_once(&mut checks.findings);
    checks
}
