//! `tjut` makes the papers of a *personligt ombud* service from one year file.

pub mod case;
pub mod document;
pub mod docx;
pub mod facts;
pub mod finding;
pub mod pdf;
pub mod profile;
pub mod source;
pub mod swedish;
pub mod template;
pub mod yaml;
