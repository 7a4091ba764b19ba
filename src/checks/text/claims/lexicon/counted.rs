//! What is counted: clients, the measures of a year, and the divisions of them.

use super::Word;
use crate::checks::text::claims::known::{AT_END, AT_START, CHILDREN, CLOSED, NEW, QUEUE, Topic};
use crate::measures::{AGES, AREAS, CONTACT_ROUTES, REASONS, SEXES};

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
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
        "kunde vi avsluta|har vi kunnat avsluta|kunde ombuden avsluta|kunde avslutas|kunnat avslutas|kunde avsluta|kunnat avsluta|avsluta|avslutade|\
         avslutades|avslutats|avslutat|avslutad|avslutas|avslut|avsluten|avslutande|avslutning|\
         avslutningar|avslutningarna|stängdes|stängts|stängda|skrevs ut|lämnade verksamheten|\
         lämnat verksamheten|upphörde|upphört|avrundades",
    ),
    (
        Word::Of(AT_START),
        "inleddes med|började med|börjar året med|vid början|vid dess början|inledde året med|\
         började året med|gick in i året|gick in i året med|när det började|vid årets början|års början|års ingång|\
         vid årets ingång|vid ingången av|vid ingången till|i början av|vid början av|\
         i ingången av|ingången av|ingången på|inledningen av|i inledningen av|vid årets start|\
         årets början|årets ingång|ingående|den första januari|från årets början|sedan tidigare|\
         sedan tidigare år|gick in i|gick vi in i|när året började|då året började|\
         vid årsskiftet in i",
    ),
    (
        Word::Of(AT_END),
        "var till ända|avslutade det med|avslutade året med|avslutar året med|gick ur året med|\
         lämnade året med|gick ut med|gått ut med|gick vi ut med|gick ur|gick vi ur|slutade med|\
         slutade året med|var slut|tog slut|vid slutet|vid årets slut|års slut|års utgång|vid dess slut|\
         vid årsskiftet|vid årets utgång|vid utgången av|i slutet av|vid slutet av|i utgången av|\
         utgången av|årets slut|vid årsslutet|årets utgång|utgående|kvarstår|kvarstod|\
         kvarstående|kvarvarande|kvar|kvar i verksamheten|den sista december|sista december|\
         vid årsbokslutet|när året var slut|när året tog slut|då året var slut|\
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
        "kön fortsatte|kön blev|kön blivit|har kön|köerna|kö|i kön|köade|köar|köat|köande|på kö|\
         väntade|väntar|väntelista|väntelistan|kölista|kölistan|köplats|köplatser|\
         stod på väntelista|i väntan|väntande|väntat|kön till|kön bestod av|kölängd|kölängden|\
         kön var|kön är|kön har|kön uppgick|kön hade",
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
    (Word::Ongoing, "aktiva|aktuella|aktuell|inskrivna|inskriven"),
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
        "väg|vägar|kontaktväg|kontaktvägen|kontaktvägar|kontaktvägarna|kontaktvägs|vägen in|\
         vägar in|väg in|ingången|vägen till ett ombud|vägen till ombud|vägen till ombudet|\
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
];
