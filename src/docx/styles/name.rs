//! The styles' ids and names.

/// How many list levels look different; deeper lists look like the deepest of these.
pub const LIST_LEVELS: u8 = 3;

/// A style of the paper. Levels count from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StyleName {
    /// Running text.
    Normal,
    /// A heading, level 0 being the paper's title.
    Heading(u8),
    /// An item of a numbered list.
    ListNumber(u8),
    /// An item of a bulleted list.
    ListBullet(u8),
    /// A later paragraph of a list item.
    ListContinue(u8),
    /// A label and its value.
    Field,
    /// The label in front of a value.
    FieldLabel,
    /// A line of a contact.
    Contact,
    /// The last line of a contact.
    ContactLast,
    /// The name of a contact.
    ContactName,
    /// The running header of later pages.
    Header,
    /// The running header of the first page.
    FirstHeader,
    /// A line of the first page's footer.
    Footer,
    /// The line of the letterhead that the logotype stands on.
    LetterheadLogotype,
    /// A line of the letterhead.
    Letterhead,
    /// The last line of a group in the letterhead.
    LetterheadLast,
    /// The label of a group in the letterhead.
    LetterheadLabel,
    /// The sender, in the letterhead beside the kind of paper.
    LetterheadSender,
    /// The kind of paper, in the letterhead.
    LetterheadPaper,
    /// The caption of a table or a chart.
    Caption,
    /// A header cell.
    TableHeader,
    /// A header cell above figures.
    TableHeaderRight,
    /// A cell.
    TableText,
    /// A figure.
    TableTextRight,
    /// A cell of a sum row.
    TableSum,
    /// A figure of a sum row.
    TableSumRight,
    /// A note below a table or a chart.
    TableNote,
    /// The line that a chart stands on.
    Chart,
    /// The name of one who answers for the paper.
    SignatureName,
    /// Another line of a signature.
    Signature,
    /// What is written, or to be written, on a signing line.
    SigningValue,
    /// The label below a signing line, with the line as its upper rule.
    SigningLabel,
    /// Strong emphasis.
    Strong,
    /// Emphasis.
    Emphasis,
    /// A link.
    Hyperlink,
    /// Runs without a style of their own.
    DefaultRun,
    /// Tables without a style of their own.
    DefaultTable,
    /// The paper's tables.
    Table,
    /// Two columns without rules, for letterhead and signatures.
    Grid,
}

impl StyleName {
    /// The id that paragraphs and runs refer to.
    pub fn id(self) -> &'static str {
        self.id_and_name().0
    }

    /// The name in Word's style list.
    pub fn name(self) -> &'static str {
        self.id_and_name().1
    }

    /// `paragraph`, `character` or `table`.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Strong
            | Self::Emphasis
            | Self::Hyperlink
            | Self::FieldLabel
            | Self::DefaultRun => "character",
            Self::DefaultTable | Self::Table | Self::Grid => "table",
            _ => "paragraph",
        }
    }

    /// Whether it holds where no style is named.
    pub fn is_default(self) -> bool {
        matches!(self, Self::Normal | Self::DefaultRun | Self::DefaultTable)
    }

    /// Whether it is of no use in the style list.
    pub fn is_hidden(self) -> bool {
        matches!(self, Self::DefaultRun | Self::DefaultTable)
    }

    /// Whether the style is the paper's own and not one that Word has built in.
    pub fn is_own(self) -> bool {
        !matches!(
            self,
            Self::Normal
                | Self::Heading(_)
                | Self::ListNumber(_)
                | Self::ListBullet(_)
                | Self::ListContinue(_)
                | Self::Header
                | Self::Footer
                | Self::Caption
                | Self::Strong
                | Self::Emphasis
                | Self::Hyperlink
                | Self::DefaultRun
                | Self::DefaultTable
        )
    }

    /// Whether the style brings white space above itself, wide enough below a table.
    pub fn has_space_above(self) -> bool {
        matches!(
            self,
            Self::Heading(_)
                | Self::Caption
                | Self::TableNote
                | Self::SignatureName
                | Self::SigningValue
        )
    }

    fn id_and_name(self) -> (&'static str, &'static str) {
        match self {
            Self::Normal => ("Normal", "Normal"),
            Self::Heading(0) => ("Heading1", "heading 1"),
            Self::Heading(1) => ("Heading2", "heading 2"),
            Self::Heading(_) => ("Heading3", "heading 3"),
            Self::ListNumber(0) => ("ListNumber", "List Number"),
            Self::ListNumber(1) => ("ListNumber2", "List Number 2"),
            Self::ListNumber(_) => ("ListNumber3", "List Number 3"),
            Self::ListBullet(0) => ("ListBullet", "List Bullet"),
            Self::ListBullet(1) => ("ListBullet2", "List Bullet 2"),
            Self::ListBullet(_) => ("ListBullet3", "List Bullet 3"),
            Self::ListContinue(0) => ("ListContinue", "List Continue"),
            Self::ListContinue(1) => ("ListContinue2", "List Continue 2"),
            Self::ListContinue(_) => ("ListContinue3", "List Continue 3"),
            Self::Field => ("Uppgift", "Uppgift"),
            Self::FieldLabel => ("Uppgiftsetikett", "Uppgiftsetikett"),
            Self::Contact => ("Kontakt", "Kontakt"),
            Self::ContactLast => ("KontaktSista", "Kontakt sista raden"),
            Self::ContactName => ("KontaktNamn", "Kontakt namn"),
            Self::Header => ("Header", "header"),
            Self::FirstHeader => ("SidhuvudForsta", "Sidhuvud första sidan"),
            Self::Footer => ("Footer", "footer"),
            Self::LetterheadLogotype => ("BrevhuvudLogotyp", "Brevhuvud logotyp"),
            Self::Letterhead => ("Brevhuvud", "Brevhuvud"),
            Self::LetterheadLast => ("BrevhuvudSista", "Brevhuvud sista raden"),
            Self::LetterheadLabel => ("BrevhuvudRubrik", "Brevhuvud rubrik"),
            Self::LetterheadSender => ("BrevhuvudAvsandare", "Brevhuvud avsändare"),
            Self::LetterheadPaper => ("BrevhuvudHandling", "Brevhuvud handling"),
            Self::Caption => ("Caption", "caption"),
            Self::TableHeader => ("Tabellrubrik", "Tabellrubrik"),
            Self::TableHeaderRight => ("TabellrubrikHoger", "Tabellrubrik höger"),
            Self::TableText => ("Tabelltext", "Tabelltext"),
            Self::TableTextRight => ("TabelltextHoger", "Tabelltext höger"),
            Self::TableSum => ("Tabellsumma", "Tabellsumma"),
            Self::TableSumRight => ("TabellsummaHoger", "Tabellsumma höger"),
            Self::TableNote => ("Tabellnot", "Tabellnot"),
            Self::Chart => ("Diagram", "Diagram"),
            Self::SignatureName => ("UnderskriftNamn", "Underskrift namn"),
            Self::Signature => ("Underskrift", "Underskrift"),
            Self::SigningValue => ("UnderskriftsradIfylld", "Underskriftsrad ifylld"),
            Self::SigningLabel => ("Underskriftsrad", "Underskriftsrad"),
            Self::Strong => ("Strong", "Strong"),
            Self::Emphasis => ("Emphasis", "Emphasis"),
            Self::Hyperlink => ("Hyperlink", "Hyperlink"),
            Self::DefaultRun => ("DefaultParagraphFont", "Default Paragraph Font"),
            Self::DefaultTable => ("TableNormal", "Normal Table"),
            Self::Table => ("Siffertabell", "Siffertabell"),
            Self::Grid => ("Spalter", "Spalter"),
        }
    }
}
