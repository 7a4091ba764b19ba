//! What the papers of a year file are made of, and whether that has changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::hash::{Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use siphasher::sip::SipHasher13;

use super::{folder, read};
use crate::make::ReadBeside;
use crate::yaml;

/// The files, each with a checksum of what it says; none for what can't be read. What is
/// saved without being changed is the same.
pub(super) type Content = BTreeMap<PathBuf, Option<u64>>;

/// A year file and all that is read with it.
pub(super) struct Watched {
    file: PathBuf,
    templates: Option<PathBuf>,
    /// The files that the year file names, as they were when they were last read.
    named: Arc<Mutex<Content>>,
}

impl Watched {
    pub(super) fn new(file: &Path, templates: Option<&Path>) -> Self {
        let (file, templates) = (file.to_owned(), templates.map(Path::to_owned));
        Self { file, templates, named: Arc::default() }
    }

    /// Whether the year file is there.
    pub(super) fn is_there(&self) -> bool {
        self.file.exists()
    }

    /// Reads the files that the year file names, and notes which they are. What was noted
    /// before is forgotten.
    pub(super) fn noting_named(&self) -> Box<ReadBeside> {
        let named = Arc::clone(&self.named);
        entries(&named).clear();
        Box::new(move |other, name| {
            let path = Path::new(&other.name).with_file_name(name);
            // Before it is read: what is changed meanwhile is a change.
            let content = checksum(&path);
            entries(&named).entry(path).or_insert(content);
            read::beside(other, name)
        })
    }

    /// The files that the year file names, as they were when they were read.
    pub(super) fn named(&self) -> Content {
        entries(&self.named).clone()
    }

    /// All files as they are now.
    pub(super) fn content(&self) -> Content {
        let mut paths: BTreeSet<PathBuf> = entries(&self.named).keys().cloned().collect();
        paths.insert(self.file.clone());
        let templates = self.templates.as_deref().map(folder::template_files);
        paths.extend(templates.and_then(Result::ok).into_iter().flatten());
        paths.into_iter().map(|path| (path.clone(), checksum(&path))).collect()
    }

    /// The folders in which something happens when one of the files changes; where a file is
    /// a link, also the folder of what it leads to.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let named = self.named();
        let files = named.keys().chain([&self.file]);
        let places = files.flat_map(|file| {
            let led_to = fs::canonicalize(file).ok();
            led_to.into_iter().chain([file.clone()])
        });
        let mut folders: BTreeSet<PathBuf> = places.map(|place| folder_of(&place)).collect();
        folders.extend(self.templates.clone());
        folders
    }
}

/// The folder that a file is in.
fn folder_of(file: &Path) -> PathBuf {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new(".")).to_owned()
}

fn checksum(path: &Path) -> Option<u64> {
    let (bytes, size) = read::bytes(path, yaml::MAX_BYTES).ok()?;
    let mut hasher = SipHasher13::new();
    (bytes, size).hash(&mut hasher);
    Some(hasher.finish())
}

/// A thread that has given up while it noted something has noted it or not.
fn entries(named: &Mutex<Content>) -> std::sync::MutexGuard<'_, Content> {
    named.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn only_what_papers_are_made_of_is_looked_at() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        let write = |name: &str, text: &str| fs::write(at(name), text).expect("a file");
        fs::create_dir(at("mallar")).expect("a folder");
        write("fall.yaml", "a");
        write("mallar/x.md", "a");
        let watched = Watched::new(&at("fall.yaml"), Some(&at("mallar")));
        let before = watched.content();
        fs::create_dir_all(at("output/fall")).expect("a folder");
        write("output/fall/ansokan.pdf", "a");
        write("annan.yaml", "a");
        write("mallar/anteckning.txt", "a");
        write("fall.yaml", "a");
        assert_eq!(watched.content(), before);
        for (name, text) in [("fall.yaml", "b"), ("mallar/x.md", "b"), ("mallar/y.md", "")] {
            let before = watched.content();
            write(name, text);
            assert_ne!(watched.content(), before, "{name}");
        }
        let before = watched.content();
        fs::remove_file(at("fall.yaml")).expect("it was there");
        assert_ne!(watched.content(), before);
        assert!(!watched.is_there());
    }

    #[test]
    fn files_that_are_read_beside_are_looked_at_from_then_on() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::write(at("fall.yaml"), "a").expect("a file");
        fs::write(at("norr.yaml"), "a").expect("a file");
        let watched = Watched::new(&at("fall.yaml"), None);
        let mut before = watched.content();
        let source = Source::new(at("fall.yaml").display().to_string(), "");
        let read = watched.noting_named();
        assert!(read(&source, "norr.yaml").is_ok() && read(&source, "saknas.yaml").is_err());
        before.extend(watched.named());
        assert_eq!(watched.content(), before);
        fs::write(at("norr.yaml"), "b").expect("a file");
        assert_ne!(watched.content(), before);
        before = watched.content();
        fs::write(at("saknas.yaml"), "").expect("a file");
        assert_ne!(watched.content(), before);
        assert_eq!(watched.folders().len(), 1);
        // What is named no longer is no longer looked at.
        let _ = watched.noting_named();
        assert_eq!(watched.content().len(), 1);
    }
}
