//! Characters that the papers can't show, or not alike in both formats.
//!
//! The typesetter refuses a character that no font has, but then nobody knows
//! where in the year file it stands. These rules look at what was typed, so that
//! every such character is a finding with its line and column.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use unicode_normalization::char::{compose, is_combining_mark};

use crate::document::Document;
use crate::finding::{Finding, MORE_THAN_USEFUL};
use crate::source::{Source, Span};
use crate::yaml::{Entry, Node, ScalarPlaces, Value};
use crate::year_file::Loaded;

/// The key of the year file's texts, in which lines may be items of lists.
const TEXTS: &str = "texter";

/// Bullets that word processors put before the items of a list. The last two are those
/// of the Symbol and Wingdings fonts, which Word pastes with the code they have there.
const BULLETS: [char; 8] = ['•', '·', '▪', '◦', '●', '‣', '\u{F0B7}', '\u{F0A7}'];

/// The dash that stands before the items of a list, and also for a pause in a sentence.
pub(crate) const DASH: char = '–';

/// What is a bullet only when a tab follows it, as when it is pasted from Word.
const BULLETS_WITH_TAB: [char; 2] = [DASH, 'o'];

/// Why a character can't stand in a paper.
struct Objection {
    rule: &'static str,
    message: String,
    reason: &'static str,
    hint: &'static str,
}

/// The characters in keys and values of the year file that can't stand in a
/// paper, each once for every key or value, where it first stands there.
///
/// `covered` says whether every font of the papers has a character. Characters
/// up to U+00FF that can be seen are not asked about.
pub fn missing(loaded: &Loaded, covered: impl Fn(char) -> bool) -> Vec<Finding> {
    let mut findings = Vec::new();
    if let Some(root) = &loaded.root {
        match &root.value {
            Value::Mapping(entries) => {
                for entry in entries {
                    let is_text = entry.key.as_str() == TEXTS;
                    walk_entry(entry, is_text, loaded, &covered, &mut findings);
                }
            }
            _ => walk(root, false, loaded, &covered, &mut findings),
        }
    }
    findings
}

/// Stands in a draft where characters were that no paper can show.
const LEFT_OUT: &str = "[tecken saknas]";

/// The characters in keys and values of the year file that can't stand in a paper.
pub fn unshowable(loaded: &Loaded, covered: impl Fn(char) -> bool) -> BTreeSet<char> {
    let characters = loaded.root.iter().flat_map(|root| characters(root));
    characters.filter(|c| *c != '\n' && objection(*c, &covered).is_some()).collect()
}

/// Every character in the keys and values of a tree.
fn characters(node: &Node) -> BTreeSet<char> {
    match &node.value {
        Value::Null | Value::Reported => BTreeSet::new(),
        Value::Scalar(scalar) => scalar.text.chars().collect(),
        Value::Sequence(items) => items.iter().flat_map(characters).collect(),
        Value::Mapping(entries) => {
            let key = |entry: &Entry| entry.key.chars().collect::<Vec<_>>();
            let all = |entry: &Entry| characters(&entry.value).into_iter().chain(key(entry));
            entries.iter().flat_map(all).collect()
        }
    }
}

/// A text with a mark in the place of characters that can't be shown.
#[must_use]
pub fn without(text: &str, unshowable: &BTreeSet<char>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut is_left_out = false;
    for c in text.chars() {
        let leaves_out = unshowable.contains(&c);
        match leaves_out {
            // Several in a row are one word most often.
            true if is_left_out => {}
            true => shown.push_str(LEFT_OUT),
            false => shown.push(c),
        }
        is_left_out = leaves_out;
    }
    shown
}

/// The characters in a template that can't stand in a paper, each once, where it
/// first stands. See [`missing`].
pub fn missing_in_template(source: &Arc<Source>, covered: impl Fn(char) -> bool) -> Vec<Finding> {
    let found = objections(&source.text, &covered).into_iter();
    found.map(|(place, objection)| finding(source, place, objection)).collect()
}

/// The characters in a filled-in paper that can't stand there, each once, though none
/// was typed: a letter may have a capital that no font has. `place` says where that came
/// from of which the filled-in text fulfils a condition.
pub fn missing_in_document(
    document: &Document,
    place: &super::Origin<'_>,
    covered: impl Fn(char) -> bool,
) -> Vec<Finding> {
    let properties = &document.properties;
    let mut lines = document.lines();
    lines.extend(document.running_head.parts.iter().cloned());
    lines.extend([&properties.title, &properties.author, &properties.subject].map(Clone::clone));
    let text = lines.join("\n");
    let found = objections(&text, &covered).into_iter().map(|(range, objection)| {
        let typed = text.get(range).unwrap_or_default();
        let (source, span) = place(&|text| text.contains(typed));
        finding(&source, span, objection)
    });
    found.collect()
}

fn walk(
    node: &Node,
    is_text: bool,
    loaded: &Loaded,
    covered: &impl Fn(char) -> bool,
    findings: &mut Vec<Finding>,
) {
    if findings.len() >= MORE_THAN_USEFUL {
        return;
    }
    match &node.value {
        Value::Null | Value::Reported => {}
        Value::Scalar(scalar) => {
            let objections = objections(&shown(&scalar.text, is_text), covered);
            if objections.is_empty() {
                return;
            }
            let places = ScalarPlaces::new(&loaded.source, &node.span, scalar);
            for (range, objection) in objections {
                findings.push(finding(&loaded.source, places.place(&range), objection));
            }
        }
        Value::Sequence(items) => {
            for item in items {
                walk(item, is_text, loaded, covered, findings);
            }
        }
        Value::Mapping(entries) => {
            for entry in entries {
                walk_entry(entry, is_text, loaded, covered, findings);
            }
        }
    }
}

fn walk_entry(
    entry: &Entry,
    is_text: bool,
    loaded: &Loaded,
    covered: &impl Fn(char) -> bool,
    findings: &mut Vec<Finding>,
) {
    // Keys such as reasons and areas are printed too.
    for (_, objection) in objections(&entry.key, covered) {
        findings.push(finding(&loaded.source, entry.key.span.clone(), objection));
    }
    walk(&entry.value, is_text, loaded, covered, findings);
}

/// What is shown of a value, of the same length: in a text the signs that make lines the
/// items of a list are not.
fn shown(typed: &str, is_text: bool) -> Cow<'_, str> {
    if !is_text {
        return Cow::Borrowed(typed);
    }
    let mut shown = String::with_capacity(typed.len());
    for line in typed.split_inclusive('\n') {
        let sign = list_sign(line).unwrap_or(0..0);
        shown.push_str(line.get(..sign.start).unwrap_or_default());
        shown.extend(std::iter::repeat_n(' ', sign.len()));
        shown.push_str(line.get(sign.end..).unwrap_or_default());
    }
    Cow::Owned(shown)
}

/// Where the sign stands that begins a line as the item of a list, whatever the lines
/// around it are.
pub(crate) fn bullet(line: &str) -> Option<Span> {
    let with_tab = || item(line, &BULLETS_WITH_TAB).filter(|bullet| is_tab(line, bullet.end));
    item(line, &BULLETS).or_else(with_tab)
}

/// The characters at the start of a line that are seen to when the line becomes the item
/// of a list: the bullet, and a tab after it or after what Markdown itself has there.
fn list_sign(line: &str) -> Option<Span> {
    let sign = bullet(line).or_else(|| markdown_sign(line))?;
    let tab = usize::from(is_tab(line, sign.end));
    Some(sign.start..sign.end + tab)
}

/// Where `-` or `1.` stands at the start of a line.
fn markdown_sign(line: &str) -> Option<Span> {
    let start = line.find(|c| c != ' ')?;
    let rest = line.get(start..)?;
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let signs: &[char] = if after.len() < rest.len() { &['.', ')'] } else { &['-', '*', '+'] };
    let end = line.len() - after.strip_prefix(signs)?.len();
    Some(start..end)
}

fn is_tab(line: &str, at: usize) -> bool {
    line.get(at..).is_some_and(|rest| rest.starts_with('\t'))
}

/// Where the bullet at the start of a line stands.
pub(crate) fn item(line: &str, bullets: &[char]) -> Option<Span> {
    let start = line.find(|c| c != ' ')?;
    let rest = line.get(start..)?;
    let bullet = rest.chars().next().filter(|first| bullets.contains(first))?.len_utf8();
    let is_apart = rest.get(bullet..)?.starts_with([' ', '\t']);
    is_apart.then_some(start..start + bullet)
}

fn finding(source: &Arc<Source>, place: Span, objection: Objection) -> Finding {
    let Objection { rule, message, reason, hint } = objection;
    Finding::error(rule, source, place, message).because(reason).hint(hint)
}

fn objections(text: &str, covered: &impl Fn(char) -> bool) -> Vec<(Span, Objection)> {
    let mut seen = BTreeSet::new();
    let mut letter = None;
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        if found.len() == MORE_THAN_USEFUL {
            break;
        }
        if c.is_ascii_graphic() || matches!(c, ' ' | '\n') {
            letter = Some(c);
            continue;
        }
        let whole = letter.filter(|_| is_combining_mark(c)).and_then(|letter| compose(letter, c));
        let objection = match whole.filter(|whole| is_shown(*whole, covered)) {
            Some(_) => None,
            None => objection(c, covered),
        };
        letter = whole.or(Some(c));
        if let Some(objection) = objection.filter(|_| seen.insert(c)) {
            found.push((at..at + c.len_utf8(), objection));
        }
    }
    found
}

/// Whether the fonts have a character. Those up to U+00FF they always have.
fn is_shown(c: char, covered: &impl Fn(char) -> bool) -> bool {
    // Where fonts lack the unbreakable hyphen it is drawn as the breakable one.
    let drawn_as = if c == '\u{2011}' { '\u{2010}' } else { c };
    u32::from(c) <= 0xFF || covered(drawn_as)
}

/// What speaks against a character; against a combining mark when it does not make
/// one character with the letter before it, which would then be read out twice.
fn objection(c: char, covered: &impl Fn(char) -> bool) -> Option<Objection> {
    let code = u32::from(c);
    if is_invisible(c) {
        return Some(Objection {
            rule: "osynligt-tecken",
            message: format!("här står ett tecken som inte syns, U+{code:04X}"),
            reason: "osynliga tecken följer ofta med när text klistras in, och får \
                     skärmläsare och sökning att ta fel",
            hint: "Ta bort tecknet, eller skriv om ordet. Ersätt en tabb med mellanslag.",
        });
    }
    if is_right_to_left(c) {
        return Some(Objection {
            rule: "skrivriktning",
            message: format!(
                "`{c}` (U+{code:04X}) hör till en skrift som går från höger till vänster"
            ),
            reason: "ordningen mellan orden kan inte garanteras i både PDF och Word",
            hint: "Skriv namnet eller ordet med latinska bokstäver.",
        });
    }
    if is_combining_mark(c) {
        return Some(Objection {
            rule: "tecken-saknas",
            message: format!("accenten U+{code:04X} kan inte sättas på tecknet före den"),
            reason: "papperens typsnitt har ingen sådan bokstav, och en skärmläsare skulle läsa den dubbelt",
            hint: "Skriv bokstaven utan accent, eller med en annan.",
        });
    }
    (!is_shown(c, covered)).then(|| Objection {
        rule: "tecken-saknas",
        message: format!("tecknet `{c}` (U+{code:04X}) finns inte i papperens typsnitt"),
        reason: "Det skulle bli en tom ruta i papperet, vilket varken PDF/A eller PDF/UA tillåter.",
        hint: "Ta bort tecknet eller skriv det med ord.",
    })
}

/// Control characters, line ends other than a line feed, and what Unicode calls
/// ignorable by default: it has no shape of its own
/// (<https://www.unicode.org/Public/UCD/latest/ucd/DerivedCoreProperties.txt>).
fn is_invisible(c: char) -> bool {
    c.is_control() && c != '\r'
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}'
            | '\u{180B}'..='\u{180F}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{3164}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFA0}' | '\u{FFF0}'..='\u{FFFB}' | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}')
}

/// The blocks whose letters go from right to left, from Hebrew on
/// (<https://www.unicode.org/Public/UCD/latest/ucd/extracted/DerivedBidiClass.txt>).
fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::year_file;

    /// Rule, line and column of what is found when the fonts have all but `☃`.
    fn found(text: &str) -> Vec<(&'static str, usize, usize)> {
        let loaded = year_file::load(Source::new("x.yaml", text));
        missing(&loaded, |c| c != '☃')
            .iter()
            .map(|finding| (finding.rule, finding.position().line, finding.position().column))
            .collect()
    }

    #[test]
    fn a_character_without_a_glyph_is_placed() {
        assert_eq!(found("a: 1\nb: |\n  Först.\n  Å ☃ å\n"), [("tecken-saknas", 4, 5)]);
        assert_eq!(found("a: \"x☃\"\n"), [("tecken-saknas", 1, 6)]);
    }

    #[test]
    fn keys_are_printed_and_so_looked_at() {
        assert_eq!(found("b:\n  Snö ☃: 3\n"), [("tecken-saknas", 2, 3)]);
    }

    #[test]
    fn the_same_character_is_said_once_for_each_value() {
        assert_eq!(found("a: ☃☃☃\nb: [☃]\n"), [("tecken-saknas", 1, 4), ("tecken-saknas", 2, 5)]);
    }

    #[test]
    fn what_cannot_be_seen_is_found() {
        for c in ['\u{AD}', '\u{200B}', '\u{2028}', '\u{202E}', '\u{2066}', '\u{FE0F}'] {
            assert_eq!(found(&format!("a: x{c}y\n")), [("osynligt-tecken", 1, 5)], "{c:?}");
        }
        assert_eq!(found("a: \"x\\ty\"\n")[0].0, "osynligt-tecken");
    }

    #[test]
    fn what_makes_a_line_an_item_of_a_list_is_not_shown() {
        for sign in ["•", "·", "o", "\u{F0B7}", "–", "-", "1."] {
            assert_eq!(found(&format!("texter:\n  a: |\n    {sign}\ta\n")), [], "{sign}");
        }
        assert_eq!(found("texter:\n  a: |\n    •\ta\tb\n"), [("osynligt-tecken", 3, 8)]);
        assert_eq!(found("namn: \"•\\ta\"\n"), [("osynligt-tecken", 1, 9)]);
    }

    #[test]
    fn right_to_left_letters_are_found() {
        assert_eq!(found("a: x ש\n"), [("skrivriktning", 1, 6)]);
        assert_eq!(found("a: م\n"), [("skrivriktning", 1, 4)]);
    }

    #[test]
    fn an_accent_must_make_a_letter_with_what_it_stands_on() {
        assert_eq!(found("a: Va\u{30A}rd, ǥ\u{30C}x\n"), [("tecken-saknas", 1, 12)]);
        assert_eq!(found("a: z\u{300}\n"), [("tecken-saknas", 1, 5)]);
        assert_eq!(found("a: e\u{302}\u{301}\n"), []);
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        assert_eq!(found("a: |\n  Åäö, Čáhcesuolu – “−5\u{A0}%” § 8 ½ a\u{2011}b\r\n  ny\n"), []);
    }
}
