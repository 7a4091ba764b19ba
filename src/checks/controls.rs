//! What the year file says about the checks themselves.

use super::{Report, Rule, Subject, rules};
use crate::year_file::Silence;
use crate::year_file::read::nearest;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "okänd-regel",
        "En regel som inte finns kan inte tystas; den som var tänkt skulle fortsätta att gälla.",
        unknown_rule,
    ),
    Rule::error(
        "regel-får-inte-tystas",
        "Lagens krav och siffror som inte kan stämma gäller alltid.",
        not_to_be_silenced,
    ),
    Rule::error(
        "minsta-antal-utanför",
        "Under 3 döljs ingenting, och över 20 blir tabellerna tomma.",
        threshold,
    ),
];

fn silences<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s Silence> {
    let controls = subject.year_file.controls.iter();
    controls.flat_map(|controls| controls.silenced.iter().flatten())
}

fn unknown_rule(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> = rules().map(|rule| rule.id).collect();
    for silence in silences(subject).filter(|silence| !known.contains(&silence.rule.as_str())) {
        let hint = match nearest(&silence.rule, &known) {
            Some(near) => format!("Menade du `{near}`?"),
            None => "Skriv `tjut regler` för att se alla regler.".to_owned(),
        };
        report.add(&silence.rule.span, format!("regeln `{}` finns inte", *silence.rule), hint);
    }
}

fn not_to_be_silenced(subject: &Subject<'_>, report: &mut Report<'_>) {
    for silence in silences(subject) {
        let rule = rules().find(|rule| rule.id == *silence.rule);
        if rule.is_some_and(|rule| !rule.may_be_silenced) {
            report.add(
                &silence.rule.span,
                format!("regeln `{}` kan inte tystas", *silence.rule),
                "Ta bort raden och rätta det som regeln pekar på.",
            );
        }
    }
}

fn threshold(subject: &Subject<'_>, report: &mut Report<'_>) {
    let told = subject.year_file.controls.as_ref();
    let Some(count) = told.and_then(|controls| controls.smallest_count.as_ref()) else { return };
    if !(3..=20).contains(&**count) {
        report.add(
            &count.span,
            format!("minsta antal är {}, men det ska vara från 3 till 20", *count),
            "Skriv till exempel 5, eller ta bort raden.",
        );
    }
}
