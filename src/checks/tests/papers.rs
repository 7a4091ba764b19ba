//! Which papers the rules are about.

use super::super::papers::{ECONOMY, FIGURES, LEVEL, POSTS, TABLES};
use super::super::{Concerns, Made, rules};
use super::PAPERS;
use crate::facts::Facts;
use crate::measures::{AMOUNTS, DIVISIONS, MEASURES};
use crate::phrases::described;
use crate::source::Source;
use crate::template::{Input, reference};
use crate::year_file::{self, Loaded};

fn järva() -> Loaded {
    year_file::load(Source::new("jarva.yaml", include_str!("../../../data/jarva-2025.yaml")))
}

/// A rule about a name that no template can ask for would never run.
#[test]
fn rules_are_about_names_that_templates_can_ask_for() {
    let loaded = järva();
    let facts = Facts::of(loaded.year_file.as_ref().expect("the example can be read"));
    let input = Input { loaded: &loaded, facts: &facts, page_label: "" };
    let page = reference::page(&input).expect("the example can be read");
    let of_rules = rules().filter_map(|rule| match rule.concerns {
        Concerns::Shown(names) => Some(names),
        _ => None,
    });
    for name in of_rules.chain([FIGURES, ECONOMY, POSTS, TABLES, LEVEL]).flatten() {
        assert!(page.contains(&format!("`{name}`")), "{name}");
    }
}

#[test]
fn every_paper_concerns_its_own_rules() {
    let loaded = järva();
    let year_file = loaded.year_file.as_ref().expect("the example can be read");
    let is_concerned = |paper: &str, id: &str| {
        let paper = PAPERS.get(paper).expect("it is built in");
        let rule = rules().find(|rule| rule.id == id).expect("there is such a rule");
        Made::new(&PAPERS, &[paper], year_file).are_concerned(rule.concerns)
    };
    for (rule, of) in [
        ("redovisningens-punkter", "-r--"),
        ("ansökans-punkter", "--a-"),
        ("ledningsgruppens-ledamöter", "-ra-"),
        ("summa-stämmer-inte", "tr-i"),
        ("föregående-år-saknas", "tr--"),
        ("poster-stämmer-inte", "tr--"),
        ("nivåns-år", "t-a-"),
        ("fler-årsanställningar-än-ombud", "trai"),
        ("sammanträde-på-helg", "t---"),
        ("redovisning-sen", "-r--"),
        ("startår-efter-ansökan", "--a-"),
        ("organisationsnummer", "-ra-"),
        ("bankgiro", "--a-"),
        ("underskrifter-saknas", "t---"),
        ("gamla-siffror-för-riket", "---i"),
        ("dubbelt-mellanslag", "trai"),
    ] {
        let papers = ["tjansteutlatande", "redovisning", "ansokan", "informationsblad"];
        for (paper, letter) in papers.into_iter().zip(of.chars()) {
            assert_eq!(is_concerned(paper, rule), letter != '-', "{rule} and {paper}");
        }
    }
}

/// A figure that is missing in the lists would be shown without being looked at.
#[test]
fn every_figure_is_in_a_list() {
    let figures = MEASURES.iter().map(|measure| measure.key);
    for name in figures.chain(DIVISIONS.iter().map(|division| division.key)) {
        assert!(FIGURES.contains(&name), "{name}");
    }
    for amount in &AMOUNTS {
        assert!(ECONOMY.contains(&amount.key) || LEVEL.contains(&amount.key), "{}", amount.key);
    }
    for (name, _) in described().filter(|(name, _)| {
        !["brister", "start", "upphörande", "kan_starta", "utförare"].contains(name)
    }) {
        let name = format!("mening.{name}");
        let lists = [FIGURES, ECONOMY, POSTS, LEVEL];
        assert!(lists.iter().any(|list| list.contains(&name.as_str())), "{name}");
    }
}
