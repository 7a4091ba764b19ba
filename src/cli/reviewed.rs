//! `läst`: marks what has come along from the year before as read.

use std::fmt::Write as _;

use super::arguments::Reviewed;
use super::set::{raw, refused};
use super::{Outcome, interruption, show};
use crate::finding::nearest;
use crate::output::rewrite;
use crate::source::{Source, printable};
use crate::yaml::Node;
use crate::yaml::edit::{Edits, Path, Tree};
use crate::year_file;
use crate::year_file::review::{checksums, unread};

/// The key of what has been read.
const REVIEWED: &str = "genomlästa";

pub(super) fn run(wanted: &Reviewed) -> Outcome {
    marked(wanted).err().unwrap_or(Outcome::Done)
}

fn marked(wanted: &Reviewed) -> Result<(), Outcome> {
    let name = printable(&wanted.file.display().to_string());
    let (bytes, text) = raw(&wanted.file)?;
    let loaded = year_file::load(text.source().clone());
    let (Some(root), Some(year_file)) = (&loaded.root, &loaded.year_file) else {
        show::findings(&loaded.findings);
        return Err(Outcome::Findings);
    };
    let left = unread(root, year_file);
    let mut places: Vec<&str> = left.iter().map(|unread| unread.place.as_str()).collect();
    places.dedup();
    if wanted.places.is_empty() && !wanted.all {
        return show::output(&list(&name, text.source(), root, &places));
    }
    let chosen: Vec<&str> = if wanted.all {
        places.clone()
    } else {
        let carried = year_file.carried_over.iter().flatten();
        let carried: Vec<&str> = carried.map(|(place, _)| place.as_str()).collect();
        let known = |place: &String| known(place, &places, &carried);
        wanted.places.iter().map(known).collect::<Result<_, _>>()?
    };
    let mut edits = Edits::new();
    for place in &chosen {
        let Some(node) = root.value_at(place) else { continue };
        let at = Path::default().and(REVIEWED).and(*place);
        edits = edits.set(at, Tree::text(checksums(node)));
    }
    let new = edits.apply(&text).map_err(|finding| refused(&finding))?;
    if let Err(error) =
        interruption::waits_for(|| rewrite(&wanted.file, &bytes, &new.bytes(), false))
    {
        show::error(&error.to_string());
        show::error("inget skrevs");
        return Err(Outcome::InputOutput);
    }
    let lines: Vec<String> = chosen.iter().map(|place| format!("  {place}\n")).collect();
    let rest = places.len() - chosen.len();
    let rest = match rest {
        0 => "Allt är nu genomläst.".to_owned(),
        _ => format!("Kvar att läsa: {rest}."),
    };
    show::output(&format!("Märkta som genomlästa i {name}:\n{}{rest}\n", lines.concat()))
}

/// A place that is unread, or what to say of one that isn't.
fn known<'p>(place: &str, places: &[&'p str], carried: &[&str]) -> Result<&'p str, Outcome> {
    if let Some(place) = places.iter().find(|known| **known == place.trim()) {
        return Ok(place);
    }
    if carried.contains(&place.trim()) {
        show::error(&format!("`{}` är redan genomläst eller ändrat", printable(place)));
        show::error("inget skrevs");
        return Err(Outcome::Usage);
    }
    let hint = match nearest(place, places) {
        Some(near) => format!("Menade du `{near}`?"),
        None => "`tjut läst FIL` listar det som är kvar att läsa.".to_owned(),
    };
    show::error(&format!("`{}` är inget som är oläst. {hint}", printable(place)));
    show::error("inget skrevs");
    Err(Outcome::Usage)
}

/// What is left to read, with its lines.
fn list(name: &str, source: &Source, root: &Node, places: &[&str]) -> String {
    if places.is_empty() {
        return format!("{name} har inget oläst från året före.\n");
    }
    let mut said = format!("Kvar att läsa i {name}:\n");
    for place in places {
        let at = root.value_at(place).map(|node| source.position(node.span.start).line);
        let _ = writeln!(said, "  rad {}: {place}", at.unwrap_or_default());
    }
    said.push_str("\nMärk det som gäller i år också: `tjut läst FIL PLATS`.\n");
    said
}
