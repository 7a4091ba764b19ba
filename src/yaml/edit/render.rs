//! Values as YAML text.

use super::style::FileStyle;
use super::tree::Tree;
use crate::yaml::parsed::is_fixed_space;

/// How a scalar is to be written.
#[derive(Debug, Clone, Copy)]
pub struct Manner {
    /// Whether it stands within brackets or braces.
    pub in_flow: bool,
    /// The quotation marks, if there have to be any.
    pub quote: char,
    /// Whether there are to be quotation marks in any case.
    pub is_quoted: bool,
    /// Whether a text may stand without them though another program would take it for a
    /// figure or the like, as its neighbours do.
    pub is_bare: bool,
}

/// A scalar on one line.
pub fn scalar(value: &Tree, manner: Manner) -> String {
    let (text, is_word) = match value {
        Tree::Word(text) => (text, true),
        Tree::Text(text) => (text, false),
        _ => return if manner.in_flow { "null".to_owned() } else { String::new() },
    };
    let may_be_bare = is_word || manner.is_bare || !is_of_another_kind(text);
    if may_be_bare && !manner.is_quoted && is_plain(text, manner.in_flow) {
        return text.clone();
    }
    let needs_escapes = text.chars().any(needs_escape);
    let is_double = needs_escapes
        || match manner.quote {
            '\'' => text.contains('\'') && !text.contains(['"', '\\']),
            _ => text.contains('\'') || !text.contains(['"', '\\']),
        };
    if is_double { double_quoted(text) } else { format!("'{}'", text.replace('\'', "''")) }
}

/// A key.
pub fn key(text: &str, manner: Manner) -> String {
    scalar(&Tree::Word(text.to_owned()), manner)
}

fn needs_escape(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}')
}

fn double_quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            character if needs_escape(character) => {
                let number = u32::from(character);
                // Nothing that needs it has a longer number.
                let escape = format!("\\u{number:04X}");
                out.push_str(&escape);
            }
            character => out.push(character),
        }
    }
    out.push('"');
    out
}

/// Whether YAML reads a text without quotation marks as what it is, and nobody takes a
/// part of it for a comment.
fn is_plain(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let is_blank = |c: char| matches!(c, ' ' | '\t') || is_fixed_space(c);
    let second = text.chars().nth(1);
    let begins_well = match first {
        '-' | '?' | ':' => {
            second.is_some_and(|second| !(is_blank(second) || in_flow && ",[]{}".contains(second)))
        }
        ',' | '[' | ']' | '{' | '}' | '#' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%'
        | '@' | '`' => false,
        first => !is_blank(first) && !TYPOGRAPHIC.contains(&first),
    };
    begins_well
        && !text.ends_with(is_blank)
        && !text.ends_with(':')
        && !text.chars().any(|c| needs_escape(c) || c == '\u{85}')
        && ![": ", " #", ":\u{a0}"].iter().any(|sign| text.contains(sign))
        && !["---", "...", "<<"].iter().any(|sign| text.starts_with(sign))
        && !matches!(text, "~" | "null" | "Null" | "NULL")
        && !(in_flow && text.contains([',', '[', ']', '{', '}', ':']))
}

const TYPOGRAPHIC: [char; 8] = crate::yaml::misread::TYPOGRAPHIC_QUOTES;

/// Whether YAML in other programs takes a text for a number, a date or a yes: editors that
/// know the schema object to a number where there should be a text.
/// <https://yaml.org/type/> and <https://yaml.org/spec/1.2.2/#103-core-schema>
pub fn is_of_another_kind(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let is_word = matches!(
        lower.as_str(),
        "yes" | "no" | "true" | "false" | "on" | "off" | "null" | "~" | "ja" | "nej"
    );
    is_word || is_number(&lower) || is_date(&lower)
}

fn is_number(lower: &str) -> bool {
    let text = lower.trim_start_matches(['+', '-']);
    let digits =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'_');
    let is_based = ["0x", "0o", "0b"].iter().any(|base| {
        text.strip_prefix(base)
            .is_some_and(|text| !text.is_empty() && text.bytes().all(|b| b.is_ascii_hexdigit()))
    });
    // Hours and minutes were numbers to base 60.
    let is_sexagesimal = text.contains(':') && text.split(':').all(digits);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((text, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let is_decimal = (digits(whole) || (whole.is_empty() && digits(part)))
        && (part.is_empty() || digits(part))
        && digits(exponent.trim_start_matches(['+', '-']));
    matches!(text, ".inf" | ".nan") || is_based || is_sexagesimal || is_decimal
}

fn is_date(lower: &str) -> bool {
    let day = lower.split(['t', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    let fits = |part: &str, lengths: &[usize]| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    matches!(parts.as_slice(), [year, month, day] if fits(year, &[4]) && fits(month, &[1, 2]) && fits(day, &[1, 2]))
}

/// A text in lines after `|`, with what stands after that sign; nothing when such lines
/// can't hold the text.
pub fn literal(text: &str, step: usize) -> Option<(String, Vec<String>)> {
    let content = text.trim_end_matches('\n');
    let is_possible = !content.trim_matches([' ', '\t', '\n']).is_empty()
        && !content.chars().any(|c| needs_escape(c) && !matches!(c, '\n' | '\t'))
        && !content.contains('\u{85}');
    let first = content.split('\n').find(|line| !line.is_empty()).unwrap_or_default();
    let is_set_in = first.starts_with([' ', '\t']);
    if !is_possible || (is_set_in && !(1..=9).contains(&step)) {
        return None;
    }
    let breaks = text.len() - content.len();
    let mut signs = String::from("|");
    if is_set_in {
        signs.push_str(&step.to_string());
    }
    signs.push_str(match breaks {
        0 => "-",
        1 => "",
        _ => "+",
    });
    let mut body: Vec<String> = content.split('\n').map(str::to_owned).collect();
    body.extend(std::iter::repeat_n(String::new(), breaks.saturating_sub(1)));
    Some((signs, body))
}

/// Lines set in by a number of blanks; empty ones stay empty.
pub fn set_in(body: &[String], column: usize) -> Vec<String> {
    let line = |line: &String| {
        if line.is_empty() { String::new() } else { format!("{}{line}", " ".repeat(column)) }
    };
    body.iter().map(line).collect()
}

/// How values are written in lines of their own.
#[derive(Debug, Clone, Copy)]
pub struct Blocks {
    /// How the file is written.
    pub style: FileStyle,
    /// Whether every text stands within quotation marks on one line, since it could not be
    /// written otherwise.
    pub is_careful: bool,
}

impl Blocks {
    /// How a scalar that has no neighbours is written.
    pub fn manner(self, in_flow: bool) -> Manner {
        Manner { in_flow, quote: self.style.quote, is_quoted: self.is_careful, is_bare: false }
    }

    /// How a key is written.
    pub fn key(self, text: &str, in_flow: bool) -> String {
        key(text, Manner { is_quoted: false, ..self.manner(in_flow) })
    }

    /// A value on one line, as it is written within brackets.
    pub fn inline(self, value: &Tree, in_flow: bool) -> String {
        match value {
            Tree::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.inline(item, true)).collect();
                format!("[{}]", items.join(", "))
            }
            Tree::Group(entries) if entries.is_empty() => "{}".to_owned(),
            Tree::Group(entries) => {
                let entry = |(key, value): &(String, Tree)| {
                    format!("{}: {}", self.key(key, true), self.inline(value, true))
                };
                let entries: Vec<String> = entries.iter().map(entry).collect();
                format!("{{ {} }}", entries.join(", "))
            }
            scalar => self::scalar(scalar, self.manner(in_flow)),
        }
    }

    /// An entry or an item in lines from a column on.
    pub fn part(self, key: Option<&str>, value: &Tree, column: usize) -> Vec<String> {
        let blanks = " ".repeat(column);
        match key {
            Some(key) => {
                self.under(&format!("{blanks}{}:", self.key(key, false)), value, column, false)
            }
            None => self.under(&format!("{blanks}-"), value, column, true),
        }
    }

    /// The parts of a list or a group in lines from a column on.
    pub fn parts(self, value: &Tree, column: usize) -> Vec<String> {
        match value {
            Tree::Group(entries) => entries
                .iter()
                .flat_map(|(key, value)| self.part(Some(key), value, column))
                .collect(),
            Tree::List(items) => {
                items.iter().flat_map(|item| self.part(None, item, column)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The column of the parts of a value that hangs on a key or a dash at a column.
    pub fn column_under(self, value: &Tree, column: usize, is_item: bool) -> usize {
        match value {
            _ if is_item => column + 1 + self.style.gap,
            Tree::List(_) => column + self.style.dash,
            _ => column + self.style.step,
        }
    }

    /// A text that needs lines of its own, with what stands after `|`.
    pub fn lines_of(self, value: &Tree) -> Option<(String, Vec<String>)> {
        let Tree::Text(text) = value else { return None };
        (!self.is_careful && text.contains('\n')).then(|| literal(text, self.style.step)).flatten()
    }

    fn under(self, sign: &str, value: &Tree, column: usize, is_item: bool) -> Vec<String> {
        let gap = if is_item { " ".repeat(self.style.gap) } else { " ".to_owned() };
        if let Some((signs, body)) = self.lines_of(value) {
            let mut lines = vec![format!("{sign}{gap}{signs}")];
            lines.extend(set_in(&body, column + self.style.step));
            return lines;
        }
        let is_block =
            matches!(value, Tree::List(_) | Tree::Group(_)) && !value.is_empty_collection();
        if !is_block {
            let inline = self.inline(value, false);
            return vec![if inline.is_empty() {
                sign.to_owned()
            } else {
                format!("{sign}{gap}{inline}")
            }];
        }
        let inner = self.column_under(value, column, is_item);
        let mut parts = self.parts(value, inner);
        if is_item {
            // The first part stands beside the dash.
            if let Some(first) = parts.first_mut() {
                *first = format!("{sign}{gap}{}", first.trim_start_matches(' '));
            }
            return parts;
        }
        parts.insert(0, sign.to_owned());
        parts
    }
}
