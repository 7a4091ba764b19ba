use super::wrong::Cause;
use super::*;

/// What is wrong with a text, as the user reads it, after the place.
fn said(text: &str, language: Language) -> Vec<String> {
    let reading = read(text, language);
    let said = |wrong: &Wrong| {
        format!("{} {}", text.get(wrong.span.clone()).unwrap_or("?"), wrong.cause.said(language).1)
    };
    reading.wrong.iter().map(said).collect()
}

fn names(text: &str) -> Vec<String> {
    read(text, Language::Text).names.into_iter().map(|name| name.path).collect()
}

#[test]
fn a_text_can_have_names_filters_conditions_and_loops() {
    for text in [
        "",
        "Utan klamrar.",
        "{{ år }}",
        "{{år}}",
        "{{- handläggare.telefon -}}",
        "{{ kön[1].antal }}",
        "{{ kommun|genitiv|versal }}",
        "{{ 3|nummer }}",
        "{{ [mening.nya, mening.kö]|stycke }}",
        "{% if kö is defined %}{{ kö }}{% elif nya %}a{% else %}b{% endif %}",
        "{% if klienter.antal > 100 and not (kö or 'x' not in texter) %}a{% endif %}",
        "{% for brist in brister %}{{ loop.index|nummer }} {{ brist.område }}{% else %}–{% endfor %}",
        "{# en anmärkning #}",
        "{# utan {{ mening #}",
        "100 % { s. 4 }",
        "en [sic] mängd {",
    ] {
        assert_eq!(said(text, Language::Text), [""; 0], "{text}");
    }
}

#[test]
fn a_text_can_have_nothing_more() {
    insta::assert_debug_snapshot!(
        [
            "{{ 1 + 1 }}",
            "{{ -1 }}",
            "{{ a ~ b }}",
            "{{ a // 2 }}",
            "{{ a ** 2 }}",
            "{{ 7 % 2 }}",
            "{{ range(9) }}",
            "{{ debug() }}",
            "{{ a.b() }}",
            "{{ a|indent(9) }}",
            "{{ a|lista(9) }}",
            "{{ a|safe }}",
            "{{ a|join }}",
            "{{ [1, 2] }}",
            "{{ [[1], 2]|lista }}",
            "{{ {} }}",
            "{{ \"\\u0000\" }}",
            "{{ ”a” }}",
            "{{ \"a }}",
            "{{ 1.5 }}",
            "{{ 0x1F }}",
            "{{ 18446744073709551615 }}",
            "{{ }}",
            "{{ a b }}",
            "{{ a if b }}",
            "{{ a == b }}",
            "{{ a[b] }}",
            "{{ a[:2] }}",
            "{{ a..b }}",
            "{{ a.e-post }}",
            "{{ a| }}",
            "{% if a is odd %}{% endif %}",
            "{% set a = 1 %}",
            "{% macro a() %}",
            "{% include \"a\" %}",
            "{% from \"delar\" import a %}",
            "{% raw %}",
            "{% block a %}",
            "{% hitta på %}",
            "{% %}",
            "{% 1 %}",
            "{% if a %}",
            "{% endif %}",
            "{% for a in b %}{% endif %}",
            "{% else %}",
            "{% for a in b recursive %}{% endfor %}",
            "{% for a, b in c %}{% endfor %}",
            "{{ a",
            "{% if a }}",
            "{# a",
            "a }} b",
            "a %} b",
            "{klienter}",
            "{ klienter }}",
            "{{ a }",
            "{% for a in b %}{{ loop.cycle }}{% endfor %}",
            "{{ not a }}",
            "{{ none }}",
        ]
        .map(|text| (text, said(text, Language::Text)))
    );
}

#[test]
fn a_template_can_have_sections_and_macros_but_nothing_that_reckons() {
    for text in [
        "{% block a %}{% endblock %}{% block b %}{% endblock b %}",
        "{% macro a(b, c=\"\") %}{{ b }}{% endmacro %}{{ a(1, c=\"x\") }}",
        "{% from \"delar\" import a, b %}{{ a() }}{{ b(c.d, \"e\") }}",
        "{% set a = b|map(attribute=\"c\")|list %}{{ a|first }}",
        "{% for a in b[:10] %}{{ c[loop.index0] }}{% endfor %}",
        "{{ [(\"a\" if a), (\"b\" if b else \"c\")]|select|lista }}",
        "{{ a|default(100) }}",
        "{% if a|rejectattr(\"b\")|list or a is number %}{% endif %}",
    ] {
        assert_eq!(said(text, Language::Template), [""; 0], "{text}");
    }
    insta::assert_debug_snapshot!(
        [
            "{{ a ~ b }}",
            "{{ a + b }}",
            "{{ super() }}",
            "{{ self.a() }}",
            "{{ caller() }}",
            "{{ loop(a) }}",
            "{{ a|indent(9) }}",
            "{{ a|lista(9) }}",
            "{{ a|versal|batch(2) }}",
            "{% set a %}b{% endset %}",
            "{% set a = [b, b] %}",
            "{% set a = [b, b]|list %}",
            "{% macro a() %}{% endmacro %}{{ a([b, b]|list) }}",
            "{% include \"delar\" %}",
            "{% import \"delar\" as a %}",
            "{% from \"redovisning\" import a %}",
            "{% extends \"delar\" %}",
            "{% filter versal %}",
            "{% call a() %}",
            "{% do a %}",
            "{% with a = 1 %}",
            "{% autoescape false %}",
            "{% macro a(b=1) %}{% endmacro %}",
            "{% block a %}",
        ]
        .map(|text| (text, said(text, Language::Template)))
    );
}

#[test]
fn everything_has_a_bound() {
    let nested = |open: &str, close: &str, times: usize| {
        format!("{}a{}", open.repeat(times), close.repeat(times))
    };
    for (text, cause) in [
        (format!("{{{{ a{} }}}}", ".a".repeat(100_000)), Cause::TooLong),
        (format!("{{{{ a{} }}}}", "[0]".repeat(100_000)), Cause::TooLong),
        (format!("{{{{ a{} }}}}", "|versal".repeat(100_000)), Cause::TooLong),
        (format!("{{% if {}a %}}{{% endif %}}", "not ".repeat(100_000)), Cause::TooLong),
        (format!("{{% if {}a %}}{{% endif %}}", "not ".repeat(20)), Cause::TooDeep),
        (format!("{{% if a{} %}}{{% endif %}}", " and a".repeat(100_000)), Cause::TooLong),
        (format!("{{% if {} %}}{{% endif %}}", nested("(", ")", 20)), Cause::TooDeep),
        (format!("{{{{ {}|lista }}}}", nested("[", "]", 20)), Cause::List),
        (nested("{% if a %}", "{% endif %}", 20), Cause::TooNested),
        (nested("{% for a in b %}", "{% endfor %}", 4), Cause::TooNested),
        (format!("{{% if a %}}{}{{% endif %}}", "{% elif b %}".repeat(99)), Cause::TooManyBranches),
    ] {
        for language in [Language::Text, Language::Template] {
            let wrong = read(&text, language).wrong;
            let start: String = text.chars().take(40).collect();
            assert_eq!(
                wrong.first().map(|wrong| &wrong.cause),
                Some(&cause),
                "{start} {language:?}"
            );
        }
    }
    let long = format!("{{% macro a() %}}{}{{% endmacro %}}", "a".repeat(2_000));
    assert_eq!(
        read(&long, Language::Template).wrong.first().map(|wrong| &wrong.cause),
        Some(&Cause::LongLiteral)
    );
}

#[test]
fn the_names_that_a_text_asks_for_are_placed() {
    assert_eq!(
        names("kö {{ kö }} {% if nya.antal or x[0].y %}{% endif %}"),
        ["kö", "nya.antal", "x"]
    );
    assert_eq!(names("{% for a in b %}{{ a.c }}{{ loop.index }}{% endfor %}{{ a }}"), ["b", "a"]);
    assert_eq!(names("{{ [mening.a, mening.b]|stycke }}"), ["mening.a", "mening.b"]);
    let reading = read("å {{ kö.antal }}", Language::Text);
    assert_eq!(reading.names, [AskedName { path: "kö.antal".to_owned(), span: 6..15 }]);
}

#[test]
fn a_name_in_decomposed_letters_is_the_same_name_at_the_same_place() {
    let text = "{{ ko\u{308} }} ko\u{308} {% if \"a\u{30a}\" in texter %}{{ kö }}{% endif %}";
    let reading = read(text, Language::Text);
    assert_eq!(reading.text, "{{ kö  }} ko\u{308} {% if \"å\"  in texter %}{{ kö }}{% endif %}");
    assert_eq!(reading.text.len(), text.len());
    assert_eq!(reading.names.first().map(|name| name.path.as_str()), Some("kö"));
}

#[test]
fn spaces_of_other_kinds_are_spaces_between_braces() {
    assert_eq!(read("{{\u{a0}kö\u{202f}}}\u{a0}a", Language::Text).text, "{{  kö   }}\u{a0}a");
}

#[test]
fn bullets_at_the_start_of_lines_become_a_list() {
    let shown = |text: &str| read(text, Language::Text).text;
    assert_eq!(shown("Så här:\n• a\n  •\tb\n"), "Så här:\n-   a\n  -   b\n");
    assert_eq!(shown("– a\n– b\n\nx"), "-   a\n-   b\n\nx");
    assert_eq!(shown("Så här:\n– a\n– {{ år }}\n"), "Så här:\n-   a\n-   {{ år }}\n");
    assert_eq!(shown("Vi hade\n– en i maj\n– en till"), "Vi hade\n-   en i maj\n-   en till");
    assert_eq!(shown("·\ta\no\tb\n\u{F0B7}\tc\n–\td"), "-  a\n- b\n-   c\n-   d");
    // A pause in a sentence, and something that someone says.
    for text in [
        "Det var mycket\n– särskilt i maj –\noch",
        "– Hej, sa hen.\n\nSedan",
        "a • b",
        "•a",
        "o ja",
    ] {
        assert_eq!(shown(text), text);
    }
}
