//! The program as a server: where it says that it listens, and what it answers.

use std::io::Read;

use serde_json::Value;

/// An answer to a request.
pub struct Answer {
    pub status: u16,
    /// Everything before the body.
    pub head: String,
    pub body: Vec<u8>,
}

impl Answer {
    /// The answer that comes from a connection, which ends with it.
    pub fn read(mut connection: impl Read) -> Self {
        let mut bytes = Vec::new();
        connection.read_to_end(&mut bytes).expect("an answer");
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a head");
        let head = String::from_utf8(bytes[..end].to_vec()).expect("UTF-8");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        Self { status: status.expect("a status"), head, body: bytes[end + 4..].to_vec() }
    }

    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    pub fn text(&self) -> String {
        String::from_utf8(self.body.clone()).expect("UTF-8")
    }

    /// Why something was not done.
    pub fn error(&self) -> String {
        self.json()["error"]["message"].as_str().expect("a message").to_owned()
    }
}

/// The port in the line that the program says when it listens.
pub fn port(said: &str) -> u16 {
    let port = said.trim().strip_prefix("Sidan finns på http://127.0.0.1:");
    let port = port.and_then(|port| port.strip_suffix('/')).expect("the address is said");
    port.parse().expect("a port")
}
