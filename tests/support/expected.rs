//! The tables and charts that a year file's facts ask for, worked out apart from the
//! templates.

use tjut::facts::{Change, Facts, Figure, Number, Share};
use tjut::swedish::grouped;
use tjut::year_file::YearFile;

/// A table: its header row, its rows, and how its columns are set.
#[derive(Debug, PartialEq)]
pub struct Table {
    /// How its caption begins.
    pub caption: String,
    /// The rows, the header first and the sum last.
    pub rows: Vec<Vec<String>>,
    /// Whether the columns after the first hold figures.
    pub of_figures: bool,
}

/// A chart.
#[derive(Debug, PartialEq)]
pub struct Chart {
    /// How its caption begins.
    pub caption: &'static str,
    /// The names of the years, rows or stages.
    pub names: Vec<String>,
    /// Each series with a count for each name; none where no bar is to be.
    pub series: Vec<(&'static str, Vec<Option<u64>>)>,
}

/// Rows of figures, and what they are compared with.
struct Figures<'f> {
    caption: &'static str,
    first_column: &'static str,
    rows: Vec<&'f Figure>,
    /// What the rows add up to.
    whole: Option<&'f Figure>,
    /// What shares are shares of.
    base: Option<&'f Figure>,
}

/// The tables of a paper, in order.
pub fn tables(paper: &str, year_file: &YearFile, facts: &Facts) -> Vec<Table> {
    let key_figures = key_figures(facts);
    let mut tables = match paper {
        "redovisning" => {
            let mut tables = money(year_file, facts);
            tables.extend(municipalities(paper, year_file, facts));
            tables.push(key_figures);
            tables.extend(divisions(facts));
            tables.extend(shortcomings(year_file));
            tables
        }
        "tjansteutlatande" => vec![key_figures],
        "ansokan" => municipalities(paper, year_file, facts).into_iter().collect(),
        _ => Vec::new(),
    };
    for label in
        tables.iter_mut().flat_map(|table| &mut table.rows).filter_map(|row| row.first_mut())
    {
        *label = unbroken(label);
    }
    tables
}

fn money(year_file: &YearFile, facts: &Facts) -> Vec<Table> {
    let Some(economy) = &year_file.economy else { return Vec::new() };
    let (money, year) = (&facts.money, *year_file.year);
    let per_post = |key| money.per_post(key);
    let own_funds = economy.own_funds.as_deref().copied();
    let rows = [
        ("Beviljat bidrag", Some(*economy.granted), per_post("beviljat")),
        ("Använt bidrag", Some(*economy.used), per_post("använt")),
        ("Oförbrukat bidrag", money.kronor("oförbrukat"), per_post("oförbrukat")),
        ("Egna medel", own_funds, per_post("egna_medel")),
        ("Använt bidrag och egna medel", money.kronor("total_kostnad"), per_post("total_kostnad")),
    ];
    let rows = rows.into_iter().filter_map(|(label, kronor, per_post)| {
        Some(row(label, [grouped(kronor?), grouped(per_post.expect("there are posts"))]))
    });
    let header = row("Uppgift", ["Kronor", "Kronor per heltid"]);
    let grant = Table {
        caption: format!("Bidraget och kostnaderna {year}, kronor"),
        rows: std::iter::once(header).chain(rows).collect(),
        of_figures: true,
    };
    let items = economy.items.as_ref().map(|items| {
        let mut rows = vec![row("Ändamål", ["Kronor"])];
        rows.extend(items.iter().map(|item| row(&item.purpose, [grouped(*item.amount)])));
        rows.push(row("Summa", [grouped(money.items_total.expect("a sum"))]));
        let caption = format!("Vad bidraget för {year} har gått till, kronor");
        Table { caption, rows, of_figures: true }
    });
    std::iter::once(grant).chain(items).collect()
}

/// The kommuner of an application for several: the applicant's own part is what is left.
fn municipalities(paper: &str, year_file: &YearFile, facts: &Facts) -> Option<Table> {
    let others = year_file.operation.other_municipalities.as_ref()?;
    let posts = |hundredths: u64| format!("{},{:02}", hundredths / 100, hundredths % 100);
    let all = year_file.operation.full_time_posts.0;
    let own = all - others.iter().map(|other| other.full_time_posts.0).sum::<u64>();
    let mut parts = vec![(year_file.sender.municipality.to_string(), own)];
    parts.extend(others.iter().map(|other| (other.name.to_string(), other.full_time_posts.0)));
    if paper == "ansokan" {
        let mut rows = vec![row("Kommun", ["Årsanställningar"])];
        rows.extend(parts.iter().map(|(name, part)| row(name, [posts(*part)])));
        rows.push(row("Hela ansökan", [posts(all)]));
        let caption = "Årsanställningar i ansökan för".to_owned();
        return Some(Table { caption, rows, of_figures: true });
    }
    let clients = |name: &str| {
        let areas = facts.parts.of("områden").iter();
        shown(areas.filter(|area| area.label == name).find_map(Figure::current))
    };
    let mut rows = vec![row("Kommun", ["Årsanställningar", "Klienter"])];
    rows.extend(parts.iter().map(|(name, part)| row(name, [posts(*part), clients(name)])));
    let sum = shown(facts.figure("klienter").and_then(Figure::current));
    rows.push(row("Samtliga", [posts(all), sum]));
    let caption = "Årsanställningar och klienter för varje kommun".to_owned();
    Some(Table { caption, rows, of_figures: true })
}

fn key_figures(facts: &Facts) -> Table {
    let rows = facts.figures.iter().filter(|figure| figure.current().is_some()).collect();
    let caption = "Klienter och ärenden";
    Figures { caption, first_column: "Uppgift", rows, whole: None, base: None }.table(facts)
}

fn divisions(facts: &Facts) -> impl Iterator<Item = Table> {
    let (clients, new) = (facts.figure("klienter"), facts.figure("nya"));
    let parts = &facts.parts;
    let divisions = [
        ("Klienter efter kön", "Kön", parts.of("kön"), clients, clients),
        ("Klienter efter ålder", "Ålder", parts.of("ålder"), clients, clients),
        ("Klienter efter område", "Område", parts.of("områden"), clients, clients),
        ("Orsaker till kontakt", "Orsak", parts.of("orsaker"), None, clients),
        ("Nya klienter efter kontaktväg", "Kontaktväg", parts.of("kontaktvägar"), new, new),
    ];
    let with_rows = divisions.into_iter().filter(|(_, _, rows, _, _)| !rows.is_empty());
    with_rows.map(|(caption, first_column, rows, whole, base)| {
        Figures { caption, first_column, rows: rows.iter().collect(), whole, base }.table(facts)
    })
}

impl Figures<'_> {
    fn table(&self, facts: &Facts) -> Table {
        let has_counts = |year: &usize| self.rows.iter().any(|row| row.series[*year].is_some());
        let years: Vec<usize> = (0..facts.years.len()).filter(has_counts).collect();
        let share = |row: &Figure| self.base.and_then(|base| row.share_of(base));
        let has_changes = self.rows.iter().any(|row| row.change().is_some());
        let has_shares = self.rows.iter().any(|row| share(row).is_some());
        let whole = self.whole.filter(|whole| years.iter().all(|year| self.adds_up(whole, *year)));

        let mut header = vec![self.first_column.to_owned()];
        header.extend(years.iter().map(|year| facts.years[*year].to_string()));
        header.extend(has_changes.then(|| "Förändring".to_owned()));
        header.extend(has_shares.then(|| "Andel\u{a0}(%)".to_owned()));
        let row = |label: &str, row: &Figure| {
            let mut cells = vec![label.to_owned()];
            cells.extend(years.iter().map(|year| shown(row.series[*year])));
            cells.extend(has_changes.then(|| shown(row.change().map(Change::signed))));
            cells.extend(has_shares.then(|| shown(share(row).map(Share::digits))));
            cells
        };
        let mut rows = vec![header];
        rows.extend(self.rows.iter().map(|figure| row(&figure.label, figure)));
        rows.extend(whole.map(|whole| row("Samtliga", whole)));
        Table { caption: self.caption.to_owned(), rows, of_figures: true }
    }

    /// Whether the rows of a year are known to make up the whole, or may well do so.
    fn adds_up(&self, whole: &Figure, year: usize) -> bool {
        let parts: Option<Vec<Number>> = self.rows.iter().map(|row| row.series[year]).collect();
        let (Some(parts), Some(whole)) = (parts, whole.series[year]) else { return false };
        let exact: Option<Vec<u64>> = parts.into_iter().map(Number::exact).collect();
        exact.zip(whole.exact()).is_none_or(|(parts, whole)| parts.iter().sum::<u64>() == whole)
    }
}

fn shortcomings(year_file: &YearFile) -> Option<Table> {
    let shortcomings = year_file.shortcomings.as_ref().filter(|all| !all.is_empty())?;
    let rows = shortcomings.iter().map(|one| {
        let told = |text: Option<&tjut::year_file::values::Text>, otherwise: &str| {
            text.map_or_else(|| otherwise.to_owned(), std::string::ToString::to_string)
        };
        row(
            &format!("{}: {}", one.area.as_str(), one.description.as_str()),
            [
                one.responsible.to_string(),
                told(one.reported_to.as_ref(), "Ingen ännu"),
                told(one.outcome.as_ref(), "Ingen åtgärd ännu"),
            ],
        )
    });
    let header = row("Brist", ["Berörd huvudman", "Rapporterad till", "Åtgärd"]);
    Some(Table {
        caption: format!("Brister {}", *year_file.year),
        rows: std::iter::once(header).chain(rows).collect(),
        of_figures: false,
    })
}

/// The charts of a paper, in order; with those that repeat a table if `all` says so.
pub fn charts(paper: &str, facts: &Facts, all: bool) -> Vec<Chart> {
    let years = Chart {
        caption: "Klienter och nya klienter",
        names: facts.years.iter().map(ToString::to_string).collect(),
        series: [("Klienter", "klienter"), ("Nya klienter", "nya")]
            .map(|(name, figure)| (name, counts(facts, figure)))
            .to_vec(),
    };
    match paper {
        "redovisning" => {
            let years = (facts.years.len() > if all { 1 } else { 2 }).then_some(years);
            let reasons = reasons(facts).filter(|_| all);
            years.into_iter().chain(flow(facts)).chain(reasons).collect()
        }
        "tjansteutlatande" if facts.years.len() > 2 => vec![years],
        _ => Vec::new(),
    }
}

fn counts(facts: &Facts, name: &str) -> Vec<Option<u64>> {
    let series = &facts.figure(name).expect("a figure").series;
    series.iter().map(|number| number.and_then(Number::exact)).collect()
}

fn flow(facts: &Facts) -> Option<Chart> {
    const STAGES: [(&str, &str); 4] = [
        ("Vid årets början", "ingående"),
        ("+ Nya klienter", "nya"),
        ("− Avslutade ärenden", "avslutade"),
        ("Vid årets slut", "utgående"),
    ];
    let count = |name| facts.figure(name)?.current()?.exact();
    let counts: Option<Vec<u64>> = STAGES.into_iter().map(|(_, name)| count(name)).collect();
    Some(Chart {
        caption: "Klienter från årets början till årets slut",
        names: STAGES.map(|(stage, _)| stage.to_owned()).to_vec(),
        series: vec![("Klienter", counts?.into_iter().map(Some).collect())],
    })
}

fn reasons(facts: &Facts) -> Option<Chart> {
    let reasons = facts.parts.of("orsaker");
    let first = || reasons.iter().take(10);
    (reasons.len() > 2).then(|| Chart {
        caption: "Orsaker till kontakt",
        names: first().map(|reason| reason.label.clone()).collect(),
        series: vec![("Antal", first().map(|reason| reason.current()?.exact()).collect())],
    })
}

fn row<const N: usize>(label: &str, cells: [impl Into<String>; N]) -> Vec<String> {
    std::iter::once(label.to_owned()).chain(cells.map(Into::into)).collect()
}

fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| value.to_string())
}

/// A label whose years stay with their number.
fn unbroken(label: &str) -> String {
    ('0'..='9').fold(label.to_owned(), |label, digit| {
        label.replace(&format!("{digit} år"), &format!("{digit}\u{a0}år"))
    })
}
