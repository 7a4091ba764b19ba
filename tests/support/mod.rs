//! What several tests share.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod pdf_text;
#[allow(clippy::too_many_lines, reason = "one paper, read from top to bottom")]
pub mod sample;
