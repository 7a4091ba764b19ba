//! Any bytes at all, read and checked as a year file: findings, never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::make::Pipeline;
use tjut::yaml;

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

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
