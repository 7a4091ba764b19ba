//! The page of the handbook that lists what templates and texts can ask for, made
//! from the names themselves and filled with the values of a year file.

use std::fmt::Write as _;

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, context};

use super::values::{NamedValue, Part, ShownNumber, Values};
use super::{Input, fill, filters, language, tree, values};
use crate::measures::MEASURES;
use crate::phrases;

const HEAD: &str = "\
# Uppgifter att använda i texter och mallar

Sidan är skapad ur programmet. Kolumnen *I exemplet* visar vad det blir med
[`data/norra-innerstaden-2025.yaml`](../data/norra-innerstaden-2025.yaml).

I årsfilens texter och i mallar kan man hämta det som programmet vet:

- **En uppgift** skrivs mellan dubbla klamrar: `{{ klienter }}`.
- **En del av en uppgift** skrivs med punkt: `{{ handläggare.telefon }}`.
- **Ett filter** ändrar hur uppgiften skrivs och står efter ett lodstreck: `{{ datum|datum }}`.
- **Ett villkor** tar med text bara när det stämmer: `{% if kö is defined %}… {{ kö }} …{% endif %}`
  när uppgiften finns, `{% if klienter.antal > 100 %}…{% endif %}` när antalet är större än hundra.
- **En slinga** tar med text en gång för varje rad i en lista, se [Listor](#listor).

En uppgift som saknas i årsfilen stoppar papperet, om den inte står i ett villkor. En lista, en uppgift
med delar och det som bara svarar ja eller nej kan inte skrivas ut som de är.

";

const LISTS: &str = "\
En lista som *I exemplet* visar med komma och ”och” skrivs ut med filtret `lista`:
`{{ upptagningsområde|lista }}`. I de andra listorna har varje rad delar. De skrivs ut rad för rad;
namnet efter `for` väljer man själv:

```
{% for brist in brister %}
- {{ brist.område }}: {{ brist.beskrivning }}
{% endfor %}
```
";

const TABLES: &str = "\
Tabeller och diagram går bara att göra i en mall. I mallen `delar` finns färdiga, som bland annat tar
hand om summor, anmärkningar och år som saknas:

```
{% from \"delar\" import siffertabell, rangdiagram %}
{{ siffertabell(tabeller.kön, \"Klienter efter kön\", \"Kön\", \"Antal kvinnor och män bland klienterna.\") }}
{{ rangdiagram(tabeller.orsaker, \"Orsaker till kontakt\", \"Antal klienter för varje orsak\") }}
```

Först står vilken tabell det är, sedan rubriken, för en tabell även rubriken på första kolumnen, och
sist en beskrivning för den som inte ser tabellen eller diagrammet. För ett diagram slutar beskrivningen
utan punkt: året kommer efter den.
";

const SENTENCES: &str = "\
En mening säger vad siffrorna säger, i rätt form för en, flera och ingen, och döljer det som ska
döljas. Flera meningar blir ett stycke, med tal skrivna på samma sätt, så här:
`{{ [mening.klienter_kort, mening.nya_kort]|stycke }}`. Den som heter något på `_kort` passar intill en
tabell: den upprepar inte tabellens siffror. En mening som saknas hoppas över i ett stycke.
";

/// Names that have a chapter of their own, and its heading.
const WITH_CHAPTERS: [(&str, &str); 2] = [
    ("mening", "[Färdiga meningar](#färdiga-meningar)"),
    ("tabeller", "[Tabeller och diagram](#tabeller-och-diagram)"),
];

/// The page in Markdown; nothing when the year file could not be read.
#[must_use]
pub fn page(input: &Input<'_>) -> Option<String> {
    let year_file = input.loaded.year_file.as_ref()?;
    let values = values::values(year_file, input);
    let page = PlaceholderPage::of(&values);
    let mut text = HEAD.to_owned();
    text.push_str(&language::chapter());
    page.names(&values, &mut text);
    page.lists(&values, &mut text);
    page.tables(&values, &mut text);
    page.figure(&mut text);
    page.sentences(&mut text);
    page.filters(&mut text);
    Some(text)
}

/// What names come to in a year file.
pub(super) struct PlaceholderPage {
    env: Environment<'static>,
    context: Value,
}

impl PlaceholderPage {
    pub(super) fn of(values: &Values) -> Self {
        let mut env = fill::environment();
        env.set_fuel(None);
        Self { env, context: Value::from(values.clone()) }
    }

    fn names(&self, values: &Values, text: &mut String) {
        heading(text, "Uppgifter", ["Skriv", "Det är", "I exemplet"]);
        for named in values.iter() {
            let parts = if is_list(named) { Vec::new() } else { values::parts_of(named.name) };
            let shown = if parts.is_empty() { self.shown(named) } else { String::new() };
            row(text, [&code(named.name), &named.about, &shown]);
            for (part, about) in parts {
                let path = format!("{}.{part}", named.name);
                row(text, [&code(&path), about, &self.at(&path)]);
            }
        }
    }

    fn lists(&self, values: &Values, text: &mut String) {
        let lists: Vec<&NamedValue> = values.iter().filter(|named| is_list(named)).collect();
        text.push_str("\n## Listor\n\n");
        text.push_str(LISTS);
        let mut done: Vec<Vec<Part>> = Vec::new();
        for list in &lists {
            let parts = values::parts_of(list.name);
            if done.contains(&parts) {
                continue;
            }
            let alike = lists.iter().filter(|other| values::parts_of(other.name) == parts);
            let names: Vec<String> = alike.map(|other| code(other.name)).collect();
            let name = crate::swedish::join(&names);
            let _ = write!(text, "\nVarje rad i {name} har:\n\n");
            columns(text, ["Del", "Det är", "I exemplets första rad"]);
            for (part, about) in &parts {
                let path = format!("({}|first).{part}", list.name);
                row(text, [&code(part), about, &self.at(&path)]);
            }
            done.push(parts);
        }
    }

    fn tables(&self, values: &Values, text: &mut String) {
        text.push_str("\n## Tabeller och diagram\n\n");
        text.push_str(TABLES);
        let names = values.get("tabeller").map(keys).unwrap_or_default();
        let names: Vec<String> =
            names.iter().map(|name| code(&format!("tabeller.{name}"))).collect();
        let _ = write!(
            text,
            "\nI exemplet finns {}. En tabell som inte skulle få några rader saknas.\nVar och en har:\n\n",
            crate::swedish::join(&names)
        );
        columns(text, ["Skriv", "Det är", "I exemplet"]);
        for (part, about) in values::TABLE {
            let path = format!("tabeller.kön.{part}");
            row(text, [&code(&path), about, &self.at(&path)]);
        }
    }

    /// What a figure answers for, with the number of clients as the example.
    fn figure(&self, text: &mut String) {
        text.push_str("\n## Vad ett antal svarar på\n\n");
        let names: Vec<String> = MEASURES.iter().map(|measure| code(measure.key)).collect();
        let _ = writeln!(text, "Gäller {}.\n", crate::swedish::join(&names));
        columns(text, ["Skriv", "Det är", "I exemplet"]);
        for (part, about) in ShownNumber::PARTS {
            let path = format!("klienter.{part}");
            row(text, [&code(&path), about, &self.at(&path)]);
        }
    }

    fn sentences(&self, text: &mut String) {
        text.push_str("\n## Färdiga meningar\n\n");
        text.push_str(SENTENCES);
        text.push('\n');
        columns(text, ["Skriv", "Säger", "I exemplet"]);
        for (name, about) in phrases::described() {
            let path = format!("mening.{name}");
            row(text, [&code(&path), about, &self.filled(&path)]);
        }
    }

    fn filters(&self, text: &mut String) {
        heading(text, "Filter", ["Filter", "Gör", "Till exempel", "I exemplet"]);
        for filter in filters::FILTERS {
            let example = format!("`{{{{ {} }}}}`", filter.example);
            row(text, [&code(filter.name), filter.about, &example, &self.filled(filter.example)]);
        }
    }

    fn shown(&self, named: &NamedValue) -> String {
        if let Some((_, chapter)) = WITH_CHAPTERS.iter().find(|(name, _)| *name == named.name) {
            return format!("se {chapter}");
        }
        if is_list(named) {
            return match named.value.len() {
                None | Some(0) => "*tom lista*".to_owned(),
                Some(1) => "lista med en rad, se [Listor](#listor)".to_owned(),
                Some(count) => format!("lista med {count} rader, se [Listor](#listor)"),
            };
        }
        self.shown_as(named.name, &named.value)
    }

    /// What an expression comes to.
    fn at(&self, path: &str) -> String {
        self.value(path).map_or_else(|| MISSING.to_owned(), |value| self.shown_as(path, &value))
    }

    pub(super) fn value(&self, path: &str) -> Option<Value> {
        let found = self.env.compile_expression(path).and_then(|found| found.eval(&self.context));
        found.ok().filter(|value| !value.is_undefined())
    }

    /// A value by itself as it stands in a paper; nothing when it has no words.
    pub(super) fn shown_value(&self, value: &Value) -> Option<String> {
        let is_list = matches!(value.kind(), ValueKind::Seq | ValueKind::Iterable);
        let template = match value.kind() {
            ValueKind::Undefined => return None,
            ValueKind::Bool => return Some(if value.is_true() { "ja" } else { "nej" }.to_owned()),
            _ if is_list => "{{ det|lista }}",
            _ => "{{ det }}",
        };
        let markdown = self.env.render_str(template, context! { det => value }).ok()?;
        Some(tree::plain_line(&markdown)).filter(|text| !text.is_empty())
    }

    fn shown_as(&self, path: &str, value: &Value) -> String {
        if value.is_undefined() {
            return MISSING.to_owned();
        }
        match value.kind() {
            ValueKind::Bool => if value.is_true() { "ja" } else { "nej" }.to_owned(),
            ValueKind::Seq => match value.try_iter().ok().and_then(|mut items| items.next()) {
                None => "*tom lista*".to_owned(),
                Some(first) if keys(&first).is_empty() => self.filled(&format!("{path}|lista")),
                Some(_) => format!("lista med {} rader", value.len().unwrap_or_default()),
            },
            ValueKind::Map if !is_figure(value) => "rad".to_owned(),
            _ => self.filled(path),
        }
    }

    /// An expression as it stands in a paper.
    fn filled(&self, expression: &str) -> String {
        let template = format!("{{{{ {expression} }}}}");
        match self.env.render_str(&template, &self.context) {
            Ok(markdown) => tree::plain_line(&markdown),
            Err(_) => MISSING.to_owned(),
        }
    }
}

/// Stands where the example has nothing to show.
const MISSING: &str = "*saknas*";

/// Whether it is a list of what has parts.
fn is_list(named: &NamedValue) -> bool {
    named.value.kind() == ValueKind::Seq && !values::parts_of(named.name).is_empty()
}

fn is_figure(value: &Value) -> bool {
    value.downcast_object_ref::<ShownNumber>().is_some()
}

fn keys(value: &Value) -> Vec<String> {
    match value.try_iter() {
        Ok(keys) if value.kind() == ValueKind::Map => keys.map(|key| key.to_string()).collect(),
        _ => Vec::new(),
    }
}

fn code(name: &str) -> String {
    format!("`{name}`")
}

fn heading<const N: usize>(text: &mut String, title: &str, names: [&str; N]) {
    let _ = write!(text, "\n## {title}\n\n");
    columns(text, names);
}

fn columns<const N: usize>(text: &mut String, names: [&str; N]) {
    row(text, names);
    let _ = writeln!(text, "|{}", "---|".repeat(N));
}

fn row<const N: usize>(text: &mut String, cells: [&str; N]) {
    let cells = cells.map(|cell| cell.replace('|', "\\|"));
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}
