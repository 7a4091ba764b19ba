//! Which papers a rule is about.
//!
//! A rule runs when one of the papers that are made is of the kind that it is about:
//! one of which the law demands something, or one that shows what the rule looks at.
//! What a paper shows follows from the names that its template asks for, so that the
//! rules hold for templates of one's own as well.

use crate::template::{Asked, Demand, Paper, Papers};
use crate::year_file::{Need, YearFile};

/// Which papers a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concerns {
    /// All of them: the rule looks at texts, or at the year file itself.
    All,
    /// Those that the law demands something of, by one of these paragraphs.
    Demanded(&'static [Demand]),
    /// Those that show one of these names, as templates ask for them.
    Shown(&'static [&'static str]),
}

/// The counts of clients and cases, and the sentences about them.
pub(super) const FIGURES: &[&str] = &[
    "klienter",
    "nya",
    "avslutade",
    "ingående",
    "utgående",
    "kö",
    "hemmavarande_barn",
    "nettoflöde",
    "klienter_per_heltid",
    "tabeller",
    "nyckeltal",
    "kön",
    "ålder",
    "områden",
    "orsaker",
    "kontaktvägar",
    "mening.klienter",
    "mening.klienter_och_nya",
    "mening.klienter_kort",
    "mening.klienter_flera_år",
    "mening.nya",
    "mening.nya_kort",
    "mening.avslutade",
    "mening.avslutade_kort",
    "mening.barn",
    "mening.barn_kort",
    "mening.kö",
    "mening.kö_kort",
    "mening.flöde",
    "mening.flöde_kort",
    "mening.per_heltid",
    "mening.kön",
    "mening.kön_kort",
    "mening.jämställdhet",
    "mening.ålder",
    "mening.ålder_kort",
    "mening.orsaker",
    "mening.orsaker_kort",
    "mening.orsaker_förändring",
    "mening.kontaktvägar",
    "mening.kontaktvägar_kort",
];

/// What compares the years or divides the counts.
pub(super) const TABLES: &[&str] = &["tabeller", "nyckeltal", "kön", "ålder", "områden", "orsaker"];

/// How many posts and ombud there are.
pub(super) const POSTS: &[&str] = &[
    "årsanställningar",
    "heltidstjänster",
    "antal_ombud",
    "ombud",
    "per_heltid",
    "klienter_per_heltid",
    "mening.tjänster",
    "mening.per_heltid",
    "mening.bidrag_per_heltid",
    "sökta_årsanställningar",
    "sökta_heltidstjänster",
    "mening.ändrad_omfattning",
    "mening.framtida_omfattning",
    "mening.ansökan_belopp",
];

/// The grant and how it has been used.
pub(super) const ECONOMY: &[&str] = &[
    "beviljat",
    "använt",
    "oförbrukat",
    "egna_medel",
    "total_kostnad",
    "per_heltid",
    "poster",
    "poster_summa",
    "mening.bidrag",
    "mening.bidrag_kort",
    "mening.bidrag_per_heltid",
    "mening.egna_medel",
    "mening.egna_medel_kort",
];

/// What is applied for, in kronor.
pub(super) const LEVEL: &[&str] = &["sökt_belopp", "belopp_per_heltid", "mening.ansökan_belopp"];

/// What the file of figures that can go with a paper holds.
const ATTACHED: [&[&str]; 3] = [FIGURES, ECONOMY, POSTS];

/// The papers that are to be made of a year file.
pub struct Made<'a> {
    /// Each with the names that it asks for.
    papers: Vec<(&'a Paper, Asked)>,
    /// All papers there are.
    all: &'a Papers,
    /// Whether the figures go with the papers as a file.
    attaches_figures: bool,
}

impl<'a> Made<'a> {
    /// Papers, with the names that each asks for when it is filled in with a year file.
    #[must_use]
    pub fn new(all: &'a Papers, papers: &[&'a Paper], year_file: &YearFile) -> Self {
        let asked = |paper: &&'a Paper| (*paper, all.asked(paper, year_file));
        Self { papers: papers.iter().map(asked).collect(), all, attaches_figures: false }
    }

    /// The same papers with all figures of the year file as a file beside them.
    #[must_use]
    pub fn with_figures(self, attaches_figures: bool) -> Self {
        Self { attaches_figures, ..self }
    }

    /// The papers that the law demands something of by a paragraph.
    pub(super) fn demanded(&self, demand: Demand) -> impl Iterator<Item = &'a Paper> {
        let papers = self.papers.iter().map(|(paper, _)| *paper);
        papers.filter(move |paper| paper.demands.contains(&demand))
    }

    /// Whether a paper shows one of these names.
    pub(super) fn shows(&self, names: &[&str]) -> bool {
        let is_attached = |name: &&str| ATTACHED.iter().any(|list| list.contains(name));
        if self.attaches_figures && names.iter().any(is_attached) {
            return true;
        }
        self.papers.iter().any(|(_, asked)| names.iter().any(|name| asked.has(name)))
    }

    /// Whether a paper has a section.
    pub(super) fn has_section(&self, section: &str) -> bool {
        self.papers.iter().any(|(paper, _)| paper.sections().any(|other| other == section))
    }

    /// Whether a paper has a section that comes first under a heading.
    pub(super) fn has_under_heading(&self, section: &str) -> bool {
        self.papers.iter().any(|(paper, _)| paper.follows_heading(section))
    }

    /// Whether any paper there is has a section, also those that are not to be made.
    pub(super) fn knows_section(&self, section: &str) -> bool {
        self.all.iter().any(|paper| paper.sections().any(|other| other == section))
    }

    /// Whether the papers to be made are those that are made of the year file unless others
    /// are asked for, and show all its texts: then what says nothing has nothing to say.
    pub(super) fn shows_all_texts(&self, year_file: Option<&YearFile>) -> bool {
        let is_made = |paper: &Paper| self.papers.iter().any(|(made, _)| made.id == paper.id);
        let mut texts = year_file.into_iter().flat_map(|file| file.texts.iter().flatten());
        self.all.usual_of(year_file).into_iter().all(is_made)
            && texts.all(|(name, _)| self.has_section(name) || !self.knows_section(name))
    }

    /// Whether a rule is about any of them.
    pub(super) fn are_concerned(&self, concerns: Concerns) -> bool {
        match concerns {
            Concerns::All => true,
            Concerns::Demanded(demands) => {
                demands.iter().any(|demand| self.demanded(*demand).next().is_some())
            }
            Concerns::Shown(names) => self.shows(names),
        }
    }

    /// The papers that can't do without a name.
    #[must_use]
    pub fn needing(&self, name: &str) -> Vec<Need> {
        self.needs(name, |asked| asked.needs(name))
    }

    /// The papers that ask for a name at all, also where it stands under a condition.
    #[must_use]
    pub fn asking(&self, name: &str) -> Vec<Need> {
        self.needs(name, |asked| asked.has(name))
    }

    fn needs(&self, name: &str, is_needed: impl Fn(&Asked) -> bool) -> Vec<Need> {
        let papers = self.papers.iter().filter(|(_, asked)| is_needed(asked));
        let need = |(paper, asked): &(&Paper, Asked)| Need {
            paper: paper.info.name.to_string(),
            sections: asked.sections(name),
            is_of_law: !paper.demands.is_empty(),
        };
        papers.map(need).collect()
    }
}
