//! What the browser is sent of the page, built into the program.

/// A file of the page.
pub(super) struct Asset {
    pub(super) name: &'static str,
    pub(super) content_type: &'static str,
    pub(super) content: &'static str,
}

/// Where the page's own word comes in the page.
pub(super) const TOKEN_MARK: &str = "{{token}}";

/// The page itself.
pub(super) const PAGE: &str = include_str!("page/index.html");

/// What the page asks for.
pub(super) const ASSETS: [Asset; 0] = [];
