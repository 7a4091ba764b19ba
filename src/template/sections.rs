//! The sections of a template: its blocks, which a year file may word itself.

use unicode_normalization::UnicodeNormalization as _;

use crate::source::Span;

/// A section of a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TemplateSection {
    /// The block's name, in composed letters.
    pub(super) name: String,
    /// From its first tag to its last, in the template's body.
    pub(super) span: Span,
    /// Whether it is what comes first under a heading.
    pub(super) follows_heading: bool,
    /// Whether it begins on a line of its own and outside special blocks, so that what it
    /// holds is whole paragraphs and not a part of one.
    pub(super) is_of_blocks: bool,
}

/// A tag of a template.
struct Tag<'t> {
    words: Vec<&'t str>,
    span: Span,
}

/// The sections of a template's body, in the order written. Comments, `{# … #}`, are
/// passed over.
pub(super) fn sections(body: &str) -> Vec<TemplateSection> {
    let mut sections: Vec<TemplateSection> = Vec::new();
    // The blocks that are open: for each its place among the sections, if it has a name.
    let mut open: Vec<Option<usize>> = Vec::new();
    for tag in tags(body) {
        match tag.words.first() {
            Some(&"block") => {
                let name = tag.words.get(1).map(|name| name.nfc().collect::<String>());
                open.push(name.as_ref().map(|_| sections.len()));
                sections.extend(name.map(|name| TemplateSection {
                    name,
                    span: tag.span.start..body.len(),
                    follows_heading: follows_heading(body, tag.span.start),
                    is_of_blocks: is_of_blocks(body, &tag.span),
                }));
            }
            Some(&"endblock") => {
                let ended = open.pop().flatten().and_then(|place| sections.get_mut(place));
                if let Some(section) = ended {
                    section.span.end = tag.span.end;
                }
            }
            _ => {}
        }
    }
    sections
}

/// Whether a template fetches macros from what papers have in common.
pub(super) fn fetches_macros(body: &str) -> bool {
    tags(body).iter().any(|tag| tag.words.first() == Some(&"from"))
}

/// The macros that a text gives: their names, each with the place of all of it.
pub(super) fn macros(body: &str) -> Vec<(String, Span)> {
    let mut macros: Vec<(String, Span)> = Vec::new();
    for tag in tags(body) {
        match tag.words.as_slice() {
            ["macro", name, ..] => {
                let name = name.split('(').next().unwrap_or_default().nfc().collect();
                macros.push((name, tag.span.start..body.len()));
            }
            ["endmacro", ..] => {
                if let Some((_, span)) = macros.last_mut() {
                    span.end = tag.span.end;
                }
            }
            _ => {}
        }
    }
    macros
}

fn tags(body: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut at = 0;
    while let Some(found) = body.get(at..).and_then(|rest| rest.find('{')) {
        let start = at + found;
        let rest = body.get(start + 1..).unwrap_or_default();
        let closing = match rest.chars().next() {
            Some('#') => "#}",
            Some('%') => "%}",
            _ => {
                at = start + 1;
                continue;
            }
        };
        let Some(length) = rest.find(closing) else { break };
        let inside = rest.get(..length).unwrap_or_default();
        at = start + 1 + length + closing.len();
        if closing == "%}" {
            let words = inside.trim_matches(['%', '-', '+']).split_whitespace().collect();
            tags.push(Tag { words, span: start..at });
        }
    }
    tags
}

/// Whether the line with words before a place is a heading. What another section may
/// hold in between is not known, so that its tags are looked at as words.
fn follows_heading(body: &str, start: usize) -> bool {
    let before = body.get(..start).unwrap_or_default();
    let is_passed_over = |line: &&str| {
        let is_tag = line.starts_with("{%") && line.ends_with("%}") && !line.contains("block");
        line.is_empty() || is_tag || (line.starts_with("{#") && line.ends_with("#}"))
    };
    let mut lines = before.lines().rev().map(str::trim).skip_while(is_passed_over);
    lines.next().is_some_and(|line| line.starts_with('#'))
}

/// Whether a tag stands alone on its line, at its beginning, and not between the fences of
/// a special block.
fn is_of_blocks(body: &str, tag: &Span) -> bool {
    let before = body.get(..tag.start).unwrap_or_default();
    let after = body.get(tag.end..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let fences = before.lines().filter(|line| line.trim_start().starts_with("```")).count();
    let begins_line = before.is_empty() || before.ends_with('\n');
    begins_line && after.trim().is_empty() && fences % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(body: &str) -> Vec<String> {
        sections(body).into_iter().map(|section| section.name).collect()
    }

    #[test]
    fn sections_are_found_however_their_tags_are_written() {
        let body = "{%- block a -%}{% endblock %}{#{% block b %}#}{%block  c%}{% if x %}{% block d";
        assert_eq!(names(body), ["a", "c"]);
    }

    #[test]
    fn a_section_reaches_to_its_own_end() {
        let body = "x {% block a %}y{% block b %}z{% endblock %}å{% endblock %} ä";
        let spans: Vec<&str> = sections(body).iter().map(|s| &body[s.span.clone()]).collect();
        assert_eq!(
            spans,
            [
                "{% block a %}y{% block b %}z{% endblock %}å{% endblock %}",
                "{% block b %}z{% endblock %}"
            ]
        );
    }

    #[test]
    fn a_section_follows_the_heading_that_stands_right_before_it() {
        let follows = |body: &str| sections(body).last().map(|section| section.follows_heading);
        for body in ["## A\n\n{% block a %}", "## A\n{% if x %}\n{# Därför #}\n\n{% block a %}"] {
            assert_eq!(follows(body), Some(true), "{body}");
        }
        for body in [
            "{% block a %}",
            "## A\n\nText.\n\n{% block a %}",
            "## A\n\n{% block b %}\n{% endblock %}\n\n{% block a %}",
        ] {
            assert_eq!(follows(body), Some(false), "{body}");
        }
    }

    #[test]
    fn a_section_of_blocks_has_lines_of_its_own() {
        let of_blocks = |body: &str| sections(body).last().map(|section| section.is_of_blocks);
        for body in
            ["{% block a %}\nText.", "Text.\n{% block a %}  \n", "```x\na\n```\n{% block a %}"]
        {
            assert_eq!(of_blocks(body), Some(true), "{body}");
        }
        for body in
            ["Text {% block a %}", "{% block a %} text", "- {% block a %}", "```x\n{% block a %}"]
        {
            assert_eq!(of_blocks(body), Some(false), "{body}");
        }
    }
}
