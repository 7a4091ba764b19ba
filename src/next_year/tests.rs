use super::*;
use crate::source::Source;

fn planned(text: &str) -> Plan {
    let loaded = crate::year_file::load(Source::new("x.yaml", text));
    let facts = Facts::of(loaded.year_file.as_ref().expect("a year file"));
    plan(&loaded, &facts).expect("a plan")
}

fn example() -> Plan {
    planned(include_str!("../../data/lindsund-2025.yaml"))
}

fn cleared(plan: &Plan) -> Vec<&str> {
    let cleared = plan.steps.iter().filter_map(|step| match step {
        Step::Clear { path, .. } => Some(path.as_str()),
        _ => None,
    });
    cleared.collect()
}

#[test]
fn what_belongs_to_its_year_goes() {
    let plan = example();
    assert_eq!(
        cleared(&plan)[..7],
        [
            "ärende.diarienummer",
            "ärende.datum",
            "ärende.sammanträde",
            "ärende.omedelbar_justering",
            "länsstyrelse.redovisning_inlämnad",
            "länsstyrelse.ansökan_inlämnad",
            "länsstyrelse.beslutets_diarienummer",
        ]
    );
    for path in ["ekonomi.beviljat", "ekonomi.poster[0].kronor"] {
        assert!(cleared(&plan).contains(&path), "{path}: {:?}", cleared(&plan));
    }
    // Figures of the years before are what the next year is compared with.
    assert!(!cleared(&plan).iter().any(|path| path.starts_with("statistik")));
    assert!(!cleared(&plan).iter().any(|path| path.starts_with("avsändare.kommun")));
}

#[test]
fn the_year_moves_on_and_its_end_is_the_next_ones_beginning() {
    let plan = example();
    assert_eq!(plan.year, 2026);
    let shifted = Step::Shift {
        path: "verksamhetsår".to_owned(),
        from: "2025".to_owned(),
        to: "2026".to_owned(),
    };
    assert_eq!(plan.steps[0], shifted);
    let text = include_str!("../../tests/fall/situationer/utokning.yaml");
    let plan =
        planned(&text.replace("    avslutade: 18\n", "    avslutade: 18\n    utgående: 40\n"));
    let carried: Vec<(&str, &str, &str)> = plan
        .steps
        .iter()
        .filter_map(|step| match step {
            Step::Carry { path, value, comment } => {
                Some((path.as_str(), value.as_str(), comment.as_str()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        carried,
        [
            ("statistik.2026.ingående", "40", "utgående 2025"),
            ("verksamhet.årsanställningar", "2,25", "söktes för 2026"),
        ]
    );
}

#[test]
fn texts_and_people_stay_unread() {
    let plan = example();
    for place in ["brister", "ärende.handläggare", "verksamhet.prioriteringsordning"] {
        assert!(plan.unread.iter().any(|known| known == place), "{place}: {:?}", plan.unread);
    }
    assert!(plan.unread.iter().any(|place| place.starts_with("texter.")));
    assert!(!plan.unread.iter().any(|place| place == "texter"));
    let text = RawText::of("x.yaml", include_bytes!("../../data/lindsund-2025.yaml"));
    let new = plan.apply(&text.expect("a text")).expect("the next year's file");
    let loaded = crate::year_file::load(new.source().clone());
    let year_file = loaded.year_file.expect("a year file");
    let sums = |place: &str| {
        let mut noted = year_file.carried_over.iter().flatten();
        let (_, sums) = noted.find(|(known, _)| known.as_str() == place)?;
        Some(sums.split_whitespace().count())
    };
    // A list is read item by item.
    assert_eq!(sums("ärende.underskrifter"), Some(2));
    assert_eq!(sums("ärende.handläggare"), Some(1));
}

#[test]
fn a_leap_day_becomes_the_last_of_february() {
    assert_eq!(a_year_later("2024-02-29").as_deref(), Some("2025-02-28"));
    assert_eq!(a_year_later("2026-08-31").as_deref(), Some("2027-08-31"));
    assert_eq!(a_year_later("snart"), None);
}
