//! Dates and deadlines.

use crate::template::Demand;
use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{Report, Rule, Subject};
use crate::source::Located;
use crate::swedish::{day_off, long_date};
use crate::year_file::MatterPart;
use crate::year_file::values::Date;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "datum-efter-sammanträde",
        "Ett tjänsteutlåtande skrivs före sammanträdet där det behandlas.",
        date_after_meeting,
    ).shown(&["sammanträde"]),
    Rule::error(
        "datum-i-fel-år",
        "Redovisningen och ansökan görs efter verksamhetsårets slut; ett annat årtal är oftast kvar från förra gången.",
        year_of_dates,
    ),
    Rule::warning(
        "redovisning-sen",
        "Redovisningen ska lämnas senast den 15 januari året efter (10 § förordningen 2013:522).",
        report_late,
    ).demanded(&[Demand::Report]),
    Rule::warning(
        "ansökan-sen",
        "Ansökan ska ha kommit in senast den 1 mars bidragsåret (2 § HSLF-FS 2016:98).",
        application_late,
    ).demanded(&[Demand::Application]),
    Rule::error(
        "redovisning-före-årets-slut",
        "Redovisningen gäller hela verksamhetsåret och lämnas senast den 15 januari året efter (10 § förordningen 2013:522).",
        report_before_year_end,
    ).demanded(&[Demand::Report])
    .with_exceptions(),
    Rule::error(
        "period-i-redovisning",
        "Redovisningen gäller hela verksamhetsåret (10 § förordningen 2013:522).",
        period_in_report,
    ).demanded(&[Demand::Report]),
    Rule::error(
        "period-utanför-året",
        "Perioden är en del av verksamhetsåret.",
        period_outside_year,
    ).shown(&["period"]),
    Rule::warning(
        "inlämning-på-helg",
        "På en lördag, söndag eller helgdag är det ofta ingen som tar emot papper (helgdagar: lag 1989:253; i övrigt praxis).",
        submitted_on_day_off,
    ).demanded(&[Demand::Application, Demand::Report]),
    Rule::warning(
        "sista-dag-på-helg",
        "Det är inte säkert att en sista dag som infaller på en helg flyttas till nästa vardag.",
        deadline_on_weekend,
    ).demanded(&[Demand::Application, Demand::Report]),
    Rule::warning(
        "sammanträde-på-helg",
        "Nämnder sammanträder sällan på lördagar, söndagar och helgdagar (helgdagar: lag 1989:253; i övrigt praxis).",
        meeting_on_day_off,
    ).shown(&["sammanträde"]),
    Rule::warning(
        "tjänsteutlåtande-på-helg",
        "Tjänsteutlåtanden skrivs sällan under på lördagar, söndagar och helgdagar (helgdagar: lag 1989:253; i övrigt praxis).",
        dated_on_day_off,
    ).shown(&["sammanträde"]),
    Rule::warning(
        "inlämning-före-beslut",
        "Det som lämnas innan nämnden har beslutat lämnas med stöd av delegation (6 kap. 37 § och 7 kap. 5 § kommunallagen 2017:725).",
        submitted_before_decision,
    ).shown(&["sammanträde"]),
    Rule::advice(
        "omedelbar-justering",
        "Ett beslut kan verkställas när protokollet är justerat, och det får dröja 14 dagar (5 kap. 69 § och 6 kap. 35 § kommunallagen 2017:725).",
        approval_in_time,
    ).shown(&["omedelbar_justering"]),
    Rule::error(
        "startår-före-försöken",
        "De första försöken med personligt ombud kom med 1995 års psykiatrireform.",
        started_before_trials,
    ).shown(&["startade"])
    .with_exceptions(),
    Rule::error(
        "startår-efter-ansökan",
        "Ansökan ska ange när verksamheten kan starta (8 § 3 förordningen 2013:522), och bidraget gäller ett år.",
        starts_after_application,
    ).shown(&["startade"]),
    Rule::error(
        "upphörde-före-start",
        "En verksamhet upphör efter att den har startat.",
        ended_before_start,
    ).shown(ENDED),
    Rule::error(
        "upphörde-före-året",
        "En redovisning gäller ett år då verksamheten fanns (10 § förordningen 2013:522).",
        ended_before_year,
    ).shown(ENDED),
    Rule::error(
        "ansökan-efter-upphörande",
        "Bidraget ges till kommuner som bedriver verksamhet med personligt ombud (1 § förordningen 2013:522).",
        applies_after_end,
    ).shown(ENDED),
    Rule::warning(
        "informationsblad-efter-upphörande",
        "Bladet säger att stödet finns och hur man får det.",
        leaflet_after_end,
    ).shown(&["besöksadress"]),
];

/// The names under which papers ask for when the service ended, or for what it did.
const ENDED: &[&str] = &["upphörde", "mening.upphörande", "startade", "ansökan_inlämnad"];

fn date_after_meeting(subject: &Subject<'_>, report: &mut Report<'_>) {
    let board_matter = &subject.year_file.board_matter;
    if *board_matter.date > *board_matter.meeting {
        report.add(
            &board_matter.date.span,
            format!(
                "tjänsteutlåtandets datum {} är efter sammanträdet {}",
                *board_matter.date, *board_matter.meeting
            ),
            "Rätta det av datumen som är fel.",
        );
    }
}

fn year_of_dates(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let expected = year_file.application_year();
    let (matter, grant) = (&year_file.board_matter, &year_file.grant);
    // With the name under which papers ask for the date. That of a paper without a
    // meeting, such as an information sheet, may be any.
    let dates = [
        ("tjänsteutlåtandets datum", &matter.date, "sammanträde", ["ärende", "datum"]),
        ("sammanträdet", &matter.meeting, "sammanträde", ["ärende", "sammanträde"]),
        (
            "redovisningens datum",
            &grant.report_submitted,
            "redovisning_inlämnad",
            ["länsstyrelse", "redovisning_inlämnad"],
        ),
        (
            "ansökans datum",
            &grant.application_submitted,
            "ansökan_inlämnad",
            ["länsstyrelse", "ansökan_inlämnad"],
        ),
    ];
    let shown = dates.into_iter().filter(|(_, _, name, _)| subject.made.shows(&[name]));
    for (what, date, _, path) in shown {
        let Some(date) = date.known().map(|day| Located::new(*day, date.span.clone())) else {
            report.leave_out_unread(&path);
            continue;
        };
        let year = date.year();
        // A follow-up within the year is written in it.
        let is_follow_up = year_file.period.is_some() && year == expected - 1;
        let is_december_before = year == expected - 1 && date.month() == 12;
        // The last report may be made as soon as the service has ended.
        let has_ended = has_ended(subject, *date);
        if year != expected && !is_december_before && !is_follow_up && !has_ended {
            report.add(
                &date.span,
                format!("{what} är {}, men {expected} väntades", *date),
                format!(
                    "Verksamhetsåret är {}. Rätta datumet eller verksamhetsåret.",
                    *year_file.year
                ),
            );
        }
    }
}

/// Whether the service ended within the reported year, before a day in it.
fn has_ended(subject: &Subject<'_>, day: NaiveDate) -> bool {
    let year = *subject.year_file.year;
    day.year() == year && subject.year_file.ended_within(year).is_some_and(|ended| ended < day)
}

/// What is submitted, when, and the last day for it: of the papers that are made.
fn submissions<'s>(
    subject: &Subject<'s>,
) -> impl Iterator<Item = (Demand, &'static str, &'s Date, Option<NaiveDate>)> {
    let grant = &subject.year_file.grant;
    let year = subject.year_file.application_year();
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let all = [
        (Demand::Report, "redovisningen", &grant.report_submitted, day(1, 15)),
        (Demand::Application, "ansökan", &grant.application_submitted, day(3, 1)),
    ];
    let made = subject.made;
    all.into_iter().filter(move |(demand, ..)| made.demanded(*demand).next().is_some())
}

fn report_late(subject: &Subject<'_>, report: &mut Report<'_>) {
    late(subject, report, Demand::Report);
}

fn application_late(subject: &Subject<'_>, report: &mut Report<'_>) {
    late(subject, report, Demand::Application);
}

fn late(subject: &Subject<'_>, report: &mut Report<'_>, demand: Demand) {
    let of_demand = submissions(subject).find(|(other, ..)| *other == demand);
    let Some((_, what, submitted, Some(deadline))) = of_demand else { return };
    if **submitted > deadline {
        report.add(
            &submitted.span,
            format!(
                "{what} lämnas den {}, efter den {}",
                long_date(**submitted),
                long_date(deadline)
            ),
            "Kontrollera datumet, eller kontakta länsstyrelsen.",
        );
    }
}

fn report_before_year_end(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let submitted = &year_file.grant.report_submitted;
    if submitted.year() <= *year_file.year && !has_ended(subject, **submitted) {
        report.add(
            &submitted.span,
            format!(
                "redovisningen lämnas den {}, innan verksamhetsåret {} är slut",
                long_date(**submitted),
                *year_file.year
            ),
            "Rätta datumet, eller vänta med redovisningen tills årets siffror är klara.",
        );
    }
}

fn period_in_report(subject: &Subject<'_>, report: &mut Report<'_>) {
    if let Some(period) = &subject.year_file.period {
        report.add(
            &(period.first.span.start..period.last.span.end),
            format!("siffrorna gäller {}, men redovisningen gäller hela året", period.in_words()),
            "Ta bort `period:` och skriv hela årets siffror, eller gör ett annat papper med `--dokument`.",
        );
    }
}

fn period_outside_year(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(period) = &subject.year_file.period else { return };
    let year = *subject.year_file.year;
    let (first, last) = (*period.first, *period.last);
    let is_within = first.year() == year && last.year() == year;
    if !is_within || last < first {
        report.add(
            &(period.first.span.start..period.last.span.end),
            format!("perioden {first} till {last} är ingen del av verksamhetsåret {year}"),
            "Rätta dagarna: `från:` är periodens första dag och `till:` den sista.",
        );
    }
}

fn submitted_on_day_off(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (_, what, submitted, _) in submissions(subject) {
        if let Some(day) = day_off(**submitted) {
            report.add(
                &submitted.span,
                format!("{what} lämnas den {}, {day}", long_date(**submitted)),
                "Kontrollera datumet.",
            );
        }
    }
}

/// Says nothing about what is submitted on a weekday before such a weekend: then
/// it makes no difference.
fn deadline_on_weekend(subject: &Subject<'_>, report: &mut Report<'_>) {
    for (_, what, submitted, deadline) in submissions(subject) {
        let Some((deadline, day)) = deadline.and_then(|date| Some((date, day_off(date)?))) else {
            continue;
        };
        let days_before = if deadline.weekday() == Weekday::Sun { 2 } else { 1 };
        let Some(friday) = deadline.checked_sub_days(Days::new(days_before)) else { continue };
        let days_after = (**submitted - friday).num_days();
        if (1..=3).contains(&days_after) {
            report.add(
                &submitted.span,
                format!(
                    "sista dagen för {what}, den {}, är {day}, och den lämnas den {}",
                    long_date(deadline),
                    long_date(**submitted)
                ),
                format!(
                    "Lämna den senast fredagen den {}, eller fråga länsstyrelsen vilken dag som gäller.",
                    long_date(friday)
                ),
            );
        }
    }
}

/// What goes in before the meeting that is to decide on it, signed by somebody of whom
/// nothing is said about the right to do so.
fn submitted_before_decision(subject: &Subject<'_>, report: &mut Report<'_>) {
    let signer = subject.year_file.grant.signer.as_ref();
    if signer.is_none_or(|signer| signer.authority.is_some()) {
        return;
    }
    let meeting = *subject.year_file.board_matter.meeting;
    for (what, submitted) in decided_on(subject) {
        if **submitted < meeting {
            report.add(
                &submitted.span,
                format!(
                    "{what} lämnas den {}, före sammanträdet den {} där nämnden beslutar om den",
                    long_date(**submitted),
                    long_date(meeting)
                ),
                "Skriv vad rätten att underteckna grundas på, `behörighet` under `undertecknare`, eller lämna den efter sammanträdet.",
            );
        }
    }
}

/// The longest time until a board's minutes are approved, in days.
const UNTIL_APPROVED: i64 = 14;

/// What goes in after the meeting, before the minutes must have been approved. Somebody with
/// the right to sign for the board need not wait for them.
fn approval_in_time(subject: &Subject<'_>, report: &mut Report<'_>) {
    let board_matter = &subject.year_file.board_matter;
    let meeting = *board_matter.meeting;
    let signer = subject.year_file.grant.signer.as_ref();
    let has_authority = signer.is_some_and(|signer| signer.authority.is_some());
    if has_authority || board_matter.immediate_approval.as_ref().is_some_and(|it| **it) {
        return;
    }
    for (what, submitted) in decided_on(subject) {
        let days = (**submitted - meeting).num_days();
        if (0..UNTIL_APPROVED).contains(&days) {
            report.add(
                &submitted.span,
                format!(
                    "{what} lämnas den {}, innan protokollet från sammanträdet den {} säkert är justerat",
                    long_date(**submitted),
                    long_date(meeting)
                ),
                "Skriv `omedelbar_justering: ja` under `ärende:`, så föreslås nämnden det.",
            );
        }
    }
}

/// What the board decides on, and the day when it goes in.
fn decided_on<'s>(subject: &Subject<'s>) -> [(&'static str, &'s Date); 2] {
    let grant = &subject.year_file.grant;
    [("redovisningen", &grant.report_submitted), ("ansökan", &grant.application_submitted)]
}

fn meeting_on_day_off(subject: &Subject<'_>, report: &mut Report<'_>) {
    let meeting = &subject.year_file.board_matter.meeting;
    if let Some(day) = day_off(**meeting) {
        report.add(
            &meeting.span,
            format!("sammanträdet den {} är {day}", long_date(**meeting)),
            "Kontrollera datumet mot nämndens sammanträdesplan.",
        );
    }
}

fn dated_on_day_off(subject: &Subject<'_>, report: &mut Report<'_>) {
    let date = &subject.year_file.board_matter.date;
    if let Some(day) = day_off(**date) {
        report.add(
            &date.span,
            format!("tjänsteutlåtandets datum, den {}, är {day}", long_date(**date)),
            "Kontrollera datumet.",
        );
    }
}

/// The year of the reform that the trials, 1995–1998, came with. Source: Läkartidningen,
/// <https://lakartidningen.se/debatt-och-brev/2012/03/ratten-till-personligt-ombud-bor-skrivas-in-i-lagen/>.
const FIRST_TRIALS: i32 = 1995;

fn started_before_trials(subject: &Subject<'_>, report: &mut Report<'_>) {
    let started = &subject.year_file.operation.started;
    if started.year() < FIRST_TRIALS {
        report.add(
            &started.span,
            format!(
                "verksamheten kan inte ha startat {}, före de första försöken med personligt ombud",
                started.year()
            ),
            "Skriv dagen då just verksamheten med personligt ombud startade.",
        );
    }
}

fn starts_after_application(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let started = &year_file.operation.started;
    if started.year() > year_file.application_year() {
        report.add(
            &started.span,
            format!(
                "verksamheten startar {}, men ansökan gäller {}",
                started.year(),
                year_file.application_year()
            ),
            "Skriv dagen då verksamheten startade eller kan starta.",
        );
    }
}

fn ended_before_start(subject: &Subject<'_>, report: &mut Report<'_>) {
    let operation = &subject.year_file.operation;
    let Some(ended) = &operation.ended else { return };
    if **ended < *operation.started {
        report.add_beside(
            &ended.span,
            format!(
                "verksamheten upphörde den {}, men startade den {}",
                long_date(**ended),
                long_date(*operation.started)
            ),
            "Rätta det av datumen som är fel.",
            &[(&operation.started.span, "verksamheten startade")],
        );
    }
}

fn ended_before_year(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let Some(ended) = &year_file.operation.ended else { return };
    if ended.year() < *year_file.year && **ended >= *year_file.operation.started {
        report.add(
            &ended.span,
            format!(
                "verksamheten upphörde {}, men verksamhetsåret är {}",
                ended.year(),
                *year_file.year
            ),
            "Rätta dagen eller verksamhetsåret. För ett år då ingen verksamhet fanns behövs inga papper.",
        );
    }
}

/// The last day of the service, when it is in the reported year and not before the first.
fn ended_within<'s>(subject: &Subject<'s>) -> Option<&'s Date> {
    let operation = &subject.year_file.operation;
    let is_within =
        |day: &&Date| day.year() == *subject.year_file.year && ***day >= *operation.started;
    operation.ended.as_ref().filter(is_within)
}

fn leaflet_after_end(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(ended) = ended_within(subject) else { return };
    // Whoever applies for it all the same is told so.
    if !subject.year_file.is_about(MatterPart::Application) {
        report.add(
            &ended.span,
            format!("verksamheten upphörde den {}, och bladet bjuder in till den", long_date(**ended)),
            "Gör inget informationsblad, eller skriv egna texter som säger vart den som behöver stöd kan vända sig.",
        );
    }
}

fn applies_after_end(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let Some(ended) = ended_within(subject) else { return };
    if year_file.is_about(MatterPart::Application) {
        let year = year_file.application_year();
        report.add(
            &ended.span,
            format!(
                "verksamheten upphörde {}, men ärendet omfattar en ansökan för {year}",
                ended.year()
            ),
            "Skriv `omfattar: [redovisning]` under `ärende:`, eller rätta dagen.",
        );
    }
}
