//! The year file: what it can say, and the reading of it.
//!
//! The descriptions of the fields are Swedish, since users meet them in their
//! editor and in the handbook.

mod controls;
mod county_boards;
pub mod field_kinds;
pub mod fields;
mod figures;
pub(crate) mod fillers;
mod matter;
mod numbers;
mod operating_forms;
mod people;
mod period;
pub mod presence;
mod provider;
pub mod read;
pub mod reference;
mod required;
pub mod review;
pub mod schema;
mod sections;
pub mod values;

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use crate::finding::Finding;
use crate::source::{Located, Source, Span, Unread};
use crate::yaml;
use presence::{LeftOut, MissingPlace};
use read::{Read, Reader, record};
use review::Checksums;
use values::{NamedTexts, Text, Year};

pub use controls::{Controls, Silence, SmallCounts, WHY_SILENCED};
pub use county_boards::{CountyBoard, county_of};
pub use figures::{Sexes, YearFigures};
pub use fillers::is_filler;
pub use matter::MatterPart;
pub use numbers::MAX_COUNT;
pub(crate) use numbers::{digits, is_grouped_at};
pub use operating_forms::{FormKind, OperatingForm};
pub use people::{Nation, Ombud, OwnSection};
pub use period::Period;
pub use provider::Provider;
pub use required::Need;
pub use sections::{
    Amount, BoardMatter, Contact, CooperatingBody, Economy, Grant, GrantLevel, Municipality,
    Operation, Payment, Sender, Shortcoming, Signatory, Signer, SteeringGroup,
    SupportOrganisations,
};

record! {
    /// En årsfil: siffror och texter för ett verksamhetsår med personligt ombud.
    pub struct YearFile {
        /// Året som redovisas. Ansökan gäller året efter.
        "verksamhetsår" shift => year: Year = 2025,
        /// Papperen som görs av årsfilen, med de namn som `--dokument` tar, eller alla. Utelämnas den så görs de papper som inte görs bara på begäran. Det som står efter `--dokument` går före.
        "papper" keep => papers: Option<Vec<Text>> = ["tjansteutlatande"],
        /// Den del av verksamhetsåret som siffrorna gäller, när de inte gäller hela året: en uppföljning per tertial, ett delår. Siffrorna för åren före gäller då samma del av sitt år.
        "period" inside => period: Option<Period>,
        /// Kommunen och nämnden som papperen kommer från.
        "avsändare" inside => sender: Sender,
        /// Nämndens ärende: diarienummer, datum, handläggare och underskrifter.
        "ärende" inside => board_matter: BoardMatter,
        /// Länsstyrelsen som tar emot redovisningen och ansökan.
        when [
            "länsstyrelse", "redovisning_inlämnad", "ansökan_inlämnad", "redovisning_lämnas",
            "ansökan_lämnas", "redovisning_är_lämnad", "ansökan_är_lämnad"
        ]
        "länsstyrelse" inside => grant: Grant,
        /// Årsfilerna för kommunens verksamheter med personligt ombud, när ärendet gäller flera. De ligger i samma mapp. Uppgifterna under `verksamhet`, `statistik` och `ekonomi` är då summan av deras, och skrivs inte här.
        "verksamheter" keep => operations: Option<Vec<Text>> = ["ombud-norr-2025.yaml", "ombud-soder-2025.yaml"],
        /// Hur verksamheten med personligt ombud är ordnad.
        "verksamhet" inside => operation: Operation,
        /// Personligt ombud i hela landet, att jämföra med i informationsbladet.
        "riket" clear => nation: Option<Nation>,
        /// Siffror för varje år, det redovisade året och åren före.
        when [
            "klienter", "nya", "avslutade", "ingående", "utgående", "kö", "hemmavarande_barn",
            "nettoflöde", "klienter_per_heltid", "tabeller", "mening.klienter_och_nya"
        ]
        "statistik" inside => statistics: BTreeMap<i32, Located<YearFigures>>,
        /// Bidraget och hur det har använts, i kronor.
        "ekonomi" inside => economy: Option<Economy>,
        /// Brister i tillgången till vård, stöd och service som ombuden har uppmärksammat.
        "brister" review => shortcomings: Option<Vec<Shortcoming>>,
        /// Egna avsnitt i informationsbladet, utöver dem som mallen har.
        "egna_avsnitt" review => own_sections: Option<Vec<OwnSection>>,
        /// Hur ett namn skrivs inne i en mening, när programmet skulle skriva det på ett annat sätt: med stor eller liten bokstav, och för ett ställe med sin preposition.
        "i_löpande_text" keep => names_in_text: Option<Vec<(Text, Text)>> = { "Socialtjänsten Väst": "Socialtjänsten Väst", "Lidingö": "på Lidingö" },
        /// Löpande text till papperens avsnitt, i Markdown. Uppgifter ur filen skrivs som platshållare, till exempel {{ klienter }}. Står bara ordet utelämna som text så tas avsnittet bort ur papperen med sin rubrik, sina tabeller och sina diagram, om lagen inte kräver det.
        "texter" review => texts: Option<NamedTexts> = { "bakgrund": "Under {{ år }} hade {{ klienter }} klienter kontakt med ett ombud." },
        /// Vad som har följt med från året före, med en kontrollsumma av hur det stod då. Skrivs av `tjut nytt-år`.
        "från_året_före" clear => carried_over: Option<Checksums> = { "texter.bakgrund": "9c3f01d2" },
        /// Vad av det som är genomläst och gäller i år också, med en kontrollsumma av hur det stod. Skrivs av `tjut läst`.
        "genomlästa" clear => reviewed: Option<Checksums> = { "texter.bakgrund": "9c3f01d2" },
        /// Hur små antal visas: visa, eller maskera så att ingen kan pekas ut. Utelämnas den så visas de.
        "små_tal" keep => small_counts: Option<Located<SmallCounts>> = "maskera",
        /// Hur kontrollerna ska gå till: regler som tystas, gränser.
        "kontroller" inside => controls: Option<Controls>,
    }
}

/// The word that, as the whole text of a section, leaves the section out.
pub const OMIT: &str = "utelämna";

/// A year file as read: its text, its tree and its content.
#[derive(Debug)]
pub struct Loaded {
    /// The text that findings point into.
    pub source: Arc<Source>,
    /// The tree, when the text is YAML at all.
    pub root: Option<Arc<yaml::Node>>,
    /// The content, when there is a tree of keys. Where something required could not
    /// be read there is a stand-in, and an error among the findings.
    pub year_file: Option<YearFile>,
    /// What was found while reading.
    pub findings: Vec<Finding>,
    /// Whether a stand-in has been looked at.
    pub unread: Unread,
    /// The ways to what could not be read or is missing.
    unread_paths: Vec<read::Path>,
    /// Whether a paper needs a field that is left out.
    misses_demanded: bool,
    /// Where several year files are named whose sums stand here, if they are.
    sums_of: Option<Span>,
    /// The fields that are left out, as they may be when no paper shows them.
    pub left_out: Vec<LeftOut>,
    /// Whether the stand-in of such a field has been looked at.
    pub absent: Unread,
}

impl Loaded {
    /// The keys at the top of the file whose whole content could not be read.
    pub fn unread_groups(&self) -> impl Iterator<Item = &str> {
        let entries = self.root.as_deref().and_then(yaml::Node::entries).unwrap_or_default();
        let unread = entries.iter().filter(|entry| entry.value.value == yaml::Value::Reported);
        unread.map(|entry| entry.key.as_str())
    }

    /// Whether the value at the end of a way from the top of the file, or a part of it,
    /// could not be read. That it is missing, then, need not be said.
    #[must_use]
    pub fn is_unread(&self, path: &[&str]) -> bool {
        let begins_alike = |unread: &read::Path| unread.iter().zip(path).all(|(a, b)| a == b);
        self.unread_paths.iter().any(begins_alike) || self.may_hide(path)
    }

    /// The names under which templates ask for what is left out.
    pub fn absent_names(&self) -> impl Iterator<Item = &'static str> {
        // A part of a group is never asked for by a paper that can be made.
        let whole = self.left_out.iter().filter(|left_out| !left_out.is_in_group);
        whole.flat_map(|left_out| self.names_of(left_out))
    }

    /// The names under which templates ask for a field that is left out, and that have no
    /// value for that reason.
    fn names_of(&self, left_out: &LeftOut) -> impl Iterator<Item = &'static str> {
        // Whom länsstyrelsen can contact is the handläggare only when nobody else is named.
        let grant = self.year_file.as_ref().map(|year_file| &year_file.grant);
        let has_contact = grant.is_some_and(|grant| grant.contact.is_some());
        let is_of_contact = left_out.path.iter().any(|key| key == "kontaktperson");
        let applies = grant.is_some_and(|_| self.gives_posts_applied_for());
        // Whether something was sent before the paper was written follows from the paper's own
        // date, and from the meeting only of a paper without one.
        let matter = self.year_file.as_ref().map(|year_file| &year_file.board_matter);
        let is_dated = matter.is_some_and(|matter| matter.date.known().is_some());
        let is_meeting = left_out.path.last().is_some_and(|key| key == "sammanträde");
        let is_meant = move |name: &&str| match name.split('.').next() {
            Some("redovisning_lämnas" | "ansökan_lämnas") => !(is_meeting && is_dated),
            Some("kontaktperson") => is_of_contact || !has_contact,
            Some("handläggare") => !is_of_contact,
            Some(name) if name.starts_with("sökta_") => !applies,
            _ => true,
        };
        left_out.names.iter().copied().filter(is_meant)
    }

    fn gives_posts_applied_for(&self) -> bool {
        let operation = self.year_file.as_ref().map(|year_file| &year_file.operation);
        operation.is_some_and(|operation| operation.posts_applied_for.is_some())
    }

    /// Reports the fields that are left out and that a paper needs all the same. `needs`
    /// gives the papers that can't do without a name that stands for a field.
    pub fn demand(&mut self, needs: &dyn Fn(&LeftOut, &str) -> Vec<Need>) {
        // What is missing at the top may stand in what could not be read.
        let hides = self.root.as_deref().is_some_and(is_partly_unread);
        let mut found: Vec<(LeftOut, Vec<Need>)> = Vec::new();
        for left_out in std::mem::take(&mut self.left_out) {
            let may_be_hidden = hides && left_out.path.len() == 1;
            let mut needed: Vec<Need> = Vec::new();
            let names = self.names_of(&left_out).filter(|_| !may_be_hidden);
            for need in names.flat_map(|name| needs(&left_out, name)) {
                match needed.iter_mut().find(|known| known.paper == need.paper) {
                    Some(known) => known.add(need.sections),
                    None => needed.push(need),
                }
            }
            if needed.is_empty() {
                self.left_out.push(left_out);
            } else {
                self.misses_demanded = true;
                self.unread_paths.push(left_out.path.clone());
                found.push((left_out, needed));
            }
        }
        for group in found.chunk_by(|(a, _), (b, _)| a.place == b.place) {
            let Some((first, _)) = group.first() else { continue };
            let keys = group.iter().map(|(left_out, needed)| {
                let key = left_out.path.last().map(String::as_str).unwrap_or_default();
                (key, needed.as_slice())
            });
            let keys: Vec<(&str, &[Need])> = keys.collect();
            let in_sums = self.sums_of.clone().filter(|_| YearFile::sums_up(&first.path));
            self.findings.push(match in_sums {
                Some(place) => required::missing_in_sums(&self.source, place, &keys),
                None => required::missing(&self.source, &first.place, &keys),
            });
        }
    }

    /// Where a key belongs that is missing at the top of the file.
    #[must_use]
    pub fn place_at_the_top(&self, key: &str) -> Span {
        let entries = self.root.as_deref().and_then(yaml::Node::entries).unwrap_or_default();
        MissingPlace::among(&self.source, entries, YearFile::FIELDS, key).span
    }

    /// Notes that what [`YearFile::SUMS`] names are sums, and where the year files are named
    /// that they are sums of.
    pub fn note_sums(&mut self, place: Span) {
        self.sums_of = Some(place);
    }

    /// Where the year files are named whose sums stand here, if they are.
    #[must_use]
    pub fn sums_of(&self) -> Option<Span> {
        self.sums_of.clone()
    }

    /// Whether a paper needs a field that is left out.
    #[must_use]
    pub fn misses_demanded(&self) -> bool {
        self.misses_demanded
    }

    /// Whether the key that a way begins with may stand in a part that could not be read.
    fn may_hide(&self, path: &[&str]) -> bool {
        let root = self.root.as_deref().filter(|root| is_partly_unread(root));
        root.is_some_and(|root| path.first().is_none_or(|key| root.get(key).is_none()))
    }
}

/// Whether a group at the top of a file could not be read.
fn is_partly_unread(root: &yaml::Node) -> bool {
    let mut entries = root.entries().unwrap_or_default().iter();
    entries.any(|entry| entry.value.value == yaml::Value::Reported)
}

/// Reads a year file's text.
#[must_use]
pub fn load(source: Arc<Source>) -> Loaded {
    let (root, findings) = yaml::read(&source);
    load_tree(source, root.map(Arc::new), findings)
}

/// Reads a year file's tree, with what was found while the text became one.
#[must_use]
pub fn load_tree(
    source: Arc<Source>,
    root: Option<Arc<yaml::Node>>,
    mut findings: Vec<Finding>,
) -> Loaded {
    let mut reader = Reader::new(&source);
    let year_file = root.as_deref().and_then(|root| YearFile::read(root, &mut reader));
    let mut outcome = reader.finish();
    // A key that is missing at the top may stand in what could not be read.
    if root.as_deref().is_some_and(is_partly_unread) {
        let is_at_the_top = |f: &Finding| f.rule == "saknad-uppgift" && f.span.is_empty();
        outcome.findings.retain(|finding| !is_at_the_top(finding));
    }
    findings.append(&mut outcome.findings);
    let read::ReadOutcome { unread, unread_paths, left_out, absent, .. } = outcome;
    Loaded {
        source,
        root,
        year_file,
        findings,
        unread,
        unread_paths,
        misses_demanded: false,
        sums_of: None,
        left_out,
        absent,
    }
}

impl YearFile {
    /// The key under which the year files of several operations are named.
    pub const OPERATIONS: &'static str = "verksamheter";

    /// The keys whose content is the sum of what those year files have.
    pub const SUMS: [&'static str; 3] = ["verksamhet", "statistik", "ekonomi"];

    /// Whether what stands at the end of a way from the top of the file is such a sum.
    fn sums_up(path: &[String]) -> bool {
        path.first().is_some_and(|key| Self::SUMS.contains(&key.as_str()))
    }

    /// The year that the application is for.
    #[must_use]
    pub fn application_year(&self) -> i32 {
        *self.year + 1
    }

    /// Whether the board's matter is about a report or an application; both, unless the
    /// year file says otherwise.
    #[must_use]
    pub fn is_about(&self, part: MatterPart) -> bool {
        let parts = self.board_matter.parts.as_ref();
        let is_it = |one: &Located<MatterPart>| one.known() == Some(&part);
        parts.is_none_or(|parts| parts.is_empty() || parts.iter().any(is_it))
    }

    /// The full-time posts that the application is for: those of the reported year, unless
    /// the year file gives others. None when it gives neither.
    #[must_use]
    pub fn posts_applied_for(&self) -> Option<&values::Decimal> {
        let operation = &self.operation;
        let given = operation.posts_applied_for.as_ref();
        given.or_else(|| Some(&operation.full_time_posts).filter(|posts| posts.known().is_some()))
    }

    /// The first day of the service, when it began within the reported year and not with it,
    /// so that the year's figures are those of a part of it.
    #[must_use]
    pub fn started_within(&self, year: i32) -> Option<NaiveDate> {
        let started = *self.operation.started.known()?;
        (started.year() == year && started.ordinal() > 1).then_some(started)
    }

    /// The last day of the service, when it ended within a year and not with it, so that the
    /// year's figures are those of a part of it.
    #[must_use]
    pub fn ended_within(&self, year: i32) -> Option<NaiveDate> {
        let ended = *self.operation.ended.as_ref()?.known()?;
        let is_last_day = (ended.month(), ended.day()) == (12, 31);
        (ended.year() == year && !is_last_day).then_some(ended)
    }

    /// Whether there was a service from the first day of a year to its last, as far as is
    /// known.
    #[must_use]
    pub fn is_whole(&self, year: i32) -> bool {
        self.started_within(year).is_none() && self.ended_within(year).is_none()
    }

    /// The figures of a year, counted from the reported one: 0, −1 …
    #[must_use]
    pub fn figures(&self, offset: i32) -> Option<&Located<YearFigures>> {
        self.statistics.get(&(*self.year + offset))
    }

    /// The text that replaces a section's own, when the year file has one.
    #[must_use]
    pub fn text(&self, section: &str) -> Option<&values::Markdown> {
        let texts = self.texts.as_ref()?;
        texts.iter().find(|(name, _)| **name == section).map(|(_, text)| text)
    }

    /// Whether the year file leaves a section out, with its heading and what belongs to it.
    #[must_use]
    pub fn omits(&self, section: &str) -> bool {
        self.text(section).is_some_and(|text| text.text.trim() == OMIT)
    }
}
