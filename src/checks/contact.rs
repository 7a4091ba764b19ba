//! Telephone numbers and e-mail addresses.

use super::text::TokenKind;
use super::{Report, Rule, Subject};
use crate::case::values::Text;

pub(super) const RULES: &[Rule] = &[
    Rule::error("telefonnummer", "Den som vill fråga om ärendet ska komma rätt.", telephones),
    Rule::warning(
        "telefonnummer-utan-mellanrum",
        "Ett telefonnummer i grupper är lättare att läsa och att slå (fritext.se).",
        ungrouped_telephones,
    ),
    Rule::error("e-postadress", "Den som vill fråga om ärendet ska komma rätt.", emails),
];

/// The case's telephone numbers.
fn numbers<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s Text> {
    let case = subject.case;
    let contact = case.grant.contact.as_ref().map(|contact| &contact.telephone);
    let ombud = case.operation.ombud_posts.iter().flatten().map(|ombud| &ombud.telephone);
    let officer = [&case.errand.officer.telephone];
    case.sender.telephone.iter().chain(officer).chain(contact).chain(ombud)
}

fn telephones(subject: &Subject<'_>, report: &mut Report<'_>) {
    for number in numbers(subject).filter(|number| !can_be_called(number)) {
        report.add(
            &number.span,
            format!("”{}” kan inte vara ett telefonnummer", *number),
            "Skriv riktnummer och nummer, till exempel 08-465 004 00.",
        );
    }
}

fn can_be_called(number: &str) -> bool {
    let is_sign = |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')');
    let digits = number.strip_prefix('+').unwrap_or(number);
    let count = digits.chars().filter(char::is_ascii_digit).count();
    let has_prefix = number.starts_with(['0', '+', '(']);
    let is_short_number = !has_prefix && (3..=6).contains(&count) && number.len() == count;
    digits.chars().all(|c| c.is_ascii_digit() || is_sign(c))
        && (has_prefix && (7..=15).contains(&count) || is_short_number)
}

fn ungrouped_telephones(subject: &Subject<'_>, report: &mut Report<'_>) {
    for number in numbers(subject).filter(|number| can_be_called(number)) {
        if let Some(grouped) = regrouped(number) {
            report.add(&number.span, message(number), hint(&grouped));
        }
    }
    for passage in subject.sentences() {
        for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Telephone) {
            let number = passage.word(token);
            if let Some(grouped) = regrouped(number) {
                report.add_in(passage, token.range.clone(), message(number), hint(&grouped));
            }
        }
    }
}

fn message(number: &str) -> String {
    format!("telefonnumret {number} är skrivet i en följd")
}

fn hint(grouped: &str) -> String {
    format!("Skriv {grouped}.")
}

/// The number in groups, when it has five digits or more in a row.
fn regrouped(number: &str) -> Option<String> {
    let in_a_row = number.split(|c: char| !c.is_ascii_digit()).map(str::len).max()?;
    if in_a_row < 5 || !number.starts_with('0') {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let area = match number.split_once('-') {
        Some((area, _)) if area.bytes().all(|byte| byte.is_ascii_digit()) => area.len(),
        _ => area_length(&digits),
    };
    let (area, rest) = digits.split_at_checked(area)?;
    // Stockholms stad groups its own numbers as the exchange and the extension.
    let is_stockholms_own = area == "08" && rest.starts_with("508") && rest.len() == 8;
    let lengths: &[usize] = match rest.len() {
        5 => &[3, 2],
        6 => &[2, 2, 2],
        7 => &[3, 2, 2],
        8 if is_stockholms_own => &[3, 2, 3],
        8 => &[3, 3, 2],
        _ => return None,
    };
    let mut groups = Vec::new();
    let mut left = rest;
    for length in lengths {
        let (group, after) = left.split_at_checked(*length)?;
        groups.push(group);
        left = after;
    }
    Some(format!("{area}-{}", groups.join(" ")))
}

/// How long the area code at the start is: 08, three digits for larger places and
/// mobile numbers, otherwise four.
fn area_length(digits: &str) -> usize {
    const THREE: [&str; 28] = [
        "010", "011", "013", "016", "018", "019", "020", "021", "023", "026", "031", "033", "035",
        "036", "040", "042", "044", "046", "054", "060", "063", "070", "072", "073", "076", "077",
        "079", "090",
    ];
    if digits.starts_with("08") {
        2
    } else if THREE.iter().any(|code| digits.starts_with(code)) {
        3
    } else {
        4
    }
}

fn emails(subject: &Subject<'_>, report: &mut Report<'_>) {
    let case = subject.case;
    let contact = case.grant.contact.as_ref().map(|contact| &contact.email);
    let ombud = case.operation.ombud_posts.iter().flatten().map(|ombud| &ombud.email);
    let officer = [&case.errand.officer.email];
    let emails = case.sender.email.iter().chain(officer).chain(contact).chain(ombud);
    for email in emails.filter(|email| !can_be_written_to(email)) {
        report.add(
            &email.span,
            format!("”{}” kan inte vara en e-postadress", *email),
            "Skriv hela adressen, till exempel fornamn.efternamn@kommun.se.",
        );
    }
}

fn can_be_written_to(email: &str) -> bool {
    let Some((name, domain)) = email.split_once('@') else { return false };
    let is_sound = |part: &str| {
        let edges = ['.', '-'];
        !part.is_empty() && !part.starts_with(edges) && !part.ends_with(edges)
    };
    let labels: Vec<&str> = domain.split('.').collect();
    let is_plain = |c: char| !c.is_whitespace() && !matches!(c, '@' | ',' | ';' | '<' | '>' | '"');
    email.chars().filter(|c| *c == '@').count() == 1
        && email.chars().all(|c| c == '@' || is_plain(c))
        && !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && labels.len() > 1
        && labels.iter().all(|label| is_sound(label))
        && labels.last().is_some_and(|last| last.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_as_in_sweden() {
        let grouped = |number| regrouped(number).unwrap_or_default();
        assert_eq!(grouped("08-50809456"), "08-508 09 456");
        assert_eq!(grouped("0846500400"), "08-465 004 00");
        assert_eq!(grouped("0761202204"), "076-120 22 04");
        assert_eq!(grouped("0500-123456"), "0500-12 34 56");
        assert_eq!(regrouped("08-465 004 00"), None);
        assert_eq!(regrouped("+46846500400"), None);
    }

    #[test]
    fn what_can_be_called() {
        for number in ["08-465 004 00", "+46 8 465 004 00", "(08) 465 004 00", "11414"] {
            assert!(can_be_called(number), "{number}");
        }
        for number in ["08-465", "465 004 00", "08-465 004 00 ank. 12", "-", ""] {
            assert!(!can_be_called(number), "{number}");
        }
    }

    #[test]
    fn what_can_be_written_to() {
        for email in ["a@b.se", "maja.bergkvist@example.org", "åsa@kommun.se"] {
            assert!(can_be_written_to(email), "{email}");
        }
        for email in ["a", "a@b", "@b.se", "a@@b.se", "a b@c.se", "a@b..se", "a.@b.se", "a@b.s"] {
            assert!(!can_be_written_to(email), "{email}");
        }
    }
}
