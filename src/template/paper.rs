//! A paper that can be made: its template, and what that says about it.

use std::sync::Arc;

use unicode_normalization::UnicodeNormalization as _;

use super::asked::Names;
use super::demand::Demand;
use super::sections::{TemplateSection, sections};
use crate::finding::Finding;
use crate::source::{Located, Source};
use crate::yaml;
use crate::year_file::read::{Read, Reader, record};
use crate::year_file::values::{Count, Text, YesNo};

/// The templates that are built in, with the id that also names the output file.
pub(crate) const BUILT_IN: [(&str, &str); 4] = [
    ("tjansteutlatande", include_str!("../../templates/tjansteutlatande.md")),
    ("redovisning", include_str!("../../templates/redovisning.md")),
    ("ansokan", include_str!("../../templates/ansokan.md")),
    ("informationsblad", include_str!("../../templates/informationsblad.md")),
];

/// The id of the template with what papers have in common: no paper itself, but
/// papers may import its macros.
pub const SHARED: &str = "delar";

/// The built-in template with what papers have in common.
pub(super) const BUILT_IN_SHARED: &str = include_str!("../../templates/delar.md");

record! {
    /// Uppgifter om ett papper, överst i dess mall.
    pub struct PaperInfo {
        /// Papperets namn.
        "namn" => name: Text,
        /// Vad papperet är till för, på en rad.
        "beskrivning" => description: Text,
        /// Papperets ordning bland bilagorna. Utelämnas för papper som inte är bilagor.
        "bilaga" => attachment: Option<Count>,
        /// Papperet som det här görs i stället för.
        "ersätter" => replaces: Option<Text>,
        /// De paragrafer i förordningen (2013:522) som säger vad papperet ska innehålla: 8 § för en ansökan, 10 § för en redovisning.
        "krav" => demands: Option<Vec<Located<Demand>>>,
        /// Avsnitt som svarar på en punkt i lagen under ett annat namn än i den inbyggda mallen: det inbyggda namnet och mallens.
        "svar" => answers: Option<Vec<(Text, Text)>>,
        /// Om papperet görs bara när någon ber om det.
        "på_begäran" => on_request: Option<YesNo>,
        /// Om papperet sätts tätt, med mindre text och luft, för att rymmas på en sida.
        "tätt" => dense: Option<YesNo>,
        /// Papperets datum, som också står i filens egenskaper. Får innehålla platshållare. Utelämnas när det är tjänsteutlåtandets.
        "datum" => date: Option<Text>,
        /// Vem papperet kommer från. Får innehålla platshållare.
        "författare" => author: Text,
        /// En mening om papperet till filens egenskaper. Får innehålla platshållare.
        "ämne" => subject: Text,
        /// Sökord till filens egenskaper.
        "sökord" => keywords: Vec<Text>,
    }
}

/// The word that stands for all papers where papers are named.
pub const ALL: &str = "alla";

/// A paper that another one stands in the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerPaper {
    /// Its name.
    pub name: String,
    /// Its sections.
    pub sections: Vec<String>,
}

/// A paper: its id, what is said about it, and its template.
#[derive(Debug)]
pub struct Paper {
    /// The id and file stem.
    pub id: String,
    /// What the template says about the paper.
    pub info: PaperInfo,
    /// The template's whole text.
    pub source: Arc<Source>,
    /// Where the template's body starts, after what is said about the paper.
    pub body_start: usize,
    /// Whether the template is the program's own.
    pub is_built_in: bool,
    /// What the law demands of it.
    pub demands: Vec<Demand>,
    /// The paper in whose place it stands.
    pub stands_for: Option<FormerPaper>,
    sections: Vec<TemplateSection>,
    pub(super) names: Names,
}

impl Paper {
    /// The line of the template that holds the paper's title, without the mark before it.
    pub(super) fn title(&self) -> &str {
        let title = self.body().lines().find_map(|line| line.strip_prefix("# "));
        title.unwrap_or_default().trim()
    }

    /// Its order among the bilagor, when it is one.
    #[must_use]
    pub fn attachment(&self) -> Option<u64> {
        self.info.attachment.as_deref().copied()
    }

    /// The template without its head.
    #[must_use]
    pub fn body(&self) -> &str {
        self.source.text.get(self.body_start..).unwrap_or("")
    }

    /// Whether the paper is made only when it is asked for by name.
    #[must_use]
    pub fn is_on_request(&self) -> bool {
        self.info.on_request.as_ref().is_some_and(|on_request| **on_request)
    }

    /// Whether the paper is set with smaller text and less white space.
    #[must_use]
    pub fn is_dense(&self) -> bool {
        self.info.dense.as_ref().is_some_and(|dense| **dense)
    }

    /// Reads a template: between two lines of `---` what is said about the paper,
    /// then the body. Line ends may be of any kind.
    ///
    /// # Errors
    /// What is wrong with the head.
    pub fn read(id: &str, source: &Arc<Source>) -> Result<Self, Vec<Finding>> {
        // Lines and columns stay what they are when line ends become one byte.
        let source = Source::new(source.name.clone(), source.text.replace("\r\n", "\n"));
        let Some((head, body_start)) = head(&source.text) else {
            return Err(vec![
                Finding::error("mall-utan-huvud", &source, 0..0, "mallen saknar sitt huvud")
                    .hint("Börja mallen med uppgifter om papperet mellan två rader med ---, så som i de inbyggda mallarna."),
            ]);
        };
        // The opening line starts a YAML document as well, so places stay right.
        let head = Source::new(source.name.clone(), head);
        let (root, mut findings) = yaml::read(&head);
        let mut reader = Reader::new(&head);
        let info = root.as_ref().and_then(|root| PaperInfo::read(root, &mut reader));
        findings.append(&mut reader.finish().findings);
        let body = source.text.get(body_start..).unwrap_or_default();
        let sections = sections(body);
        let names = Names::of(body, &sections);
        match info {
            Some(info) if findings.is_empty() => Ok(Self {
                id: id.to_owned(),
                demands: info.demands.iter().flatten().map(|demand| **demand).collect(),
                info,
                sections,
                names,
                source,
                body_start,
                is_built_in: false,
                stands_for: None,
            }),
            _ => Err(findings),
        }
    }

    /// The names of the blocks in the template, which are the sections that a year
    /// file may word itself.
    pub fn sections(&self) -> impl Iterator<Item = &str> {
        self.sections.iter().map(|section| section.name.as_str())
    }

    /// Whether a section is what comes first under a heading.
    #[must_use]
    pub fn follows_heading(&self, section: &str) -> bool {
        self.sections.iter().any(|other| other.name == section && other.follows_heading)
    }

    /// Whether a section holds whole paragraphs, lists and the like, and not a part of a
    /// paragraph or of a special block.
    pub(super) fn is_of_blocks(&self, section: &str) -> bool {
        self.sections.iter().any(|other| other.name == section && other.is_of_blocks)
    }

    /// Whether the template says which section of its own answers that point.
    #[must_use]
    pub fn names_answer(&self, section: &str) -> bool {
        self.info.answers.iter().flatten().any(|(built_in, _)| **built_in == section)
    }

    /// The section that answers a point of the law which the built-in template answers
    /// under the given name; none when the template has no such section.
    #[must_use]
    pub fn answer(&self, section: &str) -> Option<&str> {
        let mut answers = self.info.answers.iter().flatten();
        let own = answers.find(|(built_in, _)| **built_in == section);
        let name = own.map_or(section, |(_, own)| own.as_str());
        self.sections().find(|other| *other == name)
    }
}

/// The paper's id when its template has the given file name without its ending:
/// what can stand in the name of a file on any system and in `--dokument`.
pub(super) fn id_of(stem: &str) -> Option<String> {
    let id: String = stem.nfc().flat_map(char::to_lowercase).collect();
    let is_safe = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    (!id.is_empty() && id != ALL && id.chars().all(is_safe)).then_some(id)
}

/// The head with its opening line, and where the body starts.
fn head(text: &str) -> Option<(&str, usize)> {
    let mut end = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let is_border = line.trim_end() == "---";
        if number > 0 && is_border {
            return Some((text.get(..end)?, end + line.len()));
        }
        if number == 0 && !is_border {
            return None;
        }
        end += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(text: &str) -> Paper {
        let source = Source::new("x.md", text);
        Paper::read("x", &source).unwrap_or_else(|findings| panic!("{findings:?}"))
    }

    const HEAD: &str = "---\nnamn: X\nbeskrivning: Y\nförfattare: Z\nämne: Å\nsökord: [a]\n---\n";

    #[test]
    fn a_head_may_have_any_line_ends() {
        let windows = paper(&format!("{HEAD}# Titel\n").replace('\n', "\r\n"));
        assert_eq!(windows.body(), "# Titel\n");
        assert_eq!(paper(HEAD.trim_end()).body(), "");
    }

    #[test]
    fn an_id_is_safe_in_a_file_name() {
        assert_eq!(id_of("Tja\u{308}nst-1_b").as_deref(), Some("tjänst-1_b"));
        for stem in ["", "a b", "a.b", "..", "a/b", "alla", "a\u{202E}b"] {
            assert_eq!(id_of(stem), None, "{stem}");
        }
    }
}
