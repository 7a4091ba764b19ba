//! `tjut öppna` over HTTP: who is answered, what is saved, and what others see of it.

mod support;

use std::fs;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use support::http::{self, Answer};

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

/// A program that serves the page, and ends with the test.
struct Served {
    program: Child,
    port: u16,
    token: String,
    folder: tempfile::TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.program.kill().expect("the program runs");
        self.program.wait().expect("the program has ended");
    }
}

impl Served {
    /// Serves a folder with the example in `fil.yaml`, which is opened or not.
    fn new(arguments: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        fs::write(folder.path().join("fil.yaml"), EXAMPLE).expect("the file can be written");
        let mut program = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .arg("öppna")
            .args(arguments)
            .arg("--ingen-webbläsare")
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut said = String::new();
        let out = program.stdout.take().expect("it is caught");
        BufReader::new(out).read_line(&mut said).expect("the program speaks UTF-8");
        let port = http::port(&said);
        let mut served = Self { program, port, token: String::new(), folder };
        let page = served.asked("GET", "/", &[], "").text();
        let (_, after) = page.split_once("name=\"tjut-token\" content=\"").expect("the word");
        after.split('"').next().expect("the word").clone_into(&mut served.token);
        served
    }

    fn sent(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_mins(1))).expect("it can be set");
        let is_own = headers.iter().any(|(name, _)| *name == "Host");
        let host =
            if is_own { String::new() } else { format!("Host: 127.0.0.1:{}\r\n", self.port) };
        let headers: String = headers
            .iter()
            .fold(String::new(), |all, (name, value)| all + name + ": " + value + "\r\n");
        let length = body.len();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\n{host}{headers}Connection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .expect("it is sent");
        stream
    }

    fn asked(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        Answer::read(self.sent(method, path, headers, body))
    }

    fn get(&self, path: &str) -> Answer {
        self.asked("GET", path, &[("X-Tjut", &self.token)], "")
    }

    fn post(&self, path: &str, body: &Value) -> Answer {
        self.asked("POST", path, &[("X-Tjut", &self.token)], &body.to_string())
    }

    fn set(&self, at: &Value, value: &str) -> Answer {
        self.post("/api/edit", &json!({ "edits": [{ "op": "set", "at": at, "value": value }] }))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn content(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).expect("the file is there")
    }

    fn names(&self) -> Vec<String> {
        names(self.folder.path())
    }

    /// Waits until the state is as it is to be.
    fn wait_for(&self, is_so: impl Fn(&Value) -> bool) -> Value {
        let start = Instant::now();
        loop {
            let state = self.get("/api/state").json();
            if is_so(&state) {
                return state;
            }
            assert!(start.elapsed() < Duration::from_secs(30), "{state:.300}");
            std::thread::sleep(Duration::from_millis(100));
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("an entry").file_name();
    let mut names: Vec<String> =
        entries.map(|entry| name(entry).to_string_lossy().into_owned()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}

#[test]
fn only_the_own_page_is_answered() {
    let served = Served::new(&["fil.yaml"]);
    let (port, token) = (served.port, served.token.as_str());
    let status = |headers: &[(&str, &str)]| served.asked("GET", "/api/state", headers, "").status;
    assert_eq!(status(&[("X-Tjut", token)]), 200);
    assert_eq!(status(&[]), 403);
    assert_eq!(status(&[("X-Tjut", "0123456789abcdef0123456789abcdef")]), 403);
    assert_eq!(served.asked("GET", &format!("/api/state?tjut={token}"), &[], "").status, 200);
    // A name that leads here by way of somebody else's name server.
    for host in ["example.org".to_owned(), format!("example.org:{port}"), "127.0.0.1".to_owned()] {
        assert_eq!(status(&[("X-Tjut", token), ("Host", &host)]), 403, "{host}");
        assert_eq!(served.asked("GET", "/", &[("Host", &host)], "").status, 403, "{host}");
    }
    let local = format!("localhost:{port}");
    assert_eq!(status(&[("X-Tjut", token), ("Host", &local)]), 200);
    assert_eq!(status(&[("X-Tjut", token), ("Origin", &format!("http://{local}"))]), 200);
    for origin in ["http://example.org", "null", "http://127.0.0.1"] {
        assert_eq!(status(&[("X-Tjut", token), ("Origin", origin)]), 403, "{origin}");
    }
    let page = served.asked("GET", "/", &[], "");
    assert!(page.head.contains("frame-ancestors 'none'"), "{}", page.head);
    assert!(!page.head.to_lowercase().contains("access-control-allow-origin"), "{}", page.head);
    let refused = served.asked("POST", "/api/edit", &[], "{\"edits\":[]}");
    assert_eq!(refused.json()["error"]["message"], "sidan hör inte till programmet som körs nu");
}

#[test]
fn what_no_page_asks_for_is_refused() {
    let served = Served::new(&["fil.yaml"]);
    for (method, path, status) in [
        ("GET", "/api/page/redovisning/0.svg", 404),
        ("GET", "/api/page/redovisning/x.svg", 404),
        ("GET", "/api/text/..%2f..%2ffil.yaml", 404),
        ("GET", "/api/text/%", 404),
        ("GET", "/assets/../Cargo.toml", 404),
        ("POST", "/api/allt", 404),
        ("PUT", "/api/edit", 404),
        ("POST", "/api/edit", 422),
        ("POST", "/api/conflict", 400),
    ] {
        let answer = served.asked(method, path, &[("X-Tjut", &served.token)], "");
        assert_eq!(answer.status, status, "{method} {path}");
        assert!(answer.json()["error"]["hint"].is_string(), "{method} {path}");
    }
    let headers = [("X-Tjut", served.token.as_str())];
    assert_eq!(served.asked("POST", "/api/edit", &headers, "{").status, 400);
    // What is far too much is not even read to its end.
    let large = format!(
        "POST /api/edit HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nX-Tjut: {}\r\nConnection: close\r\nContent-Length: 100000000\r\n\r\n",
        served.port, served.token
    );
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("it listens");
    stream.write_all(large.as_bytes()).expect("it is sent");
    stream.write_all(&vec![b' '; 3 << 20]).expect("it is sent");
    let mut answer = [0; 12];
    stream.read_exact(&mut answer).expect("an answer");
    assert_eq!(answer, *b"HTTP/1.1 413");
    assert_eq!(served.content("fil.yaml"), EXAMPLE);
}

#[test]
fn a_change_is_saved_and_its_page_is_another() {
    let served = Served::new(&["fil.yaml"]);
    let before = served.get("/api/state").json();
    let answer = served.set(&json!(["ärende", "handläggare", "telefon"]), "08-465 004 77");
    assert_eq!(answer.status, 200);
    let after = answer.json();
    assert_eq!(after["saved"], true);
    assert!(served.content("fil.yaml").contains("telefon: 08-465 004 77"));
    assert_eq!(served.content("fil-tidigare.yaml"), EXAMPLE);
    let page = |state: &Value| state["papers"][0]["pages"][0].as_str().expect("a hash").to_owned();
    // Nobody waits for the pages.
    let after = served.wait_for(|state| page(state) != page(&before));
    let id = after["papers"][0]["id"].as_str().expect("an id");
    let shown = served.get(&format!("/api/page/{id}/1.svg?v={}", page(&after)));
    assert!(shown.head.contains("immutable"), "{}", shown.head);
    assert!(shown.text().starts_with("<svg"), "{:.40}", shown.text());
    let older = served.get(&format!("/api/page/{id}/1.svg?v={}", page(&before)));
    assert!(older.head.contains("no-store"), "{}", older.head);
    assert_eq!(served.get(&format!("/api/page/{id}/99.svg")).status, 404);
    assert!(served.get(&format!("/api/text/{id}")).text().contains("<h2>"));
    // What it was when it was opened is kept once.
    assert_eq!(served.post("/api/undo", &Value::Null).json()["redo"], true);
    assert_eq!(served.content("fil.yaml"), EXAMPLE);
    assert_eq!(served.names(), ["fil-tidigare.yaml", "fil.yaml"]);
}

/// The revision that the next event of a name tells.
fn told(events: &mut impl BufRead, name: &str) -> u64 {
    let mut event = String::new();
    loop {
        let mut line = String::new();
        assert_ne!(events.read_line(&mut line).expect("an event"), 0);
        match line.trim().split_once(": ") {
            Some(("event", name)) => name.clone_into(&mut event),
            Some(("data", data)) if event == name => return data.parse().expect("a number"),
            _ => {}
        }
    }
}

/// A telephone number as it is typed.
fn typed(served: &Served) -> Answer {
    let at = json!(["ärende", "handläggare", "telefon"]);
    let edit = json!({ "op": "set", "at": at, "value": "08-465 004 77" });
    served.post("/api/edit", &json!({ "edits": [edit], "typed": true }))
}

#[test]
fn what_is_typed_is_answered_first_and_then_saved() {
    let served = Served::new(&["fil.yaml"]);
    let mut events =
        BufReader::new(served.sent("GET", "/api/events", &[("X-Tjut", &served.token)], ""));
    let first = told(&mut events, "saved");
    let state = typed(&served).json();
    let revision = state["revision"].as_u64().expect("a number");
    assert!(revision > first);
    assert_eq!((&state["saved"], &state["save_problem"]), (&json!(false), &Value::Null));
    // Nothing else is told of it: the page knows all else already.
    assert_eq!(told(&mut events, "saved"), revision);
    assert!(served.content("fil.yaml").contains("telefon: 08-465 004 77"));
    assert_eq!(served.content("fil-tidigare.yaml"), EXAMPLE);
    let state = served.get("/api/state").json();
    assert_eq!((&state["saved"], &state["revision"]), (&json!(true), &json!(revision)));
}

#[test]
fn a_file_with_something_just_typed_can_be_left() {
    let served = Served::new(&["fil.yaml"]);
    typed(&served);
    assert_eq!(served.post("/api/close", &Value::Null).status, 200);
    assert!(served.content("fil.yaml").contains("telefon: 08-465 004 77"));
}

#[test]
fn what_others_write_is_taken_in() {
    let served = Served::new(&["fil.yaml"]);
    let mut events =
        BufReader::new(served.sent("GET", "/api/events", &[("X-Tjut", &served.token)], ""));
    let mut revision = || told(&mut events, "changed");
    let first = revision();
    let theirs = EXAMPLE.replace("Norra innerstadens stadsdelsnämnd", "Södra nämnden");
    fs::write(served.path("fil.yaml"), &theirs).expect("it can be written");
    assert_eq!(revision(), first + 1);
    let state = served.wait_for(|state| state["undo"] == true);
    assert_eq!((&state["saved"], &state["conflict"]), (&json!(true), &Value::Null));
    // And what is written at the same moment is not lost.
    let both = theirs.replace("Torsten Almgren", "Eva Ek");
    fs::write(served.path("fil.yaml"), &both).expect("it can be written");
    served.set(&json!(["ärende", "handläggare", "telefon"]), "08-465 004 77");
    assert_eq!(
        served.content("fil.yaml"),
        both.replacen("telefon: 08-465 004 10", "telefon: 08-465 004 77", 1)
    );
}

#[test]
fn what_can_not_be_read_any_more_is_not_written_over() {
    let served = Served::new(&["fil.yaml"]);
    let theirs = b"verksamhets\xe5r: 2025\n";
    fs::write(served.path("fil.yaml"), theirs).expect("it can be written");
    let state = served.wait_for(|state| !state["save_problem"].is_null());
    let message = state["save_problem"]["message"].as_str().expect("a message");
    assert!(message.starts_with("filen är inte sparad som UTF-8"), "{message}");
    let state = served.set(&json!(["ärende", "handläggare", "telefon"]), "08-465 004 77").json();
    assert_eq!(state["saved"], false);
    assert_eq!(fs::read(served.path("fil.yaml")).expect("it is there"), theirs);
    fs::write(served.path("fil.yaml"), EXAMPLE).expect("it can be written");
    served.wait_for(|state| state["saved"] == true && state["save_problem"].is_null());
    assert!(served.content("fil.yaml").contains("telefon: 08-465 004 77"));
}

#[cfg(unix)]
#[test]
fn who_has_changed_what_could_not_be_saved_is_asked() {
    let served = Served::new(&["fil.yaml"]);
    let link = served.path("fil.yaml");
    // A link that leads nowhere: nothing can be saved.
    fs::remove_file(&link).expect("it can be removed");
    std::os::unix::fs::symlink(served.path("borta.yaml"), &link).expect("a link can be made");
    let at = json!(["ärende", "handläggare", "telefon"]);
    let state = served.set(&at, "08-465 004 77").json();
    assert_eq!(state["saved"], false);
    let message = state["save_problem"]["message"].as_str().expect("a message");
    assert!(message.ends_with("fil.yaml finns inte längre"), "{message}");
    let theirs = EXAMPLE.replace("Torsten Almgren", "Eva Ek");
    fs::write(served.path("borta.yaml"), &theirs).expect("it can be written");
    let state = served.wait_for(|state| !state["conflict"].is_null());
    assert_eq!(state["conflict"]["theirs"], theirs);
    assert_eq!(served.content("borta.yaml"), theirs);
    let state = served.post("/api/conflict", &json!({ "keep": "ours" })).json();
    assert_eq!((&state["saved"], &state["conflict"]), (&json!(true), &Value::Null));
    assert!(served.content("borta.yaml").contains("Torsten Almgren"));
    // The other is there to be had back.
    served.post("/api/undo", &Value::Null);
    assert_eq!(served.content("borta.yaml"), theirs);
}

#[test]
fn from_the_start_page_to_next_years_file() {
    let served = Served::new(&[]);
    let state = served.get("/api/state").json();
    assert_eq!(state["start"]["examples"][0]["name"], "norra-innerstaden-2025.yaml");
    assert_eq!(served.post("/api/undo", &Value::Null).status, 422);
    let new = json!({ "example": "lindsund-2025.yaml", "path": "ny-2025.yaml" });
    let state = served.post("/api/open", &new).json();
    assert!(
        state["path"].as_str().is_some_and(|path| path.ends_with("ny-2025.yaml")),
        "{state:.200}"
    );
    let again = served.post("/api/open", &new);
    assert_eq!(again.status, 422);
    assert_eq!(again.json()["error"]["hint"], "Välj ett annat namn eller en annan mapp.");
    let state = served.post("/api/open", &json!({ "next_year_of": "ny-2025.yaml" })).json();
    assert_eq!(state["year"], 2026);
    assert!(served.names().contains(&"ny-2026.yaml".to_owned()));
    let lost = served.post("/api/open", &json!({ "path": "borta.yaml" }));
    let message = lost.json()["error"]["message"].as_str().map(str::to_owned);
    assert!(message.is_some_and(|message| message.ends_with("kan inte läsas: filen finns inte")));
}

#[test]
fn other_files_are_read_beside_the_open_one() {
    let served = Served::new(&["fil.yaml"]);
    let earlier = EXAMPLE.replace("verksamhetsår: 2025", "verksamhetsår: 2024");
    fs::write(served.path("förra.yaml"), earlier).expect("it can be written");
    fs::write(served.path("anteckning.yaml"), "inköp: kaffe\n").expect("it can be written");
    // What is offered is year files, and not the one that is open.
    let files = served.get("/api/files").json();
    let names: Vec<&Value> =
        files["files"].as_array().expect("files").iter().map(|file| &file["name"]).collect();
    assert_eq!(names, ["förra.yaml"]);
    let compared = served.post("/api/comparison", &json!({ "path": files["files"][0]["path"] }));
    let compared = compared.json();
    assert!(compared["html"].as_str().is_some_and(|html| html.contains("förra.yaml (2024)")));
    let lost = served.post("/api/comparison", &json!({ "path": "borta.yaml" }));
    assert_eq!(lost.status, 422);
    // A file of the browser's is sent as it is.
    let headers = [("X-Tjut", served.token.as_str())];
    let sent = served.asked("POST", "/api/comparison?name=min%20fil.yaml", &headers, EXAMPLE);
    assert_eq!((sent.status, &sent.json()["differences"]), (200, &json!(0)));
    let sent = served.asked("POST", "/api/proposal?name=a.csv", &headers, "a;b\n1;2\n");
    assert_eq!(sent.status, 422);
    let workbook = served.get("/api/workbook");
    assert!(workbook.head.contains("filename=\"underlag-2026.xlsx\""), "{}", workbook.head);
    assert_eq!(workbook.body[..2], *b"PK");
    assert_eq!(served.content("fil.yaml"), EXAMPLE);
    // And it is left for another.
    let state = served.post("/api/close", &Value::Null).json();
    assert!(state["start"].is_object(), "{state:.200}");
    assert_eq!(served.get("/api/workbook").status, 422);
    assert_eq!(served.get("/api/files").json()["files"].as_array().map(Vec::len), Some(2));
}

#[test]
fn papers_are_made_and_edited_ones_are_left_alone() {
    let served = Served::new(&["fil.yaml"]);
    let made = served.post("/api/make", &json!({ "folder": null }));
    assert_eq!(made.status, 200, "{}", made.text());
    let made = made.json();
    assert_eq!(made["files"].as_array().map(Vec::len), Some(6));
    assert!(made["key_figures"].as_str().is_some_and(|said| said.starts_with("Nyckeltal")));
    let folder = served.path("output/fil");
    assert_eq!(names(&folder).len(), 6);
    // They are those that the command line makes.
    let command = Command::new(env!("CARGO_BIN_EXE_tjut"))
        .args(["skapa", "fil.yaml", "--till", "för-hand"])
        .current_dir(served.folder.path())
        .output()
        .expect("the program runs");
    assert!(command.status.success());
    for name in names(&folder) {
        let [page, hand] = [&folder, &served.path("för-hand/fil")]
            .map(|folder| fs::read(folder.join(&name)).expect("the paper is there"));
        assert!(page == hand, "{name}");
    }
    let paper = folder.join("redovisning.docx");
    fs::write(&paper, "ändrad").expect("it can be written");
    let refused = served.post("/api/make", &json!({}));
    assert_eq!(refused.status, 422);
    let error = &refused.json()["error"];
    assert!(
        error["message"].as_str().is_some_and(|said| said.contains("redovisning.docx")),
        "{error}"
    );
    assert_eq!(fs::read(&paper).expect("it is there"), "ändrad".as_bytes());
    let zip = served.get("/api/papers.zip");
    assert!(zip.head.contains("attachment; filename=\"papper.zip\""), "{}", zip.head);
    assert_eq!(zip.body[..2], *b"PK");
    served.set(&json!(["statistik", "2025", "klienter"]), "många");
    let stopped = served.post("/api/make", &json!({})).json();
    assert!(
        stopped["error"]["message"]
            .as_str()
            .is_some_and(|said| said.starts_with("papperen kan inte göras"))
    );
}
