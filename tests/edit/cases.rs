//! One edit after another, each with the text that must come out.

use tjut::yaml::edit::{Comments, Edits, Position, Step, Tree};

use crate::becomes;

fn set(at: &str, value: Tree) -> Edits {
    Edits::new().set(at, value)
}

fn remove(at: &str) -> Edits {
    Edits::new().remove(at, Comments::Stay)
}

fn before(step: impl Into<Step>) -> Position {
    Position::Before(step.into())
}

fn after(step: impl Into<Step>) -> Position {
    Position::After(step.into())
}

#[test]
fn a_scalar_is_set_in_its_place() {
    let file = "# överst\na: 1   # ett\n\nb:\n  c: 'två'\n  d: [x, \"y\"]  # lista\n";
    becomes(
        file,
        set("a", Tree::word(201)),
        "# överst\na: 201   # ett\n\nb:\n  c: 'två'\n  d: [x, \"y\"]  # lista\n",
    );
    becomes(
        file,
        set("b.c", Tree::text("tre")),
        "# överst\na: 1   # ett\n\nb:\n  c: 'tre'\n  d: [x, \"y\"]  # lista\n",
    );
    becomes(
        file,
        set("b.d.0", Tree::text("z, å")),
        "# överst\na: 1   # ett\n\nb:\n  c: 'två'\n  d: [\"z, å\", \"y\"]  # lista\n",
    );
    becomes(
        file,
        set("b.d[1]", Tree::text("z")),
        "# överst\na: 1   # ett\n\nb:\n  c: 'två'\n  d: [x, \"z\"]  # lista\n",
    );
    becomes(
        file,
        set("b.d", Tree::word("nej")),
        "# överst\na: 1   # ett\n\nb:\n  c: 'två'\n  d: nej  # lista\n",
    );
}

#[test]
fn nothing_becomes_something_and_something_nothing() {
    becomes("a:\nb: 1\n", set("a", Tree::word(1)), "a: 1\nb: 1\n");
    becomes("a:   # kommer\nb: 1\n", set("a", Tree::word(1)), "a: 1   # kommer\nb: 1\n");
    becomes("a: ~\n", set("a", Tree::word(1)), "a: 1\n");
    becomes(
        "a: {b: , c: 1}\n",
        set("a.b", Tree::word(1)),
        "a: {b: 1 , c: 1}\n".replace("1 ,", "1,").as_str(),
    );
    becomes("- a\n-\n- c\n", set("1", Tree::text("b")), "- a\n- b\n- c\n");
    becomes("a: 1  # not\nb: 2\n", set("a", Tree::Nothing), "a:  # not\nb: 2\n");
    becomes("a:\n  - 1\nb: 2\n", set("a", Tree::Nothing), "a:\nb: 2\n");
    becomes("a: |\n  text\nb: 2\n", set("a", Tree::Nothing), "a:\nb: 2\n");
    becomes("a: [1, 2]\n", set("a.0", Tree::Nothing), "a: [null, 2]\n");
}

/// <https://github.com/zizmorcore/zizmor/issues/2270>: a group within a group that was
/// added came out one level, and one that replaced a scalar stood on its key's line.
#[test]
fn groups_within_groups_are_set_in_step_by_step() {
    let nested = || Tree::group([("outer", Tree::group([("inner", Tree::text("value"))]))]);
    becomes(
        "top:\n  existing: 1\n",
        set("top.added", nested()),
        "top:\n  existing: 1\n  added:\n    outer:\n      inner: value\n",
    );
    becomes(
        "top:\n  target: 1\n",
        set("top.target", nested()),
        "top:\n  target:\n    outer:\n      inner: value\n",
    );
    becomes(
        "top:\n  - bar: |\n      abc\n",
        set("top.0.bar", Tree::text("def\nghi\n")),
        "top:\n  - bar: |\n      def\n      ghi\n",
    );
}

/// <https://github.com/zizmorcore/zizmor/issues/2122>: what was removed from `{ }` took its
/// neighbours with it, and a group that lost its last entry became nothing.
#[test]
fn what_is_removed_takes_nothing_else_with_it() {
    becomes("env: { A: true, FOO: bar }\n", remove("env.A"), "env: { FOO: bar }\n");
    becomes("env: { A: true, FOO: bar }\n", remove("env.FOO"), "env: { A: true }\n");
    becomes("env: { A: true }\nb: 1\n", remove("env.A"), "env: {}\nb: 1\n");
    becomes("env:\n  A: true\nb: 1\n", remove("env.A"), "env: {}\nb: 1\n");
    becomes("env:\n  - A\nb: 1\n", remove("env.0"), "env: []\nb: 1\n");
    becomes("- a: 1\n- b: 2\n", remove("0.a"), "- {}\n- b: 2\n");
    becomes("a: 1\n", remove("a"), "{}\n");
    becomes("env: [a, b, c]\n", remove("env.1"), "env: [a, c]\n");
    becomes("env: [a, b, c, ]\n", remove("env.2"), "env: [a, b, ]\n");
    becomes("env: [\n  a,  # ett\n  b   # två\n]\n", remove("env.0"), "env: [\n  b   # två\n]\n");
    becomes("env: [\n  a,  # ett\n  b   # två\n]\n", remove("env.1"), "env: [\n  a  # ett\n]\n");
    becomes("a: 1\nb: |\n  x\n\nc: 3\n", remove("b"), "a: 1\n\nc: 3\n");
    becomes("a: 1\n\nb: 2\n\nc: 3\n", remove("b"), "a: 1\n\nc: 3\n");
    becomes("a: 1\nb: 2", remove("b"), "a: 1\n");
    becomes("- a: 1\n  b: 2\n", remove("0.a"), "- b: 2\n");
    becomes("- a: 1\n  # om b\n  b: 2\n", remove("0.a"), "-\n  # om b\n  b: 2\n");
}

#[test]
fn what_is_missing_on_the_way_comes_with_the_value() {
    becomes(
        "statistik:\n  2025:\n    klienter: 1\n",
        set("statistik.2026.klienter", Tree::word(201)),
        "statistik:\n  2025:\n    klienter: 1\n  2026:\n    klienter: 201\n",
    );
    becomes(
        "a: 1\nstatistik:\nb: 1\n",
        set("statistik.2026.klienter", Tree::word(2)),
        "a: 1\nstatistik:\n  2026:\n    klienter: 2\nb: 1\n",
    );
    becomes(
        "a:\n    b: 1\nstatistik:  # tom\n",
        set("statistik.2026.x", Tree::word(2)),
        "a:\n    b: 1\nstatistik:  # tom\n    2026:\n        x: 2\n",
    );
    becomes("a: {}\nb: 1\n", set("a.x", Tree::word(1)), "a:\n  x: 1\nb: 1\n");
    becomes("a: []  # not\nb: 1\n", set("a.0", Tree::word(1)), "a:  # not\n  - 1\nb: 1\n");
    becomes("a: { b: {} }\n", set("a.b.x", Tree::word(1)), "a: { b: { x: 1 } }\n");
    becomes(
        "brister:\n- rubrik: a\n  åtgärd: b\n",
        set("brister.1.rubrik", Tree::text("c")),
        "brister:\n- rubrik: a\n  åtgärd: b\n- rubrik: c\n",
    );
    becomes("a: 1", set("b", Tree::word(2)), "a: 1\nb: 2");
}

#[test]
fn what_is_added_is_written_as_its_neighbours() {
    let last = || Position::Last;
    let add = |into: &str, key: &str, value: Tree, position: Position| {
        Edits::new().add(into, key, value, position)
    };
    let item =
        |into: &str, value: Tree, position: Position| Edits::new().add_item(into, value, position);
    becomes(
        "a:\n    x: 1\nb: 2\n",
        add("a", "y", Tree::word(2), last()),
        "a:\n    x: 1\n    y: 2\nb: 2\n",
    );
    becomes("a:\n  x: 1\n", add("a", "w", Tree::word(0), before("x")), "a:\n  w: 0\n  x: 1\n");
    becomes(
        "a: 1\n\nb:\n  c: 1\n\nd: 3\n",
        add("", "e", Tree::word(4), after("b")),
        "a: 1\n\nb:\n  c: 1\n\ne: 4\n\nd: 3\n",
    );
    becomes("a: 1\n\nb: 2\n", add("", "e", Tree::word(4), before("b")), "a: 1\n\ne: 4\n\nb: 2\n");
    becomes("a: {x: 1, y: 2}\n", add("a", "z", Tree::word(3), last()), "a: {x: 1, y: 2, z: 3}\n");
    becomes(
        "a: {x: 1, y: 2}\n",
        add("a", "z", Tree::word(3), before("x")),
        "a: {z: 3, x: 1, y: 2}\n",
    );
    becomes(
        "a: {x: 1, y: 2}\n",
        add("a", "z", Tree::word("0,5"), after("x")),
        "a: {x: 1, z: \"0,5\", y: 2}\n",
    );
    becomes("a:\n-   x\n", item("a", Tree::text("y"), last()), "a:\n-   x\n-   y\n");
    becomes(
        "a:\n  - k: 1\n    l: 2\n",
        item("a", Tree::group([("k", Tree::word(3)), ("l", Tree::word(4))]), last()),
        "a:\n  - k: 1\n    l: 2\n  - k: 3\n    l: 4\n",
    );
    becomes(
        "a:\n  - { k: 1 }\n",
        item("a", Tree::group([("k", Tree::word("0,5"))]), last()),
        "a:\n  - { k: 1 }\n  - { k: \"0,5\" }\n",
    );
    becomes("a:\n  - x\n", item("a", Tree::text("w"), before(0)), "a:\n  - w\n  - x\n");
    becomes("- - p\n  - q\n", item("0", Tree::text("o"), before(0)), "- - o\n  - p\n  - q\n");
    becomes(
        "- a: 1\n  b: 2\n",
        add("0", "z", Tree::word(0), before("a")),
        "- z: 0\n  a: 1\n  b: 2\n",
    );
    becomes(
        "a: [\n  x, # ett\n  y, # två\n  # kvar\n]\n",
        item("a", Tree::text("z"), last()),
        "a: [\n  x, # ett\n  y, # två\n  z,\n  # kvar\n]\n",
    );
    becomes(
        "a: [\n  x,\n  y # två\n]\n",
        item("a", Tree::text("z"), last()),
        "a: [\n  x,\n  y, # två\n  z\n]\n",
    );
    becomes("a: [x, y, ]\n", item("a", Tree::text("z"), last()), "a: [x, y, z, ]\n");
    becomes("a: [x,\n    y]\n", item("a", Tree::text("w"), after(0)), "a: [x,\n    w,\n    y]\n");
    becomes("a: [ # tom\n]\n", item("a", Tree::text("w"), last()), "a: [ # tom\n  w\n]\n");
    becomes(
        "a: 'x'\nb: 'y'\n",
        add("", "c", Tree::text("0042"), last()),
        "a: 'x'\nb: 'y'\nc: '0042'\n",
    );
    becomes(
        "a: 1\r\nb:\r\n  c: 1\r\n",
        add("b", "d", Tree::list([Tree::word(1), Tree::word(2)]), last()),
        "a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    - 1\r\n    - 2\r\n",
    );
    becomes(
        "b:\n- 1\nc: 1\n",
        add("", "d", Tree::list([Tree::word(1)]), last()),
        "b:\n- 1\nc: 1\nd:\n- 1\n",
    );
}

#[test]
fn keys_are_renamed() {
    becomes(
        "a: 1  # not\n\"b c\": {d: 1}\n",
        Edits::new().rename("a", "å"),
        "å: 1  # not\n\"b c\": {d: 1}\n",
    );
    becomes("a: 1\n\"b c\": {d: 1}\n", Edits::new().rename("b c", "e"), "a: 1\n\"e\": {d: 1}\n");
    becomes("a: {d: 1}\n", Edits::new().rename("a.d", "x, y"), "a: {\"x, y\": 1}\n");
    becomes("a: 1\n", Edits::new().rename("a", "18–29 år: alla"), "\"18–29 år: alla\": 1\n");
}

#[test]
fn what_is_moved_takes_its_comments_with_it() {
    let moved = |at: &str, position: Position| Edits::new().move_to(at, position);
    becomes(
        "# överst\n\n# om a\na: 1 # ett\nb: 2\n\n# om c\nc: 3\n",
        moved("c", before("a")),
        "# överst\n\n# om c\nc: 3\n# om a\na: 1 # ett\n\nb: 2\n",
    );
    becomes(
        "l:\n  - a # ett\n  # om b\n  - b\n  - c",
        moved("l.2", before(0)),
        "l:\n  - c\n  - a # ett\n  # om b\n  - b",
    );
    becomes("l:\n  - a\n  - b\n", moved("l.0", Position::Last), "l:\n  - b\n  - a\n");
    becomes(
        "- a: 1 # ett\n  b: |\n    x\n  c: 3\n",
        moved("0.b", before("a")),
        "- b: |\n    x\n  a: 1 # ett\n  c: 3\n",
    );
    becomes("a: [x, y, z]\n", moved("a.2", before(0)), "a: [z, x, y]\n");
    becomes(
        "a: [\n  x, # ett\n  # om y\n  y # två\n]\n",
        moved("a.1", before(0)),
        "a: [\n  # om y\n  y, # två\n  x # ett\n]\n",
    );
    becomes("a: {x: 1, y: 2}\n", moved("a.x", after("y")), "a: {y: 2, x: 1}\n");
}

#[test]
fn bytes_that_are_no_part_of_the_change_stay() {
    // A byte order mark, Windows' line breaks, letters as two characters, none at the end.
    becomes(
        "\u{feff}a\u{30a}r: 1\r\nb: o\u{308}\r\nc: 3",
        set("b", Tree::word(2)),
        "\u{feff}a\u{30a}r: 1\r\nb: 2\r\nc: 3",
    );
    becomes(
        "\u{feff}a\u{30a}r: 1\r\nc: 3",
        set("år", Tree::word(2)),
        "\u{feff}a\u{30a}r: 2\r\nc: 3",
    );
    becomes("a: 1\rb: 2\r", set("c", Tree::word(3)), "a: 1\rb: 2\rc: 3\r");
    becomes("---\na: 1\n...\n", set("a", Tree::word(2)), "---\na: 2\n...\n");
}

#[test]
fn a_group_that_is_set_changes_where_it_differs() {
    let file = "a:\n  x: 1 # ett\n  # om y\n  y: 2\n  z: 3\n";
    let value = Tree::group([("x", Tree::word(1)), ("ny", Tree::word(5)), ("z", Tree::word(4))]);
    becomes(file, set("a", value), "a:\n  x: 1 # ett\n  ny: 5\n  # om y\n  z: 4\n");
    let list = "a:\n  - x # ett\n  - y # två\n  - z # tre\n";
    let value = Tree::list(["x", "z"].map(Tree::text));
    becomes(list, set("a", value), "a:\n  - x # ett\n  - z # tre\n");
    let value = Tree::list(["x", "w", "y", "z"].map(Tree::text));
    becomes(list, set("a", value), "a:\n  - x # ett\n  - w\n  - y # två\n  - z # tre\n");
}
