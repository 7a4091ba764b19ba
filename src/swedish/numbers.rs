//! Numbers in digits and in words.

use super::FIXED_SPACE;

/// Groups thousands with fixed spaces: `1 209 600`.
#[must_use]
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(FIXED_SPACE);
        }
        out.push(digit);
    }
    out
}

/// A difference with its sign: `+12`, `−21`, `0`.
#[must_use]
pub fn signed(number: i64) -> String {
    let sign = match number {
        0 => "",
        1.. => "+",
        _ => "\u{2212}",
    };
    format!("{sign}{}", grouped(number.unsigned_abs()))
}

/// A number of tenths with one decimal: 239 is `23,9`.
#[must_use]
pub fn tenths(tenths: u64) -> String {
    format!("{},{}", grouped(tenths / 10), tenths % 10)
}

/// One to twelve in words, as running text has them; larger numbers in digits.
///
/// `neuter` chooses between `ett barn` and `en tjänst`.
#[must_use]
pub fn in_words(number: u64, neuter: bool) -> String {
    const WORDS: [&str; 13] = [
        "noll", "en", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva",
        "tolv",
    ];
    let word = usize::try_from(number).ok().and_then(|index| WORDS.get(index));
    match word {
        Some(_) if number == 1 && neuter => "ett".to_owned(),
        Some(word) => (*word).to_owned(),
        None => grouped(number),
    }
}

/// A place in an order in words up to the twelfth, `tredje`; larger ones as `13:e`.
#[must_use]
pub fn ordinal(number: usize) -> String {
    const WORDS: [&str; 13] = [
        "nollte", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde",
        "nionde", "tionde", "elfte", "tolfte",
    ];
    match (WORDS.get(number), number % 10, number % 100) {
        (Some(word), ..) => (*word).to_owned(),
        (None, 1 | 2, tens) if !matches!(tens, 11 | 12) => format!("{number}:a"),
        (None, ..) => format!("{number}:e"),
    }
}

/// A number from two to ninety-nine that is written in words: `fyra`, `tjugotre`. `En` and
/// `ett` are articles as well and no numbers here.
#[must_use]
pub fn number_of_words(word: &str) -> Option<u64> {
    const UNITS: [&str; 18] = [
        "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton",
        "fjorton", "femton", "sexton", "sjutton", "arton", "nitton",
    ];
    const TENS: [(&str, u64); 8] = [
        ("tjugo", 20),
        ("trettio", 30),
        ("fyrtio", 40),
        ("femtio", 50),
        ("sextio", 60),
        ("sjuttio", 70),
        ("åttio", 80),
        ("nittio", 90),
    ];
    let unit = |word: &str| (2..).zip(UNITS).find(|(_, name)| *name == word).map(|(n, _)| n);
    if let Some(number) = unit(word) {
        return Some(number);
    }
    let (rest, tens) =
        TENS.iter().find_map(|(name, tens)| Some((word.strip_prefix(name)?, *tens)))?;
    match rest {
        "" => Some(tens),
        "en" | "ett" => Some(tens + 1),
        _ => unit(rest).filter(|unit| *unit < 10).map(|unit| tens + unit),
    }
}

/// `1 209 600 kronor`, and `1 krona`.
#[must_use]
pub fn kronor(amount: u64) -> String {
    let unit = if amount == 1 { "krona" } else { "kronor" };
    format!("{}{FIXED_SPACE}{unit}", grouped(amount))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_are_read() {
        for (word, number) in
            [("två", 2), ("sjutton", 17), ("trettio", 30), ("fyrtiotvå", 42), ("nittionio", 99)]
        {
            assert_eq!(number_of_words(word), Some(number), "{word}");
        }
        for word in ["en", "ett", "tjugotolv", "fyran", "hundra"] {
            assert_eq!(number_of_words(word), None, "{word}");
        }
    }

    #[test]
    fn thousands_are_grouped_with_fixed_spaces() {
        assert_eq!(grouped(0), "0");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1000), "1\u{a0}000");
        assert_eq!(grouped(1_209_600), "1\u{a0}209\u{a0}600");
    }

    #[test]
    fn differences_have_a_real_minus_sign() {
        assert_eq!([signed(-21), signed(0), signed(5)], ["\u{2212}21", "0", "+5"]);
    }

    #[test]
    fn small_numbers_have_words() {
        assert_eq!(in_words(1, false), "en");
        assert_eq!(in_words(1, true), "ett");
        assert_eq!(in_words(12, false), "tolv");
        assert_eq!(in_words(13, false), "13");
    }

    #[test]
    fn places_have_words_too() {
        let places = [1, 3, 12, 13, 21, 112].map(ordinal);
        assert_eq!(places, ["första", "tredje", "tolfte", "13:e", "21:a", "112:e"]);
    }
}
