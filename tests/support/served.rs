//! `tjut server` running for a test.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use serde_json::{Value, json};

use super::http::Answer;

/// A server in an empty folder, with an empty folder for temporary files; it ends with the
/// test.
pub struct Served {
    program: Child,
    pub port: u16,
    /// What it says, line by line.
    log: Arc<Mutex<String>>,
    reader: Option<JoinHandle<()>>,
    pub folder: tempfile::TempDir,
    pub temporary: tempfile::TempDir,
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.program.kill();
        self.program.wait().expect("the program has ended");
    }
}

impl Served {
    /// Starts it, with more arguments.
    pub fn new(arguments: &[&str]) -> Self {
        let [folder, temporary] =
            [(), ()].map(|()| tempfile::tempdir().expect("a folder can be made"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_tjut"))
            .args(["server", "--adress", "127.0.0.1:0"])
            .args(arguments)
            .current_dir(folder.path())
            .env("TMPDIR", temporary.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut out = BufReader::new(program.stdout.take().expect("it is caught"));
        let mut said = String::new();
        out.read_line(&mut said).expect("the program speaks UTF-8");
        let port = super::http::port(&said);
        let log = Arc::new(Mutex::new(String::new()));
        let written = Arc::clone(&log);
        let reader = std::thread::spawn(move || {
            for line in out.lines() {
                let line = line.expect("the program speaks UTF-8");
                *written.lock().expect("it is whole") += &(line + "\n");
            }
        });
        Self { program, port, log, reader: Some(reader), folder, temporary }
    }

    /// Sends a request, whose answer is read elsewhere.
    pub fn sent(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &[u8],
    ) -> TcpStream {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("it listens");
        stream.set_read_timeout(Some(Duration::from_mins(2))).expect("it can be set");
        let host = format!("127.0.0.1:{}", self.port);
        let length = body.len().to_string();
        let length = [("Content-Length", length.as_str())];
        let usual = [
            ("Host", host.as_str()),
            ("Content-Type", "application/json"),
            ("Connection", "close"),
        ];
        let usual = usual.iter().filter(|(name, _)| headers.iter().all(|(other, _)| other != name));
        let all = usual.chain(headers).chain(&length);
        let head = all.fold(format!("{method} {path} HTTP/1.1\r\n"), |head, (name, value)| {
            head + name + ": " + value + "\r\n"
        });
        let head = head + "\r\n";
        stream.write_all(head.as_bytes()).expect("it is sent");
        // What is refused need not be read to its end.
        let _ = stream.write_all(body);
        stream
    }

    /// The answer to a request.
    pub fn asked(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        Answer::read(self.sent(method, path, headers, body))
    }

    /// The answer to JSON.
    pub fn post(&self, path: &str, body: &Value) -> Answer {
        self.asked("POST", path, &[], body.to_string().as_bytes())
    }

    /// Opens a file's bytes.
    pub fn open(&self, path: &str, name: &str, bytes: &[u8]) -> Answer {
        let headers = [("Content-Type", "application/octet-stream"), ("X-Tjut-Name", name)];
        self.asked("POST", path, &headers, bytes)
    }

    /// Has another file read beside a year file.
    pub fn beside(&self, path: &str, file: &Value, name: &str, bytes: &[u8]) -> Answer {
        let json = json!({ "file": file }).to_string();
        let length = json.len().to_string();
        let body = [json.as_bytes(), bytes].concat();
        self.with_json(path, &length, name, &body)
    }

    /// The same with what is said of the length of the JSON.
    pub fn with_json(&self, path: &str, length: &str, name: &str, body: &[u8]) -> Answer {
        let headers = [
            ("Content-Type", "application/octet-stream"),
            ("X-Tjut-Name", name),
            ("X-Tjut-Json", length),
        ];
        self.asked("POST", path, &headers, body)
    }

    /// Ends it as a service manager does; gives how it ended and all that it has said.
    #[cfg(unix)]
    pub fn ended(mut self) -> (Option<i32>, String) {
        let ask = Command::new("kill").args(["-TERM", &self.program.id().to_string()]).status();
        assert!(ask.expect("it can be asked").success());
        let status = self.program.wait().expect("it ends");
        self.reader.take().expect("it reads").join().expect("it has read");
        let mut said = self.log.lock().expect("it is whole").clone();
        let mut errors = self.program.stderr.take().expect("it is caught");
        errors.read_to_string(&mut said).expect("the program speaks UTF-8");
        (status.code(), said)
    }
}
