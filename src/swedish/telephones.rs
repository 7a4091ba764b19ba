//! Telephone numbers in groups.

/// Area codes of two and three digits: Stockholm, the larger towns, and what belongs
/// to no place: 010, 020 and mobile telephones.
///
/// Source: den svenska telefoninummerplanen (Post- och telestyrelsen), which has 264
/// areas, those of [`FOUR_DIGITS`] among them. In the plan no area code is the
/// beginning of another.
const TWO_AND_THREE_DIGITS: [(&str, &[usize]); 28] = {
    const STOCKHOLM: &[usize] = &[6, 7, 8];
    const TOWN: &[usize] = &[5, 6, 7];
    const FREE: &[usize] = &[5, 6];
    const SEVEN: &[usize] = &[7];
    [
        ("08", STOCKHOLM),
        ("010", SEVEN),
        ("011", TOWN),
        ("013", TOWN),
        ("016", TOWN),
        ("018", TOWN),
        ("019", TOWN),
        ("020", FREE),
        ("021", TOWN),
        ("023", TOWN),
        ("026", TOWN),
        ("031", TOWN),
        ("033", TOWN),
        ("035", TOWN),
        ("036", TOWN),
        ("040", TOWN),
        ("042", TOWN),
        ("044", TOWN),
        ("046", TOWN),
        ("054", TOWN),
        ("060", TOWN),
        ("063", TOWN),
        ("070", SEVEN),
        ("072", SEVEN),
        ("073", SEVEN),
        ("076", SEVEN),
        ("079", SEVEN),
        ("090", TOWN),
    ]
};

/// Area codes of four digits: the first three, and what the fourth can be.
const FOUR_DIGITS: [(&str, &str); 47] = [
    ("012", "01235"),
    ("014", "01234"),
    ("015", "01256789"),
    ("017", "13456"),
    ("022", "01234567"),
    ("024", "013678"),
    ("025", "0138"),
    ("027", "018"),
    ("028", "01"),
    ("029", "0123457"),
    ("030", "01234"),
    ("032", "0125"),
    ("034", "056"),
    ("037", "012"),
    ("038", "0123"),
    ("039", "023"),
    ("041", "01345678"),
    ("043", "0135"),
    ("045", "145679"),
    ("047", "01246789"),
    ("048", "0156"),
    ("049", "012345689"),
    ("050", "0123456"),
    ("051", "012345"),
    ("052", "01234568"),
    ("053", "01234"),
    ("055", "012345"),
    ("056", "0345"),
    ("057", "013"),
    ("058", "012345679"),
    ("059", "01"),
    ("061", "123"),
    ("062", "01234"),
    ("064", "023457"),
    ("065", "01237"),
    ("066", "0123"),
    ("067", "012"),
    ("068", "0247"),
    ("069", "012356"),
    ("091", "01234568"),
    ("092", "0123456789"),
    ("093", "02345"),
    ("094", "0123"),
    ("095", "01234"),
    ("096", "01"),
    ("097", "0135678"),
    ("098", "01"),
];

/// A Swedish telephone number in groups: `08-465 004 00`, `0500-12 34 56`.
///
/// Nothing is said about a number whose area code is not in the plan above or that
/// has too few or too many digits for it: how those are grouped isn't known here.
#[must_use]
pub fn grouped_telephone(number: &str) -> Option<String> {
    let is_sign = |c: char| matches!(c, ' ' | '\u{a0}' | '-' | '–' | '(' | ')');
    if !number.chars().all(|c| c.is_ascii_digit() || is_sign(c)) {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let (area, rest) = divided(&digits)?;
    // Stockholms stad groups its own numbers as the exchange and the extension.
    let is_stockholms_own = area == "08" && rest.starts_with("508") && rest.len() == 8;
    let lengths: &[usize] = match rest.len() {
        5 => &[3, 2],
        6 => &[2, 2, 2],
        7 => &[3, 2, 2],
        8 if is_stockholms_own => &[3, 2, 3],
        8 => &[3, 3, 2],
        _ => return None,
    };
    let mut groups = Vec::new();
    let mut left = rest;
    for length in lengths {
        let (group, after) = left.split_at_checked(*length)?;
        groups.push(group);
        left = after;
    }
    Some(format!("{area}-{}", groups.join(" ")))
}

/// A telephone number as it can be called from anywhere (RFC 3966, 5.1.4): `+46846500400`.
/// Nothing where [`grouped_telephone`] doesn't know the number, unless it begins with `+`.
#[must_use]
pub fn called_telephone(number: &str) -> Option<String> {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    if let Some(abroad) = number.strip_prefix('+') {
        let is_sign = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '\u{a0}' | '-');
        let is_whole = abroad.chars().all(is_sign) && (8..=15).contains(&digits.len());
        return is_whole.then(|| format!("+{digits}"));
    }
    grouped_telephone(number)?;
    digits.strip_prefix('0').map(|digits| format!("+46{digits}"))
}

/// A number that [`called_telephone`] gave, as it is written in Sweden.
#[must_use]
pub fn shown_telephone(called: &str) -> String {
    let within = called.strip_prefix("+46").map(|digits| format!("0{digits}"));
    within.and_then(|number| grouped_telephone(&number)).unwrap_or_else(|| called.to_owned())
}

/// The area code and the rest.
fn divided(digits: &str) -> Option<(&str, &str)> {
    let (area, lengths) = area(digits)?;
    let (area, rest) = digits.split_at_checked(area)?;
    lengths.contains(&rest.len()).then_some((area, rest))
}

/// How long the area code at the start is, and how many digits may follow.
fn area(digits: &str) -> Option<(usize, &'static [usize])> {
    const PLACE: &[usize] = &[5, 6];
    let (first, fourth) = (digits.get(..3)?, digits.get(3..4)?);
    // Calls that cost extra, and not Umeå, 090.
    if digits.starts_with("0900") {
        return None;
    }
    if FOUR_DIGITS.iter().any(|(area, last)| *area == first && last.contains(fourth)) {
        return Some((4, PLACE));
    }
    let known = TWO_AND_THREE_DIGITS.iter().find(|(area, _)| digits.starts_with(area));
    known.map(|(area, lengths)| (area.len(), *lengths))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plan_has_264_areas() {
        let of_no_place = ["010", "020", "070", "072", "073", "076", "079"];
        let short = TWO_AND_THREE_DIGITS.iter().filter(|(area, _)| !of_no_place.contains(area));
        let long: usize = FOUR_DIGITS.iter().map(|(_, last)| last.len()).sum();
        assert_eq!(short.count() + long, 264);
    }

    #[test]
    fn numbers_are_grouped_as_in_sweden() {
        for (number, grouped) in [
            ("08-50809456", "08-508 09 456"),
            ("0846500400", "08-465 004 00"),
            ("0761202204", "076-120 22 04"),
            ("0701-234567", "070-123 45 67"),
            ("0500-123456", "0500-12 34 56"),
            ("0498123456", "0498-12 34 56"),
            ("090123456", "090-12 34 56"),
            ("031-1234567", "031-123 45 67"),
            ("0101234567", "010-123 45 67"),
            ("020123456", "020-12 34 56"),
        ] {
            assert_eq!(grouped_telephone(number).as_deref(), Some(grouped));
        }
    }

    #[test]
    fn numbers_can_be_called_from_anywhere() {
        for (number, called) in [
            ("08-465 004 42", Some("+46846500442")),
            ("0500-12 34 56", Some("+46500123456")),
            ("+46 8 465 004 42", Some("+46846500442")),
            ("+47 22 00 00 00", Some("+4722000000")),
            ("0771-11 22 33", None),
            ("112", None),
            ("+46", None),
            ("+46 anknytning 3", None),
        ] {
            assert_eq!(called_telephone(number).as_deref(), called, "{number}");
        }
        assert_eq!(shown_telephone("+46846500442"), "08-465 004 42");
    }

    #[test]
    fn what_is_not_known_is_not_grouped() {
        for number in [
            "0771112233",
            "0771-112233",
            "0900-1234567",
            "0939-1234567",
            "112",
            "116117",
            "+46846500400",
            "004746500400",
            "0129-123456",
            "070-12345678",
            "08-12345",
        ] {
            assert_eq!(grouped_telephone(number), None, "{number}");
        }
    }
}
