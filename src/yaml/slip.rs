//! Finding the slip behind a syntax error, which is often on an earlier line than
//! the one where the parser could not go on.

use super::misread::TYPOGRAPHIC_QUOTES;
use super::parsed::is_fixed_space;
use super::syntax::{INDENT, KEY, YamlExplanation};
use crate::source::Span;

/// The tab that an error at a byte is about: there, before it on its line, or the
/// next one.
pub(super) fn tab(text: &str, at: usize) -> (usize, YamlExplanation) {
    let tab = nearest_tab(text, at);
    let before = text.get(line_start(text, tab)..tab).unwrap_or("");
    let is_between_cells = !before.trim_matches(['-', ' ', '\t']).is_empty();
    (tab, if is_between_cells { TABLE } else { TAB })
}

fn nearest_tab(text: &str, at: usize) -> usize {
    let line = line_start(text, at);
    let before = text.get(line..at).and_then(|before| before.rfind('\t')).map(|tab| line + tab);
    let after = text.get(at..).and_then(|after| after.find('\t')).map(|tab| at + tab);
    match (before, after) {
        (_, Some(tab)) if tab == at => tab,
        (Some(tab), _) | (None, Some(tab)) => tab,
        (None, None) => at,
    }
}

/// The quotation mark that opens the text in which the parser stopped: the last
/// one before that place where a text can begin.
pub(super) fn opening_quote(text: &str, at: usize) -> (usize, YamlExplanation) {
    let quote = nearest_opening_quote(text, at);
    let line = text.get(quote..).unwrap_or("").lines().next().unwrap_or("").trim_end();
    let is_closed_by_word = line.ends_with(TYPOGRAPHIC_QUOTES);
    (quote, if is_closed_by_word { CLOSED_BY_WORD } else { UNCLOSED_QUOTE })
}

fn nearest_opening_quote(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or("");
    let opens = |(start, _): &(usize, char)| {
        let line = before[line_start(before, *start)..*start].trim_end();
        line.is_empty() || line.ends_with([':', '-', '[', '{', ','])
    };
    let mut quotes = before.char_indices().rev().filter(|(_, c)| matches!(c, '"' | '\''));
    let here = text.get(at..).is_some_and(|rest| rest.starts_with(['"', '\'']));
    if here { at } else { quotes.find(opens).map_or(at, |(start, _)| start) }
}

/// The first backslash from a byte on that does not make an escape that YAML knows.
pub(super) fn backslash(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let mut letters = rest.char_indices();
    let mut long_escape = None;
    while let Some((start, letter)) = letters.next() {
        if letter != '\\' {
            continue;
        }
        match letters.next() {
            Some((_, 'x' | 'u' | 'U')) => long_escape = long_escape.or(Some(start)),
            Some((_, next)) if "0abtnvfre \"/\\N_LP\t\n".contains(next) => {}
            _ => return at + long_escape.unwrap_or(start),
        }
    }
    at + long_escape.unwrap_or(0)
}

/// The longest key that YAML allows, in characters.
const LONGEST_KEY: usize = 1024;

/// A colon that the parser can't place: in the middle of a text, after a line
/// whose own colon lacks its space, or on a line that is indented too far.
pub(super) fn colon(text: &str, at: usize) -> (usize, YamlExplanation) {
    let start = line_start(text, at);
    let before = text.get(start..at).unwrap_or("");
    if let Some(colon) = before.find(": ") {
        let value = before[colon + 1..].trim_start();
        let quote = at - value.len();
        let is_quoted_by_word = value.starts_with(TYPOGRAPHIC_QUOTES);
        return if is_quoted_by_word { (quote, QUOTED_BY_WORD) } else { (at, IN_TEXT) };
    }
    if before.chars().count() > LONGEST_KEY {
        return (start, KEY);
    }
    let content = start + before.len() - before.trim_start().len();
    if let Some(sign) = equals_sign(text, at) {
        return (sign, EQUALS_SIGN);
    }
    let above = text.get(..start).unwrap_or("").trim_end();
    let above_start = line_start(above, above.len());
    let line = above.get(above_start..).unwrap_or("");
    if let Some(dash) = glued_dash(line) {
        return (above_start + dash, NO_SPACE_AFTER_DASH);
    }
    if before.trim().contains(' ') && line.contains(": ") {
        return (content, WITHOUT_BAR);
    }
    match line.find(':') {
        Some(glued) if !line.contains(": ") && !line.ends_with(':') => {
            (above_start + glued, after_colon(text, above_start + glued))
        }
        None if line.trim_start().contains('\t') => tab(text, above_start + line.len()),
        None if !line.trim_start().starts_with(['-', '#']) && !line.is_empty() => {
            let said = if is_prose(line) { WITHOUT_BAR } else { KEY };
            (above_start + line.len() - line.trim_start().len(), said)
        }
        _ => (content, INDENT),
    }
}

/// What to say about a colon that lacks its space.
pub(super) fn after_colon(text: &str, colon: usize) -> YamlExplanation {
    let next = text.get(colon + 1..).and_then(|rest| rest.chars().next());
    if next.is_some_and(is_fixed_space) { FIXED_SPACE } else { NO_SPACE }
}

/// What to say about a line that is no key, or a key in the wrong column, and where.
pub(super) fn instead_of_key(text: &str, at: usize) -> (usize, YamlExplanation) {
    let before = text.get(line_start(text, at)..at).unwrap_or("");
    let line = text.get(at..).unwrap_or("").lines().next().unwrap_or("").trim_end();
    let is_key = line.contains(": ") || line.ends_with(':');
    if let Some(sign) = equals_sign(text, at) {
        return (sign, EQUALS_SIGN);
    }
    let said = match () {
        () if line.is_empty() && before.trim() == "-" => return (at - 1, LONE_DASH),
        () if line == "-" => LONE_DASH,
        () if line.starts_with(['•', '–', '—', '·']) => BULLET,
        () if glued_dash(line).is_some() => NO_SPACE_AFTER_DASH,
        () if line.contains('\t') => TABLE,
        () if is_key || before.contains('-') => INDENT,
        () => match line.find(':') {
            Some(colon) => return (at + colon, after_colon(line, colon)),
            None if !is_prose(line) => KEY,
            None if follows_bar(text, at) => NOT_INDENTED,
            None => WITHOUT_BAR,
        },
    };
    (at, said)
}

/// A `-` where none can stand: alone on its line, or in a wrong column.
pub(super) fn dash(text: &str, at: usize) -> (usize, YamlExplanation) {
    let start = line_start(text, at);
    let line = text.get(start..).unwrap_or("").lines().next().unwrap_or("");
    let dash = start + line.len() - line.trim_start().len();
    if let Some(value) = sign_for_value(text, at) {
        return (value, SIGN_FOR_VALUE);
    }
    if line.trim() == "-" { (dash, LONE_DASH) } else { (at, INDENT) }
}

/// The `-` or `?` that stands alone behind a key, for a value that is missing.
pub(super) fn sign_for_value(text: &str, at: usize) -> Option<usize> {
    let start = line_start(text, at);
    let line = text.get(start..)?.lines().next()?;
    let (key, value) = line.split_once(": ")?;
    let value_at = start + key.len() + 2 + value.len() - value.trim_start().len();
    let value = value.split(" #").next()?.trim();
    matches!(value, "-" | "?" | "--" | "??").then_some(value_at)
}

/// The equals sign behind a key where a colon should stand: on the line of a byte, or on the
/// one above, to which the parser may have added the line.
fn equals_sign(text: &str, at: usize) -> Option<usize> {
    let start = line_start(text, at);
    let above = line_start(text, text.get(..start)?.trim_end().len());
    let indentation = |start: usize| {
        let line = text.get(start..).unwrap_or_default();
        line.len() - line.trim_start_matches(' ').len()
    };
    // What is set in further is a part of something else, such as a text.
    let above = Some(above).filter(|above| indentation(*above) <= indentation(start));
    let mut lines = std::iter::once(start).chain(above);
    let key = lines.find_map(|start| key_before_equals_sign(text, start))?;
    Some(key.end + text.get(key.end..)?.find('=')?)
}

/// The key on a line, from its first byte on, that an equals sign stands behind.
pub(super) fn key_before_equals_sign(text: &str, start: usize) -> Option<Span> {
    let line = text.get(start..)?.lines().next()?;
    let before = &line[..line.find('=')?];
    let key = before.trim();
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let start = start + before.len() - before.trim_start().len();
    is_key.then(|| start..start + key.len())
}

/// Where a `-` stands that a space should follow.
fn glued_dash(line: &str) -> Option<usize> {
    let content = line.trim_start();
    let is_glued = content.strip_prefix('-')?.starts_with(char::is_alphabetic);
    is_glued.then(|| line.len() - content.len())
}

/// Whether a line reads as running text.
fn is_prose(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ',']) || line.split_whitespace().count() > 2
}

/// Whether the text that a line seems to go on with stands after `|`.
fn follows_bar(text: &str, at: usize) -> bool {
    let mut above = text.get(..line_start(text, at)).unwrap_or("").lines().rev();
    let is_key = |line: &&str| line.contains(": ") || line.trim_end().ends_with([':', '|', '>']);
    above.find(is_key).is_some_and(|line| line.trim_end().ends_with(['|', '>']))
}

fn line_start(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |newline| newline + 1)
}

const IN_TEXT: YamlExplanation = (
    "yaml-kolon",
    "här står ett kolon inne i en text",
    "Sätt hela texten inom raka citattecken (\"), eller skriv den på raderna under efter |.",
);

const NO_SPACE: YamlExplanation = (
    "yaml-kolon",
    "efter kolon saknas ett mellanslag",
    "Sätt ett mellanslag efter kolon, som i `klienter: 189`.",
);

const NO_SPACE_AFTER_DASH: YamlExplanation = (
    "yaml-bindestreck",
    "efter bindestrecket saknas ett mellanslag",
    "Sätt ett mellanslag efter bindestrecket, som i `- Barn i hemmet`.",
);

pub(super) const SIGN_FOR_VALUE: YamlExplanation = (
    "tomt-värde",
    "här saknas ett värde",
    "Skriv ett värde efter kolon, eller ta bort raden om uppgiften inte finns.",
);

pub(super) const EQUALS_SIGN: YamlExplanation = (
    "yaml-kolon",
    "här står ett likhetstecken i stället för kolon",
    "Skriv kolon och mellanslag i stället för likhetstecknet, som i `klienter: 189`.",
);

const LONE_DASH: YamlExplanation = (
    "yaml-bindestreck",
    "här står ett ensamt bindestreck",
    "Ta bort raden. Ska här stå en lista så skriv något efter bindestrecket och ett mellanslag.",
);

const BULLET: YamlExplanation = (
    "yaml-bindestreck",
    "raden börjar med en punkt eller ett streck från Word, som inte gör den till en del av en lista",
    "Börja raden med bindestreck (-) och mellanslag, lika långt in som de andra i listan.",
);

const WITHOUT_BAR: YamlExplanation = (
    "lodstreck-saknas",
    "texten har flera rader, och då behövs ett lodstreck (|) efter kolon",
    "Skriv | efter kolon och hela texten på raderna under, indragen två mellanslag.",
);

const NOT_INDENTED: YamlExplanation = (
    "yaml-indrag",
    "raden ser ut att höra till texten ovanför men är inte indragen som den",
    "Dra in raden lika långt som texten efter |. Är den en uppgift så skriv kolon och mellanslag efter namnet.",
);

const FIXED_SPACE: YamlExplanation = (
    "yaml-kolon",
    "efter kolon står ett fast mellanslag, som räknas som en bokstav",
    "Byt det mot ett vanligt: radera det och tryck på mellanslagstangenten.",
);

const TAB: YamlExplanation = (
    "yaml-tabb",
    "här står ett tabbtecken, och indrag får bara göras med mellanslag",
    "Byt tabbtecknet mot mellanslag, så att raden börjar lika långt in som raderna omkring.",
);

const UNCLOSED_QUOTE: YamlExplanation = (
    "yaml-citattecken",
    "ett citattecken saknas: texten som börjar här tar aldrig slut",
    "Sätt ett avslutande citattecken, eller skriv texten utan citattecken.",
);

/// Cells divided by tabs, as Excel puts them on the clipboard.
pub(super) const TABLE: YamlExplanation = (
    "yaml-tabell",
    "här står en tabell som den blir när den klistras in från Excel, med tabbar mellan kolumnerna",
    "Skriv varje rad som ett namn, kolon, mellanslag och ett värde: `klienter: 189`.",
);

pub(super) const TABLE_IN_TEXT: YamlExplanation = (
    "yaml-tabell",
    "här står en tabell som den blir när den klistras in från Excel, med tabbar mellan kolumnerna",
    "Skriv uppgifterna som vanlig text, eller som en lista där varje rad börjar med bindestreck.",
);

const CLOSED_BY_WORD: YamlExplanation = (
    "yaml-citattecken",
    "texten börjar med ett rakt citattecken och slutar med ett sådant som Word skriver",
    "Skriv ett rakt citattecken även sist, eller skriv texten utan citattecken.",
);

const QUOTED_BY_WORD: YamlExplanation = (
    "yaml-citattecken",
    "citattecknet är ett sådant som Word skriver och håller inte ihop texten",
    "Skriv raka citattecken (\") runt hela texten.",
);
