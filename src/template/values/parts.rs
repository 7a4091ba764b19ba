//! What the parts of names are, for the handbook.

use super::economy::PER_POST;
use super::tables::KEY_FIGURES;
use crate::measures::{AMOUNTS, Division, MEASURES};

/// A part and what it is, in Swedish.
pub(in crate::template) type Part = (&'static str, &'static str);

/// What can be asked of a name that is more than a value, or of each item of a list.
pub(in crate::template) fn parts_of(name: &str) -> Vec<Part> {
    match name {
        PER_POST => {
            let per_post = AMOUNTS.iter().filter(|amount| amount.is_per_post);
            per_post.map(|amount| (amount.key, amount.about)).collect()
        }
        KEY_FIGURES => ROW.to_vec(),
        _ if Division::of_key(name).is_some() => ROW.to_vec(),
        "verksamheter" | "verksamheter_summa" => {
            let counts = MEASURES.iter().map(|measure| (measure.key, measure.about));
            let amounts = AMOUNTS.iter().map(|amount| (amount.key, amount.about));
            let named = OF_OPERATION
                .iter()
                .copied()
                .filter(|(part, _)| *part != "namn" || name == "verksamheter");
            named.chain(counts).chain(amounts).collect()
        }
        _ => {
            let mut all = PARTS.iter().filter(|(names, _)| names.contains(&name));
            all.next().map_or_else(Vec::new, |(_, parts)| parts.to_vec())
        }
    }
}

/// What a row of figures has.
const ROW: [Part; 9] = [
    ("namn", "det som räknas, till exempel `Kvinnor`"),
    ("antal", "årets antal"),
    ("föregående", "antalet året före"),
    ("serie", "antalet varje år i `åren`"),
    ("förändring", "skillnaden mot året före, med tecken"),
    ("andel", "andelen i procent, utan enhet"),
    ("plats", "platsen bland raderna, den största först"),
    ("saknas", "om årets antal eller det året före saknas, för villkor"),
    ("maskerat", "om något av antalen är dolt, för villkor"),
];

/// What an operation has beside its counts and amounts.
const OF_OPERATION: [Part; 3] = [
    ("namn", "verksamhetens namn"),
    ("årsanställningar", "årets årsanställningar, räknat i heltid"),
    ("sökta_årsanställningar", "årsanställningarna som ansökan gäller"),
];

const PARTS: [(&[&str], &[Part]); 16] = [
    (
        &["betalning"],
        &[
            ("bankgiro", "bankgironumret"),
            ("plusgiro", "plusgironumret"),
            ("referens", "det som betalningen ska märkas med"),
        ],
    ),
    (
        &["handläggare", "kontaktperson"],
        &[
            ("namn", "namnet"),
            ("befattning", "befattningen"),
            ("telefon", "telefonnumret"),
            ("e_post", "e-postadressen"),
        ],
    ),
    (
        &["undertecknare"],
        &[
            ("namn", "namnet"),
            ("befattning", "befattningen"),
            ("behörighet", "det som ger rätt att skriva under"),
        ],
    ),
    (
        &["ledningsgrupp"],
        &[
            ("möten_per_år", "antalet möten per år"),
            ("ledamöter", "de som är företrädda"),
            (
                "organisationer_erbjudna",
                "om patient-, brukar- och anhörigorganisationer har erbjudits att delta",
            ),
            ("organisationer", "de organisationer som deltar"),
        ],
    ),
    (
        &["riket"],
        &[
            ("ombud", "personliga ombud i landet"),
            ("kommuner", "kommuner med personligt ombud"),
            ("ombud_i_kommunen", "ombud i hela den egna kommunen"),
            ("år", "året som siffrorna gäller"),
            ("källa", "var siffrorna står"),
        ],
    ),
    (
        &["belopp_per_heltid"],
        &[
            ("kronor", "beloppet i kronor"),
            ("år", "året som beloppet gäller"),
            ("källa", "var beloppet står"),
        ],
    ),
    (
        &["underskrifter"],
        &[("namn", "namnet"), ("befattning", "befattningen"), ("enhet", "enheten")],
    ),
    (
        &["andra_kommuner"],
        &[("namn", "kommunens namn"), ("årsanställningar", "dess årsanställningar")],
    ),
    (
        &["kommuner"],
        &[
            ("namn", "kommunens namn"),
            ("årsanställningar", "dess årsanställningar under året"),
            ("sökta_årsanställningar", "de årsanställningar som ansökan gäller"),
            ("egna_medel", "dess egna medel, kronor"),
            ("klienter", "årets klienter, när `områden` är just kommunerna"),
        ],
    ),
    (
        &["kommuner_summa"],
        &[
            ("årsanställningar", "alla årsanställningar under året"),
            ("sökta_årsanställningar", "alla årsanställningar som ansökan gäller"),
        ],
    ),
    (
        &["utförare"],
        &[
            ("namn", "namnet"),
            ("organisationsnummer", "organisationsnumret"),
            ("kontaktperson", "den som kan svara på frågor"),
            ("telefon", "telefonnumret"),
            ("e_post", "e-postadressen"),
        ],
    ),
    (&["egna_avsnitt"], &[("rubrik", "avsnittets rubrik"), ("text", "avsnittets text")]),
    (&["samverkan"], &[("namn", "vem det är"), ("om", "vad samverkan gäller")]),
    (
        &["ombud"],
        &[
            ("namn", "namnet"),
            ("telefon", "telefonnumret"),
            ("e_post", "e-postadressen"),
            ("sysselsättningsgrad", "sysselsättningsgraden i hela procent, när den är angiven"),
            ("område", "den del av upptagningsområdet som ombudet arbetar i"),
        ],
    ),
    (&["poster"], &[("ändamål", "vad pengarna har gått till"), ("kronor", "beloppet")]),
    (
        &["brister"],
        &[
            ("område", "vad bristen gäller"),
            ("beskrivning", "bristen"),
            ("huvudman", "den som ansvarar"),
            ("rapporterad_till", "den som bristen har rapporterats till"),
            ("åtgärd", "det som har gjorts"),
        ],
    ),
];

/// What a table of all years has.
pub(in crate::template) const TABLE: [Part; 13] = [
    ("åren", "åren som någon rad har antal för, en kolumn för varje"),
    ("tid", "åren som rubriken skriver dem, till exempel `2021–2025`"),
    (
        "rader",
        "raderna; var och en har samma delar som i listan med samma namn, och `serie` har ett antal för varje år i tabellens `åren`",
    ),
    ("summa", "en rad med summan, när raderna varje år är lika många som helheten"),
    ("startade", "dagen då verksamheten startade, när det var under ett av åren"),
    ("upphörde", "verksamhetens sista dag, när det var under året"),
    ("jämförs", "om någon rad har en förändring, för villkor"),
    ("har_andelar", "om någon rad har en andel, för villkor"),
    ("andelar_avrundade", "om andelarna inte blir summans andel tillsammans, för villkor"),
    ("saknas", "om något antal saknas och visas som ett tankstreck, för villkor"),
    ("bara_nollor", "om varje känt antal är noll, för villkor"),
    ("utelämnar", "om raderna för något år är färre än helheten, för villkor"),
    ("maskerat", "om något antal är dolt, för villkor"),
];

#[cfg(test)]
mod tests {
    use minijinja::value::{Value, ValueKind};

    use super::super::values;
    use super::*;
    use crate::facts::Facts;
    use crate::source::Source;
    use crate::template::Input;
    use crate::year_file;

    /// The keys of a value, or of the first item of a list of such.
    fn keys(value: &Value) -> Vec<String> {
        let mut items = value.try_iter().into_iter().flatten();
        let mut keys = match value.kind() {
            ValueKind::Map => items.map(|key| key.to_string()).collect(),
            ValueKind::Seq => items.next().map(|first| keys(&first)).unwrap_or_default(),
            _ => Vec::new(),
        };
        keys.sort();
        keys
    }

    fn sorted(parts: &[Part]) -> Vec<String> {
        let mut names: Vec<String> = parts.iter().map(|(part, _)| (*part).to_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_parts_that_are_described_are_those_there_are() {
        let text = include_str!("../../../data/jarva-2025.yaml");
        let loaded = year_file::load(Source::new("jarva.yaml", text));
        let year_file = loaded.year_file.as_ref().expect("the example can be read");
        let facts = Facts::of(year_file);
        let values = values(year_file, &Input { loaded: &loaded, facts: &facts, page_label: "" });
        let mut described = 0;
        for named in values.iter() {
            let is_figure =
                named.value.downcast_object_ref::<super::super::ShownNumber>().is_some();
            let keys = keys(&named.value);
            if is_figure || keys.is_empty() || ["tabeller", "mening"].contains(&named.name) {
                continue;
            }
            assert_eq!(keys, sorted(&parts_of(named.name)), "{}", named.name);
            described += 1;
        }
        assert!(described > 10, "the example has most of them");
        let tables = values.get("tabeller").expect("the name exists");
        let table = tables.get_attr("orsaker").expect("the example has reasons");
        assert_eq!(keys(&table), sorted(&TABLE));
    }
}
