//! The page of the handbook that lists what templates and texts can ask for, made
//! from the names themselves and filled with the values of a case.

use std::fmt::Write as _;

use minijinja::Environment;
use minijinja::value::{Value, ValueKind};

use super::values::{Named, Shown, Values};
use super::{Input, fill, filters, tree, values};
use crate::phrases;

const HEAD: &str = "\
# Uppgifter att använda i texter och mallar

Sidan är skapad ur programmet. Kolumnen *I exemplet* visar vad det blir med
[`data/norra-innerstaden-2025.yaml`](../data/norra-innerstaden-2025.yaml).

En uppgift skrivs mellan dubbla klamrar: `{{ klienter }}`. Delarna av en uppgift skrivs med punkt:
`{{ handläggare.telefon }}`. Ett filter skrivs efter ett lodstreck: `{{ datum|datum }}`. En uppgift
som saknas i årsfilen stoppar papperet. Den som vill skriva om den bara när den finns skriver
`{% if kö is defined %}… {{ kö }} …{% endif %}`.
";

const SENTENCES: &str = "\
En mening säger vad siffrorna säger, i rätt form för en, flera och ingen, och döljer det som ska
döljas. Flera meningar blir ett stycke, med tal skrivna på samma sätt, så här:
`{{ [mening.klienter_kort, mening.nya_kort]|stycke }}`. Den som heter något på `_kort` passar intill en
tabell: den upprepar inte tabellens siffror. En mening som saknas hoppas över i ett stycke.
";

/// Names whose parts are listed elsewhere, or only made for templates.
const WITH_LISTS_OF_THEIR_OWN: [&str; 2] = ["mening", "tabeller"];

/// The page in Markdown; nothing when the year file could not be read.
#[must_use]
pub fn page(input: &Input<'_>) -> Option<String> {
    let case = input.loaded.case.as_ref()?;
    let values = values::values(case, input);
    let mut env = fill::environment();
    env.set_fuel(None);
    let page = Page { env, context: Value::from(values.clone()) };
    let mut text = HEAD.to_owned();
    page.names(&values, &mut text);
    page.figure(&mut text);
    page.sentences(&mut text);
    page.filters(&mut text);
    Some(text)
}

struct Page {
    env: Environment<'static>,
    context: Value,
}

impl Page {
    fn names(&self, values: &Values, text: &mut String) {
        text.push_str("\n## Uppgifter\n\n| Skriv | Det är | I exemplet |\n|---|---|---|\n");
        for named in values.iter() {
            let has_own_list =
                is_figure(&named.value) || WITH_LISTS_OF_THEIR_OWN.contains(&named.name);
            let parts = if has_own_list { Vec::new() } else { keys(&named.value) };
            let shown = if parts.is_empty() { self.shown(named) } else { String::new() };
            row(text, [&format!("`{}`", named.name), named.about, &shown]);
            for part in parts {
                let path = format!("{}.{part}", named.name);
                let value = named.value.get_attr(&part).unwrap_or_default();
                let part = Named { name: named.name, about: "", value };
                row(text, [&format!("`{path}`"), "", &self.shown_as(&path, &part.value)]);
            }
        }
    }

    /// What a figure answers for, with the number of clients as the example.
    fn figure(&self, text: &mut String) {
        text.push_str("\n## Vad ett antal svarar på\n\n");
        let names: Vec<String> = values::figure_names().map(|name| format!("`{name}`")).collect();
        let _ = writeln!(text, "Gäller {}.\n", crate::swedish::join(&names));
        text.push_str("| Skriv | Det är | I exemplet |\n|---|---|---|\n");
        for (part, about) in Shown::PARTS {
            let path = format!("klienter.{part}");
            row(text, [&format!("`{path}`"), about, &self.filled(&path)]);
        }
    }

    fn sentences(&self, text: &mut String) {
        text.push_str("\n## Färdiga meningar\n\n");
        text.push_str(SENTENCES);
        text.push_str("\n| Skriv | Säger | I exemplet |\n|---|---|---|\n");
        for (name, about) in phrases::described() {
            let path = format!("mening.{name}");
            row(text, [&format!("`{path}`"), about, &self.filled(&path)]);
        }
    }

    fn filters(&self, text: &mut String) {
        text.push_str(
            "\n## Filter\n\n| Filter | Gör | Till exempel | I exemplet |\n|---|---|---|---|\n",
        );
        for filter in filters::FILTERS {
            let example = format!("`{{{{ {} }}}}`", filter.example);
            let cells = [&format!("`{}`", filter.name), filter.about, &example];
            row4(text, cells, &self.filled(filter.example));
        }
    }

    fn shown(&self, named: &Named) -> String {
        self.shown_as(named.name, &named.value)
    }

    fn shown_as(&self, path: &str, value: &Value) -> String {
        if value.is_undefined() {
            return "*saknas*".to_owned();
        }
        match value.kind() {
            ValueKind::Bool => if value.is_true() { "ja" } else { "nej" }.to_owned(),
            ValueKind::Seq => self.list(path, value),
            ValueKind::Map if !is_figure(value) => format!("har delarna {}", quoted(&keys(value))),
            _ => self.filled(path),
        }
    }

    fn list(&self, path: &str, value: &Value) -> String {
        let Some(first) = value.try_iter().ok().and_then(|mut items| items.next()) else {
            return "*tom lista*".to_owned();
        };
        let parts = keys(&first);
        if parts.is_empty() {
            return format!("lista: {}", self.filled(&format!("{path}|lista")));
        }
        let count = value.len().unwrap_or_default();
        format!("lista med {count}, där var och en har {}", quoted(&parts))
    }

    /// An expression as it stands in a paper.
    fn filled(&self, expression: &str) -> String {
        let template = format!("{{{{ {expression} }}}}");
        match self.env.render_str(&template, &self.context) {
            Ok(markdown) => tree::plain_line(&markdown),
            Err(_) => "*saknas*".to_owned(),
        }
    }
}

fn is_figure(value: &Value) -> bool {
    value.downcast_object_ref::<Shown>().is_some()
}

fn keys(value: &Value) -> Vec<String> {
    match value.try_iter() {
        Ok(keys) if value.kind() == ValueKind::Map => keys.map(|key| key.to_string()).collect(),
        _ => Vec::new(),
    }
}

fn quoted(names: &[String]) -> String {
    crate::swedish::join(&names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>())
}

fn row(text: &mut String, cells: [&str; 3]) {
    let _ = writeln!(text, "| {} |", cells.map(escaped).join(" | "));
}

fn row4(text: &mut String, cells: [&str; 3], last: &str) {
    let _ = writeln!(text, "| {} | {} |", cells.map(escaped).join(" | "), escaped(last));
}

fn escaped(cell: &str) -> String {
    cell.replace('|', "\\|")
}
