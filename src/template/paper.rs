//! The papers that can be made: a template each.

use std::sync::Arc;

use crate::case::read::{Read, Reader, record};
use crate::case::schema::Section;
use crate::case::values::{Count, Text};
use crate::finding::Finding;
use crate::source::Source;
use crate::yaml;

/// The templates that are built in, with the id that also names the output file.
const BUILT_IN: [(&str, &str); 3] = [
    ("tjansteutlatande", include_str!("../../templates/tjansteutlatande.md")),
    ("redovisning", include_str!("../../templates/redovisning.md")),
    ("ansokan", include_str!("../../templates/ansokan.md")),
];

record! {
    /// Uppgifter om ett papper, överst i dess mall.
    pub struct PaperInfo {
        /// Papperets namn.
        "namn" => name: Text,
        /// Vad papperet är till för, på en rad.
        "beskrivning" => description: Text,
        /// Papperets ordning bland bilagorna. Utelämnas för papper som inte är bilagor.
        "bilaga" => attachment: Option<Count>,
        /// Vem papperet kommer från. Får innehålla platshållare.
        "författare" => author: Text,
        /// En mening om papperet till filens egenskaper. Får innehålla platshållare.
        "ämne" => subject: Text,
        /// Sökord till filens egenskaper.
        "sökord" => keywords: Vec<Text>,
    }
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
}

impl Paper {
    /// The template without its head.
    #[must_use]
    pub fn body(&self) -> &str {
        self.source.text.get(self.body_start..).unwrap_or("")
    }

    /// Reads a template: between two lines of `---` what is said about the paper,
    /// then the body.
    ///
    /// # Errors
    /// What is wrong with the head.
    pub fn read(id: &str, source: Arc<Source>) -> Result<Self, Vec<Finding>> {
        let Some((head, body_start)) = head(&source.text) else {
            return Err(vec![
                Finding::error("mall-utan-huvud", &source, 0..0, "mallen saknar sitt huvud")
                    .hint("Börja mallen med --- och uppgifter om papperet, så som i de inbyggda mallarna."),
            ]);
        };
        // The opening line starts a YAML document as well, so places stay right.
        let head = Source::new(source.name.clone(), head);
        let (root, mut findings) = yaml::read(&head);
        let mut reader = Reader::new(&head);
        let info = root.as_ref().and_then(|root| PaperInfo::read(root, &mut reader));
        findings.append(&mut reader.into_findings());
        match info {
            Some(info) if findings.is_empty() => {
                Ok(Self { id: id.to_owned(), info, source, body_start })
            }
            _ => Err(findings),
        }
    }
}

/// The head with its opening line, and where the body starts.
fn head(text: &str) -> Option<(&str, usize)> {
    let rest = text.strip_prefix("---\n")?;
    let end = rest.find("\n---\n")?;
    Some((&text[..=(4 + end)], 4 + end + "\n---\n".len()))
}

/// All papers, in the order in which they are made and shown.
#[derive(Debug)]
pub struct Papers {
    papers: Vec<Paper>,
}

impl Papers {
    /// The papers whose templates are built in.
    ///
    /// # Errors
    /// What is wrong with a template's head.
    pub fn built_in() -> Result<Self, Vec<Finding>> {
        let read =
            |(id, text): (&str, &str)| Paper::read(id, Source::new(format!("{id}.md"), text));
        let papers = BUILT_IN.into_iter().map(read).collect::<Result<_, _>>()?;
        Ok(Self { papers })
    }

    /// The papers.
    pub fn iter(&self) -> impl Iterator<Item = &Paper> {
        self.papers.iter()
    }

    /// A paper by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Paper> {
        self.papers.iter().find(|paper| paper.id == id)
    }

    /// The sections that a year file can replace, in all papers, without repeats.
    #[must_use]
    pub fn sections(&self) -> Vec<&str> {
        let mut sections = Vec::new();
        for paper in &self.papers {
            for section in sections_of(paper.body()) {
                if !sections.contains(&section) {
                    sections.push(section);
                }
            }
        }
        sections
    }

    /// The sections with the names of the papers that have them.
    #[must_use]
    pub fn sections_with_papers(&self) -> Vec<Section> {
        let papers_with = |section: &str| {
            let with = self
                .papers
                .iter()
                .filter(|paper| sections_of(paper.body()).any(|other| other == section));
            with.map(|paper| paper.info.name.value.clone()).collect()
        };
        let sections = self.sections().into_iter();
        sections.map(|name| Section { name: name.to_owned(), papers: papers_with(name) }).collect()
    }
}

/// The names of a template's blocks.
pub(super) fn sections_of(body: &str) -> impl Iterator<Item = &str> {
    body.split("{% block ").skip(1).filter_map(|rest| rest.split([' ', '%']).next())
}
