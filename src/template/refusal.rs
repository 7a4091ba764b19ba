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
    "en länk som inte leder till en webbplats, en e-postadress eller ett telefonnummer",
    "Länkar börjar med https://, mailto: eller tel:",
);

pub(super) const NOT_FIRST: Refused = refused(
    "en rubrik före papperets titel",
    "Den första rubriken ska vara titeln, med ett nummertecken: # Titel",
);

pub(super) const SECOND_TITLE: Refused = refused(
    "en titel till",
    "Ett papper har en titel. Skriv andra rubriker med två eller tre nummertecken: ## Rubrik",
);

pub(super) const SKIPPED_LEVEL: Refused = refused(
    "en underrubrik som inte har någon rubrik över sig",
    "Skriv först en rubrik med två nummertecken, ## Rubrik, eller ta bort underrubriken.",
);

pub(super) const HEADING_IN_LIST: Refused = refused(
    "en rubrik i en lista",
    "Skriv rubriken på en egen rad före listan, eller gör den till fet text: **Rubrik**",
);

pub(super) const EMPTY_HEADING: Refused =
    refused("en rubrik utan ord", "Skriv rubrikens ord efter nummertecknen, eller ta bort dem.");

pub(super) const EMPTY_LINK: Refused = refused(
    "en länk utan ord att visa",
    "Skriv orden mellan hakparenteserna: [webbplatsen](https://…)",
);

pub(super) const REFERENCE_LINK: Refused = refused(
    "en länk vars adress står på ett annat ställe",
    "Skriv adressen direkt efter orden: [webbplatsen](https://…)",
);

pub(super) const LINK_IN_TABLE: Refused =
    refused("en länk i en tabell", "Skriv länken i texten före eller efter tabellen.");

pub(super) const FOOTNOTE: Refused =
    refused("en fotnot", "Skriv det som noten säger i texten, till exempel inom parentes.");

pub(super) const CHARACTER_REFERENCE: Refused = refused(
    "ett tecken skrivet som HTML-kod",
    "Skriv tecknet självt, till exempel & eller å. Ett vanligt mellanslag räcker i stället för &nbsp;.",
);

pub(super) const NO_CAPTION: Refused = refused(
    "en tabell utan rubrik",
    "Skriv vad tabellen visar på en rad ovanför den, och en tom rad emellan: Tabell: Möten per månad",
);

pub(super) const WIDE_TABLE: Refused =
    refused("en tabell med fler än åtta kolumner", "Dela upp den på flera tabeller.");

pub(super) const EMPTY_TABLE: Refused =
    refused("en tabell utan rader", "Skriv minst en rad under strecken, eller ta bort tabellen.");

pub(super) const UNNAMED_CELL: Refused = refused(
    "en tabell där en kolumn saknar rubrik eller en rad saknar namn",
    "Skriv en rubrik i varje kolumn, och i varje rads första cell vad raden gäller.",
);

pub(super) const TABLE_IN_LIST: Refused =
    refused("en tabell i en lista", "Skriv tabellen före eller efter listan.");

pub(super) const UNEVEN_ROW: Refused = refused(
    "en tabellrad som inte har lika många celler som tabellen har kolumner",
    "Skriv en cell för varje kolumn, med | emellan. En cell får vara tom. Text efter tabellen skrivs efter en tom rad. Ska tecknet | synas så skriv ett omvänt snedstreck före: \\|",
);

pub(super) const ROW_WITHOUT_TABLE: Refused = refused(
    "en rad med lodstreck som inte hör till någon tabell",
    "Skriv en tabell så: en rad som säger vad den visar, Tabell: Kurser, en tom rad, kolumnernas rubriker, | Kurs | Dagar |, streck för varje kolumn, |---|---|, och sedan raderna. Ska tecknet | synas så skriv ett omvänt snedstreck före: \\|",
);

pub(super) const LETTERED_LIST: Refused = refused(
    "en lista med bokstäver",
    "Skriv punkterna med siffror, 1. text, eller med bindestreck, - text.",
);

pub(super) const HIGH_NUMBER: Refused = refused(
    "ett tal över 99 och en punkt först på raden, som skulle bli numret i en lista",
    "Börja meningen med ett annat ord, eller skriv ett omvänt snedstreck efter talet: 2025\\. Ska det vara en lista så börja den med 1.",
);

pub(super) const STAR_IN_WORD: Refused = refused(
    "en stjärna mellan siffror eller bokstäver, där den läses som märkning och inte syns",
    "Skriv gånger eller ×, eller ett omvänt snedstreck före varje stjärna: \\*. Fet och kursiv text märks med stjärnor runt hela ord.",
);

pub(super) const LONG_PARAGRAPH: Refused = refused(
    "ett stycke som är för långt",
    "Dela upp det med tomma rader. Ett stycke får ha högst 10 000 tecken.",
);

pub(super) const TOO_MUCH: Refused = refused(
    "mer än ett papper kan ha: fler än 2 000 stycken, punkter, celler, länkar och märkta ord",
    "Korta texten, eller ta bort slingan som skriver den.",
);

pub(super) const LONG_PAPER: Refused = refused(
    "mer text än ett papper kan ha, vilket är omkring 80 sidor",
    "Korta texten, eller ta bort slingan som skriver den.",
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
            "Specialblock: brevhuvud, sidhuvud, uppgifter, kontakter, tabell, diagram, underskrifter, namnteckning.",
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
        Tag::Strikethrough => refused(
            "överstruken text",
            "Ta bort tecknen ~~ och det som är överstruket. Ska tecknet ~ synas så skriv ett omvänt snedstreck före: \\~",
        ),
        Tag::FootnoteDefinition(_) => FOOTNOTE,
        Tag::Table(_) => TABLE_IN_LIST,
        Tag::List(_) => refused("en lista i för många nivåer", "Använd högst tre nivåer."),
        _ => refused("märkning i för många nivåer", "Förenkla märkningen."),
    }
}

/// What is neither the start nor the end of an element.
pub(super) fn of_event(event: &Event<'_>) -> Refused {
    match event {
        Event::Code(_) => refused("kod mellan grava accenter", "Ta bort de grava accenterna."),
        Event::Html(_) | Event::InlineHtml(_) => HTML,
        Event::FootnoteReference(_) => FOOTNOTE,
        Event::TaskListMarker(_) => refused(
            "en kryssruta",
            "Papperen har inga kryssrutor. Skriv en vanlig punkt, - text, och med ord vad som är klart.",
        ),
        Event::Rule => refused("en linje av bindestreck", "Ta bort linjen."),
        _ => refused("märkning som inte används här", "Skriv löpande text."),
    }
}
