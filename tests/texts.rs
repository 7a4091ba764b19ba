//! What a text in the year file may hold, and what becomes of it.

use std::sync::LazyLock;

use tjut::document::{Align, Block, Document};
use tjut::finding::{Finding, render};
use tjut::make::{Failure, Format, Pipeline};
use tjut::source::Source;
use tjut::template::{Filling, Input, Papers, Template};

static WORKSHOP: LazyLock<Pipeline> =
    LazyLock::new(|| Pipeline::standard().unwrap_or_else(|error| panic!("{error:?}")));

const SMALLEST: &str = include_str!("fall/minsta.yaml");

/// The smallest good year file with another text under `uppföljning`.
fn year_file(text: &str) -> String {
    let (before, _) = SMALLEST.split_once("  uppföljning: |\n").expect("it is the last text");
    let lines: Vec<String> = text.lines().map(|line| format!("    {line}\n")).collect();
    format!("{before}  uppföljning: |2\n{}", lines.concat())
}

/// The application, which has the text, and what is found.
fn application(file: &str) -> (Option<Document>, Vec<Finding>) {
    let papers: Vec<_> = WORKSHOP.papers.get("ansokan").into_iter().collect();
    let checked = WORKSHOP.check_for(Source::new("fall.yaml", file), &papers);
    let document = WORKSHOP.documents(&checked, &papers).ok().and_then(|mut made| made.pop());
    (document, checked.findings)
}

/// The blocks that a text becomes, when nothing at all is said about it.
fn shown(text: &str) -> Vec<Block> {
    let (document, findings) = application(&year_file(text));
    let said: Vec<String> = findings.iter().map(|finding| render(finding, false)).collect();
    assert_eq!(said, [""; 0]);
    let is_heading = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    let blocks = document.expect("a paper").blocks.into_iter();
    let heading = |block: &Block| matches!(block, Block::Heading { text, .. } if tjut::document::plain(text) == "7. Uppföljning");
    let after = blocks.skip_while(|block| !heading(block)).skip(1);
    after.take_while(|block| !is_heading(block)).collect()
}

/// What is said first of a file, without the frame.
fn said(file: &str) -> String {
    let (_, findings) = application(file);
    let found = findings.iter().find(|finding| finding.is_error()).expect("something is wrong");
    format!("{} {}: {}", found.source.name, found.position().line, found.message)
}

/// What is said first of a file when only the redovisning is made.
fn said_of_report(file: &str) -> String {
    let papers: Vec<_> = WORKSHOP.papers.get("redovisning").into_iter().collect();
    let findings = WORKSHOP.check_for(Source::new("fall.yaml", file), &papers).findings;
    let found = findings.iter().find(|finding| finding.is_error()).expect("something is wrong");
    format!("{} {}: {}", found.source.name, found.position().line, found.message)
}

/// What is said first of a paper whose template has the given body.
fn said_of_template(body: &str, file: &str) -> String {
    let head = "---\nnamn: A\nbeskrivning: B\nförfattare: C\nämne: D\nsökord: [e]\n---\n";
    let template = Template::new("prov", Source::new("prov.md", format!("{head}{body}\n")));
    let findings = match Papers::with(&[template]).map(Pipeline::of) {
        Err(findings) | Ok(Err(Failure::Findings(findings))) => findings,
        Ok(Err(Failure::Writer(message))) => panic!("{message}"),
        Ok(Ok(pipeline)) => {
            let papers: Vec<_> = pipeline.papers.get("prov").into_iter().collect();
            pipeline.check_for(Source::new("fall.yaml", file), &papers).findings
        }
    };
    let found = findings.iter().find(|finding| finding.is_error()).expect("something is wrong");
    format!("{} {}: {}", found.source.name, found.position().line, found.message)
}

#[test]
fn a_markdown_table_is_a_table_in_both_formats() {
    let text = "Uppföljningen sker så här:\n\nTabell: Möten varje kvartal\n\n\
        | Kvartal | Möten |\n|---------|-------|\n| Första  | 3     |\n| Andra   |       |";
    let blocks = shown(text);
    let Some(Block::Table(table)) = blocks.get(1) else { panic!("{blocks:?}") };
    assert_eq!(table.caption, "Möten varje kvartal");
    assert_eq!(table.description, "Två rader med kolumnerna Kvartal och Möten.");
    assert_eq!(
        table.columns.iter().map(|column| column.align).collect::<Vec<_>>(),
        [Align::Left, Align::Right]
    );
    assert_eq!(
        table.rows.iter().map(|row| row.header.as_str()).collect::<Vec<_>>(),
        ["Första", "Andra"]
    );
    assert_eq!(table.rows.iter().map(|row| row.cells.concat()).collect::<Vec<_>>(), ["3", "–"]);

    let papers: Vec<_> = WORKSHOP.papers.get("ansokan").into_iter().collect();
    let checked = WORKSHOP.check_for(Source::new("fall.yaml", year_file(text)), &papers);
    let made = WORKSHOP.make(&checked, &papers, &[Format::Pdf, Format::Docx]);
    assert_eq!(made.map(|made| made.len()).map_err(|failure| format!("{failure:?}")), Ok(2));
}

#[test]
fn bullets_pasted_from_a_word_processor_are_a_list() {
    let list = shown("Ombuden:\n\n- lyssnar\n- följer med");
    assert!(matches!(list.get(1), Some(Block::List(_))), "{list:?}");
    for text in [
        "Ombuden:\n\n• lyssnar\n• följer med",
        "Ombuden:\n\n– lyssnar\n– följer med",
        "Ombuden:\n\n▪ lyssnar\n▪ följer med",
        "Ombuden:\n\n•\tlyssnar\n•\tföljer med",
        "Ombuden:\n– lyssnar\n– följer med",
    ] {
        assert_eq!(shown(text), list, "{text}");
    }
    let near = shown("Ombuden:\n• lyssnar\n• följer med");
    assert_eq!(near, list);
    let run_on = shown("Vi hade kurser\n– en på våren\n– en på hösten");
    assert!(matches!(run_on.as_slice(), [Block::Paragraph { .. }, Block::List(_)]), "{run_on:?}");
    let item = shown("Ombuden:\n\n- lyssnar");
    for sign in ["•", "·", "o", "\u{F0B7}", "–", "-"] {
        assert_eq!(shown(&format!("Ombuden:\n{sign}\tlyssnar")), item, "{sign}");
    }
}

#[test]
fn a_name_may_be_typed_in_decomposed_letters() {
    let composed =
        shown("{{ nämnd }}: {% if \"uppföljning\" in texter %}{{ förvaltning|versal }}{% endif %}");
    let decomposed = shown(
        "{{ na\u{308}mnd }}: {% if \"uppfo\u{308}ljning\" in texter %}{{ fo\u{308}rvaltning|versal }}{% endif %}",
    );
    assert_eq!(decomposed, composed);
}

#[test]
fn a_text_has_words_when_letters_are_left_of_it() {
    let has_words = |text: &str| {
        let checked = WORKSHOP.check(Source::new("fall.yaml", year_file(text)));
        let facts = checked.facts.as_ref().expect("the file can be read");
        let input = Input { loaded: &checked.loaded, facts, page_label: "" };
        Filling::new(&WORKSHOP.papers, input)
            .expect("a year_file")
            .words("uppföljning")
            .is_none_or(|words| words.contains(char::is_alphabetic))
    };
    for text in [
        "{# en anmärkning #}",
        "{% if false %}Text.{% endif %}",
        "-",
        "…",
        "1.",
        "**",
        "***",
        "{% for rad in andra_kommuner %}Text.{% endfor %}",
        "2025",
        "\u{a0}",
        "{% if kö is defined %}Kö{% endif %}",
    ] {
        assert!(!has_words(text), "{text}");
    }
    for text in [
        "Text.",
        "- å",
        "### Rubrik",
        "{{ nämnd }}",
        "{% if nya %}Nya.{% endif %}",
        "{{ finns_inte }}",
        "Tabell: A\n\n| a | b |\n|---|---|\n| c | d |",
    ] {
        assert!(has_words(text), "{text}");
    }
}

#[test]
fn what_is_too_long_is_a_finding_at_its_place() {
    let many: String = (0..4_000).map(|_| "- Punkt\n").collect();
    insta::assert_snapshot!(said(&year_file(&many)), @"fall.yaml 2076: här står mer än ett papper kan ha: fler än 2 000 stycken, punkter, celler, länkar och märkta ord; det kan inte visas i papperen");
    insta::assert_snapshot!(said(&year_file(&"Ett stycke till. ".repeat(1_000))), @"fall.yaml 77: här står ett stycke som är för långt; det kan inte visas i papperen");
    let long = "Ett stycke med ord.\n\n".repeat(1_500);
    let long = SMALLEST.replace(
        "  organisation: |\n",
        &format!(
            "  organisation: |\n{}",
            long.replace("Ett", &format!("    {}Ett", "Ord. ".repeat(40)))
        ),
    );
    // How much of the line there was room for depends on what stands before it.
    let said_of_it = said_of_report(&long);
    let before = said_of_it.split(": ”").next().unwrap_or_default();
    insta::assert_snapshot!(before, @"fall.yaml 69: i det ifyllda papperet står mer text än ett papper kan ha, vilket är omkring 80 sidor");
    let rows: Vec<String> = (0..600).map(|n| format!("    - Område {n}\n")).collect();
    let file = SMALLEST.replace(
        "upptagningsområde: [Exempelstads kommun]\n",
        &format!("upptagningsområde:\n{}", rows.concat()),
    );
    insta::assert_snapshot!(said(&file), @"fall.yaml 527: här står 600 rader; fler än 500 får det inte vara");
    let name = "Socialnämnden ".repeat(2_000);
    let file = SMALLEST.replace("Socialnämnden", name.trim());
    insta::assert_snapshot!(said(&file), @"ansokan.md 11: papperets titel, eller det som beskriver en tabell eller ett diagram, är för lång");
    let joined =
        format!("{{% for a in ledningsgrupp.ledamöter %}}{}{{% endfor %}}", "{{nämnd}}".repeat(50));
    insta::assert_snapshot!(said(&year_file(&joined)), @"fall.yaml 77: här står 3250 tecken i rad utan mellanslag");
    let text: String = "Ett stycke med ord.\n\n".repeat(400);
    let body = format!(
        "# A\n\n{{% for a in ledningsgrupp.ledamöter %}}{{% for b in ledningsgrupp.ledamöter %}}{{% for c in ledningsgrupp.ledamöter %}}\n{text}{{% endfor %}}{{% endfor %}}{{% endfor %}}"
    );
    insta::assert_snapshot!(said_of_template(&body, SMALLEST), @"prov.md 11: i det ifyllda papperet står mer text än ett papper kan ha, vilket är omkring 80 sidor: ”Ett stycke m”");
}

#[test]
fn what_only_the_filled_in_paper_shows_is_found_before_it_is_typeset() {
    insta::assert_snapshot!(said_of_template("## A\n\n# B", SMALLEST), @"prov.md 8: i det ifyllda papperet står en rubrik före papperets titel: ”## A”");
    insta::assert_snapshot!(said_of_template("# A\n\n### B", SMALLEST), @"prov.md 10: i det ifyllda papperet står en underrubrik som inte har någon rubrik över sig: ”### B”");
    insta::assert_snapshot!(said_of_template("# A\n\n# B", SMALLEST), @"prov.md 10: i det ifyllda papperet står en titel till: ”# B”");
    insta::assert_snapshot!(said_of_template("# A\n\na&#0;b", SMALLEST), @"prov.md 10: i det ifyllda papperet står ett tecken skrivet som HTML-kod: ”&#0;”");
    insta::assert_snapshot!(said_of_template("# A\n\n~~b~~", SMALLEST), @"prov.md 10: i det ifyllda papperet står överstruken text: ”~~b~~”");
    // The words stand in the year file.
    let body = "# A\n\n{% block uppföljning %}{% endblock %}";
    insta::assert_snapshot!(said_of_template(body, &year_file("Först.\n\n### Sedan\n\nSist.")), @"fall.yaml 79: i det ifyllda papperet står en underrubrik som inte har någon rubrik över sig: ”### Sedan”");
    // A letter whose capital no font has.
    let file = SMALLEST.replace("avdelning: Vuxenavdelningen", "avdelning: ɐvdelning");
    insta::assert_snapshot!(said_of_template("# A\n\n{{ avdelning|versal }}", &file), @"prov.md 8: tecknet `Ɐ` (U+2C6F) finns inte i papperens typsnitt");
}

#[test]
fn texts_of_neighbouring_sections_stay_apart() {
    let first = ["Först.", "- a\n- b", "1. a\n2. b", "Först.\n\n1. a\n\n   b"];
    for (one, other) in first.iter().flat_map(|one| first.map(|other| (*one, other))) {
        let body = "# A\n\n{% block handledning %}\n{% endblock %}\n{% block uppföljning %}\n{% endblock %}\n\nSist.";
        let head = "---\nnamn: A\nbeskrivning: B\nförfattare: C\nämne: D\nsökord: [e]\n---\n";
        let template = Source::new("prov.md", format!("{head}{body}"));
        let papers = Papers::with(&[Template::new("prov", template)]).expect("a template");
        let pipeline = Pipeline::of(papers).unwrap_or_else(|error| panic!("{error:?}"));
        let lines: Vec<String> = one.lines().map(|line| format!("    {line}\n")).collect();
        let lines = lines.concat();
        let file = year_file(other).replace(
            "    Ombuden har handledning varje månad.\n  grupper",
            &format!("{lines}  grupper"),
        );
        let papers: Vec<_> = pipeline.papers.get("prov").into_iter().collect();
        let checked = pipeline.check_for(Source::new("fall.yaml", file), &papers);
        let made =
            pipeline.documents(&checked, &papers).unwrap_or_else(|error| panic!("{error:?}"));
        let alone = |text: &str| shown(text).len();
        let (title, last) = (1, 1);
        assert_eq!(
            made[0].blocks.len(),
            title + alone(one) + alone(other) + last,
            "{one}\n{other}"
        );
    }
}
