//! What can be asked for.

use axum::http::Method;

use crate::server::http::Shown;

/// What a request asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Route {
    /// Whether the server is there; for a load balancer.
    Health,
    /// The page and its files.
    Page,
    /// What the page can begin with.
    Start,
    /// The state of a year file's bytes.
    Open,
    /// The state of the next year's file, made from a year file's bytes.
    NextYear,
    /// The state of an example.
    Example,
    /// The state of a year file.
    State,
    /// A year file as edits make it, with its state.
    Edit,
    /// A paper of a year file, a page of one, or where its fields stand there.
    Shown(Shown),
    /// The workbook for a year file's figures.
    Workbook,
    /// What a spreadsheet would change in a year file.
    Proposal,
    /// What differs between a year file and another one.
    Comparison,
    /// All papers in one file.
    Papers,
    /// What there is to read about the papers.
    Make,
    /// Nothing that there is.
    Unknown,
}

impl Route {
    pub(super) fn of(method: &Method, path: &str) -> Self {
        match (method.as_str(), path) {
            ("GET" | "HEAD", "/healthz") => Self::Health,
            ("GET", "/api/state") => Self::Start,
            ("POST", "/api/open") => Self::Open,
            ("POST", "/api/next-year") => Self::NextYear,
            ("POST", "/api/example") => Self::Example,
            ("POST", "/api/state") => Self::State,
            ("POST", "/api/edit") => Self::Edit,
            ("POST", "/api/workbook") => Self::Workbook,
            ("POST", "/api/proposal") => Self::Proposal,
            ("POST", "/api/comparison") => Self::Comparison,
            ("POST", "/api/papers.zip") => Self::Papers,
            ("POST", "/api/make") => Self::Make,
            ("POST", _) => {
                path.strip_prefix("/api/").and_then(Shown::asked).map_or(Self::Unknown, Self::Shown)
            }
            ("GET", _) if path == "/" || path.starts_with("/assets/") => Self::Page,
            _ => Self::Unknown,
        }
    }

    /// What the log calls it. Nothing of a path is in it that a user can have made up.
    pub(super) fn name(&self) -> &'static str {
        match self {
            Self::Health => "/healthz",
            Self::Page => "/",
            Self::Start | Self::State => "/api/state",
            Self::Open => "/api/open",
            Self::NextYear => "/api/next-year",
            Self::Example => "/api/example",
            Self::Edit => "/api/edit",
            Self::Shown(Shown::Page(..)) => "/api/page",
            Self::Shown(Shown::Text(_)) => "/api/text",
            Self::Shown(Shown::Regions(_)) => "/api/regions",
            Self::Workbook => "/api/workbook",
            Self::Proposal => "/api/proposal",
            Self::Comparison => "/api/comparison",
            Self::Papers => "/api/papers.zip",
            Self::Make => "/api/make",
            Self::Unknown => "-",
        }
    }

    /// Whether it brings a file's bytes as they are, with or without JSON before them.
    pub(super) fn brings_bytes(&self) -> bool {
        self.brings_another() || matches!(self, Self::Open | Self::NextYear)
    }

    /// Whether it brings a year file and another file.
    pub(super) fn brings_another(&self) -> bool {
        matches!(self, Self::Proposal | Self::Comparison)
    }
}
