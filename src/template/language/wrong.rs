//! What is not in the language, and how that is said.

use std::borrow::Cow;

use super::{Language, OWN_TAGS, TEXT_TAGS};
use crate::source::Span;
use crate::template::filters;
use crate::year_file::read::nearest;

/// A place that is not in the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::template) struct Wrong {
    /// Where, in the text or the template's body.
    pub(in crate::template) span: Span,
    /// Why.
    pub(in crate::template) cause: Cause,
}

/// Why something is not in the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::template) enum Cause {
    /// It can't be read.
    Malformed,
    /// Two braces without the two at the other end.
    Unclosed,
    /// Two closing braces without the two before them.
    Unopened,
    /// A name between single braces.
    SingleBraces(String),
    /// A sign that reckons or joins.
    Operator(&'static str),
    /// A hyphen in a name.
    Hyphen,
    /// A quotation mark that is not straight.
    CurledQuotes(char),
    /// A quotation mark without the other.
    OpenQuotes,
    /// A backslash between quotation marks.
    Backslash,
    /// No whole number, or a very long one.
    Number,
    /// Nothing between the braces.
    Empty,
    /// More words and signs than one placeholder may have.
    TooLong,
    /// More brackets inside each other than one placeholder may have.
    TooDeep,
    /// More tags inside each other than there may be.
    TooNested,
    /// More text between two tags of a macro than there may be.
    LongLiteral,
    /// More `elif` than an `if` may have.
    TooManyBranches,
    /// A filter that there is none of.
    Filter(String),
    /// A filter with more than its name.
    FilterArguments(String),
    /// A test after `is` that there is none of.
    Test(String),
    /// A function that there is none of.
    Function(String),
    /// Something that only templates may have.
    OnlyInTemplates(&'static str),
    /// A list that goes to no filter.
    List,
    /// A tag that there is none of.
    Tag(String),
    /// A tag that would fetch another template.
    Fetch(String),
    /// A tag without the one that it belongs to.
    Stray(String),
    /// A tag that nothing ends.
    Open(&'static str),
}

/// Rule, message and remedy.
type LanguageObjection = (&'static str, String, Cow<'static, str>);

impl Cause {
    /// Rule, message and remedy.
    pub(in crate::template) fn said(&self, language: Language) -> LanguageObjection {
        let here = place(language);
        let written = match language {
            Language::Text => "platshållare-felskriven",
            Language::Template => "mall-felskriven",
        };
        if let Some((message, hint)) = self.too_large() {
            return ("uttryck-för-stort", message.to_owned(), hint.into());
        }
        if let Some(said) = self.absent(language) {
            return said;
        }
        match self {
            Self::Unclosed => (
                written,
                "klamrarna som börjar här har inget slut".to_owned(),
                "Skriv lika många klamrar i slutet som i början: {{ namn }} eller {% if namn %}.".into(),
            ),
            Self::Unopened => (
                written,
                "här slutar klamrar som inte har någon början".to_owned(),
                "Skriv två klamrar även före namnet: {{ namn }}.".into(),
            ),
            Self::SingleBraces(name) => (
                written,
                format!("`{name}` står mellan enkla klamrar och skulle inte fyllas i"),
                format!("Skriv två klamrar i var ände: {{{{ {name} }}}}.").into(),
            ),
            Self::Operator(sign) => (
                "uttryck-stöds-inte",
                format!("här står `{sign}`, men i {here} går det inte att räkna eller foga ihop"),
                "Skriv varje uppgift för sig, {{ namn }}. Det som följer av siffrorna är redan uträknat och har egna namn.".into(),
            ),
            Self::Hyphen => (
                written,
                "namn mellan klamrar skrivs utan bindestreck".to_owned(),
                "Skriv understreck i stället: handläggare.e_post.".into(),
            ),
            Self::CurledQuotes(mark) => (
                written,
                format!("citattecknet `{mark}` kan inte användas mellan klamrar"),
                "Skriv raka citattecken: \"\".".into(),
            ),
            Self::OpenQuotes => (
                written,
                "citattecknet som börjar här har inget slut".to_owned(),
                "Skriv ett rakt citattecken före och ett efter.".into(),
            ),
            Self::Backslash => (
                "uttryck-stöds-inte",
                "omvänt snedstreck kan inte användas mellan citattecken här".to_owned(),
                "Skriv tecknet självt.".into(),
            ),
            Self::Number => (
                "uttryck-stöds-inte",
                format!("tal i {here} skrivs som heltal med högst 15 siffror"),
                "Skriv bara siffror, utan mellanslag och decimaler.".into(),
            ),
            Self::Empty => (
                written,
                "det står inget mellan klamrarna".to_owned(),
                "Skriv ett namn, {{ namn }}, eller ta bort klamrarna.".into(),
            ),
            Self::Stray(word) => (
                written,
                format!("{{% {word} %}} hör inte till något som står före"),
                "Varje {% if … %} och {% for … %} ska ha ett eget slut, och det som börjar sist slutar först.".into(),
            ),
            Self::Open(word) => (
                written,
                format!("{{% {word} … %}} saknar sitt {{% end{word} %}}"),
                format!("Skriv {{% end{word} %}} där det ska sluta.").into(),
            ),
            _ => (written, misspelt(language).to_owned(), braces(language)),
        }
    }

    /// What is said of what is larger than there is room for.
    fn too_large(&self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::TooLong => ("det står för mycket mellan klamrarna", "Dela upp det på flera."),
            Self::TooDeep => (
                "för många parenteser eller `not` står inuti varandra",
                "Skriv villkoret enklare, eller dela upp det på flera.",
            ),
            Self::TooNested => (
                "för många {% if … %} och {% for … %} står inuti varandra",
                "Avsluta de yttre först.",
            ),
            Self::LongLiteral => (
                "i ett makro är texten mellan två taggar för lång",
                "Skriv löpande text i mallen i stället för i makrot.",
            ),
            Self::TooManyBranches => {
                ("villkoret har för många {% elif … %}", "Dela upp det på flera villkor.")
            }
            _ => return None,
        })
    }

    /// What is said of what the language does not have.
    fn absent(&self, language: Language) -> Option<LanguageObjection> {
        let here = place(language);
        Some(match self {
            Self::Filter(name) => (
                "okänt-filter",
                format!("filtret `{name}` finns inte"),
                filter_hint(name, language),
            ),
            Self::FilterArguments(name) => (
                "uttryck-stöds-inte",
                format!("filtret `{name}` kan inte följas av en parentes här"),
                format!("Skriv bara filtrets namn: |{name}.").into(),
            ),
            Self::Test(name) => (
                "uttryck-stöds-inte",
                format!("`is {name}` finns inte"),
                format!("Det som finns är: {}.", filters::TESTS.iter().map(|test| format!("is {test}")).collect::<Vec<_>>().join(", ")).into(),
            ),
            Self::Function(name) => (
                "uttryck-stöds-inte",
                format!("funktionen `{name}` finns inte"),
                match language {
                    Language::Text => "Skriv ett namn och vid behov ett filter: {{ namn|filter }}.".into(),
                    Language::Template => "Bara makron kan anropas: de som mallen själv har, och de som den hämtar med {% from \"delar\" import … %}.".into(),
                },
            ),
            Self::OnlyInTemplates(what) => (
                "uttryck-stöds-inte",
                format!("{what} kan bara användas i mallar, inte i en text"),
                "Skriv ett namn och vid behov ett filter: {{ namn|filter }}.".into(),
            ),
            Self::List => (
                "uttryck-stöds-inte",
                "en lista mellan hakparenteser måste gå till ett filter".to_owned(),
                "Skriv till exempel {{ [mening.klienter, mening.nya]|stycke }}.".into(),
            ),
            Self::Tag(word) => (
                "uttryck-stöds-inte",
                format!("{{% {word} %}} finns inte i {here}"),
                format!("Det som finns är {}.", tags(language)).into(),
            ),
            Self::Fetch(word) => (
                "mall-i-mall",
                format!("{{% {word} … %}} hämtar in en annan mall, och det går inte"),
                match language {
                    Language::Text => "Skriv texten på plats i stället.".into(),
                    Language::Template => "Bara makron i mallen `delar` kan hämtas in: {% from \"delar\" import siffertabell %}. Skriv annat på plats.".into(),
                },
            ),
            _ => return None,
        })
    }
}

fn place(language: Language) -> &'static str {
    match language {
        Language::Text => "en text",
        Language::Template => "en mall",
    }
}

fn misspelt(language: Language) -> &'static str {
    match language {
        Language::Text => "platshållaren är felskriven",
        Language::Template => "mallen kan inte tolkas här",
    }
}

fn braces(language: Language) -> Cow<'static, str> {
    match language {
        Language::Text => "En platshållare skrivs {{ namn }}, med filter {{ namn|filter }}, och ett villkor {% if namn is defined %}.".into(),
        Language::Template => "Klamrar skrivs {{ namn }} och {% ord %}. Varje {% if … %}, {% for … %} och {% block … %} \
             ska ha sitt {% endif %}, {% endfor %} eller {% endblock %}.".into(),
    }
}

fn filter_hint(name: &str, language: Language) -> Cow<'static, str> {
    let known: Vec<&str> = language.filters().collect();
    match nearest(name, &known) {
        Some(near) => format!("Menade du `{near}`?").into(),
        None => format!("Filter som finns: {}.", filters::names()).into(),
    }
}

/// The tags that there are, for a message.
fn tags(language: Language) -> String {
    let own: &[&str] = match language {
        Language::Text => &[],
        Language::Template => &OWN_TAGS,
    };
    crate::swedish::join(&[&TEXT_TAGS, own].concat())
}
