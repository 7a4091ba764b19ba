//! Thousands of edits of made-up files. What must come out is known from how a file was
//! made up ([`crate::model`]) and not from reading it.

use tjut::finding::render;
use tjut::source::Source;
use tjut::yaml::edit::{Comments, Edits, Path, Position, RawText, Step, Tree};
use tjut::yaml::{self, Node};

use crate::kept::{
    Found, check_removed, check_rest, check_set, is_insertion, is_same_but, sorted, within,
};
use crate::model::{Content, File, Form, Meaning};
use crate::writer::{Dice, file};

const FILES: u64 = 2500;
const EDITS_OF_EACH: u64 = 5;

#[test]
fn no_edit_of_many_touches_anything_else() {
    let mut done = 0;
    for seed in 0..FILES {
        let file = file(seed);
        let read = meaning_of(&file.text);
        assert_eq!(
            read,
            file.root.meaning(),
            "the made-up file means something else: {seed}\n{}",
            file.text
        );
        for number in 0..EDITS_OF_EACH {
            let mut dice = Dice::new(seed * 1000 + number + 7);
            one_edit(&file, &mut dice, &format!("file {seed}, edit {number}"));
            done += 1;
        }
    }
    assert!(done >= 10_000, "{done}");
}

fn meaning_of(text: &str) -> Meaning {
    let content = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (root, findings) = yaml::read(&Source::new("fil.yaml", content));
    let report: Vec<String> = findings.iter().map(|finding| render(finding, false)).collect();
    assert!(report.is_empty(), "{}\n{text}", report.join("\n"));
    node_meaning(&root.expect("a tree"))
}

fn node_meaning(node: &Node) -> Meaning {
    match &node.value {
        yaml::Value::Null | yaml::Value::Reported => Meaning::Nothing,
        yaml::Value::Scalar(scalar) => Meaning::Text(scalar.text.clone()),
        yaml::Value::Sequence(items) => Meaning::List(items.iter().map(node_meaning).collect()),
        yaml::Value::Mapping(entries) => Meaning::Group(
            entries
                .iter()
                .map(|entry| (entry.key.to_string(), node_meaning(&entry.value)))
                .collect(),
        ),
    }
}

/// Any part of a file.
fn pick<'f>(file: &'f File, dice: &mut Dice) -> Found<'f> {
    let mut within = &file.root;
    let mut path = Path::default();
    let mut outer = (0, file.text.len());
    let mut in_flow = false;
    loop {
        let index = dice.below(within.parts().len());
        let part = &within.parts()[index];
        in_flow |= within.form == Form::Inline;
        let step = part.key.as_ref().map_or(Step::Item(index), |(key, _)| Step::Key(key.clone()));
        if part.value.parts().is_empty() || dice.one_in(3) {
            return Found { path: path.and(step), within, index, outer, in_flow };
        }
        path = path.and(step);
        outer = (part.after, part.end);
        within = &part.value;
    }
}

const TEXTS: &[&str] = &[
    "ord",
    "två ord",
    "201",
    "1,5",
    "ja",
    "",
    " a ",
    "a: b",
    "a #b",
    "- a",
    "\"x\"",
    "it's",
    "{{ klienter }}",
    "å",
    "rad\nrad",
    "rad\nrad\n",
    "rad\n\n  indragen\nrad\n",
    "  först\nsedan\n",
    "rad\n\n",
    "\n",
    "# rad\n- rad\n",
    "slut \\",
    "a\tb",
    "[x",
    "x: |",
];

fn any_text(dice: &mut Dice) -> (Tree, Meaning) {
    let text = *dice.of(TEXTS);
    let tree =
        if dice.one_in(3) && !text.contains('\n') { Tree::word(text) } else { Tree::text(text) };
    (tree, Meaning::Text(text.to_owned()))
}

fn any_value(dice: &mut Dice, depth: usize) -> (Tree, Meaning) {
    match dice.below(if depth < 2 { 8 } else { 5 }) {
        0 => (Tree::Nothing, Meaning::Nothing),
        5 | 6 => {
            let keys = ["ny", "a", "18–29 år", "med: kolon", "b, c"];
            let count = dice.below(3);
            let values: Vec<_> = (0..count).map(|_| any_value(dice, depth + 1)).collect();
            let (trees, meanings): (Vec<_>, Vec<_>) = values.into_iter().unzip();
            let meanings = keys.iter().map(|key| (*key).to_owned()).zip(meanings).collect();
            (Tree::group(keys.into_iter().zip(trees)), Meaning::Group(meanings))
        }
        7 => {
            let count = dice.below(4);
            let values: Vec<_> = (0..count).map(|_| any_value(dice, depth + 1)).collect();
            let (trees, meanings): (Vec<_>, Vec<_>) = values.into_iter().unzip();
            (Tree::list(trees), Meaning::List(meanings))
        }
        _ => any_text(dice),
    }
}

/// The meaning of the whole file when a group or a list in it has become another.
fn with(root: &Meaning, path: &[Step], change: &mut dyn FnMut(&mut Meaning)) -> Meaning {
    let mut whole = root.clone();
    let mut at = &mut whole;
    for step in path {
        at = match (at, step) {
            (Meaning::Group(entries), Step::Key(key)) => {
                &mut entries.iter_mut().find(|(known, _)| known == key).expect("it is there").1
            }
            (Meaning::List(items), Step::Item(index)) => &mut items[*index],
            _ => panic!("no such way"),
        };
    }
    change(at);
    whole
}

fn one_edit(file: &File, dice: &mut Dice, what: &str) {
    let found = pick(file, dice);
    let part = found.part();
    let root = file.root.meaning();
    let outside = &found.path.0[..found.path.0.len() - 1];
    match dice.below(10) {
        0..=3 => {
            let (tree, meaning) = any_value(dice, 0);
            if matches!((&meaning, &part.value.content), (Meaning::Group(_), Content::Group(old)) if !old.is_empty())
            {
                return;
            }
            let expected = with(&root, &found.path.0, &mut |value| value.clone_from(&meaning));
            let edits = Edits::new().set(&found.path, tree);
            let after = made(file, &edits, &expected, what);
            check_set(file, &found, &meaning, &after, what);
        }
        4 | 5 => {
            let comments = if dice.one_in(2) { Comments::Stay } else { Comments::Go };
            let expected = with(&root, outside, &mut |value| match value {
                Meaning::Group(entries) => drop(entries.remove(found.index)),
                Meaning::List(items) => drop(items.remove(found.index)),
                _ => panic!("no group"),
            });
            let edits = Edits::new().remove(&found.path, comments);
            let after = made(file, &edits, &expected, what);
            check_removed(file, &found, comments, &after, what);
        }
        6 | 7 => an_addition(file, &found, dice, what),
        8 => {
            let Some((_, place)) = &part.key else { return };
            let key = *dice.of(&["omdöpt", "två ord", "med: kolon, och", "åäö"]);
            if found
                .within
                .parts()
                .iter()
                .any(|part| part.key.as_ref().is_some_and(|(known, _)| known == key))
            {
                return;
            }
            let expected = with(&root, outside, &mut |value| match value {
                Meaning::Group(entries) => key.clone_into(&mut entries[found.index].0),
                _ => panic!("no group"),
            });
            let after = made(file, &Edits::new().rename(&found.path, key), &expected, what);
            is_same_but(file, &after, place.start, place.end, what);
        }
        _ => a_move(file, &found, dice, what),
    }
}

/// Something comes in at any place in the group or list.
fn an_addition(file: &File, found: &Found<'_>, dice: &mut Dice, what: &str) {
    let part = found.part();
    let root = file.root.meaning();
    let outside = &found.path.0[..found.path.0.len() - 1];
    let count = found.within.parts().len();
    let outer = Path(outside.to_vec());
    let step_of = |index: usize| step_to(found, index);

    let (tree, meaning) = any_value(dice, 0);
    let (place, position) = match dice.below(3) {
        0 => (count, Position::Last),
        1 => (found.index, Position::Before(step_of(found.index))),
        _ => (found.index + 1, Position::After(step_of(found.index))),
    };
    let is_group = part.key.is_some();
    let expected = with(&root, outside, &mut |value| match value {
        Meaning::Group(entries) => {
            entries.insert(place, ("tillagd".to_owned(), meaning.clone()));
        }
        Meaning::List(items) => items.insert(place, meaning.clone()),
        _ => panic!("no group"),
    });
    let edits = if is_group {
        Edits::new().add(&outer, "tillagd", tree, position)
    } else {
        Edits::new().add_item(&outer, tree, position)
    };
    let after = made(file, &edits, &expected, what);
    if found.in_flow {
        check_rest(file, found, &after, None, what);
    } else {
        assert!(
            is_insertion(&file.text, &after),
            "{what}: more than an insertion\n{}\n---\n{after}",
            file.text
        );
    }
}

/// The part goes to any place in its group or list.
fn a_move(file: &File, found: &Found<'_>, dice: &mut Dice, what: &str) {
    let root = file.root.meaning();
    let outside = &found.path.0[..found.path.0.len() - 1];
    let count = found.within.parts().len();
    let step_of = |index: usize| step_to(found, index);

    let target = dice.below(count);
    let (place, position) = match dice.below(3) {
        0 => (count, Position::Last),
        1 => (target, Position::Before(step_of(target))),
        _ => (target + 1, Position::After(step_of(target))),
    };
    let to = if place > found.index { place - 1 } else { place };
    let expected = with(&root, outside, &mut |value| match value {
        Meaning::Group(entries) => {
            let entry = entries.remove(found.index);
            entries.insert(to, entry);
        }
        Meaning::List(items) => {
            let item = items.remove(found.index);
            items.insert(to, item);
        }
        _ => panic!("no group"),
    });
    let text = RawText::of("fil.yaml", file.text.as_bytes()).expect("a text");
    let edits = Edits::new().move_to(&found.path, position);
    // Within brackets on few lines it can't be told what a comment is about.
    let is_noted = file.comments.iter().any(|note| within(note.start, found.within.span.clone()));
    // Where a text keeps the line breaks at its end, empty lines can't be told from it.
    let keeps_breaks = !found.in_flow
        && ["|+", ">+", "1+", "2+", "3+", "4+", "7+"].iter().any(|sign| file.text.contains(sign));
    if ((found.in_flow && is_noted) || keeps_breaks) && edits.apply(&text).is_err() {
        return;
    }
    let after = made(file, &edits, &expected, what);
    assert_eq!(
        sorted(&file.text),
        sorted(&after),
        "{what}: not the same letters\n{}\n---\n{after}",
        file.text
    );
    check_rest(file, found, &after, None, what);
}

fn step_to(found: &Found<'_>, index: usize) -> Step {
    let part = &found.within.parts()[index];
    part.key.as_ref().map_or(Step::Item(index), |(key, _)| Step::Key(key.clone()))
}

/// The text that an edit makes, which must mean what is expected.
fn made(file: &File, edits: &Edits, expected: &Meaning, what: &str) -> String {
    let text = RawText::of("fil.yaml", file.text.as_bytes()).expect("a text");
    assert_eq!(text.bytes(), file.text.as_bytes(), "{what}");
    let after = edits.apply(&text).unwrap_or_else(|finding| {
        panic!("{what}: {edits:?}\n{}\n---\n{}", render(&finding, false), file.text)
    });
    let after = String::from_utf8(after.bytes()).expect("a text");
    assert_eq!(&meaning_of(&after), expected, "{what}: {edits:?}\n{}\n---\n{after}", file.text);
    after
}

/// Files with slips: they are changed or not, and every finding has a place to be shown.
#[test]
fn files_with_slips_are_changed_or_refused() {
    let signs = [
        "{", "}", "[", "]", ":", "- ", "\t", "\u{a0}", "\"", "'", "#", "&a ", "!b ", "*c", "|",
        ">", "? ", "\n", "  ", "å", ",", "a: b", "---\n", "\r",
    ];
    for seed in 0..3000 {
        let mut dice = Dice::new(seed + 5);
        let file = file(seed);
        let mut text = file.text.clone();
        for _ in 0..=dice.below(3) {
            let mut at = dice.below(text.len() + 1);
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            if dice.one_in(2) {
                text.insert_str(at, signs[dice.below(signs.len())]);
            } else {
                text.truncate(at);
            }
        }
        let Ok(raw) = RawText::of("fil.yaml", text.as_bytes()) else { continue };
        let found = pick(&file, &mut dice);
        let outer = Path(found.path.0[..found.path.0.len() - 1].to_vec());
        let (tree, _) = any_value(&mut dice, 0);
        let edits = [
            Edits::new().set(&found.path, tree.clone()),
            Edits::new().remove(&found.path, Comments::Go),
            Edits::new().add(&outer, "ny", tree.clone(), Position::Last),
            Edits::new().add_item(&outer, tree, Position::Last),
            Edits::new().rename(&found.path, "ny"),
            Edits::new().move_to(&found.path, Position::Last),
        ];
        for edits in edits {
            match edits.apply(&raw) {
                Ok(after) => assert!(std::str::from_utf8(&after.bytes()).is_ok()),
                Err(finding) => drop(render(&finding, false)),
            }
        }
    }
}
