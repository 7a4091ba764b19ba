//! Texts: quotation marks only where they are needed, and `|` for several lines.

use tjut::yaml::edit::{Edits, Tree};

use crate::{becomes, edited};

fn text(value: &str) -> Tree {
    Tree::text(value)
}

#[test]
fn several_lines_are_written_after_a_vertical_line() {
    let set = |value: &str| Edits::new().set("t.a", text(value));
    becomes(
        "t:\n  a: kort  # not\n  b: 1\n",
        set("ett\n\ntvå\n"),
        "t:\n  a: |  # not\n    ett\n\n    två\n  b: 1\n",
    );
    becomes("t:\n  a: kort\n", set("ett\ntvå"), "t:\n  a: |-\n    ett\n    två\n");
    becomes("t:\n  a: kort\n", set("ett\ntvå\n\n"), "t:\n  a: |+\n    ett\n    två\n\n");
    becomes("t:\n  a: kort\n", set("  ett\ntvå\n"), "t:\n  a: |2\n      ett\n    två\n");
    becomes("t:\n  a:\n", set("ett\r\ntvå\r\n"), "t:\n  a: |\n    ett\n    två\n");
    becomes("t:\r\n  a:\r\n", set("ett\ntvå\n"), "t:\r\n  a: |\r\n    ett\r\n    två\r\n");
    becomes(
        "t:\n  a: | # not\n      ett\n  b: 2\n",
        set("två\ntre\n"),
        "t:\n  a: | # not\n      två\n      tre\n  b: 2\n",
    );
    becomes(
        "t:\n  a: | # not\n      ett\n  b: 2\n",
        set("två\n"),
        "t:\n  a: | # not\n      två\n  b: 2\n",
    );
    becomes(
        "t:\n  a: >-\n    ett\n    två\n\n  b: 2\n",
        set("ett\ntvå\n"),
        "t:\n  a: |\n    ett\n    två\n\n  b: 2\n",
    );
    becomes("t: {a: 1}\n", set("ett\ntvå\n"), "t: {a: \"ett\\ntvå\\n\"}\n");
    becomes(
        "t:\n  a: ett\n    två # not\n  b: 1\n",
        set("x\ny\n"),
        "t:\n  a: | # not\n    x\n    y\n  b: 1\n",
    );
    becomes(
        "t:\n  a:\n    ett # not\n  b: 1\n",
        set("x\ny\n"),
        "t:\n  a:\n    | # not\n    x\n    y\n  b: 1\n",
    );
    becomes("t:\n  a:\n    - 1\n  b: 1\n", set("x\ny\n"), "t:\n  a: |\n    x\n    y\n  b: 1\n");
    // What follows would become a part of the text.
    becomes("t:\n  a: 1\n\n\nb: 1\n", set("x\n\n"), "t:\n  a: \"x\\n\\n\"\n\n\nb: 1\n");
    becomes("t:\n- 1\n", Edits::new().set("t.0", text("a\nb\n")), "t:\n- |\n  a\n  b\n");
    becomes("t:\n- 1\n", Edits::new().set("t.0", text(" a\nb\n")), "t:\n- |2\n   a\n  b\n");
}

#[test]
fn a_text_after_a_vertical_line_can_become_another_value() {
    becomes(
        "a: |- # not\n  x\n  y\n\nb: 1\n",
        Edits::new().set("a", Tree::word(1)),
        "a: 1 # not\n\nb: 1\n",
    );
    becomes(
        "a: |- # not\n  x\n\nb: 1\n",
        Edits::new().set("a", Tree::list([Tree::word(1)])),
        "a: # not\n  - 1\n\nb: 1\n",
    );
    becomes("a: |\nb: 1\n", Edits::new().set("a", text("x\ny\n")), "a: |\n  x\n  y\nb: 1\n");
    becomes(
        "a: |+\n  x\n\n\nb: 1\n",
        Edits::new().set("b", Tree::word(2)),
        "a: |+\n  x\n\n\nb: 2\n",
    );
    becomes(
        "a:\n  c: |+\n    x\n\n\nb: 1\n",
        Edits::new().set("a.d", Tree::word(2)),
        "a:\n  c: |+\n    x\n\n\n  d: 2\nb: 1\n",
    );
    becomes(
        "a:\n  c: |\n    x\n       \nb: 1\n",
        Edits::new().set("a.d", Tree::word(2)),
        "a:\n  c: |\n    x\n       \n  d: 2\nb: 1\n",
    );
}

#[test]
fn quotation_marks_stand_where_they_are_needed() {
    let written = |value: &str| {
        let file = edited("a: \nb: [x]\n", &Edits::new().set("a", text(value)));
        let line = file.lines().next().expect("a line").to_owned();
        let in_flow = edited("b: [x]\n", &Edits::new().set("b.0", text(value)));
        (line[3..].trim_end().to_owned(), in_flow[4..in_flow.len() - 2].to_owned())
    };
    let same = |value: &str, wanted: &str| {
        assert_eq!(written(value), (wanted.to_owned(), wanted.to_owned()), "{value}");
    };
    let block_only = |value: &str, in_flow: &str| {
        assert_eq!(written(value), (value.to_owned(), in_flow.to_owned()), "{value}");
    };
    for plain in [
        "ett ord",
        "SN 2026/34",
        "08-465 004 00",
        "212000-0142",
        "-5 grader",
        "a#b",
        "a–b",
        "?x",
        "y",
        "1.2.3",
        "20 st",
    ] {
        same(plain, plain);
    }
    for quoted in [
        "",
        " a",
        "a ",
        "a: b",
        "a #b",
        "- a",
        "-",
        "? a",
        "ja",
        "Nej",
        "yes",
        "null",
        "~",
        "0042",
        "12",
        "1.5",
        "2026-01-15",
        "15:30",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a",
        "{{ klienter }}",
        "a:",
        "---",
        "\u{a0}a",
        "0x1F",
        "1e3",
        "tis: 1",
        "”a”",
    ] {
        let wanted = format!("\"{quoted}\"");
        same(quoted, &wanted);
    }
    block_only("a, b", "\"a, b\"");
    block_only("1,5", "\"1,5\"");
    block_only("a [b]", "\"a [b]\"");
    block_only("https://example.org", "\"https://example.org\"");
    same("a\tb", "\"a\\tb\"");
    same("\"a\"", "'\"a\"'");
    same("'a\"", "\"'a\\\"\"");
    same("'a'", "\"'a'\"");
    block_only("a \\ b", "a \\ b");
}

#[test]
fn a_word_is_written_as_it_is() {
    for word in ["0042", "ja", "2026-01-15", "1,75", "189"] {
        becomes("a: x\n", Edits::new().set("a", Tree::word(word)), &format!("a: {word}\n"));
    }
    becomes("a: {b: 1}\n", Edits::new().set("a.b", Tree::word("1,75")), "a: {b: \"1,75\"}\n");
    becomes("a: 2025\n", Edits::new().set("a", text("2026")), "a: 2026\n");
    becomes("a: \"2025\"\n", Edits::new().set("a", Tree::word("2026")), "a: \"2026\"\n");
}
