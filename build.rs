//! Tells the program which commit it is built from, for `tjut --version`.
//!
//! A commit is asked of git where the sources are a clone. Where they are not, as in an
//! unpacked archive, the variable `TJUT_COMMIT` may say it as `af12f66e 2026-11-26`, the
//! abbreviated hash and the day; else the version stands alone. Nothing here can fail the build.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The variable that says the commit where no git does.
const VARIABLE: &str = "TJUT_COMMIT";

fn main() {
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    println!("cargo::rerun-if-changed=build.rs");
    let root = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap_or_default());
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let commit = env::var(VARIABLE).ok().or_else(|| asked_of_git(&root));
    let commit = commit.and_then(|commit| described(&commit));
    let version = commit.map_or(version.clone(), |commit| format!("{version} ({commit})"));
    println!("cargo::rustc-env=TJUT_VERSION={version}");
}

/// `af12f66e 2026-11-26` as users see it; nothing for what is anything else.
fn described(commit: &str) -> Option<String> {
    let (hash, date) = commit.trim().split_once(' ')?;
    let is_hash = hash.len() >= 7 && hash.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_date =
        date.len() == 10 && date.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    (is_hash && is_date).then(|| format!("{hash}, {date}"))
}

fn asked_of_git(root: &Path) -> Option<String> {
    // Sources that were unpacked inside somebody else's repository are not at its commit.
    if !root.join(".git").exists() {
        return None;
    }
    // Both change with every commit that is made or checked out. Cargo runs a build script
    // each time when a file that it names is missing, so one that is missing is not named.
    for file in ["HEAD", "logs/HEAD"] {
        let path = git(root, &["rev-parse", "--git-path", file]).map(|path| root.join(path));
        if let Some(path) = path.filter(|path| path.exists()) {
            println!("cargo::rerun-if-changed={}", path.display());
        }
    }
    git(root, &["log", "-1", "--no-show-signature", "--abbrev=8", "--format=%h %cs"])
}

fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(root).args(arguments).output().ok()?;
    let text = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    Some(text.trim().to_owned())
}
