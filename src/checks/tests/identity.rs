//! Check digits, telephone numbers, addresses, signatures.

use super::Example;

#[test]
fn organisation_numbers_have_a_form_and_a_check_digit() {
    Example::new().with("212000-0142", "212000-0124").gives(
        "organisationsnummer",
        "212000-0124",
        "organisationsnumret ”212000-0124” slutar på 4, men kontrollsiffran för de andra siffrorna är 6",
    );
    for wrong in ["2120000142", "212000-142", "ABCDEF-GHIJ"] {
        let message = format!("organisationsnumret ”{wrong}” har inte rätt form");
        Example::new().with("212000-0142", wrong).gives("organisationsnummer", wrong, &message);
    }
}

#[test]
fn giro_numbers_have_a_form_and_a_check_digit() {
    Example::new().with("991-2346", "991-2364").gives(
        "bankgiro",
        "991-2364",
        "bankgironumret ”991-2364” slutar på 4, men kontrollsiffran för de andra siffrorna är 1",
    );
    Example::new().with("991-2346", "9912346").gives(
        "bankgiro",
        "9912346",
        "bankgironumret ”9912346” har inte rätt form",
    );
    Example::new().with("bankgiro: 991-2346", "plusgiro: 12 34 56-6").is_fine();
    Example::new().with("bankgiro: 991-2346", "plusgiro: 12 34 56-7").gives(
        "plusgiro",
        "12 34 56-7",
        "plusgironumret ”12 34 56-7” slutar på 7, men kontrollsiffran för de andra siffrorna är 6",
    );
}

#[test]
fn a_paper_has_a_reference() {
    Example::new().with("  diarienummer: NI 2026/12\n", "").gives(
        "diarienummer-saknas",
        "ärende:",
        "diarienumret saknas",
    );
}

#[test]
fn nobody_signs_twice() {
    Example::new().with("namn: Helena Sjödin Wik", "namn: Torsten almgren").gives(
        "samma-person-två-gånger",
        "Torsten almgren",
        "Torsten almgren står två gånger bland underskrifterna",
    );
}

#[test]
fn telephone_numbers_can_be_called_and_read() {
    Example::new().with("08-465 004 10", "465 004 10").gives(
        "telefonnummer",
        "465 004 10",
        "”465 004 10” kan inte vara ett telefonnummer",
    );
    Example::new().with("08-465 004 10", "08-46500410").gives(
        "telefonnummer-utan-mellanrum",
        "08-46500410",
        "telefonnumret 08-46500410 är skrivet i en följd",
    );
    Example::new().saying("bakgrund", "Ring 08-46500410.").gives(
        "telefonnummer-utan-mellanrum",
        "08-46500410",
        "telefonnumret 08-46500410 är skrivet i en följd",
    );
    Example::new().saying("bakgrund", "Ring 08-465 004 10.").is_fine();
}

#[test]
fn addresses_can_be_written_to() {
    Example::new().with("maja.bergkvist@example.org", "maja.bergkvist").gives(
        "e-postadress",
        "maja.bergkvist\n",
        "”maja.bergkvist” kan inte vara en e-postadress",
    );
}
