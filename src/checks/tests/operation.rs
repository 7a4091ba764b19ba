//! How the service is run, its ombud, its money and its references.

use super::Example;

#[test]
fn a_contractor_is_named() {
    let form = |form: &str| Example::new().with("driftsform: Egen regi", form);
    form("driftsform: Entreprenad\n  utförare: { namn: Exempelbolaget AB }").is_fine();
    form("driftsform: Egen regi och entreprenad\n  utförare: { namn: Exempelbolaget AB }")
        .is_fine();
    form("driftsform: Kommunalförbund").is_fine();
    form("driftsform: Värdkommun\n  utförare: { namn: Solna stad }").is_fine();
    form("driftsform: Egen regi\n  utförare: { namn: Socialtjänstavdelningen }").is_fine();
    form("driftsform: \"Annan: gemensam enhet\"").is_fine();
    form("driftsform: Egen regi tillsammans med en förening").is_fine();
    form("driftsform: Idéburet offentligt partnerskap").gives(
        "utförare-saknas",
        "Idéburet",
        "driftsformen är ”Idéburet offentligt partnerskap”, men utföraren saknas",
    );
}

#[test]
fn one_way_to_an_ombud_is_enough() {
    let without = |line: &str| Example::new().with(line, "");
    without("  telefon: 08-465 004 00\n").is_fine();
    without("  e-post: norra.innerstaden@example.org\n").is_fine();
}

#[test]
fn posts_and_ombud_go_together() {
    let posts = |posts: &str, ombud: &str| {
        Example::new()
            .with("årsanställningar: 4", &format!("årsanställningar: {posts}"))
            .with("antal_ombud: 4", &format!("antal_ombud: {ombud}"))
    };
    posts("\"3,75\"", "4").is_fine();
    posts("\"0,5\"", "5").is_fine();
    posts("\"4,25\"", "4").gives(
        "fler-årsanställningar-än-ombud",
        "4\n  driftsform",
        "fyra ombud kan inte ha 4,25 årsanställningar",
    );
    let vacant = "kontroller:\n  tysta:\n    - regel: fler-årsanställningar-än-ombud\n      skäl: En tjänst är vakant.\n\nstatistik:";
    posts("5", "4").with("statistik:", vacant).is_fine();
}

#[test]
fn the_steering_group_meets_now_and_then() {
    for meetings in ["1", "12", "24"] {
        let line = format!("möten_per_år: {meetings}\n");
        Example::new().with("möten_per_år: 2\n", &line).is_fine();
    }
}

#[test]
fn a_long_queue_is_only_odd() {
    let queue = |queue: &str| {
        Example::new()
            .with("hemmavarande_barn: 24", &format!("hemmavarande_barn: 24\n    kö: {queue}"))
    };
    queue("1890").is_fine();
    queue("1891").gives(
        "kö-mycket-lång",
        "1891",
        "2025: 1 891 personer i kö är mer än tio gånger så många som alla 189 klienter",
    );
}

#[test]
fn a_service_that_has_not_begun_has_no_grant_to_report() {
    let money = "beviljat: 0\n  använt: 0\n  egna_medel: 1 870 400\n";
    let example = Example::new();
    let start = example.text.find("beviljat: 1 209").expect("it is there");
    let end = example.text.find("  # Skriv in nivån").expect("it is there");
    let spent = example.text[start..end].to_owned();
    let example =
        example.with(&spent, money).with("Statsbidraget för {{ år }} var", "Bidraget var");
    let has_rule = |example: &Example| {
        example.findings().iter().any(|finding| finding.starts_with("inget-bidrag@"))
    };
    assert!(has_rule(&example));
    assert!(!has_rule(&example.with("startade: 2001-09-01", "startade: 2026-03-01")));
}

#[test]
fn a_grant_is_compared_with_the_level_when_that_is_known() {
    let level = |kronor: &str| {
        let level = format!(
            "  belopp_per_heltid: {{ kronor: {kronor}, år: 2026, källa: Socialstyrelsens beslut }}\n  # Skriv in nivån"
        );
        Example::new().with("  # Skriv in nivån", &level)
    };
    level("302 400").is_fine();
    level("547 700").is_fine();
    level("60 480").is_fine();
    level("60 479").gives(
        "bidrag-per-heltid-orimligt",
        "1 209 600",
        "det beviljade bidraget är 302 400 kronor för varje årsanställning",
    );
}

#[test]
fn references_may_be_from_the_years_around() {
    let reference = |written: &str| Example::new().with("NI 2026/12", written);
    for written in ["NI 2025/812", "2026-717-1.1.", "NI 26/12", "1.2.4-182", "2010/25", "4711"] {
        reference(written).is_fine();
    }
    for written in ["9999-2024", "9999-2026", "9999-25"] {
        Example::new().with("9999-2025", written).is_fine();
    }
    reference("NI 2024/12").gives(
        "diarienummer-annat-år",
        "NI 2024/12",
        "diarienumret ”NI 2024/12” är från 2024",
    );
}
