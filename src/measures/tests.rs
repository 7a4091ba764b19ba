//! That no figure of the year file is missing from the tables.

use std::collections::BTreeSet;

use schemars::SchemaGenerator;
use serde_json::Value;

use super::*;
use crate::year_file::read::Read as _;
use crate::year_file::{Economy, Sexes, YearFigures};

/// The keys and schemas of the fields of a record of the year file.
fn fields<T: schemars::JsonSchema>() -> Vec<(String, Value)> {
    let schema = SchemaGenerator::default().into_root_schema_for::<T>();
    let fields = schema.get("properties").and_then(Value::as_object).expect("a record");
    fields.iter().map(|(key, field)| (key.clone(), field.clone())).collect()
}

fn is_count(field: &Value) -> bool {
    field.get("title").and_then(Value::as_str) == Some("Antal")
}

#[test]
fn every_count_of_a_year_is_a_measure_and_everything_else_a_division() {
    let (counts, others): (Vec<_>, Vec<_>) =
        fields::<YearFigures>().into_iter().partition(|(_, field)| is_count(field));
    let keys = |fields: Vec<(String, Value)>| -> BTreeSet<String> {
        fields.into_iter().map(|(key, _)| key).collect()
    };
    let measures: BTreeSet<String> = MEASURES.iter().map(|m| m.key.to_owned()).collect();
    let divisions: BTreeSet<String> = DIVISIONS.iter().map(|d| d.key.to_owned()).collect();
    assert_eq!(keys(counts), measures);
    assert_eq!(keys(others), divisions);
}

#[test]
fn every_sex_of_the_year_file_is_a_part() {
    let PartNames::Fixed(parts) = &Division::of_key(SEXES).expect("a division").names else {
        panic!("the sexes always have the same names")
    };
    let keys: Vec<&str> = parts.iter().map(|part| part.key).collect();
    let fields: Vec<String> = fields::<Sexes>().into_iter().map(|(key, _)| key).collect();
    assert_eq!(keys, fields);
}

#[test]
fn every_amount_of_the_economy_is_a_measure() {
    let counts = fields::<Economy>().into_iter().filter(|(_, field)| is_count(field));
    for (key, _) in counts {
        let amount = MoneyMeasure::of_key(&key).unwrap_or_else(|| panic!("{key}"));
        assert!(matches!(amount.source, AmountSource::Given(_)), "{key}");
    }
}

/// A year with a count under every key, each another one.
fn year() -> YearFigures {
    let rows = fields::<YearFigures>();
    let counts = rows.iter().filter(|(_, field)| is_count(field)).zip(10..);
    let lines: Vec<String> = counts.map(|((key, _), count)| format!("{key}: {count}")).collect();
    let source = crate::source::Source::new("år.yaml", lines.join("\n"));
    let (root, _) = crate::yaml::read(&source);
    let mut reader = crate::year_file::read::Reader::new(&source);
    YearFigures::read(&root.expect("YAML"), &mut reader).expect("a year")
}

#[test]
fn every_measure_reads_the_field_of_its_own_key() {
    let rows = fields::<YearFigures>();
    let counts = rows.iter().filter(|(_, field)| is_count(field)).zip(10..);
    let year = year();
    for ((key, _), count) in counts {
        let measure = Measure::of_key(key).unwrap_or_else(|| panic!("{key}"));
        assert_eq!(measure.value(&year).map(|value| value.count), Some(count), "{key}");
    }
}

#[test]
fn what_is_not_given_is_the_whole_less_the_others() {
    let mut year = year();
    (year.carried_in, year.carried_out, year.new, year.closed) = (None, None, None, None);
    let value = |key, year: &YearFigures| Measure::of_key(key).and_then(|m| m.value(year));
    assert_eq!(value(CARRIED_IN, &year), None);
    let count = |count| Some(crate::year_file::values::Count::new(count, 7..8));
    (year.clients, year.new, year.closed) = (count(189), count(86), count(190));
    assert_eq!(value(CARRIED_IN, &year), Some(YearValue { count: 103, place: 7..8 }));
    assert_eq!(value(CARRIED_OUT, &year), None, "more closed than there were");
    year.new = None;
    assert_eq!(value(NEW, &year), None, "new clients are not worked out");
}

#[test]
fn rows_refer_to_rows_that_are_there() {
    for measure in &MEASURES {
        let key = measure.key;
        if let Some(part_of) = measure.part_of {
            assert!(Measure::of_key(part_of.whole).is_some(), "{key}");
            if let Others::Counted(others) = part_of.others {
                let others = Measure::of_key(others).unwrap_or_else(|| panic!("{key}"));
                assert_eq!(others.others_measure(), Some(measure), "{key}");
                assert_eq!(others.whole(), measure.whole(), "{key}");
            }
        }
        assert!(!measure.is_worked_out || measure.others_measure().is_some(), "{key}");
        assert!(measure.repeats.is_none_or(|key| Measure::of_key(key).is_some()), "{key}");
    }
    for division in &DIVISIONS {
        assert!(division.whole().is_some(), "{}", division.key);
    }
    for (index, amount) in AMOUNTS.iter().enumerate() {
        let from: Vec<&str> = match amount.source {
            AmountSource::Given(_) | AmountSource::ForAllPosts(_) => Vec::new(),
            AmountSource::Remainder { of, less } => vec![of, less],
            AmountSource::Sum(keys) => keys.to_vec(),
        };
        let is_before = |key: &str| AMOUNTS.iter().take(index).any(|other| other.key == key);
        assert!(from.iter().all(|key| is_before(key)), "{}", amount.key);
    }
}

#[test]
fn each_measure_has_its_own_place_in_the_order_of_masking() {
    let places: BTreeSet<usize> = MEASURES.iter().map(|measure| measure.masking_order).collect();
    assert_eq!(places, (0..MEASURES.len()).collect());
}

#[test]
fn a_qualifier_stands_between_the_number_and_the_unit() {
    let qualifiers = |key| {
        let measure = Measure::of_key(key).expect("a measure");
        measure.qualifiers().collect::<Vec<_>>()
    };
    assert_eq!(qualifiers("nya"), ["ny", "nya"]);
    assert_eq!(qualifiers("avslutade"), ["avslutat", "avslutade"]);
    assert_eq!(qualifiers("kö"), [] as [&str; 0]);
}

#[test]
fn no_two_rows_have_the_same_key() {
    let mut keys = BTreeSet::new();
    let all = MEASURES.iter().map(|measure| measure.key);
    let all = all.chain(DIVISIONS.iter().map(|division| division.key));
    for key in all.chain(AMOUNTS.iter().map(|amount| amount.key)) {
        assert!(keys.insert(key), "{key}");
    }
}
