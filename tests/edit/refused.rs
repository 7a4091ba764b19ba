//! What can't be done is said, and the file stays as it is.

use tjut::yaml::edit::{Comments, Edits, Position, Tree};

use crate::try_edit;

#[test]
fn every_refusal_says_what_to_do() {
    let file = "statistik:\n  2025: {klienter: 189, nya: 20}\nbrister:\n  - rubrik: a\nlista: [a: 1]\n? x\n: 1\n";
    let set = |at: &str, value: Tree| Edits::new().set(at, value);
    let tries: Vec<(&str, Edits)> = vec![
        ("a key that is not there", Edits::new().remove("statistik.2025.klientr", Comments::Stay)),
        ("nothing like it is there", Edits::new().remove("statistik.2025.hittepå", Comments::Stay)),
        ("an item that is not there", set("brister.7.rubrik", Tree::text("b"))),
        ("a key in a list", set("brister.rubrik", Tree::text("b"))),
        ("a key under a value", set("statistik.2025.nya.x", Tree::word(1))),
        ("no path", set("a..b", Tree::word(1))),
        ("the whole file", Edits::new().remove("", Comments::Stay)),
        ("a key that is there", Edits::new().rename("statistik.2025.nya", "klienter")),
        ("a key that is no word", Edits::new().rename("statistik.2025.nya", " ")),
        ("an item has no key", Edits::new().rename("brister.0", "a")),
        ("added twice", Edits::new().add("statistik.2025", "nya", Tree::word(1), Position::Last)),
        (
            "an entry without braces",
            Edits::new().add("lista.0", "b", Tree::word(1), Position::Last),
        ),
        ("a key after a question mark", set("brister", Tree::Nothing)),
        ("a character that no text has", set("brister.0.rubrik", Tree::text("a\u{1}b"))),
        ("too large", set("brister.0.rubrik", Tree::text("a".repeat(1 << 20)))),
    ];
    let mut said = Vec::new();
    for (what, edits) in tries {
        let file = if what == "a key after a question mark" {
            file
        } else {
            &file[..file.find('?').unwrap_or(0)]
        };
        let report = try_edit(file, &edits).expect_err(what);
        said.push(format!("== {what}\n{report}"));
    }
    for (what, file) in [
        ("a file that can't be read", "a: [1\n"),
        ("a group that can't be read", "b: 1\na: \"1\nc: 2\n"),
        ("not UTF-8", "\u{0}"),
    ] {
        let report = try_edit(file, &set("a", Tree::word(2))).expect_err(what);
        said.push(format!("== {what}\n{report}"));
    }
    insta::assert_snapshot!(said.join("\n\n"));
}

/// What is broken elsewhere need not be mended first.
#[test]
fn what_is_wrong_elsewhere_stays_as_it_is() {
    let after = try_edit("a: ”x”\nb: 1\nb: 2\nc: 3\n", &Edits::new().set("c", Tree::word(4)));
    assert_eq!(after.as_deref(), Ok("a: ”x”\nb: 1\nb: 2\nc: 4\n"));
    let after = try_edit("a: \"x\nb: 1\nc: 3\n", &Edits::new().set("c", Tree::word(4)));
    assert_eq!(after.as_deref(), Ok("a: \"x\nb: 1\nc: 4\n"));
}

#[test]
fn all_edits_are_made_or_none() {
    let edits = Edits::new().set("a", Tree::word(2)).remove("x", Comments::Stay);
    assert!(try_edit("a: 1\nb: 2\n", &edits).is_err());
}
