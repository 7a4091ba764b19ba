//! No masked count can be worked out from all papers of all years together.
//!
//! Services are generated with all their counts, and year files that give all or some
//! of them. The papers of several years in a row are made, each from its own year
//! file, and read back as a reader would: tables, charts, alternative texts, running
//! text and attached figures. Then every value of every small count is tried by a
//! reader who knows how the counts hang together ([`attack`]), and who shares no code
//! with what decides about the masks.
//!
//! `TJUT_PRIVACY_CASES=5000 cargo test --release --test privacy -- --nocapture` tries
//! as many services as one likes, and says what was found.

mod attack;
mod generate;
mod read;
mod twins;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use attack::{Reader, Target};
use generate::{Random, Service, Year};
use read::{Seen, View};
use tjut::finding::render;
use tjut::make::Pipeline;
use tjut::source::Source;
use tjut::template::Paper;

const SMALLEST: &str = include_str!("../fall/minsta.yaml");

/// Two years in a row and more, with all figures and with some left out.
const USUAL_CASES: u64 = 600;

/// A year file with a service's statistics up to a year.
fn year_file(service: &Service, reported: i32) -> String {
    let (before, rest) = SMALLEST.split_once("statistik:\n").expect("statistics");
    let (_, after) = rest.split_once("ekonomi:\n").expect("an economy");
    let before = before.replace("verksamhetsår: 2025\n", &format!("verksamhetsår: {reported}\n"));
    let before = [("2026-01-20", 1), ("2026-02-17", 1), ("2026-01-14", 1)]
        .iter()
        .fold(before, |text, (date, _)| {
            text.replace(date, &format!("{}{}", reported + 1, &date[4..]))
        });
    format!(
        "små_tal: maskera\nkontroller: {{ minsta_antal: {} }}\n{before}statistik:\n{}ekonomi:\n{after}",
        service.limit,
        service.statistics(reported)
    )
}

/// What all papers of a service show, and all their running text.
fn published(pipeline: &Pipeline, service: &Service) -> (View, String) {
    let mut view = View::new();
    let mut running_text = String::new();
    let reported = service.years.len() - service.reported;
    for year in &service.years[reported..] {
        let text = year_file(service, year.year);
        let checked = pipeline.check(Source::new("fall.yaml", text.as_str()));
        let errors: Vec<String> = checked
            .findings
            .iter()
            .filter(|finding| finding.is_error())
            .map(|finding| render(finding, false))
            .collect();
        assert!(errors.is_empty(), "{text}\n{}", errors.join("\n"));
        let papers: Vec<&Paper> = pipeline.papers.iter().collect();
        let documents = pipeline.documents(&checked, &papers);
        let documents = documents.unwrap_or_else(|failure| panic!("{text}\n{failure:?}"));
        read::papers(&documents, &mut view);
        let year_file = checked.loaded.year_file.as_ref().expect("a year file");
        let facts = checked.facts.as_ref().expect("facts");
        read::attached(&tjut::facts::published(year_file, facts), &mut view);
        running_text.push_str(&read::running_text(&documents));
    }
    (view, running_text)
}

/// Every count that would point someone out, with its year and its value.
fn small_counts(service: &Service) -> Vec<(usize, Target, u64)> {
    let mut all = Vec::new();
    for (index, year) in service.years.iter().enumerate() {
        let mut add = |target: Target, count: u64| {
            if (1..service.limit).contains(&count) {
                all.push((index, target, count));
            }
        };
        for name in ["klienter", "nya", "avslutade", "ingående", "utgående"] {
            add(Target::Count(name.to_owned()), year.figure(name));
        }
        let children = "hemmavarande_barn".to_owned();
        add(Target::Count(children.clone()), year.children);
        add(Target::AllBut(children), year.clients - year.children);
        for division in &year.divisions {
            for (name, count) in &division.parts {
                let key = format!("{}/{name}", division.name);
                add(Target::Count(key.clone()), *count);
                if division.name == "orsaker" {
                    add(Target::AllBut(key), year.clients - count);
                }
            }
            if division.name != "orsaker" {
                add(Target::LeftOut(division.name), division.left_out);
            }
        }
    }
    all
}

/// How many values of each small count stay possible.
#[derive(Default)]
struct Found {
    services: usize,
    papers: usize,
    masked: usize,
    /// For each small count: how many of the small values are possible, and how many
    /// there are.
    small: BTreeMap<(u64, u64), usize>,
    /// Those that can be nothing but what they are.
    told: Vec<String>,
}

impl Found {
    fn attack(&mut self, service: &Service, view: &View, place: &str) {
        let mut reader = Reader::of(service, view);
        assert!(reader.has_a_solution(), "{place}: what is shown contradicts itself");
        self.services += 1;
        self.papers += service.reported;
        let is_masked = |seen: &&Seen| !matches!(seen, Seen::Exactly(_));
        self.masked += view.values().filter_map(|seen| seen.first()).filter(is_masked).count();
        for (year, target, count) in small_counts(service) {
            assert!(reader.is_possible(year, &target, count), "{place}: {target:?} is {count}");
            let small =
                (1..service.limit).filter(|other| reader.is_possible(year, &target, *other));
            let small = u64::try_from(small.count()).expect("few");
            let is_told = small < 2
                && (0..128)
                    .filter(|other| reader.is_possible(year, &target, *other))
                    .nth(1)
                    .is_none();
            *self.small.entry((small, service.limit - 1)).or_default() += 1;
            if is_told {
                let year = service.years[year].year;
                self.told.push(format!("{place}: {year}: {target:?} is {count}"));
            }
        }
    }

    fn summary(&self) -> String {
        let all: usize = self.small.values().sum();
        let mut text = format!(
            "{} services, {} years' papers, {} masked counts shown, {all} small counts tried, {} found out\n",
            self.services,
            self.papers,
            self.masked,
            self.told.len(),
        );
        for ((possible, of), count) in &self.small {
            writeln!(text, "  {possible} of {of} small values possible: {count}")
                .expect("a string");
        }
        text
    }
}

fn cases() -> u64 {
    let told = std::env::var("TJUT_PRIVACY_CASES").ok();
    told.and_then(|told| told.parse().ok()).unwrap_or(USUAL_CASES)
}

fn pipeline() -> Pipeline {
    Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"))
}

fn describe(service: &Service, view: &View) -> String {
    let last = service.years.last().expect("a year").year;
    let mut text = service.statistics(last);
    for ((year, name), seen) in view {
        writeln!(text, "{year} {name}: {seen:?}").expect("a string");
    }
    text
}

#[test]
fn no_small_count_can_be_worked_out_from_all_papers_together() {
    let pipeline = pipeline();
    let mut found = Found::default();
    for case in 0..cases() {
        let service = Service::of(&mut Random::of(case), case % 2 == 0);
        let (view, _) = published(&pipeline, &service);
        let told = found.told.len();
        found.attack(&service, &view, &format!("case {case}"));
        if found.told.len() > told && told < 3 {
            println!("{}\n{}", found.told[told], describe(&service, &view));
        }
    }
    println!("{}", found.summary());
    assert_eq!(found.told, Vec::<String>::new());
}

/// A service of one year with so many clients, all figures given.
fn one_year(clients: u64, new: u64, children: u64) -> Service {
    let year = Year {
        year: 2025,
        clients,
        new,
        closed: 0,
        queue: 0,
        children,
        given: vec!["klienter", "nya", "hemmavarande_barn"],
        divisions: Vec::new(),
    };
    Service { limit: 5, reported: 1, years: vec![year] }
}

/// What papers would show that masked small counts and nothing else.
fn naively_masked(service: &Service) -> View {
    let mut view = View::new();
    for year in &service.years {
        let mut see = |name: String, count: u64| {
            let is_small = (1..service.limit).contains(&count);
            let seen = if is_small { Seen::FewerThan(service.limit) } else { Seen::Exactly(count) };
            view.insert((year.year, name), vec![seen]);
        };
        for name in &year.given {
            see((*name).to_owned(), year.figure(name));
        }
        for division in &year.divisions {
            for (name, count) in &division.parts {
                see(format!("{}/{name}", division.name), *count);
            }
        }
    }
    view
}

#[test]
fn the_reader_finds_what_is_given_away() {
    let told = |service: &Service| {
        let mut found = Found::default();
        found.attack(service, &naively_masked(service), "known");
        found.told
    };
    assert_eq!(
        told(&one_year(9, 6, 8)),
        [
            "known: 2025: Count(\"ingående\") is 3",
            "known: 2025: AllBut(\"hemmavarande_barn\") is 1"
        ]
    );
    assert_eq!(told(&one_year(20, 10, 9)), Vec::<String>::new());
    // Of services that chance has made, most would give someone away.
    let services = (0..200).map(|case| Service::of(&mut Random::of(case), case % 2 == 0));
    let given_away = services.filter(|service| !told(service).is_empty()).count();
    assert!(given_away > 100, "{given_away}");
}

/// How many services are tried for a reader who knows the program, which takes longer.
const CASES_WITH_TWINS: u64 = 10;

#[test]
fn who_knows_how_masks_are_decided_mostly_has_a_choice() {
    const TRIES: u32 = 20;
    let pipeline = pipeline();
    let (mut all, mut with_another) = (0_usize, 0_usize);
    for case in 0..cases() / CASES_WITH_TWINS {
        let mut random = Random::of(case);
        let service = Service::of(&mut random, case % 2 == 0);
        if service.limit != 5 {
            continue;
        }
        let (view, _) = published(&pipeline, &service);
        let shown = twins::shown(&service, year_file);
        for (year, target, count) in small_counts(&service) {
            let others = (1..service.limit).filter(|other| *other != count);
            let mut tried = others.flat_map(|other| (0..TRIES).map(move |_| other));
            let has_another = tried.any(|other| {
                let other = twins::other(&service, &view, &mut random, (year, &target, other));
                other.is_some_and(|other| twins::shown(&other, year_file) == shown)
            });
            all += 1;
            with_another += usize::from(has_another);
        }
    }
    println!("{with_another} of {all} small counts have another with the same papers");
    assert!(with_another * 100 > all * 90, "{with_another} of {all}");
}

/// Numbers before words for those who are counted, and shares of them.
fn numbers_about_clients(text: &str) -> (Vec<u64>, Vec<u64>) {
    const WORDS: [&str; 12] =
        ["en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let (mut counts, mut per_mille) = (Vec::new(), Vec::new());
    for (index, word) in words.iter().enumerate() {
        let word = word.trim_start_matches('(').to_lowercase();
        let next = words.get(index + 1).copied().unwrap_or_default();
        let noun = next.trim_end_matches(['.', ',', ')']);
        if noun == "procent" {
            let digits = word.replace(',', "");
            per_mille.extend(digits.parse::<u64>().ok());
        }
        let is_masked = index > 0 && ["än", "minst"].contains(&words[index - 1]);
        if is_masked
            || ![
                "klienter", "kvinnor", "kvinna", "män", "nya", "ny", "ärenden", "ärende",
                "personer",
            ]
            .contains(&noun)
        {
            continue;
        }
        let in_words = WORDS.iter().position(|number| *number == word);
        let count = in_words.and_then(|at| u64::try_from(at + 1).ok()).or(word.parse().ok());
        counts.extend(count);
    }
    (counts, per_mille)
}

#[test]
fn running_text_says_nothing_that_the_tables_do_not() {
    let pipeline = pipeline();
    let (mut counts_read, mut shares_read) = (0, 0);
    for case in 0..cases() / 3 {
        let mut random = Random::of(case);
        // Texts say counts of few clients and shares of many.
        let service = match case % 2 {
            0 => Service::of(&mut random, true),
            _ => Service::large(&mut random),
        };
        let (view, text) = published(&pipeline, &service);
        let exact: Vec<u64> = view
            .values()
            .flatten()
            .filter_map(|seen| if let Seen::Exactly(count) = seen { Some(*count) } else { None })
            .collect();
        let (counts, per_mille) = numbers_about_clients(&text);
        for count in &counts {
            let is_difference =
                exact.iter().any(|one| exact.iter().any(|other| one.abs_diff(*other) == *count));
            assert!(exact.contains(count) || is_difference, "case {case}: {count}\n{text}");
        }
        for share in &per_mille {
            let rounded =
                |part: u64, whole: u64| whole > 0 && (part * 2000 + whole) / (2 * whole) == *share;
            let is_share = exact.iter().any(|one| {
                exact
                    .iter()
                    .any(|other| rounded(*one, *other) || rounded(one.abs_diff(*other), *other))
            });
            assert!(is_share, "case {case}: {share} per mille\n{text}");
        }
        counts_read += counts.len();
        shares_read += per_mille.len();
    }
    assert!(counts_read > 200 && shares_read > 200, "{counts_read}, {shares_read}");
}
