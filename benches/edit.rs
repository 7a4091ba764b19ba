//! How soon the page of a paper is another after one word has been changed, in a process that
//! has made it before: what the editor takes but for the browser and the way there.
//!
//! `cargo bench --bench edit` changes a word 200 times in each example, and
//! `cargo bench --bench edit -- 20` 20 times, and says how long it
//! takes until the findings are known, until all that is answered then is written as JSON, and
//! until the pages of the paper that is looked at are
//! laid out. The first round, which fills Typst's memory, is shown by itself. Times are those
//! of the machine; beside them stands what making the same paper anew takes in this process
//! without that memory, so that they can be compared elsewhere.

use std::error::Error;
use std::sync::Arc;
use std::time::Instant;

use serde_json::json;
use tjut::make::Pipeline;
use tjut::session::Session;

const EXAMPLES: [(&str, &str, &str); 2] = [
    ("Norra innerstaden", include_str!("../data/norra-innerstaden-2025.yaml"), "bakgrund"),
    ("Järva", include_str!("../data/jarva-2025.yaml"), "bakgrund"),
];
const PAPER: &str = "tjansteutlatande";
const EDITS: usize = 200;
/// In milliseconds: a frame of a screen that shows sixty a second.
const GOAL: f64 = 16.0;

fn main() -> Result<(), Box<dyn Error>> {
    let edits = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(EDITS);
    println!("milliseconds; the goal for the page is {GOAL}");
    println!(
        "{:<20}{:>10}{:>10}{:>10}{:>10}{:>10}",
        "", "first", "findings", "page", "p95", "anew"
    );
    for (name, text, section) in EXAMPLES {
        let pipeline = Pipeline::standard().map_err(|_| "the built-in templates can't be read")?;
        let pipeline = Arc::new(pipeline);
        let begun = Instant::now();
        let mut session = Session::open_deferred(pipeline, "fil.yaml", text.as_bytes())
            .map_err(|problem| problem.message)?;
        lay_out(&mut session);
        let first = milliseconds(begun);
        let (mut findings, mut answers, mut pages) = (Vec::new(), Vec::new(), Vec::new());
        for number in 0..edits {
            // A text of its own each time, so that nothing is found in Typst's memory that a
            // writer would not find there.
            let word = format!("Verksamheten är en del av kommunens stöd, gång {number}.");
            let edit = json!([{ "op": "set", "at": ["texter", section], "value": word }]);
            let begun = Instant::now();
            session.edit(&edit).map_err(|problem| problem.message)?;
            findings.push(milliseconds(begun));
            std::hint::black_box(session.state().to_string());
            answers.push(milliseconds(begun));
            let before = session.page(PAPER, 1).map(|page| page.hash.clone());
            let begun_pages = Instant::now();
            lay_out(&mut session);
            // The answer is on its way meanwhile.
            pages.push(findings[number] + milliseconds(begun_pages));
            if session.page(PAPER, 1).map(|page| page.hash.clone()) == before {
                return Err("the page is not another".into());
            }
        }
        comemo::evict(0);
        let begun = Instant::now();
        let last = json!([{ "op": "set", "at": ["texter", section], "value": "Verksamheten." }]);
        session.edit(&last).map_err(|problem| problem.message)?;
        lay_out(&mut session);
        let anew = milliseconds(begun);
        let medians = [&mut findings, &mut answers, &mut pages].map(|times| at(times, 50));
        let [findings, answer, page] = medians;
        let p95 = at(&mut pages, 95);
        println!(
            "{name:<20}{first:>10.1}{findings:>10.1}{answer:>10.1}{page:>10.1}{p95:>10.1}{anew:>10.1}"
        );
    }
    Ok(())
}

/// Lays out the paper that is looked at, if it has become another.
fn lay_out(session: &mut Session) {
    if let Some(work) = session.page_work_for(PAPER) {
        session.take_pages(work.done());
    }
}

fn milliseconds(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1000.0
}

/// The time that so many per cent of all are at most.
fn at(times: &mut [f64], percent: usize) -> f64 {
    times.sort_by(f64::total_cmp);
    let last = times.len().saturating_sub(1);
    times.get(last * percent / 100).copied().unwrap_or(f64::NAN)
}
