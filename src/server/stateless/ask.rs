//! What a request brings: the year file, what is to become of it, and the pages that the
//! browser shows.

use serde_json::Value;

use super::work::Lane;
use crate::server::refusal::Refusal;
use crate::session::Problem;

/// The largest year file, in bytes: twenty times an ordinary one. The command line takes four
/// times as much, but that has a computer of its own.
pub(super) const MOST_TEXT: usize = 256 << 10;

/// A larger one is in the slow lane from the start.
const QUICK_TEXT: usize = 64 << 10;

/// The largest file that is read beside a year file: four times a workbook in which somebody
/// has counted ten thousand contacts.
pub(super) const MOST_OTHER: usize = 4 << 20;

/// The most that edits may cost. The text is read anew for each, so it is their number times
/// the bytes of the text: a paste over all cells of an ordinary year file is an eighth of it.
const MOST_COST: usize = 32 << 20;

/// Edits that cost more are in the slow lane from the start.
const QUICK_COST: usize = 1 << 20;

/// The most pages that a browser shows of a paper.
const MOST_PAGES: usize = 100;

/// A year file as the browser has it.
pub(super) struct YearFile {
    pub(super) name: String,
    pub(super) text: String,
}

impl YearFile {
    pub(super) fn lane(&self) -> Lane {
        lane_of(self.text.len())
    }
}

/// The lane for a text of so many bytes.
pub(super) fn lane_of(bytes: usize) -> Lane {
    if bytes > QUICK_TEXT { Lane::Slow } else { Lane::Quick }
}

/// Why a text is not taken, if it is too large.
pub(super) fn too_large(bytes: usize) -> Option<Problem> {
    (bytes > MOST_TEXT).then(|| {
        let (size, most) = (bytes / 1024, MOST_TEXT / 1024);
        Problem::new(
            format!("årsfilen är {size} kB stor; den får vara högst {most} kB på servern"),
            "Kontrollera att det är rätt fil. En vanlig årsfil är mindre än 30 kB.",
        )
    })
}

/// The pages of a paper that a browser shows: their numbers with their checksums.
#[derive(Debug, Default)]
pub(super) struct Shows {
    pub(super) paper: String,
    pub(super) pages: Vec<(usize, String)>,
}

/// A file that is read beside a year file, as it is.
#[derive(Debug, Default)]
pub(super) struct OtherFile {
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
}

/// A request about a year file.
pub(super) struct Ask {
    pub(super) file: YearFile,
    pub(super) edits: Value,
    pub(super) shows: Shows,
    /// The form that the browser has ([`crate::session::Session::state_beside`]).
    pub(super) form: Option<String>,
    pub(super) other: OtherFile,
}

impl Ask {
    /// The request of a body.
    pub(super) fn of(body: &[u8]) -> Result<Self, Refusal> {
        let mut body: Value = serde_json::from_slice(body).map_err(|_| Refusal::NotUnderstood)?;
        let mut file = |key: &str| match body
            .get_mut("file")
            .and_then(|file| file.get_mut(key))
            .map(Value::take)
        {
            Some(Value::String(text)) => Ok(text),
            _ => Err(Refusal::NotUnderstood),
        };
        let file = YearFile { name: file("name")?, text: file("text")? };
        let edits = body.get_mut("edits").map(Value::take).unwrap_or_default();
        let other = OtherFile::default();
        let form = body["form"].as_str().map(str::to_owned);
        let ask = Self { file, edits, shows: shows(&body["shows"]), form, other };
        if ask.cost() > MOST_COST { Err(Refusal::TooMuch) } else { Ok(ask) }
    }

    /// The request of a body whose first bytes are JSON and the rest another file.
    pub(super) fn with_other(body: &[u8], json: usize, name: String) -> Result<Self, Refusal> {
        let (json, bytes) = body.split_at_checked(json).ok_or(Refusal::NotUnderstood)?;
        let other = OtherFile { name, bytes: bytes.to_vec() };
        Ok(Self { other, ..Self::of(json)? })
    }

    pub(super) fn lane(&self) -> Lane {
        let is_slow = self.cost() > QUICK_COST || lane_of(self.other.bytes.len()) == Lane::Slow;
        if is_slow { Lane::Slow } else { self.file.lane() }
    }

    fn cost(&self) -> usize {
        let edits = self.edits.as_array().map_or(0, Vec::len);
        edits.saturating_mul(self.file.text.len())
    }
}

fn shows(shows: &Value) -> Shows {
    let paper = shows["paper"].as_str().unwrap_or_default().to_owned();
    let page = |(number, checksum): (&String, &Value)| {
        Some((number.parse().ok()?, checksum.as_str().unwrap_or_default().to_owned()))
    };
    let pages = shows["pages"].as_object().into_iter().flatten();
    Shows { paper, pages: pages.filter_map(page).take(MOST_PAGES).collect() }
}
