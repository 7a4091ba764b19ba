//! Age groups.

use super::Example;

/// The reported year's clients, 189, in two age groups.
fn groups(first: &str, second: &str) -> Example {
    let before = "{ 18–29 år: 39, 30–44 år: 66, 45–64 år: 78, 65 år eller äldre: 27 }";
    let now = "{ 18–29 år: 44, 30–44 år: 57, 45–64 år: 65, 65 år eller äldre: 23 }";
    // The same groups in both years, so that nothing is said about their names.
    let written = |one: u64, other: u64| format!("{{ {first}: {one}, {second}: {other} }}");
    Example::new().with(before, &written(40, 170)).with(now, &written(44, 145))
}

#[test]
fn groups_that_meet_are_fine() {
    for (first, second) in [
        ("18–29 år", "30 år eller äldre"),
        ("18–64 år", "över 64 år"),
        // Strictly 65 is left out, but nobody who writes so means that.
        ("18–64 år", "över 65 år"),
        ("under 30 år", "30+"),
        ("18–29 år", "Okänd ålder"),
        ("30 år och äldre", "yngre än 30"),
        // Others than ages tell these apart.
        ("Kvinnor 18–64 år", "Män 18–64 år"),
        // What these mean isn't known, so they may fill the gap.
        ("18–29 år", "Pensionärer"),
    ] {
        groups(first, second).is_fine();
    }
}

#[test]
fn a_group_of_minors_without_clients_is_fine() {
    let now = "{ 18–29 år: 44, 30";
    Example::new().with(now, "{ under 18 år: 0, 18–29 år: 44, 30").is_fine();
}

#[test]
fn groups_that_do_not_meet_are_pointed_out_each_year() {
    let message = |year: u64| {
        format!("{year}: mellan åldersgrupperna ”18–29 år” och ”31–99 år” saknas 30 år")
    };
    let example = groups("18–29 år", "31–99 år");
    let findings = example.findings();
    assert_eq!(findings.len(), 2, "{findings:#?}");
    assert!(findings[0].ends_with(&message(2024)), "{findings:#?}");
    assert!(findings[1].ends_with(&message(2025)), "{findings:#?}");
}

#[test]
fn a_wide_group_covers_what_narrow_ones_inside_it_leave() {
    let findings = groups("18–64 år", "20–30 år").findings();
    assert!(findings.iter().all(|finding| finding.starts_with("åldersgrupper-överlappar@")));
}
