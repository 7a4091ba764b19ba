//! The points of 8 § and 10 §, the ledningsgrupp, repayment.

use super::{Example, PAPERS};

/// A text of the example with its lines.
fn text_of(section: &str) -> String {
    let example = Example::new().text;
    let start = example.find(&format!("  {section}: |\n")).expect("the section is there");
    let rest = &example[start..];
    let end = rest.find("\n\n  ").map_or(rest.len(), |end| end + 2);
    // Texts of several paragraphs go on until the next key.
    let mut length = end;
    while rest[length..].starts_with("  ") && rest[length..].starts_with("    ") {
        length += rest[length..].find("\n\n  ").map_or(rest.len() - length, |end| end + 2);
    }
    rest[..length].to_owned()
}

#[test]
fn every_point_needs_its_text() {
    let points = [
        ("utbildning", "redovisningens-punkter", "10 § 1: den utbildning som ombuden har fått"),
        ("handledning", "redovisningens-punkter", "10 § 1: den handledning som ombuden har fått"),
        ("grupper", "redovisningens-punkter", "10 § 2: vilka grupper som har fått stöd"),
        (
            "orsak_till_kontakt",
            "redovisningens-punkter",
            "10 § 2: de vanligaste orsakerna till kontakt",
        ),
        ("organisation", "redovisningens-punkter", "10 § 4: organisation, ledning och samverkan"),
        ("arbetssätt", "ansökans-punkter", "8 § 5: hur ombuden ska arbeta med målgruppen"),
        (
            "planering_och_dokumentation",
            "ansökans-punkter",
            "8 § 5: hur arbetet planeras och dokumenteras",
        ),
        (
            "stöd_till_ombuden",
            "ansökans-punkter",
            "8 § 6: stödet till ombuden, till exempel utbildning och handledning",
        ),
        ("uppföljning", "ansökans-punkter", "8 § 7: hur verksamheten följs upp"),
    ];
    for (section, rule, point) in points {
        let example = Example::new().with(&text_of(section), "");
        example.gives(rule, "texter:", &format!("{point} saknas"));
    }
}

#[test]
fn the_report_needs_figures_and_shortcomings() {
    Example::new().with("    klienter: 189\n", "").gives_among_others(
        "redovisningens-punkter",
        "2025:\n",
        "10 § 2: antalet personer som fick stöd 2025 saknas",
    );
    let example = Example::new().with("årsanställningar: 4", "årsanställningar: 0");
    example.gives_among_others(
        "ansökans-punkter",
        "0\n  antal_ombud",
        "8 § 2: antalet årsanställningar är noll",
    );
}

#[test]
fn the_five_must_be_there() {
    let members = [
        ("      - Kommunen genom de tre stadsdelsförvaltningarna\n", "kommunen"),
        ("      - Regionens primärvård\n", "regionens primärvård"),
        ("      - Regionens psykiatri\n", "regionens psykiatri"),
        ("      - Arbetsförmedlingen\n", "Arbetsförmedlingen"),
        ("      - Försäkringskassan\n", "Försäkringskassan"),
    ];
    for (line, name) in members {
        Example::new().with(line, "").gives(
            "ledningsgruppens-ledamöter",
            "ledamöter:",
            &format!("{name} saknas i ledningsgruppen"),
        );
    }
}

/// The example with somebody else in the kommun's seat.
fn seat_of_the_municipality(member: &str) -> Example {
    let seat = "- Kommunen genom de tre stadsdelsförvaltningarna\n";
    Example::new().with(seat, &format!("- {member}\n"))
}

#[test]
fn the_municipality_goes_by_many_names() {
    for member in [
        "Socialförvaltningen i Lindsund",
        "Stadsdelsförvaltningen",
        "Omsorgsförvaltningen",
        "Socialchefen i Lindsund",
        "Stockholms stad",
        "Socialpsykiatrin",
        "Enhetschef, vuxenstöd på Södermalm",
        "Vård- och omsorgsnämnden",
    ] {
        seat_of_the_municipality(member).is_fine();
    }
    for member in [
        "Region Stockholm",
        "Hälso- och sjukvårdsförvaltningen",
        "Patientnämnden",
        "Försäkringskassan på Södermalm",
        "NSPH",
    ] {
        let missing = "kommunen saknas i ledningsgruppen";
        seat_of_the_municipality(member).gives("ledningsgruppens-ledamöter", "ledamöter:", missing);
    }
}

#[test]
fn the_region_goes_by_many_names() {
    for member in ["Vårdcentralen Sabbatsberg", "Husläkarna", "Hälsocentralen Norr"] {
        let seat = format!("- {member}\n");
        Example::new().with("- Regionens primärvård\n", &seat).is_fine();
    }
    for member in ["Allmänpsykiatriska kliniken", "Vuxenpsykiatrin", "Regionens socialpsykiatri"] {
        let seat = format!("- {member}\n");
        Example::new().with("- Regionens psykiatri\n", &seat).is_fine();
    }
    for member in ["Socialpsykiatrin", "Psykosociala teamet"] {
        let example = Example::new().with("- Regionens psykiatri\n", &format!("- {member}\n"));
        let missing = "regionens psykiatri saknas i ledningsgruppen";
        example.gives("ledningsgruppens-ledamöter", "ledamöter:", missing);
    }
}

#[test]
fn organisations_are_invited() {
    Example::new().with("erbjudna: ja", "erbjudna: nej").gives(
        "organisationer-erbjuds",
        "nej\n",
        "patient-, brukar- och anhörigorganisationer har inte erbjudits att delta i ledningsgruppen",
    );
}

#[test]
fn what_is_left_needs_a_word_on_repayment() {
    let example = Example::new()
        .with("beviljat: 1 209 600", "beviljat: 1 309 600")
        .with("och har använts i sin helhet", "");
    example.gives(
        "oförbrukat-bidrag",
        "använt: 1",
        "100 000 kronor av bidraget är oförbrukade, men inget sägs om återbetalning",
    );
    let text = "texter:\n  återbetalning: |\n    Resten betalas tillbaka.\n\n";
    example.with("texter:\n", text).is_fine();
}

#[test]
fn a_missing_key_names_the_paragraph() {
    let text = Example::new().with("beviljat: 1 209 600", "").text;
    let mut loaded = crate::year_file::load(crate::source::Source::new("x", text));
    let papers: Vec<_> = PAPERS.iter().collect();
    let year_file = loaded.year_file.as_ref().expect("it could be read");
    let made = crate::checks::Made::new(&PAPERS, &papers, year_file);
    loaded.demand(&|_, name| made.asking(name));
    let reasons: Vec<_> = loaded.findings.iter().filter_map(|f| f.reason.as_deref()).collect();
    let [reason] = reasons.as_slice() else { panic!("{reasons:?}") };
    let law = "Redovisningen ska visa hur bidraget har använts (10 § förordningen 2013:522).";
    assert!(reason.starts_with(law), "{reason}");
}

#[test]
fn a_seat_that_nobody_has_is_no_representative() {
    for absent in [
        "Försäkringskassan saknas",
        "Ingen från Försäkringskassan",
        "Försäkringskassan (vakant)",
        "Försäkringskassan deltar inte",
    ] {
        let message = format!("”{absent}” är ingen företrädare för Försäkringskassan");
        let example = Example::new().with("- Försäkringskassan\n", &format!("- {absent}\n"));
        example.gives("ledningsgruppens-ledamöter", absent, &message);
    }
    for present in ["Inga Berg, Försäkringskassan", "Försäkringskassan (Region Mitt)"] {
        Example::new().with("- Försäkringskassan\n", &format!("- {present}\n")).is_fine();
    }
}

#[test]
fn one_vacant_seat_of_two_is_fine() {
    let two = "- Försäkringskassan (vakant)\n      - Försäkringskassan, enheten i Solna\n";
    Example::new().with("- Försäkringskassan\n", two).is_fine();
}

#[test]
fn what_the_law_asks_for_has_words() {
    Example::new().with("område: Boendestöd", "område: 2").gives(
        "redovisningens-punkter",
        "2\n    beskrivning: >\n      Antalet",
        "10 § 5: uppmärksammade brister kan inte vara ”2”",
    );
    Example::new().with("område: Boendestöd", "område: AF").is_fine();
    Example::new().with("- Avsaknad av inkomst", "- 3.").gives(
        "ansökans-punkter",
        "3.\n    - Unga",
        "8 § 5: hur prioriteringar görs kan inte vara ”3.”",
    );
}

#[test]
fn no_section_is_taken_for_another_that_the_law_asks_for() {
    let papers = crate::template::Papers::built_in().unwrap_or_else(|_| panic!("whole templates"));
    let sections = papers.sections();
    for asked in super::super::law::sections() {
        let others: Vec<&str> = sections.iter().copied().filter(|name| *name != asked).collect();
        for other in others {
            assert_eq!(
                crate::year_file::read::nearest(other, &[asked]),
                None,
                "{other} and {asked}"
            );
        }
    }
}
