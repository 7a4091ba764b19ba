//! Dates and weekdays.

use super::Example;

#[test]
fn the_paper_is_older_than_the_meeting() {
    Example::new().with("datum: 2026-01-27", "datum: 2026-02-20").gives(
        "datum-efter-sammanträde",
        "2026-02-20",
        "tjänsteutlåtandets datum 2026-02-20 är efter sammanträdet 2026-02-19",
    );
}

#[test]
fn dates_are_in_the_year_after() {
    Example::new().with("sammanträde: 2026-02-19", "sammanträde: 2027-02-18").gives(
        "datum-i-fel-år",
        "2027-02-18",
        "sammanträdet är 2027-02-18, men 2026 väntades",
    );
}

#[test]
fn late_papers_are_pointed_out() {
    Example::new().with("inlämnad: 2026-01-15", "inlämnad: 2026-01-16").gives(
        "redovisning-sen",
        "2026-01-16",
        "redovisningen lämnas den 16 januari 2026, efter den 15 januari 2026",
    );
    let april = "ansökan_inlämnad: 2026-04-01";
    Example::new().with("ansökan_inlämnad: 2026-01-15", april).gives(
        "ansökan-sen",
        "2026-04-01",
        "ansökan lämnas den 1 april 2026, efter den 1 mars 2026",
    );
}

#[test]
fn what_goes_in_before_the_decision_needs_somebody_with_the_right_to_it() {
    let authority = "    behörighet: Nämndens delegationsordning, punkt 4.2\n";
    Example::new().with(authority, "").gives_among_others(
        "inlämning-före-beslut",
        "2026-01-15",
        "redovisningen lämnas den 15 januari 2026, före sammanträdet den 19 februari 2026 där nämnden beslutar om den",
    );
    Example::new().is_fine();
}

#[test]
fn a_decision_that_is_needed_soon_is_approved_at_once() {
    let soon = || {
        let submitted = "ansökan_inlämnad: 2026-02-25";
        Example::new().with("ansökan_inlämnad: 2026-01-15", submitted)
    };
    let authority = "    behörighet: Nämndens delegationsordning, punkt 4.2\n";
    soon().with(authority, "").gives_among_others(
        "omedelbar-justering",
        "2026-02-25",
        "ansökan lämnas den 25 februari 2026, innan protokollet från sammanträdet den 19 februari 2026 säkert är justerat",
    );
    soon().is_fine();
    let at_once = "  omedelbar_justering: ja\n  diarienummer: NI";
    let findings = soon().with(authority, "").with("  diarienummer: NI", at_once).findings();
    assert!(!findings.iter().any(|found| found.starts_with("omedelbar-justering")), "{findings:?}");
}

#[test]
fn the_report_waits_for_the_year_to_end() {
    Example::new().with("inlämnad: 2026-01-15", "inlämnad: 2025-12-12").gives(
        "redovisning-före-årets-slut",
        "2025-12-12",
        "redovisningen lämnas den 12 december 2025, innan verksamhetsåret 2025 är slut",
    );
}

#[test]
fn weekends_are_named() {
    Example::new().with("inlämnad: 2026-01-15", "inlämnad: 2026-01-11").gives(
        "inlämning-på-helg",
        "2026-01-11",
        "redovisningen lämnas den 11 januari 2026, en söndag",
    );
    Example::new().with("sammanträde: 2026-02-19", "sammanträde: 2026-02-21").gives(
        "sammanträde-på-helg",
        "2026-02-21",
        "sammanträdet den 21 februari 2026 är en lördag",
    );
}

/// 1 March 2026 is a Sunday.
#[test]
fn a_last_day_in_a_weekend_is_named_when_it_matters() {
    let submitted = |day: &str| {
        let line = format!("ansökan_inlämnad: {day}");
        Example::new().with("ansökan_inlämnad: 2026-01-15", &line)
    };
    submitted("2026-02-27").is_fine();
    let message =
        "sista dagen för ansökan, den 1 mars 2026, är en söndag, och den lämnas den 2 mars 2026";
    submitted("2026-03-02").gives_among_others("sista-dag-på-helg", "2026-03-02", message);
    let findings = submitted("2026-03-01").findings();
    assert_eq!(findings.len(), 2, "{findings:#?}");
}

#[test]
fn holidays_are_named() {
    Example::new().with("sammanträde: 2026-02-19", "sammanträde: 2026-04-03").gives(
        "sammanträde-på-helg",
        "2026-04-03",
        "sammanträdet den 3 april 2026 är långfredagen",
    );
    Example::new().with("inlämnad: 2026-01-15", "inlämnad: 2026-01-06").gives(
        "inlämning-på-helg",
        "2026-01-06",
        "redovisningen lämnas den 6 januari 2026, trettondedag jul",
    );
    Example::new().with("datum: 2026-01-27", "datum: 2026-01-25").gives(
        "tjänsteutlåtande-på-helg",
        "2026-01-25",
        "tjänsteutlåtandets datum, den 25 januari 2026, är en söndag",
    );
    // Days before holidays are ordinary days.
    for day in ["2026-04-02", "2026-04-30", "2026-05-13", "2026-12-23"] {
        Example::new().with("sammanträde: 2026-02-19", &format!("sammanträde: {day}")).is_fine();
    }
}

#[test]
fn a_service_starts_when_there_are_services() {
    let started =
        |day: &str| Example::new().with("startade: 2001-09-01", &format!("startade: {day}"));
    for day in ["1995-01-01", "2000-05-04", "2026-12-31"] {
        started(day).is_fine();
    }
    started("1994-12-31").gives(
        "startår-före-försöken",
        "1994-12-31",
        "verksamheten kan inte ha startat 1994, före de första försöken med personligt ombud",
    );
    started("2027-01-01").gives(
        "startår-efter-ansökan",
        "2027-01-01",
        "verksamheten startar 2027, men ansökan gäller 2026",
    );
}

#[test]
fn a_service_ends_after_it_has_started_and_applies_for_nothing_more() {
    let ended = |day: &str| {
        let both = format!("startade: 2001-09-01\n  upphörde: {day}");
        Example::new().with("startade: 2001-09-01", &both)
    };
    // It may end in the year that is applied for, or later.
    for day in ["2026-01-01", "2026-06-30", "2030-12-31"] {
        ended(day).is_fine();
    }
    ended("2001-08-31").gives(
        "upphörde-före-start",
        "2001-08-31",
        "verksamheten upphörde den 31 augusti 2001, men startade den 1 september 2001",
    );
    ended("2024-12-31").gives(
        "upphörde-före-året",
        "2024-12-31",
        "verksamheten upphörde 2024, men verksamhetsåret är 2025",
    );
    for day in ["2025-01-01", "2025-12-31"] {
        ended(day).gives(
            "ansökan-efter-upphörande",
            day,
            "verksamheten upphörde 2025, men ärendet omfattar en ansökan för 2026",
        );
    }
}
