//! How the service is run, and what it has noticed.

use std::collections::BTreeMap;

use super::{Values, date, group, known, list, optional, text, texts};
use minijinja::value::Value;

use crate::facts::{Facts, MunicipalityShare, Number, OperationShare};
use crate::measures::{AMOUNTS, MEASURES, Measure, MoneyMeasure};
use crate::phrases::{OF_OPERATIONS, OperationWord, full_time_posts};
use crate::year_file::values::Hundredths;
use crate::year_file::{Provider, YearFile};

pub(super) fn add(year_file: &YearFile, facts: &Facts, values: &mut Values) {
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
    let about = "verksamhetens namn, när nämnden har flera i samma ärende";
    values.add("verksamhetens_namn", about, optional(operation.name.as_ref()));
    let about = "andra kommuner som ansökan omfattar";
    values.add("andra_kommuner", about, list(municipalities));
    add_municipalities(facts, values);
    add_operations(facts, values);
    let posts = facts.full_time_posts;
    let about = "årets årsanställningar, räknat i heltid";
    values.add("årsanställningar", about, posts.to_string());
    let about = "årets årsanställningar i löpande text";
    values.add("heltidstjänster", about, full_time_posts(posts));
    let applied = facts.posts_applied_for;
    let about = "årsanställningarna som ansökan gäller, räknat i heltid";
    values.add("sökta_årsanställningar", about, applied.to_string());
    let about = "årsanställningarna som ansökan gäller, i löpande text";
    values.add("sökta_heltidstjänster", about, full_time_posts(applied));
    let about = "”ombudet” eller ”ombuden”, efter hur många de är";
    values.add("ombuden", about, if facts.ombud == Some(1) { "ombudet" } else { "ombuden" });
    let about = "om verksamheten startade under året, för villkor i mallar";
    values.add("startade_under_året", about, facts.started_within.is_some());
    let ombud = known(operation.ombud.as_ref().map(|ombud| u64::from(**ombud)));
    values.add("antal_ombud", "antal personer som arbetar som ombud", ombud);
    values.add("driftsform", "hur verksamheten drivs", operation.form.to_string());
    values.add(
        "utförare",
        "den som driver verksamheten, när det är någon annan än kommunen",
        known(operation.provider.as_ref().map(provider)),
    );
    values.add("startade", "dagen då verksamheten startade", date(*operation.started));
    let about = "verksamhetens sista dag, när den har upphört eller ska upphöra";
    values.add("upphörde", about, known(operation.ended.as_deref().copied().map(date)));
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

fn provider(provider: &Provider) -> Value {
    group([
        ("namn", text(&provider.name)),
        ("organisationsnummer", optional(provider.organisation_number.as_ref())),
        ("kontaktperson", optional(provider.contact.as_ref())),
        ("telefon", optional(provider.telephone.as_ref())),
        ("e_post", optional(provider.email.as_ref())),
    ])
}

/// Posts under each other and their sum, all with the same number of decimals.
fn column(posts: impl Iterator<Item = Hundredths>, sum: Hundredths) -> (Vec<String>, String) {
    let posts: Vec<Hundredths> = posts.collect();
    let all = posts.iter().chain(std::iter::once(&sum));
    let decimals = all.map(|posts| match (posts.0 % 100, posts.0 % 10) {
        (0, _) => 0,
        (_, 0) => 1,
        _ => 2,
    });
    let decimals = decimals.max().unwrap_or_default();
    let written = |posts: &Hundredths| match decimals {
        0 => posts.to_string(),
        1 => format!("{},{}", posts.0 / 100, posts.0 % 100 / 10),
        _ => format!("{},{:02}", posts.0 / 100, posts.0 % 100),
    };
    (posts.iter().map(written).collect(), written(&sum))
}

/// Each kommun's part, and what the parts add up to.
fn add_municipalities(facts: &Facts, values: &mut Values) {
    let clients = |share: &MunicipalityShare| Some(Number::in_cell(Some(share.clients?)));
    let all = &facts.municipalities;
    let year = column(all.iter().map(|share| share.full_time_posts), facts.full_time_posts);
    let applied = column(all.iter().map(|share| share.posts_applied_for), facts.posts_applied_for);
    let (posts, sums) = (year.0.iter().zip(&applied.0), (year.1, applied.1));
    let shares = all.iter().zip(posts).map(|(share, (year, applied))| {
        group([
            ("namn", share.name.clone().into()),
            ("årsanställningar", year.clone().into()),
            ("sökta_årsanställningar", applied.clone().into()),
            ("egna_medel", known(share.own_funds)),
            ("klienter", known(clients(share))),
        ])
    });
    let about = "kommunerna när ansökan omfattar flera, den egna först, med vars och ens del";
    values.add("kommuner", about, list(shares));
    let sums =
        group([("årsanställningar", sums.0.into()), ("sökta_årsanställningar", sums.1.into())]);
    let about = "alla kommuners årsanställningar, med lika många decimaler som varje kommuns";
    values.add("kommuner_summa", about, known((!all.is_empty()).then_some(sums)));
    let several = facts.municipalities.len() > 1;
    let about = "”kommunens”, eller ”kommunernas” när ansökan omfattar flera";
    values.add("kommunens", about, if several { "kommunernas" } else { "kommunens" });
}

/// The operations of a matter about several, and the words that follow from how many they are.
fn add_operations(facts: &Facts, values: &mut Values) {
    let all = &facts.operations;
    let year = column(all.iter().map(|one| one.full_time_posts), facts.full_time_posts);
    let applied = column(all.iter().map(|one| one.posts_applied_for), facts.posts_applied_for);
    let counts = |of: &dyn Fn(&str) -> Option<Number>| {
        let entry = |measure: &Measure| {
            (measure.key, Number::in_cell(of(measure.key).or_else(|| hidden(all, measure.key))))
        };
        MEASURES.iter().map(entry).map(|(key, cell)| (key, Value::from(cell))).collect::<Vec<_>>()
    };
    let amounts = |of: &dyn Fn(&str) -> Option<u64>| {
        let entry = |amount: &MoneyMeasure| (amount.key, known(of(amount.key)));
        AMOUNTS.iter().map(entry).collect::<Vec<_>>()
    };
    let posts = |year: &str, applied: &str| {
        vec![("årsanställningar", year.into()), ("sökta_årsanställningar", applied.into())]
    };
    let row = |entries: [Vec<(&'static str, Value)>; 3]| {
        Value::from(entries.into_iter().flatten().collect::<BTreeMap<_, _>>())
    };
    let shares = all.iter().zip(year.0.iter().zip(&applied.0)).map(|(one, (year, applied))| {
        let mut posts = posts(year, applied);
        posts.push(("namn", one.name.clone().into()));
        let cell = |key: &str| one.count(key);
        let counts = MEASURES
            .iter()
            .map(|measure| (measure.key, Value::from(Number::in_cell(cell(measure.key)))));
        row([posts, counts.collect(), amounts(&|key| one.amount(key))])
    });
    let about = "kommunens verksamheter med vars och ens siffror, när ärendet gäller flera";
    values.add("verksamheter", about, list(shares));
    let current = |key: &str| facts.figure(key)?.current();
    let kronor = |key: &str| facts.money.kronor(key);
    let sum = row([posts(&year.1, &applied.1), counts(&current), amounts(&kronor)]);
    let about = "summan av verksamheternas siffror, med samma namn som i varje rad";
    values.add("verksamheter_summa", about, known((!all.is_empty()).then_some(sum)));
    let about = "om något av verksamheternas antal inte visas exakt";
    let masked = |one: &OperationShare| one.counts.iter().flatten().any(|count| count.is_masked());
    values.add("verksamheter_maskerat", about, all.iter().any(masked));
    for word in &OF_OPERATIONS {
        let OperationWord { name, one, many } = word;
        let about = format!("”{one}”, eller ”{many}” när ärendet gäller flera verksamheter");
        values.add(name, about, word.of(facts));
    }
}

/// What a sum shows that is not known since a part of it is masked.
fn hidden(all: &[OperationShare], key: &str) -> Option<Number> {
    let counts = all.iter().filter_map(|one| one.count(key));
    counts.into_iter().find(|count| count.is_masked()).map(|_| Number::Hidden)
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
