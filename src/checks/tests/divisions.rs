//! Names of divisions between the years, areas, and lists.

use super::Example;

#[test]
fn a_part_that_is_named_otherwise_is_shown_in_both_years() {
    let example = Example::new().with("Södermalm: 85", "Sodermalm: 85");
    example.gives(
        "namn-skiljer-mellan-åren",
        "Södermalm: 76",
        "området ”Sodermalm” (85 klienter) finns 2024 men inte 2025 och kommer därför inte med i papperen",
    );
    let finding = example.checks().findings.remove(0);
    let source = crate::source::Source::new("x", example.text.as_str());
    let related: Vec<&str> = finding.related.iter().map(|(span, _)| source.slice(span)).collect();
    assert_eq!(related, ["Sodermalm"]);
    assert_eq!(
        finding.hint.as_deref(),
        Some(
            "Är ett namn felskrivet så rätta det. Menas samma sak så skriv namnet likadant alla år: ”Sodermalm” och ”Södermalm”."
        )
    );
}

#[test]
fn a_part_that_was_empty_hides_nothing_when_it_goes() {
    Example::new().with("Södermalm: 85 }", "Södermalm: 85, Solna: 0 }").is_fine();
}

#[test]
fn a_new_part_hides_nothing() {
    Example::new().with("Patientnämnden: 11", "Patientnämnden: 11\n      Skulder: 12").is_fine();
}

#[test]
fn an_older_year_is_looked_at_too() {
    let older =
        "  2023:\n    klienter: 190\n    områden: { Kungsholmen: 50, Norrmalm: 140 }\n  2024:";
    Example::new().with("  2024:", older).gives(
        "namn-skiljer-mellan-åren",
        "områden: { Kungsholmen: 52",
        "området ”Norrmalm” (140 klienter) finns 2023 men inte 2025 och kommer därför inte med i papperen",
    );
}

#[test]
fn age_groups_with_other_ages_are_not_taken_for_the_same() {
    let example = Example::new().with(
        "{ 18–29 år: 39, 30–44 år: 66, 45–64 år: 78, 65 år eller äldre: 27 }",
        "{ 18–24 år: 39, 25–44 år: 66, 45–64 år: 78, 65 år eller äldre: 27 }",
    );
    let hint = example.checks().findings.remove(0).hint.unwrap_or_default();
    assert!(hint.starts_with("Det som fortfarande räknas"), "{hint}");
}

#[test]
fn areas_may_be_named_in_more_ways_than_one() {
    for name in ["Södermalms stadsdelsområde", "Stadsdelen Södermalm", "Övriga staden", "Okänt"]
    {
        let (now, before) = (format!("{name}: 76"), format!("{name}: 85"));
        Example::new().with("Södermalm: 76", &now).with("Södermalm: 85", &before).is_fine();
    }
}

/// Rinkeby and Husby are parts of Järva.
#[test]
fn areas_may_be_parts_of_a_single_area() {
    Example::new().with("[Kungsholmen, Norra innerstaden, Södermalm]", "[Innerstaden]").is_fine();
}

#[test]
fn areas_that_are_not_covered_are_pointed_out() {
    Example::new().with("Södermalm: 76", "Solna: 76").with("Södermalm: 85", "Solna: 85").gives(
        "område-utanför",
        "Solna: 76",
        "området ”Solna” hör inte till upptagningsområdet",
    );
}

#[test]
fn nothing_stands_twice_in_a_list() {
    for (from, to, place, list) in [
        ("[Kungsholmen, ", "[Kungsholmen, kungsholmen, ", "kungsholmen, ", "upptagningsområde"),
        (
            "deltar: [NSPH Stockholm]",
            "deltar: [NSPH Stockholm, NSPH  stockholm]",
            "NSPH  st",
            "deltar",
        ),
        (
            "    - Avsaknad",
            "    - Avsaknad av Inkomst\n    - Avsaknad",
            "Avsaknad av inkomst",
            "prioriteringsordning",
        ),
        (
            "    - namn: Skatteverket\n",
            "    - namn: kronofogdemyndigheten\n      om: Skulder och avhysningar\n    - namn: Skatteverket\n",
            "kronofogdemyndigheten\n",
            "samverkan",
        ),
    ] {
        let example = Example::new().with(from, to);
        let mut findings = example.findings();
        // One of the slips is an extra space, which has a rule of its own.
        findings.retain(|finding| !finding.starts_with("dubbelt-mellanslag@"));
        let start = format!("står-två-gånger@{} ”", example.place(place));
        assert_eq!(findings.len(), 1, "{findings:#?}");
        assert!(findings[0].starts_with(&start), "{findings:#?}");
        assert!(findings[0].ends_with(&format!("” står två gånger under `{list}`")));
    }
}

#[test]
fn shortcomings_in_the_same_area_are_two() {
    Example::new().with("  - område: Boendestöd", "  - område: Ekonomiskt bistånd").is_fine();
}
