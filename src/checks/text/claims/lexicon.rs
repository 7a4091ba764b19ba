//! The words that claims are made of: one table from word to sense.
//!
//! A sentence is only taken to say something about a figure when every word of the
//! clause is known. What is in no list here may restrict what is counted ("klienter
//! med boendestöd"), and then nobody but the writer knows the truth.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::known::{AT_END, AT_START, CHILDREN, CLOSED, NEW, QUEUE, Topic};
use super::stated::{Closeness, ShareRange, WHOLE};
use crate::measures::{
    AGES, APPLIED_FOR, AREAS, CONTACT_ROUTES, GRANTED, OWN_FUNDS, REASONS, SEXES, TOTAL_COST,
    UNUSED, USED,
};

/// What a word or a group of words says, by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    /// `klienter`: certainly those who have an ombud.
    Clients,
    /// `personer`: clients only where the sentence says so.
    Persons,
    /// `ärenden`: a client's.
    Cases,
    /// What a count is of: `nya`, `avslutades`, `i kö`.
    Of(Topic),
    /// `kvinnor`, `män`: named by the first and the second part of the division.
    Women,
    Men,
    /// `följde med in i 2026`: those at the end of the year before.
    IntoNextYear,
    /// `kvarstod från 2024`: those at the start of the year after.
    FromYearBefore,
    /// `själva`, as a way to an ombud.
    Themselves,
    /// `pågående`, `aktuella`: at some time that has to be said.
    Ongoing,
    /// `pågående`, `öppna`: counted at one time, which has to be said.
    AtOneTime,
    /// A division, or one part of it in general: `orsaken`, `åldersgrupp`.
    Division(&'static str),
    /// `antalet`.
    CountOf,
    /// `andelen`.
    ShareOf,
    /// `totalt`, `sammanlagt`.
    InAll,
    /// `alla`, `samtliga`.
    All,
    /// `ungefär`, `drygt`.
    Rounded(Closeness),
    /// `hälften`.
    Fraction(ShareRange),
    /// `ökat`, `färre`.
    Trend(Trend),
    /// `i stort sett`, `relativt`: what is said to be the same need not be quite.
    Roughly,
    /// `vanligast`, `minst`.
    Rank {
        is_least: bool,
    },
    /// `näst`.
    Second,
    /// `tredje`.
    Third,
    /// `gått om`: larger now, and not larger the year before.
    Passed,
    /// `i fallande ordning`: what is listed has the first places one by one.
    InOrder,
    /// `lika många`.
    AsMany,
    /// `i majoritet`, `överrepresenterade`.
    InMajority {
        is_most: bool,
    },
    /// A time.
    Time(When),
    /// `sedan`.
    Since,
    /// `varje år`.
    EveryYear,
    /// `de senaste åren`: since when is not said.
    RecentYears,
    /// `för tredje året i rad`: the ordinal is a word of its own.
    InARow,
    Than,
    From,
    To,
    /// `med`, after a change: by how much.
    By,
    Part,
    Per,
    /// `jämfört med`, `mot`: what follows is about the year before.
    Against,
    /// `dem`, `dessa`: what the clause before was about.
    They,
    /// `denna orsak`: the part that was named last.
    ThatPart,
    /// `de övriga`: the rest, of whom something else is said.
    Rest,
    /// `kvinnor och män`, of whom one thing is said.
    BothSexes,
    /// `respektive`.
    Respectively,
    /// A word between clauses.
    Break,
    /// `på grund av`: between clauses, or before one of the reasons for contact.
    BecauseOf,
    /// `också`: beside what has been said.
    Besides,
    /// `unga`: of no certain age by itself.
    OfSomeAge,
    /// `då`: at the time that has just been named.
    When,
    /// `att`, which leads to a clause or to what someone does.
    That,
    /// A word between equals.
    And,
    /// `varav`.
    Whereof,
    /// `vilket`, `det är`: what the clause before was about.
    Which,
    Not,
    /// `ska`, `om`, `målet`: no fact.
    Unreal,
    /// `i genomsnitt`, `varje ombud`: no count.
    Average,
    /// `staden`: this service's or a larger one.
    City,
    /// `landet`, `länet`: not this service.
    Elsewhere,
    Money(Purpose),
    /// `länsstyrelsen`, `staten`: who gives the grant.
    Granter,
    /// `hela`, `i sin helhet`.
    Entirely,
    Posts,
    Ombud,
    SteeringGroup,
    Meetings,
    Shortcomings,
    Partners,
    Boards,
    /// A verb or noun that says that clients had contact or support.
    Service,
    /// `som`, which may tell which ones are meant.
    Who,
    /// A finite verb that says nothing about who is counted.
    Verb,
    /// Says nothing about who is counted.
    Neutral,
}

/// How a count has gone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    More,
    Fewer,
    Same,
    Doubled,
    Tripled,
    Halved,
    /// `skiljer sig`, `förändrats`: either way.
    Changed,
    /// `inte ökat`.
    NotMore,
    /// `inte minskat`.
    NotFewer,
}

/// A time, as far as its words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// The reported year, or the one that the sentence is about.
    This,
    /// The year before that.
    Before,
    /// A time that there are no figures for.
    Other,
}

/// What an amount of kronor is said to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The amount with this key.
    Of(&'static str),
    /// `per heltid`: one of the amounts for one full-time post.
    PerPost,
    /// `bidraget`: granted, used or applied for.
    Grant,
    /// `kostnaden`: whose is not said.
    Cost,
}

const fn around(share: u64, off: u64) -> Word {
    Word::Fraction(ShareRange::around(share, off))
}

const fn between(from: u64, to: u64) -> Word {
    Word::Fraction(ShareRange { from, to })
}

/// Words and groups of words, divided by `|`. One that ends with a hyphen is the
/// beginning of a word.
#[rustfmt::skip]
const WORDS: &[(Word, &str)] = &[
    (
        Word::Clients,
        "klient-|klientantalet|klientantal|brukare|brukarna|brukaren|brukares|brukarnas",
    ),
    (
        Word::Persons,
        "person|personer|personerna|personen|individ|individer|individerna|människor|människorna|\
         enskilda|stödsökande|hjälpsökande|sökande|vuxna",
    ),
    (Word::Cases, "fall|fallen|ärende|ärenden|ärendena|ärendet|uppdrag|uppdragen|uppdraget"),
    (
        Word::Of(NEW),
        "nya|ny|nytillkomna|nytillkommen|nytillkommande|tillkom|tillkommit|tillkommer|\
         nyaktualiserade|nyaktualiseringar|nyinskrivna|nyanmälda|nybesök|påbörjades|påbörjats|\
         påbörjade|inleddes|nystartade|nykomna|tillströmningen|tillströmning|inflöde|inflödet|\
         nyinflödet|nyintag|nyintaget|togs in|skrevs in|för första gången|blev aktuella|\
         nytillskott|nytillskottet|nytagna",
    ),
    (
        Word::Of(CLOSED),
        "kunde avslutas|kunnat avslutas|kunde avsluta|kunnat avsluta|avsluta|avslutade|avslutades|avslutats|avslutat|avslutad|avslutas|avslut|avsluten|avslutande|\
         avslutning|avslutningar|avslutningarna|stängdes|stängts|stängda|skrevs ut|\
         lämnade verksamheten|lämnat verksamheten|upphörde|upphört|avrundades",
    ),
    (
        Word::Of(AT_START),
        "inleddes med|började med|börjar året med|vid början|vid dess början|inledde året med|började året med|gick in i året|gick in i året med|när det började|vid årets början|vid årets ingång|vid ingången av|vid ingången till|i början av|\
         vid början av|i ingången av|ingången av|ingången på|inledningen av|i inledningen av|\
         vid årets start|årets början|årets ingång|ingående|den första januari|från årets början|\
         sedan tidigare|sedan tidigare år|gick in i|gick vi in i|när året började|\
         då året började|vid årsskiftet in i",
    ),
    (
        Word::Of(AT_END),
        "avslutade det med|avslutade året med|avslutar året med|gick ur året med|lämnade året med|gick ut med|gått ut med|gick vi ut med|gick ur|gick vi ur|slutade med|slutade året med|var slut|tog slut|vid slutet|vid årets slut|vid dess slut|vid årsskiftet|vid årets utgång|vid utgången av|i slutet av|\
         vid slutet av|i utgången av|utgången av|årets slut|vid årsslutet|årets utgång|utgående|\
         kvarstår|kvarstod|kvarstående|kvarvarande|kvar|kvar i verksamheten|den sista december|\
         sista december|vid årsbokslutet|när året var slut|när året tog slut|då året var slut|\
         lämnade vi över till",
    ),
    (
        Word::IntoNextYear,
        "in i|fortsätter sitt uppdrag in i|följde med in i|följer med in i|gick vidare in i|\
         går vidare in i|tas med in i|togs med in i|fortsatte in i|fortsätter in i|\
         fördes över till|förs över till|överfördes till|fortsätter under|\
         fortsatte sin kontakt under|följde med till|följer med till",
    ),
    (
        Word::FromYearBefore,
        "följde med från|fördes över från|förts över från|överfördes från|kvar från|\
         kvarstod från|med sig från|kvarvarande från|fortsatte från|följt med från",
    ),
    (
        Word::Themselves,
        "själva|själv|på egen hand|egen hand|på eget initiativ|eget initiativ|egenaktualisering|\
         egenanmälan",
    ),
    (
        Word::Of(QUEUE),
        "kön fortsatte|kön blev|kön blivit|har kön|köerna|kö|i kön|köade|köar|köat|köande|på kö|väntade|väntar|väntelista|väntelistan|kölista|\
         kölistan|köplats|köplatser|stod på väntelista|i väntan|väntande|väntat|kön till|\
         kön bestod av|kölängd|kölängden|kön var|kön är|kön har|\
         kön uppgick|kön hade",
    ),
    (
        Word::Of(CHILDREN),
        "barn|barnen|hemmavarande|hemmavarande barn|hemmaboende|barnfamiljer|barnfamilj|\
         barnfamiljerna|minderåriga|minderåriga barn|föräldrar|föräldrarna|förälder|föräldraskap|\
         barn hemma|barn boende hemma|barn under 18 år",
    ),
    (
        Word::Of(Topic::WithoutChildren),
        "utan hemmavarande barn|utan barn|utan barn hemma|inga hemmavarande barn|inga barn hemma|\
         inte hemmavarande barn|saknar hemmavarande barn|saknade hemmavarande barn|\
         inte har hemmavarande barn|inte hade hemmavarande barn|inte har barn hemma|\
         inte några hemmavarande barn",
    ),
    (
        Word::Women,
        "kvinna|en kvinna|kvinnornas|kvinnan|kvinnor|kvinnorna|kvinnlig|kvinnliga|kvinnors",
    ),
    (Word::Men, "män|en man|männens|männen|manliga|manlig|mäns"),
    (
        Word::Ongoing,
        "aktiva|aktuella|aktuell|inskrivna|inskriven",
    ),
    (Word::AtOneTime, "pågående|pågick|öppna|igång|löpande"),
    (Word::Division(SEXES), "könen|könsfördelning|könsfördelningen|kön|könsmässigt"),
    (
        Word::Division(AGES),
        "åldersgrupp|åldersgruppen|åldersgrupper|åldersgrupperna|ålder|åldern|åldersfördelningen|\
         åldrarna|åldrar|åldersintervallet|åldersspannet|ålderskategorin",
    ),
    (
        Word::Division(AREAS),
        "område|området|områden|områdena|områdesvis|stadsdel|stadsdelen|stadsdelar|stadsdelarna|\
         kommundel|kommundelen|kommundelar|kommundelarna|kommundelsvis|ort|orten|orter|orterna|\
         stadsdelsområde|stadsdelsområdet|stadsdelsområden|bostadsort|geografiskt|bostadsområde|\
         hemort",
    ),
    (
        Word::Division(REASONS),
        "orsak|orsaken|orsaker|orsakerna|kontaktorsak|kontaktorsaken|kontaktorsaker|\
         kontaktorsakerna|anledning|anledningen|anledningar|anledningarna|skäl|skälet|skälen|\
         ärendetyp|ärendetypen|frågan|sökorsak|sökorsaken|behovsområde|behovsområdet|frågor|\
         problemområde|problemområdet",
    ),
    (
        Word::Division(CONTACT_ROUTES),
        "väg|vägar|kontaktväg|kontaktvägen|kontaktvägar|kontaktvägarna|kontaktvägs|vägen in|vägar in|\
         väg in|ingången|vägen till ett ombud|vägen till ombud|vägen till ombudet|\
         vägen till ombuden|vägen till verksamheten|vägen till personligt ombud|väg till ombudet",
    ),
    (Word::CountOf, "antalet|antal|volymen|numerären|numerärt"),
    (Word::ShareOf, "andelen|andel|proportionen"),
    (
        Word::InAll,
        "totalt|sammanlagt|sammantaget|totala|sammanlagda|allt som allt|tillsammans|inalles|\
         i allt|totalsumman|totalsiffran|summan",
    ),
    (Word::All, "alla|samtliga"),
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
    (
        Word::Trend(Trend::More),
        "allt fler|fortsatte att växa|fortsatt att växa|fortsätter att växa|blivit vanligare|allt vanligare|vanligare|vanligare att|ökat|växa|ökade|ökar|öka|ökning|ökningen|fler|flera än|växt|växte|växer|stigit|steg|stiger|\
         uppgång|uppgången|större|högre|gick upp|gått upp|tillväxt|mer|ökande|\
         fördelade sig på fler|tilltagit|tilltog|vuxit|gick uppåt|stigande|uppåt",
    ),
    (
        Word::Trend(Trend::Fewer),
        "allt färre|avta|avtar|fallit|föll|faller|fortsatte att minska|fortsatte att sjunka|sjunka|förkortats|förkortades|krymper|blivit ovanligare|blivit kortare|blev kortare|kortare kö|minskat|kortats|kortades|försvunnit|minskade|minskar|minska|minskning|minskningen|färre|sjunkit|sjönk|sjunker|\
         nedgång|nedgången|lägre|mindre|gick ner|gått ner|gick ned|gått ned|krympt|krympte|\
         avtagit|avtog|minskande|tapp|gick tillbaka|gått tillbaka|sjunkande|nedåt|mindre än|\
         mattats av|dalat|dalade|backat|backade",
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
        "minskade med hälften|minskat med hälften|halverats|halverades|halverat|halverade|hälften så många|halvering|hälften så stort",
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
    (
        Word::Time(When::This),
        "under året|i år|årets|det gångna året|gångna året|gångna årets|verksamhetsåret|\
         verksamhetsårets|året|detta år|det här året|det aktuella året|redovisningsåret|helåret|\
         hela året|hela verksamhetsåret|rapportåret|någon gång under året|redovisade året|\
         det redovisade året|året som gått|året som gick|året som helhet|under årets lopp|\
         under loppet av året|nuvarande nivå|den här perioden|i dag|idag|nu",
    ),
    (
        Word::Time(When::Before),
        "förra redovisningen|föregående redovisning|den förra redovisningen|den senaste redovisningen|senaste redovisningen|förra årsskiftet|årsskiftet innan|året innan|året före|året dessförinnan|föregående år|\
         föregående års|föregående året|förra året|förra årets|i fjol|fjolåret|fjolårets|fjol|\
         närmast föregående år|året tidigare|ett år tidigare|föregående verksamhetsår|\
         föregående verksamhetsårs|förra verksamhetsåret|föregående årets|föregående period|fjor|\
         fjorårets|i fjor|tidigare år|år före|året innan dess|för ett år sedan|ett år sedan",
    ),
    (
        Word::Time(When::Other),
        "våren|hösten|sommaren|vintern|höstterminen|vårterminen|vårens|höstens|kvartalet|kvartal|\
         kvartalen|halvåret|halvår|halvårsskiftet|årsskiftet|nästa år|kommande år|\
         nästkommande år|det kommande året|framöver|veckan|veckor|månaden|månader|månad|dagen|\
         hittills|sedan start|genom åren|nästa års|kommande|framtiden|mars|april|maj|juni|juli|\
         augusti|september|oktober|november|januari|februari|december|vår|höst|sommar|sommarens|\
         tidigare|perioden|tertialet|tertial|mandatperioden|decennium|decenniet|årsskifte|\
         mätdagen|sedan starten|dagligen|pandemin",
    ),
    (Word::Since, "sedan|alltsedan|från och med"),
    (Word::EveryYear, "för varje år|varje år|år för år|år från år|oavbrutet|varje år under"),
    (
        Word::RecentYears,
        "de senaste åren|under de senaste åren|de senaste två åren|de senaste tre åren|\
         de senaste fyra åren|de senaste fem åren|över tid|under flera år|flera år|\
         under en följd av år|under perioden|hela perioden|under hela perioden|under senare år|\
         på senare år|senare år|de två senaste åren|de tre senaste åren|de fyra senaste åren|\
         de fem senaste åren|stadigt|kontinuerligt|successivt|långsiktigt|flera år i rad",
    ),
    (Word::InARow, "året i rad|året i följd|år i rad|år i följd|gången i rad|raka året|raka år"),
    (Word::Than, "än"),
    (Word::From, "från|ifrån"),
    (Word::To, "till"),
    (Word::By, "med"),
    (Word::Part, "av|utav|bland|utgörs av|utgjordes av"),
    (Word::Per, "per|på varje|för varje"),
    (
        Word::Against,
        "jämfört med|i jämförelse med|jämförelse med|att jämföra med|mot|jämfört|jämförelsevis|\
         gentemot|i förhållande till|ställt mot|motsvarande siffra|motsvarande antal|\
         motsvarande andel|att jämföras med|kan jämföras med|jämförs med|jämföras med|\
         motsvarande|i relation till|siffran för",
    ),
    (Word::They, "dem|dessa|dom|klientgruppen|gruppen"),
    (
        Word::ThatPart,
        "denna orsak|denna anledning|detta skäl|denna väg|denna kontaktväg|detta område|\
         denna stadsdel|denna åldersgrupp|den orsaken|den gruppen|den åldersgruppen|denna grupp",
    ),
    (Word::Rest, "de övriga|resten|de resterande"),
    (Word::BothSexes, "kvinnor och män|män och kvinnor"),
    (Word::Respectively, "respektive"),
    (
        Word::Break,
        "även om|i synnerhet som|bör noteras att|bör framhållas att|bör nämnas att|bör påpekas att|kan noteras att|kan konstateras att|kan framhållas att|kan nämnas att|kan tilläggas att|ska framhållas att|liksom|kan förklaras av|kan förklaras med|kan bero på|kan delvis förklaras|kan delvis bero på|\
         torde bero på|kan ses som|kan kopplas till|kan härledas till|men|medan|samtidigt som|\
         eftersom|därför att|fast|trots att|trots|tack vare|\
         genom att|så att|vilket beror på|beror på|beror på att|berodde på|emedan|\
         ty|som en följd av|utifrån|därmed|dels|inte minst|således|enligt|\
         förklaras av|förklaras med|mot bakgrund av|efter|efter att|innan|såväl som|förutom|\
         utöver|i samband med|på så sätt|vilket förklaras av|beroende på|vilket innebär att|\
         vilket betyder att|därav",
    ),
    (Word::BecauseOf, "på grund av|till följd av|med anledning av"),
    (Word::When, "då|när"),
    (Word::That, "att|för att"),
    (Word::Besides, "också|även|därutöver|ytterligare|dessutom|därtill"),
    (Word::OfSomeAge, "unga|äldre|yngre|unga vuxna|de unga|de äldre|äldsta|yngsta"),
    (Word::And, "och|samt|eller|plus|&"),
    (
        Word::Whereof,
        "varav|varibland|därav|av vilka|däribland|inklusive|av dem|av dessa|av dom|utav dem|\
         utav dessa|bland dem|bland dessa",
    ),
    (
        Word::Which,
        "nu är de|nu är det|nu var de|vilket|detta|det är|det innebär|det motsvarar|vilket är|vilket innebär|vilket motsvarar|\
         det betyder|det var|vilket var|detta är|detta innebär|detta motsvarar|siffran|siffrorna|\
         nivån|vilket ger|det ger|vilket betyder",
    ),
    (Word::Not, "inte|ej|icke|aldrig|utan|varken|förutom|utom|exklusive|undantaget"),
    (
        Word::Unreal,
        "ska|skall|skulle|kan|kunde|bör|borde|måste|kommer att|väntas|planer|planerar|planeras|\
         planerade|planen|mål|målet|målsättning|målsättningen|målvärde|målvärdet|förvänta-|\
         beräkna-|prognos-|uppskatta-|förhopp-|önska-|antas|troligen|sannolikt|ifall|huruvida|\
         riktvärde|riktvärdet|riktmärke|taket|tak|kapacitet|kapaciteten|ambition-|avsikt-|\
         avser att|räknar med att|räknar med|bedöms|hoppas|tänkt|tänker|strävar|vill|villkor|\
         exempelvis|till exempel|budgeterat|maxantal|frågan om|risken|hypotetiskt|möjligen|\
         kanske|skulle kunna|förutsatt|förutsätter|utreds|eventuell|eventuella",
    ),
    (
        Word::Average,
        "var och en|i var och en|i varje|i vart och ett|i respektive|varje stadsdel|varje kommun|varje område|i genomsnitt|i snitt|genomsnittligt|genomsnittlig|genomsnittliga|genomsnittet|\
         medelvärdet|medeltal|i medeltal|varje ombud|vardera|samtidigt|parallellt|åt gången|\
         per månad|per vecka|per dag|i månaden|i veckan|om dagen|varsitt|snittet|medianen",
    ),
    (Word::City, "staden|stadens"),
    (
        Word::Elsewhere,
        "landet|landets|riket|rikets|sverige|sveriges|nationellt|nationell|nationella|länet|\
         länets|län|grannkommun-|andra kommuner|annan kommun|andra kommunens|andra stadsdelar|\
         utlandet|internationellt|hela kommunen|rikssnittet|riksgenomsnittet|rikstäckande|\
         kommunens invånare|socialtjänstens|befolkningen|befolkningens|andra verksamheter",
    ),
    (
        Word::Money(Purpose::Of(GRANTED)),
        "bevilja-|tilldela-|erhöll|erhållit|mottog|mottagit|tilldelning|beslutade bidraget|\
         fick kommunen|fått i bidrag|fick i statsbidrag|fick i bidrag|fick i stöd|utbetald-|\
         betalades ut|betalats ut|betalade ut|utbetalning-|rekvirera-",
    ),
    (
        Word::Money(Purpose::Of(USED)),
        "använt|använts|användes|använde|användning|användningen|använda|förbruka-|nyttja-|\
         utnyttja-|gått åt|gick åt|upparbeta-|tagits i anspråk|togs i anspråk",
    ),
    (
        Word::Money(Purpose::Of(UNUSED)),
        "oförbruka-|inte använts|inte har använts|inte använt|inte använda|ej använda|outnyttja-|\
         inte förbrukats|inte nyttjats|återstår|återstod|återstående|återbetala-|\
         betalas tillbaka|betala tillbaka|återbetalning-|överskott|överskottet|överblivna|\
         blev över|lämnas tillbaka|ej förbruka-|inte utnyttja-|kvarstående medel|outnyttjat|\
         återlämna-|återföra-|inte förbruka-|blivit över|ej använts|inte användes",
    ),
    (
        Word::Money(Purpose::Of(OWN_FUNDS)),
        "egna medel|egna medlen|nämndernas egna medel|kommunernas egna medel|nämndens egna medel|kommunens egna medel|nämndens egna kostnader|\
         kommunens egna kostnader|nämndens egen kostnad|kommunens egen kostnad|egna pengar|\
         stadens egna medel|stadens egna|egen insats|egen finansiering|egna kostnader|\
         egen kostnad|egen del|sköt till|skjutit till|skjuter till|tillskjut-|kommunala medel|\
         medfinansiering|medfinansieringen|självfinansiering|kommunens kostnad|\
         kommunens kostnader|nämndens kostnad|nämndens kostnader|nämndens egna|kommunens egna|\
         egna|kommunens andel|kommunens del|nämndens del|kommunens insats|egeninsats|\
         egeninsatsen|nämndens budget|förvaltningens egna|förvaltningens budget|inom ram|\
         kommunalt finansierat|kommunbidrag-|nettokostnad-|egenfinansiering-|nämndens andel|\
         kommunal medfinansiering|kommunens tillskott|kommunen för|nämnden för|står kommunen|\
         står nämnden|stod kommunen|stod nämnden|bidrar kommunen|bidrog kommunen|\
         kommunernas egna|ur egen budget|egen budget|ur egen ram|skattemedel",
    ),
    (
        Word::Money(Purpose::Of(TOTAL_COST)),
        "total kostnad|totala kostnad|totala kostnaden|totala kostnaderna|sammanlagda kostnad|\
         sammanlagda kostnaden|sammanlagda kostnaderna|totalkostnad|totalkostnaden|\
         kostade totalt|totalt kostade|kostade sammanlagt|kostnaden totalt|verksamhetens kostnad|\
         verksamhetens kostnader|kostnaden för verksamheten|kostnaderna för verksamheten|\
         kostade verksamheten|verksamheten kostade|omslutning|omslutningen|\
         verksamhetens samlade kostnad|samlade kostnad|samlade kostnaden|samlade kostnaderna|\
         verksamhetens totala|verksamhetens totalkostnad|bruttokostnad|bruttokostnaden|omsatte|\
         omsätter|totalbudget|totalbudgeten",
    ),
    (
        Word::Money(Purpose::Of(APPLIED_FOR)),
        "ansöker|ansöks|ansökt|ansökte|söker|sökt|sökte bidrag|söks|sökta|ansökan|ansökans|ansökningen|\
         ansökas|ansöka|söka|äskar|äskas|begär|begärs",
    ),
    (
        Word::Money(Purpose::PerPost),
        "per heltid|per heltidstjänst|per årsanställning|per tjänst|per helårstjänst|\
         för en heltid|för varje heltid|per heltidsanställning|för varje heltidstjänst|\
         per årsarbetare|för en heltidstjänst|varje heltidstjänst|varje heltid|\
         varje årsanställning|schablonbelopp|schablonbeloppet|schablonen|schablon|bidragsnivån|\
         nivån på bidraget|nivån för|per hel tjänst|för en årsanställning|\
         för varje årsanställning",
    ),
    (
        Word::Money(Purpose::Grant),
        "bidrag|bidraget|bidragets|statsbidrag|statsbidraget|statsbidragets|statsbidragen|\
         statliga bidraget|statliga medel|bidragsmedel|bidragsmedlen|statsbidragsmedel",
    ),
    (
        Word::Money(Purpose::Cost),
        "kostnad|kostnaden|kostnader|kostnaderna|kostade|kostat|kostar|utgifter|utgifterna",
    ),
    (Word::Granter, "länsstyrelsen|länsstyrelsens|staten|statens"),
    (
        Word::Entirely,
        "hela|i sin helhet|fullt ut|till fullo|i dess helhet|helt och hållet|hela beloppet",
    ),
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
    (
        Word::Service,
        "tar kontakt|tog kontakt|tagit kontakt|ta kontakt|söker stöd|sökte stöd|sökt stöd|kontakt|kontakten|aktuellt|kontakter|stöd|stödet|hjälp|hjälpen|stöttning|företräd-|\
         insats|insatsen|insatser|insatserna|stöttade|stöttat|stödde|stött|hjälpte|hjälpt|mötte|\
         mött|möter|träffade|träffat|träffar|följde|följt|nådde|nått|nåddes|biträdde|biträtt|\
         tog emot|tagit emot|tar emot|arbetade|arbetat|arbetar|handlade|handlagt|gav|gett|ge|ger|\
         bistod|bistått|bistods|stöds|stöttas|stöttades|betjänade|betjänats|omfattade|omfattat|\
         omfattar|omfattades|aktualiserades|aktualiserats|aktualiserade|tog del|tagit del|\
         tar del|ta del|stödinsats|stödinsatser|del av stödet|haft ombud|hade ombud|har ombud|\
         erhöll stöd|kontakten med|besök|besökte|vände sig|vänt sig|vänder sig|sökte sig|\
         sökt sig|hörde av sig|hört av sig|relation|relationer|anlitade|anlitat|utnyttjade|\
         nyttjade",
    ),
    (Word::Who, "som"),
    (
        Word::Verb,
        "hade|har|haft|fick|får|är|var|blev|blir|kom|kommer|gick|går|fanns|finns|utgör|utgjorde|\
         uppgår|uppgick|motsvarar|motsvarade|bestod|består|står|stod|låg|ligger|bor|bodde|sökte|\
         gällde|gäller|rörde|rör|togs|tog|gjordes|uppgav|redovisades",
    ),
    (
        Word::Neutral,
        "svårigheter med|problem med|bekymmer med|frågor kring|frågor som rör|ärenden om|ärenden hos|ärenden som rör|på väg|redovisade|posten|posterna|liksom tidigare år|liksom föregående år|liksom under de båda föregående åren|liksom de föregående åren|liksom i fjol|liksom året innan|liksom året före|liksom tidigare|ligger kvar som|låg kvar som|hörde|hör|bodde|konsekvenser för barn|fastställt|fastställd|fastställde|föranleds|föranleddes|föranledd|föranledda|enligt socialstyrelsens beslut|enligt socialstyrelsens beräkning|enligt länsstyrelsens beslut|enligt beslut|stadsdelsförvaltningens|socialförvaltningens|omsorgsförvaltningens|sammantagna|att stödja|att företräda|alltjämt|orsakade|uppgivits|angetts som|att komma till|att nå|däremot|dock|allra|oss|till oss|hit|lotsade|lotsar|belastat|belastade|drog|utslaget|tar upp|tas upp|åt|numera|alltjämt|gamla|bakom|hittar|hittade|hör hemma|bosatta|befann|befinner|mellangruppen|in|fortsätter att|fortsatt att|fortsatte att|dess|glädjande nog|behöver|behövs|deltid|halvtid|samverkar|samverkat|samverkade|samarbetar|delfinansiering|\
         finansiering|finansieringen|man|sig|söker sig|sökte sig|sökt sig till|stycken|st|\
         till att|en del av|en del|del|vända|vända sig|efterfrågades|efterfrågas|efterfrågats|\
         efterfrågade|förmedlade|förmedlat|förmedlar|rapporterat|rapporterade|rapporterar|\
         delar på|delar|delade|uppmärksammade|redogörs|redogjorts|första|andelar|antalsmässigt|\
         fortsätter|fortsatte|pekar|konstateras|konstaterar|kan konstateras|kan noteras|\
         kan sägas|kan nämnas|mellan|bemanningen|bemanning|personalstyrkan|medel|medlen|pengar|\
         pengarna|summa|belopp|beloppet|egen|ville|vill ha|önskade|önskat|behövde|behövt|svarar|\
         svarade|svarat|står för|stod för|gjorts|görs|rapporterats|rapporterades|\
         rapporterats till|uppmärksammats|uppmärksammat|uppmärksammades|identifierats|\
         identifierat|identifierades|dokumenterats|lyfts fram|träffas|träffats|träffades|\
         sammanträder|sammanträtt|sammanträdde|möts|mötts|hållit|hölls|höll|hålls|täcker|täckte|\
         gemensam|gemensamt|gemensamma|socialstyrelsen|dvs|d|v|s|det vill säga|ha|fått|få|varit|vara|blivit|bli|funnits|finnas|kommit|\
         gått|gjorde|gjort|gör|gör att|utgjort|utgöra|uppgått|innebär|innebar|inneburit|\
         redovisas|redovisar|redovisats|visar|visade|visat|framgår|noterades|noteras|noterat|\
         registrerades|registrerats|registreras|bestått|landade|landar|landat|stått|legat|\
         räknades|räknas|räknat|nämligen|alltså|sin|sitt|sina|deras|vår|våra|vårt|vi|de|den|det|\
         en|ett|han|hon|här|där|i|på|vid|för|om|under|hos|inom|genom|via|så|ju|fortfarande|\
         fortsatt|åter|igen|redan|bara|endast|enbart|blott|helt|just|precis|exakt|någon|något|\
         några|år|års|åren|personlig|personliga|personligt|verksamheten|verksamhetens|verksamhet|\
         verksamheter|enheten|enhetens|tjänsteutlåtandet|siffra|statistiken|statistik|uppgift|\
         uppgifter|uppgifterna|psykisk|psykiska|psykiskt|funktionsnedsättning|\
         funktionsnedsättningar|målgrupp|målgruppen|målgruppens|kommunen|kommunens|nämnden|\
         nämndens|förvaltningen|förvaltningens|stadsdelsnämnden|stadsdelsförvaltningen|\
         socialförvaltningen|socialnämnden|socialtjänstens regi|helt eller delvis|delvis|boende|\
         bott|hemma|hemmet|hemmahörande|tillhör|tillhörde|tillhört|återfanns|återfinns|gällt|\
         handlar|rört|avsåg|avser|avsett|sökt hjälp|söker hjälp|uppger|angav|anger|angett|angavs|\
         anges|angetts|behov|behovet|frågor om|rörande|gällande|avseende|angående|beträffande|\
         såsom|eget|rekommendation|hänvisades|hänvisats|hänvisade|hänvisning|hänvisad|\
         hänvisningar|aviserade|remitterades|remitterats|förmedlades|slussades|tips|tipsades|\
         skedde|skett|sker|tagits|tagit|ta|knöt|etablerade|etablerades|upprättades|initierades|\
         initierade|gruppens|följande|fördelning|fördelningen|fördelade|fördelades|fördelar|\
         fördelat|fördelas|siffrorna|siffermässigt|resterande|övriga|övrig|andra|vilka|vilken|\
         varvid|varit oförändrat|ändå|nog|totalt sett|sett|sett till|båda|bägge|\
         både|båda könen|nästan|procent av|klar|klart|tydlig|tydligt|tydliga|markant|kraftig|\
         kraftigt|kraftiga|betydligt|betydande|stor|stort|stora|liten|svag|svagt|svaga|litet|\
         lite|marginellt|marginell|marginella|rejält|rejäl|väsentligt|avsevärt|måttligt|måttlig|\
         samtidigt|därmed|visst|viss|grad|utsträckning|huvudsak|hand|sammanfattningsvis|vad|\
         vad gäller|när det gäller|vidare|slutligen|glädjande|tyvärr|dessvärre|resultatet|\
         resultat|utfallet|utfall|utveckling|utvecklingen|trend|trenden|nivå|nivåer|period|\
         könsuppdelad|könsuppdelat|uppdelat|uppdelad|uppdelade|fördelat på|utifrån|detaljerad|\
         redovisning|redovisningen|tabell|tabellen|diagram|diagrammet|nedan|ovan|se|jfr|kl|dnr|\
         volym|hjälpt till|helår|ärendemängd|sammanställning|sammanställningen|plats|platsen|\
         läge|läget|såg|ser|ut|följer|nedanstående|ovanstående|ungefär lika|uppgiften|mätt|\
         räknat i|antingen|enda|stannade|stannat|kunnat|kunna|berörde|berördes|berör|berörda|\
         således|upp|uppe|nere|ner|ned|sent|tidigt|hamnade|hamnar|hamnat|årsvis|utav|samband|\
         nämns|nämndes|nämnts|nämnde|lyfts|lyftes|lyfte|som tidigare|liksom tidigare|\
         precis som tidigare|precis som tidigare år|som tidigare år|lämnat|lämnade|t|ex|lika",
    ),
];

/// Where a word may begin in the table of phrases.
struct Index {
    phrases: HashMap<&'static str, Vec<(Vec<&'static str>, Word)>>,
    beginnings: Vec<(&'static str, Word)>,
}

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index { phrases: HashMap::new(), beginnings: Vec::new() };
    for (word, list) in WORDS {
        for phrase in list.split('|') {
            if let Some(beginning) = phrase.strip_suffix('-') {
                index.beginnings.push((beginning, *word));
                continue;
            }
            let words: Vec<&'static str> = phrase.split(' ').collect();
            let first = words.first().copied().unwrap_or_default();
            index.phrases.entry(first).or_default().push((words, *word));
        }
    }
    for phrases in index.phrases.values_mut() {
        // The longest first; of two as long the one that comes first in the table.
        phrases.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }
    index
});

/// The sense of the longest group of words that begins at a place, and how many words
/// it has. Words are in lower case; what is no word is an empty text.
pub(super) fn look_up<'w>(word_at: impl Fn(usize) -> &'w str) -> Option<(Word, usize)> {
    let first = word_at(0);
    if first.is_empty() {
        return None;
    }
    let phrases = INDEX.phrases.get(first).map_or(&[][..], Vec::as_slice);
    let fits = |words: &[&str]| words.iter().enumerate().all(|(at, word)| word_at(at) == *word);
    let phrase = phrases.iter().find(|(words, _)| fits(words));
    phrase.map(|(words, word)| (*word, words.len())).or_else(|| {
        let begins = |(beginning, _): &&(&str, Word)| first.starts_with(beginning);
        INDEX.beginnings.iter().find(begins).map(|(_, word)| (*word, 1))
    })
}
