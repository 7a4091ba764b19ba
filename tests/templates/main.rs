//! Papers from a folder of templates, and papers that are made on request.

mod demands;
mod listed;
mod mistakes;
mod papers;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use tempfile::TempDir;

/// A run of the program in a folder of its own, with a small year file in it.
struct Run {
    folder: TempDir,
}

/// How a run ended, and what it said.
struct Ended {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Run {
    /// With the templates of a folder in `tests/fall/mallar/` as `mallar`.
    fn with(templates: &str) -> Self {
        let run = Self::new();
        fs::create_dir(run.path("mallar")).expect("a folder");
        for entry in fs::read_dir(Path::new("tests/fall/mallar").join(templates)).expect("it") {
            let from = entry.expect("an entry").path();
            let name = from.file_name().expect("a name");
            fs::copy(&from, run.path("mallar").join(name)).expect("a copy");
        }
        run
    }

    fn new() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        fs::copy("tests/fall/minsta.yaml", folder.path().join("fall.yaml")).expect("a copy");
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn tjut(&self, command: &str) -> Ended {
        let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .args(command.split(' '))
            .current_dir(self.folder.path())
            .output()
            .expect("it runs");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        Ended { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// What a run that must end in the given way says on standard error.
    fn refused(&self, command: &str, code: i32) -> String {
        let ended = self.tjut(command);
        assert_eq!((ended.code, ended.out.as_str()), (Some(code), ""), "{}", ended.err);
        assert!(!self.path("output").exists(), "nothing is written");
        ended.err
    }

    /// What a run that must succeed says on standard output.
    fn done(&self, command: &str) -> String {
        let ended = self.tjut(command);
        assert_eq!((ended.code, ended.err.contains("fel:")), (Some(0), false), "{}", ended.err);
        ended.out
    }

    /// The names of the files that were made, without their endings.
    fn papers(&self) -> Vec<String> {
        let stem = |path: PathBuf| path.file_stem().expect("a stem").to_string_lossy().into_owned();
        let mut papers: Vec<String> =
            files(&self.path("output/fall")).into_iter().map(stem).collect();
        papers.dedup();
        papers
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// The text of a Word file's body.
fn words(docx: &Path) -> String {
    let mut archive = zip::ZipArchive::new(fs::File::open(docx).expect("a file")).expect("a zip");
    let mut part = archive.by_name("word/document.xml").expect("the body");
    std::io::read_to_string(&mut part).expect("text")
}
