//! What can be written on the command line. The help is generated from here.

mod compare;

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{ArgAction, Args, Parser, Subcommand};

use clap_complete::Shell;

use super::help::{
    CHECK_EXAMPLES, CREATE_EXAMPLES, EXAMPLES, HELP, OPEN_EXAMPLES, SERVER_EXAMPLES, SET_EXAMPLES,
    WATCH_EXAMPLES,
};
use super::shell;
use crate::make::Format;
use compare::COMPARE_EXAMPLES;
pub(super) use compare::{Compare, ReadBack};

/// The program's version, and in brackets the commit that it is built from (`build.rs`). No
/// paper has it, since the same year file is to give the same bytes.
const VERSION: &str = env!("TJUT_VERSION");

/// Gör tjänsteutlåtande, redovisning och ansökan för personligt ombud ur en årsfil.
#[derive(Debug, Parser)]
#[command(
    name = "tjut",
    version = VERSION,
    override_usage = "tjut KOMMANDO",
    help_template = HELP,
    after_help = EXAMPLES,
    subcommand_help_heading = "Kommandon",
    subcommand_value_name = "KOMMANDO",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true,
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) verb: Verb,
    /// Visa den här hjälpen
    #[arg(short = 'h', long = "hjälp", aliases = ["hjalp", "help"], action = ArgAction::Help, global = true, display_order = 900, help_heading = "Val")]
    help: Option<bool>,
    /// Visa programmets version, incheckning och datum
    #[arg(short = 'V', long = "version", action = ArgAction::Version, help_heading = "Val")]
    version: Option<bool>,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub(super) enum Verb {
    /// Kontrollera årsfilen och skriv papperen
    #[command(alias = "generate", override_usage = "tjut skapa FIL… [VAL]", help_template = HELP, after_help = CREATE_EXAMPLES)]
    Skapa(Generate),
    /// Kontrollera årsfiler utan att skriva något
    #[command(alias = "check", override_usage = "tjut kontrollera FIL… [VAL]", help_template = HELP, after_help = CHECK_EXAMPLES)]
    Kontrollera(Check),
    /// Öppna en årsfil i webbläsaren: fyll i den, se papperen ändras och gör dem färdiga
    #[command(name = "öppna", aliases = ["oppna", "open"], override_usage = "tjut öppna [FIL] [VAL]", help_template = HELP, after_help = OPEN_EXAMPLES)]
    Oppna(Open),
    /// Visa samma sida för en hel kommun, med årsfilen kvar i varje användares webbläsare
    #[command(alias = "serve", override_usage = "tjut server [VAL]", help_template = HELP, after_help = SERVER_EXAMPLES)]
    Server(Server),
    /// Gör papperen på nytt varje gång årsfilen sparas
    #[command(alias = "watch", override_usage = "tjut bevaka FIL [VAL]", help_template = HELP, after_help = WATCH_EXAMPLES)]
    Bevaka(Watch),
    /// Sätt värden i en årsfil utan att röra något annat i den
    #[command(name = "sätt", aliases = ["satt", "set"], override_usage = "tjut sätt FIL PLATS=VÄRDE… [VAL]", help_template = HELP, after_help = SET_EXAMPLES)]
    Set(Set),
    /// Gör nästa års årsfil av den här: det som gäller sitt år tas bort, resten följer med
    #[command(name = "nytt-år", aliases = ["nytt-ar", "next-year"], override_usage = "tjut nytt-år FIL [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut nytt-år norra-innerstaden-2025.yaml")]
    NyttAr(NextYear),
    /// Märk det som har följt med från året före som genomläst, eller lista det som är kvar
    #[command(name = "läst", aliases = ["last", "reviewed"], override_usage = "tjut läst FIL [PLATS…] [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut läst min-fil.yaml\n  tjut läst min-fil.yaml texter.bakgrund ärende.handläggare")]
    Last(Reviewed),
    /// Visa vad som skiljer två årsfiler åt, eller vad någon har ändrat i ett papper
    #[command(name = "jämför", aliases = ["jamfor", "compare"], override_usage = "tjut jämför GAMMAL NY [VAL]\n       tjut jämför FIL --mot PAPPER.pdf|.docx [VAL]", help_template = HELP, after_help = COMPARE_EXAMPLES, mut_arg("new", |arg| arg.display_order(1000)))]
    Jamfor(Compare),
    /// Läs siffrorna som är bifogade i en PDF till en ny årsfil
    #[command(name = "läs", aliases = ["las", "read"], override_usage = "tjut läs PAPPER.pdf [VAL]", help_template = HELP, after_help = "Siffrorna är bifogade när papperet är gjort med `tjut skapa FIL --bifoga-siffror`.\nTexter och namn skrivs in för hand. Antal som är maskerade i papperet följer inte med.\n\nExempel:\n  tjut läs redovisning.pdf --till min-fil-2025.yaml")]
    Las(ReadBack),
    /// Lista reglerna som årsfilen kontrolleras mot
    #[command(alias = "rules", override_usage = "tjut regler", help_template = HELP, after_help = "Exempel:\n  tjut regler")]
    Regler,
    /// Skriv ut årsfilens JSON Schema, som hjälper redigeringsprogram att visa fälten
    #[command(override_usage = "tjut schema [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut schema > schema.json")]
    Schema(Schema),
    /// Lista papperen och deras mallar, eller skriv ut mallarna för att ändra dem
    #[command(alias = "templates", override_usage = "tjut mallar [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut mallar --exportera mina-mallar")]
    Mallar(Templates),
    /// Lista allt som texter och mallar kan hämta, med vad det blir i en årsfil
    #[command(alias = "placeholders", override_usage = "tjut uppgifter [FIL] [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut uppgifter min-fil.yaml")]
    Uppgifter(Placeholders),
    /// Gör en arbetsbok för Excel att samla årets siffror i
    #[command(alias = "workbook", override_usage = "tjut underlag FIL [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut underlag min-fil.yaml\n  tjut underlag min-fil.yaml --till underlag.xlsx --år 2026")]
    Underlag(Workbook),
    /// Visa vad siffrorna i ett kalkylark skulle ändra i årsfilen, eller för in dem
    #[command(alias = "import", override_usage = "tjut importera FIL KÄLLA [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut importera min-fil.yaml underlag.xlsx\n  tjut importera min-fil.yaml underlag.xlsx --skriv\n  tjut importera min-fil.yaml statistik.ods --gör-karta karta.yaml\n  tjut importera min-fil.yaml statistik.ods --karta karta.yaml\n\nHur en karta skrivs för hand står i docs/underlag.md; `tjut exempel --till MAPP` delar ut den.")]
    Importera(Import),
    /// Lista exemplen, eller skriv ut dem i en mapp tillsammans med fältlistan och schemat
    #[command(alias = "examples", override_usage = "tjut exempel [VAL]", help_template = HELP, after_help = "Exempel:\n  tjut exempel --till prova")]
    Exempel(Examples),
    /// Skriv ut ett skript som låter skalet fylla i kommandon och val
    #[command(alias = "completions", override_usage = "tjut komplettering SKAL", help_template = HELP, after_help = "Exempel:\n  tjut komplettering bash > ~/.local/share/bash-completion/completions/tjut")]
    Komplettering(Completion),
    /// Skriv ut manualsidan, för man
    #[command(alias = "man", override_usage = "tjut manual", help_template = HELP, after_help = "Exempel:\n  tjut manual > tjut.1\n  man ./tjut.1")]
    Manual,
}

/// What the verbs are told that read year files.
#[derive(Debug, Args)]
pub(super) struct YearFiles {
    /// En eller flera årsfiler, eller mappar med årsfiler
    #[arg(value_name = "FIL", required = true, help_heading = "Uppgifter")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) choice: Choice,
}

/// Which papers are meant, and what is said about their year files.
#[derive(Debug, Clone, Args)]
pub(super) struct Choice {
    /// Vilka papper, åtskilda av kommatecken, eller alla; annars de som årsfilen nämner under papper, eller de som inte görs på begäran
    #[arg(
        long = "dokument",
        alias = "documents",
        value_name = "PAPPER",
        value_delimiter = ',',
        help_heading = "Val"
    )]
    pub(super) papers: Vec<String>,
    #[command(flatten)]
    pub(super) own: OwnTemplates,
    /// Visa också råd: sådant som inte är fel men kan bli bättre
    #[arg(long = "råd", aliases = ["rad", "advice"], help_heading = "Val")]
    pub(super) advice: bool,
}

/// The arguments of `skapa`.
#[derive(Debug, Args)]
pub(super) struct Generate {
    #[command(flatten)]
    pub(super) year_files: YearFiles,
    #[command(flatten)]
    pub(super) output: Output,
    /// Ersätt också filer som någon har ändrat; de ändrade sparas bredvid med nytt namn
    #[arg(long = "ersätt", aliases = ["ersatt", "replace"], help_heading = "Val")]
    pub(super) replace: bool,
}

/// The arguments of `bevaka`.
#[derive(Debug, Args)]
pub(super) struct Watch {
    /// Årsfilen
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) choice: Choice,
    #[command(flatten)]
    pub(super) output: Output,
    /// Läs filerna så här ofta i stället för att vänta på besked från systemet, som inte kommer från alla nätverksmappar
    #[arg(long = "fråga", aliases = ["fraga", "poll"], value_name = "SEKUNDER", value_parser = seconds, help_heading = "Val")]
    pub(super) every: Option<Duration>,
}

/// Which files are made of a year file, and where.
#[derive(Debug, Clone, Args)]
pub(super) struct Output {
    /// Mapp som papperen skrivs i, i en undermapp med årsfilens namn
    #[arg(
        long = "till",
        alias = "out",
        value_name = "MAPP",
        default_value = "output",
        hide_default_value = true,
        help_heading = "Val"
    )]
    pub(super) folder: PathBuf,
    /// Vilka format, åtskilda av kommatecken: pdf, docx; annars båda
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',', default_value = "pdf,docx", hide_default_value = true, hide_possible_values = true, value_parser = formats(), help_heading = "Val")]
    pub(super) formats: Vec<Format>,
    /// Bifoga papperens siffror som JSON i varje PDF-fil, som då följer PDF/A-3a
    #[arg(long = "bifoga-siffror", alias = "attach-figures", help_heading = "Val")]
    pub(super) attach_figures: bool,
    /// Lägg ett fält för elektronisk underskrift vid varje underskrift i PDF-filerna
    #[arg(
        long = "underskriftsfält",
        aliases = ["underskriftsfalt", "signature-fields"],
        help_heading = "Val"
    )]
    pub(super) signature_fields: bool,
    /// Gör papperen också när årsfilen har fel, som utkast att granska, i undermappen utkast
    #[arg(long = "utkast", alias = "draft", help_heading = "Val")]
    pub(super) draft: bool,
}

/// The arguments of `kontrollera`.
#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) year_files: YearFiles,
    /// Pröva också att filerna kan göras i de här formaten, åtskilda av kommatecken: pdf, docx; de skrivs inte
    #[arg(long = "format", value_name = "FORMAT", value_delimiter = ',', hide_possible_values = true, value_parser = formats(), help_heading = "Val")]
    pub(super) formats: Vec<Format>,
    /// Skriv resultatet som JSON, för andra program
    #[arg(long = "json", help_heading = "Val")]
    pub(super) json: bool,
}

/// The arguments of `sätt`.
#[derive(Debug, Args)]
pub(super) struct Set {
    /// Årsfilen som ändras
    #[arg(value_name = "FIL", required = true, help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    /// Platser med sina nya värden; efter @ står namnet på en textfil med värdet
    #[arg(value_name = "PLATS=VÄRDE", help_heading = "Uppgifter")]
    pub(super) values: Vec<String>,
    /// Ta bort det som står på en plats; kommentaren ovanför står kvar
    #[arg(long = "ta-bort", alias = "remove", value_name = "PLATS", help_heading = "Val")]
    pub(super) remove: Vec<String>,
    /// Spara filen som den var bredvid, med -tidigare i namnet
    #[arg(long = "spara-tidigare", alias = "keep", help_heading = "Val")]
    pub(super) keep: bool,
    #[command(flatten)]
    pub(super) own: OwnTemplates,
}

/// The arguments of `schema`.
#[derive(Debug, Args)]
pub(super) struct Schema {
    #[command(flatten)]
    pub(super) own: OwnTemplates,
}

/// The arguments of `mallar`.
#[derive(Debug, Args)]
pub(super) struct Templates {
    #[command(flatten)]
    pub(super) own: OwnTemplates,
    /// Skriv de inbyggda mallarna i den här mappen, för att ändra dem
    #[arg(
        long = "exportera",
        alias = "export",
        value_name = "MAPP",
        conflicts_with = "templates",
        help_heading = "Val"
    )]
    pub(super) export: Option<PathBuf>,
}

/// The arguments of `uppgifter`.
#[derive(Debug, Args)]
pub(super) struct Placeholders {
    /// En årsfil; utan den visas programmets exempel
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: Option<PathBuf>,
    /// Skriv listan som JSON, för andra program
    #[arg(long = "json", help_heading = "Val")]
    pub(super) json: bool,
}

/// The arguments of `underlag`.
#[derive(Debug, Args)]
pub(super) struct Workbook {
    /// En årsfil
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    /// Filen som arbetsboken skrivs i; annars bredvid årsfilen
    #[arg(long = "till", alias = "out", value_name = "FIL.xlsx", help_heading = "Val")]
    pub(super) to: Option<PathBuf>,
    /// Året som siffror ska samlas för; annars verksamhetsåret, eller året efter om dess klienter redan står i årsfilen
    #[arg(long = "år", aliases = ["ar", "year"], value_name = "ÅR", value_parser = year, help_heading = "Val")]
    pub(super) year: Option<i32>,
}

/// The arguments of `importera`.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// En årsfil
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    /// Ett kalkylark som slutar på .xlsx, .xlsm, .ods eller .csv
    #[arg(value_name = "KÄLLA", help_heading = "Uppgifter")]
    pub(super) source: PathBuf,
    /// Året som siffrorna gäller, när kalkylarket eller kartan inte säger det
    #[arg(long = "år", aliases = ["ar", "year"], value_name = "ÅR", value_parser = year, help_heading = "Val")]
    pub(super) year: Option<i32>,
    /// En fil som säger var siffrorna står, för ett kalkylark som inte är gjort av tjut underlag
    #[arg(long = "karta", alias = "map", value_name = "KARTA.yaml", help_heading = "Val")]
    pub(super) map: Option<PathBuf>,
    /// För in siffrorna i årsfilen, om alla kan tas med; filen som den var sparas bredvid
    #[arg(long = "skriv", alias = "write", help_heading = "Val")]
    pub(super) write: bool,
    /// Fråga var varje siffra står, och skriv en karta av svaren
    #[arg(long = "gör-karta", aliases = ["gor-karta", "make-map"], value_name = "KARTA.yaml", conflicts_with_all = ["map", "write", "year"], help_heading = "Val")]
    pub(super) new_map: Option<PathBuf>,
}

/// The arguments of `exempel`.
#[derive(Debug, Args)]
pub(super) struct Examples {
    /// Mapp som allt skrivs i
    #[arg(long = "till", alias = "out", value_name = "MAPP", help_heading = "Val")]
    pub(super) folder: Option<PathBuf>,
}

/// The arguments of `öppna`.
#[derive(Debug, Args)]
pub(super) struct Open {
    /// Årsfilen; utan den visas en sida där du väljer
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: Option<PathBuf>,
    /// Öppna inte webbläsaren; adressen skrivs ändå ut
    #[arg(long = "ingen-webbläsare", aliases = ["ingen-webblasare", "no-browser"], help_heading = "Val")]
    pub(super) no_browser: bool,
    #[command(flatten)]
    pub(super) own: OwnTemplates,
}

/// The arguments of `server`.
#[derive(Debug, Args)]
pub(super) struct Server {
    /// Adressen och porten att lyssna på; annars 127.0.0.1:8080, som bara nås från samma dator
    #[arg(long = "adress", alias = "address", value_name = "ADRESS:PORT", default_value = "127.0.0.1:8080", hide_default_value = true, value_parser = address, help_heading = "Val")]
    pub(super) address: SocketAddr,
    /// Ett namn som webbläsare får nå sidan under, så som det står i adressen; kan anges flera gånger
    #[arg(long = "värd", aliases = ["vard", "host"], value_name = "NAMN", help_heading = "Val")]
    pub(super) names: Vec<String>,
    #[command(flatten)]
    pub(super) own: OwnTemplates,
}

/// An address with a port, as it is written.
fn address(text: &str) -> Result<SocketAddr, String> {
    let hint = "skriv datorns IP-adress och en port, till exempel 0.0.0.0:8080 eller [::]:8080";
    text.parse().map_err(|_| hint.to_owned())
}

/// The arguments of `komplettering`.
#[derive(Debug, Args)]
pub(super) struct Completion {
    /// Skalet: bash, zsh, fish eller powershell
    #[arg(value_name = "SKAL", hide_possible_values = true, value_parser = shell::shells(), help_heading = "Uppgifter")]
    pub(super) shell: Shell,
}

/// The arguments of `nytt-år`.
#[derive(Debug, Args)]
pub(super) struct NextYear {
    /// Årsfilen att utgå från
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    /// Den nya filen; annars samma namn med det nya året, i samma mapp
    #[arg(long = "till", alias = "to", value_name = "FIL", help_heading = "Val")]
    pub(super) to: Option<PathBuf>,
}

/// The arguments of `läst`.
#[derive(Debug, Args)]
pub(super) struct Reviewed {
    /// Årsfilen
    #[arg(value_name = "FIL", help_heading = "Uppgifter")]
    pub(super) file: PathBuf,
    /// Det som är genomläst, så som platsen står i listan, till exempel texter.bakgrund
    #[arg(value_name = "PLATS", help_heading = "Uppgifter")]
    pub(super) places: Vec<String>,
    /// Märk allt som är kvar
    #[arg(long = "allt", alias = "all", conflicts_with = "places", help_heading = "Val")]
    pub(super) all: bool,
}

/// The option that every verb has that makes papers, or needs to know which there are.
#[derive(Debug, Clone, Args)]
pub(super) struct OwnTemplates {
    /// Mapp med egna mallar, en fil som slutar på .md för varje papper
    #[arg(long = "mallar", alias = "templates", value_name = "MAPP", help_heading = "Val")]
    pub(super) templates: Option<PathBuf>,
}

/// A year that a year file can be about.
fn year(text: &str) -> Result<i32, String> {
    let year = text.parse().ok().filter(|year| (2000..=2099).contains(year));
    year.ok_or_else(|| "skriv året med fyra siffror, till exempel 2026".to_owned())
}

/// How long to wait between two looks at files.
fn seconds(text: &str) -> Result<Duration, String> {
    let seconds = text.parse().ok().filter(|seconds| (1..=3600).contains(seconds));
    seconds
        .map(Duration::from_secs)
        .ok_or_else(|| "skriv hela sekunder, från 1 till 3600".to_owned())
}

fn formats() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(["pdf", "docx"])
        .map(|name| if name == "pdf" { Format::Pdf } else { Format::Docx })
}
