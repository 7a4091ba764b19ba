//! What `tjut server` takes: one who writes, fifty who write at the same time, and the same
//! fifty while somebody sends it hostile files.
//!
//! `cargo bench --bench server` lets each of these go on for a minute, and sends 10,000
//! hostile requests; `cargo bench --bench server -- 20 1000` takes 20 seconds and 1,000. A
//! writer changes a field every two seconds on average, as the page does when somebody types
//! and pauses, and waits for the answer with the page that has changed; what is refused for
//! now is sent again, as the page does. At the end each year file must have all that its
//! writer has written, or the run fails. Times are those of the machine, which the writers
//! share: it is for the reader to compare them.

use std::error::Error;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wait4::Wait4 as _;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");
const WRITERS: usize = 50;
const ATTACKERS: usize = 100;
/// A writer's pauses, in milliseconds.
const PAUSES: [u64; 5] = [700, 2_900, 1_300, 3_400, 1_700];

fn main() -> Result<(), Box<dyn Error>> {
    let numbers: Vec<usize> = std::env::args().filter_map(|word| word.parse().ok()).collect();
    let [seconds, hostile] =
        [(0, 60), (1, 10_000)].map(|(at, usual)| *numbers.get(at).unwrap_or(&usual));
    let end = Duration::from_secs(seconds as u64);
    let mut server = Server::start()?;
    println!("{:<44}{:>9}{:>9}{:>9}{:>9}", "", "answers", "median", "p95", "most");
    let alone = server.writers(1, end, 0);
    alone.show("one writer");
    let together = server.writers(WRITERS, end, 0);
    together.show("fifty writers");
    println!("peak memory so far: {:.0} MiB", server.peak_memory());
    let besides = server.writers(WRITERS, end, hostile);
    besides.show(&format!("fifty writers, {hostile} hostile requests"));
    println!("hostile requests, by status: {:?}", besides.hostile);
    println!("p95 of fifty to that of one: {:.1}", together.p95() / alone.p95());
    println!("peak memory: {:.0} MiB", server.end()?);
    println!("no writer has lost anything");
    Ok(())
}

struct Server {
    program: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        // It has ended by now, unless something has gone wrong.
        let _ = self.program.kill();
    }
}

impl Server {
    fn start() -> Result<Self, Box<dyn Error>> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .args(["server", "--adress", "127.0.0.1:0"])
            .stdout(Stdio::piped())
            .spawn()?;
        let mut out = BufReader::new(program.stdout.take().ok_or("it is caught")?);
        let mut said = String::new();
        out.read_line(&mut said)?;
        let port = said.trim().trim_end_matches('/').rsplit(':').next().unwrap_or_default();
        let port = port.parse()?;
        // The log has to go somewhere.
        std::thread::spawn(move || std::io::copy(&mut out, &mut std::io::sink()));
        Ok(Self { program, port })
    }

    /// In MiB.
    fn peak_memory(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.program.id()));
        let status = status.unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
        kilobytes.unwrap_or(f64::NAN) / 1024.0
    }

    /// Ends it; gives the most memory that it has had, in MiB.
    fn end(&mut self) -> Result<f64, Box<dyn Error>> {
        self.program.kill()?;
        #[expect(clippy::cast_precision_loss, reason = "exact for 8 pebibytes")]
        let memory = self.program.wait4()?.rusage.maxrss as f64;
        Ok(memory / (1024.0 * 1024.0))
    }

    /// Lets some write, and one send hostile requests besides.
    fn writers(&self, count: usize, end: Duration, hostile: usize) -> Measured {
        let times = Mutex::new(Vec::new());
        let statuses = Mutex::new(std::collections::BTreeMap::new());
        let sent = AtomicUsize::new(0);
        let start = Instant::now();
        std::thread::scope(|scope| {
            for _ in 0..if hostile > 0 { ATTACKERS } else { 0 } {
                scope.spawn(|| {
                    loop {
                        let number = sent.fetch_add(1, Ordering::Relaxed);
                        if number >= hostile {
                            return;
                        }
                        let status = self.attack(number);
                        *statuses.lock().expect("whole").entry(status).or_insert(0_usize) += 1;
                    }
                });
            }
            for number in 0..count {
                let (times, sent) = (&times, &sent);
                scope.spawn(move || {
                    let is_over =
                        || start.elapsed() > end && sent.load(Ordering::Relaxed) >= hostile;
                    let own = self.write(number, is_over);
                    times.lock().expect("whole").extend(own);
                });
            }
        });
        let mut times = times.into_inner().expect("whole");
        times.sort_by(f64::total_cmp);
        Measured { times, hostile: statuses.into_inner().expect("whole") }
    }

    /// One who writes; gives how long each answer took, in seconds.
    fn write(&self, number: usize, is_over: impl Fn() -> bool) -> Vec<f64> {
        let from = format!("10.0.1.{number}");
        let mut text = EXAMPLE.replace("NI 2026/12", &format!("NI 2026/{number}"));
        let state =
            self.ask("/api/state", &from, &json!({ "file": { "name": "fil.yaml", "text": text } }));
        let mut papers = state["state"]["papers"].clone();
        let mut before = "08-465 004 10".to_owned();
        let mut times = Vec::new();
        for round in 0_usize.. {
            sleep(Duration::from_millis(PAUSES[(number + round) % PAUSES.len()]));
            if is_over() {
                return times;
            }
            let phone = format!("08-465 {:03} {:02}", 100 + round / 100 % 900, round % 100);
            let pages = papers[0]["pages"].as_array().expect("pages").iter().enumerate();
            let pages: serde_json::Map<String, Value> =
                pages.map(|(at, hash)| ((at + 1).to_string(), hash.clone())).collect();
            let wanted = text.replace(&format!("telefon: {before}"), &format!("telefon: {phone}"));
            let body = json!({
                "file": { "name": "fil.yaml", "text": text },
                "edits": [{ "op": "set", "at": ["ärende", "handläggare", "telefon"], "value": phone }],
                "shows": { "paper": papers[0]["id"], "pages": pages },
            });
            let start = Instant::now();
            let answer = self.ask("/api/edit", &from, &body);
            times.push(start.elapsed().as_secs_f64());
            assert!(answer["text"] == wanted, "something is lost");
            assert_eq!(answer["pages"].as_array().map(Vec::len), Some(1), "the page is not there");
            (text, before) = (wanted, phone);
            papers = answer["state"]["papers"].clone();
        }
        times
    }

    /// Asks until it is answered.
    fn ask(&self, path: &str, from: &str, body: &Value) -> Value {
        loop {
            match self.sent(path, from, body.to_string().as_bytes()) {
                Ok((200, answer)) => return serde_json::from_slice(&answer).expect("JSON"),
                Ok((503, _)) | Err(_) => sleep(Duration::from_secs(2)),
                Ok((status, answer)) => panic!("{status} {}", String::from_utf8_lossy(&answer)),
            }
        }
    }

    /// A hostile request: each kind in turn, and none like another.
    fn attack(&self, number: usize) -> u16 {
        let texts = |inserted: &str| {
            EXAMPLE.replace(": |\n", &format!(": |\n{inserted}\n")) + &format!("# {number}\n")
        };
        let text = match number % 6 {
            0 => texts(&"    - a\n".repeat(280)),
            1 => texts(&format!("    | a | b |\n    |---|---|\n{}", "    | x | y |\n".repeat(180))),
            2 => texts(&"    Ord som upprepas här, och **fet** stil.\n\n".repeat(35)),
            3 => format!("{EXAMPLE}x{number}: {}{}\n", "[".repeat(20_000), "]".repeat(20_000)),
            4 => texts(&format!("    | a | b |\n    |---|---|\n{}", "    | x | y |\n".repeat(800))),
            _ => "x".repeat(600_000 + number),
        };
        let body = json!({ "file": { "name": "fil.yaml", "text": text } }).to_string();
        self.sent("/api/state", "10.0.0.66", body.as_bytes()).map_or(0, |(status, _)| status)
    }

    fn sent(&self, path: &str, from: &str, body: &[u8]) -> std::io::Result<(u16, Vec<u8>)> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: localhost:{}\r\nX-Forwarded-For: {from}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {}\r\n\r\n",
            self.port,
            body.len()
        )?;
        stream.write_all(body)?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let end = answer.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.ok_or(std::io::ErrorKind::UnexpectedEof)?;
        let status =
            String::from_utf8_lossy(&answer[..end]).split(' ').nth(1).and_then(|s| s.parse().ok());
        Ok((status.unwrap_or(0), answer.split_off(end + 4)))
    }
}

/// How long answers took, in seconds, the shortest first.
struct Measured {
    times: Vec<f64>,
    hostile: std::collections::BTreeMap<u16, usize>,
}

impl Measured {
    fn at(&self, percent: usize) -> f64 {
        let last = self.times.len().saturating_sub(1);
        self.times.get(last * percent / 100).copied().unwrap_or(f64::NAN)
    }

    fn p95(&self) -> f64 {
        self.at(95)
    }

    fn show(&self, what: &str) {
        let [median, p95, most] = [50, 95, 100].map(|percent| self.at(percent) * 1000.0);
        println!("{what:<44}{:>9}{median:>6.0} ms{p95:>6.0} ms{most:>6.0} ms", self.times.len());
    }
}
