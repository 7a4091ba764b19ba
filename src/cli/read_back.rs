//! `läs`: a year file from the figures that are attached to a paper.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::arguments::ReadBack;
use super::compare_paper::paper_bytes;
use super::{Outcome, interruption, show};
use crate::output::{self, Existing, File};
use crate::pdf::attached::{NotAttached, attached};
use crate::read_back::{ATTACHMENT, NoFigures, year_file};
use crate::seal::{self, State};
use crate::source::printable;
use crate::swedish::join;

pub(super) fn run(wanted: &ReadBack) -> Outcome {
    read(wanted).err().unwrap_or(Outcome::Done)
}

fn read(wanted: &ReadBack) -> Result<(), Outcome> {
    let bytes = paper_bytes(&wanted.paper)?;
    let name = printable(&wanted.paper.display().to_string());
    let json = attached(&bytes, ATTACHMENT).map_err(|why| refused(&not_attached(&name, why)))?;
    let file_name = wanted.paper.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let read = year_file(&json, &file_name).map_err(|why| refused(&no_figures(&name, why)))?;
    // Not beside the paper: a year file in the folder of the papers is taken for one of those
    // that papers are made of.
    let here = || PathBuf::from(format!("siffror-{}.yaml", read.year));
    let path: PathBuf = wanted.to.clone().unwrap_or_else(here);
    let file = File { path, bytes: read.text.bytes() };
    let files = std::slice::from_ref(&file);
    if let Err(error) = interruption::waits_for(|| output::write_all(files, Existing::Stop)) {
        show::error(&error.to_string());
        show::error(
            "inget skrevs; välj ett annat namn med --till, eller ta bort den fil som finns",
        );
        return Err(Outcome::InputOutput);
    }
    let years: Vec<String> = read.years.iter().map(ToString::to_string).collect();
    let mut said = format!("{}\n", show::written(&file));
    if !years.is_empty() {
        let _ = writeln!(said, "Siffror för {} ur {name}.", join(&years));
    }
    let lists = [
        (
            "Maskerat i papperet, och därför inte ifyllt (`små_tal: maskera` står i filen):",
            &read.left_out.masked,
        ),
        (
            "Visas i papperet, men inte ifyllt eftersom resten av fördelningen är maskerad:",
            &read.left_out.parts,
        ),
    ];
    for (heading, places) in lists.into_iter().filter(|(_, places)| !places.is_empty()) {
        said.extend([heading, "\n"]);
        for (place, shown) in places {
            let _ = writeln!(said, "  {}: {}", printable(place), printable(shown));
        }
    }
    if seal::state(&bytes) == State::Changed {
        said.push_str("Någon har ändrat i PDF-filen, kommenterat eller skrivit under den sedan den skrevs. Siffrorna är de som bifogades då.\n");
    }
    let path = printable(&file.path.display().to_string());
    let _ = writeln!(
        said,
        "Resten skrivs in för hand: `tjut kontrollera {path}` visar vad som saknas."
    );
    show::output(&said)
}

fn refused(message: &str) -> Outcome {
    show::error(message);
    show::error("inget skrevs");
    Outcome::InputOutput
}

const MAKE_ANEW: &str = "Har du årsfilen så behövs inte det här: siffrorna står i den. Annars får de skrivas av ur papperet för hand.";

fn not_attached(name: &str, why: NotAttached) -> String {
    match why {
        NotAttached::NotPdf => format!(
            "{name} är ingen PDF. Siffrorna läses ur en PDF som är gjord med `tjut skapa FIL --bifoga-siffror`."
        ),
        NotAttached::Encrypted => format!(
            "{name} är krypterad eller skyddad med lösenord. Be om filen som den var när den skrevs, utan lösenord."
        ),
        NotAttached::OtherForm => format!(
            "{name} är skadad, eller gjord eller sparad av ett annat program. Be om filen som den var när tjut skrev den."
        ),
        NotAttached::Nothing => format!(
            "{name} har inga siffror bifogade. Det får den när den görs med `tjut skapa FIL --bifoga-siffror`. {MAKE_ANEW}"
        ),
        NotAttached::Damaged => format!(
            "siffrorna som är bifogade i {name} är skadade. Hämta filen en gång till. {MAKE_ANEW}"
        ),
        NotAttached::TooLarge => format!(
            "det som är bifogat i {name} under namnet {ATTACHMENT} är större än några siffror kan vara. Det är inte gjort av tjut."
        ),
    }
}

fn no_figures(name: &str, why: NoFigures) -> String {
    match why {
        NoFigures::Foreign => format!(
            "det som är bifogat i {name} under namnet {ATTACHMENT} är inte siffror från tjut"
        ),
        NoFigures::Later => format!(
            "siffrorna i {name} är skrivna av en senare version av tjut. Läs dem med den versionen."
        ),
        NoFigures::Damaged => format!(
            "siffrorna som är bifogade i {name} är inte som tjut skriver dem, och kan inte läsas. {MAKE_ANEW}"
        ),
    }
}
