//! More and fewer, first and last, as many.

use super::{Trend, Word};

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Trend(Trend::More),
        "allt fler|fortsatte att växa|fortsatt att växa|fortsätter att växa|blivit vanligare|\
         allt vanligare|vanligare|vanligare att|ökat|växa|ökade|ökar|öka|ökning|ökningen|fler|\
         flera än|växt|växte|växer|stigit|steg|stiger|uppgång|uppgången|större|högre|gick upp|\
         gått upp|tillväxt|mer|ökande|fördelade sig på fler|tilltagit|tilltog|vuxit|gick uppåt|\
         stigande|uppåt",
    ),
    (
        Word::Trend(Trend::Fewer),
        "blivit en mindre vanlig|blivit mindre vanlig|blivit mindre vanligt|blivit mindre vanliga|allt färre|avta|avtar|fallit|föll|faller|fortsatte att minska|fortsatte att sjunka|\
         sjunka|förkortats|förkortades|krymper|blivit ovanligare|blivit kortare|blev kortare|\
         kortare kö|minskat|kortats|kortades|försvunnit|minskade|minskar|minska|minskning|\
         minskningen|färre|sjunkit|sjönk|sjunker|nedgång|nedgången|lägre|mindre|gick ner|\
         gått ner|gick ned|gått ned|krympt|krympte|avtagit|avtog|minskande|tapp|gick tillbaka|\
         gått tillbaka|sjunkande|nedåt|mindre än|mattats av|dalat|dalade|backat|backade",
    ),
    (
        Word::Trend(Trend::Same),
        "oförändrat|oförändrad|oförändrade|oförändrats|samma|på samma nivå|samma nivå|\
         lika många som|lika stort|lika stor|densamma|detsamma|stabilt|stabil|konstant|\
         varken ökat eller minskat|ligger kvar|låg kvar|ligger still|stillastående|legat stilla|\
         låg stilla|legat kvar|är kvar på samma nivå|ingen förändring|inga förändringar|i nivå",
    ),
    (
        Word::Trend(Trend::Doubled),
        "fördubblats|fördubblades|fördubblat|fördubblade|dubblerats|dubblerades|dubbelt så många|\
         dubbelt så stort|fördubbling|dubblats|dubblades|mer än fördubblats",
    ),
    (
        Word::Trend(Trend::Tripled),
        "tredubblats|tredubblades|tredubblat|tredubblade|tre gånger så många|trefaldigats",
    ),
    (
        Word::Trend(Trend::Halved),
        "minskade med hälften|minskat med hälften|halverats|halverades|halverat|halverade|\
         hälften så många|halvering|hälften så stort",
    ),
    (
        Word::Trend(Trend::Changed),
        "förändrats|förändring|förändringen|skiljer|skillnad|skillnaden|förändrades",
    ),
    (
        Word::Trend(Trend::NotMore),
        "inte ökat|inte ökade|ökade inte|ökar inte|inte ökar|inte blivit fler|blev inte fler|\
         inte stigit|steg inte|inte vuxit|växte inte|inte fler|ingen ökning",
    ),
    (
        Word::Trend(Trend::NotFewer),
        "inte minskat|inte minskade|minskade inte|minskar inte|inte minskar|inte blivit färre|\
         blev inte färre|inte sjunkit|sjönk inte|inte färre|ingen minskning",
    ),
    (
        Word::Roughly,
        "i stort sett|i princip|nästan helt|relativt|förhållandevis|i huvudsak|tämligen|ganska|\
         ungefär samma|i stort|väsentligen|praktiskt taget|så gott som|mer eller mindre|\
         nästintill|närmast|ungefärligen",
    ),
    (
        Word::Rank { is_least: false },
        "vanligast är att|vanligast var att|vanligast att|vanligaste är att|vanligaste var att|\
         vanligast|vanligaste|oftast|störst|största|flest|högst andel|högst|högsta|främst|\
         främsta|framför allt|i första hand|dominerar|dominerade|dominerande|dominerades|flesta|\
         toppar|toppade|ligger i topp|på första plats|etta|mest|mest förekommande|huvudsakliga|\
         vanligen|starkast|överst|enskilt störst|enskilt största|i topp",
    ),
    (
        Word::Rank { is_least: true },
        "minst vanligt är att|minst vanligt att|minst vanligt|ovanligast|ovanligaste|\
         minst vanlig|minst vanliga|färst|minsta|lägst andel|lägsta|minst antal|mest ovanlig|\
         sällan|sällsynt|minst förekommande|på sista plats|längst ner|underst|minst grupp",
    ),
    (
        Word::Second,
        "näst|andra vanligaste|andra plats|på andra plats|tvåa|därefter kommer|därefter|därnäst|\
         följt av|följd av|följda av|följs av|följdes av|tätt följt av|tätt följd av",
    ),
    (Word::Third, "tredje|på tredje plats|trea"),
    (Word::Passed, "gått om|gick om|går om|passerat|passerade|passerar|gått förbi|gick förbi"),
    (
        Word::InOrder,
        "i fallande ordning|i storleksordning|i denna ordning|i den ordningen|i ordning|\
         i nämnd ordning|räknat från den vanligaste|uppräknade från den vanligaste|\
         den vanligaste först|från den vanligaste",
    ),
    (
        Word::AsMany,
        "lika många|jämnt fördelade|jämn|jämn fördelning|jämnt|helt jämn|lika stora|\
         lika stora delar|lika fördelade|jämnt fördelat",
    ),
    (
        Word::InMajority { is_most: true },
        "i majoritet|i klar majoritet|överrepresenterade|överrepresenterad|är i flertal|\
         i flertal|utgör flertalet|utgör majoriteten|utgör en majoritet|utgjorde en majoritet|\
         utgjorde majoriteten|övervikt|överväger|övervägde",
    ),
    (
        Word::InMajority { is_most: false },
        "i minoritet|underrepresenterade|underrepresenterad|utgör en minoritet|\
         utgjorde en minoritet",
    ),
];
