//! What is counted, in the forms that a number asks for.

use super::phrase::{Gender, Words, words};
use crate::facts::Number;

/// A noun that is counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Noun {
    /// After one.
    one: &'static str,
    /// After every other number, and after masked ones.
    many: &'static str,
    /// What none of them is called.
    none: &'static str,
    gender: Gender,
}

impl Noun {
    const fn common(one: &'static str, many: &'static str, none: &'static str) -> Self {
        Self { one, many, none, gender: Gender::Common }
    }

    const fn neuter(one: &'static str, many: &'static str, none: &'static str) -> Self {
        Self { one, many, none, gender: Gender::Neuter }
    }

    /// `ingen klient`, `en klient`, `189 klienter`, `färre än 5 klienter`.
    pub(super) fn counted(self, number: Number) -> Words {
        match number {
            Number::Exact(0) => self.none.into(),
            Number::Exact(1) => words![self.count(number), " ", self.one],
            _ => words![self.count(number), " ", self.many],
        }
    }

    /// The number alone, where the noun is understood: `ingen`, `en`, `189`.
    pub(super) fn count(self, number: Number) -> Words {
        match (number, self.gender) {
            (Number::Exact(0), Gender::Common) => "ingen".into(),
            (Number::Exact(0), Gender::Neuter) => "inget".into(),
            _ => Words::count(number, self.gender),
        }
    }
}

pub(super) const CLIENT: Noun = Noun::common("klient", "klienter", "ingen klient");
pub(super) const NEW_CLIENT: Noun = Noun::common("ny klient", "nya klienter", "ingen ny klient");
pub(super) const CASE: Noun = Noun::neuter("ärende", "ärenden", "inget ärende");
pub(super) const PERSON: Noun = Noun::common("person", "personer", "ingen");
pub(super) const WOMAN: Noun = Noun::common("kvinna", "kvinnor", "ingen kvinna");
pub(super) const MAN: Noun = Noun::common("man", "män", "ingen man");
pub(super) const SHORTCOMING: Noun = Noun::common("brist", "brister", "ingen brist");
pub(super) const POST: Noun =
    Noun::common("heltidstjänst", "heltidstjänster", "ingen heltidstjänst");

/// How many more there are of one kind than of another.
pub(super) const NEW_CLIENT_MORE: Noun =
    Noun::common("ny klient mer", "fler nya klienter", "ingen ny klient mer");
/// The same for cases.
pub(super) const CASE_MORE: Noun = Noun::neuter("ärende mer", "fler ärenden", "inget ärende mer");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrases::Phrase;

    fn counted(noun: Noun, number: Number) -> String {
        let text = Phrase::of([Some(noun.counted(number))]).map(|phrase| phrase.text());
        text.unwrap_or_default().replace('\u{a0}', " ")
    }

    #[test]
    fn a_noun_agrees_with_its_number() {
        assert_eq!(counted(CASE, Number::Exact(0)), "Inget ärende.");
        assert_eq!(counted(CASE, Number::Exact(1)), "Ett ärende.");
        assert_eq!(counted(NEW_CLIENT, Number::Exact(1)), "En ny klient.");
        assert_eq!(counted(NEW_CLIENT, Number::Exact(1250)), "1 250 nya klienter.");
        assert_eq!(counted(CLIENT, Number::FewerThan(2)), "Färre än 2 klienter.");
        assert_eq!(counted(CLIENT, Number::Hidden), "Ett ej redovisat antal klienter.");
    }
}
