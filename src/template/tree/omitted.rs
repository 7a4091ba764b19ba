//! Sections that a year file leaves out, with the headings that then have nothing
//! under them.

use super::{BORDER, MARK};
use crate::document::Block;

/// Whether Markdown that is not shown is the mark of a section that is left out.
pub(super) fn is_mark(html: &str) -> bool {
    html.trim() == MARK
}

/// Whether Markdown that is not shown is the border of a section.
pub(super) fn is_border(html: &str) -> bool {
    html.trim() == BORDER.trim()
}

/// The blocks without what belongs to the sections that are left out. `omitted` has the
/// places of those: each is that of the block that comes next.
///
/// What comes first under a heading is what the heading is for. When that is left out
/// and no other words stand there, the tables and charts up to the next heading have
/// nothing to go with and are left out as well. A heading goes when nothing is left
/// under it; the paper's title stays.
pub(super) fn without(blocks: Vec<Block>, omitted: &[usize]) -> Vec<Block> {
    if omitted.is_empty() {
        return blocks;
    }
    let levels: Vec<Option<u8>> = blocks.iter().map(level).collect();
    // Where what stands under a heading ends, with or without the headings below it.
    let end = |start: usize, ends: &dyn Fn(u8) -> bool| {
        let next = levels.iter().skip(start + 1).position(|level| level.is_some_and(ends));
        next.map_or(levels.len(), |next| start + 1 + next)
    };
    let headings: Vec<(usize, u8)> =
        levels.iter().enumerate().filter_map(|(at, level)| Some((at, (*level)?))).collect();
    let mut is_kept = vec![true; blocks.len()];
    for (heading, _) in headings.iter().filter(|(_, level)| *level > 1) {
        let own = heading + 1..end(*heading, &|_| true);
        let inside = blocks.get(own.clone()).unwrap_or_default();
        if omitted.contains(&own.start) && !inside.iter().any(has_words) {
            let figures = own.zip(inside).filter(|(_, block)| is_figures(block));
            for (at, _) in figures {
                is_kept[at] = false;
            }
        }
    }
    for (heading, level) in headings.iter().rev().filter(|(_, level)| *level > 1) {
        let under = heading + 1..end(*heading, &|other| other <= *level);
        let is_about_omitted = omitted.iter().any(|at| (under.start..=under.end).contains(at));
        let mut left = under.filter(|at| is_kept[*at]).filter_map(|at| blocks.get(at));
        // Those who sign do so for the whole paper.
        if is_about_omitted && left.all(|block| matches!(block, Block::Signatures { .. })) {
            is_kept[*heading] = false;
        }
    }
    let kept = blocks.into_iter().zip(is_kept).filter(|(_, is_kept)| *is_kept);
    kept.map(|(block, _)| block).collect()
}

fn level(block: &Block) -> Option<u8> {
    match block {
        Block::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

fn has_words(block: &Block) -> bool {
    matches!(block, Block::Paragraph { .. } | Block::List(_))
}

fn is_figures(block: &Block) -> bool {
    matches!(block, Block::Table(_) | Block::Chart(_))
}

#[cfg(test)]
mod tests {
    use super::super::paper;

    /// The lines of a paper with a title.
    fn lines(body: &str) -> Vec<String> {
        let content = paper(&format!("# T\n\n{body}")).unwrap_or_else(|wrong| panic!("{wrong:?}"));
        let mut lines = Vec::new();
        for block in &content.blocks[1..] {
            block.lines(&mut lines);
        }
        lines
    }

    const MARK: &str = super::super::MARK;
    const TABLE: &str = "```tabell\nrubrik: R\nbeskrivning: B\nkolumner: A | B\nrad: a | 1\n```\n";

    #[test]
    fn a_heading_goes_with_its_section() {
        assert_eq!(lines(&format!("## A\n\n{MARK}\n\n## B\n\nText.")), ["B", "Text."]);
        assert_eq!(
            lines(&format!("## A\n\nText.\n\n{MARK}\n\n## B\n\nT.")),
            ["A", "Text.", "B", "T."]
        );
    }

    #[test]
    fn tables_go_with_the_section_they_stand_alone_with() {
        let body = format!("## A\n\n{MARK}\n\n{TABLE}\n{MARK}\n\n## B\n\nText.");
        assert_eq!(lines(&body), ["B", "Text."]);
        let body = format!("## A\n\n{MARK}\n\n{TABLE}\nText.\n");
        assert_eq!(lines(&body).first().map(String::as_str), Some("A"));
        assert!(lines(&body).len() > 3, "the table stays with the words beside it");
    }

    #[test]
    fn a_heading_above_others_stays_for_them() {
        let body = format!("## A\n\n{MARK}\n\n### B\n\nText.");
        assert_eq!(lines(&body), ["A", "B", "Text."]);
        let body = format!("## A\n\n{MARK}\n\n### B\n\n{MARK}\n\n## C\n\nText.");
        assert_eq!(lines(&body), ["C", "Text."]);
    }

    #[test]
    fn those_who_sign_need_no_heading() {
        let body = format!("## A\n\n{MARK}\n\n```underskrifter\nMaja\nChef\n```\n");
        assert!(!lines(&body).contains(&"A".to_owned()));
        assert!(lines(&body).join(" ").contains("Maja"));
    }

    #[test]
    fn a_mark_among_lines_and_words_is_not_seen() {
        let body = format!("```uppgifter\nA: b\n{MARK}\n```\n\nFörst {MARK}\nsist.");
        let lines = lines(&body).join(" ");
        let words: Vec<&str> = lines.split_whitespace().collect();
        assert_eq!(words, ["A", "b", "Först", "sist."]);
    }
}
