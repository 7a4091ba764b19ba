//! What can be asked for over HTTP, and the answers.

use std::convert::Infallible;
use std::sync::Arc;

use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse as _, Response};
use futures_util::stream::{self, Stream};
use serde_json::Value;
use tokio::sync::watch;

use super::Host;
use super::http::{self, Kept, Shown, answered, decoded, guarded, json, page, unanswered};
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

/// Answers a request.
pub(super) async fn answer(State(host): State<Arc<Host>>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let response = if !is_called_by_name(&host, &parts.headers) {
        refused(Refusal::Elsewhere)
    } else if let Some(response) = page(Kept::OnDisk(&host.token), &parts.method, parts.uri.path())
    {
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
    guarded(response)
}

/// Whether the request is for this computer by name.
fn is_called_by_name(host: &Host, headers: &HeaderMap) -> bool {
    let names = ["127.0.0.1", "localhost"].map(|name| format!("{name}:{}", host.port));
    http::is_called_by_name(headers, &["http://"], |called| names.iter().any(|name| name == called))
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
            worked(host, move |place| {
                let word = |key: &str| request.get(key).and_then(Value::as_str);
                place.look_at(word("paper").map(str::to_owned));
                let edits = request.get("edits").unwrap_or(&Value::Null);
                let change = |session: &mut Session| session.edit_in_run(edits, word("run"));
                match request.get("typed") {
                    Some(Value::Bool(true)) => place.change_unsaved(change),
                    _ => place.change(change),
                }?;
                Ok(place.state_beside(word("form")))
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
    // The answer is written there too: what is to be done after it begins right away.
    let response = host.work(|place| answered(work(place))).await;
    response.unwrap_or_else(|_| refused(Refusal::Failed))
}

/// A page of a paper, or a paper as text.
async fn shown(host: &Arc<Host>, path: &str, version: &str) -> Response {
    match Shown::asked(path) {
        Some(Shown::Page(paper, number)) => {
            let found =
                host.work(move |place| place.session()?.page(&paper, number).cloned()).await;
            let Ok(Some(page)) = found else { return refused(Refusal::Unknown) };
            // A page that has become another has another address.
            let kept = if page.hash == version {
                "private, max-age=31536000, immutable"
            } else {
                "no-store"
            };
            ([(header::CACHE_CONTROL, kept)], http::picture(&page)).into_response()
        }
        Some(Shown::Regions(paper)) => {
            let found = host.work(move |place| place.session()?.regions(&paper)).await;
            let Ok(Some(regions)) = found else { return refused(Refusal::Unknown) };
            json(StatusCode::OK, &regions)
        }
        Some(Shown::Text(paper)) => {
            let found = host.work(move |place| place.session()?.text(&paper)).await;
            let Ok(Some(text)) = found else { return refused(Refusal::Unknown) };
            http::text(text)
        }
        None => refused(Refusal::Unknown),
    }
}

async fn zip(host: &Arc<Host>) -> Response {
    made(host.work(|place| place.zip().map(http::zip)).await)
}

async fn workbook(host: &Arc<Host>) -> Response {
    made(host.work(|place| place.workbook().map(|(name, bytes)| http::xlsx(&name, bytes))).await)
}

/// A file that was to be made, or why it was not.
fn made(made: std::io::Result<Result<Response, Problem>>) -> Response {
    match made {
        Ok(Ok(file)) => file,
        Ok(Err(problem)) => unanswered(&problem),
        Err(_) => refused(Refusal::Failed),
    }
}

/// Tells the page whenever it would show something else, or other papers, or what it shows has
/// been saved, and at once what there is now.
fn events(host: &Host) -> Response {
    let revisions = told("changed", host.revision.subscribe());
    let saved = told("saved", host.saved.subscribe());
    let papers = told("pages", host.papers.subscribe());
    let all = stream::select(stream::select(revisions, saved), papers);
    Sse::new(all).keep_alive(KeepAlive::default()).into_response()
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

fn refused(refusal: Refusal) -> Response {
    json(refusal.status(), &refusal.problem().json())
}
