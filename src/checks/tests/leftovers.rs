//! Reminders to write something, and what is left of the example.

use super::Example;

/// Asserts that a line in a text gives one finding of reminders, at a piece of it.
#[track_caller]
fn reminder(line: &str, place: &str, message: &str) {
    let message = message.replace('#', "är en påminnelse om att skriva något");
    Example::new().saying("grupper", line).gives("påminnelse-kvar", place, &message);
}

#[track_caller]
fn no_reminder(line: &str) {
    Example::new().saying("bakgrund", line).is_fine();
}

#[test]
fn reminders_to_write_something_are_pointed_out() {
    reminder("Antalet var [antal].", "[antal]", "”[antal]” #");
    reminder("Antalet var [fyll i antal].", "[fyll i antal]", "”[fyll i antal]” #");
    reminder("Antalet var […].", "[…]", "”[…]” #");
    reminder("Antalet var **XX**.", "XX**", "”XX” #");
    reminder("Det ökade med XX procent.", "XX p", "”XX” #");
    reminder("Varför???", "???", "”???” #");
    reminder("Hur många blev det??? Ja.", "??? Ja", "”???” #");
    reminder("Antalet var ____ i år.", "____ i", "”____” #");
    reminder("Summan var ___ kronor.", "___ kronor", "”___” #");
    reminder("Fyll i antalet här, TODO.", "Fyll i antalet", "”Fyll i” #, och ett ställe till");
}

#[test]
fn what_looks_like_a_reminder_is_none() {
    no_reminder("Klienten får hjälp att fylla i blanketter. Hur gick det?");
    no_reminder("Läs mer på [webbplatsen](https://example.org).");
    no_reminder("”Jag [sic] vill”.");
    // Left out of a quotation, and added to one.
    no_reminder("Hon sa: ”Jag fick hjälp […] och [ombudet] lyssnade.”");
    no_reminder("Texten är ___fet och kursiv___ här.");
    no_reminder("Är det sant??");
}

#[test]
fn reminders_in_fields_are_pointed_out_too() {
    let what = "är en påminnelse om att skriva något";
    Example::new().with("NI 2026/12", "NI 2026/XX").gives(
        "påminnelse-kvar",
        "XX\n",
        &format!("”XX” {what}"),
    );
    Example::new().with("e-post: norra.innerstaden@", "e-post: xx.todo@").is_fine();
}

/// The example as another nämnd of the same kommun would begin with it.
fn of_another_board() -> Example {
    Example::new()
        .with("nämnd: Norra innerstadens stadsdelsnämnd\n", "nämnd: Östermalms stadsdelsnämnd\n")
}

/// The findings on what is left of an example.
fn left(example: &Example) -> Vec<String> {
    let mut findings = example.findings();
    findings.retain(|finding| finding.starts_with("exempel-kvar@"));
    findings
}

/// A year file that has nothing of an example but what is put into it.
fn plain() -> Example {
    Example { text: include_str!("../../../tests/fall/fel/exempel-kvar-en-mening.yaml").to_owned() }
        .with(LONG, "Rutinen är ny.")
}

const LONG: &str =
    "Ombuden gör en gemensam bedömning av varje ny förfrågan vid ett möte i veckan, med stöd av
    en skriftlig rutin som ledningsgruppen har godkänt.";

#[test]
fn what_is_left_of_an_example_is_one_finding() {
    assert_eq!(left(&Example::new()), [""; 0]);
    let found = left(&of_another_board());
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    let first = "”Norra innerstadens stadsdelsförvaltning” är kvar från ett exempel, och ";
    assert!(found.contains(first), "{found}");
}

#[test]
fn one_leftover_can_be_silenced_and_the_others_stay() {
    let silenced = of_another_board().with(
        "texter:\n",
        "kontroller:\n  tysta:\n    - regel: exempel-kvar\n      skäl: Den är vår.\n      \
         plats: avsändare.adress\ntexter:\n",
    );
    let found = left(&silenced);
    let [found] = found.as_slice() else { panic!("{found:#?}") };
    assert!(found.contains("är kvar från ett exempel, och "), "{found}");
    assert!(!found.contains("Exempelgatan"), "{found}");
}

#[test]
fn a_value_is_left_only_when_it_is_the_same_as_a_whole() {
    assert_eq!(left(&plain()), [""; 0]);
    let reference = |written: &str| plain().with("SN 2026/7", written);
    assert_eq!(left(&reference("NI 2026/12")).len(), 1);
    assert_eq!(left(&reference("NI 2026/1")), [""; 0]);
    assert_eq!(left(&reference("NI 2026/121")), [""; 0]);
    let payment = |number: &str| {
        plain().with("Exempelstad\n", &format!("Exempelstad\n  betalning:\n    {number}\n"))
    };
    assert_eq!(left(&payment("bankgiro: 991-2346\n    referens: PO 2026")).len(), 1);
    assert_eq!(left(&payment("bankgiro: 5050-1055\n    referens: PO 2026")), [""; 0]);
}

#[test]
fn an_organisation_of_the_same_kommun_is_not_left() {
    let taking_part = |example: Example| {
        example.with("erbjudna: ja\n", "erbjudna: ja\n      deltar: [NSPH Stockholm]\n")
    };
    assert_eq!(left(&taking_part(plain())).len(), 1);
    let of_stockholm = plain().with("kommun: Exempelstads kommun", "kommun: Stockholms stad");
    assert_eq!(left(&taking_part(of_stockholm)), [""; 0]);
}

#[test]
fn a_short_sentence_is_left_only_beside_something_else() {
    let saying = |words: &str| plain().with("Arbetet planeras varje vecka.", words);
    let short = "Ombuden använder tolk när det behövs.";
    assert_eq!(left(&saying(short)), [""; 0]);
    let two = format!("{short} Varje uppdrag planeras tillsammans med klienten.");
    assert_eq!(left(&saying(&two)).len(), 1);
    assert_eq!(left(&saying(short).with("SN 2026/7", "NI 2026/12")).len(), 1);
    // With a number in it it is about one service.
    assert_eq!(left(&saying("Enheten arbetar åt alla tre stadsdelsnämnderna.")).len(), 1);
    // Fewer words, part of a longer sentence, and a field that many have.
    assert_eq!(left(&saying("Ombuden för inga journaler.")), [""; 0]);
    let part = "Ombuden gör en gemensam bedömning av varje ny förfrågan.";
    assert_eq!(left(&saying(part)), [""; 0]);
    let order = "- Barn i hemmet och risk för avhysning\n    - Avsaknad av inkomst\n    - Risk för avhysning utan barn i hemmet";
    assert_eq!(left(&plain().with("- Barn i hemmet", order)), [""; 0]);
}

#[test]
fn what_is_true_of_every_service_is_not_left_of_an_example() {
    let saying = |words: &str| plain().with("Arbetet planeras varje vecka.", words);
    let text = "Ombudet arbetar enbart på den enskildes uppdrag och hjälper
    till så att vård, stöd och service fungerar tillsammans.";
    assert_eq!(left(&saying(text)), [""; 0]);
    let proposal = "Förvaltningen föreslår att nämnden godkänner redovisningen och ansökan.";
    assert_eq!(left(&saying(proposal)), [""; 0]);
}

#[test]
fn what_a_template_says_is_not_left_of_an_example() {
    let saying = |words: &str| plain().with("Arbetet planeras varje vecka.", words);
    let sheet = "Ingen har rätt till ett ombud enligt lag, och den som får nej kan inte överklaga.";
    assert_eq!(left(&saying(sheet)), [""; 0]);
    let paper = "Båda {{ redovisning_lämnas }} till {{ länsstyrelse }} den {{ redovisning_inlämnad|datum }}.";
    assert_eq!(left(&saying(paper)), [""; 0]);
}

#[test]
fn a_value_that_names_somebody_is_left_when_the_name_is_the_example_s() {
    let responsible = |name: &str| plain().with("huvudman: Kommunen", &format!("huvudman: {name}"));
    for name in [
        "Stadsdelsnämnderna i innerstaden",
        "Järva stadsdelsnämnd",
        "Region Stockholm och Järva stadsdelsnämnd",
        "Region Sundland",
        "Lindsunds kommun",
    ] {
        assert_eq!(left(&responsible(name)).len(), 1, "{name}");
    }
    let partner = |name: &str| {
        plain().with(
            "  ledningsgrupp:",
            &format!("  samverkan:\n    - namn: {name}\n  ledningsgrupp:"),
        )
    };
    for name in ["Boendestödet i Järva", "Nätverket för personliga ombud i Stockholms stad"] {
        assert_eq!(left(&partner(name)).len(), 1, "{name}");
    }
    let member = "Kommunen genom de tre stadsdelsförvaltningarna";
    assert_eq!(left(&plain().with("- Kommunen\n", &format!("- {member}\n"))).len(), 1);
    let signer = |authority: &str| {
        let signer = format!(
            "  undertecknare:\n    namn: Olle Exempel\n    befattning: Förvaltningschef\n    behörighet: {authority}\nverksamhet:"
        );
        plain().with("verksamhet:", &signer)
    };
    assert_eq!(left(&signer("Nämndens delegationsordning, punkt 4.2")).len(), 1);
    assert_eq!(left(&signer("Nämndens delegationsordning")), [""; 0]);
    let position = |position: &str| {
        plain().with("befattning: Förvaltningschef", &format!("befattning: {position}"))
    };
    assert_eq!(left(&position("Stadsdelsdirektör")).len(), 1);
    for common in ["Avdelningschef", "Utredare", "Socialchef", "Verksamhetscontroller"] {
        assert_eq!(left(&position(common)), [""; 0], "{common}");
    }
    for common in ["Kronofogdemyndigheten", "Skatteverket", "Budget- och skuldrådgivningen"] {
        assert_eq!(left(&partner(common)), [""; 0], "{common}");
    }
}

#[test]
fn a_region_is_left_only_in_another_county() {
    let reported = |county_board: &str| {
        plain()
            .with("namn: Länsstyrelsen Stockholm", &format!("namn: {county_board}"))
            .with("huvudman: Kommunen", "huvudman: Region Stockholm")
    };
    assert_eq!(left(&reported("Länsstyrelsen Stockholm")), [""; 0]);
    assert_eq!(left(&reported("Länsstyrelsen Skåne")).len(), 1);
}

#[test]
fn another_nämnd_of_the_same_kommun_may_name_the_same() {
    let of_farsta = |responsible: &str| {
        plain()
            .with("kommun: Exempelstads kommun", "kommun: Stockholms stad")
            .with("nämnd: Socialnämnden", "nämnd: Farsta stadsdelsnämnd")
            .with("huvudman: Kommunen", &format!("huvudman: {responsible}"))
    };
    assert_eq!(left(&of_farsta("Stadsdelsnämnderna i innerstaden")), [""; 0]);
    assert_eq!(left(&of_farsta("Järva stadsdelsnämnd")).len(), 1);
}

#[test]
fn a_name_in_a_sentence_of_one_s_own_is_left_too() {
    let saying = |words: &str| plain().with("Arbetet planeras varje vecka.", words);
    let names = |example: &Example| {
        let found = left(example);
        assert!(found.len() < 2, "{found:#?}");
        found
            .first()
            .map_or(String::new(), |found| found.split('”').nth(1).unwrap_or_default().to_owned())
    };
    for (words, name) in [
        ("Verksamheten drivs åt stadsdelsnämnderna i Norra innerstaden.", "Norra innerstaden"),
        ("Ombuden hör till Järva stadsdelsförvaltning.", "Järva"),
        ("Ombuden träffar klienter i Granvik.", "Granvik"),
        ("Lindsunds socialtjänst tar emot besök.", "Lindsunds"),
        ("Frågor besvaras av Maja Bergkvist på enheten.", "Maja Bergkvist"),
        ("Helena Sjödin Wiks delegation gäller.", "Helena Sjödin Wiks"),
    ] {
        assert_eq!(names(&saying(words)), name, "{words}");
    }
    let near = "Ombuden träffar ombuden i Järva två gånger om året.";
    assert_eq!(left(&saying(near)), [""; 0]);
    let far = saying(near).with("namn: Länsstyrelsen Stockholm", "namn: Länsstyrelsen Skåne");
    assert_eq!(names(&far), "Järva");
    let area = far.with("[Exempelstads kommun]", "[Norra Järva]");
    assert_eq!(left(&area), [""; 0]);
    for words in [
        "Ombuden har kontor på Södermalm och i innerstaden.",
        "Järvafältet är ett naturreservat.",
        "Karin Exempel svarar på frågor.",
    ] {
        assert_eq!(left(&saying(words)), [""; 0], "{words}");
    }
}
