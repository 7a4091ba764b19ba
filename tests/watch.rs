//! `bevaka`: the papers are made anew when what they are made of has been saved, and only
//! then. What is waited for has a generous limit and no other timing.

#![cfg(unix)]

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// The options for one paper in one format, which is sooner made.
const ONE: [&str; 4] = ["--dokument", "redovisning", "--format", "docx"];

/// Far longer than anything takes, on however slow a computer.
const LIMIT: Duration = Duration::from_mins(2);

/// A run that watches, and what it says on standard error.
struct Watching {
    running: Child,
    lines: Receiver<String>,
}

impl Watching {
    /// Begins, and waits until the first papers have been made or not.
    fn begin(folder: &Path, arguments: &[&str]) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        command.current_dir(folder).arg("bevaka").args(arguments);
        let mut running =
            command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("it runs");
        let said = BufReader::new(running.stderr.take().expect("a pipe"));
        let (tell, lines) = mpsc::channel();
        std::thread::spawn(move || {
            for line in said.lines().map_while(Result::ok) {
                // Nobody listens any more when the test is over.
                let _ = tell.send(line);
            }
        });
        let watching = Self { running, lines };
        watching.until("väntar på att ");
        watching
    }

    /// What is said up to and with the next line that begins so.
    fn until(&self, beginning: &str) -> Vec<String> {
        let mut said = Vec::new();
        loop {
            let line = self.lines.recv_timeout(LIMIT);
            let line = line.unwrap_or_else(|_| panic!("`{beginning}` was to be said: {said:#?}"));
            said.push(line);
            if said.last().is_some_and(|line| line.starts_with(beginning)) {
                return said;
            }
        }
    }

    /// Tells it to stop as Ctrl-C does. Returns what is left of what it says.
    fn interrupt(mut self) -> Vec<String> {
        let id = self.running.id().to_string();
        let told = Command::new("kill").args(["-INT", &id]).status();
        assert!(told.is_ok_and(|status| status.success()), "kill tells it to stop");
        let ended = self.running.wait().expect("it ends");
        assert_eq!(ended.code(), Some(0));
        self.lines.iter().filter(|line| !line.is_empty()).collect()
    }
}

/// A test that fails leaves no program behind.
impl Drop for Watching {
    fn drop(&mut self) {
        let _ = self.running.kill();
        let _ = self.running.wait();
    }
}

fn folder() -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("fall.yaml"), EXAMPLE).expect("a file");
    folder
}

fn paper(folder: &TempDir) -> PathBuf {
    folder.path().join("output/fall/redovisning.docx")
}

/// Waits until a paper is another than it was.
fn changed(paper: &Path, was: &[u8]) -> Vec<u8> {
    let begun = Instant::now();
    loop {
        match fs::read(paper) {
            Ok(is) if is != was => return is,
            _ => assert!(begun.elapsed() < LIMIT, "the paper was to change"),
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The example with another number of clients for a reason.
fn with_reason(number: u32) -> String {
    EXAMPLE.replace("Råd och stöd: 41", &format!("Råd och stöd: {number}"))
}

/// Puts a file in the place of another, as editors save.
fn save_as(path: &Path, text: &str) {
    let new = path.with_extension("ny~");
    fs::write(&new, text).expect("a file");
    fs::rename(new, path).expect("the new one takes its place");
}

fn save(folder: &TempDir, text: &str) {
    save_as(&folder.path().join("fall.yaml"), text);
}

fn wrong() -> String {
    EXAMPLE.replacen("    klienter: 189\n", "    klienter: 189 st\n", 1)
}

#[test]
fn papers_are_made_anew_when_the_year_file_is_saved() {
    for every in [&[] as &[&str], &["--fråga", "1"]] {
        let folder = folder();
        let arguments = [&["fall.yaml"] as &[&str], &ONE, every].concat();
        let watching = Watching::begin(folder.path(), &arguments);
        let first = fs::read(paper(&folder)).expect("the papers are made at once");
        save(&folder, &with_reason(42));
        let second = changed(&paper(&folder), &first);
        watching.until("väntar på att ");
        // Written into, not replaced.
        fs::write(folder.path().join("fall.yaml"), with_reason(43)).expect("a file");
        changed(&paper(&folder), &second);
        watching.until("väntar på att ");
        let rest = watching.interrupt();
        assert_eq!(rest.last().map(String::as_str), Some("bevakningen är avslutad"), "{every:?}");
    }
}

#[test]
fn the_last_good_papers_stay_while_the_file_has_errors() {
    let folder = folder();
    let arguments = [&["fall.yaml"] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    let good = fs::read(paper(&folder)).expect("a paper");
    save(&folder, &wrong());
    let said = watching.until("väntar på att ");
    assert!(said[0].starts_with("---- ") && said[0].ends_with(" fall.yaml ----"), "{said:#?}");
    insta::assert_snapshot!("errors-while-watching", said[1..].join("\n"));
    assert!(fs::read(paper(&folder)).expect("a paper") == good);
    save(&folder, &with_reason(42));
    changed(&paper(&folder), &good);
    watching.interrupt();
}

/// Neither the papers that are written nor other files in the folder start anything, although
/// all of them are in the folder that is watched.
#[test]
fn nothing_else_in_the_folder_makes_papers() {
    let folder = folder();
    let arguments = [&["fall.yaml", "--till", "."] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    fs::write(folder.path().join("annan.yaml"), EXAMPLE).expect("a file");
    fs::write(folder.path().join("fall/anteckning.txt"), "mitt").expect("a file");
    // Saved without being changed.
    save(&folder, EXAMPLE);
    save(&folder, &with_reason(42));
    let said = watching.until("väntar på att ");
    assert_eq!(said.iter().filter(|line| line.starts_with("----")).count(), 1, "{said:#?}");
    let rest = watching.interrupt();
    assert_eq!(rest, ["bevakningen är avslutad"]);
}

#[test]
fn a_year_file_that_is_gone_is_waited_for() {
    let folder = folder();
    let arguments = [&["fall.yaml"] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    let first = fs::read(paper(&folder)).expect("a paper");
    fs::remove_file(folder.path().join("fall.yaml")).expect("it was there");
    let said = watching.until("fel: ");
    insta::assert_snapshot!(said.join("\n"), @"fel: fall.yaml finns inte längre; de senaste papperen står kvar. Väntar på att filen kommer tillbaka");
    assert!(fs::read(paper(&folder)).expect("a paper") == first);
    save(&folder, &with_reason(42));
    changed(&paper(&folder), &first);
    watching.interrupt();
}

/// Also the whole folder may go and come back, as when another version is checked out.
#[test]
fn a_folder_that_comes_back_is_watched_again() {
    let folder = TempDir::new().expect("a temporary folder");
    let [there, away] = ["här", "borta"].map(|name| folder.path().join(name));
    fs::create_dir(&there).expect("a folder");
    fs::write(there.join("fall.yaml"), EXAMPLE).expect("a file");
    let arguments = [&["här/fall.yaml"] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    let first = fs::read(paper(&folder)).expect("a paper");
    fs::rename(&there, away).expect("it is moved");
    watching.until("fel: ");
    fs::create_dir(&there).expect("a folder");
    fs::write(there.join("fall.yaml"), with_reason(42)).expect("a file");
    let second = changed(&paper(&folder), &first);
    watching.until("väntar på att ");
    save_as(&there.join("fall.yaml"), &with_reason(43));
    changed(&paper(&folder), &second);
    watching.interrupt();
}

#[test]
fn templates_are_watched_too() {
    let folder = folder();
    let template = folder.path().join("mallar/redovisning.md");
    fs::create_dir(folder.path().join("mallar")).expect("a folder");
    let text = include_str!("../templates/redovisning.md");
    fs::write(&template, text).expect("a template");
    let arguments = [&["fall.yaml", "--mallar", "mallar"] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    let first = fs::read(paper(&folder)).expect("a paper");
    save_as(&template, &format!("{text}\nEtt tillägg.\n"));
    let second = changed(&paper(&folder), &first);
    watching.until("väntar på att ");
    // A template that can't be used is no reason to stop.
    save_as(&template, &format!("{text}\n{{{{ finns_inte }}}}\n"));
    let said = watching.until("väntar på att ");
    assert!(said.iter().any(|line| line.starts_with("fel: inga papper skrevs")), "{said:#?}");
    assert!(fs::read(paper(&folder)).expect("a paper") == second);
    watching.interrupt();
}

/// A paper over several operations is made of their year files.
#[test]
fn the_year_files_of_operations_are_watched_too() {
    let shipped = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fall/situationer");
    let folder = TempDir::new().expect("a temporary folder");
    let mut operation = None;
    let joint = fs::read_to_string(shipped.join("flera-verksamheter.yaml")).expect("a year file");
    for entry in fs::read_dir(&shipped).expect("a folder") {
        let name = entry.expect("an entry").file_name().into_string().expect("UTF-8");
        if joint.contains(&name) {
            fs::copy(shipped.join(&name), folder.path().join(&name)).expect("it is copied");
            operation = operation.or(Some(name));
        }
    }
    let operation = folder.path().join(operation.expect("the file names others"));
    fs::write(folder.path().join("alla.yaml"), joint).expect("a file");
    let watching = Watching::begin(folder.path(), &["alla.yaml", "--format", "docx"]);
    let text = fs::read_to_string(&operation).expect("a year file");
    save_as(&operation, &format!("{text}\nfinns_inte: 1\n"));
    let said = watching.until("väntar på att ");
    assert!(said.iter().any(|line| line.starts_with("fel: inga papper skrevs")), "{said:#?}");
    watching.interrupt();
}

#[test]
fn what_somebody_has_worked_on_is_not_written_over() {
    let folder = folder();
    let arguments = [&["fall.yaml"] as &[&str], &ONE].concat();
    let watching = Watching::begin(folder.path(), &arguments);
    fs::write(paper(&folder), "mitt").expect("a file");
    save(&folder, &with_reason(42));
    let said = watching.until("väntar på att ");
    insta::assert_snapshot!("edited-while-watching", said[1..].join("\n"));
    assert_eq!(fs::read_to_string(paper(&folder)).expect("a file"), "mitt");
    watching.interrupt();
}

/// A slip in the command is not put right by waiting.
#[test]
fn a_slip_in_the_command_ends_it() {
    let folder = folder();
    fs::create_dir(folder.path().join("mapp")).expect("a folder");
    for (code, arguments, said) in [
        (3, &["saknas.yaml"] as &[&str], "saknas.yaml kan inte läsas: filen finns inte"),
        (2, &["mapp"], "mapp är en mapp; bevaka tar en årsfil"),
        (2, &["fall.yaml", "--dokument", "x"], "papperet `x` finns inte"),
        (2, &["fall.yaml", "--fråga", "0"], "skriv hela sekunder, från 1 till 3600"),
        (2, &["fall.yaml", "--ersätt"], "--ersätt"),
    ] {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_tjut"));
        command.current_dir(folder.path()).arg("bevaka").args(arguments).timeout(LIMIT);
        let ended = command.output().expect("it ends");
        let err = String::from_utf8(ended.stderr).expect("UTF-8");
        assert_eq!(ended.status.code(), Some(code), "{arguments:?}: {err}");
        assert!(err.contains(said), "{arguments:?}: {err}");
    }
}
