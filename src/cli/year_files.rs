//! The year files that a command names: each by itself, or all those of a folder.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use super::{Outcome, read, show};
use crate::output::is_kept_beside;
use crate::source::printable;
use crate::swedish::join;
use crate::year_file::fields::Fields;

/// How many lines of a file are looked at to tell what it is.
const FIRST_LINES: usize = 100;

/// How many bytes of a file are looked at to tell what it is.
const FIRST_BYTES: usize = 16 << 10;

/// How many files that are no year files are named.
const MOST_SHOWN: usize = 5;

/// How many folders below one are looked into for what is close by.
const MOST_FOLDERS: usize = 100;

/// How many files are looked at for what is close by.
const MOST_LOOKED_AT: usize = 500;

/// The year files that were named.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Named {
    /// Those named by themselves and those found in folders, in the order of the arguments
    /// and in a folder in the order of their names; each is there once, unless it was itself
    /// named twice.
    pub(super) files: Vec<PathBuf>,
    /// The YAML files in folders that are no year files.
    pub(super) others: Vec<PathBuf>,
    /// What is wrong with the folders, and how the run ends because of it.
    pub(super) problems: Vec<(String, Outcome)>,
}

impl Named {
    /// Says what was passed over and what is wrong with the folders. Returns how the run ends
    /// because of it.
    pub(super) fn show(&self) -> Outcome {
        for (message, _) in &self.problems {
            show::error(message);
        }
        if !self.others.is_empty() {
            let mut names: Vec<String> =
                self.others.iter().take(MOST_SHOWN).map(|path| shown(path)).collect();
            let more = self.others.len() - names.len();
            names.extend((more > 0).then(|| format!("{more} till")));
            show::message(&format!("inte med, eftersom de inte är årsfiler: {}", join(&names)));
        }
        self.problems.iter().map(|(_, outcome)| *outcome).max().unwrap_or(Outcome::Done)
    }
}

/// The year files that the arguments name. Nothing of a file is looked at but whether it is a
/// year file, when a folder led to it.
pub(super) fn of(arguments: &[PathBuf]) -> Named {
    let mut named = Named::default();
    // Where a file is on the disk, so that a folder adds none that is there already.
    let mut places = BTreeSet::new();
    let are_files = arguments.iter().filter(|path| !path.is_dir());
    places.extend(are_files.filter_map(|path| fs::canonicalize(path).ok()));
    let mut keys = None;
    for argument in arguments {
        if !argument.is_dir() {
            named.files.push(argument.clone());
            continue;
        }
        let keys = keys.get_or_insert_with(top_keys);
        let before = named.files.len();
        let found = match found_in(argument) {
            Ok(found) => found,
            Err(message) => {
                named.problems.push((message, Outcome::InputOutput));
                continue;
            }
        };
        let mut is_there_already = false;
        for path in found {
            // As whoever names the file would write it.
            let path = path.strip_prefix(".").map(Path::to_owned).unwrap_or(path);
            if !may_be_year_file(&path, keys) {
                named.others.push(path);
            } else if fs::canonicalize(&path).map_or(true, |place| places.insert(place)) {
                named.files.push(path);
            } else {
                is_there_already = true;
            }
        }
        if named.files.len() == before && !is_there_already {
            let folder = shown(argument);
            let message = format!(
                "i mappen {folder} finns ingen årsfil, alltså ingen fil som slutar på .yaml \
                 eller .yml och har årsfilens uppgifter"
            );
            named.problems.push((message, Outcome::Usage));
        }
    }
    named
}

/// The year files in a folder and right below it, as far as they can be looked for at once.
pub(super) fn close_by(folder: &Path) -> Vec<PathBuf> {
    let keys = top_keys();
    let Ok((files, folders)) = entries(folder) else { return Vec::new() };
    let below = folders.into_iter().take(MOST_FOLDERS);
    let below = below.filter_map(|folder| entries(&folder).ok()).flat_map(|(files, _)| files);
    let files = files.into_iter().chain(below).take(MOST_LOOKED_AT);
    files.filter(|path| may_be_year_file(path, &keys)).collect()
}

/// The YAML files in a folder and the folders in it, in the order of their names. Links are
/// not followed, so that nothing outside the folder is read and no folder comes twice; what is
/// hidden, and what was kept beside when a year file was changed, is nobody's year file.
///
/// # Errors
/// Which folder can't be read, and why.
fn found_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let (files, inner) = entries(&folder).map_err(|error| {
            format!("mappen {} kan inte läsas: {}", shown(&folder), read::reason(&error))
        })?;
        found.extend(files);
        folders.extend(inner.into_iter().rev());
    }
    Ok(found)
}

/// The YAML files in a folder, and the folders in it, each by their names.
fn entries(folder: &Path) -> io::Result<(Vec<PathBuf>, Vec<PathBuf>)> {
    let mut inner = BTreeMap::new();
    let mut files = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let kind = entry.file_type()?;
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        if kind.is_dir() {
            inner.insert(name, entry.path());
        } else if kind.is_file() && is_yaml(&entry.path()) {
            files.insert(entry.path());
        }
    }
    Ok((files.into_iter().collect(), inner.into_values().collect()))
}

/// Whether a file's name is that of a YAML file that a person keeps.
fn is_yaml(path: &Path) -> bool {
    let is_end =
        |end: &std::ffi::OsStr| ["yaml", "yml"].iter().any(|known| end.eq_ignore_ascii_case(known));
    path.extension().is_some_and(is_end) && !is_kept_beside(path)
}

/// Whether one of the first lines of a file begins with the key of a field at the top of a year
/// file. What is no text, or can't be read, may be one: then it is said what is wrong with it.
fn may_be_year_file(path: &Path, keys: &BTreeSet<String>) -> bool {
    let Ok((bytes, _)) = read::bytes(path, FIRST_BYTES) else { return true };
    let text = match std::str::from_utf8(&bytes) {
        Ok(text) => text,
        // A letter may be cut in two where the reading ended.
        Err(error) if error.error_len().is_none() => {
            std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default()
        }
        Err(_) => return true,
    };
    let lines = text.trim_start_matches('\u{feff}').lines().take(FIRST_LINES);
    lines.filter_map(|line| line.split_once(':')).any(|(key, _)| {
        let key: String = key.trim_end().trim_matches(['"', '\'']).nfc().collect();
        keys.contains(&key)
    })
}

/// The keys of the fields at the top of a year file.
fn top_keys() -> BTreeSet<String> {
    let fields = Fields::new(&[]);
    fields.at_the_top().into_iter().map(str::to_owned).collect()
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with files of the given names and texts.
    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        for (name, text) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, text).expect("a file");
        }
        folder
    }

    /// The names of the files that a folder has, and of those left out.
    fn names(folder: &tempfile::TempDir) -> [Vec<String>; 2] {
        let named = of(&[folder.path().to_owned()]);
        [named.files, named.others].map(|paths| {
            let name = |path: &PathBuf| {
                let name = path.strip_prefix(folder.path()).expect("inside");
                name.to_string_lossy().into_owned()
            };
            paths.iter().map(name).collect()
        })
    }

    const YEAR: &str = "# 2025\nverksamhetsår: 2025\n";

    #[test]
    fn a_folder_stands_for_its_year_files_in_the_order_of_their_names() {
        let folder = folder(&[
            ("b.yaml", YEAR),
            ("a.YML", YEAR),
            ("ö/z.yaml", YEAR),
            ("b/c/d.yaml", YEAR),
            ("b/a.yaml", YEAR),
            ("anteckningar.txt", YEAR),
            ("papper.pdf", ""),
        ]);
        let [files, others] = names(&folder);
        assert_eq!(files, ["a.YML", "b.yaml", "b/a.yaml", "b/c/d.yaml", "ö/z.yaml"]);
        assert!(others.is_empty());
    }

    #[test]
    fn what_is_no_year_file_is_left_out() {
        let late = format!("{}verksamhetsår: 2025\n", "# kommentar\n".repeat(120));
        let folder = folder(&[
            ("karta.yaml", "år: 2025\nsiffror:\n  - fält: ekonomi.använt\n    cell: B20\n"),
            ("tom.yaml", ""),
            ("sen.yaml", &late),
            (".dold.yaml", YEAR),
            (".git/x.yaml", YEAR),
            ("fall-tidigare.yaml", YEAR),
            ("fall-tidigare-2.yaml", YEAR),
            ("tidigare.yaml", YEAR),
        ]);
        let [files, others] = names(&folder);
        assert_eq!(files, ["tidigare.yaml"]);
        assert_eq!(others, ["karta.yaml", "sen.yaml", "tom.yaml"]);
    }

    /// What may be a year file with something wrong in it is not passed over in silence.
    #[test]
    fn a_year_file_with_errors_is_a_year_file() {
        for text in [
            "\u{feff}verksamhetsår: nej\n",
            "verksamhetår: 2025\nstatistik:\n",
            "\"a\u{308}rende\": {\n",
            "'statistik' : [\n",
        ] {
            let folder = folder(&[("fall.yaml", text)]);
            assert_eq!(names(&folder)[0], ["fall.yaml"], "{text}");
        }
        let folder = folder(&[]);
        fs::write(folder.path().join("latin.yaml"), b"verksamhets\xe5r: 2025\n").expect("a file");
        assert_eq!(names(&folder)[0], ["latin.yaml"]);
    }

    #[test]
    fn a_file_that_is_named_is_there_once_with_its_folder() {
        let folder = folder(&[("a.yaml", YEAR), ("b.yaml", YEAR)]);
        let [a, b] = ["a.yaml", "b.yaml"].map(|name| folder.path().join(name));
        let whole = folder.path().to_owned();
        assert_eq!(of(&[b.clone(), whole.clone()]).files, [b.clone(), a.clone()]);
        assert_eq!(of(&[whole.clone(), b.clone()]).files, [a, b]);
        let twice = of(&[whole.clone(), whole]);
        assert_eq!((twice.files.len(), twice.problems.len()), (2, 0));
    }

    #[test]
    fn a_folder_without_any_is_said() {
        let folder = folder(&[("karta.yaml", "siffror:\n")]);
        let named = of(&[folder.path().to_owned(), PathBuf::from("saknas.yaml")]);
        assert_eq!(named.files, [PathBuf::from("saknas.yaml")]);
        assert_eq!(named.problems.len(), 1);
        assert_eq!(named.problems[0].1, Outcome::Usage);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let folder = folder(&[("a/fall.yaml", YEAR)]);
        let link = |to: &str, name: &str| {
            std::os::unix::fs::symlink(folder.path().join(to), folder.path().join(name))
        };
        link("a/fall.yaml", "b.yaml").expect("a link");
        link(".", "a/igen").expect("a link");
        assert_eq!(names(&folder)[0], ["a/fall.yaml"]);
    }
}
