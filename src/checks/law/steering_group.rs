//! Who has to be represented in the ledningsgrupp.

use crate::checks::{Report, Subject};
use crate::swedish::folded;
use crate::year_file::YearFile;

/// One of the five that have to be there.
struct Seat {
    /// What it is called in a message.
    name: &'static str,
    /// Whether somebody in the list, in lower case, sits there.
    is_taken_by: fn(&str, &YearFile) -> bool,
}

const SEATS: [Seat; 5] = [
    Seat { name: "kommunen", is_taken_by: is_of_municipality },
    Seat {
        name: "regionens primärvård", is_taken_by: |member, _| has_any(member, &PRIMARY_CARE)
    },
    Seat { name: "regionens psykiatri", is_taken_by: |member, _| is_of_psychiatry(member) },
    Seat {
        name: "Arbetsförmedlingen",
        is_taken_by: |member, _| member.contains("arbetsförmedling") || has_word(member, &["af"]),
    },
    Seat {
        name: "Försäkringskassan",
        is_taken_by: |member, _| member.contains("försäkringskass") || has_word(member, &["fk"]),
    },
];

/// Parts of words that say that somebody comes from the kommun. What a förvaltning is
/// called differs, so that it is enough to be one.
const MUNICIPALITY: [&str; 13] = [
    "kommun",
    "stadsdel",
    "förvaltning",
    "nämnd",
    "socialchef",
    "socialtjänst",
    "socialkontor",
    "socialpsykiatri",
    "omsorg",
    "individ- och familje",
    "boendestöd",
    "biståndshandlägg",
    "biståndsenhet",
];

/// Words that say the same.
const MUNICIPALITY_WORDS: [&str; 6] = ["stad", "stads", "staden", "stadens", "ifo", "lss"];

/// Parts of words for primärvård.
const PRIMARY_CARE: [&str; 8] = [
    "primärvård",
    "vårdcentral",
    "hälsocentral",
    "närhälsan",
    "närsjukvård",
    "husläkar",
    "familjeläkar",
    "distriktsläkar",
];

/// Parts of words for psykiatri. Psykosocial care is something else.
const PSYCHIATRY: [&str; 4] = ["psykiatri", "psykosvård", "psykosmottag", "psykosöppenvård"];

/// Parts of words that say that somebody comes from the region.
const REGION: [&str; 4] = ["region", "landsting", "sjukvård", "patientnämnd"];

/// Words that say that nobody is there. Inga is also a name.
const ABSENT: [&str; 11] = [
    "saknas", "saknar", "ingen", "inget", "inte", "ej", "vakant", "vakans", "avböjt", "avstår",
    "obesatt",
];

pub(super) fn all_five(subject: &Subject<'_>, report: &mut Report<'_>) {
    let path = ["verksamhet", "ledningsgrupp"];
    if report.is_left_out(&path) {
        report.add(
            &report.key(&path),
            "ledningsgruppen saknas",
            "Lägg till `ledningsgrupp:` under `verksamhet:`.",
        );
        return;
    }
    let members = &subject.year_file.operation.steering_group.members;
    for seat in &SEATS {
        let is_taken_by =
            |member: &str| (seat.is_taken_by)(&member.to_lowercase(), subject.year_file);
        let mut named = members.iter().filter(|member| is_taken_by(member));
        let Some(first) = named.next() else {
            report.add(
                &report.key(&["verksamhet", "ledningsgrupp", "ledamöter"]),
                format!("{} saknas i ledningsgruppen", seat.name),
                format!("Lägg till {} bland `ledamöter:`.", seat.name),
            );
            continue;
        };
        if is_absent(first) && named.all(|member| is_absent(member)) {
            report.add(
                &first.span,
                format!("”{}” är ingen företrädare för {}", first.as_str(), seat.name),
                "Alla fem ska vara företrädda. Rätta raden när företrädaren är utsedd.",
            );
        }
    }
}

/// Whether somebody comes from the kommun: by a word, or by one of the names that the
/// year file has for the kommun and its parts.
fn is_of_municipality(member: &str, year_file: &YearFile) -> bool {
    if member.contains("kommun") || member.contains("socialpsykiatri") {
        return true;
    }
    if has_any(member, &REGION) {
        return false;
    }
    if has_any(member, &MUNICIPALITY) || has_word(member, &MUNICIPALITY_WORDS) {
        return true;
    }
    // Others have offices in the kommun that bear its name.
    let is_other = SEATS.iter().skip(1).any(|seat| (seat.is_taken_by)(member, year_file));
    let sender = &year_file.sender;
    let own = [&sender.municipality, &sender.department].into_iter();
    let names = own.chain(&year_file.operation.area).filter_map(|name| place_name(name.known()?));
    !is_other && names.into_iter().any(|name| folded(member).contains(&name))
}

/// The name of a kommun or a part of one without the word for what it is, as it is
/// compared: `Lindsunds kommun` is Lindsund.
fn place_name(name: &str) -> Option<String> {
    let name = name.to_lowercase();
    let place = name.split(" kommun").next().and_then(|name| name.split(" stad").next())?;
    let is_shortened = place.len() < name.len();
    let place = place.strip_suffix('s').filter(|_| is_shortened).unwrap_or(place);
    (place.chars().count() > 2).then(|| folded(place))
}

/// Socialpsykiatri is the kommun's, unless it is said to be the region's.
fn is_of_psychiatry(member: &str) -> bool {
    let others = member.replace("socialpsykiatri", "");
    has_any(&others, &PSYCHIATRY)
        || member.contains("socialpsykiatri") && has_any(member, &["region", "landsting"])
}

fn has_any(member: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| member.contains(part))
}

fn has_word(member: &str, words: &[&str]) -> bool {
    member.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word))
}

fn is_absent(member: &str) -> bool {
    has_word(&member.to_lowercase(), &ABSENT)
}
