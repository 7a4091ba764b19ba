//! No comment is lost that isn't on the lines of what goes.

use tjut::yaml::edit::{Comments, Edits, Position, Step, Tree};

use crate::{becomes, edited};

/// <https://github.com/decaporg/decap-cms/issues/5099> and
/// <https://github.com/decaporg/decap-cms/issues/5253>: whoever saved a file lost its
/// comments and got its keys in another order.
#[test]
fn a_file_keeps_its_comments_and_its_order() {
    let file = include_str!("../../data/norra-innerstaden-2025.yaml");
    let edits = Edits::new()
        .set("statistik.2025.klienter", Tree::word(190))
        .set("ärende.underskrifter[0].namn", Tree::text("Nina Ek"))
        .set("avsändare.organisationsnummer", Tree::text("212000-0143"));
    let after = edited(file, &edits);
    let changed: Vec<_> = file.lines().zip(after.lines()).filter(|(a, b)| a != b).collect();
    assert_eq!(file.lines().count(), after.lines().count());
    assert_eq!(changed.len(), 3, "{changed:?}");
    assert!(after.contains(
        "  organisationsnummer: 212000-0143      # kontrollera mot kommunens egna uppgifter\n"
    ));
}

#[test]
fn comments_stay_when_their_entry_goes_unless_they_are_to_go() {
    let file = "a:\n  # först\n\n  # om x\n  x: 1 # ett\n      # mer om x\n  # om y\n  y:\n    # inne\n    z: 1\n";
    let go = |at: &str, comments| Edits::new().remove(at, comments);
    becomes(
        file,
        go("a.x", Comments::Stay),
        "a:\n  # först\n\n  # om x\n      # mer om x\n  # om y\n  y:\n    # inne\n    z: 1\n",
    );
    becomes(
        file,
        go("a.x", Comments::Go),
        "a:\n  # först\n\n  # om y\n  y:\n    # inne\n    z: 1\n",
    );
    becomes(
        file,
        go("a.y", Comments::Stay),
        "a:\n  # först\n\n  # om x\n  x: 1 # ett\n      # mer om x\n  # om y\n",
    );
    becomes(
        file,
        go("a.y.z", Comments::Stay),
        "a:\n  # först\n\n  # om x\n  x: 1 # ett\n      # mer om x\n  # om y\n  y: {}\n    # inne\n",
    );
}

/// <https://github.com/zizmorcore/zizmor/issues/992>: a comment behind the last value was
/// taken for a part of it.
#[test]
fn what_is_added_stands_after_comments_that_go_on() {
    let last = |key: &str| Edits::new().add("a", key, Tree::word(2), Position::Last);
    becomes(
        "a:\n  x: 1 # ett\n         # som går vidare\n  # sist\nb: 1\n",
        last("y"),
        "a:\n  x: 1 # ett\n         # som går vidare\n  y: 2\n  # sist\nb: 1\n",
    );
    becomes(
        "a: # om a\n  x: 1 # ett\n# om b\nb: 1\n",
        last("y"),
        "a: # om a\n  x: 1 # ett\n  y: 2\n# om b\nb: 1\n",
    );
    let before = Edits::new().add("", "ny", Tree::word(2), Position::Before(Step::from("b")));
    becomes(
        "a: # om a\n  x: 1 # ett\n# om b\nb: 1\n",
        before,
        "a: # om a\n  x: 1 # ett\nny: 2\n# om b\nb: 1\n",
    );
}

#[test]
fn a_line_that_looks_like_a_comment_in_a_text_is_text() {
    let file = "a: |\n  x\n  # ingen kommentar\nb: 1\n";
    becomes(
        file,
        Edits::new().move_to("b", Position::Before(Step::from("a"))),
        "b: 1\na: |\n  x\n  # ingen kommentar\n",
    );
    becomes(file, Edits::new().remove("b", Comments::Go), "a: |\n  x\n  # ingen kommentar\n");
}
