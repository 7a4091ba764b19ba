//! What is done at the same time, and for how long.
//!
//! Each piece of work has a thread of its own, in which also Typst stays, so that nothing
//! waits for the parts of another. A large year file takes the slow lane, where only such
//! work waits for such work. What is small takes the quick one, and leaves its place there to
//! others once it has taken long. Of one client no more is done at a time than there are
//! cores: what it has beyond that waits for its own and for nobody else's.

use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use futures_util::future::{Either, select};
use rayon::{ThreadPool, ThreadPoolBuilder};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::time::timeout;

use crate::server::refusal::Refusal;

/// For so long work may be in the quick lane. The check and the pages of an example take a
/// tenth of that.
const QUICK: Duration = Duration::from_millis(700);

/// For so long a request may wait for its turn.
const LONGEST_WAIT: Duration = Duration::from_secs(10);

/// So long an answer is waited for, with the wait for its turn. The work goes on, since
/// nothing can stop it, and keeps its place in the lane.
pub(super) const LONGEST: Duration = Duration::from_secs(30);

/// The most requests that wait in the quick lane, in the slow one, and of one client.
const MOST_WAITING: [usize; 3] = [128, 8, 48];

/// How much of the quick lane can be done at a time, and how much that has left its place
/// there, for each core. Together they share the cores, so that what is short is soon done.
const FOR_EACH_CORE: [usize; 2] = [2, 4];

/// What a thread has room for: as much as the main thread of a program on Linux.
const STACK: usize = 8 << 20;

/// Which lane work begins in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lane {
    Quick,
    Slow,
}

/// The lanes, and the threads that work.
pub(super) struct Work {
    quick: Places,
    slow: Places,
    /// For what has been in the quick lane too long.
    overtime: Arc<Semaphore>,
    /// Those who have something done or wait for it.
    clients: Mutex<HashMap<String, Weak<Places>>>,
    cores: usize,
    /// Those that do nothing. There is one for each place.
    idle: Mutex<Vec<ThreadPool>>,
}

/// The places of a lane or a client.
struct Places {
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
}

impl Work {
    /// Work for the cores that there are; half of them for the slow lane.
    pub(super) fn new() -> io::Result<Self> {
        let cores = std::thread::available_parallelism().map_or(2, usize::from);
        let [quick, overtime] = FOR_EACH_CORE.map(|each| each * cores);
        let slow = cores.div_ceil(2);
        let thread = |_| {
            let pool = ThreadPoolBuilder::new().num_threads(1).stack_size(STACK).build();
            pool.map_err(io::Error::other)
        };
        let idle = (0..quick + overtime + slow).map(thread).collect::<io::Result<_>>()?;
        Ok(Self {
            quick: Places::new(quick, MOST_WAITING[0]),
            slow: Places::new(slow, MOST_WAITING[1]),
            overtime: Arc::new(Semaphore::new(overtime)),
            clients: Mutex::default(),
            cores,
            idle: Mutex::new(idle),
        })
    }

    /// Does something when it is its turn. Whose it is can be unknown.
    pub(super) async fn run<T: Send + 'static>(
        self: &Arc<Self>,
        client: Option<&str>,
        lane: Lane,
        job: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Refusal> {
        let client = client.map(|client| self.client(client));
        let answered = timeout(LONGEST, async {
            let turn = match &client {
                Some(places) => Some(places.wait().await?),
                None => None,
            };
            let places = match lane {
                Lane::Quick => &self.quick,
                Lane::Slow => &self.slow,
            };
            let place = places.wait().await?;
            let (done, answer) = oneshot::channel();
            // Not a part of the request: whoever asked may go, and the thread is still at it.
            let work = Arc::clone(self);
            let client = client.clone();
            tokio::spawn(async move {
                work.work_at(lane, place, job, done).await;
                drop((turn, client));
            });
            // Without an answer the work has panicked.
            answer.await.map_err(|_| Refusal::FailedHere)
        });
        answered.await.unwrap_or(Err(Refusal::TooSlow))
    }

    /// The places of a client.
    fn client(&self, name: &str) -> Arc<Places> {
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = clients.get(name).and_then(Weak::upgrade) {
            return known;
        }
        clients.retain(|_, places| places.strong_count() > 0);
        let places = Arc::new(Places::new(self.cores.max(2), MOST_WAITING[2]));
        clients.insert(name.to_owned(), Arc::downgrade(&places));
        places
    }

    /// Does something in a thread, and keeps the place until that is done.
    async fn work_at<T: Send + 'static>(
        self: Arc<Self>,
        lane: Lane,
        place: OwnedSemaphorePermit,
        job: impl FnOnce() -> T + Send + 'static,
        done: oneshot::Sender<T>,
    ) {
        let Some(thread) = self.idle().pop() else { return };
        let (ended, end) = oneshot::channel();
        thread.spawn(move || {
            // What is left after a panic is dropped with the job.
            let result = catch_unwind(AssertUnwindSafe(job)).ok();
            if let Some(result) = result {
                // Nobody waits when the request has been given up.
                let _ = done.send(result);
            }
            let _ = ended.send(());
        });
        let place = self.until(end, lane, place).await;
        // In this order: whoever gets the place finds the thread.
        self.idle().push(thread);
        drop(place);
    }

    /// Waits for the end of work; gives the place that it has then.
    async fn until(
        &self,
        mut end: oneshot::Receiver<()>,
        lane: Lane,
        place: OwnedSemaphorePermit,
    ) -> OwnedSemaphorePermit {
        if lane == Lane::Slow {
            let _ = end.await;
            return place;
        }
        if timeout(QUICK, &mut end).await.is_ok() {
            return place;
        }
        let room = pin!(Arc::clone(&self.overtime).acquire_owned());
        match select(room, end).await {
            Either::Left((Ok(overtime), end)) => {
                drop(place);
                let _ = end.await;
                overtime
            }
            Either::Left((Err(_), _)) | Either::Right(_) => place,
        }
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<ThreadPool>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Places {
    fn new(count: usize, most_waiting: usize) -> Self {
        let free = Arc::new(Semaphore::new(count));
        Self { free, waiting: AtomicUsize::new(0), most_waiting }
    }

    /// Waits for a place, unless too many do that already.
    async fn wait(&self) -> Result<OwnedSemaphorePermit, Refusal> {
        let free = Arc::clone(&self.free);
        if let Ok(place) = Arc::clone(&free).try_acquire_owned() {
            return Ok(place);
        }
        let waiting = Waiting::of(self)?;
        let place = timeout(LONGEST_WAIT, free.acquire_owned()).await;
        drop(waiting);
        place.ok().and_then(Result::ok).ok_or(Refusal::Busy)
    }
}

/// One that waits, until it is dropped.
struct Waiting<'p>(&'p Places);

impl<'p> Waiting<'p> {
    fn of(places: &'p Places) -> Result<Self, Refusal> {
        let waiting = Self(places);
        let before = places.waiting.fetch_add(1, Ordering::Relaxed);
        if before >= places.most_waiting { Err(Refusal::Busy) } else { Ok(waiting) }
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.waiting.fetch_sub(1, Ordering::Relaxed);
    }
}
