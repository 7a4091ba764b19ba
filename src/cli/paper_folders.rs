//! The folder that each year file's papers go to.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use unicode_normalization::UnicodeNormalization as _;

use crate::source::printable;

/// The folders of the year files' papers: each of them is named after its file, and
/// stands in the given folder.
///
/// # Errors
/// A file whose name can't be that of a folder, or two files whose papers would meet
/// in one folder, on this computer or on one that doesn't tell their names apart.
pub(super) fn of(files: &[PathBuf], within: &Path) -> Result<Vec<PathBuf>, String> {
    let mut taken: BTreeMap<String, &Path> = BTreeMap::new();
    let mut folders = Vec::new();
    for path in files {
        let stem = Path::new(path.file_stem().unwrap_or_default());
        if !is_folder_name(stem) {
            return Err(format!(
                "årsfilen {} kan inte ge sitt namn åt papperens mapp; \
                 döp om den, till exempel till verksamhet-2025.yaml",
                shown(path)
            ));
        }
        if let Some(other) = taken.insert(told_apart_by(stem), path) {
            return Err(meeting(other, path));
        }
        folders.push(within.join(stem));
    }
    Ok(folders)
}

/// Whether this is one name, and not a way to another folder.
fn is_folder_name(stem: &Path) -> bool {
    let mut parts = stem.components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

/// A name as Windows and macOS tell it from others: without regard to capital letters,
/// to `å` as one sign or two, or to dots and spaces at the end.
fn told_apart_by(stem: &Path) -> String {
    let name: String = stem.to_string_lossy().nfc().flat_map(char::to_lowercase).collect();
    name.nfc().collect::<String>().trim_end_matches(['.', ' ']).to_owned()
}

fn meeting(one: &Path, other: &Path) -> String {
    let stem = |path: &Path| shown(Path::new(path.file_stem().unwrap_or_default()));
    if one == other {
        return format!("årsfilen {} är angiven två gånger", shown(one));
    }
    if stem(one) == stem(other) {
        return format!(
            "två årsfiler heter {}: {} och {}; deras papper skulle hamna i samma mapp. \
             Döp om en av dem, eller gör papperen av en i taget med var sin mapp efter --till",
            stem(one),
            shown(one),
            shown(other)
        );
    }
    format!(
        "årsfilerna {} och {} har namn som Windows och Mac inte skiljer åt, \
         och deras papper kan hamna i samma mapp; döp om en av dem",
        shown(one),
        shown(other)
    )
}

fn shown(path: &Path) -> String {
    printable(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folders(files: &[&str]) -> Result<Vec<PathBuf>, String> {
        let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
        of(&files, Path::new("till"))
    }

    #[test]
    fn the_folder_has_the_file_s_name() {
        let found = folders(&["data/a.yaml", "b", "c.d.yaml"]).expect("they are good names");
        assert_eq!(found, ["till/a", "till/b", "till/c.d"].map(PathBuf::from));
    }

    #[test]
    fn no_name_leads_out_of_the_folder_or_is_the_folder() {
        for name in ["...yaml", "..yaml", "x/...yaml", "..", "/", ""] {
            assert!(folders(&[name]).is_err_and(|said| said.contains("döp om den")), "{name}");
        }
    }

    #[test]
    fn names_that_some_systems_do_not_tell_apart_meet() {
        for (one, other) in [
            ("fall.yaml", "Fall.yaml"),
            ("år.yaml", "a\u{30a}r.yaml"),
            ("ÅR.yaml", "a\u{30a}r.yaml"),
            ("fall.yaml", "fall..yaml"),
            ("fall.yaml", "fall .yaml"),
        ] {
            let said = folders(&[one, other]).expect_err("they meet");
            assert!(said.contains("inte skiljer åt"), "{said}");
        }
        assert!(folders(&["a/fall.yaml", "b/fall.yaml"]).is_err_and(|said| said.contains("två")));
        assert!(folders(&["fall-1.yaml", "fall-2.yaml"]).is_ok());
    }
}
