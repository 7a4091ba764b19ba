//! `exempel`: hands out what is in the repository for those who have only the program.

use std::path::Path;

use super::arguments::Examples;
use super::{Outcome, interruption, show, wrap};
use crate::output::{self, Existing, File};
use crate::server::Example;
use crate::source::printable;

/// A file to hand out.
struct HandedOut {
    /// Its path in the repository and below the folder that it is written in, so that links
    /// between the files and commands in them hold.
    path: &'static str,
    /// What it is, in Swedish.
    about: &'static str,
    text: &'static str,
}

macro_rules! handed_out {
    ($path:literal, $about:literal) => {
        HandedOut { path: $path, about: $about, text: include_str!(concat!("../../", $path)) }
    };
}

const FILES: [HandedOut; 16] = [
    handed_out!(
        "data/norra-innerstaden-2025.yaml",
        "årsfil för en stadsdelsnämnd, med egna texter till de flesta avsnitt"
    ),
    handed_out!(
        "data/jarva-2025.yaml",
        "årsfil med deltidstjänster, siffror för tre år och underlag till ett informationsblad"
    ),
    handed_out!(
        "data/lindsund-2025.yaml",
        "årsfil för en mindre kommun som skriver tjänsteskrivelse och maskerar små antal"
    ),
    handed_out!("data/schema.json", "JSON Schema, som hjälper redigeringsprogram att visa fälten"),
    handed_out!(
        "templates/tjansteskrivelse/tjansteskrivelse.md",
        "mallen för tjänsteskrivelse, som Lindsund använder"
    ),
    handed_out!(
        "templates/kort/kort-tjansteutlatande.md",
        "mallen för ett tjänsteutlåtande i kort form, med bara beslut och ärende"
    ),
    handed_out!(
        "templates/uppfoljning/uppfoljning.md",
        "mallen för en uppföljning till nämnden under året"
    ),
    handed_out!("docs/falt.md", "alla fält i årsfilen"),
    handed_out!("docs/uppgifter.md", "allt som texter och mallar kan hämta"),
    handed_out!("docs/kontroller.md", "kontrollerna, och hur en regel tystas"),
    handed_out!("docs/underlag.md", "siffror från Excel, och hur en karta skrivs"),
    handed_out!("docs/json.md", "formen på det som `--json` ger"),
    handed_out!("docs/jamforelse.md", "jämförelse av årsfiler, och formen på `jämför --json`"),
    handed_out!("docs/sma-antal.md", "små antal: vad maskering skyddar och inte skyddar"),
    handed_out!(
        "docs/it.md",
        "för kommunens IT: installation, vad programmet läser och skriver, nätverk"
    ),
    handed_out!("docs/server.md", "sidan för en hel kommun: proxy, gränser, loggar"),
];

/// The year files among them, to begin from.
pub(super) fn year_files() -> Vec<Example> {
    let example = |file: &HandedOut| {
        let is_year_file = Path::new(file.path).extension().is_some_and(|end| end == "yaml");
        let name = file.path.strip_prefix("data/").filter(|_| is_year_file)?;
        let title = file.about.strip_prefix("årsfil ").unwrap_or(file.about);
        Some(Example { name, title, text: file.text })
    };
    FILES.iter().filter_map(example).collect()
}

pub(super) fn run(wanted: &Examples) -> Outcome {
    let said = match &wanted.folder {
        None => list(),
        Some(folder) => match write(folder) {
            Ok(said) => said,
            Err(error) => {
                show::error(&error.to_string());
                show::error("inga exempel skrevs; välj en annan mapp");
                return Outcome::InputOutput;
            }
        },
    };
    show::output(&said).err().unwrap_or(Outcome::Done)
}

fn list() -> String {
    let width = FILES.iter().map(|file| file.path.chars().count()).max().unwrap_or(0);
    let line = |file: &HandedOut| wrap::lines(&format!("{:width$}  ", file.path), file.about);
    let mut list: String = FILES.iter().map(line).collect();
    list.push_str("\nSkriv ut dem med `tjut exempel --till MAPP`.\n");
    list
}

/// Writes the files into a folder, where none may stand in the way.
fn write(folder: &Path) -> Result<String, output::Error> {
    let file = |file: &HandedOut| File { path: folder.join(file.path), bytes: file.text.into() };
    let files: Vec<File> = FILES.iter().map(file).collect();
    interruption::waits_for(|| output::write_all(&files, Existing::Stop))?;
    let mut lines: Vec<String> = files.iter().map(show::written).collect();
    let folder = printable(&folder.display().to_string());
    let [example, ..] = FILES;
    lines.push(String::new());
    lines.push(format!("Öppna mappen {folder} i terminalen och kör: tjut skapa {}", example.path));
    lines.push(
        "Kopiera sedan ett exempel till en egen årsfil i mappen data, och ändra i den.".to_owned(),
    );
    Ok(lines.join("\n") + "\n")
}
