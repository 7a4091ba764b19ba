//! What a year file has so many of beside clients: posts, ombud, meetings.

use super::Word;

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Posts,
        "heltidstjänst|heltidstjänster|heltidstjänsterna|heltidstjänsten|årsanställning|\
         årsanställningar|årsanställningarna|årsarbetare|årsarbetarna|helårstjänst|\
         helårstjänster|tjänster|tjänst|tjänsterna|tjänsten|heltider|heltid|heltidsanställda|\
         heltidsanställningar|ombudstjänster|ombudstjänst|ombudstjänsterna|ombudstjänsten|\
         heltidsombud|hela tjänster|hel tjänst|årsverken|årsarbetskrafter",
    ),
    (
        Word::Ombud,
        "ombud|ombuden|ombudet|ombudens|ombudets|ombuds|personliga ombud|personligt ombud|\
         personliga ombuden|personliga ombudet|ombudsverksamheten|po",
    ),
    (Word::Employed, "anställda|anställd|anställts"),
    (
        Word::AsOmbud,
        "som ombud|som personligt ombud|som personliga ombud|är ombud|är personliga ombud",
    ),
    (
        Word::Refused,
        "fått nej|fick nej|får nej|nekats|nekades|nekas|avvisats|avvisades|fått avslag|\
         fick avslag|hänvisats vidare|fått vänta",
    ),
    (Word::SteeringGroup, "ledningsgrupp|ledningsgruppen|ledningsgruppens"),
    (
        Word::Meetings,
        "möten|mötena|möte|mötet|gånger|gång|tillfällen|tillfälle|sammanträden|sammanträde|\
         träffar|ledningsgruppsmöten|ledningsgruppsmöte|träff|gången",
    ),
    (
        Word::Partners,
        "myndigheter och organisationer|organisationer och myndigheter|parter|samverkansparter|\
         samverkansparterna|samarbetspartner|samarbetsparter",
    ),
    (
        Word::Shortcomings,
        "brister|bristerna|brist|bristen|systembrister|systembrist|bristområden|systemfel",
    ),
    (
        Word::Boards,
        "stadsdelsnämnder|stadsdelsnämnderna|nämnder|nämnderna|kommuner|kommunerna|\
         stadsdelsförvaltningar|stadsdelsförvaltningarna|kommun",
    ),
];
