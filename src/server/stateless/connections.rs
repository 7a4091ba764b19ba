//! Taking requests: how many connections there can be, and for how long.

use std::convert::Infallible;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::future::{Either, select};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

use super::answer::answer;
use super::{Server, work};

/// The most connections at a time. Who comes after that waits to be let in.
const MOST: usize = 512;

/// For so long a connection may say nothing, or be at the head of a request.
const HEAD: Duration = Duration::from_secs(20);

/// After so long a connection is ended when it is next at rest.
const LIFE: Duration = Duration::from_mins(10);

/// How long an answer may take to be fetched when the connection is to end.
const LAST: Duration = Duration::from_secs(work::LONGEST.as_secs() + 10);

/// How often it is looked whether the server is to end.
const LOOK: Duration = Duration::from_millis(100);

/// Takes requests until `is_ended`, and answers then what has been asked.
pub(super) async fn serve(listener: TcpListener, server: Arc<Server>, is_ended: impl Fn() -> bool) {
    let places = Arc::new(Semaphore::new(MOST));
    let (end, ended) = watch::channel(false);
    while !is_ended() {
        let Ok(Ok(place)) = timeout(LOOK, Arc::clone(&places).acquire_owned()).await else {
            continue;
        };
        match timeout(LOOK, listener.accept()).await {
            Ok(Ok((stream, _))) => {
                let (server, ended) = (Arc::clone(&server), ended.clone());
                tokio::spawn(async move {
                    connection(stream, server, ended).await;
                    drop(place);
                });
            }
            // There are too many open files, or whoever it was has gone.
            Ok(Err(_)) => sleep(LOOK).await,
            Err(_) => {}
        }
    }
    drop(listener);
    // Whether anybody is left to hear it the places tell.
    let _ = end.send(true);
    let all = u32::try_from(MOST).unwrap_or(u32::MAX);
    let _ = timeout(LAST, places.acquire_many(all)).await;
}

async fn connection(stream: TcpStream, server: Arc<Server>, mut ended: watch::Receiver<bool>) {
    // An answer is sent whole, so there is nothing to wait for.
    let _ = stream.set_nodelay(true);
    let service = service_fn(move |request| {
        let server = Arc::clone(&server);
        async move { Ok::<_, Infallible>(answer(&server, request).await) }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    let over = pin!(async { timeout(LIFE, ended.wait_for(|is_ended| *is_ended)).await.is_ok() });
    if let Either::Right(_) = select(connection.as_mut(), over).await {
        connection.as_mut().graceful_shutdown();
        let _ = timeout(LAST, connection).await;
    }
}
