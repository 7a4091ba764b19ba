//! Posts, shortcomings and money.

use crate::{SMALLEST, changed, table, year_file};

pub fn posts() -> String {
    let posts = |posts: &str, clients: &str| {
        changed(&year_file(&[clients]), &[("årsanställningar: 2\n", posts)])
    };
    table(
        &["tjänster", "per_heltid"],
        &[
            ("hela", posts("årsanställningar: 4\n  antal_ombud: 5\n", "klienter: 189")),
            ("en", posts("årsanställningar: 1\n  antal_ombud: 1\n", "klienter: 40")),
            ("del av en", posts("årsanställningar: 0,5\n  antal_ombud: 2\n", "klienter: 40")),
            (
                "med decimaler",
                posts("årsanställningar: 3,75\n  antal_ombud: 4\n", "klienter: 1 250"),
            ),
            ("många", posts("årsanställningar: 14\n  antal_ombud: 12\n", "klienter: 189")),
            ("utan antal ombud", posts("årsanställningar: 4\n", "klienter: 0")),
            ("inga", posts("årsanställningar: 0\n", "klienter: 40")),
            ("klienterna okända", posts("årsanställningar: 4\n", "nya: 40")),
        ],
    )
}

pub fn shortcomings() -> String {
    let one =
        "  - område: Bostad\n    beskrivning: Väntetiderna är långa.\n    huvudman: Kommunen\n";
    let handled = format!("{one}    åtgärd: Frågan har lyfts.\n");
    let file = |list: String| changed(SMALLEST, &[(&format!("brister:\n{one}"), &list)]);
    let listed = |list: &[&str]| file(format!("brister:\n{}", list.concat()));
    table(
        &["brister"],
        &[
            ("en utan åtgärd", listed(&[one])),
            ("en med åtgärd", listed(&[&handled])),
            ("flera utan åtgärd", listed(&[one, one])),
            ("två med åtgärd", listed(&[&handled, &handled])),
            ("alla med åtgärd", listed(&[&handled, &handled, &handled])),
            ("en av tre", listed(&[&handled, one, one])),
            ("två av tretton", listed(&[&[&*handled; 2][..], &[one; 11]].concat())),
            ("inga", file("brister: []\n".to_owned())),
            ("uppgift saknas", file(String::new())),
        ],
    )
}

pub fn money() -> String {
    const ECONOMY: &str = "  beviljat: 600 000\n  använt: 600 000\n";
    let file = |economy: &str| changed(SMALLEST, &[(ECONOMY, economy)]);
    table(
        &["bidrag", "bidrag_kort", "bidrag_per_heltid", "egna_medel", "egna_medel_kort"],
        &[
            (
                "allt använt",
                file("  beviljat: 604 800\n  använt: 604 800\n  egna_medel: 935 200\n"),
            ),
            ("något kvar", file("  beviljat: 604 800\n  använt: 450 000\n  egna_medel: 1\n")),
            ("nästan allt använt", file("  beviljat: 604 800\n  använt: 604 799\n")),
            ("inget använt", file("  beviljat: 604 801\n  använt: 0\n  egna_medel: 50 000\n")),
            ("inget beviljat", file("  beviljat: 0\n  använt: 0\n  egna_medel: 0\n")),
            ("mer använt än beviljat", file("  beviljat: 100\n  använt: 101\n  egna_medel: 0\n")),
            ("utan ekonomi", changed(SMALLEST, &[("ekonomi:\n", ""), (ECONOMY, "")])),
        ],
    )
}

pub fn application() -> String {
    let level = "  använt: 600 000\n  belopp_per_heltid: { kronor: 302 400, år: 2026, källa: \"Socialstyrelsens beslut 2026-01-10, dnr 9999/2026\" }\n";
    let known = changed(SMALLEST, &[("  använt: 600 000\n", level)]);
    let posts = |posts: &str, file: &str| changed(file, &[("årsanställningar: 2\n", posts)]);
    table(
        &["ansökan_belopp"],
        &[
            ("beloppet känt", known.clone()),
            ("beloppet känt, decimaler", posts("årsanställningar: 1,75\n", &known)),
            ("beloppet okänt", SMALLEST.to_owned()),
            ("beloppet okänt, en tjänst", posts("årsanställningar: 1\n", SMALLEST)),
            ("inga tjänster", posts("årsanställningar: 0\n", SMALLEST)),
        ],
    )
}

pub fn service() -> String {
    let file = |days: &str| changed(SMALLEST, &[("startade: 2010-01-01\n", days)]);
    let provider = "  utförare:\n    namn: Föreningen Exempel\n    organisationsnummer: 802000-0006\n    telefon: 08-465 004 21\n    e-post: forening@example.org\n";
    let run = |days: &str| file(&format!("{days}{provider}"));
    table(
        &["start", "upphörande", "kan_starta", "utförare", "framtida_omfattning"],
        &[
            ("pågår", run("startade: 2010-01-01\n")),
            ("startade under året", run("startade: 2025-04-01\n")),
            ("startar efter ansökan", run("startade: 2026-05-01\n")),
            ("upphörde under året", run("startade: 2010-01-01\n  upphörde: 2025-08-31\n")),
            ("upphörde vid årets slut", run("startade: 2010-01-01\n  upphörde: 2025-12-31\n")),
            ("ska upphöra", run("startade: 2010-01-01\n  upphörde: 2026-06-30\n")),
        ],
    )
}
