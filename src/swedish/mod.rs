//! What a Swedish text needs.

pub mod hyphenation;
