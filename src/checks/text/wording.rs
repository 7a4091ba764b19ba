//! Words that have gone out of date, and claims without figures.

use super::TokenKind;
use crate::checks::{Report, Rule, Subject};

pub(in crate::checks) const RULES: &[Rule] = &[
    Rule::warning(
        "gammalt-lagnamn",
        "Socialtjänstlagen (2025:400) gäller sedan den 1 juli 2025, och landstingen heter regioner i förordningen (2013:522) sedan den 1 januari 2020.",
        old_names,
    ),
    Rule::warning(
        "könsneutral-utan-siffror",
        "Att något är lika för kvinnor och män ska gå att se i siffrorna (SKR: underlag för beslut beskriver följder för kvinnor och män).",
        neutral_without_figures,
    ),
];

fn old_names(subject: &Subject<'_>, report: &mut Report<'_>) {
    for passage in subject.passages() {
        for token in &passage.tokens {
            let word = passage.word(token);
            let lower = token.lower.as_str();
            if token.kind == TokenKind::Compound && word == "2001:453" {
                report.add_in(
                    passage,
                    token.range.clone(),
                    "socialtjänstlagen (2001:453) gäller inte längre",
                    "Skriv socialtjänstlagen (2025:400), och kontrollera paragrafen.",
                );
            } else if token.kind == TokenKind::Word && lower.starts_with("landsting") {
                let new = match lower {
                    "landsting" => "region",
                    "landstinget" => "regionen",
                    "landstingets" => "regionens",
                    "landstingen" => "regionerna",
                    "landstings" => "regions",
                    _ => "region…",
                };
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("”{word}” heter numera region"),
                    format!("Skriv {new}."),
                );
            }
        }
    }
}

fn neutral_without_figures(subject: &Subject<'_>, report: &mut Report<'_>) {
    if subject.year_file.figures(0).is_some_and(|figures| figures.sexes.is_some()) {
        return;
    }
    for passage in subject.texts() {
        for token in passage.tokens.iter().filter(|token| token.kind == TokenKind::Word) {
            let word = passage.word(token);
            if token.lower.starts_with("könsneutral") {
                report.add_in(
                    passage,
                    token.range.clone(),
                    format!("här står ”{word}”, men klienterna är inte fördelade på kön"),
                    "Fyll i `kön:` i statistiken, eller stryk påståendet.",
                );
            }
        }
    }
}
