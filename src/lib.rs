//! `tjut` makes the papers of a *personligt ombud* service from one year file:
//! the tjänsteutlåtande for the nämnd, the redovisning and the ansökan for
//! länsstyrelsen, as PDF and as Word.
//!
//! The data goes one way, and every arrow is a module:
//!
//! ```text
//! year file ─ yaml ▶ year file ─ checks ▶ findings
//!                      └─── facts ▶ phrases ▶ template ▶ document ┬ pdf  ▶ output
//!                                                                 └ docx ▶ output
//! ```
//!
//! ```
//! use tjut::make::{Format, Pipeline};
//! use tjut::source::Source;
//!
//! let pipeline = Pipeline::standard().map_err(|_| "the built-in templates are whole")?;
//! let text = std::fs::read_to_string("data/norra-innerstaden-2025.yaml")?;
//! let checked = pipeline.check(Source::new("norra-innerstaden-2025.yaml", text));
//! let papers: Vec<_> = pipeline.papers.usual().collect();
//! let files = pipeline.make(&checked, &papers, &[Format::Pdf, Format::Docx]).map_err(|_| "no errors")?;
//! assert_eq!(files.len(), 6);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! What has files, a clock, threads of its own or a network is in the hosts alone: [`cli`],
//! [`server`], and [`output`], which both write with. For WebAssembly they are left out.

pub mod checks;
#[cfg(not(target_family = "wasm"))]
pub mod cli;
pub mod compare;
pub mod document;
pub mod docx;
pub mod facts;
pub mod finding;
pub mod import;
pub mod joint;
pub mod make;
pub mod measures;
pub mod next_year;
#[cfg(not(target_family = "wasm"))]
pub mod output;
pub mod pdf;
pub mod phrases;
pub mod profile;
pub mod read_back;
pub mod seal;
#[cfg(not(target_family = "wasm"))]
pub mod server;
pub mod session;
pub mod source;
pub mod spreadsheet;
pub mod swedish;
pub mod system_error;
pub mod template;
pub mod workbook;
pub mod yaml;
pub mod year_file;
