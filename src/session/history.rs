//! How a text was before each change, kept as what differs, so that there can be any number
//! of changes.

/// The way from a text back to the one before it: what stands between the parts that both
/// have.
#[derive(Debug, Clone, PartialEq, Eq)]
struct WayBack {
    /// How many bytes at the start are the same.
    start: usize,
    /// How many bytes at the end are the same.
    end: usize,
    /// What stood between them.
    was: Vec<u8>,
}

impl WayBack {
    fn between(before: &[u8], after: &[u8]) -> Self {
        let same = |(a, b): &(&u8, &u8)| a == b;
        let start = before.iter().zip(after).take_while(same).count();
        let rest = before[start..].iter().rev().zip(after[start..].iter().rev());
        let end = rest.take_while(same).count();
        Self { start, end, was: before[start..before.len() - end].to_vec() }
    }

    fn from(&self, after: &[u8]) -> Vec<u8> {
        let head = after.get(..self.start).unwrap_or_default();
        let tail = after.get(after.len().saturating_sub(self.end)..).unwrap_or_default();
        [head, &self.was, tail].concat()
    }
}

/// Texts that came one after another, the latest last.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    ways: Vec<WayBack>,
}

impl History {
    /// Adds a text that has become another one.
    pub(super) fn push(&mut self, before: &[u8], after: &[u8]) {
        self.ways.push(WayBack::between(before, after));
    }

    /// The text before the latest change, which is forgotten here; nothing when there is no
    /// change. `now` is what that has made of it.
    pub(super) fn pop(&mut self, now: &[u8]) -> Option<Vec<u8>> {
        self.ways.pop().map(|way| way.from(now))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.ways.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.ways.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_had_back_whatever_it_has_become() {
        let texts = ["", "a", "aa", "aba", "ab", "årlig å", "år å", "", "x\r\ny"];
        let mut history = History::default();
        for pair in texts.windows(2) {
            history.push(pair[0].as_bytes(), pair[1].as_bytes());
        }
        let mut now = texts[texts.len() - 1].as_bytes().to_vec();
        for text in texts.iter().rev().skip(1) {
            now = history.pop(&now).expect("there is one before");
            assert_eq!(now, text.as_bytes());
        }
        assert_eq!(history.pop(&now), None);
    }

    #[test]
    fn only_what_differs_is_kept() {
        let long = "ett stycke ".repeat(1000);
        let way = WayBack::between(
            format!("{long}1{long}").as_bytes(),
            format!("{long}23{long}").as_bytes(),
        );
        assert_eq!(way.was, b"1");
    }
}
