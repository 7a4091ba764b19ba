//! Texts that say nothing, in sections that papers show under a heading.

use super::{Report, Rule, Subject, law};
use crate::swedish::folded;
use crate::year_file::OMIT;

pub(super) const RULES: &[Rule] = &[
    Rule::error("tom-text", "Papperet skulle få en rubrik utan något under.", empty),
    Rule::error(
        "utelämna-felskrivet",
        "Bara ordet utelämna, precis så, tar bort ett avsnitt; allt annat skrivs ut som text.",
        misspelt_omission,
    ),
];

fn empty(subject: &Subject<'_>, report: &mut Report<'_>) {
    let texts = subject.year_file.texts.iter().flatten();
    for (section, text) in texts.filter(|(section, _)| subject.made.has_under_heading(section)) {
        // What is missing where the law asks for a text is said there.
        if subject.year_file.omits(section) || law::asks_for(subject.made, section) {
            continue;
        }
        let is_blank = |words: String| words.trim().is_empty();
        if text.known().is_some() && (subject.words)(section).is_some_and(is_blank) {
            let message = if text.text.trim().is_empty() {
                format!("texten `{}` är tom", section.as_str())
            } else {
                format!("texten `{}` blir tom när den fylls i", section.as_str())
            };
            report.add(
                &section.span,
                message,
                format!(
                    "Skriv en text. Ska avsnittet inte vara med så skriv `{}: {OMIT}`. Ska mallens egen text stå där så ta bort raden.",
                    section.as_str()
                ),
            );
        }
    }
}

fn misspelt_omission(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (section, text) in subject.year_file.texts.iter().flatten() {
        let Some(written) = text.known().map(|text| text.text.trim()) else { continue };
        let word = folded(written);
        let is_meant = word.starts_with("utelämn") && !word.contains(' ');
        if is_meant && written != OMIT {
            report.add(
                &text.span,
                format!("hela texten `{}` är ”{written}”", section.as_str()),
                format!("Skriv `{}: {OMIT}` om avsnittet ska tas bort.", section.as_str()),
            );
        }
    }
}
