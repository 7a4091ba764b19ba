//! What the year file says about the checks themselves.

use super::{NOT_RULES, Report, Rule, Subject, rules};
use crate::finding::shorten;
use crate::year_file::WHY_SILENCED;
use crate::year_file::read::nearest;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "okänd-regel",
        "En regel som inte finns kan inte tystas; den som var tänkt skulle fortsätta att gälla.",
        unknown_rule,
    ),
    Rule::error(
        "regel-får-inte-tystas",
        "Det som lagen kräver, siffror som inte kan stämma och det som gör att papperen inte kan göras gäller alltid.",
        not_to_be_silenced,
    ),
    Rule::error("tystnad-utan-skäl", WHY_SILENCED, without_reason),
    Rule::error(
        "okänd-plats",
        "En plats som inte finns har inget att tysta; regeln fortsätter att gälla där den var tänkt att tystas.",
        unknown_place,
    ),
    NOTHING_SILENCED,
    Rule::error(
        "minsta-antal-utanför",
        "Under 3 döljs ingenting, och över 20 blir tabellerna tomma.",
        threshold,
    ),
];

/// A silence that takes nothing away. It is looked for when all rules have run.
pub(super) const NOTHING_SILENCED: Rule = Rule::warning(
    "tystar-ingenting",
    "Det som tystar en regel utan att den har något att säga döljer nästa fel som regeln skulle ha hittat.",
    |_, _| {},
);

fn unknown_rule(subject: &Subject<'_>, report: &mut Report<'_>) {
    let known: Vec<&str> = rules().map(|rule| rule.id).collect();
    let is_known = |id: &str| known.contains(&id) || NOT_RULES.contains(&id);
    for asked in subject.silences.iter().filter(|asked| !is_known(&asked.rule)) {
        if asked.rule.is_empty() {
            report.add(
                &asked.span,
                "här står inte vilken regel som ska tystas",
                "Skriv regelns namn och skälet: `{# tyst REGEL: skäl #}`.",
            );
            continue;
        }
        let hint = match nearest(&asked.rule, &known) {
            Some(near) => format!("Menade du `{near}`?"),
            None => "Skriv `tjut regler` för att se alla regler.".to_owned(),
        };
        report.add(&asked.span, format!("regeln `{}` finns inte", shorten(&asked.rule)), hint);
    }
}

fn not_to_be_silenced(subject: &Subject<'_>, report: &mut Report<'_>) {
    for asked in subject.silences {
        let rule = rules().find(|rule| rule.id == asked.rule);
        if rule.is_some_and(|rule| !rule.may_be_silenced) {
            report.add(
                &asked.span,
                format!("regeln `{}` kan inte tystas", asked.rule),
                "Ta bort det som tystar regeln, och rätta det som den pekar på.",
            );
        } else if NOT_RULES.contains(&asked.rule.as_str()) {
            report.add(
                &asked.span,
                format!("`{}` kan inte tystas", asked.rule),
                format!(
                    "Ta bort det som tystar `{0}`, och rätta det som `{0}` pekar på.",
                    asked.rule
                ),
            );
        }
    }
}

fn without_reason(subject: &Subject<'_>, report: &mut Report<'_>) {
    for asked in subject.silences {
        let is_known = rules().any(|rule| rule.id == asked.rule && rule.may_be_silenced);
        if is_known && asked.reason.is_none() {
            report.add(
                &asked.span,
                format!("regeln `{}` tystas utan skäl", asked.rule),
                format!("Skriv skälet efter kolon: `{{# tyst {}: skäl #}}`.", asked.rule),
            );
        }
    }
}

fn unknown_place(subject: &Subject<'_>, report: &mut Report<'_>) {
    let Some(root) = report.loaded.root.as_deref() else { return };
    for asked in subject.silences {
        let Some((path, span)) = &asked.path else { continue };
        let Err(wrong) = root.at_path(path) else { continue };
        let step = wrong.rest.split(['.', '[']).next().unwrap_or_default();
        let before = path.strip_suffix(wrong.rest.as_str()).unwrap_or_default();
        let hint = match nearest(step, &wrong.known) {
            Some(near) => format!("Menade du `{before}{near}`?"),
            None if wrong.known.is_empty() => {
                "Skriv nycklarna som leder dit med punkt emellan, och listors delar med sitt nummer från 0: `texter.bakgrund`, `brister[0].beskrivning`."
                    .to_owned()
            }
            None => format!("Där finns: {}.", wrong.known.join(", ")),
        };
        report.add(span, format!("platsen `{}` finns inte i filen", shorten(path)), hint);
    }
}

fn threshold(subject: &Subject<'_>, report: &mut Report<'_>) {
    let chosen = subject.year_file.controls.as_ref();
    let Some(count) = chosen.and_then(|controls| controls.smallest_count.as_ref()) else { return };
    if !(3..=20).contains(&**count) {
        report.add(
            &count.span,
            format!("minsta antal är {}, men det ska vara från 3 till 20", *count),
            "Skriv till exempel 5, eller ta bort raden.",
        );
    }
}
