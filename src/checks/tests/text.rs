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
fn years_far_away_are_errors() {
    let message = "här står 2019, men papperen gäller 2025 och ansökan 2026";
    line("bakgrund", "Under år 2019 sågs det.", "främmande-årtal", "2019", message);
    line("bakgrund", "Mötet hölls 2019-03-02.", "främmande-årtal", "2019", message);
    Example::new().with("Långa väntetider", "Under 2019 långa väntetider").gives(
        "främmande-årtal",
        "2019",
        message,
    );
    fine("Stödet finns enligt HSLF-FS 2016:98 och förordningen (2013:522).");
    fine("Förordningen (2013:522) utfärdades den 13 juni 2013.");
    fine("Så har det varit sedan år 2008, och verksamheten startade 2001.");
    fine("Se https://example.org/2019/po för mer.");
    fine("Dnr SÖD 2019/639.");
}

#[test]
fn years_nearby_are_better_as_placeholders() {
    let rule = "skrivet-årtal";
    line(
        "bakgrund",
        "Under 2025 var det så.",
        rule,
        "2025 var",
        "årtalet 2025 är skrivet i texten",
    );
    let found = Example::new().saying("bakgrund", "Lämnades den 15 januari 2026 av ombuden.");
    let hints = found.checks().findings;
    let hint = hints.first().and_then(|finding| finding.hint.as_deref());
    assert_eq!(hint, Some("Skriv {{ redovisning_inlämnad|datum }} i stället för datumet."));
    fine("Under {{ år }} var det så. {% if 2025 %}{% endif %}");
}

#[test]
fn figures_are_better_as_placeholders() {
    let message = |n: &str| format!("{n} är skrivet i texten och är en av årsfilens siffror");
    let rule = "skriven-siffra";
    line("grupper", "I år var det 189 klienter.", rule, "189 klienter.", &message("189"));
    line("grupper", "Förra året var de 210.", rule, "210.", &message("210"));
    line("grupper", "Av 1 209 600 kronor.", rule, "1 209 600 kronor.", &message("1 209 600"));
    fine("Var och en är 24 år. Mötet hölls den 24 februari. Andelen är 24 procent.");
    fine("Enligt 86 § och punkt 91 finns 13 skäl.");
}

#[test]
fn other_figures_before_the_same_words_are_pointed_out() {
    let rule = "skriven-siffra-avviker";
    line(
        "grupper",
        "Av dem fick 80 klienter tolk.",
        rule,
        "80 klienter",
        "här står 80, men statistiken har 189 klienter",
    );
    line(
        "grupper",
        "Där fanns 85 nya klienter.",
        rule,
        "85 nya",
        "här står 85, men statistiken har 86 nya klienter",
    );
    line(
        "grupper",
        "De har 90 avslutade ärenden.",
        rule,
        "90 avs",
        "här står 90, men statistiken har 91 avslutade ärenden",
    );
    line(
        "grupper",
        "Det är fem heltidstjänster.",
        rule,
        "fem h",
        "här står fem, men årsanställningarna är 4",
    );
    line(
        "grupper",
        "Det är 3,75 årsanställningar.",
        rule,
        "3,75 å",
        "här står 3,75, men årsanställningarna är 4",
    );
    line("grupper", "Det är tre ombud.", rule, "tre ombud", "här står tre, men ombuden är 4");
    line(
        "grupper",
        "Det kostar 17 000 kronor.",
        rule,
        "17 000 kronor",
        "här står 17 000 kronor, men beloppet finns inte under `ekonomi`",
    );
    fine("Löner kostade 1 131 600 kronor. Det är fyra ombud.");
}

#[test]
fn a_wrong_total_is_an_error() {
    let rule = "skriven-summa-fel";
    line(
        "grupper",
        "Totalt 190 klienter fick stöd.",
        rule,
        "190 kl",
        "här står 190, men statistiken har 189 klienter",
    );
    line(
        "grupper",
        "Samtliga 88 nya klienter.",
        rule,
        "88 nya",
        "här står 88, men statistiken har 86 nya klienter",
    );
}

#[test]
fn the_direction_is_that_of_the_figures() {
    let rule = "fel-riktning";
    line(
        "grupper",
        "Antalet klienter har ökat.",
        rule,
        "ökat.",
        "här står ”ökat”, men antalet klienter har minskat från 210 till 189",
    );
    line(
        "grupper",
        "Vi ser en ökning av nya klienter.",
        rule,
        "ökning av n",
        "här står ”ökning”, men antalet nya klienter har minskat från 113 till 86",
    );
    fine("Antalet klienter har minskat. Behovet av boendestöd har ökat.");
    fine("Antalet klienter har inte ökat. Klienter med autism har ökat.");
    fine("Fler klienter behöver tolk, och behovet har ökat.");
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
