//! `server`: the page in the browser for a whole kommun.

use super::arguments::Server;
use super::interruption::Interruption;
use super::{Outcome, examples, folder, show};
use crate::server::stateless::{self, Settings};
use crate::source::printable;
use crate::system_error;

pub(super) fn run(wanted: &Server) -> Outcome {
    if let Some(name) = wanted.names.iter().find(|name| name.contains(['/', ' ', '@'])) {
        show::error(&format!("{} är inget namn på en värd", printable(name)));
        show::message("Skriv namnet utan https:// och utan sökväg: --värd ombud.kommun.se");
        return Outcome::Usage;
    }
    let pipeline = match folder::pipeline_without_files(wanted.own.templates.as_deref()) {
        Ok(pipeline) => pipeline,
        Err(unusable) => return unusable.show(),
    };
    let settings = Settings {
        pipeline,
        examples: examples::year_files(),
        address: wanted.address,
        names: wanted.names.clone(),
    };
    let interruption = Interruption::noted();
    let ready = |address| {
        // That nobody reads it is no reason not to serve the page.
        let _ = show::output(&format!("Sidan finns på http://{address}/\n"));
    };
    match stateless::serve(settings, ready, || interruption.is_asked()) {
        Ok(()) => {
            show::message("Servern är avslutad.");
            Outcome::Done
        }
        Err(error) => {
            let (address, reason) = (wanted.address, system_error::reason(&error));
            show::error(&format!("sidan kan inte visas på {address}: {reason}"));
            show::message("Välj en annan adress eller port med --adress.");
            Outcome::InputOutput
        }
    }
}
