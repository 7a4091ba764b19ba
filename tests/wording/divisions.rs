//! Clients by sex and age, reasons and contact routes.

use crate::{masked, table, told, year_file};

pub fn sexes() -> String {
    let file = |years: &[&str]| year_file(years);
    table(
        &["kön", "kön_kort", "jämställdhet"],
        &[
            (
                "andelen kvinnor upp",
                file(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }",
                ]),
            ),
            (
                "andelen kvinnor ned",
                file(&[
                    "klienter: 200, kön: { kvinnor: 110, män: 90 }",
                    "klienter: 200, kön: { kvinnor: 100, män: 100 }",
                ]),
            ),
            (
                "samma andel",
                file(&[
                    "klienter: 20, kön: { kvinnor: 11, män: 9 }",
                    "klienter: 200, kön: { kvinnor: 110, män: 90 }",
                ]),
            ),
            (
                "nästan samma andel",
                file(&[
                    "klienter: 10 000, kön: { kvinnor: 5 000, män: 5 000 }",
                    "klienter: 10 000, kön: { kvinnor: 5 001, män: 4 999 }",
                ]),
            ),
            (
                "med andra",
                file(&[
                    "klienter: 200, kön: { kvinnor: 110, män: 90, annat: 0 }",
                    "klienter: 200, kön: { kvinnor: 100, män: 97, annat: 3 }",
                ]),
            ),
            (
                "en kvinna och en annan",
                file(&["klienter: 12, kön: { kvinnor: 1, män: 10, annat: 1 }"]),
            ),
            ("inga kvinnor", file(&["klienter: 12, kön: { kvinnor: 0, män: 12 }"])),
            (
                "inga män",
                file(&[
                    "klienter: 20, kön: { kvinnor: 5, män: 15 }",
                    "klienter: 12, kön: { kvinnor: 12, män: 0 }",
                ]),
            ),
            (
                "inga kvinnor men andra",
                file(&["klienter: 12, kön: { kvinnor: 0, män: 9, annat: 3 }"]),
            ),
            ("bara andra", file(&["klienter: 12, kön: { kvinnor: 0, män: 0, annat: 12 }"])),
            ("en enda klient", file(&["klienter: 1, kön: { kvinnor: 1, män: 0 }"])),
            ("inga klienter", file(&["klienter: 0, kön: { kvinnor: 0, män: 0 }"])),
            ("klienterna okända", file(&["kön: { kvinnor: 6, män: 7 }"])),
            (
                "året före saknas",
                file(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }",
                ]),
            ),
            (
                "maskerat nu",
                masked(&[
                    "klienter: 210, kön: { kvinnor: 113, män: 97 }",
                    "klienter: 189, kön: { kvinnor: 187, män: 2 }",
                ]),
            ),
            (
                "maskerat året före",
                masked(&[
                    "klienter: 210, kön: { kvinnor: 208, män: 2 }",
                    "klienter: 189, kön: { kvinnor: 104, män: 85 }",
                ]),
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ],
    )
}

pub fn ages() -> String {
    let file = |years: &[&str]| year_file(years);
    table(
        &["ålder", "ålder_kort"],
        &[
            (
                "en störst",
                file(&[
                    "klienter: 189, ålder: { 18–29 år: 44, 30–44 år: 57, 45–64 år: 65, 65 år eller äldre: 23 }",
                ]),
            ),
            (
                "två störst",
                file(&[
                    "klienter: 30, ålder: { 18–29 år: 12, 30–44 år: 12, 45 år eller äldre: 6 }",
                ]),
            ),
            ("lika stora", file(&["klienter: 20, ålder: { 18–29 år: 10, 30 år eller äldre: 10 }"])),
            ("få", file(&["klienter: 3, ålder: { 18–29 år: 1, 30 år eller äldre: 2 }"])),
            ("bara en grupp", file(&["klienter: 20, ålder: { 18 år eller äldre: 20 }"])),
            ("inga klienter", file(&["klienter: 0, ålder: { 18–29 år: 0, 30 år eller äldre: 0 }"])),
            ("klienterna okända", file(&["ålder: { 18–29 år: 7, 30 år eller äldre: 8 }"])),
            (
                "en maskerad",
                masked(&[
                    "klienter: 98, ålder: { 18–29 år: 3, 30–44 år: 2, 45 år eller äldre: 93 }",
                ]),
            ),
            (
                "störst maskerad",
                masked(&["klienter: 100, ålder: { 18–29 år: 3, 30 år eller äldre: 97 }"]),
            ),
            ("uppgift saknas", file(&["klienter: 189"])),
        ],
    )
}

pub fn reasons_and_contact_routes() -> String {
    let reasons = |counts: &str| {
        year_file(&[&format!(
            "klienter: 189, nya: 86, orsaker: {{ {counts} }}, kontaktvägar: {{ {counts} }}"
        )])
    };
    let small = |counts: &str| {
        masked(&[&format!(
            "klienter: 189, nya: 86, orsaker: {{ {counts} }}, kontaktvägar: {{ {counts} }}"
        )])
    };
    table(
        &["orsaker", "orsaker_kort", "kontaktvägar", "kontaktvägar_kort"],
        &[
            (
                "en vanligast",
                reasons(
                    "Arbetsförmedlingen: 31, Ekonomiskt bistånd: 48, \"Sjukpenning, a-kassa och andra försäkringar\": 63, Råd och stöd: 12",
                ),
            ),
            ("två vanligast", reasons("Boende: 40, Arbete: 40, Skulder: 6")),
            ("två näst vanligast", reasons("Boende: 40, Arbete: 9, Skulder: 9, Övrigt: 3")),
            ("två på tredje plats", reasons("Boende: 40, Arbete: 30, Skulder: 9, Övrigt: 9")),
            (
                "många näst vanligast",
                reasons("Boende: 40, Arbete: 9, Skulder: 9, Övrigt: 9, Vård: 9"),
            ),
            ("alla lika vanliga", reasons("Boende: 7, Arbete: 7, Skulder: 7")),
            ("en enda", reasons("Boende: 7")),
            ("en klient", reasons("Boende: 2, Arbete: 1, Skulder: 0")),
            ("ingen klient", reasons("Boende: 0, Arbete: 0")),
            ("citattecken", reasons("'Hjälp med ”blanketter”': 20, Arbete: 9")),
            ("en maskerad", small("Boende: 50, Arbete: 31, Skulder: 3, Övrigt: 2")),
            ("alla maskerade", small("Boende: 3, Arbete: 2")),
            ("uppgift saknas", year_file(&["klienter: 189"])),
        ],
    )
}

pub fn contact_routes_masked_through_their_sum() -> String {
    let file =
        masked(&["klienter: 189, nya: 86, kontaktvägar: { Egen kontakt: 83, Socialtjänsten: 3 }"]);
    told("den vanligaste maskerad", &["kontaktvägar", "kontaktvägar_kort"], &file)
}

pub fn grown_reasons() -> String {
    let file = |before: &str, now: &str| {
        year_file(&[&format!("orsaker: {{ {before} }}"), &format!("orsaker: {{ {now} }}")])
    };
    let small = |before: &str, now: &str| {
        masked(&[&format!("orsaker: {{ {before} }}"), &format!("orsaker: {{ {now} }}")])
    };
    table(
        &["orsaker_förändring"],
        &[
            ("en", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 41")),
            ("två lika mycket", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 34")),
            ("med en klient", file("Boende: 40, Arbete: 30", "Boende: 41, Arbete: 30")),
            ("ingen", file("Boende: 40, Arbete: 30", "Boende: 40, Arbete: 20")),
            ("en ny orsak", file("Boende: 40, Arbete: 30", "Boende: 44, Arbete: 34, Skulder: 50")),
            (
                "en ny orsak, ingen ökning",
                file("Boende: 40, Arbete: 30", "Boende: 40, Arbete: 30, Skulder: 50"),
            ),
            ("bara en jämförbar", file("Boende: 40", "Boende: 44, Arbete: 34")),
            ("maskerat", small("Boende: 40, Arbete: 3", "Boende: 44, Arbete: 34")),
            ("året före saknas", year_file(&["orsaker: { Boende: 44, Arbete: 41 }"])),
        ],
    )
}
