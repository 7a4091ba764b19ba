//! The answers.
//!
//! No token and no login: nothing is stored here, so there is nothing of somebody else's to
//! get at. A page of another site can't have a browser do anything here in its user's name
//! (CSRF): there is nothing to do but to have a text that it brings itself worked on, it can't
//! read the answer (no CORS), and the kinds of content that are asked for are such that a
//! browser asks first whether it may send them, which is refused.

use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::body::{Body, Bytes, HttpBody as _, to_bytes};
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderValue, Method, Request, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use hyper::body::Incoming;
use serde_json::{Value, json};
use tokio::time::timeout;

use super::Server;
use super::ask::{self, Ask, Shows};
use super::log::Answered;
use super::route::Route;
use super::work::Lane;
use crate::server::Example;
use crate::server::http::{self, Kept, Shown, answered, decoded, guarded, unanswered};
use crate::server::next_year::next_year;
use crate::server::papers::Made;
use crate::server::refusal::Refusal;
use crate::session::{Problem, Session};

/// The most bytes of a request: the largest year file, all of it written as JSON writes line
/// breaks, and as much again for the edits.
const MOST_BYTES: usize = 4 * ask::MOST_TEXT;

/// The most bytes of a request that brings another file too.
const MOST_BYTES_WITH_OTHER: usize = MOST_BYTES + ask::MOST_OTHER;

/// For so long a request may be on its way here.
const ARRIVAL: Duration = Duration::from_secs(20);

/// After so many seconds it is worth while to ask again, when there was too much to do.
const AGAIN: &str = "2";

/// The name of the file that is opened or read, with `%` for what a header can't have.
const FILE_NAME: &str = "x-tjut-name";

/// How many bytes of the body are JSON, before those of a file.
const JSON_LENGTH: &str = "x-tjut-json";

/// By which proxies tell whose a request is.
const FORWARDED_FOR: &str = "x-forwarded-for";

/// Answers a request, and notes in the log that it has.
pub(super) async fn answer(server: &Arc<Server>, request: Request<Incoming>) -> Response {
    let start = Instant::now();
    let (parts, body) = request.into_parts();
    let route = Route::of(&parts.method, parts.uri.path());
    let (name, method) = (route.name(), method(&parts.method));
    let mut received = 0;
    let response = respond(server, route, parts, body, &mut received).await;
    let response = guarded(response.unwrap_or_else(refused));
    let sent = response.body().size_hint().lower();
    let (status, took) = (response.status(), start.elapsed());
    Answered { method, route: name, status, received, sent, took }.write();
    response
}

/// A method by its name, unless somebody has made it up.
fn method(method: &Method) -> &'static str {
    let known = ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE", "CONNECT"];
    known.into_iter().find(|known| *known == method.as_str()).unwrap_or("-")
}

async fn respond(
    server: &Arc<Server>,
    route: Route,
    parts: Parts,
    body: Incoming,
    received: &mut usize,
) -> Result<Response, Refusal> {
    // A load balancer calls it by an address.
    if route == Route::Health {
        return Ok(([(header::CONTENT_TYPE, "text/plain")], "ok\n").into_response());
    }
    if !is_called_by_name(&server.names, &parts.headers) {
        return Err(Refusal::OtherName);
    }
    match route {
        Route::Unknown => return Err(Refusal::Unknown),
        Route::Page => {
            let page = http::page(Kept::InBrowser, &parts.method, parts.uri.path());
            return page.ok_or(Refusal::Unknown);
        }
        Route::Start => return Ok(http::json(StatusCode::OK, &start(&server.examples))),
        _ => {}
    }
    let kind = if route.brings_bytes() { "application/octet-stream" } else { "application/json" };
    if parts.headers.get(header::CONTENT_TYPE).is_none_or(|value| value != kind) {
        return Err(Refusal::NotUnderstood);
    }
    // Said to be too much, it is not even read.
    let most = if route.brings_another() { MOST_BYTES_WITH_OTHER } else { MOST_BYTES };
    if body.size_hint().lower() > most as u64 {
        return Err(Refusal::TooMuch);
    }
    let body = timeout(ARRIVAL, to_bytes(Body::new(body), most)).await;
    let body = body.map_err(|_| Refusal::TooSlow)?.map_err(|_| Refusal::TooMuch)?;
    *received = body.len();
    worked(server, route, &parts.headers, body).await
}

/// Whether the request is for one of the names, which the proxy serves by https.
fn is_called_by_name(names: &[String], headers: &HeaderMap) -> bool {
    http::is_called_by_name(headers, &["https://", "http://"], |called| {
        names.iter().any(|name| name.eq_ignore_ascii_case(called))
    })
}

/// What the page can begin with.
fn start(examples: &[Example]) -> Value {
    let example = |example: &Example| json!({ "name": example.name, "title": example.title });
    json!({ "examples": examples.iter().map(example).collect::<Vec<_>>() })
}

/// What takes work.
async fn worked(
    server: &Arc<Server>,
    route: Route,
    headers: &HeaderMap,
    body: Bytes,
) -> Result<Response, Refusal> {
    let shared = Arc::clone(server);
    let (lane, job): (Lane, Box<dyn FnOnce() -> Response + Send>) = match route {
        Route::Open | Route::NextYear => {
            if let Some(problem) = ask::too_large(body.len()) {
                return Ok(unanswered(&problem));
            }
            let name = file_name(headers).unwrap_or_else(|| "arsfil.yaml".to_owned());
            let (is_next, lane) = (route == Route::NextYear, ask::lane_of(body.len()));
            (lane, Box::new(move || answered(opened(&shared, &name, &body, is_next))))
        }
        Route::Example => {
            let asked: Value = serde_json::from_slice(&body).map_err(|_| Refusal::NotUnderstood)?;
            let example = server.examples.iter().find(|example| asked["example"] == example.name);
            let example = *example.ok_or(Refusal::Unknown)?;
            let open =
                move || answered(opened(&shared, example.name, example.text.as_bytes(), false));
            (Lane::Quick, Box::new(open))
        }
        _ => {
            let ask = if route.brings_another() {
                let length = headers.get(JSON_LENGTH).and_then(|length| length.to_str().ok());
                let length = length.and_then(|length| length.parse().ok());
                let (length, name) =
                    length.zip(file_name(headers)).ok_or(Refusal::NotUnderstood)?;
                Ask::with_other(&body, length, name)?
            } else {
                Ask::of(&body)?
            };
            if let Some(problem) = ask::too_large(ask.file.text.len()) {
                return Ok(unanswered(&problem));
            }
            (ask.lane(), Box::new(move || asked(&shared, &route, &ask)))
        }
    };
    server.work.run(client(headers), lane, job).await
}

fn file_name(headers: &HeaderMap) -> Option<String> {
    headers.get(FILE_NAME)?.to_str().ok().map(decoded)
}

/// Whose a request is: the address that the proxy has put last, which nobody but the proxy
/// can have put there. Without a proxy anybody can make it up, and gains what is the case
/// without it.
fn client(headers: &HeaderMap) -> Option<&str> {
    let forwarded = headers.get_all(FORWARDED_FOR).iter().next_back()?.to_str().ok()?;
    forwarded.rsplit(',').next().map(str::trim).filter(|client| !client.is_empty())
}

/// A file's text with its state; or those of the next year's file.
fn opened(server: &Server, name: &str, bytes: &[u8], is_next: bool) -> Result<Value, Problem> {
    let pipeline = &server.sessions.pipeline;
    let session = if is_next {
        let (name, bytes) = next_year(pipeline, name.as_ref(), bytes)?;
        Session::open_deferred(Arc::clone(pipeline), &name.display().to_string(), &bytes)?
    } else {
        Session::open_deferred(Arc::clone(pipeline), name, bytes)?
    };
    let shows = Shows::default();
    let session = server.sessions.with_pages(server.sessions.keep(session), &shows.paper);
    Ok(told(&session, &shows, None))
}

fn asked(server: &Server, route: &Route, ask: &Ask) -> Response {
    let session = match route {
        Route::Edit => server.sessions.changed(&ask.file, &ask.edits),
        _ => server.sessions.of(&ask.file),
    };
    let session = match session {
        Ok(session) => session,
        Err(problem) => return unanswered(&problem),
    };
    let made = || Made::of(&server.sessions.pipeline, session.checked());
    let with_pages = |paper: &str| server.sessions.with_pages(Arc::clone(&session), paper);
    match route {
        Route::Shown(Shown::Page(paper, number)) => match with_pages(paper).page(paper, *number) {
            Some(page) => http::picture(page),
            None => refused(Refusal::Unknown),
        },
        Route::Shown(Shown::Text(paper)) => match session.text(paper) {
            Some(text) => http::text(text),
            None => refused(Refusal::Unknown),
        },
        Route::Shown(Shown::Regions(paper)) => match with_pages(paper).regions(paper) {
            Some(regions) => answered(Ok(regions)),
            None => refused(Refusal::Unknown),
        },
        Route::Workbook => match session.workbook() {
            Ok((name, bytes)) => http::xlsx(&name, bytes),
            Err(problem) => unanswered(&problem),
        },
        Route::Proposal => answered(session.proposal(&ask.other.name, &ask.other.bytes)),
        Route::Comparison => match ask::too_large(ask.other.bytes.len()) {
            Some(problem) => unanswered(&problem),
            None => answered(session.comparison(&ask.other.name, &ask.other.bytes)),
        },
        Route::Papers => match made().and_then(Made::zip) {
            Ok(zip) => http::zip(zip),
            Err(problem) => unanswered(&problem),
        },
        Route::Make => answered(made().map(|made| made.summary())),
        _ => match ask::too_large(session.bytes().len()) {
            Some(problem) => unanswered(&problem),
            None => {
                answered(Ok(told(&with_pages(&ask.shows.paper), &ask.shows, ask.form.as_deref())))
            }
        },
    }
}

/// The text, all that the page shows of it, and those of the pages that are others than the
/// browser has; without the form when it is the one that the browser has.
fn told(session: &Session, shows: &Shows, form: Option<&str>) -> Value {
    let page = |(number, known): &(usize, String)| {
        let page = session.page(&shows.paper, *number).filter(|page| page.hash != *known)?;
        Some(json!({ "hash": page.hash, "svg": &*page.svg }))
    };
    let pages: Vec<Value> = shows.pages.iter().filter_map(page).collect();
    let mut state = session.state_beside(form);
    // How often pages were made, and of which papers, tells what was asked here before: the
    // answer follows from the text and from which paper is looked at alone.
    if let Some(state) = state.as_object_mut() {
        state.remove("pages");
    }
    if let Some(papers) = state["papers"].as_array_mut() {
        let chosen = papers.iter().position(|paper| paper["id"] == *shows.paper).unwrap_or(0);
        let others = papers.iter_mut().enumerate().filter(|(at, _)| *at != chosen);
        others.for_each(|(_, paper)| paper["pages"] = Value::Null);
    }
    json!({
        "name": session.name(),
        "text": String::from_utf8_lossy(&session.bytes()),
        "state": state,
        "pages": pages,
    })
}

fn refused(refusal: Refusal) -> Response {
    let mut response = http::json(refusal.status(), &refusal.problem().json());
    if refusal.status() == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static(AGAIN));
    }
    response
}
