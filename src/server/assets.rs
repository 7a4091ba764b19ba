//! What the browser is sent of the page, built into the program.

/// A file of the page.
pub(super) struct Asset {
    pub(super) name: &'static str,
    pub(super) content: &'static str,
}

impl Asset {
    /// What the browser takes it for.
    pub(super) fn content_type(&self) -> &'static str {
        match self.name.rsplit_once('.') {
            Some((_, "js")) => "text/javascript; charset=utf-8",
            Some((_, "css")) => "text/css; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        }
    }
}

macro_rules! assets {
    ($($name:literal),* $(,)?) => {
        &[$(Asset { name: $name, content: include_str!(concat!("page/", $name)) }),*]
    };
}

/// Where the page's own word comes in the page.
pub(super) const TOKEN_MARK: &str = "{{token}}";

/// The page itself.
pub(super) const PAGE: &str = include_str!("page/index.html");

/// What the page asks for.
pub(super) const ASSETS: &[Asset] = assets!["page.css"];
