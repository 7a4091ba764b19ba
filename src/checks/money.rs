//! The grant and how it has been used.

use super::papers::{ECONOMY, LEVEL};
use chrono::Datelike;

use super::{Report, Rule, Subject};
use crate::source::Span;
use crate::swedish::grouped;
use crate::year_file::values::{Count, Hundredths};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "använt-mer-än-beviljat",
        "Det går inte att använda mer bidrag än vad som har beviljats; resten är egna medel.",
        used_more_than_granted,
    ).shown(ECONOMY),
    Rule::error(
        "poster-stämmer-inte",
        "Posterna visar vad det använda bidraget har gått till, så de ska ha samma summa (10 § förordningen 2013:522).",
        items,
    ).shown(ECONOMY),
    Rule::error(
        "nivåns-år",
        "Socialstyrelsen beslutar nivån (5 § HSLF-FS 2016:98), och sökt belopp ska räknas på det år som ansökan gäller.",
        year_of_level,
    ).shown(LEVEL),
    Rule::error(
        "nivåns-källa",
        "Nivån beslutas av Socialstyrelsen (5 § HSLF-FS 2016:98); läsaren ska kunna se var den står.",
        source_of_level,
    ).shown(LEVEL),
    Rule::warning(
        "inget-bidrag",
        "Den som redovisar har oftast fått ett bidrag att redovisa (10 § förordningen 2013:522).",
        no_grant,
    ).shown(ECONOMY),
    Rule::warning(
        "bidrag-per-heltid-orimligt",
        "Bidraget fördelas efter antalet årsanställningar (3 § HSLF-FS 2016:98); ett belopp långt utanför det rimliga har oftast fått en siffra för mycket eller för lite.",
        grant_per_post,
    ).shown(ECONOMY),
    Rule::error(
        "andra-kommuners-egna-medel",
        "De andra kommunernas egna medel är en del av dem som står under `ekonomi`, och ansökan visar vad varje kommun betalar.",
        own_funds_of_others,
    ).shown(&["andra_kommuner", "kommuner"]),
    Rule::error(
        "andra-kommuner-för-många",
        "De andra kommunernas årsanställningar är en del av dem som ansökan gäller (8 § 1–2 förordningen 2013:522).",
        other_municipalities,
    ).shown(&["andra_kommuner", "kommuner"]),
];

fn used_more_than_granted(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(economy) = &subject.year_file.economy else { return };
    if *economy.used > *economy.granted {
        report.add(
            &economy.used.span,
            format!(
                "{} kronor har använts, men bara {} är beviljade",
                grouped(*economy.used),
                grouped(*economy.granted)
            ),
            "Rätta siffran om den är fel. Har kommunen själv betalat resten så skriv den delen under `egna_medel`.",
        );
    }
}

fn items(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(economy) = &subject.year_file.economy else { return };
    let Some(items) = economy.items.as_ref().filter(|items| !items.is_empty()) else { return };
    let sum = subject.facts.money.items_total.unwrap_or_default();
    if sum != *economy.used {
        let start = items.first().map_or(0, |item| item.purpose.span.start);
        let end = items.last().map_or(start, |item| item.amount.span.end);
        report.add_beside(
            &(start..end),
            format!(
                "posterna har summan {} kronor, men {} kronor är använt",
                grouped(sum),
                grouped(*economy.used)
            ),
            format!(
                "Skillnaden är {} kronor. Rätta den siffra som är fel.",
                grouped(sum.abs_diff(*economy.used))
            ),
            &[(&economy.used.span, "använt")],
        );
    }
}

fn year_of_level(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let Some(level) = year_file.economy.as_ref().and_then(|economy| economy.level.as_ref()) else {
        return;
    };
    let expected = year_file.application_year();
    if *level.year != expected {
        report.add(
            &level.year.span,
            format!("nivån gäller {}, men ansökan gäller {expected}", *level.year),
            format!(
                "Skriv nivån för {expected}, eller ta bort `belopp_per_heltid` tills den är beslutad."
            ),
        );
    }
}

fn source_of_level(subject: &Subject<'_>, report: &mut Report<'_>) {
    let economy = subject.year_file.economy.as_ref();
    let Some(level) = economy.and_then(|economy| economy.level.as_ref()) else { return };
    let says_nothing = ["okänd", "okänt", "saknas", "vet ej", "källa", "xxx"];
    let source = level.source.to_lowercase();
    let letters = source.chars().filter(|c| c.is_alphanumeric()).count();
    if letters < 3 || says_nothing.contains(&source.trim()) {
        report.add(
            &level.source.span,
            format!("”{}” säger inte var nivån står", *level.source),
            "Skriv till exempel beslutets datum och diarienummer.",
        );
    }
}

fn no_grant(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let Some(economy) = &year_file.economy else { return };
    // A service that starts after the reported year has had nothing to be paid for.
    let is_running = year_file.operation.started.year() <= *year_file.year;
    if *economy.granted == 0 && is_running {
        report.add(
            &economy.granted.span,
            format!("det beviljade bidraget för {} är 0 kronor", *year_file.year),
            "Kontrollera mot länsstyrelsens beslut. Stämmer det så tysta regeln under `kontroller:`.",
        );
    }
}

/// Kronor for a full-time post that a grant can plausibly be: a wide band of plain
/// sense, since the level is decided for each year and none is known here.
const PLAUSIBLE: std::ops::RangeInclusive<u64> = 10_000..=5_000_000;

/// How many times the level of the application year the reported year's grant for a
/// full-time post can plausibly be, and how small a part of it: a service that began
/// in December may have had a month's grant.
const TIMES_LEVEL: u64 = 5;
const PART_OF_LEVEL: u64 = 24;

fn grant_per_post(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(economy) = &subject.year_file.economy else { return };
    let posts = &subject.year_file.operation.full_time_posts;
    let level = economy.level.as_ref().map(|level| &level.amount);
    if let Some(level) = level.filter(|level| !PLAUSIBLE.contains(*level)) {
        report.add(
            &level.span,
            format!("{} kronor för en heltid är inte rimligt", grouped(**level)),
            "Skriv hela beloppet i kronor för en årsanställning.",
        );
        return;
    }
    let Some(per_post) = (*economy.granted * 100).checked_div(posts.0) else { return };
    let plausible =
        level.map_or(PLAUSIBLE, |level| **level / PART_OF_LEVEL..=**level * TIMES_LEVEL);
    if *economy.granted > 0 && !plausible.contains(&per_post) {
        let mut related = vec![(&posts.span, "årsanställningarna")];
        related.extend(level.map(|level| (&level.span, "nivån för en heltid")));
        report.add_beside(
            &economy.granted.span,
            format!(
                "det beviljade bidraget är {} kronor för varje årsanställning",
                grouped(per_post)
            ),
            "Kontrollera beloppet och antalet årsanställningar.",
            &related,
        );
    }
}

/// What the other kommuner pay is a part of what all pay.
fn own_funds_of_others(subject: &Subject<'_>, report: &mut Report<'_>) {
    let others = subject.year_file.operation.other_municipalities.iter().flatten();
    let funds: Vec<&Count> = others.filter_map(|other| other.own_funds.as_ref()).collect();
    let Some(first) = funds.first() else { return };
    let sum = funds.iter().map(|funds| ***funds).fold(0, u64::saturating_add);
    let all = subject.year_file.economy.as_ref().and_then(|economy| economy.own_funds.as_ref());
    let Some(all) = all else {
        if report.loaded.is_unread(&["ekonomi", "egna_medel"]) {
            report.leave_out();
            return;
        }
        report.add(
            &first.span,
            "egna medel anges för en annan kommun, men inte för alla tillsammans",
            "Lägg till `egna_medel:` under `ekonomi:` med alla kommuners egna medel.",
        );
        return;
    };
    if sum > **all {
        let funds: Vec<(u64, &Span)> = funds.iter().map(|funds| (***funds, &funds.span)).collect();
        report_parts(
            report,
            &funds,
            (&all.span, "alla kommuners egna medel"),
            format!(
                "de andra kommunernas egna medel är {}, men alla kommuners är {}",
                crate::swedish::kronor(sum),
                crate::swedish::kronor(**all)
            ),
            "Rätta den siffra som är fel. I `egna_medel:` under `ekonomi:` räknas alla kommuners egna medel in, även den egna kommunens.",
        );
    }
}

fn other_municipalities(subject: &Subject<'_>, report: &mut Report<'_>) {
    let operation = &subject.year_file.operation;
    let others = || operation.other_municipalities.iter().flatten();
    let sum_of =
        |parts: &[(u64, &Span)]| parts.iter().map(|(part, _)| *part).fold(0, u64::saturating_add);
    let applied: Vec<(u64, &Span)> = others()
        .map(|other| other.posts_applied_for.as_ref().unwrap_or(&other.full_time_posts))
        .map(|posts| (posts.0, &posts.span))
        .collect();
    if let Some(all) = operation.posts_applied_for.as_ref()
        && sum_of(&applied) >= all.0
    {
        let message = format!(
            "de andra kommunerna söker bidrag för {} årsanställningar, men ansökan gäller {} i allt",
            Hundredths(sum_of(&applied)),
            **all
        );
        report_parts(
            report,
            &applied,
            (&all.span, "alla årsanställningar som ansökan gäller"),
            message,
            "Rätta den siffra som är fel. I `sökta_årsanställningar:` under `verksamhet:` räknas alla in, även den egna kommunens.",
        );
    }
    let posts: Vec<(u64, &Span)> =
        others().map(|other| (other.full_time_posts.0, &other.full_time_posts.span)).collect();
    let all = &operation.full_time_posts;
    if sum_of(&posts) >= all.0 {
        let message = format!(
            "de andra kommunerna har {} årsanställningar, men verksamheten har {} i allt",
            Hundredths(sum_of(&posts)),
            **all
        );
        report_parts(
            report,
            &posts,
            (&all.span, "alla årsanställningar"),
            message,
            "Rätta den siffra som är fel. I `årsanställningar:` under `verksamhet:` räknas alla in, även den egna kommunens.",
        );
    }
}

/// Reports that some parts are too much for their whole, at the largest of them: a part
/// with a figure too many is that.
fn report_parts(
    report: &mut Report<'_>,
    parts: &[(u64, &Span)],
    whole: (&Span, &str),
    message: String,
    hint: &str,
) {
    let Some((_, place)) = parts.iter().max_by_key(|(part, _)| *part) else { return };
    let others = parts.iter().filter(|(_, other)| other != place);
    let others = others.map(|(_, other)| (*other, "också en annan kommuns"));
    let related: Vec<(&Span, &str)> = std::iter::once(whole).chain(others).collect();
    report.add_beside(place, message, hint, &related);
}
