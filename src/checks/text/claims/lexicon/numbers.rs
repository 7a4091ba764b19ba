//! What makes a number less exact, and fractions in words.

use super::Word;
use crate::checks::text::claims::stated::{Closeness, ShareRange, WHOLE};

const fn around(share: u64, off: u64) -> Word {
    Word::Fraction(ShareRange::around(share, off))
}

const fn between(from: u64, to: u64) -> Word {
    Word::Fraction(ShareRange { from, to })
}

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Rounded(Closeness::About),
        "ungefär|cirka|ca|omkring|runt|kring|runt omkring|i storleksordningen|uppskattningsvis|\
         sådär|nära",
    ),
    (
        Word::Rounded(Closeness::Barely),
        "drygt|dryga|dryg|strax över|litet över|lite över|något över|lite mer än|något mer än|\
         strax ovanför|en bit över",
    ),
    (
        Word::Rounded(Closeness::Nearly),
        "knappt|nästan|närmare|strax under|lite under|något under|inte fullt|knappa|knapp|bortåt|\
         uppemot|nära nog|inemot|näst intill|nästintill|lite mindre än|något mindre än|\
         inte riktigt|lite drygt under",
    ),
    (Word::Rounded(Closeness::MoreThan), "fler än|mer än|över|överstiger|översteg"),
    (Word::Rounded(Closeness::LessThan), "färre än|mindre än|understiger|understeg"),
    (Word::Rounded(Closeness::AtLeast), "minst|åtminstone|inte mindre än|lägst"),
    (Word::Rounded(Closeness::AtMost), "högst|som mest|maximalt|inte mer än"),
    (around(500, 30), "hälften|halva|halva gruppen|varannan|vartannat"),
    (around(333, 40), "tredjedel|tredjedelen|var tredje|vart tredje"),
    (around(667, 40), "två tredjedelar|två av tre"),
    (around(250, 30), "fjärdedel|fjärdedelen|kvarts|kvart|var fjärde|vart fjärde|en fjärdedel"),
    (around(750, 35), "tre fjärdedelar|tre av fyra"),
    (around(200, 25), "femtedel|femtedelen|var femte|vart femte|en av fem"),
    (around(400, 30), "två femtedelar|två av fem"),
    (around(600, 30), "tre femtedelar|tre av fem"),
    (around(800, 30), "fyra femtedelar|fyra av fem"),
    (around(167, 18), "sjättedel|var sjätte|vart sjätte|en av sex"),
    (around(143, 15), "sjundedel|var sjunde|vart sjunde|en av sju"),
    (around(125, 14), "åttondel|åttondedel|var åttonde|vart åttonde|en av åtta"),
    (around(111, 10), "niondel|var nionde|vart nionde"),
    (around(100, 12), "tiondel|tiondedel|var tionde|vart tionde|en av tio"),
    (around(50, 8), "tjugondel|var tjugonde"),
    (around(250, 40), "en av fyra"),
    (around(333, 41), "en av tre"),
    (around(500, 31), "en av två"),
    (
        between(501, 1000),
        "majoriteten|majoritet|flertalet|merparten|merpart|de flesta|mer än hälften|\
         fler än hälften|över hälften|mer än varannan|huvuddelen|lejonparten|största delen|\
         den största delen|en klar majoritet|klar majoritet|den övervägande delen|\
         övervägande delen|övervägande del|flertal|mesta delen|största del",
    ),
    (
        between(0, 499),
        "minoritet|minoriteten|mindre än hälften|färre än hälften|under hälften|\
         mindre än varannan|färre än varannan",
    ),
    (between(WHOLE, WHOLE), "allihop|allesammans|varenda|hela gruppen"),
    (between(0, 0), "ingen|inga|inget|inte någon|inte några|inte en enda|ingen enda|noll"),
];
