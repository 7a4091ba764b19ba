//! What texts claim about the figures.
//!
//! A sentence is cut into clauses, and each clause is read for claims: what is counted,
//! what is said of it, and of which year. The figures answer: true, false or not known.
//! What is false is a warning, what is true but typed by hand is advice, and about what
//! the figures don't tell nothing is said.

mod bodies;
mod calendar;
mod claim;
mod clause;
mod counts;
mod known;
mod lexicon;
mod money;
mod names;
mod staffing;
mod stated;
mod terms;

use super::masked::Sentence;
use crate::checks::{Report, Rule, Subject};
use claim::{Answer, Judged};
use known::Known;

pub(in crate::checks) const RULES: &[Rule] = &[Rule::warning(
    "fel-siffra-i-text",
    "Texten och siffrorna i samma papper ska säga samma sak.",
    false_claims,
)];

fn false_claims(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known = Known::of(subject);
    for passage in subject.texts() {
        for sentence in Sentence::all(passage) {
            let terms = terms::terms(&sentence, &known);
            let debug = std::env::var_os("TJUT_CLAIMS").is_some();
            if debug {
                eprintln!(
                    "  {:?}",
                    terms
                        .iter()
                        .map(|t| (sentence.text(t.tokens.clone()), t.sense))
                        .collect::<Vec<_>>()
                );
            }
            let sentence_terms = terms.clone();
            let clauses = clause::clauses(terms);
            let counts = counts::claims(&clauses, &known).into_iter().map(|claim| {
                let answer = claim.ask(&known);
                if debug {
                    eprintln!(
                        "  {:?} {} {:?} -> {:?}",
                        known.noun(claim.topic),
                        claim.year,
                        claim.statement,
                        answer
                    );
                }
                let placeholder = known.placeholder(claim.topic, claim.year);
                Judged { tokens: claim.tokens, answer, placeholder }
            });
            let money = money::judged(&clauses, &known);
            let calendar = calendar::judged(&sentence, &sentence_terms, &known);
            let bodies = bodies::judged(&sentence, &known);
            let staffing = staffing::judged(&clauses, &known);
            for judged in counts.chain(money).chain(staffing).chain(calendar).chain(bodies) {
                if let Answer::False(wrong) = judged.answer {
                    let written = sentence.text(judged.tokens.clone());
                    report.add_in(
                        passage,
                        sentence.range(judged.tokens.clone()),
                        format!("här står ”{written}”, men {}", wrong.but),
                        wrong.hint,
                    );
                }
            }
        }
    }
}
