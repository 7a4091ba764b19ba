//! Only the hosts know of files, clocks, threads, other programs and the network, so that the
//! rest of the library can be built for a place that has none of them, such as WebAssembly.

use std::fs;
use std::path::{Path, PathBuf};

/// The modules of `src/` that are left out there, as `src/lib.rs` says too; `system_error`
/// words what the hosts are told by the system.
const HOSTS: [&str; 5] = ["cli", "main.rs", "output", "server", "system_error.rs"];

/// What only hosts may use. `rayon` is none of it: where there are no threads it works on
/// in the one that asks.
const WORLD: [&str; 18] = [
    "std::fs",
    "fs::",
    "File::",
    "std::thread",
    "thread::",
    "Instant",
    "SystemTime",
    "Local::now",
    "Utc::now",
    "std::net",
    "std::process",
    "std::env",
    "env::",
    "temp_dir",
    "tokio",
    "crate::cli",
    "crate::output",
    "crate::server",
];

#[test]
fn only_the_hosts_know_of_the_world() {
    let mut looked_at = 0;
    let mut found = Vec::new();
    for path in sources(&root()) {
        let text = fs::read_to_string(&path).expect("a source file");
        let short = path.strip_prefix(root()).expect("a path in src");
        if is_host(short) || is_test(short) {
            continue;
        }
        looked_at += 1;
        found.extend(uses(&text).map(|line| format!("{}: {line}", short.display())));
    }
    assert!(looked_at > 200, "only {looked_at} files were looked at");
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A search that finds nothing where there is something proves nothing.
#[test]
fn what_the_hosts_use_is_found_in_them() {
    for (file, used) in [
        ("output/exchange.rs", "use std::fs;"),
        ("output/lock.rs", "use std::thread::sleep;"),
        ("output/lock.rs", "let start = Instant::now();"),
        ("cli/open.rs", "use std::process::{Command, Stdio};"),
        ("server/mod.rs", "use tokio::net::TcpListener;"),
    ] {
        let text = fs::read_to_string(root().join(file)).expect("a source file");
        assert!(uses(&text).any(|line| line == used), "{file}: {used}");
    }
}

/// The library leaves out for WebAssembly what is named above, and nothing more.
#[test]
fn the_hosts_are_those_that_the_library_leaves_out() {
    let library = fs::read_to_string(root().join("lib.rs")).expect("the library");
    let lines: Vec<&str> = library.lines().collect();
    let left_out: Vec<&str> = lines
        .windows(2)
        .filter(|pair| pair[0] == "#[cfg(not(target_family = \"wasm\"))]")
        .filter_map(|pair| pair[1].strip_prefix("pub mod ")?.strip_suffix(';'))
        .collect();
    let folders: Vec<&str> = HOSTS.into_iter().filter(|host| !host.contains('.')).collect();
    assert_eq!(left_out, folders);
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let is_rust = |path: &PathBuf| path.extension().is_some_and(|end| end == "rs");
    let files = files.into_iter().filter(is_rust);
    files.chain(folders.iter().flat_map(|folder| sources(folder))).collect()
}

fn is_host(short: &Path) -> bool {
    HOSTS.iter().any(|host| short.starts_with(host))
}

fn is_test(short: &Path) -> bool {
    let mut names = short.components().map(|part| part.as_os_str().to_string_lossy());
    names.any(|name| name == "tests" || name.ends_with("tests.rs"))
}

/// The lines of a file's code that name something of the world; its tests and comments may.
fn uses(text: &str) -> impl Iterator<Item = &str> {
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let lines = code.lines().map(str::trim).filter(|line| !line.starts_with("//"));
    lines.filter(|line| WORLD.iter().any(|word| names(line, word)))
}

/// Whether a line has the word, and not as the end of a longer one.
fn names(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line[..at].chars().next_back();
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_')
    })
}
