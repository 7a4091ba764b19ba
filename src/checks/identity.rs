//! Numbers that carry a check digit, and what identifies the paper.

use super::{Report, Rule, Subject};
use crate::year_file::values::Text;

pub(super) const RULES: &[Rule] = &[
    Rule::error(
        "organisationsnummer",
        "Ett organisationsnummer skrivs NNNNNN-NNNN, och den sista siffran är en kontrollsiffra (Luhn).",
        organisation_number,
    ).shown(&["organisationsnummer", "utförare.organisationsnummer"]),
    Rule::error(
        "bankgiro",
        "Ett bankgironummer skrivs NNN-NNNN eller NNNN-NNNN, och den sista siffran är en kontrollsiffra (Luhn).",
        bankgiro,
    ).shown(&["betalning"]),
    Rule::error(
        "plusgiro",
        "Ett plusgironummer har två till åtta siffror med bindestreck före den sista, som är en kontrollsiffra (Luhn).",
        plusgiro,
    ).shown(&["betalning"]),
    Rule::warning(
        "diarienummer-saknas",
        "Utan diarienummer är papperet svårt att hitta igen (praxis).",
        reference,
    ).shown(&["diarienummer"]),
    Rule::warning(
        "diarienummer-annat-år",
        "Ett ärende registreras oftast samma år som det handläggs; ett annat årtal är oftast kvar från förra gången (praxis).",
        year_of_reference,
    ).shown(&["diarienummer", "beslutets_diarienummer"]),
    Rule::error(
        "underskrifter-saknas",
        "Ett tjänsteutlåtande undertecknas av den som ansvarar för det (praxis).",
        signatories_missing,
    ).shown(&["underskrifter"]),
    Rule::warning(
        "samma-person-två-gånger",
        "Samma person undertecknar ett tjänsteutlåtande en gång (praxis).",
        signs_twice,
    ).shown(&["underskrifter"]),
];

fn organisation_number(subject: &Subject<'_>, report: &mut Report<'_>) {
    let own = (&subject.year_file.sender.organisation_number, "organisationsnumret");
    let own = Some(own).filter(|_| subject.made.shows(&["organisationsnummer"]));
    let provider = subject.year_file.operation.provider.as_ref();
    let provider = provider.and_then(|provider| provider.organisation_number.as_ref());
    let provider = provider.map(|number| (number, "utförarens organisationsnummer"));
    for (number, what) in own.into_iter().chain(provider) {
        check(report, number, what, "212000-0142", |groups| matches!(groups, [6, 4]));
    }
}

fn bankgiro(subject: &Subject<'_>, report: &mut Report<'_>) {
    let payment = subject.year_file.sender.payment.as_ref();
    if let Some(number) = payment.and_then(|payment| payment.bankgiro.as_ref()) {
        check(report, number, "bankgironumret", "991-2346", |groups| matches!(groups, [3 | 4, 4]));
    }
}

fn plusgiro(subject: &Subject<'_>, report: &mut Report<'_>) {
    let payment = subject.year_file.sender.payment.as_ref();
    if let Some(number) = payment.and_then(|payment| payment.plusgiro.as_ref()) {
        check(report, number, "plusgironumret", "12 34 56-6", |groups| {
            matches!(groups, [1..=7, 1])
        });
    }
}

/// Checks the form of a number, given as the lengths of its groups of digits
/// around the hyphen, and its check digit.
fn check(
    report: &mut Report<'_>,
    number: &Text,
    what: &str,
    example: &str,
    has_form: impl Fn(&[usize]) -> bool,
) {
    let is_space = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}');
    let written: String = number.chars().filter(|c| !is_space(*c)).collect();
    let groups: Vec<&str> = written.split('-').collect();
    let is_digits = groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    if !is_digits || !has_form(&lengths) {
        report.add(
            &number.span,
            format!("{what} ”{}” har inte rätt form", *number),
            format!("Skriv det så här: {example}."),
        );
        return;
    }
    let digits: Vec<u32> = written.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((last, first)) = digits.split_last() else { return };
    let expected = check_digit(first);
    if *last != expected {
        report.add(
            &number.span,
            format!(
                "{what} ”{}” slutar på {last}, men kontrollsiffran för de andra siffrorna är {expected}",
                *number
            ),
            "En siffra är fel, eller två har bytt plats. Jämför med en uppgift som är säker.",
        );
    }
}

/// Luhn's check digit: every other digit from the right is doubled, and the digits
/// of all products together with the check digit make a multiple of ten.
pub(super) fn check_digit(digits: &[u32]) -> u32 {
    let weighted = digits.iter().rev().enumerate().map(|(index, digit)| {
        let product = if index % 2 == 0 { digit * 2 } else { *digit };
        product / 10 + product % 10
    });
    (10 - weighted.sum::<u32>() % 10) % 10
}

fn reference(subject: &Subject<'_>, report: &mut Report<'_>) {
    if subject.year_file.board_matter.reference.is_none() {
        report.add(
            &report.key(&["ärende", "diarienummer"]),
            "diarienumret saknas",
            "Lägg till `diarienummer:` under `ärende:` när ärendet är registrerat.",
        );
    }
}

fn year_of_reference(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let (reported, applied) = (*year_file.year, year_file.application_year());
    let grant = year_file.grant.decision_reference.as_ref();
    // Länsstyrelsen may have decided on the reported year's grant the year before it.
    let references = [
        (year_file.board_matter.reference.as_ref(), reported..=applied, "diarienummer"),
        (grant, reported - 1..=applied, "beslutets_diarienummer"),
    ];
    for (reference, usual, name) in references {
        let reference = reference.filter(|_| subject.made.shows(&[name]));
        let Some(reference) = reference else { continue };
        let Some(year) = only_year(reference, applied) else { continue };
        if !usual.contains(&year) {
            report.add(
                &reference.span,
                format!("diarienumret ”{}” är från {year}", reference.as_str()),
                format!(
                    "Papperen gäller {reported} och {applied}. Kontrollera diarienumret hos registratorn."
                ),
            );
        }
    }
}

/// The year in a reference, when it can only be read in one way: it has one number
/// that looks like a year, and no other that could be a year with two digits.
fn only_year(reference: &str, applied: i32) -> Option<i32> {
    let numbers = reference.split(|c: char| !c.is_ascii_digit());
    let is_short_year = |number: &str| {
        number.len() == 2
            && number.parse().is_ok_and(|year: i32| (-2..=0).contains(&(year - applied % 100)))
    };
    let mut years = Vec::new();
    for number in numbers {
        if is_short_year(number) {
            return None;
        }
        let year = number.parse().ok().filter(|_| number.len() == 4);
        years.extend(year.filter(|year: &i32| (1990..=applied + 5).contains(year)));
    }
    match years.as_slice() {
        [year] => Some(*year),
        _ => None,
    }
}

fn signatories_missing(subject: &Subject<'_>, report: &mut Report<'_>) {
    if subject.year_file.board_matter.signatories.is_empty() {
        report.add(
            &report.key(&["ärende", "underskrifter"]),
            "ingen undertecknar tjänsteutlåtandet",
            "Skriv namn och befattning för den som undertecknar under `underskrifter:`.",
        );
    }
}

fn signs_twice(subject: &Subject<'_>, report: &mut Report<'_>) {
    let signatories = &subject.year_file.board_matter.signatories;
    for (index, signatory) in signatories.iter().enumerate() {
        let is_same = |other: &&crate::year_file::Signatory| {
            other.name.to_lowercase() == signatory.name.to_lowercase()
        };
        if let Some(first) = signatories.iter().take(index).find(is_same) {
            report.add_beside(
                &signatory.name.span,
                format!("{} står två gånger bland underskrifterna", *signatory.name),
                "Ta bort den ena, eller rätta namnet.",
                &[(&first.name.span, "första gången")],
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{check_digit, only_year};

    #[test]
    fn the_year_of_a_reference_is_told_only_when_it_is_plain() {
        for (reference, year) in [
            ("SN 2019/7", Some(2019)),
            ("2017-717-1.1.", Some(2017)),
            ("1.2.4-182-2013", Some(2013)),
            ("9.2-2129/2018", Some(2018)),
            ("SN-2015-0180", Some(2015)),
            ("2010/25", None),
            ("2019-2025", None),
            ("SN 26/7", None),
            ("2150", None),
            ("X", None),
        ] {
            assert_eq!(only_year(reference, 2026), year, "{reference}");
        }
    }

    /// The examples of fields whose numbers end with a check digit.
    #[test]
    fn numbers_that_are_shown_as_examples_are_right() {
        fn walk(schema: &serde_json::Value, numbers: &mut Vec<(String, String)>) {
            let fields = schema.get("properties").and_then(serde_json::Value::as_object);
            for (key, field) in fields.into_iter().flatten() {
                if ["organisationsnummer", "bankgiro", "plusgiro"].contains(&key.as_str()) {
                    let example = &field["examples"][0];
                    numbers.push((key.clone(), example.as_str().expect(key).to_owned()));
                }
            }
            let inner = schema.as_array().into_iter().flatten();
            let inner = inner.chain(schema.as_object().into_iter().flatten().map(|(_, it)| it));
            inner.for_each(|inner| walk(inner, numbers));
        }
        let mut numbers = Vec::new();
        walk(&crate::year_file::schema::year_file(&[]), &mut numbers);
        assert!(numbers.len() >= 4, "{numbers:?}");
        for (key, number) in numbers {
            let digits: Vec<u32> = number.chars().filter_map(|c| c.to_digit(10)).collect();
            let (last, first) = digits.split_last().expect("digits");
            assert_eq!(check_digit(first), *last, "{key}: {number}");
        }
    }

    #[test]
    fn check_digits_are_luhns() {
        assert_eq!(check_digit(&[2, 1, 2, 0, 0, 0, 0, 1, 4]), 2);
        assert_eq!(check_digit(&[9, 9, 1, 2, 3, 4]), 6);
        assert_eq!(check_digit(&[1, 2, 3, 4, 5, 6]), 6);
        assert_eq!(check_digit(&[]), 0);
    }
}
