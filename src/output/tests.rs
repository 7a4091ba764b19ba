//! What a reader of the folder finds, at any moment and after any death.

use std::cell::Cell;
use std::fs;
use std::path::Path;
use std::time::Duration;

use super::exchange::{NOTICE, WORK};
use super::lock::Lock;
use super::*;

thread_local! {
    /// How many more changes to the disk the program lives to make.
    static LIFE: Cell<usize> = const { Cell::new(usize::MAX) };
}

/// Fails from the moment of death on: what a killed program would do no longer, one
/// that is taken for killed can't do.
pub fn live_on() -> io::Result<()> {
    let left = LIFE.get();
    LIFE.set(left.saturating_sub(1));
    if left == 0 { Err(io::ErrorKind::Other.into()) } else { Ok(()) }
}

/// Whether some work comes to its end before the program is killed after so many changes.
fn survives(changes: usize, work: impl FnOnce() -> Result<(), Error>) -> bool {
    LIFE.set(changes);
    let result = work();
    LIFE.set(usize::MAX);
    result.is_ok()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let name = |entry: io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<_> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn file(folder: &Path, name: &str, content: &str) -> File {
    File { path: folder.join(name), bytes: content.into() }
}

/// What the folder's papers say, in the order of their names; `-` for one that isn't there.
fn contents(folder: &Path) -> String {
    let content = |name| fs::read_to_string(folder.join(name)).unwrap_or_else(|_| "-".to_owned());
    ["a", "b", "c"].map(content).concat()
}

const OLD: &str = "GG-";
const NEW: &str = "NNN";

/// A folder with two old papers and things of the user's own, and the three new papers.
fn with_old_papers() -> (tempfile::TempDir, Vec<File>) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let old = [file(folder.path(), "a", "G"), file(folder.path(), "b", "G")];
    write_all(&old).expect("they are written");
    fs::write(folder.path().join("anteckningar.txt"), "mina").expect("a file");
    fs::create_dir(folder.path().join("underlag")).expect("a folder");
    let new = ["a", "b", "c"].map(|name| file(folder.path(), name, "N"));
    (folder, new.to_vec())
}

fn has_own_things(folder: &Path) -> bool {
    fs::read_to_string(folder.join("anteckningar.txt")).is_ok_and(|text| text == "mina")
        && folder.join("underlag").is_dir()
}

#[test]
fn killed_at_any_step_it_leaves_all_old_or_all_new_or_a_notice_that_says_so() {
    let mut met = std::collections::BTreeSet::new();
    for changes in 0.. {
        let (folder, new) = with_old_papers();
        let has_survived = survives(changes, || write_all(&new));
        let found = contents(folder.path());
        met.insert(found.clone());
        let is_marked = folder.path().join(NOTICE).exists();
        assert!([OLD, NEW].contains(&found.as_str()) || is_marked, "{changes}: {found}");
        assert!(has_own_things(folder.path()));
        if has_survived && !folder.path().join(WORK).exists() {
            break;
        }
    }
    // Or the program was never killed where it matters.
    assert_eq!(met.into_iter().collect::<Vec<_>>(), [OLD, "NG-", "NN-", NEW]);
}

#[test]
fn the_next_run_undoes_what_a_killed_one_has_begun_even_if_it_is_killed_too() {
    // More changes to the disk than a run makes, and than one makes that undoes another.
    for first in 0..20 {
        for second in 0..24 {
            let (folder, new) = with_old_papers();
            survives(first, || write_all(&new));
            // Another paper, so that the three are not simply written again.
            let other = [file(folder.path(), "d", "N")];
            survives(second, || write_all(&other));
            let found = contents(folder.path());
            let is_marked = folder.path().join(NOTICE).exists();
            assert!(
                [OLD, NEW].contains(&found.as_str()) || is_marked,
                "{first}, {second}: {found}"
            );
            write_all(&other).expect("nobody kills this run");
            let found = contents(folder.path());
            assert!([OLD, NEW].contains(&found.as_str()), "{first}, {second}: {found}");
            let mut left = names(folder.path());
            left.retain(|name| name != "c");
            assert_eq!(left, ["a", "anteckningar.txt", "b", "d", "underlag"]);
            assert!(has_own_things(folder.path()));
        }
    }
}

#[test]
fn what_somebody_has_written_himself_after_the_kill_is_not_undone() {
    for changes in 0..40 {
        let (folder, new) = with_old_papers();
        survives(changes, || write_all(&new));
        if contents(folder.path()) != "NG-" {
            continue;
        }
        // The paper that the killed run had not come to.
        fs::write(folder.path().join("c"), "E").expect("a file");
        write_all(&[file(folder.path(), "d", "N")]).expect("it is written");
        assert_eq!(contents(folder.path()), "GGE");
        return;
    }
    panic!("it was never killed between two papers");
}

#[test]
fn when_one_file_is_in_the_way_the_others_get_their_old_content_back() {
    let (folder, new) = with_old_papers();
    let refused = write_all(&[new, vec![file(folder.path(), "underlag", "N")]].concat());
    assert!(refused.is_err_and(|error| error.path.ends_with("underlag")));
    assert_eq!(contents(folder.path()), OLD);
    assert_eq!(names(folder.path()), ["a", "anteckningar.txt", "b", "underlag"]);
}

#[test]
fn a_folder_that_was_made_for_nothing_goes_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (one, other) = (folder.path().join("x/y"), folder.path().join("z"));
    fs::write(&other, "en fil").expect("a file");
    let refused = write_all(&[file(&one, "a", "N"), file(&other, "a", "N")]).expect_err("refused");
    assert!(refused.path == other && refused.cause.kind() == io::ErrorKind::NotADirectory);
    assert_eq!(names(folder.path()), ["z"]);
}

#[test]
fn a_file_on_the_way_to_the_folder_is_named() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let way = folder.path().join("papper");
    fs::write(&way, "en fil").expect("a file");
    let refused = write_all(&[file(&way.join("fall"), "a", "N")]).expect_err("refused");
    let said = refused.to_string();
    assert!(
        said.ends_with("papper kan inte bli en mapp: det finns en fil med det namnet"),
        "{said}"
    );
}

#[test]
fn new_files_replace_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write_new(&[file(folder.path(), "b", "G")]).expect("it is written");
    let new = [file(folder.path(), "a", "N"), file(folder.path(), "b", "N")];
    assert!(write_new(&new).is_err_and(|error| error.path.ends_with("b")));
    assert_eq!(contents(folder.path()), "-G-");
    assert_eq!(names(folder.path()), ["b"]);
}

#[test]
fn a_run_waits_for_another_in_the_same_folder_and_says_when_it_gives_up() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let held = Lock::on(folder.path()).expect("nobody has it");
    let refused = Lock::within(Duration::ZERO, folder.path()).err().expect("it is held");
    let said = Error::at("papper")(refused).to_string();
    assert_eq!(
        said,
        "papper kan inte skrivas: tjut skriver redan där i en annan körning. \
         Vänta tills den är klar och försök igen"
    );
    drop(held);
    Lock::within(Duration::ZERO, folder.path()).expect("it is free again");
}

#[test]
fn two_runs_at_once_leave_the_papers_of_one_of_them() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let write = |content: &str| {
        let files = ["a", "b", "c"].map(|name| file(folder.path(), name, content));
        (0..20).for_each(|_| write_all(&files).expect("they take turns"));
    };
    std::thread::scope(|scope| {
        scope.spawn(|| write("N"));
        scope.spawn(|| write("M"));
    });
    assert!(["NNN", "MMM"].contains(&contents(folder.path()).as_str()));
    assert_eq!(names(folder.path()), ["a", "b", "c"]);
}
