//! Drafts: papers made in spite of what is found, to be looked through.

use std::collections::BTreeSet;
use std::path::Path;

use super::{Checked, Failure, FinishedFile, Format, Pipeline, fill};
use crate::checks::{glyphs, size};
use crate::document::{Block, Document, Draft, Inline, List};
use crate::finding::{Finding, Severity};
use crate::source::printable;
use crate::swedish::{join, upper_first};
use crate::template::Paper;
use crate::year_file::YearFile;

/// Stands before the name of a draft's file, so that nobody takes it for the paper.
pub const FILE_PREFIX: &str = "utkast-";

const MARK: &str = "UTKAST";

impl Pipeline {
    /// The chosen papers as drafts: marked as such, with gaps marked where nothing can be
    /// filled in, and with the findings after each paper.
    ///
    /// # Errors
    /// Why there can't even be drafts: the year file can't be read, or it holds more than
    /// the typesetter can bear.
    pub fn make_drafts(
        &self,
        checked: &Checked,
        papers: &[&Paper],
        formats: &[Format],
        findings: &[Finding],
    ) -> Result<Vec<FinishedFile>, Failure> {
        let documents = self.drafts(checked, papers, findings)?;
        let files = self.write_all(checked, &documents, formats)?;
        let named = |file: FinishedFile| FinishedFile {
            name: format!("{FILE_PREFIX}{}", file.name),
            ..file
        };
        Ok(files.into_iter().map(named).collect())
    }

    /// The documents of the drafts. `findings` are those that are listed after each.
    ///
    /// # Errors
    /// See [`Pipeline::make_drafts`].
    pub fn drafts(
        &self,
        checked: &Checked,
        papers: &[&Paper],
        findings: &[Finding],
    ) -> Result<Vec<Document>, Failure> {
        let unbearable: Vec<Finding> =
            checked.findings.iter().filter(|finding| size::is_too_much(finding)).cloned().collect();
        if !unbearable.is_empty() {
            return Err(Failure::Findings(unbearable));
        }
        let facts = checked.facts.as_ref();
        let filling = facts.and_then(|facts| self.filling(&checked.loaded, facts));
        let Some(filling) = filling else {
            return Err(Failure::Writer(format!(
                "av {} kan inget utkast göras, eftersom filen inte kan läsas",
                printable(&checked.loaded.source.name)
            )));
        };
        let unshowable = glyphs::unshowable(&checked.loaded, self.covers());
        let filling = filling.for_drafts(unshowable.clone());
        let mut documents = fill(&filling, papers).map_err(Failure::Findings)?;
        let masks = |year_file: &YearFile| year_file.masks_small_counts();
        let says_all = !checked.loaded.year_file.as_ref().is_some_and(masks);
        let left = ToDo { findings, unshowable, says_all, unread: filling.unread_names() };
        for document in &mut documents {
            left.add_to(document);
        }
        let nowhere =
            |_: &dyn Fn(&str) -> bool| (std::sync::Arc::clone(&checked.loaded.source), 0..0);
        let too_long: Vec<Finding> = documents
            .iter()
            .flat_map(|document| size::too_long_in_document(document, &nowhere))
            .collect();
        if too_long.is_empty() { Ok(documents) } else { Err(Failure::Findings(too_long)) }
    }
}

/// What is left to do before there are papers.
struct ToDo<'f> {
    findings: &'f [Finding],
    /// The characters that no paper can show, which a message may quote.
    unshowable: BTreeSet<char>,
    /// The names under which templates ask for what could not be read.
    unread: Vec<&'static str>,
    /// Whether what the findings say may be read by everyone who reads the paper. A
    /// message quotes counts as they were written, also those that the paper masks.
    says_all: bool,
}

impl ToDo<'_> {
    fn add_to(&self, document: &mut Document) {
        document.properties.title = format!("Utkast: {}", document.properties.title);
        let after_letterhead =
            document.blocks.iter().take_while(|block| matches!(block, Block::Letterhead(_)));
        let place = after_letterhead.count();
        let words = "Papperet är inte färdigt och får inte lämnas in. Vad som återstår står sist.";
        let notice = vec![
            Inline::Strong(vec![Inline::Text(format!("{MARK}."))]),
            Inline::Text(format!(" {words}")),
        ];
        document.blocks.insert(place, Block::Paragraph { text: notice });
        document.draft = Some(Draft { mark: MARK.to_owned(), blocks: self.blocks() });
    }

    fn blocks(&self) -> Vec<Block> {
        let paragraph = |text: String| Block::Paragraph { text: vec![Inline::Text(text)] };
        let heading = vec![Inline::Text("Återstår innan papperet är färdigt".to_owned())];
        let mut blocks = vec![Block::Heading { level: 2, text: heading }];
        if self.findings.is_empty() {
            blocks.push(paragraph("Kontrollen har inte hittat något.".to_owned()));
            return blocks;
        }
        if !self.unread.is_empty() {
            let names = join(&self.unread);
            let words = "De här uppgifterna saknas eller går inte att läsa, och det som bygger på dem \
                         är märkt eller borta:";
            blocks.push(paragraph(format!("{words} {names}.")));
        }
        if !self.says_all {
            let words = "Årsfilen döljer små antal. Därför står här bara var något är fel och \
                         vilken regel som säger det; tjut kontrollera visar resten.";
            blocks.push(paragraph(words.to_owned()));
        }
        let severities = [
            (Severity::Error, "Fel, som stoppar papperet:"),
            (Severity::Warning, "Varningar, som någon ska titta på:"),
            (Severity::Advice, "Råd:"),
        ];
        for (severity, words) in severities {
            let found = self.findings.iter().filter(|finding| finding.severity == severity);
            let items: Vec<Vec<Block>> =
                found.map(|finding| vec![Block::Paragraph { text: self.item(finding) }]).collect();
            if !items.is_empty() {
                blocks.push(paragraph(words.to_owned()));
                blocks.push(Block::List(List { start: Some(1), items }));
            }
        }
        blocks
    }

    /// A finding: its place, and what there is to say.
    fn item(&self, finding: &Finding) -> Vec<Inline> {
        let file = Path::new(&finding.source.name).file_name().unwrap_or_default();
        let file = printable(&file.to_string_lossy());
        let place = format!("{file}, rad {}: ", finding.position().line);
        let said = if self.says_all { said(finding) } else { format!("{}.", finding.rule) };
        let clean = |text: &str| glyphs::without(text, &self.unshowable);
        vec![Inline::Strong(vec![Inline::Text(clean(&place))]), Inline::Text(clean(&said))]
    }
}

/// What is wrong, why, and what to do, as sentences.
fn said(finding: &Finding) -> String {
    let parts = [Some(&finding.message), finding.reason.as_ref(), finding.hint.as_ref()];
    let sentences = parts.into_iter().flatten().map(|part| {
        let part = upper_first(part.replace('`', "").trim());
        if part.ends_with(['.', '?', '!', ':']) { part } else { part + "." }
    });
    sentences.collect::<Vec<_>>().join(" ")
}
