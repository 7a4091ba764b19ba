//! What the browser is sent of the page, built into the program.

/// A file of the page.
pub(super) struct Asset {
    pub(super) name: &'static str,
    pub(super) content_type: &'static str,
    pub(super) content: &'static str,
}

/// Where the page's own word comes in the page.
pub(super) const TOKEN_MARK: &str = "{{token}}";

/// Where it comes whether the program or the page keeps the year file.
pub(super) const KEPT_MARK: &str = "{{kept}}";

/// The page itself.
pub(super) const PAGE: &str = include_str!("page/index.html");

/// What the page asks for.
pub(super) const ASSETS: [Asset; 36] = [
    script("compare.js", include_str!("page/compare.js")),
    script("connection.js", include_str!("page/connection.js")),
    script("dom.js", include_str!("page/dom.js")),
    script("field.js", include_str!("page/field.js")),
    script("figures.js", include_str!("page/figures.js")),
    script("files.js", include_str!("page/files.js")),
    script("findings.js", include_str!("page/findings.js")),
    script("flow.js", include_str!("page/flow.js")),
    style("form.css", include_str!("page/form.css")),
    script("http.js", include_str!("page/http.js")),
    script("in_browser.js", include_str!("page/in_browser.js")),
    script("items.js", include_str!("page/items.js")),
    script("kept.js", include_str!("page/kept.js")),
    script("kept_tools.js", include_str!("page/kept_tools.js")),
    script("made.js", include_str!("page/made.js")),
    script("main.js", include_str!("page/main.js")),
    script("make.js", include_str!("page/make.js")),
    script("markup.js", include_str!("page/markup.js")),
    script("menu.js", include_str!("page/menu.js")),
    script("next_year.js", include_str!("page/next_year.js")),
    script("notice.js", include_str!("page/notice.js")),
    script("numbers.js", include_str!("page/numbers.js")),
    style("page.css", include_str!("page/page.css")),
    style("papers.css", include_str!("page/papers.css")),
    script("papers.js", include_str!("page/papers.js")),
    script("places.js", include_str!("page/places.js")),
    script("regions.js", include_str!("page/regions.js")),
    script("sections.js", include_str!("page/sections.js")),
    script("session.js", include_str!("page/session.js")),
    script("silence.js", include_str!("page/silence.js")),
    script("spreadsheet.js", include_str!("page/spreadsheet.js")),
    script("start.js", include_str!("page/start.js")),
    script("start_in_browser.js", include_str!("page/start_in_browser.js")),
    script("state.js", include_str!("page/state.js")),
    script("texts.js", include_str!("page/texts.js")),
    script("user_file.js", include_str!("page/user_file.js")),
];

const fn script(name: &'static str, content: &'static str) -> Asset {
    Asset { name, content_type: "text/javascript; charset=utf-8", content }
}

const fn style(name: &'static str, content: &'static str) -> Asset {
    Asset { name, content_type: "text/css; charset=utf-8", content }
}
