//! What can be asked for over HTTP, and the answers.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{self, Stream};
use serde_json::Value;
use tokio::sync::watch;

use super::Host;
use super::assets::{ASSETS, PAGE, TOKEN_MARK};
use super::refusal::Refusal;
use super::workplace::Workplace;
use crate::session::{Problem, Session};

/// The most bytes of a request: a paste over all cells, and every text at its longest.
const MOST_BYTES: usize = 2 << 20;

/// The most bytes of a file that is sent to be read.
const MOST_FILE_BYTES: usize = crate::spreadsheet::MAX_BYTES + 1;

/// The header that carries the word of the page. Where a browser sends no header of ours, in
/// an address, it stands after `tjut=`.
const TOKEN: &str = "x-tjut";

/// Nothing but what comes from here, and the page in no other page.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Answers a request.
pub(super) async fn answer(State(host): State<Arc<Host>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let mut response = if !is_called_by_name(&host, &parts.headers) {
        refused(Refusal::Elsewhere)
    } else if let Some(response) = page(&host, &parts.method, parts.uri.path()) {
        response
    } else if !knows_token(&host, &parts.headers, &parts.uri) {
        refused(Refusal::Stranger)
    } else {
        let most = if is_file(&parts.uri) { MOST_FILE_BYTES } else { MOST_BYTES };
        match to_bytes(body, most).await {
            Ok(body) => asked(&host, &parts.method, &parts.uri, &body).await,
            Err(_) => refused(Refusal::TooMuch),
        }
    };
    let headers = response.headers_mut();
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
    ] {
        headers.insert(name, header::HeaderValue::from_static(value));
    }
    headers.insert("cross-origin-resource-policy", header::HeaderValue::from_static("same-origin"));
    headers.entry(header::CACHE_CONTROL).or_insert(header::HeaderValue::from_static("no-store"));
    response
}

/// Whether the request is for this computer by name and, where a page asks, for its own.
fn is_called_by_name(host: &Host, headers: &HeaderMap) -> bool {
    let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", host.port));
    let text = |name| {
        headers.get(name).map(|value: &header::HeaderValue| value.to_str().unwrap_or_default())
    };
    let is_host = text(header::HOST).is_some_and(|called| names.iter().any(|name| name == called));
    let is_own = text(header::ORIGIN).is_none_or(|origin| {
        origin.strip_prefix("http://").is_some_and(|called| names.iter().any(|name| name == called))
    });
    is_host && is_own
}

fn knows_token(host: &Host, headers: &HeaderMap, uri: &Uri) -> bool {
    let header = headers.get(TOKEN).and_then(|value| value.to_str().ok());
    header.or_else(|| query(uri, "tjut")) == Some(host.token.as_str())
}

fn query<'u>(uri: &'u Uri, key: &str) -> Option<&'u str> {
    let mut pairs = uri.query()?.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(name, _)| *name == key).map(|(_, value)| value)
}

/// Whether what is sent is a file, whose name stands in the address.
fn is_file(uri: &Uri) -> bool {
    query(uri, "name").is_some() && ["/api/proposal", "/api/comparison"].contains(&uri.path())
}

/// The page and its files, which anybody on this computer can have.
fn page(host: &Host, method: &Method, path: &str) -> Option<Response> {
    let is_read = method == Method::GET;
    if path == "/" && is_read {
        let page = PAGE.replace(TOKEN_MARK, &host.token);
        return Some(([(header::CONTENT_TYPE, "text/html; charset=utf-8")], page).into_response());
    }
    let name = path.strip_prefix("/assets/").filter(|_| is_read)?;
    let asset = ASSETS.iter().find(|asset| asset.name == name)?;
    Some(([(header::CONTENT_TYPE, asset.content_type)], asset.content).into_response())
}

/// What is asked for of the year file.
async fn asked(host: &Arc<Host>, method: &Method, uri: &Uri, body: &[u8]) -> Response {
    let path = uri.path().strip_prefix("/api/").unwrap_or_default().to_owned();
    match (method, path.as_str()) {
        (&Method::GET, "state") => worked(host, |place| Ok(place.state())).await,
        (&Method::GET, "events") => events(host),
        (&Method::GET, "papers.zip") => zip(host).await,
        (&Method::GET, "files") => worked(host, |place| Ok(place.files())).await,
        (&Method::GET, "workbook") => workbook(host).await,
        (&Method::GET, _) => shown(host, &path, query(uri, "v").unwrap_or_default()).await,
        (&Method::POST, _) if is_file(uri) => {
            let name = decoded(query(uri, "name").unwrap_or_default());
            let bytes = body.to_vec();
            worked(host, move |place| match path.as_str() {
                "proposal" => place.proposal(&name, &bytes),
                _ => place.comparison(&name, Some(&bytes)),
            })
            .await
        }
        (&Method::POST, _) => {
            let request =
                if body.is_empty() { Ok(Value::Null) } else { serde_json::from_slice(body) };
            match request {
                Ok(request) => posted(host, &path, request).await,
                Err(_) => refused(Refusal::NotUnderstood),
            }
        }
        _ => refused(Refusal::Unknown),
    }
}

async fn posted(host: &Arc<Host>, path: &str, request: Value) -> Response {
    match path {
        "open" => {
            // What has been told of other papers is no longer so.
            host.papers.send_replace(String::new());
            changed(host, move |place| place.open(&request)).await
        }
        "edit" => {
            changed(host, move |place| {
                let word = |key: &str| request.get(key).and_then(Value::as_str);
                place.look_at(word("paper").map(str::to_owned));
                let edits = request.get("edits").unwrap_or(&Value::Null);
                place.change(|session| session.edit_in_run(edits, word("run")))
            })
            .await
        }
        "undo" => changed(host, |place| place.change(Session::undo)).await,
        "redo" => changed(host, |place| place.change(Session::redo)).await,
        "conflict" => {
            let keeps_ours = match request.get("keep").and_then(Value::as_str) {
                Some("ours") => true,
                Some("theirs") => false,
                _ => return refused(Refusal::NotUnderstood),
            };
            changed(host, move |place| place.settle(keeps_ours)).await
        }
        "close" => changed(host, Workplace::close).await,
        "comparison" => match request.get("path").and_then(Value::as_str).map(str::to_owned) {
            Some(other) => worked(host, move |place| place.comparison(&other, None)).await,
            None => refused(Refusal::NotUnderstood),
        },
        "make" => {
            worked(host, move |place| place.make(request.get("folder").and_then(Value::as_str)))
                .await
        }
        _ => refused(Refusal::Unknown),
    }
}

/// Changes something, and answers with all that the page shows then.
async fn changed(
    host: &Arc<Host>,
    change: impl FnOnce(&mut Workplace) -> Result<(), Problem> + Send + 'static,
) -> Response {
    worked(host, |place| change(place).map(|()| place.state())).await
}

async fn worked(
    host: &Arc<Host>,
    work: impl FnOnce(&mut Workplace) -> Result<Value, Problem> + Send + 'static,
) -> Response {
    match host.work(work).await {
        Ok(Ok(answer)) => json(StatusCode::OK, &answer),
        Ok(Err(problem)) => json(StatusCode::UNPROCESSABLE_ENTITY, &problem.json()),
        Err(_) => refused(Refusal::Failed),
    }
}

/// A page of a paper, or a paper as text.
async fn shown(host: &Arc<Host>, path: &str, version: &str) -> Response {
    let parts: Vec<String> = path.split('/').map(decoded).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    match parts.as_slice() {
        ["page", paper, number] => {
            let number = number.strip_suffix(".svg").and_then(|number| number.parse().ok());
            let (Some(number), paper) = (number, (*paper).to_owned()) else {
                return refused(Refusal::Unknown);
            };
            let found =
                host.work(move |place| place.session()?.page(&paper, number).cloned()).await;
            let Ok(Some(page)) = found else { return refused(Refusal::Unknown) };
            // A page that has become another has another address.
            let kept = if page.hash == version {
                "private, max-age=31536000, immutable"
            } else {
                "no-store"
            };
            let headers = [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, kept)];
            (headers, page.svg.to_string()).into_response()
        }
        ["regions", paper] => {
            let paper = (*paper).to_owned();
            let found = host.work(move |place| place.session()?.regions(&paper)).await;
            let Ok(Some(regions)) = found else { return refused(Refusal::Unknown) };
            json(StatusCode::OK, &regions)
        }
        ["text", paper] => {
            let paper = (*paper).to_owned();
            let found = host.work(move |place| place.session()?.text(&paper)).await;
            let Ok(Some(text)) = found else { return refused(Refusal::Unknown) };
            ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
        }
        _ => refused(Refusal::Unknown),
    }
}

/// What stands for a letter beyond ASCII in an address.
fn decoded(part: &str) -> String {
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

async fn zip(host: &Arc<Host>) -> Response {
    let zip = host.work(|place| Ok(("papper.zip".to_owned(), place.zip()?))).await;
    file("application/zip", zip)
}

async fn workbook(host: &Arc<Host>) -> Response {
    let workbook = host.work(|place| place.workbook()).await;
    file("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook)
}

/// A file to keep, with its name.
fn file(
    content_type: &'static str,
    made: std::io::Result<Result<(String, Vec<u8>), Problem>>,
) -> Response {
    match made {
        Ok(Ok((name, bytes))) => {
            let disposition = format!("attachment; filename=\"{name}\"");
            let headers = [
                (header::CONTENT_TYPE, content_type.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
            ];
            (headers, Body::from(bytes)).into_response()
        }
        Ok(Err(problem)) => json(StatusCode::UNPROCESSABLE_ENTITY, &problem.json()),
        Err(_) => refused(Refusal::Failed),
    }
}

/// Tells the page whenever it would show something else, or other papers, and at once what
/// there is now.
fn events(host: &Host) -> Response {
    let revisions = told("changed", host.revision.subscribe());
    let papers = told("pages", host.papers.subscribe());
    Sse::new(stream::select(revisions, papers)).keep_alive(KeepAlive::default()).into_response()
}

/// An event each time that something is another, and at once.
fn told<T: ToString + Send + Sync>(
    name: &'static str,
    mut values: watch::Receiver<T>,
) -> impl Stream<Item = Result<Event, Infallible>> {
    values.mark_changed();
    stream::unfold((name, values), async |(name, mut values)| {
        values.changed().await.ok()?;
        let value = values.borrow_and_update().to_string();
        Some((Ok(Event::default().event(name).data(value)), (name, values)))
    })
}

fn json(status: StatusCode, answer: &Value) -> Response {
    let headers = [(header::CONTENT_TYPE, "application/json")];
    (status, headers, answer.to_string()).into_response()
}

fn refused(refusal: Refusal) -> Response {
    json(refusal.status(), &refusal.problem().json())
}
