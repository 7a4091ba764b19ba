//! Excel's workbooks: Office Open XML (ECMA-376, part 1, 18).

use std::collections::BTreeMap;

use super::package::Package;
use super::unreadable::{HAS_MACROS, PRESENTATION, WORD_FILE, ZIP_FILE};
use super::xml::{Step, Xml, attribute, number};
use super::{Area, Form, NamedArea, Unreadable, Workbook, formats, xlsx_sheet};

/// What the cells of all sheets point into.
#[derive(Default)]
pub(super) struct Shared {
    /// Texts.
    pub(super) texts: Vec<String>,
    /// How the numbers of each cell format are shown.
    pub(super) forms: Vec<Form>,
}

/// Reads a workbook.
pub(super) fn read(package: &mut Package<'_>) -> Result<Workbook, Unreadable> {
    let main = main_part(package)?;
    let text = package.text(&main)?;
    let relations = relations(package, &main)?;
    let target = |kind: &str| {
        let found = relations.values().find(|relation| relation.kind.ends_with(kind));
        found.map(|relation| relation.target.clone())
    };
    let mut shared = Shared::default();
    if let Some(part) = target("/sharedStrings").filter(|part| package.has(part)) {
        shared.texts = texts(&part, &package.text(&part)?)?;
    }
    if let Some(part) = target("/styles").filter(|part| package.has(part)) {
        shared.forms = forms(&part, &package.text(&part)?)?;
    }
    let mut workbook = Workbook::default();
    let mut left = super::MAX_CELLS;
    let (listed, names) = listed(&main, &text)?;
    for sheet in listed {
        let Some(relation) = relations.get(&sheet.id) else { continue };
        // Sheets of another kind hold a chart or a macro.
        if !relation.kind.ends_with("/worksheet") {
            continue;
        }
        let text = package.text(&relation.target)?;
        let mut read = xlsx_sheet::read(&relation.target, &text, &shared, &mut left)?;
        read.name = sheet.name;
        read.is_hidden = sheet.is_hidden;
        workbook.sheets.push(read);
    }
    workbook.names = names;
    if package.names().iter().any(|name| name.to_ascii_lowercase().ends_with("vbaproject.bin")) {
        workbook.notes.push(HAS_MACROS.to_owned());
    }
    Ok(workbook)
}

/// Where the workbook itself is.
fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    let named = if package.has("_rels/.rels") {
        let relations = relations(package, "")?;
        let main = relations.into_values().find(|it| it.kind.ends_with("/officeDocument"));
        main.map(|relation| relation.target)
    } else {
        None
    };
    let main = named.unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let lower = main.to_ascii_lowercase();
    if lower.rsplit('.').next() == Some("bin") {
        return Err(Unreadable::binary_workbook());
    }
    if package.has("EncryptedPackage") || package.has("encrypted-package") {
        return Err(Unreadable::with_password());
    }
    let other = if lower.starts_with("word/") {
        Some(WORD_FILE)
    } else if lower.starts_with("ppt/") {
        Some(PRESENTATION)
    } else {
        Some(ZIP_FILE).filter(|_| !package.has(&main))
    };
    if let Some(other) = other {
        return Err(Unreadable::is(other));
    }
    Ok(main)
}

/// What one part of the file points to.
struct Relation {
    kind: String,
    target: String,
}

/// What a part points to, by the ids that it uses.
fn relations(
    package: &mut Package<'_>,
    part: &str,
) -> Result<BTreeMap<String, Relation>, Unreadable> {
    let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
    let path = format!("{folder}/_rels/{file}.rels");
    let path = path.trim_start_matches('/');
    let text = package.text(path)?;
    let mut xml = Xml::new(path, &text);
    let mut found = BTreeMap::new();
    loop {
        match xml.next()? {
            Step::Start(element) if element.local_name().as_ref() == "Relationship" => {
                let read = |name| attribute(&element, name).unwrap_or_default();
                let target = read("Target").replace('\\', "/");
                let target = match target.strip_prefix('/') {
                    Some(absolute) => absolute.to_owned(),
                    None => resolved(folder, &target),
                };
                found.insert(read("Id"), Relation { kind: read("Type"), target });
            }
            Step::Done => return Ok(found),
            _ => {}
        }
    }
}

/// A path as seen from a folder.
fn resolved(folder: &str, path: &str) -> String {
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

struct Listed {
    name: String,
    id: String,
    is_hidden: bool,
}

/// The sheets and the named cells that a workbook lists.
fn listed(part: &str, text: &str) -> Result<(Vec<Listed>, Vec<NamedArea>), Unreadable> {
    let mut xml = Xml::new(part, text);
    let (mut sheets, mut names) = (Vec::new(), Vec::new());
    let mut name: Option<(String, String)> = None;
    loop {
        match xml.next()? {
            Step::Start(element) => match element.local_name().as_ref() {
                "sheet" => {
                    let state = attribute(&element, "state").unwrap_or_default();
                    sheets.push(Listed {
                        name: attribute(&element, "name").unwrap_or_default(),
                        id: attribute(&element, "id").unwrap_or_default(),
                        is_hidden: state.to_ascii_lowercase().contains("hidden"),
                    });
                }
                "definedName" => {
                    name = attribute(&element, "name").map(|name| (name, String::new()));
                }
                _ => {}
            },
            Step::Text(text) => {
                if let Some((_, formula)) = &mut name {
                    formula.push_str(&text);
                }
            }
            Step::End(_) => {
                if let Some((name, formula)) = name.take() {
                    names.extend(area_of(&formula).map(|(sheet, area)| NamedArea {
                        name,
                        sheet,
                        area,
                    }));
                }
            }
            Step::Done => return Ok((sheets, names)),
        }
    }
}

/// The cells that a formula such as `'Årets siffror'!$C$2` is nothing but the place of.
fn area_of(formula: &str) -> Option<(String, Area)> {
    let (sheet, area) = formula.trim().trim_start_matches('=').rsplit_once('!')?;
    let sheet = match sheet.strip_prefix('\'') {
        Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
        None => sheet.to_owned(),
    };
    Some((sheet, area.parse().ok()?))
}

/// The texts that cells share.
fn texts(part: &str, text: &str) -> Result<Vec<String>, Unreadable> {
    let mut xml = Xml::new(part, text);
    let mut texts = Vec::new();
    loop {
        match xml.next()? {
            Step::Start(element) if element.local_name().as_ref() == "si" => {
                texts.push(rich_text(&mut xml, "si")?);
            }
            Step::Done => return Ok(texts),
            _ => {}
        }
    }
}

/// A text in one or several pieces, to the end of the element that holds it. How it is
/// pronounced is no part of it.
pub(super) fn rich_text(xml: &mut Xml<'_>, holder: &str) -> Result<String, Unreadable> {
    let mut whole = String::new();
    let mut is_text = false;
    loop {
        match xml.next()? {
            Step::Start(element) => match element.local_name().as_ref() {
                "rPh" => xml.skip()?,
                name => is_text = name == "t",
            },
            Step::Text(text) if is_text => whole.push_str(&text),
            Step::Text(_) => {}
            Step::End(name) if name == holder => return Ok(unescaped(&whole)),
            Step::End(_) => is_text = false,
            Step::Done => return Err(xml.damaged()),
        }
    }
}

/// Signs that XML has no place for stand as `_x000D_` (ECMA-376, part 1, 22.9.2.19).
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let code = rest.get(2..6).filter(|code| code.bytes().all(|c| c.is_ascii_hexdigit()));
        let code = code.filter(|_| rest.get(6..7) == Some("_"));
        let sign = code.and_then(|code| char::from_u32(u32::from_str_radix(code, 16).ok()?));
        if let Some(sign) = sign {
            out.push(sign);
            rest = &rest[7..];
        } else {
            out.push_str("_x");
            rest = &rest[2..];
        }
    }
    out.push_str(rest);
    out
}

/// How each cell format shows numbers.
fn forms(part: &str, text: &str) -> Result<Vec<Form>, Unreadable> {
    let mut xml = Xml::new(part, text);
    let mut codes = BTreeMap::new();
    let (mut forms, mut is_inside) = (Vec::new(), false);
    loop {
        match xml.next()? {
            Step::Start(element) => match element.local_name().as_ref() {
                "numFmt" => {
                    if let (Some(id), Some(code)) =
                        (number(&element, "numFmtId"), attribute(&element, "formatCode"))
                    {
                        codes.insert(id, formats::of_code(&code));
                    }
                }
                "cellXfs" => is_inside = true,
                "xf" if is_inside => {
                    let id = number(&element, "numFmtId").unwrap_or(0);
                    let own = codes.get(&id).copied();
                    forms.push(own.unwrap_or_else(|| formats::of_number(id)));
                }
                _ => {}
            },
            Step::End(name) if name == "cellXfs" => return Ok(forms),
            Step::Done => return Ok(forms),
            _ => {}
        }
    }
}
