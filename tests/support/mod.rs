//! What several tests share.
#![allow(dead_code, reason = "each test binary uses its own part")]

pub mod cases;
pub mod charts;
pub mod docx_text;
pub mod example;
pub mod expected;
pub mod http;
pub mod pdf_drawing;
pub mod pdf_text;
pub mod run;
pub mod sample;
pub mod served;
pub mod session;
pub mod tables;
