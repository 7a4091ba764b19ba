//! How the service is run.

use super::{Report, Rule, Subject};
use crate::swedish::folded;
use crate::year_file::{FormKind, MatterPart};

pub(super) const RULES: &[Rule] = &[
    Rule::warning(
        "utförare-saknas",
        "Driver någon annan än kommunen verksamheten så behöver läsaren veta vem (8 § 3 förordningen 2013:522).",
        provider_missing,
    ).shown(&["driftsform", "utförare"]),
    Rule::warning(
        "utförare-vid-egen-regi",
        "I egen regi är det kommunen som driver verksamheten, och utförare anges när det är någon annan.",
        provider_of_own,
    ).shown(&["driftsform", "utförare"]),
    Rule::warning(
        "skäl-till-ändring-saknas",
        "Nämnden behöver veta varför ansökan gäller fler eller färre årsanställningar än i dag (praxis).",
        reason_for_change,
    ).shown(&["mening.ändrad_omfattning"]),
    Rule::warning(
        "antal-möten-osannolikt",
        "Det ska finnas en ledningsgrupp (5 § förordningen 2013:522), och den kan bara leda om den träffas; mer än två möten i månaden är ovanligt.",
        meetings,
    ).shown(&["ledningsgrupp"]),
    Rule::warning(
        "bilagenummer",
        "Numret på ett papper ska vara det som det har i nämndens lista över bilagor.",
        attachment_numbers,
    ).shown(&["bilagor"]),
];

fn provider_missing(subject: &Subject<'_>, report: &mut Report<'_>) {
    let operation = &subject.year_file.operation;
    let form = &operation.form;
    // In egen regi a förening is one to work together with.
    let is_associations = form.is(FormKind::Association) && !form.is(FormKind::Own);
    let is_others = form.is(FormKind::Contractor) || is_associations;
    if is_others && operation.provider.is_none() {
        report.add(
            &form.span,
            format!("driftsformen är ”{}”, men utföraren saknas", **form),
            "Lägg till `utförare:` under `verksamhet:` med `namn:` på den som driver verksamheten.",
        );
    }
}

fn provider_of_own(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let Some(provider) = &year_file.operation.provider else { return };
    if !year_file.operation.form.is_only(FormKind::Own) {
        return;
    }
    let sender = &year_file.sender;
    let own = [&sender.municipality, &sender.board, &sender.administration, &sender.department];
    let mut known = own.into_iter().filter_map(|name| name.known());
    if known.all(|name| !folded(&provider.name).contains(&folded(name))) {
        report.add_beside(
            &provider.name.span,
            format!(
                "utföraren är ”{}”, men driftsformen är ”{}”",
                provider.name.as_str(),
                *year_file.operation.form
            ),
            "Rätta driftsformen, eller ta bort `utförare:` om kommunen driver verksamheten själv.",
            &[(&year_file.operation.form.span, "driftsformen")],
        );
    }
}

fn reason_for_change(subject: &Subject<'_>, report: &mut Report<'_>) {
    const SECTION: &str = "skäl_till_ändrad_omfattning";
    let operation = &subject.year_file.operation;
    let (posts, applied) = (&operation.full_time_posts, operation.posts_applied_for.as_ref());
    let Some((year, applied)) = posts.known().zip(applied) else { return };
    let is_changed = applied.known().is_some_and(|applied| applied != year);
    let is_asked = subject.made.has_section(SECTION) && !subject.year_file.omits(SECTION);
    if is_changed && is_asked && !subject.says_something(SECTION) {
        if report.loaded.is_unread(&["texter", SECTION]) {
            report.leave_out();
            return;
        }
        let message = format!(
            "ansökan gäller {} årsanställningar i stället för {year}, men skälet saknas",
            **applied
        );
        let hint =
            |otherwise: &str| format!("Skriv i `texter:` under `{SECTION}:` varför. {otherwise}");
        if subject.year_file.operations.is_some() {
            let otherwise = "Är det ingen ändring så rätta `sökta_årsanställningar:` i verksamheternas årsfiler.";
            report.add(&applied.span, message, hint(otherwise));
            return;
        }
        let otherwise = "Är det ingen ändring så ta bort `sökta_årsanställningar:`.";
        let beside = [(&posts.span, "årsanställningarna i dag")];
        report.add_beside(&applied.span, message, hint(otherwise), &beside);
    }
}

/// Each operation's papers follow on those of the one before.
fn attachment_numbers(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let parts = [MatterPart::Report, MatterPart::Application];
    let each = parts.into_iter().filter(|part| year_file.is_about(*part)).count();
    let files = year_file.operations.iter().flatten();
    for (at, (file, share)) in files.zip(&subject.facts.operations).enumerate() {
        let first = at * each + 1;
        if share.first_attachment != first {
            let hint = if first == 1 {
                format!("Ta bort `första_bilaga:` i {}.", **file)
            } else {
                format!("Skriv `första_bilaga: {first}` under `ärende:` i {}.", **file)
            };
            report.add(
                &file.span,
                format!(
                    "papperen i {} börjar med bilaga {}, men här är det första av dem bilaga {first}",
                    **file, share.first_attachment
                ),
                hint,
            );
        }
    }
}

fn meetings(subject: &Subject<'_>, report: &mut Report<'_>) {
    /// More meetings a year than this are pointed out.
    const MANY: u64 = 24;
    let meetings = &subject.year_file.operation.steering_group.meetings;
    let message = match u64::from(**meetings) {
        0 => "ledningsgruppen har inga möten".to_owned(),
        number if number > MANY => format!("ledningsgruppen har {number} möten om året"),
        _ => return,
    };
    report.add(&meetings.span, message, "Kontrollera antalet möten.");
}
