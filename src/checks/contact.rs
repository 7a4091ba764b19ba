//! Telephone numbers and e-mail addresses.

use super::text::TokenKind;
use super::{Report, Rule, Subject};
use crate::swedish::grouped_telephone;
use crate::year_file::values::Text;
use crate::year_file::{Contact, Ombud, Provider, Sender};

pub(super) const RULES: &[Rule] = &[
    Rule::error("telefonnummer", "Den som vill fråga om ärendet ska komma rätt.", telephones),
    Rule::advice(
        "telefonnummer-utan-mellanrum",
        "Ett telefonnummer i grupper är lättare att läsa och att slå (fritext.se).",
        ungrouped_telephones,
    ),
    Rule::error("e-postadress", "Den som vill fråga om ärendet ska komma rätt.", emails),
    Rule::warning(
        "kontaktväg-saknas",
        "Den som behöver ett ombud ska veta vart man ringer, skriver eller går.",
        no_way_to_an_ombud,
    )
    .shown(&["besöksadress"]),
];

/// Where papers show how to reach someone, and under which name they ask for it.
fn shown<'s>(
    subject: &Subject<'s>,
    of_sender: fn(&'s Sender) -> Option<&'s Text>,
    of_contact: fn(&'s Contact) -> Option<&'s Text>,
    of_provider: fn(&'s Provider) -> Option<&'s Text>,
    of_ombud: fn(&'s Ombud) -> &'s Text,
) -> impl Iterator<Item = &'s Text> {
    let year_file = subject.year_file;
    let sender = of_sender(&year_file.sender).map(|text| (text, "telefon"));
    let officer = of_contact(&year_file.board_matter.officer).map(|text| (text, "handläggare"));
    let contact = year_file.grant.contact.iter().filter_map(of_contact);
    let contact = contact.map(|text| (text, "kontaktperson"));
    let provider = year_file.operation.provider.as_ref().and_then(of_provider);
    let provider = provider.map(|text| (text, "utförare"));
    let ombud = year_file.operation.ombud_posts.iter().flatten().map(of_ombud);
    let all = sender.into_iter().chain(officer).chain(contact).chain(provider);
    let all = all.chain(ombud.map(|text| (text, "ombud")));
    let made = subject.made;
    let has_contact = year_file.grant.contact.is_some();
    all.filter(move |(_, name)| match *name {
        "telefon" => made.shows(&["telefon", "e_post"]),
        // Where nobody else is named the handläggare is whom länsstyrelsen can contact.
        "handläggare" if !has_contact => made.shows(&["handläggare", "kontaktperson"]),
        name => made.shows(&[name]),
    })
    .map(|(text, _)| text)
}

/// The telephone numbers that papers show.
pub(super) fn numbers<'s>(subject: &Subject<'s>) -> impl Iterator<Item = &'s Text> {
    shown(
        subject,
        |sender| sender.telephone.as_ref(),
        |contact| contact.telephone.as_ref(),
        |provider| provider.telephone.as_ref(),
        |ombud| &ombud.telephone,
    )
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
    for number in numbers(subject).filter(|number| can_be_called(number) && in_a_row(number)) {
        report.add(&number.span, message(number), hint(number));
    }
    for passage in subject.sentences() {
        for token in passage.tokens.iter().filter(|t| t.kind == TokenKind::Telephone) {
            let number = passage.word(token);
            if in_a_row(number) {
                report.add_in(passage, token.range.clone(), message(number), hint(number));
            }
        }
    }
}

/// Whether a number of this country has five digits or more in a row.
fn in_a_row(number: &str) -> bool {
    let is_swedish = number.starts_with('0') && !number.starts_with("00");
    is_swedish && number.split(|c: char| !c.is_ascii_digit()).any(|group| group.len() >= 5)
}

fn message(number: &str) -> String {
    format!("telefonnumret {number} är skrivet i en följd")
}

/// How the number is grouped, if that is known.
fn hint(number: &str) -> String {
    match grouped_telephone(number) {
        Some(grouped) => format!("Skriv {grouped}."),
        None => "Skriv siffrorna i grupper om två eller tre.".to_owned(),
    }
}

fn emails(subject: &Subject<'_>, report: &mut Report<'_>) {
    let emails = shown(
        subject,
        |sender| sender.email.as_ref(),
        |contact| contact.email.as_ref(),
        |provider| provider.email.as_ref(),
        |ombud| &ombud.email,
    );
    for email in emails.filter(|email| !can_be_written_to(email)) {
        report.add(
            &email.span,
            format!("”{}” kan inte vara en e-postadress", *email),
            "Skriv hela adressen, till exempel fornamn.efternamn@kommun.se.",
        );
    }
}

/// A sheet that asks people to get in touch and says no way to do it. A website alone leaves
/// out those who can't use it.
fn no_way_to_an_ombud(subject: &Subject<'_>, report: &mut Report<'_>) {
    let year_file = subject.year_file;
    let operation = &year_file.operation;
    let contact = year_file.grant.contact.as_ref().unwrap_or(&year_file.board_matter.officer);
    let provider = operation.provider.as_ref();
    let ways = [
        year_file.sender.telephone.as_ref(),
        year_file.sender.email.as_ref(),
        contact.telephone.as_ref(),
        contact.email.as_ref(),
        provider.and_then(|provider| provider.telephone.as_ref()),
        provider.and_then(|provider| provider.email.as_ref()),
        operation.visiting_address.as_ref(),
    ];
    let has_ombud = operation.ombud_posts.iter().flatten().next().is_some();
    // Whose group can't be read is told that alone.
    if contact.name.known().is_some() && !has_ombud && ways.iter().all(Option::is_none) {
        report.add(
            &contact.name.span,
            "bladet säger inte hur man får kontakt med ett ombud".to_owned(),
            "Lägg till `telefon:` eller `e-post:` under `avsändare`, eller `besöksadress:` under `verksamhet`.",
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
    fn only_swedish_numbers_are_asked_to_be_grouped() {
        for number in ["08-46500400", "0771112233", "0900-1234567"] {
            assert!(in_a_row(number), "{number}");
        }
        for number in ["08-465 004 00", "+46846500400", "004746500400", "116117", "112"] {
            assert!(!in_a_row(number), "{number}");
        }
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
