//! What is said of Markdown that has no place in a paper.

use pulldown_cmark::{CodeBlockKind, Event, Tag};

use super::special::Unknown;

/// Markup that can't be shown.
#[derive(Debug, Clone, Copy)]
pub(super) struct Refused {
    /// What it is, as it fits after "här står".
    pub(super) what: &'static str,
    /// What to do instead.
    pub(super) hint: &'static str,
}

const fn refused(what: &'static str, hint: &'static str) -> Refused {
    Refused { what, hint }
}

pub(super) const NO_TITLE: Refused =
    refused("ingen titel", "Skriv papperets titel som en rubrik på första nivån: # Titel");

pub(super) const HEADING: Refused = refused(
    "en rubrik på en nivå som inte passar här",
    "Använd underrubriker med tre nummertecken: ### Rubrik",
);

pub(super) const LINK: Refused = refused(
    "en länk som inte leder till en webbplats eller e-postadress",
    "Länkar börjar med https:// eller mailto:",
);

const HTML: Refused = refused(
    "HTML",
    "Ta bort HTML-koden. Ska tecknet < synas så skriv ett omvänt snedstreck före: \\<",
);

/// A special block that asks for what does not exist.
pub(super) const fn of_special(unknown: Unknown) -> Refused {
    match unknown {
        Unknown::Block => refused(
            "ett specialblock som inte finns",
            "Specialblock: brevhuvud, sidhuvud, uppgifter, tabell, diagram, underskrifter, namnteckning.",
        ),
        Unknown::ChartKind => refused(
            "ett diagram av ett slag som inte finns",
            "Skriv ett av slagen: staplar, rangordning, flöde. Exempel: slag: staplar",
        ),
    }
}

/// A block or an inline element.
pub(super) fn of_tag(tag: &Tag<'_>) -> Refused {
    match tag {
        Tag::CodeBlock(CodeBlockKind::Indented) => refused(
            "text som är indragen fyra steg eller mer",
            "Ta bort indraget i början av raden.",
        ),
        Tag::CodeBlock(_) => refused("ett kodblock", "Ta bort raderna med tre grava accenter."),
        Tag::BlockQuote(_) => refused("ett blockcitat", "Ta bort tecknet > i början av raden."),
        Tag::HtmlBlock => HTML,
        Tag::Image { .. } => refused("en bild", "Bilder kan inte läggas i texterna."),
        Tag::List(_) => refused("en lista i för många nivåer", "Använd högst tre nivåer."),
        _ => refused("märkning i för många nivåer", "Förenkla märkningen."),
    }
}

/// What is neither the start nor the end of an element.
pub(super) fn of_event(event: &Event<'_>) -> Refused {
    match event {
        Event::Code(_) => refused("kod mellan grava accenter", "Ta bort de grava accenterna."),
        Event::Html(_) | Event::InlineHtml(_) => HTML,
        Event::Rule => refused("en linje av bindestreck", "Ta bort linjen."),
        _ => refused("märkning som inte används här", "Skriv löpande text."),
    }
}
