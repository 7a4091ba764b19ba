//! Any bytes at all, read and checked as a year file: findings, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::make::Workshop;
use tjut::yaml;

static WORKSHOP: LazyLock<Workshop> =
    LazyLock::new(|| Workshop::standard().unwrap_or_else(|error| panic!("{error:?}")));

fuzz_target!(|bytes: &[u8]| {
    match yaml::decode("fil.yaml", bytes, bytes.len() as u64) {
        Err(finding) => drop(render(&finding, false)),
        Ok(source) => {
            for finding in WORKSHOP.check(source).findings {
                // Every place must be one that can be shown.
                drop(render(&finding, false));
            }
        }
    }
});
