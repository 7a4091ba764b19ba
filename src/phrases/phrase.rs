//! Sentences in pieces, and how they are written out.
//!
//! A count is kept as a count until the sentence is written, since its neighbours
//! decide whether it is written in words or in digits.

use crate::facts::Number;
use crate::measures::Gender;
use crate::swedish::{in_words, upper_first};

#[derive(Debug, Clone, PartialEq, Eq)]
enum PhrasePiece {
    /// What is written the same everywhere.
    Text(String),
    /// A number that only digits can write, such as `10,0 procent`.
    Measure(String),
    /// A count of persons, cases or posts.
    Count(Number, Gender),
    /// The time that is reported, after `under` or `av`, and what it is called once it has
    /// been named: `2025` and `året`, or a period of it and `perioden`.
    Time(String, &'static str),
    /// What is said once and is nothing after that.
    Once(String),
    /// `det är `, before `en ökning med 4 klienter`: a sentence of its own the first time,
    /// and after that the end of the sentence before it.
    Change,
}

/// What has been said already in a paragraph.
#[derive(Default)]
struct Said {
    time: bool,
    once: Vec<String>,
    change: bool,
}

impl PhrasePiece {
    fn calls_for_digits(&self) -> bool {
        const MOST_IN_WORDS: u64 = 12;
        match self {
            Self::Text(_)
            | Self::Time(..)
            | Self::Once(_)
            | Self::Change
            | Self::Count(Number::Hidden, _) => false,
            Self::Count(Number::Exact(count), _) => *count > MOST_IN_WORDS,
            Self::Measure(_) | Self::Count(Number::FewerThan(_) | Number::AtLeast(_), _) => true,
        }
    }

    fn written(&self, in_digits: bool, said: &mut Said) -> String {
        match self {
            Self::Time(_, again) if said.time => (*again).to_owned(),
            Self::Time(time, _) => {
                said.time = true;
                time.clone()
            }
            Self::Once(text) if said.once.contains(text) => String::new(),
            Self::Once(text) => {
                said.once.push(text.clone());
                text.clone()
            }
            Self::Change if said.change => String::new(),
            Self::Change => {
                said.change = true;
                "det är ".to_owned()
            }
            Self::Text(text) | Self::Measure(text) => text.clone(),
            Self::Count(Number::Exact(count), gender) if !in_digits => {
                in_words(*count, *gender == Gender::Neuter)
            }
            Self::Count(number, _) => number.to_string(),
        }
    }
}

/// Some words of a sentence, or all of them but the full stop.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Words(Vec<PhrasePiece>);

impl Words {
    /// A number that only digits can write, with its unit.
    pub(super) fn measure(text: String) -> Self {
        Self(vec![PhrasePiece::Measure(text)])
    }

    /// A count without its noun.
    pub(super) fn count(number: Number, gender: Gender) -> Self {
        Self(vec![PhrasePiece::Count(number, gender)])
    }

    /// The time that is reported, where it can also be called `again`: after `under` or `av`.
    pub(super) fn time(time: String, again: &'static str) -> Self {
        Self(vec![PhrasePiece::Time(time, again)])
    }

    /// What is said once in a paragraph, such as when the service began.
    pub(super) fn once(text: String) -> Self {
        Self(vec![PhrasePiece::Once(text)])
    }

    /// How a count has changed, after the sentence that says the count: `en ökning med 4 klienter`.
    pub(super) fn change(change: Self) -> Self {
        let mut words = Self(vec![PhrasePiece::Change]);
        words.push(change);
        words
    }

    pub(super) fn push(&mut self, more: impl Into<Self>) {
        self.0.extend(more.into().0);
    }

    /// By themselves, as a part of somebody else's sentence.
    pub(super) fn text(&self) -> String {
        let in_digits = self.0.iter().any(PhrasePiece::calls_for_digits);
        self.written(in_digits, &mut Said::default())
    }

    fn written(&self, in_digits: bool, said: &mut Said) -> String {
        self.0.iter().map(|piece| piece.written(in_digits, said)).collect()
    }

    /// Whether it is the end of the sentence before it when a change has been said.
    fn is_change(&self) -> bool {
        self.0.first() == Some(&PhrasePiece::Change)
    }
}

impl From<&str> for Words {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        Self(vec![PhrasePiece::Text(text)])
    }
}

impl From<i32> for Words {
    /// A year, which is never grouped and never in words.
    fn from(year: i32) -> Self {
        year.to_string().into()
    }
}

impl<T: Into<Self>> From<Option<T>> for Words {
    /// Nothing where there is nothing.
    fn from(words: Option<T>) -> Self {
        words.map(Into::into).unwrap_or_default()
    }
}

/// Puts words one after another.
macro_rules! words {
    ($($part:expr),+ $(,)?) => {{
        let mut words = $crate::phrases::phrase::Words::default();
        $(words.push($part);)+
        words
    }};
}
pub(super) use words;

/// One or more whole sentences about the figures of a year file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    sentences: Vec<Words>,
}

impl Phrase {
    /// The sentences that there is something to say in; nothing without any.
    pub(super) fn of<const N: usize>(sentences: [Option<Words>; N]) -> Option<Self> {
        let sentences: Vec<Words> = sentences.into_iter().flatten().collect();
        (!sentences.is_empty()).then_some(Self { sentences })
    }

    /// The phrase as a paragraph of its own.
    #[must_use]
    pub fn text(&self) -> String {
        paragraph([self])
    }
}

/// Phrases as one paragraph, with its counts written in one way: in words up to
/// twelve, but all in digits as soon as any of them is larger or a number stands
/// there that words can't write (Myndigheternas skrivregler, 8th edition, on
/// numbers: like information is written alike). The time that is reported is
/// named once and is `året` or `perioden` after that, and only the first change is a
/// sentence of its own.
#[must_use]
pub fn paragraph<'a>(phrases: impl IntoIterator<Item = &'a Phrase>) -> String {
    let sentences: Vec<&Words> = phrases.into_iter().flat_map(|phrase| &phrase.sentences).collect();
    let mut pieces = sentences.iter().flat_map(|words| &words.0);
    let in_digits = pieces.any(PhrasePiece::calls_for_digits);
    let mut said = Said::default();
    let mut written: Vec<String> = Vec::with_capacity(sentences.len());
    for words in sentences {
        match written.last_mut() {
            Some(before) if said.change && words.is_change() => {
                before.push_str(", ");
                before.push_str(&words.written(in_digits, &mut said));
            }
            _ => written.push(upper_first(&words.written(in_digits, &mut said))),
        }
    }
    written.iter().map(|sentence| format!("{sentence}.")).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clients(count: u64) -> Phrase {
        let count = Words::count(Number::Exact(count), Gender::Common);
        Phrase { sentences: vec![words!["antalet är ", count]] }
    }

    #[test]
    fn one_large_count_puts_its_neighbours_in_digits() {
        let (twelve, thirteen) = (clients(12), clients(13));
        assert_eq!(twelve.text(), "Antalet är tolv.");
        assert_eq!(paragraph(&[twelve, thirteen]), "Antalet är 12. Antalet är 13.");
    }

    #[test]
    fn the_year_is_named_once() {
        let year = Phrase {
            sentences: vec![words!["så var det under ", Words::time("2025".to_owned(), "året")]],
        };
        let twice = paragraph([&year, &year]);
        assert_eq!(twice, "Så var det under 2025. Så var det under året.");
    }

    #[test]
    fn only_the_first_change_is_a_sentence_of_its_own() {
        let change = Phrase {
            sentences: vec![
                words!["antalet är högt", Words::once(", som alltid".to_owned())],
                Words::change("en ökning".into()),
            ],
        };
        let twice = paragraph([&change, &change]);
        assert_eq!(
            twice,
            "Antalet är högt, som alltid. Det är en ökning. Antalet är högt, en ökning."
        );
    }

    #[test]
    fn no_phrases_are_no_paragraph() {
        assert_eq!(paragraph(&[]), "");
        assert_eq!(Phrase::of([None, None]), None);
    }
}
