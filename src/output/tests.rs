//! What a reader of the folder finds, at any moment and after any death.

use std::cell::Cell;
use std::fs;
use std::io;
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
fn survives(changes: usize, work: impl FnOnce() -> Result<Vec<Kept>, Error>) -> bool {
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

/// What says E has been edited, and what says ? is from elsewhere.
fn judge(bytes: &[u8]) -> State {
    match bytes.first() {
        Some(b'E') => State::Changed,
        Some(b'?') => State::Unknown,
        _ => State::Untouched,
    }
}

fn write_all(files: &[File]) -> Result<Vec<Kept>, Error> {
    write(files, Existing::ReplaceUntouched, judge)
}

fn write_new(files: &[File]) -> Result<Vec<Kept>, Error> {
    write(files, Existing::Stop, judge)
}

fn write_keeping(files: &[File]) -> Result<Vec<Kept>, Error> {
    write(files, Existing::KeepBeside, judge)
}

/// The file or folder that could not be written.
fn unwritable(result: Result<Vec<Kept>, Error>) -> (std::path::PathBuf, io::ErrorKind) {
    match result {
        Err(Error::Unwritable { path, cause }) => (path, cause.kind()),
        other => panic!("{other:?}"),
    }
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
        assert!(!found.starts_with("--"), "at most one paper is on its way");
        assert!(has_own_things(folder.path()));
        if has_survived && !folder.path().join(WORK).exists() {
            break;
        }
    }
    // Or the program was never killed where it matters.
    let wanted = ["-G-", OLD, "N--", "NG-", "NN-", NEW];
    assert_eq!(met.into_iter().collect::<Vec<_>>(), wanted);
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
    assert!(unwritable(refused).0.ends_with("underlag"));
    assert_eq!(contents(folder.path()), OLD);
    assert_eq!(names(folder.path()), ["a", "anteckningar.txt", "b", "underlag"]);
}

#[test]
fn a_folder_that_was_made_for_nothing_goes_again() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (one, other) = (folder.path().join("x/y"), folder.path().join("z"));
    fs::write(&other, "en fil").expect("a file");
    let refused = write_all(&[file(&one, "a", "N"), file(&other, "a", "N")]);
    assert_eq!(unwritable(refused), (other, io::ErrorKind::NotADirectory));
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
    assert!(unwritable(write_new(&new)).0.ends_with("b"));
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
        (0..20).for_each(|_| drop(write_all(&files).expect("they take turns")));
    };
    std::thread::scope(|scope| {
        scope.spawn(|| write("N"));
        scope.spawn(|| write("M"));
    });
    assert!(["NNN", "MMM"].contains(&contents(folder.path()).as_str()));
    assert_eq!(names(folder.path()), ["a", "b", "c"]);
}

/// The folder with two old papers, of which somebody has edited the second.
fn with_an_edited_paper() -> (tempfile::TempDir, Vec<File>) {
    let (folder, new) = with_old_papers();
    fs::write(folder.path().join("b"), "E").expect("a file");
    (folder, new)
}

/// What is said of the files in the way.
fn in_the_way(result: Result<Vec<Kept>, Error>) -> Vec<(String, Reason)> {
    let Err(Error::InTheWay(obstacles)) = result else { panic!("{result:?}") };
    let name = |path: &Path| path.file_name().expect("a name").to_string_lossy().into_owned();
    obstacles.into_iter().map(|Obstacle { path, reason }| (name(&path), reason)).collect()
}

#[test]
fn what_somebody_has_worked_on_stops_all_files_of_all_folders() {
    let (folder, new) = with_an_edited_paper();
    let other = folder.path().join("underlag");
    fs::write(other.join("a"), "?").expect("a file");
    let files = [new, vec![file(&other, "a", "N"), file(&other, "b", "N")]].concat();
    let found = in_the_way(write_all(&files));
    assert_eq!(found, [("b".to_owned(), Reason::Changed), ("a".to_owned(), Reason::Unknown)]);
    assert_eq!(contents(folder.path()), "GE-");
    assert_eq!(names(folder.path()), ["a", "anteckningar.txt", "b", "underlag"]);
    assert_eq!(names(&other), ["a"]);
}

#[test]
fn what_somebody_has_worked_on_is_kept_beside_when_asked_for() {
    let (folder, new) = with_an_edited_paper();
    let edited = fs::metadata(folder.path().join("b")).and_then(|found| found.modified());
    for kept in ["b-tidigare", "b-tidigare-2", "b-tidigare-3"] {
        let found = write_keeping(&new).expect("it is written");
        let [was, is] = ["b", kept].map(|name| folder.path().join(name));
        assert_eq!(found, [Kept { was, is: is.clone() }]);
        assert_eq!(
            (contents(folder.path()).as_str(), fs::read(&is).expect("it")),
            (NEW, b"E".into())
        );
        fs::write(folder.path().join("b"), "E").expect("a file");
    }
    let kept = fs::metadata(folder.path().join("b-tidigare")).and_then(|found| found.modified());
    assert_eq!(kept.expect("a time"), edited.expect("a time"), "when it was edited can be seen");
}

#[test]
fn killed_at_any_step_no_edited_file_is_lost_and_the_next_run_puts_all_right() {
    let mut met = std::collections::BTreeSet::new();
    // More changes to the disk than a run makes, and some of those that another makes
    // which undoes it.
    for first in 0..24 {
        for second in [0, 2, 3, 4, 5, 6, 30] {
            let (folder, new) = with_an_edited_paper();
            survives(first, || write_keeping(&new));
            survives(second, || write_all(&[file(folder.path(), "d", "N")]));
            let everywhere = [folder.path().join("b"), folder.path().join("b-tidigare")];
            let hidden = folder.path().join(WORK).join("gamla/b");
            let mut all = everywhere.iter().chain([&hidden]);
            assert!(
                all.any(|path| fs::read(path).is_ok_and(|text| text == b"E")),
                "{first}, {second}"
            );
            write_all(&[file(folder.path(), "d", "N")]).expect("nobody kills this run");
            let found = contents(folder.path());
            let kept = fs::read_to_string(folder.path().join("b-tidigare")).unwrap_or_default();
            met.insert((found, kept));
        }
    }
    let wanted = [("GE-", ""), ("NNN", "E")].map(|(a, b)| (a.to_owned(), b.to_owned()));
    assert_eq!(met.into_iter().collect::<Vec<_>>(), wanted);
}

#[test]
fn a_file_that_is_saved_while_the_new_ones_are_prepared_is_left_as_it_was_saved() {
    // In the same file, or as another file under its name.
    for in_place in [true, false] {
        for existing in [Existing::ReplaceUntouched, Existing::KeepBeside] {
            let (folder, new) = with_old_papers();
            let b = folder.path().join("b");
            let mut was = "G";
            if existing == Existing::KeepBeside {
                fs::write(&b, "E").expect("a file");
                was = "E";
            }
            let exchange =
                Exchange::prepare(folder.path(), &new.iter().collect::<Vec<_>>(), existing, judge)
                    .expect("nothing is in the way");
            exchange.announce().expect("it is announced");
            if in_place {
                fs::write(&b, "E2").expect("a file");
            } else {
                fs::write(folder.path().join("temporary"), "E2").expect("a file");
                fs::rename(folder.path().join("temporary"), &b).expect("it is renamed");
            }
            let put = exchange.put();
            if existing == Existing::KeepBeside && in_place {
                // The second name is that of the same file.
                put.and_then(|()| exchange.end()).expect("it is written");
                let kept = fs::read_to_string(folder.path().join("b-tidigare"));
                assert_eq!(kept.expect("it is kept"), "E2");
                continue;
            }
            let found = in_the_way(put.map(|()| Vec::new()));
            assert_eq!(found, [("b".to_owned(), Reason::Changed)], "{in_place} {was}");
            drop(exchange);
            assert_eq!(contents(folder.path()), "GE2-");
            assert_eq!(names(folder.path()), ["a", "anteckningar.txt", "b", "underlag"]);
        }
    }
}

#[test]
fn a_file_that_appears_while_the_new_ones_are_prepared_is_not_written_over() {
    let (folder, new) = with_old_papers();
    let exchange = Exchange::prepare(
        folder.path(),
        &new.iter().collect::<Vec<_>>(),
        Existing::ReplaceUntouched,
        judge,
    )
    .expect("nothing is in the way");
    exchange.announce().expect("it is announced");
    fs::write(folder.path().join("c"), "E").expect("a file");
    let put = exchange.put().map(|()| Vec::new());
    assert_eq!(unwritable(put).1, io::ErrorKind::AlreadyExists);
    drop(exchange);
    assert_eq!(contents(folder.path()), "GGE");
}

#[test]
fn what_somebody_saves_after_a_kill_is_kept_with_what_it_replaced() {
    for changes in 0..40 {
        let (folder, new) = with_old_papers();
        survives(changes, || write_all(&new));
        if contents(folder.path()) != "N--" {
            continue;
        }
        // Saved by a program that had it open, while the old file was on its way.
        fs::write(folder.path().join("b"), "E").expect("a file");
        write_all(&[file(folder.path(), "d", "N")]).expect("it is written");
        assert_eq!(contents(folder.path()), "GE-");
        let kept = fs::read_to_string(folder.path().join("b-tidigare"));
        assert_eq!(kept.expect("it is kept"), "G");
        return;
    }
    panic!("it was never killed between taking one and putting the other");
}

#[test]
fn a_file_that_a_program_has_open_is_not_replaced_even_when_asked_for() {
    for sign in [".~lock.redovisning.docx#", "~$dovisning.docx"] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let new = [file(folder.path(), "redovisning.docx", "N")];
        write_all(&new).expect("it is written");
        fs::write(folder.path().join(sign), "").expect("a file");
        for write in [write_all, write_keeping] {
            let wanted = ("redovisning.docx".to_owned(), Reason::Open(sign.to_owned()));
            assert_eq!(in_the_way(write(&new)), [wanted]);
        }
        // A sign that was left behind by a program that crashed, and no file.
        fs::remove_file(folder.path().join("redovisning.docx")).expect("it is there");
        write_all(&new).expect("it is written");
    }
}

#[test]
fn word_puts_its_sign_in_the_place_of_the_first_letters() {
    // As Word names them: https://support.microsoft.com/kb/211632
    for (name, sign) in [
        ("redovisning.docx", "~$dovisning.docx"),
        ("ansokan.docx", "~$nsokan.docx"),
        ("delars.docx", "~$delars.docx"),
    ] {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join(name);
        assert_eq!(standing::sign_of_being_open(&path), None);
        fs::write(folder.path().join(sign), "").expect("a file");
        assert_eq!(standing::sign_of_being_open(&path).as_deref(), Some(sign));
    }
}

#[cfg(unix)]
#[test]
fn a_link_is_somebody_s_own_and_what_it_leads_to_is_never_written() {
    let (folder, new) = with_old_papers();
    let [b, elsewhere] = ["b", "underlag/b"].map(|name| folder.path().join(name));
    for target in [Some("G"), None] {
        drop(fs::remove_file(&b));
        drop(fs::remove_file(&elsewhere));
        if let Some(content) = target {
            fs::write(&elsewhere, content).expect("a file");
        }
        std::os::unix::fs::symlink("underlag/b", &b).expect("a link");
        assert_eq!(in_the_way(write_all(&new)), [("b".to_owned(), Reason::Link)]);
    }
    fs::write(&elsewhere, "G").expect("a file");
    let kept = write_keeping(&new).expect("it is written");
    assert_eq!(
        (contents(folder.path()).as_str(), fs::read(&elsewhere).expect("it")),
        (NEW, b"G".into())
    );
    assert!(kept[0].is.is_symlink());
}

#[cfg(unix)]
#[test]
fn nobody_waits_for_a_pipe_in_the_way() {
    let (folder, new) = with_old_papers();
    let pipe = folder.path().join("c");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.is_ok_and(|status| status.success()), "mkfifo makes a pipe");
    assert_eq!(in_the_way(write_all(&new)), [("c".to_owned(), Reason::Unknown)]);
    // What can't be read can be kept all the same.
    write_keeping(&new).expect("it is written");
    assert_eq!(contents(folder.path()), NEW);
    assert!(folder.path().join("c-tidigare").exists());
}
