//! Cases whose papers are read back: every example, and years that no example has.

use std::path::Path;
use std::sync::LazyLock;

use tjut::facts::Facts;
use tjut::finding::{Finding, render};
use tjut::make::{Checked, FinishedFile, Format, Pipeline};
use tjut::source::Source;
use tjut::template::{Paper, Papers, Template};
use tjut::year_file::YearFile;

const JÄRVA: &str = include_str!("../../data/jarva-2025.yaml");
const LINDSUND: &str = include_str!("../../data/lindsund-2025.yaml");
const NORRA: &str = include_str!("../../data/norra-innerstaden-2025.yaml");

/// Two years before those of Järva's file; in the later one the clients at the end of
/// the year are those at the start of 2023.
const YEAR_2021: &str = "  2021:
    klienter: 62
    nya: 40
    avslutade: 32
    kön: { kvinnor: 37, män: 25 }
    orsaker: { Ekonomi: 31, Bostad: 19 }
";
const YEAR_2022: &str = "  2022:
    klienter: 70
    nya: 40
    avslutade: 32
    kön: { kvinnor: 41, män: 29 }
    orsaker: { Ekonomi: 38, Digitala tjänster: 9 }
";

/// The template of a kommun that writes a tjänsteskrivelse.
const MEMORANDUM: &str = "templates/tjansteskrivelse/tjansteskrivelse.md";

const REPORT: &str = include_str!("../../templates/redovisning.md");

/// Counts below 20 that no date or section of a law happens to be, and large ones that
/// no phone number, amount or measure does.
const MASKED: &str = "statistik:
  2024:
    klienter: 2104377
    nya: 16
    avslutade: 812629
    kön: { kvinnor: 1263141, män: 841236 }
  2025:
    klienter: 2067111
    nya: 775363
    avslutade: 661987
    kö: 13
    hemmavarande_barn: 19
    kön: { kvinnor: 2067098, män: 13 }
    ålder: { 18–29 år: 16, 30–64 år: 1404836, 65 år eller äldre: 662259 }
    områden: { Rinkeby: 19, Kista: 2067092 }
    orsaker: { Ekonomi: 994127, Bostad: 16, Digitala tjänster: 812743, Sysselsättning: 553311 }
    kontaktvägar: { Egen ansökan: 13, Socialtjänsten: 775350 }

";

/// A year file with its finished papers.
pub struct Finished {
    /// What it is called in messages.
    pub name: &'static str,
    checked: Checked,
    files: Vec<FinishedFile>,
    with_figures: Vec<FinishedFile>,
    /// Whether its report also has the charts that repeat a table.
    pub has_all_charts: bool,
}

/// A paper as both files.
pub struct Files<'f> {
    /// The year file.
    pub name: &'static str,
    /// The paper's id.
    pub paper: &'f str,
    /// The PDF.
    pub pdf: &'f [u8],
    /// The Word file.
    pub docx: &'f [u8],
}

/// All year files.
pub static ALL: LazyLock<Vec<Finished>> = LazyLock::new(|| {
    let older = |years: &str| JÄRVA.replacen("  2023:\n", &format!("{years}  2023:\n"), 1);
    let five_years = older(&[YEAR_2021, YEAR_2022].concat());
    let without_2022 = older(YEAR_2021);
    vec![
        Finished::of("Norra innerstaden", NORRA, &[]),
        Finished::of("Järva", JÄRVA, &[]),
        Finished::of("Lindsund", LINDSUND, &[read_template(MEMORANDUM)]),
        Finished::with_all_charts("Järva with all charts", JÄRVA),
        Finished::with_all_charts("five years", &five_years),
        Finished::with_all_charts("five years, one missing", &without_2022),
        Finished::with_all_charts("masked", &masked()),
    ]
});

/// Järva's file with counts that stand out, those below 20 masked.
pub fn masked() -> String {
    let mask = "verksamhetsår: 2025\nsmå_tal: maskera\nkontroller: { minsta_antal: 20 }\n";
    with_other_counts().replacen("verksamhetsår: 2025\n", mask, 1)
}

/// The facts of the masked case as they would be without masking.
pub fn unmasked_facts() -> Facts {
    let loaded = tjut::year_file::load(Source::new("fall.yaml", with_other_counts()));
    Facts::of(loaded.year_file.as_ref().expect("a year_file"))
}

fn with_other_counts() -> String {
    let (before, rest) = JÄRVA.split_once("statistik:\n").expect("statistics");
    let (_, after) = rest.split_once("\nekonomi:\n").expect("an economy");
    format!("{before}{MASKED}ekonomi:\n{after}")
}

impl Finished {
    fn with_all_charts(name: &'static str, text: &str) -> Self {
        let template = Template::new("redovisning", Source::new("redovisning.md", all_charts()));
        Self { has_all_charts: true, ..Self::of(name, text, &[template]) }
    }

    fn of(name: &'static str, text: &str, templates: &[Template]) -> Self {
        let papers = Papers::with(templates).unwrap_or_else(|findings| panic!("{findings:?}"));
        let pipeline = Pipeline::of(papers).unwrap_or_else(|failure| panic!("{failure:?}"));
        let checked = pipeline.check(Source::new("fall.yaml", text));
        let errors = checked.findings.iter().filter(|finding| finding.is_error());
        let errors: Vec<String> = errors.map(|finding: &Finding| render(finding, false)).collect();
        assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
        let usual: Vec<&Paper> = pipeline.papers.usual().collect();
        let make = |formats: &[Format]| {
            let made = pipeline.make(&checked, &usual, formats);
            made.unwrap_or_else(|failure| panic!("{name}: {failure:?}"))
        };
        let (files, with_figures) =
            (make(&[Format::Pdf, Format::Docx]), make(&[Format::PdfWithFigures]));
        Self { name, checked, files, with_figures, has_all_charts: false }
    }

    /// The year file.
    pub fn year_file(&self) -> &YearFile {
        self.checked.loaded.year_file.as_ref().expect("a year_file")
    }

    /// Its facts.
    pub fn facts(&self) -> &Facts {
        self.checked.facts.as_ref().expect("facts")
    }

    /// Its papers.
    pub fn papers(&self) -> Vec<Files<'_>> {
        let pdfs = self.files.iter().filter_map(|made| made.name.strip_suffix(".pdf"));
        let file = |paper: &str, ending| {
            let name = format!("{paper}.{ending}");
            self.files.iter().find(|made| made.name == name).expect("it is made").bytes.as_slice()
        };
        let files = |paper| Files {
            name: self.name,
            paper,
            pdf: file(paper, "pdf"),
            docx: file(paper, "docx"),
        };
        pdfs.map(files).collect()
    }

    /// One of its papers.
    pub fn paper(&self, id: &str) -> Files<'_> {
        self.papers().into_iter().find(|files| files.paper == id).expect("it is made")
    }

    /// The PDF files with the figures attached.
    pub fn with_figures(&self) -> impl Iterator<Item = &[u8]> {
        self.with_figures.iter().map(|made| made.bytes.as_slice())
    }
}

/// The year file with a name.
pub fn named(name: &str) -> &'static Finished {
    ALL.iter().find(|year_file| year_file.name == name).expect("there is such a year_file")
}

/// The report's template with every chart that `delar.md` has, so that all of them are
/// looked at in finished files.
fn all_charts() -> String {
    let changed = |text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let text = changed(REPORT, "flödesdiagram %}", "flödesdiagram, rangdiagram %}");
    let text = changed(&text, "{% if åren|length > 2 %}", "{% if åren|length > 1 %}");
    let chart = "{{ rangdiagram(tabeller.orsaker, \"Orsaker till kontakt\", \"De vanligaste orsakerna till kontakt\") }}";
    let place = "{% endif %}\n{% if tabeller.kontaktvägar is defined %}";
    changed(&text, place, &format!("{chart}\n\n{place}"))
}

fn read_template(path: &str) -> Template {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(&path).expect("the template");
    Template::new(&stem, Source::new(format!("{stem}.md"), text))
}
