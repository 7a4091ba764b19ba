//! A chart in words, for those who don't see it.
//!
//! Screen readers pause at punctuation, so that every value stands in a part of a
//! sentence or a sentence of its own.

use super::{Chart, ChartKind, ChartPoint, ChartValue};
use crate::swedish::join;

impl Chart {
    /// The alternative text: what the chart is about, what kind it is, and every value.
    #[must_use]
    pub fn alternative_text(&self) -> String {
        self.sentences().join(" ")
    }

    /// As much of the alternative text as `most` characters hold, sentence by
    /// sentence, and then `rest`, which says where the other values are.
    #[must_use]
    pub fn short_alternative_text(&self, most: usize, rest: &str) -> String {
        let whole = self.alternative_text();
        if whole.chars().count() <= most {
            return whole;
        }
        let mut room = most.saturating_sub(rest.chars().count());
        let mut kept = Vec::new();
        for sentence in self.sentences() {
            let length = sentence.chars().count() + 1;
            if length > room {
                break;
            }
            room -= length;
            kept.push(sentence);
        }
        kept.push(rest.to_owned());
        kept.join(" ")
    }

    fn sentences(&self) -> Vec<String> {
        let kind = match self.kind {
            ChartKind::Columns => "Stapeldiagram.",
            ChartKind::Ranking => "Rangordning med liggande staplar.",
            ChartKind::Flow => "Flödesdiagram.",
        };
        let mut sentences = vec![sentence(&self.content.description), kind.to_owned()];
        match self.kind {
            ChartKind::Columns => {
                let series = self.series().iter().enumerate();
                sentences.extend(series.map(|(series, name)| self.columns(series, name)));
            }
            ChartKind::Ranking => {
                sentences.extend(self.values().map(|(label, value)| named(label, "", value)));
            }
            ChartKind::Flow => {
                let signs = ["", "plus ", "minus ", ""];
                let stages = signs.into_iter().zip(self.values());
                sentences.extend(stages.map(|(sign, (label, value))| named(label, sign, value)));
            }
        }
        sentences.retain(|sentence| !sentence.is_empty());
        sentences
    }

    /// `Klienter: 178 år 2023, 210 år 2024 och 189 år 2025.`
    fn columns(&self, series: usize, name: &str) -> String {
        let has_years = self.points().iter().all(|point| is_year(&point.label));
        if has_years {
            let years = self.points().iter().map(|point| in_year(point, series));
            return sentence(&format!("{name}: {}", join(&years.collect::<Vec<_>>())));
        }
        let unstated = ChartValue::Unstated(String::new());
        let stages = self.points().iter().map(|point| {
            format!("{} {}", point.label, in_words(point.values.get(series).unwrap_or(&unstated)))
        });
        sentence(&format!("{name}: {}", stages.collect::<Vec<_>>().join("; ")))
    }

    /// The points' names with the first series' values.
    fn values(&self) -> impl Iterator<Item = (&str, &ChartValue)> {
        self.points().iter().filter_map(|point| Some((point.label.as_str(), point.values.first()?)))
    }
}

fn is_year(label: &str) -> bool {
    label.len() == 4 && label.bytes().all(|byte| byte.is_ascii_digit())
}

fn in_year(point: &ChartPoint, series: usize) -> String {
    match point.values.get(series) {
        Some(ChartValue::Unstated(words)) if words.is_empty() => {
            format!("uppgift saknas för {}", point.label)
        }
        Some(value) => format!("{} år {}", in_words(value), point.label),
        None => String::new(),
    }
}

fn named(label: &str, sign: &str, value: &ChartValue) -> String {
    sentence(&format!("{label}: {sign}{}", in_words(value)))
}

fn in_words(value: &ChartValue) -> String {
    match value {
        ChartValue::Unstated(words) if words.is_empty() => "uppgift saknas".to_owned(),
        ChartValue::Unstated(words) => words.clone(),
        ChartValue::Count(_) => value.shown().unwrap_or_default(),
    }
}

fn sentence(text: &str) -> String {
    let text = text.trim();
    if text.is_empty() || text.ends_with(['.', '!', '?']) {
        return text.to_owned();
    }
    format!("{text}.")
}

#[cfg(test)]
mod tests {
    use super::super::ChartContent;
    use super::*;

    fn text(kind: ChartKind, series: &[&str], points: &[(&str, &[&str])]) -> String {
        let points = points.iter().map(|(label, values)| ChartPoint {
            label: (*label).to_owned(),
            values: values.iter().map(|value| ChartValue::of(value)).collect(),
        });
        let content = ChartContent {
            description: "Antalet klienter".to_owned(),
            series: series.iter().map(ToString::to_string).collect(),
            points: points.collect(),
            ..ChartContent::default()
        };
        Chart::new(kind, content).map(|chart| chart.alternative_text()).unwrap_or_default()
    }

    #[test]
    fn every_value_stands_in_words() {
        let years: [(&str, &[&str]); 3] = [
            ("2023", &["178", "–"]),
            ("2024", &["1\u{a0}210", "113"]),
            ("2025", &["färre än\u{a0}5", "86"]),
        ];
        let flow: [(&str, &[&str]); 4] = [
            ("Ingående", &["110"]),
            ("Nya", &["86"]),
            ("Avslutade", &["107"]),
            ("Utgående", &["89"]),
        ];
        let broken: [(&str, &[&str]); 4] = [
            ("Ingående", &["110"]),
            ("Nya", &["86"]),
            ("Avslutade", &["–"]),
            ("Utgående", &["89"]),
        ];
        let reasons: [(&str, &[&str]); 3] =
            [("Ekonomi, skulder", &["57"]), ("Bostad", &["40"]), ("Vård", &["färre än\u{a0}5"])];
        let cases = [
            (
                text(ChartKind::Columns, &["Klienter"], &years),
                "Antalet klienter. Stapeldiagram. Klienter: 178 år 2023, 1\u{a0}210 år 2024 och färre än\u{a0}5 år 2025.",
            ),
            (
                text(ChartKind::Columns, &["Klienter", "Nya"], &years),
                "Antalet klienter. Stapeldiagram. Klienter: 178 år 2023, 1\u{a0}210 år 2024 och färre än\u{a0}5 år 2025. \
                 Nya: uppgift saknas för 2023, 113 år 2024 och 86 år 2025.",
            ),
            (
                text(ChartKind::Columns, &["Klienter"], &years[..1]),
                "Antalet klienter. Stapeldiagram. Klienter: 178 år 2023.",
            ),
            (
                text(ChartKind::Ranking, &["Personer"], &reasons),
                "Antalet klienter. Rangordning med liggande staplar. Ekonomi, skulder: 57. Bostad: 40. Vård: färre än\u{a0}5.",
            ),
            (
                text(ChartKind::Flow, &["Klienter"], &flow),
                "Antalet klienter. Flödesdiagram. Ingående: 110. Nya: plus 86. Avslutade: minus 107. Utgående: 89.",
            ),
            (
                text(ChartKind::Flow, &["Klienter"], &broken),
                "Antalet klienter. Stapeldiagram. Klienter: Ingående 110; Nya 86; Avslutade uppgift saknas; Utgående 89.",
            ),
            (text(ChartKind::Ranking, &["Personer"], &[("Ekonomi", &["–"])]), ""),
        ];
        for (found, expected) in cases {
            assert_eq!(found, expected);
        }
    }

    #[test]
    fn a_short_text_has_whole_sentences_and_says_where_the_rest_is() {
        let content = ChartContent {
            description: "Orsaker".to_owned(),
            points: ["Ekonomi", "Bostad", "Vård"]
                .map(|label| ChartPoint {
                    label: label.to_owned(),
                    values: vec![ChartValue::Count(7)],
                })
                .to_vec(),
            ..ChartContent::default()
        };
        let chart = Chart::new(ChartKind::Ranking, content).expect("known values");
        let short = |most| chart.short_alternative_text(most, "Resten i data.");
        assert_eq!(short(200), chart.alternative_text());
        assert_eq!(
            short(70),
            "Orsaker. Rangordning med liggande staplar. Ekonomi: 7. Resten i data."
        );
        assert_eq!(short(20), "Resten i data.");
    }
}
