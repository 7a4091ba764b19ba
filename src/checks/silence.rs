//! Rules that the year file has silenced, in the whole file or at one place: under
//! `kontroller:`, or in a comment of a text.
//!
//! `{# tyst REGEL: skäl #}` in a paragraph holds for the paragraph, and in a paragraph of
//! its own for the whole text.

use std::collections::BTreeSet;

use super::{Checks, Made, Rule, rules};
use crate::finding::{Finding, Severity};
use crate::source::Span;
use crate::swedish::evenly_spaced;
use crate::yaml::{Node, Scalar, ScalarPlaces, Value};
use crate::year_file::{Loaded, is_filler};

/// What is found while a year file is read and filled in, which no rule is about. Nothing of
/// it can be silenced: there would be no paper, or another one than was meant.
pub const NOT_RULES: &[&str] = &[
    "dubbel-nyckel",
    "fasta-mellanslag",
    "fel-typ",
    "fil-för-stor",
    "flera-dokument",
    "för-lång-titel",
    "för-långt-ord",
    "för-många-rader",
    "går-inte-att-ändra",
    "ingen-textfil",
    "inte-utf-8",
    "lodstreck-saknas",
    "mall-felskriven",
    "mall-i-mall",
    "märkning-stöds-inte",
    "nyckel-inte-ord",
    "okänd-nyckel",
    "okänd-platshållare",
    "okänt-avsnitt",
    "okänt-filter",
    "okänt-papper",
    "osynligt-tecken",
    "papper-för-långt",
    "papper-utan-pdf",
    "platshållare-fel",
    "platshållare-felskriven",
    "platshållare-utan-värde",
    "saknad-uppgift",
    "samlat-papper",
    "skrivriktning",
    "tecken-saknas",
    "text-utan-slut",
    "tom-fil",
    "tomt-värde",
    "uttryck-för-stort",
    "uttryck-stöds-inte",
    "verksamhetsfil",
    "villkor-maskerat",
    "villkor-utan-antal",
    "yaml-bindestreck",
    "yaml-citattecken",
    "yaml-fel",
    "yaml-för-djupt",
    "yaml-indrag",
    "yaml-klammer",
    "yaml-kolon",
    "yaml-komma",
    "yaml-kommentar",
    "yaml-nyckel",
    "yaml-omvänt-snedstreck",
    "yaml-stöds-inte",
    "yaml-tabb",
    "yaml-tabell",
    "yaml-tecken",
    "yaml-textblock",
];

/// A rule that the year file has silenced.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Silenced {
    /// The rule.
    pub rule: &'static str,
    /// How serious its findings would have been.
    pub severity: Severity,
    /// Why, in the words of the year file.
    pub reason: String,
    /// Where it says so.
    pub span: Span,
    /// The path to what it holds for; none for the whole file.
    pub path: Option<String>,
    /// Whether it holds for a paragraph only of the text there.
    pub is_paragraph: bool,
    /// How many findings it would have had.
    pub findings: usize,
}

/// What a year file says about a rule that is to be silent, as it is written.
pub(super) struct AskedSilence {
    /// The rule's id.
    pub(super) rule: String,
    /// Where the id stands.
    pub(super) span: Span,
    /// Why; none when it does not say.
    pub(super) reason: Option<String>,
    /// The path to what it holds for, and where that is written.
    pub(super) path: Option<(String, Span)>,
    /// The place that it holds for; none for the whole file.
    place: Option<Span>,
    is_paragraph: bool,
}

/// All that a year file asks to be silent, under `kontroller:` and in its texts.
pub(super) fn asked(loaded: &Loaded) -> Vec<AskedSilence> {
    let mut asked = Vec::new();
    let year_file = loaded.year_file.iter();
    let silences = year_file.flat_map(|year_file| &year_file.controls);
    for silence in silences.flat_map(|controls| controls.silenced.iter().flatten()) {
        let (Some(rule), Some(reason)) = (silence.rule.known(), silence.reason.known()) else {
            continue;
        };
        let path = silence.place.as_ref();
        let place = path.map(|path| loaded.root.as_deref()?.at_path(path).ok());
        asked.push(AskedSilence {
            rule: rule.clone(),
            span: silence.rule.span.clone(),
            reason: Some(reason.clone()),
            path: path.map(|path| (path.to_string(), path.span.clone())),
            // A place that there is none of silences nothing.
            place: place.map(|place| place.unwrap_or(0..0)),
            is_paragraph: false,
        });
    }
    let texts = loaded.root.as_deref().and_then(|root| root.get("texter"));
    for entry in texts.and_then(Node::entries).unwrap_or_default() {
        if let Value::Scalar(scalar) = &entry.value.value {
            let whole = entry.key.span.start..entry.value.span.end;
            in_text(loaded, &entry.key, scalar, &entry.value.span, &whole, &mut asked);
        }
    }
    asked
}

/// What the comments of a text ask for.
fn in_text(
    loaded: &Loaded,
    section: &str,
    scalar: &Scalar,
    written: &Span,
    whole: &Span,
    asked: &mut Vec<AskedSilence>,
) {
    let text = scalar.text.as_str();
    let comments = comments(text);
    if comments.is_empty() {
        return;
    }
    let places = ScalarPlaces::new(&loaded.source, written, scalar);
    let path = format!("texter.{section}");
    for comment in &comments {
        let inside = text.get(comment.start + 2..comment.end - 2).unwrap_or_default();
        let inside = inside.trim_matches(['-', '+']);
        let Some(order) = inside.trim().strip_prefix("tyst") else { continue };
        if !order.starts_with([' ', ':', '\n']) && !order.is_empty() {
            continue;
        }
        let (ids, reason) = order.split_once(':').unwrap_or((order, ""));
        let reason = evenly_spaced(reason);
        let paragraph = paragraph(text, comment, &comments);
        for id in ids.split(',').map(str::trim) {
            let at = text.get(comment.clone()).and_then(|written| written.find(id)).unwrap_or(0);
            let at = comment.start + at;
            asked.push(AskedSilence {
                rule: id.to_owned(),
                span: if id.is_empty() {
                    places.place(comment)
                } else {
                    places.place(&(at..at + id.len()))
                },
                reason: Some(reason.clone()).filter(|reason| !is_filler(reason)),
                path: Some((path.clone(), whole.clone())),
                place: Some(match &paragraph {
                    Some(paragraph) => places.place(paragraph),
                    None => whole.clone(),
                }),
                is_paragraph: paragraph.is_some(),
            });
        }
    }
}

/// Where the comments of a text stand.
fn comments(text: &str) -> Vec<Span> {
    let mut comments = Vec::new();
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find("{#")).map(|found| at + found)
    {
        let inside = text.get(start + 2..).unwrap_or_default();
        let Some(end) = inside.find("#}").map(|found| start + 2 + found + 2) else { break };
        comments.push(start..end);
        at = end;
    }
    comments
}

/// The paragraph that a comment stands in; none when nothing but comments stands there.
fn paragraph(text: &str, comment: &Span, comments: &[Span]) -> Option<Span> {
    let is_blank = |line: &str| line.trim().is_empty();
    let before = text.get(..comment.start).unwrap_or_default();
    let mut start = comment.start;
    for line in before.split_inclusive('\n').rev() {
        // The part of its own line before the comment may be blank.
        if is_blank(line) && line.ends_with('\n') {
            break;
        }
        start -= line.len();
    }
    let after = text.get(comment.end..).unwrap_or_default();
    let mut end = comment.end;
    for (number, line) in after.split_inclusive('\n').enumerate() {
        if is_blank(line) && number > 0 {
            break;
        }
        end += line.len();
    }
    let is_in_comment = |at: usize| comments.iter().any(|comment| comment.contains(&at));
    let mut signs = text.get(start..end).unwrap_or_default().char_indices();
    signs.any(|(at, c)| !c.is_whitespace() && !is_in_comment(start + at)).then_some(start..end)
}

/// Takes away the findings of silenced rules. A rule that must not be silenced keeps its
/// findings, and so does one that is silenced without a reason or at a place that there
/// is none of; that someone has tried is a finding of its own ([`super::controls`]).
pub(super) fn apply(
    loaded: &Loaded,
    made: &Made<'_>,
    asked: &[AskedSilence],
    unused: &Rule,
    checks: &mut Checks,
) {
    let mut asked: Vec<&AskedSilence> = asked.iter().collect();
    // What holds for less goes first, so that each takes away what nothing else would.
    asked.sort_by_key(|asked| (asked.place.is_none(), !asked.is_paragraph, asked.span.start));
    let incomplete: BTreeSet<&str> = checks.incomplete.iter().map(|rule| rule.id).collect();
    let mut without_use = Vec::new();
    for silence in &asked {
        let rule = rules().find(|rule| rule.id == silence.rule && rule.may_be_silenced);
        let (Some(rule), Some(reason)) = (rule, &silence.reason) else { continue };
        let is_meant = |finding: &Finding| {
            let is_there = silence.place.as_ref().is_none_or(|place| {
                finding.source == loaded.source && place.contains(&finding.span.start)
            });
            finding.rule == rule.id && is_there
        };
        let before = checks.findings.len();
        checks.findings.retain(|finding| !is_meant(finding));
        let findings = before - checks.findings.len();
        if silence.place.is_none() {
            checks.incomplete.retain(|other| other.id != rule.id);
        }
        let has_looked = !incomplete.contains(rule.id) && made.are_concerned(rule.concerns);
        let has_place = silence.place.as_ref().is_none_or(|place| !place.is_empty());
        let is_about_itself = rule.id == unused.id;
        if findings == 0
            && has_looked
            && has_place
            && !is_about_itself
            && made.shows_all_texts(loaded.year_file.as_ref())
        {
            without_use.push(nothing_silenced(loaded, unused, silence));
        }
        checks.silenced.push(Silenced {
            rule: rule.id,
            severity: rule.severity,
            reason: reason.clone(),
            span: silence.span.clone(),
            path: silence.path.as_ref().map(|(path, _)| path.clone()),
            is_paragraph: silence.is_paragraph,
            findings,
        });
    }
    checks.silenced.sort_by_key(|silenced| silenced.span.start);
    for silence in asked.iter().filter(|silence| silence.rule == unused.id) {
        without_use.retain(|finding| {
            silence.place.as_ref().is_some_and(|place| !place.contains(&finding.span.start))
        });
    }
    checks.findings.append(&mut without_use);
}

fn nothing_silenced(loaded: &Loaded, unused: &Rule, silence: &AskedSilence) -> Finding {
    let there = match (&silence.path, silence.is_paragraph) {
        (None, _) => "i filen".to_owned(),
        (Some((path, _)), false) => format!("i `{path}`"),
        (Some(_), true) => "i det här stycket".to_owned(),
    };
    let message = format!(
        "regeln `{}` har inget att säga {there}, så det finns inget att tysta",
        silence.rule
    );
    let finding = Finding::error(unused.id, &loaded.source, silence.span.clone(), message);
    let finding = finding.because(unused.reason);
    Finding { severity: unused.severity, ..finding.hint("Ta bort det som tystar regeln.") }
}
