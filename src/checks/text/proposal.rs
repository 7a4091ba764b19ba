//! The proposed decision and the summary.

use super::{Passage, TokenKind};
use crate::checks::{Report, Rule, Subject};
use crate::source::Span;

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::warning(
        "beslut-utan-nämnd",
        "Ett beslut skrivs så som det ska stå i protokollet, med nämnden som den som beslutar (praxis).",
        board_decides,
    ),
    Rule::warning(
        "flera-beslut-i-en-punkt",
        "En punkt rymmer ett beslut, så att nämnden kan ta ställning till vart och ett (praxis).",
        one_decision,
    ),
    Rule::warning(
        "föreliggande-förslag",
        "Ett beslut ska kunna förstås i protokollet utan bilagor (praxis).",
        proposal_at_hand,
    ),
    Rule::warning(
        "sammanfattning-hänvisar",
        "Sammanfattningen publiceras för sig och ska kunna läsas utan resten av papperet (praxis).",
        summary_refers,
    ),
];

fn proposals<'s, 'a>(subject: &'s Subject<'a>) -> impl Iterator<Item = &'s Passage<'a>> {
    subject.texts().filter(|passage| passage.section == "förslag_till_beslut")
}

/// The decisions: the items of the list, or the paragraphs when there is no list.
fn decisions(passage: &Passage<'_>) -> Vec<Span> {
    let mut decisions: Vec<Span> = Vec::new();
    let mut has_list = false;
    let mut is_open = false;
    let mut offset = 0;
    for line in passage.text().split_inclusive('\n') {
        let content = line.trim();
        let start = offset + (line.len() - line.trim_start().len());
        let end = start + content.len();
        offset += line.len();
        if content.is_empty() {
            is_open &= has_list;
            continue;
        }
        let is_between =
            |open: &str, close: &str| content.starts_with(open) && content.ends_with(close);
        if is_between("{%", "%}") || is_between("{#", "#}") {
            continue;
        }
        let marker = list_marker(content);
        if marker > 0 && !has_list {
            has_list = true;
            decisions.clear();
        }
        let begins = marker > 0 || (!has_list && !is_open);
        match decisions.last_mut() {
            Some(last) if !begins => last.end = end,
            _ if begins => decisions.push(start + marker..end),
            _ => {}
        }
        is_open = true;
    }
    decisions
}

/// The length of `1. `, `1) `, `- ` or `* ` at the start of a line.
fn list_marker(line: &str) -> usize {
    let digits = line.find(|c: char| !c.is_ascii_digit()).unwrap_or(line.len());
    let marks: &[&str] = if digits > 0 { &[". ", ") "] } else { &["- ", "* ", "+ "] };
    let rest = line.get(digits..).unwrap_or_default();
    if marks.iter().any(|mark| rest.starts_with(mark)) {
        let after = rest.get(2..).unwrap_or_default();
        digits + 2 + (after.len() - after.trim_start().len())
    } else {
        0
    }
}

fn board_decides(subject: &Subject<'_>, report: &mut Report<'_>) {
    let board = subject.year_file.sender.board.to_lowercase();
    for passage in proposals(subject) {
        for decision in decisions(passage) {
            let text = passage.text().get(decision.clone()).unwrap_or_default();
            let text = text.trim_start_matches(['*', '_']);
            if !begins_with_board(text, &board) {
                let range = decision.start..decision.end.min(decision.start + first_line(text));
                let beginning: String =
                    text.split_whitespace().take(3).collect::<Vec<_>>().join(" ");
                report.add_in(
                    passage,
                    range,
                    format!("beslutet börjar med ”{beginning}” och inte med nämnden"),
                    "Börja med {{ nämnd }} och ett verb i presens: ”{{ nämnd }} godkänner …”.",
                );
            }
        }
    }
}

fn first_line(text: &str) -> usize {
    text.lines().next().map_or(0, str::len)
}

fn begins_with_board(text: &str, board: &str) -> bool {
    if text.to_lowercase().starts_with(board) {
        return true;
    }
    let Some(inside) = text.strip_prefix("{{").and_then(|rest| rest.split("}}").next()) else {
        return false;
    };
    inside.trim_start_matches('-').split('|').next().is_some_and(|name| name.trim() == "nämnd")
}

fn one_decision(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in proposals(subject) {
        for decision in decisions(passage) {
            let inside = |range: &Span| range.start >= decision.start && range.end <= decision.end;
            for (index, token) in passage.tokens.iter().enumerate() {
                let is_and = token.kind == TokenKind::Word && passage.word(token) == "och";
                let next = passage.word_at(Some(index + 1));
                if is_and && inside(&token.range) && decides(next) {
                    report.add_in(
                        passage,
                        token.range.start..token.range.end + 1 + next.len(),
                        format!("punkten rymmer ett beslut till: ”och {next}”"),
                        "Dela punkten i två, var och en med nämnden först.",
                    );
                }
            }
        }
    }
}

/// Verbs with which a board decides, in the present tense.
fn decides(word: &str) -> bool {
    const VERBS: [&str; 24] = [
        "godkänner",
        "överlämnar",
        "uppdrar",
        "ger",
        "beslutar",
        "avslår",
        "antar",
        "fastställer",
        "lämnar",
        "avger",
        "skickar",
        "översänder",
        "ansöker",
        "förklarar",
        "noterar",
        "tillstyrker",
        "avstyrker",
        "bifaller",
        "återremitterar",
        "delegerar",
        "utser",
        "bemyndigar",
        "begär",
        "upphäver",
    ];
    VERBS.contains(&word)
}

fn proposal_at_hand(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.texts() {
        for index in 0..passage.tokens.len() {
            let words = [passage.word_at(Some(index)), passage.word_at(Some(index + 1))];
            if words != ["föreliggande", "förslag"] {
                continue;
            }
            let (Some(first), Some(last)) =
                (passage.tokens.get(index), passage.tokens.get(index + 1))
            else {
                continue;
            };
            report.add_in(
                passage,
                first.range.start..last.range.end,
                "”föreliggande förslag” säger inte vad förslaget är",
                "Skriv vad som föreslås.",
            );
        }
    }
}

fn summary_refers(subject: &Subject<'_>, report: &mut Report<'_>) {
    const ALONE: [&str; 11] = [
        "nedan",
        "nedanstående",
        "ovan",
        "ovanstående",
        "ovannämnda",
        "bilaga",
        "bilagan",
        "bilagor",
        "bilagorna",
        "bilagd",
        "bifogad",
    ];
    for passage in subject.texts().filter(|passage| passage.section == "sammanfattning") {
        for (index, token) in passage.tokens.iter().enumerate() {
            let word = passage.word_at(Some(index));
            let before = passage.word_at(index.checked_sub(1));
            let refers = ALONE.contains(&word)
                || (before == "se" && matches!(word, "avsnitt" | "avsnittet" | "vidare"));
            if refers {
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!(
                        "sammanfattningen hänvisar till något annat: ”{}”",
                        passage.word(token)
                    ),
                    "Skriv det som läsaren behöver veta, eller stryk hänvisningen.",
                );
            }
        }
    }
}
