//! Counts of persons and cases, and how they change.

use crate::{masked, table, year_file as file};

pub fn clients() -> String {
    table(
        &["klienter", "klienter_kort", "klienter_flera_år"],
        &[
            ("färre", file(&["klienter: 210", "klienter: 189"])),
            ("fler", file(&["klienter: 180", "klienter: 189"])),
            ("en färre", file(&["klienter: 190", "klienter: 189"])),
            ("få", file(&["klienter: 8", "klienter: 12"])),
            ("lika många", file(&["klienter: 189", "klienter: 189"])),
            ("lika många tre år", file(&["klienter: 189", "klienter: 189", "klienter: 189"])),
            ("ingen", file(&["klienter: 210", "klienter: 0"])),
            ("ingen något av åren", file(&["klienter: 0", "klienter: 0"])),
            ("från ingen", file(&["klienter: 0", "klienter: 7"])),
            ("en", file(&["klienter: 2", "klienter: 1"])),
            ("en båda åren", file(&["klienter: 1", "klienter: 1"])),
            ("första året, tolv", file(&["klienter: 12"])),
            ("första året, tretton", file(&["klienter: 13"])),
            ("året före saknas", file(&["klienter: 210", "", "klienter: 189"])),
            ("ökning två år", file(&["klienter: 150", "klienter: 180", "klienter: 189"])),
            (
                "ökning tre år efter en minskning",
                file(&[
                    "klienter: 160",
                    "klienter: 150",
                    "klienter: 170",
                    "klienter: 180",
                    "klienter: 189",
                ]),
            ),
            (
                "minskning fem år",
                file(&[
                    "klienter: 230",
                    "klienter: 220",
                    "klienter: 210",
                    "klienter: 200",
                    "klienter: 195",
                    "klienter: 189",
                ]),
            ),
            ("från ingen över tre år", file(&["klienter: 0", "klienter: 3", "klienter: 7"])),
            (
                "lika många som för tre år sedan",
                file(&["klienter: 189", "klienter: 3", "", "klienter: 189"]),
            ),
            (
                "maskerat för tre år sedan",
                masked(&["klienter: 3", "klienter: 30", "", "klienter: 189"]),
            ),
            ("minskning till ingen", file(&["klienter: 20", "klienter: 10", "klienter: 0"])),
            (
                "mycket stora tal",
                file(&["klienter: 999 999 999 999", "klienter: 1 000 000 000 000"]),
            ),
            ("maskerat nu", masked(&["klienter: 20", "klienter: 3"])),
            ("maskerat året före", masked(&["klienter: 3", "klienter: 20"])),
            ("maskerat båda åren", masked(&["klienter: 4", "klienter: 3"])),
            ("uppgift saknas", file(&["klienter: 210", "nya: 4"])),
        ],
    )
}

pub fn new_clients() -> String {
    table(
        &["nya", "nya_kort"],
        &[
            ("färre", file(&["klienter: 210, nya: 113", "klienter: 189, nya: 86"])),
            ("lika många", file(&["klienter: 210, nya: 86", "klienter: 189, nya: 86"])),
            ("en", file(&["klienter: 210, nya: 4", "klienter: 189, nya: 1"])),
            ("ingen", file(&["klienter: 210, nya: 4", "klienter: 189, nya: 0"])),
            ("inga klienter", file(&["klienter: 0, nya: 0", "klienter: 0, nya: 0"])),
            ("inga klienter längre", file(&["klienter: 9, nya: 4", "klienter: 0, nya: 0"])),
            ("alla", file(&["klienter: 40, nya: 40"])),
            ("alla, en enda", file(&["klienter: 1, nya: 1"])),
            ("få av många", file(&["klienter: 100 000, nya: 20"])),
            ("nästan alla", file(&["klienter: 100 000, nya: 99 990"])),
            ("första året", file(&["klienter: 189, nya: 9"])),
            ("klienterna okända", file(&["nya: 8", "nya: 9"])),
            ("året före saknas", file(&["nya: 7", "klienter: 189", "klienter: 189, nya: 9"])),
            ("ökning två år", file(&["nya: 7", "nya: 8", "klienter: 189, nya: 86"])),
            ("maskerat nu", masked(&["klienter: 210, nya: 20", "klienter: 189, nya: 3"])),
            ("maskerat året före", masked(&["klienter: 210, nya: 3", "klienter: 189, nya: 20"])),
        ],
    )
}

pub fn closed_cases() -> String {
    table(
        &["avslutade", "avslutade_kort"],
        &[
            ("färre", file(&["avslutade: 107", "avslutade: 91"])),
            ("ett fler", file(&["avslutade: 90", "avslutade: 91"])),
            ("inget året före", file(&["avslutade: 0", "avslutade: 91"])),
            ("inget", file(&["avslutade: 107", "avslutade: 0"])),
            ("inget något av åren", file(&["avslutade: 0", "avslutade: 0"])),
            ("ett", file(&["avslutade: 1"])),
            ("ett efter tre", file(&["avslutade: 3", "avslutade: 1"])),
            ("lika många", file(&["avslutade: 9", "avslutade: 9"])),
            ("året före saknas", file(&["avslutade: 9", "", "avslutade: 9"])),
            ("minskning två år", file(&["avslutade: 99", "avslutade: 95", "avslutade: 91"])),
            ("maskerat", masked(&["avslutade: 107", "avslutade: 2"])),
            ("uppgift saknas", file(&["klienter: 189"])),
        ],
    )
}

pub fn children_at_home_and_the_queue() -> String {
    let names = ["barn", "barn_kort", "kö", "kö_kort"];
    table(
        &names,
        &[
            (
                "fler",
                file(&[
                    "klienter: 210, hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 24, kö: 12",
                ]),
            ),
            (
                "lika många",
                file(&[
                    "hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 20, kö: 8",
                ]),
            ),
            ("en", file(&["klienter: 189, hemmavarande_barn: 1, kö: 1"])),
            (
                "ingen",
                file(&[
                    "hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 0, kö: 0",
                ]),
            ),
            (
                "ingen något av åren",
                file(&[
                    "hemmavarande_barn: 0, kö: 0",
                    "klienter: 189, hemmavarande_barn: 0, kö: 0",
                ]),
            ),
            ("alla", file(&["klienter: 24, hemmavarande_barn: 24, kö: 3"])),
            (
                "året före saknas",
                file(&[
                    "hemmavarande_barn: 4, kö: 4",
                    "",
                    "klienter: 24, hemmavarande_barn: 8, kö: 3",
                ]),
            ),
            (
                "maskerat",
                masked(&[
                    "klienter: 210, hemmavarande_barn: 20, kö: 8",
                    "klienter: 189, hemmavarande_barn: 3, kö: 2",
                ]),
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ],
    )
}

pub fn flow() -> String {
    table(
        &["flöde", "flöde_kort"],
        &[
            (
                "fler avslutade",
                file(&["ingående: 103, klienter: 189, nya: 86, avslutade: 91, utgående: 98"]),
            ),
            ("fler nya", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 2, utgående: 10"])),
            (
                "ett fler avslutat",
                file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 5, utgående: 7"]),
            ),
            ("en fler ny", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 3, utgående: 9"])),
            ("lika många", file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 4, utgående: 8"])),
            (
                "inga nya, inga avslutade",
                file(&["ingående: 8, klienter: 8, nya: 0, avslutade: 0, utgående: 8"]),
            ),
            (
                "från ingen",
                file(&["ingående: 0, klienter: 12, nya: 12, avslutade: 2, utgående: 10"]),
            ),
            (
                "till ingen",
                file(&["ingående: 8, klienter: 12, nya: 4, avslutade: 12, utgående: 0"]),
            ),
            (
                "ingen vid början och slut",
                file(&["ingående: 0, klienter: 12, nya: 12, avslutade: 12, utgående: 0"]),
            ),
            (
                "inga klienter",
                file(&["ingående: 0, klienter: 0, nya: 0, avslutade: 0, utgående: 0"]),
            ),
            ("bara början känd", file(&["ingående: 8"])),
            ("bara slutet känt", file(&["utgående: 8"])),
            ("bara nya och avslutade kända", file(&["nya: 8, avslutade: 20"])),
            (
                "maskerat",
                masked(&["ingående: 20, klienter: 23, nya: 3, avslutade: 6, utgående: 17"]),
            ),
            ("inget känt", file(&["kö: 8"])),
        ],
    )
}
