//! The arguments of the verbs that read what has been written before: `jämför`, `läs`.

use std::path::PathBuf;

use clap::Args;

use super::OwnTemplates;

pub(super) const COMPARE_EXAMPLES: &str = "\
Filerna jämförs efter vad de säger. Kommentarer, ordningen på nycklar och
radbrytningar inne i ett stycke räknas inte. Siffror som maskeras i papperen
visas som de står i årsfilerna.

Exempel:
  tjut jämför min-fil-2025.yaml min-fil-2026.yaml
  tjut jämför min-fil-2025.yaml min-fil-2026.yaml --html skillnader.html
  tjut jämför min-fil-2025.yaml --mot tjansteutlatande-ändrat.docx
  tjut jämför min-fil-2025.yaml --mot redovisning-underskriven.pdf";

/// The arguments of `jämför`.
#[derive(Debug, Args)]
pub(in crate::cli) struct Compare {
    /// Den äldre årsfilen, eller en mapp med sådana, eller den som papperet är gjort av
    #[arg(value_name = "GAMMAL", help_heading = "Uppgifter")]
    pub(in crate::cli) old: PathBuf,
    /// Den nyare årsfilen, eller mappen
    #[arg(value_name = "NY", conflicts_with = "paper", help_heading = "Uppgifter")]
    pub(in crate::cli) new: Option<PathBuf>,
    /// Jämför i stället ett papper som någon har ändrat i med det som görs av årsfilen nu
    #[arg(long = "mot", alias = "against", value_name = "PAPPER.pdf|.docx", conflicts_with_all = ["json", "html"], help_heading = "Val")]
    pub(in crate::cli) paper: Option<PathBuf>,
    /// Vilket papper det är, när programmet inte kan se det
    #[arg(long = "dokument", alias = "documents", value_name = "PAPPER", help_heading = "Val")]
    pub(in crate::cli) which: Option<String>,
    /// Skriv skillnaderna som JSON, för andra program
    #[arg(long = "json", conflicts_with = "html", help_heading = "Val")]
    pub(in crate::cli) json: bool,
    /// Skriv skillnaderna som en webbsida i den här filen, som inte får finnas förut
    #[arg(long = "html", value_name = "FIL.html", help_heading = "Val")]
    pub(in crate::cli) html: Option<PathBuf>,
    #[command(flatten)]
    pub(in crate::cli) own: OwnTemplates,
}

/// The arguments of `läs`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ReadBack {
    /// En PDF som är gjord med siffrorna bifogade
    #[arg(value_name = "PAPPER.pdf", help_heading = "Uppgifter")]
    pub(in crate::cli) paper: PathBuf,
    /// Den nya årsfilen, som inte får finnas förut; annars siffror-ÅR.yaml i mappen där du står
    #[arg(long = "till", alias = "to", value_name = "FIL", help_heading = "Val")]
    pub(in crate::cli) to: Option<PathBuf>,
}
