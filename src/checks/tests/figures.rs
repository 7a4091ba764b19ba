//! Figures, flows, changes, money and small counts.

use super::Example;

#[test]
fn a_part_is_not_larger_than_the_whole() {
    Example::new().with("hemmavarande_barn: 24", "hemmavarande_barn: 190").gives_among_others(
        "del-större-än-helhet",
        "190\n",
        "2025: 190 klienter med hemmavarande barn är fler än alla 189 klienter",
    );
}

#[test]
fn divisions_add_up() {
    Example::new().with("kvinnor: 104", "kvinnor: 103").gives(
        "summa-stämmer-inte",
        "103, män: 85",
        "2025: fördelningen på kön har summan 188, men klienterna är 189",
    );
    Example::new().with("Södermalm: 85", "Södermalm: 86").gives(
        "summa-stämmer-inte",
        "Kungsholmen: 57",
        "2024: fördelningen på områden har summan 211, men klienterna är 210",
    );
}

#[test]
fn a_reason_is_counted_once_for_each_client() {
    Example::new().with("Folkbokföring: 19\n", "Folkbokföring: 190\n").gives_among_others(
        "orsak-fler-än-klienter",
        "190\n",
        "2025: orsaken ”Folkbokföring” har 190, men klienterna är bara 189",
    );
}

#[test]
fn contact_routes_are_not_more_than_new_clients() {
    let example = Example::new().with("Egen kontakt: 30", "Egen kontakt: 31");
    example.gives(
        "kontaktvägar-fler-än-nya",
        "Egen kontakt: 31",
        "2025: kontaktvägarna har summan 87, men de nya klienterna är 86",
    );
    example.with("Socialtjänsten: 17", "Socialtjänsten: 16").is_fine();
}

#[test]
fn later_years_are_pointed_out() {
    let later = "  2026:\n    klienter: 180\n  2025:";
    Example::new().with("  2025:", later).gives(
        "statistik-efter-verksamhetsåret",
        "2026:\n    klienter: 180",
        "statistiken gäller 2026, men verksamhetsåret är 2025",
    );
}

#[test]
fn a_year_holds_together() {
    Example::new().with("    nya: 86\n", "    nya: 86\n    ingående: 102\n").gives_among_others(
        "flöde-stämmer-inte",
        "102\n",
        "2025: 102 ingående och 86 nya blir 188, men klienterna är 189",
    );
    Example::new().with("    nya: 86\n", "    nya: 86\n    ingående: 103\n").is_fine();
}

#[test]
fn a_year_begins_where_the_one_before_ended() {
    Example::new().with("avslutade: 107", "avslutade: 106").gives(
        "utgående-blir-inte-ingående",
        "86\n    avslutade: 91",
        "104 klienter var kvar vid slutet av 2024, men 2025 börjar med 103",
    );
}

#[test]
fn without_the_year_before_there_is_no_comparison() {
    Example::new().with("    klienter: 210\n", "").gives_among_others(
        "föregående-år-saknas",
        "2024:\n",
        "antalet klienter 2024 saknas, så papperen visar ingen förändring",
    );
}

#[test]
fn large_changes_are_pointed_out() {
    let example = Example::new().with(
        "klienter: 210\n    nya: 113\n    avslutade: 107",
        "klienter: 210\n    nya: 50\n    avslutade: 107",
    );
    example.gives(
        "stor-förändring",
        "86\n    avslutade: 91",
        "antalet nya klienter har ökat från 50 till 86, det vill säga med 72,0 procent",
    );
    let tolerant = "kontroller:\n  förändring_procent: 72\n\nstatistik:";
    example.with("statistik:", tolerant).is_fine();
}

#[test]
fn small_counts_change_without_a_word() {
    Example::new().with("    nya: 113\n", "    nya: 113\n    hemmavarande_barn: 9\n").is_fine();
}

#[test]
fn no_more_is_used_than_granted() {
    Example::new().with("beviljat: 1 209 600", "beviljat: 1 209 599").gives_among_others(
        "använt-mer-än-beviljat",
        "1 209 600\n  egna_medel",
        "1 209 600 kronor har använts, men bara 1 209 599 är beviljade",
    );
}

#[test]
fn the_items_add_up_to_what_is_used() {
    Example::new().with("kronor: 48 000", "kronor: 47 000").gives(
        "poster-stämmer-inte",
        "Löner till ombuden",
        "posterna har summan 1 208 600 kronor, men 1 209 600 kronor är använt",
    );
}

#[test]
fn the_level_is_the_application_years_and_has_a_source() {
    let level = |year: &str, source: &str| {
        let level =
            format!("  belopp_per_heltid: {{ kronor: 400 000, år: {year}, källa: {source} }}");
        Example::new().with("  # Skriv in nivån", &format!("{level}\n  # Skriv in nivån"))
    };
    level("2026", "Socialstyrelsens beslut 2026-02-02").is_fine();
    level("2025", "Socialstyrelsens beslut").gives(
        "nivåns-år",
        "2025, källa",
        "nivån gäller 2025, men ansökan gäller 2026",
    );
    level("2026", "okänd").gives("nivåns-källa", "okänd }", "”okänd” säger inte var nivån står");
}

#[test]
fn other_municipalities_have_a_part_of_the_posts() {
    let others = "  andra_kommuner: [{ namn: Exempelköping, årsanställningar: 4 }]\n  driftsform";
    let example = Example::new().with("  driftsform", others);
    example.gives(
        "andra-kommuner-för-många",
        "4 }]",
        "de andra kommunerna har 4 årsanställningar, men verksamheten har 4 i allt",
    );
    example.with("årsanställningar: 4 }", "årsanställningar: \"1,5\" }").is_fine();
}

#[test]
fn small_counts_are_pointed_out_until_they_are_masked() {
    let example = Example::new().with("Patientnämnden: 11", "Patientnämnden: 4");
    example.gives("små-antal", "4\n    kontaktvägar", "2025: orsaken ”Patientnämnden” är bara 4");
    let masked = example.with("verksamhetsår: 2025\n", "verksamhetsår: 2025\nsmå_tal: maskera\n");
    masked.is_fine();
}

#[test]
fn the_limit_of_small_counts_can_be_chosen() {
    let limit = |limit: &str| format!("kontroller:\n  minsta_antal: {limit}\n\nstatistik:");
    Example::new().with("statistik:", &limit("12")).gives(
        "små-antal",
        "11\n    kontaktvägar",
        "2025: orsaken ”Patientnämnden” är bara 11",
    );
    Example::new().with("statistik:", &limit("2")).gives(
        "minsta-antal-utanför",
        "2\n\nstatistik",
        "minsta antal är 2, men det ska vara från 3 till 20",
    );
}
