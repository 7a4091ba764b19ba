//! `tjut` makes the papers of a *personligt ombud* service from one year file.

pub mod document;
pub mod pdf;
pub mod profile;
pub mod swedish;
