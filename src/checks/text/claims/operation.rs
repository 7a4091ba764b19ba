//! Claims about how the service is run: by whom, and how much each ombud works.

use super::claim::{Answer, ClaimKind, Correction, Judged};
use super::known::Known;
use super::lexicon::{When, Word};
use super::names::is_same;
use super::terms::{Sense, Term};
use crate::checks::text::Sentence;
use crate::source::Span;
use crate::year_file::{FormKind, Ombud};

/// The claims of this kind in a sentence, judged.
pub(super) fn judged(sentence: &Sentence<'_>, terms: &[Term], known: &Known<'_>) -> Vec<Judged> {
    let reader = OperationReader { sentence, terms, known };
    reader.form().into_iter().chain(reader.degree()).collect()
}

struct OperationReader<'r, 'k> {
    sentence: &'r Sentence<'r>,
    terms: &'r [Term],
    known: &'r Known<'k>,
}

impl OperationReader<'_, '_> {
    fn word(&self, at: usize) -> &str {
        self.sentence.word_at(Some(at))
    }

    fn position(&self, words: &[&str]) -> Option<usize> {
        (0..self.sentence.tokens.len()).find(|at| words.contains(&self.word(*at)))
    }

    /// `verksamheten drivs på entreprenad`, when the kommun runs it itself.
    fn form(&self) -> Option<Judged> {
        const RUNS: &[&str] =
            &["drivs", "bedrivs", "driver", "bedriver", "driftsform", "driftsformen"];
        const SERVICE: &[&str] =
            &["verksamheten", "driftsformen", "driftsform", "ombud", "ombudsverksamheten"];
        /// Words of other times, of other services, or of no fact.
        const OTHERS: &[&str] = &[
            "tidigare",
            "fram",
            "utreda",
            "utreder",
            "skulle",
            "kan",
            "ska",
            "inte",
            "andra",
            "många",
            "kommuner",
            "om",
            "boendestöd",
            "boendestödet",
            "övrig",
            "övriga",
            "dels",
        ];
        self.position(RUNS)?;
        self.position(SERVICE)?;
        if self.position(OTHERS).is_some() {
            return None;
        }
        let own = self.position(&["regi"]).filter(|at| {
            let before = self.sentence.word_at(at.checked_sub(1));
            matches!(before, "egen" | "kommunal" | "kommunens" | "nämndens" | "stadens")
        });
        let contractor = self.position(&["entreprenad"]);
        let form = &self.known.year_file.operation.form;
        let known = form.known()?;
        let is_false = match (own, contractor) {
            (Some(_), None) => {
                known.is_only(FormKind::Contractor) || known.is_only(FormKind::Association)
            }
            (None, Some(_)) => {
                let others = [FormKind::Own, FormKind::HostMunicipality, FormKind::Cooperation];
                let is_run_by_others = self.known.year_file.operation.provider.is_some();
                !is_run_by_others && others.into_iter().any(|form| known.is_only(form))
            }
            _ => return None,
        };
        let at = own.or(contractor)?;
        let but = format!("driftsformen är {}", crate::swedish::lower_first(&known.to_string()));
        let start = if own.is_some() { at - 1 } else { at };
        is_false.then(|| wrong(start..at + 1, but, &form.span))
    }

    /// `ombudet arbetar 75 procent`, when it works full time.
    fn degree(&self) -> Option<Judged> {
        const WORKS: &[&str] = &[
            "arbetar",
            "arbetat",
            "arbetade",
            "tjänstgör",
            "tjänstgjort",
            "sysselsättningsgrad",
            "sysselsättningsgraden",
        ];
        let works = self.position(WORKS)?;
        let (at, per_cent) = self.terms.iter().enumerate().find_map(|(at, term)| {
            let start = term.tokens.start;
            let per_cent = match (term.sense, self.word(start)) {
                (Sense::PerCent(stated), _) => stated.as_whole()?,
                (_, "heltid") => 100,
                (_, "halvtid") => 50,
                _ => return None,
            };
            (start > works).then_some((at, per_cent))
        })?;
        let value = self.terms.get(at)?;
        // "75 procent av tiden med uppsökande arbete"
        let after = (self.word(value.tokens.end), self.word(value.tokens.end + 1));
        let full_time = self.word(value.tokens.end + 2);
        let is_of_full_time = after.1.starts_with("heltid")
            || (matches!(after.1, "en" | "ett") && full_time.starts_with("heltid"));
        if after.0 == "av" && !is_of_full_time {
            return None;
        }
        let is_fact = self.terms.get(..at)?.iter().all(|term| {
            !matches!(
                term.sense,
                Sense::Word(
                    Word::Not
                        | Word::Unreal
                        | Word::Average
                        | Word::Elsewhere
                        | Word::From
                        | Word::Time(When::Other | When::Before)
                )
            ) || term.tokens.contains(&works)
        });
        let (but, place, is_true) = self.degree_of(value.tokens.start, per_cent)?;
        (is_fact && !is_true).then(|| wrong(value.tokens.clone(), but, &place))
    }

    /// What is true of those who are said to work so many per cent, where that stands, and
    /// whether it is that.
    fn degree_of(&self, value: usize, per_cent: u64) -> Option<(String, Span, bool)> {
        let operation = &self.known.year_file.operation;
        let all: &[Ombud] = operation.ombud_posts.as_deref().unwrap_or_default();
        let is_named = |ombud: &&Ombud| {
            ombud
                .name
                .to_lowercase()
                .split_whitespace()
                .all(|name| (0..value).any(|at| is_same(self.word(at), name)))
        };
        let mut named = all.iter().filter(is_named);
        if let (Some(ombud), None) = (named.next(), named.next()) {
            let share = ombud.share();
            let place = ombud.share.as_ref().map_or(&ombud.name.span, |share| &share.span);
            let but = format!("{} har {share} procents sysselsättningsgrad", *ombud.name);
            return Some((but, place.clone(), share == per_cent));
        }
        let first = all.first()?;
        let word = |word: &str| (0..value).any(|at| self.word(at) == word);
        if all.len() == 1 && self.known.ombud().is_none_or(|ombud| ombud == 1) && word("ombudet") {
            let place = first.share.as_ref().map_or(&first.name.span, |share| &share.span);
            let but = format!("ombudet har {} procents sysselsättningsgrad", first.share());
            return Some((but, place.clone(), first.share() == per_cent));
        }
        let is_all = ["båda", "samtliga", "alla", "bägge"].iter().any(|all| word(all));
        if is_all && (word("ombuden") || word("ombud")) {
            let other = all.iter().find(|ombud| ombud.share() != per_cent);
            let shown = other.unwrap_or(first);
            let but = format!("{} har {} procents sysselsättningsgrad", *shown.name, shown.share());
            let place = shown.share.as_ref().map_or(&shown.name.span, |share| &share.span);
            return Some((but, place.clone(), other.is_none()));
        }
        None
    }
}

fn wrong(tokens: std::ops::Range<usize>, but: String, place: &Span) -> Judged {
    let answer = Answer::False(Correction {
        but,
        hint: "Rätta texten. Är det uppgiften i årsfilen som är fel så rätta den.".to_owned(),
        places: vec![(place.clone(), "i årsfilen".to_owned())],
    });
    Judged { tokens, kind: ClaimKind::Figure, answer, placeholder: None }
}
