//! Any bytes at all as a year file, changed at any place: another text or a finding, never
//! a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tjut::finding::render;
use tjut::yaml::edit::{Comments, Edits, Path, Position, RawText, Tree};
use tjut::yaml::{self, Node, Value};

/// The ways to all values.
fn paths(node: &Node, path: &Path, all: &mut Vec<Path>) {
    all.push(path.clone());
    match &node.value {
        Value::Mapping(entries) => {
            entries.iter().for_each(|entry| paths(&entry.value, &path.and(entry.key.as_str()), all));
        }
        Value::Sequence(items) => {
            items.iter().enumerate().for_each(|(index, item)| paths(item, &path.and(index), all));
        }
        _ => {}
    }
}

fuzz_target!(|input: (Vec<u8>, String, u8, u16)| {
    let (bytes, text, kind, place) = input;
    let Ok(raw) = RawText::of("fil.yaml", &bytes) else { return };
    assert_eq!(raw.bytes(), bytes);
    let (Some(root), _) = yaml::read(raw.source()) else { return };
    let mut all = Vec::new();
    paths(&root, &Path::default(), &mut all);
    let path = &all[usize::from(place) % all.len()];
    let new = if kind & 8 == 0 { Tree::text(&text) } else { Tree::word(&text) };
    let edits = match kind % 8 {
        0 | 1 => Edits::new().set(path, new),
        2 => Edits::new().add(path, &text, Tree::word(1), Position::Last),
        3 => Edits::new().add_item(path, new, Position::Last),
        4 => Edits::new().remove(path, Comments::Stay),
        5 => Edits::new().remove(path, Comments::Go),
        6 => Edits::new().rename(path, &text),
        _ => Edits::new().move_to(path, Position::Last),
    };
    match edits.apply(&raw) {
        Ok(after) => assert!(std::str::from_utf8(&after.bytes()).is_ok()),
        Err(finding) => drop(render(&finding, false)),
    }
});
