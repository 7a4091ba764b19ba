//! Year files made up at random within what is plausible, every paper of which reads well.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::Made;
use crate::grammar::flaws;

#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
struct Service {
    years: Vec<(u64, u64)>,
    closed: u64,
    queue: Option<u64>,
    children: bool,
    men: u64,
    posts: (u64, Option<u64>),
    applied: Option<u64>,
    others: usize,
    own_funds: Option<u64>,
    granted: u64,
    level: Option<u64>,
    shortcomings: Vec<(bool, bool)>,
    parts: Option<&'static str>,
    started: &'static str,
    provider: bool,
    masks: bool,
    period: bool,
    priorities: usize,
    meetings: u64,
    names: (&'static str, &'static str, Option<&'static str>),
}

const NAMES: [(&str, &str, Option<&str>); 4] = [
    ("Socialnämnden", "Socialförvaltningen", Some("Vuxenavdelningen")),
    ("Vård- och omsorgsnämnden", "Vård- och omsorgsförvaltningen", None),
    (
        "Järva stadsdelsnämnd",
        "Järva stadsdelsförvaltning",
        Some("Avdelningen för äldre, funktionsnedsättning och socialpsykiatri"),
    ),
    ("Kommunstyrelsen", "Socialkontoret", Some("VO Vuxen")),
];

fn few() -> impl Strategy<Value = u64> {
    prop_oneof![0u64..4, 4u64..60, 90u64..300, 30_000u64..50_000]
}

prop_compose! {
    fn service()(
        years in prop::collection::vec((few(), 0u64..5), 1..5),
        (closed, queue, children, men) in (0u64..10, prop::option::of(few()), any::<bool>(), 0u64..5),
        posts in prop_oneof![Just((100, None)), Just((100, Some(1))), Just((175, Some(2))), Just((50, None)), Just((200, Some(3))), Just((1300, None))],
        applied in prop::option::of(prop_oneof![Just(100u64), Just(225), Just(300)]),
        others in 0usize..3,
        (own_funds, granted, level) in (prop::option::of(prop_oneof![Just(1u64), Just(650_000)]), prop_oneof![Just(1u64), Just(600_000)], prop::option::of(Just(400_000u64))),
        shortcomings in prop::collection::vec(any::<(bool, bool)>(), 0..4),
        parts in prop_oneof![Just(None), Just(Some("[ansökan]")), Just(Some("[redovisning]"))],
        started in prop_oneof![Just("2010-01-01"), Just("2024-04-01"), Just("2025-04-01"), Just("2025-01-01")],
        (provider, masks, period) in (any::<bool>(), any::<bool>(), prop::bool::weighted(0.2)),
        (priorities, meetings, name) in (1usize..4, 0u64..5, 0usize..4),
    ) -> Service {
        Service {
            years, closed, queue, children, men, posts, applied, others, own_funds, granted, level,
            shortcomings, parts, started, provider, masks, period, priorities, meetings, names: NAMES[name],
        }
    }
}

impl Service {
    /// The year file. What is given agrees with itself, as the checks ask.
    fn text(&self) -> String {
        let (board, administration, department) = self.names;
        let mut text = "verksamhetsår: 2025\n".to_owned();
        text.push_str(if self.masks { "små_tal: maskera\n" } else { "" });
        if self.period {
            text.push_str("period: { från: 2025-01-01, till: 2025-08-31 }\n");
        }
        let _ = write!(
            text,
            "avsändare:\n  kommun: Exempelstads kommun\n  organisationsnummer: 999999-0014\n  nämnd: {board}\n  förvaltning: {administration}\n"
        );
        if let Some(department) = department {
            let _ = writeln!(text, "  avdelning: {department}");
        }
        text.push_str("  adress: Storgatan 1, 100 00 Exempelstad\närende:\n  diarienummer: SN 2026/7\n  datum: 2026-01-20\n  sammanträde: 2026-02-17\n");
        if let Some(parts) = self.parts {
            let _ = writeln!(text, "  omfattar: {parts}");
        }
        text.push_str("  handläggare: { namn: Karin Exempel }\n  underskrifter: [{ namn: Olle Exempel, befattning: Förvaltningschef }]\n");
        text.push_str("länsstyrelse: { namn: Länsstyrelsen Stockholm, redovisning_inlämnad: 2026-01-14, ansökan_inlämnad: 2026-02-20 }\n");
        self.operation(&mut text);
        self.figures(&mut text);
        let level = self.level.map_or(String::new(), |level| {
            format!("  belopp_per_heltid: {{ kronor: {level}, år: 2026, källa: Beslutet }}\n")
        });
        let own = self.own_funds.map_or(String::new(), |own| format!("  egna_medel: {own}\n"));
        let granted = self.granted;
        let _ = write!(text, "ekonomi:\n  beviljat: {granted}\n  använt: {granted}\n{own}{level}");
        text.push_str(
            "brister:\n  - { område: Vård, beskrivning: Köerna är långa., huvudman: Regionen }\n",
        );
        for (number, (reported, handled)) in self.shortcomings.iter().enumerate() {
            let reported = if *reported { ", rapporterad_till: Ledningsgruppen" } else { "" };
            let handled = if *handled { ", åtgärd: Frågan har lyfts." } else { "" };
            let _ = writeln!(
                text,
                "  - {{ område: Bostad {number}, beskrivning: Hyrorna är höga., huvudman: Kommunen{reported}{handled} }}"
            );
        }
        text.push_str("texter:\n");
        for section in [
            "utbildning",
            "handledning",
            "grupper",
            "organisation",
            "orsak_till_kontakt",
            "arbetssätt",
            "planering_och_dokumentation",
            "stöd_till_ombuden",
            "uppföljning",
        ] {
            let _ = writeln!(text, "  {section}: Här står något om {}.", section.replace('_', " "));
        }
        text
    }

    fn operation(&self, text: &mut String) {
        let (posts, ombud) = self.posts;
        let places = ["Exempelstads kommun", "Granviks kommun", "Lidby kommun"];
        let _ = writeln!(
            text,
            "verksamhet:\n  upptagningsområde: [{}]",
            places[..=self.others].join(", ")
        );
        let _ = writeln!(text, "  årsanställningar: {},{:02}", posts / 100, posts % 100);
        if let Some(ombud) = ombud {
            let _ = writeln!(text, "  antal_ombud: {ombud}");
        }
        if let Some(applied) = self.applied {
            let _ =
                writeln!(text, "  sökta_årsanställningar: {},{:02}", applied / 100, applied % 100);
        }
        if self.others > 0 {
            text.push_str("  andra_kommuner:\n");
            for place in &places[1..=self.others] {
                let _ = writeln!(text, "    - {{ namn: {place}, årsanställningar: \"0,1\" }}");
            }
        }
        let _ = writeln!(
            text,
            "  driftsform: {}\n  startade: {}",
            if self.provider { "Förening" } else { "Egen regi" },
            self.started
        );
        if self.provider {
            text.push_str("  utförare: { namn: Föreningen Stöd }\n");
        }
        let _ = writeln!(
            text,
            "  ledningsgrupp:\n    möten_per_år: {}\n    ledamöter: [Kommunen, Regionens primärvård, Regionens psykiatri, Arbetsförmedlingen, Försäkringskassan]\n    organisationer: {{ erbjudna: ja }}",
            self.meetings
        );
        text.push_str("  prioriteringsordning:\n");
        for number in 0..self.priorities {
            let _ = writeln!(text, "    - Situation {number}");
        }
    }

    fn figures(&self, text: &mut String) {
        text.push_str("statistik:\n");
        let years = 2025 - self.years.len() as u64 + 1;
        let is_first = |year: u64| self.started.starts_with(&year.to_string());
        let mut before: Option<u64> = None;
        for (year, (new, more)) in (years..).zip(&self.years) {
            if year < self.started[..4].parse().expect("a year") {
                continue;
            }
            let carried_in = if is_first(year) { 0 } else { before.unwrap_or(*more) };
            let clients = carried_in + new;
            let closed = self.closed.min(clients);
            before = Some(clients - closed);
            let _ = write!(
                text,
                "  {year}:\n    klienter: {clients}\n    nya: {new}\n    avslutade: {closed}\n"
            );
            let men = self.men.min(clients);
            let _ = writeln!(text, "    kön: {{ kvinnor: {}, män: {men} }}", clients - men);
            if let Some(queue) = self.queue {
                let _ = writeln!(text, "    kö: {queue}");
            }
            if self.children {
                let _ = writeln!(text, "    hemmavarande_barn: {}", clients / 3);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn every_sentence_of_every_paper_reads_well(service in service()) {
        let text = service.text();
        let made = if service.period {
            Made::by_template(&text, "templates/uppfoljning/uppfoljning.md")
        } else {
            Made::of_text(&text)
        };
        let mut found: Vec<String> = made.documents.iter().flat_map(flaws).collect();
        if service.parts != Some("[ansökan]") && !service.period {
            let pipeline = tjut::make::Pipeline::standard().unwrap_or_else(|failure| panic!("{failure:?}"));
            let sheet = Made::by(&pipeline, &text, Some("informationsblad"));
            found.extend(sheet.documents.iter().flat_map(flaws));
        }
        prop_assert!(found.is_empty(), "{}\n\n{}", found.join("\n"), text);
    }
}
