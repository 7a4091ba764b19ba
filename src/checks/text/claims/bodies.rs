//! Names of a nämnd, a förvaltning, a kommun or a länsstyrelse that are another's.

use std::ops::Range;

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::known::Known;
use super::lexicon::look_up;
use super::names::is_same;
use crate::checks::text::Sentence;
use crate::source::Span;
use crate::year_file::county_of;
use crate::year_file::values::Text;

/// Words for what acts in the papers, and the field that has its name.
const BODIES: &[(&str, SenderField)] = &[
    ("stadsdelsnämnd", SenderField::Board),
    ("stadsdelsnämnden", SenderField::Board),
    ("stadsdelsförvaltning", SenderField::Administration),
    ("stadsdelsförvaltningen", SenderField::Administration),
    ("kommun", SenderField::Municipality),
    ("stad", SenderField::Municipality),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SenderField {
    Board,
    Administration,
    Municipality,
}

/// What only the sender of the papers does in them.
#[rustfmt::skip]
const ACTS: &[&str] = &[
    "godkänner", "beslutar", "ansöker", "överlämnar", "föreslår", "bedömer", "redovisar", "bedriver", "söker",
    "antar", "lämnar", "föreslås", "fastställer", "skickar", "avger", "översänder", "anser", "ställer", "driver", "ansvarar", "bedrivit", "ansökt", "sökt", "upprättat", "föreslagit", "handlägger", "godkänt",
];

/// Those who are named as another's, judged.
pub(super) fn judged(sentence: &Sentence<'_>, known: &Known<'_>) -> Vec<Judged> {
    let reader = BodyReader { sentence, known };
    (0..sentence.tokens.len())
        .filter_map(|at| {
            reader
                .county_board(at)
                .or_else(|| reader.body(at))
                .or_else(|| reader.other_board(at))
                .or_else(|| reader.other_provider(at))
        })
        .collect()
}

struct BodyReader<'r, 'k> {
    sentence: &'r Sentence<'r>,
    known: &'r Known<'k>,
}

impl BodyReader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.sentence.word_at(Some(at))
    }

    fn is_capital(&self, at: usize) -> bool {
        let written = self.sentence.tokens.get(at).map_or("", |token| self.sentence.source(token));
        written.chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether a word can be a part of a name: it has a capital letter and, since a text
    /// may be in capitals, is none of the words that sentences are made of.
    fn may_be_name(&self, at: usize) -> bool {
        let word = self.word(at);
        is_direction(word)
            || (self.is_capital(at) && look_up(|step| self.word(at + step)).is_none())
    }

    fn acts_at(&self, at: usize) -> bool {
        ACTS.contains(&self.word(at))
    }

    /// `Länsstyrelsen i Uppsala län`, where the papers go to another.
    fn county_board(&self, at: usize) -> Option<Judged> {
        if !self.word(at).starts_with("länsstyrelse") {
            return None;
        }
        let start = at + 1 + usize::from(self.word(at + 1) == "i");
        let words: Vec<&str> = (start..start + 3).map(|at| self.word(at)).collect();
        let (county, length) = county_of(&words)?;
        let concerns = ["ansök", "redovis", "bevilj", "lämna", "inlämna", "skicka", "statsbidrag"];
        let mut words = self.sentence.tokens.iter().map(|token| token.lower.as_str());
        if !words.any(|word| concerns.iter().any(|stem| word.starts_with(stem))) {
            return None;
        }
        let own = &self.known.year_file.grant.county_board;
        let is_own = own.known()?.county() == Some(county);
        let own_name = own.known()?.to_string();
        let tokens = at..start + length;
        (!is_own).then(|| wrong(tokens, &own_name, &own.span, "{{ länsstyrelse }}"))
    }

    /// `Farsta stadsdelsnämnd godkänner`, when the year file is another nämnd's.
    fn body(&self, at: usize) -> Option<Judged> {
        let (_, field) = BODIES.iter().find(|(word, _)| *word == self.word(at))?;
        let length = (0..at).rev().take(3).take_while(|at| self.may_be_name(*at)).count();
        let names = at - length..at;
        let proper = names.clone().any(|at| self.is_capital(at));
        if length == 0 || !proper {
            return None;
        }
        let (own, placeholder) = self.own(*field);
        let own_name = own.known()?;
        // At the beginning of a sentence any word has a capital letter.
        let is_own = names.clone().all(|at| has_word(own_name, self.word(at)));
        let acts = (at + 1..at + 3).any(|at| self.acts_at(at)) || self.is_of_the_papers(at);
        // Only the nämnd of the papers approves them, whichever others there are.
        let approves = *field == SenderField::Board && self.word(at + 1) == "godkänner";
        if is_own || !acts || (self.is_known_otherwise(names.clone()) && !approves) {
            return None;
        }
        Some(wrong(names.start..at + 1, own_name, &own.span, placeholder))
    }

    /// Whether the place is where the service of the papers is: `redovisningen avser
    /// verksamheten i Lindsunds kommun`.
    fn is_of_the_papers(&self, at: usize) -> bool {
        const NEAR: usize = 8;
        let before = || (at.saturating_sub(NEAR)..at).map(|at| self.word(at));
        let is_service = before().any(|word| word.starts_with("verksamhet"));
        let mut words = self.sentence.tokens.iter().map(|token| token.lower.as_str());
        is_service
            && before().any(|word| word == "i")
            && words.any(|word| word.starts_with("redovisning") || word.starts_with("ansök"))
    }

    /// `Omsorgsnämnden godkänner`, when the year file is socialnämnden's.
    fn other_board(&self, at: usize) -> Option<Judged> {
        let word = self.word(at);
        let (kind, field) = match () {
            () if word.ends_with("nämnden") && word != "nämnden" && word != "stadsdelsnämnden" => {
                (word.strip_suffix("en")?, SenderField::Board)
            }
            () if word.ends_with("förvaltningen")
                && word != "förvaltningen"
                && word != "stadsdelsförvaltningen" =>
            {
                (word.strip_suffix("en")?, SenderField::Administration)
            }
            () => return None,
        };
        let (own, placeholder) = self.own(field);
        let own_name = own.known()?;
        let is_own = own_name.to_lowercase().contains(kind);
        // "Ärendet avgörs av omsorgsnämnden."
        let is_agent = at >= 2
            && self.word(at - 1) == "av"
            && matches!(
                self.word(at - 2),
                "upprättats"
                    | "upprättas"
                    | "beretts"
                    | "avgörs"
                    | "beslutas"
                    | "godkänns"
                    | "behandlas"
                    | "prövas"
            );
        let acts = self.acts_at(at + 1)
            || is_agent
            || (self.word(at + 1) == "har" && self.acts_at(at + 2))
            || (self.word(at + 1) == "i" && (at + 3..at + 5).any(|at| self.acts_at(at)));
        let is_known = self.is_known_otherwise(at..at + 1);
        (!is_own && acts && !is_known).then(|| wrong(at..at + 1, own_name, &own.span, placeholder))
    }

    /// `Föreningen Fyrbåken driver verksamheten`, when another does.
    fn other_provider(&self, at: usize) -> Option<Judged> {
        const KINDS: &[&str] = &["föreningen", "stiftelsen", "bolaget", "kooperativet"];
        let provider = self.known.year_file.operation.provider.as_ref()?;
        let name = provider.name.known()?;
        if !KINDS.contains(&self.word(at)) || !name.to_lowercase().contains(self.word(at)) {
            return None;
        }
        let length = (at + 1..).take(4).take_while(|at| self.may_be_name(*at)).count();
        let names = at + 1..at + 1 + length;
        let is_own = names.clone().all(|at| has_word(name, self.word(at)));
        let runs = |at: usize| matches!(self.word(at), "driver" | "bedriver");
        let is_run = |at: usize| matches!(self.word(at), "drivs" | "bedrivs");
        let is_service = |at: usize| {
            let word = self.word(at);
            word.starts_with("verksamhet")
                || word.starts_with("ombudsverksamhet")
                || word == "personligt"
        };
        let end = names.end;
        let acts = (runs(end) && is_service(end + 1))
            || (at >= 2 && self.word(at - 1) == "av" && is_run(at - 2));
        let is_other = length > 0 && acts && !is_own && !self.is_known_otherwise(names);
        is_other.then(|| {
            let mut judged = wrong(at..end, name, &provider.name.span, "{{ utförare.namn }}");
            if let Answer::False(correction) = &mut judged.answer {
                correction.but = format!("verksamheten drivs av {name}");
            }
            judged
        })
    }

    fn own(&self, field: SenderField) -> (&Text, &'static str) {
        let sender = &self.known.year_file.sender;
        match field {
            SenderField::Board => (&sender.board, "{{ nämnd }}"),
            SenderField::Administration => (&sender.administration, "{{ förvaltning }}"),
            SenderField::Municipality => (&sender.municipality, "{{ kommun }}"),
        }
    }

    /// Whether the year file names them in another field: a partner, another kommun.
    fn is_known_otherwise(&self, names: Range<usize>) -> bool {
        let operation = &self.known.year_file.operation;
        let area = operation.area.iter();
        let others = operation.other_municipalities.iter().flatten().map(|other| &other.name);
        let partners = operation.cooperation.iter().flatten().map(|body| &body.name);
        let members = operation.steering_group.members.iter();
        let responsible =
            self.known.year_file.shortcomings.iter().flatten().map(|one| &one.responsible);
        let provider = operation.provider.iter().map(|provider| &provider.name);
        let all: Vec<&Text> = area
            .chain(others)
            .chain(partners)
            .chain(members)
            .chain(responsible)
            .chain(provider)
            .collect();
        all.iter().any(|name| names.clone().all(|at| has_word(name, self.word(at))))
    }
}

fn wrong(tokens: Range<usize>, own: &str, place: &Span, placeholder: &str) -> Judged {
    let way = if placeholder.contains("länsstyrelse") { "går till" } else { "kommer från" };
    let answer = Answer::False(Correction {
        but: format!("papperen {way} {own}"),
        hint: format!(
            "Skriv {placeholder}. Är namnet rätt så tysta regeln för texten under `kontroller:`."
        ),
        places: vec![(place.clone(), "i årsfilen".to_owned())],
    });
    Judged { tokens, kind: ClaimKind::Name, answer, placeholder: None }
}

fn is_direction(word: &str) -> bool {
    matches!(word, "norra" | "södra" | "östra" | "västra" | "och" | "innerstadens" | "innerstaden")
}

fn has_word(name: &str, word: &str) -> bool {
    let lower = name.to_lowercase();
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .any(|own| is_same(word, own) || is_same(own, word))
}
