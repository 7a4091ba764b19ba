//! Dates and deadlines.

use chrono::{Datelike, NaiveDate};

use super::{Report, Rule, Subject};
use crate::finding::Severity::{Error, Warning};
use crate::swedish::long_date;

pub(super) const RULES: &[Rule] = &[
    Rule {
        id: "datum-efter-sammanträde",
        severity: Error,
        reason: "Ett tjänsteutlåtande skrivs före sammanträdet där det behandlas.",
        check: date_after_meeting,
    },
    Rule {
        id: "datum-i-fel-år",
        severity: Error,
        reason: "Redovisningen och ansökan görs efter verksamhetsårets slut; ett annat årtal är oftast kvar från förra gången.",
        check: year_of_dates,
    },
    Rule {
        id: "redovisning-sen",
        severity: Warning,
        reason: "Redovisningen ska lämnas senast den 15 januari året efter (10 § förordningen 2013:522).",
        check: report_late,
    },
    Rule {
        id: "ansökan-sen",
        severity: Warning,
        reason: "Ansökan ska ha kommit in senast den 1 mars bidragsåret (2 § HSLF-FS 2016:98).",
        check: application_late,
    },
];

fn date_after_meeting(subject: &Subject<'_>, report: &mut Report<'_>) {
    let errand = &subject.case.errand;
    if errand.date.value > errand.meeting.value {
        report.add(
            &errand.date.span,
            format!(
                "tjänsteutlåtandets datum {} är efter sammanträdet {}",
                errand.date.value, errand.meeting.value
            ),
            "Rätta det av datumen som är fel.",
        );
    }
}

fn year_of_dates(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    let expected = case.application_year();
    let dates = [
        ("tjänsteutlåtandets datum", &case.errand.date),
        ("sammanträdet", &case.errand.meeting),
        ("redovisningens datum", &case.grant.report_submitted),
        ("ansökans datum", &case.grant.application_submitted),
    ];
    for (what, date) in dates {
        let year = date.value.year();
        let is_december_before = year == expected - 1 && date.value.month() == 12;
        if year != expected && !is_december_before {
            report.add(
                &date.span,
                format!("{what} är {}, men {expected} väntades", date.value),
                format!(
                    "Verksamhetsåret är {}. Rätta datumet eller verksamhetsåret.",
                    case.year.value
                ),
            );
        }
    }
}

fn report_late(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    let deadline = NaiveDate::from_ymd_opt(case.application_year(), 1, 15);
    late(report, &case.grant.report_submitted, deadline, "redovisningen");
}

fn application_late(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    let deadline = NaiveDate::from_ymd_opt(case.application_year(), 3, 1);
    late(report, &case.grant.application_submitted, deadline, "ansökan");
}

fn late(
    report: &mut Report<'_>,
    submitted: &crate::case::values::Date,
    deadline: Option<NaiveDate>,
    what: &str,
) {
    if let Some(deadline) = deadline.filter(|deadline| submitted.value > *deadline) {
        report.add(
            &submitted.span,
            format!(
                "{what} lämnas den {}, efter den {}",
                long_date(submitted.value),
                long_date(deadline)
            ),
            "Kontrollera datumet, eller kontakta länsstyrelsen.",
        );
    }
}
