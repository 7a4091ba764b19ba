//! `tjut server` over HTTP: that it keeps nothing, that any of several answers the same, who
//! is answered, and that what is slow or hostile is in nobody's way.

mod support;

use std::fs;
use std::io::{Cursor, ErrorKind, Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use support::http::Answer;
use support::served::Served;

const EXAMPLE: &str = include_str!("../data/norra-innerstaden-2025.yaml");

fn file(text: &str) -> Value {
    json!({ "name": "fil.yaml", "text": text })
}

fn phone(text: &str, number: &str) -> Value {
    let at = json!(["ärende", "handläggare", "telefon"]);
    json!({ "file": file(text), "edits": [{ "op": "set", "at": at, "value": number }] })
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder is there");
    entries
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect()
}

/// A large year file that takes long to check: tables without headings in every text.
fn slow() -> String {
    let rows = "    | x | y |\n".repeat(100_000 / 14 / EXAMPLE.matches(": |\n").count());
    EXAMPLE.replace(": |\n", &format!(": |\n    | a | b |\n    |---|---|\n{rows}\n"))
}

#[test]
fn the_papers_are_those_of_skapa_and_nothing_is_written() {
    let served = Served::new(&[]);
    let opened = served.open("/api/open", "fil.yaml", EXAMPLE.as_bytes());
    assert_eq!(opened.status, 200);
    let opened = opened.json();
    assert_eq!((&opened["name"], &opened["text"]), (&json!("fil.yaml"), &json!(EXAMPLE)));
    let edited = served.post("/api/edit", &phone(EXAMPLE, "08-465 004 77")).json();
    let text = edited["text"].as_str().expect("a text");
    assert_eq!(text, EXAMPLE.replacen("telefon: 08-465 004 10", "telefon: 08-465 004 77", 1));
    let made = served.post("/api/make", &json!({ "file": file(text) })).json();
    assert_eq!(made["files"].as_array().map(Vec::len), Some(6));
    assert!(made["key_figures"].as_str().is_some_and(|said| said.starts_with("Nyckeltal")));
    let zip = served.post("/api/papers.zip", &json!({ "file": file(text) }));
    assert!(zip.head.contains("attachment; filename=\"papper.zip\""), "{}", zip.head);

    let by_hand = tempfile::tempdir().expect("a folder can be made");
    fs::write(by_hand.path().join("fil.yaml"), text).expect("it can be written");
    let command = Command::new(env!("CARGO_BIN_EXE_tjut"))
        .args(["skapa", "fil.yaml"])
        .current_dir(by_hand.path())
        .output()
        .expect("the program runs");
    assert!(command.status.success());
    let folder = by_hand.path().join("output/fil");
    let mut zip = zip::ZipArchive::new(Cursor::new(zip.body)).expect("a zip file");
    assert_eq!(zip.len(), names(&folder).len());
    for name in names(&folder) {
        let mut paper = Vec::new();
        zip.by_name(&name).expect("it is there").read_to_end(&mut paper).expect("it is whole");
        assert!(paper == fs::read(folder.join(&name)).expect("it is there"), "{name}");
    }
    assert_eq!(names(served.folder.path()), [""; 0]);
    assert_eq!(names(served.temporary.path()), [""; 0]);
}

#[test]
fn any_of_several_answers_the_same() {
    let (one, other) = (Served::new(&[]), Served::new(&[]));
    let first = one.post("/api/edit", &phone(EXAMPLE, "08-465 004 77")).json();
    let text = first["text"].as_str().expect("a text");
    // One has just made this text, and the other has never seen it.
    let paper = first["state"]["papers"][0].clone();
    let mut next = phone(text, "08-465 004 78");
    next["shows"] = json!({ "paper": paper["id"], "pages": { "1": paper["pages"][0], "2": paper["pages"][1] } });
    let [ours, theirs] = [&one, &other].map(|served| served.post("/api/edit", &next).json());
    assert_eq!(ours, theirs);
    // Only the page with the telephone is another.
    let pages = ours["pages"].as_array().expect("pages");
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0]["hash"], ours["state"]["papers"][0]["pages"][0]);
    let path = format!("/api/page/{}/1.svg", paper["id"].as_str().expect("an id"));
    let page = other.post(&path, &json!({ "file": file(ours["text"].as_str().expect("a text")) }));
    assert_eq!(json!(String::from_utf8(page.body).expect("UTF-8")), pages[0]["svg"]);
    // What can't be read has no pages, whatever has been made before.
    let broken = json!({ "file": file("verksamhetsår: 2025\nstatistik: [\n") });
    let [ours, theirs] = [&one, &other].map(|served| served.post("/api/state", &broken).json());
    assert_eq!(ours, theirs);
    assert_eq!(ours["state"]["findings"][0]["severity"], "error");
}

#[test]
fn a_year_file_can_be_begun_in_other_ways() {
    let served = Served::new(&[]);
    let start = served.asked("GET", "/api/state", &[], b"").json();
    assert_eq!(start["examples"][0]["name"], "norra-innerstaden-2025.yaml");
    let example = served.post("/api/example", &json!({ "example": "lindsund-2025.yaml" })).json();
    let text = example["text"].as_str().expect("a text").to_owned();
    assert_eq!(text, include_str!("../data/lindsund-2025.yaml"));
    let next = served.open("/api/next-year", "v%C3%A5r-2025.yaml", text.as_bytes()).json();
    assert_eq!((&next["name"], &next["state"]["year"]), (&json!("vår-2026.yaml"), &json!(2026)));
    let unread = served.open("/api/open", "fil.yaml", b"verksamhets\xe5r: 2025\n");
    assert_eq!(unread.status, 422);
    assert!(unread.error().starts_with("filen är inte sparad som UTF-8"), "{}", unread.error());
    // Files beside it are nobody's.
    fs::write(served.folder.path().join("annan.yaml"), EXAMPLE).expect("it can be written");
    let joint = "verksamhetsår: 2025\nverksamheter:\n  - annan.yaml\n  - annan.yaml\n";
    let joint = served.post("/api/state", &json!({ "file": file(joint) })).json();
    let said = joint["state"]["findings"].to_string();
    assert!(said.contains("den kan inte läsas härifrån"), "{said}");
}

#[test]
fn only_the_paper_that_is_looked_at_is_laid_out() {
    let served = Served::new(&[]);
    let pages = |shows: Value| {
        let asked = json!({ "file": file(EXAMPLE), "shows": shows });
        let papers = served.post("/api/state", &asked).json()["state"]["papers"].clone();
        let papers = papers.as_array().expect("papers").clone();
        papers.iter().map(|paper| paper["pages"].as_array().map_or(0, Vec::len)).collect::<Vec<_>>()
    };
    assert_eq!(pages(json!({ "paper": "redovisning", "pages": {} })), [0, 6, 0]);
    // The same is answered whatever has been looked at before.
    assert_eq!(pages(json!({ "paper": "ansokan", "pages": {} })), [0, 0, 3]);
    assert_eq!(pages(Value::Null), [3, 0, 0]);
    assert_eq!(pages(json!({ "paper": "no such paper", "pages": {} })), [3, 0, 0]);
    let text = served.post("/api/text/redovisning", &json!({ "file": file(EXAMPLE) }));
    assert!(String::from_utf8_lossy(&text.body).contains("<h2>Redovisning av verksamhet"));
}

#[test]
fn other_files_are_read_beside_the_year_file() {
    let served = Served::new(&[]);
    let jarva = include_str!("../data/jarva-2025.yaml");
    let filled_in = include_bytes!("fall/kalkylark/ifyllt.xlsx");
    let proposed = served.beside("/api/proposal", &file(jarva), "if%20yllt.xlsx", filled_in).json();
    assert_eq!((&proposed["file"], &proposed["year"]), (&json!("if yllt.xlsx"), &json!(2025)));
    let changes = proposed["changes"].as_array().expect("changes");
    let clients = changes.iter().find(|change| change["old"] == "92").expect("that of the clients");
    assert_eq!((&clients["new"], &clients["edit"]["op"]), (&json!("61"), &json!("set")));
    let other = jarva.replace("telefon: 08-465 004", "telefon: 08-465 005");
    let differing =
        served.beside("/api/comparison", &file(jarva), "annan.yaml", other.as_bytes()).json();
    assert!(differing["html"].as_str().is_some_and(|html| html.contains("08-465 005")));
    let workbook = served.post("/api/workbook", &json!({ "file": file(jarva) }));
    assert!(workbook.head.contains("filename=\"underlag-2026.xlsx\""), "{}", workbook.head);
    // What is no such file, and what is said of one that is not sent.
    let refused = served.beside("/api/proposal", &file(jarva), "annat.csv", b"a;b\n1;2\n");
    assert_eq!(refused.status, 422);
    assert!(refused.error().contains("inget underlag"), "{}", refused.error());
    for (length, body) in [("9000", "{}"), ("", "{}"), ("-1", "{}"), ("1", "{}"), ("2", "{}")] {
        let answer = served.with_json("/api/comparison", length, "x.yaml", body.as_bytes());
        assert_eq!(answer.status, 400, "{length}");
    }
    let large = vec![b'x'; 5 << 20];
    for path in ["/api/proposal", "/api/comparison"] {
        assert_eq!(served.beside(path, &file(jarva), "stor.xlsx", &large).status, 413, "{path}");
    }
}

#[test]
fn only_who_calls_it_by_name_is_answered() {
    let served = Served::new(&["--värd", "ombud.kommun.se"]);
    let port = served.port;
    let status = |headers: &[(&str, &str)]| served.asked("GET", "/", headers, b"").status;
    assert_eq!(status(&[]), 200);
    for host in ["ombud.kommun.se", "Ombud.Kommun.se", &format!("localhost:{port}")] {
        assert_eq!(status(&[("Host", host)]), 200, "{host}");
    }
    // A name that leads here by way of somebody else's name server.
    for host in ["example.org", "ombud.kommun.se.example.org", "127.0.0.1", ""] {
        assert_eq!(status(&[("Host", host)]), 421, "{host}");
    }
    let own = [("Host", "ombud.kommun.se"), ("Origin", "https://ombud.kommun.se")];
    assert_eq!(status(&own), 200);
    for origin in ["https://example.org", "null", "http://127.0.0.1"] {
        assert_eq!(status(&[("Origin", origin)]), 421, "{origin}");
    }
    // A load balancer calls it by an address.
    assert_eq!(served.asked("GET", "/healthz", &[("Host", "10.0.0.7")], b"").status, 200);
    let page = served.asked("GET", "/", &[], b"");
    for part in ["frame-ancestors 'none'", "x-content-type-options: nosniff", "no-store"] {
        assert!(page.head.contains(part), "{}", page.head);
    }
    assert!(!page.head.to_lowercase().contains("access-control-allow"), "{}", page.head);
    // What a page elsewhere can send without being asked whether it may.
    let simple = [("Content-Type", "text/plain")];
    let body = json!({ "file": file(EXAMPLE) }).to_string();
    assert_eq!(served.asked("POST", "/api/state", &simple, body.as_bytes()).status, 400);
    assert_eq!(served.asked("OPTIONS", "/api/state", &[], b"").status, 404);
}

#[test]
fn what_is_too_much_is_refused() {
    let served = Served::new(&[]);
    for (method, path, body, status) in [
        ("POST", "/api/edit", "{", 400),
        ("POST", "/api/edit", "{\"file\":{\"name\":\"a\"}}", 400),
        ("POST", "/api/state", "[]", 400),
        ("POST", "/api/undo", "{}", 404),
        ("PUT", "/api/state", "{}", 404),
        ("GET", "/assets/../Cargo.toml", "", 404),
        ("POST", "/api/page/redovisning/0.svg", "{}", 400),
        ("POST", "/api/text/..%2f..%2ffil.yaml", "{}", 400),
    ] {
        let answer = served.asked(method, path, &[], body.as_bytes());
        assert_eq!(answer.status, status, "{method} {path} {body}");
        assert!(answer.json()["error"]["hint"].is_string(), "{method} {path}");
    }
    let said = served.asked("POST", "/api/edit", &[], &vec![b' '; 3 << 20]);
    assert_eq!(said.status, 413);
    // Nor when nobody says beforehand how much it is.
    let mut stream = TcpStream::connect(("127.0.0.1", served.port)).expect("it listens");
    let head = format!(
        "POST /api/edit HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
        served.port
    );
    stream.write_all(head.as_bytes()).expect("it is sent");
    let chunk = [b"100000\r\n".as_slice(), &vec![b' '; 1 << 20], b"\r\n"].concat();
    // It stops listening somewhere there.
    let _ = (0..3).try_for_each(|_| stream.write_all(&chunk));
    let mut status = [0; 12];
    stream.read_exact(&mut status).expect("an answer");
    assert_eq!(status, *b"HTTP/1.1 413");
    let large = format!("{EXAMPLE}# {}\n", "x".repeat(300_000));
    let refused = served.post("/api/state", &json!({ "file": file(&large) }));
    assert_eq!(refused.status, 422);
    assert!(refused.error().contains("den får vara högst 256 kB"), "{}", refused.error());
    let edit = json!({ "op": "set", "at": ["riket"], "value": "x" });
    let edits = json!({ "file": file(EXAMPLE), "edits": vec![edit; 4_000] });
    assert_eq!(served.post("/api/edit", &edits).status, 413);
    // And it is there still.
    assert_eq!(served.post("/api/state", &json!({ "file": file(EXAMPLE) })).status, 200);
}

#[test]
fn what_is_slow_or_hostile_is_in_nobodys_way() {
    let served = Served::new(&[]);
    // More of them than have room: each is answered, or refused until later.
    let slow = slow();
    let slow: Vec<TcpStream> = (0..14)
        .map(|number| {
            let body = json!({ "file": file(&format!("{slow}# {number}\n")) }).to_string();
            served.sent("POST", "/api/state", &[], body.as_bytes())
        })
        .collect();
    for number in 10..15 {
        let answer = served.post("/api/edit", &phone(EXAMPLE, &format!("08-465 004 {number}")));
        assert_eq!(answer.status, 200);
    }
    let loops = "    {% for a in klienter %}".repeat(20) + "{{ a }}" + &"{% endfor %}".repeat(20);
    for hostile in [
        format!("{EXAMPLE}x: {}{}\n", "[".repeat(20_000), "]".repeat(20_000)),
        EXAMPLE.replace("  sammanfattning: |\n", &format!("  sammanfattning: |\n{loops}\n")),
        format!("{EXAMPLE}{}", "a: &a [*a, *a]\n".repeat(1_000)),
    ] {
        let answer = served.post("/api/state", &json!({ "file": file(&hostile) }));
        let said = String::from_utf8_lossy(&answer.body).into_owned();
        assert_eq!(answer.status, 200, "{said}");
        let state = &answer.json()["state"];
        let is_error = |finding: &Value| finding["severity"] == "error";
        assert!(state["findings"].as_array().is_some_and(|all| all.iter().any(is_error)), "{said}");
    }
    // All that has been answered while these are still in work.
    assert!(slow.iter().any(is_in_work), "the slow ones are not slow");
    let answers: Vec<Answer> = slow.into_iter().map(Answer::read).collect();
    assert!(answers.iter().any(|answer| answer.status == 200));
    let busy: Vec<&Answer> = answers.iter().filter(|answer| answer.status != 200).collect();
    assert!(!busy.is_empty());
    for answer in busy {
        assert_eq!(answer.status, 503);
        assert!(answer.head.contains("retry-after: "), "{}", answer.head);
    }
}

/// Whether an answer has not begun to come.
fn is_in_work(stream: &TcpStream) -> bool {
    stream.set_nonblocking(true).expect("it can be set");
    let found = stream.peek(&mut [0]);
    stream.set_nonblocking(false).expect("it can be set");
    found.is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
}

#[test]
fn what_one_asks_too_often_waits_for_nobody_elses() {
    let served = Served::new(&[]);
    // Small enough for the quick lane, and far more work than its size tells.
    let items = "    - a\n".repeat(250);
    let costly = EXAMPLE.replace(": |\n", &format!(": |\n{items}\n"));
    assert!(costly.len() < 64 << 10, "{}", costly.len());
    let theirs: Vec<TcpStream> = (0..24)
        .map(|number| {
            let body = json!({ "file": file(&format!("{costly}# {number}\n")) }).to_string();
            // What they make up themselves stands before what the proxy adds.
            let from = format!("192.0.2.{number}, 10.0.0.66");
            served.sent("POST", "/api/state", &[("X-Forwarded-For", &from)], body.as_bytes())
        })
        .collect();
    for number in 10..13 {
        let body = phone(EXAMPLE, &format!("08-465 004 {number}")).to_string();
        let headers = [("X-Forwarded-For", "10.0.0.7")];
        assert_eq!(served.asked("POST", "/api/edit", &headers, body.as_bytes()).status, 200);
    }
    let left = theirs.iter().filter(|stream| is_in_work(stream)).count();
    assert!(left > 4, "of the others only {left} are left, so nobody has gone before them");
    for stream in theirs {
        assert!(matches!(Answer::read(stream).status, 200 | 503));
    }
}

#[cfg(unix)]
#[test]
fn the_log_says_what_was_asked_and_nothing_of_what_was_in_it() {
    const SECRET: &str = "Hemligsson";
    let served = Served::new(&[]);
    let text = EXAMPLE.replace("Maja Bergkvist", SECRET);
    assert!(text.contains(SECRET));
    served.open("/api/open", SECRET, text.as_bytes());
    let named = json!({ "name": SECRET, "text": text });
    served.post("/api/edit", &json!({ "file": named, "edits": [{ "op": "set", "at": ["riket", SECRET], "value": SECRET }] }));
    served.post(
        "/api/state",
        &json!({ "file": { "name": SECRET, "text": format!("{text}{SECRET}: [") } }),
    );
    served.post(&format!("/api/text/{SECRET}"), &json!({ "file": named }));
    served.asked("GET", &format!("/{SECRET}?{SECRET}"), &[("Referer", SECRET)], b"");
    served.asked("HEMLIGSSON", "/", &[("Host", SECRET)], b"");
    let (_, log) = served.ended();
    let lines: Vec<Vec<&str>> = log.lines().map(|line| line.split(' ').collect()).collect();
    let asked: Vec<String> = lines.iter().take(6).map(|line| line[1..4].join(" ")).collect();
    assert_eq!(
        asked,
        [
            "POST /api/open 200",
            "POST /api/edit 422",
            "POST /api/state 200",
            "POST /api/text 404",
            "GET - 404",
            "- - 421"
        ]
    );
    assert!(lines.iter().take(6).all(|line| line.len() == 7), "{log}");
    assert!(!log.to_lowercase().contains(&SECRET.to_lowercase()), "{log}");
}

#[cfg(unix)]
#[test]
fn what_has_been_asked_is_answered_before_it_ends() {
    let served = Served::new(&[]);
    let body = json!({ "file": file(&slow()) }).to_string();
    let asked = served.sent("POST", "/api/state", &[], body.as_bytes());
    // It is in work when what came after it has been answered.
    assert_eq!(served.post("/api/state", &json!({ "file": file(EXAMPLE) })).status, 200);
    let port = served.port;
    let (code, log) = served.ended();
    assert_eq!(code, Some(0), "{log}");
    assert_eq!(Answer::read(asked).status, 200);
    assert!(TcpStream::connect(("127.0.0.1", port)).is_err());
}

#[test]
fn what_is_no_name_or_no_address_is_said() {
    let said = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tjut"));
        let output = command.arg("server").args(arguments).output().expect("the program runs");
        (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
    };
    let (code, name) = said(&["--värd", "https://ombud.kommun.se/"]);
    assert_eq!(code, Some(2));
    assert!(name.contains("Skriv namnet utan https://"), "{name}");
    let (code, address) = said(&["--adress", "8080"]);
    assert_eq!(code, Some(2));
    assert!(address.contains("--adress"), "{address}");
    let served = Served::new(&[]);
    let (code, taken) = said(&["--adress", &format!("127.0.0.1:{}", served.port)]);
    assert_eq!(code, Some(3));
    assert!(taken.contains("Välj en annan adress eller port"), "{taken}");
}
