//! The program run in a folder.

use std::path::Path;

use assert_cmd::Command;

/// How a run ended, and what it said.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program with arguments.
pub fn tjut(folder: &Path, arguments: &[&str]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_tjut"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("the program speaks UTF-8");
    let code = output.status.code().expect("the program was not killed");
    Ended { code, out: text(output.stdout), err: text(output.stderr) }
}
