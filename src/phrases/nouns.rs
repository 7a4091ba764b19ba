//! What is counted, in the forms that a number asks for.

use super::phrase::{Words, words};
use crate::facts::{Facts, Number};
use crate::measures::{Gender, Noun};

/// A noun in definite form, singular or plural by how many operations the board's matter is
/// about.
#[derive(Debug)]
pub struct OperationWord {
    /// The name under which texts and templates ask for it.
    pub name: &'static str,
    /// For one operation.
    pub one: &'static str,
    /// For several.
    pub many: &'static str,
}

/// What there is one of for each operation.
pub static OF_OPERATIONS: [OperationWord; 3] = [SERVICE, REPORT, APPLICATION];

pub(super) const SERVICE: OperationWord =
    OperationWord { name: "verksamheten", one: "verksamheten", many: "verksamheterna" };
const REPORT: OperationWord =
    OperationWord { name: "redovisningen", one: "redovisningen", many: "redovisningarna" };
pub(super) const APPLICATION: OperationWord =
    OperationWord { name: "ansökningen", one: "ansökan", many: "ansökningarna" };

impl OperationWord {
    /// The word for as many operations as there are.
    #[must_use]
    pub fn of(&self, facts: &Facts) -> &'static str {
        if facts.operations.len() > 1 { self.many } else { self.one }
    }
}

impl Noun {
    /// `ingen klient`, `en klient`, `189 klienter`, `färre än 5 klienter`.
    pub(in crate::phrases) fn counted(self, number: Number) -> Words {
        match number {
            Number::Exact(0) => self.none.into(),
            Number::Exact(1) => words![self.count(number), " ", self.one],
            _ => words![self.count(number), " ", self.many],
        }
    }

    /// How many more there are of them than of others, when there are any more:
    /// `en ny klient mer`, `tre fler nya klienter`.
    pub(in crate::phrases) fn more(self, number: Number) -> Words {
        if number == Number::Exact(1) {
            words![self.count(number), " ", self.one, " mer"]
        } else {
            words![self.count(number), " fler ", self.many]
        }
    }

    /// The number alone, where the noun is understood: `ingen`, `en`, `189`.
    pub(in crate::phrases) fn count(self, number: Number) -> Words {
        match (number, self.gender) {
            (Number::Exact(0), Gender::Common) => "ingen".into(),
            (Number::Exact(0), Gender::Neuter) => "inget".into(),
            _ => Words::count(number, self.gender),
        }
    }
}

/// A shortcoming in the access to care and support.
pub(super) const SHORTCOMING: Noun = Noun::common("brist", "brister", "bristerna", "ingen brist");
/// A full-time post.
pub(super) const POST: Noun =
    Noun::common("heltidstjänst", "heltidstjänster", "heltidstjänsterna", "ingen heltidstjänst");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::Measure;
    use crate::measures::noun::{CASE, CLIENT};
    use crate::phrases::Phrase;

    fn counted(noun: Noun, number: Number) -> String {
        let text = Phrase::of([Some(noun.counted(number))]).map(|phrase| phrase.text());
        text.unwrap_or_default().replace('\u{a0}', " ")
    }

    #[test]
    fn a_noun_agrees_with_its_number() {
        assert_eq!(counted(CASE, Number::Exact(0)), "Inget ärende.");
        assert_eq!(counted(CASE, Number::Exact(1)), "Ett ärende.");
        let new = Measure::of_key("nya").expect("a measure").noun;
        assert_eq!(counted(new, Number::Exact(1)), "En ny klient.");
        assert_eq!(counted(new, Number::Exact(1250)), "1 250 nya klienter.");
        assert_eq!(counted(CLIENT, Number::FewerThan(2)), "Färre än 2 klienter.");
        assert_eq!(counted(CLIENT, Number::Hidden), "Ett ej redovisat antal klienter.");
    }
}
