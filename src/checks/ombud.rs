//! The ombud one by one, against what is said about them together; and how old
//! the figures of the country are.

use super::papers::POSTS;
use super::{Report, Rule, Subject};
use crate::source::Span;
use crate::swedish::in_words;
use crate::year_file::Ombud;
use crate::year_file::values::Hundredths;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "antal-ombud-stämmer-inte",
        "Antalet ombud ska vara detsamma i alla papper.",
        number_of_ombud,
    ).shown(POSTS),
    Rule::error(
        "sysselsättningsgrader-stämmer-inte",
        "Årsanställningarna är ombudens sysselsättningsgrader tillsammans, deltid räknad i proportion till heltid (8 § 2 förordningen 2013:522, 3 § HSLF-FS 2016:98).",
        shares,
    ).shown(POSTS)
    .with_exceptions(),
    Rule::error(
        "fler-årsanställningar-än-ombud",
        "En person kan arbeta högst en heltid, så årsanställningarna kan inte vara fler än ombuden (8 § 2 förordningen 2013:522, 3 § HSLF-FS 2016:98).",
        more_posts_than_ombud,
    ).shown(POSTS)
    .with_exceptions(),
    Rule::warning(
        "många-ombud-på-få-årsanställningar",
        "Ombud som i snitt arbetar mindre än en tiondel av heltid är oftare ett skrivfel än en verksamhet.",
        many_ombud,
    ).shown(POSTS),
    Rule::warning(
        "gamla-siffror-för-riket",
        "Siffror att jämföra med ska vara från ungefär samma tid (praxis).",
        old_national_figures,
    ).shown(&["riket"]),
];

/// Hundredths of an årsanställning that a full-time post is.
const FULL_TIME: u64 = 100;

/// The ombud, when any are listed.
fn listed<'s>(subject: &Subject<'s>) -> Option<&'s [Ombud]> {
    subject.year_file.operation.ombud_posts.as_deref().filter(|ombud| !ombud.is_empty())
}

fn number_of_ombud(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(listed) = listed(subject) else { return };
    let Some(given) = &subject.year_file.operation.ombud else { return };
    let number = u64::try_from(listed.len()).unwrap_or(u64::MAX);
    if number != u64::from(**given) {
        report.add_beside(
            &report.key(&["verksamhet", "ombud"]),
            format!(
                "{} ombud står i listan, men `antal_ombud` är {}",
                in_words(number, true),
                u64::from(**given)
            ),
            "Rätta listan eller antalet.",
            &[(&given.span, "antalet")],
        );
    }
}

fn shares(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(listed) = listed(subject) else { return };
    let posts = &subject.year_file.operation.full_time_posts;
    let sum = Hundredths(listed.iter().map(Ombud::share).sum());
    if sum != **posts {
        report.add_beside(
            &place(report, listed),
            format!(
                "räknade i heltid är ombudens sysselsättningsgrader tillsammans {sum}, men `årsanställningar` är {}",
                *posts
            ),
            "Rätta den siffra som är fel. Ett ombud utan `sysselsättningsgrad` räknas som heltid. Är en tjänst vakant så tysta regeln under `kontroller:`.",
            &[(&posts.span, "årsanställningarna")],
        );
    }
}

/// The only part-time post, which then is the one to look at, or the whole list.
fn place(report: &Report<'_>, listed: &[Ombud]) -> Span {
    let mut part_time = listed.iter().filter_map(|ombud| ombud.share.as_ref());
    match (part_time.next(), part_time.next()) {
        (Some(only), None) => only.span.clone(),
        _ => report.key(&["verksamhet", "ombud"]),
    }
}

fn more_posts_than_ombud(subject: &Subject<'_>, report: &mut Report<'_>) {
    let operation = &subject.year_file.operation;
    let Some(ombud) = &operation.ombud else { return };
    let posts = &operation.full_time_posts;
    if posts.0 > u64::from(**ombud).saturating_mul(FULL_TIME) {
        report.add_beside(
            &ombud.span,
            format!(
                "{} ombud kan inte ha {} årsanställningar",
                in_words(u64::from(**ombud), true),
                **posts
            ),
            "Rätta den siffra som är fel. Är en tjänst vakant så tysta regeln under `kontroller:`.",
            &[(&posts.span, "årsanställningarna")],
        );
    }
}

fn many_ombud(subject: &Subject<'_>, report: &mut Report<'_>) {
    /// More ombud than this for each full-time post are pointed out.
    const OMBUD_PER_POST: u64 = 10;
    let operation = &subject.year_file.operation;
    let Some(ombud) = &operation.ombud else { return };
    let (posts, number) = (&operation.full_time_posts, u64::from(**ombud));
    if posts.0 > 0 && number.saturating_mul(FULL_TIME) > posts.0.saturating_mul(OMBUD_PER_POST) {
        report.add_beside(
            &ombud.span,
            format!("{number} ombud delar på {} årsanställningar", **posts),
            "Kontrollera båda siffrorna. Antalet ombud är personer, och årsanställningarna räknas i heltid.",
            &[(&posts.span, "årsanställningarna")],
        );
    }
}

/// How many years the figures of the country may lie before the reported year:
/// they are published with some delay, and not for every year.
const YEARS_BEFORE: i32 = 3;

fn old_national_figures(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(nation) = &subject.year_file.nation else { return };
    let reported = *subject.year_file.year;
    let oldest = reported - YEARS_BEFORE;
    if !(oldest..=reported).contains(&*nation.year) {
        report.add(
            &nation.year.span,
            format!(
                "siffrorna för riket gäller {}, men verksamhetsåret är {reported}",
                *nation.year
            ),
            format!("Skriv siffror för {oldest}–{reported} med sin källa, eller ta bort `riket:`."),
        );
    }
}
