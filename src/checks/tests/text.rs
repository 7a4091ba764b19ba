//! Running text.

use super::Example;

/// A text with one line more gives one finding, at a piece of the line.
#[track_caller]
fn line(section: &str, line: &str, rule: &str, place: &str, message: &str) {
    Example::new().saying(section, line).gives(rule, place, message);
}

#[track_caller]
fn fine(line: &str) {
    Example::new().saying("bakgrund", line).is_fine();
}

#[test]
fn a_number_is_written_in_one_way() {
    let text = "Gruppen har 3 möten. Alla tre möten hölls.";
    let message = "texten har både ”3 möten” och ”tre möten”";
    line("grupper", text, "siffror-och-ord", "tre möten", message);
    fine("Det var 3 möten. Det var 3 möten till, och tre besök.");
}

#[test]
fn laws_and_authorities_have_their_new_names() {
    let rule = "gammalt-lagnamn";
    line(
        "grupper",
        "Enligt lagen (2001:453).",
        rule,
        "2001:453",
        "socialtjänstlagen (2001:453) gäller inte längre",
    );
    line(
        "grupper",
        "Landstinget ansvarar.",
        rule,
        "Landstinget",
        "”Landstinget” heter numera region",
    );
    Example::new().with("huvudman: Region Stockholm", "huvudman: Region Stockholm").is_fine();
    fine("Socialtjänstlagen (2025:400) gäller.");
}

#[test]
fn claims_about_sex_need_figures() {
    let sexes = "    kön: { kvinnor: 104, män: 85 }\n";
    Example::new().with(sexes, "").saying("grupper", "Stödet är könsneutralt.").gives(
        "könsneutral-utan-siffror",
        "könsneutralt",
        "här står ”könsneutralt”, men klienterna är inte fördelade på kön",
    );
    fine("Stödet är könsneutralt.");
}

#[test]
fn signs_are_the_swedish_ones() {
    line(
        "grupper",
        "Två  mellanslag.",
        "dubbelt-mellanslag",
        "  mellanslag.",
        "här står 2 mellanslag i rad",
    );
    line("grupper", "Ett ord (\"så).", "raka-citattecken", "\"så", "här står ett rakt citattecken");
    line(
        "grupper",
        "Vuxna, 18-29 år.",
        "bindestreck-i-intervall",
        "18-29",
        "”18-29” har bindestreck mellan talen",
    );
    line(
        "grupper",
        "Mellan kl. 9.00-15.30.",
        "bindestreck-i-intervall",
        "9.00-15",
        "”9.00-15.30” har bindestreck mellan talen",
    );
    line(
        "grupper",
        "Så många som 12000 besök.",
        "ogrupperade-tusental",
        "12000 besök",
        "12000 är svårt att läsa utan mellanrum",
    );
    line(
        "grupper",
        "Det är 12 % av dem.",
        "procenttecken",
        "% av",
        "här står ett procenttecken i löpande text",
    );
    fine("Vuxna, 18–29 år, kl. 9–12, med ”ord” och 1200 besök. Org.nr 212000-0142.");
    fine("- en punkt\n      - en till, indragen  \n    Ett ord.");
}

#[test]
fn names_in_tables_are_looked_at_too() {
    Example::new().with("18–29 år: 44", "18-29 år: 44").gives_among_others(
        "bindestreck-i-intervall",
        "18-29 år: 44",
        "”18-29” har bindestreck mellan talen",
    );
    Example::new().with("Folkbokföring: 19", "Högst 50 % tjänst: 19").gives(
        "procent-utan-fast-mellanrum",
        "% tjänst",
        "före procenttecknet står inget fast mellanrum",
    );
    Example::new().with("Folkbokföring: 19", "Högst 50\u{a0}% tjänst: 19").is_fine();
}

fn proposing(text: &str) -> Example {
    Example::new().with("texter:\n", &format!("texter:\n  förslag_till_beslut: |\n{text}\n"))
}

#[test]
fn the_board_decides() {
    let board = "    1. {{ nämnd }} godkänner redovisningen.\n";
    proposing(&format!("{board}    2. Att godkänna ansökan.\n")).gives(
        "beslut-utan-nämnd",
        "Att godkänna",
        "beslutet börjar med ”Att godkänna ansökan.” och inte med nämnden",
    );
    let by_name = "    2. Norra innerstadens stadsdelsnämnd godkänner\n       ansökan.\n";
    proposing(&format!("{board}    {{% if true %}}\n{by_name}    {{% endif %}}\n")).is_fine();
    proposing("    {{ nämnd|versal }} godkänner redovisningen.\n").is_fine();
}

#[test]
fn one_decision_for_each_point() {
    proposing("    1. {{ nämnd }} godkänner den och överlämnar den.\n").gives(
        "flera-beslut-i-en-punkt",
        "och överlämnar",
        "punkten rymmer ett beslut till: ”och överlämnar”",
    );
    proposing("    1. {{ nämnd }} godkänner den i enlighet med föreliggande förslag.\n").gives(
        "föreliggande-förslag",
        "föreliggande",
        "”föreliggande förslag” säger inte vad förslaget är",
    );
}

#[test]
fn the_summary_stands_alone() {
    let rule = "sammanfattning-hänvisar";
    let message = |word: &str| format!("sammanfattningen hänvisar till något annat: ”{word}”");
    line("sammanfattning", "Mer finns i bilaga.", rule, "bilaga.", &message("bilaga"));
    line("sammanfattning", "Mer finns, se avsnitt tre.", rule, "avsnitt tre", &message("avsnitt"));
    fine("Mer finns i bilaga.");
}
