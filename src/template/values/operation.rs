//! How the service is run, and what it has noticed.

use super::{Values, date, group, known, list, optional, text, texts};
use crate::phrases::full_time_posts;
use crate::year_file::YearFile;

pub(super) fn add(year_file: &YearFile, values: &mut Values) {
    let operation = &year_file.operation;
    values.add(
        "upptagningsområde",
        "stadsdelsnämnderna eller kommunerna som verksamheten täcker",
        texts(&operation.area),
    );
    let municipalities = operation.other_municipalities.iter().flatten().map(|other| {
        group([
            ("namn", text(&other.name)),
            ("årsanställningar", other.full_time_posts.to_string().into()),
        ])
    });
    let about = "andra kommuner som ansökan omfattar";
    values.add("andra_kommuner", about, list(municipalities));
    let posts = &operation.full_time_posts;
    values.add("årsanställningar", "årsanställningar, räknat i heltid", posts.to_string());
    let about = "årsanställningarna i löpande text";
    values.add("heltidstjänster", about, full_time_posts(**posts));
    let ombud = known(operation.ombud.as_ref().map(|ombud| u64::from(**ombud)));
    values.add("antal_ombud", "antal personer som arbetar som ombud", ombud);
    values.add("driftsform", "hur verksamheten drivs", operation.form.to_string());
    values.add(
        "utförare",
        "den som driver verksamheten, när det är någon annan än kommunen",
        optional(operation.provider.as_ref()),
    );
    values.add("startade", "dagen då verksamheten startade", date(*operation.started));
    let cooperation = operation
        .cooperation
        .iter()
        .flatten()
        .map(|body| group([("namn", text(&body.name)), ("om", optional(body.about.as_ref()))]));
    values.add(
        "samverkan",
        "de som verksamheten samverkar med, utöver ledningsgruppen",
        list(cooperation),
    );
    let priorities = texts(&operation.priorities);
    values.add("prioriteringsordning", "situationerna som går före, i ordning", priorities);
    let steering = &operation.steering_group;
    let organisations = steering.organisations.taking_part.as_deref().unwrap_or_default();
    let steering = group([
        ("möten_per_år", u64::from(*steering.meetings).into()),
        ("ledamöter", texts(&steering.members)),
        ("organisationer_erbjudna", (*steering.organisations.invited).into()),
        ("organisationer", texts(organisations)),
    ]);
    values.add("ledningsgrupp", "ledningsgruppen", steering);
}

pub(super) fn add_shortcomings(year_file: &YearFile, values: &mut Values) {
    let shortcomings = year_file.shortcomings.iter().flatten().map(|shortcoming| {
        group([
            ("område", text(&shortcoming.area)),
            ("beskrivning", text(&shortcoming.description)),
            ("huvudman", text(&shortcoming.responsible)),
            ("rapporterad_till", optional(shortcoming.reported_to.as_ref())),
            ("åtgärd", optional(shortcoming.outcome.as_ref())),
        ])
    });
    values.add("brister", "brister som ombuden har uppmärksammat", list(shortcomings));
}
