//! What both hosts of the page answer alike: the page with its files, and how an answer is
//! made.

use axum::body::Body;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;

use super::assets::{ASSETS, KEPT_MARK, PAGE, TOKEN_MARK};
use crate::session::{PreviewPage, Problem};

/// Nothing but what comes from here, and the page in no other page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Where the year file is kept that the page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kept<'t> {
    /// On this computer's disk, by the program; with the word that the page is known by.
    OnDisk(&'t str),
    /// In the browser, by the page.
    InBrowser,
}

/// The answer with what tells a browser to keep others out.
pub(super) fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("same-origin"));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

/// Whether the request is for a host by one of its names and, where a page asks, for its own:
/// against DNS rebinding, by which a page elsewhere gives its own name this host's address.
/// `schemes` are what an origin of its own may begin with.
pub(super) fn is_called_by_name(
    headers: &HeaderMap,
    schemes: &[&str],
    is_name: impl Fn(&str) -> bool,
) -> bool {
    let text =
        |name| headers.get(name).map(|value: &HeaderValue| value.to_str().unwrap_or_default());
    let is_own = |origin: &str| {
        let called = schemes.iter().find_map(|scheme| origin.strip_prefix(scheme));
        called.is_some_and(&is_name)
    };
    text(header::HOST).is_some_and(&is_name) && text(header::ORIGIN).is_none_or(is_own)
}

/// The page and its files.
pub(super) fn page(kept: Kept<'_>, method: &Method, path: &str) -> Option<Response> {
    let is_read = method == Method::GET;
    if path == "/" && is_read {
        let (name, token) = match kept {
            Kept::OnDisk(token) => ("disk", token),
            Kept::InBrowser => ("browser", ""),
        };
        let page = PAGE.replace(KEPT_MARK, name).replace(TOKEN_MARK, token);
        return Some(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response());
    }
    let name = path.strip_prefix("/assets/").filter(|_| is_read)?;
    let asset = ASSETS.iter().find(|asset| asset.name == name)?;
    Some(([(header::CONTENT_TYPE, asset.content_type)], asset.content).into_response())
}

pub(super) fn json(status: StatusCode, answer: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json")];
    (status, headers, answer.to_string()).into_response()
}

/// What was asked for, or why not.
pub(super) fn answered(answer: Result<Value, Problem>) -> Response {
    match answer {
        Ok(answer) => json(StatusCode::OK, &answer),
        Err(problem) => unanswered(&problem),
    }
}

/// Why what was asked for was not done.
pub(super) fn unanswered(problem: &Problem) -> Response {
    json(StatusCode::UNPROCESSABLE_ENTITY, &problem.json())
}

/// A paper as a part of a web page.
pub(super) fn text(html: String) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

/// A page of a paper.
pub(super) fn picture(page: &PreviewPage) -> Response {
    let etag = format!("\"{}\"", page.hash);
    let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::ETAG, etag.as_str())];
    (headers, page.svg.to_string()).into_response()
}

/// A workbook.
pub(super) fn xlsx(name: &str, workbook: Vec<u8>) -> Response {
    file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name, workbook)
}

/// A file to keep, with its name.
fn file(content_type: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, content_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ];
    (headers, Body::from(bytes)).into_response()
}

/// All papers in one file.
pub(super) fn zip(zip: Vec<u8>) -> Response {
    file("application/zip", "papper.zip", zip)
}

/// What is asked for of a paper that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Shown {
    /// A page, counted from 1.
    Page(String, usize),
    /// The paper as text.
    Text(String),
    /// Where the fields stand in the paper's pages.
    Regions(String),
}

impl Shown {
    /// What a path after `/api/` asks for, if it is that.
    pub(super) fn asked(path: &str) -> Option<Self> {
        let parts: Vec<String> = path.split('/').map(decoded).collect();
        match parts.as_slice() {
            [kind, paper, number] if kind == "page" => {
                let number = number.strip_suffix(".svg")?.parse().ok()?;
                Some(Self::Page(paper.clone(), number))
            }
            [kind, paper] if kind == "text" => Some(Self::Text(paper.clone())),
            [kind, paper] if kind == "regions" => Some(Self::Regions(paper.clone())),
            _ => None,
        }
    }
}

/// What stands for a letter beyond ASCII in an address.
pub(super) fn decoded(part: &str) -> String {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let hex = after.get(..2).filter(|_| *first == b'%');
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = byte.map_or(after, |_| after.get(2..).unwrap_or_default());
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
