//! What förordning (2013:522) demands of the papers.

use super::{Report, Rule, Subject};

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "redovisningens-punkter",
        "Redovisningen ska innehålla alla punkter i 10 § förordningen (2013:522).",
        report_points,
    ),
    Rule::error(
        "ansökans-punkter",
        "Ansökan ska innehålla alla punkter i 8 § förordningen (2013:522).",
        application_points,
    ),
    Rule::error(
        "ledningsgruppens-ledamöter",
        "Kommunen, regionens primärvård, regionens psykiatri, Arbetsförmedlingen och Försäkringskassan ska vara företrädda i ledningsgruppen (5 § förordningen 2013:522).",
        steering_group,
    ),
    Rule::error(
        "organisationer-erbjuds",
        "Patient-, brukar- och anhörigorganisationer ska erbjudas att delta (5 § förordningen 2013:522).",
        organisations_invited,
    ),
    Rule::error(
        "oförbrukat-bidrag",
        "Bidrag som inte har använts kan krävas tillbaka (15 § förordningen 2013:522).",
        repayment,
    ),
];

/// The texts that a point of the law needs, with the point.
const REPORT_TEXTS: [(&str, &str); 5] = [
    ("utbildning", "10 § 1: den utbildning som ombuden har fått"),
    ("handledning", "10 § 1: den handledning som ombuden har fått"),
    ("grupper", "10 § 2: vilka grupper som har fått stöd"),
    ("orsak_till_kontakt", "10 § 2: de vanligaste orsakerna till kontakt"),
    ("organisation", "10 § 4: organisation, ledning och samverkan"),
];

const APPLICATION_TEXTS: [(&str, &str); 4] = [
    ("arbetssätt", "8 § 5: hur ombuden ska arbeta med målgruppen"),
    ("planering_och_dokumentation", "8 § 5: hur arbetet planeras och dokumenteras"),
    ("stöd_till_ombuden", "8 § 6: stödet till ombuden, till exempel utbildning och handledning"),
    ("uppföljning", "8 § 7: hur verksamheten följs upp"),
];

fn report_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    texts_present(subject, report, &REPORT_TEXTS);
    if case.economy.is_none() && case.text("bidragets_användning").is_none() {
        report.add(
            &report.key(&["ekonomi"]),
            "10 §: uppgift om hur bidraget har använts saknas",
            "Lägg till `ekonomi:` med `beviljat` och `använt`.",
        );
    }
    let clients = case.figures(0).and_then(|figures| figures.clients.as_ref());
    if clients.is_none() {
        let year = case.year.to_string();
        report.add(
            &report.key(&["statistik", &year, "klienter"]),
            format!("10 § 2: antalet personer som fick stöd {year} saknas"),
            format!("Lägg till `klienter:` under `{year}:` i `statistik:`."),
        );
    }
    if case.shortcomings.as_ref().is_none_or(Vec::is_empty) && case.text("brister").is_none() {
        report.add(
            &report.key(&["brister"]),
            "10 § 5: uppmärksammade brister i tillgången till vård, stöd och service saknas",
            "Lägg till `brister:`, eller skriv i `texter:` under `brister:` att inga har uppmärksammats.",
        );
    }
}

fn application_points(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    texts_present(subject, report, &APPLICATION_TEXTS);
    if case.operation.priorities.is_empty() && case.text("prioriteringar").is_none() {
        report.add(
            &report.key(&["verksamhet", "prioriteringsordning"]),
            "8 § 5: uppgift om hur prioriteringar görs saknas",
            "Fyll i `prioriteringsordning:`, eller skriv i `texter:` under `prioriteringar:` hur ni prioriterar.",
        );
    }
    if case.operation.full_time_posts.0 == 0 {
        report.add(
            &case.operation.full_time_posts.span,
            "8 § 2: antalet årsanställningar är noll",
            "Skriv antalet årsanställningar som ansökan gäller.",
        );
    }
}

fn texts_present(subject: &Subject<'_>, report: &mut Report<'_>, texts: &[(&str, &str)]) {
    for (section, point) in texts {
        let text = subject.case.text(section);
        if text.is_none_or(|text| text.text.trim().is_empty()) {
            let place = report.key(&["texter", section]);
            report.add(
                &place,
                format!("{point} saknas"),
                format!("Skriv en text under `{section}:` i `texter:`."),
            );
        }
    }
}

/// The five that must be there, by a word that their name can't do without.
const MEMBERS: [(&str, &str); 5] = [
    ("kommun", "kommunen"),
    ("primärvård", "regionens primärvård"),
    ("psykiatri", "regionens psykiatri"),
    ("arbetsförmedling", "Arbetsförmedlingen"),
    ("försäkringskassa", "Försäkringskassan"),
];

fn steering_group(subject: &Subject<'_>, report: &mut Report<'_>) {
    let members = &subject.case.operation.steering_group.members;
    for (word, name) in MEMBERS {
        if !members.iter().any(|member| member.to_lowercase().contains(word)) {
            report.add(
                &report.key(&["verksamhet", "ledningsgrupp", "ledamöter"]),
                format!("{name} saknas i ledningsgruppen"),
                format!("Lägg till {name} bland `ledamöter:`."),
            );
        }
    }
}

fn organisations_invited(subject: &Subject<'_>, report: &mut Report<'_>) {
    let invited = &subject.case.operation.steering_group.organisations.invited;
    if !**invited {
        report.add(
            &invited.span,
            "patient-, brukar- och anhörigorganisationer har inte erbjudits att delta i ledningsgruppen",
            "Erbjud organisationerna att delta och ändra sedan till ja.",
        );
    }
}

fn repayment(subject: &Subject<'_>, report: &mut Report<'_>) {
    let unused = subject.facts.money.unused.unwrap_or(0);
    if unused > 0 && subject.case.text("återbetalning").is_none() {
        report.add(
            &report.key(&["ekonomi", "använt"]),
            format!(
                "{} kronor av bidraget är oförbrukade, men inget sägs om återbetalning",
                crate::swedish::grouped(unused)
            ),
            "Skriv i `texter:` under `återbetalning:` varför pengarna är kvar och hur de betalas tillbaka.",
        );
    }
}
