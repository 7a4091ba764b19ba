//! Swedish nouns for what is counted, in the forms that sentences ask for.

/// Which form a number has before a noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// `en klient`.
    Common,
    /// `ett ärende`.
    Neuter,
}

/// A noun that is counted, with the words that belong to it: `klienter med hemmavarande
/// barn`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun {
    /// After one: `ny klient`.
    pub one: &'static str,
    /// After every other number, after masked ones, and after `antalet`: `nya klienter`.
    pub many: &'static str,
    /// All of them, in definite form: `de nya klienterna`.
    pub these: &'static str,
    /// What none of them is called: `ingen ny klient`.
    pub none: &'static str,
    /// Which form a number has before it.
    pub gender: Gender,
}

impl Noun {
    /// A noun with `en`: its forms after one and after many, the definite form of many,
    /// and what none is called.
    #[must_use]
    pub const fn common(
        one: &'static str,
        many: &'static str,
        these: &'static str,
        none: &'static str,
    ) -> Self {
        Self { one, many, these, none, gender: Gender::Common }
    }

    /// A noun with `ett`, its forms as for [`Noun::common`].
    #[must_use]
    pub const fn neuter(
        one: &'static str,
        many: &'static str,
        these: &'static str,
        none: &'static str,
    ) -> Self {
        Self { one, many, these, none, gender: Gender::Neuter }
    }
}

/// A client.
pub const CLIENT: Noun = Noun::common("klient", "klienter", "klienterna", "ingen klient");
/// A client's case.
pub const CASE: Noun = Noun::neuter("ärende", "ärenden", "ärendena", "inget ärende");
/// A person who is no client.
pub const PERSON: Noun = Noun::common("person", "personer", "personerna", "ingen");
/// A woman among the clients.
pub const WOMAN: Noun = Noun::common("kvinna", "kvinnor", "kvinnorna", "ingen kvinna");
/// A man among the clients.
pub const MAN: Noun = Noun::common("man", "män", "männen", "ingen man");
