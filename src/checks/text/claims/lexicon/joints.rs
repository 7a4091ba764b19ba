//! Words between what is said: prepositions, conjunctions, what is no fact and what is
//! somebody else's.

use super::Word;

/// See [`super::TABLES`].
#[rustfmt::skip]
pub(super) const WORDS: &[(Word, &str)] = &[
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
        "denna orsak|den vägen|denna anledning|detta skäl|denna väg|denna kontaktväg|detta område|\
         denna stadsdel|denna åldersgrupp|den orsaken|den gruppen|den åldersgruppen|denna grupp",
    ),
    (Word::There, "där"),
    (Word::Rest, "de övriga|resten|de resterande"),
    (Word::BothSexes, "kvinnor och män|män och kvinnor"),
    (Word::Respectively, "respektive"),
    (
        Word::Break,
        "även om|i synnerhet som|bör noteras att|bör framhållas att|bör nämnas att|\
         bör påpekas att|kan noteras att|kan konstateras att|kan framhållas att|kan nämnas att|\
         kan tilläggas att|ska framhållas att|liksom|kan förklaras av|kan förklaras med|\
         kan bero på|kan delvis förklaras|kan delvis bero på|torde bero på|kan ses som|\
         kan kopplas till|kan härledas till|men|medan|samtidigt som|eftersom|därför att|fast|\
         trots att|trots|tack vare|genom att|så att|vilket beror på|beror på|beror på att|\
         berodde på|emedan|ty|som en följd av|utifrån|därmed|dels|inte minst|således|enligt|\
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
        "varav|varibland|därav|av vilka|däribland|av dem|av dessa|av dom|utav dem|\
         utav dessa|bland dem|bland dessa",
    ),
    (
        Word::Which,
        "nu är de|nu är det|nu var de|vilket|detta|det är|det innebär|det motsvarar|vilket är|\
         vilket innebär|vilket motsvarar|det betyder|det var|vilket var|detta är|detta innebär|\
         detta motsvarar|siffran|siffrorna|nivån|vilket ger|det ger|vilket betyder",
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
        "vid ett och samma tillfälle|vid samma tillfälle|vid ett tillfälle|på en gång|på samma gång|var och en|i var och en|i varje|i vart och ett|i respektive|varje stadsdel|varje kommun|\
         varje område|i genomsnitt|i snitt|genomsnittligt|genomsnittlig|genomsnittliga|\
         genomsnittet|medelvärdet|medeltal|i medeltal|varje ombud|vardera|samtidigt|parallellt|\
         åt gången|per månad|per vecka|per dag|i månaden|i veckan|om dagen|varsitt|snittet|\
         medianen",
    ),
    (Word::City, "staden|stadens"),
    (
        Word::Elsewhere,
        "landet|landets|riket|rikets|sverige|sveriges|nationellt|nationell|nationella|länet|\
         länets|län|grannkommun-|andra kommuner|annan kommun|andra kommunens|andra stadsdelar|\
         utlandet|internationellt|hela kommunen|rikssnittet|riksgenomsnittet|rikstäckande|\
         kommunens invånare|socialtjänstens|befolkningen|befolkningens|andra verksamheter",
    ),
];
