//! What is good YAML and yet most likely not what was meant.

use std::sync::Arc;

use super::{Entry, Node, Scalar, Style, Value, slip, syntax};
use crate::finding::{Finding, shorten};
use crate::source::{Located, Source};

/// What a scalar was meant to be, when YAML understands it otherwise than a reader does.
pub(super) fn scalar(source: &Arc<Source>, node: &Node) -> Option<(Finding, Value)> {
    let Value::Scalar(scalar) = &node.value else { return None };
    let is_plain = scalar.style == Style::Plain;
    if is_plain && is_in_typographic_quotes(&scalar.text) {
        let text = scalar.text.trim_matches(TYPOGRAPHIC_QUOTES).to_owned();
        let meant = Value::Scalar(Scalar { text, style: scalar.style });
        return Some((typographic_quotes(source, node), meant));
    }
    let is_block = matches!(scalar.style, Style::Literal | Style::Folded);
    let tab = table(source, node).filter(|_| is_plain || is_block);
    if let Some(tab) = tab {
        let said = if is_block { slip::TABLE_IN_TEXT } else { slip::TABLE };
        return Some((syntax::explained(source, tab..tab + 1, said), Value::Reported));
    }
    let cut = comment(source, node.span.end).filter(|_| !is_block)?;
    Some((cut, node.value.clone()))
}

fn typographic_quotes(source: &Arc<Source>, node: &Node) -> Finding {
    let message = "citattecknen är sådana som Word skriver, och de blir en del av texten";
    Finding::error("yaml-citattecken", source, node.span.clone(), message).hint(
        "Ta bort dem, eller skriv raka citattecken (\") i stället. Ska de synas i papperen så sätt raka citattecken utanför dem.",
    )
}

/// Whether all of a text stands between quotation marks that are none in YAML.
fn is_in_typographic_quotes(text: &str) -> bool {
    let mut characters = text.chars();
    let first = characters.next();
    let last = characters.next_back();
    let is_mark = |c: char| TYPOGRAPHIC_QUOTES.contains(&c);
    first.is_some_and(is_mark) && last.is_some_and(is_mark) && !characters.any(is_mark)
}

/// Quotation marks that Word makes of straight ones, in Swedish and other languages.
pub(super) const TYPOGRAPHIC_QUOTES: [char; 8] = ['”', '“', '„', '‘', '’', '‚', '»', '«'];

/// Where the first tab stands between cells, as they are when pasted from Excel: on
/// several lines, or between a name and a number on a line of their own.
fn table(source: &Arc<Source>, node: &Node) -> Option<usize> {
    let written = source.slice(&node.span);
    if !written.contains('\t') {
        return None;
    }
    let mut tabs = Vec::new();
    let mut at = node.span.start;
    for line in written.split_inclusive('\n') {
        let indentation = line.len() - line.trim_start().len();
        let cells = line.trim().split_once('\t').filter(|(first, _)| !is_list_sign(first));
        tabs.extend(cells.map(|(first, _)| at + indentation + first.len()));
        at += line.len();
    }
    let before = source.text.get(..node.span.start)?.lines().next_back()?;
    let is_number = |cell: &str| !cell.is_empty() && cell.bytes().all(|byte| byte.is_ascii_digit());
    let is_row = before.trim().is_empty() && is_number(written.rsplit('\t').next()?.trim());
    tabs.first().copied().filter(|_| tabs.len() > 1 || is_row)
}

/// Whether what stands before a tab is what Word puts before an item of a list.
fn is_list_sign(text: &str) -> bool {
    let mut letters = text.chars();
    let is_bullet = |c: char| c == 'o' || !c.is_alphanumeric();
    let number = text.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    is_number || (letters.next().is_some_and(is_bullet) && letters.next().is_none())
}

/// The text behind a value that ends at a byte, when a `#` makes YAML pass over it and
/// it looks like a part of the text: `Storgatan 5 #3`.
pub(super) fn comment(source: &Arc<Source>, end: usize) -> Option<Finding> {
    let rest = source.text.get(end..)?;
    let comment = rest.trim_start_matches([' ', '\t']);
    let start = end + rest.len() - comment.len();
    let is_glued = comment.strip_prefix('#')?.starts_with(char::is_alphanumeric);
    let line = comment.lines().next().unwrap_or_default().trim_end();
    (is_glued && start > end).then(|| {
        Finding::error(
            "yaml-kommentar",
            source,
            start..start + line.len(),
            format!("”{}” kommer inte med i texten", shorten(line)),
        )
        .because("Det som står efter mellanslag och # läses som en anteckning.")
        .hint("Hör det till texten så sätt hela texten inom raka citattecken (\"). Är det en anteckning så sätt ett mellanslag efter #.")
    })
}

/// What an entry was meant to be.
pub(super) struct Meant {
    /// The entry, unless it is a part of the one before it.
    pub(super) entry: Option<Entry>,
    pub(super) finding: Option<Finding>,
}

/// Looks at an entry that follows others, in `{ }` or not.
pub(super) fn entry(
    source: &Arc<Source>,
    before: &mut [Entry],
    entry: Entry,
    in_flow: bool,
) -> Meant {
    if let Some(last) = before.last_mut().filter(|last| last.key.span.end == entry.key.span.end) {
        // It is the end of a name that has been put together already.
        last.value = entry.value;
        return Meant { entry: None, finding: None };
    }
    let after_key = source.text.get(entry.key.span.end..).unwrap_or_default();
    let has_colon = after_key.trim_start().starts_with(':');
    if entry.value.value != Value::Null || (has_colon && in_flow) {
        return Meant { entry: Some(entry), finding: None };
    }
    if has_colon {
        let colon = after_key.len() - after_key.trim_start().len() + 1;
        let finding = comment(source, entry.key.span.end + colon);
        let value = if finding.is_some() { Value::Reported } else { Value::Null };
        return Meant { entry: Some(with_value(entry, value)), finding };
    }
    if !in_flow {
        return Meant { entry: Some(entry), finding: None };
    }
    if let Some(colon) = source.slice(&entry.key.span).find(':') {
        return glued(source, &entry, colon);
    }
    if let Some(meant) = name_cut_at_comma(source, before.last(), &entry) {
        return meant;
    }
    match before.last_mut() {
        Some(last) => cut_at_comma(source, last, entry),
        None => Meant { entry: Some(entry), finding: None },
    }
}

fn with_value(entry: Entry, value: Value) -> Entry {
    Entry { value: Node { value, ..entry.value }, ..entry }
}

/// `kvinnor:30` inside `{ }`, which YAML takes for a key without a value.
fn glued(source: &Arc<Source>, entry: &Entry, colon: usize) -> Meant {
    let start = entry.key.span.start;
    let name = entry.key.split(':').next().unwrap_or_default().to_owned();
    let key = Located::new(name, start..start + colon);
    let value = Node { span: start + colon..entry.key.span.end, value: Value::Reported };
    let at = start + colon;
    let finding = syntax::explained(source, at..at + 1, slip::after_colon(&source.text, at));
    Meant { entry: Some(Entry { key, value }), finding: Some(finding) }
}

/// `Öja, norra: 15` inside `{ }` among names with counts, where YAML takes what stands
/// before the comma for a key of its own.
fn name_cut_at_comma(source: &Arc<Source>, last: Option<&Entry>, entry: &Entry) -> Option<Meant> {
    let is_count = |text: &str| {
        let text = text.trim();
        let is_part = |c: char| c.is_ascii_digit() || c.is_whitespace();
        text.starts_with(|c: char| c.is_ascii_digit()) && text.chars().all(is_part)
    };
    let follows_count = last.is_none_or(|last| match &last.value.value {
        Value::Scalar(scalar) => is_count(&scalar.text),
        _ => false,
    });
    // A number before the comma is a decimal, as in `andel: 0,5`.
    if !follows_count || is_count(&entry.key) {
        return None;
    }
    let rest = source.text.get(entry.key.span.end..)?;
    let (between, rest) = rest.split_at(rest.find(',')? + 1);
    if between.trim() != "," {
        return None;
    }
    let (end_of_name, value) = rest.split_once(':')?;
    let value = value.split([',', '}']).next()?;
    if end_of_name.contains(['\n', '}', ',', '"', '\'']) || !is_count(value) {
        return None;
    }
    let start = entry.key.span.start;
    let end = entry.key.span.end + between.len() + end_of_name.trim_end().len();
    let name = source.slice(&(start..end)).to_owned();
    let finding = Finding::error(
        "yaml-komma",
        source,
        start..end,
        format!("”{}” delas vid kommatecknet", shorten(&name)),
    )
    .because("Inom { } skiljer kommatecknet uppgifterna åt.")
    .hint(format!("Sätt namnet inom raka citattecken: \"{name}\": {}.", value.trim()));
    let key = Located::new(name, start..end);
    let value = Node { span: start..end, value: Value::Reported };
    Some(Meant { entry: Some(Entry { key, value }), finding: Some(finding) })
}

/// `andel: 0,5` inside `{ }`, where YAML takes what follows the comma for a key.
fn cut_at_comma(source: &Arc<Source>, last: &mut Entry, rest: Entry) -> Meant {
    let written = last.value.span.start..rest.key.span.end;
    let is_new = match &last.value.value {
        Value::Scalar(scalar) if scalar.style == Style::Plain => true,
        Value::Reported => false,
        _ => return Meant { entry: Some(rest), finding: None },
    };
    last.value = Node { span: written.clone(), value: Value::Reported };
    let finding = is_new.then(|| {
        let text = source.slice(&written).to_owned();
        Finding::error(
            "yaml-komma",
            source,
            written,
            format!("”{}” delas vid kommatecknet", shorten(&text)),
        )
        .because("Inom { } skiljer kommatecknet uppgifterna åt.")
        .hint(format!("Sätt värdet inom raka citattecken: \"{text}\". Eller skriv varje uppgift på en egen rad utan {{ }}."))
    });
    Meant { entry: None, finding }
}
